"""Random histories of several accounts: whoever does whatever at whatever time, rules 1-6 of DOMAIN 11 hold."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from supportplan_desktop.domain.accounts import AccountKind
from supportplan_desktop.domain.errors import PlanManagedByMaster, Refusal
from supportplan_desktop.domain.organization import USABLE, AssociationStatus, PlanSource
from tests.contract.organizing import INDEPENDENT, UNIFIED, members, new_member

if TYPE_CHECKING:
    from collections.abc import Callable

    from supportplan_desktop.domain.accounts import AccountingMode
    from supportplan_desktop.services.interfaces import MemberRow, OrganizationView, Services
    from tests.contract.conftest import Backend, NewWorld

NAMES = ("Owl", "Quay", "Tern", "Wren")
WHO = st.integers(0, len(NAMES) - 1)
ANYBODY = st.integers(0, 9)
MODES = st.sampled_from([UNIFIED, UNIFIED, INDEPENDENT])
SPANS = st.sampled_from([1, 24, 24 * 7, 24 * 14, 24 * 20, 24 * 40])


class Organizations(RuleBasedStateMachine):
    """Four accounts that found organizations, join and leave them, and buy and give up plans."""

    def __init__(self, make: NewWorld) -> None:
        super().__init__()
        self.world = make()
        self.everybody = [self.world.account(balance="9000.00", name=name) for name in NAMES]
        self.sent: list[UUID] = []
        self.switched_on: set[UUID] = set()

    def teardown(self) -> None:
        self.world.close()

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
        return True

    def member_of(self, boss: Services, number: int) -> UUID:
        rows = members(boss)
        return rows[number % len(rows)].association.account_id if rows else UUID(int=number)

    def invitation(self, number: int) -> UUID:
        return self.sent[-1 - number % len(self.sent)] if self.sent else UUID(int=number)

    # The organization

    @rule(boss=WHO, invitee=WHO, mode=MODES)
    def invite(self, boss: int, invitee: int, mode: AccountingMode) -> None:
        invitation_id, name = self.world.parts.entropy.uuid(), NAMES[invitee]
        organization = self.everybody[boss].organization
        if self.attempt(lambda: organization.invite(invitation_id, name, mode), is_same_again=True):
            self.sent.append(invitation_id)

    @rule(who=WHO)
    def accept_what_was_received(self, who: int) -> None:
        organization = self.everybody[who].organization
        received = organization.overview().received
        if received:
            self.attempt(lambda: organization.accept(received[0].id), is_same_again=True)

    @rule(who=WHO, number=ANYBODY)
    def accept(self, who: int, number: int) -> None:
        self.attempt(lambda: self.everybody[who].organization.accept(self.invitation(number)))

    @rule(who=WHO, number=ANYBODY)
    def decline(self, who: int, number: int) -> None:
        organization, invitation_id = self.everybody[who].organization, self.invitation(number)
        self.attempt(lambda: organization.decline(invitation_id), is_same_again=True)

    @rule(who=WHO, number=ANYBODY)
    def revoke(self, who: int, number: int) -> None:
        organization, invitation_id = self.everybody[who].organization, self.invitation(number)
        self.attempt(lambda: organization.revoke(invitation_id), is_same_again=True)

    @rule(who=WHO, mode=MODES)
    def create_member(self, who: int, mode: AccountingMode) -> None:
        if len(self.everybody) < len(NAMES) + 2:
            organization, account_id = self.everybody[who].organization, self.world.parts.entropy.uuid()
            new = new_member(f"Member {len(self.everybody)}", mode)
            if self.attempt(lambda: organization.create_member(account_id, new), is_same_again=True):
                self.everybody.append(self.world.acting_for(account_id))

    @rule(who=WHO, number=ANYBODY)
    def disassociate(self, who: int, number: int) -> None:
        boss = self.everybody[who]
        account_id = self.member_of(boss, number)
        self.attempt(lambda: boss.organization.disassociate(account_id), is_same_again=True)

    @rule(who=WHO, is_on=st.sampled_from([True, True, False]))
    def share(self, who: int, is_on: bool) -> None:
        organization = self.everybody[who].organization
        if self.attempt(lambda: organization.set_sharing(is_on=is_on), is_same_again=True):
            account_id = self.everybody[who].accounts.me().id
            (self.switched_on.add if is_on else self.switched_on.discard)(account_id)

    # Plans

    @rule(number=ANYBODY, tier=st.sampled_from(["developer", "business"]))
    def buy(self, number: int, tier: str) -> None:
        services = self.everybody[number % len(self.everybody)]
        if self.attempt(lambda: self.world.pending(services, tier)):
            self.pay(number)

    @rule(number=ANYBODY)
    def order(self, number: int) -> None:
        services = self.everybody[number % len(self.everybody)]
        self.attempt(lambda: self.world.pending(services, "developer"))

    @rule(number=ANYBODY)
    def pay(self, number: int) -> None:
        services = self.everybody[number % len(self.everybody)]
        pending = services.plans.details().open_order
        if pending is not None:
            try:
                self.world.pay(services, pending.id)
            except Refusal:
                return
            if pending.kind == "new_purchase":
                self.switched_on.discard(services.accounts.me().id)

    @rule(number=ANYBODY, tier=st.sampled_from(["developer", "business"]))
    def change(self, number: int, tier: str) -> None:
        services = self.everybody[number % len(self.everybody)]
        self.attempt(lambda: self.world.change(services, tier))

    @rule(number=ANYBODY)
    def unsubscribe(self, number: int) -> None:
        services = self.everybody[number % len(self.everybody)]
        self.attempt(lambda: self.world.unsubscribe(services))

    @rule(hours=SPANS, is_noticed=st.booleans())
    def pass_time(self, hours: int, is_noticed: bool) -> None:
        self.world.pass_time(hours=hours)
        if is_noticed:
            self.everybody[0].orders.advance()

    @rule(hours=SPANS)
    def set_the_clock_back(self, hours: int) -> None:
        self.world.pass_time(hours=-hours)

    # What must hold

    @invariant()
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


def test_no_history_of_organizations_breaks_a_rule(backend: Backend, new_world: NewWorld) -> None:
    examples = ceil(settings().max_examples / 10 / backend.share)  # some seconds; thorough where one searches
    chosen = settings(max_examples=examples, stateful_step_count=20, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(lambda: Organizations(new_world), settings=chosen)  # type: ignore[arg-type] # any callable is called
