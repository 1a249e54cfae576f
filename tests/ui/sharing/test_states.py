"""The page while it loads, when it cannot load, and when something it was asked to do is refused."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from supportplan_desktop.domain.accounts import Role
from supportplan_desktop.domain.errors import StoreUnavailable
from supportplan_desktop.domain.organization import EffectivePlan, PlanSource
from supportplan_desktop.services.interfaces import OrganizationView
from supportplan_desktop.ui.session import Profile, ProfileKind, Session
from supportplan_desktop.ui.sharing import SharingPage
from supportplan_desktop.ui.widgets import EmptyState
from tests.ui.drivers.driver import Driver
from tests.ui.fakes import ACCOUNT, ShownPlans, basic_plan, services

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from supportplan_desktop.ui.tasks import Tasks
    from supportplan_desktop.ui.texts import Texts

ALONE = OrganizationView(
    account=ACCOUNT,
    role=Role.OWNER,
    master=None,
    accounting=None,
    effective=EffectivePlan("basic", PlanSource.NONE),
    is_shared_with=False,
    sharing=None,
    unified=0,
    independent=0,
    invited=0,
    received=(),
)


@dataclass
class ShownOrganization:
    """Where the account stands as the test sets it; an error is raised. A closed gate keeps the answer back."""

    answer: OrganizationView | Exception = ALONE
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def overview(self) -> OrganizationView:
        answer = self.answer
        self.gate.wait()
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def opened(
    qtbot: QtBot, tasks: Tasks, texts: Texts, settle: Callable[[], None]
) -> Callable[[ShownOrganization], Driver]:
    def show(organization: ShownOrganization) -> Driver:
        session = Session(tasks, Profile(ProfileKind.DEMO, "demo", ""), tasks)
        session.open(lambda: services(ShownPlans(basic_plan()), organization=organization))
        qtbot.waitUntil(lambda: session.is_ready)
        page = SharingPage(session, texts)
        page.resize(1048, 720)
        page.show()
        return Driver(page, settle)

    return show


def test_a_skeleton_stands_there_while_it_takes_long(
    opened: Callable[[ShownOrganization], Driver], qtbot: QtBot
) -> None:
    organization = ShownOrganization()
    organization.gate.clear()
    page = opened(organization)
    qtbot.waitUntil(lambda: page.shows("sharing.loading"))
    assert not page.shows("sharing.single")
    organization.gate.set()
    qtbot.waitUntil(lambda: page.shows("sharing.single"))
    assert not page.shows("sharing.loading")


def test_what_cannot_be_loaded_says_so_and_comes_after_retry(opened: Callable[[ShownOrganization], Driver]) -> None:
    organization = ShownOrganization(StoreUnavailable(detail="busy"))
    page = opened(organization)
    page.settle()
    assert "The data cannot be reached." in page.words()
    assert page.find(EmptyState, "").title.text() == "Nothing to show yet"
    organization.answer = ALONE
    page.click("sharing.retry")
    assert page.shows("sharing.single")
    assert not page.shows("sharing.error")


def test_what_was_shown_stays_where_it_cannot_be_refreshed(opened: Callable[[ShownOrganization], Driver]) -> None:
    organization = ShownOrganization()
    page = opened(organization)
    page.settle()
    organization.answer = StoreUnavailable(detail="busy")
    page.click("sharing.refresh")
    assert page.shows("sharing.error")
    assert page.shows("sharing.single")
