"""Members, invitations and sharing, seen and done from both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.console import usd

if TYPE_CHECKING:
    from tests.cli.profile import Profile

ID = "1b671a64-40d5-491e-99b0-da01ff1f3341"
CREATE = "organization create-member --name 'Pier Ten' --contact Di --email di@pier.example"


@pytest.fixture
def wharf(demo: Profile) -> Profile:
    """Another account, to be invited."""
    demo.answer("account open --name Wharf --contact Ann --email ann@wharf.example --balance 100")
    return demo.acting("Wharf")


def invited(demo: Profile, accounting: str = "unified") -> str:
    invitation = demo.answer(f"organization invite Wharf --accounting {accounting}")
    assert invitation["status"] == "invited"
    return str(invitation["id"])


def test_an_invited_account_joins_and_shares_the_plan(demo: Profile, wharf: Profile) -> None:
    demo.buy()
    invitation = invited(demo)
    (received,) = wharf.answer("organization show")["received"]
    assert (received["id"], received["master"], received["todo"]) == (invitation, "Pier Nine", [])
    assert demo.answer("sharing readiness")["is_green"]
    member = wharf.answer(f"organization accept {invitation}")
    assert (member["kind"], member["accounting"]) == ("member", "unified")
    assert wharf.answer(f"organization accept {invitation}") == member
    shared = demo.answer("sharing enable")
    assert (shared["is_on"], shared["tier"], shared["members"]) == (True, "business", 1)
    assert demo.answer("sharing enable") == shared
    assert wharf.answer("sharing status") == {
        "kind": "member",
        "sharing": None,
        "master": "Pier Nine",
        "is_shared_with": True,
        "effective": {"tier": "business", "source": "shared"},
    }
    assert wharf.answer("details")["shared_by"] == "Pier Nine"
    (row,) = demo.answer("organization members --accounting unified --status active")["members"]
    assert row["effective"] == {"tier": "business", "source": "shared"}
    assert wharf.refusal("buy --tier business --months 1 --agree current")["code"] == "plan.managed_by_master"
    assert demo.answer("sharing disable")["is_on"] is False
    assert demo.answer("sharing status")["sharing"]["is_on"] is False
    assert wharf.answer("details")["state"] == "basic"


def test_a_member_is_let_go_by_name_or_id(demo: Profile, wharf: Profile) -> None:
    wharf.answer(f"organization accept {invited(demo, 'independent')}")
    assert demo.answer("organization disassociate Wharf")["status"] == "ended"
    assert demo.refusal("organization disassociate Wharf")["code"] == "organization.member_not_found"
    wharf_id = wharf.answer("account show")["id"]
    assert demo.answer(f"organization disassociate {wharf_id}")["status"] == "ended"
    assert wharf.answer("organization show")["master"] is None


def test_an_invitation_is_declined(demo: Profile, wharf: Profile) -> None:
    invitation = invited(demo)
    assert wharf.answer(f"organization decline {invitation}")["status"] == "declined"
    assert demo.answer("organization members")["count"] == 0
    assert demo.refusal(f"organization revoke {invitation}")["code"] == "invitation.ended"


def test_an_invitation_is_reminded_of_and_revoked(demo: Profile, wharf: Profile) -> None:
    invitation = invited(demo)
    assert demo.answer(f"organization remind {invitation}")["status"] == "invited"
    assert demo.answer("organization members --status invited --text whar")["count"] == 1
    revoked = demo.answer(f"organization revoke {invitation}")
    assert revoked["status"] == "revoked"
    assert demo.answer(f"organization revoke {invitation}") == revoked
    assert wharf.refusal(f"organization accept {invitation}")["code"] in {"invitation.ended", "invitation.not_found"}


def test_who_has_a_plan_unsubscribes_before_joining(demo: Profile, wharf: Profile) -> None:
    wharf.buy("developer")
    invitation = invited(demo)
    readiness = demo.answer("sharing readiness")
    assert not readiness["is_green"]
    (todo,) = readiness["in_way"][0]["todo"]
    assert (todo["kind"], todo["refund"]) == ("unsubscribe", usd("26.00"))
    refusal = wharf.refusal(f"organization accept {invitation}")
    assert (refusal["code"], refusal["facts"]["tier"]) == ("sharing.member_has_plan", "developer")
    wharf.answer("unsubscribe --reason surplus --confirm")
    assert wharf.answer(f"organization accept {invitation}")["kind"] == "member"


def test_a_member_is_created_once(demo: Profile) -> None:
    line = f"{CREATE} --accounting independent --account-id {ID}"
    created = demo.answer(line)
    assert (created["id"], created["kind"], created["accounting"]) == (ID, "member", "independent")
    assert demo.answer(line) == created
    conflict = f"{CREATE} --accounting unified --account-id {ID}"
    assert demo.refusal(conflict)["code"] == "organization.conflict"
    view = demo.answer("organization show")
    assert (view["account"]["kind"], view["independent"]) == ("master", 1)
    assert demo.acting("Pier Ten").answer("account show")["channels"] == {"email": "d••••i@pier.example"}


def test_an_invitation_is_the_same_under_its_id(demo: Profile, wharf: Profile) -> None:
    line = f"organization invite Wharf --accounting unified --invitation-id {ID}"
    assert demo.answer(line) == demo.answer(line)
    assert len(wharf.answer("organization show")["received"]) == 1


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("organization invite Nobody --accounting unified", "account.not_found"),
        ("organization invite 'Pier Nine' --accounting unified", "organization.own_account"),
        ("organization invite Wharf --accounting shared", "input.invalid"),
        (f"organization accept {ID}", "invitation.not_found"),
        (f"organization decline {ID}", "invitation.not_found"),
        (f"organization revoke {ID}", "invitation.not_found"),
        ("organization revoke Wharf", "input.invalid"),
        ("organization disassociate Wharf", "organization.member_not_found"),
        (f"organization disassociate {ID}", "organization.member_not_found"),
        ("organization members --sort colour", "input.invalid"),
        ("sharing enable", "organization.not_master"),
    ],
)
def test_what_an_account_on_its_own_cannot_do_is_refused(demo: Profile, wharf: Profile, line: str, code: str) -> None:
    assert demo.refusal(line)["code"] == code
    assert wharf.answer("organization show")["received"] == []
