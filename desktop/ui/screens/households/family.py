"""What is most likely of the next member of a family, so that it need not be typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_OTHER_SEX = {"male": "female", "female": "male"}


def next_member(members: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """A head who is married and alone so far gets a spouse, otherwise a child with the head's family name.

    All are taken to be of one country.
    """
    head = next((member for member in members if member.get("relation_to_head") == "head"), None)
    if head is None:
        return {"relation_to_head": "head"}
    country = {"nationality_group": head.get("nationality_group")}
    spouse = any(member.get("relation_to_head") == "spouse" for member in members)
    if head.get("marital_status") == "married" and not spouse:
        return {"relation_to_head": "spouse", "sex": _OTHER_SEX.get(str(head.get("sex") or "")), **country}
    return {"relation_to_head": "child", **country, **names_in_family("child", head)}


def names_in_family(relation: object, head: Mapping[str, object]) -> dict[str, object]:
    """The names somebody is likely to have for being related so to the head; None where nothing is likely."""
    if relation == "child":
        father = head.get("first_name") if head.get("sex") == "male" else None
        return {"last_name": head.get("last_name"), "father_name": father}
    if relation == "sibling":
        return {"last_name": head.get("last_name"), "father_name": head.get("father_name")}
    return {"last_name": None, "father_name": None}
