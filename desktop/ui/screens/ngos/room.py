"""«سمن‌ها»: the directory with its licences, the plans with the days they have left, and the province's own list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.domain.record import Row
from desktop.store.rows import Rows
from desktop.ui.declared import declared_columns
from desktop.ui.operations import Operations
from desktop.ui.screens.ngos.plan import PlanPane, days_left, days_text, tone_of_days
from desktop.ui.subject_room import subject_room
from desktop.ui.subject_screen import Child, More, Subject
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import grouped, short

PLANS: dict[str, Tone] = {
    "proposed": "muted", "approved": "info", "running": "warn", "overdue": "danger", "evaluated": "info",
    "funded": "ok", "closed": "muted",
}  # fmt: skip
_WARNED_DAYS = 60  # before a licence ends


def make_room(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate = QCoreApplication.translate
    with context.office.read() as rows:
        today = rows.today
    return subject_room(
        (context, operations, asker),
        translate("Ngos", "سمن‌ها"),
        [_plans(today), _directory(today), _catalogue()],
        parent,
        titles={
            "organization": translate("Ngos", "دفترچهٔ سمن‌ها"),
            "ngo_plan": translate("Ngos", "طرح‌ها"),
            "ngo_plan_catalogue": translate("Ngos", "فهرست استان"),
        },
    )


def _plans(today: date) -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="ngo_plan",
        icon="hourglass",
        search=translate("Ngos", "عنوان طرح یا سمن…"),
        unit=translate("Ngos", "طرح"),
        new=translate("Ngos", "طرح تازه"),
        none=(
            translate("Ngos", "هنوز طرحی ثبت نشده است"),
            translate("Ngos", "طرح سمن با تصویب استان سه ماه مهلت دارد و پیش از پایان هشدار می‌دهد."),
        ),
        tones={"status": PLANS},
        columns=[*declared_columns("ngo_plan", {"status": PLANS}), _countdown(today)],
        droppable=("area", "deadline_date"),
        children=[
            Child(
                kind="evaluation",
                owner="target_id",
                icon="scale",
                evaluated=True,
                none=translate("Ngos", "هنوز ارزیابی نشده است."),
            ),
        ],
        papers=("ngo_plan_sheet",),
        pane=PlanPane,
        share=0.4,
    )


def _countdown(today: date) -> Column:
    """Days left, in the colour of the alert that has come."""
    return Column(
        key="left",
        title=QCoreApplication.translate("Ngos", "مانده"),
        text=lambda row: days_text(days_left(row, today)),
        width=132,
        tone=lambda row: tone_of_days(days_left(row, today)),
    )


def _directory(today: date) -> Subject:
    translate = QCoreApplication.translate

    def licence(_rows: Rows, row: Row) -> More:
        return More(translate("Ngos", "پروانه"), _licence(row, today))

    return Subject(
        kind="organization",
        icon="users-round",
        search=translate("Ngos", "نام سمن…"),
        unit=translate("Ngos", "سمن"),
        new=translate("Ngos", "سمن تازه"),
        none=(
            translate("Ngos", "هنوز سمنی ثبت نشده است"),
            translate("Ngos", "سمن‌ها را با شماره و پایان پروانه بنویسید؛ با پروانهٔ گذشته طرحی تصویب نمی‌شود."),
        ),
        tones={"active": {"yes": "ok", "no": "muted"}},
        columns=_ngo_columns(today),
        children=[
            Child(
                kind="organization_contact", owner="organization_id", icon="user",
                none=translate("Ngos", "رابطی نوشته نشده است."),
            ),
            Child(
                kind="ngo_plan", owner="ngo_org_id", icon="hourglass", tones=PLANS, elsewhere=True,
                none=translate("Ngos", "طرحی از این سمن نیست."),
            ),
        ],
        more=licence,
        where={"kind": "ngo"},
        title=translate("Ngos", "دفترچهٔ سمن‌ها"),
    )  # fmt: skip


def _ngo_columns(today: date) -> list[Column]:
    translate = QCoreApplication.translate
    return [
        Column(
            key="name_fa", title=translate("Ngos", "نام"), text=lambda row: row["name_fa"], width=0, sort_key="name_fa",
        ),
        Column(
            key="license_no", title=translate("Ngos", "شمارهٔ پروانه"), text=lambda row: row["license_no"] or "",
            width=128, ltr=True,
        ),
        Column(
            key="license_expiry", title=translate("Ngos", "پایان پروانه"), text=lambda row: _day(row["license_expiry"]),
            width=128, tone=lambda row: _licence_tone(row, today), sort_key="license_expiry",
        ),
    ]  # fmt: skip


def _day(value: Any) -> str:
    return short(date.fromisoformat(value) if isinstance(value, str) else value) if value else "—"


def _days_to_expiry(row: Mapping[str, Any], today: date) -> int | None:
    value = row["license_expiry"]
    if not value:
        return None
    return ((date.fromisoformat(value) if isinstance(value, str) else value) - today).days


def _licence_tone(row: Mapping[str, Any], today: date) -> Tone:
    left = _days_to_expiry(row, today)
    if left is None:
        return "muted"
    return "danger" if left < 0 else "warn" if left <= _WARNED_DAYS else "ok"


def _licence(row: Row, today: date) -> list[tuple[str, str, str]]:
    translate, left = QCoreApplication.translate, _days_to_expiry(row, today)
    if left is None:
        return [("triangle-alert", translate("Ngos", "پایان پروانه"), translate("Ngos", "نوشته نشده است"))]
    told = translate("Ngos", "{days} روز دیگر") if left >= 0 else translate("Ngos", "{days} روز پیش پایان یافت")
    return [("calendar", translate("Ngos", "پایان پروانه"), told.format(days=grouped(abs(left))))]


def _catalogue() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="ngo_plan_catalogue",
        icon="book-open",
        search=translate("Ngos", "عنوان طرح…"),
        unit=translate("Ngos", "طرح"),
        new=translate("Ngos", "طرح پیشنهادی تازه"),
        none=(
            translate("Ngos", "فهرست استان خالی است"),
            translate("Ngos", "طرح‌هایی که استان برای سمن‌ها تعریف کرده است اینجا می‌آید."),
        ),
    )
