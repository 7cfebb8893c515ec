"""The rail: the pages that a role may open, in the order of the work."""

from __future__ import annotations

from typing import NamedTuple

from province.access import Permission
from province.pages.visiting import Visit
from province.store.sessions import FULL


class Place(NamedTuple):
    """An entry of the rail. `at` begins the address of every page that belongs to it."""

    at: str
    label: str
    icon: str
    needs: Permission


PLACES = (
    Place("/", "پیشخوان", "layout-dashboard", Permission.OVERVIEW),
    Place("/offices", "دفترها", "building-2", Permission.OFFICES),
    Place("/reports", "گزارش‌ها", "file-text", Permission.REPORTS),
    Place("/rollup", "گزارش تجمیعی", "chart-column", Permission.FIGURES),
    Place("/needs", "نیازهای برآورده‌نشده", "hand-helping", Permission.FIGURES),
    Place("/agencies", "دستگاه‌ها", "landmark", Permission.FIGURES),
    Place("/workshops", "کارگاه‌ها و پوشش", "presentation", Permission.FIGURES),
    Place("/overlap", "نیاز و ظرفیت", "scale", Permission.FIGURES),
    Place("/credits", "اعتبارها", "wallet", Permission.MONEY),
    Place("/plans", "طرح‌های سمن", "handshake", Permission.PLANS),
    Place("/inspections", "بازدیدهای سرزده", "search-check", Permission.INSPECTIONS),
    Place("/directives", "دستورالعمل‌ها", "scroll-text", Permission.DIRECTIVES),
    Place("/lists", "فهرست‌ها و تقسیمات", "list-checks", Permission.LISTS),
    Place("/candidates", "محله‌های نامزد", "map", Permission.FIGURES),
    Place("/audit", "رویدادنگاری", "history", Permission.AUDIT),
    Place("/accounts", "حساب‌ها", "key-round", Permission.ACCOUNTS),
)
"""Entries whose page is not declared yet are not shown (`rail`)."""


def rail(visit: Visit) -> list[tuple[Place, bool]]:
    """What somebody who is wholly signed in sees, and which of them this page belongs to."""
    if visit.session is None or visit.session.stage != FULL:
        return []
    here = visit.page.path
    known = visit.known_paths
    return [
        (one, here == one.at or (one.at != "/" and here.startswith(f"{one.at}/")))
        for one in PLACES
        if one.at in known and visit.may(one.needs)
    ]
