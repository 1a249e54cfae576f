from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from supportplan_desktop.domain.audit import FIRST_PREVIOUS, AuditEntry, first_broken, sealed


@pytest.fixture
def chain() -> list[AuditEntry]:
    entries: list[AuditEntry] = []
    for number in range(1, 6):
        entries.append(
            sealed(
                AuditEntry(
                    number=number,
                    account_id=UUID(int=1),
                    at=datetime(2019, 12, 9, tzinfo=UTC) + timedelta(minutes=number),
                    by="Lin Chen",
                    command="order.pay",
                    subject=f"CS{number}",
                    before="pending_payment",
                    after="completed 90.00 USD",
                    reason="",
                    previous=entries[-1].hash if entries else FIRST_PREVIOUS,
                    hash="",
                )
            )
        )
    return entries


def test_an_untouched_chain_holds(chain: list[AuditEntry]) -> None:
    assert first_broken(chain) is None
    assert first_broken([]) is None


def test_an_altered_entry_is_found(chain: list[AuditEntry]) -> None:
    chain[2] = replace(chain[2], after="completed 9.00 USD")
    assert first_broken(chain) == 3


def test_an_altered_and_sealed_entry_breaks_the_one_after(chain: list[AuditEntry]) -> None:
    chain[2] = sealed(replace(chain[2], after="completed 9.00 USD"))
    assert first_broken(chain) == 4


def test_a_removed_entry_is_found(chain: list[AuditEntry]) -> None:
    del chain[1]
    assert first_broken(chain) == 2


def test_fields_cannot_be_shifted_into_each_other(chain: list[AuditEntry]) -> None:
    shifted = replace(chain[0], before="pending", after="_paymentcompleted 90.00 USD")
    assert sealed(shifted).hash != chain[0].hash
