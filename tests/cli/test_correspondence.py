"""Messages and service tickets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.profile import Profile

ID = "1b671a64-40d5-491e-99b0-da01ff1f3341"
CREATE = "tickets create --item technical_support --subject Slow --description 'Since noon'"


def test_messages_are_told_newest_first_by_pages(demo: Profile) -> None:
    demo.buy()
    page = demo.answer("messages list --limit 2")
    assert [message["kind"] for message in page["messages"]] == ["order_completed", "verification_code"]
    rest = demo.answer(f"messages list --cursor {page['cursor']}")
    assert [message["kind"] for message in rest["messages"]] == ["order_generated"]
    assert (rest["unread"], rest["cursor"]) == (3, None)


def test_a_ticket_is_created_answered_and_closed(demo: Profile) -> None:
    demo.buy()
    line = f"{CREATE} --severity general --ticket-id {ID}"
    refusal = demo.refusal(line)
    assert refusal["code"] == "ticket.severity_not_included"
    line = line.replace("general", refusal["facts"]["offered"][0])
    created = demo.answer(line)
    assert (created["id"], created["status"], created["messages"][0]["text"]) == (ID, "open", "Since noon")
    assert demo.answer(line) == created
    assert demo.refusal(line.replace("Slow", "Fast"))["code"] == "ticket.conflict"
    answer = f"tickets answer {ID} --text 'Still so' --message-id {ID}"
    answered = demo.answer(answer)
    assert [message["text"] for message in answered["messages"]] == ["Since noon", "Still so"]
    assert demo.answer(answer) == answered
    closed = demo.answer(f"tickets close {ID}")
    assert closed["status"] == "closed"
    assert demo.answer(f"tickets show {ID}") == closed
    assert demo.answer("tickets list")["tickets"] == [closed]
    assert demo.refusal(f"tickets answer {ID} --text More")["code"] == "ticket.closed"


def test_what_cannot_be_a_ticket_is_refused(demo: Profile) -> None:
    assert demo.refusal(CREATE)["code"] == "ticket.not_included"
    assert demo.refusal(f"tickets show {ID}")["code"] == "ticket.not_found"
    assert demo.refusal("tickets close 1")["facts"]["field"] == "ticket-id"
    demo.buy()
    assert demo.refusal(CREATE)["code"] == "ticket.severity_not_included"
