"""The four wizards and sharing, worked in the window over the server; its journal says what they moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.domain.orders import REFUND_STATUSES, OrderStatus
from supportplan_desktop.flows.change import ChangeStep
from supportplan_desktop.flows.purchase import PurchaseStep
from supportplan_desktop.flows.renew import RenewStep
from supportplan_desktop.flows.unsubscribe import UnsubscribeStep
from supportplan_desktop.services.interfaces import OrderQuery

if TYPE_CHECKING:
    from supportplan_desktop.domain.payments import Posting
    from tests.ui.drivers.paying import PayingDriver
    from tests.ui.drivers.remote import RemoteDriver
    from tests.ui.remote.office import Office


def pay(window: RemoteDriver, wizard: PayingDriver, office: Office) -> None:
    """From the verification page: have a code sent, read it where the server has sent it, pay with it."""
    wizard.send_code()
    wizard.type_code(office.server.code(window.number(wizard))).next()


def amount(paid: Posting) -> str:
    """How much a payment took."""
    return str(sum(-entry.amount.amount for entry in paid.entries if entry.amount.amount < 0))


def test_buying_asks_for_the_code_that_the_server_sent_and_never_shows_a_demonstration(
    window: RemoteDriver, office: Office
) -> None:
    account = office.account()
    window.connected(office.url, office.login(account)).click("details.buy")
    wizard = window.wizard
    wizard.settle()
    wizard.to_verify("business", 1).send_code()
    assert not wizard.shows("demonstration.banner")
    assert "Sent to +86 138••••2046" in wizard.text("verification.sent")
    wizard.type_code(office.server.code(window.number(wizard))).next()
    assert wizard.is_at(PurchaseStep.DONE)
    wizard.done()
    assert "Business" in window.words()
    assert window.text("funds.balance") == "$910.00"
    assert len(office.payments(account)) == 1


def test_changing_renewing_and_unsubscribing_end_where_the_server_says(window: RemoteDriver, office: Office) -> None:
    account = office.account()
    window.connected(office.url, office.login(account)).click("details.buy")
    buying = window.wizard
    buying.settle()
    pay(window, buying.to_verify("developer", 1), office)
    buying.done()
    office.pass_time(2)  # between two codes

    changing = window.change()
    assert changing.amount("business") == "+\N{NO-BREAK SPACE}$64.00"
    changing.confirmed("business").next()
    pay(window, changing, office)
    assert changing.is_at(ChangeStep.DONE)
    changing.done()
    office.pass_time(2)

    renewing = window.renew()
    renewing.months(2).next().next()
    pay(window, renewing, office)
    assert renewing.is_at(RenewStep.DONE)
    renewing.done()

    leaving = window.unsubscribe()
    leaving.because("testing_finished").confirm().unsubscribe()
    assert leaving.is_at(UnsubscribeStep.DONE)
    leaving.done()

    assert window.shows("details.buy"), "the plan is Basic again"
    assert window.text("funds.balance") == "$730.00"
    refund = next(iter(window.services.orders.page(OrderQuery(statuses=REFUND_STATUSES)).orders))
    assert (str(refund.total.amount), refund.status) == ("-270.00", OrderStatus.PENDING_APPROVAL)
    assert [amount(paid) for paid in office.payments(account)] == ["26.00", "64.00", "180.00"]


def test_an_order_that_somebody_else_left_open_is_named_by_the_wizard(window: RemoteDriver, office: Office) -> None:
    login = office.owner()
    window.connected(office.url, login).click("details.buy")
    wizard = window.wizard
    wizard.settle()
    wizard.to_confirm("business", 1)
    theirs = office.caller(login).order("developer", 1)
    wizard.agree().next()
    assert theirs.number in wizard.refusal
