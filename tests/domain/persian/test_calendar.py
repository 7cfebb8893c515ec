"""The Jalali calendar: every year against the sun, every day against its neighbours."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCalendar

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
from tests.domain.persian.equinox import equinox, minutes_from_noon, nowruz
from tests.domain.persian.refusals import refused

FIRST_DATE = dt.date(1827, 3, 22)
LAST_DATE = to_gregorian(LAST_YEAR, 12, month_length(LAST_YEAR, 12))
DATES = st.dates(FIRST_DATE, LAST_DATE)
MONTH_CODES = st.builds(lambda year, month: f"{year}-{month:02}", st.integers(1300, 1450), st.integers(1, 12))

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


@pytest.mark.parametrize(
    ("year", "published"),
    [
        (1399, "2020-03-20 07:19:37"),
        (1400, "2021-03-20 13:07:28"),
        (1401, "2022-03-20 19:03:26"),
        (1402, "2023-03-21 00:54:28"),
        (1403, "2024-03-20 06:36:26"),
        (1404, "2025-03-20 12:31:30"),
        (1405, "2026-03-20 18:15:59"),
    ],
)
def test_the_computed_spring_is_the_one_that_was_announced(year: int, published: str) -> None:
    assert abs(equinox(year + 621) - dt.datetime.fromisoformat(published)) < dt.timedelta(minutes=1)


def test_every_year_begins_on_the_day_whose_noon_spring_has_passed() -> None:
    assert [to_gregorian(year, 1, 1) for year in YEARS] == [nowruz(year) for year in YEARS]
    assert nowruz(LAST_YEAR + 1) == LAST_DATE + dt.timedelta(days=1)


def test_every_leap_year_is_a_year_of_366_days_from_spring_to_spring() -> None:
    for year in YEARS:
        days = (nowruz(year + 1) - nowruz(year)).days
        assert is_leap(year) == (days == 366), year
        assert sum(month_length(year, month) for month in range(1, 13)) == days


def test_only_one_spring_came_too_near_to_noon_to_be_computed_and_that_one_is_known() -> None:
    """1309 was decided by seconds; there the cycle of 2820 years, made from the calendars in use, agrees with ours."""
    narrow = [year for year in (*YEARS, LAST_YEAR + 1) if abs(minutes_from_noon(year)) < 2]
    assert narrow == [1309]
    assert is_leap(1309) is leap_by_2820_years(1309) is True
    assert is_leap(1308) is leap_by_2820_years(1308) is False


def test_leap_years_are_those_of_the_sky_where_simple_cycles_go_astray() -> None:
    assert [year for year in range(1396, 1413) if is_leap(year)] == [1399, 1403, 1408, 1412]
    by_2820_years = [year for year in YEARS if leap_by_2820_years(year)]
    by_the_sky = [year for year in YEARS if (nowruz(year + 1) - nowruz(year)).days == 366]
    astray = sorted(set(by_2820_years) ^ set(by_the_sky))
    assert {1403, 1404, 1436, 1437} <= set(astray)
    assert not any(is_leap(year) != (year in by_the_sky) for year in astray)


def leap_by_2820_years(year: int) -> bool:
    """A. Birashk's cycle, right about the past century and astray from 1403 on."""
    return ((year - 474) % 2820 + 474 + 38) * 682 % 2816 < 682


def test_it_is_the_calendar_of_qt_where_that_one_is_right() -> None:
    qt = QCalendar(QCalendar.System.Jalali)
    for year in range(1277, 1436):
        day = qt.dateFromParts(year, 1, 1)
        assert to_gregorian(year, 1, 1) == dt.date(day.year(), day.month(), day.day())


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
    assert add_months(to_gregorian(1404, 11, 30), 1) == to_gregorian(1404, 12, 29)
    assert add_months(to_gregorian(1402, 12, 29), 12) == to_gregorian(1403, 12, 29)
    with pytest.raises(Refusal, match="date_out_of_range"):
        add_months(LAST_DATE, 1)


def test_three_months_are_not_ninety_days() -> None:
    approved = to_gregorian(1404, 5, 10)
    assert add_months(approved, 3) == to_gregorian(1404, 8, 10)
    assert approved + dt.timedelta(days=90) == to_gregorian(1404, 8, 8)


@given(st.dates(to_gregorian(1300, 1, 1), to_gregorian(1400, 1, 1)), st.integers(-600, 600))
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(date: dt.date, n: int) -> None:
    start, end = from_gregorian(date), from_gregorian(add_months(date, n))
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == n
    assert end.day == min(start.day, month_length(end.year, end.month))
    if n >= 0:
        assert add_months(date, n) <= add_months(date + dt.timedelta(days=1), n)


def test_age_grows_on_the_birthday_of_the_jalali_calendar() -> None:
    birth = to_gregorian(1362, 4, 10)
    assert age_on(birth, to_gregorian(1404, 4, 9)) == 41
    assert age_on(birth, to_gregorian(1404, 4, 10)) == 42
    assert age_on(birth, birth) == 0


def test_who_was_born_on_the_last_day_of_a_leap_year_is_a_year_older_when_the_year_is_over() -> None:
    born_on_29th, born_on_30th, born_at_nowruz = (
        to_gregorian(*d) for d in ((1399, 12, 29), (1399, 12, 30), (1400, 1, 1))
    )
    last_of_common, nowruz_after = to_gregorian(1400, 12, 29), to_gregorian(1401, 1, 1)
    assert [age_on(born, last_of_common) for born in (born_on_29th, born_on_30th, born_at_nowruz)] == [1, 0, 0]
    assert [age_on(born, nowruz_after) for born in (born_on_29th, born_on_30th, born_at_nowruz)] == [1, 1, 1]
    assert age_on(born_on_30th, to_gregorian(1403, 12, 29)) == 3
    assert age_on(born_on_30th, to_gregorian(1403, 12, 30)) == 4
    assert age_on(to_gregorian(1400, 12, 29), to_gregorian(1403, 12, 29)) == 3


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
        ("۱۰ تیر ۱۳۶۲", (1362, 4, 10), Precision.day),
        ("جمعه ۱۰ تير ماه ۱۳۶۲", (1362, 4, 10), Precision.day),
        ("۱۰ تیرماه ۶۲", (1362, 4, 10), Precision.day),
        ("تیر ۱۳۶۲", (1362, 4, 1), Precision.month),
        ("اسفند ۹۶", (1396, 12, 1), Precision.month),
        ("96/12", (1396, 12, 1), Precision.month),
        ("سال ۹۶", (1396, 1, 1), Precision.year),
        ("سال 1396", (1396, 1, 1), Precision.year),
        ("تيرماه ١٣٦٢", (1362, 4, 1), Precision.month),
        ("۱۰/۰۴/۱۳۶۲", (1362, 4, 10), Precision.day),
        ("31-6-1404", (1404, 6, 31), Precision.day),
        ("1399/12/30", (1399, 12, 30), Precision.day),
        ("1983-07-01", (1362, 4, 10), Precision.day),
        ("19830701", (1362, 4, 10), Precision.day),
    ],
)
def test_a_date_is_read_with_as_much_of_it_as_is_known(
    typed: str, jalali: tuple[int, int, int], precision: Precision
) -> None:
    assert read_partial(typed) == PartialDate(to_gregorian(*jalali), precision)


@pytest.mark.parametrize(
    "typed",
    [
        "", "دیروز", "62", "12/4", "سال", "تیر ۱۲", "1362/4-10", "136204", "1983", "1983-07", "1/2/3", "1362/4/", "تیر",
        "10/4-1362", "10/4/1983", "۱۰ ژوئن ۱۳۶۲", "۱۰ تیر ۱۹۸۳", "تیر ۱۹۸۳", "شنبه ۱۰ تیر ۱۳۶۲", "فردا ۱۰ تیر ۱۳۶۲",
        "1362 10 4",
    ],
)  # fmt: skip
def test_what_could_mean_two_dates_or_none_is_refused(typed: str) -> None:
    assert refused(read_partial, typed) == "bad_date"


@pytest.mark.parametrize(
    "typed",
    [
        "31/7/1404",
        "۳۰ اسفند ۱۴۰۴",
        "۰ تیر ۱۴۰۴",
        "1404/12/30",
        "1404/7/31",
        "1404/13",
        "1404/00",
        "1404/01/00",
        "2025-02-29",
        "13620432",
    ],
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
    assert read_date(long(date)) == date
    assert read_partial(month_title(jalali_month(date))) == (month_bounds(jalali_month(date))[0], Precision.month)
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
