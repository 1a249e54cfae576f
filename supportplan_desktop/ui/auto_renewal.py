"""Auto-renewal: on or off, for how long, and how many days before the end (DOMAIN 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QSizePolicy, QWidget

from supportplan_desktop.services.changes import Change
from supportplan_desktop.ui.language import Retranslated
from supportplan_desktop.ui.problems import problem_text
from supportplan_desktop.ui.theme.type import Role, set_role
from supportplan_desktop.ui.widgets import Banner, Button, Card, Label, column, row

if TYPE_CHECKING:
    from supportplan_desktop.domain.money import Money
    from supportplan_desktop.services.interfaces import AutoRenewalStatus
    from supportplan_desktop.ui.session import Session
    from supportplan_desktop.ui.texts import Texts

_WIDTH = 480


class AutoRenewalDialog(Retranslated, QDialog):
    """Stays open until the choice is kept. Show it with `open()`; it deletes itself when closed.

    With `turns_on` it opens with auto-renewal ticked, as for somebody who asked for that.
    """

    saved = Signal(object)
    """(status): what holds from now on."""

    def __init__(
        self,
        session: Session,
        texts: Texts,
        status: AutoRenewalStatus,
        parent: QWidget | None = None,
        *,
        turns_on: bool = False,
    ) -> None:
        super().__init__(parent)
        self._session, self._texts, self._status = session, texts, status
        self._amount: Money | None = None
        self._error: BaseException | None = None
        self._question = 0
        self.setObjectName("auto_renewal")
        self.setMinimumWidth(_WIDTH)
        self.finished.connect(self.deleteLater)
        self._make_parts()
        self._tick.setChecked(status.is_on or turns_on)
        fields = row(
            column(self._months_label, self._months, spacing=5),
            column(self._days_label, self._days, spacing=5),
            spacing=16,
        )
        form = column(self._title, self._tick, fields, self._sum, self._how, self._problem, spacing=14)
        form.setContentsMargins(24, 20, 24, 20)
        footer = Card(padded=False, kind="footer")
        footer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        buttons = row(None, self._cancel, self._save, spacing=10)
        buttons.setContentsMargins(24, 14, 24, 14)
        footer.body.addLayout(buttons)
        self.setLayout(column(form, None, footer, spacing=0))
        self._follow()
        self.retranslate()
        self._months.currentIndexChanged.connect(self._ask_price)
        self._ask_price()

    def _make_parts(self) -> None:
        self._title = Label(Role.H2)
        self._tick = QCheckBox()
        self._tick.setObjectName("auto_renewal.on")
        set_role(self._tick, Role.MEDIUM)
        self._tick.toggled.connect(self._follow)
        self._months_label, self._days_label = Label(Role.SMALL, "muted"), Label(Role.SMALL, "muted")
        self._months, self._days = QComboBox(), QComboBox()
        self._months.setObjectName("auto_renewal.months")
        self._days.setObjectName("auto_renewal.days_before")
        self._months_label.setBuddy(self._months)
        self._days_label.setBuddy(self._days)
        for box, offered, chosen in (
            (self._months, self._session.catalogue.durations, self._status.months),
            (self._days, self._status.days_offered, self._status.days_before),
        ):
            set_role(box, Role.BODY)
            for value in offered:
                box.addItem("", value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
        self._sum = Label(Role.STRONG, wraps=True)
        self._sum.setObjectName("auto_renewal.amount")
        self._how = Label(tone="text2", wraps=True)
        self._problem = Banner("danger")
        self._problem.setObjectName("auto_renewal.refusal")
        self._problem.hide()
        self._cancel, self._save = Button("ghost"), Button("primary")
        self._cancel.setObjectName("auto_renewal.cancel")
        self._save.setObjectName("auto_renewal.save")
        self._save.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._keep)

    def retranslate(self) -> None:
        """Write everything anew."""
        texts = self._texts
        self.setWindowTitle(self.tr("Auto-renewal"))
        self._title.setText(self.tr("Auto-renewal"))
        self._tick.setText(self.tr("Renew the plan by itself before it ends"))
        self._tick.setAccessibleName(self._tick.text())
        self._months_label.setText(self.tr("Renewal Duration"))
        self._days_label.setText(self.tr("Paid before the end"))
        self._months.setAccessibleName(self._months_label.text())
        self._days.setAccessibleName(self._days_label.text())
        for place in range(self._months.count()):
            self._months.setItemText(place, texts.duration(self._months.itemData(place)))
        for place in range(self._days.count()):
            self._days.setItemText(place, texts.days(self._days.itemData(place)))
        self._how.setText(
            self.tr(
                "It is paid from the balance, without identity verification. Where the balance is too small it is "
                "tried again every day. Renewing by hand does not change this."
            )
        )
        self._cancel.setText(self.tr("Cancel"))
        self._save.setText(self.tr("Save"))
        self._write_amount()
        if self._error is not None:
            problem = problem_text(self._error, texts, self._session.catalogue)
            self._problem.set_texts(problem.title, problem.advice)

    def _follow(self) -> None:
        for part in (self._months, self._days):
            part.setEnabled(self._tick.isChecked())
        self._write_amount()

    def _write_amount(self) -> None:
        if not self._tick.isChecked():
            self._sum.setText(self.tr("Nothing is paid by itself; the plan ends with its validity period."))
        elif self._amount is None:
            self._sum.setText(self.tr("Amount by today's prices: …"))
        else:
            amount = self._texts.money(self._amount)
            self._sum.setText(self.tr("Amount by today's prices: {amount}").format(amount=amount))

    def _ask_price(self) -> None:
        """What that many months would cost; only the latest answer is heard."""
        self._question += 1
        question, months = self._question, self._months.currentData()
        self._amount = None
        self._write_amount()
        self._session.query(
            self,
            lambda services: services.plans.quote_renewal(months).total,
            lambda amount: self._take_price(question, amount),
            self._fail,
        )

    def _take_price(self, question: int, amount: Money) -> None:
        if question == self._question:
            self._amount = amount
            self._write_amount()

    def _keep(self) -> None:
        self._save.setEnabled(False)
        is_on, months, days = self._tick.isChecked(), self._months.currentData(), self._days.currentData()
        self._session.command(
            self,
            lambda services: services.plans.set_auto_renewal(is_on=is_on, months=months, days_before=days),
            self._done,
            self._fail,
            Change.PLAN,
        )

    def _done(self, status: AutoRenewalStatus) -> None:
        self.saved.emit(status)
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._error = error
        self._save.setEnabled(True)
        problem = problem_text(error, self._texts, self._session.catalogue)
        self._problem.show_with("danger", problem.title, problem.advice)
