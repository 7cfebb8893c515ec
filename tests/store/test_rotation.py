"""Which backups stay: a table, tried on a year of locks and on clocks that are wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop.domain.clock import today_in_iran
from desktop.store.rotation import OLDEST, outlived

NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)


def _left(made: list[datetime], at: datetime = NOW, special: tuple[datetime, ...] = ()) -> list[datetime]:
    all_made = {one: one for one in [*made, *special]}
    return sorted(all_made.keys() - outlived(all_made, [list(special)], at), reverse=True)


def test_of_a_year_of_locks_a_week_of_days_a_month_of_weeks_and_half_a_year_of_months_stay() -> None:
    made = [NOW - timedelta(days=day, hours=hour) for day in range(365) for hour in (0, 2, 5)]
    left = _left(made)
    assert left[:5] == sorted(made, reverse=True)[:5]  # a deed of this morning can be taken back at noon
    days = sorted({today_in_iran(one) for one in left}, reverse=True)
    assert days[:7] == [NOW.date() - timedelta(days=day) for day in range(7)]
    assert 12 <= len(left) <= 5 + 7 + 4 + 6
    assert timedelta(days=120) < NOW - left[-1] < timedelta(days=190)
    assert left[0] == NOW


def test_pruning_every_evening_keeps_what_pruning_once_would() -> None:
    kept: list[datetime] = []
    for day in range(200, -1, -1):
        at = NOW - timedelta(days=day)
        kept = _left([*kept, at], at)
    assert kept[0] == NOW
    assert NOW - kept[-1] > timedelta(days=120)


def test_the_newest_stays_however_old_it_is_and_those_before_upgrades_stay_besides() -> None:
    old = NOW - timedelta(days=900)
    assert _left([old]) == [old]
    special = tuple(NOW - timedelta(days=8, minutes=minute) for minute in range(5))
    assert set(_left([NOW], special=special)) == {NOW, *special[:3]}


def test_after_a_year_what_was_erased_lies_in_no_backup_but_a_clock_years_ahead_removes_nothing() -> None:
    old = [NOW - OLDEST - timedelta(days=day + 1) for day in range(5)]
    assert {NOW, old[0]} <= set(_left([*old, NOW, NOW - timedelta(hours=3)]))  # one day of a clock that is ahead
    new = [NOW - timedelta(days=day) for day in range(3)]
    assert _left([*old, *new]) == new


def test_backups_of_a_time_to_come_take_the_place_of_none_that_is_made_now() -> None:
    ahead = [NOW + timedelta(days=3650 + day, hours=hour) for day in range(200) for hour in (0, 2)]
    now = [NOW - timedelta(hours=hour) for hour in range(5)]
    assert set(now) <= set(_left([*ahead, *now]))
    back = NOW - timedelta(days=5000)  # a clock set back removes nothing of what the right one would keep
    assert set(_left(ahead, NOW + timedelta(days=3850))) <= set(_left([*ahead, back], back))
