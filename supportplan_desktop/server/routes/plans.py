"""The plan, and what can be done with it at which amount."""

from supportplan_desktop.api import AutoRenewalBody
from supportplan_desktop.domain.errors import InvalidInput
from supportplan_desktop.domain.money import Money
from supportplan_desktop.domain.payments import Split
from supportplan_desktop.domain.quotes import Quote
from supportplan_desktop.server.queries import Amount, Currency, Months, Text
from supportplan_desktop.server.routing import Area, Asked
from supportplan_desktop.services.interfaces import AutoRenewalStatus, CurvePoint, PlanDetails
from supportplan_desktop.services.plans import PlanService

AREA = Area("plan")


@AREA.get("/plan")
def plan(asked: Asked) -> PlanDetails:
    """The plan now."""
    return asked.services.plans.details()


@AREA.put("/plan/auto-renewal")
def set_auto_renewal(asked: Asked, body: AutoRenewalBody) -> AutoRenewalStatus:
    """Turn auto-renewal on or off."""
    return asked.services.plans.set_auto_renewal(is_on=body.is_on, months=body.months, days_before=body.days_before)


@AREA.get("/quotes/purchase")
def quote_purchase(asked: Asked, tier: Text, months: Months) -> Quote:
    """What buying costs now."""
    return asked.services.plans.quote_purchase(tier, months)


@AREA.get("/quotes/change")
def quote_change(asked: Asked, tier: Text) -> Quote:
    """What changing costs now, or below zero brings back."""
    return asked.services.plans.quote_change(tier)


@AREA.get("/quotes/renewal")
def quote_renewal(asked: Asked, months: Months) -> Quote:
    """What so many months more cost."""
    return asked.services.plans.quote_renewal(months)


@AREA.get("/quotes/unsubscription")
def quote_unsubscription(asked: Asked) -> Quote:
    """What giving the plan up brings back, below zero."""
    return asked.services.plans.quote_unsubscription()


@AREA.get("/quotes/refund-split")
def refund_split(asked: Asked, amount: Amount, currency: Currency) -> Split:
    """Where so much would go back to."""
    try:
        refund = Money(amount, currency)
    except ValueError:
        raise InvalidInput(field="amount", value=str(amount)) from None
    if currency != asked.parts.offer.catalogue.currency:
        raise InvalidInput(field="currency", value=currency)
    return PlanService(asked.parts, asked.acting).split_of(refund)


@AREA.get("/curves/change")
def change_curve(asked: Asked, tier: Text) -> tuple[CurvePoint, ...]:
    """What that change is quoted at on each day."""
    return asked.services.plans.change_curve(tier)


@AREA.get("/curves/unsubscription")
def unsubscription_curve(asked: Asked) -> tuple[CurvePoint, ...]:
    """What unsubscribing is quoted at on each day."""
    return asked.services.plans.unsubscription_curve()
