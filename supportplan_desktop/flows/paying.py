"""What the wizards that pay have in common: the draft's order, its funds, its code, and when those steps are complete.

A draft that pays inherits `PayingDraft`, one that is made under the agreement `AgreeingDraft`; their courses take the
predicates below.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from supportplan_desktop.domain.catalogue import Agreement
from supportplan_desktop.domain.errors import AgreementNotAccepted
from supportplan_desktop.domain.orders import Order
from supportplan_desktop.domain.payments import Funds, FundsChoice, Split, covered
from supportplan_desktop.domain.quotes import Quote

CODE_DIGITS = 6


@dataclass(slots=True)
class PayingDraft:
    """What paying fills in.

    `order_id` is made when the wizard opens, so that sending the order again gives the same one; `order` is there once
    it was generated, or from the start when resumed.
    """

    order_id: UUID
    order: Order | None = None
    available: Funds | None = None
    funds: FundsChoice = field(default_factory=FundsChoice)
    code: str = ""

    def split(self) -> Split | None:
        """What the ticked funds give towards the order; None before both are known."""
        if self.order is None or self.available is None:
            return None
        return covered(self.order.total, self.available, self.funds)


@dataclass(slots=True)
class AgreeingDraft(PayingDraft):
    """A draft whose order is made under the agreement; `quote` is the latest answer for what is chosen."""

    quote: Quote | None = None
    agreement: Agreement | None = None
    is_agreed: bool = False

    def agreed(self) -> tuple[Quote, Agreement]:
        """What is agreed to; AgreementNotAccepted while it is not ticked, ValueError before both are there."""
        if self.quote is None or self.agreement is None:
            raise ValueError("nothing has been chosen yet")
        if not self.is_agreed:
            raise AgreementNotAccepted(version=self.agreement.version, accepted=None)
        return self.quote, self.agreement


def is_covered(draft: PayingDraft) -> bool:
    """Whether the ticked funds pay the whole order."""
    split = draft.split()
    return split is not None and draft.order is not None and split.total == draft.order.total


def is_code_whole(draft: PayingDraft) -> bool:
    """Whether all digits of a verification code stand there."""
    return len(draft.code) == CODE_DIGITS and draft.code.isascii() and draft.code.isdigit()


def never(_draft: object) -> bool:
    """Not whatever the draft holds: an order that was generated is not taken back by going back."""
    return False
