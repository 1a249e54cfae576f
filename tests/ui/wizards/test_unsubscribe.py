"""The Unsubscribe wizard, over real services on a real file: what the guide promises about giving a plan up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.domain.unsubscribing import NOTE_LENGTH, UnsubscriptionReason
from supportplan_desktop.flows.unsubscribe import UnsubscribeStep
from supportplan_desktop.ui.wizards.unsubscribe import UnsubscribeWizard
from tests.ui.drivers.paying import Role
from tests.ui.drivers.unsubscribe import UnsubscribeDriver

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.language import Language
    from tests.contract.world import World
    from tests.ui.wizards.conftest import Desk

    Opens = Callable[[Services], UnsubscribeDriver]

MINUS = "−\N{NO-BREAK SPACE}"


@pytest.fixture
def opened(desk: Desk) -> Opens:
    def opened(services: Services) -> UnsubscribeDriver:
        wizard = UnsubscribeWizard(desk.session(services), desk.texts)
        wizard.open()
        driver = UnsubscribeDriver(wizard, desk.qtbot, desk.tasks)
        driver.settle()
        return driver

    return opened


def has_plan(services: Services) -> bool:
    return services.plans.details().state is not PlanState.BASIC


# What comes back


def test_within_five_days_all_of_it_comes_back(opened: Opens, world: World) -> None:
    me = world.account()
    world.paid(me)
    wizard = opened(me)
    assert wizard.rows == 1
    assert wizard.row(0) == ("$0.00", "$0.00", "$90.00")
    assert wizard.sum == ("$90.00", "$0.00", "$0.00", "$90.00")
    assert (wizard.text("refund.credit"), wizard.text("refund.balance")) == ("$30.00", "$60.00")


def test_after_the_window_consumption_and_a_fee_of_ten_percent_are_kept(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    world.pass_time(days=13)
    wizard = opened(me)
    assert wizard.row(0) == ("$37.74", "$9.00", "$43.26")
    assert wizard.sum == ("$90.00", f"{MINUS}$37.74", f"{MINUS}$9.00", "$43.26")
    assert "Handling fee (10\N{NO-BREAK SPACE}%)" in wizard.words()
    assert "$90.00 paid × 13 used of 31 days" not in wizard.words()
    wizard.click("refund.why")
    assert {"$90.00 paid × 13 used of 31 days", "Refund = paid − consumed − fee"} <= wizard.words()


def test_the_guides_table_has_a_row_for_each_term_not_over(opened: Opens, world: World) -> None:
    me = world.account("300.00")
    world.paid(me)
    world.renewed(me)
    world.pass_time(days=13)
    wizard = opened(me)
    assert wizard.rows == 2
    assert wizard.row(1) == ("$0.00", "$0.00", "$90.00")
    assert wizard.amount_due == "$133.26"
    assert {"Current term", "Renewal 1, not begun", "Support plan", "Business", "Global"} <= wizard.words()
    assert {
        "2019-12-09 11:41:23",
        "2020-01-09 23:59:59",
        "2020-01-10 00:00:00",
        "2020-02-09 23:59:59",
    } <= wizard.words()
    heads = {"Name/ID", "Product type", "Specification", "Region", "Start and end time", "Consumed amount"}
    assert heads | {"Handling fee", "Refund amount"} <= wizard.words()


def test_what_unsubscribing_would_return_on_each_day_unfolds(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    table = opened(me).days()
    assert table.rowCount() == 32
    model = table.model()
    rows = [[model.index(row, column).data() for column in (0, 1)] for row in (0, 13)]
    assert rows == [["Dec 9, 2019, today", "$90.00"], ["Dec 22, 2019", "$43.26"]]


def test_what_will_be_lost_is_said_item_by_item(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    said = opened(me).consequence
    assert said.startswith("From the moment you confirm, this account is on Basic. Lost: Technical Support. Reduced: ")
    assert "Fastest response (Best effort)" in said
    assert "Self-Service" not in said


# What is asked


def test_the_official_reasons_stand_there_and_none_is_chosen(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    wizard = opened(me)
    assert wizard.reasons == [
        "Wrong parameters chosen at purchase",
        "Surplus services after deployment",
        "Testing finished",
        "Hard to use",
        "Does not meet deployment needs",
        "Fault could not be fixed",
        "Other",
    ]
    radios = [radio for radio in wizard.root.findChildren(QRadioButton) if radio.isChecked()]
    assert radios == []
    assert not wizard.is_confirmed
    wizard.because("surplus").because("hard_to_use")
    assert [radio.text() for radio in wizard.root.findChildren(QRadioButton) if radio.isChecked()] == ["Hard to use"]


def test_the_reasons_are_the_official_ones_in_chinese_too(
    opened: Opens, world: World, language: Language, qtbot: QtBot
) -> None:
    me = world.account("100.00")
    world.paid(me)
    wizard = opened(me)
    language.use("zh_CN")
    qtbot.waitUntil(lambda: "其他" in wizard.reasons)
    assert wizard.reasons == [
        "购买云服务时选错参数",
        "业务部署后，退订多购买的云服务",
        "业务测试完毕退订",
        "云服务不好用",
        "云服务不满足业务部署需求",
        "云服务故障无法修复",
        "其他",
    ]
    assert {"我已确认本次退订金额和相关费用", "退订金额", "已消费金额", "手续费", "实付金额"} <= wizard.words()


def test_without_a_reason_nothing_is_given_up(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    wizard = opened(me).confirm().unsubscribe()
    assert wizard.refusal == "The reason is missing. Choose exactly one; for “Other” also say in words what it is."
    assert has_plan(me)
    assert wizard.because("surplus").refusal == ""


def test_other_asks_for_words_and_says_how_many_are_left(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    wizard = opened(me)
    note = wizard.find(QLineEdit, "unsubscribe.note")
    assert not note.isEnabled()
    wizard.because("other").confirm().unsubscribe()
    assert wizard.refusal.startswith("The reason is missing.")
    wizard.because("other", "moved elsewhere")
    assert wizard.refusal == ""
    assert wizard.text("unsubscribe.note.count") == "15 of 500"
    wizard.because("other", "x" * (NOTE_LENGTH + 1)).unsubscribe()
    assert "At most 500 characters." in wizard.words()
    assert has_plan(me)
    wizard.because("other", "moved elsewhere").unsubscribe()
    order = me.orders.get(wizard.wizard.flow.draft.order_id)
    assert (order.reason, order.note) == (UnsubscriptionReason.OTHER, "moved elsewhere")


def test_what_was_typed_for_other_is_not_sent_with_another_reason(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    wizard = opened(me).because("other", "moved elsewhere").because("testing_finished").confirm().unsubscribe()
    order = me.orders.get(wizard.wizard.flow.draft.order_id)
    assert (order.reason, order.note) == (UnsubscriptionReason.TESTING_FINISHED, "")


def test_without_the_tick_nothing_is_given_up(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    wizard = opened(me).because("surplus").unsubscribe()
    assert wizard.refusal.startswith("The refund amount and the related fees have not been confirmed.")
    assert has_plan(me)
    assert wizard.confirm().refusal == ""


def test_enter_never_unsubscribes(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    wizard = opened(me).because("other", "moved elsewhere").confirm()
    for name in ("unsubscribe.note", "unsubscribe.reason.other", "unsubscribe.confirmed"):
        QTest.keyClick(wizard.find(QWidget, name), Qt.Key.Key_Return)
    QTest.keyClick(wizard.role(Role.NextButton), Qt.Key.Key_Enter)
    wizard.settle()
    assert wizard.is_at(UnsubscribeStep.CONFIRM)
    assert has_plan(me)


def test_keep_plan_closes_and_changes_nothing(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    wizard = opened(me).because("surplus").confirm()
    assert (wizard.role(Role.CancelButton).text(), wizard.role(Role.NextButton).text()) == ("Keep plan", "Unsubscribe")
    assert wizard.text("wizard.note") == "This cannot be undone; you can buy again at any time."
    wizard.keep()
    assert not wizard.is_open
    assert has_plan(me)


# What is done


def test_the_plan_is_basic_at_once_and_the_refund_is_on_its_way(opened: Opens, world: World, qtbot: QtBot) -> None:
    me = world.account("60.00", "500.00")
    world.paid(me)
    wizard = opened(me).because("testing_finished").confirm().unsubscribe()
    assert wizard.is_at(UnsubscribeStep.DONE)
    assert wizard.text("unsubscribed.title") == "Business is unsubscribed"
    assert wizard.text("unsubscribed.effect") == "This account is on Basic from now on."
    assert wizard.text("unsubscribed.amount") == "$90.00"
    assert wizard.text("unsubscribed.to") == "Credit $30.00 · Balance $60.00"
    assert wizard.text("unsubscribed.due") == "2019-12-12"
    plan = me.plans.details()
    assert (plan.tier, plan.state) == ("basic", PlanState.BASIC)
    assert plan.last_order is not None
    assert (plan.last_order.kind, plan.last_order.status) == (OrderKind.UNSUBSCRIPTION, OrderStatus.PENDING_APPROVAL)
    assert wizard.text("unsubscribed.order") == plan.last_order.number
    wizard.click("unsubscribed.copy")
    assert QGuiApplication.clipboard().text() == plan.last_order.number
    with qtbot.waitSignal(wizard.wizard.order_requested) as followed:
        wizard.use(Role.CustomButton1)
    assert followed.args == [plan.last_order.id]
    assert not wizard.is_open


def test_pressed_twice_it_is_given_up_once(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    wizard = opened(me).because("surplus").confirm()
    wizard.role(Role.NextButton).click()
    wizard.role(Role.NextButton).click()
    wizard.settle()
    assert wizard.is_at(UnsubscribeStep.DONE)
    assert not wizard.role(Role.BackButton).isVisible()
    wizard.done()
    assert not wizard.is_open


# What is in the way


def test_another_day_is_told_with_both_amounts_and_confirmed_anew(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    world.pass_time(days=13)
    wizard = opened(me).because("surplus").confirm()
    world.pass_time(days=1)
    wizard.unsubscribe()
    assert wizard.refusal.startswith("The refund amount has changed from $43.26 to $40.35. Another day has begun")
    assert wizard.amount_due == "$40.35"
    assert not wizard.is_confirmed
    assert has_plan(me)
    assert wizard.confirm().refusal == ""
    assert wizard.unsubscribe().is_at(UnsubscribeStep.DONE)


def test_a_plan_that_changed_meanwhile_is_told_as_the_cause(opened: Opens, world: World) -> None:
    me = world.account("300.00")
    world.paid(me)
    wizard = opened(me).because("surplus").confirm()
    world.renewed(me)
    wizard.unsubscribe()
    assert wizard.refusal.startswith("The refund amount has changed from $90.00 to $180.00. The plan has changed")
    assert wizard.rows == 2


def test_an_order_that_is_in_the_way_is_named_and_led_to(opened: Opens, world: World, qtbot: QtBot) -> None:
    me = world.account("300.00")
    world.paid(me)
    wizard = opened(me).because("surplus").confirm()
    order = world.renew(me)
    wizard.unsubscribe()
    assert wizard.refusal.startswith(f"Order {order.number} is still open.")
    with qtbot.waitSignal(wizard.wizard.order_requested) as followed:
        wizard.button("wizard.refusal.remedy").click()
    assert followed.args == [order.id]
    assert has_plan(me)


def test_a_plan_that_has_ended_can_only_be_renewed(opened: Opens, world: World) -> None:
    me = world.account("100.00")
    world.paid(me)
    world.pass_time(days=33)
    wizard = opened(me)
    assert wizard.refusal.startswith("Business ended on 2020-01-09 23:59:59 (UTC+8).")
    assert not wizard.can_go_on()


def test_without_a_plan_there_is_nothing_to_give_up(opened: Opens, world: World) -> None:
    wizard = opened(world.account())
    assert wizard.refusal.startswith("This account is on Basic.")
    assert not wizard.can_go_on()
    assert wizard.rows == 0
