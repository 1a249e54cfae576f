"""Service tickets in the whole application: created once, answered, closed, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.services.changes import Change
from supportplan_desktop.services.interfaces import NewTicket
from tests.ui.drivers.tickets import TicketsDriver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from supportplan_desktop.services.interfaces import Services
    from tests.ui.drivers.window import WindowDriver

QUESTION = NewTicket("non_technical_support", None, "Invoice", "Where is the invoice of December?")


@pytest.fixture
def window(application: WindowDriver) -> WindowDriver:
    """Acting for an account that has Business."""
    return application.start().act_as("Harbor Retail")


def tickets(window: WindowDriver) -> TicketsDriver:
    window.show("tickets")
    return TicketsDriver(window.window, window.settle)


def dialog(window: WindowDriver) -> QDialog:
    return next(dialog for dialog in window.window.findChildren(QDialog, "ticket") if dialog.isVisible())


class LosesAnswers:
    """Tickets whose commands are carried out, but whose answers do not come until the test lets them."""

    def __init__(self, real: Services) -> None:
        self.real = real.tickets
        self.loses = True

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - it stands for any of them
        def call(*arguments: object) -> object:
            answer = getattr(self.real, name)(*arguments)
            if self.loses and name != "page":
                raise StoreUnavailable(detail="no answer")
            return answer

        return call


def lose_answers(window: WindowDriver) -> LosesAnswers:
    services = window.services
    loses = LosesAnswers(services)
    window.desktop.session.open(lambda: replace(services, tickets=loses))
    window.settle()
    return loses


def test_an_empty_list_offers_the_first_ticket(window: WindowDriver) -> None:
    page = tickets(window)
    assert "No service tickets yet" in page.words()
    page.click("tickets.create_first")
    assert page.items == ["Non-Technical Support", "Technical Support"]


def test_a_ticket_is_created_with_the_severity_and_its_promise_and_then_shown(window: WindowDriver) -> None:
    page = tickets(window).click("tickets.create_first").about("Technical Support")
    assert page.severities == [
        "General guidance",
        "System impaired",
        "Production system impaired",
        "Production system unavailable",
    ]
    assert {"< 24 h", "< 12 h", "< 4 h", "< 1 h"} <= page.words()
    page.severity("production_unavailable").type_subject("Shop is down").type_description("Since 11:40.").send()
    assert not page.shows("ticket")
    assert page.rows == ["Shop is down, Open, Technical Support · Production system unavailable, 2019-12-09 11:41"]
    assert page.text("tickets.subject") == "Shop is down"
    assert page.said == ["Since 11:40."]
    assert page.text("tickets.facts").endswith("Business · first response < 1 h")


def test_an_item_without_faults_has_no_severity(window: WindowDriver) -> None:
    page = tickets(window).click("tickets.create_first").about("Technical Support")
    assert page.severities
    page.about("Non-Technical Support")
    assert page.severities == []
    page.type_subject("Invoice").type_description("Where is it?").send()
    assert window.services.tickets.page().tickets[0].severity is None


def test_plan_details_create_a_ticket_about_their_item(window: WindowDriver) -> None:
    window.show("details").click("details.ticket.technical_support")
    page = TicketsDriver(window.window, window.settle)
    assert page.item == "Technical Support"


def test_an_item_the_plan_does_not_include_says_which_plan_does(window: WindowDriver) -> None:
    window.act_as("Lantern Studio")
    page = tickets(window).click("tickets.create_first")
    assert page.items == ["Non-Technical Support"]
    assert "Technical Support: Developer and higher plans" in page.banner("ticket.included")


def test_texts_that_are_missing_or_too_long_are_marked_and_stay(window: WindowDriver) -> None:
    page = tickets(window).click("tickets.create_first").type_description("Where is it?").send()
    assert page.text("ticket.subject.wrong") == "A subject of at most 120 characters is needed."
    page.type_subject("x" * 121)
    assert page.text("ticket.subject.count") == "121 of 120"
    page.send()
    assert page.typed == ("x" * 121, "Where is it?")
    page.type_subject("Invoice")
    assert not page.shows("ticket.subject.wrong")
    page.send()
    assert [ticket.subject for ticket in window.services.tickets.page().tickets] == ["Invoice"]


def test_sending_again_after_a_lost_answer_creates_one_ticket(window: WindowDriver) -> None:
    loses = lose_answers(window)
    page = tickets(window).click("tickets.create_first").type_subject("Invoice").type_description("Where is it?")
    page.send()
    assert page.banner("ticket.refusal").startswith("The data cannot be reached.")
    assert page.typed == ("Invoice", "Where is it?")
    loses.loses = False
    page.send()
    assert not page.shows("ticket")
    assert len(page.rows) == 1


def test_other_words_after_a_lost_answer_are_a_ticket_of_their_own_only_when_sent_again(window: WindowDriver) -> None:
    loses = lose_answers(window)
    page = tickets(window).click("tickets.create_first").type_subject("Invoice").type_description("Where is it?")
    page.send()
    loses.loses = False
    page.type_description("Where is the invoice?").send()
    assert page.banner("ticket.refusal").startswith("This service ticket was created before")
    page.send()
    assert sorted(ticket.messages[0].text for ticket in loses.real.page().tickets) == [
        "Where is it?",
        "Where is the invoice?",
    ]


def test_the_dialog_stays_while_a_ticket_is_under_way(window: WindowDriver) -> None:
    page = tickets(window).click("tickets.create_first").type_subject("Invoice").type_description("Where is it?")
    shown = dialog(window)
    page.button("ticket.create").click()
    shown.reject()
    shown.close()
    assert shown.isVisible()
    assert page.shows("ticket.progress")
    assert not page.button("ticket.cancel").isEnabled()
    window.settle()
    assert not page.shows("ticket")


def test_what_was_written_is_given_up_only_when_asked(window: WindowDriver) -> None:
    page = tickets(window).click("tickets.create_first").type_subject("Invoice")
    page.click("ticket.cancel").click("confirmation.keep")
    assert page.typed == ("Invoice", "")
    page.click("ticket.cancel").click("confirmation.act")
    assert not page.shows("ticket")
    page.click("tickets.create_first").click("ticket.cancel")
    assert not page.shows("ticket")


def test_the_dialog_follows_the_language_and_keeps_what_was_typed(window: WindowDriver, qtbot: QtBot) -> None:
    page = tickets(window).click("tickets.create_first").about("Technical Support").severity("system_impaired")
    page.type_subject("Invoice").type_description("Where is it?")
    window.desktop.language.use("zh_CN")
    qtbot.waitUntil(lambda: page.item == "技术支持")
    assert page.severities[1] == "系统异常"
    assert page.typed == ("Invoice", "Where is it?")
    page.send()
    ticket = window.services.tickets.page().tickets[0]
    assert (ticket.item, ticket.severity) == ("technical_support", "system_impaired")


def test_a_ticket_is_answered_and_what_is_being_written_stays_with_its_ticket(window: WindowDriver) -> None:
    first, second = uuid4(), uuid4()
    window.services.tickets.create(first, QUESTION)
    window.services.tickets.create(second, replace(QUESTION, subject="Receipt"))
    page = tickets(window)
    page.answer("Found it.")
    assert page.said == [QUESTION.description, "Found it."]
    page.type_answer("Half a sen")
    page.open(1)
    assert page.typed_answer == ""
    page.open(0)
    assert page.typed_answer == "Half a sen"


def test_an_answer_that_was_lost_on_the_way_back_is_added_once(window: WindowDriver) -> None:
    window.services.tickets.create(uuid4(), QUESTION)
    loses = lose_answers(window)
    page = tickets(window).answer("Found it.")
    assert page.banner("tickets.refusal").startswith("The data cannot be reached.")
    assert page.typed_answer == "Found it."
    loses.loses = False
    page.click("tickets.send")
    assert page.said == [QUESTION.description, "Found it."]
    assert (page.typed_answer, page.banner("tickets.refusal")) == ("", "")


def test_a_ticket_is_closed_only_after_its_consequence_was_confirmed(window: WindowDriver) -> None:
    window.services.tickets.create(uuid4(), QUESTION)
    page = tickets(window).click("tickets.close").click("confirmation.keep")
    assert "Open" in page.rows[0]
    page.click("tickets.close").click("confirmation.act")
    assert "Closed" in page.rows[0]
    assert page.shows("tickets.closed")
    assert not page.shows("tickets.answer")
    assert not page.shows("tickets.close")


def test_a_ticket_closed_elsewhere_refuses_the_message_and_keeps_it(window: WindowDriver) -> None:
    ticket_id = uuid4()
    window.services.tickets.create(ticket_id, QUESTION)
    page = tickets(window)
    window.services.tickets.close(ticket_id)
    page.answer("One more thing")
    assert "Closed" in page.rows[0]
    assert window.services.tickets.get(ticket_id).messages[-1].text == QUESTION.description


def test_older_tickets_are_loaded_near_the_end(window: WindowDriver) -> None:
    for number in range(60):
        window.services.tickets.create(uuid4(), replace(QUESTION, subject=f"Question {number}"))
    page = tickets(window)
    assert len(page.rows) == 50
    page.to_the_end()
    assert len(page.rows) == 60
    assert page.rows[-1].startswith("Question 0")


def test_everything_can_be_done_by_keyboard(window: WindowDriver) -> None:
    window.services.tickets.create(uuid4(), QUESTION)
    window.services.tickets.create(uuid4(), replace(QUESTION, subject="Receipt"))
    page = tickets(window)
    page.view.setFocus()
    page.press(Qt.Key.Key_Down)
    assert page.text("tickets.subject") == "Invoice"
    page.press(Qt.Key.Key_Return, Qt.Key.Key_O, Qt.Key.Key_K)
    assert page.typed_answer == "ok"
    page.tab_to("tickets.send").press(Qt.Key.Key_Space)
    assert page.said[-1] == "ok"


def test_another_account_sees_nothing_of_what_was_written(window: WindowDriver) -> None:
    window.services.tickets.create(uuid4(), QUESTION)
    page = tickets(window).type_answer("Half a sen")
    window.act_as("Tern Labs")
    assert "No service tickets yet" in page.words()
    window.act_as("Harbor Retail")
    assert page.typed_answer == ""


def test_tickets_that_cannot_be_loaded_say_so_and_come_after_retry(window: WindowDriver) -> None:
    window.services.tickets.create(uuid4(), QUESTION)
    page = tickets(window)
    services, session = window.services, window.desktop.session

    class Away:
        def page(self, *_arguments: object) -> object:
            raise StoreUnavailable(detail="locked")

    session.open(lambda: replace(services, tickets=Away()))  # type: ignore[arg-type] # what the page asks
    window.settle()
    session.changed.emit(Change.TICKETS, None)
    window.settle()
    assert page.banner("tickets.error").startswith("The data cannot be reached.")
    assert page.rows, "what was loaded before stays"
    session.open(lambda: services)
    window.settle()
    assert page.banner("tickets.error") == ""
