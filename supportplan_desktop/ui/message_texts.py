"""Messages in the user's words: one entry of a table for each kind, and one for kinds that are not known yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from supportplan_desktop.domain.messages import MessageKind

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.messages import Message
    from supportplan_desktop.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class Wording:
    """How a message reads: its icon and tone, what happened, what it means, and what its instant `until` ends.

    The texts may name {number}, {plan}, {amount}, {until}, {sent_to} and {other}. `until` is empty where no instant is
    shown.
    """

    icon: str
    tone: str
    title: str
    sentence: str
    until: str = ""


class MessageTexts(QObject):
    """Words for every message; needs the texts for amounts and instants, and the catalogue for names of plans."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts

    def of(self, message: Message, catalogue: ServiceCatalogue) -> Wording:
        """The words for a message, in the language of the moment."""
        told = self._table().get(message.kind, self._unknown())
        values = {
            "number": message.order_number,
            "plan": self.plan(message, catalogue),
            "amount": self._texts.money(message.amount) if message.amount is not None else "",
            "until": self._texts.zoned(message.until) if message.until else "",
            "sent_to": message.sent_to or "",
            "other": message.other,
        }
        return Wording(told.icon, told.tone, told.title, told.sentence.format(**values), told.until)

    def spoken(self, message: Message, catalogue: ServiceCatalogue) -> str:
        """A row in one sentence."""
        parts = (self.of(message, catalogue).title, *self.about(message, catalogue), self._texts.minute(message.at))
        told = ", ".join(parts)
        return told if message.is_read else self.tr("Unread: {message}").format(message=told)

    def plan(self, message: Message, catalogue: ServiceCatalogue) -> str:
        """The name of the plan a message is about; its code where the catalogue no longer has it."""
        names = {tier.code: tier.name.within(QLocale().name()) for tier in catalogue.tiers}
        return names.get(message.tier, message.tier)

    def about(self, message: Message, catalogue: ServiceCatalogue) -> tuple[str, ...]:
        """What a message is about: the order and its plan, or the other account of the organization."""
        return tuple(part for part in (message.order_number, self.plan(message, catalogue), message.other) if part)

    def _table(self) -> dict[str, Wording]:
        """Words by kind; a kind is its text, so that the words may be here before the kind is."""
        return {**self._of_orders(), **self._of_refunds(), **self._of_plans(), **self._of_organization()}

    def _of_orders(self) -> dict[str, Wording]:
        return {
            MessageKind.VERIFICATION_CODE: Wording(
                "lock",
                "info",
                self.tr("Verification code"),
                self.tr("It confirms the payment of order {number}. Only the newest code of an order counts."),
                self.tr("Valid until"),
            ),
            MessageKind.ORDER_GENERATED: Wording(
                "clock",
                "warning",
                self.tr("Order generated"),
                self.tr("{plan} for {amount} is waiting for payment. What is not paid by {until} is canceled."),
                self.tr("Pay before"),
            ),
            MessageKind.ORDER_COMPLETED: Wording(
                "check_circle",
                "success",
                self.tr("Order completed"),
                self.tr("{amount} was paid. {plan} is active and valid until {until}."),
                self.tr("Valid until"),
            ),
            MessageKind.ORDER_CANCELED: Wording(
                "cross_circle",
                "neutral",
                self.tr("Order canceled"),
                self.tr("{plan} for {amount} was not bought. Nothing was charged."),
            ),
            MessageKind.ORDER_DEADLINE_PASSED: Wording(
                "hourglass",
                "neutral",
                self.tr("Payment deadline over"),
                self.tr("{plan} for {amount} was not paid by {until}, so the order was canceled. Nothing was charged."),
                self.tr("Payment deadline"),
            ),
        }

    def _of_refunds(self) -> dict[str, Wording]:
        return {
            "refund_submitted": Wording(
                "hourglass",
                "warning",
                self.tr("Refund submitted"),
                self.tr("The refund of {amount} for {plan} is waiting for approval."),
            ),
            "refund_approved": Wording(
                "processing",
                "info",
                self.tr("Refund approved"),
                self.tr("{amount} is on its way back to the funds it came from."),
            ),
            "refund_completed": Wording(
                "check_circle",
                "success",
                self.tr("Refund completed"),
                self.tr("{amount} has gone back to the funds it came from."),
            ),
        }

    def _of_plans(self) -> dict[str, Wording]:
        return {
            "auto_renewal_failed": Wording(
                "warning",
                "danger",
                self.tr("Auto-renewal failed"),
                self.tr("{plan} could not be renewed for {amount}: the balance does not cover it. Top up or renew it."),
                self.tr("Next attempt"),
            ),
            "expiry_reminder": Wording(
                "calendar",
                "warning",
                self.tr("Plan expires soon"),
                self.tr("{plan} is valid until {until}. Renew it to keep what it includes."),
                self.tr("Valid until"),
            ),
            "plan_expired": Wording(
                "warning",
                "warning",
                self.tr("Plan expired"),
                self.tr("{plan} is in its grace period and can be used until {until}. Renew it before then."),
                self.tr("Grace period until"),
            ),
            "plan_frozen": Wording(
                "pause",
                "danger",
                self.tr("Plan frozen"),
                self.tr("{plan} is in its retention period and cannot be used. It can be renewed until {until}."),
                self.tr("Retention period until"),
            ),
            "plan_ended": Wording(
                "cross_circle",
                "neutral",
                self.tr("Plan ended"),
                self.tr("{plan} has ended and cannot be renewed any more. A new plan can be bought at any time."),
            ),
        }

    def _of_organization(self) -> dict[str, Wording]:
        until = self.tr("Open until")
        return {
            MessageKind.INVITATION_RECEIVED: Wording(
                "people",
                "info",
                self.tr("Invitation received"),
                self.tr("{other} invites this account to be its member. Accept or decline it by {until}."),
                until,
            ),
            MessageKind.INVITATION_REMINDER: Wording(
                "people",
                "warning",
                self.tr("Reminder of an invitation"),
                self.tr("The invitation of {other} still waits for your answer, until {until}."),
                until,
            ),
            MessageKind.INVITATION_ACCEPTED: Wording(
                "check_circle",
                "success",
                self.tr("Invitation accepted"),
                self.tr("{other} is now a member of this account."),
            ),
            MessageKind.INVITATION_DECLINED: Wording(
                "cross_circle",
                "neutral",
                self.tr("Invitation declined"),
                self.tr("{other} does not become a member of this account. It can be invited again."),
            ),
            MessageKind.INVITATION_REVOKED: Wording(
                "cross_circle",
                "neutral",
                self.tr("Invitation revoked"),
                self.tr("{other} has taken its invitation back; it can no longer be accepted."),
            ),
            MessageKind.INVITATION_EXPIRED: Wording(
                "hourglass",
                "neutral",
                self.tr("Invitation expired"),
                self.tr("The invitation between this account and {other} was not answered in time and has ended."),
            ),
            MessageKind.DISASSOCIATED: Wording(
                "people",
                "warning",
                self.tr("Disassociated"),
                self.tr(
                    "{other} has let this account go. It shares nothing with it any more; this account buys for itself."
                ),
            ),
        }

    def _unknown(self) -> Wording:
        return Wording("bell", "neutral", self.tr("News about an order"), self.tr("{plan}, {amount}."))
