"""The first page: how the province stands today."""

from __future__ import annotations

from province.access import Permission
from province.pages.declared import Answer, Page, Shown
from province.pages.visiting import Visit


def show_overview(visit: Visit) -> Answer:
    return Shown("overview.html", {"many": len(visit.offices)})


PAGES = (Page(path="/", needs=Permission.OVERVIEW, answer=show_overview, title="پیشخوان"),)
