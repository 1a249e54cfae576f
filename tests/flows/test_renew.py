from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from supportplan_desktop.assets import resource
from supportplan_desktop.domain.catalogue_data import read_catalogue
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import Agreed, OrderKind, generated
from supportplan_desktop.domain.quotes import Quote, quote_renewal
from supportplan_desktop.domain.subscriptions import purchased
from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.flows.renew import RenewDraft, RenewStep, renew_flow

AT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
CATALOGUE = read_catalogue((resource("catalogue") / "catalogue.json").read_text("utf-8"))


def renewal(months: int = 3) -> Quote:
    term = purchase_term(AT, 1, CATALOGUE.site_zone)
    plan = purchased(uuid4(), uuid4(), "business", Money(Decimal(90), "USD"), term)
    return quote_renewal(CATALOGUE, plan, months, AT)


def test_renewing_goes_from_choosing_over_paying_to_the_end() -> None:
    flow = renew_flow(RenewDraft(uuid4()))
    steps = [flow.first]
    while (following := flow.after(steps[-1])) is not None:
        steps.append(following)
    assert steps == list(RenewStep)
    assert [flow.back_allowed(step) for step in RenewStep] == [False, False, True, False]


def test_choosing_is_complete_once_the_quote_is_for_what_is_chosen() -> None:
    draft = RenewDraft(uuid4(), months=3)
    flow = renew_flow(draft)
    assert not flow.complete(RenewStep.CHOOSE)
    draft.quote = renewal(3)
    assert flow.complete(RenewStep.CHOOSE)
    draft.months = 6
    assert not flow.complete(RenewStep.CHOOSE)


def test_what_is_sent_is_what_was_shown_and_what_it_was_made_from() -> None:
    draft = RenewDraft(uuid4(), months=3, quote=renewal(3))
    command = draft.command()
    assert (command.months, str(command.agreed_total.amount)) == (3, "270.00")
    assert command.basis is not None
    assert draft.quote is not None
    assert command.basis.plan == draft.quote.plan


def test_nothing_can_be_sent_before_something_is_chosen() -> None:
    with pytest.raises(ValueError, match="nothing"):
        RenewDraft(uuid4(), months=3).command()


def test_a_resumed_order_begins_at_paying() -> None:
    order = generated(uuid4(), "CS1912091141K7Q2M", uuid4(), Agreed(OrderKind.RENEWAL, renewal()), AT)
    assert renew_flow(RenewDraft(order.id, order=order)).first is RenewStep.PAY
