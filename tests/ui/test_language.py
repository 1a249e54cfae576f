from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from supportplan_desktop.assets import resource
from supportplan_desktop.flows.flow import Flow, Stage
from supportplan_desktop.ui.language import LANGUAGES, Language, Retranslated
from supportplan_desktop.ui.wizards.page import Role
from supportplan_desktop.ui.wizards.wizard import FlowWizard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Screen(Retranslated, QWidget):
    def __init__(self, inner: QWidget | None = None) -> None:
        super().__init__()
        self.times = 0
        self.label = QLabel()
        layout = QVBoxLayout(self)
        layout.addWidget(self.label)
        if inner:
            layout.addWidget(inner)
        self.retranslate()

    def retranslate(self) -> None:
        self.times += 1
        self.label.setText(QCoreApplication.translate("FlowWizard", "Cancel"))


def qts_own_word() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_switching_reaches_every_widget_once_at_whatever_depth(qtbot: QtBot, language: Language) -> None:
    inner = Screen()
    outer = Screen(inner)
    qtbot.addWidget(outer)
    assert (outer.label.text(), inner.label.text()) == ("Cancel", "Cancel")
    language.use("zh_CN")
    qtbot.waitUntil(lambda: inner.label.text() == "取消")
    assert outer.label.text() == "取消"
    assert (outer.times, inner.times) == (2, 2)
    language.use("en")
    qtbot.waitUntil(lambda: inner.label.text() == "Cancel")
    assert (outer.times, inner.times) == (3, 3)


def test_qts_own_words_follow(language: Language) -> None:
    assert qts_own_word() == "Cancel"
    language.use("zh_CN")
    assert qts_own_word() == "取消"
    language.use("en")
    assert qts_own_word() == "Cancel"


class Step(IntEnum):
    ONLY = 0


def test_words_of_an_inherited_class_are_found_in_its_heirs(language: Language) -> None:
    class Heir(FlowWizard):
        def word(self) -> str:
            return self.tr("Cancel")

    language.use("zh_CN")
    assert Heir(Flow(None, {Step.ONLY: Stage(None)})).buttonText(Role.CancelButton) == "取消"


def test_changed_comes_with_another_language_only(qtbot: QtBot, language: Language) -> None:
    with qtbot.waitSignal(language.changed, timeout=0):
        language.use("zh_CN")
    with qtbot.assertNotEmitted(language.changed):
        language.use("zh_CN")


def test_a_language_it_does_not_speak_is_refused(language: Language) -> None:
    with pytest.raises(ValueError, match="en, zh_CN"):
        language.use("tlh")
    assert language.code == "en"


@pytest.mark.parametrize(
    ("system", "code"),
    [("en_US", "en"), ("de_DE", "en"), ("zh_CN", "zh_CN"), ("zh_TW", "zh_CN"), ("C", "en")],
)
def test_without_a_choice_the_system_decides(qtbot: QtBot, system: str, code: str) -> None:
    language = Language(resource("i18n"), QLocale(system))
    assert language.code == code
    language.use("en" if code == "zh_CN" else "zh_CN")
    language.use(None)
    assert language.code == code
    language.uninstall()
    qtbot.wait(1)


@pytest.mark.parametrize(
    ("system", "code", "locale"),
    [
        ("en_GB", "en", "en_GB"),
        ("de_DE", "en", "en_US"),
        ("de_DE", "zh_CN", "zh_CN"),
        ("zh_SG", "zh_CN", "zh_SG"),
        ("zh_CN", "en", "en_US"),
    ],
)
def test_the_users_locale_counts_where_it_speaks_the_language_shown(system: str, code: str, locale: str) -> None:
    language = Language(resource("i18n"), QLocale(system))
    language.use(code)
    assert language.locale.name() == locale
    assert QLocale().name() == locale
    language.uninstall()


def test_a_missing_translation_is_told_and_english_stays(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    language = Language(tmp_path, QLocale("zh_CN"))
    assert "supportplan_zh_CN.qm" in caplog.text
    caplog.clear()
    assert QCoreApplication.translate("FlowWizard", "Cancel") == "Cancel"
    language.uninstall()


def test_every_language_has_its_translation() -> None:
    for code in LANGUAGES:
        assert resource(f"i18n/supportplan_{code}.qm").stat().st_size > 0
