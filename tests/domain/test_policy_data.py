"""The policy's file: what ships has the windows of the domain, what breaks a rule is refused by place (DOMAIN 2)."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from supportplan_desktop.domain.catalogue_data import read_catalogue, read_policy
from supportplan_desktop.domain.proration import Proration
from tests.domain.vendor_files import Json, at, refused, shipped


@pytest.fixture
def policy() -> Json:
    content: Json = json.loads(shipped("catalogue/policy.json"))
    return content


def test_the_shipped_policy_has_the_windows_of_the_domain() -> None:
    policy = read_policy(shipped("catalogue/policy.json"))
    assert policy.payment_deadline == timedelta(hours=24)
    assert policy.verification.digits == 6
    assert policy.verification.life == timedelta(minutes=10)
    assert policy.verification.attempts == 5
    assert policy.verification.pause == timedelta(seconds=60)
    assert policy.verification.sends_a_day == 10
    assert (policy.expiry.grace_days, policy.expiry.retention_days) == (15, 15)
    assert policy.proration is Proration.ACTUAL_DAYS
    assert policy.reminders == (30, 15, 7, 1)
    renewal = policy.auto_renewal
    assert (renewal.hour, renewal.least_days_before, renewal.most_days_before) == (3, 2, 7)
    assert policy.refund.approved_after <= policy.refund.completed_after


def test_the_shipped_policy_has_the_fees_and_the_five_day_rule_of_the_domain() -> None:
    unsubscription = read_policy(shipped("catalogue/policy.json")).unsubscription
    assert (unsubscription.full_refund_within, unsubscription.full_refunds_a_year) == (timedelta(days=5), 10)
    assert {rule.months_up_to: [str(rate) for rate in rule.rates] for rule in unsubscription.fees} == {
        12: ["0.10"],
        24: ["0.15", "0.10"],
        36: ["0.15", "0.10", "0.05"],
    }


def test_the_longest_term_that_is_sold_has_a_fee_of_its_own() -> None:
    fees = read_policy(shipped("catalogue/policy.json")).unsubscription.fees
    assert max(read_catalogue(shipped("catalogue/catalogue.json")).durations) <= fees[-1].months_up_to


WHOLE, ONE = "a whole number is expected", "at least 1 is expected"
RATE = "a rate between 0 and 1 is expected"
FEES = "the fees of shorter terms are expected first, each length once"
REFUND = "a refund is completed after it was approved"


@pytest.mark.parametrize(
    ("path", "value", "where", "problem"),
    [
        (("payment_deadline_hours",), 0, "payment_deadline_hours", "at least 1 is expected"),
        (("payment_deadline_hours",), 1.5, "payment_deadline_hours", "a whole number is expected"),
        (("verification", "digits"), 3, "verification.digits", "at least 4 is expected"),
        (("verification", "pause_seconds"), -1, "verification.pause_seconds", "at least 0 is expected"),
        (("expiry", "grace_days"), "15", "expiry.grace_days", "a whole number is expected"),
        (("expiry",), None, "expiry", "an object is expected"),
        (("expiry", "retention_days"), -1, "expiry.retention_days", "at least 0 is expected"),
        (("proration",), "by-feeling", "proration", "one of actual-days, calendar-months is expected"),
        (("proration",), 30, "proration", "a text is expected"),
        (("unsubscription", "full_refund_hours"), -1, "unsubscription.full_refund_hours", "at least 0 is expected"),
        (("unsubscription", "full_refunds_a_year"), "10", "unsubscription.full_refunds_a_year", WHOLE),
        (("unsubscription", "fees"), [], "unsubscription.fees", "at least 1 entries are expected"),
        (("unsubscription", "fees", 0, "months_up_to"), 24, "unsubscription.fees", FEES),
        (("unsubscription", "fees", 0, "months_up_to"), 25, "unsubscription.fees", FEES),
        (("unsubscription", "fees", 2, "months_up_to"), 0, "unsubscription.fees[2].months_up_to", ONE),
        (("unsubscription", "fees", 2, "rates"), [], "unsubscription.fees[2].rates", "at least 1 entries are expected"),
        (("unsubscription", "fees", 2, "rates", 1), "1.1", "unsubscription.fees[2].rates[1]", RATE),
        (("refund", "approved_after_hours"), -1, "refund.approved_after_hours", "at least 0 is expected"),
        (("refund", "completed_after_hours"), 23, "refund.completed_after_hours", REFUND),
        (("auto_renewal", "hour"), 24, "auto_renewal.hour", "an hour from 0 to 23 is expected"),
        (("auto_renewal", "hour"), -1, "auto_renewal.hour", "at least 0 is expected"),
        (("auto_renewal", "most_days_before"), 1, "auto_renewal.most_days_before", "at least 2 is expected"),
        (("reminders_days_before",), [7, 1, 7], "reminders_days_before", "the day 7 is there twice"),
        (("reminders_days_before", 3), 0, "reminders_days_before[3]", ONE),
        (("reminders_days_before",), 7, "reminders_days_before", "a list is expected"),
    ],
)
def test_a_broken_policy_is_refused_by_place_and_problem(
    policy: Json, path: tuple[str | int, ...], value: object, where: str, problem: str
) -> None:
    at(policy, *path[:-1])[path[-1]] = value
    assert refused(read_policy, policy) == (where, problem)


@pytest.mark.parametrize(
    "name",
    ["verification", "proration", "unsubscription", "refund", "auto_renewal", "reminders_days_before"],
)
def test_a_policy_that_lacks_something_is_refused_by_its_name(policy: Json, name: str) -> None:
    del policy[name]
    assert refused(read_policy, policy) == ("(top)", f"{name} is missing")
