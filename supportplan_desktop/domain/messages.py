"""What the product tells an account, without sentences: the window words them in the user's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from supportplan_desktop.domain.money import Money


class MessageKind(StrEnum):
    """What happened."""

    VERIFICATION_CODE = "verification_code"
    ORDER_GENERATED = "order_generated"
    ORDER_COMPLETED = "order_completed"
    ORDER_CANCELED = "order_canceled"
    ORDER_DEADLINE_PASSED = "order_deadline_passed"
    REFUND_SUBMITTED = "refund_submitted"
    REFUND_APPROVED = "refund_approved"
    REFUND_COMPLETED = "refund_completed"
    AUTO_RENEWAL_FAILED = "auto_renewal_failed"
    EXPIRY_REMINDER = "expiry_reminder"
    PLAN_EXPIRED = "plan_expired"
    PLAN_FROZEN = "plan_frozen"
    PLAN_ENDED = "plan_ended"
    INVITATION_RECEIVED = "invitation_received"
    INVITATION_ACCEPTED = "invitation_accepted"
    INVITATION_DECLINED = "invitation_declined"
    INVITATION_REVOKED = "invitation_revoked"
    INVITATION_EXPIRED = "invitation_expired"
    INVITATION_REMINDER = "invitation_reminder"
    DISASSOCIATED = "disassociated"


@dataclass(frozen=True, slots=True)
class Message:
    """One message about an order, about the plan an order gave, or about the organization.

    `code` and `sent_to` (masked) are filled for verification codes only; `until` is the instant the code, the payment
    deadline, the validity, grace or retention period ends, or the next attempt at an auto-renewal. `amount` is what is
    paid, refunded, due to be paid, or could not be paid; of a plan it is what the order that began its last term paid.
    Messages about the organization have no order, but name the `other` account.
    """

    id: UUID
    account_id: UUID
    at: datetime
    kind: MessageKind
    order_id: UUID | None
    order_number: str
    tier: str
    amount: Money | None
    until: datetime | None = None
    code: str | None = None
    sent_to: str | None = None
    is_read: bool = False
    other: str = ""
