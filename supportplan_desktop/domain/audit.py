"""The audit chain: every command leaves an entry that carries the fingerprint of the one before (DESIGN 3)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_PREVIOUS = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what to which thing, when, why, and how it was before and after.

    `number` counts from 1 within one owner, `previous` is the hash of the entry before, `hash` this one's.
    """

    number: int
    account_id: UUID
    at: datetime
    by: str
    command: str
    subject: str
    before: str
    after: str
    reason: str
    previous: str
    hash: str


def fingerprint(entry: AuditEntry) -> str:
    """SHA-256 over everything in the entry but its own hash, in one fixed spelling."""
    parts = [
        entry.number,
        str(entry.account_id),
        entry.at.isoformat(),
        entry.by,
        entry.command,
        entry.subject,
        entry.before,
        entry.after,
        entry.reason,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def first_broken(entries: Iterable[AuditEntry]) -> int | None:
    """The number of the first entry that was altered, removed before or put in; None where the chain holds."""
    previous = FIRST_PREVIOUS
    for number, entry in enumerate(entries, start=1):
        if entry.number != number or entry.previous != previous or entry.hash != fingerprint(entry):
            return number
        previous = entry.hash
    return None


def sealed(entry: AuditEntry) -> AuditEntry:
    """The entry with its own hash."""
    return replace(entry, hash=fingerprint(entry))
