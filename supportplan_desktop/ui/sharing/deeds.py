"""What is done with an organization: asked first where it cannot be undone, told when it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QObject, Signal

from supportplan_desktop.domain.errors import Refusal
from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.confirmation import Confirmation
from supportplan_desktop.ui.lost_items import LostItems
from supportplan_desktop.ui.order_words import plan_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.domain.organization import Association
    from supportplan_desktop.services.interfaces import ReceivedInvitation, Services, SharingStatus
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.widgets import Toast

_T = TypeVar("_T")

_CHANGES = Change.ORGANIZATION | Change.PLAN | Change.MESSAGES


class OrganizationDeeds(QObject):
    """Asks over its window and says the outcome in its toast; a refusal is `refused`."""

    refused = Signal(object)
    """(error): it was not done."""

    def __init__(self, session: Session, window: QWidget, toast: Toast) -> None:
        super().__init__(window)
        self._session, self._window, self._toast = session, window, toast
        self._lost = LostItems(self)

    # The switch

    def ask_to_share(self, *, is_on: bool) -> None:
        """Ask whether the plan shall be shared, or not any more, with what follows for how many accounts from when."""
        self._session.query(
            self,
            lambda services: services.organization.overview().sharing,
            lambda status: self._ask_to_share(status, is_on=is_on) if status is not None else None,
            self._refuse,
        )

    def _ask_to_share(self, status: SharingStatus, *, is_on: bool) -> None:
        question = self._question_on(status) if is_on else self._question_off(status)
        question.confirmed.connect(partial(self._share, is_on=is_on))
        question.open()

    def _question_on(self, status: SharingStatus) -> Confirmation:
        plan = plan_name(self._session.catalogue, status.tier, QLocale().name())
        if status.members:
            first = self.tr(
                "From the moment you confirm, {plan} reaches %n account(s) under unified accounting.",
                "",
                status.members,
            )
        else:
            first = self.tr("No account is under unified accounting yet; the first that joins has {plan} at once.")
        rest = self.tr(
            "Accounts that join later follow the switch. Members under independent accounting keep their own plans."
        )
        return Confirmation(
            self.tr("Enable Sharing?"),
            f"{first.format(plan=plan)}\n\n{rest}",
            act=self.tr("Enable Sharing"),
            keep=self.tr("Cancel"),
            kind="primary",
            parent=self._window,
        )

    def _question_off(self, status: SharingStatus) -> Confirmation:
        catalogue, language = self._session.catalogue, QLocale().name()
        plan, free = plan_name(catalogue, status.tier, language), catalogue.free_tier
        words = self.tr(
            "From the moment you confirm, {plan} ends for %n account(s), all together; {free} is what is left.",
            "",
            status.members,
        ).format(plan=plan, free=free.name.within(language))
        lost = self._lost.between(catalogue, status.tier, free.code) if status.members else ""
        return Confirmation(
            self.tr("Disable Sharing?"),
            "\n\n".join(part for part in (words, lost) if part),
            act=self.tr("Disable Sharing"),
            keep=self.tr("Keep Sharing"),
            parent=self._window,
        )

    def _share(self, *, is_on: bool) -> None:
        self._do(
            lambda services: services.organization.set_sharing(is_on=is_on), partial(self._tell_shared, is_on=is_on)
        )

    def _tell_shared(self, status: SharingStatus, *, is_on: bool) -> None:
        reached = self.tr("%n account(s)", "", status.members)
        self._say(self.tr("Sharing is on") if is_on else self.tr("Sharing is off"), reached)

    # Members and invitations

    def ask_to_revoke(self, association: Association) -> None:
        """Ask whether an invitation shall be taken back."""
        self._confirm(
            self.tr("Revoke the invitation of {account}?").format(account=association.account_name),
            self.tr("It can no longer be accepted, and {account} is told. It can be invited again at any time.").format(
                account=association.account_name
            ),
            self.tr("Revoke"),
            self.tr("Keep Invitation"),
            partial(self._revoke, association),
        )

    def _revoke(self, association: Association) -> None:
        name = association.account_name
        self._do(
            lambda services: services.organization.revoke(association.id),
            lambda _: self._say(self.tr("Invitation revoked"), name),
        )

    def remind(self, association: Association) -> None:
        """Tell a pending invitee once more; more than once a day it is told only once."""
        name = association.account_name
        self._do(
            lambda services: services.organization.remind(association.id),
            lambda _: self._say(
                self.tr("{account} is reminded").format(account=name),
                self.tr("At most once a day, in its messages."),
            ),
        )

    def ask_to_disassociate(self, association: Association, received: str) -> None:
        """Ask whether a member shall go; `received` is the plan that is shared with it, "" where none is."""
        name, free = association.account_name, self._session.catalogue.free_tier.name.within(QLocale().name())
        if received:
            words = self.tr(
                "From the moment you confirm, {account} goes from {plan} to {free} and buys for itself."
            ).format(account=name, plan=received, free=free)
        else:
            words = self.tr("{account} is on its own from the moment you confirm. Its own plan stays as it is.").format(
                account=name
            )
        rest = self.tr("Its orders and service tickets stay with it. It has to be invited to come back.")
        self._confirm(
            self.tr("Disassociate {account}?").format(account=name),
            f"{words}\n\n{rest}",
            self.tr("Disassociate"),
            self.tr("Keep Member"),
            partial(self._disassociate, association),
        )

    def _disassociate(self, association: Association) -> None:
        name = association.account_name
        self._do(
            lambda services: services.organization.disassociate(association.account_id),
            lambda _: self._say(self.tr("Disassociated"), name),
        )

    # What an invitee answers

    def accept(self, invitation: ReceivedInvitation) -> None:
        """Join; what is in the way is refused by name."""
        self._do(
            lambda services: services.organization.accept(invitation.id),
            partial(self._tell_accepted, invitation.master),
        )

    def _tell_accepted(self, master: str, _account: Account) -> None:
        self._say(
            self.tr("Invitation accepted"), self.tr("This account is a member of {master}.").format(master=master)
        )

    def ask_to_decline(self, invitation: ReceivedInvitation) -> None:
        """Ask whether an invitation shall be turned down."""
        self._confirm(
            self.tr("Decline the invitation of {master}?").format(master=invitation.master),
            self.tr("{master} is told. This account stays as it is; it can be invited again.").format(
                master=invitation.master
            ),
            self.tr("Decline"),
            self.tr("Keep Invitation"),
            partial(self._decline, invitation.id, invitation.master),
        )

    def _decline(self, invitation_id: UUID, master: str) -> None:
        self._do(
            lambda services: services.organization.decline(invitation_id),
            lambda _: self._say(self.tr("Invitation declined"), master),
        )

    # How

    def _confirm(self, title: str, words: str, act: str, keep: str, then: Callable[[], None]) -> None:
        question = Confirmation(title, words, act=act, keep=keep, parent=self._window)
        question.confirmed.connect(then)
        question.open()

    def _do(self, call: Callable[[Services], _T], then: Callable[[_T], None]) -> None:
        self._session.command(self, call, then, self._refuse, _CHANGES)

    def _refuse(self, error: BaseException) -> None:
        if isinstance(error, Refusal):
            self.refused.emit(error)
        else:
            self._session.tasks.crashed.emit(error)

    def _say(self, title: str, body: str) -> None:
        self._toast.say(title, body, close=self.tr("Close"))
