"""An order in every state: what it says, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser

from supportplan_desktop.domain.errors import OrderNotFound, StoreUnavailable
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import ChangeOrder, Orders, RenewalOrder, UnsubscriptionOrder
from supportplan_desktop.ui.orders.reader import AgreementReader

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from supportplan_desktop.domain.orders import Order
    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.language import Language
    from tests.contract.world import World
    from tests.ui.drivers.orders import OrdersDriver
    from tests.ui.orders.conftest import Desk


@dataclass
class Failing:
    """Orders of which none can be opened while there is trouble."""

    inner: Orders
    trouble: Exception | None

    def get(self, order_id: UUID) -> Order:
        if self.trouble is not None:
            raise self.trouble
        return self.inner.get(order_id)

    def __getattr__(self, name: str) -> object:
        return getattr(self.inner, name)


def shown(desk: Desk, services: Services, order_id: UUID) -> OrdersDriver:
    page = desk.open(services)
    page.page.show_order(order_id)
    page.settle()
    return page


def unsubscribed(services: Services, reason: UnsubscriptionReason, note: str = "") -> UUID:
    order_id, total = uuid4(), services.plans.quote_unsubscription().total
    services.orders.unsubscribe(order_id, UnsubscriptionOrder(total, reason, note, is_confirmed=True))
    return order_id


# What each state says


def test_a_completed_order_says_all_that_was_agreed(desk: Desk, world: World) -> None:
    me = world.account(balance="60.00")
    order_id = desk.paid(me)
    page = shown(desk, me, order_id)
    assert page.text("order.title") == "New purchase of Business"
    assert page.status == "Completed"
    assert page.text("order.created") == "created 2019-12-09 11:41:23 (UTC+8)"
    assert page.progress == [
        "Order generated 2019-12-09 11:41:23 Amount due $90.00",
        "Paid 2019-12-09 11:41:23 Balance $60.00 · Credit $30.00",
        "Completed 2019-12-09 11:41:23 Valid until 2020-01-09 23:59:59",
    ]
    assert [page.text(f"order.line.{line}") for line in ("list_price", "discount", "vat")] == [
        "$90.00",
        "$0.00",
        "$0.00",
    ]
    assert page.text("order.total") == "$90.00"
    assert (page.text("order.funds.balance"), page.text("order.funds.credit")) == ("$60.00", "$30.00")
    assert page.text("order.term.end") == "2020-01-09 23:59:59"
    assert "Monthly price" in page.words()
    assert page.text("order.consent") == "Version 2019-10 · Lin Chen\n2019-12-09 11:41:23 (UTC+8)"
    assert not page.shows("order.pay")


def test_a_pending_order_can_be_paid_until_its_deadline(desk: Desk, world: World) -> None:
    me = world.account()
    order_id = world.pending(me)
    page = shown(desk, me, order_id)
    assert page.status == "Pending payment"
    assert page.progress[1:] == [
        "Paid before 2019-12-10 11:41:23 Waiting for the payment.",
        "Completed The plan is active as soon as the payment is completed.",
    ]
    assert page.text("order.created").endswith("to be paid before 2019-12-10 11:41:23")
    assert page.text("order.term.start") == "when the payment is completed"
    assert not page.shows("order.receipt")
    with desk.qtbot.waitSignal(page.page.pay_requested) as asked:
        page.click("order.pay")
    assert asked.args == [order_id]


def test_a_pending_order_is_canceled_once_that_is_confirmed(desk: Desk, world: World) -> None:
    me = world.account()
    page = shown(desk, me, world.pending(me)).click("order.cancel").answer("confirmation.keep")
    assert page.status == "Pending payment"
    page.click("order.cancel").answer("confirmation.act")
    assert page.status == "Canceled"
    assert page.progress[1] == "Canceled 2019-12-09 11:41:23 By the user. Nothing was charged."
    assert not page.shows("order.cancel")
    assert page.text("order.funds.note") == "Nothing was charged."


def test_an_order_whose_deadline_passed_says_so(desk: Desk, world: World) -> None:
    me = world.account()
    order_id = world.pending(me)
    page = shown(desk, me, order_id)
    world.pass_time(hours=25)
    me.orders.advance()
    page.page.session.changed.emit(Change.ORDERS, None)
    page.settle()
    assert page.status == "Canceled"
    assert "The payment deadline passed" in page.progress[1]


def test_a_refund_shows_its_progress_and_what_becomes_of_each_term(desk: Desk, world: World) -> None:
    me = world.account()
    desk.paid(me)
    order_id = unsubscribed(me, UnsubscriptionReason.TESTING_FINISHED)
    page = shown(desk, me, order_id)
    assert page.text("order.title") == "Unsubscription of Business"
    assert page.status == "Pending approval"
    assert page.progress[0].endswith("Refund amount $90.00 · reason: testing finished")
    assert [step.split()[0] for step in page.progress] == ["Submitted", "Approved", "Refunded"]
    assert page.text("order.total") == "$90.00"
    assert {
        "Business, current term",
        "Dec 9, 2019 – Jan 9, 2020",
        "Refund amount and related fees confirmed",
    } <= page.words()
    assert not page.shows("order.term.end")
    world.pass_time(days=30)
    me.orders.advance()
    page.page.session.changed.emit(Change.ORDERS, None)
    page.settle()
    assert page.status == "Completed"
    assert "has checked" in page.progress[1]


def test_a_reason_in_ones_own_words_is_said_in_them(desk: Desk, world: World) -> None:
    me = world.account()
    desk.paid(me)
    page = shown(desk, me, unsubscribed(me, UnsubscriptionReason.OTHER, "moved to another region"))
    assert page.progress[0].endswith("reason: moved to another region")


def test_an_upgrade_explains_both_values(desk: Desk, world: World) -> None:
    me = world.account()
    desk.paid(me, "developer")
    agreement = me.catalogue.agreement()
    total = me.plans.quote_change("business").total
    order_id = uuid4()
    me.orders.change(order_id, ChangeOrder("business", total, agreement.version, agreement.sha256))
    page = shown(desk, me, order_id)
    assert page.text("order.title") == "Change to Business"
    assert page.text("order.total") == "$64.00"
    assert "from Developer" in page.words()
    assert {"Supplementary fee", "New value", "Old value", "$26.00", "$90.00"} <= page.words()


def test_a_renewal_asked_for_no_consent(desk: Desk, world: World) -> None:
    me = world.account()
    desk.paid(me)
    order_id = uuid4()
    me.orders.renew(order_id, RenewalOrder(1, me.plans.quote_renewal(1).total))
    page = shown(desk, me, order_id)
    assert page.text("order.title") == "Renewal of Business"
    assert "No agreement needed" in page.words()
    assert not page.shows("order.consent.read")


# What can be done


def test_number_and_fingerprint_can_be_copied(desk: Desk, world: World) -> None:
    me = world.account()
    order = me.orders.get(desk.paid(me))
    page = shown(desk, me, order.id)
    assert page.copied("order.copy") == order.number
    assert order.consent is not None
    assert page.copied("order.consent.copy") == order.consent.sha256
    assert page.toast == ("Copied", order.consent.sha256)


def test_the_accepted_text_can_be_read(desk: Desk, world: World) -> None:
    me = world.account()
    page = shown(desk, me, desk.paid(me)).click("order.consent.read")
    reader = page.dialog(AgreementReader)
    text = reader.findChild(QTextBrowser)
    assert text is not None
    assert me.catalogue.agreement("2019-10").paragraphs[0].en in text.toPlainText()
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert not reader.isVisible()


@pytest.mark.parametrize(("name", "code"), [("English", "en"), ("简体中文", "zh_CN")])
def test_a_receipt_is_saved_in_either_language(desk: Desk, world: World, tmp_path: Path, name: str, code: str) -> None:
    me = world.account()
    page = shown(desk, me, desk.paid(me))
    path = tmp_path / f"receipt-{code}.pdf"
    page.receipt(name, path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.stat().st_size > 5_000
    assert page.toast == ("Receipt saved", path.name)


def test_a_receipt_that_cannot_be_written_is_told(desk: Desk, world: World, tmp_path: Path) -> None:
    me = world.account()
    page = shown(desk, me, desk.paid(me))
    folder = tmp_path / "gone"
    folder.mkdir()
    page.receipt_begun("English")
    folder.rmdir()
    page.choose_file(folder / "receipt.pdf")
    assert page.banner("order.error").startswith("The receipt could not be saved. This folder is not there any more.")


# Ways back


@pytest.mark.parametrize(
    "key", [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)]
)
def test_keys_lead_back_to_the_list(desk: Desk, world: World, key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    me = world.account()
    page = shown(desk, me, desk.paid(me))
    QTest.keyClick(QApplication.focusWidget() or page.page, *key)
    page.settle()
    assert page.shows("orders.list")
    assert not page.shows("order.title")


def test_searching_leads_back_to_the_list(desk: Desk, world: World) -> None:
    me = world.account()
    page = shown(desk, me, desk.paid(me))
    page.page.focus_search()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "orders.search"


# Language and trouble


def test_the_language_changes_while_an_order_is_open(desk: Desk, world: World, language: Language) -> None:
    me = world.account()
    page = shown(desk, me, desk.paid(me))
    language.use("zh_CN")
    page.until(lambda: page.text("order.title").endswith("商业级"))
    assert page.text("order.plan") == "商业级"


def test_an_order_that_cannot_be_loaded_is_told_and_tried_again(desk: Desk, world: World) -> None:
    me = world.account()
    order_id = desk.paid(me)
    failing = Failing(me.orders, StoreUnavailable(detail="busy"))
    page = shown(desk, replace(me, orders=cast("Orders", failing)), order_id)
    assert page.banner("order.error").startswith("The data cannot be reached.")
    assert page.nothing[0] == "Nothing to show yet"
    failing.trouble = None
    page.click("order.retry")
    assert page.status == "Completed"


def test_an_order_of_nobody_is_told(desk: Desk, world: World) -> None:
    page = shown(desk, world.account(), uuid4())
    assert page.banner("order.error").startswith("This order does not exist")
    page.click("orders.back")
    assert page.nothing[0] == "No orders yet"


def test_what_is_known_stays_when_it_cannot_be_read_again(desk: Desk, world: World) -> None:
    me = world.account()
    order_id = desk.paid(me)
    failing = Failing(me.orders, None)
    page = shown(desk, replace(me, orders=cast("Orders", failing)), order_id)
    failing.trouble = OrderNotFound(order_id=order_id)
    page.page.refresh()
    page.settle()
    assert page.status == "Completed"
    assert page.shows("order.error")
