"""While the server does not answer: what is said, what stays, and that it comes back by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.services.interfaces import OrderQuery
from tests.ui.drivers.tickets import TicketsDriver

if TYPE_CHECKING:
    from tests.ui.drivers.remote import RemoteDriver
    from tests.ui.remote.office import Office


def test_a_server_that_stops_answering_is_told_with_since_when_and_everything_stays(
    window: RemoteDriver, office: Office
) -> None:
    login = office.owner()
    window.connected(office.url, login).show("orders").show("details")
    office.cut()
    window.refresh()
    assert window.chip.endswith("· offline")
    assert window.trouble.startswith("Nothing answers at http://127.0.0.1")
    assert "It has not answered since 20" in window.trouble
    assert window.text("details.as_of").startswith("As of 20")
    assert window.shows("details.buy")
    assert not window.shows("details.error"), "said once is enough"
    assert window.text("funds.balance") == "$1,000.00"


def test_it_comes_back_by_itself(window: RemoteDriver, office: Office) -> None:
    login = office.owner()
    window.connected(office.url, login)
    office.cut()
    window.refresh()
    assert window.trouble
    office.mend()
    window.hasten().wait(lambda: not window.trouble)
    assert window.chip == office.url.removeprefix("http://")
    assert window.text("details.as_of") == ""


def test_retry_asks_at_once(window: RemoteDriver, office: Office) -> None:
    login = office.owner()
    window.connected(office.url, login)
    office.cut()
    window.refresh().click("link.retry")
    assert window.trouble
    office.mend()
    window.click("link.retry")
    assert window.trouble == ""


def test_a_wizard_opened_offline_says_why_and_goes_on_by_itself_with_what_was_chosen(
    window: RemoteDriver, office: Office
) -> None:
    login = office.owner()
    window.connected(office.url, login).click("details.buy")
    wizard = window.wizard
    wizard.settle()
    wizard.choose("business").months(3)
    office.cut()
    wizard.choose("enterprise")
    assert "Nothing answers" in wizard.refusal
    assert not wizard.can_go_on()
    office.mend()
    window.hasten().wait(lambda: not wizard.refusal and wizard.amount_due == "$40,500.00")
    assert wizard.can_go_on()


def test_an_order_that_could_not_be_sent_is_sent_again_and_made_once(window: RemoteDriver, office: Office) -> None:
    login = office.owner()
    window.connected(office.url, login).click("details.buy")
    wizard = window.wizard
    wizard.settle()
    wizard.to_confirm("business", 1).agree()
    office.relay.lose_answer_to("PUT /v1/orders/")
    wizard.next()
    assert wizard.refusal
    office.mend()
    window.hasten().wait(lambda: wizard.shows("payment.generated"))
    assert len(window.services.orders.page(OrderQuery()).orders) == 1


def test_what_was_written_into_a_ticket_is_not_lost(window: RemoteDriver, office: Office) -> None:
    login = office.owner()
    window.connected(office.url, login).show("tickets").click("tickets.create_first")
    tickets = TicketsDriver(window.window, window.settle)
    tickets.type_subject("The bill of November").type_description("It names an account we do not know.")
    office.cut()
    tickets.click("ticket.create")
    assert "Nothing answers" in tickets.banner("ticket.refusal")
    assert tickets.typed == ("The bill of November", "It names an account we do not know.")
    office.mend()
    tickets.click("ticket.create")
    assert not tickets.shows("ticket.create")
    assert "The bill of November" in tickets.rows[0]


def test_an_offline_start_shows_what_was_last_seen_and_as_of_when(window: RemoteDriver, office: Office) -> None:
    login = office.owner()
    window.connected(office.url, login)
    office.cut()
    window.start_again()
    assert window.shows("details.buy")
    assert window.text("details.as_of").startswith("As of 20")
    assert window.trouble
    assert not window.shows("funds.balance")


def test_a_first_start_without_the_server_says_so_and_goes_on_when_it_answers(
    window: RemoteDriver, office: Office
) -> None:
    login = office.owner()
    office.cut()
    window.start().sign_in(office.url, login)
    assert "Nothing answers" in window.refused
    assert window.typed("login") == login
    office.mend()
    window.click("connect.submit")
    assert window.text("funds.balance") == "$1,000.00"
