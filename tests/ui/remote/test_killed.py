"""Killing the server in the middle of a payment: one payment or none, and the window says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.flows.purchase import PurchaseStep
from supportplan_desktop.ui.widgets import Banner
from tests.ui.drivers.paying import Role

if TYPE_CHECKING:
    from supportplan_desktop.domain.accounts import Account
    from tests.ui.drivers.purchase import PurchaseDriver
    from tests.ui.drivers.remote import RemoteDriver
    from tests.ui.remote.office import Office

UNKNOWN = "It is not known yet whether the payment went through."
NOTHING = "Nothing was charged."


def ready_to_pay(window: RemoteDriver, office: Office, account: Account) -> tuple[PurchaseDriver, str]:
    """The wizard with the code typed, and the code: only Make Payment is left to be pressed."""
    window.connected(office.url, office.login(account)).click("details.buy")
    wizard = window.wizard
    wizard.settle()
    wizard.to_verify("business", 1).send_code()
    code = office.server.code(window.number(wizard))
    wizard.type_code(code)
    return wizard, code


def press_pay(wizard: PurchaseDriver) -> None:
    """Press Make Payment and do not wait for what comes of it."""
    wizard.role(Role.NextButton).click()


def banner(wizard: PurchaseDriver) -> str:
    """What the page says of a payment whose answer was lost."""
    if not wizard.shows("verification.outcome"):
        return ""
    return wizard.find(Banner, "verification.outcome").title.text()


def test_killed_before_it_was_paid_nothing_is_charged_and_the_order_can_be_paid(
    window: RemoteDriver, doomed: Office
) -> None:
    account = doomed.account()
    wizard, code = ready_to_pay(window, doomed, account)
    doomed.relay.tell_of("/payment")
    with doomed.busy(account):
        press_pay(wizard)
        assert doomed.relay.passed.wait(30)
        doomed.kill()
    wizard.settle()
    assert banner(wizard) == UNKNOWN
    assert not wizard.can_go_on()
    doomed.open()
    window.hasten().wait(lambda: banner(wizard) == NOTHING)
    assert doomed.payments(account) == []
    wizard.type_code(code).next()
    assert wizard.text("done.title") == "Payment completed"
    assert len(doomed.payments(account)) == 1


def test_killed_after_it_was_paid_the_window_finds_the_payment_by_itself(window: RemoteDriver, doomed: Office) -> None:
    account = doomed.account()
    wizard, _ = ready_to_pay(window, doomed, account)
    doomed.relay.lose_answer_to("/payment")
    press_pay(wizard)
    assert doomed.relay.lost.wait(30)
    doomed.kill()
    wizard.settle()
    assert banner(wizard) == UNKNOWN
    assert "Payment completed" not in wizard.words()
    doomed.open()
    window.hasten().wait(lambda: wizard.is_at(PurchaseStep.DONE))
    assert wizard.text("done.title") == "Payment completed"
    assert len(doomed.payments(account)) == 1
    wizard.done()
    window.settle()
    assert window.text("funds.balance") == "$910.00"


@pytest.mark.parametrize("moment", ["at once", "while it is sent"])
def test_whenever_it_is_killed_the_window_and_the_journal_say_the_same(
    window: RemoteDriver, doomed: Office, moment: str
) -> None:
    account = doomed.account()
    wizard, _ = ready_to_pay(window, doomed, account)
    doomed.relay.tell_of("/payment")
    press_pay(wizard)
    if moment != "at once":
        assert doomed.relay.passed.wait(30)
    doomed.kill()
    wizard.settle()
    doomed.open()
    window.hasten().wait(lambda: wizard.is_at(PurchaseStep.DONE) or banner(wizard) == NOTHING)
    assert len(doomed.payments(account)) == int(wizard.is_at(PurchaseStep.DONE))


def test_who_leaves_meanwhile_and_comes_back_finds_the_order_as_it_is(window: RemoteDriver, doomed: Office) -> None:
    account = doomed.account()
    wizard, _ = ready_to_pay(window, doomed, account)
    doomed.relay.lose_answer_to("/payment")
    press_pay(wizard)
    assert doomed.relay.lost.wait(30)
    doomed.kill()
    wizard.settle()
    wizard.back().next()
    assert banner(wizard) == UNKNOWN
    wizard.leave()
    assert window.trouble
    doomed.open()
    window.hasten().wait(lambda: not window.trouble)
    window.wait(lambda: "Business" in window.words())
    assert len(doomed.payments(account)) == 1


def test_an_answer_that_is_lost_on_the_way_is_asked_for_when_the_user_wants_to_know(
    window: RemoteDriver, office: Office
) -> None:
    account = office.account()
    wizard, _ = ready_to_pay(window, office, account)
    office.relay.lose_answer_to("/payment")
    press_pay(wizard)
    wizard.settle()
    assert banner(wizard) == UNKNOWN
    wizard.click("verification.outcome.ask")
    assert banner(wizard) == UNKNOWN
    office.mend()
    wizard.click("verification.outcome.ask")
    assert wizard.text("done.title") == "Payment completed"
    assert len(office.payments(account)) == 1
