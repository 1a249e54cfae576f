"""Every visible word is found by the translation tools, and every one of them is Chinese in Chinese."""

from __future__ import annotations

import ast
import re
import runpy
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
I18N = ROOT / "resources" / "i18n"
TOOL = runpy.run_path(str(ROOT / "packaging" / "translations.py"))
SOURCES: list[Path] = [path for path in TOOL["sources"]() if path.exists()]
LAST_LATIN = "\u024f"


class Text(NamedTuple):
    context: str
    source: str
    comment: str
    is_plural: bool


class Finder(ast.NodeVisitor):
    """Collects the texts of `self.tr("…")`, and whatever the tools would silently miss."""

    def __init__(self) -> None:
        self.texts: set[Text] = set()
        self.missed: list[str] = []
        self._classes: list[str] = []
        self._in_f_string = False
        self._known: set[int] = set()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        before, self._in_f_string = self._in_f_string, True
        self.generic_visit(node)
        self._in_f_string = before

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
            self._known.add(id(node.func))
            self._take(node, node.func)
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in ("tr", "translate") and id(node) not in self._known and isinstance(node.ctx, ast.Load):
            self.missed.append(f"line {node.lineno}: {ast.unparse(node)} is not a plain self.tr(…)")
        self.generic_visit(node)

    def _take(self, node: ast.Call, function: ast.Attribute) -> None:
        literals = [a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        of_self = isinstance(function.value, ast.Name) and function.value.id == "self"
        if self._in_f_string or not of_self or not self._classes or len(literals) < min(2, len(node.args)):
            self.missed.append(f"line {node.lineno}: {ast.unparse(node)}")
            return
        source, comment = (*literals, "")[:2]
        is_plural = len(node.args) == 3
        if is_plural != ("%n" in source):
            self.missed.append(f"line {node.lineno}: %n and a number belong together: {source!r}")
        self.texts.add(Text(self._classes[-1], source, comment, is_plural))


def find(code: str) -> Finder:
    finder = Finder()
    finder.visit(ast.parse(code))
    return finder


class Entry(NamedTuple):
    text: Text
    translations: list[str]
    is_finished: bool


def entries(name: str) -> list[Entry]:
    found = []
    for context in ET.parse(I18N / name).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            text = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                message.get("numerus") == "yes",
            )
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found.append(Entry(text, forms, translation.get("type") is None))
    return found


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%n|%L?\d", text))


IN_SOURCE = {text for path in SOURCES for text in find(path.read_text("utf-8")).texts}
CHINESE = entries("supportplan_zh_CN.ts")
ENGLISH = entries("supportplan_en.ts")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_visible_word_is_a_literal_that_the_tools_can_see(path: Path) -> None:
    assert find(path.read_text("utf-8")).missed == []


@pytest.mark.parametrize(
    "code",
    [
        "f\"{self.tr('word')}\"",
        "self.tr(word)",
        'self.tr(f"{word}")',
        "_ = self.tr",
        'other.tr("word")',
        'QCoreApplication.translate("Context", "word")',
        'self.tr("word", meaning)',
        'self.tr("%n word(s)")',
        'self.tr("word", "", 3)',
    ],
)
def test_what_the_tools_would_miss_is_noticed(code: str) -> None:
    assert find(f"class View:\n    def retranslate(self):\n        {code}").missed


def test_a_word_outside_of_a_class_is_noticed() -> None:
    assert find('self.tr("word")').missed


def test_the_chinese_file_has_exactly_the_words_of_the_source_each_under_its_class() -> None:
    assert {entry.text for entry in CHINESE} == IN_SOURCE, "run: python packaging/translations.py update"


def test_the_english_file_has_exactly_the_plurals() -> None:
    assert {entry.text for entry in ENGLISH} == {text for text in IN_SOURCE if text.is_plural}


@pytest.mark.parametrize("name", ["supportplan_zh_CN.ts", "supportplan_en.ts"])
def test_every_entry_is_finished(name: str) -> None:
    unfinished = [entry.text for entry in entries(name) if not entry.is_finished or not all(entry.translations)]
    assert unfinished == []


def test_both_languages_fill_in_the_same_values() -> None:
    differing = [
        entry.text
        for entry in (*CHINESE, *ENGLISH)
        for translation in entry.translations
        if placeholders(translation) != placeholders(entry.text.source)
    ]
    assert differing == []


def test_the_chinese_of_a_sentence_is_chinese() -> None:
    latin_only = [
        entry.text
        for entry in CHINESE
        if re.search(r"[a-z]{3}", re.sub(r"\{\w*\}|%n", "", entry.text.source))
        and not set(entry.text.source) <= set("MdyHhmsap ,.:-/")  # the pattern of a date
        and all(character <= LAST_LATIN for character in "".join(entry.translations))
    ]
    assert latin_only == []


def test_the_compiled_files_are_those_of_the_texts(tmp_path: Path) -> None:
    TOOL["release"](I18N, tmp_path)
    compiled = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in I18N.glob("*.qm")}
    assert compiled.keys() == kept.keys() == {"supportplan_zh_CN.qm", "supportplan_en.qm"}
    assert compiled == kept, "run: python packaging/translations.py release"


def test_collecting_the_words_again_changes_nothing(tmp_path: Path) -> None:
    for path in I18N.glob("*.ts"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    TOOL["update"](tmp_path)
    for path in I18N.glob("*.ts"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()
