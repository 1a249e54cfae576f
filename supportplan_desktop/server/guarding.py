"""Around every request, within what observes it: how much may be sent, and how long it may take."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from supportplan_desktop.domain.errors import InvalidInput, Refusal, RequestTimedOut, RequestTooLarge
from supportplan_desktop.server.problems import answer

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 64 * 1024  # bytes


class Guarded:
    """Refuses what is too much or takes too long. A use case that has begun comes to its own end all the same."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = _refused(scope)
        if refused is not None:
            await answer(refused)(scope, receive, send)
            return
        received, has_begun = 0, False

        async def receiving() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > LARGEST:
                raise RequestTooLarge(limit=LARGEST)
            return message

        async def sending(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            async with asyncio.timeout(self._seconds) as limit:
                await self._app(scope, receiving, sending)
        except TimeoutError:
            if has_begun or not limit.expired():
                raise
            await answer(RequestTimedOut(seconds=round(self._seconds)))(scope, receive, send)


def _refused(scope: Scope) -> Refusal | None:
    """What can be said no to before anything is read."""
    if b"%00" in scope["query_string"] or "\x00" in scope["path"]:
        return InvalidInput(field="path", value="")
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    if any(not value.isdigit() or int(value) > LARGEST for value in lengths):
        return RequestTooLarge(limit=LARGEST)
    return None
