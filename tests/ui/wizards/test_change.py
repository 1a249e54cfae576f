"""The pages of the change wizard, over real services on a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWizard

from supportplan_desktop.domain.accounts import AccountingMode, AccountKind
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.flows.change import ChangeStep
from supportplan_desktop.ui.widgets import OptionCard
from tests.contract.world import usd

if TYPE_CHECKING:
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.language import Language
    from tests.contract.world import World
    from tests.ui.wizards.conftest import Desk

Role = QWizard.WizardButton


@pytest.fixture
def developer(world: World) -> Services:
    """An account that bought Developer for a month, today."""
    services = world.account()
    world.paid(services, "developer")
    return services


@pytest.fixture
def business(world: World) -> Services:
    """An account that bought Business for a month, today: 60.00 from the balance, 30.00 from credit."""
    services = world.account()
    world.paid(services, "business")
    return services


# Choosing


def test_the_next_tier_up_is_chosen_and_the_present_one_cannot_be(desk: Desk, developer: Services) -> None:
    wizard = desk.change(developer)
    assert wizard.shows("change.current.developer")
    assert not wizard.shows("change.tier.developer")
    assert wizard.find(OptionCard, "change.tier.business").isChecked()
    assert wizard.role(Role.NextButton).text() == "Change Now"
    assert wizard.can_go_on()


def test_from_the_highest_tier_the_next_one_down_is_chosen(desk: Desk, world: World) -> None:
    services = world.account("20000.00")
    world.paid(services, "enterprise")
    assert desk.change(services).find(OptionCard, "change.tier.business").isChecked()


def test_on_the_purchase_day_the_difference_is_due_and_a_day_later_less(desk: Desk, world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    wizard = desk.change(services, "business")
    assert (wizard.text("summary.amount_name"), wizard.amount_due) == ("Supplementary fee", "$64.00")
    assert wizard.amount("business") == "+\N{NO-BREAK SPACE}$64.00"
    wizard.leave()
    world.pass_time(days=1)
    assert desk.change(services, "business").amount_due == "$61.94"


def test_a_downgrade_is_shown_as_a_refund(desk: Desk, world: World, business: Services) -> None:
    world.go_to("2019-12-22 10:00:00")
    wizard = desk.change(business, "developer")
    assert (wizard.text("summary.amount_name"), wizard.amount_due) == ("Refund amount", "$37.16")
    assert wizard.amount("developer") == "−\N{NO-BREAK SPACE}$37.16"
    assert wizard.text("summary.line.old_value") == "$52.26"
    assert wizard.text("summary.line.new_value") == "−\N{NO-BREAK SPACE}$15.10"
    wizard.click("summary.why")
    assert {"$90.00 paid × 18 of 31 days left", "$26.00 × 1 month × 18 of 31 days", "Refund = old − new"} <= (
        wizard.words()
    )


def test_the_summary_says_from_when_and_that_the_end_stays(desk: Desk, world: World, developer: Services) -> None:
    world.go_to("2019-12-22 10:00:00")
    wizard = desk.change(developer)
    assert wizard.text("summary.duration") == "from Developer, at once"
    assert wizard.text("summary.term") == "Now, 2019-12-22\nto 2020-01-09 (unchanged)"


def test_a_change_with_a_renewal_counts_both_terms_and_explains_each(desk: Desk, world: World) -> None:
    services = world.account("200.00")
    world.paid(services)
    world.renewed(services)
    world.go_to("2019-12-22 10:00:00")
    wizard = desk.change(services, "developer")
    assert wizard.amount_due == "$101.16"
    assert wizard.text("summary.term") == "Now, 2019-12-22\nto 2020-02-09 (unchanged)"
    wizard.click("summary.why")
    assert {"Current term: Old value", "Renewal 1: New value", "$90.00 paid, not begun"} <= wizard.words()
    wizard.next()
    assert wizard.text("confirm.renewals") == "1"


def test_what_changes_is_told_item_by_item(desk: Desk, developer: Services, business: Services) -> None:
    wizard = desk.change(developer, "business")
    assert wizard.counted("gained").startswith("6 item")
    assert wizard.counted("lost") == "Nothing lost"
    assert wizard.shows("change.item.technical_support")
    assert {"Now · Developer", "After · Business", "Technical engineers", "Technical experts"} <= wizard.words()
    wizard.leave()
    wizard = desk.change(business, "developer")
    assert wizard.counted("gained") == "Nothing gained"
    assert wizard.counted("lost").startswith("6 item")


# The curve


def test_every_day_of_the_curve_is_the_quote_of_that_day(desk: Desk, world: World, developer: Services) -> None:
    world.go_to("2019-12-22 10:00:00")
    table = desk.change(developer, "business").table
    assert len(table) == 32
    assert table[13] == ("Dec 22, 2019, today", "$37.16")
    for day, (word, amount) in enumerate(table, start=9):
        number = day - 31 if day > 31 else day
        month = "2020-01" if day > 31 else "2019-12"
        world.go_to(f"{month}-{number:02} 12:00:00")
        assert amount == desk.texts.money(developer.plans.quote_change("business").total), word
    assert (table[0][1], table[-1][1]) == ("$64.00", "$0.00")


def test_the_arrow_keys_move_the_day_that_is_looked_at(desk: Desk, world: World, developer: Services) -> None:
    world.go_to("2019-12-22 10:00:00")
    wizard = desk.change(developer, "business")
    assert wizard.pill == "Today, Dec 22 · $37.16"
    assert wizard.text("change.tomorrow") == "tomorrow $35.09"
    wizard.tab_to("change.curve").press(Qt.Key.Key_Right)
    assert wizard.pill == "Dec 23 · $35.09"
    assert wizard.curve.accessibleDescription() == "Dec 23, 2019: $35.09"
    wizard.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert wizard.pill == "Dec 21 · $39.22"
    wizard.press(Qt.Key.Key_Home)
    assert wizard.pill == "Dec 9 · $64.00"
    wizard.press(Qt.Key.Key_End)
    assert wizard.curve.accessibleDescription() == "Jan 9, 2020: $0.00"
    assert wizard.curve.accessibleName() == "Supplementary fee by day"


def test_another_choice_brings_another_curve(desk: Desk, world: World, business: Services) -> None:
    world.go_to("2019-12-22 10:00:00")
    wizard = desk.change(business, "developer")
    assert wizard.curve.accessibleName() == "Refund amount by day"
    wizard.choose("enterprise")
    assert wizard.curve.accessibleName() == "Supplementary fee by day"
    assert wizard.pill == "Today, Dec 22 · $7,786.45"
    assert wizard.amount_due == "$7,786.45"


def test_on_the_last_day_there_is_no_tomorrow(desk: Desk, world: World, developer: Services) -> None:
    world.go_to("2020-01-09 10:00:00")
    wizard = desk.change(developer, "business")
    assert wizard.text("change.tomorrow") == "today is the last day"
    assert wizard.amount_due == "$0.00"


# Upgrading


def test_an_upgrade_is_confirmed_paid_verified_and_done(desk: Desk, world: World, developer: Services) -> None:
    wizard = desk.change(developer).to_confirm("business")
    assert wizard.role(Role.NextButton).text() == "Confirm Change"
    assert wizard.text("confirm.amount") == "$64.00"
    assert wizard.text("confirm.ends") == "2020-01-09 23:59:59"
    wizard.agree().next()
    assert wizard.is_at(ChangeStep.PAY)
    assert wizard.text("payment.balance.taken") == "$34.00"
    assert wizard.text("payment.credit.taken") == "$30.00"
    world.pass_time(minutes=1)
    wizard.next().pay()
    assert wizard.is_at(ChangeStep.DONE)
    assert wizard.text("done.title") == "Payment completed"
    assert wizard.text("done.plan") == "Business"
    assert developer.plans.details().tier == "business"
    wizard.done()
    assert not wizard.is_open


def test_without_the_tick_nothing_is_ordered(desk: Desk, developer: Services) -> None:
    wizard = desk.change(developer).to_confirm("business").next()
    assert wizard.refusal.startswith("The Support Plan Service Agreement has not been accepted.")
    assert developer.plans.details().open_order is None


def test_a_pending_change_is_resumed_where_it_is_paid(desk: Desk, world: World, developer: Services) -> None:
    wizard = desk.change(developer).confirmed("business").pay_later()
    assert not wizard.is_open
    order = world.orders(developer)[-1]
    assert order.status is OrderStatus.PENDING_PAYMENT
    wizard = desk.change(developer, order_id=order.id)
    assert wizard.is_at(ChangeStep.PAY)
    assert wizard.amount_due == "$64.00"
    assert wizard.text("summary.term") == "Now, 2019-12-09\nto 2020-01-09 (unchanged)"
    world.pass_time(minutes=1)
    wizard.next().pay()
    assert developer.plans.details().tier == "business"


# Downgrading


def test_a_downgrade_takes_effect_without_paying_and_leads_to_its_refund(
    desk: Desk, world: World, business: Services
) -> None:
    world.go_to("2019-12-22 10:00:00")
    wizard = desk.change(business).to_confirm("developer")
    assert wizard.text("confirm.amount") == "$37.16"
    assert "back to Credit $30.00 · Balance $7.16" in wizard.words()
    wizard.agree().next()
    assert wizard.is_at(ChangeStep.DONE)
    assert wizard.text("done.title") == "Change completed"
    assert wizard.text("done.paid") == "$37.16"
    assert business.plans.details().tier == "developer"
    order = world.orders(business)[-1]
    assert (order.status, order.total) == (OrderStatus.PENDING_APPROVAL, usd("-37.16"))
    led: list[object] = []
    wizard.wizard.order_requested.connect(led.append)
    assert wizard.role(Role.CustomButton1).text() == "View refund progress"
    wizard.use(Role.CustomButton1)
    assert led == [order.id]
    assert not wizard.is_open


def test_enter_confirms_an_upgrade_but_no_downgrade(desk: Desk, world: World, business: Services) -> None:
    world.pass_time(days=1)
    wizard = desk.change(business).to_confirm("developer").agree()
    QTest.keyClick(wizard.wizard, Qt.Key.Key_Return)
    wizard.settle()
    assert wizard.is_at(ChangeStep.CONFIRM)
    wizard.back().to_confirm("enterprise").agree()
    QTest.keyClick(wizard.wizard, Qt.Key.Key_Return)
    wizard.settle()
    assert wizard.is_at(ChangeStep.PAY)


def test_going_back_on_the_day_of_a_change_brings_back_what_it_cost(desk: Desk, world: World) -> None:
    services = world.account()
    world.paid(services, "developer")
    world.go_to("2019-12-22 10:00:00")
    world.changed(services, "business")
    wizard = desk.change(services, "developer")
    assert wizard.amount_due == "$37.16"
    wizard.click("summary.why")
    assert "what it was worth when it was given up earlier today" in wizard.words()


def test_a_change_for_nothing_is_done_at_once_and_says_so(desk: Desk, world: World, developer: Services) -> None:
    world.go_to("2020-01-09 10:00:00")
    wizard = desk.change(developer).confirmed("business")
    assert wizard.is_at(ChangeStep.DONE)
    assert wizard.role(Role.CustomButton1).text() == "View order"
    assert developer.plans.details().tier == "business"


# What no longer holds


def test_over_midnight_the_amount_is_refused_with_both_and_asked_anew(
    desk: Desk, world: World, business: Services
) -> None:
    world.go_to("2019-12-22 23:59:00")
    wizard = desk.change(business).to_confirm("developer").agree()
    world.go_to("2019-12-23 00:01:00")
    wizard.next()
    assert wizard.refusal == (
        "The refund amount has changed from $37.16 to $35.09. "
        "Another day has begun since it was shown. Check the new amount and confirm again."
    )
    assert wizard.amount_due == "$35.09"
    assert wizard.text("confirm.amount") == "$35.09"
    wizard.next()
    assert wizard.refusal.startswith("The Support Plan Service Agreement has not been accepted.")
    wizard.agree().next()
    assert wizard.is_at(ChangeStep.DONE)
    assert world.orders(business)[-1].total == usd("-35.09")


def test_another_price_list_is_named_as_the_cause(desk: Desk, world: World, developer: Services) -> None:
    wizard = desk.change(developer).to_confirm("business").agree()
    dearer = world.priced(developer, business="100.00")
    wizard.wizard.page(ChangeStep.CONFIRM).session.open(lambda: dearer)  # type: ignore[attr-defined]
    wizard.settle()
    wizard.next()
    assert wizard.refusal.startswith("The amount has changed from $64.00 to $74.00. The price list has changed")


def test_another_plan_is_named_as_the_cause(desk: Desk, world: World) -> None:
    services = world.account("1000.00")
    world.paid(services, "developer")
    wizard = desk.change(services).to_confirm("business").agree()
    world.renewed(services)
    wizard.next()
    assert wizard.refusal.startswith("The amount has changed from $64.00 to $128.00. The plan has changed")
    wizard.agree().next()
    assert wizard.is_at(ChangeStep.PAY)


def test_whoever_comes_back_to_the_choice_finds_the_amounts_of_the_moment(
    desk: Desk, world: World, developer: Services
) -> None:
    wizard = desk.change(developer).to_confirm("business")
    world.pass_time(days=1)
    wizard.back()
    assert wizard.amount("business") == "+\N{NO-BREAK SPACE}$61.94"
    assert wizard.amount_due == "$61.94"


# Refusals


def test_an_open_order_is_in_the_way_and_can_be_followed(desk: Desk, world: World, developer: Services) -> None:
    order = world.renew(developer)
    wizard = desk.change(developer)
    assert wizard.refusal.startswith(f"Order {order.number} is still open.")
    assert not wizard.can_go_on()
    assert not wizard.button("change.tier.business").isEnabled()
    led: list[object] = []
    wizard.wizard.order_requested.connect(led.append)
    wizard.click("wizard.refusal.remedy")
    assert led == [order.id]
    assert not wizard.is_open


def test_an_order_that_came_meanwhile_is_in_the_way_too(desk: Desk, world: World, developer: Services) -> None:
    wizard = desk.change(developer).to_confirm("business").agree()
    order = world.renew(developer)
    wizard.next()
    assert wizard.refusal.startswith(f"Order {order.number} is still open.")


def test_basic_has_nothing_to_change(desk: Desk, world: World) -> None:
    wizard = desk.change(world.account())
    assert wizard.refusal.startswith("This account is on Basic.")
    assert not wizard.can_go_on()
    assert not wizard.shows("wizard.refusal.remedy")


def test_an_ended_plan_can_only_be_renewed(desk: Desk, world: World, developer: Services) -> None:
    world.go_to("2020-01-12 10:00:00")
    wizard = desk.change(developer)
    assert wizard.refusal.startswith("Developer ended on 2020-01-09 23:59:59 (UTC+8).")
    assert not wizard.can_go_on()


def test_the_present_tier_is_refused_and_another_can_be_chosen(desk: Desk, developer: Services) -> None:
    wizard = desk.change(developer, "developer")
    assert wizard.refusal.startswith("This account is on Developer already.")
    assert not wizard.can_go_on()
    assert wizard.choose("business").refusal == ""
    assert wizard.can_go_on()


def test_a_unified_member_is_referred_to_its_master(desk: Desk, world: World) -> None:
    master = world.account().accounts.me()
    member = world.account(
        owner_id=master.owner_id, kind=AccountKind.MEMBER, accounting=AccountingMode.UNIFIED, master_id=master.id
    )
    wizard = desk.change(member)
    assert wizard.refusal.startswith("This account is under unified accounting.")
    assert not wizard.can_go_on()


# In Chinese


def test_the_same_change_in_chinese(desk: Desk, world: World, business: Services, language: Language) -> None:
    language.use("zh_CN")
    world.go_to("2019-12-22 10:00:00")
    wizard = desk.change(business, "developer")
    assert wizard.text("summary.amount_name") == "退费金额"
    assert wizard.role(Role.NextButton).text() == "立即变更"
    assert wizard.pill == "今天 12月22日 · $37.16"
    wizard.next()
    assert wizard.role(Role.NextButton).text() == "确认变更"
    wizard.agree().next()
    assert wizard.role(Role.CustomButton1).text() == "查看退款进度"


def test_everything_follows_the_language_while_it_is_open(
    desk: Desk, world: World, developer: Services, language: Language
) -> None:
    world.renew(developer)
    wizard = desk.change(developer)
    assert wizard.button("wizard.refusal.remedy").text() == "Go to that order"
    language.use("zh_CN")
    desk.qtbot.waitUntil(lambda: wizard.button("wizard.refusal.remedy").text() == "查看该订单")
    assert wizard.text("summary.amount_name") == "补交费用"
