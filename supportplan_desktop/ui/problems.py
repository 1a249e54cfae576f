"""Errors in the user's words: what happened, and what to do next (DOMAIN 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from supportplan_desktop.domain.errors import QuoteStale, Refusal
from supportplan_desktop.domain.money import Money
from supportplan_desktop.ui.refusal_words import (
    OrganizationRefusals,
    ServerRefusals,
    UnsubscriptionRefusals,
    key_of_detail,
)
from supportplan_desktop.ui.sentences import joined

if TYPE_CHECKING:
    from supportplan_desktop.domain.catalogue import ServiceCatalogue
    from supportplan_desktop.ui.texts import Texts


_SAME = "quote.stale.same"


@dataclass(frozen=True, slots=True)
class Problem:
    """What happened, in one sentence, and what to do."""

    title: str
    advice: str


class Problems(QObject):
    """Words for every refusal; needs the texts for amounts and instants, and the catalogue for names of plans."""

    def __init__(self, texts: Texts, language: str, catalogue: ServiceCatalogue | None = None) -> None:
        super().__init__()
        self._texts = texts
        self._language = language
        self._catalogue = catalogue

    def of(self, error: BaseException) -> Problem:
        """The words for an error; one that is not known stays a plain error."""
        if isinstance(error, Refusal):
            templates = self._templates()
            title, advice = templates.get(_key(error)) or templates.get(error.code) or self._unknown()
            given = dict(error.facts)
            if isinstance(error, QuoteStale) and _comes_back(error) and title != templates[_SAME][0]:
                title = self.tr("The refund amount has changed from {agreed} to {current}.")
                given |= {name: -amount for name, amount in given.items() if isinstance(amount, Money)}
            facts = _Facts({name: self._fact(name, value) for name, value in given.items()})
            facts["code"] = error.code
            return Problem(title.format_map(facts), advice.format_map(facts))
        title, advice = self._unknown()
        facts = _Facts({"code": type(error).__name__})
        return Problem(title.format_map(facts), advice.format_map(facts))

    def _unknown(self) -> tuple[str, str]:
        return (
            self.tr("Something went wrong ({code})."),
            self.tr("Nothing was changed by halves. Try again; if it stays, restart the application."),
        )

    def _fact(self, name: str, value: object) -> str:
        if isinstance(value, Money):
            return self._texts.money(value)
        if isinstance(value, datetime):
            return self._texts.zoned(value)
        if isinstance(value, date):
            return self._texts.long_date(value)
        if name == "tier" and isinstance(value, str) and self._catalogue is not None:
            names = {tier.code: tier.name.within(self._language) for tier in self._catalogue.tiers}
            return names.get(value, value)
        if isinstance(value, tuple):
            return ", ".join(value)
        return "" if value is None else str(value)

    def _templates(self) -> dict[str, tuple[str, str]]:
        return {
            **self._of_plans(),
            **self._of_orders(),
            **self._of_payment(),
            **self._of_tickets(),
            **self._of_data(),
            **UnsubscriptionRefusals(self).table(),
            **OrganizationRefusals(self).table(),
            **ServerRefusals(self).table(),
        }

    def _of_plans(self) -> dict[str, tuple[str, str]]:
        return {
            "catalogue.tier_unknown": (
                self.tr("There is no support plan “{tier}”."),
                self.tr("Choose one of the plans on offer."),
            ),
            "catalogue.duration_not_offered": (
                self.tr("{months} months are not on offer."),
                self.tr("Choose one of the durations on offer."),
            ),
            "catalogue.tier_not_for_sale": (
                self.tr("{tier} is free and needs no purchase."),
                self.tr("Choose a paid plan."),
            ),
            "catalogue.estimate_not_offered": (
                self.tr("{tier} has no postpaid incremental price."),
                self.tr("Choose a plan that has one to see an estimate."),
            ),
            "plan.already_paid": (
                self.tr("This account already has {tier}."),
                self.tr("It is valid until {until}. A new plan can be bought once it has ended."),
            ),
            "plan.managed_by_master": (
                self.tr("This account is under unified accounting."),
                self.tr("Its master account {master} buys the support plan for it."),
            ),
            "plan.not_paid": (
                self.tr("This account is on Basic."),
                self.tr("There is no paid plan to do this with. Buy one in Plan Details."),
            ),
            "plan.expired": (
                self.tr("{tier} ended on {ended}."),
                self.tr("It can only be renewed, until its retention period is over."),
            ),
            "plan.tier_unchanged": (
                self.tr("This account is on {tier} already."),
                self.tr("Choose another plan to change to."),
            ),
            "agreement.not_accepted": (
                self.tr("The Support Plan Service Agreement has not been accepted."),
                self.tr("Read version {version} and tick the box below it, then go on."),
            ),
            "agreement.unknown": (
                self.tr("There is no agreement of version {version}."),
                self.tr("Close this window and open it again to see the agreement in force."),
            ),
            **self._of_stale_quotes(),
        }

    def _of_stale_quotes(self) -> dict[str, tuple[str, str]]:
        """By their cause; another plan of the same amount has no amounts to compare."""
        changed = self.tr("The amount has changed from {agreed} to {current}.")
        check = self.tr("Check the new amount and confirm again.")
        causes = {
            "day": self.tr("Another day has begun since it was shown."),
            "plan": self.tr("The plan has changed since it was shown."),
            "catalogue": self.tr("The price list has changed since it was shown."),
        }
        stale = {f"quote.stale.{cause}": (changed, joined(words, check)) for cause, words in causes.items()}
        same = (
            self.tr("The plan has changed since the amount was shown."),
            self.tr("Look at it again and confirm again."),
        )
        return {"quote.stale": (changed, check), **stale, _SAME: same}

    def _of_orders(self) -> dict[str, tuple[str, str]]:
        return {
            "order.open_exists": (
                self.tr("Order {number} is still open."),
                self.tr("Pay it or cancel it first; a plan has one open order at a time."),
            ),
            "order.not_found": (
                self.tr("This order does not exist for the acting account."),
                self.tr("Look for it in My Orders, or let another account act."),
            ),
            "order.conflict": (
                self.tr("Order {number} was generated for something else."),
                self.tr("Close this window and begin again; the order stays in My Orders."),
            ),
            "order.expired": (
                self.tr("The payment deadline of order {number} has passed."),
                self.tr("It ended {deadline} and the order was canceled. Nothing was charged; place a new order."),
            ),
            "order.transition_refused": (
                self.tr("Order {number} can no longer be changed that way."),
                self.tr("Its status has changed in the meantime. Look at it in My Orders."),
            ),
        }

    def _of_payment(self) -> dict[str, tuple[str, str]]:
        return {
            "funds.insufficient": (
                self.tr("Not enough funds: {missing} is missing."),
                self.tr(
                    "The chosen funds cover {covered} of {total}. Nothing was charged and the order stays open. "
                    "Top up, then retry."
                ),
            ),
            "funds.none_chosen": (
                self.tr("No funds are chosen."),
                self.tr("Tick the balance, the credit account, or both."),
            ),
            "verification.too_soon": (
                self.tr("A code was sent a moment ago."),
                self.tr("Another one can be sent in {seconds} s."),
            ),
            "verification.daily_limit": (
                self.tr("All {limit} codes of today have been sent."),
                self.tr("The next one can be sent on {next_day}. The order stays open until its deadline."),
            ),
            "verification.not_sent": (
                self.tr("No code has been sent for this order yet."),
                self.tr("Choose where it should go and send it."),
            ),
            "verification.wrong_code": (
                self.tr("That code is not correct. {attempts_left} attempts left."),
                self.tr("Only the newest code counts. Nothing was charged."),
            ),
            "verification.locked": (
                self.tr("{attempts} wrong attempts: this code is locked."),
                self.tr("The order stays open. Send a new code, or use the other channel."),
            ),
            "verification.expired": (
                self.tr("This code is older than {minutes} minutes."),
                self.tr("Nothing was charged. Send a new code."),
            ),
            "verification.channel_unavailable": (
                self.tr("This account has no contact on that channel."),
                self.tr("Choose the other channel."),
            ),
        }

    def _of_tickets(self) -> dict[str, tuple[str, str]]:
        return {
            "ticket.not_found": (
                self.tr("This service ticket does not exist for the acting account."),
                self.tr("Look for it in Service Tickets, or let another account act."),
            ),
            "ticket.conflict": (
                self.tr("This service ticket was created with other words."),
                self.tr("Close this window and create it again."),
            ),
            "ticket.not_included": (
                self.tr("{tier} includes no service tickets for this item."),
                self.tr("Choose another item, or a plan that includes it."),
            ),
            "ticket.severity_not_included": (
                self.tr("The plan has no response time for this severity."),
                self.tr("Choose one of the severities on offer."),
            ),
            "ticket.closed": (
                self.tr("This service ticket is closed."),
                self.tr("Create a new one for what is left to say."),
            ),
        }

    def _of_data(self) -> dict[str, tuple[str, str]]:
        return {
            "refused": (self.tr("That is not possible."), self.tr("Nothing was changed.")),
            "input.invalid": (
                self.tr("Something here cannot be meant."),
                self.tr("Correct the marked field and go on."),
            ),
            "catalogue.invalid": (
                self.tr("The vendor's data cannot be used: {where}."),
                self.tr("{problem}. Install the application again, or correct the file."),
            ),
            "account.not_found": (
                self.tr("This account does not exist here."),
                self.tr("Choose another account to act for."),
            ),
            "account.none_yet": (
                self.tr("There is no account here yet."),
                self.tr("Open the first one to begin."),
            ),
            "store.too_new": (
                self.tr("This data was written by a newer version of the application."),
                self.tr("Install the newest version. The data was left as it is."),
            ),
            "store.unavailable": (
                self.tr("The data cannot be reached."),
                self.tr("Your data is safe. Try again in a moment. ({detail})"),
            ),
            "clock.not_movable": (
                self.tr("This clock cannot be set."),
                self.tr("Only a demonstration that was started with --at has a clock to set."),
            ),
        }


def _key(error: Refusal) -> str:
    """Under which key its words stand: some differ by the cause."""
    if not isinstance(error, QuoteStale):
        return key_of_detail(error.code, error.facts.get("detail"))
    is_same = error.facts.get("agreed") == error.facts.get("current")
    return _SAME if is_same else f"{error.code}.{error.facts.get('cause')}"


def _comes_back(error: QuoteStale) -> bool:
    """Whether both amounts are refunds, which are said without a sign."""
    amounts = [amount for amount in error.facts.values() if isinstance(amount, Money)]
    return all(amount.amount < 0 for amount in amounts)


class _Facts(dict[str, str]):
    """Facts for a template; one that is missing leaves no gap to fall into."""

    def __missing__(self, _name: str) -> str:
        return ""


def problem_text(error: BaseException, texts: Texts, catalogue: ServiceCatalogue | None = None) -> Problem:
    """The words for an error, in the language of the moment."""
    return Problems(texts, QLocale().name(), catalogue).of(error)
