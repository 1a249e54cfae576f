from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from supportplan_desktop.domain.accounts import AccountingMode, AccountKind
from supportplan_desktop.domain.errors import (
    AgreementNotAccepted,
    FundsInsufficient,
    NoFundsChosen,
    OpenOrderExists,
    OrderConflict,
    OrderExpired,
    OrderNotFound,
    OrderTransitionRefused,
    PlanAlreadyPaid,
    PlanManagedByMaster,
    QuoteStale,
    TierUnknown,
)
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.orders import CancelCause, OrderStatus
from supportplan_desktop.domain.payments import FundsChoice, Split
from supportplan_desktop.domain.subscriptions import PlanState
from tests.contract.world import BOUGHT, World, usd

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
BOTH = FundsChoice()


def test_the_guides_purchase_comes_out_to_the_cent_and_the_second(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    paid = services.orders.pay(order_id, BOTH, world.code(services, order_id))
    assert paid.status is OrderStatus.COMPLETED
    assert paid.total == usd("90.00")
    assert paid.split == Split(usd("60.00"), usd("30.00"))
    details = services.plans.details()
    assert (details.tier, details.state) == ("business", PlanState.ACTIVE)
    assert details.since == BOUGHT
    assert details.valid_until is not None
    assert details.valid_until.astimezone(HONG_KONG) == datetime(2020, 1, 9, 23, 59, 59, tzinfo=HONG_KONG)
    assert details.remaining_days == 31
    funds = services.accounts.funds()
    assert (funds.balance, funds.available_credit, funds.credit_limit) == (usd("0"), usd("470"), usd("500"))


def test_the_term_starts_when_the_payment_completes(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    world.pass_time(hours=20)  # 07:41:23 the next day at the site
    order = services.orders.pay(order_id, BOTH, world.code(services, order_id))
    assert order.term is not None
    assert order.term.start == BOUGHT + timedelta(hours=20)
    assert str(order.term.last) == "2020-01-10"
    assert order.total == usd("90.00")


def test_a_number_tells_when_the_order_was_generated(world: World) -> None:
    services = world.account()
    order = services.orders.get(world.pending(services))
    assert order.number.startswith("CS1912091141")
    assert len(order.number) == 17
    assert order.pay_before == BOUGHT + timedelta(hours=24)


def test_the_accepted_text_is_kept_with_the_order(world: World) -> None:
    services = world.account()
    agreement = services.catalogue.agreement()
    consent = services.orders.get(world.pending(services)).consent
    assert consent is not None
    assert (consent.version, consent.sha256, consent.at, consent.by) == (
        agreement.version,
        agreement.sha256,
        BOUGHT,
        world.person(services),
    )


def test_the_preview_is_what_is_charged(world: World) -> None:
    services = world.account(balance="20000.00")
    for tier, months in (("developer", 9), ("enterprise", 1), ("business", 36)):
        quote = services.plans.quote_purchase(tier, months)
        order = services.orders.get(world.pending(services, tier, months))
        assert order.quote == quote
        services.orders.cancel(order.id)


def test_sending_an_order_again_gives_the_same_order(world: World) -> None:
    services = world.account()
    order_id, order = uuid4(), world.order(services)
    first = services.orders.purchase(order_id, order)
    world.pass_time(minutes=5)
    assert services.orders.purchase(order_id, order) == first


def test_an_order_id_is_not_used_for_something_else(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    with pytest.raises(OrderConflict):
        services.orders.purchase(order_id, world.order(services, "developer"))


def test_one_open_order_blocks_the_next_and_leads_to_it(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    with pytest.raises(OpenOrderExists) as refused:
        world.pending(services, "developer")
    assert refused.value.facts["order_id"] == order_id
    assert refused.value.facts["number"] == services.orders.get(order_id).number


def test_the_agreement_must_be_ticked(world: World) -> None:
    services = world.account()
    with pytest.raises(AgreementNotAccepted):
        services.orders.purchase(uuid4(), replace(world.order(services), agreement_version="", agreement_sha256=""))
    with pytest.raises(AgreementNotAccepted):
        services.orders.purchase(uuid4(), replace(world.order(services), agreement_sha256="0" * 64))
    assert services.plans.details().last_order is None


def test_a_price_that_changed_is_refused_with_both_amounts(world: World) -> None:
    services = world.account()
    order = world.order(services)
    tiers = tuple(
        replace(tier, monthly_price=usd("95.00")) if tier.code == "business" else tier
        for tier in services.catalogue.current().tiers
    )
    later = world.selling(services, tiers=tiers)
    with pytest.raises(QuoteStale) as refused:
        later.orders.purchase(uuid4(), order)
    assert refused.value.facts == {"agreed": usd("90.00"), "current": usd("95.00"), "cause": "catalogue"}
    assert later.plans.details().open_order is None


def test_the_amount_is_frozen_while_the_order_is_pending(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    tiers = tuple(replace(tier, monthly_price=usd("99.00")) for tier in services.catalogue.current().tiers[1:])
    later = world.selling(services, tiers=(services.catalogue.current().tiers[0], *tiers))
    assert later.orders.pay(order_id, BOTH, world.code(later, order_id)).total == usd("90.00")


def test_a_paid_plan_cannot_be_bought_again(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    services.orders.pay(order_id, BOTH, world.code(services, order_id))
    assert not services.plans.details().can_buy
    with pytest.raises(PlanAlreadyPaid) as refused:
        world.pending(services, "developer")
    assert refused.value.facts["tier"] == "business"


def test_after_retention_the_plan_is_basic_and_can_be_bought_again(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    services.orders.pay(order_id, BOTH, world.code(services, order_id))
    world.clock.set(datetime(2020, 2, 8, 15, 59, 59, tzinfo=UTC))
    assert services.plans.details().state is PlanState.RETENTION
    world.pass_time(seconds=1)
    details = services.plans.details()
    assert (details.state, details.tier, details.can_buy) == (PlanState.BASIC, "basic", True)
    again = world.pending(services, "developer")
    assert services.orders.pay(again, BOTH, world.code(services, again)).status is OrderStatus.COMPLETED
    assert services.plans.details().tier == "developer"


def test_a_unified_member_is_told_who_buys(world: World) -> None:
    master = world.account().accounts.me()
    member = world.account(
        owner_id=master.owner_id, kind=AccountKind.MEMBER, accounting=AccountingMode.UNIFIED, master_id=master.id
    )
    assert not member.plans.details().can_buy
    with pytest.raises(PlanManagedByMaster) as refused:
        world.pending(member)
    assert refused.value.facts == {"master": "Harbor Retail"}


def test_an_unknown_tier_is_refused(world: World) -> None:
    services = world.account()
    with pytest.raises(TierUnknown):
        services.orders.purchase(uuid4(), replace(world.order(services), tier="gold"))


def test_paying_twice_moves_money_once(world: World) -> None:
    services = world.account(balance="500.00")
    order_id = world.pending(services)
    code = world.code(services, order_id)
    first = services.orders.pay(order_id, BOTH, code)
    assert services.orders.pay(order_id, BOTH, code) == first
    assert services.orders.pay(order_id, BOTH, "000000") == first
    assert services.accounts.funds().balance == usd("410.00")
    assert sum(1 for posting in world.postings(services) if posting.order_id == order_id) == 1


def test_too_little_funds_move_nothing_and_leave_the_order_payable(world: World) -> None:
    services = world.account(balance="60.00", credit="20.00")
    order_id = world.pending(services)
    code = world.code(services, order_id)
    before = world.postings(services)
    with pytest.raises(FundsInsufficient) as refused:
        services.orders.pay(order_id, BOTH, code)
    assert refused.value.facts == {"total": usd("90"), "covered": usd("80"), "missing": usd("10")}
    with pytest.raises(NoFundsChosen):
        services.orders.pay(order_id, FundsChoice(balance=False, credit=False), code)
    assert world.postings(services) == before
    assert services.orders.get(order_id).status is OrderStatus.PENDING_PAYMENT
    assert services.orders.verification(order_id).attempts_left == 5


def test_the_payment_deadline_cancels_the_order(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    code = world.code(services, order_id)
    before = world.postings(services)
    world.pass_time(hours=24, seconds=-1)
    assert services.orders.advance() == 0
    world.pass_time(seconds=1)
    with pytest.raises(OrderExpired):
        services.orders.pay(order_id, BOTH, code)
    order = services.orders.get(order_id)
    assert order.status is OrderStatus.CANCELED
    assert order.events[-1].cause is CancelCause.DEADLINE
    assert world.postings(services) == before
    assert services.messages.page().messages[0].kind is MessageKind.ORDER_DEADLINE_PASSED


def test_time_does_its_work_once_whenever_it_is_run(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    world.pass_time(days=3)
    assert services.plans.details().open_order is None
    assert services.orders.advance() == 1
    canceled = services.orders.get(order_id)
    assert services.orders.advance() == 0
    world.pass_time(days=-10)
    assert services.orders.advance() == 0
    assert services.orders.get(order_id) == canceled


def test_an_overdue_order_makes_way_for_a_new_one(world: World) -> None:
    services = world.account()
    old = world.pending(services)
    world.pass_time(hours=25)
    new = world.pending(services, "developer")
    assert services.orders.get(old).status is OrderStatus.CANCELED
    assert services.orders.get(new).status is OrderStatus.PENDING_PAYMENT


def test_canceling_is_said_once_and_stays(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    canceled = services.orders.cancel(order_id)
    assert canceled.events[-1].cause is CancelCause.BY_USER
    world.pass_time(minutes=1)
    assert services.orders.cancel(order_id) == canceled
    with pytest.raises(OrderTransitionRefused):
        services.orders.pay(order_id, BOTH, "123456")
    assert services.plans.details().open_order is None


def test_a_paid_order_is_not_canceled(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    services.orders.pay(order_id, BOTH, world.code(services, order_id))
    with pytest.raises(OrderTransitionRefused):
        services.orders.cancel(order_id)


def test_another_accounts_order_does_not_exist_here(world: World) -> None:
    owner, stranger = world.account(), world.account()
    order_id = world.pending(owner)
    for ask in (stranger.orders.get, stranger.orders.cancel, stranger.orders.verification):
        with pytest.raises(OrderNotFound):
            ask(order_id)
    with pytest.raises(OrderNotFound):
        stranger.orders.pay(order_id, BOTH, "123456")


def test_buying_is_told_in_messages(world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    services.orders.pay(order_id, BOTH, world.code(services, order_id))
    page = services.messages.page()
    assert [message.kind for message in page.messages] == [
        MessageKind.ORDER_COMPLETED,
        *[MessageKind.VERIFICATION_CODE] * world.codes_are_told,
        MessageKind.ORDER_GENERATED,
    ]
    assert page.unread == len(page.messages)
    services.messages.mark_read(page.messages[0].id)
    services.messages.mark_read(page.messages[0].id)
    services.messages.mark_read(uuid4())
    assert services.messages.page().unread == len(page.messages) - 1


@pytest.mark.local("whoever acts for another account of a server signs in for it")
def test_acting_for_another_account_shows_its_own_plan(world: World) -> None:
    first, second = world.account(), world.account(balance="7.00", name="Lantern Studio")
    order_id = world.pending(first)
    first.orders.pay(order_id, BOTH, world.code(first, order_id))
    other = first.accounts.act_as(second.accounts.me().id)
    assert other.plans.details().tier == "basic"
    assert other.accounts.funds().balance == usd("7.00")
    assert [account.name for account in other.accounts.others()] == ["Harbor Retail", "Lantern Studio"]
