"""What the members of a household are to another head: relations told anew from where the new head stands.

A row of `_FROM` is what the new head was to the old one; its pairs are what a member was and becomes. Where the old
relation leaves several answers open, the likeliest one stands, and who is asked may choose another.
"""

from __future__ import annotations

from collections.abc import Mapping

_FROM: dict[str, dict[str, str]] = {
    "spouse": {
        "head": "spouse", "child": "child", "child_in_law": "child_in_law", "grandchild": "grandchild",
        "parent": "parent_in_law", "parent_in_law": "parent", "sibling": "sibling_in_law", "sibling_in_law": "sibling",
    },
    "child": {"head": "parent", "spouse": "parent", "child": "sibling", "child_in_law": "sibling_in_law"},
    "child_in_law": {"head": "parent_in_law", "spouse": "parent_in_law", "child": "sibling_in_law"},
    "parent": {
        "head": "child", "spouse": "child_in_law", "child": "grandchild", "grandchild": "grandchild",
        "sibling": "child", "parent": "spouse",
    },
    "parent_in_law": {
        "head": "child_in_law", "spouse": "child", "child": "grandchild", "grandchild": "grandchild",
        "sibling_in_law": "child", "parent_in_law": "spouse",
    },
    "sibling": {"head": "sibling", "sibling": "sibling", "parent": "parent", "spouse": "sibling_in_law"},
    "sibling_in_law": {"head": "sibling_in_law", "spouse": "sibling", "sibling_in_law": "sibling", "parent_in_law": "parent"},
}
_ONLY_CHILD = {"child_in_law": "spouse", "grandchild": "child"}  # a daughter-in-law is then his wife, grandchildren his
_ONLY_CHILDS_SPOUSE = {"child": "spouse", "grandchild": "child"}


def relations_to(new_head: str, members: Mapping[str, str]) -> dict[str, str]:
    """Member → relation to `new_head`, from their relations to the head until now. All keys are ids.

    Whoever was head until now should be among the members if they stay.
    """
    was = members[new_head]
    table = _table(was, members)
    found = {member: _relation(was, relation, table) for member, relation in members.items()}
    return {**found, new_head: "head"}


def _table(was: str, members: Mapping[str, str]) -> Mapping[str, str]:
    children = sum(relation == "child" for relation in members.values())
    in_law = sum(relation == "child_in_law" for relation in members.values())
    table = _FROM.get(was, {})
    if was == "child" and children == 1:
        return {**table, **_ONLY_CHILD}
    if was == "child_in_law" and children == 1 and in_law == 1:
        return {**table, **_ONLY_CHILDS_SPOUSE}
    return table


def _relation(was: str, relation: str, table: Mapping[str, str]) -> str:
    if was == "head":
        return relation
    if "non_relative" in (was, relation):
        return "non_relative"
    return table.get(relation, "other_relative")
