"""Need ↔ capacity and work that is done twice, on one page."""

from __future__ import annotations

from province.access import Permission
from province.pages.declared import Answer, Page, Shown
from province.pages.visiting import Visit
from province.rollup.overlap import Bounds, bound_columns, overlap


def show_overlap(visit: Visit) -> Answer:
    offices = {one.id: one.title for one in visit.offices}
    needs, capacities = bound_columns()
    with visit.reading() as connection:
        found = overlap(connection, offices, Bounds(visit.within(needs), visit.within(capacities)), visit.today)
    return Shown("overlap.html", {"found": found, "offices": offices})


PAGES = (Page(path="/overlap", needs=Permission.FIGURES, answer=show_overlap, title="نیاز و ظرفیت، و موازی‌کاری"),)
