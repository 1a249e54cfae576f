"""Named refusals: what the product says no to, with a stable code and the facts that caused it (DOMAIN 12).

Lower layers raise these without sentences; `ui/problems.py` turns them into the user's words, and the command
line and the server send the same codes.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from supportplan_desktop.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Fact = str | int | bool | Decimal | Money | date | datetime | UUID | tuple[str, ...] | None


class Refusal(Exception):  # noqa: N818 - refusals are named in plain words, not as errors
    """A known no: `code` is stable over versions and backends, `facts` are the values that caused it."""

    code: str = "refused"

    def __init__(self, **facts: Fact) -> None:
        super().__init__(self.code)
        self.facts: Mapping[str, Fact] = facts

    def __str__(self) -> str:
        return f"{self.code} {dict(self.facts)}" if self.facts else self.code


def refusal(code: str, facts: Mapping[str, Fact]) -> Refusal:
    """The refusal of that code; one that this version does not know is a plain `Refusal` that carries the code."""
    for kind in _kinds(Refusal):
        if kind.code == code:
            return kind(**facts)
    unknown = Refusal(**facts)
    unknown.code = code
    return unknown


def _kinds(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for narrower in kind.__subclasses__():
        yield narrower
        yield from _kinds(narrower)


class InvalidInput(Refusal):
    """A value that cannot be meant: facts `field` and `value`."""

    code = "input.invalid"


class CatalogueInvalid(Refusal):
    """The vendor's data breaks a rule: facts `where` (path in the file) and `problem`."""

    code = "catalogue.invalid"


class TierUnknown(Refusal):
    """No such tier in the catalogue: fact `tier`."""

    code = "catalogue.tier_unknown"


class DurationNotOffered(Refusal):
    """The catalogue does not sell this number of months: facts `months` and `offered`."""

    code = "catalogue.duration_not_offered"


class TierNotForSale(Refusal):
    """The tier is free and comes by itself: fact `tier`."""

    code = "catalogue.tier_not_for_sale"


class PlanAlreadyPaid(Refusal):
    """The account has a paid plan of its own, so there is nothing to buy: facts `tier` and `until` (DOMAIN 4)."""

    code = "plan.already_paid"


class PlanManagedByMaster(Refusal):
    """A member under unified accounting does not buy; its master does: fact `master` (DOMAIN 11.2)."""

    code = "plan.managed_by_master"


class PlanNotPaid(Refusal):
    """The account is on Basic: there is no paid plan of its own to change, renew or unsubscribe."""

    code = "plan.not_paid"


class PlanExpired(Refusal):
    """The plan has ended and can only be renewed: facts `tier` and `ended` (DOMAIN 6, 7)."""

    code = "plan.expired"


class PlanTierUnchanged(Refusal):
    """The plan is on this tier already: fact `tier` (DOMAIN 5)."""

    code = "plan.tier_unchanged"


class UnsubscriptionReasonMissing(Refusal):
    """Exactly one reason is required, and a text with "other" (DOMAIN 8)."""

    code = "unsubscription.reason_missing"


class RefundNotConfirmed(Refusal):
    """The refund amount and related fees were not confirmed (DOMAIN 8)."""

    code = "unsubscription.not_confirmed"


class EstimateNotOffered(Refusal):
    """The tier has no postpaid incremental price: fact `tier` (DOMAIN 2)."""

    code = "catalogue.estimate_not_offered"


class OpenOrderExists(Refusal):
    """One open order per plan: facts `order_id`, `number` and `status` (DOMAIN 9)."""

    code = "order.open_exists"


class OrderNotFound(Refusal):
    """No such order for this account: fact `order_id`."""

    code = "order.not_found"


class OrderConflict(Refusal):
    """The order id was used before for something else: facts `order_id` and `number`."""

    code = "order.conflict"


class OrderExpired(Refusal):
    """The payment deadline has passed, the order is canceled: facts `number` and `deadline` (DOMAIN 9)."""

    code = "order.expired"


class OrderTransitionRefused(Refusal):
    """An order does not go from where it is to there: facts `number`, `status` and `wanted` (DOMAIN 9)."""

    code = "order.transition_refused"


class QuoteStale(Refusal):
    """The agreed amount no longer holds: facts `agreed`, `current` and `cause` (DESIGN 3)."""

    code = "quote.stale"


class AgreementNotAccepted(Refusal):
    """The agreement was not ticked, or another text than the current one: facts `version` and `accepted`."""

    code = "agreement.not_accepted"


class AgreementUnknown(Refusal):
    """No agreement of this version: fact `version`."""

    code = "agreement.unknown"


class FundsInsufficient(Refusal):
    """The chosen funds do not cover the amount: facts `total`, `covered` and `missing` (DOMAIN 9)."""

    code = "funds.insufficient"


class NoFundsChosen(Refusal):
    """Neither balance nor credit was chosen to pay with."""

    code = "funds.none_chosen"


class VerificationTooSoon(Refusal):
    """A code was sent a moment ago: fact `seconds` until the next may be sent (DOMAIN 10)."""

    code = "verification.too_soon"


class VerificationDailyLimit(Refusal):
    """The day's codes are used up: facts `limit` and `next_day` (DOMAIN 10)."""

    code = "verification.daily_limit"


class VerificationNotSent(Refusal):
    """There is no code for this order yet: ask for one first."""

    code = "verification.not_sent"


class VerificationWrongCode(Refusal):
    """Not the code that was sent: fact `attempts_left` (DOMAIN 10)."""

    code = "verification.wrong_code"


class VerificationLocked(Refusal):
    """The attempts of the newest code are used up: fact `attempts` (DOMAIN 10)."""

    code = "verification.locked"


class VerificationExpired(Refusal):
    """The newest code is older than its life: fact `minutes` (DOMAIN 10)."""

    code = "verification.expired"


class CodeNotDelivered(Refusal):
    """A code could not be sent; it does not count, and another may be asked for at once: fact `channel`."""

    code = "verification.not_delivered"


class ChannelUnavailable(Refusal):
    """The account has no contact on this channel: fact `channel`."""

    code = "verification.channel_unavailable"


class RoleNotAllowed(Refusal):
    """The person's role is not enough: facts `role` and `needed` (a permission)."""

    code = "role.not_allowed"


class NotAMaster(Refusal):
    """A member account has no members of its own: fact `master`, its master (DOMAIN 11)."""

    code = "organization.not_master"


class AlreadyMember(Refusal):
    """A member has exactly one master: fact `account` (DOMAIN 11)."""

    code = "organization.already_member"


class AlreadyInvited(Refusal):
    """There is an invitation of this account already: facts `account` and `invitation_id`."""

    code = "organization.already_invited"


class InviteeIsMaster(Refusal):
    """An account with members of its own cannot become one: fact `account` (DOMAIN 11)."""

    code = "organization.invitee_is_master"


class OwnAccountInvited(Refusal):
    """An account does not invite itself."""

    code = "organization.own_account"


class AccountNameAmbiguous(Refusal):
    """Several accounts have this name: fact `account`."""

    code = "organization.name_ambiguous"


class MemberNotFound(Refusal):
    """No such member of this master: fact `account_id`."""

    code = "organization.member_not_found"


class MemberConflict(Refusal):
    """The id was used before for something else: fact `id`."""

    code = "organization.conflict"


class InvitationNotFound(Refusal):
    """No such invitation by or to this account: fact `invitation_id`."""

    code = "invitation.not_found"


class InvitationEnded(Refusal):
    """The invitation was accepted, declined, revoked or has expired: facts `status` and `at` (DOMAIN 11.4)."""

    code = "invitation.ended"


class MemberHasPlan(Refusal):
    """Under unified accounting an invitee unsubscribes first: facts `account`, `tier`, `until` (DOMAIN 11.5)."""

    code = "sharing.member_has_plan"


class MemberHasUnpaidOrders(Refusal):
    """Under unified accounting an invitee settles its orders first: facts `account` and `numbers` (DOMAIN 11.5)."""

    code = "sharing.member_has_unpaid_orders"


class AccountNotFound(Refusal):
    """No such account, or not one that may be acted for: fact `account`."""

    code = "account.not_found"


class NoAccountYet(Refusal):
    """The local store is new: an account is opened first."""

    code = "account.none_yet"


class SignInRefused(Refusal):
    """The account name or the password is not right: neither says which."""

    code = "session.refused"


class SignInRequired(Refusal):
    """The session has ended: sign in again. Facts `server` and `login`, where a client refuses."""

    code = "session.required"


class TooManyRequests(Refusal):
    """Asked too often: fact `seconds` until it may be asked again."""

    code = "request.too_many"


class RequestTooLarge(Refusal):
    """More was sent than is taken: fact `limit` in bytes."""

    code = "request.too_large"


class RequestTimedOut(Refusal):
    """The server did not come to an end in time: fact `seconds`. What was sent may have been carried out or not."""

    code = "request.timed_out"


class ServerUnreachable(Refusal):
    """The server cannot be reached, or does not answer in time: facts `server` and `detail`.

    What was sent may have been carried out or not; sending the same again is safe.
    """

    code = "server.unreachable"


class ServerNotChosen(Refusal):
    """The remote profile is new: a server is connected to first."""

    code = "server.none_yet"


class CertificateRefused(Refusal):
    """The server's certificate cannot be trusted: facts `server` and `detail`. It is never passed over."""

    code = "server.certificate"


class ServerNotOurs(Refusal):
    """What answers is no server of this application, or none it can talk to: facts `server` and `detail`."""

    code = "server.not_ours"


class StoreTooNew(Refusal):
    """The data was written by a newer version: facts `found` and `known` revisions."""

    code = "store.too_new"


class StoreUnavailable(Refusal):
    """The data cannot be reached or is busy: fact `detail`. Sending the same again is safe."""

    code = "store.unavailable"


class ClockNotMovable(Refusal):
    """Only a demonstration's clock can be set."""

    code = "clock.not_movable"


class TicketNotFound(Refusal):
    """No such ticket for this account: fact `ticket_id`."""

    code = "ticket.not_found"


class TicketConflict(Refusal):
    """The ticket id was used before for something else: fact `ticket_id`."""

    code = "ticket.conflict"


class TicketNotIncluded(Refusal):
    """The plan has no service tickets for this item: facts `item` and `tier`."""

    code = "ticket.not_included"


class TicketSeverityNotIncluded(Refusal):
    """The plan promises no response time for this severity: facts `severity` and `offered`."""

    code = "ticket.severity_not_included"


class TicketClosed(Refusal):
    """A closed ticket takes no more messages: fact `ticket_id`."""

    code = "ticket.closed"
