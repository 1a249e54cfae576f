"""The course of unsubscribing: confirm the refund, done (DOMAIN 8)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID

from supportplan_desktop.domain.errors import RefundNotConfirmed, UnsubscriptionReasonMissing
from supportplan_desktop.domain.orders import Order
from supportplan_desktop.domain.payments import Split
from supportplan_desktop.domain.quotes import Quote
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason, checked_note
from supportplan_desktop.flows.flow import Flow, Stage
from supportplan_desktop.flows.paying import never
from supportplan_desktop.services.interfaces import UnsubscriptionOrder, basis_of


class UnsubscribeStep(IntEnum):
    """The pages."""

    CONFIRM = 0
    DONE = 1


@dataclass(slots=True)
class UnsubscribeDraft:
    """What the pages fill in: `quote` is the latest answer, `split` where its amount goes back to.

    `order_id` is made when the wizard opens, so that sending the order again gives the same one. What was typed for
    "other" stays in `note` when another reason is chosen, and is then not sent.
    """

    order_id: UUID
    order: Order | None = None
    quote: Quote | None = None
    split: Split | None = None
    reason: UnsubscriptionReason | None = None
    note: str = ""
    is_confirmed: bool = False

    def command(self) -> UnsubscriptionOrder:
        """What is confirmed; ValueError before there is a quote.

        UnsubscriptionReasonMissing, InvalidInput for a text that is too long, RefundNotConfirmed.
        """
        if self.quote is None:
            raise ValueError("nothing has been quoted yet")
        if self.reason is None:
            raise UnsubscriptionReasonMissing
        note = checked_note(self.reason, self.note if self.reason is UnsubscriptionReason.OTHER else "")
        if not self.is_confirmed:
            raise RefundNotConfirmed
        return UnsubscriptionOrder(
            agreed_total=self.quote.total,
            reason=self.reason,
            note=note,
            is_confirmed=True,
            basis=basis_of(self.quote),
        )


def _is_quoted(draft: UnsubscribeDraft) -> bool:
    return draft.quote is not None


def unsubscribe_flow(draft: UnsubscribeDraft) -> Flow[UnsubscribeStep, UnsubscribeDraft]:
    """The course over that draft; what was given up is not taken back by going back."""
    course: dict[UnsubscribeStep, Stage[UnsubscribeStep, UnsubscribeDraft]] = {
        UnsubscribeStep.CONFIRM: Stage(UnsubscribeStep.DONE, _is_quoted),
        UnsubscribeStep.DONE: Stage(None, back_allowed=never),
    }
    return Flow(draft, course)
