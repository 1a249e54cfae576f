"""What is sold, what time has made due, whether the records hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from supportplan_desktop.cli import sale

if TYPE_CHECKING:
    from tests.cli.profile import Profile


def test_the_catalogue_and_the_agreement_are_shown(demo: Profile) -> None:
    catalogue = demo.answer("catalogue show")
    assert catalogue["version"] == sale.vendor_catalogue().version
    assert [tier["code"] for tier in catalogue["tiers"]] == ["basic", "developer", "business", "enterprise"]
    agreement = demo.answer("agreement show")
    assert demo.answer(f"agreement show --version {agreement['version']}") == agreement
    assert len(agreement["sha256"]) == 64
    assert demo.refusal("agreement show --version 1999-01")["code"] == "agreement.unknown"


def test_what_time_has_made_due_is_done_once(demo: Profile) -> None:
    demo.buy()
    demo.answer("unsubscribe --reason surplus --confirm")
    later = demo.at("2019-12-13T09:00:00")
    advanced = later.answer("advance")
    assert advanced["at"] == "2019-12-13T01:00:00Z"
    assert advanced["done"] > 0
    assert later.answer("advance")["done"] == 0


def test_any_command_sees_what_time_has_made_due(demo: Profile) -> None:
    demo.buy()
    number = demo.answer("unsubscribe --reason surplus --confirm")["order"]["number"]
    assert demo.at("2019-12-13T09:00:00").answer(f"orders show {number}")["status"] == "completed"


def test_records_that_hold_are_verified(demo: Profile) -> None:
    demo.buy()
    report = demo.answer("audit verify")
    assert report["holds"]
    assert report["entries"] > 3
    assert (report["first_broken"], report["journal_faults"]) == (None, [])


def test_records_that_were_tampered_with_are_told(demo: Profile) -> None:
    demo.buy()
    (file,) = demo.folder.rglob("supportplan.db")
    with closing(sqlite3.connect(file, isolation_level=None)) as plain:
        for (trigger,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            plain.execute(f"DROP TRIGGER {trigger}")
        assert plain.execute("UPDATE audit SET after = 'x' WHERE command = 'order.pay'").rowcount
    refusal = demo.refusal("audit verify")
    assert refusal["code"] == "audit.broken"
    assert refusal["facts"]["first_broken"] <= refusal["facts"]["entries"]
    assert refusal["facts"]["journal_faults"] == []
