"""The paths of the server, a module for each subject; `AREAS` lists them."""

from supportplan_desktop.server.routes import (
    accounts,
    orders,
    organization,
    plans,
    records,
    sessions,
    tickets,
)

AREAS = (
    sessions.AREA,
    accounts.AREA,
    plans.AREA,
    orders.AREA,
    organization.AREA,
    tickets.AREA,
    records.AREA,
)
