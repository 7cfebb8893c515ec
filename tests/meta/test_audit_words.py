"""Every deed that the audit log names has a word that people read, and a sort under which it is found."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from desktop.domain.audit_codes import AUDIT_LISTS, GROUPS, TECHNICAL
from desktop.domain.codes import CODE_LISTS
from desktop.store.audit import WENT_BACK

ROOT = Path(__file__).resolve().parents[2] / "desktop"
_PLACES = {"audit": 0, "audit_many": 0, "note": 0, "_audit": 1, "_note": 1}
"""Who writes a line → at which place it is told the deed."""


def _named() -> Iterator[str]:
    """The deeds that are named where lines are written; those that are put together follow from code lists."""
    for path in sorted(ROOT.rglob("*.py")):
        text = path.read_text("utf-8")
        if "audit" not in text and "_note(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                place = _PLACES.get(getattr(node.func, "attr", getattr(node.func, "id", "")), 9)
                deed = node.args[place] if len(node.args) > place else None
                if isinstance(deed, ast.Constant) and isinstance(deed.value, str):
                    yield deed.value


def test_every_deed_has_its_word_and_its_sort() -> None:
    words = set(AUDIT_LISTS["audit_action"])
    assert {one for group in GROUPS.values() for one in group} == words
    assert set(_named()) - words == set()
    assert set(_named()) >= {"print", "export", "merge", "erase", "lock", "sync"}
    assert {*WENT_BACK, *TECHNICAL} <= words
    steps = {f"person_{one}" for one in CODE_LISTS["person_status"] if one not in ("merged", "erased")}
    steps |= {f"household_{one}" for one in CODE_LISTS["household_status"] if one not in ("merged", "erased")}
    assert steps | set(CODE_LISTS["report_status"]) <= words
    assert GROUPS.keys() == AUDIT_LISTS["audit_group"].keys()
