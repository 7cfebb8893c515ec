"""Templates, and how values are told in them: Persian digits, Jalali dates, labels of codes. Everything is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from desktop.domain.clock import IRAN
from desktop.domain.codes import label_of
from desktop.domain.persian.calendar import long, month_title, short
from desktop.domain.persian.digits import decimal, grouped, percent, to_persian
from desktop.domain.persian.money import million_rial
from desktop.domain.problems import Problem
from province.access import ROLES, Permission
from province.pages import assets, charts
from province.pages.cells import cells
from province.pages.declared import Shown
from province.pages.navigation import rail
from province.pages.notices import NOTICES
from province.pages.visiting import Visit

_NOTHING = "—"
_TONES = {
    "ok": {"accepted", "approved", "active", "received", "funded", "evaluated", "full"},
    "info": {"sent", "running", "allocated", "licensed", "proposed", "requested"},
    "warn": {"pending", "suspended", "announced_waiting_credit", "overdue"},
    "danger": {"returned", "revoked", "closed", "disabled"},
}


def render(visit: Visit, shown: Shown) -> str:
    """The page as text."""
    return (
        _environment()
        .get_template(shown.template)
        .render(
            visit=visit,
            rail=rail(visit),
            notice=NOTICES.get(visit.told, ""),
            problem=Problem,
            **shown.context,
        )
    )


def read_templates() -> None:
    """Compile all of them, so that no reader waits for it."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a server that runs while its program is renewed goes on as it began
    )
    made.filters |= {
        "digits": digits, "count": count, "share": share, "measure": measure, "day": day, "long_day": long_day,
        "moment": moment, "month_choices": month_choices, "query": query, "tone": tone, "cells": cells,
        "month": month, "label": label, "money": money, "role": lambda code: ROLES.get(code, code),
    }  # fmt: skip
    made.globals |= {"icon": assets.icon, "asset": assets.address, "may": Permission, "charts": charts}
    return made


def digits(value: Any) -> str:
    """Any text with Persian digits."""
    return _NOTHING if value in (None, "") else to_persian(str(value))


def count(value: int | None) -> str:
    return _NOTHING if value is None else grouped(value)


def measure(value: float | None, places: int = 1) -> str:
    return _NOTHING if value is None else decimal(value, places)


def share(value: float | None) -> str:
    """A share that is counted in hundredths."""
    return _NOTHING if value is None else percent(value)


def day(value: date | datetime | str | None) -> str:
    """«۱۴۰۵/۰۶/۱۵»."""
    return _NOTHING if value is None else short(_in_iran(value))


def long_day(value: date | datetime | None) -> str:
    """«یکشنبه ۱۵ شهریور ۱۴۰۵»."""
    return _NOTHING if value is None else long(_in_iran(value))


def moment(value: datetime | str | None) -> str:
    """«۱۴۰۵/۰۶/۱۵، ۱۰:۰۰» in Iran's time."""
    if value is None:
        return _NOTHING
    told = _utc(value).astimezone(IRAN)
    return f"{short(told.date())}، {to_persian(told.strftime('%H:%M'))}"


def month_choices(months: Iterable[str]) -> list[tuple[str, str]]:
    return [(one, month(one)) for one in months]


def query(kept: Mapping[str, Any], page: int) -> str:
    """The filters of a list and its next page, as an address says them."""
    return urlencode({name: value for name, value in kept.items() if value} | {"page": page})


def tone(state: str | None) -> str:
    """How a state is coloured: done, waiting, wrong, or none of these."""
    return next((tone for tone, states in _TONES.items() if state in states), "muted")


@lru_cache(maxsize=256)
def month(value: str | None) -> str:
    return _NOTHING if not value else month_title(value)


def label(value: str | None, codes: str) -> str:
    """The Persian label of a code."""
    return _NOTHING if value in (None, "") else label_of(codes, value)


def money(rial: int | None) -> str:
    return _NOTHING if rial is None else million_rial(rial)


def _in_iran(value: date | datetime | str) -> date:
    if isinstance(value, str | datetime):
        return _utc(value).astimezone(IRAN).date()
    return value


def _utc(value: datetime | str) -> datetime:
    """A moment; published records tell theirs as a text without its zone, which is UTC."""
    told = datetime.fromisoformat(value) if isinstance(value, str) else value
    return told if told.tzinfo else told.replace(tzinfo=UTC)
