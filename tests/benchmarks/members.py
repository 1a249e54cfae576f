"""What one page of members with their effective plans costs, against a hand-written query in sqlite3, in one run.

python tests/benchmarks/members.py        10, 1,000 and 100,000 members

A page is 100 members of an organization that shares its plan; the deep one is in the middle of the list. The page is
asked of the services, so it derives what each member effectively has; the hand-written query only returns the same
rows of the same file. The first page also counts all that match. `independent` is a page of members that each have a
plan of their own. `growth` compares the deep page with that of 1,000 members: its cost must not grow with the
organization.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from operator import le
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.domain.organization import PlanSource
from supportplan_desktop.services.interfaces import MemberQuery
from tests.contract.conftest import build
from tests.contract.organizing import INDEPENDENT, master, member, members

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.services.interfaces import MemberPage, Services
    from tests.contract.world import World

PAGE = 100
REPEATS = 30
ALL = MemberQuery()
BY_THEMSELVES = MemberQuery(accounting=frozenset({INDEPENDENT}))
LIMITS = (300.0, 100.0, 200.0, 2.0)

BY_HAND = """
SELECT id, account_id, account_owner_id, account_name, accounting, status, created_at, expires_at, since
FROM associations
WHERE owner_id = ? AND master_id = ? AND status IN ('active', 'invited') AND (account_name, id) > (?, ?)
ORDER BY account_name, id LIMIT ?
"""
# Each tenth member is independent with a plan of its own; all are copies of one of each kind, made in the database.
COPIES = """
INSERT INTO accounts
WITH RECURSIVE places(place) AS (SELECT 2 UNION ALL SELECT place + 1 FROM places WHERE place < :size)
SELECT owner_id, printf('%032x', place), name || printf(' %07d', place), kind, contact, phone, email, master_id,
       master_owner_id, accounting
FROM places JOIN accounts ON id = iif(place % 10, :unified, :independent);

INSERT INTO associations
WITH RECURSIVE places(place) AS (SELECT 2 UNION ALL SELECT place + 1 FROM places WHERE place < :size)
SELECT owner_id, printf('%032x', place), master_id, printf('%032x', place), account_owner_id,
       printf('Member %07d', place), accounting, status, created_at, expires_at, since
FROM places JOIN associations ON account_id = iif(place % 10, :unified, :independent);

INSERT INTO subscriptions
SELECT accounts.owner_id, accounts.id, accounts.id, place FROM subscriptions JOIN accounts
ON subscriptions.account_id = :independent AND accounting = 'independent' AND accounts.id != :independent;

INSERT INTO terms
SELECT copies.owner_id, copies.id, position, start_at, end_at, months, first, last FROM terms JOIN subscriptions copies
ON subscription_id = :plan AND copies.id = copies.account_id;

INSERT INTO segments
SELECT copies.owner_id, copies.id, term_position, position, tier, start_at, end_at, currency, paid_minor, order_id
FROM segments JOIN subscriptions copies ON subscription_id = :plan AND copies.id = copies.account_id
"""


@dataclass(frozen=True)
class Cost:
    """Seconds for each kind of page."""

    first: float
    deep: float
    independent: float
    by_hand: float


def main() -> int:
    """Print one line for each size; the answer is 1 where a limit is passed."""
    sizes = [10, 1_000, 100_000]
    costs = {size: measured(size) for size in sizes}
    lines: list[tuple[str, ...]] = [("members", "first page", "deep page", "independent", "growth")]
    is_within = True
    for size, cost in costs.items():
        ratios = [seconds / cost.by_hand for seconds in (cost.first, cost.deep, cost.independent)]
        growth = cost.deep / costs[1_000].deep
        lines.append((f"{size:,}", *(f"{ratio:.1f}" for ratio in ratios), f"{growth:.2f}"))
        if size > PAGE:  # a page of a few members is all preparation
            is_within &= all(map(le, (*ratios, growth), LIMITS))
    lines.append(("limit", *map(str, LIMITS)))
    for line in lines:
        print("  ".join(text.rjust(width) for text, width in zip(line, (9, 10, 9, 11, 6), strict=True)))  # noqa: T201 - a script
    return 0 if is_within else 1


def measured(size: int) -> Cost:
    """The costs in an organization of so many members."""
    with TemporaryDirectory() as folder:
        world = build(Path(folder))
        boss = founded(world, Path(folder) / "supportplan.db", size)
        middle = boss.organization.members(ALL, limit=max(1, size // 2))
        last = middle.members[-1].association
        with closing(sqlite3.connect(Path(folder) / "supportplan.db")) as raw:
            me = boss.accounts.me()
            behind = (me.owner_id.hex, me.id.hex, last.account_name, last.id.hex, PAGE)
            cost = Cost(
                first=seconds(lambda: boss.organization.members(ALL, limit=PAGE)),
                deep=seconds(lambda: boss.organization.members(ALL, middle.cursor, PAGE)),
                independent=seconds(lambda: boss.organization.members(BY_THEMSELVES, limit=PAGE)),
                by_hand=seconds(lambda: raw.execute(BY_HAND, behind).fetchall()),
            )
            shown = [row[0] for row in raw.execute(BY_HAND, behind)]
        deep = boss.organization.members(ALL, middle.cursor, PAGE)
        check(deep, shown, size)
        world.parts.store.close()
    return cost


def founded(world: World, path: Path, size: int) -> Services:
    """A master that shares its plan with nine of ten of so many members; the others have a plan of their own."""
    boss = master(world)
    independent = member(world, boss, "Harbor Macau", INDEPENDENT)
    world.top_up(independent, "500.00")
    world.paid(independent, "developer", 12)
    plan = world.plan(independent)
    assert plan is not None
    ids = {
        "unified": members(boss)[0].association.account_id.hex,
        "independent": independent.accounts.me().id.hex,
        "plan": plan.id.hex,
        "size": size - 1,
    }
    with closing(sqlite3.connect(path)) as raw, raw:
        for statement in COPIES.split(";"):
            raw.execute(statement, ids)
    return boss


def check(deep: MemberPage, shown: list[str], size: int) -> None:
    """That the page is the one of the hand-written query, with the plan that each member effectively has."""
    assert deep.count == size
    assert [row.association.id.hex for row in deep.members] == shown
    for row in deep.members:
        is_unified = row.association.accounting is AccountingMode.UNIFIED
        expected = ("business", PlanSource.SHARED) if is_unified else ("developer", PlanSource.OWN)
        assert (row.effective.tier, row.effective.source) == expected


def seconds(call: Callable[[], object], repeats: int = REPEATS) -> float:
    """The shortest time of a call, after one that warms the caches: what else runs on the machine only adds to it."""
    call()
    times = []
    for _ in range(repeats):
        began = perf_counter()
        call()
        times.append(perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
