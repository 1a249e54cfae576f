"""Every refusal has its words, and they say what caused it."""

from __future__ import annotations

import inspect
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.domain import errors
from supportplan_desktop.domain.errors import Refusal, refusal
from supportplan_desktop.ui.problems import Problems, problem_text

if TYPE_CHECKING:
    from supportplan_desktop.ui.language import Language
    from supportplan_desktop.ui.texts import Texts

REFUSALS = [
    kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Refusal) and kind is not Refusal
]


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: str(kind.code))
def test_every_refusal_says_what_happened_and_what_to_do(kind: type[Refusal], texts: Texts) -> None:
    problem = problem_text(kind(), texts)
    assert "Something went wrong" not in problem.title
    assert problem.title
    assert problem.advice


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: str(kind.code))
def test_what_is_said_of_a_refusal_are_facts_it_documents(kind: type[Refusal], texts: Texts) -> None:
    words = Problems(texts, "en")._templates()
    told = {
        name
        for key, sentences in words.items()
        if key == kind.code or key.startswith(f"{kind.code}.")
        for sentence in sentences
        for _, name, _, _ in Formatter().parse(sentence)
        if name
    }
    documented = kind.__doc__ or ""
    assert {name for name in told if f"`{name}`" not in documented} == set()


def test_an_error_that_is_not_known_stays_a_plain_error(texts: Texts, language: Language) -> None:
    assert problem_text(KeyError("x"), texts).title == "Something went wrong (KeyError)."
    language.use("zh_CN")
    assert "KeyError" in problem_text(KeyError("x"), texts).title


def test_a_refusal_of_a_newer_server_has_the_general_words_with_its_code(texts: Texts, language: Language) -> None:
    newer = refusal("plan.paused_by_vendor", {"tier": "business", "until": "someday"})
    problem = problem_text(newer, texts)
    assert problem.title == "Something went wrong (plan.paused_by_vendor)."
    assert problem.advice == problem_text(KeyError("x"), texts).advice
    language.use("zh_CN")
    assert "plan.paused_by_vendor" in problem_text(newer, texts).title
