"""How the window says what the rooms below say in Persian: their words, digits and dates in the window's own language.

The domain knows no Qt and writes Persian. Every text of it that is shown passes through here; texts of the window
itself go through `tr` as usual. A window that reads from right to left has Persian digits, the others Latin ones; the
calendar is everywhere the office's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from desktop.domain.codes import CODE_LISTS
from desktop.domain.persian import calendar
from desktop.domain.persian import digits as persian
from desktop.domain.persian.times import short_time as persian_time
from desktop.domain.problems import Problem
from desktop.domain.sentences import SENTENCES
from desktop.ui.widgets.direction import is_persian, is_rtl, isolated, left_to_right

_COMMA = "، "
_NBSP = "\u00a0"
_LABELS = ("source", "target", "kind", "label")  # facts of problems that are words of the domain
_POINTS = str.maketrans({persian.THOUSANDS: ",", persian.DECIMAL_POINT: ".", persian.PERCENT: "%"})


def said(text: str, of: str = "") -> str:
    """A word or sentence of the domain; whatever is none of them stays as it is.

    `of` names the code list of a label: the county «سرباز» is no soldier.
    """
    return QCoreApplication.translate("domain", text, of) if text else ""


def told(problem: Problem) -> str:
    """The sentence of a problem. What somebody typed is repeated as typed."""
    facts = {name: str(fact) if name == "given" else digits(str(fact)) for name, fact in problem.facts.items()}
    return said(SENTENCES[problem.code]).format(
        **{name: said(fact) if name in _LABELS else fact for name, fact in facts.items()}
    )


def told_all(problems: Iterable[Problem]) -> str:
    """The sentences of several problems, each once, line by line."""
    return "\n".join(dict.fromkeys(told(problem) for problem in problems))


def label_of(list_name: str, code: str | None) -> str:
    """The text of a code; "" for nothing, the code itself if it is none of the list."""
    return said(CODE_LISTS[list_name].get(code, code), list_name) if code else ""


def labels_of(list_name: str) -> dict[str, str]:
    """The codes of a list with their texts, in its order."""
    return said_labels(CODE_LISTS[list_name], list_name)


def said_labels(labels: Mapping[str, str], list_name: str) -> dict[str, str]:
    """The same codes with their texts as the window says them."""
    return {code: said(text, list_name) for code, text in labels.items()}


def listed(parts: Iterable[str]) -> str:
    """Several things in one line; empty ones are left out."""
    return _joined(_COMMA if is_rtl() else ", ", parts)


def dashed(parts: Iterable[str]) -> str:
    """Two sorts of things in one line; empty ones are left out."""
    return _joined(" — ", parts)


def _joined(separator: str, parts: Iterable[str]) -> str:
    shown = [part for part in parts if part]
    return separator.join(shown) if is_rtl() else left_to_right(separator.join(map(isolated, shown)))


def digits(text: str) -> str:
    """A text with its digits, and its codes in their order; letters stay."""
    shown = persian.to_persian(text) if is_rtl() else persian.to_ascii(text).translate(_POINTS)
    return persian.codes_in_order(shown)


def grouped(n: int) -> str:
    """A count: «۱۲٬۳۴۵»."""
    return digits(persian.grouped(n))


def decimal(x: float, places: int = 1) -> str:
    """A measure: «۶۲٫۵»."""
    return digits(persian.decimal(x, places))


def percent(x: float, places: int = 1) -> str:
    """A share that is already counted in hundredths: «۶۲٫۵٪»."""
    return digits(persian.percent(x, places))


def rial_and_toman(rial: int) -> str:
    """An amount as it is counted and as people say it: «۱۸۶٬۵۰۰٬۰۰۰ ریال — ۱۸٫۶۵ میلیون تومان»."""
    from desktop.domain.persian import money  # not needed for the first paint

    exact = QCoreApplication.translate("Money", "{amount} ریال").format(amount=grouped(rial))
    said_so = QCoreApplication.translate("Money", "{amount} میلیون تومان")
    return dashed((exact, said_so.format(amount=digits(money.million_toman(rial).split(" ")[0]))))


def in_words(rial: int) -> str:
    """An amount in words, in rial and in toman; only Persian has them, other windows show nothing."""
    from desktop.domain.persian.money import money_words  # not needed for the first paint

    return money_words(rial) if is_rtl() else ""


def short(day: dt.date) -> str:
    """A date for tables: «۱۴۰۴/۰۶/۱۵»."""
    return digits(calendar.short(day))


def long(day: dt.date) -> str:
    """A date for headings: «شنبه ۱۵ شهریور ۱۴۰۴»."""
    jalali = calendar.from_gregorian(day)
    weekday = said(calendar.weekday_name(day))
    return digits(f"{weekday} {jalali.day} {month_name(jalali.month)} {jalali.year}")


def weekday_title(number: int) -> str:
    """The name of a day of the office's week, 0 to 6, Saturday first."""
    return said(calendar.WEEKDAYS[number])


def month_name(number: int) -> str:
    """The name of a month of the office's calendar, 1 to 12."""
    return said(calendar.MONTHS[number - 1])


def month_title(month: str) -> str:
    """A reporting month as a heading: «شهریور ۱۴۰۴»."""
    year, number = month.split("-")
    return digits(f"{month_name(int(number))} {year}")


def short_time(hour: dt.time) -> str:
    """An hour: «۱۰:۳۰»."""
    return digits(persian_time(hour))


def mobile_text(number: str | None) -> str:
    """A mobile number as it is said aloud, «۰۹۱۲ ۳۴۵ ۶۷۸۹», joined lest it be turned around."""
    return digits(_NBSP.join((number[:4], number[4:7], number[7:]))) if number else ""


def retold(line: str) -> str:
    """A line that the store has put together of several texts, such as the detail of a search entry."""
    parts = [digits(said(part)) for part in line.split(_COMMA)]
    if not is_rtl():  # an address is one thing, though it has commas of its own
        parts = [(_COMMA if whole else ", ").join(run) for whole, run in groupby(parts, key=is_persian)]
    return listed(parts)
