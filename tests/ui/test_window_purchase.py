"""The first release's promise, through the real window: buy a plan, by whatever way, and pay for it once."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWizard

from supportplan_desktop.domain.orders import CancelCause, OrderStatus
from supportplan_desktop.domain.payments import FundsChoice, PostingKind
from supportplan_desktop.flows.purchase import PurchaseStep
from supportplan_desktop.services.interfaces import OrderQuery

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.drivers.purchase import PurchaseDriver
    from tests.ui.drivers.window import WindowDriver

BUYER = "Lantern Studio"
Role = QWizard.WizardButton


@pytest.fixture
def window(application: WindowDriver) -> WindowDriver:
    return application.start()


def payments(window: WindowDriver) -> int:
    return sum(posting.kind is PostingKind.PAYMENT for posting in window.postings())


def check_bought(window: WindowDriver) -> None:
    """The plan as the guide's example has it."""
    assert window.text("details.plan.name") == "Business"
    assert window.text("details.valid_until") == "Jan 9, 2020"
    assert window.text("details.remaining") == "31 days"
    plan = window.services.plans.details()
    assert plan.last_order is not None
    order = window.services.orders.get(plan.last_order.id)
    assert order.status is OrderStatus.COMPLETED
    assert str(order.total) == "90.00 USD"
    assert window.button("details.last_order").text() == order.number
    assert payments(window) == 1


def test_business_for_a_month_is_bought_with_the_code_from_messages_and_is_there_after_a_restart(
    window: WindowDriver,
) -> None:
    wizard = window.buy(BUYER).to_verify("business", 1)
    wizard.send_code().click("demonstration.messages")
    code = window.code_from_messages()
    wizard = window.resume().next().type_code(code).next()
    assert wizard.text("done.title") == "Payment completed"
    assert wizard.text("done.term") == "2019-12-09 11:41:23 – 2020-01-09 23:59:59"
    assert wizard.text("done.paid") == "$90.00"
    number = wizard.text("done.order")
    assert number.startswith("CS1912091141")
    wizard.done()
    window.show("details")
    check_bought(window)

    window.start_again().act_as(BUYER).show("details")
    check_bought(window)
    assert window.button("details.last_order").text() == number


def test_an_order_that_was_left_is_resumed_from_the_banner(window: WindowDriver) -> None:
    window.buy(BUYER).to_pay().pay_later()
    assert window.window.wizard is None
    assert not window.button("details.buy").isEnabled()
    wizard = window.resume()
    assert wizard.is_at(PurchaseStep.PAY)
    assert wizard.amount_due == "$90.00"
    wizard.next().pay().done()
    assert not window.shows("details.open_order")
    check_bought(window)


def test_an_order_that_was_left_is_resumed_after_a_restart(window: WindowDriver) -> None:
    window.buy(BUYER).to_verify().leave()
    window.start_again().act_as(BUYER)
    window.resume().next().pay().done()
    check_bought(window)


def test_an_order_is_canceled_from_the_banner(window: WindowDriver) -> None:
    window.buy(BUYER).to_pay().pay_later()
    window.click("details.open_order.cancel").click("confirmation.act")
    assert not window.shows("details.open_order")
    assert window.button("details.buy").isEnabled()
    assert payments(window) == 0


def test_the_payment_deadline_cancels_the_order(window: WindowDriver) -> None:
    window.buy(BUYER).to_pay().pay_later()
    window.set_clock("2019-12-10 11:41:22")
    assert window.shows("details.open_order")
    window.set_clock("2019-12-10 11:41:23")
    assert not window.shows("details.open_order")
    last = window.services.plans.details().last_order
    assert last is not None
    order = window.services.orders.get(last.id)
    assert order.status is OrderStatus.CANCELED
    assert order.events[-1].cause is CancelCause.DEADLINE
    assert payments(window) == 0


def test_a_deadline_that_passes_while_the_wizard_is_open_is_refused_there(window: WindowDriver) -> None:
    wizard = window.buy(BUYER).to_verify().send_code()
    code = wizard.demonstration_code()
    window.services.clock.set(window.now.replace(day=10))
    wizard.type_code(code).next()
    assert wizard.is_at(PurchaseStep.VERIFY)
    assert "deadline" in wizard.refusal
    assert payments(window) == 0


# Paying once


def ready_to_pay(window: WindowDriver) -> PurchaseDriver:
    wizard = window.buy(BUYER).to_verify().send_code()
    return wizard.type_code(wizard.demonstration_code())


def test_a_double_click_pays_once(window: WindowDriver) -> None:
    wizard = ready_to_pay(window)
    button = wizard.role(Role.NextButton)
    at = QPointF(button.rect().center())
    left = Qt.MouseButton.LeftButton
    for kind in (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
    ):
        where = QPointF(button.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(button, QMouseEvent(kind, at, where, left, left, Qt.KeyboardModifier.NoModifier))
    wizard.settle()
    assert wizard.is_at(PurchaseStep.DONE)
    assert payments(window) == 1


def test_enter_never_pays_and_bouncing_it_on_the_way_there_generates_one_order(window: WindowDriver) -> None:
    wizard = window.buy(BUYER).to_confirm().agree().bounce(Qt.Key.Key_Return, 4)
    assert wizard.is_at(PurchaseStep.PAY)
    wizard.bounce(Qt.Key.Key_Return, 4)
    assert wizard.is_at(PurchaseStep.VERIFY)
    wizard.send_code().type_code(wizard.demonstration_code()).bounce(Qt.Key.Key_Return, 4)
    assert wizard.is_at(PurchaseStep.VERIFY)
    assert payments(window) == 0
    wizard.next()
    assert payments(window) == 1
    assert window.services.orders.page(OrderQuery()).count == 1


def test_the_same_order_sent_twice_at_once_is_paid_once(window: WindowDriver) -> None:
    ready_to_pay(window).leave()
    plan = window.services.plans.details()
    assert plan.open_order is not None
    order_id = plan.open_order.id
    message = window.services.messages.newest_code(order_id)
    assert message is not None
    assert message.code is not None
    code = message.code
    pays = [Thread(target=window.services.orders.pay, args=(order_id, FundsChoice(), code)) for _ in range(4)]
    for pay in pays:
        pay.start()
    for pay in pays:
        pay.join()
    assert payments(window) == 1


# Refusals: each by its name, nothing moved, the order as payable as before


def check_payable(window: WindowDriver, wizard: PurchaseDriver) -> None:
    assert not wizard.is_at(PurchaseStep.DONE)
    assert payments(window) == 0
    open_order = window.services.plans.details().open_order
    assert open_order is not None
    assert open_order.status is OrderStatus.PENDING_PAYMENT


def test_the_fifth_wrong_code_locks_it_and_a_new_one_pays(window: WindowDriver) -> None:
    wizard = window.buy(BUYER).to_verify().send_code()
    right = wizard.demonstration_code()
    wrong = "111111" if right != "111111" else "222222"
    for left in (4, 3, 2, 1):
        wizard.type_code(wrong).next()
        assert f"not correct. {left} attempts left." in wizard.attempts or left == 1
    wizard.type_code(wrong).next()
    assert wizard.attempts.startswith("5 wrong attempts: this code is locked.")
    wizard.type_code(right).next()
    assert wizard.attempts.startswith("5 wrong attempts: this code is locked.")
    check_payable(window, wizard)
    wizard.click("verification.skip").pay()
    assert wizard.is_at(PurchaseStep.DONE)


def test_an_expired_code_is_refused_and_a_new_one_pays(window: WindowDriver) -> None:
    wizard = window.buy(BUYER).to_verify().send_code()
    code = wizard.demonstration_code()
    window.services.clock.set(window.now.replace(minute=51))
    wizard.type_code(code).next()
    assert wizard.attempts == "This code is older than 10 minutes. Nothing was charged. Send a new code."
    check_payable(window, wizard)
    wizard.pay()
    assert wizard.is_at(PurchaseStep.DONE)


def test_a_code_is_not_sent_again_within_a_minute(window: WindowDriver) -> None:
    wizard = window.buy(BUYER).to_verify().send_code()
    assert wizard.button("verification.send").text() == "Send again in 60 s"
    assert not wizard.button("verification.send").isEnabled()
    wizard.click("verification.skip")
    assert wizard.button("verification.send").text() == "Send again"
    # Another window has sent one in the meantime.
    order = window.services.plans.details().open_order
    assert order is not None
    window.services.orders.send_code(order.id, window.services.orders.verification(order.id).channels[0][0])
    wizard.send_code()
    assert wizard.refusal == "A code was sent a moment ago. Another one can be sent in 60 s."
    check_payable(window, wizard)


def test_too_little_money_is_refused_before_anything_moves(window: WindowDriver) -> None:
    wizard = window.buy("Tern Labs").to_pay()
    assert wizard.refusal.startswith("Not enough funds: $40.00 is missing. The chosen funds cover $50.00 of $90.00.")
    assert wizard.text("payment.missing") == "Missing $40.00"
    assert not wizard.can_go_on()
    check_payable(window, wizard)


def test_an_agreement_that_is_not_ticked_is_refused_and_generates_no_order(window: WindowDriver) -> None:
    wizard = window.buy(BUYER).to_confirm().next()
    assert wizard.is_at(PurchaseStep.CONFIRM)
    assert wizard.refusal.startswith("The Support Plan Service Agreement has not been accepted.")
    assert window.services.plans.details().open_order is None
    assert payments(window) == 0
    wizard.agree()
    assert wizard.refusal == ""
    wizard.next()
    assert wizard.is_at(PurchaseStep.PAY)


# By keyboard


def test_a_plan_is_bought_without_a_mouse(window: WindowDriver) -> None:
    window.act_as(BUYER)
    window.press(Qt.Key.Key_F5)
    window.tab_to("details.buy").press(Qt.Key.Key_Space)
    wizard = window.wizard
    wizard.settle()
    wizard.tab_to("purchase.tier.developer").press(Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert wizard.is_at(PurchaseStep.CONFIRM)
    assert wizard.text("confirm.plan") == "Business"
    wizard.tab_to("order.agreement").press(Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert wizard.is_at(PurchaseStep.PAY)
    wizard.press(Qt.Key.Key_Return)
    wizard.tab_to("verification.send").press(Qt.Key.Key_Space)
    wizard.tab_to("demonstration.unfold").press(Qt.Key.Key_Space)
    digits = [Qt.Key(Qt.Key.Key_0.value + int(digit)) for digit in wizard.demonstration_code()]
    wizard.tab_to("verification.code").press(*digits)
    wizard.press(Qt.Key.Key_Return)
    assert wizard.is_at(PurchaseStep.VERIFY)
    wizard.tab_to("wizard.next").press(Qt.Key.Key_Space)
    assert wizard.is_at(PurchaseStep.DONE)
    wizard.press(Qt.Key.Key_Return)
    check_bought(window)


def test_escape_leaves_the_wizard_and_the_order_open(window: WindowDriver) -> None:
    window.buy(BUYER).to_pay().press(Qt.Key.Key_Escape)
    assert window.window.wizard is None
    assert window.shows("details.open_order")


# Looks


def test_the_same_purchase_in_chinese(application: WindowDriver) -> None:
    window = application.start(replace(application.settings, language="zh_CN"))
    window.act_as(BUYER)
    assert {"支持计划详情", "我的订单", "工单", "余额", "可用额度", "立即购买"} <= window.words()
    wizard = window.buy(BUYER)
    assert wizard.wizard.windowTitle() == "购买支持计划"
    assert {"购买时长", "商业级", "应付金额", "增值税", "官网价", "优惠"} <= wizard.words()
    assert wizard.role(Role.NextButton).text() == "立即购买"
    wizard.choose("business").months(1).next()
    assert {"订单确认", "我已阅读并同意《支持计划服务协议》"} <= wizard.words()
    wizard.next()
    assert wizard.refusal
    wizard.agree().next()
    assert wizard.role(Role.NextButton).text() == "确认付款"
    assert {"余额", "信用账户"} <= wizard.words()
    wizard.next()
    assert "身份验证" in wizard.words()
    wizard.pay()
    assert "有效期" in wizard.words()
    start, _, end = wizard.text("done.term").partition(" 至 ")
    assert (start, end) == ("2019-12-09 11:41:23", "2020-01-09 23:59:59")
    wizard.done()
    assert {"商业级", "有效期至", "立即购买"} & window.words() == {"商业级", "有效期至"}
    assert payments(window) == 1


def test_language_and_theme_are_switched_while_the_wizard_is_open(window: WindowDriver, qtbot: QtBot) -> None:
    wizard = window.buy(BUYER).to_confirm().agree()
    window.desktop.theme.apply("dark")
    window.desktop.language.use("zh_CN")
    qtbot.waitUntil(lambda: "商业级" in wizard.words())
    assert wizard.can_go_on()
    wizard.next()
    window.desktop.language.use("en")
    window.desktop.theme.apply("light")
    qtbot.waitUntil(lambda: {"Choose how to pay", "Business"} <= wizard.words())
    wizard.next().pay().done()
    check_bought(window)


def test_funds_and_unread_messages_follow_a_payment(window: WindowDriver) -> None:
    window.act_as(BUYER)
    assert (window.text("funds.balance"), window.text("funds.credit")) == ("$60.00", "$500.00")
    wizard = window.buy(BUYER).to_verify()
    assert window.unread == "1 unread"
    wizard.pay().done()
    assert (window.text("funds.balance"), window.text("funds.credit")) == ("$0.00", "$470.00")
    assert window.unread == "3 unread"
    window.show("messages")
    assert window.unread == "2 unread"
