"""«راه‌حل‌ها»: what has helped elsewhere, without a name, to be searched and copied for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication

from desktop.domain.kinds import KINDS
from desktop.services.solutions import SolutionQuery, solution_counts, solution_entries, solution_page
from desktop.store.rows import Rows
from desktop.ui.list_filters import ALL, Filter
from desktop.ui.list_source import Counts, ListQuery
from desktop.ui.record_list import Listing
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import Fact, Pane
from desktop.ui.widgets.labels import EmptyState, h2, label, line, muted
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import label_of, labels_of, month_title, said

_FIELDS, _PLACES = KINDS["need"].fields, KINDS["neighborhood"].fields
_WIDTH = 360

Row = Mapping[str, Any]


class SolutionSource:
    """The notes of needs; their rows hold no name and lead to no name."""

    def find(self, rows: Rows, query: ListQuery) -> Sequence[int]:
        return solution_entries(rows, _query_of(query))

    def page(self, rows: Rows, entries: Sequence[int]) -> Sequence[Any]:
        return solution_page(rows, entries)

    def counts(self, rows: Rows, query: ListQuery) -> Counts:
        return solution_counts(rows, _query_of(query))

    def jump(self, _rows: Rows, _typed: str) -> int | None:
        return None

    def forget(self) -> None:
        """Nothing is kept here."""


def _query_of(query: ListQuery) -> SolutionQuery:
    return SolutionQuery(query.typed, query.chosen["field"], query.chosen["area"])


def solution_listing() -> Listing:
    """The list of solution notes, the latest first."""
    translate = QCoreApplication.translate
    fields = [(ALL, translate("Needs", "همهٔ حوزه‌ها")), *labels_of("need_field").items()]
    areas = [(ALL, translate("Needs", "همهٔ گونه‌های محله")), *labels_of("area_type").items()]
    return Listing(
        kind="need",
        title=translate("Needs", "راه‌حل‌ها"),
        columns=[
            Column(
                key="solution_note",
                title=said(_FIELDS["solution_note"].label),
                text=lambda r: r["solution_note"].replace("\n", " "),
                width=0,
            ),
            Column(
                key="field",
                title=said(_FIELDS["field"].label),
                text=lambda r: label_of("need_field", r["field"]),
                width=150,
            ),
            Column(
                key="area",
                title=said(_PLACES["area_type"].label),
                text=lambda r: label_of("area_type", r["area"]) or "—",
                width=150,
            ),
            Column(
                key="month", title=translate("Needs", "ماه"), text=lambda r: _month(r["month"]), width=110, muted=True
            ),
        ],
        search=translate("Needs", "واژه‌ای از راه‌حل…"),
        unit=translate("Needs", "راه‌حل"),
        none=EmptyState(
            "book-open",
            translate("Needs", "هنوز راه‌حلی نوشته نشده است"),
            translate("Needs", "هنگام «برآورده شد» بنویسید چه چیزی کار را راه انداخت؛ بی نام کسی."),
        ),
        filters=[
            Filter("field", said(_FIELDS["field"].label), fields, in_box=True),
            Filter("area", said(_PLACES["area_type"].label), areas, in_box=True),
        ],
        droppable=("month", "area"),
        remembered="list-solutions",
    )


class SolutionPane(Pane):
    """The whole note, to be read and copied. Who it was about is not told here."""

    need_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self.note: Row | None = None
        self.show_note(None)

    def show_note(self, note: Row | None) -> None:
        self.note = note
        self.empty()
        if note is None:
            hint = self.tr("راه‌حلی را در فهرست نشان کنید تا همهٔ متن آن اینجا بیاید.")
            self.column.addWidget(EmptyState("book-open", self.tr("راه‌حلی برگزیده نیست"), hint), 1)
            return
        self.add(h2(said(_FIELDS["solution_note"].label)), label(note["solution_note"], wrap=True, selectable=True))
        self.add(line())
        self.add(Fact("list-checks", said(_FIELDS["field"].label), label_of("need_field", note["field"])))
        self.add(Fact("map-pin", said(_PLACES["area_type"].label), label_of("area_type", note["area"]) or "—"))
        self.add(Fact("calendar", self.tr("ماه"), _month(note["month"])))
        self.column.addSpacing(6)
        copy = button(self.tr("رونوشت برای دیگران"), self.copy, icon_name="copy", look="primary")
        self.column.addWidget(copy, 0, start())
        go = button(self.tr("نیازی که این راه‌حل را داشت"), lambda: self.need_wanted.emit(str(note["id"])), look="link")
        self.column.addWidget(go, 0, start())
        self.add(muted(self.tr("رونوشت، نام و نشانی از کسی یا محله‌ای ندارد."), wrap=True))
        self.column.addStretch(1)

    def copy(self) -> None:
        """Puts the note with its field and type of place on the clipboard."""
        if self.note is None:
            return
        QGuiApplication.clipboard().setText(shared_text(self.note))
        toast(self.window(), self.tr("رونوشت گرفته شد."))


def shared_text(note: Row) -> str:
    """What leaves the office of a note: field, type of neighbourhood, the note."""
    place = label_of("area_type", note["area"])
    return "\n".join(part for part in (label_of("need_field", note["field"]), place, note["solution_note"]) if part)


def _month(month: str) -> str:
    return month_title(month) if month else "—"
