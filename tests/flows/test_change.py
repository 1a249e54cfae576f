from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.assets import resource
from supportplan_desktop.domain.catalogue_data import read_agreement, read_catalogue
from supportplan_desktop.domain.changing import quote_change
from supportplan_desktop.domain.errors import AgreementNotAccepted
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import Agreed, AgreementConsent, Order, OrderKind, generated
from supportplan_desktop.domain.payments import Funds
from supportplan_desktop.domain.proration import Proration
from supportplan_desktop.domain.subscriptions import purchased
from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.flows.change import ChangeDraft, ChangeStep, change_flow

if TYPE_CHECKING:
    from supportplan_desktop.domain.quotes import Quote

AT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
CATALOGUE = read_catalogue((resource("catalogue") / "catalogue.json").read_text("utf-8"))
AGREEMENT = read_agreement((resource("agreements") / "2019-10.json").read_text("utf-8"))


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def change(before: str, after: str) -> Quote:
    term = purchase_term(AT, 1, CATALOGUE.site_zone)
    plan = purchased(uuid4(), uuid4(), before, CATALOGUE.tier(before).monthly_price, term)
    return quote_change(CATALOGUE, Proration.ACTUAL_DAYS, plan, after, AT)


def ordered(quote: Quote) -> Order:
    consent = AgreementConsent(AGREEMENT.version, AGREEMENT.sha256, AT, "Lin Chen")
    agreed = Agreed(OrderKind.CHANGE, quote, consent)
    return generated(uuid4(), "CS1912091141K7Q2M", uuid4(), agreed, AT + timedelta(hours=12))


@pytest.fixture
def upgrade() -> ChangeDraft:
    return ChangeDraft(uuid4(), quote=change("developer", "business"), agreement=AGREEMENT, tier="business")


@pytest.fixture
def downgrade() -> ChangeDraft:
    return ChangeDraft(uuid4(), quote=change("business", "developer"), agreement=AGREEMENT, tier="developer")


def course(draft: ChangeDraft) -> list[ChangeStep]:
    flow = change_flow(draft)
    steps = [flow.first]
    while (following := flow.after(steps[-1])) is not None:
        steps.append(following)
    return steps


def test_an_upgrade_is_confirmed_paid_and_verified(upgrade: ChangeDraft) -> None:
    assert course(upgrade) == list(ChangeStep)


def test_a_downgrade_is_confirmed_and_done(downgrade: ChangeDraft) -> None:
    assert course(downgrade) == [ChangeStep.CHOOSE, ChangeStep.CONFIRM, ChangeStep.DONE]


def test_a_change_that_costs_nothing_is_done_without_paying(upgrade: ChangeDraft) -> None:
    assert upgrade.quote is not None
    nothing = tuple(replace(line, amount=usd("0.00")) for line in upgrade.quote.lines)
    upgrade.quote = replace(upgrade.quote, lines=nothing)
    assert course(upgrade) == [ChangeStep.CHOOSE, ChangeStep.CONFIRM, ChangeStep.DONE]


def test_once_ordered_the_order_decides_whether_it_is_paid(downgrade: ChangeDraft) -> None:
    downgrade.order = ordered(change("business", "developer"))
    downgrade.quote = None
    assert change_flow(downgrade).after(ChangeStep.CONFIRM) is ChangeStep.DONE
    downgrade.order = ordered(change("developer", "business"))
    assert change_flow(downgrade).after(ChangeStep.CONFIRM) is ChangeStep.PAY


def test_choosing_is_complete_once_the_quote_is_for_what_is_chosen(upgrade: ChangeDraft) -> None:
    flow = change_flow(upgrade)
    assert flow.complete(ChangeStep.CHOOSE)
    upgrade.tier = "enterprise"
    assert not flow.complete(ChangeStep.CHOOSE)
    assert not flow.complete(ChangeStep.CONFIRM)


def test_what_is_sent_is_what_was_shown_and_what_it_was_made_from(upgrade: ChangeDraft) -> None:
    upgrade.is_agreed = True
    command, quote = upgrade.command(), upgrade.quote
    assert quote is not None
    assert (command.tier, command.agreed_total) == ("business", usd("64.00"))
    assert (command.agreement_version, command.agreement_sha256) == (AGREEMENT.version, AGREEMENT.sha256)
    assert command.basis is not None
    assert (command.basis.at, command.basis.plan) == (quote.at, quote.plan)


def test_nothing_is_sent_while_the_agreement_is_not_ticked(upgrade: ChangeDraft) -> None:
    assert change_flow(upgrade).complete(ChangeStep.CONFIRM)
    with pytest.raises(AgreementNotAccepted):
        upgrade.command()


def test_nothing_can_be_sent_before_something_is_chosen() -> None:
    with pytest.raises(ValueError, match="nothing"):
        ChangeDraft(uuid4(), is_agreed=True).command()


def test_paying_goes_on_only_with_funds_that_cover_the_fee(upgrade: ChangeDraft) -> None:
    upgrade.order = ordered(change("developer", "business"))
    flow = change_flow(upgrade)
    assert flow.first is ChangeStep.PAY
    upgrade.available = Funds(usd("60"), usd("3"), usd("500"))
    assert not flow.complete(ChangeStep.PAY)
    upgrade.available = Funds(usd("60"), usd("4"), usd("500"))
    assert flow.complete(ChangeStep.PAY)


def test_an_order_is_not_taken_back_by_going_back(upgrade: ChangeDraft) -> None:
    flow = change_flow(upgrade)
    assert [flow.back_allowed(step) for step in ChangeStep] == [False, True, False, True, False]
