"""How often something may be asked for, counted in the database and so over all workers and servers."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from supportplan_desktop.domain.errors import TooManyRequests
from supportplan_desktop.server.settings import Limits
from supportplan_desktop.services.ports import Access

_SIGN_IN_SECONDS, _CODE_SECONDS = 300, 3600
_NETWORK = 64  # one customer has at least so much of IPv6


@dataclass(frozen=True, slots=True)
class RateLimits:
    """Counts in windows that begin at the same instant everywhere; `now` is in Unix time."""

    access: Access
    limits: Limits
    now: Callable[[], float] = time.time

    def sign_in(self, login: str, address: str) -> None:
        """TooManyRequests where that address, or anybody under that name, has tried too often to sign in."""
        self._count("sign-in address", place_of(address), self.limits.sign_ins_per_address, _SIGN_IN_SECONDS)
        self._count("sign-in login", login, self.limits.sign_ins_per_login, _SIGN_IN_SECONDS)

    def code(self, login: str, address: str) -> None:
        """TooManyRequests where that login or address has asked too often for a code."""
        self._count("code address", place_of(address), self.limits.codes_per_address, _CODE_SECONDS)
        self._count("code login", login, self.limits.codes_per_login, _CODE_SECONDS)

    def forget(self) -> None:
        """Let go of what was counted in windows that are over."""
        self.access.forget_counts(int(self.now()) - 2 * max(_SIGN_IN_SECONDS, _CODE_SECONDS))

    def _count(self, what: str, who: str, most: int, seconds: int) -> None:
        """Count one more; names are kept as fingerprints, since anything can be sent as a name."""
        at = int(self.now())
        begin = at - at % seconds
        if self.access.count(f"{what} {hashlib.sha256(who.encode()).hexdigest()}", begin) > most:
            raise TooManyRequests(seconds=begin + seconds - at)


def place_of(address: str) -> str:
    """The address, or the network that belongs to one place where it is IPv6."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((parsed, _NETWORK), strict=False)) if isinstance(parsed, IPv6Address) else str(parsed)
