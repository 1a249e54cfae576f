"""By keyboard and by ear: the page is reached, worked and heard without a pointer and without eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.drivers.sharing import UNIFIED
from tests.ui.test_accessibility import nameless

if TYPE_CHECKING:
    from tests.ui.drivers.sharing import SharingDriver


def test_the_switch_is_worked_by_keyboard_and_the_safe_answer_has_the_focus(sharing: SharingDriver) -> None:
    sharing.act_as(sharing.master()).tab_to("sharing.switch").press(Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "confirmation.keep"
    sharing.press(Qt.Key.Key_Escape)
    assert sharing.state == ("Off", "Not shared")


def test_rows_are_walked_by_arrows_and_enter_offers_what_can_be_done(sharing: SharingDriver) -> None:
    sharing.act_as(sharing.master()).tab_to("sharing.members").press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert list(sharing.offered()) == ["Disassociate…"]


def test_the_head_sorts_by_keyboard_and_the_search_leads_into_the_rows(sharing: SharingDriver) -> None:
    master = sharing.master(members=("Anchor Academy", "Harbor Pay"))
    sharing.act_as(master).tab_to("sharing.search").press(Qt.Key.Key_Down)
    assert sharing.table.hasFocus()
    sharing.tab_to("sharing.members.head").press(Qt.Key.Key_Space)
    assert sharing.names == ["Harbor Group", "Harbor Pay", "Anchor Academy"]


def test_the_page_has_the_third_number(sharing: SharingDriver) -> None:
    sharing.act_as(sharing.master()).window.show("details")
    QTest.keyClick(sharing.window.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    sharing.settle()
    assert sharing.window.page.objectName() == "sharing"


def test_everything_that_takes_the_focus_has_a_name_whoever_looks(sharing: SharingDriver) -> None:
    master, invitee, alone = sharing.master(), sharing.account("Tern Holding"), sharing.account("Lone Pine")
    sharing.order(invitee, "developer")
    master.organization.invite(uuid4(), "Tern Holding", UNIFIED)
    for who in (master, invitee, alone):
        sharing.act_as(who)
        assert nameless(sharing.window.window) == []
    sharing.window.act_as("Harbor Kowloon")
    assert nameless(sharing.window.window) == []
    for way, close in (("sharing.invite", "invite.cancel"), ("sharing.create", "member.cancel")):
        sharing.act_as(master).click(way)
        assert nameless(sharing.window.window) == []
        sharing.click(close)


def test_the_switch_says_its_name_its_state_and_its_rules(sharing: SharingDriver) -> None:
    sharing.act_as(sharing.master())
    assert sharing.switch.accessibleName() == "Support Plan Sharing"
    assert sharing.switch.accessibleDescription().startswith("Not shared. Business can be shared with 1 unified")
