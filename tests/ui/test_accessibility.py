"""Screen readers: every control that can have the focus says what it is, on every page and every step of the wizard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from supportplan_desktop.settings import Settings
from supportplan_desktop.ui.widgets import WizardHeader

if TYPE_CHECKING:
    from tests.ui.drivers.window import WindowDriver

PAGES = ("details", "orders", "sharing", "tickets", "messages", "preferences")


@pytest.fixture
def window(application: WindowDriver) -> WindowDriver:
    return application.start()


def nameless(root: QWidget) -> list[str]:
    """The visible controls under it that can have the focus and say nothing."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled():
            continue
        if widget.isWindow() or widget.focusProxy() is not None:
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is not None and not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("account", ["Harbor Retail", "Quay Logistics", "Lantern Studio"])
def test_every_control_of_a_page_has_a_name(window: WindowDriver, page: str, account: str) -> None:
    window.act_as(account).show(page)
    assert nameless(window.window) == []


def test_every_control_of_every_step_of_the_purchase_has_a_name(window: WindowDriver) -> None:
    wizard = window.buy().choose("business")
    steps = [
        wizard.next,
        wizard.next,
        lambda: wizard.agree().next(),
        wizard.next,
        wizard.send_code,
        lambda: wizard.type_code(wizard.demonstration_code()),
        wizard.next,
    ]
    assert nameless(wizard.wizard) == []
    for step in steps:
        step()
        assert nameless(wizard.wizard) == []


def test_every_control_of_giving_the_plan_up_has_a_name(window: WindowDriver) -> None:
    wizard = window.unsubscribe().click("refund.why").click("unsubscribe.days")
    assert nameless(wizard.wizard) == []
    wizard.because("surplus").confirm().unsubscribe()
    assert nameless(wizard.wizard) == []


def test_every_control_of_auto_renewal_has_a_name(window: WindowDriver) -> None:
    assert nameless(window.show("details").more("auto_renewal").window) == []


def test_a_new_profiles_form_names_its_fields(application: WindowDriver) -> None:
    window = application.start(Settings(application.folder, language="en", theme="light"))
    assert nameless(window.window) == []


def test_the_wizard_says_which_step_it_is_at_and_what_is_due(window: WindowDriver) -> None:
    wizard = window.buy().to_confirm()
    header = wizard.wizard.findChild(WizardHeader)
    assert header is not None
    assert header.accessibleName() == "Buy Support Plan"
    assert header.accessibleDescription() == "2/3 Confirm Order"
    amount = wizard.find(QWidget, "summary.amount")
    assert amount.accessibleName() == "Amount due $90.00"
