"""Verification codes by short message, through a gateway that speaks HTTP."""

from __future__ import annotations

import logging
import ssl
from typing import TYPE_CHECKING

import httpx2

from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.errors import CodeNotDelivered

if TYPE_CHECKING:
    from supportplan_desktop.backends.letters import Wording
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.services.ports import CodeLetter

_LOG = logging.getLogger(__name__)


class SmsCourier:
    """Posts `{"to": …, "text": …}` to the gateway, with a bearer token where there is one."""

    arrives_in_messages = False

    def __init__(
        self, url: str, token: str, wording: Wording, catalogue: ServiceCatalogue, seconds: float = 10.0
    ) -> None:
        self._url = url
        self._wording = wording
        self._catalogue = catalogue
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._client = httpx2.Client(
            headers=headers, timeout=seconds, verify=ssl.create_default_context(), follow_redirects=False
        )

    def send(self, letter: CodeLetter) -> None:
        """Send a code; CodeNotDelivered where the gateway cannot be reached or trusted, or says no."""
        number = (letter.account.address(Channel.PHONE) or "").replace(" ", "")
        text = self._wording.about(letter, self._catalogue).sms
        try:
            self._client.post(self._url, json={"to": number, "text": text}).raise_for_status()
        except httpx2.HTTPError as error:
            _LOG.warning("a code was not delivered by short message: %s", type(error).__name__)
            raise CodeNotDelivered(channel=Channel.PHONE.value) from None
