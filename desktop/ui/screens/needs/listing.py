"""The list of needs with its search and chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.services.need_views import (
    COLLECTIVE,
    ON_BOARD,
    OPEN,
    OVERDUE,
    NeedQuery,
    need_counts,
    need_entries,
    need_page,
)
from desktop.store.rows import Rows
from desktop.ui.list_filters import ALL, Filter, codes_filter
from desktop.ui.list_source import Counts, ListQuery
from desktop.ui.photos import SHOWS_PHOTOS
from desktop.ui.record_list import Listing
from desktop.ui.screens.needs.looks import STATUS_TONES, URGENCY_TONES, due_tone
from desktop.ui.widgets.labels import EmptyState
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.wording import digits, label_of, labels_of, said, short

_FIELDS = KINDS["need"].fields
_SHOWS = frozenset({"need_event", "referral", "agency_response", "person", "household", "letter", "visit"})
_STATES = (OPEN, "noted", "referred", "answered", "in_progress", "met", "rejected", "closed", ALL)
_CHIPS = [("late", OVERDUE), ("collective", COLLECTIVE), *(("urgency", code) for code in CODE_LISTS["need_urgency"])]


def _columns() -> list[Column]:
    def title(name: str) -> str:
        return said(_FIELDS[name].label)

    return [
        Column(
            key="need_no",
            title=QCoreApplication.translate("Needs", "شماره"),
            text=lambda r: digits(r["need_no"]),
            width=64,
            ltr=True,
            muted=True,
        ),
        Column(key="subject", title=title("subject"), text=lambda r: r["subject"], width=0, sort_key="subject"),
        Column(
            key="field", title=title("field"), text=lambda r: label_of("need_field", r["field"]), width=126, muted=True
        ),
        Column(
            key="urgency",
            title=title("urgency"),
            text=lambda r: label_of("need_urgency", r["urgency"]),
            width=104,
            tone=lambda r: URGENCY_TONES.get(r["urgency"]),
        ),
        Column(
            key="neighborhood",
            title=title("neighborhood_id"),
            text=lambda r: r["neighborhood_id_title"] or "—",
            width=104,
        ),
        Column(
            key="noted_on", title=title("noted_on"), text=lambda r: _day(r["noted_on"]), width=106, sort_key="noted_on"
        ),
        Column(key="owner", title=title("owner_staff_id"), text=lambda r: r["owner_staff_id_title"] or "—", width=124),
        Column(
            key="due_on",
            title=title("due_on"),
            text=lambda r: _day(r["due_on"]),
            width=116,
            tone=due_tone,
            sort_key="due_on",
        ),
        Column(
            key="status",
            title=title("status"),
            text=lambda r: label_of("need_status", r["status"]),
            width=120,
            tone=lambda r: STATUS_TONES.get(r["status"]),
        ),
    ]


def _day(value: Any) -> str:
    return short(value) if value else "—"


def query_of(asked: ListQuery) -> NeedQuery:
    """What the chips, boxes and the search line ask for."""
    chosen = asked.chosen
    return NeedQuery(
        typed=asked.typed,
        state=chosen["state"],
        urgency=chosen["urgency"],
        field=chosen["field"],
        agency=chosen["agency"],
        neighborhood=chosen["neighborhood"],
        owner=chosen["owner"],
        late=bool(chosen["late"]),
        collective=bool(chosen["collective"]),
        order_by=asked.order_by,
        descending=asked.descending,
    )


class NeedSource:
    """Needs are narrowed by more than their state, and each row knows whether it is late.

    While the board stands over the list, the counts tell of what is on the board.
    """

    def __init__(self) -> None:
        self.on_board = False

    def find(self, rows: Rows, query: ListQuery) -> Sequence[int]:
        return need_entries(rows, query_of(query))

    def page(self, rows: Rows, entries: Sequence[int]) -> Sequence[Any]:
        return need_page(rows, entries)

    def counts(self, rows: Rows, query: ListQuery) -> Counts:
        asked = query_of(query)
        found = need_counts(rows, replace(asked, state=ON_BOARD) if self.on_board else asked)
        return {**dict.fromkeys(_CHIPS, 0), **found}

    def jump(self, _rows: Rows, _typed: str) -> int | None:
        return None

    def forget(self) -> None:
        """Nothing is kept here."""


def need_listing(new: Callable[[], object]) -> Listing:
    """The list of needs, the open ones first."""
    translate = QCoreApplication.translate
    none = EmptyState(
        "hand-helping",
        translate("Needs", "هنوز نیازی ثبت نشده است"),
        translate("Needs", "نیاز یک فرد، خانوار یا محله را ثبت و تا پاسخ دستگاه پیگیری کنید."),
        (translate("Needs", "ثبت نیاز"), new),
    )
    return Listing(
        kind="need",
        columns=_columns(),
        search=translate("Needs", "عنوان، شرح یا شمارهٔ نیاز…"),
        unit=translate("Needs", "نیاز"),
        none=none,
        filters=_filters(),
        droppable=("noted_on", "owner", "neighborhood", "field", "need_no", "urgency"),
        shows=_SHOWS | SHOWS_PHOTOS,
        remembered="list-needs",
    )


def _filters() -> list[Filter]:
    translate = QCoreApplication.translate
    texts = {OPEN: translate("Needs", "باز"), ALL: translate("Needs", "همه")}
    states = [(state, texts.get(state) or label_of("need_status", state)) for state in _STATES]
    agencies = [(ALL, translate("Needs", "همهٔ دستگاه‌ها"))]
    places = [(ALL, translate("Needs", "همهٔ محله‌ها"))]
    owners = [(ALL, translate("Needs", "همهٔ همکاران"))]
    return [
        codes_filter("need", "field", translate("Needs", "همهٔ حوزه‌ها")),
        Filter("agency", said(_FIELDS["main_agency_id"].label), agencies, in_box=True, records=True),
        Filter("neighborhood", said(_FIELDS["neighborhood_id"].label), places, in_box=True, records=True),
        Filter("owner", said(_FIELDS["owner_staff_id"].label), owners, in_box=True, records=True),
        Filter("state", translate("Needs", "وضعیت"), states, below=1),
        Filter("urgency", said(_FIELDS["urgency"].label), [*labels_of("need_urgency").items()], optional=True, below=2),
        Filter("late", translate("Needs", "مهلت"), [(OVERDUE, translate("Needs", "دیرکرد"))], optional=True, below=2),
        Filter(
            "collective", translate("Needs", "سطح"), [(COLLECTIVE, translate("Needs", "جمعی"))], optional=True, below=2
        ),
    ]
