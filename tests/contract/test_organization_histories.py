"""Random histories of several accounts: whoever does whatever at whatever time, rules 1-6 of DOMAIN 11 hold."""

from __future__ import annotations

from contextlib import suppress
from math import ceil
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportplan_desktop.domain.accounts import AccountKind
from supportplan_desktop.domain.errors import PlanManagedByMaster, Refusal
from supportplan_desktop.domain.orders import OrderKind
from supportplan_desktop.domain.organization import USABLE, AssociationStatus, PlanSource
from tests.contract.organizing import INDEPENDENT, UNIFIED, invited, joined, members, new_member

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.accounts import Account
    from supportplan_desktop.services.interfaces import (
        MemberRow,
        NewMember,
        Organization,
        OrganizationView,
        Services,
        SharingStatus,
    )
    from tests.contract.conftest import Backend, NewWorld
    from tests.contract.world import World

NAMES = ("Owl", "Quay", "Tern", "Wren", "Yak")
HOURS = (1, 24, 24 * 7, 24 * 14, 24 * 20, 24 * 50)
MODES = (UNIFIED, UNIFIED, INDEPENDENT)
TIERS = ("developer", "business")


class Organizations:
    """Five accounts that found organizations, join and leave them, and buy and give up plans.

    Every deed is told by who does it, and by a number that everything else it needs is taken from.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.everybody = [world.account(balance="9000.00", name=name) for name in NAMES]
        self.sent: list[UUID] = []
        self.switched_on: set[UUID] = set()

    def organize(self) -> None:
        """Begin where most is at stake: a plan shared, a member whose own has ended, one wanted twice, an owner."""
        owl, quay, tern, wren, yak = self.everybody
        self.world.paid(wren, "developer")
        self.world.pass_time(days=70)
        self.world.paid(owl, "business")
        self.world.paid(quay, "developer")
        self.sent.append(invited(self.world, yak, tern))
        for invitee in (tern, wren):
            joined(self.world, owl, invitee)
        self.sent.append(invited(self.world, owl, quay))
        owl.organization.set_sharing(is_on=True)
        self.switched_on.add(owl.accounts.me().id)

    def attempt(self, command: Callable[[], object], *, is_same_again: bool = False) -> bool:
        """Do it, and say whether it was done: only what is refused by name may fail, and leaves nothing behind."""
        self.everybody[0].orders.advance()
        before = self.world.rows()
        try:
            done = command()
        except Refusal:
            assert self.world.rows() == before
            return False
        if is_same_again:
            after = self.world.rows()
            assert command() == done
            assert self.world.rows() == after
        self.the_rules_hold()
        return True

    def invitation(self, number: int) -> UUID:
        return self.sent[-1 - number % len(self.sent)] if self.sent else UUID(int=number)

    # The organization

    def invite(self, who: int, number: int) -> None:
        invitation_id, name = self.world.parts.entropy.uuid(), NAMES[number % len(NAMES)]
        organization, mode = self.everybody[who].organization, MODES[number % len(MODES)]
        if self.attempt(lambda: organization.invite(invitation_id, name, mode), is_same_again=True):
            self.sent.append(invitation_id)

    def accept_what_was_received(self, _: int, number: int) -> None:
        """Rule 5 holds at the moment of joining: what is in the way is refused, and only that."""
        invitee = self.everybody[number % len(NAMES)]
        invitee.orders.advance()
        received, own = invitee.organization.overview().received, invitee.plans.details()
        if received:
            is_in_way = own.source is PlanSource.OWN or own.open_order is not None
            assert is_in_way or not received[0].todo
            is_done = self.attempt(lambda: invitee.organization.accept(received[0].id), is_same_again=True)
            assert not (is_done and is_in_way and received[0].accounting is UNIFIED)

    def accept(self, who: int, number: int) -> None:
        self.attempt(lambda: self.everybody[who].organization.accept(self.invitation(number)))

    def decline(self, who: int, number: int) -> None:
        organization, invitation_id = self.everybody[who].organization, self.invitation(number)
        self.attempt(lambda: organization.decline(invitation_id), is_same_again=True)

    def revoke(self, who: int, number: int) -> None:
        organization, invitation_id = self.everybody[who].organization, self.invitation(number)
        self.attempt(lambda: organization.revoke(invitation_id), is_same_again=True)

    def create_member(self, who: int, number: int) -> None:
        if len(self.everybody) < len(NAMES) + 2:
            organization, account_id = self.everybody[who].organization, self.world.parts.entropy.uuid()
            new = new_member(f"Member {len(self.everybody)}", MODES[number % len(MODES)])
            before = len(self.everybody)
            self.attempt(lambda: self._created(organization, account_id, new, before), is_same_again=True)

    def _created(self, organization: Organization, account_id: UUID, new: NewMember, before: int) -> Account:
        account = organization.create_member(account_id, new)
        if len(self.everybody) == before:
            self.everybody.append(self.world.acting_for(account_id))
        return account

    def disassociate(self, who: int, number: int) -> None:
        boss = self.everybody[who]
        rows = members(boss)
        account_id = rows[number % len(rows)].association.account_id if rows else UUID(int=number)
        self.attempt(lambda: boss.organization.disassociate(account_id), is_same_again=True)

    def share(self, who: int, number: int) -> None:
        services, is_on = self.everybody[who], number % 3 > 0
        self.attempt(lambda: self._switched(services, is_on=is_on), is_same_again=True)

    def _switched(self, services: Services, *, is_on: bool) -> SharingStatus:
        status = services.organization.set_sharing(is_on=is_on)
        (self.switched_on.add if is_on else self.switched_on.discard)(services.accounts.me().id)
        return status

    # Plans

    def buy(self, _: int, number: int) -> None:
        services = self.everybody[number % len(self.everybody)]
        if self.attempt(lambda: self.world.pending(services, TIERS[number % len(TIERS)])):
            self.pay(_, number)

    def buy_anew(self, who: int, _: int) -> None:
        if self.attempt(lambda: self.world.unsubscribe(self.everybody[who])):
            self.buy(_, who)

    def order(self, _: int, number: int) -> None:
        services = self.everybody[number % len(self.everybody)]
        self.attempt(lambda: self.world.pending(services, "developer"))

    def pay(self, _: int, number: int) -> None:
        services = self.everybody[number % len(self.everybody)]
        pending = services.plans.details().open_order
        if pending is not None:
            with suppress(Refusal):
                self.world.pay(services, pending.id)
                if pending.kind is OrderKind.NEW_PURCHASE:
                    self.switched_on.discard(services.accounts.me().id)
            self.the_rules_hold()

    def change(self, who: int, number: int) -> None:
        self.attempt(lambda: self.world.change(self.everybody[who], TIERS[number % len(TIERS)]))

    def unsubscribe(self, _: int, number: int) -> None:
        services = self.everybody[number % len(self.everybody)]
        self.attempt(lambda: self.world.unsubscribe(services))

    def pass_time(self, who: int, number: int) -> None:
        self.world.pass_time(hours=HOURS[number % len(HOURS)])
        if who:
            self.everybody[0].orders.advance()
        self.the_rules_hold()

    def set_the_clock_back(self, _: int, number: int) -> None:
        self.world.pass_time(hours=-HOURS[number % len(HOURS)])
        self.the_rules_hold()

    def end(self) -> None:
        """Through what still runs, grace and retention, and all the way back."""
        for _ in range(5):
            self.pass_time(1, HOURS.index(24 * 14))
        for _ in range(2):
            self.set_the_clock_back(0, HOURS.index(24 * 50))

    # What must hold

    def the_rules_hold(self) -> None:
        views = [one.organization.overview() for one in self.everybody]
        lists = [members(one) for one in self.everybody]
        for services, view in zip(self.everybody, views, strict=True):
            self.rules_1_to_3(services, view)
        self.rule_4(views, lists)
        for services, view, rows in zip(self.everybody, views, lists, strict=True):
            self.rule_6(services, view, rows)
        assert all(services.audit.verify().holds for services in self.everybody[: len(NAMES)])

    def rules_1_to_3(self, services: Services, view: OrganizationView) -> None:
        tier, source = view.effective.tier, view.effective.source
        details = services.plans.details()
        is_unified = view.accounting is UNIFIED
        assert (details.source, details.shared_by) == (source, view.master if source is PlanSource.SHARED else None)
        assert (view.account.kind is AccountKind.MEMBER) == (view.accounting is not None) == (view.master is not None)
        assert (source == PlanSource.SHARED) == view.is_shared_with
        assert (tier == "basic") or source != PlanSource.NONE
        if is_unified:  # 2, and 5 by what it leaves
            assert source != PlanSource.OWN
            assert details.open_order is None
            assert not details.can_buy
            with pytest.raises(PlanManagedByMaster):
                services.plans.quote_renewal(1)
        else:  # 3
            assert source != PlanSource.SHARED

    def rule_4(self, views: list[OrganizationView], lists: list[list[MemberRow]]) -> None:
        """A member stands in exactly one list, as what it is; an invitation on both sides or on none."""
        active: dict[UUID, list[MemberRow]] = {view.account.id: [] for view in views}
        invited: set[tuple[UUID, str]] = set()
        for view, rows in zip(views, lists, strict=True):
            assert not rows or view.account.kind is AccountKind.MASTER
            for row in rows:
                if row.association.status is AssociationStatus.ACTIVE:
                    active[row.association.account_id].append(row)
                    assert row.association.master_id != row.association.account_id
                else:
                    invited.add((row.association.account_id, row.association.id.hex))
        for view in views:
            found = active[view.account.id]
            assert [row.association.accounting for row in found] == ([view.accounting] if view.accounting else [])
            assert [row.effective for row in found] == ([view.effective] if view.accounting else [])
        received = {(view.account.id, one.id.hex) for view in views for one in view.received}
        assert received <= invited
        assert len(invited) == sum(view.invited for view in views)

    def rule_6(self, services: Services, view: OrganizationView, rows: list[MemberRow]) -> None:
        """All unified members have the master's plan, or none has, as it was switched for this very plan."""
        if view.sharing is None or not rows:
            return
        own = services.plans.details()
        is_switched = view.account.id in self.switched_on
        assert view.sharing.is_on == (is_switched and own.source is PlanSource.OWN and own.state in USABLE)
        expected = (own.tier, PlanSource.SHARED) if view.sharing.is_on else ("basic", PlanSource.NONE)
        unified = [row for row in rows if row.association.is_shared_with]
        assert {(row.effective.tier, row.effective.source) for row in unified} <= {expected}
        assert len(unified) == view.unified == view.sharing.members
        assert own.shared_with == (len(unified) if view.sharing.is_on else 0)
        in_way = {row.association.account_id for row in services.organization.readiness().in_way}
        assert in_way <= {row.association.account_id for row in rows if not row.association.is_shared_with}


DEEDS = (
    "invite accept_what_was_received accept_what_was_received accept decline revoke create_member disassociate share "
    "buy buy_anew order pay change unsubscribe pass_time pass_time set_the_clock_back"
).split()
WHO = st.sampled_from([0, 0, 0, 1, 2, 3, 4])
HISTORIES = st.lists(st.tuples(st.sampled_from(DEEDS), WHO, st.integers(0, 59)), min_size=25, max_size=25)


def test_no_history_of_organizations_breaks_a_rule(backend: Backend, new_world: NewWorld) -> None:
    examples = ceil(settings().max_examples / 10 / backend.share)  # some seconds; thorough where one searches

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(is_organized=st.sampled_from([True, True, False]), history=HISTORIES)
    def holds(is_organized: bool, history: list[tuple[str, int, int]]) -> None:
        made = Organizations(new_world())
        if is_organized:
            made.organize()
        for deed, who, number in history:
            getattr(made, deed)(who, number)
        made.end()

    holds()
