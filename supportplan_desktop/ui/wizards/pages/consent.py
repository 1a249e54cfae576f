"""Confirming an order that is made under the agreement: what it is, the text, and the tick."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal

from supportplan_desktop.domain.errors import AgreementNotAccepted, OpenOrderExists, QuoteStale, Refusal
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Card, Label, Rule, row
from supportplan_desktop.ui.wizards.pages.agreement import AgreementCard
from supportplan_desktop.ui.wizards.pages.asking import AskingPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import IntEnum

    from supportplan_desktop.domain.catalogue import Agreement
    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.domain.quotes import Quote
    from supportplan_desktop.flows.flow import Flow
    from supportplan_desktop.flows.paying import AgreeingDraft
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts
    from supportplan_desktop.ui.wizards.pages.facts import Fact


class ConsentPage(AskingPage):
    """The order's facts and the agreement; going on generates the order.

    A subclass gives its facts, writes them in `write_facts`, and says in `price` and `order` how its draft is quoted
    and ordered; both run on a worker.
    """

    asked = Signal()
    """The price no longer holds and is asked for anew."""
    quoted = Signal(object)
    """(quote): the price that holds now."""
    order_requested = Signal(object)
    """(order id): the user is led to the order that is in the way."""

    changes: ClassVar[Change] = Change.ORDERS | Change.PLAN | Change.MESSAGES
    price: Callable[[Services, Any], Quote]
    order: Callable[[Services, Any], Order]

    def __init__(
        self, flow: Flow[Any, Any], step: IntEnum, session: Session, texts: Texts, facts: Sequence[Fact]
    ) -> None:
        super().__init__(flow, step, session, texts)
        self._draft: AgreeingDraft = flow.draft
        self.heading = Label(Role.H2)
        self._as_of = Label(Role.SMALL, "muted")
        self._agreement = AgreementCard(session.tasks)
        self._agreement.ticked.connect(self._tick)
        self.refusal.remedied.connect(self._remedy)
        self.content.addWidget(self._order_card(facts))
        self.content.addWidget(self._agreement, 1)
        self.content.addWidget(self.refusal)

    def write_facts(self, quote: Quote) -> None:
        """Say what is ordered, in the language of the moment."""
        raise NotImplementedError

    def show_fact(self, fact: Fact, *, is_shown: bool) -> None:
        """Show or hide one of the facts, and the line above it."""
        fact.setVisible(is_shown)
        self._rules[fact].setVisible(is_shown)

    def submit(self) -> Callable[[], Order]:
        """Generate the order that is agreed to; the worker sees the draft as it is at this moment."""
        self.forget()
        self.refusal.clear()
        return partial(type(self).order, self.services, replace(self._draft))

    def succeeded(self, order: Order) -> None:
        """The order is there."""
        self._draft.order = order

    def show_refusal(self, error: Refusal) -> None:
        """What no longer holds is asked for anew and confirmed anew."""
        super().show_refusal(error)
        if isinstance(error, QuoteStale):
            self._agreement.untick()
            self._draft.quote = None
            self.asked.emit()
            self.completeChanged.emit()
            self.load()
        elif isinstance(error, AgreementNotAccepted) and self._draft.is_agreed:
            self.load()  # another text than the one that was ticked

    def remedy(self, error: Refusal) -> str:
        """The order that is in the way can be followed; what could not be asked is asked again."""
        if isinstance(error, OpenOrderExists):
            return self.tr("Go to that order")
        return "" if self._draft.agreement and self._draft.quote else self.tr("Retry")

    def retranslate(self) -> None:
        """Write what all confirmations have; a subclass adds its own words."""
        self._write()

    def load(self) -> None:
        """Ask for the agreement in force and for the price, where none is agreed to yet."""
        price, frozen = type(self).price, replace(self._draft)

        def what_holds(services: Services) -> tuple[Agreement, Quote]:
            return services.catalogue.agreement(), frozen.quote or price(services, frozen)

        self.ask(what_holds, self._show)

    def _show(self, answer: tuple[Agreement, Quote]) -> None:
        self._draft.agreement, self._draft.quote = answer
        self._agreement.show_agreement(answer[0])
        self.quoted.emit(answer[1])
        self._write()
        self.completeChanged.emit()

    def _tick(self, is_agreed: bool) -> None:
        self._draft.is_agreed = is_agreed
        if is_agreed and isinstance(self.refusal.error, AgreementNotAccepted):
            self.refusal.clear()

    def _remedy(self) -> None:
        error = self.refusal.error
        if isinstance(error, OpenOrderExists):
            self.order_requested.emit(error.facts["order_id"])
        else:
            self.refusal.clear()
            self.load()

    def _write(self) -> None:
        quote = self._draft.quote
        if quote is not None:
            self._as_of.setText(self.tr("prices as of {time}").format(time=self.texts.minute(quote.at)))
            self.write_facts(quote)

    def _order_card(self, facts: Sequence[Fact]) -> Card:
        card = Card(padded=False)
        self._rules = {fact: Rule() for fact in facts}
        head = row(self.heading, None, self._as_of)
        head.setContentsMargins(20, 10, 20, 10)
        card.body.addLayout(head)
        for fact, rule in self._rules.items():
            card.body.addWidget(rule)
            card.body.addWidget(fact)
        return card

    # Qt overrides

    def initializePage(self) -> None:
        self.refusal.clear()
        self._write()
        self.load()
