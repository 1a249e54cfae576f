"""Over every page while a server cannot be asked: since when, what still works, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportplan_desktop.domain.errors import SignInRequired
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.remote import ASK_AGAIN_MS
from supportplan_desktop.ui.widgets import Banner, Button

if TYPE_CHECKING:
    from supportplan_desktop.ui.remote import RemoteLink
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts


class LinkBanner(Retranslated, QWidget):
    """Not there while the server answers, nor before anything is shown that would have to wait for it."""

    def __init__(self, link: RemoteLink, session: Session, texts: Texts) -> None:
        super().__init__()
        self._link, self._session, self._texts = link, session, texts
        self.banner = Banner("warning")
        self.banner.setObjectName("link.trouble")
        self._act = Button("secondary")
        self._act.setObjectName("link.retry")
        self._act.clicked.connect(self._help)
        self.banner.add_action(self._act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 14, 28, 0)
        layout.addWidget(self.banner)
        self.hide()
        link.changed.connect(self.retranslate)
        session.ready.connect(self.retranslate)
        session.left.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say how it stands."""
        trouble, since = self._link.trouble, self._link.since
        is_there = trouble is not None and since is not None and self._session.is_ready
        self.setVisible(is_there)
        if trouble is None or since is None or not self._session.is_ready:
            return
        is_about_session = isinstance(trouble, SignInRequired)
        if is_about_session:
            act = self.tr("Sign In")
        else:
            act = self.tr("Asking…") if self._link.is_asking else self.tr("Retry")
        self._act.setText(act)
        self._act.setAccessibleName(act)
        self._act.setEnabled(not self._link.is_asking)
        if is_about_session:
            self.banner.set_texts(
                self.tr("The session has ended."),
                self.tr("What was last seen can be read. Sign in to go on; nothing that was typed is lost."),
            )
            return
        problem = problem_text(trouble, self._texts)
        body = self.tr(
            "{advice} It has not answered since {time} and is asked again every {seconds} s. What was last seen can be "
            "read; orders, payments and other changes wait until it answers."
        )
        self.banner.set_texts(
            problem.title,
            body.format(advice=problem.advice, time=self._texts.zoned(since), seconds=ASK_AGAIN_MS // 1000),
        )

    def _help(self) -> None:
        if isinstance(self._link.trouble, SignInRequired):
            self._link.ask_for_password()
        else:
            self._link.ask_again()
