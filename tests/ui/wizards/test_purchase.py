"""The pages of the purchase wizard, over real services on a real file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWizard

from supportplan_desktop.domain.accounts import Channel
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.orders import OrderStatus
from supportplan_desktop.flows.purchase import PurchaseStep
from supportplan_desktop.ui.widgets import OptionCard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from supportplan_desktop.services.interfaces import Services
    from tests.contract.world import World
    from tests.ui.drivers.purchase import PurchaseDriver
    from tests.ui.wizards.conftest import Desk

Role = QWizard.WizardButton


def dearer(world: World, services: Services, price: str = "95.00") -> Services:
    """The same account, once Business costs something else."""
    tiers = world.parts.offer.catalogue.tiers
    changed = tuple(
        replace(tier, monthly_price=Money(Decimal(price), "USD")) if tier.code == "business" else tier for tier in tiers
    )
    return world.selling(services, tiers=changed)


# Choosing


def test_nothing_is_chosen_at_first_but_one_month_and_buy_now_is_off(desk: Desk, world: World) -> None:
    wizard = desk.buy(world.account())
    assert wizard.text("summary.plan") == "No plan chosen"
    assert wizard.amount_due == "…"
    assert not wizard.can_go_on()


def test_the_plan_it_was_opened_for_is_chosen(desk: Desk, world: World) -> None:
    wizard = desk.buy(world.account(), "enterprise")
    assert wizard.find(OptionCard, "purchase.tier.enterprise").isChecked()
    assert wizard.amount_due == "$13,500.00"
    assert wizard.role(Role.NextButton).text() == "Buy Now"


def test_the_summary_follows_every_choice(desk: Desk, world: World) -> None:
    wizard = desk.buy(world.account())
    for tier, months, amount, end in (
        ("business", 1, "$90.00", "2020-01-09 23:59:59"),
        ("business", 3, "$270.00", "2020-03-09 23:59:59"),
        ("developer", 3, "$78.00", "2020-03-09 23:59:59"),
        ("developer", 24, "$624.00", "2021-12-09 23:59:59"),
    ):
        wizard.choose(tier).months(months)
        assert wizard.amount_due == amount
        assert end in wizard.text("summary.term")
        assert end in wizard.text("purchase.ends")


def test_an_amount_that_is_on_its_way_is_not_shown_as_the_old_one(desk: Desk, world: World) -> None:
    wizard = desk.buy(world.account(), "business")
    assert wizard.amount_due == "$90.00"
    wizard.button("purchase.tier.developer").click()
    assert wizard.amount_due == "…"
    assert not wizard.can_go_on()
    wizard.settle()
    assert wizard.amount_due == "$26.00"


def test_why_this_amount_unfolds_the_reasons(desk: Desk, world: World) -> None:
    wizard = desk.buy(world.account(), "business")
    assert "Monthly price" not in wizard.words()
    wizard.click("summary.why")
    assert {"Monthly price", "× 1 month", "Discount", "none for 1 month"} <= wizard.words()


# Confirming


def test_back_keeps_what_was_chosen_and_forwards_asks_anew(desk: Desk, world: World) -> None:
    wizard = desk.buy(world.account()).to_confirm("developer", 6).agree().back()
    assert wizard.find(OptionCard, "purchase.tier.developer").isChecked()
    assert wizard.amount_due == "$156.00"
    wizard.months(2).next()
    assert wizard.text("confirm.duration") == "2 months"
    assert wizard.amount_due == "$52.00"


def test_without_the_tick_no_order_is_generated_and_the_tick_takes_the_refusal_away(desk: Desk, world: World) -> None:
    services = world.account()
    wizard = desk.buy(services).to_confirm().next()
    assert wizard.refusal.startswith("The Support Plan Service Agreement has not been accepted.")
    assert services.plans.details().open_order is None
    assert wizard.agree().refusal == ""
    assert wizard.agree(agreed=False).next().refusal.startswith("The Support Plan Service Agreement")


def test_a_price_that_changed_is_shown_old_and_new_with_its_cause_and_confirmed_anew(desk: Desk, world: World) -> None:
    services = world.account()
    session = desk.session(services)
    wizard = desk.open(session).to_confirm("business", 1).agree()
    session.open(lambda: dearer(world, services))
    wizard.settle()
    wizard.next()
    assert wizard.is_at(PurchaseStep.CONFIRM)
    assert wizard.refusal.startswith("The amount has changed from $90.00 to $95.00. The price list has changed")
    assert wizard.amount_due == "$95.00"
    assert not wizard.button("order.agreement").isChecked()
    assert services.plans.details().open_order is None
    wizard.agree().next()
    assert wizard.is_at(PurchaseStep.PAY)
    assert wizard.amount_due == "$95.00"


def test_an_order_that_is_in_the_way_is_named_and_led_to(desk: Desk, world: World, qtbot: QtBot) -> None:
    services = world.account()
    wizard = desk.buy(services).to_confirm().agree()
    order = services.orders.get(world.pending(services, "developer", 3))
    wizard.next()
    assert wizard.refusal.startswith(f"Order {order.number} is still open.")
    with qtbot.waitSignal(wizard.wizard.order_requested) as followed:
        wizard.button("wizard.refusal.remedy").click()
    assert followed.args == [order.id]
    assert not wizard.is_open


def test_the_agreement_is_saved_as_pdf_in_the_language_of_the_window(desk: Desk, world: World, tmp_path: Path) -> None:
    wizard = desk.buy(world.account()).to_confirm().click("order.agreement.save")
    dialog = wizard.wizard.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "agreement.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    wizard.settle()
    assert path.read_bytes().startswith(b"%PDF-")
    assert len(path.read_bytes()) > 5_000


def test_a_pdf_that_cannot_be_written_is_said_on_the_page(desk: Desk, world: World, tmp_path: Path) -> None:
    wizard = desk.buy(world.account()).to_confirm().click("order.agreement.save")
    dialog = wizard.wizard.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "agreement.pdf"))
    dialog.close()
    wizard.settle()
    assert "The PDF could not be saved." in wizard.words()


# Paying


def test_balance_comes_first_and_credit_covers_the_rest(desk: Desk, world: World) -> None:
    wizard = desk.buy(world.account("60.00", "500.00")).to_pay()
    assert wizard.text("payment.covered") == "$90.00 of $90.00 covered"
    assert {"Balance $60.00", "Credit $30.00", "$470.00 left after"} <= wizard.words()


def test_funds_can_be_left_out_and_too_few_are_refused_at_once(desk: Desk, world: World) -> None:
    wizard = desk.buy(world.account("60.00", "500.00")).to_pay()
    wizard.click("payment.credit")
    assert wizard.refusal.startswith("Not enough funds: $30.00 is missing.")
    assert not wizard.can_go_on()
    wizard.click("payment.balance")
    assert wizard.refusal.startswith("No funds are chosen.")
    wizard.click("payment.credit")
    assert wizard.refusal == ""
    assert {"Credit $90.00"} <= wizard.words()
    assert wizard.can_go_on()


def test_the_order_is_not_left_backwards(desk: Desk, world: World) -> None:
    wizard = desk.buy(world.account()).to_pay()
    assert not wizard.role(Role.BackButton).isVisible()
    wizard.next().back()
    assert wizard.is_at(PurchaseStep.PAY)


def test_cancel_order_asks_first_and_then_closes(desk: Desk, world: World) -> None:
    services = world.account()
    wizard = desk.buy(services).to_pay().cancel_order()
    assert not wizard.is_open
    last = services.plans.details().last_order
    assert last is not None
    assert last.status is OrderStatus.CANCELED


def test_an_order_canceled_elsewhere_cannot_be_paid_here(desk: Desk, world: World) -> None:
    services = world.account()
    order_id = world.pending(services)
    services.orders.cancel(order_id)
    wizard = desk.buy(services, order_id=order_id)
    assert "can no longer be changed that way" in wizard.refusal
    assert not wizard.can_go_on()


# Verifying


def verifying(desk: Desk, world: World, services: Services) -> PurchaseDriver:
    return desk.buy(services, order_id=world.pending(services)).next()


def test_both_channels_are_masked_and_the_code_goes_to_the_chosen_one(desk: Desk, world: World) -> None:
    services = world.account()
    wizard = verifying(desk, world, services)
    assert {"+86 138••••2046", "l••••n@harbor.example"} <= wizard.words()
    wizard.click(f"verification.channel.{Channel.EMAIL.value}").send_code()
    assert wizard.text("verification.sent") == "Sent to l••••n@harbor.example · 9 sends left today"


def test_a_resumed_order_begins_with_phone_and_no_code(desk: Desk, world: World) -> None:
    wizard = verifying(desk, world, world.account())
    assert wizard.find(OptionCard, "verification.channel.phone").isChecked()
    assert wizard.attempts == "No code was sent yet."
    assert not wizard.can_go_on()


def test_a_wrong_code_is_said_beneath_the_code_with_the_attempts_left(desk: Desk, world: World) -> None:
    services = world.account()
    wizard = verifying(desk, world, services).send_code()
    wrong = "111111" if wizard.demonstration_code() != "111111" else "222222"
    wizard.type_code(wrong).next()
    assert wizard.attempts.startswith("That code is not correct. 4 attempts left.")
    assert wizard.refusal == ""
    wizard.type_code("1")
    assert wizard.attempts == "4 attempts left"


def test_the_demonstrations_message_fills_the_code_in(desk: Desk, world: World) -> None:
    wizard = verifying(desk, world, world.account()).send_code()
    code = wizard.demonstration_code()
    wizard.click("demonstration.fill").next()
    assert wizard.is_at(PurchaseStep.DONE)
    assert code not in wizard.words()


def test_on_a_running_clock_the_seconds_count_and_nothing_is_skipped(desk: Desk, world: World) -> None:
    services = world.account()
    wizard = desk.buy(services, order_id=world.pending(services), clock_is_movable=False).next().send_code()
    assert not wizard.shows("verification.skip")
    assert wizard.text("verification.expiry").startswith("code expires in ")


def test_done_shows_what_was_bought_and_copies_its_number(desk: Desk, world: World, qtbot: QtBot) -> None:
    services = world.account()
    wizard = desk.buy(services).to_verify("business", 1).pay()
    assert wizard.text("done.plan") == "Business"
    assert wizard.text("done.term") == "2019-12-09 11:41:23 – 2020-01-09 23:59:59"
    wizard.click("done.copy")
    assert QGuiApplication.clipboard().text() == wizard.text("done.order")
    order = services.plans.details().last_order
    assert order is not None
    with qtbot.waitSignal(wizard.wizard.order_requested) as followed:
        wizard.role(Role.CustomButton1).click()
    assert followed.args == [order.id]
