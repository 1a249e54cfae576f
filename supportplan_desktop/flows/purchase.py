"""The course of buying: choose, confirm, pay, verify, done (DOMAIN 4; DESIGN 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from supportplan_desktop.flows.flow import Flow, Stage
from supportplan_desktop.flows.paying import AgreeingDraft, is_code_whole, is_covered, never
from supportplan_desktop.services.interfaces import PurchaseOrder, basis_of


class PurchaseStep(IntEnum):
    """The pages, in the guide's order; paying takes two of them."""

    CHOOSE = 0
    CONFIRM = 1
    PAY = 2
    VERIFY = 3
    DONE = 4


@dataclass(slots=True)
class PurchaseDraft(AgreeingDraft):
    """What the pages fill in: a tier and for how long."""

    tier: str | None = None
    months: int | None = None

    def command(self) -> PurchaseOrder:
        """What is agreed to; AgreementNotAccepted while the agreement is not ticked. Only after CHOOSE is complete."""
        quote, agreement = self.agreed()
        return PurchaseOrder(
            tier=quote.tier,
            months=quote.months,
            agreed_total=quote.total,
            agreement_version=agreement.version,
            agreement_sha256=agreement.sha256,
            basis=basis_of(quote),
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
