"""A master: its switch and what follows from it, its members, and the check before sharing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportplan_desktop.ui.sharing.rows import Column
from tests.ui.drivers.sharing import INDEPENDENT

if TYPE_CHECKING:
    from tests.ui.drivers.sharing import SharingDriver


def test_the_switch_says_for_how_many_accounts_what_follows_from_when_before_it_moves(sharing: SharingDriver) -> None:
    master = sharing.master(members=("Harbor Kowloon", "Harbor Pay"))
    sharing.act_as(master)
    assert sharing.state == ("Off", "Not shared")
    assert not sharing.switch.isChecked()
    sharing.click("sharing.switch")
    assert sharing.question.startswith("From the moment you confirm, Business reaches 2 accounts under unified")
    assert not sharing.switch.isChecked()
    sharing.answer("act")
    assert sharing.state == ("On", "Shared")
    assert sharing.switch.isChecked()
    assert sharing.toast == ("Sharing is on", "2 accounts")
    assert sharing.row(0) == ["Harbor Group, Master account", "–", "Active", "Business", "Business, own plan"]
    assert sharing.row(1) == [
        "Harbor Kowloon, since 2019-12-09",
        "Unified accounting",
        "Active",
        "Basic",
        "Business, via sharing",
    ]


def test_switching_off_names_what_is_lost_and_can_be_thought_better_of(sharing: SharingDriver) -> None:
    master = sharing.master()
    master.organization.set_sharing(is_on=True)
    sharing.act_as(master).click("sharing.switch")
    assert "Business ends for 1 account, all together; Basic is what is left." in sharing.question
    assert "Lost: Technical Support." in sharing.question
    sharing.answer("keep")
    assert sharing.state == ("On", "Shared")
    sharing.click("sharing.switch").answer("act")
    assert sharing.state == ("Off", "Not shared")
    assert sharing.row(1)[-1] == "Basic, not shared"


def test_a_master_without_a_paid_plan_is_led_to_where_one_is_bought(sharing: SharingDriver) -> None:
    poor = sharing.account("Harbor Small")
    sharing.member(poor, "Harbor Kowloon")
    sharing.act_as(poor)
    assert not sharing.switch.isEnabled()
    assert sharing.text("sharing.sentence").startswith("This account is on Basic: buy a paid plan first")
    assert sharing.readiness[0] == "1 issue"
    sharing.click("sharing.remedy")
    assert sharing.window.page.objectName() == "details"


def test_the_check_names_each_one_in_the_way_with_its_steps_and_turns_green(sharing: SharingDriver) -> None:
    master, owner = sharing.master(), sharing.account("Tern Holding")
    sharing.member(master, "Quay Studio", INDEPENDENT)
    sharing.buy(owner, "developer")
    sharing.act_as(master).click("sharing.invite").fill(invite_account="Tern Holding").click("invite.submit")
    assert sharing.toast == ("Invitation sent", "Tern Holding is told.")
    assert sharing.readiness == [
        "1 issue",
        "Your own plan is paid and active. Business until Jan 9, 2020",
        "Business can be shared with 1 unified member. none of them owns a paid plan",
        "Tern Holding owns Developer. It must unsubscribe before it can accept; today that returns $26.00 to it.",
        "Quay Studio is under independent accounting. Never shared; it buys its own plan.",
    ]
    sharing.click("sharing.readiness.remind")
    assert sharing.toast[0] == "Tern Holding is reminded"
    sharing.act_on("Tern Holding", "Revoke…")
    assert "Tern Holding is told" in sharing.question
    sharing.answer("act")
    assert sharing.readiness[0] == "Ready"
    assert sharing.names == ["Harbor Group", "Harbor Kowloon", "Quay Studio"]


def test_disassociating_names_what_the_member_loses_and_lets_it_go(sharing: SharingDriver) -> None:
    master = sharing.master()
    master.organization.set_sharing(is_on=True)
    sharing.act_as(master)
    assert list(sharing.actions("Harbor Kowloon")) == ["Disassociate…"]
    sharing.act_on("Harbor Kowloon", "Disassociate…")
    assert "Harbor Kowloon goes from Business to Basic and buys for itself" in sharing.question
    sharing.answer("act")
    assert not sharing.shows("sharing.members")
    assert "No members yet" in sharing.words()


def test_a_member_is_created_and_acts_at_once_and_what_is_refused_keeps_what_was_typed(sharing: SharingDriver) -> None:
    master = sharing.master(members=())
    sharing.act_as(sharing.account("Harbor Fresh")).click("sharing.single.create").click("member.submit")
    assert "A name of at most 80 characters is needed." in sharing.words()
    sharing.fill(member_name="Harbor Pay", member_contact="Wing Lau").click("member.submit")
    assert "A phone number such as +86 13812342046, or an email address, is needed." in sharing.words()
    sharing.fill(member_phone="+852 55512046").mode(INDEPENDENT).click("member.submit")
    assert sharing.toast == ("Member created", "Harbor Pay")
    assert sharing.names == ["Harbor Fresh", "Harbor Pay"]
    assert sharing.text("account.kind") == "Master account"
    sharing.window.act_as("Harbor Pay")
    assert sharing.text("sharing.member.title") == "Member of Harbor Fresh"
    assert master.organization.overview().unified == 0


def test_an_invitation_that_cannot_be_meant_is_refused_in_the_dialog(sharing: SharingDriver) -> None:
    master = sharing.master()
    sharing.act_as(master).click("sharing.invite").fill(invite_account="Nobody").click("invite.submit")
    assert "Check the name: it has to be written exactly as the account is named." in sharing.words()
    sharing.fill(invite_account="Harbor Kowloon").click("invite.submit")
    assert "Harbor Kowloon is already the member of a master account." in sharing.words()
    sharing.fill(invite_account="Harbor Group").click("invite.submit")
    assert "An account does not invite itself." in sharing.words()
    sharing.click("invite.cancel")
    assert not sharing.shows("invite")


def test_members_are_narrowed_searched_and_sorted(sharing: SharingDriver) -> None:
    master = sharing.master(members=("Harbor Pay", "Anchor Academy"))
    sharing.member(master, "Quay Studio", INDEPENDENT)
    sharing.act_as(master)
    assert sharing.names == ["Harbor Group", "Anchor Academy", "Harbor Pay", "Quay Studio"]
    sharing.sort_by(Column.ACCOUNT)
    assert sharing.names == ["Harbor Group", "Quay Studio", "Harbor Pay", "Anchor Academy"]
    sharing.narrow("Independent accounting")
    assert sharing.names == ["Harbor Group", "Quay Studio"]
    assert sharing.text("sharing.found") == "1 found"
    sharing.search("harbor")
    assert "No account matches" in sharing.words()
    sharing.click("sharing.empty.invite")
    assert sharing.loaded == 4
    assert sharing.search("pay").names == ["Harbor Group", "Harbor Pay"]


def test_a_thousand_members_are_loaded_as_they_are_read_and_searched_all(sharing: SharingDriver) -> None:
    master = sharing.master()
    sharing.crowd(master, 1000)
    sharing.act_as(master)
    assert sharing.text("sharing.count") == "1 master, 1,001 members"
    assert sharing.loaded < 700
    while sharing.loaded < 1002:
        before = sharing.loaded
        assert sharing.to_the_end().loaded > before
    assert sharing.to_the_end().row(1000)[0] == "Branch 0999, since 2019-12-09"
    assert sharing.search("branch 0417").names == ["Harbor Group", "Branch 0417"]
