"""Logins, sessions and counts, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.backends.sql.store import SqlStore, open_postgres, open_sqlite
from supportplan_desktop.domain.access import Login, RefreshToken
from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.errors import StoreUnavailable
from tests.backends.sql.samples import ACCOUNT, AT, OWNER, some_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from supportplan_desktop.backends.sql.access import SqlAccess

LIN = Login("lin", OWNER, ACCOUNT, Role.OWNER, "$argon2id$…")
FIRST = RefreshToken("a" * 64, some_id("family"), "lin", AT + timedelta(days=30))
SECOND, THIRD = replace(FIRST, hash="b" * 64), replace(FIRST, hash="c" * 64)


@pytest.fixture(params=["sqlite", "postgresql"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], SqlStore]]:
    """Opens the same database again and again, as several programs would."""
    url = "" if request.param == "sqlite" else request.getfixturevalue("cluster").database()
    opened: list[SqlStore] = []

    def again() -> SqlStore:
        opened.append(open_postgres(url) if url else open_sqlite(tmp_path / "supportplan.db"))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


@pytest.fixture
def access(open_store: Callable[[], SqlStore]) -> SqlAccess:
    return open_store().access


def test_a_login_is_kept_under_its_name_and_replaced(access: SqlAccess) -> None:
    assert access.login("lin") is None
    access.put_login(LIN)
    access.put_login(replace(LIN, name="mei", role=Role.VIEWER))
    assert access.login("lin") == LIN
    access.put_login(replace(LIN, role=Role.FINANCE))
    assert [login.role for login in access.logins_of(ACCOUNT)] == [Role.FINANCE, Role.VIEWER]
    assert access.logins_of(some_id("nobody")) == []


def test_a_token_renews_once_and_leads_to_the_next_of_its_family(access: SqlAccess) -> None:
    access.add_token(FIRST)
    assert access.token(FIRST.hash) == FIRST
    assert access.renew(FIRST, AT, replace(SECOND, family=some_id("another")))
    assert access.token(FIRST.hash) == replace(FIRST, used_at=AT)
    assert access.token(SECOND.hash) == SECOND
    assert not access.renew(FIRST, AT, THIRD)
    assert access.token(THIRD.hash) is None


def test_of_many_renewals_at_once_exactly_one_goes_through(open_store: Callable[[], SqlStore]) -> None:
    stores = [open_store() for _ in range(4)]
    stores[0].access.add_token(FIRST)

    def attempt(number: int) -> bool:
        return stores[number % 4].access.renew(FIRST, AT, replace(FIRST, hash=f"{number:064d}"))

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(16))) == 1


def test_a_family_ends_with_all_its_tokens_and_a_login_with_all_its_families(access: SqlAccess) -> None:
    other = replace(THIRD, family=some_id("another"))
    of_another = replace(FIRST, hash="d" * 64, family=some_id("third"), login="mei")
    for token in (FIRST, SECOND, other, of_another):
        access.add_token(token)
    access.end_family(FIRST.family)
    assert [access.token(token.hash) for token in (FIRST, SECOND)] == [None, None]
    assert access.token(other.hash) == other
    access.end_sessions("lin")
    assert access.token(other.hash) is None
    assert access.token(of_another.hash) == of_another


def test_tokens_that_have_expired_are_forgotten(access: SqlAccess) -> None:
    access.add_token(FIRST)
    access.add_token(replace(SECOND, expires_at=AT))
    assert access.forget_expired(AT - timedelta(microseconds=1)) == 0
    assert access.forget_expired(AT) == 1
    assert access.token(FIRST.hash) == FIRST


def test_counts_hold_over_all_programs_and_begin_anew_with_each_window(open_store: Callable[[], SqlStore]) -> None:
    stores = [open_store() for _ in range(4)]
    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(lambda number: stores[number % 4].access.count("sign-in", 7), range(40)))
    assert sorted(counts) == list(range(1, 41))
    assert stores[0].access.count("another", 7) == 1
    assert stores[0].access.count("sign-in", 8) == 1
    assert stores[0].access.forget_counts(8) == 1
    assert stores[0].access.count("sign-in", 8) == 2


def test_a_store_says_whether_it_can_be_used(open_store: Callable[[], SqlStore]) -> None:
    store = open_store()
    store.check()
    store.close()
    with pytest.raises(StoreUnavailable):
        store.check()


def test_only_one_program_has_its_turn_where_several_could(open_store: Callable[[], SqlStore]) -> None:
    one, other = open_store(), open_store()
    waits_for_its_turn = "sqlite" in str(one._engine.url)
    with (
        one.exclusively("work") as first,
        other.exclusively("work") as second,
        other.exclusively("something else") as third,
    ):
        assert (first, second, third) == (True, waits_for_its_turn, True)
    with other.exclusively("work") as again:
        assert again


def test_a_turn_is_over_also_where_it_failed(open_store: Callable[[], SqlStore]) -> None:
    one, other = open_store(), open_store()

    def fail() -> None:
        with one.exclusively("work"):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with other.exclusively("work") as is_ours:
        assert is_ours
