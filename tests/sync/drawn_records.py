"""What people write in the worlds of `world`: few values of each field, so that laptops also write the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop.services.records import add_record
from desktop.services.registration import register_household
from desktop.store.unit_of_work import UnitOfWork

FIELDS = {
    "organization": ("name_fa", "note", "phone", "documents", "active"),
    "household": ("location_hint", "came_from", "income_band", "declared_size"),
    "person": ("first_name", "last_name", "father_name", "education_level"),
}
_NUMBERED = ["آ", "ب", "پ", "ت", "ث", "ج", "چ", "ح"]

_VALUES: Mapping[str, Callable[[int], Any]] = {
    "documents": lambda number: [f"برگه {number % 3}"] * (number % 3),
    "active": lambda number: bool(number % 2),
    "declared_size": lambda number: 2 + number % 4,
    "phone": lambda number: f"0543322{number % 10:04}" if number % 4 else None,
    "income_band": lambda number: ("no_income", "low", None)[number % 3],
    "education_level": lambda number: ("illiterate", "primary", None)[number % 3],
}


def value_of(name: str, number: int) -> Any:
    return _VALUES[name](number) if name in _VALUES else f"نام {_NUMBERED[number % 8]}"


def new_organization(work: UnitOfWork, number: int) -> None:
    given = {"name_fa": f"ادارهٔ {_NUMBERED[number % 8]} {number}", "letter_title": "ریاست محترم", "note": "نوبت صبح"}
    add_record(work, "organization", given)


def new_household(work: UnitOfWork, number: int) -> None:
    members: list[dict[str, object]] = [
        {"first_name": f"مریم {_NUMBERED[number % 8]}", "last_name": f"احمدی {_NUMBERED[number // 8 % 8]}",
         "father_name": "حسین", "relation_to_head": "head", "sex": "female", "birth_date": "1360"},
        {"first_name": f"زهرا {_NUMBERED[number % 8]}", "last_name": "احمدی", "father_name": "علی",
         "relation_to_head": "child", "sex": "female", "birth_date": "1390"},
    ]  # fmt: skip
    place = work.find("neighborhood")[0]["id"]
    register_household(
        work, {"neighborhood_id": place, "declared_size": 2, "registered_on": "1404/06/12"}, list(members)
    )
