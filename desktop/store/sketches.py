"""What is compared of people when doubles are looked for, read from their records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from desktop.domain.anonymous import has_no_name
from desktop.domain.persian.spelt import spelt
from desktop.domain.record import Row
from desktop.domain.sketch import Birth, Sketch, birth_by_age, birth_on, numbers_of

COMPARED = (
    "first_name", "last_name", "father_name", "sex",
    "birth_date", "birth_precision", "age_estimated", "age_reference_date", "mobile",
)  # fmt: skip
"""The fields of a person that are compared; beside them the numbers of the papers."""

PERSON_COLUMNS = ", ".join(f"p.{name}" for name in ("id", "resident_no", "household_id", "status", *COMPARED))
"""The columns of a person `p` that a sketch needs, and those by which people know whom they see."""

_SET_ASIDE = ("merged", "erased")


def is_compared(person: Row) -> bool:
    """Whether a file may be somebody's double; a merged one lives on in another, a nameless one is nobody's."""
    return person["status"] not in _SET_ASIDE and not has_no_name(person)


def sketch_of(person: Row, numbers: Iterable[str], *, verified: bool = False) -> Sketch:
    """What is compared of a person, as stored or as far as typed."""
    father = person["father_name"]
    return Sketch(
        spelt(person["first_name"]),
        spelt(person["last_name"]),
        spelt(father) if father else None,
        person["sex"],
        _birth(person),
        person["mobile"],
        numbers_of(numbers),
        verified,
    )


def _birth(person: Row) -> Birth | None:
    born = as_date(person["birth_date"])
    if born is not None:
        return birth_on(born, person["birth_precision"])
    told = as_date(person["age_reference_date"])
    age = person["age_estimated"]
    return birth_by_age(age, told) if age is not None and told is not None else None


@lru_cache(maxsize=50_000)
def as_date(value: date | str | None) -> date | None:
    """A date as records hold it, or as the file does."""
    return date.fromisoformat(value) if isinstance(value, str) else value
