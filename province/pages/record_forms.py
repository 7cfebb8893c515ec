"""Forms of records made from the declarations of their fields, as the window's forms are, and how values are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.fields import About, Input, abouts
from desktop.domain.persian.calendar import month_title, numeric_ascii, short
from desktop.domain.persian.digits import grouped, to_persian
from desktop.domain.persian.money import money_text
from desktop.domain.record import Kind

_NOTHING = "—"
ROW_SPARE = 3  # empty rows at the end of a list of rows
MOST_ROWS = 30
Finder = Callable[[str, str], str]
Linkable = Callable[[str], Sequence[tuple[str, str]]]


class Field(NamedTuple):
    """One field of a form. `kind` is text | lines | choice | yes_no | rows; `rows` are the fields of each row."""

    name: str
    label: str
    kind: str
    value: str
    required: bool = False
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    rows: Sequence[Sequence[Field]] = ()


def fields_of(
    told: Mapping[str, About], values: Mapping[str, Any], typed: Mapping[str, Sequence[str]], linkable: Linkable
) -> list[Field]:
    """The form of some declared fields. `linkable` tells the records of a kind that a link may point to."""
    made = (_field(name, about, values, typed, linkable) for name, about in told.items())
    return [field for field in made if field is not None]


def given_of(told: Mapping[str, About], form: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """What was typed, as the rules of the domain read it; fields that the form did not have are not told."""
    given: dict[str, object] = {}
    for name, about in told.items():
        if about.input is Input.ROWS:
            given[name] = _rows_given(name, about, form)
        elif about.input is Input.YES_NO:
            given[name] = name in form
        elif about.input is Input.TEXTS:
            given[name] = [line for line in form.get(name, [""])[0].splitlines() if line.strip()]
        elif name in form:
            given[name] = form[name][0]
    return given


def formable(kind: Kind, *, but: Iterable[str] = ()) -> dict[str, About]:
    """The fields of a kind that a page's form asks."""
    left_out = frozenset(but)
    return {
        name: about
        for name, about in kind.fields.items()
        if about.in_form and not about.by_program and name not in left_out and about.input not in _NOT_ASKED
    }


def told_value(about: About, value: Any, find: Finder) -> str:
    """A stored value as people read it. `find` names the record that a link points to."""
    if value in (None, "", []):
        return _NOTHING
    if about.input is Input.CODE:
        return label_of(about.codes, value)
    if about.input is Input.CODES:
        return "، ".join(label_of(about.codes, one) for one in value)
    if about.input is Input.LINK:
        return find(about.links, str(value))
    if about.input is Input.ROWS:
        return f"{grouped(len(value))} سطر"
    return _plain(about, value)


def _plain(about: About, value: Any) -> str:
    if about.input in _TOLD:
        return _TOLD[about.input](value)
    if isinstance(value, list):
        return "، ".join(to_persian(str(one)) for one in value)
    return to_persian(f"{value:g}" if isinstance(value, float) else str(value))


def _day(value: date | datetime) -> str:
    return short(value.date() if isinstance(value, datetime) else value)


def title_of(kind: Kind, values: Mapping[str, Any]) -> str:
    """The title of a record, from the fields that its declaration names."""
    parts = [
        told_value(kind.fields[name], values.get(name), lambda _kind, given: given)
        for name in kind.title
        if values.get(name) not in (None, "")
    ]
    return " ".join(part for part in (kind.title_prefix, *parts) if part) or _NOTHING


def _field(
    name: str, about: About, values: Mapping[str, Any], typed: Mapping[str, Sequence[str]], linkable: Linkable
) -> Field | None:
    value = typed[name][0] if typed.get(name) else _typeable(about, values.get(name))
    if about.input is Input.ROWS:
        return Field(name, about.label, "rows", "", about.required, about.help, rows=_rows(name, about, values, typed))
    if about.input is Input.YES_NO:
        checked = name in typed if typed else bool(values.get(name))
        return Field(name, about.label, "yes_no", "1" if checked else "", False, about.help)
    if about.input is Input.CODE:
        choices = list(CODE_LISTS[about.codes].items())
        return Field(name, about.label, "choice", value, about.required, about.help, choices)
    if about.input is Input.LINK:
        linked = linkable(about.links)
        if not linked and not about.required:
            return None
        return Field(name, about.label, "choice", value, about.required, about.help, linked)
    kind = "lines" if about.input in (Input.LINES, Input.TEXTS) else "text"
    return Field(name, about.label, kind, value, about.required, about.help or _HINTS.get(about.input, ""))


def _rows(name: str, about: About, values: Mapping[str, Any], typed: Mapping[str, Sequence[str]]) -> list[list[Field]]:
    stored = list(values.get(name) or ())
    of = parts_of(about)
    made = []
    for place in range(min(len(stored) + ROW_SPARE, MOST_ROWS)):
        row = stored[place] if place < len(stored) else {}
        fields = (
            _field(f"{name}.{place}.{part}", one, {f"{name}.{place}.{part}": row.get(part)}, typed, lambda _kind: [])
            for part, one in of.items()
        )
        made.append([field._replace(required=False) for field in fields if field is not None])
    return made


def _rows_given(name: str, about: About, form: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    made = []
    for place in range(MOST_ROWS):
        row = {part: form.get(f"{name}.{place}.{part}", [""])[0] for part in parts_of(about)}
        if any(value.strip() for value in row.values()):
            made.append(row)
    return made


def parts_of(about: About) -> Mapping[str, About]:
    """The fields of each row."""
    return abouts(about.of) if about.of else {}


def _typeable(about: About, value: Any) -> str:
    """A stored value as it may be typed again."""
    if value in (None, "", []):
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return to_persian(numeric_ascii(value))
    if isinstance(value, list):
        return "\n".join(str(one) for one in value)
    if about.input is Input.MONEY:
        return money_text(value)
    if about.input is Input.MONTH:
        return to_persian(value.replace("-", "/"))
    return f"{value:g}" if isinstance(value, float) else str(value)


_HINTS = {
    Input.DATE: "برای نمونه ۱۴۰۵/۰۶/۱۵",
    Input.PARTIAL_DATE: "برای نمونه ۱۴۰۵/۰۶/۱۵ یا ۱۴۰۵/۰۶",
    Input.MONTH: "برای نمونه ۱۴۰۵/۰۶",
    Input.MONEY: "با یکا، برای نمونه «۲ میلیارد ریال»",
    Input.TEXTS: "هر سطر یکی",
}
_TOLD: Mapping[Input, Callable[[Any], str]] = {
    Input.MONEY: money_text,
    Input.MONTH: month_title,
    Input.YES_NO: lambda value: "بله" if value else "نه",
    Input.DATE: _day,
    Input.PARTIAL_DATE: _day,
    Input.MOMENT: _day,
}
_NOT_ASKED = frozenset({Input.DATA, Input.CODE_MAP, Input.CODES, Input.MOMENT})
