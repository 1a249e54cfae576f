"""Organization and Sharing: what the page shows depends on what the account is (UI: Organization and Sharing)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from supportplan_desktop.domain.accounts import AccountKind
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import plan_name
from supportplan_desktop.ui.page import Page
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.sharing.deeds import OrganizationDeeds
from supportplan_desktop.ui.sharing.invitation import InvitationCard
from supportplan_desktop.ui.sharing.master import MasterView
from supportplan_desktop.ui.sharing.seen import look
from supportplan_desktop.ui.sharing.standing import MemberCard, SingleCard
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    EmptyState,
    Label,
    LoadingGate,
    Skeleton,
    Toast,
    column,
    row,
    scrolled,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from supportplan_desktop.domain.organization import Association
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.sharing.dialogs import CreateMemberDialog, InviteDialog, MemberDialog
    from supportplan_desktop.ui.sharing.seen import Seen
    from supportplan_desktop.ui.texts import Texts

_MARGIN, _TOP, _BETWEEN = 28, 20, 14
_WIDEST_CARD = 1120


class SharingPage(Retranslated, Page):
    """A master sees its switch, its organization and the check; others where they stand; all their invitations."""

    watches: ClassVar[Change] = Change.ORGANIZATION | Change.PLAN | Change.CLOCK

    orders_requested = Signal()
    """My Orders shall be shown."""
    plan_requested = Signal()
    """Plan Details shall be shown."""
    unsubscribe_requested = Signal()
    """The own plan shall be given up."""

    def __init__(self, session: Session, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._texts = texts
        self._account: UUID | None = None
        self._seen: Seen | None = None
        self._error: BaseException | None = None
        self._refused: BaseException | None = None
        self._question = 0
        self._dialog: MemberDialog | None = None
        self._cards: dict[UUID, InvitationCard] = {}
        self.setObjectName("sharing")
        self._toast = Toast(self)
        self._deeds = OrganizationDeeds(session, self, self._toast)
        self._deeds.refused.connect(self._refuse)
        self._make_head()
        self._make_parts()
        self._connect()
        content = QWidget()
        layout = column(self._head, self._strip, self._shown, self._skeleton, spacing=_BETWEEN)
        layout.setContentsMargins(_MARGIN, _TOP, _MARGIN, _TOP)
        layout.setStretchFactor(self._shown, 1)
        layout.setStretchFactor(self._skeleton, 1)
        content.setLayout(layout)
        self._scroll = scrolled(content)
        self._scroll.setObjectName("sharing.scroll")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        SharingPage.retranslate(self)

    def _make_head(self) -> None:
        self._title = Label(Role.TITLE)
        self._refresh = Button("ghost", "refresh")
        self._refresh.setObjectName("sharing.refresh")
        self._retry = Button("secondary", "refresh")
        self._retry.setObjectName("sharing.retry")
        for button in (self._refresh, self._retry):
            button.clicked.connect(self._try_again)
        self._strip = Banner("danger")
        self._strip.setObjectName("sharing.error")
        self._strip.add_action(self._retry)
        self._strip.hide()
        self._head = QWidget()
        self._head.setLayout(row(self._title, None, self._refresh, spacing=12))

    def _make_parts(self) -> None:
        session, texts = self.session, self._texts
        self._invitations = QWidget()
        self._invitations.setLayout(column(spacing=_BETWEEN))
        self.master = MasterView(session, texts)
        self._member = MemberCard(session, texts)
        self._single = SingleCard(session)
        self._nothing = Card()
        self._nothing.setObjectName("sharing.nothing")
        self._empty = EmptyState("sharing")
        self._nothing.body.addWidget(self._empty)
        self._skeleton = Card()
        self._skeleton.setObjectName("sharing.loading")
        self._skeleton.body.addWidget(Skeleton((0.28, 0.2, 0.12, 0.16, 0.16), rows=9, row_height=50))
        self._skeleton.body.addStretch()
        self._shown = QWidget()
        parts = column(self._invitations, self.master, self._member, self._single, self._nothing, spacing=_BETWEEN)
        parts.setStretchFactor(self.master, 1)
        parts.addStretch()
        self._shown.setLayout(parts)
        for part in (self._member, self._single, self._invitations):
            part.setMaximumWidth(_WIDEST_CARD)
        self._skeleton.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._gate = LoadingGate(self._skeleton, self._shown)
        for part in (self._invitations, self.master, self._member, self._single, self._nothing):
            part.hide()

    def _connect(self) -> None:
        deeds, members = self._deeds, self.master.members
        switch, readiness = self.master.switch_card, self.master.readiness
        switch.sharing_wanted.connect(lambda is_on: self._do(partial(deeds.ask_to_share, is_on=is_on)))
        switch.plan_requested.connect(self.plan_requested)
        members.revoke_wanted.connect(lambda association: self._do(partial(deeds.ask_to_revoke, association)))
        members.disassociate_wanted.connect(lambda association: self._do(partial(self._ask_to_let_go, association)))
        for source in (members, readiness):
            source.reminder_wanted.connect(lambda association: self._do(partial(deeds.remind, association)))
        readiness.check_wanted.connect(self._try_again)
        self._member.plan_requested.connect(self.plan_requested)
        for card in (members, self._single):
            card.create_wanted.connect(self.create_member)
            card.invite_wanted.connect(self.invite)

    # Loading

    def reload(self) -> None:
        """Ask where the account stands; what is shown stays until the answer is there, unless it is another one's."""
        account = self.session.now.account.id
        if account != self._account:
            self._account, self._seen, self._error, self._refused = account, None, None, None
            self.master.members.start_afresh()
            self._word_failure()
            self._arrange()
        if self._seen is None:
            self._gate.begin()
        self._refresh.setEnabled(False)
        self.session.tasks.forget(self._question)
        self._question = self.session.query(self, look, self._show, self._fail)

    def _try_again(self) -> None:
        self._refused = None
        self.reload()

    def _show(self, seen: Seen) -> None:
        self._seen, self._error = seen, None
        self._refresh.setEnabled(True)
        self._word_failure()
        self._show_invitations(seen)
        if seen.master is not None:
            self.master.show_master(seen.master)
        elif seen.view.account.kind is AccountKind.MEMBER:
            self._member.show_member(seen.view, seen.plan)
        self._arrange()
        self._gate.end()

    def _fail(self, error: BaseException) -> None:
        self._error = error
        self._refresh.setEnabled(True)
        self._word_failure()
        self._arrange()
        self._gate.end()

    def _show_invitations(self, seen: Seen) -> None:
        """A card for each, the same one as long as it is open."""
        layout = self._invitations.layout()
        assert isinstance(layout, QVBoxLayout)
        known, self._cards = self._cards, {}
        for invitation in seen.view.received:
            card = known.pop(invitation.id, None)
            if card is None:
                card = InvitationCard(self.session, self._texts, invitation, seen.view)
                card.accept_wanted.connect(lambda wanted: self._do(partial(self._deeds.accept, wanted)))
                card.decline_wanted.connect(lambda wanted: self._do(partial(self._deeds.ask_to_decline, wanted)))
                card.orders_requested.connect(self.orders_requested)
                card.unsubscribe_requested.connect(self.unsubscribe_requested)
                layout.addWidget(card)
            else:
                card.show_invitation(invitation, seen.view)
            self._cards[invitation.id] = card
        for card in known.values():
            card.hide()
            card.deleteLater()

    def _arrange(self) -> None:
        """Show what belongs to what the account is, or that nothing is known of it."""
        seen = self._seen
        kind = seen.view.account.kind if seen is not None else None
        self._invitations.setVisible(bool(self._cards) and seen is not None)
        self.master.setVisible(seen is not None and seen.master is not None)
        self._member.setVisible(kind is AccountKind.MEMBER)
        self._single.setVisible(kind is AccountKind.SINGLE)
        self._single.set_slim(is_slim=bool(self._cards))
        self._nothing.setVisible(seen is None and self._error is not None)

    # Acting

    def invite(self) -> None:
        """Open the dialog that invites an account."""
        from supportplan_desktop.ui.sharing.dialogs import InviteDialog as Dialog  # noqa: PLC0415 - when first used

        self._open(Dialog, self._tell_invited)

    def create_member(self) -> None:
        """Open the dialog that creates a member."""
        from supportplan_desktop.ui.sharing.dialogs import CreateMemberDialog as Dialog  # noqa: PLC0415 - likewise

        self._open(Dialog, self._tell_created)

    @property
    def dialog(self) -> MemberDialog | None:
        """The dialog that is open, None where there is none."""
        return self._dialog

    def _open(self, kind: type[InviteDialog | CreateMemberDialog], tell: Callable[[str], None]) -> None:
        if self._dialog is not None or not self.session.is_ready:
            return
        self._do(lambda: None)
        self._dialog = dialog = kind(self.session, self._texts, self.window())
        dialog.done_with.connect(tell)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None  # it deletes itself

    def _tell_invited(self, account: str) -> None:
        self._toast.say(
            self.tr("Invitation sent"), self.tr("{account} is told.").format(account=account), close=self.tr("Close")
        )

    def _tell_created(self, account: str) -> None:
        self._toast.say(self.tr("Member created"), account, close=self.tr("Close"))

    def _ask_to_let_go(self, association: Association) -> None:
        """What the member loses stands in the question."""
        sharing = self._seen.view.sharing if self._seen is not None else None
        is_received = association.is_shared_with and sharing is not None and sharing.is_on
        plan = plan_name(self.session.catalogue, sharing.tier, QLocale().name()) if sharing and is_received else ""
        self._deeds.ask_to_disassociate(association, plan)

    def _do(self, deed: Callable[[], None]) -> None:
        """What was refused before is no longer said."""
        self._refused = None
        self._word_failure()
        deed()

    def _refuse(self, error: BaseException) -> None:
        self._refused = error
        self._word_failure()
        self._scroll.verticalScrollBar().setValue(0)

    # Words

    def retranslate(self) -> None:
        """Word the head and what stands in place of what is not known; the cards word themselves."""
        self._title.setText(self.tr("Organization and Sharing"))
        self._refresh.setText(self.tr("Refresh"))
        self._retry.setText(self.tr("Retry"))
        self._empty.set_words(
            self.tr("Nothing to show yet"), self.tr("Your organization is safe; it appears here after Retry.")
        )
        self._word_failure()

    def _word_failure(self) -> None:
        error = self._error or self._refused
        self._strip.setVisible(error is not None and (error is self._refused or not self.session.is_told(error)))
        if error is not None:
            problem = problem_text(error, self._texts, self.session.catalogue)
            self._strip.set_texts(problem.title, problem.advice)
