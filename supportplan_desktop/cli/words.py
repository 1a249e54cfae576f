"""Values and refusals in plain words: JSON spelling of a fact, a sentence for a code (DOMAIN 12)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from supportplan_desktop.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supportplan_desktop.domain.errors import Fact

_SENTENCES = {
    "refused": "That is not possible. Nothing was changed.",
    "usage": "{problem}. Usage: {usage}",
    "input.invalid": "--{field} cannot be “{value}”{expectation}.",
    "catalogue.invalid": "{file} cannot be used: {where}: {problem}.",
    "catalogue.tier_unknown": "There is no support plan “{tier}”. Choose one of {offered}.",
    "catalogue.duration_not_offered": "{months} months are not on offer. Choose one of {offered}.",
    "catalogue.tier_not_for_sale": "{tier} is free and needs no purchase. Choose a paid plan.",
    "catalogue.estimate_not_offered": "{tier} has no postpaid price to estimate. Choose a plan that has one.",
    "plan.already_paid": "The account has {tier} until {until}. Change or renew that instead.",
    "plan.managed_by_master": "The account is under unified accounting: its master {master} buys for it.",
    "plan.tier_unchanged": "The plan is on {tier} already. Choose another one.",
    "plan.expired": "{tier} ended {ended}. It can only be renewed.",
    "plan.not_paid": "There is no paid plan at that time. Buy one.",
    "unsubscription.reason_missing": "A reason is needed. Add --reason; with other say more in --note.",
    "unsubscription.not_confirmed": "The refund and its fee were not confirmed. Look with --dry-run, then --confirm.",
    "agreement.not_accepted": "The agreement was not accepted. Read version {version}, then add --agree {version}.",
    "agreement.unknown": "There is no agreement of version {version}. Look at the one in force.",
    "quote.stale": "The amount is no longer {agreed} but {current}. Look with --dry-run and agree again.",
    "order.open_exists": "Order {number} is still open. Pay it or cancel it first.",
    "order.not_found": "The account has no order {order_id}. Look with orders list, or act for another account.",
    "order.conflict": "Order {number} has this id and is for something else. Take another id.",
    "order.expired": "The payment deadline of order {number} passed {deadline} and it was canceled. Order anew.",
    "order.transition_refused": "Order {number} is {status}: that way it does not go. Look with orders show.",
    "funds.insufficient": "{missing} is missing: the chosen funds cover {covered} of {total}. Nothing was charged.",
    "funds.none_chosen": "No funds are chosen. Choose the balance, credit, or both.",
    "verification.too_soon": "A code was sent a moment ago. Another one can be sent in {seconds} seconds.",
    "verification.daily_limit": "All {limit} codes of today have been sent. The next one can be sent {next_day}.",
    "verification.not_sent": "No code has been sent for this order yet. Pay without --code to have one sent.",
    "verification.wrong_code": "That code is not correct; {attempts_left} attempts are left. Only the newest counts.",
    "verification.locked": "After {attempts} wrong attempts the code is locked. Pay without --code for a new one.",
    "verification.expired": "The code is older than {minutes} minutes. Pay without --code for a new one.",
    "verification.channel_unavailable": "The account has no contact for {channel}. Choose the other channel.",
    "verification.not_delivered": "The code could not be sent by {channel}. It does not count; ask for another one.",
    "role.not_allowed": "The role {role} may not do that. It needs the permission {needed}.",
    "organization.not_master": "Only a master has members. The first one that is invited or created makes a master.",
    "organization.already_member": "{account} has a master already. It leaves that one first.",
    "organization.already_invited": "{account} is invited already. Wait for its answer, or revoke {invitation_id}.",
    "organization.invitee_is_master": "{account} has members of its own and cannot become one.",
    "organization.own_account": "An account does not invite itself. Name another one.",
    "organization.name_ambiguous": "Several accounts are named {account}. Use an id where one is taken.",
    "organization.member_not_found": "There is no member {account_id}. Look with organization members.",
    "organization.conflict": "The id {id} was used for something else. Take another one.",
    "invitation.not_found": "There is no invitation {invitation_id}. Look with organization show or members.",
    "invitation.ended": "The invitation has ended: {status} {at}. A new one is needed.",
    "sharing.member_has_plan": "{account} has {tier} until {until}. It unsubscribes first, or joins independently.",
    "sharing.member_has_unpaid_orders": "{account} pays or cancels its orders first: {numbers}.",
    "account.not_found": "There is no account {account}. Look with account list.",
    "account.none_yet": "There is no account here yet. Open the first one with account open, or add --demo.",
    "store.too_new": "This data was written by a newer version. Install it; the data was left as it is.",
    "store.unavailable": "The data cannot be reached: {detail}. It is safe; try again in a moment.",
    "clock.not_movable": "Only the clock of a demonstration can be set. Add --demo.",
    "ticket.not_found": "The account has no service ticket {ticket_id}. Look with tickets list.",
    "ticket.conflict": "The id {ticket_id} was used for another ticket. Take another id.",
    "ticket.not_included": "{tier} has no service tickets for {item}. Choose another item or plan.",
    "ticket.severity_not_included": "The severity “{severity}” is not for this. For technical support: {offered}.",
    "ticket.closed": "The service ticket {ticket_id} is closed. Create a new one.",
    "session.refused": "The account name or the password is not right.",
    "session.required": "The session has ended. Sign in again.",
    "request.too_many": "Asked too often. Try again in {seconds} seconds.",
    "request.too_large": "More was sent than the {limit} bytes that are taken.",
    "request.timed_out": "The server took more than {seconds} seconds. Send the same again: it is done once.",
    "server.unreachable": "The server {server} cannot be reached: {detail}. Sending the same again is safe.",
    "server.none_yet": "No server has been chosen for this profile yet. Connect to one in the window first.",
    "server.certificate": "The certificate of {server} cannot be trusted: {detail}. Nothing was sent.",
    "server.not_ours": "{server} is no server of this application: {detail}. Check the address.",
    "audit.broken": "The records do not hold: entry {first_broken} of {entries}; journal: {journal_faults}.",
    "output.failed": "The answer could not be written: {detail}.",
    "internal": "Something went wrong ({error}: {detail}).",
}
_REFUSED = "That is not possible ({code})."


def sentence(code: str, facts: Mapping[str, Fact]) -> str:
    """What happened and what to do, in English."""
    said = _Facts(code=code, expectation=_expectation(facts), file="The vendor's data")
    said.update({name: _worded(fact) for name, fact in facts.items()})
    if code == "input.invalid":
        said["field"] = said["field"].replace("_", "-")  # options are written with dashes
    return _SENTENCES.get(code, _REFUSED).format_map(said)


def plain(fact: Fact) -> Any:  # noqa: ANN401 - JSON
    """One value as JSON, spelled as on the wire."""
    if fact is None or isinstance(fact, (bool, int, str)):
        return fact
    if isinstance(fact, Money):
        return {"amount": str(fact.amount), "currency": fact.currency}
    if isinstance(fact, datetime):
        return fact.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, tuple):
        return list(fact)
    return str(fact)


def _worded(fact: Fact) -> str:
    if fact is None:
        return ""
    return ", ".join(fact) if isinstance(fact, tuple) else str(fact if isinstance(fact, Money) else plain(fact))


def _expectation(facts: Mapping[str, Fact]) -> str:
    """What a value that cannot be meant should have been, as far as that is known."""
    if "expected" in facts:
        return f": {facts['expected']} is expected"
    if "least" in facts:
        return f": a number from {facts['least']} to {facts['most']} is expected"
    return f": at most {facts['longest']} characters are expected" if "longest" in facts else ""


class _Facts(dict[str, str]):
    """Facts for a sentence; one that is missing leaves no gap to fall into."""

    def __missing__(self, _name: str) -> str:
        return ""
