"""What the declarations say of showing a record: the text of each value, the columns of its list, its facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.domain.fields import About, Input
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import PartialDate, Precision
from desktop.domain.persian.digits import stored_percent
from desktop.ui.widgets.jalali_field import partial_text
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import (
    decimal,
    digits,
    grouped,
    label_of,
    labels_of,
    listed,
    long,
    month_title,
    said,
    short,
    short_time,
)

Tones = Mapping[str, Mapping[str, Tone]]
"""Field → code → the colour of its badge; of yes and no the codes are "yes" and "no"."""

_ICONS = {
    Input.LINK: "map-pin",
    Input.CODE: "list-checks",
    Input.CODES: "list-checks",
    Input.YES_NO: "circle-check",
    Input.DATE: "calendar",
    Input.PARTIAL_DATE: "calendar",
    Input.MONTH: "calendar",
    Input.TIME: "clock",
    Input.MONEY: "wallet",
    Input.DIGITS: "id-card",
    Input.LINES: "file-text",
}
_LONG_TITLE = 80  # letters; a title that may be longer than these needs more room than what stands before it
_FIRST_YEAR = 1200  # what cannot be less is a year, and years are not grouped
_WIDTHS = {
    Input.INTEGER: 84,
    Input.YES_NO: 84,
    Input.DATE: 104,
    Input.PARTIAL_DATE: 104,
    Input.DECIMAL: 92,
    Input.DIGITS: 118,
    Input.MONEY: 164,
    Input.LINK: 144,
}


def value_text(about: About, value: Any, titles: Mapping[str, str], *, long_dates: bool = False) -> str:
    """What people read for a stored value; "" for nothing. `titles` names the records that links point to."""
    if value is None or value in ("", [], {}):
        return ""
    if about.input is Input.LINK:
        return titles.get(value, "—")
    if about.input is Input.DATE and long_dates:
        return long(value)
    if about.percent_of:
        return digits(stored_percent(value, about.percent_of))
    made = _TEXTS.get(about.input)
    return made(about, value) if made else digits(str(value))


def field_text(kind: str, name: str, row: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """The same for a field of a record, of whose date perhaps only the year is known."""
    about, value = KINDS[kind].fields[name], row[name]
    precision = row[about.precision_field] if about.precision_field else None
    if value is not None and precision:
        return partial_text(PartialDate(value, Precision(precision)))
    return value_text(about, value, titles)


def declared_columns(kind: str, tones: Tones, *, avatar: bool = False) -> list[Column]:
    """The columns that the declarations put in the list; the longest title, else the first, takes what is left."""
    fields = KINDS[kind].fields
    names = sorted((name for name, about in fields.items() if about.column), key=lambda name: fields[name].column)
    long = (name for name in KINDS[kind].title if name in names and fields[name].longest > _LONG_TITLE)
    widest = next(long, names[0])
    return [
        Column(
            key=name,
            title=said(fields[name].label),
            text=partial(_cell, kind, name),
            width=0 if name == widest else _WIDTHS.get(fields[name].input, 128),
            tone=partial(_tone, name, tones[name]) if name in tones else None,
            avatar=avatar and not place,
            ltr=fields[name].input in (Input.DIGITS, Input.DATE, Input.PARTIAL_DATE, Input.INTEGER),
            sort_key="" if fields[name].input in (Input.LINK, Input.CODES) else name,
            samples=_samples(fields[name]),
        )
        for place, name in enumerate(names)
    ]


def _samples(about: About) -> list[str]:
    """The heading of a column, and every word of a list that may stand under it."""
    words = labels_of(about.codes).values() if about.input is Input.CODE else ()
    return [f"{said(about.label)}  ", *words]


class DeclaredFact(NamedTuple):
    """What a field says of a record."""

    name: str
    icon: str
    label: str
    text: str


def declared_facts(
    kind: str, row: Mapping[str, Any], titles: Mapping[str, str], but: Collection[str] = ()
) -> list[DeclaredFact]:
    """Every field that has something to say, `but` those that are shown already."""
    fields = KINDS[kind].fields
    hidden = {*but, *(about.precision_field for about in fields.values())}
    return [
        DeclaredFact(name, _ICONS.get(about.input, "info"), said(about.label), text)
        for name, about in fields.items()
        if name not in hidden and _is_told(about) and (text := field_text(kind, name, row, titles))
    ]


def _is_told(about: About) -> bool:
    """What a form asks, what a step has brought, and whom or which day the program has noted."""
    noted = about.input in (Input.LINK, Input.DATE) if about.by_program else True
    return about.in_form or (noted and about.logged)


def title_of(kind: str, row: Mapping[str, Any], titles: Mapping[str, str] = MappingProxyType({})) -> str:
    """What people call a record, from its own fields. `titles` names the records that links point to."""
    declared = KINDS[kind]
    parts = (field_text(kind, name, row, titles) for name in declared.title)
    return " ".join(filter(None, parts)) or said(declared.label)


def detail_of(kind: str, row: Mapping[str, Any], titles: Mapping[str, str] = MappingProxyType({})) -> str:
    """The small line below its title."""
    return listed(field_text(kind, name, row, titles) for name in KINDS[kind].detail)


def tone_of(tones: Mapping[str, Tone], value: object) -> Tone:
    """The colour of a value's badge."""
    code = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    return tones.get(code, "muted")


def _cell(kind: str, name: str, row: Mapping[str, Any]) -> str:
    titles = {row[name]: row.get(f"{name}_title") or "—"} if KINDS[kind].fields[name].input is Input.LINK else {}
    return field_text(kind, name, row, titles)


def _tone(name: str, tones: Mapping[str, Tone], row: Mapping[str, Any]) -> Tone:
    return tone_of(tones, row[name])


def yes_or_no(value: object) -> str:
    """The answer to a question of yes and no."""
    yes, no = QCoreApplication.translate("YesNoField", "بله"), QCoreApplication.translate("YesNoField", "خیر")
    return yes if value else no


def _is_year(about: About) -> bool:
    return about.low is not None and about.low >= _FIRST_YEAR


def _money(_about: About, value: Any) -> str:
    return QCoreApplication.translate("Declared", "{amount} ریال").format(amount=grouped(value))


_TEXTS: dict[Input, Callable[[About, Any], str]] = {
    Input.CODE: lambda about, value: label_of(about.codes, value),
    Input.CODES: lambda about, value: listed(label_of(about.codes, code) for code in value),
    Input.CODE_MAP: lambda about, value: listed(
        f"{label_of(about.codes, key)}: {label_of(about.map_codes, code)}" for key, code in value.items()
    ),
    Input.TEXTS: lambda _about, value: digits(listed(value)),
    Input.YES_NO: lambda _about, value: yes_or_no(value),
    Input.DATE: lambda _about, value: short(value),
    Input.PARTIAL_DATE: lambda _about, value: short(value),
    Input.TIME: lambda _about, value: short_time(value),
    Input.MONTH: lambda _about, value: month_title(value),
    Input.MONEY: _money,
    Input.INTEGER: lambda about, value: digits(str(value)) if _is_year(about) else grouped(value),
    Input.DECIMAL: lambda _about, value: decimal(value, 2 if value % 1 else 0),
}
