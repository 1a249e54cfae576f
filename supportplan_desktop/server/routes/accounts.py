"""Who acts, with which funds, and what is sold to everybody."""

from typing import Annotated

from fastapi import Path

from supportplan_desktop.api import Journal, Me, Now
from supportplan_desktop.domain.catalogue import Agreement, ServiceCatalogue
from supportplan_desktop.domain.payments import Funds
from supportplan_desktop.server.routes.masking import me_of
from supportplan_desktop.server.routing import Area, Asked

AREA = Area("account")

_CURRENT = "current"


@AREA.get("/account")
def account(asked: Asked) -> Me:
    """Who is signed in, for which account, in what role."""
    return me_of(asked.services.accounts.me(), asked.acting)


@AREA.get("/funds")
def funds(asked: Asked) -> Funds:
    """Balance and credit now."""
    return asked.services.accounts.funds()


@AREA.get("/journal")
def journal(asked: Asked) -> Journal:
    """Every movement of the account's funds, oldest first."""
    acting = asked.acting
    with asked.parts.store.read(acting.owner_id) as work:
        return Journal(tuple(work.journal.postings(acting.account_id)))


@AREA.get("/catalogue")
def catalogue(asked: Asked) -> ServiceCatalogue:
    """What is sold."""
    return asked.services.catalogue.current()


@AREA.get("/agreements/{version}")
def agreement(asked: Asked, version: Annotated[str, Path(max_length=40)]) -> Agreement:
    """A version of the agreement, `current` for the one in force."""
    return asked.services.catalogue.agreement(None if version == _CURRENT else version)


@AREA.get("/clock")
def clock(asked: Asked) -> Now:
    """The instant that counts."""
    return Now(asked.services.clock.now())
