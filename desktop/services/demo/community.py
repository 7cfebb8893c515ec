"""Fictional trustees, groups and their members: some with a file among the residents, some without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.domain.persian.calendar import to_gregorian
from desktop.services.demo import names
from desktop.services.demo.drafts import Made

_ROLES = ("imam", "school_principal", "shopkeeper", "health_worker", "council_member")
_GROUPS = (
    ("کارگروه سلامت محله", "working_group", 4),
    ("گروه بانوان همیار", "women", 6),
    ("تیم والیبال جوانان", "youth", 5),
    ("هیئت محله", "religious", 3),
)
_POSTS = ("دبیر", "هماهنگ‌کننده", None)


def make_community(made: Made, places: Sequence[str]) -> None:
    """Everyone who is marked as a trusted local, a few without a file, and the groups of the neighbourhoods."""
    for person in made.of("person"):
        if person["is_trustee"]:
            _add_trustee(made, person["neighborhood_id"], "elder", person)
    for place, role in enumerate(_ROLES):
        _add_trustee(made, places[place % len(places)], role, None)
    helpers = [p for p in made.of("person") if p["status"] == "active" and p["is_volunteer"]]
    for place, (name, kind, size) in enumerate(_GROUPS):
        since = {"since": to_gregorian(1400 + place % 3, 1, 1), "since_precision": "year"}
        values = {"name": name, "neighborhood_id": places[place % len(places)], "kind": kind, "members": size * 3}
        group = made.add("local_group", {**values, **since})
        chosen = made.random.sample(helpers, min(size, len(helpers)))
        for post, person in zip((*_POSTS, *[None] * size), chosen, strict=False):
            member = {"person_id": person["id"], "full_name": _name(person)}
            made.add("local_group_member", {"group_id": group["id"], **member, "post": post})
        made.add("local_group_member", {"group_id": group["id"], "full_name": _stranger(made)})


def _add_trustee(made: Made, place: str, role: str, person: dict[str, Any] | None) -> None:
    known = {"person_id": person["id"], "full_name": _name(person)} if person else {"full_name": _stranger(made)}
    since = {"since": to_gregorian(made.random.randint(1390, 1402), 1, 1), "since_precision": "year"}
    made.add("local_trustee", {**known, "neighborhood_id": place, "role": role, **since, "active": True})


def _stranger(made: Made) -> str:
    return f"{names.first_name(made.random, 'male')} {names.FAMILY_LOTTERY.draw(made.random)}"


def _name(person: dict[str, Any]) -> str:
    return f"{person['first_name']} {person['last_name']}"
