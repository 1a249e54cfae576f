"""Who acts: opening accounts, acting for another one, in a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.console import Console, usd
from tests.cli.profile import BUYER, OPEN, Profile

if TYPE_CHECKING:
    from pathlib import Path

ID = "1b671a64-40d5-491e-99b0-da01ff1f3341"
SECOND = "account open --name Wharf --contact Ann --email ann@wharf.example"


def test_the_first_account_of_a_profile_is_opened(console: Console, tmp_path: Path) -> None:
    profile = Profile(console, tmp_path / "data")
    refusal = profile.refusal("details")
    assert (refusal["code"], "account open" in refusal["message"]) == ("account.none_yet", True)
    opened = profile.answer(f"{OPEN} --account-id {ID}")
    assert opened == profile.answer(f"{OPEN} --account-id {ID}")
    assert opened == profile.answer("account show")
    assert opened["channels"] == {"phone": "+86 138••••2046", "email": "b••••o@pier.example"}
    assert profile.answer("account funds") == {
        "balance": usd("60.00"),
        "available_credit": usd("500.00"),
        "credit_limit": usd("500.00"),
    }
    assert len(profile.answer("account list")["accounts"]) == 1
    assert profile.answer("audit verify")["entries"] == 3


def test_profiles_are_kept_apart(local: Profile) -> None:
    assert local.refusal("account show --profile work")["code"] == "account.none_yet"
    local.answer(f"{SECOND} --profile work")
    assert local.answer("account show --profile work")["name"] == "Wharf"
    assert local.answer("account show")["name"] == BUYER


def test_another_account_acts_by_name_or_id(local: Profile) -> None:
    wharf = local.answer(SECOND)
    for name in ("Wharf", "wharf", wharf["id"], wharf["id"].upper()):
        assert local.acting(name).answer("account show") == wharf
    assert local.acting("Wharf").answer("details")["account"]["name"] == "Wharf"
    told = local.answer("account list")
    assert [account["name"] for account in told["accounts"]] == [BUYER, "Wharf"]
    assert told["acting"] == local.answer("account show")["id"]


def test_a_name_that_nobody_or_several_have_is_refused(local: Profile) -> None:
    refusal = local.acting("Nobody").refusal("details")
    assert (refusal["code"], refusal["facts"]) == ("account.not_found", {"account": "Nobody"})
    local.answer(SECOND)
    local.answer(SECOND.replace("Wharf", "wharf"))
    assert local.acting("wharf").answer("account show")["name"] == "wharf"
    assert local.acting("WHARF").refusal("details")["code"] == "organization.name_ambiguous"


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ("--balance -1", "balance"),
        ("--credit-limit 1.001", "credit-limit"),
        ("--phone soon", "phone"),
        ("--email at", "email"),
        ("--name ' '", "name"),
        ("--account-id 1", "account-id"),
    ],
)
def test_an_account_that_cannot_be_meant_is_not_opened(
    console: Console, tmp_path: Path, options: str, field: str
) -> None:
    profile = Profile(console, tmp_path)
    refusal = profile.refusal(f"{OPEN} {options}")
    assert (refusal["code"], refusal["facts"]["field"]) == ("input.invalid", field)
    assert refusal["message"].startswith(f"--{field} cannot be ")
    assert profile.refusal("account list")["code"] == "account.none_yet"


def test_a_role_decides_what_may_be_done(local: Profile) -> None:
    assert local.answer("account show --role viewer")["role"] == "viewer"
    assert local.answer("buy --tier business --months 1 --dry-run --role viewer")["total"] == usd("90.00")
    refusal = local.refusal("buy --tier business --months 1 --agree current --role viewer")
    assert refusal["code"] == "role.not_allowed"
    assert refusal["message"] == "The role viewer may not do that. It needs the permission money."
    sent = local.answer("buy --tier business --months 1 --agree current --role finance")
    assert sent["next"][0].endswith("--role finance")
    assert local.refusal("organization invite Wharf --accounting unified --role finance")["code"] == "role.not_allowed"
    assert local.refusal("details --role king")["facts"]["field"] == "role"
