"""The list of workshops: how full each is, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.services.workshop_views import workshop_page
from desktop.store.rows import Rows
from desktop.ui.list_filters import states_filter
from desktop.ui.list_source import KindSource
from desktop.ui.record_list import Listing
from desktop.ui.screens.workshops.looks import STATUS_TONES
from desktop.ui.widgets.labels import EmptyState
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, grouped, label_of, said, short

_FIELDS = KINDS["workshop"].fields


class WorkshopSource(KindSource):
    """Each row knows how many seats are taken."""

    def page(self, rows: Rows, entries: Sequence[int]) -> Sequence[Any]:
        return workshop_page(rows, entries)


def workshop_listing(new: Callable[[], object]) -> Listing:
    """The list of workshops, the newest first."""
    translate = QCoreApplication.translate
    none = EmptyState(
        "presentation",
        translate("Workshops", "هنوز کارگاهی ساخته نشده است"),
        translate("Workshops", "کارگاه را با زمان، مکان و ظرفیت آن بسازید و سپس ثبت‌نام کنید."),
        (translate("Workshops", "کارگاه تازه"), new),
    )
    return Listing(
        kind="workshop",
        columns=_columns(),
        search=translate("Workshops", "عنوان، مکان یا کد کارگاه…"),
        unit=translate("Workshops", "کارگاه"),
        none=none,
        filters=[states_filter("workshop", tuple(CODE_LISTS["workshop_status"]))],
        droppable=("neighborhood", "type"),
        shows=frozenset({"workshop_session", "workshop_enrollment", "attendance", "instructor", "person"}),
    )


def _columns() -> list[Column]:
    def title(name: str) -> str:
        return said(_FIELDS[name].label)

    code = QCoreApplication.translate("Workshops", "کد")
    return [
        Column(key="code", title=code, text=_code, width=64, ltr=True, muted=True),
        Column(key="title", title=title("title"), text=lambda r: r["title"], width=0),
        Column(key="type", title=title("type"), text=_type, width=150, muted=True),
        Column(key="neighborhood", title=title("neighborhood_id"), text=_place, width=130),
        Column(key="start", title=title("planned_start"), text=lambda r: short(r["planned_start"]), width=110),
        Column(key="sessions", title=title("sessions_planned"), text=_sessions, width=96),
        Column(key="seats", title=title("capacity"), text=_seats, width=110, tone=_seats_tone),
        Column(key="status", title=title("status"), text=_status, width=136, tone=_status_tone),
    ]


def _seats(row: Any) -> str:
    text = QCoreApplication.translate("Workshops", "{seated} از {capacity}")
    return text.format(seated=grouped(row["seated"]), capacity=grouped(row["capacity"]))


def _code(row: Any) -> str:
    return digits(row["code"])


def _type(row: Any) -> str:
    return label_of("workshop_type", row["type"])


def _place(row: Any) -> str:
    return row["neighborhood_id_title"] or "—"


def _sessions(row: Any) -> str:
    return grouped(row["sessions_planned"])


def _seats_tone(row: Any) -> Tone | None:
    return "warn" if row["seated"] >= row["capacity"] else None


def _status(row: Any) -> str:
    return label_of("workshop_status", row["status"])


def _status_tone(row: Any) -> Tone | None:
    return STATUS_TONES.get(row["status"])
