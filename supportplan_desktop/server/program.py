"""The program `supportplan-server`: serves, and prepares what is served.

0 done, 2 the command line cannot be read, 3 refused, 4 the database, or a library of the server, is not available.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from supportplan_desktop import __version__
from supportplan_desktop.domain.errors import Refusal, StoreTooNew, StoreUnavailable
from supportplan_desktop.server.logs import log_config
from supportplan_desktop.server.settings import check_certificate, check_transport, settings_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

OK, REFUSED, UNAVAILABLE = 0, 3, 4

_MOST_WORKERS, _GREATEST_PORT = 64, 65535
_SECONDS_TO_FINISH = 30


def build_parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    from supportplan_desktop.server import preparing  # noqa: PLC0415 - what is only served needs none of it

    parser = argparse.ArgumentParser("supportplan-server", description="Support plans for many accounts, over HTTP.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    serve_parser = commands.add_parser("serve", help="answer requests until it is stopped")
    serve_parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default: this computer only)")
    serve_parser.add_argument("--port", type=_whole(0, _GREATEST_PORT), default=8000, help="0 takes a free one")
    serve_parser.add_argument("--workers", type=_whole(1, _MOST_WORKERS), default=1, metavar="N", help="processes")
    serve_parser.add_argument("--tls-cert", metavar="FILE", help="certificate chain, PEM")
    serve_parser.add_argument("--tls-key", metavar="FILE", help="its key, PEM")
    serve_parser.add_argument(
        "--behind-proxy", action="store_true", help="a proxy on this host ends TLS and tells who asked"
    )
    serve_parser.set_defaults(run=serve)
    preparing.add_to(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry one command out; returns the exit code."""
    try:
        parser = build_parser()
    except ModuleNotFoundError as missing:
        hint = "install supportplan-desktop[server]"
        print(f"supportplan-server: {missing.name} is not installed: {hint}", file=sys.stderr)  # noqa: T201 - a program
        return UNAVAILABLE
    chosen = parser.parse_args(arguments)
    try:
        chosen.run(chosen)
    except Refusal as refusal:
        facts = ", ".join(f"{name}: {value}" for name, value in refusal.facts.items())
        print(f"supportplan-server: {refusal.code}: {type(refusal).__doc__}\n{facts}", file=sys.stderr)  # noqa: T201 - a program
        return UNAVAILABLE if isinstance(refusal, (StoreUnavailable, StoreTooNew)) else REFUSED
    return OK


def serve(chosen: Namespace) -> None:
    """Answer requests until SIGTERM or SIGINT; what is under way then comes to its end."""
    import uvicorn  # noqa: PLC0415 - only who serves needs it

    from supportplan_desktop.server.databases import open_database  # noqa: PLC0415 - the store is heavy

    settings = settings_of()
    has_tls = check_certificate(chosen.tls_cert, chosen.tls_key)
    check_transport(chosen.host, has_tls=has_tls, is_behind_proxy=chosen.behind_proxy)
    open_database(settings.database).close()
    signal.signal(signal.SIGTERM, _leave)
    with TemporaryDirectory(prefix="supportplan-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        uvicorn.run(
            "supportplan_desktop.server.app:create",
            factory=True,
            host=chosen.host,
            port=chosen.port,
            workers=chosen.workers,
            ssl_certfile=chosen.tls_cert,
            ssl_keyfile=chosen.tls_key,
            proxy_headers=chosen.behind_proxy,
            log_config=log_config(),
            access_log=False,
            server_header=False,
            timeout_keep_alive=15,
            timeout_graceful_shutdown=_SECONDS_TO_FINISH,
            ws="none",
            lifespan="on",
        )


def _leave(_number: int, _frame: object) -> None:
    """End as asked: uvicorn sends itself the signal once more when it has finished, and what it used is put away."""
    sys.exit(OK)


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            raise ValueError
        return number

    read.__name__ = f"number from {least} to {most}"
    return read
