"""The pages of the renew wizard, over real services on a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWizard

from supportplan_desktop.domain.accounts import AccountingMode, AccountKind
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.flows.renew import RenewStep
from tests.contract.world import usd

if TYPE_CHECKING:
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.language import Language
    from tests.contract.world import World
    from tests.ui.wizards.conftest import Desk

Role = QWizard.WizardButton


@pytest.fixture
def services(world: World) -> Services:
    """An account that bought Business for a month, today."""
    services = world.account("1000.00")
    world.paid(services)
    return services


def test_each_duration_says_its_new_end_and_the_summary_follows(desk: Desk, services: Services) -> None:
    wizard = desk.renew(services)
    assert wizard.text("renew.until") == "2020-01-09 23:59:59"
    assert wizard.spoken(3) == "3 months, new end Apr 9, 2020"
    for months, amount, end in (
        (1, "$90.00", "2020-02-09"),
        (3, "$270.00", "2020-04-09"),
        (12, "$1,080.00", "2021-01-09"),
    ):
        wizard.months(months)
        assert wizard.amount_due == amount
        assert wizard.text("summary.term") == f"2020-01-10 00:00:00\nto {end} 23:59:59"
        assert end in wizard.text("renew.ends")


def test_a_renewal_counts_from_the_anchor_of_the_purchase(desk: Desk, world: World) -> None:
    world.go_to("2020-01-31 10:00:00")
    services = world.account("1000.00")
    world.paid(services)
    wizard = desk.renew(services)
    assert wizard.text("renew.until") == "2020-02-29 23:59:59"
    assert wizard.text("summary.term") == "2020-03-01 00:00:00\nto 2020-03-31 23:59:59"


def test_it_is_paid_verified_and_done(desk: Desk, world: World, services: Services) -> None:
    wizard = desk.renew(services).months(3)
    assert wizard.role(Role.NextButton).text() == "Pay"
    wizard.next()
    assert wizard.is_at(RenewStep.PAY)
    world.pass_time(minutes=1)
    wizard.next().pay()
    assert wizard.is_at(RenewStep.DONE)
    assert wizard.text("done.term") == "2020-01-10 00:00:00 – 2020-04-09 23:59:59"
    assert wizard.text("done.paid") == "$270.00"
    order = world.orders(services)[-1]
    assert (order.status, order.total, order.consent) == (OrderStatus.COMPLETED, usd("270.00"), None)
    terms = services.plans.details().terms
    assert [term.months for term in terms] == [1, 3]


@pytest.mark.parametrize("is_on", [False, True])
def test_auto_renewal_stays_as_it_is(desk: Desk, world: World, services: Services, is_on: bool) -> None:
    services.plans.set_auto_renewal(is_on=is_on, months=1, days_before=7)
    wizard = desk.renew(services)
    assert wizard.text("renew.auto") == ("on" if is_on else "off")
    assert "stays as it is" in wizard.words()
    wizard.next()
    world.pass_time(minutes=1)
    wizard.next().pay()
    chosen = services.plans.details().auto_renewal
    assert chosen is not None
    assert chosen.is_on is is_on


def test_a_pending_renewal_is_resumed_where_it_is_paid(desk: Desk, world: World, services: Services) -> None:
    desk.renew(services).months(2).next().pay_later()
    order = world.orders(services)[-1]
    assert order.status is OrderStatus.PENDING_PAYMENT
    wizard = desk.renew(services, order_id=order.id)
    assert wizard.is_at(RenewStep.PAY)
    assert wizard.amount_due == "$180.00"
    assert wizard.text("summary.term") == "2020-01-10 00:00:00\nto 2020-03-09 23:59:59"
    world.pass_time(minutes=1)
    wizard.next().pay()
    assert world.orders(services)[-1].status is OrderStatus.COMPLETED


def test_in_grace_it_says_that_the_old_end_counts(desk: Desk, world: World, services: Services) -> None:
    world.go_to("2020-01-20 10:00:00")
    wizard = desk.renew(services)
    assert wizard.shows("renew.overdue")
    assert {"The plan ended on Jan 9, 2020."} <= wizard.words()
    assert wizard.text("summary.term") == "2020-01-10 00:00:00\nto 2020-02-09 23:59:59"
    assert wizard.can_go_on()


def test_another_price_list_is_refused_with_both_amounts_and_asked_anew(
    desk: Desk, world: World, services: Services
) -> None:
    wizard = desk.renew(services)
    dearer = world.priced(services, business="100.00")
    wizard.wizard.page(RenewStep.CHOOSE).session.open(lambda: dearer)  # type: ignore[attr-defined]
    wizard.settle()
    wizard.next()
    assert wizard.refusal.startswith("The amount has changed from $90.00 to $100.00. The price list has changed")
    assert wizard.is_at(RenewStep.CHOOSE)
    assert wizard.amount_due == "$100.00"
    assert wizard.next().is_at(RenewStep.PAY)


def test_another_plan_of_the_same_price_is_refused_and_shown(desk: Desk, world: World, services: Services) -> None:
    wizard = desk.renew(services)
    world.renewed(services)
    wizard.next()
    assert wizard.refusal.startswith("The plan has changed since the amount was shown.")
    assert wizard.text("summary.term") == "2020-02-10 00:00:00\nto 2020-03-09 23:59:59"
    assert wizard.next().is_at(RenewStep.PAY)


def test_an_open_order_is_in_the_way_and_can_be_followed(desk: Desk, world: World, services: Services) -> None:
    order = world.renew(services)
    wizard = desk.renew(services)
    assert wizard.refusal.startswith(f"Order {order.number} is still open.")
    assert not wizard.can_go_on()
    led: list[object] = []
    wizard.wizard.order_requested.connect(led.append)
    wizard.click("wizard.refusal.remedy")
    assert led == [order.id]


def test_basic_has_nothing_to_renew(desk: Desk, world: World) -> None:
    wizard = desk.renew(world.account())
    assert wizard.refusal.startswith("This account is on Basic.")
    assert not wizard.can_go_on()
    assert not wizard.shows("renew.duration")


def test_a_unified_member_is_referred_to_its_master(desk: Desk, world: World) -> None:
    master = world.account().accounts.me()
    member = world.account(
        owner_id=master.owner_id, kind=AccountKind.MEMBER, accounting=AccountingMode.UNIFIED, master_id=master.id
    )
    wizard = desk.renew(member)
    assert wizard.refusal.startswith("This account is under unified accounting.")
    assert not wizard.can_go_on()


def test_the_same_renewal_in_chinese(desk: Desk, world: World, services: Services, language: Language) -> None:
    language.use("zh_CN")
    wizard = desk.renew(services)
    assert wizard.text("summary.amount_name") == "应付金额"
    assert wizard.role(Role.NextButton).text() == "去支付"
    wizard.next()
    world.pass_time(minutes=1)
    wizard.next().pay()
    assert wizard.text("done.plan") == "商业级"
