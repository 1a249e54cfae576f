"""The organization on a card: who belongs to it, searched, narrowed and sorted, and what can be done with each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy

from supportplan_desktop.domain.accounts import Permission
from supportplan_desktop.domain.organization import AssociationStatus
from supportplan_desktop.services.interfaces import MemberPage, MemberQuery
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.permissions import RoleWords, allow_only
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.sharing.filters import MemberFilters, shows_all
from supportplan_desktop.ui.sharing.rows import MOST_AT_ONCE, PAGE, SORTS, Column, Master, MemberRows
from supportplan_desktop.ui.sharing.table import MemberTable
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Banner, Button, Card, EmptyState, Label, column, row

if TYPE_CHECKING:
    from supportplan_desktop.domain.organization import Association
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.sharing.seen import MasterSeen
    from supportplan_desktop.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class _Answer:
    query: MemberQuery
    page: MemberPage


class MembersCard(Retranslated, Card):
    """Asks for its rows itself when told to `load`; keeps the reader's place where the same question is asked again."""

    create_wanted = Signal()
    invite_wanted = Signal()
    reminder_wanted = Signal(object)
    """(association): that invitee shall be told once more."""
    revoke_wanted = Signal(object)
    """(association): that invitation shall be taken back."""
    disassociate_wanted = Signal(object)
    """(association): that member shall go."""

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__(padded=False)
        self._session, self._texts = session, texts
        self._seen: MasterSeen | None = None
        self._answer: _Answer | None = None
        self._error: BaseException | None = None
        self._question = 0
        self._sort, self._descending = Column.ACCOUNT, False
        self._chosen: Association | None = None
        self._roles = RoleWords(self)
        self.setObjectName("sharing.organization")
        self._rows = MemberRows(session, texts, self)
        self.table = MemberTable(self._rows, session)
        self._make_head()
        self._make_menu()
        self._strip = Banner("danger")
        self._strip.setObjectName("sharing.members.error")
        self._strip.hide()
        self._retry = Button("secondary", "refresh", compact=True)
        self._retry.setObjectName("sharing.members.retry")
        self._retry.clicked.connect(self.load)
        self._strip.add_action(self._retry)
        self._empty = EmptyState("people")
        self._empty.setObjectName("sharing.empty")
        self._empty.action.setObjectName("sharing.empty.invite")
        self._empty.action.clicked.connect(self._act_on_nothing)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_head(self) -> None:
        self._title, self._count = Label(Role.H2), Label(Role.SMALL, "muted")
        self._count.setObjectName("sharing.count")
        self._create, self._invite = Button("secondary", compact=True), Button("secondary", "plus", compact=True)
        self._create.setObjectName("sharing.create")
        self._invite.setObjectName("sharing.invite")
        allow_only(self._session, Permission.ORGANIZATION, self._create, self._invite)
        self.filters = MemberFilters(self._texts)

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        self.menu.setObjectName("sharing.actions")
        self.menu.setToolTipsVisible(True)
        self._remind, self._revoke, self._let_go = (QAction(self.menu) for _ in range(3))
        for action, name, wanted in (
            (self._remind, "remind", self.reminder_wanted),
            (self._revoke, "revoke", self.revoke_wanted),
            (self._let_go, "disassociate", self.disassociate_wanted),
        ):
            action.setObjectName(f"sharing.actions.{name}")
            action.triggered.connect(lambda _=False, wanted=wanted: wanted.emit(self._chosen))
            self.menu.addAction(action)

    def _lay_out(self) -> None:
        head = row(self._title, self._count, None, self._create, self._invite)
        head.setContentsMargins(20, 12, 16, 0)
        filters = row(self.filters)
        filters.setContentsMargins(20, 8, 16, 10)
        strip = row(self._strip)
        strip.setContentsMargins(12, 0, 12, 0)
        self.body.addLayout(column(head, filters, strip, spacing=0))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._empty, 1)
        self.body.setContentsMargins(1, 1, 1, 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._empty.hide()

    def _connect(self) -> None:
        self._create.clicked.connect(self.create_wanted)
        self._invite.clicked.connect(self.invite_wanted)
        self.filters.changed.connect(self.load)
        self.filters.list_wanted.connect(partial(self.table.setFocus, Qt.FocusReason.ShortcutFocusReason))
        self._rows.refused.connect(self._fail)
        self.table.head.sort_wanted.connect(self._sort_by)
        self.table.actions_wanted.connect(self._offer_actions)

    # Loading

    def show_master(self, seen: MasterSeen) -> None:
        """Take the master's own row and the counts, and ask for the members."""
        self._seen = seen
        self.load()

    def start_afresh(self) -> None:
        """Forget another account's members and what was searched among them."""
        self.filters.reset()
        self._seen = self._answer = self._error = None
        self._rows.clear()
        self._strip.hide()

    def load(self) -> None:
        """Ask for what is wanted; what is shown stays until the answer is there."""
        query = replace(self.filters.query, sort=SORTS[self._sort], descending=self._descending)
        is_the_same = self._answer is not None and self._answer.query == query
        limit = max(PAGE, min(self._rows.loaded, MOST_AT_ONCE)) if is_the_same else PAGE
        self._session.tasks.forget(self._question)
        self._question = self._session.query(
            self,
            lambda services: _Answer(query, services.organization.members(query, None, limit)),
            self._show,
            self._fail,
        )

    def _show(self, answer: _Answer) -> None:
        before, self._answer, self._error = self._answer, answer, None
        is_the_same = before is not None and before.query == answer.query
        chosen, place = self.table.chosen, self.table.verticalScrollBar().value()
        self._rows.show_page(self._master(), answer.query, answer.page)
        self._strip.hide()
        self._arrange()
        self.table.fit()
        if is_the_same:
            self.table.choose(chosen)
        self.table.scroll_to(place if is_the_same else 0)

    def _master(self) -> Master | None:
        seen = self._seen
        return None if seen is None else Master(seen.view.account.name, seen.sharing.tier, seen.view.effective)

    def _fail(self, error: BaseException) -> None:
        self._error = error
        self._word_failure()
        self._strip.show()
        self._arrange()

    def _arrange(self) -> None:
        """Show the rows, or what would stand there: the search stays where it found nothing."""
        has_rows = bool(self._rows.loaded)
        is_known = self._answer is not None
        self.table.setVisible(has_rows or not is_known)
        self._empty.setVisible(not has_rows and is_known)
        self.filters.setVisible(has_rows or not self._shows_all())
        self._word_counts()
        self._word_nothing()

    def _shows_all(self) -> bool:
        return shows_all(self._answer.query if self._answer else self.filters.query)

    def _sort_by(self, section: int) -> None:
        wanted = Column(section)
        self._descending = not self._descending if wanted is self._sort else False
        self._sort = wanted
        self.table.head.show_sort(wanted, descending=self._descending)
        self.load()

    def _act_on_nothing(self) -> None:
        if self._shows_all():
            self.invite_wanted.emit()
        else:
            self.filters.reset()
            self.load()
            self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acting

    def _offer_actions(self, association: Association, place: QPoint) -> None:
        self._chosen = association
        is_invited = association.status is AssociationStatus.INVITED
        self._remind.setVisible(is_invited)
        self._revoke.setVisible(is_invited)
        self._let_go.setVisible(not is_invited)
        reason = self._roles.reason(self._session.now.role, Permission.ORGANIZATION)
        for action in (self._remind, self._revoke, self._let_go):
            action.setEnabled(not reason)
            action.setToolTip(reason)
        self.menu.popup(place)

    # Words

    def retranslate(self) -> None:
        """Word the head, the filters and the actions; the rows word themselves."""
        self._title.setText(self.tr("Organization"))
        self._create.setText(self.tr("Create Member"))
        self._invite.setText(self.tr("Invite"))
        self._retry.setText(self.tr("Retry"))
        self._remind.setText(self.tr("Send Reminder"))
        self._revoke.setText(self.tr("Revoke…"))
        self._let_go.setText(self.tr("Disassociate…"))
        self.table.setAccessibleName(self.tr("Organization"))
        self.table.head.setAccessibleName(self.tr("Organization"))
        self._rows.reword()
        self.table.fit()
        self._word_counts()
        self._word_failure()
        self._word_nothing()

    def _word_counts(self) -> None:
        if self._seen is not None:
            view = self._seen.view
            count, number = view.unified + view.independent, self._texts.number
            members = self.tr("%n member(s)", "", count).replace(str(count), number(count))
            invited = self.tr("%n invited", "", view.invited).replace(str(view.invited), number(view.invited))
            parts = (self.tr("1 master"), members, invited if view.invited else "")
            self._count.setText(self.tr(", ", "between counts").join(part for part in parts if part))
        answer = self._answer
        self.filters.show_count(None if answer is None or self._shows_all() else answer.page.count)

    def _word_failure(self) -> None:
        if self._error is not None:
            problem = problem_text(self._error, self._texts, self._session.catalogue)
            self._strip.set_texts(problem.title, problem.advice)

    def _word_nothing(self) -> None:
        if self._shows_all():
            self._empty.set_words(
                self.tr("No members yet"),
                self.tr("Accounts that accept your invitation, and members you create, stand here under your account."),
                self.tr("Invite"),
            )
        else:
            self._empty.set_words(
                self.tr("No account matches"),
                self.tr("No member and no invited account is all that is chosen above."),
                self.tr("Clear"),
            )
