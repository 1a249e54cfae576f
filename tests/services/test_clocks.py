from datetime import UTC, datetime, timedelta, timezone

import pytest

from supportplan_desktop.domain.errors import ClockNotMovable
from supportplan_desktop.services.clocks import MovableClock, SystemClock


def test_the_computers_clock_tells_whole_seconds_in_utc() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert now.microsecond == 0


def test_the_computers_clock_is_not_set() -> None:
    clock = SystemClock()
    assert not clock.is_movable
    with pytest.raises(ClockNotMovable):
        clock.set(datetime(2019, 12, 9, tzinfo=UTC))


def test_a_demonstrations_clock_stands_until_it_is_set() -> None:
    hong_kong = timezone(timedelta(hours=8))
    clock = MovableClock(datetime(2019, 12, 9, 11, 41, 23, tzinfo=hong_kong))
    assert clock.now() == clock.now() == datetime(2019, 12, 9, 3, 41, 23, tzinfo=UTC)
    clock.set(clock.now() - timedelta(days=1))
    assert clock.now() == datetime(2019, 12, 8, 3, 41, 23, tzinfo=UTC)
