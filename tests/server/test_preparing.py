"""What is done before a server serves: tables, demonstration data, accounts and who signs in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from supportplan_desktop.api import Me
from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.errors import SignInRefused, SignInRequired
from supportplan_desktop.domain.payments import Funds
from supportplan_desktop.services.interfaces import OrderPage, PlanDetails
from tests.server.people import PASSWORD, usd
from tests.server.running import environment, run

if TYPE_CHECKING:
    from tests.postgres import Cluster
    from tests.server.conftest import NewCaller, StartServer

OWNER = ("--account", "Harbor Retail", "--contact", "Lin Chen", "--phone", "+86 13812342046", "--login", "Lin")


def told(database: str, *arguments: str, said: str = "") -> Any:  # noqa: ANN401 - JSON
    done = run([*arguments], environment(database), said)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def refused(database: str, *arguments: str, said: str = "") -> str:
    """The code of a command's refusal."""
    done = run([*arguments], environment(database), said)
    assert (done.returncode, done.stdout) == (3, "")
    assert PASSWORD not in done.stderr
    return done.stderr.split(": ")[1]


@pytest.fixture(params=["postgresql", "sqlite"])
def empty(request: pytest.FixtureRequest, cluster: Cluster) -> str:
    if request.param == "postgresql":
        return cluster.empty_database()
    file: str = request.getfixturevalue("sqlite_database")
    return file


def test_an_owner_is_let_in_and_finds_the_account(empty: str, start: StartServer, talk: NewCaller) -> None:
    for _ in range(2):
        assert told(empty, "migrate")["revision"]
    funds = ("--balance", "250.00", "--credit", "500")
    made = told(empty, "create-owner", *OWNER, *funds, "--password-stdin", said=f"{PASSWORD}\n")
    assert (made["login"], made["role"]) == ("lin", "owner")
    person = talk(start(empty).url, "lin")
    me = person.ask(Me, "account")
    assert (str(me.id), me.name, me.contact, me.email) == (made["account"], "Harbor Retail", "Lin Chen", None)
    assert person.ask(Funds, "funds") == Funds(usd("250.00"), usd("500.00"), usd("500.00"))


def test_more_people_are_let_in_and_passwords_are_set_anew(database: str, start: StartServer, talk: NewCaller) -> None:
    told(database, "create-owner", *OWNER, "--password-stdin", said=f"{PASSWORD}\n")
    other = ("--account", "Harbor Retail", "--login", "mei", "--role", "finance", "--password-stdin")
    told(database, "add-login", *other, said=f"{PASSWORD}\n")
    server = start(database)
    person = talk(server.url)
    session = person.sign_in("mei")
    assert person.ask(Me, "account").role is Role.FINANCE
    told(database, "set-password", "--login", "Mei", "--password-stdin", said="another password\n")
    with pytest.raises(SignInRefused):
        person.sign_in("mei")
    with pytest.raises(SignInRequired):
        person.post(Me, "sessions/refresh", {"refresh_token": session.refresh_token})
    person.sign_in("mei", "another password")


def test_what_cannot_be_meant_is_refused(database: str) -> None:
    said = f"{PASSWORD}\n"
    told(database, "create-owner", *OWNER, "--password-stdin", said=said)
    with_password = ("--password-stdin",)
    again = ("create-owner", *OWNER, *with_password)
    assert refused(database, *again, said=said) == "login.taken"
    assert refused(database, *again, said="short\n") == "input.invalid"
    assert refused(database, *again[:-2], "other", "--balance=-1", *with_password, said=said) == "input.invalid"
    assert refused(database, *again[:-2], "other", "--balance", "x", *with_password, said=said) == "input.invalid"
    assert refused(database, *again[:-2], "  ", *with_password, said=said) == "input.invalid"
    stranger = ("add-login", "--account", "Nobody", "--login", "x", *with_password)
    assert refused(database, *stranger, said=said) == "account.not_found"
    assert refused(database, "set-password", "--login", "x", *with_password, said=said) == "login.not_found"
    assert refused(database, "demo") == "demo.not_empty"
    assert run(["create-owner"], environment(database)).returncode == 2
    assert run([], environment(database)).returncode == 2


def test_demonstration_data_can_be_tried_at_once(empty: str, start: StartServer, talk: NewCaller) -> None:
    made = told(empty, "demo")
    assert made["logins"][0]["login"] == "lin.chen"
    assert {login["role"] for login in made["logins"]} == set(Role)
    person = talk(start(empty).url)
    for login in made["logins"]:
        person.sign_in(login["login"], made["password"])
    person.sign_in("lin.chen", made["password"])
    assert person.ask(PlanDetails, "plan").tier == "business"
    assert person.ask(OrderPage, "orders").count >= 5
