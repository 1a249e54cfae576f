from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from supportplan_desktop.assets import resource
from supportplan_desktop.domain.catalogue_data import read_agreement, read_catalogue
from supportplan_desktop.domain.errors import AgreementNotAccepted
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import Agreed, AgreementConsent, Order, OrderKind, generated
from supportplan_desktop.domain.payments import Funds, FundsChoice
from supportplan_desktop.domain.quotes import Quote, quote_purchase
from supportplan_desktop.flows.purchase import PurchaseDraft, PurchaseStep, purchase_flow

AT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
CATALOGUE = read_catalogue((resource("catalogue") / "catalogue.json").read_text("utf-8"))
AGREEMENT = read_agreement((resource("agreements") / "2019-10.json").read_text("utf-8"))


def business() -> Quote:
    return quote_purchase(CATALOGUE, "business", 1, AT)


def a_generated_order() -> Order:
    consent = AgreementConsent(AGREEMENT.version, AGREEMENT.sha256, AT, "Lin Chen")
    return generated(
        uuid4(),
        "CS1912091141K7Q2M",
        UUID(int=1),
        Agreed(OrderKind.NEW_PURCHASE, business(), consent),
        AT + timedelta(hours=24),
    )


def funds(balance: str, credit: str) -> Funds:
    return Funds(Money(Decimal(balance), "USD"), Money(Decimal(credit), "USD"), Money(Decimal(500), "USD"))


@pytest.fixture
def draft() -> PurchaseDraft:
    return PurchaseDraft(uuid4(), tier="business", months=1)


def test_buying_goes_through_every_page_of_the_guide(draft: PurchaseDraft) -> None:
    flow = purchase_flow(draft)
    steps = [flow.first]
    while (following := flow.after(steps[-1])) is not None:
        steps.append(following)
    assert steps == list(PurchaseStep)


def test_choosing_is_complete_once_the_quote_is_for_what_is_chosen(draft: PurchaseDraft) -> None:
    flow = purchase_flow(draft)
    assert not flow.complete(PurchaseStep.CHOOSE)
    draft.quote = business()
    assert flow.complete(PurchaseStep.CHOOSE)
    draft.months = 2
    assert not flow.complete(PurchaseStep.CHOOSE)


def test_what_is_sent_is_what_was_shown(draft: PurchaseDraft) -> None:
    draft.quote, draft.agreement, draft.is_agreed = business(), AGREEMENT, True
    command = draft.command()
    assert (command.tier, command.months, command.agreed_total) == ("business", 1, draft.quote.total)
    assert (command.agreement_version, command.agreement_sha256) == (AGREEMENT.version, AGREEMENT.sha256)


def test_nothing_is_sent_while_the_agreement_is_not_ticked(draft: PurchaseDraft) -> None:
    draft.quote, draft.agreement = business(), AGREEMENT
    assert purchase_flow(draft).complete(PurchaseStep.CONFIRM)
    with pytest.raises(AgreementNotAccepted):
        draft.command()


def test_paying_goes_on_only_with_funds_that_cover_the_order(draft: PurchaseDraft) -> None:
    draft.order = a_generated_order()
    flow = purchase_flow(draft)
    assert not flow.complete(PurchaseStep.PAY)
    draft.available = funds("60", "20")
    assert not flow.complete(PurchaseStep.PAY)
    draft.available = funds("60", "30")
    assert flow.complete(PurchaseStep.PAY)
    draft.funds = replace(draft.funds, credit=False)
    assert not flow.complete(PurchaseStep.PAY)
    draft.funds = FundsChoice(balance=False, credit=False)
    assert not flow.complete(PurchaseStep.PAY)


@pytest.mark.parametrize(
    ("code", "whole"),
    [("", False), ("52041", False), ("520417", True), ("5204170", False), ("52041a", False), ("５２０４１７", False)],
)
def test_a_code_is_six_digits(draft: PurchaseDraft, code: str, whole: bool) -> None:
    draft.code = code
    assert purchase_flow(draft).complete(PurchaseStep.VERIFY) is whole


def test_a_resumed_order_begins_at_paying(draft: PurchaseDraft) -> None:
    draft.order = a_generated_order()
    assert purchase_flow(draft).first is PurchaseStep.PAY


def test_an_order_is_not_taken_back_by_going_back(draft: PurchaseDraft) -> None:
    flow = purchase_flow(draft)
    assert [flow.back_allowed(step) for step in PurchaseStep] == [False, True, False, True, False]
