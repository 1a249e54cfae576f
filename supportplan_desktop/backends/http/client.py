"""The connection to a server: signed in, patient, and plain about what went wrong (API; PATTERNS, threads).

Everything that is asked may be asked again: whatever is created has an id that the caller made. So what did not get
through is sent again, with growing pauses, until patience ends. Any thread may use a connection.
"""

from __future__ import annotations

import json
import ssl
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import httpx2
import stamina

from supportplan_desktop import __version__, api, wire
from supportplan_desktop.domain.errors import (
    CertificateRefused,
    Refusal,
    ServerNotOurs,
    ServerUnreachable,
    SignInRequired,
    refusal,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from supportplan_desktop.services.ports import TokenVault

T = TypeVar("T")
Params = dict[str, str | int | bool | list[str] | None]

# Each attempt would be a warning in the log, and an absent server is asked for hours: whoever asks says it once.
stamina.instrumentation.set_on_retry_hooks(())

_EARLY = 20  # seconds before its end that an access token is renewed
_LONGEST_SESSION = 24 * 3600  # seconds until an access token is renewed whatever was said
_JSON = "application/json"
_TRY_AGAIN = frozenset({502, 503, 504})
_LONGEST_WAIT = 5.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an answer is waited for (seconds), and how often something that did not get through is sent."""

    connect: float = 4.0
    answer: float = 20.0
    attempts: int = 3
    first_wait: float = 0.2


class _TryAgain(Exception):  # noqa: N818 - what to do about it
    """The server asks for patience; `wait` in seconds where it said how long."""

    def __init__(self, problem: Refusal, wait: float | None) -> None:
        super().__init__()
        self.problem, self.wait = problem, wait


@dataclass(slots=True)
class _Session:
    """What a connection is signed in with; the refresh token itself is in the vault only."""

    access_token: str = ""
    ends_at: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Connection:
    """One server, one login. Refuses with ServerUnreachable, CertificateRefused, ServerNotOurs, SignInRequired.

    Certificates are checked against the system's trust, or against `trust`; there is no way past them. `now` counts
    seconds from anywhere: how long a session is good is measured here, whatever any calendar says.
    """

    def __init__(
        self,
        server: str,
        tokens: TokenVault,
        login: str = "",
        patience: Patience | None = None,
        trust: ssl.SSLContext | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        self.server = server.rstrip("/")
        self._login = login
        self._tokens = tokens
        self._patience = patience or Patience()
        self._session = _Session()
        self._now = now
        self._http = httpx2.Client(
            base_url=f"{self.server}/{api.VERSION}/",
            timeout=httpx2.Timeout(self._patience.answer, connect=self._patience.connect),
            verify=trust or ssl.create_default_context(),
            headers={"Accept": f"{_JSON}, {api.PROBLEM}", "User-Agent": f"supportplan-desktop/{__version__}"},
        )

    # Signing in and out

    def sign_in(self, name: str, password: str) -> None:
        """Begin a session; SignInRefused, TooManyRequests."""
        body = wire.dumped(api.SignIn, api.SignIn(name, password))
        self._keep(self._loaded(api.Session, self._send("POST", "sessions", body=body)))

    def sign_out(self) -> None:
        """End the session here and at the server; an unreachable server ends it by itself later."""
        try:
            self.tell("DELETE", "sessions/current")
        except Refusal:
            pass  # nothing of it is left here in any case
        finally:
            with self._session.lock:  # a renewal on another thread keeps its token before it is forgotten
                self._session.access_token, self._session.ends_at = "", 0.0
                self._tokens.forget()

    def close(self) -> None:
        """Let go of the connection; what is under way ends with ServerUnreachable."""
        self._http.close()

    # Asking

    def ask(self, kind: Any, method: str, path: str, params: Params | None = None, body: str | None = None) -> Any:  # noqa: ANN401 - the value is of the kind that is asked for
        """The answer as a value of that kind; the server's refusal where it refuses."""
        return self._loaded(kind, self._signed(method, path, params, body))

    def tell(self, method: str, path: str, body: str | None = None) -> None:
        """Have something done whose answer says no more than that."""
        answer = self._signed(method, path, None, body)
        if answer.status_code != HTTPStatus.NO_CONTENT:
            raise self._not_ours(answer)

    # Its own

    def _signed(self, method: str, path: str, params: Params | None, body: str | None) -> httpx2.Response:
        """Sent with the session; one that the server has ended early is renewed once."""
        token = self._token()
        try:
            return self._send(method, path, params, body, token)
        except SignInRequired:
            return self._send(method, path, params, body, self._token(instead_of=token))

    def _token(self, instead_of: str = "") -> str:
        """A valid access token, renewed where it ends soon or is the one that did not count; SignInRequired."""
        session = self._session
        with session.lock:
            is_good = session.access_token and session.access_token != instead_of and self._now() < session.ends_at
            if not is_good:
                self._renew()
            return session.access_token

    def _renew(self) -> None:
        """A refresh token counts once, so this is sent once: an answer that is lost means signing in again."""
        refresh_token = self._tokens.get()
        if refresh_token is None:
            raise self._sign_in_required()
        body = wire.dumped(api.Renewal, api.Renewal(refresh_token))
        try:
            self._keep(self._loaded(api.Session, self._once("POST", "sessions/refresh", None, body, "")))
        except SignInRequired:
            self._tokens.forget()
            raise
        except _TryAgain as again:
            raise again.problem from None

    def _keep(self, session: api.Session) -> None:
        if not (session.access_token.isascii() and session.access_token.isprintable()):
            raise ServerNotOurs(server=self.server, detail="the session cannot be used")
        self._tokens.put(session.refresh_token)
        self._session.access_token = session.access_token
        self._session.ends_at = self._now() + min(max(1, session.expires_in - _EARLY), _LONGEST_SESSION)

    def _send(
        self, method: str, path: str, params: Params | None = None, body: str | None = None, token: str = ""
    ) -> httpx2.Response:
        """Sent until it gets through or patience ends."""
        patience = self._patience
        try:
            for attempt in stamina.retry_context(
                on=_pause,
                attempts=patience.attempts,
                timeout=None,
                wait_initial=patience.first_wait,
                wait_max=_LONGEST_WAIT,
                wait_jitter=patience.first_wait,
            ):
                with attempt:
                    return self._once(method, path, params, body, token)
        except _TryAgain as again:
            raise again.problem from None
        raise AssertionError("the last attempt answers or raises")

    def _once(self, method: str, path: str, params: Params | None, body: str | None, token: str) -> httpx2.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if body is not None:
            headers["Content-Type"] = _JSON
        try:
            answer = self._http.request(method, path, params=_query(params), content=body, headers=headers)
        except httpx2.TransportError as error:
            raise self._not_through(error) from error
        except httpx2.DecodingError as error:
            raise ServerNotOurs(server=self.server, detail=str(error)) from error
        except RuntimeError as error:  # the connection was closed meanwhile
            raise ServerUnreachable(server=self.server, detail=str(error)) from error
        if answer.is_success:
            return answer
        raise self._refused(answer)

    def _not_through(self, error: httpx2.TransportError) -> Exception:
        certificate = _certificate_error(error)
        if certificate is not None:
            return CertificateRefused(server=self.server, detail=certificate)
        detail = str(error) or type(error).__name__
        return _TryAgain(ServerUnreachable(server=self.server, detail=detail), None)

    def _refused(self, answer: httpx2.Response) -> Exception:
        """What an answer that is no success means: the server's own refusal, or that nobody of ours has answered."""
        problem = self._problem(answer)
        is_too_much = answer.status_code == HTTPStatus.TOO_MANY_REQUESTS and problem is None  # a proxy says so
        if answer.status_code in _TRY_AGAIN or is_too_much:
            down = ServerUnreachable(server=self.server, detail=f"HTTP {answer.status_code}")
            return _TryAgain(problem or down, _retry_after(answer))
        if problem is not None:
            return problem
        if answer.is_server_error:
            return ServerUnreachable(server=self.server, detail=f"HTTP {answer.status_code}")
        return self._not_ours(answer)

    def _problem(self, answer: httpx2.Response) -> Refusal | None:
        if not _is(answer, api.PROBLEM):
            return None
        try:
            said = json.loads(answer.text)
            code, facts = said["code"], wire.facts_of_json(said.get("facts", {}))
        except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
            return None
        if not isinstance(code, str):
            return None
        if code == SignInRequired.code:
            return self._sign_in_required()
        return refusal(code, facts)

    def _sign_in_required(self) -> SignInRequired:
        return SignInRequired(server=self.server, login=self._login)

    def _loaded(self, kind: Any, answer: httpx2.Response) -> Any:  # noqa: ANN401 - see `ask`
        if not _is(answer, _JSON):
            raise self._not_ours(answer)
        try:
            return wire.loaded(kind, answer.text)
        except (Refusal, ValueError, TypeError, RecursionError) as error:
            raise ServerNotOurs(server=self.server, detail=str(error)) from error

    def _not_ours(self, answer: httpx2.Response) -> ServerNotOurs:
        kind = answer.headers.get("Content-Type", "nothing")
        return ServerNotOurs(server=self.server, detail=f"HTTP {answer.status_code}, {kind}")


def path_of(*parts: object) -> str:
    """A path of parts, each as one segment."""
    return "/".join(str(part) for part in parts)


def _pause(error: Exception) -> bool | float:
    """Whether to send again, and after how many seconds where the server said so."""
    if not isinstance(error, _TryAgain):
        return False
    return True if error.wait is None else min(error.wait, _LONGEST_WAIT)


def _query(params: Params | None) -> Mapping[str, str | Sequence[str]]:
    said: dict[str, str | Sequence[str]] = {}
    for name, value in (params or {}).items():
        if isinstance(value, bool):
            said[name] = "true" if value else "false"
        elif isinstance(value, list):
            said[name] = value
        elif value is not None:
            said[name] = str(value)
    return said


def _is(answer: httpx2.Response, media_type: str) -> bool:
    return str(answer.headers.get("Content-Type", "")).split(";")[0].strip().lower() == media_type


def _retry_after(answer: httpx2.Response) -> float | None:
    said = answer.headers.get("Retry-After", "")
    return float(said) if said.isascii() and said.isdigit() else None


def _certificate_error(error: BaseException | None) -> str | None:
    """What is wrong with a certificate, found in what caused an error; None where it is something else."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message or str(error)
        error = error.__cause__ or error.__context__
    return None
