"""What the office passes on to others: activities that went well and what has helped, nobody named (F1-19, F4-03)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.codes import label_of
from desktop.domain.event_life import headcount
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import jalali_month, month_title
from desktop.services.asked_paper import Asked
from desktop.services.imprint import imprint_of
from desktop.services.solutions import SolutionQuery, solution_entries, solution_page
from desktop.store.naming import residents_named
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.good_practices import PracticeRow, SolutionRow

_DATED = {"project": "end", "workshop": "planned_end", "event": "date_from", "ngo_plan": "evaluated_on"}
"""The kinds of activity that may be marked, and the day by which each is told."""


def good_practices(rows: Rows, office: OfficeFile, _asked: Asked) -> bytes:
    """«تجربه‌های خوب» of the office as of today."""
    from desktop.reports.good_practices import GoodPractices, build

    made = GoodPractices(imprint_of(rows, office, named=False), tuple(_practices(rows)), tuple(_solutions(rows)))
    return build(made)


def _practices(rows: Rows) -> Iterator[PracticeRow]:
    """Of each kind those that are marked; one whose title names a resident is left out."""
    from desktop.reports.good_practices import PracticeRow

    areas = {place["id"]: place["area_type"] for place in rows.find("neighborhood")}
    for kind, dated in _DATED.items():
        for row in rows.find(kind, good_practice=True):
            area, day = areas.get(row.get("neighborhood_id")), row[dated]
            if not residents_named(rows.connection, row["title"]):
                yield PracticeRow(
                    kind=KINDS[kind].label,
                    title=row["title"],
                    area=label_of("area_type", area) if area else "",
                    when=_month(day),
                    people=row["beneficiaries"] if kind == "project" else headcount(row) if kind == "event" else None,
                    jobs=row.get("jobs_created"),
                    sessions=row.get("sessions_planned"),
                    teams=row.get("teams"),
                    score=row.get("score"),
                )


def _month(day: date | None) -> str:
    return month_title(jalali_month(day)) if day else ""


def _solutions(rows: Rows) -> Iterator[SolutionRow]:
    from desktop.reports.good_practices import SolutionRow

    found: list[Mapping[str, Any] | None] = solution_page(rows, solution_entries(rows, SolutionQuery()))
    for one in found:
        if one is not None and not residents_named(rows.connection, one["solution_note"]):
            area = label_of("area_type", one["area"]) if one["area"] else ""
            yield SolutionRow(label_of("need_field", one["field"]), area, one["solution_note"])
