"""An invitation to the acting account: who invites, what it means, what is in the way, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from supportplan_desktop.domain.accounts import AccountKind, Permission
from supportplan_desktop.domain.organization import TodoKind
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.permissions import allow_only
from supportplan_desktop.ui.sharing.words import OrganizationWords
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Avatar, Button, Card, Chip, Icon, Inset, Label, column, row

if TYPE_CHECKING:
    from supportplan_desktop.domain.organization import Todo
    from supportplan_desktop.services.interfaces import OrganizationView, ReceivedInvitation
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_SIGN = 18


class InvitationCard(Retranslated, Card):
    """What is in the way stands in the order it has to be done; Accept opens once nothing is."""

    accept_wanted = Signal(object)
    """(invitation): it shall be accepted."""
    decline_wanted = Signal(object)
    """(invitation): it shall be declined."""
    orders_requested = Signal()
    """My Orders shall be shown: an order there is to be settled."""
    unsubscribe_requested = Signal()
    """The own plan shall be given up."""

    def __init__(self, session: Session, texts: Texts, invitation: ReceivedInvitation, view: OrganizationView) -> None:
        super().__init__()
        self._session, self._texts = session, texts
        self._invitation, self._view = invitation, view
        self._words = OrganizationWords(self)
        self.setObjectName("sharing.invitation")
        self._avatar = Avatar(36)
        self._avatar.set_name(invitation.master)
        self._title = Label(Role.H2, wraps=True)
        self._title.setObjectName("sharing.invitation.title")
        self._until = Label(Role.SMALL, "muted")
        self._mode = Chip("info", "people")
        self._mode.setObjectName("sharing.invitation.mode")
        self._meaning = Label(tone="text2", wraps=True)
        self._ending = Label(Role.SMALL, "muted", wraps=True)
        self._way = Inset()
        self._way.setObjectName("sharing.invitation.way")
        self._steps = QWidget()
        self._way.body.addWidget(self._steps)
        self._decline, self._accept = Button("secondary"), Button("primary")
        self._decline.setObjectName("sharing.decline")
        self._accept.setObjectName("sharing.accept")
        self._decline.clicked.connect(lambda: self.decline_wanted.emit(self._invitation))
        self._accept.clicked.connect(lambda: self.accept_wanted.emit(self._invitation))
        allow_only(session, Permission.ORGANIZATION, self._decline, self._accept)
        names = column(self._title, row(self._mode, self._until, None, spacing=10), spacing=4)
        head = row(spacing=12)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._meaning)
        self.body.addWidget(self._way)
        foot = row(self._ending, self._decline, self._accept)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.retranslate()

    def show_invitation(self, invitation: ReceivedInvitation, view: OrganizationView) -> None:
        """Show the same invitation as it stands now."""
        self._invitation, self._view = invitation, view
        self.retranslate()

    def _why_not(self) -> str:
        """What keeps from accepting, nothing where it can be accepted."""
        view = self._view
        if view.account.kind is AccountKind.MEMBER:
            return self.tr(
                "This account is a member of {master} already. It has to be disassociated there first."
            ).format(master=view.master or "")
        if view.unified or view.independent or view.invited:
            return self.tr("A master account cannot become a member while it has members or invitations.")
        return self.tr("Do first what is listed above.") if self._invitation.todo else ""

    def retranslate(self) -> None:
        """Word everything, and build the steps anew: there are few."""
        invitation, texts = self._invitation, self._texts
        self._title.setText(self.tr("{master} invites this account").format(master=invitation.master))
        sent = texts.iso_date(texts.site_date(invitation.created_at))
        if invitation.expires_at is None:
            self._until.setText(self.tr("sent {date}").format(date=sent))
        else:
            self._until.setText(
                self.tr("sent {date}, open until {time}").format(date=sent, time=texts.minute(invitation.expires_at))
            )
            self._until.setToolTip(texts.local_time(invitation.expires_at))
        self._mode.set_text(self._words.mode(invitation.accounting))
        self._meaning.setText(self._words.mode_means(invitation.accounting))
        self._ending.setText(
            self.tr("Only {master} can end the membership later; the mode cannot be changed.").format(
                master=invitation.master
            )
        )
        self._decline.setText(self.tr("Decline"))
        self._accept.setText(self.tr("Accept"))
        reason = self._why_not()
        self._accept.setEnabled(not reason)
        self._accept.setToolTip(reason)
        steps = QWidget()
        steps.setLayout(column(*self._lines(reason), spacing=10))
        self._way.body.replaceWidget(self._steps, steps)
        self._steps.hide()
        steps.show()
        self._steps.deleteLater()
        self._steps = steps

    def _lines(self, reason: str) -> list[QWidget]:
        if not self._invitation.todo:
            if reason:
                return [_step("warning", "warning", reason, "")]
            return [_step("success", "check_circle", self.tr("Nothing is in the way"), self.tr("You can accept now."))]
        lines: list[QWidget] = [Label(Role.SMALLSTRONG, text=self.tr("Before you can accept"))]
        for number, todo in enumerate(self._invitation.todo, 1):
            title, text = self._words.todo(todo, self._session.catalogue, self._texts)
            if len(self._invitation.todo) > 1:
                title = f"{number}. {title}"
            lines.append(_step("warning", "warning", title, text, self._remedy(todo, is_next=number == 1)))
        return lines

    def _remedy(self, todo: Todo, *, is_next: bool) -> Button | None:
        """What leads to doing it; what comes later waits for what comes first."""
        if todo.kind is TodoKind.WAIT_FOR_END:
            return None
        is_orders = todo.kind is TodoKind.SETTLE_ORDERS
        made = Button("secondary", "orders" if is_orders else None, compact=True)
        made.setObjectName("sharing.todo.orders" if is_orders else "sharing.todo.unsubscribe")
        made.setText(self.tr("My Orders") if is_orders else self.tr("Unsubscribe…"))
        made.clicked.connect(self.orders_requested if is_orders else self.unsubscribe_requested)
        if not is_orders:
            made.setEnabled(is_next)
            made.setToolTip("" if is_next else self.tr("The order above comes first."))
            allow_only(self._session, Permission.MONEY, made)
        return made


def _step(tone: str, icon_name: str, title: str, text: str, action: QWidget | None = None) -> QWidget:
    made = QWidget()
    made.setAccessibleName(f"{title}. {text}")
    words = column(Label(Role.MEDIUM, text=title, wraps=True), spacing=1)
    if text:
        words.addWidget(Label(Role.SMALL, "text2", text=text, wraps=True))
    line = row(spacing=10)
    line.addWidget(Icon(icon_name, tone, _SIGN), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    if action is not None:
        line.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
    made.setLayout(line)
    return made
