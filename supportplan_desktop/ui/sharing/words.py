"""The words of organizations: modes, states, where a plan comes from, what is in the way (DOMAIN 1, 11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.domain.organization import AssociationStatus, PlanSource, TodoKind
from supportplan_desktop.ui.order_words import plan_name

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.organization import EffectivePlan, Todo
    from supportplan_desktop.ui.texts import Texts

STATUS_SIGNS = {AssociationStatus.ACTIVE: ("success", "check_circle"), AssociationStatus.INVITED: ("warning", "clock")}
"""The tone and the icon of each status in the list; the word always stands beside them."""


class OrganizationWords(QObject):
    """Says everything about members in the language of the moment."""

    def mode(self, mode: AccountingMode) -> str:
        """As "Unified accounting"."""
        is_unified = mode is AccountingMode.UNIFIED
        return self.tr("Unified accounting") if is_unified else self.tr("Independent accounting")

    def mode_means(self, mode: AccountingMode) -> str:
        """What that mode is for a member, in one or two sentences."""
        if mode is AccountingMode.UNIFIED:
            return self.tr(
                "The master account buys, changes, renews and unsubscribes. Its plan is shared with this member "
                "while sharing is on."
            )
        return self.tr("The member buys a plan of its own and pays for it. The master's plan is never shared with it.")

    def status(self, status: AssociationStatus) -> str:
        """As "Active"."""
        return {
            AssociationStatus.INVITED: self.tr("Invited"),
            AssociationStatus.ACTIVE: self.tr("Active"),
            AssociationStatus.DECLINED: self.tr("Declined"),
            AssociationStatus.REVOKED: self.tr("Revoked"),
            AssociationStatus.EXPIRED: self.tr("Expired"),
            AssociationStatus.ENDED: self.tr("Disassociated"),
        }[status]

    def source(self, plan: EffectivePlan, accounting: AccountingMode | None) -> str:
        """Where an effective plan comes from, as "via sharing"."""
        if plan.source is PlanSource.OWN:
            return self.tr("own plan")
        if plan.source is PlanSource.SHARED:
            return self.tr("via sharing")
        return self.tr("not shared") if accounting is AccountingMode.UNIFIED else self.tr("no paid plan")

    def todo(self, step: Todo, catalogue: ServiceCatalogue, texts: Texts) -> tuple[str, str]:
        """What an invitee has to do, and what belongs to it: as "Unsubscribe from Developer" and today's refund."""
        plan = plan_name(catalogue, step.tier, QLocale().name())
        until = texts.long_date(texts.site_date(step.until)) if step.until else ""
        match step.kind:
            case TodoKind.SETTLE_ORDERS:
                numbers = self.tr(", ", "between order numbers").join(step.numbers)
                return self.tr("Pay or cancel order {numbers}").format(numbers=numbers), self.tr(
                    "An order that is not paid has to be settled before joining."
                )
            case TodoKind.UNSUBSCRIBE:
                refund = texts.money(step.refund) if step.refund is not None else ""
                return self.tr("Unsubscribe from {plan}").format(plan=plan), self.tr(
                    "It is valid until {date}. Unsubscribing today returns {amount}."
                ).format(date=until, amount=refund)
            case TodoKind.WAIT_FOR_END:
                return self.tr("Wait until {plan} has ended").format(plan=plan), self.tr(
                    "It can no longer be unsubscribed; its retention period lasts until {date}."
                ).format(date=until)

    def in_way(self, account: str, step: Todo, catalogue: ServiceCatalogue, texts: Texts) -> tuple[str, str]:
        """The same for its master: as "Lighthouse Labs owns Developer" and what it must do."""
        plan = plan_name(catalogue, step.tier, QLocale().name())
        until = texts.long_date(texts.site_date(step.until)) if step.until else ""
        match step.kind:
            case TodoKind.SETTLE_ORDERS:
                numbers = self.tr(", ", "between order numbers").join(step.numbers)
                return self.tr("{account} has an unpaid order").format(account=account), self.tr(
                    "It must pay or cancel {numbers}."
                ).format(numbers=numbers)
            case TodoKind.UNSUBSCRIBE:
                refund = texts.money(step.refund) if step.refund is not None else ""
                return self.tr("{account} owns {plan}").format(account=account, plan=plan), self.tr(
                    "It must unsubscribe before it can accept; today that returns {amount} to it."
                ).format(amount=refund)
            case TodoKind.WAIT_FOR_END:
                return self.tr("{account} owned {plan}").format(account=account, plan=plan), self.tr(
                    "It can accept once the retention period is over, after {date}."
                ).format(date=until)
