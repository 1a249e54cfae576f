"""A page with a list on the left and what is chosen in it on the right; older rows are loaded as they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.newest_first import Kept, NewestFirst, Rows
from supportplan_desktop.ui.page import Page
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    EmptyState,
    Label,
    LoadingGate,
    Skeleton,
    column,
    row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QStyledItemDelegate

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

T = TypeVar("T", bound=Kept)

PAGE = 50
_MOST_AT_ONCE = 500
_MARGIN, _TOP, _BETWEEN = 28, 20, 14
_LIST, _DETAIL = 2, 3
_NARROWEST, _WIDEST = 320, 460


class Part(Protocol):
    """Some rows as a service gives them."""

    @property
    def cursor(self) -> str | None:
        """Asks for older ones; None at the end."""


P = TypeVar("P", bound=Part)


class ListPage(Retranslated, Page, Generic[T, P]):
    """Loading, empty, refused and filled. `name` begins the names of its controls.

    Subclasses say how rows are asked for (`ask`), which rows a part has (`rows_of`) and what a choice shows (`show`).
    """

    def __init__(
        self,
        session: Session,
        texts: Texts,
        name: str,
        icon_name: str,
        rows: Rows[T],
        delegate: QStyledItemDelegate,
        detail: QWidget,
    ) -> None:
        super().__init__(session)
        self.texts, self.rows = texts, rows
        self._cursor: str | None = None
        self._account: UUID | None = None
        self._error: BaseException | None = None
        self._refused: BaseException | None = None
        self._question = 0
        self._is_known = self._loads = False
        self.setObjectName(name)
        self.list: NewestFirst[T] = NewestFirst(rows, delegate)
        self.list.setObjectName(f"{name}.list")
        self.list.chosen.connect(self.show_chosen)
        self.list.older_wanted.connect(self._load_older)
        self.title, self.remark = Label(Role.TITLE), Label(Role.SMALL, "muted")
        self.remark.setObjectName(f"{name}.remark")
        self._refresh = Button("ghost", "refresh")
        self._refresh.setObjectName(f"{name}.refresh")
        self._retry = Button("secondary", "refresh")
        self._retry.setObjectName(f"{name}.retry")
        for button in (self._refresh, self._retry):
            button.clicked.connect(self._try_again)
        self.strip = Banner("danger")
        self.strip.setObjectName(f"{name}.error")
        self.strip.hide()
        self.strip.add_action(self._retry)
        self.empty = EmptyState(icon_name)
        self._nothing = _filling(Card(), self.empty)
        self._nothing.setObjectName(f"{name}.nothing")
        self._skeleton = _filling(Card(), Skeleton((0.5, 0.25, 0.4), rows=8, row_height=64))
        self._skeleton.setObjectName(f"{name}.loading")
        self._filled = self._split(detail)
        self._body = QWidget()
        self._body.setLayout(column(self._filled, self._nothing, spacing=0))
        self._gate = LoadingGate(self._skeleton, self._body)
        self._filled.hide()
        self._nothing.hide()

    def lay_out(self, *actions: QWidget) -> None:
        """Put the page together, with its actions in the head; called once, last in `__init__`."""
        head = row(self.title, self.remark, None, self._refresh, *actions, spacing=12)
        layout = column(head, self.strip, self._body, self._skeleton, spacing=_BETWEEN)
        layout.setContentsMargins(_MARGIN, _TOP, _MARGIN, _MARGIN)
        layout.setStretchFactor(self._body, 1)
        layout.setStretchFactor(self._skeleton, 1)
        self.setLayout(layout)
        self.retranslate()

    def _split(self, detail: QWidget) -> QWidget:
        card = Card(padded=False)
        card.body.addWidget(self.list)
        card.setMinimumWidth(_NARROWEST)
        card.setMaximumWidth(_WIDEST)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        split = QWidget()
        layout = row(spacing=_BETWEEN)
        layout.addWidget(card, _LIST)
        layout.addWidget(detail, _DETAIL)
        split.setLayout(layout)
        return split

    # What subclasses say

    def ask(self, services: Services, cursor: str | None, limit: int) -> P:
        """A part from the cursor on; called on a worker."""
        raise NotImplementedError

    def rows_of(self, part: P) -> Sequence[T]:
        """The rows of a part."""
        raise NotImplementedError

    def show_chosen(self, thing: T | None) -> None:
        """Show what the user is on, None where nothing is chosen."""
        raise NotImplementedError

    def take(self, part: P) -> None:
        """Look at a first part once its rows are shown."""

    def start_afresh(self) -> None:
        """Forget what was about another account."""

    def failure_words(self) -> tuple[str, str]:
        """What stands in place of rows that could not be loaded: title and sentence."""
        raise NotImplementedError

    def empty_words(self) -> tuple[str, str, str]:
        """What stands in place of rows there are none of: title, sentence and action."""
        raise NotImplementedError

    # Loading

    def reload(self) -> None:
        """Ask for as many rows as are shown; they stay until the answer is there, unless they are another account's."""
        account = self.session.now.account.id
        if account != self._account:
            self._account, self._is_known, self._cursor = account, False, None
            self._error = self._refused = None
            self.rows.show(())
            self.strip.hide()
            self.start_afresh()
            self.show_chosen(None)
        if not self._is_known:
            self._gate.begin()
        self.session.tasks.forget(self._question)
        self._loads = True
        limit = max(PAGE, min(len(self.rows.things), _MOST_AT_ONCE))
        self._question = self.session.query(
            self, lambda services: self.ask(services, None, limit), self._answer, self._fail
        )

    def refuse(self, error: BaseException | None) -> None:
        """Say on the strip why what was asked for was not done; None takes it back."""
        self._refused = error
        self._word_states()

    def _try_again(self) -> None:
        self._refused = None
        self.reload()

    def _load_older(self) -> None:
        cursor = self._cursor
        if cursor is None or self._loads:
            return
        self._loads = True
        self._question = self.session.query(
            self, lambda services: self.ask(services, cursor, PAGE), self._answer_older, self._fail
        )

    def _answer(self, part: P) -> None:
        self._is_known, self._loads, self._cursor = True, False, part.cursor
        self.list.show_rows(self.rows_of(part))
        self._set_error(None)
        self._gate.end()
        self.take(part)
        self.show_chosen(self.rows.find(self.list.chosen_id))
        self.list.ask_for_older()

    def _answer_older(self, part: P) -> None:
        self._loads, self._cursor = False, part.cursor
        self.rows.append(self.rows_of(part))
        self._set_error(None)
        self.list.ask_for_older()

    def _fail(self, error: BaseException) -> None:
        self._loads = False
        self._set_error(error)
        self._gate.end()

    def _set_error(self, error: BaseException | None) -> None:
        self._error = error
        self._filled.setVisible(bool(self.rows.things))
        self._nothing.setVisible(not self.rows.things)
        self._word_states()

    # Words

    def retranslate(self) -> None:
        """Word what every list has; subclasses word the rest and call this."""
        self._refresh.setText(self.tr("Refresh"))
        self._retry.setText(self.tr("Retry"))
        self.rows.reword()
        self._word_states()

    def _word_states(self) -> None:
        self.empty.set_words(*(self.empty_words() if self._error is None else (*self.failure_words(), "")))
        error = self._error or self._refused
        self.strip.setVisible(error is not None and (error is self._refused or not self.session.is_told(error)))
        if error is not None:
            problem = problem_text(error, self.texts, self.session.catalogue)
            self.strip.set_texts(problem.title, problem.advice)


def _filling(card: Card, content: QWidget) -> Card:
    """The card with that content, as high as there is room for."""
    card.body.addWidget(content)
    card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return card


def padded(*things: QWidget | QBoxLayout | int | None, spacing: int = 12) -> QWidget:
    """Things above each other with a card's padding around them."""
    made = QWidget()
    layout = column(*things, spacing=spacing)
    layout.setContentsMargins(20, 18, 20, 18)
    made.setLayout(layout)
    return made
