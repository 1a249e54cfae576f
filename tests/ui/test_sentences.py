"""Sentences of one paragraph."""

from __future__ import annotations

from supportplan_desktop.ui.sentences import joined


def test_sentences_are_kept_apart_by_a_space() -> None:
    assert joined("It is lost.", "Nothing was charged.") == "It is lost. Nothing was charged."


def test_no_space_follows_a_chinese_full_stop() -> None:
    assert joined("验证码不正确。", "未扣款。") == "验证码不正确。未扣款。"


def test_what_is_not_said_leaves_no_space() -> None:
    assert joined("", "Nothing was charged.", "") == "Nothing was charged."
