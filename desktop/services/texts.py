"""Free texts judged before they are stored: labels and causes of people, and residents named where all may read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop.domain.fields import Sensitivity
from desktop.domain.guard import is_of_person, political_problems, wording_problems
from desktop.domain.persian.digits import to_ascii
from desktop.domain.problems import Problem
from desktop.domain.record import Kind, Row
from desktop.store.naming import residents_named
from desktop.store.rows import Rows

_NUMBER = re.compile(r"\d(?:[ -]?\d){9,}")  # an identity number, a telephone number, a resident's number
_OF_PLACES = frozenset({"group", "neighborhood"})


def faults_of_texts(rows: Rows, kind: Kind, values: Row, names: Iterable[str]) -> Iterator[Problem]:
    """What is wrong with the texts in `names`, those that are new or changed."""
    fields, names = kind.fields, [name for name in names if kind.fields[name].guarded and values.get(name)]
    if not names:
        return
    of_person = is_of_person(kind.name, _whole(rows, kind, values))
    values = {**values, **{name: _running(values[name]) for name in names}}
    found = list(wording_problems(fields, values, names, of_person=of_person))
    yield from found
    yield from political_problems(kind.name, values, names, rows.role)
    for name in names:
        shared = (
            fields[name].nameless
            or fields[name].sensitivity is Sensitivity.PUBLIC
            or _leaves_unticked(kind.name, values)
        )
        shared = shared or values.get("scope") in _OF_PLACES
        if shared and not any(problem.field == name for problem in found):
            yield from _names_somebody(rows, name, values[name])


def _running(value: object) -> str:
    """A text, or the texts of a list or of rows one after the other, as they are read."""
    if isinstance(value, dict):
        return _running(list(value.values()))
    if isinstance(value, list):
        return "\n".join(_running(one) for one in value)
    return value if isinstance(value, str) else ""


def _whole(rows: Rows, kind: Kind, values: Row) -> Row:
    """The need a text belongs to: it tells whether of a person or of a place."""
    if kind.name == "agency_response":
        referral = rows.get("referral", values["referral_id"])
        return rows.get("need", referral["need_id"] if referral else None) or values
    return (rows.get("need", values["need_id"]) or values) if kind.name in ("need_event", "referral") else values


def _leaves_unticked(kind_name: str, values: Row) -> bool:
    """Whether a text goes to an agency about residents: what it tells of them is ticked, never written (G-09)."""
    if kind_name != "letter" or values["direction"] == "in":
        return False
    return bool(values["person_id"]) or values["kind"] in ("referral", "reminder")


def tells_of_somebody(rows: Rows, text: str) -> bool:
    """Whether a resident can be known by a name or a number that stands in the text."""
    return bool(residents_named(rows.connection, text) or _NUMBER.search(to_ascii(text)))


def _names_somebody(rows: Rows, name: str, text: str) -> Iterator[Problem]:
    residents = residents_named(rows.connection, text)
    if residents:
        yield Problem(name, "resident_named", {"name": residents[0]})
    elif _NUMBER.search(to_ascii(text)):
        yield Problem(name, "number_named")
