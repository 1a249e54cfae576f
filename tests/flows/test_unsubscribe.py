from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.assets import resource
from supportplan_desktop.domain.catalogue_data import read_catalogue, read_policy
from supportplan_desktop.domain.errors import InvalidInput, RefundNotConfirmed, UnsubscriptionReasonMissing
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.subscriptions import purchased
from supportplan_desktop.domain.terms import purchase_term
from supportplan_desktop.domain.unsubscribing import NOTE_LENGTH, UnsubscriptionReason, quote_unsubscription
from supportplan_desktop.flows.unsubscribe import UnsubscribeDraft, UnsubscribeStep, unsubscribe_flow
from supportplan_desktop.services.interfaces import basis_of

if TYPE_CHECKING:
    from supportplan_desktop.domain.quotes import Quote

AT = datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
CATALOGUE = read_catalogue((resource("catalogue") / "catalogue.json").read_text("utf-8"))
POLICY = read_policy((resource("catalogue") / "policy.json").read_text("utf-8"))


def quote() -> Quote:
    term = purchase_term(AT, 1, CATALOGUE.site_zone)
    plan = purchased(uuid4(), uuid4(), "business", Money(Decimal(90), "USD"), term)
    return quote_unsubscription(CATALOGUE, POLICY.unsubscription, plan, 0, AT)


def draft(**filled: object) -> UnsubscribeDraft:
    return UnsubscribeDraft(uuid4(), quote=quote(), **filled)  # type: ignore[arg-type]


def test_it_ends_after_one_page_and_is_not_taken_back() -> None:
    flow = unsubscribe_flow(draft())
    assert flow.first is UnsubscribeStep.CONFIRM
    assert flow.after(UnsubscribeStep.CONFIRM) is UnsubscribeStep.DONE
    assert flow.after(UnsubscribeStep.DONE) is None
    assert not flow.back_allowed(UnsubscribeStep.DONE)


def test_the_page_is_complete_once_it_is_known_what_comes_back() -> None:
    unknown = UnsubscribeDraft(uuid4())
    assert not unsubscribe_flow(unknown).complete(UnsubscribeStep.CONFIRM)
    assert unsubscribe_flow(draft()).complete(UnsubscribeStep.CONFIRM)
    with pytest.raises(ValueError, match="nothing"):
        unknown.command()


def test_what_is_sent_is_what_was_shown_and_what_it_was_made_from() -> None:
    filled = draft(reason=UnsubscriptionReason.SURPLUS, note="typed before", is_confirmed=True)
    assert filled.quote is not None
    command = filled.command()
    assert str(command.agreed_total.amount) == "-90.00"
    assert (command.reason, command.note, command.is_confirmed) == (UnsubscriptionReason.SURPLUS, "", True)
    assert command.basis == basis_of(filled.quote)


def test_a_reason_is_asked_for_and_with_other_what_it_is() -> None:
    with pytest.raises(UnsubscriptionReasonMissing):
        draft(is_confirmed=True).command()
    for note in ("", "  \n "):
        with pytest.raises(UnsubscriptionReasonMissing):
            draft(reason=UnsubscriptionReason.OTHER, note=note, is_confirmed=True).command()
    command = draft(reason=UnsubscriptionReason.OTHER, note=" moved elsewhere ", is_confirmed=True).command()
    assert command.note == "moved elsewhere"


def test_a_text_that_is_too_long_is_refused_and_not_cut() -> None:
    with pytest.raises(InvalidInput):
        draft(reason=UnsubscriptionReason.OTHER, note="x" * (NOTE_LENGTH + 1), is_confirmed=True).command()


def test_the_tick_is_asked_for_last() -> None:
    with pytest.raises(RefundNotConfirmed):
        draft(reason=UnsubscriptionReason.SURPLUS).command()
