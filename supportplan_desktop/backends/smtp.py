"""Verification codes by e-mail."""

from __future__ import annotations

import logging
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING

from supportplan_desktop.backends.letters import Wording
from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.catalogue import ServiceCatalogue
from supportplan_desktop.domain.errors import CodeNotDelivered

if TYPE_CHECKING:
    from supportplan_desktop.services.ports import CodeLetter

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SmtpCourier:
    """Hands codes to a mail server, over STARTTLS with its certificate checked unless `starttls` is off.

    The library's own checks are used: a certificate that is wrong ends the connection before anything is said.
    """

    host: str
    port: int
    sender: str
    wording: Wording
    catalogue: ServiceCatalogue
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = True
    seconds: float = 10.0

    arrives_in_messages = False

    def send(self, letter: CodeLetter) -> None:
        """Send a code; CodeNotDelivered where the mail server cannot be reached, trusted, or does not take it."""
        message = self._message(letter)
        try:
            with smtplib.SMTP(self.host, self.port, timeout=self.seconds) as server:
                if self.starttls:
                    server.starttls(context=ssl.create_default_context())
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            # what the server said may quote the address, so only the kind of failure is told
            _LOG.warning("a code was not delivered by e-mail: %s", type(error).__name__)
            raise CodeNotDelivered(channel=Channel.EMAIL.value) from None

    def _message(self, letter: CodeLetter) -> EmailMessage:
        text = self.wording.about(letter, self.catalogue)
        message = EmailMessage()
        message["From"] = self.sender
        message["To"] = letter.account.address(Channel.EMAIL)
        message["Subject"] = text.subject
        message["Date"] = format_datetime(letter.sent_at)
        message["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2])
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text.mail)
        return message
