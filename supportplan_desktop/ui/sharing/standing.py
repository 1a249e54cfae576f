"""Where an account without members stands: as a member of its master, or on its own (DOMAIN 11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from supportplan_desktop.domain.accounts import AccountingMode, Permission
from supportplan_desktop.domain.organization import PlanSource
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.order_words import plan_name
from supportplan_desktop.ui.permissions import allow_only
from supportplan_desktop.ui.sharing.words import OrganizationWords
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import (
    Avatar,
    Banner,
    Button,
    Card,
    Chip,
    EmptyState,
    Label,
    Rule,
    TierMark,
    column,
    row,
    set_state,
)
from supportplan_desktop.ui.wizards.pages.facts import Fact

if TYPE_CHECKING:
    from supportplan_desktop.services.interfaces import OrganizationView, PlanDetails
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_NOTE = 380


class MemberCard(Retranslated, Card):
    """Who the master is, the mode, the plan received or why none, and who does what."""

    plan_requested = Signal()
    """Plan Details shall be shown."""

    def __init__(self, session: Session, texts: Texts) -> None:
        super().__init__(padded=False)
        self._session, self._texts = session, texts
        self._words = OrganizationWords(self)
        self._view: OrganizationView | None = None
        self._plan: PlanDetails | None = None
        self.setObjectName("sharing.member")
        self._avatar = Avatar(36)
        self._title = Label(Role.H2, wraps=True)
        self._title.setObjectName("sharing.member.title")
        self._mode = Chip("info", "people")
        self._mode.setObjectName("sharing.member.mode")
        self._sentence = Label(tone="text2", wraps=True)
        self._sentence.setObjectName("sharing.member.sentence")
        self._details = Button("secondary", "arrow_right", icon_after=True)
        self._details.setObjectName("sharing.member.plan_details")
        self._details.clicked.connect(self.plan_requested)
        self._none = Banner("info")
        self._none.setObjectName("sharing.member.none")
        self._mark = TierMark(20)
        self._master = Fact("sharing.member.master")
        self._received = Fact("sharing.member.plan", mark=self._mark)
        self._until = Fact("sharing.member.until")
        self._until_rule = Rule()
        self._buys = Fact("sharing.member.buys")
        self._asks = Fact("sharing.member.asks")
        names = column(self._title, row(self._mode, None), self._sentence, spacing=4)
        head = row(spacing=12)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        head.addWidget(self._details, 0, Qt.AlignmentFlag.AlignTop)
        top = column(head, self._none, spacing=14)
        top.setContentsMargins(20, 18, 20, 14)
        self.body.addLayout(top)
        for part in (
            Rule(),
            self._master,
            Rule(),
            self._received,
            self._until_rule,
            self._until,
            Rule(),
            self._buys,
            Rule(),
            self._asks,
        ):
            self.body.addWidget(part)
        self.body.setContentsMargins(1, 1, 1, 6)
        self.retranslate()

    def show_member(self, view: OrganizationView, plan: PlanDetails) -> None:
        """Show where the account stands, and the plan it has."""
        self._view, self._plan = view, plan
        self._avatar.set_name(view.master or "")
        self._mark.set_tier(self._session.catalogue.tier(view.effective.tier))
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything anew."""
        self._details.setText(self.tr("Plan Details"))
        view, plan = self._view, self._plan
        if view is None or plan is None or view.accounting is None:
            return
        master, is_unified = view.master or "", view.accounting is AccountingMode.UNIFIED
        self._title.setText(self.tr("Member of {master}").format(master=master))
        self._mode.set_text(self._words.mode(view.accounting))
        self._master.set_texts(self.tr("Master account"), master)
        name = plan_name(self._session.catalogue, view.effective.tier, QLocale().name())
        source = self._words.source(view.effective, view.accounting)
        self._received.set_texts(self.tr("Effective plan"), name, source)
        has_end = plan.valid_until is not None
        for part in (self._until, self._until_rule):
            part.setVisible(has_end)
        if plan.valid_until is not None:
            self._until.set_texts(self.tr("Valid until"), self._texts.zoned(plan.valid_until))
            self._until.setToolTip(self._texts.local_time(plan.valid_until))
        self._asks.set_texts(self.tr("Service tickets"), self.tr("this account, for itself"))
        (self._word_unified if is_unified else self._word_independent)(view, master)

    def _word_unified(self, view: OrganizationView, master: str) -> None:
        self._sentence.setText(
            self.tr("{master} buys for this account. What it shares is yours as long as it shares it.").format(
                master=master
            )
        )
        self._buys.set_texts(
            self.tr("Who buys and changes"),
            self.tr("only {master}").format(master=master),
            self.tr("buy, change, renew, unsubscribe"),
        )
        self._none.setVisible(view.effective.source is PlanSource.NONE)
        self._none.set_texts(
            self.tr("Nothing is shared with this account at present."),
            self.tr(
                "{master} has not enabled sharing, or has no plan that can be shared. Ask it to enable sharing; "
                "it then reaches this account at once."
            ).format(master=master),
        )

    def _word_independent(self, _view: OrganizationView, master: str) -> None:
        self._sentence.setText(self.tr("This account buys its own plan and pays for it."))
        self._buys.set_texts(
            self.tr("Who buys and changes"),
            self.tr("this account, for itself"),
            self.tr("buy, change, renew, unsubscribe"),
        )
        self._none.show()
        self._none.set_texts(
            self.tr("Nothing is shared: plans are shared with unified accounting members only."),
            self.tr(
                "The mode of a member is never changed. To be shared with, {master} disassociates this account and "
                "invites it under unified accounting."
            ).format(master=master),
        )


class SingleCard(Retranslated, Card):
    """Why there is nothing to share yet, and how to begin; in one line where an invitation is more important."""

    create_wanted = Signal()
    invite_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("sharing.single")
        self._empty = EmptyState("sharing")
        self._empty.setContentsMargins(0, 0, 0, -16)  # its buttons stand below it, as near as its own would
        self._line = Label(tone="text2", wraps=True)
        self._invite, self._create = Button("primary"), Button("secondary")
        self._invite.setObjectName("sharing.single.invite")
        self._create.setObjectName("sharing.single.create")
        self._invite.clicked.connect(self.invite_wanted)
        self._create.clicked.connect(self.create_wanted)
        self._note = Label(Role.SMALL, "muted", wraps=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._note.setFixedWidth(_NOTE)
        allow_only(session, Permission.ORGANIZATION, self._invite, self._create)
        self._actions = row(self._line, None, self._create, self._invite, None, spacing=10)
        self._actions.setStretchFactor(self._line, 1)
        self._foot = QWidget()
        foot = row(None, self._note, None)
        foot.setContentsMargins(0, 10, 0, 36)
        self._foot.setLayout(foot)
        self.body.setSpacing(0)
        self.body.addWidget(self._empty)
        self.body.addLayout(self._actions)
        self.body.addWidget(self._foot)
        self.retranslate()

    def set_slim(self, *, is_slim: bool) -> None:
        """Take one line, or stand in the middle of the page."""
        self._empty.setVisible(not is_slim)
        self._foot.setVisible(not is_slim)
        self._line.setVisible(is_slim)
        set_state(self._invite, "kind", "secondary" if is_slim else "primary")

    def retranslate(self) -> None:
        """Word everything anew."""
        sentence = self.tr(
            "This account belongs to no organization, so there is nobody to share a support plan with. "
            "Invite other accounts or create members; they then stand here under this account."
        )
        self._empty.set_words(self.tr("No organization yet"), sentence)
        self._line.setText(self.tr("This account can also begin an organization of its own."))
        self._invite.setText(self.tr("Invite"))
        self._create.setText(self.tr("Create Member"))
        self._note.setText(
            self.tr(
                "To join another account's organization, ask it for an invitation: it appears here and in Messages."
            )
        )
