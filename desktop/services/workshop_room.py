"""One workshop as its page shows it: everything at one moment, live figures, what the next steps still lack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.photos import Photo, photos_of
from desktop.services.workshop_after import After, after_workshop
from desktop.services.workshop_figures import WorkshopFigures, workshop_figures
from desktop.services.workshop_views import (
    AttendanceSheet,
    WorkshopDetail,
    attendance_sheet,
    workshop_detail,
)
from desktop.store.rows import Rows


@dataclass(frozen=True)
class Room:
    """`missing`: target of a step → why it would be refused now."""

    detail: WorkshopDetail
    sheet: AttendanceSheet
    after: After
    live: WorkshopFigures
    missing: Mapping[str, tuple[Problem, ...]]
    today: date
    photos: tuple[Photo, ...] = ()


def workshop_room(rows: Rows, workshop_id: str) -> Room | None:
    """The workshop as of now; None when it is gone."""
    detail, live = workshop_detail(rows, workshop_id), workshop_figures(rows, workshop_id)
    if detail is None or live is None:
        return None
    sheet, after = attendance_sheet(rows, workshop_id), after_workshop(rows, workshop_id)
    photos = tuple(photos_of(rows, "workshop", workshop_id))
    return Room(detail, sheet, after, live, _missing(rows, detail.workshop), rows.today, photos)


def _missing(rows: Rows, workshop: Row) -> dict[str, tuple[Problem, ...]]:
    life = KINDS["workshop"].life
    steps = life.leaving(workshop["status"]) if life is not None else ()
    asked = {step.target: {**workshop, "status": step.target, "on": rows.today} for step in steps}
    return {step.target: tuple(step.guard(asked[step.target], rows)) for step in steps}
