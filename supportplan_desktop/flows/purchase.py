"""The course of buying: choose, confirm, pay, verify, done (DOMAIN 4; DESIGN 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from supportplan_desktop.domain.catalogue import Agreement
from supportplan_desktop.domain.errors import AgreementNotAccepted
from supportplan_desktop.domain.quotes import Quote
from supportplan_desktop.flows.flow import Flow, Stage
from supportplan_desktop.flows.paying import PayingDraft, is_code_whole, is_covered, never
from supportplan_desktop.services.interfaces import PurchaseOrder, basis_of


class PurchaseStep(IntEnum):
    """The pages, in the guide's order; paying takes two of them."""

    CHOOSE = 0
    CONFIRM = 1
    PAY = 2
    VERIFY = 3
    DONE = 4


@dataclass(slots=True)
class PurchaseDraft(PayingDraft):
    """What the pages fill in: `quote` is the latest answer for `tier` and `months`."""

    tier: str | None = None
    months: int | None = None
    quote: Quote | None = None
    agreement: Agreement | None = None
    is_agreed: bool = False

    def command(self) -> PurchaseOrder:
        """What is agreed to; AgreementNotAccepted while the agreement is not ticked. Only after CHOOSE is complete."""
        if self.quote is None or self.agreement is None:
            raise ValueError("nothing has been chosen yet")
        if not self.is_agreed:
            raise AgreementNotAccepted(version=self.agreement.version, accepted=None)
        return PurchaseOrder(
            tier=self.quote.tier,
            months=self.quote.months,
            agreed_total=self.quote.total,
            agreement_version=self.agreement.version,
            agreement_sha256=self.agreement.sha256,
            basis=basis_of(self.quote),
        )


def _is_quoted(draft: PurchaseDraft) -> bool:
    quote = draft.quote
    return quote is not None and (quote.tier, quote.months) == (draft.tier, draft.months)


def _is_confirmable(draft: PurchaseDraft) -> bool:
    return _is_quoted(draft) and draft.agreement is not None


def purchase_flow(draft: PurchaseDraft) -> Flow[PurchaseStep, PurchaseDraft]:
    """The course over that draft; it begins at paying where the draft already has its order.

    An order that was generated is not taken back by going back: it is paid, left for later, or canceled.
    """
    course: dict[PurchaseStep, Stage[PurchaseStep, PurchaseDraft]] = {
        PurchaseStep.CHOOSE: Stage(PurchaseStep.CONFIRM, _is_quoted),
        PurchaseStep.CONFIRM: Stage(PurchaseStep.PAY, _is_confirmable),
        PurchaseStep.PAY: Stage(PurchaseStep.VERIFY, is_covered, never),
        PurchaseStep.VERIFY: Stage(PurchaseStep.DONE, is_code_whole),
        PurchaseStep.DONE: Stage(None, back_allowed=never),
    }
    return Flow(draft, course, PurchaseStep.PAY if draft.order else PurchaseStep.CHOOSE)
