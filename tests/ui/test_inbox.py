"""Messages in the whole application: what arrives can be read, counted and copied."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.domain.messages import Message, MessageKind
from supportplan_desktop.domain.money import Money
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import MessagePage, PurchaseOrder
from supportplan_desktop.ui.message_texts import MessageTexts
from tests.ui.drivers.inbox import InboxDriver
from tests.ui.fakes import BOUGHT, offer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.language import Language
    from supportplan_desktop.ui.texts import Texts
    from tests.ui.drivers.window import WindowDriver


@pytest.fixture
def window(application: WindowDriver) -> WindowDriver:
    return application.start().act_as("Lantern Studio")


def inbox(window: WindowDriver) -> InboxDriver:
    window.show("messages")
    return InboxDriver(window.window, window.settle)


def order(services: Services) -> None:
    """Generate an order and cancel it: two messages."""
    agreement = services.catalogue.agreement()
    total = services.plans.quote_purchase("business", 1).total
    order_id = uuid4()
    services.orders.purchase(order_id, PurchaseOrder("business", 1, total, agreement.version, agreement.sha256))
    services.orders.cancel(order_id)


def tell(window: WindowDriver) -> None:
    """Say that messages have come, as a command does."""
    window.desktop.session.changed.emit(Change.MESSAGES, None)
    window.settle()


def test_the_rail_counts_what_is_unread_before_the_page_was_ever_shown(window: WindowDriver) -> None:
    assert window.unread == ""
    order(window.services)
    tell(window)
    assert window.unread == "2 unread"
    window.start_again().act_as("Lantern Studio")
    assert window.unread == "2 unread"


def test_opening_a_message_marks_it_as_read_and_the_count_goes_down(window: WindowDriver) -> None:
    order(window.services)
    tell(window)
    page = inbox(window)
    assert page.opened[0] == "Order canceled"
    assert (window.unread, page.unread) == ("1 unread", "1 unread")
    assert [row.startswith("Unread") for row in page.rows] == [False, True]
    page.open(1)
    assert page.opened[0] == "Order generated"
    assert (window.unread, page.unread) == ("", "")


def test_all_are_marked_as_read_at_once(window: WindowDriver) -> None:
    for _ in range(3):
        order(window.services)
    page = inbox(window)
    assert page.unread == "5 unread"
    page.click("messages.mark_all")
    assert page.unread == window.unread == ""
    assert not any(row.startswith("Unread") for row in page.rows)
    assert not page.button("messages.mark_all").isEnabled()


def test_a_code_arrives_marked_as_a_demonstration_and_can_be_copied(window: WindowDriver) -> None:
    wizard = window.buy().to_verify().send_code()
    code = wizard.demonstration_code()
    wizard.wizard.close()
    window.settle()
    page = inbox(window)
    assert page.text("messages.code") == code
    assert page.copied("messages.code.copy") == code
    assert page.button("messages.code.copy").text() == "Copied"
    assert page.text("messages.sent_to") == "Sent to +86 139••••5527"
    assert page.shows("messages.local")
    assert not page.shows("messages.expired")
    assert page.copied("messages.number.copy") == page.opened[1]
    assert page.text("messages.until") == "2019-12-09 11:51:23 (UTC+8)"


def test_a_code_that_is_too_old_is_marked_as_expired(window: WindowDriver) -> None:
    window.buy().to_verify().send_code().wizard.close()
    page = inbox(window)
    window.set_clock("2019-12-09 11:51:23")
    assert page.shows("messages.expired")


def test_older_messages_are_loaded_near_the_end_and_the_list_stays_where_it_is(window: WindowDriver) -> None:
    for _ in range(40):
        order(window.services)
    page = inbox(window)
    assert len(page.rows) == 50
    page.to_the_end()
    assert len(page.rows) == 80
    page.open(70)
    opened, place = page.opened, page.view.verticalScrollBar().value()
    tell(window)
    assert (page.opened, page.view.verticalScrollBar().value()) == (opened, place)
    assert len(page.rows) == 80


def test_a_new_message_takes_nothing_away_from_the_one_being_read(window: WindowDriver) -> None:
    order(window.services)
    page = inbox(window).open(1)
    order(window.services)
    tell(window)
    assert page.opened[0] == "Order generated"
    assert [row.startswith("Unread") for row in page.rows] == [True, True, False, False]


def test_arrows_walk_through_the_messages_and_enter_goes_on_to_the_open_one(window: WindowDriver) -> None:
    order(window.services)
    page = inbox(window)
    page.view.setFocus()
    page.press(Qt.Key.Key_Down)
    assert page.opened[0] == "Order generated"
    page.press(Qt.Key.Key_Return)
    assert page.button("messages.view_order").hasFocus()


def test_another_account_sees_its_own_messages(window: WindowDriver) -> None:
    order(window.services)
    page = inbox(window)
    window.act_as("Quay Logistics")
    numbers = {message.order_number for message in window.services.messages.page().messages}
    assert page.opened[1] in numbers
    window.act_as("Tern Labs")
    assert "No messages yet" in page.words()


def test_the_open_message_follows_the_language(window: WindowDriver, qtbot: QtBot) -> None:
    order(window.services)
    page = inbox(window)
    before = page.opened
    window.desktop.language.use("zh_CN")
    qtbot.waitUntil(lambda: page.text("messages.plan") == "商业级")
    assert page.opened[1] == before[1]


class Away:
    """Messages that cannot be reached until the test lets them."""

    def __init__(self, real: Services) -> None:
        self.real = real.messages
        self.is_away = True

    def page(self, cursor: str | None = None, limit: int = 50) -> MessagePage:
        if self.is_away:
            raise StoreUnavailable(detail="locked")
        return self.real.page(cursor, limit)

    def mark_read(self, _message_id: object) -> None:
        raise StoreUnavailable(detail="locked")

    def mark_all_read(self) -> None:
        raise StoreUnavailable(detail="locked")


def test_messages_that_cannot_be_loaded_say_so_and_come_after_retry(window: WindowDriver) -> None:
    order(window.services)
    services = window.services
    away = Away(services)
    window.desktop.session.open(lambda: replace(services, messages=away))  # type: ignore[arg-type] # what the page asks
    window.settle()
    page = inbox(window)
    assert {"The data cannot be reached.", "Nothing to show yet"} <= page.words()
    away.is_away = False
    page.click("messages.retry")
    assert page.opened[0] == "Order canceled"
    assert not page.shows("messages.error")
    assert page.unread == "2 unread", "what could not be marked as read stays unread"


@pytest.mark.parametrize("kind", list(MessageKind))
def test_every_kind_of_message_has_words_in_both_languages(kind: MessageKind, language: Language, texts: Texts) -> None:
    told = Message(
        uuid4(), uuid4(), BOUGHT, kind, uuid4(), "CS1912091141K7Q2M", "business", Money(Decimal(90), "USD"), BOUGHT
    )
    words, unknown = MessageTexts(texts), replace(told, kind="from_a_newer_version")  # type: ignore[arg-type] # meant
    assert words.of(unknown, offer().catalogue).title == "News about an order"
    for code in ("en", "zh_CN"):
        language.use(code)
        said = words.of(told, offer().catalogue)
        assert said.title != words.of(unknown, offer().catalogue).title
        assert "{" not in said.title + said.sentence
