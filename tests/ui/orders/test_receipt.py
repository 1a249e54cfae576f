"""What a receipt says, in each language, whatever the window speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from supportplan_desktop.domain.quotes import LineKind
from supportplan_desktop.domain.unsubscribing import UnsubscriptionReason
from supportplan_desktop.services.interfaces import UnsubscriptionOrder
from supportplan_desktop.ui.order_words import OrderWords
from supportplan_desktop.ui.orders.receipt import Receipt

if TYPE_CHECKING:
    from uuid import UUID

    from supportplan_desktop.services.interfaces import Services
    from supportplan_desktop.ui.language import Language
    from tests.contract.world import World
    from tests.ui.orders.conftest import Desk


def receipt(services: Services, order_id: UUID, language: str) -> Receipt:
    return Receipt(services.orders.get(order_id), services.accounts.me(), services.catalogue.current(), language)


def test_it_says_what_was_bought_for_whom_and_until_when(desk: Desk, world: World) -> None:
    me = world.account()
    made = receipt(me, desk.paid(me), "en")
    assert made.title == "Receipt"
    facts = dict(made.facts)
    assert facts["Account"] == "Harbor Retail"
    assert facts["Support plan"] == "Business · 1 month"
    assert facts["Valid until"] == "2020-01-09 23:59:59 (UTC+8)"
    assert made.lines == [("List price", "$90.00"), ("Discount", "$0.00"), ("VAT", "$0.00")]
    assert made.total == ("Paid", "$90.00")
    assert made.funds == [("From balance", "$60.00"), ("From credit account", "$30.00")]
    assert dict(made.consent)["Fingerprint (SHA-256)"].replace("\n", "") == me.catalogue.agreement().sha256


def test_it_speaks_its_own_language_not_the_windows(desk: Desk, world: World, language: Language) -> None:
    me = world.account()
    order_id = desk.paid(me)
    chinese = receipt(me, order_id, "zh_CN")
    assert any(fact == "商业级 · 1 个月" for _, fact in chinese.facts)
    language.use("zh_CN")
    assert receipt(me, order_id, "en").facts[5] == ("Support plan", "Business · 1 month")


def test_a_refund_says_what_came_back(desk: Desk, world: World) -> None:
    me = world.account()
    desk.paid(me)
    order_id, total = uuid4(), me.plans.quote_unsubscription().total
    order = UnsubscriptionOrder(total, UnsubscriptionReason.HARD_TO_USE, is_confirmed=True)
    me.orders.unsubscribe(order_id, order)
    world.pass_time(days=30)
    me.orders.advance()
    made = receipt(me, order_id, "en")
    assert made.title == "Refund receipt"
    assert made.total == ("Refund amount", "$90.00")
    assert made.funds == [("To balance", "$60.00"), ("To credit account", "$30.00")]
    assert made.consent == []


@pytest.mark.parametrize("kind", LineKind)
def test_every_line_has_a_name(kind: LineKind) -> None:
    assert OrderWords().line(kind)


@pytest.mark.parametrize("reason", UnsubscriptionReason)
def test_every_reason_has_words(reason: UnsubscriptionReason) -> None:
    assert OrderWords().reason(reason)
