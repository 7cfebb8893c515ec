"""An office in which a whole town is registered, each person once; and how its people are written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from desktop.domain.kinds import KINDS
from desktop.domain.persian.names import read_name
from desktop.services.accounts import found_office
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.unit_of_work import UnitOfWork, new_id
from tests.bench._names import broad_names
from tests.bench._people import Human, Town

TODAY = date(2025, 9, 6)
_AT_ONCE = 5_000
_PASSWORD = "password1"


def drawn_town(size: int, seed: int) -> tuple[list[Human], Random]:
    """The same people for the same seed, in no order, and the chance that goes on from there."""
    random = Random(seed)  # noqa: S311  fictional people need no secrecy
    people = Town(broad_names(), random).settle(size)
    random.shuffle(people)
    return people, random


def founded(path: Path) -> OfficeFile:
    about = {"code": "0803", "title_fa": "دفتر سنجش", "neighborhoods": ["گلستان‌آباد"]}
    return found_office(OfficeFolder(path), about, "hamid", _PASSWORD, cost=Cost(8192, 1, 1))[0]


def register(work: UnitOfWork, people: Iterable[Human]) -> dict[str, int]:
    """Writes people in bulk; record id → place in the order given."""
    place = work.find("neighborhood")[0]["id"]
    home = whole("household", {"id": new_id(), "neighborhood_id": place, "declared_size": 1, "registered_on": TODAY})
    work.add_many("household", [home])
    found: dict[str, int] = {}
    for portion in _portions(enumerate(people)):
        rows, papers, numbers = [], [], {}
        for n, human in portion:
            row = whole("person", {**values_of(human), "id": new_id(), "household_id": home["id"]})
            rows.append(row)
            found[row["id"]] = n
            numbers[row["id"]] = human.numbers
            papers += [_paper(row["id"], number, verified=human.verified) for number in human.numbers]
        work.add_many("person", rows, numbers)
        work.add_many("person_identifier", papers)
    return found


def values_of(human: Human) -> dict[str, Any]:
    """The fields of a member as they would be stored."""
    return {
        "relation_to_head": "other_relative",
        "first_name": read_name(human.first_name),
        "last_name": read_name(human.last_name),
        "father_name": read_name(human.father_name) if human.father_name else None,
        "sex": human.sex,
        "birth_date": human.birth_date,
        "birth_precision": human.precision,
        "age_estimated": human.age,
        "age_reference_date": TODAY if human.age is not None else None,
        "mobile": human.mobile,
    }


def _paper(person_id: str, number: str, *, verified: bool) -> dict[str, Any]:
    values = {"person_id": person_id, "type": "national_id", "value": number, "last4": number[-4:]}
    return whole("person_identifier", {**values, "verified": verified})


def whole(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    """A complete record: what is not given has its declared default."""
    fields = KINDS[kind].draft.model_fields
    made = {
        name: None if info.is_required() else info.get_default(call_default_factory=True)
        for name, info in fields.items()
    }
    return {**made, **values}


def _portions(people: Iterable[tuple[int, Human]]) -> Iterator[list[tuple[int, Human]]]:
    rest = list(people)
    for start in range(0, len(rest), _AT_ONCE):
        yield rest[start : start + _AT_ONCE]
