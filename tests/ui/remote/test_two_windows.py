"""Two windows on one server: the second learns what the first has done, or is refused with what holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from supportplan_desktop.domain.accounts import Role
from tests.ui.drivers.sharing import SharingDriver

if TYPE_CHECKING:
    from tests.ui.drivers.purchase import PurchaseDriver
    from tests.ui.drivers.remote import RemoteDriver
    from tests.ui.remote.conftest import NewWindow
    from tests.ui.remote.office import Office


def buy(window: RemoteDriver, office: Office, tier: str = "business") -> None:
    """Buy a plan in that window, to its end."""
    window.show("details").click("details.buy")
    wizard = window.wizard
    wizard.settle()
    wizard.to_verify(tier, 1).send_code()
    wizard.type_code(office.server.code(window.number(wizard))).next()
    wizard.done()


def test_the_second_window_learns_of_it_by_itself(windows: NewWindow, office: Office) -> None:
    login = office.owner()
    first = windows("first").connected(office.url, login)
    second = windows("second").connected(office.url, login)
    assert second.shows("details.buy")
    buy(first, office)
    second.hasten("look").wait_for(lambda: "Business" in second.words())
    second.wait_for(lambda: second.text("funds.balance") == "$910.00")


def test_the_second_window_is_refused_with_what_holds_now(windows: NewWindow, office: Office) -> None:
    account = office.account()
    first = windows("first").connected(office.url, office.login(account))
    second = windows("second").connected(office.url, office.login(account, Role.FINANCE))
    second.click("details.buy")
    late: PurchaseDriver = second.wizard
    late.settle()
    late.to_confirm("enterprise", 1).agree()
    buy(first, office)
    late.next()
    assert "This account already has Business." in late.refusal
    assert len(office.payments(account)) == 1


def test_an_amount_that_has_changed_meanwhile_is_shown_old_and_new(windows: NewWindow, office: Office) -> None:
    account = office.account()
    first = windows("first").connected(office.url, office.login(account))
    buy(first, office, "developer")
    second = windows("second").connected(office.url, office.login(account))
    office.pass_time(2)
    late = second.change()
    late.to_confirm("business").agree()
    office.pass_time(24 * 60)
    late.next()
    assert "The amount has changed from $64.00 to " in late.refusal
    assert late.amount_due in late.refusal


def test_a_plan_is_shared_with_somebody_who_accepts_in_another_window(windows: NewWindow, office: Office) -> None:
    names = [f"{name} {uuid4().hex[:8]}" for name in ("Harbor Group", "Tern Holding")]
    logins = [office.owner(name) for name in names]
    master, invitee = (windows(login).connected(office.url, login) for login in logins)
    buy(master, office)
    master.show("sharing")
    inviting, accepting = SharingDriver(master), SharingDriver(invitee)
    inviting.click("sharing.single.invite" if inviting.shows("sharing.single.invite") else "sharing.invite")
    inviting.fill(invite_account=names[1]).click("invite.submit")
    invitee.show("sharing")
    assert accepting.text("sharing.invitation.title") == f"{names[0]} invites this account"
    accepting.click("sharing.accept")
    assert accepting.text("sharing.member.plan") == "Basic"
    inviting.window.click("sharing.refresh")
    inviting.click("sharing.switch").answer("act")
    assert inviting.state[0] == "On"
    invitee.click("sharing.refresh")
    assert accepting.text("sharing.member.plan") == "Business"
    invitee.show("details")
    assert any(word.startswith("Shared by Harbor Group") for word in invitee.words())
    assert not invitee.shows("details.buy")


def test_a_finance_login_pays_but_does_not_share(windows: NewWindow, office: Office) -> None:
    account = office.account(f"Harbor Group {uuid4().hex[:8]}")
    window = windows().connected(office.url, office.login(account, Role.FINANCE))
    buy(window, office)
    assert len(office.payments(account)) == 1
    sharing = SharingDriver(window).open()
    assert not sharing.button("sharing.single.invite").isEnabled()
