"""What was done at the server, line after line, and whether the log is whole."""

from __future__ import annotations

from province import auditing
from province.access import Permission
from province.auditing import DEEDS
from province.pages.declared import Answer, Page, Shown, in_query, number, one_of
from province.pages.visiting import Visit
from province.store.accounts import accounts

_AT_ONCE = 50


def show_audit(visit: Visit) -> Answer:
    """The newest lines; accounts by their username for administrators, and by their role for everybody else (§3.7)."""
    before, deed = visit.given["before"], visit.given["deed"] or ""
    with visit.reading() as connection:
        lines = auditing.lines(connection, before, _AT_ONCE + 1, deed)
        known = {one.id: one for one in accounts(connection)}
        broken = auditing.first_broken(connection, visit.province.keys) if visit.given["check"] else 0
    return Shown(
        "audit.html",
        {
            "lines": lines[:_AT_ONCE], "more": len(lines) > _AT_ONCE, "known": known, "deeds": DEEDS,
            "broken": broken, "offices": {one.id: one for one in visit.offices},
        },
    )  # fmt: skip


PAGES = (
    Page(
        path="/audit", needs=Permission.AUDIT, answer=show_audit, title="رویدادنگاری",
        takes=(
            in_query("before", "پیش از شمارهٔ", number(1, 2**53)), in_query("deed", "کار", one_of(*DEEDS)),
            in_query("check", "وارسی", one_of("1")),
        ),
    ),
)  # fmt: skip
