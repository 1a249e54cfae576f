"""Associations, invitations and the sharing switch in tables."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import BigInteger, func, select, type_coerce

from supportplan_desktop.backends.sql.columns import microseconds
from supportplan_desktop.backends.sql.keyset import SortedList, SortKey
from supportplan_desktop.backends.sql.scope import Scope
from supportplan_desktop.backends.sql.tables import IS_CURRENT, IS_INVITED, associations, invitations, sharings
from supportplan_desktop.domain.errors import MemberNotFound
from supportplan_desktop.domain.organization import Association, AssociationStatus, Invitation, Sharing
from supportplan_desktop.services.interfaces import MemberQuery, MemberSort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Row

    from supportplan_desktop.domain.accounts import AccountingMode

_ID = SortKey(associations.c.id, str, lambda row: row.id.hex, UUID)
_NAME = SortKey(associations.c.account_name, str, lambda row: row.account_name)
_since = type_coerce(associations.c.since, BigInteger)
_KEYS: dict[MemberSort, tuple[SortKey, ...]] = {
    MemberSort.NAME: (_NAME, _ID),
    MemberSort.ACCOUNTING: (SortKey(associations.c.accounting, str, lambda row: row.accounting.value), _NAME, _ID),
    MemberSort.STATUS: (SortKey(associations.c.status, str, lambda row: row.status.value), _NAME, _ID),
    MemberSort.SINCE: (SortKey(_since, int, lambda row: microseconds(row.since)), _ID),
}


@dataclass(frozen=True, slots=True)
class SqlAssociations:
    """The associations of the owner's masters (see `AssociationRecords`)."""

    scope: Scope

    def add(self, association: Association) -> None:
        """Keep a new association; IntegrityError where the account has a current one with this master."""
        self.scope.add(associations, asdict(association))

    def save(self, association: Association) -> None:
        """Keep how far an association has come; MemberNotFound."""
        values = {"status": association.status, "since": association.since}
        if not self.scope.change(associations, associations.c.id == association.id, values):
            raise MemberNotFound(account_id=association.account_id)

    def find(self, association_id: UUID) -> Association | None:
        """One association, None where there is none."""
        return _association(self.scope.first(self.scope.select(associations, associations.c.id == association_id)))

    def of_account(self, master_id: UUID, account_id: UUID) -> Association | None:
        """The current association of an account with a master, None where there is none."""
        statement = self._current(master_id, associations.c.account_id == account_id)
        return _association(self.scope.first(statement))

    def latest(self, master_id: UUID, account_id: UUID) -> Association | None:
        """The current association of an account with a master, else the one that ended last, None for none.

        Of several that ended in the same second a membership counts before an invitation.
        """
        of = (associations.c.master_id == master_id, associations.c.account_id == account_id)
        was_member = associations.c.status == AssociationStatus.ENDED
        order = (IS_CURRENT.desc(), associations.c.since.desc(), was_member.desc())
        statement = self.scope.select(associations, *of).order_by(*order)
        return _association(self.scope.first(statement))

    def invited(self, master_id: UUID, limit: int | None = None) -> Sequence[Association]:
        """The pending invitations of a master, the ones that expire first before the others; all without a limit."""
        statement = self.scope.select(associations, associations.c.master_id == master_id, IS_INVITED)
        rows = self.scope.all(statement.order_by(associations.c.expires_at, associations.c.id).limit(limit))
        return [found for row in rows if (found := _association(row))]

    def count(self, master_id: UUID, status: AssociationStatus, accounting: AccountingMode | None = None) -> int:
        """How many current associations of a master have this status, and that mode where one is named."""
        conditions = [associations.c.master_id == master_id, IS_CURRENT, associations.c.status == status]
        if accounting is not None:
            conditions.append(associations.c.accounting == accounting)
        counted = select(func.count()).select_from(associations).where(self.scope.of(associations), *conditions)
        return self.scope.connection.execute(counted).scalar_one()

    def page(
        self, master_id: UUID, query: MemberQuery, cursor: str | None, limit: int
    ) -> tuple[Sequence[Association], str | None, int]:
        """Members and pending invitees that match, the next cursor and their number; InvalidInput for a broken one."""
        matching = [
            self.scope.of(associations),
            associations.c.master_id == master_id,
            IS_CURRENT,
            *_conditions(query),
        ]
        asked = (query.text, sorted(query.accounting), sorted(query.statuses), query.sort)
        found = SortedList(list(associations.c), matching, _keys(query), query.descending, asked)
        counted = select(func.count()).select_from(associations).where(*matching)
        rows, following, count = found.page(
            self.scope, cursor, limit, lambda: self.scope.connection.execute(counted).scalar_one()
        )
        return [member for row in rows if (member := _association(row))], following, count

    def _current(self, master_id: UUID, *conditions: ColumnElement[bool]) -> Any:  # noqa: ANN401 - a select of rows
        return self.scope.select(associations, associations.c.master_id == master_id, IS_CURRENT, *conditions)


@dataclass(frozen=True, slots=True)
class SqlInvitations:
    """The invitations that the owner's accounts have received (see `InvitationRecords`)."""

    scope: Scope

    def add(self, invitation: Invitation) -> None:
        """Keep a new invitation."""
        self.scope.add(invitations, asdict(invitation))

    def find(self, invitation_id: UUID) -> Invitation | None:
        """One invitation, None where there is none."""
        row = self.scope.first(self.scope.select(invitations, invitations.c.id == invitation_id))
        return None if row is None else _invitation(row)

    def of_account(self, account_id: UUID) -> Sequence[Invitation]:
        """The invitations that an account has received, ended or not."""
        statement = self.scope.select(invitations, invitations.c.account_id == account_id)
        return [_invitation(row) for row in self.scope.all(statement.order_by(invitations.c.id))]


@dataclass(frozen=True, slots=True)
class SqlSharings:
    """The switches of the owner's masters (see `SharingRecords`)."""

    scope: Scope

    def get(self, account_id: UUID) -> Sharing | None:
        """A master's switch, None where it was never touched."""
        row = self.scope.first(self.scope.select(sharings, sharings.c.account_id == account_id))
        return None if row is None else Sharing(row.subscription_id, row.is_on, row.since)

    def put(self, account_id: UUID, sharing: Sharing) -> None:
        """Keep a master's switch instead of the one before."""
        values = asdict(sharing)
        if not self.scope.change(sharings, sharings.c.account_id == account_id, values):
            self.scope.add(sharings, {"account_id": account_id, **values})


def _keys(query: MemberQuery) -> tuple[SortKey, ...]:
    """What rows are sorted by; a status that they all have sorts nothing, and SQLite would lose the index's order."""
    is_same = query.sort is MemberSort.STATUS and len(query.statuses) == 1
    return _KEYS[MemberSort.NAME if is_same else query.sort]


def _conditions(query: MemberQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if text := query.text.strip():
        conditions.append(associations.c.account_name.icontains(text, autoescape=True))
    if query.accounting:
        conditions.append(associations.c.accounting.in_(sorted(query.accounting)))
    if query.statuses:
        conditions.append(associations.c.status.in_(sorted(query.statuses)))
    return conditions


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(row.id, row.account_id, row.master_id, row.master_owner_id)


def _association(row: Row[Any] | None) -> Association | None:
    if row is None:
        return None
    columns = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    del columns["owner_id"]
    return Association(**columns)
