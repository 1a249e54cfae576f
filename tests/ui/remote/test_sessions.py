"""Sessions: kept or not, ended while something is open, ended by the user."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import keyring
import pytest
from PySide6.QtWidgets import QLineEdit

from supportplan_desktop.flows.purchase import PurchaseStep
from tests.server.people import PASSWORD
from tests.ui.remote.keyrings import SystemKeyring

if TYPE_CHECKING:
    from tests.ui.drivers.remote import RemoteDriver
    from tests.ui.remote.office import Office


@pytest.fixture
def kept() -> SystemKeyring:
    """A keyring that can be used; the one of the test before is put back by `_no_keyring`."""
    backend = SystemKeyring()
    keyring.set_keyring(backend)
    return backend


def test_with_a_keyring_the_next_start_asks_for_nothing(
    window: RemoteDriver, office: Office, kept: SystemKeyring
) -> None:
    window.connected(office.url, office.owner()).start_again()
    assert window.text("funds.balance") == "$1,000.00"
    assert window.trouble == ""
    assert not window.show("preferences").shows("preferences.server.no_keyring")
    assert "keyring" in window.text("preferences.server.session")
    assert len(kept.kept) == 1


def test_a_session_is_renewed_without_a_word(window: RemoteDriver, office: Office, kept: SystemKeyring) -> None:
    window.connected(office.url, office.owner())
    before = set(kept.kept.values())
    window.outlive_token().refresh()
    assert window.trouble == ""
    assert set(kept.kept.values()) != before


def test_a_start_with_nothing_to_show_begins_by_itself_once_the_server_answers(
    window: RemoteDriver, office: Office, kept: SystemKeyring
) -> None:
    window.connected(office.url, office.owner()).close()
    assert kept.kept
    (window.folder / "remote/office/last_seen.json").unlink()
    office.cut()
    window.start()
    assert "Nothing answers" in window.banner("opening.trouble")
    office.mend()
    window.hasten().wait(lambda: window.shows("funds.balance"))
    assert window.trouble == ""


def test_neither_the_password_nor_a_token_is_written_into_the_profile(
    window: RemoteDriver, office: Office, kept: SystemKeyring
) -> None:
    window.connected(office.url, office.owner())
    written = [path.read_text("utf-8") for path in window.folder.rglob("*") if path.is_file()]
    assert written
    for secret in (PASSWORD, *kept.kept.values()):
        assert not any(secret in text for text in written)
    assert set(json.loads((window.folder / "remote/office/profile.json").read_text("utf-8"))) == {"server", "login"}


def test_without_a_keyring_it_is_said_plainly_and_the_next_start_asks_for_the_password(
    window: RemoteDriver, office: Office
) -> None:
    window.start()
    assert "the session lasts until this window closes" in window.text("connect.session")
    window.sign_in(office.url, office.owner()).show("preferences")
    assert "No keyring" in window.banner("preferences.server.no_keyring")
    window.show("details").start_again()
    assert window.shows("details.buy"), "what was last seen is there meanwhile"
    assert window.chip.endswith("· signed out")
    assert "The session has ended." in window.trouble
    window.sign_in()
    assert window.trouble == ""
    assert window.text("funds.balance") == "$1,000.00"


def test_a_session_that_ends_under_a_wizard_is_signed_in_again_over_it_and_the_wizard_goes_on(
    window: RemoteDriver, office: Office
) -> None:
    account = office.account()
    login = office.login(account)
    window.connected(office.url, login).click("details.buy")
    wizard = window.wizard
    wizard.settle()
    wizard.to_confirm("business", 1).agree()
    office.end_sessions(login)
    window.outlive_token()
    wizard.next()
    assert "The session has ended." in wizard.refusal
    field = window.find(QLineEdit, "connect.login")
    assert (field.text(), field.isReadOnly()) == (login, True)
    assert field.window().parentWidget() is wizard.root
    window.sign_in(password="not that one")
    assert "not right" in window.refused
    window.sign_in()
    assert not window.shows("connect.submit")
    wizard.settle()
    assert wizard.refusal == ""
    wizard.next()
    assert wizard.is_at(PurchaseStep.PAY)
    wizard.next().send_code()
    wizard.type_code(office.server.code(window.number(wizard))).next()
    assert wizard.is_at(PurchaseStep.DONE)
    assert len(office.payments(account)) == 1


def test_a_session_that_ends_before_the_payment_charges_nothing_until_it_is_paid_anew(
    window: RemoteDriver, office: Office
) -> None:
    account = office.account()
    login = office.login(account)
    window.connected(office.url, login).click("details.buy")
    wizard = window.wizard
    wizard.settle()
    wizard.to_verify("business", 1).send_code()
    wizard.type_code(office.server.code(window.number(wizard)))
    office.end_sessions(login)
    window.outlive_token()
    wizard.next()
    window.sign_in()
    assert "Nothing was charged." in window.banner("verification.outcome")
    assert office.payments(account) == []
    wizard.next()
    assert wizard.is_at(PurchaseStep.DONE)
    assert len(office.payments(account)) == 1


def test_who_does_not_sign_in_now_reads_on_and_is_asked_again_when_something_is_to_be_done(
    window: RemoteDriver, office: Office
) -> None:
    login = office.owner()
    window.connected(office.url, login)
    office.end_sessions(login)
    window.outlive_token()
    window.refresh().click("connect.later")
    assert window.shows("details.buy")
    assert "The session has ended." in window.trouble
    window.refresh()
    assert not window.shows("connect.submit")
    window.click("link.retry")
    assert window.shows("connect.submit")


def test_signing_out_forgets_what_was_seen_and_somebody_else_can_sign_in(
    window: RemoteDriver, office: Office, kept: SystemKeyring
) -> None:
    window.connected(office.url, office.owner("Harbor Retail")).show("preferences").click("preferences.sign_out")
    window.click("confirmation.act")
    assert kept.kept == {}
    assert not (window.folder / "remote/office/last_seen.json").exists()
    assert window.typed("server") == office.url
    assert window.typed("password") == ""
    assert not window.shows("account.switcher")
    window.sign_in("", office.owner("Peak Foods", "50.00"))
    assert window.window.top_bar.switcher.text() == "Peak Foods"
    assert window.text("funds.balance") == "$50.00"
