"""The course of changing the plan: choose and confirm; an upgrade is then paid for, a downgrade is done (DOMAIN 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from supportplan_desktop.domain.payments import Split
from supportplan_desktop.flows.flow import Flow, Stage
from supportplan_desktop.flows.paying import AgreeingDraft, is_code_whole, is_covered, never
from supportplan_desktop.services.interfaces import ChangeOrder, basis_of


class ChangeStep(IntEnum):
    """The pages, in the guide's order; what brings money back leaves the two of paying out."""

    CHOOSE = 0
    CONFIRM = 1
    PAY = 2
    VERIFY = 3
    DONE = 4


@dataclass(slots=True)
class ChangeDraft(AgreeingDraft):
    """What the pages fill in: the tier to change to, and where a refund goes back to once that is known."""

    tier: str | None = None
    refund: Split | None = None

    @property
    def is_charged(self) -> bool:
        """Whether there is something to pay: by the order once it is there, else by the quote."""
        if self.order is not None:
            return not self.order.is_refund
        return self.quote is not None and self.quote.total.amount > 0

    def command(self) -> ChangeOrder:
        """What is agreed to; AgreementNotAccepted while the agreement is not ticked. Only after CHOOSE is complete."""
        quote, agreement = self.agreed()
        return ChangeOrder(
            tier=quote.tier,
            agreed_total=quote.total,
            agreement_version=agreement.version,
            agreement_sha256=agreement.sha256,
            basis=basis_of(quote),
        )


def _is_quoted(draft: ChangeDraft) -> bool:
    return draft.quote is not None and draft.quote.tier == draft.tier


def _is_confirmable(draft: ChangeDraft) -> bool:
    return _is_quoted(draft) and draft.agreement is not None


def _after_confirmation(draft: ChangeDraft) -> ChangeStep:
    return ChangeStep.PAY if draft.is_charged else ChangeStep.DONE


def change_flow(draft: ChangeDraft) -> Flow[ChangeStep, ChangeDraft]:
    """The course over that draft; it begins at paying where the draft already has its order.

    An order that was generated is not taken back by going back: it is paid, left for later, or canceled.
    """
    course: dict[ChangeStep, Stage[ChangeStep, ChangeDraft]] = {
        ChangeStep.CHOOSE: Stage(ChangeStep.CONFIRM, _is_quoted),
        ChangeStep.CONFIRM: Stage(_after_confirmation, _is_confirmable),
        ChangeStep.PAY: Stage(ChangeStep.VERIFY, is_covered, never),
        ChangeStep.VERIFY: Stage(ChangeStep.DONE, is_code_whole),
        ChangeStep.DONE: Stage(None, back_allowed=never),
    }
    return Flow(draft, course, ChangeStep.PAY if draft.order else ChangeStep.CHOOSE)
