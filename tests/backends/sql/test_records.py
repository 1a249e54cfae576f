"""Every record comes back equal to what was kept, in the order it was kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import IntegrityError, StatementError

from supportplan_desktop.domain.accounts import Account, AccountKind
from supportplan_desktop.domain.audit import first_broken
from supportplan_desktop.domain.auto_renewal import AutoRenewal
from supportplan_desktop.domain.errors import AccountNotFound, InvalidInput, OrderNotFound, TicketNotFound
from supportplan_desktop.domain.messages import MessageKind
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import OrderKind, OrderStatus
from supportplan_desktop.domain.payments import Split
from supportplan_desktop.domain.subscriptions import Turn, changed, renewed
from supportplan_desktop.services.plans import summary
from tests.backends.sql.samples import (
    ACCOUNT,
    AT,
    CONSENT,
    MASTER,
    OWNER,
    TERM,
    account,
    audit_entry,
    canceled,
    challenge,
    completed,
    master,
    message,
    order,
    some_id,
    subscription,
    ticket,
    ticket_message,
    usd,
)

if TYPE_CHECKING:
    from supportplan_desktop.backends.sql.store import SqlStore


SITE = ZoneInfo("Asia/Hong_Kong")


def test_accounts_come_back_by_name(store: SqlStore) -> None:
    other = uuid4()
    alone = Account(other, other, "Aurora Labs", AccountKind.SINGLE, "Kim Park")
    with store.change(other) as work:
        work.accounts.add(alone)
    assert store.accounts() == [alone, master(), account()]
    assert set(store.owners()) == {OWNER, other}


def test_an_unknown_account_is_refused(store: SqlStore) -> None:
    with store.read(OWNER) as work, pytest.raises(AccountNotFound) as refused:
        work.accounts.get(some_id("nobody"))
    assert refused.value.facts == {"account": some_id("nobody")}


def test_an_account_is_only_kept_with_its_own_owner(store: SqlStore) -> None:
    with pytest.raises(ValueError, match="belongs to"), store.change(uuid4()) as work:
        work.accounts.add(account())


def test_rows_of_one_owner_do_not_exist_for_another(store: SqlStore) -> None:
    with store.change(OWNER) as work:
        work.orders.add(order())
        work.messages.add(message())
    with store.read(uuid4()) as work:
        assert work.orders.find(ACCOUNT, order().id) is None
        assert not work.orders.number_taken(order().number)
        assert work.messages.page(ACCOUNT, None, 10) == ([], None)
        with pytest.raises(AccountNotFound):
            work.accounts.get(ACCOUNT)


def test_an_order_comes_back_with_quote_explanation_consent_and_events(store: SqlStore) -> None:
    with store.change(OWNER) as work:
        work.orders.add(order())
        assert work.orders.find(ACCOUNT, order().id) == order()
        assert work.orders.find(MASTER, order().id) is None
        assert work.orders.number_taken(order().number)


def test_an_order_gains_events_split_and_term(store: SqlStore) -> None:
    paid = order().completed(Split(usd("60.00"), usd("30.00")), TERM, AT + timedelta(hours=1))
    with store.change(OWNER) as work:
        work.orders.add(order())
        work.orders.save(paid)
        work.orders.save(paid)
        assert work.orders.find(ACCOUNT, order().id) == paid
        assert work.orders.open_order(ACCOUNT) is None


def test_saving_an_order_that_was_never_kept_is_refused(store: SqlStore) -> None:
    with store.change(OWNER) as work, pytest.raises(OrderNotFound):
        work.orders.save(canceled(order()))


def test_a_split_in_another_currency_than_the_order_is_refused(store: SqlStore) -> None:
    euros = Split(Money(Decimal("90.00"), "EUR"), Money.zero("EUR"))
    with store.change(OWNER) as work:
        work.orders.add(order())
        with pytest.raises(ValueError, match="is in USD, not in EUR"):
            work.orders.save(replace(completed(order()), split=euros))


def test_an_account_has_at_most_one_order_that_waits_for_its_payment(store: SqlStore) -> None:
    first = order("first")
    with store.change(OWNER) as work:
        work.orders.add(first)
        assert work.orders.open_order(ACCOUNT) == first
    with pytest.raises(IntegrityError), store.change(OWNER) as work:
        work.orders.add(order("second"))
    with store.change(OWNER) as work:
        work.orders.add(order("another account's", account_id=MASTER))
        work.orders.add(canceled(order("third")))


@pytest.mark.parametrize("status", [OrderStatus.PENDING_APPROVAL, OrderStatus.PROCESSING])
def test_refunds_on_their_way_are_found_and_block_nothing(store: SqlStore, status: OrderStatus) -> None:
    first, second = order("first", status=status), order("second", status=status)
    with store.change(OWNER) as work:
        work.orders.add(first)
        work.orders.add(second)
        work.orders.add(order("another account's", account_id=MASTER, status=status))
        assert work.orders.open_order(ACCOUNT) is None
        assert work.orders.refunds(ACCOUNT) == [first, second]


def test_an_order_number_is_given_once_within_an_owner(store: SqlStore) -> None:
    with store.change(OWNER) as work:
        work.orders.add(canceled(order("first", number="CS1912091141AAAAA")))
    with pytest.raises(IntegrityError), store.change(OWNER) as work:
        work.orders.add(order("second", account_id=MASTER, number="CS1912091141AAAAA"))


def test_the_newest_order_is_the_last_kept_where_instants_are_equal(store: SqlStore) -> None:
    orders = [canceled(order(name)) for name in range(5)]
    with store.change(OWNER) as work:
        assert work.orders.newest(ACCOUNT) is None
        for kept in orders:
            work.orders.add(kept)
        work.orders.add(canceled(order("earlier", at=AT - timedelta(days=1))))
        assert work.orders.newest(ACCOUNT) == summary(orders[-1])


def test_orders_of_a_kind_are_found_by_when_they_were_created(store: SqlStore) -> None:
    orders = [canceled(order(days, at=AT + timedelta(days=days))) for days in range(3)]
    with store.change(OWNER) as work:
        for kept in orders:
            work.orders.add(kept)
        purchases = partial(work.orders.of_kind, ACCOUNT, OrderKind.NEW_PURCHASE)
        assert purchases(AT, AT + timedelta(days=2)) == orders[:2]
        assert work.orders.of_kind(ACCOUNT, OrderKind.RENEWAL, AT, AT + timedelta(days=9)) == []
        assert work.orders.of_kind(MASTER, OrderKind.NEW_PURCHASE, AT, AT + timedelta(days=9)) == []


def test_a_subscription_gains_terms_segments_and_closings_and_loses_nothing(store: SqlStore) -> None:
    plan = subscription(order())
    turns = (Turn(0, usd("60.00"), usd("20.00")), Turn(1, usd("180.00"), usd("52.00")))
    changed_plan = changed(plan, order().id, "developer", turns, AT + timedelta(days=9))
    longer = renewed(changed_plan, order().id, usd("26.00"), 1, SITE)
    with store.change(OWNER) as work:
        work.orders.add(order())
        work.subscriptions.add(plan)
        for stage in (changed_plan, longer, longer):
            work.subscriptions.save(stage)
            assert work.subscriptions.newest(ACCOUNT) == stage


def test_the_choice_of_auto_renewal_is_kept_in_place_of_the_one_before(store: SqlStore) -> None:
    plan = subscription(order())
    chosen = AutoRenewal(plan.id, is_on=True, months=1, days_before=7, since=AT)
    with store.change(OWNER) as work:
        work.orders.add(order())
        work.subscriptions.add(plan)
        assert work.auto_renewals.get(ACCOUNT) is None
        for choice in (chosen, replace(chosen, tried_at=AT + timedelta(days=24)), replace(chosen, is_on=False)):
            work.auto_renewals.put(ACCOUNT, choice)
            assert work.auto_renewals.get(ACCOUNT) == choice
        assert work.auto_renewals.get(MASTER) is None


def test_the_agenda_tells_for_whom_something_is_due(store: SqlStore) -> None:
    later = AT + timedelta(hours=1)
    with store.change(OWNER) as work:
        assert work.agenda.get(ACCOUNT) is None
        work.agenda.put(ACCOUNT, AT)
        work.agenda.put(ACCOUNT, later)
        work.agenda.put(MASTER, AT)
        assert work.agenda.get(ACCOUNT) == later
    assert store.due(AT - timedelta(seconds=1)) == []
    assert store.due(AT) == [(OWNER, MASTER)]
    assert store.due(later) == [(OWNER, MASTER), (OWNER, ACCOUNT)]
    with store.change(OWNER) as work:
        work.agenda.put(MASTER, None)
    assert store.due(later) == [(OWNER, ACCOUNT)]


def test_a_subscription_comes_back_with_terms_and_segments(store: SqlStore) -> None:
    with store.change(OWNER) as work:
        assert work.subscriptions.newest(ACCOUNT) is None
        work.orders.add(order())
        work.subscriptions.add(subscription(order()))
        work.subscriptions.add(subscription(order(), "next"))
        assert work.subscriptions.newest(ACCOUNT) == subscription(order(), "next")


def test_the_latest_subscriptions_of_many_accounts_are_found_together(store: SqlStore) -> None:
    turn = Turn(0, usd("60.00"), usd("20.00"))
    first, second = order(), order("master's", account_id=MASTER)
    changed_plan = changed(subscription(first, "next"), first.id, "developer", [turn], AT + timedelta(days=9))
    with store.change(OWNER) as work:
        for one in (first, second):
            work.orders.add(one)
        for plan in (subscription(first), subscription(second, "master's"), changed_plan):
            work.subscriptions.add(plan)
        found = {ACCOUNT: changed_plan, MASTER: subscription(second, "master's")}
        assert work.subscriptions.newest_of((ACCOUNT, MASTER, uuid4())) == found
        assert work.subscriptions.newest_of([MASTER]) == {MASTER: found[MASTER]}
        assert work.subscriptions.newest_of(()) == {}
    with store.read(uuid4()) as work:
        assert work.subscriptions.newest_of((ACCOUNT, MASTER)) == {}


def test_the_newest_challenge_counts_and_keeps_its_attempts(store: SqlStore) -> None:
    first, second = challenge("first"), challenge("second")
    spent = challenge("second", attempts_left=4)
    with store.change(OWNER) as work:
        work.orders.add(order())
        assert work.challenges.newest(order().id) is None
        for kept in (first, second):
            work.challenges.add(ACCOUNT, kept)
        assert work.challenges.newest(order().id) == second
        work.challenges.save_attempts(spent)
        assert work.challenges.newest(order().id) == spent


def test_sendings_are_counted_over_all_orders_of_an_account(store: SqlStore) -> None:
    first, second = canceled(order("first")), order("second")
    with store.change(OWNER) as work:
        for kept in (first, second):
            work.orders.add(kept)
        for minutes, of in enumerate((first, second, first)):
            sent = AT + timedelta(minutes=minutes)
            work.challenges.add(ACCOUNT, challenge(minutes, of, sent_at=sent))
        since = AT + timedelta(minutes=1)
        assert work.challenges.sent_since(ACCOUNT, since) == [since, since + timedelta(minutes=1)]
        assert work.challenges.sent_since(MASTER, AT) == []


def test_a_consent_is_kept_once_for_an_order(store: SqlStore) -> None:
    with store.change(OWNER) as work:
        work.orders.add(order())
        work.consents.add(ACCOUNT, order().id, CONSENT)
    with pytest.raises(IntegrityError), store.change(OWNER) as work:
        work.consents.add(ACCOUNT, order().id, CONSENT)


def test_messages_come_newest_first_page_by_page(store: SqlStore) -> None:
    kept = [message(name) for name in range(5)]
    kept.append(message("later", at=AT + timedelta(seconds=1)))
    with store.change(OWNER) as work:
        work.orders.add(order())
        for one in kept[-1:] + kept[:-1]:
            work.messages.add(one)
    expected = kept[::-1]
    with store.read(OWNER) as work:
        assert work.messages.page(ACCOUNT, None, 6) == (expected, None)
        first, cursor = work.messages.page(ACCOUNT, None, 4)
        assert (first, work.messages.page(ACCOUNT, cursor, 4)) == (expected[:4], (expected[4:], None))
        for broken in ("", "x", cursor[:-3] if cursor else "", "WzEsMl0x"):
            with pytest.raises(InvalidInput):
                work.messages.page(ACCOUNT, broken, 4)
        with pytest.raises(InvalidInput):
            work.messages.page(ACCOUNT, None, 0)


def test_a_message_is_read_once_and_only_by_its_account(store: SqlStore) -> None:
    with store.change(OWNER) as work:
        work.orders.add(order())
        work.messages.add(message("first"))
        work.messages.add(message("second"))
        work.messages.mark_read(MASTER, message("first").id)
        assert work.messages.unread(ACCOUNT) == 2
        for message_id in (message("first").id, message("first").id, some_id("unknown")):
            work.messages.mark_read(ACCOUNT, message_id)
        assert work.messages.unread(ACCOUNT) == 1
        shown, _ = work.messages.page(ACCOUNT, None, 10)
        assert shown == [message("second"), message("first", is_read=True)]


def test_the_newest_code_of_an_order_is_the_last_that_arrived(store: SqlStore) -> None:
    generated = message("generated", kind=MessageKind.ORDER_GENERATED, code=None, sent_to=None, until=None)
    with store.change(OWNER) as work:
        work.orders.add(order())
        work.messages.add(generated)
        assert work.messages.newest_code(ACCOUNT, order().id) is None
        work.messages.add(message("first", code="000001"))
        work.messages.add(message("second", code="000002"))
        assert work.messages.newest_code(ACCOUNT, order().id) == message("second", code="000002")
        assert work.messages.newest_code(MASTER, order().id) is None


def test_a_ticket_comes_back_with_all_that_was_said(store: SqlStore) -> None:
    answered = ticket().answered(ticket_message("answer")).closed()
    with store.change(OWNER) as work:
        work.tickets.add(ticket())
        assert work.tickets.find(ACCOUNT, ticket().id) == ticket()
        work.tickets.save(answered)
        work.tickets.save(answered)
        assert work.tickets.find(ACCOUNT, ticket().id) == answered
        assert work.tickets.find(MASTER, ticket().id) is None
        with pytest.raises(TicketNotFound):
            work.tickets.save(ticket("unknown"))


def test_tickets_come_newest_first_page_by_page(store: SqlStore) -> None:
    kept = [ticket(name) for name in range(3)]
    with store.change(OWNER) as work:
        for one in kept:
            work.tickets.add(one)
        first, cursor = work.tickets.page(ACCOUNT, None, 2)
        rest, end = work.tickets.page(ACCOUNT, cursor, 2)
    assert ([*first, *rest], end) == (kept[::-1], None)


def test_audit_entries_keep_their_order_and_their_chain(store: SqlStore) -> None:
    first = audit_entry()
    second = audit_entry(first)
    with store.change(OWNER) as work:
        assert work.audit.last() is None
        work.audit.add(first)
        work.audit.add(second)
        assert work.audit.last() == second
        assert list(work.audit.entries()) == [first, second]
        assert first_broken(work.audit.entries()) is None
    with pytest.raises(IntegrityError), store.change(OWNER) as work:
        work.audit.add(second)


def test_a_long_audit_chain_is_read_to_its_end(store: SqlStore) -> None:
    with store.change(OWNER) as work:
        last = None
        for _ in range(1200):
            last = audit_entry(last)
            work.audit.add(last)
    with store.read(OWNER) as work:
        assert next(work.audit.entries()).number == 1
        assert sum(1 for _ in work.audit.entries()) == 1200


def test_settings_are_remarks_that_can_be_replaced(empty: SqlStore) -> None:
    assert empty.setting("demonstration") is None
    empty.set_setting("demonstration", "told")
    empty.set_setting("demonstration", "told again")
    empty.set_setting("other", "者")
    assert (empty.setting("demonstration"), empty.setting("other")) == ("told again", "者")


def test_a_naive_instant_is_refused(store: SqlStore) -> None:
    with pytest.raises(StatementError, match="has none"), store.change(OWNER) as work:
        work.messages.add(message(at=AT.replace(tzinfo=None)))
