"""What can be done with a plan, through the real window: renew, change, unsubscribe, auto-renewal, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QWidget

from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.domain.payments import PostingKind
from supportplan_desktop.domain.subscriptions import PlanState
from supportplan_desktop.flows.change import ChangeStep
from supportplan_desktop.flows.renew import RenewStep
from supportplan_desktop.flows.unsubscribe import UnsubscribeStep
from supportplan_desktop.ui.widgets import Timeline
from tests.ui.drivers.change import ChangeDriver
from tests.ui.drivers.paying import Role
from tests.ui.drivers.renew import RenewDriver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.drivers.window import WindowDriver

BUYER = "Lantern Studio"
LATER = "2019-12-09 11:43:00"
"""When the next code may be sent after the one the plan was bought with."""


@pytest.fixture
def window(application: WindowDriver) -> WindowDriver:
    return application.start()


def owner(window: WindowDriver, tier: str = "business") -> WindowDriver:
    """Lantern Studio, once it has bought that plan for a month."""
    window.buy(BUYER).to_verify(tier, 1).pay().done()
    return window.show("details")


def said(window: WindowDriver, banner: str) -> str:
    return window.find(QWidget, banner).accessibleName()


# Renew and change


def test_a_plan_is_renewed_from_its_details_and_shows_the_new_term(window: WindowDriver) -> None:
    wizard = owner(window).set_clock(LATER).renew().months(3).next()
    assert wizard.amount_due == "$270.00"
    wizard.next().pay().done()
    assert window.text("details.valid_until") == "Apr 9, 2020"
    assert "1 renewal included" in window.words()
    assert "Renewal 1: Jan 10 – Apr 9, 2020" in said(window, "details.term")


def test_a_plan_is_upgraded_from_more_and_an_order_that_was_left_is_resumed_in_its_own_wizard(
    window: WindowDriver,
) -> None:
    wizard = owner(window, "developer").set_clock(LATER).change().choose("business")
    assert wizard.amount_due == "$64.00"
    wizard.next().agree().next().pay_later()
    assert "Change to Business, $64.00" in said(window, "details.open_order")
    assert not window.button("details.renew").isEnabled()
    number = window.services.plans.details().last_order
    assert number is not None
    blocked = f"Order {number.number} is open: pay or cancel it first."
    assert window.button("details.renew").toolTip() == blocked
    assert (window.action("change").toolTip(), window.action("unsubscribe").toolTip()) == (blocked, blocked)
    window.click("details.open_order.pay")
    resumed = window.opened(ChangeDriver)
    assert resumed.is_at(ChangeStep.PAY)
    resumed.next().pay().done()
    assert window.text("details.plan.name") == "Business"
    assert window.button("details.renew").isEnabled()


def test_a_renewal_that_was_left_is_resumed_from_my_orders(window: WindowDriver) -> None:
    owner(window).renew().next().pay_later()
    last = window.services.plans.details().last_order
    assert last is not None
    assert "Renewal of Business, $90.00" in said(window, "details.open_order")
    window.window.show_order(last.id)
    window.settle()
    window.click("order.pay")
    assert window.opened(RenewDriver).is_at(RenewStep.PAY)


def test_one_wizard_is_open_at_a_time(window: WindowDriver) -> None:
    first = owner(window).unsubscribe().wizard
    for ask in (window.window.buy, window.window.renew, window.window.change, window.window.unsubscribe):
        ask()
    window.settle()
    assert window.window.wizard is first


# Unsubscribe


def test_what_is_given_up_on_its_first_day_comes_back_whole_step_by_step(window: WindowDriver) -> None:
    wizard = owner(window).unsubscribe()
    assert wizard.row(0) == ("$0.00", "$0.00", "$90.00")
    wizard.because("testing_finished").confirm().unsubscribe()
    assert wizard.is_at(UnsubscribeStep.DONE)
    wizard.done()
    assert window.text("details.plan.name") == "Basic"
    assert not window.shows("details.renew")
    assert said(window, "details.refund").startswith("A refund of $90.00 is on its way.")
    assert (window.text("funds.balance"), window.text("funds.credit")) == ("$0.00", "$470.00")

    window.click("details.refund.progress")
    assert window.text("order.title") == "Unsubscription of Business"
    assert "Pending approval" in window.words()
    progress = window.find(Timeline, "order.progress")
    assert "expected by 2019-12-12" in progress.accessibleName()
    window.set_clock("2019-12-10 11:41:23")
    assert "Processing" in window.words()
    assert "2019-12-10 11:41:23" in progress.accessibleName()
    window.set_clock("2019-12-12 11:41:23")
    assert "Completed" in window.words()
    assert (window.text("funds.balance"), window.text("funds.credit")) == ("$60.00", "$500.00")
    window.show("details")
    assert not window.shows("details.refund")
    refunds = [posting for posting in window.postings() if posting.kind is PostingKind.REFUND]
    assert len(refunds) == 1


def test_after_the_window_what_was_consumed_and_the_fee_are_kept(window: WindowDriver) -> None:
    owner(window).set_clock("2019-12-22 11:41:23")
    wizard = window.unsubscribe()
    assert wizard.row(0) == ("$37.74", "$9.00", "$43.26")
    wizard.because("other", "moved elsewhere").confirm().unsubscribe().use(Role.CustomButton1)
    assert window.text("order.title") == "Unsubscription of Business"
    assert window.text("order.total") == "$43.26"
    assert "reason: moved elsewhere" in window.find(Timeline, "order.progress").accessibleName()
    plan = window.services.plans.details()
    assert plan.state is PlanState.BASIC
    assert plan.last_order is not None
    assert plan.last_order.status is OrderStatus.PENDING_APPROVAL


# Auto-renewal


def test_auto_renewal_is_turned_on_shows_what_comes_next_and_renews(window: WindowDriver) -> None:
    window.show("details")
    assert window.button("details.auto_renewal").text() == "Off"
    window.more("auto_renewal").find(QCheckBox, "auto_renewal.on").click()
    window.choose("auto_renewal.months", "3 months").choose("auto_renewal.days_before", "5 days")
    window.settle()
    assert window.text("auto_renewal.amount") == "Amount by today's prices: $270.00"
    window.click("auto_renewal.save")
    assert window.button("details.auto_renewal").text() == "On"
    assert "next 2020-02-21 · $270.00" in window.words()
    assert "Next on 2020-02-21 03:00:00 (UTC+8)." in window.words()
    window.set_clock("2020-02-21 03:00:00")
    assert window.text("details.valid_until") == "May 26, 2020"
    assert "next 2020-05-21 · $270.00" in window.words()
    window.click("details.auto_renewal").find(QCheckBox, "auto_renewal.on").click()
    window.click("auto_renewal.save")
    assert window.button("details.auto_renewal").text() == "Off"


def test_the_end_is_announced_and_auto_renewal_offered(window: WindowDriver) -> None:
    owner(window).set_clock("2020-01-02 11:41:23")
    assert said(window, "details.end").startswith("Business ends on Jan 9, 2020 at 23:59:59. Auto-renewal is off.")
    assert "Expires in 7 days" in window.words()
    window.click("details.end.auto_renewal")
    assert window.find(QCheckBox, "auto_renewal.on").isChecked()
    window.click("auto_renewal.save")
    assert "Auto-renewal is on." in said(window, "details.end")
    assert not window.shows("details.end.auto_renewal")


# The end


def test_in_grace_and_retention_a_plan_can_only_be_renewed_and_then_counts_from_its_old_end(
    window: WindowDriver,
) -> None:
    owner(window).set_clock("2020-01-14 11:41:23")
    assert said(window, "details.end").startswith("Grace period: 10 days left, still usable.")
    ended = "The plan ended on Jan 9, 2020 and can only be renewed."
    for name in ("change", "unsubscribe"):
        assert not window.action(name).isEnabled()
        assert window.action(name).toolTip() == ended
    window.set_clock("2020-01-28 11:41:23")
    assert said(window, "details.end").startswith("Retention period: Business is frozen, 11 days left.")
    assert "Retention period" in window.words()
    window.click("details.end.renew")
    window.opened(RenewDriver).next().next().pay().done()
    assert window.text("details.valid_until") == "Feb 9, 2020"
    assert not window.shows("details.open_order")
    window.set_clock("2020-03-20 11:41:23")
    assert window.text("details.plan.name") == "Basic"
    assert window.button("details.buy").isEnabled()


# Time


def test_another_day_is_shown_although_nothing_was_due(window: WindowDriver, qtbot: QtBot) -> None:
    window.show("details")
    assert window.text("details.remaining").startswith("79")
    window.desktop.session.now.services.clock.set(window.now.replace(day=10))
    window.window._time.advance()
    window.settle()
    qtbot.waitUntil(lambda: window.text("details.remaining").startswith("78"))


# Words


def test_the_actions_are_the_guides_in_chinese_too(window: WindowDriver, qtbot: QtBot) -> None:
    window.show("details")
    window.desktop.language.use("zh_CN")
    qtbot.waitUntil(lambda: window.button("details.renew").text() == "续费")
    assert window.button("details.more").text() == "更多"
    assert (window.action("change").text(), window.action("unsubscribe").text()) == ("更改", "退订")
