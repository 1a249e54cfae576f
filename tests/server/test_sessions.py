"""Signing in, renewing and ending sessions, over two workers that share nothing but the database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import UUID

import jwt
import pytest
from argon2 import PasswordHasher

from supportplan_desktop.api import Me, Session
from supportplan_desktop.backends.vaults import SecretVault
from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.errors import SignInRefused, SignInRequired
from supportplan_desktop.server.auth import Passwords, Sessions
from tests.server.people import PASSWORD
from tests.server.running import SECRET

if TYPE_CHECKING:
    from tests.server.conftest import NewCaller
    from tests.server.people import Caller, Registry
    from tests.server.running import RunningServer

KEY = SecretVault(SECRET).session_key()


@pytest.fixture
def login(registry: Registry) -> str:
    return registry.login(registry.account())


@pytest.fixture
def person(server: RunningServer, talk: NewCaller) -> Caller:
    return talk(server.url)


def refreshed(person: Caller, session: Session) -> Session:
    return person.post(Session, "sessions/refresh", {"refresh_token": session.refresh_token})


def test_whoever_signs_in_acts_for_the_account_in_a_role(person: Caller, registry: Registry) -> None:
    account = registry.account()
    name = registry.login(account, Role.FINANCE)
    assert person.sign_in(name).expires_in == 900
    me = person.ask(Me, "account")
    assert (me.id, me.role, me.login) == (account.id, Role.FINANCE, name)


def test_the_name_is_taken_in_any_case_and_with_space_around(person: Caller, login: str) -> None:
    person.sign_in(f"  {login.upper()} ")
    assert person.ask(Me, "account").login == login


def test_a_wrong_password_and_an_unknown_name_are_refused_alike(person: Caller, login: str) -> None:
    wrong = person.problem("POST", "sessions", {"name": login, "password": "guessed"})
    unknown = person.problem("POST", "sessions", {"name": "nobody", "password": PASSWORD})
    assert wrong == unknown
    assert (wrong.status, wrong.code, wrong.facts) == (401, "session.refused", {})


def test_a_refusal_takes_as_long_whether_the_name_is_known_or_not(registry: Registry, login: str) -> None:
    sessions = Sessions(registry.store.access, KEY)

    def seconds(name: str) -> float:
        began = perf_counter()
        with pytest.raises(SignInRefused):
            sessions.begin(name, "guessed")
        return perf_counter() - began

    known, unknown = (median(seconds(name) for _ in range(7)) for name in (login, "nobody"))
    assert 0.5 < known / unknown < 2


def test_no_session_is_needed_to_be_told_that_one_is(person: Caller) -> None:
    answer = person.client.get("/v1/plan")
    assert answer.json()["code"] == "session.required"
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "change",
    [
        {"exp": datetime.now(UTC) - timedelta(minutes=1)},
        {"iss": "somebody else"},
        {"role": "emperor"},
        {"account": "none"},
        {"sub": None},
        {"family": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_token_that_is_not_as_ours_are_is_refused(person: Caller, login: str, change: dict[str, object]) -> None:
    told = jwt.decode(person.sign_in(login).access_token, KEY, algorithms=["HS256"], issuer="supportplan-server")
    changed = {name: value for name, value in (told | change).items() if value is not None}
    person.bear(jwt.encode(changed, KEY, algorithm="HS256"))
    with pytest.raises(SignInRequired):
        person.ask(Me, "account")


def test_a_token_signed_by_somebody_else_or_by_nobody_is_refused(person: Caller, login: str) -> None:
    told = jwt.decode(person.sign_in(login).access_token, KEY, algorithms=["HS256"], issuer="supportplan-server")
    for token in (
        jwt.encode(told, b"x" * 32, algorithm="HS256"),
        jwt.encode(told, "", algorithm="none"),
        "?",
        "a.b.c",
    ):
        person.bear(token)
        with pytest.raises(SignInRequired):
            person.ask(Me, "account")


def test_the_keys_of_sessions_and_of_codes_are_not_the_same() -> None:
    assert SecretVault(SECRET).code_key() != KEY
    assert SecretVault(SECRET + "!").session_key() != KEY


def test_a_session_is_renewed_again_and_again_by_the_newest_token(person: Caller, login: str) -> None:
    session = person.sign_in(login)
    for _ in range(3):
        session = refreshed(person, session)
        person.bear(session.access_token)
        assert person.ask(Me, "account").login == login


def test_a_token_that_comes_twice_ends_the_session(person: Caller, login: str, server: RunningServer) -> None:
    first = person.sign_in(login)
    second = refreshed(person, first)
    for stolen in (first, second):
        with pytest.raises(SignInRequired):
            refreshed(person, stolen)
    family = jwt.decode(first.access_token, options={"verify_signature": False})["family"]
    told = server.wait_for_log(lambda lines: [line for line in lines if family in line])
    assert "came twice" in told[0]


def test_a_token_that_comes_twice_ends_no_other_session(person: Caller, login: str) -> None:
    other, stolen = person.sign_in(login), person.sign_in(login)
    refreshed(person, stolen)
    with pytest.raises(SignInRequired):
        refreshed(person, stolen)
    assert refreshed(person, other)


def test_of_many_renewals_at_once_at_most_one_goes_through(
    server: RunningServer, talk: NewCaller, person: Caller, login: str
) -> None:
    session = person.sign_in(login)

    def attempt(one: Caller) -> Session | None:
        try:
            return refreshed(one, session)
        except SignInRequired:
            return None

    callers = [talk(server.url) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        renewed = [one for one in pool.map(attempt, callers) if one is not None]
    assert len(renewed) <= 1
    for one in renewed:
        with pytest.raises(SignInRequired):
            refreshed(person, one)


def test_signing_out_ends_the_session_and_may_be_sent_again(person: Caller, login: str) -> None:
    session = person.sign_in(login)
    for _ in range(2):
        assert person.client.delete("/v1/sessions/current").status_code == 204
    with pytest.raises(SignInRequired):
        refreshed(person, session)


def test_a_session_cannot_be_renewed_after_thirty_days(registry: Registry, login: str) -> None:
    now = datetime.now(UTC)
    begun = Sessions(registry.store.access, KEY, now=lambda: now).begin(login, PASSWORD)
    with pytest.raises(SignInRequired):
        Sessions(registry.store.access, KEY, now=lambda: now + timedelta(days=30)).renew(begun.refresh_token)
    assert Sessions(registry.store.access, KEY, now=lambda: now + timedelta(days=29)).renew(begun.refresh_token)


def test_tokens_are_kept_as_fingerprints_only(registry: Registry, person: Caller, login: str) -> None:
    session = person.sign_in(login)
    assert registry.store.access.token(session.refresh_token) is None
    told = jwt.decode(session.access_token, KEY, algorithms=["HS256"], issuer="supportplan-server")
    assert UUID(told["family"])


def test_a_password_hashed_by_older_parameters_is_hashed_anew(registry: Registry, person: Caller, login: str) -> None:
    access = registry.store.access
    kept = access.login(login)
    assert kept is not None
    weak = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    access.put_login(replace(kept, password_hash=weak.hash(PASSWORD)))
    person.sign_in(login)
    now_kept = access.login(login)
    assert now_kept is not None
    assert not Passwords().is_outdated(now_kept)
    assert now_kept.password_hash.startswith("$argon2id$")
    person.sign_in(login)


def test_a_login_that_was_taken_away_cannot_renew(registry: Registry, person: Caller, login: str) -> None:
    session = person.sign_in(login)
    registry.store.access.end_sessions(login)
    with pytest.raises(SignInRequired):
        refreshed(person, session)
