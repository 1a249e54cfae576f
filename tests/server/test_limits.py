"""How often something may be asked, counted over all workers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.api import PROBLEM
from supportplan_desktop.domain.errors import TooManyRequests
from supportplan_desktop.server.limits import RateLimits, place_of
from supportplan_desktop.server.settings import Limits
from tests.server.people import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.server.conftest import NewCaller, Registries, StartServer
    from tests.server.people import Registry

LIMITS = Limits(sign_ins_per_login=3, sign_ins_per_address=5, codes_per_login=2, codes_per_address=4)
NOON = 1_790_000_100.0  # the beginning of five minutes
HOUR = 1_789_999_200.0


def within_one_window(seconds: int, attempt: Callable[[], None]) -> None:
    """Make an attempt within one window, again where it was caught by the end of one."""
    for _ in range(3):
        begun = int(time.time()) // seconds
        try:
            attempt()
        except AssertionError:
            if int(time.time()) // seconds == begun:
                raise
        else:
            return
    pytest.fail("every attempt fell into two windows")


def limits(registry: Registry, at: float = NOON) -> RateLimits:
    return RateLimits(registry.store.access, LIMITS, lambda: at)


def test_a_login_may_be_tried_so_often_in_five_minutes_from_anywhere(registry: Registry) -> None:
    login = str(uuid4())
    for number in range(3):
        limits(registry).sign_in(login, f"192.0.2.{number}")
    with pytest.raises(TooManyRequests) as refused:
        limits(registry, NOON + 10).sign_in(login, "192.0.2.9")
    assert refused.value.facts == {"seconds": 290}
    limits(registry, NOON + 300).sign_in(login, "192.0.2.9")


def test_an_address_may_try_so_many_logins(registry: Registry) -> None:
    address = f"2001:db8:{uuid4().hex[:4]}:1::1"
    for _ in range(5):
        limits(registry).sign_in(str(uuid4()), address)
    with pytest.raises(TooManyRequests):
        limits(registry).sign_in(str(uuid4()), f"{address}23")


def test_codes_are_limited_by_login_and_by_address(registry: Registry) -> None:
    login, address = str(uuid4()), str(uuid4())
    for _ in range(2):
        limits(registry, HOUR).code(login, address)
    with pytest.raises(TooManyRequests) as refused:
        limits(registry, HOUR).code(login, address)
    assert refused.value.facts == {"seconds": 3600}
    limits(registry, HOUR).code(str(uuid4()), address)
    with pytest.raises(TooManyRequests):
        limits(registry, HOUR).code(str(uuid4()), address)


def test_one_place_of_ipv6_is_one_address() -> None:
    assert place_of("2001:db8::1") == place_of("2001:db8::ffff") != place_of("2001:db8:0:1::1")
    assert place_of("192.0.2.1") == "192.0.2.1"
    assert place_of("testclient") == "testclient"


def test_windows_that_are_over_are_forgotten(registry: Registry) -> None:
    access = registry.store.access
    access.count("old", int(NOON))
    assert access.forget_counts(int(NOON) + 1) >= 1
    assert access.count("old", int(NOON)) == 1


def test_guessing_is_stopped_over_both_workers_together(
    database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server = start(database, workers=2, SIGN_INS_PER_LOGIN="5")
    registry = register(database)

    def guess() -> None:
        login = registry.login(registry.account())
        answers = [
            talk(server.url).client.post("/v1/sessions", json={"name": login, "password": "guessed"}) for _ in range(12)
        ]
        assert [answer.status_code for answer in answers] == [401] * 5 + [429] * 7
        for answer in answers[5:]:
            assert answer.headers["Content-Type"] == PROBLEM
            assert answer.json()["code"] == "request.too_many"
            assert 0 < int(answer.headers["Retry-After"]) == answer.json()["facts"]["seconds"] <= 300
        assert talk(server.url).problem("POST", "sessions", {"name": login, "password": PASSWORD}).status == 429

    within_one_window(300, guess)


def test_an_address_is_stopped_whatever_names_it_tries(
    database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server = start(database, SIGN_INS_PER_ADDRESS="4")
    caller, registry = talk(server.url), register(database)

    def guess() -> None:
        registry.store.access.forget_counts(2**60)  # what an earlier attempt counted
        statuses = [
            caller.problem("POST", "sessions", {"name": f"nobody {number}", "password": PASSWORD}).status
            for number in range(6)
        ]
        assert statuses == [401] * 4 + [429] * 2

    within_one_window(300, guess)


def test_codes_are_not_sent_without_end(
    database: str, start: StartServer, register: Registries, talk: NewCaller
) -> None:
    server = start(database, CODES_PER_LOGIN="2")
    registry = register(database)

    def ask() -> None:
        person = talk(server.url, registry.login(registry.account()))
        order = person.order()
        path = f"/v1/orders/{order.id}/verification"
        answers = [person.client.put(path, json={"channel": "phone"}) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 429, 429]
        assert answers[1].json()["code"] == "verification.too_soon"
        assert 0 < int(answers[1].headers["Retry-After"]) <= 60
        assert answers[2].json()["code"] == "request.too_many"
        assert int(answers[2].headers["Retry-After"]) <= 3600

    within_one_window(3600, ask)
