"""Associations, received invitations and the sharing switch: kept as they are, listed each way, page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from supportplan_desktop.backends.sql.cursors import encoded
from supportplan_desktop.domain.accounts import AccountingMode
from supportplan_desktop.domain.errors import InvalidInput, MemberNotFound
from supportplan_desktop.domain.organization import CURRENT, Association, AssociationStatus, Sharing
from supportplan_desktop.services.interfaces import MemberQuery, MemberSort
from tests.backends.sql.samples import (
    ACCOUNT,
    AT,
    MASTER,
    OWNER,
    association,
    completed,
    invitation,
    order,
    some_id,
    subscription,
)

if TYPE_CHECKING:
    from supportplan_desktop.backends.sql.store import SqlStore

ACTIVE, INVITED, ENDED = AssociationStatus.ACTIVE, AssociationStatus.INVITED, AssociationStatus.ENDED
UNIFIED, INDEPENDENT = AccountingMode.UNIFIED, AccountingMode.INDEPENDENT
ALL = MemberQuery()
HOUR = timedelta(hours=1)
ELSEWHERE = UUID(int=99)


def made() -> list[Association]:
    """Current ones in any order: names that repeat, both modes, both statuses, two of each instant."""
    names = ("Harbor 10%_B", "harbor 2", "Éclair", "海港零售", "Harbor 10%_B", "Tern Labs")
    return [
        association(
            number,
            account_name=names[number % len(names)],
            accounting=(UNIFIED, INDEPENDENT)[number % 3 == 0],
            status=(ACTIVE, INVITED)[number % 4 == 0],
            since=AT + (number // 2) * HOUR,
            expires_at=AT + timedelta(days=20 - number),
        )
        for number in range(12)
    ]


MADE = made()


@pytest.fixture
def listed(store: SqlStore) -> SqlStore:
    with store.change(OWNER) as work:
        for one in MADE:
            work.associations.add(one)
        for status in set(AssociationStatus) - CURRENT:
            work.associations.add(association(status, status=status))
        work.associations.add(association("another master's", master_id=ACCOUNT))
    return store


def every(store: SqlStore, query: MemberQuery, limit: int) -> list[Association]:
    """All pages one after the other; each says how many match in all."""
    found: list[Association] = []
    cursor = None
    counts = set()
    with store.read(OWNER) as work:
        while True:
            some, cursor, count = work.associations.page(MASTER, query, cursor, limit)
            assert len(some) <= limit
            found.extend(some)
            counts.add(count)
            if cursor is None:
                assert counts == {len(found)}
                return found


def expected(associations: list[Association], query: MemberQuery) -> list[Association]:
    """What the list must be, by plain sorting."""

    def key(one: Association) -> tuple[object, ...]:
        keys: dict[MemberSort, tuple[object, ...]] = {
            MemberSort.NAME: (one.account_name,),
            MemberSort.ACCOUNTING: (one.accounting.value, one.account_name),
            MemberSort.STATUS: (one.status.value, one.account_name),
            MemberSort.SINCE: (one.since,),
        }
        return (*keys[query.sort], one.id.hex)

    return sorted(associations, key=key, reverse=query.descending)


# One at a time


def test_an_association_comes_back_as_it_was_kept(store: SqlStore) -> None:
    kept = association()
    without_end = association(2, expires_at=None, status=ACTIVE)
    with store.change(OWNER) as work:
        work.associations.add(kept)
        work.associations.add(without_end)
    with store.read(OWNER) as work:
        assert work.associations.find(kept.id) == kept
        assert work.associations.find(without_end.id) == without_end
        assert work.associations.of_account(MASTER, kept.account_id) == kept
        assert work.associations.find(some_id("unknown")) is None
        assert work.associations.of_account(ACCOUNT, kept.account_id) is None


def test_only_how_far_it_has_come_is_changed(store: SqlStore) -> None:
    kept = association()
    with store.change(OWNER) as work:
        work.associations.add(kept)
        joined = kept.moved(ACTIVE, AT + HOUR)
        work.associations.save(replace(joined, accounting=INDEPENDENT, account_name="Other"))
        assert work.associations.find(kept.id) == joined
        with pytest.raises(MemberNotFound):
            work.associations.save(association("unknown"))


def test_an_account_has_one_current_association_with_a_master(store: SqlStore) -> None:
    kept = association()
    again = replace(association("again"), account_id=kept.account_id)
    with store.change(OWNER) as work:
        work.associations.add(kept)
    with pytest.raises(IntegrityError), store.change(OWNER) as work:
        work.associations.add(again)
    with store.change(OWNER) as work:
        work.associations.save(kept.moved(AssociationStatus.DECLINED, AT + HOUR))
        work.associations.add(again)
        assert work.associations.of_account(MASTER, kept.account_id) == again


def test_the_latest_is_the_current_one_else_the_one_that_ended_last(store: SqlStore) -> None:
    account_id = some_id("member")
    early, late = (association(hours, account_id=account_id, status=ENDED, since=AT + hours * HOUR) for hours in (1, 2))
    current = association("now", account_id=account_id, since=AT)
    with store.change(OWNER) as work:
        assert work.associations.latest(MASTER, account_id) is None
        for one in (late, early):
            work.associations.add(one)
        assert work.associations.latest(MASTER, account_id) == late
        work.associations.add(current)
        assert work.associations.latest(MASTER, account_id) == current
        assert work.associations.latest(ACCOUNT, account_id) is None


def test_pending_invitations_come_by_the_instant_they_expire_at(listed: SqlStore) -> None:
    pending = [one for one in MADE if one.status is INVITED][::-1]
    with listed.read(OWNER) as work:
        assert work.associations.invited(MASTER) == pending
        assert work.associations.invited(MASTER, limit=2) == pending[:2]
        assert work.associations.invited(OWNER) == []


def test_counts_are_of_one_master_by_status_and_mode(listed: SqlStore) -> None:
    with listed.read(OWNER) as work:
        for status, mode in product(AssociationStatus, (None, UNIFIED, INDEPENDENT)):
            found = [one for one in MADE if one.status is status and mode in (None, one.accounting)]
            assert work.associations.count(MASTER, status, mode) == len(found)
        assert work.associations.count(ACCOUNT, INVITED) == 1


def test_an_invitation_stays_with_the_account_that_received_it(store: SqlStore) -> None:
    first, second = invitation(1), invitation(2)
    with store.change(OWNER) as work:
        for one in (first, second):
            work.invitations.add(one)
    with store.read(OWNER) as work:
        assert work.invitations.find(first.id) == first
        assert work.invitations.find(some_id("unknown")) is None
        assert sorted(work.invitations.of_account(ACCOUNT), key=lambda one: one.id) == sorted(
            (first, second), key=lambda one: one.id
        )
        assert work.invitations.of_account(MASTER) == []


def test_a_switch_is_one_for_each_master_and_the_last_counts(store: SqlStore) -> None:
    bought = completed(order(account_id=MASTER))
    plan = subscription(bought)
    on = Sharing(plan.id, is_on=True, since=AT)
    with store.change(OWNER) as work:
        work.orders.add(bought)
        work.subscriptions.add(plan)
        assert work.sharings.get(MASTER) is None
        for switch in (on, replace(on, is_on=False, since=AT + HOUR)):
            work.sharings.put(MASTER, switch)
            assert work.sharings.get(MASTER) == switch
        assert work.sharings.get(ACCOUNT) is None


def test_a_switch_belongs_to_a_plan_that_there_is(store: SqlStore) -> None:
    with pytest.raises(IntegrityError), store.change(OWNER) as work:
        work.sharings.put(MASTER, Sharing(some_id("no plan"), is_on=True, since=AT))


def test_another_owner_sees_nothing_of_it(listed: SqlStore) -> None:
    with listed.change(OWNER) as work:
        work.invitations.add(invitation())
    with listed.change(ELSEWHERE) as work:
        assert work.associations.find(MADE[0].id) is None
        assert work.associations.of_account(MASTER, MADE[0].account_id) is None
        assert work.associations.invited(MASTER) == []
        assert work.associations.count(MASTER, ACTIVE) == 0
        assert work.associations.page(MASTER, ALL, None, 10) == ([], None, 0)
        assert work.invitations.find(invitation().id) is None
        with pytest.raises(MemberNotFound):
            work.associations.save(MADE[0])


# Lists


@pytest.mark.parametrize(("sort", "descending", "limit"), list(product(MemberSort, (True, False), (1, 5, 12, 100))))
def test_pages_put_together_are_the_whole_sorted_list(
    listed: SqlStore, sort: MemberSort, descending: bool, limit: int
) -> None:
    query = MemberQuery(sort=sort, descending=descending)
    assert every(listed, query, limit) == expected(MADE, query)


@pytest.mark.parametrize(
    "query",
    [
        MemberQuery(accounting=frozenset({INDEPENDENT})),
        MemberQuery(accounting=frozenset({INDEPENDENT, UNIFIED}), sort=MemberSort.SINCE),
        MemberQuery(statuses=frozenset({INVITED}), sort=MemberSort.ACCOUNTING),
        MemberQuery(statuses=frozenset({ACTIVE}), sort=MemberSort.STATUS, descending=True),
        MemberQuery(statuses=frozenset({ENDED})),
        MemberQuery(accounting=frozenset({UNIFIED}), statuses=frozenset({ACTIVE}), sort=MemberSort.STATUS),
        MemberQuery(text="HARBOR", sort=MemberSort.STATUS, descending=True),
        MemberQuery(text="港"),
        MemberQuery(text=" tern labs "),
    ],
)
def test_a_filter_keeps_what_matches_and_counts_it(listed: SqlStore, query: MemberQuery) -> None:
    matching = [
        one
        for one in MADE
        if (not query.accounting or one.accounting in query.accounting)
        and (not query.statuses or one.status in query.statuses)
        and query.text.strip().lower() in one.account_name.lower()
    ]
    assert every(listed, query, 2) == expected(matching, query)


@pytest.mark.parametrize(("text", "count"), [("_", 4), ("%", 4), ("%%", 0), ("0_", 0), ("\\", 0), ("'", 0), ("/", 0)])
def test_a_wildcard_in_the_text_is_not_meant(listed: SqlStore, text: str, count: int) -> None:
    assert len(every(listed, MemberQuery(text=text), 5)) == count


def test_a_new_member_does_not_move_the_pages_behind(listed: SqlStore) -> None:
    with listed.change(OWNER) as work:
        _, cursor, _ = work.associations.page(MASTER, ALL, None, 5)
        work.associations.add(association("new", account_name="AAA"))
        second, _, _ = work.associations.page(MASTER, ALL, cursor, 5)
    assert list(second) == expected(MADE, ALL)[5:10]


def cursor_of(store: SqlStore, query: MemberQuery = ALL) -> str:
    with store.read(OWNER) as work:
        _, cursor, _ = work.associations.page(MASTER, query, None, 2)
    assert cursor is not None
    return cursor


def test_a_broken_cursor_is_refused(listed: SqlStore) -> None:
    good = cursor_of(listed)
    broken = ["", "!", good[:-2], encoded([]), encoded(["x", 1, "Harbor", "not an id"])]
    with listed.read(OWNER) as work:
        for cursor in broken:
            with pytest.raises(InvalidInput) as refused:
                work.associations.page(MASTER, ALL, cursor, 2)
            assert refused.value.facts["field"] == "cursor"
        with pytest.raises(InvalidInput):
            work.associations.page(MASTER, ALL, None, 0)


def test_a_cursor_goes_on_only_with_the_list_it_came_from(listed: SqlStore) -> None:
    others = [
        replace(ALL, text="Harbor"),
        replace(ALL, descending=True),
        replace(ALL, sort=MemberSort.SINCE),
        replace(ALL, sort=MemberSort.STATUS),
        replace(ALL, accounting=frozenset({UNIFIED})),
        replace(ALL, statuses=frozenset({ACTIVE})),
    ]
    with listed.read(OWNER) as work:
        for query in others:
            with pytest.raises(InvalidInput):
                work.associations.page(MASTER, query, cursor_of(listed), 2)
        again = MemberQuery(statuses=frozenset(reversed(AssociationStatus)))
        same = cursor_of(listed, MemberQuery(statuses=frozenset(AssociationStatus)))
        assert work.associations.page(MASTER, again, same, 2)[0]


@pytest.mark.parametrize(
    ("sort", "descending", "statuses"),
    list(product(MemberSort, (True, False), (frozenset(), frozenset({ACTIVE}), CURRENT))),
)
def test_a_page_reads_its_rows_in_the_order_of_an_index(
    listed: SqlStore, sort: MemberSort, descending: bool, statuses: frozenset[AssociationStatus]
) -> None:
    query = MemberQuery(sort=sort, descending=descending, statuses=statuses)
    (asked,) = statements(listed, query, cursor_of(listed, query))
    assert not any("TEMP B-TREE" in step for step in plan(listed, *asked))


@pytest.mark.parametrize("query", [MemberQuery(text="1"), MemberQuery(statuses=frozenset({ACTIVE})), ALL])
def test_counting_reads_an_index_only(listed: SqlStore, query: MemberQuery) -> None:
    assert "COVERING INDEX" in " ".join(plan(listed, *statements(listed, query, None)[0]))


def statements(store: SqlStore, query: MemberQuery, cursor: str | None) -> list[tuple[str, tuple[object, ...]]]:
    """What a page asks of the database, with its values."""
    asked = []

    def note(_1: object, _2: object, statement: str, values: tuple[object, ...], *_: object) -> None:
        asked.append((statement, values))

    event.listen(store._engine, "before_cursor_execute", note)
    with store.read(OWNER) as work:
        work.associations.page(MASTER, query, cursor, 2)
    event.remove(store._engine, "before_cursor_execute", note)
    return [one for one in asked if one[0].startswith("SELECT")]


def plan(store: SqlStore, statement: str, values: tuple[object, ...]) -> list[str]:
    with store._transaction(writes=False) as connection:
        return [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
