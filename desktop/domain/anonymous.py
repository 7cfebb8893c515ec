"""People of whom only what is counted is kept: who gave no consent (G-05), and who asked to be forgotten (G-24).

The names say so instead of being empty: a file without names still has forms, needs, workshops and a place in lists.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic.fields import FieldInfo

from desktop.domain.household import HOUSEHOLD
from desktop.domain.persian.calendar import from_gregorian, to_gregorian
from desktop.domain.persian.text import words
from desktop.domain.person import PERSON, age_of
from desktop.domain.record import Row

NAMELESS = {"first_name": "ساکن", "last_name": "بی‌نام"}
FORGOTTEN = {"first_name": "ساکن", "last_name": "محوشده"}
_NO_NAMES = (tuple(NAMELESS.values()), tuple(FORGOTTEN.values()))
COUNTED = ("household_id", "relation_to_head", "sex")  # beside the age band
_BAND = 5  # years
_STAYS = frozenset({*COUNTED, "neighborhood_id", "is_women_head", "women_head_override", "is_volunteer", "status", "status_date", "merged_into_id", "consent_state"})


def has_no_name(person: Row) -> bool:
    """Whether nobody can be told by this file, so that it is nobody's double."""
    named = person["first_name"], person["last_name"]
    return named in _NO_NAMES


def age_band(age: int | None) -> int | None:
    """The youngest age of the five years in which somebody is."""
    return None if age is None else age - age % _BAND


def counting_minimum(person: Row, on: date) -> dict[str, Any]:
    """What of a member may be written down without consent: the household's size by sex and age band."""
    return {**{name: person[name] for name in COUNTED}, **NAMELESS, "age_estimated": age_band(age_of(person, on))}


def stub(person: Row, registered_on: date, erased_on: date) -> dict[str, Any]:
    """What stays of a person whose data are erased, so that every past month still counts the same (G-24).

    The age is kept as of the month in which the person first counted: of registration, or of a later birth.
    """
    active = person["status"] == "active"
    return {
        **_as_counted(person, registered_on),
        **FORGOTTEN,
        "status": "erased",
        "status_date": erased_on if active else person["status_date"],
    }


def said_no(person: Row, registered_on: date) -> dict[str, Any]:
    """What stays of a person who was registered and then refused the record: the counting minimum (G-05).

    The number of the file stays, for by it this person is served (G-07); the age is kept as `stub` keeps it.
    """
    return {**_as_counted(person, registered_on), **NAMELESS, "resident_no": person["resident_no"]}


def _as_counted(person: Row, registered_on: date) -> dict[str, Any]:
    """A person's fields, all empty but those by which the months were counted; the age as of the first of them."""
    counted_from = max(registered_on, person["birth_date"] or registered_on)
    jalali, age = from_gregorian(counted_from), age_band(age_of(person, counted_from))
    emptied: Mapping[str, Any] = {name: _empty(PERSON.draft.model_fields[name]) for name in PERSON.fields if name not in _STAYS}
    return {
        **emptied,
        "nationality_group": None,
        "age_estimated": age,
        "age_reference_date": to_gregorian(jalali.year, jalali.month, 1),
    }


def _empty(info: FieldInfo) -> Any:
    """The empty value of a field: an empty list or text where the table knows no absence."""
    return None if info.is_required() else info.get_default(call_default_factory=True)


_HOME_STAYS = frozenset({"neighborhood_id", "declared_size", "registered_on", "registered_by", "source", "status", "status_date", "merged_into_id"})


def household_stub(household: Row, erased_on: date) -> dict[str, Any]:
    """What stays of a household of which nobody is left: its place and month, to be counted."""
    fields = HOUSEHOLD.draft.model_fields
    emptied = {name: _empty(fields[name]) for name in HOUSEHOLD.fields if name not in (*_HOME_STAYS, "jalali_month")}
    ended = {"status_date": erased_on} if household["status"] == "active" else {}
    return {**emptied, "status": "erased", **ended}


_TOKEN = re.compile(r"[^\W_]+")


def unnamed(text: str, names: Sequence[str]) -> str:
    """The text with each of these names, in any spelling, replaced by «…»."""
    for name in names:
        wanted = words(name)
        tokens = [(words(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(text)]
        flat = [(word, start, end) for parts, start, end in tokens for word in parts]
        for at in reversed(range(len(flat) - len(wanted) + 1)):
            if wanted and [word for word, _, _ in flat[at : at + len(wanted)]] == wanted:
                text = text[: flat[at][1]] + "…" + text[flat[at + len(wanted) - 1][2] :]
    return text
