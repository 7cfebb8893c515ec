"""The declared fields of a form as paper asks them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.domain.codes import CODE_LISTS
from desktop.domain.consent import HOUSEHOLD_TOPICS
from desktop.domain.fields import About, Input, Sensitivity

if TYPE_CHECKING:
    from desktop.reports.layout.questions import Question

# How many boxes a number is written into; a date is written as year, month, day.
_BOXES: dict[str, tuple[int, ...]] = {
    "postal_code": (10,), "phone": (11,), "mobile": (11,), "identifier_value": (12,), "declared_size": (2,),
    "rooms": (2,), "area_m2": (4,), "residence_since_year": (4,), "registered_on": (4, 2, 2), "birth_date": (4, 2, 2),
    "age_estimated": (3,), "noted_on": (4, 2, 2), "supporters_count": (4,), "date": (4, 2, 2), "no": (2,),
}  # fmt: skip
_LINES = {"address_text": 2, "subject": 2, "description": 6, "wanted": 2}
_SHORT = {"relation_to_head": "نسبت", "insurance_type": "بیمه", "identifier_type": "نوع مدرک", "age_estimated": "سن"}


def questions_of(name: str, about: About) -> Iterable[Question]:
    """A declared field as paper asks it; a map of codes is a question for each of its keys."""
    from desktop.reports.layout.questions import Question

    label = _SHORT.get(name, about.label)
    label += " (تنها با رضایت)" if about.sensitivity is Sensitivity.SENSITIVE and name in HOUSEHOLD_TOPICS else ""
    if about.input is Input.CODE_MAP:
        states = tuple(CODE_LISTS[about.map_codes].values())
        return [Question(f"{about.label}: {key}", states) for key in CODE_LISTS[about.codes].values()]
    if about.input in (Input.CODE, Input.CODES):
        return [Question(label, tuple(CODE_LISTS[about.codes].values()))]
    if about.input is Input.YES_NO:
        return [Question(label, ("بله", "خیر"))]
    return [Question(label, boxes=_BOXES.get(name, ()), lines=_LINES.get(name, 1))]
