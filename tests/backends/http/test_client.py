"""The client and a server that misbehaves: what is said of it, what is sent again, and what never is."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop import api
from supportplan_desktop.backends.http.client import Connection, Patience
from supportplan_desktop.backends.http.services import services_over
from supportplan_desktop.domain.errors import (
    Refusal,
    ServerNotOurs,
    ServerUnreachable,
    SignInRefused,
    SignInRequired,
    StoreUnavailable,
    TooManyRequests,
)
from supportplan_desktop.domain.money import Money
from tests.backends.http.conftest import IMPATIENT, LOGIN
from tests.backends.http.misbehaving import (
    answer,
    break_off,
    half_close,
    hang_up,
    nothing_more,
    refused,
    said,
    session,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.backends.tokens import MemoryTokens
    from tests.backends.http.conftest import Connect, Serve
    from tests.backends.http.misbehaving import MisbehavingServer, Visit

NOW = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
CLOCK, REFRESH = "GET /v1/clock", "POST /v1/sessions/refresh"
now_is = said({"now": "2019-12-09T03:41:23Z"})


def ask(connection: Connection) -> datetime:
    return services_over(connection).clock.now()


# What it says


def test_the_servers_instant_is_taken_from_its_answer(server: MisbehavingServer, connection: Connection) -> None:
    server.will(session(), now_is)
    assert ask(connection) == NOW
    assert server.asked == [REFRESH, CLOCK]
    assert server.visits[1].token == "access"


def test_a_refusal_that_this_version_does_not_know_keeps_its_code_and_facts(
    server: MisbehavingServer, connection: Connection
) -> None:
    fee = {"amount": "5.00", "currency": "USD"}
    server.will(session(), refused(409, "plan.paused_by_vendor", until="2020-01-09T15:59:59Z", fee=fee))
    with pytest.raises(Refusal) as refusal:
        ask(connection)
    assert (type(refusal.value), refusal.value.code) == (Refusal, "plan.paused_by_vendor")
    until = datetime(2020, 1, 9, 15, 59, 59, tzinfo=UTC)
    assert refusal.value.facts == {"until": until, "fee": Money(Decimal("5.00"), "USD")}


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [(429, "request.too_many", TooManyRequests), (401, "session.refused", SignInRefused)],
)
def test_a_known_refusal_is_of_its_kind_and_is_not_asked_for_again(
    server: MisbehavingServer, connection: Connection, status: int, code: str, kind: type[Refusal]
) -> None:
    server.will(session(), refused(status, code, retry_after=60, seconds=60))
    with pytest.raises(kind) as refusal:
        ask(connection)
    assert refusal.value.facts == {"seconds": 60}
    assert server.asked == [REFRESH, CLOCK]


NOT_OURS: dict[str, Callable[[Visit], None]] = {
    "a page of a hotel": answer(200, "<html>Welcome! Accept our terms.</html>"),
    "a page that is not there": answer(404, "<html>Not found</html>"),
    "a way elsewhere": answer(302, "", Location="https://elsewhere.example/"),
    "who asks is not known": answer(401, "<html>Sign in to the proxy</html>"),
    "no kind at all": answer(200, '{"now": "2019-12-09T03:41:23Z"}', ""),
    "no JSON": answer(200, "now!", "application/json"),
    "nothing": answer(200, "", "application/json"),
    "no value of ours": said({"time": "2019-12-09T03:41:23Z"}),
    "one key more": said({"now": "2019-12-09T03:41:23Z", "zone": "UTC"}),
    "another spelling": said({"now": "2019-12-09T04:41:23+01:00"}),
    "nested without end": answer(200, "[" * 100_000, "application/json"),
    "no text": answer(200, b"\xff\xfe\x00", "application/json"),
    "an unknown alphabet": answer(200, b"\xff\xfe\x00", "application/json; charset=klingon"),
    "packed wrongly": answer(200, b"not packed", "application/json", Content_Encoding="gzip"),
    "no problem of ours": answer(409, '{"code": 7}', api.PROBLEM),
    "no facts": answer(409, '{"code": "plan.not_paid", "facts": 7}', api.PROBLEM),
    "facts of other kinds": answer(
        409, '{"code": "plan.x", "facts": {"fee": {"amount": "?", "currency": "USD"}}}', api.PROBLEM
    ),
    "a problem without end": answer(409, "[" * 100_000, api.PROBLEM),
}


@pytest.mark.parametrize("what", NOT_OURS)
def test_what_no_server_of_ours_says_is_named_so_and_not_asked_for_again(
    server: MisbehavingServer, connection: Connection, what: str
) -> None:
    server.will(session(), NOT_OURS[what])
    with pytest.raises(ServerNotOurs) as refusal:
        ask(connection)
    assert refusal.value.facts["server"] == server.url
    assert refusal.value.facts["detail"]
    assert server.asked == [REFRESH, CLOCK]


def test_a_page_is_no_sign_that_something_was_done(server: MisbehavingServer, connection: Connection) -> None:
    server.will(session(), answer(200, "<html>Welcome!</html>"))
    with pytest.raises(ServerNotOurs):
        services_over(connection).messages.mark_all_read()


def test_what_is_packed_properly_is_read(server: MisbehavingServer, connection: Connection) -> None:
    packed = gzip.compress(b'{"now": "2019-12-09T03:41:23Z"}')
    server.will(session(), answer(200, packed, "application/json; charset=utf-8", Content_Encoding="gzip"))
    assert ask(connection) == NOW


def test_a_server_that_fails_is_said_to_be_unreachable_and_left_alone(
    server: MisbehavingServer, connection: Connection
) -> None:
    server.will(session(), answer(500, "<html>Oops</html>"))
    with pytest.raises(ServerUnreachable) as refusal:
        ask(connection)
    assert refusal.value.facts == {"server": server.url, "detail": "HTTP 500"}
    assert server.asked == [REFRESH, CLOCK]


# What is sent again

NOT_THROUGH: dict[str, Callable[[Visit], None]] = {
    "a proxy without a server": answer(502, "<html>Bad gateway</html>"),
    "a server at its limit": answer(503),
    "a proxy that waited too long": answer(504),
    "a proxy that counts": answer(429, "<html>Slow down</html>"),
    "a database that is away": refused(503, "store.unavailable"),
    "hanging up": hang_up,
    "silence": nothing_more,
    "half an answer": half_close,
    "an answer that breaks off": break_off,
    "no HTTP": lambda visit: visit.send(b"220 mail.example ESMTP\r\n"),
}


@pytest.mark.parametrize("what", NOT_THROUGH)
def test_what_did_not_get_through_is_sent_again(server: MisbehavingServer, connection: Connection, what: str) -> None:
    server.will(session(), NOT_THROUGH[what], NOT_THROUGH[what], now_is)
    assert ask(connection) == NOW
    assert server.asked == [REFRESH, CLOCK, CLOCK, CLOCK]


@pytest.mark.parametrize("what", NOT_THROUGH)
def test_patience_ends_after_so_many_attempts(server: MisbehavingServer, connection: Connection, what: str) -> None:
    server.will(session(), *[NOT_THROUGH[what]] * 9)
    with pytest.raises((ServerUnreachable, StoreUnavailable)):
        ask(connection)
    assert server.asked == [REFRESH, *[CLOCK] * IMPATIENT.attempts]


def test_what_is_sent_again_is_the_same(server: MisbehavingServer, connection: Connection) -> None:
    server.will(session(), hang_up, hang_up, hang_up)
    with pytest.raises(ServerUnreachable):
        services_over(connection).plans.set_auto_renewal(is_on=True, months=1, days_before=7)
    sent = {(visit.method, visit.path, visit.body, visit.token) for visit in server.visits[1:]}
    body = '{"is_on":true,"months":1,"days_before":7}'
    assert sent == {("PUT", "/v1/plan/auto-renewal", body, "access")}


def test_pauses_grow(server: MisbehavingServer, connect: Connect) -> None:
    patient = Patience(connect=2.0, answer=5.0, attempts=5, first_wait=0.02)
    server.will(session(), *[answer(503)] * 4, now_is)
    assert ask(connect(server.url, patience=patient)) == NOW
    came = [visit.at for visit in server.visits[1:]]
    pauses = [later - earlier for earlier, later in pairwise(came)]
    assert all(pause >= least for pause, least in zip(pauses, (0.02, 0.04, 0.08, 0.16), strict=True))


def test_pauses_are_never_quite_the_same(serve: Serve, connect: Connect, tokens: MemoryTokens) -> None:
    pauses = set()
    for _ in range(5):
        server = serve()
        tokens.put("first")
        server.will(session(), answer(503), now_is)
        ask(connect(server.url, patience=Patience(first_wait=0.05)))
        _, first, second = server.visits
        pauses.add(round(second.at - first.at, 3))
    assert max(pauses) - min(pauses) > 0.005


def test_a_server_that_says_when_is_asked_then(server: MisbehavingServer, connection: Connection) -> None:
    server.will(session(), answer(503, "", Retry_After="1"), now_is)
    assert ask(connection) == NOW
    _, first, second = server.visits
    assert second.at - first.at >= 1


@pytest.mark.parametrize("when", ["Wed, 21 Oct 2099 07:28:00 GMT", "-1", "soon", "²"])
def test_what_cannot_be_meant_as_seconds_is_passed_over(
    server: MisbehavingServer, connection: Connection, when: str
) -> None:
    server.will(session(), answer(503, "", Retry_After=when.encode().decode("latin-1")), now_is)
    assert ask(connection) == NOW


def test_where_nobody_listens_nobody_is_reached(serve: Serve, connect: Connect) -> None:
    server = serve()
    server.close()
    with pytest.raises(ServerUnreachable) as refusal:
        connect(server.url).sign_in(LOGIN, "a password")
    assert refusal.value.facts["server"] == server.url


def test_whoever_takes_no_connection_is_waited_for_no_longer_than_patience_lasts(connect: Connect) -> None:
    unanswered = "http://[100::1]"  # addresses that lead nowhere, by RFC 6666
    with pytest.raises(ServerUnreachable):
        connect(unanswered, patience=Patience(connect=0.2, attempts=2, first_wait=0.01)).sign_in(LOGIN, "a password")


def test_a_connection_that_was_closed_reaches_nobody(server: MisbehavingServer, connection: Connection) -> None:
    server.will(session(), now_is)
    ask(connection)
    connection.close()
    with pytest.raises(ServerUnreachable):
        ask(connection)


# Sessions


def test_signing_in_sends_the_password_once_and_keeps_the_token(
    server: MisbehavingServer, connection: Connection, tokens: MemoryTokens
) -> None:
    server.will(session("a1", "r1"), now_is)
    connection.sign_in(LOGIN, "a password")
    assert ask(connection) == NOW
    assert server.visits[0].body == '{"name":"lin.chen","password":"a password"}'
    assert (server.visits[1].token, tokens.get()) == ("a1", "r1")


def test_a_session_is_renewed_a_little_before_it_ends_whatever_the_calendar_says(
    server: MisbehavingServer, connect: Connect, tokens: MemoryTokens
) -> None:
    at = [1000.0]
    years_ago = answer(200, '{"now": "1987-12-09T03:41:23Z"}', "application/json", Date="Wed, 09 Dec 1987 03:41:23 GMT")
    server.will(session("a1", "r1", 900), years_ago, years_ago, session("a2", "r2", 900), now_is)
    connection = connect(server.url, now=lambda: at[0])
    for seconds in (0, 879):
        at[0] = 1000.0 + seconds
        assert ask(connection).year == 1987
    at[0] = 1000.0 + 880
    assert ask(connection) == NOW
    assert server.asked == [REFRESH, CLOCK, CLOCK, REFRESH, CLOCK]
    assert [visit.token for visit in server.visits if visit.path.endswith("clock")] == ["a1", "a1", "a2"]
    assert server.visits[3].body == '{"refresh_token":"r1"}'
    assert tokens.get() == "r2"


@pytest.mark.parametrize("seconds", [0, -5, 1, 10**400])
def test_a_session_of_any_length_is_good_for_what_follows_at_once(
    server: MisbehavingServer, connect: Connect, seconds: int
) -> None:
    server.will(session(seconds=seconds), now_is, now_is)
    connection = connect(server.url, now=lambda: 0.0)
    assert [ask(connection), ask(connection)] == [NOW, NOW]


def test_a_session_that_the_server_ended_early_is_renewed_once(
    server: MisbehavingServer, connection: Connection
) -> None:
    server.will(session("a1", "r1"), refused(401, "session.required"), session("a2", "r2"), now_is)
    assert ask(connection) == NOW
    assert server.asked == [REFRESH, CLOCK, REFRESH, CLOCK]
    assert server.visits[3].token == "a2"


def test_a_session_that_does_not_count_even_when_it_is_new_is_not_renewed_for_ever(
    server: MisbehavingServer, connection: Connection
) -> None:
    server.will(session("a1", "r1"), refused(401, "session.required"), session("a2", "r2"))
    server.will(refused(401, "session.required"))
    with pytest.raises(SignInRequired):
        ask(connection)
    assert server.asked == [REFRESH, CLOCK, REFRESH, CLOCK]


def test_a_renewal_that_is_refused_says_where_and_as_whom_to_sign_in(
    server: MisbehavingServer, connection: Connection, tokens: MemoryTokens
) -> None:
    server.will(refused(401, "session.required"))
    with pytest.raises(SignInRequired) as refusal:
        ask(connection)
    assert refusal.value.facts == {"server": server.url, "login": LOGIN}
    assert tokens.get() is None
    with pytest.raises(SignInRequired):
        ask(connection)
    assert server.asked == [REFRESH]


@pytest.mark.parametrize(
    "what",
    ["a proxy without a server", "a database that is away", "hanging up", "silence", "an answer that breaks off"],
)
def test_a_renewal_that_is_lost_is_not_sent_again_by_itself_and_loses_nothing(
    server: MisbehavingServer, connection: Connection, tokens: MemoryTokens, what: str
) -> None:
    server.will(NOT_THROUGH[what], refused(401, "session.required"), session("a9", "r9"), now_is)
    with pytest.raises((ServerUnreachable, StoreUnavailable)):
        ask(connection)
    assert (server.asked, tokens.get()) == ([REFRESH], "first")
    with pytest.raises(SignInRequired):  # the server has used the token, and its answer never came
        ask(connection)
    connection.sign_in(LOGIN, "a password")
    assert ask(connection) == NOW
    assert tokens.get() == "r9"


def test_of_many_threads_one_renews(server: MisbehavingServer, connection: Connection) -> None:
    server.will(session("a1", "r1"), *[now_is] * 8)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: ask(connection), range(8))) == {NOW}
    assert sorted(server.asked) == [*[CLOCK] * 8, REFRESH]


def test_of_many_threads_whose_session_was_ended_one_renews(server: MisbehavingServer, connection: Connection) -> None:
    def by_token(visit: Visit) -> None:
        treatment = session("a2", "r2") if visit.path.endswith("refresh") else now_is
        (refused(401, "session.required") if visit.token == "a1" else treatment)(visit)

    server.will(session("a1", "r1"), *[by_token] * 40)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: ask(connection), range(8))) == {NOW}
    assert server.asked.count(REFRESH) == 2


def test_a_token_that_could_not_be_sent_is_none(server: MisbehavingServer, connection: Connection) -> None:
    server.will(session("a\nSet-Cookie: b"))
    with pytest.raises(ServerNotOurs):
        ask(connection)


@pytest.mark.parametrize("how", [answer(204), answer(500), hang_up, refused(401, "session.required")])
def test_signing_out_ends_the_session_here_whatever_the_server_says(
    server: MisbehavingServer, connection: Connection, tokens: MemoryTokens, how: Callable[[Visit], None]
) -> None:
    server.will(session(), now_is, *[how] * 3)
    ask(connection)
    connection.sign_out()
    assert tokens.get() is None
    with pytest.raises(SignInRequired):
        ask(connection)


def test_nothing_secret_is_in_what_is_said_of_an_error(server: MisbehavingServer, connection: Connection) -> None:
    server.will(session("secret-access", "secret-refresh"), answer(200, "<html>"))
    with pytest.raises(ServerNotOurs) as refusal:
        ask(connection)
    assert "secret" not in str(refusal.value)


def test_a_session_lasts_while_time_stands_still(server: MisbehavingServer, connect: Connect) -> None:
    server.will(
        session(seconds=round(timedelta(days=400).total_seconds())), now_is, now_is, session("a2", "r2"), now_is
    )
    at = [0.0]
    connection = connect(server.url, now=lambda: at[0])
    ask(connection)
    ask(connection)
    at[0] = timedelta(days=1).total_seconds()
    ask(connection)
    assert server.asked == [REFRESH, CLOCK, CLOCK, REFRESH, CLOCK]
