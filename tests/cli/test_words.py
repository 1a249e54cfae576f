"""Every refusal has a sentence of its own that uses the facts the refusal promises."""

from __future__ import annotations

import inspect
import re
from string import Formatter

import pytest

from supportplan_desktop.cli import parsing, program, upkeep
from supportplan_desktop.cli.words import _SENTENCES, sentence
from supportplan_desktop.domain import errors
from supportplan_desktop.domain.errors import Refusal


def refusals() -> list[type[Refusal]]:
    found = {
        kind
        for module in (errors, parsing, program, upkeep)
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Refusal)
    }
    return sorted(found, key=lambda kind: kind.code)


def test_there_is_a_sentence_for_every_code_and_for_no_other() -> None:
    assert set(_SENTENCES) == {kind.code for kind in refusals()}


@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: kind.code)
def test_a_sentence_names_only_facts_of_its_refusal(kind: type[Refusal]) -> None:
    told = {name for _, name, _, _ in Formatter().parse(_SENTENCES[kind.code]) if name}
    known = {*re.findall(r"`(\w+)`", kind.__doc__ or ""), "expectation", "file", "offered"}
    assert told <= known


@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: kind.code)
def test_a_sentence_survives_facts_that_are_missing(kind: type[Refusal]) -> None:
    said = sentence(kind.code, {})
    assert "{" not in said
    assert "None" not in sentence(kind.code, dict.fromkeys(re.findall(r"\w+", kind.__doc__ or "")))


def test_vendor_data_without_a_file_is_still_named() -> None:
    said = sentence("catalogue.invalid", {"where": "tiers", "problem": "a list is expected"})
    assert said == "The vendor's data cannot be used: tiers: a list is expected."


def test_a_code_of_a_newer_version_is_said_plainly() -> None:
    assert sentence("moon.full", {}) == "That is not possible (moon.full)."


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"expected": "a day"}, ": a day is expected."),
        ({"least": 2, "most": 7}, ": a number from 2 to 7 is expected."),
        ({"longest": 80}, ": at most 80 characters are expected."),
        ({}, "."),
    ],
)
def test_a_value_that_cannot_be_meant_is_told_with_what_is_expected(
    facts: dict[str, str | int | None], said: str
) -> None:
    assert (
        sentence("input.invalid", {"field": "days_before", "value": 9, **facts}) == f"--days-before cannot be “9”{said}"
    )
