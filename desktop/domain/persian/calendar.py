"""The Jalali calendar over stored Gregorian dates, exact for the years 1206 to 1498.

The law begins the year with the day at whose noon in Iran (52.5° E) the sun has passed the equinox. Within those
years this comes to a cycle of 33; the tests compute every equinox and compare.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from desktop.domain.persian.digits import to_ascii, to_persian
from desktop.domain.persian.text import clean, name_key
from desktop.domain.problems import Refusal

MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
WEEKDAYS = ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه")
FIRST_YEAR = 1206
LAST_YEAR = 1498

_LEAP_PLACES = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_FIRST_DAY = dt.date(1827, 3, 22).toordinal()
_FIRST_GREGORIAN_YEAR = 1800
_OLDEST_SHORT_YEAR = 20
_SEPARATED = re.compile(r"(\d{4}|\d{2})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?", re.ASCII)
_LOOSE_SEPARATOR = re.compile(r" ?([-/.]) ?")
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})", re.ASCII)
_TITLED_MONTH = re.compile(r"(\D+)(\d{4})", re.ASCII)
_SHORT_MONTH = re.compile(r"(\D+)(\d{2})", re.ASCII)
_SAID_YEAR = re.compile(r"سال ?(\d{4}|\d{2})", re.ASCII)
_LAST_DAY = 31  # two digits above it can be no day
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(1[234]\d\d)", re.ASCII)
_SPOKEN = re.compile(r"(\D*?) ?(\d{1,2}) ?(\D+?) ?(\d{4}|\d{2})", re.ASCII)


class Jalali(NamedTuple):
    """A day as the office names it."""

    year: int
    month: int
    day: int


class Precision(StrEnum):
    """How much of a date a person really knows."""

    day = "day"
    month = "month"
    year = "year"


class PartialDate(NamedTuple):
    """A date of which perhaps only the year or month is known; `date` is then its first day."""

    date: dt.date
    precision: Precision


def is_leap(year: int) -> bool:
    """Whether Esfand of this year has thirty days."""
    return year % 33 in _LEAP_PLACES


_YEAR_STARTS = tuple(
    accumulate((366 if is_leap(year) else 365 for year in range(FIRST_YEAR, LAST_YEAR + 1)), initial=_FIRST_DAY)
)
_MONTH_BY_KEY = {name_key(name + suffix): n for n, name in enumerate(MONTHS, 1) for suffix in ("", "ماه")}
_WEEKDAY_BY_KEY = {name_key(name): number for number, name in enumerate(WEEKDAYS)}


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29


def from_gregorian(d: dt.date) -> Jalali:
    """The stored date as the office names it."""
    ordinal = d.toordinal()
    if not _YEAR_STARTS[0] <= ordinal < _YEAR_STARTS[-1]:
        raise Refusal("date_out_of_range")
    year = d.year - 621
    if year > LAST_YEAR or ordinal < _YEAR_STARTS[year - FIRST_YEAR]:
        year -= 1
    passed = ordinal - _YEAR_STARTS[year - FIRST_YEAR]
    if passed < 186:
        return Jalali(year, passed // 31 + 1, passed % 31 + 1)
    return Jalali(year, (passed - 186) // 30 + 7, (passed - 186) % 30 + 1)


def to_gregorian(year: int, month: int, day: int) -> dt.date:
    """The date to store for a day the office names."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refusal("date_out_of_range")
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        raise Refusal("no_such_day")
    before = 31 * (month - 1) - max(0, month - 7)
    return dt.date.fromordinal(_YEAR_STARTS[year - FIRST_YEAR] + before + day - 1)


def weekday(d: dt.date) -> int:
    """The day of the office's week: 0 is شنبه, 6 is جمعه."""
    return (d.weekday() + 2) % 7


def weekday_name(d: dt.date) -> str:
    """The Persian name of the day of the week."""
    return WEEKDAYS[weekday(d)]


def jalali_month(d: dt.date) -> str:
    """The reporting month a day belongs to, as it is stored: "1404-06"."""
    day = from_gregorian(d)
    return _month_code(day.year, day.month)


def month_bounds(month: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of a reporting month."""
    year, number = _month_parts(month)
    return to_gregorian(year, number, 1), to_gregorian(year, number, month_length(year, number))


def shift_month(month: str, n: int) -> str:
    """The reporting month `n` months later, or earlier when negative."""
    year, number = _shifted(*_month_parts(month), n)
    return _month_code(year, number)


def month_title(month: str) -> str:
    """A reporting month as a heading: «شهریور ۱۴۰۴»."""
    year, number = _month_parts(month)
    return to_persian(f"{MONTHS[number - 1]} {year}")


def read_month(text: str) -> str:
    """A reporting month as typed («۱۴۰۴/۶», «شهریور ۱۴۰۴») in its stored form."""
    typed = _compact(text)
    if found := _MONTH.fullmatch(typed):
        year, number = int(found[1]), int(found[2])
    elif found := _TITLED_MONTH.fullmatch(typed):
        year, number = int(found[2]), _named_month(found[1])
    else:
        raise Refusal("bad_date")
    if not 1 <= number <= 12:
        raise Refusal("bad_date")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refusal("date_out_of_range")
    return _month_code(year, number)


def add_months(d: dt.date, n: int) -> dt.date:
    """The same day `n` months on, or the last day of a month that is too short for it."""
    start = from_gregorian(d)
    year, month = _shifted(start.year, start.month, n)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refusal("date_out_of_range")
    return to_gregorian(year, month, min(start.day, month_length(year, month)))


def age_on(birth: dt.date, on: dt.date) -> int:
    """A person's full years on a day, counted by the birthdays of their own calendar."""
    born, today = from_gregorian(birth), from_gregorian(on)
    return today.year - born.year - (today[1:] < born[1:])


def short(d: dt.date) -> str:
    """A date for tables: «۱۴۰۴/۰۶/۱۵»."""
    return to_persian(numeric_ascii(d))


def long(d: dt.date) -> str:
    """A date for letters and headings: «شنبه ۱۵ شهریور ۱۴۰۴»."""
    day = from_gregorian(d)
    return to_persian(f"{weekday_name(d)} {day.day} {MONTHS[day.month - 1]} {day.year}")


def numeric_ascii(d: dt.date) -> str:
    """A Jalali date for files and codes: "1404/06/15"."""
    day = from_gregorian(d)
    return f"{day.year}/{day.month:02}/{day.day:02}"


def read_date(text: str) -> dt.date:
    """A full date as typed; a lone year or month is not enough."""
    found = read_partial(text)
    if found.precision is not Precision.day:
        raise Refusal("bad_date")
    return found.date


def read_partial(text: str) -> PartialDate:
    """A date as typed («۱۴۰۴/۶/۱۵», «۱۵ شهریور ۱۴۰۴», «شهریور ۱۴۰۴», «۱۴۰۴»), with as much of it as is known.

    Two-digit years above 20 are 13xx, others 14xx; without their day («اسفند ۹۶») they must be none, and alone be
    called a year («سال ۹۶»): 96 might be an age. A year from 1800 on is Gregorian and needs its day,
    because half a Gregorian year belongs to another Jalali one.
    """
    year, month, day = _typed_parts(_compact(text))
    if len(year) == 2:
        if month is None or (day is None and int(year) <= _LAST_DAY):
            raise Refusal("bad_date")
        return PartialDate(_jalali_date(_full_year(int(year)), month, day), _precision(month, day))
    if int(year) >= _FIRST_GREGORIAN_YEAR:
        return PartialDate(_gregorian_date(int(year), month, day), Precision.day)
    return PartialDate(_jalali_date(int(year), month, day), _precision(month, day))


def _compact(text: str) -> str:
    if text.isascii() and text.isprintable() and " " not in text:
        return text
    return _LOOSE_SEPARATOR.sub(r"\1", to_ascii(clean(text)))


def _typed_parts(typed: str) -> tuple[str, int | None, int | None]:
    if found := _EIGHT_DIGITS.fullmatch(typed):
        return found[1], int(found[2]), int(found[3])
    if found := _SEPARATED.fullmatch(typed):
        return found[1], _number(found[3]), _number(found[4])
    if found := _DAY_FIRST.fullmatch(typed):
        return found[4], int(found[3]), int(found[1])
    if found := _SAID_YEAR.fullmatch(typed):
        return str(_full_year(int(found[1])) if len(found[1]) == 2 else found[1]), None, None
    if found := _TITLED_MONTH.fullmatch(typed) or _SHORT_MONTH.fullmatch(typed):
        return found[2], _named_month(found[1]), None
    if found := _SPOKEN.fullmatch(typed):
        return _spoken_parts(*found.groups())
    raise Refusal("bad_date")


def _spoken_parts(name_of_day: str, day: str, month: str, year: str) -> tuple[str, int, int]:
    """«شنبه ۱۵ شهریور ۱۴۰۴»; a wrong day of the week shows that one of the two was mistyped."""
    number, full_year = _named_month(month), int(year) if len(year) == 4 else _full_year(int(year))
    if full_year >= _FIRST_GREGORIAN_YEAR:
        raise Refusal("bad_date")
    weekday_meant = _WEEKDAY_BY_KEY.get(name_key(name_of_day))
    if name_of_day and weekday_meant != weekday(to_gregorian(full_year, number, int(day))):
        raise Refusal("bad_date")
    return year, number, int(day)


def _named_month(name: str) -> int:
    number = _MONTH_BY_KEY.get(name_key(name))
    if number is None:
        raise Refusal("bad_date")
    return number


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _full_year(short_year: int) -> int:
    return short_year + (1300 if short_year > _OLDEST_SHORT_YEAR else 1400)


def _jalali_date(year: int, month: int | None, day: int | None) -> dt.date:
    return to_gregorian(year, 1 if month is None else month, 1 if day is None else day)


def _gregorian_date(year: int, month: int | None, day: int | None) -> dt.date:
    if month is None or day is None:
        raise Refusal("bad_date")
    try:
        date = dt.date(year, month, day)
    except ValueError:
        raise Refusal("no_such_day") from None
    from_gregorian(date)
    return date


def _precision(month: int | None, day: int | None) -> Precision:
    if month is None:
        return Precision.year
    return Precision.month if day is None else Precision.day


def _month_code(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def _month_parts(month: str) -> tuple[int, int]:
    year, number = read_month(month).split("-")
    return int(year), int(number)


def _shifted(year: int, month: int, n: int) -> tuple[int, int]:
    months = year * 12 + month - 1 + n
    return months // 12, months % 12 + 1
