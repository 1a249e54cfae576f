"""The course of renewing: choose for how long, pay, verify, done (DOMAIN 6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from supportplan_desktop.domain.quotes import Quote
from supportplan_desktop.flows.flow import Flow, Stage
from supportplan_desktop.flows.paying import PayingDraft, is_code_whole, is_covered, never
from supportplan_desktop.services.interfaces import RenewalOrder, basis_of


class RenewStep(IntEnum):
    """The pages; paying takes two of them."""

    CHOOSE = 0
    PAY = 1
    VERIFY = 2
    DONE = 3


@dataclass(slots=True)
class RenewDraft(PayingDraft):
    """What the pages fill in: `quote` is the latest answer for `months`."""

    months: int | None = None
    quote: Quote | None = None

    def command(self) -> RenewalOrder:
        """What is ordered. Only after CHOOSE is complete."""
        if self.quote is None:
            raise ValueError("nothing has been chosen yet")
        return RenewalOrder(months=self.quote.months, agreed_total=self.quote.total, basis=basis_of(self.quote))


def _is_quoted(draft: RenewDraft) -> bool:
    return draft.quote is not None and draft.quote.months == draft.months


def renew_flow(draft: RenewDraft) -> Flow[RenewStep, RenewDraft]:
    """The course over that draft; it begins at paying where the draft already has its order."""
    course: dict[RenewStep, Stage[RenewStep, RenewDraft]] = {
        RenewStep.CHOOSE: Stage(RenewStep.PAY, _is_quoted),
        RenewStep.PAY: Stage(RenewStep.VERIFY, is_covered, never),
        RenewStep.VERIFY: Stage(RenewStep.DONE, is_code_whole),
        RenewStep.DONE: Stage(None, back_allowed=never),
    }
    return Flow(draft, course, RenewStep.PAY if draft.order else RenewStep.CHOOSE)
