"""Plan Details and sharing: the master's button, and the member that follows at once and is told who buys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.ui.plan_facts import Link
from supportplan_desktop.ui.widgets import Banner

if TYPE_CHECKING:
    from tests.ui.drivers.sharing import SharingDriver


def test_the_masters_button_shares_and_the_member_follows_at_once(sharing: SharingDriver) -> None:
    master = sharing.master(members=("Harbor Kowloon", "Harbor Pay"))
    sharing.act_as(master).window.show("details")
    assert sharing.button("details.sharing").text() == "Enable Sharing"
    sharing.click("details.sharing").answer("act")
    assert sharing.button("details.sharing").text() == "Disable Sharing"
    assert sharing.find(Link, "details.shared").text() == "Shared with 2 accounts"
    sharing.window.act_as("Harbor Pay")
    assert sharing.text("details.plan.name") == "Business"
    assert sharing.find(Link, "details.shared").text() == "Shared by Harbor Group (master)"
    master.organization.set_sharing(is_on=False)
    sharing.click("details.refresh")
    assert sharing.text("details.plan.name") == "Basic"


def test_a_unified_member_is_told_who_buys_for_it(sharing: SharingDriver) -> None:
    master = sharing.master(members=("Harbor Pay",))
    sharing.act_as(master)
    sharing.window.act_as("Harbor Pay").show("details")
    assert not sharing.button("details.buy").isEnabled()
    assert sharing.button("details.buy").toolTip() == "Harbor Group buys for this account."
    master.organization.set_sharing(is_on=True)
    sharing.click("details.refresh")
    assert not sharing.button("details.renew").isEnabled()
    assert sharing.button("details.renew").toolTip() == "Harbor Group buys for this account."
    assert not sharing.shows("details.sharing")
    sharing.click("details.shared")
    assert sharing.text("sharing.member.buys") == "only Harbor Group"


def test_giving_up_or_lessening_a_shared_plan_says_how_many_accounts_lose_what(sharing: SharingDriver) -> None:
    master = sharing.master(members=("Harbor Kowloon", "Harbor Pay"))
    master.organization.set_sharing(is_on=True)
    sharing.act_as(master).window.show("details")
    wizard = sharing.window.unsubscribe()
    assert wizard.consequence.endswith("The same goes for 2 accounts that the plan is shared with.")
    wizard.keep()
    change = sharing.window.change()
    change.choose("developer").next()
    shared = change.find(Banner, "change.shared").accessibleName()
    assert shared.startswith("From the moment you confirm, it is Developer for 2 accounts that the plan is shared")
    assert "Reduced: " in shared
