"""Verification challenges and accepted agreements in tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete

from supportplan_desktop.backends.sql.columns import to_minor, to_money
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import challenges, consents
from supportplan_desktop.domain.verification import VerificationChallenge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from supportplan_desktop.domain.orders import AgreementConsent


@dataclass(frozen=True, slots=True)
class SqlChallenges:
    """Codes that were sent for the owner's accounts, as keyed hashes (see `ChallengeRecords`)."""

    scope: Scope

    def add(self, account_id: UUID, challenge: VerificationChallenge) -> None:
        """Keep a new challenge."""
        self.scope.add_next(
            challenges,
            account_id,
            {
                "id": challenge.id,
                "order_id": challenge.order_id,
                "currency": challenge.amount.currency,
                "amount_minor": to_minor(challenge.amount),
                "channel": challenge.channel,
                "sent_at": challenge.sent_at,
                "expires_at": challenge.expires_at,
                "attempts_left": challenge.attempts_left,
                "code_hash": challenge.code_hash,
            },
        )

    def save_attempts(self, challenge: VerificationChallenge) -> None:
        """Keep how many attempts are left."""
        self.scope.change(challenges, challenges.c.id == challenge.id, {"attempts_left": challenge.attempts_left})

    def remove(self, challenge: VerificationChallenge) -> None:
        """Let go of a challenge whose code never left."""
        of_id = (self.scope.of(challenges), challenges.c.id == challenge.id)
        self.scope.connection.execute(delete(challenges).where(*of_id))

    def newest(self, order_id: UUID) -> VerificationChallenge | None:
        """The order's latest challenge: the last one kept, whatever clocks said."""
        statement = self.scope.select(challenges, challenges.c.order_id == order_id)
        row = self.scope.first(statement.order_by(challenges.c.place.desc()))
        if row is None:
            return None
        return VerificationChallenge(
            id=row.id,
            order_id=row.order_id,
            amount=to_money(row.amount_minor, row.currency),
            channel=row.channel,
            sent_at=row.sent_at,
            expires_at=row.expires_at,
            attempts_left=row.attempts_left,
            code_hash=row.code_hash,
        )

    def sent_since(self, account_id: UUID, since: datetime) -> Sequence[datetime]:
        """When codes were sent for the account at or after that instant, oldest first, over all its orders."""
        sent = challenges.c.sent_at
        statement = self.scope.select(challenges, challenges.c.account_id == account_id, sent >= since)
        return [row.sent_at for row in self.scope.all(statement.order_by(sent))]


@dataclass(frozen=True, slots=True)
class SqlConsents:
    """Accepted agreements, append-only (see `ConsentRecords`)."""

    scope: Scope

    def add(self, account_id: UUID, order_id: UUID, consent: AgreementConsent) -> None:
        """Keep the consent an order was generated with."""
        self.scope.add(
            consents,
            {
                "account_id": account_id,
                "order_id": order_id,
                "version": consent.version,
                "sha256": consent.sha256,
                "at": consent.at,
                "by": consent.by,
            },
        )
