"""Chance from the operating system."""

from __future__ import annotations

import secrets
from uuid import UUID, uuid4


class SystemEntropy:
    """Ids, digits and letters that nobody can foresee."""

    def uuid(self) -> UUID:
        """A new random id."""
        return uuid4()

    def digits(self, count: int) -> str:
        """So many decimal digits, leading zeros included."""
        return f"{secrets.randbelow(10**count):0{count}d}"

    def letters(self, count: int, alphabet: str) -> str:
        """So many characters of the alphabet."""
        return "".join(secrets.choice(alphabet) for _ in range(count))
