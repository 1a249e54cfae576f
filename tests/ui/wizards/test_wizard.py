from __future__ import annotations

import gc
import threading
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpacerItem,
    QWidget,
    QWidgetItem,
    QWizard,
)

from supportplan_desktop.domain.errors import NoFundsChosen, Refusal
from supportplan_desktop.flows.flow import Flow, Stage
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.wizards.wizard import FlowPage, FlowWizard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from supportplan_desktop.ui.tasks import Tasks

Role = QWizard.WizardButton
PATIENCE = 10


class Step(IntEnum):
    CHOOSE = 0
    ORDER = 1
    PAY = 2
    DONE = 3


@dataclass
class Draft:
    tier: str = "business"
    order: str = ""
    is_paid: bool = False


def course(draft: Draft, first: Step | None = None) -> Flow[Step, Draft]:
    return Flow(
        draft,
        {
            Step.CHOOSE: Stage(Step.ORDER, complete=lambda draft: bool(draft.tier)),
            Step.ORDER: Stage(Step.PAY),
            Step.PAY: Stage(Step.DONE, back_allowed=lambda draft: not draft.order),
            Step.DONE: Stage(None, back_allowed=lambda _: False),
        },
        first,
    )


class ChoosePage(FlowPage):
    def __init__(self, flow: Flow[Any, Any], tasks: Tasks) -> None:
        super().__init__(flow, Step.CHOOSE, tasks)
        self.filled = 0
        self.edit = QLineEdit()
        self.edit.textChanged.connect(self._choose)
        self.content.addWidget(self.edit)
        self.retranslate()

    def initializePage(self) -> None:
        self.filled += 1
        self.edit.setText("business")

    def _choose(self, tier: str) -> None:
        self.flow.draft.tier = tier
        self.completeChanged.emit()

    def retranslate(self) -> None:
        self.set_note("Nothing is charged yet.")


class WorkPage(FlowPage):
    """Commits with whatever call it was given."""

    changes: ClassVar[Change] = Change.ORDERS

    def __init__(self, flow: Flow[Any, Any], step: Step, tasks: Tasks, call: Callable[[], object]) -> None:
        super().__init__(flow, step, tasks)
        self.call: Callable[[], object] | None = call
        self.filled = 0
        self.refusals: list[Refusal] = []
        self.edit = QLineEdit()
        self.content.addWidget(self.edit)
        self.retranslate()

    def initializePage(self) -> None:
        self.filled += 1

    def submit(self) -> Callable[[], object] | None:
        return self.call

    def succeeded(self, value: Any) -> None:  # noqa: ANN401 - as its base
        self.flow.draft.order = value

    def show_refusal(self, error: Refusal) -> None:
        self.refusals.append(error)

    def retranslate(self) -> None:
        self.set_note("")


class PayPage(WorkPage):
    commits_payment: ClassVar[bool] = True
    footer: ClassVar = {Role.CustomButton1: "ghost", Role.CancelButton: "secondary", Role.NextButton: "primary"}

    def retranslate(self) -> None:
        self.setButtonText(Role.CancelButton, "Pay Later")
        self.setButtonText(Role.NextButton, "Make Payment")


class DonePage(FlowPage):
    shows_summary: ClassVar[bool] = False

    def retranslate(self) -> None:
        self.set_note("")


class Counted:
    """A call that can be held, refused and counted."""

    def __init__(self) -> None:
        self.times = 0
        self.error: BaseException | None = None
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self) -> str:
        self.times += 1
        assert self.gate.wait(PATIENCE)
        if self.error:
            raise self.error
        return "CS1912091141K7Q2M"


@pytest.fixture
def call() -> Iterator[Counted]:
    call = Counted()
    yield call
    call.gate.set()


@pytest.fixture
def draft() -> Draft:
    return Draft()


@pytest.fixture
def wizard(qtbot: QtBot, tasks: Tasks, draft: Draft, call: Counted) -> FlowWizard:
    return opened(qtbot, course(draft), tasks, call)


def opened(qtbot: QtBot, flow: Flow[Step, Draft], tasks: Tasks, call: Counted) -> FlowWizard:
    wizard = FlowWizard(flow)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the test looks at it afterwards
    wizard.add(ChoosePage(flow, tasks))
    wizard.add(WorkPage(flow, Step.ORDER, tasks, call))
    wizard.add(PayPage(flow, Step.PAY, tasks, call))
    wizard.add(DonePage(flow, Step.DONE, tasks))
    qtbot.addWidget(wizard)
    wizard.open()
    return wizard


def page(wizard: FlowWizard, step: Step) -> Any:  # noqa: ANN401 - the pages of this file differ
    return wizard.page(step)


def press(wizard: FlowWizard, role: QWizard.WizardButton) -> None:
    QTest.mouseClick(wizard.button(role), Qt.MouseButton.LeftButton)


def go_to(wizard: FlowWizard, step: Step, settle: Callable[[], None]) -> None:
    while wizard.currentId() < step:
        press(wizard, Role.NextButton)
        settle()


def enabled(wizard: FlowWizard) -> set[QWizard.WizardButton]:
    roles = (Role.BackButton, Role.NextButton, Role.CancelButton, Role.FinishButton, Role.CustomButton1)
    return {role for role in roles if wizard.button(role).isVisible() and wizard.button(role).isEnabled()}


def enter(target: QWidget, *, repeated: bool = False) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeated)
        QApplication.sendEvent(target, event)


def double_click(button: QWidget) -> None:
    """The second half of a double click, as the window system sends it."""
    at = QPointF(button.rect().center())
    where = button.mapToGlobal(QPoint(at.toPoint()))
    left = Qt.MouseButton.LeftButton
    for kind, held in (
        (QEvent.Type.MouseButtonDblClick, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, at, QPointF(where), left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(button, event)


# The course


def test_it_begins_where_the_flow_begins(qtbot: QtBot, tasks: Tasks, draft: Draft, call: Counted) -> None:
    assert opened(qtbot, course(draft), tasks, call).currentId() == Step.CHOOSE
    resumed = opened(qtbot, course(draft, Step.PAY), tasks, call)
    assert resumed.currentId() == Step.PAY
    assert not resumed.button(Role.BackButton).isVisible()


def test_next_is_off_until_the_step_is_complete(wizard: FlowWizard) -> None:
    page(wizard, Step.CHOOSE).edit.clear()
    assert Role.NextButton not in enabled(wizard)
    page(wizard, Step.CHOOSE).edit.setText("developer")
    assert Role.NextButton in enabled(wizard)


def test_an_incomplete_page_is_not_left_even_by_program(wizard: FlowWizard) -> None:
    page(wizard, Step.CHOOSE).edit.clear()
    wizard.next()
    assert wizard.currentId() == Step.CHOOSE


def test_back_restores_what_was_typed_and_forwards_fills_in_afresh(
    wizard: FlowWizard, call: Counted, settle: Callable[[], None]
) -> None:
    choose, order = page(wizard, Step.CHOOSE), page(wizard, Step.ORDER)
    choose.edit.setText("enterprise")
    go_to(wizard, Step.ORDER, settle)
    order.edit.setText("a remark")
    press(wizard, Role.BackButton)
    assert choose.edit.text() == "enterprise"
    assert choose.filled == 1
    press(wizard, Role.NextButton)
    assert order.edit.text() == "a remark"
    assert order.filled == 2
    assert call.times == 0


def test_back_is_refused_where_the_flow_refuses_it(
    wizard: FlowWizard, draft: Draft, settle: Callable[[], None]
) -> None:
    assert Role.BackButton not in enabled(wizard)
    go_to(wizard, Step.ORDER, settle)
    assert Role.BackButton in enabled(wizard)
    go_to(wizard, Step.PAY, settle)
    assert draft.order
    assert Role.BackButton not in enabled(wizard)
    page(wizard, Step.PAY).completeChanged.emit()
    assert Role.BackButton not in enabled(wizard)


def test_the_last_page_has_nothing_but_done(wizard: FlowWizard, settle: Callable[[], None]) -> None:
    go_to(wizard, Step.DONE, settle)
    assert enabled(wizard) == {Role.FinishButton}
    press(wizard, Role.FinishButton)
    assert wizard.result() == FlowWizard.DialogCode.Accepted
    assert not wizard.isVisible()


def test_a_last_page_may_commit_too(
    qtbot: QtBot, tasks: Tasks, draft: Draft, call: Counted, settle: Callable[[], None]
) -> None:
    flow = Flow(draft, {Step.ORDER: Stage[Step, Draft](None)})
    wizard = FlowWizard(flow)
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    wizard.add(WorkPage(flow, Step.ORDER, tasks, call))
    qtbot.addWidget(wizard)
    wizard.open()
    press(wizard, Role.FinishButton)
    assert wizard.isVisible()
    settle()
    assert not wizard.isVisible()
    assert wizard.result() == FlowWizard.DialogCode.Accepted
    assert draft.order


# Committing


def test_leaving_a_page_commits_first_and_advances_with_the_answer(
    wizard: FlowWizard, tasks: Tasks, draft: Draft, call: Counted, settle: Callable[[], None]
) -> None:
    told: list[Change] = []
    tasks.changed.connect(lambda change, _: told.append(change))
    go_to(wizard, Step.ORDER, settle)
    press(wizard, Role.NextButton)
    assert wizard.currentId() == Step.ORDER
    settle()
    assert wizard.currentId() == Step.PAY
    assert draft.order == "CS1912091141K7Q2M"
    assert call.times == 1
    assert told == [Change.ORDERS]


def test_a_page_with_nothing_to_commit_is_left_at_once(
    wizard: FlowWizard, call: Counted, settle: Callable[[], None]
) -> None:
    go_to(wizard, Step.ORDER, settle)
    page(wizard, Step.ORDER).call = None
    press(wizard, Role.NextButton)
    assert wizard.currentId() == Step.PAY
    assert call.times == 0


def test_a_refusal_is_shown_on_the_page_and_the_same_may_be_sent_again(
    wizard: FlowWizard, call: Counted, settle: Callable[[], None]
) -> None:
    go_to(wizard, Step.ORDER, settle)
    call.error = NoFundsChosen()
    page(wizard, Step.ORDER).edit.setFocus()
    press(wizard, Role.NextButton)
    settle()
    assert wizard.currentId() == Step.ORDER
    assert [error.code for error in page(wizard, Step.ORDER).refusals] == ["funds.none_chosen"]
    assert not wizard.busy
    call.error = None
    press(wizard, Role.NextButton)
    settle()
    assert wizard.currentId() == Step.PAY
    assert call.times == 2


def test_an_unknown_error_goes_to_the_crash_dialog_and_the_wizard_stays(
    wizard: FlowWizard, call: Counted, crashes: list[BaseException], settle: Callable[[], None]
) -> None:
    go_to(wizard, Step.ORDER, settle)
    call.error = ZeroDivisionError()
    press(wizard, Role.NextButton)
    settle()
    assert wizard.currentId() == Step.ORDER
    assert not wizard.busy
    assert crashes == [call.error]
    crashes.clear()


def test_a_refusal_the_page_does_not_expect_goes_to_the_crash_dialog(
    wizard: FlowWizard, crashes: list[BaseException], settle: Callable[[], None]
) -> None:
    def refuse() -> NoReturn:
        raise NoFundsChosen

    page(wizard, Step.CHOOSE).command(refuse, lambda _: None)
    settle()
    assert [type(error) for error in crashes] == [NoFundsChosen]
    crashes.clear()


# While a command is in flight


def test_while_busy_everything_is_off_and_a_command_is_sent_once_however_often_one_asks(
    wizard: FlowWizard, call: Counted, settle: Callable[[], None]
) -> None:
    go_to(wizard, Step.ORDER, settle)
    before = enabled(wizard)
    call.gate.clear()
    press(wizard, Role.NextButton)
    assert wizard.busy
    assert enabled(wizard) == set()
    assert not page(wizard, Step.ORDER).edit.isEnabled()
    press(wizard, Role.NextButton)
    double_click(wizard.button(Role.NextButton))
    enter(wizard)
    wizard.next()
    page(wizard, Step.ORDER).completeChanged.emit()
    assert enabled(wizard) == set()
    call.error = NoFundsChosen()
    call.gate.set()
    settle()
    assert call.times == 1
    assert enabled(wizard) == before
    assert page(wizard, Step.ORDER).edit.isEnabled()


@pytest.mark.parametrize("how", ["close", "reject", "escape"])
def test_it_cannot_be_closed_while_busy_but_before_and_after(
    wizard: FlowWizard, call: Counted, settle: Callable[[], None], how: str
) -> None:
    def try_to_leave() -> None:
        match how:
            case "close":
                wizard.close()
            case "reject":
                wizard.reject()
            case _:
                QTest.keyClick(wizard, Qt.Key.Key_Escape)

    go_to(wizard, Step.ORDER, settle)
    call.gate.clear()
    press(wizard, Role.NextButton)
    try_to_leave()
    assert wizard.isVisible()
    call.gate.set()
    settle()
    assert wizard.currentId() == Step.PAY
    try_to_leave()
    assert not wizard.isVisible()
    assert wizard.result() == FlowWizard.DialogCode.Rejected


def test_progress_is_shown_only_when_it_takes_a_while(
    qtbot: QtBot, wizard: FlowWizard, call: Counted, settle: Callable[[], None]
) -> None:
    progress = wizard.findChild(QProgressBar, "wizard.progress")
    assert progress is not None
    assert progress.accessibleName() == "In progress"
    go_to(wizard, Step.ORDER, settle)
    call.gate.clear()
    press(wizard, Role.NextButton)
    assert not progress.isVisible()
    qtbot.waitUntil(progress.isVisible)
    call.gate.set()
    settle()
    assert not progress.isVisible()


def test_focus_returns_to_where_it_was_after_a_refusal(
    qtbot: QtBot, wizard: FlowWizard, call: Counted, settle: Callable[[], None]
) -> None:
    go_to(wizard, Step.ORDER, settle)
    qtbot.waitUntil(wizard.isActiveWindow)
    edit = page(wizard, Step.ORDER).edit
    edit.setFocus()
    call.error = NoFundsChosen()
    enter(edit)
    assert wizard.busy
    assert not edit.hasFocus()
    settle()
    assert edit.hasFocus()


def test_a_wizard_destroyed_in_flight_hears_nothing_and_harms_nothing(
    qtbot: QtBot, tasks: Tasks, draft: Draft, call: Counted, settle: Callable[[], None]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = course(draft)
    wizard = FlowWizard(flow, parent)
    wizard.add(WorkPage(flow, Step.CHOOSE, tasks, call))
    wizard.open()
    call.gate.clear()
    wizard.next()
    wizard.deleteLater()
    qtbot.waitUntil(lambda: not parent.findChildren(FlowWizard))
    call.gate.set()
    settle()
    assert call.times == 1
    assert not draft.order


# Enter and double clicks


def test_enter_presses_the_primary_button(wizard: FlowWizard) -> None:
    enter(page(wizard, Step.CHOOSE).edit)
    assert wizard.currentId() == Step.ORDER


def test_enter_held_down_presses_once(wizard: FlowWizard, call: Counted, settle: Callable[[], None]) -> None:
    enter(wizard)
    for _ in range(5):
        enter(wizard, repeated=True)
        enter(wizard.button(Role.NextButton), repeated=True)
    settle()
    assert wizard.currentId() == Step.ORDER
    assert call.times == 0


def test_enter_never_pays_wherever_the_focus_is(wizard: FlowWizard, call: Counted, settle: Callable[[], None]) -> None:
    go_to(wizard, Step.PAY, settle)
    assert call.times == 1
    payment = page(wizard, Step.PAY)
    other = QPushButton("Send code")
    payment.content.addWidget(other)
    for target in (wizard, payment.edit, wizard.button(Role.NextButton), other, wizard.button(Role.NextButton)):
        target.setFocus()
        enter(target)
        settle()
    assert wizard.currentId() == Step.PAY
    assert call.times == 1
    QTest.keyClick(wizard.button(Role.NextButton), Qt.Key.Key_Space)
    settle()
    assert call.times == 2


def test_the_second_half_of_a_double_click_presses_nothing_on_the_next_page(
    wizard: FlowWizard, call: Counted, settle: Callable[[], None]
) -> None:
    press(wizard, Role.NextButton)
    double_click(wizard.button(Role.NextButton))
    settle()
    assert wizard.currentId() == Step.ORDER
    assert call.times == 0


# Looks


def test_each_page_has_its_own_buttons_with_their_kinds_and_words(
    wizard: FlowWizard, settle: Callable[[], None]
) -> None:
    def footer() -> list[tuple[str, str, str]]:
        shown = [button for button in wizard.findChildren(QPushButton) if button.isVisible()]
        shown.sort(key=lambda button: button.x())
        return [(button.objectName(), button.property("kind"), button.text()) for button in shown]

    assert footer() == [
        ("wizard.cancel", "ghost", "Cancel"),
        ("wizard.back", "secondary", "&Back"),
        ("wizard.next", "primary", "&Next"),
    ]
    go_to(wizard, Step.PAY, settle)
    wizard.setButtonText(Role.CustomButton1, "Cancel Order")
    assert footer() == [
        ("wizard.custom1", "ghost", "Cancel Order"),
        ("wizard.cancel", "secondary", "Pay Later"),
        ("wizard.next", "primary", "Make Payment"),
    ]
    go_to(wizard, Step.DONE, settle)
    assert footer() == [("wizard.finish", "primary", "&Done")]


def test_header_and_footer_frame_the_pages_and_the_note_is_the_pages_own(
    qtbot: QtBot, wizard: FlowWizard, settle: Callable[[], None]
) -> None:
    header = QWidget()
    header.setFixedHeight(64)
    wizard.set_header(header)
    footer, note = wizard.findChild(QWidget, "wizard.footer"), wizard.findChild(QLabel, "wizard.note")
    assert footer is not None
    assert note is not None
    for step in Step:
        go_to(wizard, step, settle)
        qtbot.waitUntil(lambda step=step: page(wizard, step).parentWidget().geometry().top() == 64)  # type: ignore[misc]
        assert header.geometry().getRect() == (0, 0, wizard.width(), 64)
        assert footer.geometry().getRect() == (0, wizard.height() - 64, wizard.width(), 64)
        assert page(wizard, step).size().height() == wizard.height() - 128
        assert note.text() == page(wizard, step).note
    page(wizard, Step.CHOOSE).set_note("Long gone.")
    assert note.text() == ""
    page(wizard, Step.DONE).set_note("All is well.")
    assert note.text() == "All is well."


def test_one_summary_stands_beside_every_page_that_shows_it(
    qtbot: QtBot, wizard: FlowWizard, settle: Callable[[], None]
) -> None:
    summary = QLabel("Amount due $90.00")
    wizard.set_summary(summary)
    wizard.restart()
    for step in (Step.CHOOSE, Step.ORDER, Step.PAY):
        go_to(wizard, step, settle)
        assert summary.isVisible(), step
        assert page(wizard, step).isAncestorOf(summary)
        qtbot.waitUntil(lambda: summary.width() == 320)
    wizard.resize(900, 600)
    qtbot.waitUntil(lambda: summary.width() == 284)
    go_to(wizard, Step.DONE, settle)
    assert not summary.isVisible()


def test_the_layout_survives_another_style(qtbot: QtBot, wizard: FlowWizard) -> None:
    footer = wizard.findChild(QWidget, "wizard.footer")
    assert footer is not None
    wizard.setStyleSheet("QLabel { padding: 1px }")
    qtbot.waitUntil(lambda: footer.height() == 64 and footer.isVisible())
    assert page(wizard, Step.CHOOSE).height() == wizard.height() - 64


def test_it_is_a_window_modal_dialog_that_can_be_resized(wizard: FlowWizard) -> None:
    assert wizard.windowModality() == Qt.WindowModality.WindowModal
    assert wizard.minimumSize() != wizard.maximumSize()
    assert wizard.maximumWidth() > 10_000


def test_no_item_of_qwizards_own_layout_is_kept(wizard: FlowWizard, settle: Callable[[], None]) -> None:
    """QWizard deletes them unseen; what is later made at the address of a kept one is destroyed in its name."""
    go_to(wizard, Step.DONE, settle)
    wizard.setStyleSheet("QLabel { padding: 1px }")
    kept = [thing for thing in gc.get_objects() if isinstance(thing, QWidgetItem | QSpacerItem)]
    assert kept == []
