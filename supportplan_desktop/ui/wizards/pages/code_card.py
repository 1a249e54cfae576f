"""Where a verification code is asked for and typed: boxes, attempts, expiry, sending again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.sentences import joined
from supportplan_desktop.ui.theme.type import Role
from supportplan_desktop.ui.widgets import Button, Card, CodeBoxes, Icon, Label, Rule, row
from supportplan_desktop.ui.wizards.pages.countdown import Countdown
from supportplan_desktop.ui.wizards.pages.refusal import in_words

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.domain.errors import Refusal
    from supportplan_desktop.services.interfaces import VerificationStatus
    from supportplan_desktop.ui.texts import Texts


class CodeCard(Retranslated, Card):
    """Shows where a verification stands and counts its seconds down.

    Where the site's clock stands still nothing counts; a button moves that clock on instead.
    """

    send_requested = Signal()
    """A code shall be sent."""
    skip_requested = Signal(int)
    """(seconds): a demonstration's clock shall move on by so much."""
    typed = Signal(str)
    """(code): what stands in the boxes now."""

    def __init__(self, texts: Texts, catalogue: ServiceCatalogue, *, clock_is_movable: bool) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._texts = texts
        self._clock_is_movable = clock_is_movable
        self._status: VerificationStatus | None = None
        self._wrong: Refusal | None = None
        self._countdown = Countdown(runs=not clock_is_movable, parent=self)
        self._countdown.ticked.connect(self.retranslate)
        self._title = Label(Role.STRONG)
        self._bound = Label(tone="text2", wraps=True)
        self.boxes = CodeBoxes()
        self.boxes.setObjectName("verification.code")
        self._sign = Icon("info", "text2", 16)
        self._attempts = Label(tone="text2")
        self._attempts.setObjectName("verification.attempts")
        self._clock = Icon("clock", "text2", 16)
        self._expiry = Label(tone="text2")
        self._expiry.setObjectName("verification.expiry")
        self.send = Button("secondary")
        self.send.setObjectName("verification.send")
        self._skip = Button("ghost", compact=True)
        self._skip.setObjectName("verification.skip")
        self._sent = Label(Role.SMALL, "text2", wraps=True)
        self._sent.setObjectName("verification.sent")
        self.send.clicked.connect(self.send_requested)
        self._skip.clicked.connect(lambda: self.skip_requested.emit(self._resend_in()))
        self.boxes.textChanged.connect(self._on_text)
        self._standing = row(self._sign, self._attempts, 6, self._clock, self._expiry, None)
        self._lay_out()
        self.retranslate()

    def show_status(self, status: VerificationStatus) -> None:
        """Show where it stands, counting from this moment."""
        self._status = status
        self._countdown.start()
        self.retranslate()

    def show_wrong(self, refusal: Refusal) -> None:
        """Say that this code does not count; the digits stay until another is typed."""
        self._wrong = refusal
        self.boxes.set_wrong(is_wrong=True)
        self.retranslate()

    def begin_anew(self) -> None:
        """Empty the boxes for a new code."""
        self._wrong = None
        self.boxes.clear()
        self.boxes.setFocus()

    def retranslate(self) -> None:
        """Write everything anew, seconds included."""
        self._title.setText(self.tr("Enter the %n-digit code", "", self.boxes.maxLength()))
        self._bound.setText(self.tr("It is bound to this order and its amount, and only the newest code counts."))
        self.boxes.setAccessibleName(self.tr("Verification code"))
        self._skip.setText(self.tr("Skip the wait"))
        self._skip.setToolTip(self.tr("Moves the demonstration's clock on"))
        self._write_state()
        self._write_sending()

    def _write_state(self) -> None:
        status, wrong = self._status, self._wrong
        attempts = status.attempts_left if status else None
        if wrong is not None:
            problem = in_words(wrong, self._texts, self._catalogue)
            self._attempts.setText(joined(problem.title, problem.advice))
        elif attempts is None:
            self._attempts.setText(self.tr("No code was sent yet."))
        else:
            self._attempts.setText(self.tr("%n attempt(s) left", "", attempts))
        self._attempts.set_tone("danger" if wrong else "text2")
        self._attempts.setWordWrap(wrong is not None)
        self._standing.setStretchFactor(self._attempts, int(wrong is not None))
        self._sign.set_icon(*(("cross_circle", "danger") if wrong else ("info", "text2")))
        expires_in = self._countdown.left(status.expires_in) if status and status.expires_in is not None else None
        shows_expiry = expires_in is not None and wrong is None
        for part in (self._clock, self._expiry):
            part.setVisible(shows_expiry)
        if expires_in:
            self._expiry.setText(self.tr("code expires in {time}").format(time=self._texts.countdown(expires_in)))
        else:
            self._expiry.setText(self.tr("the code has expired"))
        self._expiry.set_tone("text2" if expires_in else "warning")

    def _write_sending(self) -> None:
        status, seconds = self._status, self._resend_in()
        if status is None or status.channel is None:
            self.send.setText(self.tr("Send code"))
        elif seconds:
            self.send.setText(self.tr("Send again in {seconds} s").format(seconds=seconds))
        else:
            self.send.setText(self.tr("Send again"))
        self.send.setEnabled(status is not None and not seconds)
        self._skip.setVisible(self._clock_is_movable and seconds > 0)
        if status is None:
            self._sent.setText("")
            return
        sends = self.tr("%n send(s) left today", "", status.sends_left)
        if status.sent_to:
            sent = self.tr("Sent to {contact} · {sends}").format(contact=status.sent_to, sends=sends)
            self._sent.setText(sent)
        else:
            self._sent.setText(sends)

    def _resend_in(self) -> int:
        return self._countdown.left(self._status.resend_in) if self._status else 0

    def _on_text(self, text: str) -> None:
        self._wrong = None
        self._write_state()
        self.typed.emit(text)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.addWidget(self._title)
        self.body.addWidget(self._bound)
        self.body.addWidget(self.boxes)
        self.body.addLayout(self._standing)
        self.body.addWidget(Rule())
        sending = row(self.send, self._skip, self._sent, spacing=12)
        sending.setStretch(2, 1)
        self.body.addLayout(sending)
