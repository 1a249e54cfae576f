"""A user at a terminal with data of its own: the console with the options that name it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.console import Console, Json

BOUGHT = "2019-12-09T11:41:23"
BUYER = "Pier Nine"
OPEN = (
    f"account open --name '{BUYER}' --contact 'Bo Li' --phone '+86 13812342046' --email bo@pier.example "
    "--balance 60 --credit-limit 500"
)


class Profile:
    """Commands over one folder of data; with `at` over the demonstration in it, at that instant of the site."""

    def __init__(self, console: Console, folder: Path, at: str | None = None, acting: str | None = None) -> None:
        self._console = console
        self.folder = folder
        self._at = at
        self._acting = acting

    def at(self, instant: str) -> Profile:
        """The same data at another instant."""
        return Profile(self._console, self.folder, instant, self._acting)

    def acting(self, account: str) -> Profile:
        """The same data for another account."""
        return Profile(self._console, self.folder, self._at, account)

    def answer(self, line: str) -> Json:
        return self._console.answer(self.line(line))

    def refusal(self, line: str, exit_code: int = 3) -> Json:
        return self._console.refusal(self.line(line), exit_code)

    def line(self, line: str) -> str:
        """The command line with the options that name the data."""
        said = [line, "--data-dir", shlex.quote(str(self.folder))]
        said += ["--demo", "--at", self._at] if self._at else []
        said += ["--as", shlex.quote(self._acting)] if self._acting else []
        return " ".join(said)

    # What a user does

    def code(self, order_id: str) -> str:
        """The newest code of an order, read where codes arrive."""
        messages = self.answer("messages list")["messages"]
        code = next(one["code"] for one in messages if one["code"] and one["order_id"] == order_id)
        assert isinstance(code, str)
        return code

    def pay(self, sent: Json) -> Json:
        """The second step of an answer that says that a code was sent."""
        assert sent["status"] == "code_sent"
        order = sent["order"]
        return self.answer(f"orders pay {order['number']} --code {self.code(order['id'])}")

    def buy(self, tier: str = "business", months: int = 1) -> Json:
        """A plan, bought and paid."""
        return self.pay(self.answer(f"buy --tier {tier} --months {months} --agree current"))
