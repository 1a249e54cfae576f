"""What paying needs of a wizard's draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.payments import Funds, FundsChoice, Split


class Payable(Protocol):
    """A draft whose order is paid at its end; the pages fill in what they learn."""

    order_id: UUID
    order: Order | None
    available: Funds | None
    funds: FundsChoice
    code: str

    def split(self) -> Split | None:
        """What the ticked funds give towards the order; None before both are known."""
