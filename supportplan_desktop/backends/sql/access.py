"""Logins, sessions and counts of requests in tables (see `Access`)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, case, delete, insert, select, update

from supportplan_desktop.backends.sql.access_tables import logins, rate_limits, refresh_tokens
from supportplan_desktop.domain.access import Login, RefreshToken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class SqlAccess:
    """Each method is one transaction of its own; `transaction` begins one, given whether it writes."""

    transaction: Callable[[bool], AbstractContextManager[Connection]]

    def login(self, name: str) -> Login | None:
        """Who signs in under that name, None where nobody does."""
        with self.transaction(False) as connection:
            row = connection.execute(select(logins).where(logins.c.name == name)).first()
        return None if row is None else Login(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name

    def logins_of(self, account_id: UUID) -> Sequence[Login]:
        """Everybody who signs in for an account, by name."""
        of = select(logins).where(logins.c.account_id == account_id).order_by(logins.c.name)
        with self.transaction(False) as connection:
            return [Login(**row._mapping) for row in connection.execute(of)]  # noqa: SLF001 - the same

    def put_login(self, login: Login) -> None:
        """Keep who signs in under a name, instead of whoever did before."""
        values = asdict(login)
        with self.transaction(True) as connection:
            if not connection.execute(update(logins).where(logins.c.name == login.name).values(**values)).rowcount:
                connection.execute(insert(logins).values(**values))

    def add_token(self, token: RefreshToken) -> None:
        """Keep the first token of a session."""
        with self.transaction(True) as connection:
            connection.execute(insert(refresh_tokens).values(**asdict(token)))

    def token(self, token_hash: str) -> RefreshToken | None:
        """The token of that hash, used or not, None where there is none."""
        with self.transaction(False) as connection:
            row = connection.execute(select(refresh_tokens).where(refresh_tokens.c.hash == token_hash)).first()
        return None if row is None else RefreshToken(**row._mapping)  # noqa: SLF001 - the same

    def renew(self, used: RefreshToken, at: datetime, following: RefreshToken) -> bool:
        """Use a token up and keep the next one of its family; False, and nothing is kept, where it was used already."""
        unused = (refresh_tokens.c.hash == used.hash) & refresh_tokens.c.used_at.is_(None)
        with self.transaction(True) as connection:
            if not connection.execute(update(refresh_tokens).where(unused).values(used_at=at)).rowcount:
                return False
            connection.execute(insert(refresh_tokens).values(**asdict(replace(following, family=used.family))))
            return True

    def end_family(self, family: UUID) -> None:
        """End a session and every token of it."""
        with self.transaction(True) as connection:
            connection.execute(delete(refresh_tokens).where(refresh_tokens.c.family == family))

    def end_sessions(self, login: str) -> None:
        """End every session of a login."""
        with self.transaction(True) as connection:
            connection.execute(delete(refresh_tokens).where(refresh_tokens.c.login == login))

    def forget_expired(self, at: datetime) -> int:
        """Let go of tokens that have expired; returns how many."""
        with self.transaction(True) as connection:
            return connection.execute(delete(refresh_tokens).where(refresh_tokens.c.expires_at <= at)).rowcount

    def forget_counts(self, window: int) -> int:
        """Let go of the counts of every window before that one; returns how many."""
        with self.transaction(True) as connection:
            return connection.execute(delete(rate_limits).where(rate_limits.c.window < window)).rowcount

    def count(self, name: str, window: int) -> int:
        """Count one more of something in a window of time, and say how many that makes, over all workers."""
        with self.transaction(True) as connection:
            add = _insert(connection)(rate_limits).values(name=name, window=window, count=1)
            same = rate_limits.c.window == add.excluded.window
            counted = add.on_conflict_do_update(
                index_elements=[rate_limits.c.name],
                set_={"window": add.excluded.window, "count": case((same, rate_limits.c.count + 1), else_=1)},
            )
            return int(connection.execute(counted.returning(rate_limits.c.count)).scalar_one())


def _insert(connection: Connection) -> Any:  # noqa: ANN401 - each dialect has an insert of its own
    """The insert that can turn into an update; only a server loads the other dialect."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as of_postgresql  # noqa: PLC0415 - see above

        return of_postgresql
    from sqlalchemy.dialects.sqlite import insert as of_sqlite  # noqa: PLC0415 - see above

    return of_sqlite
