"""Working days and public holidays."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.calendar import from_gregorian, month_bounds, to_gregorian, weekday_name
from desktop.domain.persian.holidays import FIXED, HOLIDAYS_VERSION, LUNAR_YEARS, lunar_holidays
from desktop.domain.persian.workdays import FRIDAY, THURSDAY, OfficeWeek, holidays_known

WEEK = OfficeWeek()
DATES = st.dates(to_gregorian(1401, 1, 1), to_gregorian(1407, 12, 29))


def test_every_date_of_the_table_is_a_day_of_the_calendar() -> None:
    for year, month, day in lunar_holidays():
        to_gregorian(year, month, day)
    for month, day in FIXED:
        to_gregorian(1403, month, day)
    assert max(LUNAR_YEARS) == HOLIDAYS_VERSION


@pytest.mark.parametrize("year", sorted(LUNAR_YEARS))
def test_lunar_holidays_lie_as_far_apart_as_in_the_lunar_year(year: int) -> None:
    """From Ashura (10th of the first month) to Arbaeen (20th of the second), and so on, give or take the moon."""
    days = {title: to_gregorian(*date) for date, title in lunar_holidays().items() if date[0] == year}
    assert days["عاشورا"] - days["تاسوعا"] == dt.timedelta(days=1)
    assert days["عید غدیر خم"] - days["عید قربان"] == dt.timedelta(days=8)
    assert (days["اربعین"] - days["عاشورا"]).days in (39, 40)
    assert (days["میلاد پیامبر (ص) و امام صادق (ع)"] - days["شهادت امام حسن عسکری (ع)"]).days == 9
    assert (days["مبعث پیامبر (ص)"] - days["ولادت امام علی (ع)"]).days == 14
    assert (days["ولادت امام زمان (عج)"] - days["مبعث پیامبر (ص)"]).days in (17, 18)


@pytest.mark.parametrize(("year", "announced"), [(1403, 27), (1404, 26)])
def test_a_year_has_as_many_holidays_as_were_announced(year: int, announced: int) -> None:
    start, end = to_gregorian(year, 1, 1), month_bounds(f"{year}-12")[1]
    days = [start + dt.timedelta(days=n) for n in range((end - start).days + 1)]
    assert sum(WEEK.holiday(day) is not None for day in days) == announced


@pytest.mark.parametrize(
    ("date", "occasion"),
    [
        ((1404, 1, 1), "آغاز نوروز"),
        ((1404, 1, 13), "روز طبیعت"),
        ((1404, 4, 15), "عاشورا"),
        ((1404, 5, 23), "اربعین"),
        ((1404, 12, 20), "شهادت امام علی (ع)"),
        ((1405, 3, 6), "عید قربان"),
        ((1403, 12, 30), "آخرین روز سال کبیسه"),
        ((1420, 11, 22), "پیروزی انقلاب اسلامی"),
        ((1404, 6, 15), None),
    ],
)
def test_a_holiday_is_known_with_its_occasion(date: tuple[int, int, int], occasion: str | None) -> None:
    assert WEEK.holiday(to_gregorian(*date)) == occasion


def test_the_office_rests_on_fridays_and_holidays() -> None:
    assert WEEK.is_working_day(to_gregorian(1404, 6, 15))
    assert not WEEK.is_working_day(to_gregorian(1404, 6, 14))
    assert not WEEK.is_working_day(to_gregorian(1404, 4, 14))
    assert WEEK.holiday(to_gregorian(1404, 6, 14)) is None
    assert weekday_name(to_gregorian(1404, 6, 14)) == "جمعه"


def test_thursday_is_worked_unless_the_office_rests_on_it() -> None:
    thursday = to_gregorian(1404, 6, 20)
    assert WEEK.is_working_day(thursday)
    assert not OfficeWeek(rest_days=frozenset({THURSDAY, FRIDAY})).is_working_day(thursday)


def test_an_office_corrects_the_table() -> None:
    dusty, moved, ashura = to_gregorian(1404, 6, 16), to_gregorian(1404, 5, 22), to_gregorian(1404, 5, 23)
    week = OfficeWeek(closed={dusty: "گرد و غبار", moved: "اربعین"}, worked=frozenset({ashura}))
    assert week.holiday(dusty) == "گرد و غبار"
    assert not week.is_working_day(moved)
    assert week.is_working_day(ashura)
    assert week.holiday(ashura) is None
    with pytest.raises(ValueError, match="seven days"):
        OfficeWeek(rest_days=frozenset(range(7)))
    with pytest.raises(ValueError, match="seven days"):
        OfficeWeek(rest_days=frozenset({7}))


def test_working_days_of_a_month_are_counted() -> None:
    assert WEEK.working_days(*month_bounds("1404-06")) == 31 - 4 - 3
    assert OfficeWeek(rest_days=frozenset({THURSDAY, FRIDAY})).working_days(*month_bounds("1404-06")) == 31 - 8 - 3
    assert WEEK.working_days(to_gregorian(1404, 1, 1), to_gregorian(1404, 1, 4)) == 0
    assert WEEK.working_days(to_gregorian(1404, 6, 16), to_gregorian(1404, 6, 15)) == 0


def test_a_term_in_working_days_passes_over_rest_and_holidays() -> None:
    before_nowruz = to_gregorian(1403, 12, 28)
    assert WEEK.after(before_nowruz, 1) == to_gregorian(1404, 1, 5)
    assert WEEK.after(before_nowruz, 0) == before_nowruz
    with pytest.raises(ValueError, match="backwards"):
        WEEK.after(before_nowruz, -1)


@given(DATES, st.integers(0, 60))
def test_a_term_holds_just_its_working_days(start: dt.date, n: int) -> None:
    end = WEEK.after(start, n)
    assert WEEK.working_days(start + dt.timedelta(days=1), end) == n
    assert not n or WEEK.is_working_day(end)


def test_a_year_beyond_the_table_is_told() -> None:
    assert holidays_known(1404)
    assert not holidays_known(HOLIDAYS_VERSION + 1)
    assert from_gregorian(to_gregorian(HOLIDAYS_VERSION, 1, 1)).year == HOLIDAYS_VERSION
