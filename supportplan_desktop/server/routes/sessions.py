"""Signing in and out."""

from supportplan_desktop.api import Renewal, Session, SignIn
from supportplan_desktop.server.auth import login_name
from supportplan_desktop.server.routing import Area, Asked

AREA = Area("sessions")


@AREA.post("/sessions", is_open=True)
def sign_in(asked: Asked, body: SignIn) -> Session:
    """Sign in: a short access token, and a token that renews the session once."""
    asked.server.limits.sign_in(login_name(body.name), asked.address)
    return asked.server.sessions.begin(body.name, body.password)


@AREA.post("/sessions/refresh", is_open=True)
def renew_session(asked: Asked, body: Renewal) -> Session:
    """Renew a session; a token that comes twice ends it."""
    return asked.server.sessions.renew(body.refresh_token)


@AREA.delete("/sessions/current")
def sign_out(asked: Asked) -> None:
    """Sign out: the session cannot be renewed any more."""
    asked.server.sessions.end(asked.family)
