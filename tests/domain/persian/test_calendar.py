"""The Jalali calendar, compared day by day with K. M. Borkowski's reckoning (Earth, Moon, and Planets 74, 1996)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    WEEKDAYS,
    Jalali,
    PartialDate,
    Precision,
    add_months,
    age_on,
    from_gregorian,
    is_leap,
    jalali_month,
    long,
    month_bounds,
    month_length,
    month_title,
    numeric_ascii,
    read_date,
    read_month,
    read_partial,
    shift_month,
    short,
    to_gregorian,
    weekday,
    weekday_name,
)
from desktop.domain.problems import Refusal
from tests.domain.persian.refusals import refused

FIRST_DATE = dt.date(1827, 3, 22)
LAST_DATE = to_gregorian(LAST_YEAR, 12, month_length(LAST_YEAR, 12))
DATES = st.dates(FIRST_DATE, LAST_DATE)
MONTH_CODES = st.builds(lambda year, month: f"{year}-{month:02}", st.integers(1300, 1450), st.integers(1, 12))

# Years in which the rhythm of leap years breaks, from the published table.
BREAKS = (-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060)


def borkowski_nowruz(year: int) -> dt.date:
    """The first of Farvardin: leap days counted in both calendars since the year 621."""
    leaps, start, span = -14, BREAKS[0], 0
    for stop in BREAKS[1:]:
        span = stop - start
        if year < stop:
            break
        leaps += span // 33 * 8 + span % 33 // 4
        start = stop
    passed = year - start
    leaps += passed // 33 * 8 + (passed % 33 + 3) // 4
    if span % 33 == 4 and span - passed == 4:
        leaps += 1
    gregorian = year + 621
    gregorian_leaps = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    return dt.date(gregorian, 3, 1) + dt.timedelta(days=20 + leaps - gregorian_leaps - 1)


def test_every_new_year_is_where_an_independent_reckoning_puts_it() -> None:
    ours = [to_gregorian(year, 1, 1) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    assert ours == [borkowski_nowruz(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    assert borkowski_nowruz(LAST_YEAR + 1) == LAST_DATE + dt.timedelta(days=1)


def test_every_leap_year_is_a_year_of_366_days() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        days = (borkowski_nowruz(year + 1) - borkowski_nowruz(year)).days
        assert is_leap(year) == (days == 366)
        assert sum(month_length(year, month) for month in range(1, 13)) == days
    assert [year for year in range(1396, 1413) if is_leap(year)] == [1399, 1403, 1408, 1412]


def test_every_day_of_every_year_has_its_own_name_in_order() -> None:
    date = FIRST_DATE
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for month in range(1, 13):
            for day in range(1, month_length(year, month) + 1):
                assert from_gregorian(date) == (year, month, day)
                date += dt.timedelta(days=1)
    assert date == LAST_DATE + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("jalali", "iso"),
    [
        ((1399, 3, 13), "2020-06-02"),
        ((1400, 11, 16), "2022-02-05"),
        ((1403, 12, 30), "2025-03-20"),
        ((1404, 1, 1), "2025-03-21"),
        ((1405, 1, 1), "2026-03-21"),
        ((1357, 11, 22), "1979-02-11"),
    ],
)
def test_days_everybody_knows(jalali: tuple[int, int, int], iso: str) -> None:
    assert to_gregorian(*jalali).isoformat() == iso
    assert from_gregorian(dt.date.fromisoformat(iso)) == Jalali(*jalali)


@given(DATES)
def test_a_date_survives_the_way_there_and_back(date: dt.date) -> None:
    assert to_gregorian(*from_gregorian(date)) == date


@pytest.mark.parametrize(
    "parts", [(1404, 12, 30), (1404, 7, 31), (1404, 13, 1), (1404, 0, 1), (1404, 1, 0), (1404, 1, 32)]
)
def test_a_day_that_is_in_no_calendar_is_refused(parts: tuple[int, int, int]) -> None:
    with pytest.raises(Refusal, match="no_such_day"):
        to_gregorian(*parts)


@pytest.mark.parametrize("year", [1205, 1499, 0, -1, 9999])
def test_years_outside_the_exact_span_are_refused(year: int) -> None:
    with pytest.raises(Refusal, match="date_out_of_range"):
        to_gregorian(year, 1, 1)


@pytest.mark.parametrize(
    "date", [FIRST_DATE - dt.timedelta(days=1), LAST_DATE + dt.timedelta(days=1), dt.date.max, dt.date.min]
)
def test_dates_outside_the_exact_span_are_refused(date: dt.date) -> None:
    with pytest.raises(Refusal, match="date_out_of_range"):
        from_gregorian(date)


def test_the_week_begins_on_saturday() -> None:
    saturday = to_gregorian(1404, 6, 15)
    assert [weekday_name(saturday + dt.timedelta(days=n)) for n in range(7)] == list(WEEKDAYS)
    assert weekday(saturday) == 0
    assert weekday(saturday + dt.timedelta(days=6)) == 6
    assert saturday.isoweekday() == 6


def test_dates_are_written_for_tables_letters_and_files() -> None:
    date = to_gregorian(1404, 6, 5)
    assert short(date) == "۱۴۰۴/۰۶/۰۵"
    assert long(date) == "چهارشنبه ۵ شهریور ۱۴۰۴"
    assert long(to_gregorian(1404, 6, 15)) == "شنبه ۱۵ شهریور ۱۴۰۴"
    assert numeric_ascii(date) == "1404/06/05"


def test_a_reporting_month_has_its_bounds_title_and_neighbours() -> None:
    assert jalali_month(to_gregorian(1404, 6, 31)) == "1404-06"
    assert month_bounds("1404-06") == (to_gregorian(1404, 6, 1), to_gregorian(1404, 6, 31))
    assert month_bounds("1403-12")[1] == to_gregorian(1403, 12, 30)
    assert month_title("1404-06") == "شهریور ۱۴۰۴"
    assert shift_month("1404-01", -1) == "1403-12"
    assert shift_month("1404-12", 13) == "1406-01"


@given(MONTH_CODES, st.integers(-500, 500))
def test_months_are_shifted_back_to_where_they_were(month: str, n: int) -> None:
    assert shift_month(shift_month(month, n), -n) == month


@given(MONTH_CODES)
def test_months_follow_each_other_without_a_gap(month: str) -> None:
    first, last = month_bounds(month)
    assert jalali_month(first) == jalali_month(last) == month
    assert month_bounds(shift_month(month, 1))[0] == last + dt.timedelta(days=1)


@given(MONTH_CODES)
def test_a_printed_month_can_be_typed_back(month: str) -> None:
    assert read_month(month_title(month)) == month


@pytest.mark.parametrize("typed", ["1404-06", "1404/6", "۱۴۰۴/۰۶", "۱۴۰۴-۶", " شهريور  ۱۴۰۴ ", "۱۴۰۴ / ۶"])
def test_a_month_is_read_however_it_is_typed(typed: str) -> None:
    assert read_month(typed) == "1404-06"


@pytest.mark.parametrize("typed", ["", "1404", "1404-13", "1404-0", "04-06", "ژوئن 1404", "1404-06-15"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    assert refused(read_month, typed) == "bad_date"


def test_a_month_of_another_age_is_refused() -> None:
    assert refused(read_month, "2025-06") == "date_out_of_range"


def test_months_are_added_with_the_day_kept_where_the_month_allows() -> None:
    assert add_months(to_gregorian(1404, 6, 31), 1) == to_gregorian(1404, 7, 30)
    assert add_months(to_gregorian(1403, 12, 30), 12) == to_gregorian(1404, 12, 29)
    assert add_months(to_gregorian(1404, 1, 10), -1) == to_gregorian(1403, 12, 10)
    with pytest.raises(Refusal, match="date_out_of_range"):
        add_months(LAST_DATE, 1)


def test_age_grows_on_the_birthday_of_the_jalali_calendar() -> None:
    birth = to_gregorian(1362, 4, 10)
    assert age_on(birth, to_gregorian(1404, 4, 9)) == 41
    assert age_on(birth, to_gregorian(1404, 4, 10)) == 42
    assert age_on(to_gregorian(1399, 12, 30), to_gregorian(1400, 12, 29)) == 0
    assert age_on(to_gregorian(1399, 12, 30), to_gregorian(1401, 1, 1)) == 1


@given(DATES, DATES)
def test_nobody_grows_younger(birth: dt.date, on: dt.date) -> None:
    if birth <= on < LAST_DATE:
        assert 0 <= age_on(birth, on) <= age_on(birth, on + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("typed", "jalali", "precision"),
    [
        ("1362", (1362, 1, 1), Precision.year),
        ("۱۳۶۲", (1362, 1, 1), Precision.year),
        ("1362/4", (1362, 4, 1), Precision.month),
        ("۱۳۶۲/۰۴/۱۰", (1362, 4, 10), Precision.day),
        ("۱۳۶۲ / ۴ / ۱۰", (1362, 4, 10), Precision.day),
        ("\u2067١٣٦٢/٤/١٠\u2069", (1362, 4, 10), Precision.day),
        ("1362-04-10", (1362, 4, 10), Precision.day),
        ("1362.4.10", (1362, 4, 10), Precision.day),
        ("13620410", (1362, 4, 10), Precision.day),
        ("62/4/10", (1362, 4, 10), Precision.day),
        ("04/06/15", (1404, 6, 15), Precision.day),
        ("20/1/1", (1420, 1, 1), Precision.day),
        ("21/1/1", (1321, 1, 1), Precision.day),
        ("1983-07-01", (1362, 4, 10), Precision.day),
        ("19830701", (1362, 4, 10), Precision.day),
    ],
)
def test_a_date_is_read_with_as_much_of_it_as_is_known(
    typed: str, jalali: tuple[int, int, int], precision: Precision
) -> None:
    assert read_partial(typed) == PartialDate(to_gregorian(*jalali), precision)


@pytest.mark.parametrize(
    "typed", ["", "دیروز", "62", "62/4", "1362/4-10", "136204", "1983", "1983-07", "1/2/3", "1362/4/"]
)
def test_what_could_mean_two_dates_or_none_is_refused(typed: str) -> None:
    assert refused(read_partial, typed) == "bad_date"


@pytest.mark.parametrize(
    "typed", ["1404/12/30", "1404/7/31", "1404/13", "1404/00", "1404/01/00", "2025-02-29", "13620432"]
)
def test_a_typed_day_that_is_in_no_calendar_is_refused(typed: str) -> None:
    assert refused(read_partial, typed) == "no_such_day"


@pytest.mark.parametrize("typed", ["1205", "1499/01/01", "1600", "1801-01-01", "2120-12-01"])
def test_a_typed_year_outside_the_exact_span_is_refused(typed: str) -> None:
    assert refused(read_partial, typed) == "date_out_of_range"


def test_where_a_day_is_needed_a_year_or_month_is_not_enough() -> None:
    assert read_date("۱۴۰۴/۶/۱۵") == to_gregorian(1404, 6, 15)
    assert refused(read_date, "1404") == "bad_date"
    assert refused(read_date, "1404/06") == "bad_date"


@given(DATES)
def test_a_printed_date_can_be_typed_back(date: dt.date) -> None:
    assert read_date(short(date)) == date
    assert read_date(numeric_ascii(date).replace("/", "")) == date
    assert read_date(date.isoformat()) == date


@given(st.text(st.sampled_from("0123456789۰۱۴٤/-. ") | st.characters(), max_size=12))
def test_no_typing_breaks_the_reading_of_dates(typed: str) -> None:
    try:
        found = read_partial(typed)
    except Refusal:
        return
    assert FIRST_DATE <= found.date <= LAST_DATE


def test_a_year_has_twelve_months() -> None:
    assert len(set(MONTHS)) == 12
    assert MONTHS[5] == "شهریور"
