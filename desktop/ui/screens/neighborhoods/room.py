"""«محله‌ها»: the neighbourhoods, what they have and lack, and what is seen at them; a tab for each sort."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.domain.record import Row
from desktop.services.place_views import NeighborhoodView, neighborhood_view
from desktop.store.rows import Rows
from desktop.ui.list_filters import codes_filter, states_filter
from desktop.ui.operations import Operations
from desktop.ui.screens.neighborhoods.coverage import CoveragePage
from desktop.ui.screens.neighborhoods.lists import kept_lists, list_titles
from desktop.ui.screens.neighborhoods.profile import ProfilePane
from desktop.ui.subject_room import subject_room
from desktop.ui.subject_screen import Child, Subject
from desktop.ui.tabbed_room import Tab
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone

COVERAGE: dict[str, Tone] = {"under_office": "ok", "announced_waiting_credit": "warn", "not_covered": "muted"}
USES: dict[str, Tone] = {"identified": "info", "negotiating": "warn", "in_use": "ok", "lost": "muted"}
FACILITIES: dict[str, Tone] = {"planned": "warn", "active": "ok", "closed": "muted"}
PROJECTS: dict[str, Tone] = {
    "proposed": "muted", "approved": "info", "running": "warn", "done": "ok", "stopped": "danger",
}  # fmt: skip
SEVERITIES: dict[str, Tone] = {"green": "ok", "yellow": "warn", "red": "danger"}


def make_room(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate = QCoreApplication.translate
    subjects = [_neighborhoods(), _facilities(), _capacities(), _levels(), _harms(), *kept_lists()]
    titles = {"neighborhood_capacity": translate("Places", "ظرفیت‌ها"), **list_titles()}
    parts = (context, operations, asker)
    covering = Tab(translate("Places", "پوشش"), lambda room: CoveragePage(parts, room))
    pages = {"coverage": covering}
    return subject_room(parts, translate("Places", "محله‌ها"), subjects, parent, titles=titles, pages=pages)


def _place(rows: Rows, row: Row) -> NeighborhoodView | None:
    return neighborhood_view(rows, row["id"])


def _neighborhoods() -> Subject:
    translate = QCoreApplication.translate

    return Subject(
        kind="neighborhood",
        icon="map",
        search=translate("Places", "نام محله…"),
        unit=translate("Places", "محله"),
        new=translate("Places", "محلهٔ تازه"),
        none=(
            translate("Places", "هنوز محله‌ای ثبت نشده است"),
            translate("Places", "محله‌های زیر پوشش دفتر و پهنه‌های نامزد را با نام و محدوده بنویسید."),
        ),
        filters=[states_filter("neighborhood", list(COVERAGE))],
        tones={"coverage_status": COVERAGE},
        droppable=("city_name", "area_type"),
        children=[
            _child(
                "neighborhood_population", "users", translate("Places", "جمعیتی نوشته نشده است."),
                title=translate("Places", "جمعیت"),
            ),
            _child("service_level", "scale", translate("Places", "سرانه‌ای نوشته نشده است.")),
            _child(
                "facility", "landmark", translate("Places", "مکانی نوشته نشده است."), FACILITIES, elsewhere=True
            ),
            _child(
                "neighborhood_capacity", "trending-up", translate("Places", "ظرفیتی شناسایی نشده است."), USES,
                elsewhere=True,
            ),
            _child("project", "award", translate("Places", "پروژه‌ای در این محله نیست."), PROJECTS, elsewhere=True),
            _child(
                "office_neighborhood", "calendar-days", translate("Places", "پوششی نوشته نشده است."),
                title=translate("Places", "پوشش دفتر"),
            ),
            _child("local_group", "message-square", translate("Places", "گروهی در این محله نیست."), elsewhere=True),
            _child("neighborhood_survey", "chart-column", translate("Places", "نظرسنجی‌ای نوشته نشده است.")),
            _child(
                "harm_observation", "triangle-alert", translate("Places", "مشاهده‌ای نوشته نشده است."), SEVERITIES,
                elsewhere=True,
            ),
        ],
        papers=("neighborhood_profile",),
        more=_place,
        pane=ProfilePane,
        share=0.58,
    )  # fmt: skip


def _child(
    kind: str,
    icon: str,
    none: str,
    tones: Mapping[str, Tone] = MappingProxyType({}),
    *,
    title: str = "",
    elsewhere: bool = False,
) -> Child:
    return Child(
        kind=kind, owner="neighborhood_id", icon=icon, none=none, tones=tones, title=title, elsewhere=elsewhere
    )


def _facilities() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="facility",
        icon="landmark",
        search=translate("Places", "نام مکان…"),
        unit=translate("Places", "مکان"),
        new=translate("Places", "مکان تازه"),
        none=(
            translate("Places", "هنوز مکانی ثبت نشده است"),
            translate("Places", "مدرسه، پایگاه سلامت، کتابخانه و هر جایی که به اهالی خدمت می‌دهد."),
        ),
        filters=[
            codes_filter("facility", "type", translate("Places", "همهٔ گونه‌ها")),
            states_filter("facility", list(FACILITIES)),
        ],
        tones={"status": FACILITIES},
        droppable=("floor_area_m2", "operator_org_id", "type"),
    )


def _capacities() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="neighborhood_capacity",
        icon="trending-up",
        search=translate("Places", "عنوان یا کاربری…"),
        unit=translate("Places", "ظرفیت"),
        new=translate("Places", "ظرفیت تازه"),
        none=(
            translate("Places", "هنوز ظرفیتی شناسایی نشده است"),
            translate("Places", "کاروانسرا، زمین خالی، مهارت یا آیینی را که می‌توان به کار گرفت بنویسید."),
        ),
        filters=[
            codes_filter("neighborhood_capacity", "kind", translate("Places", "همهٔ گونه‌ها")),
            states_filter("neighborhood_capacity", list(USES)),
        ],
        tones={"use_status": USES},
        droppable=("identified_on", "owner_org_id"),
    )


def _levels() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="service_level",
        icon="scale",
        search=translate("Places", "خدمت یا محله…"),
        unit=translate("Places", "سرانه"),
        new=translate("Places", "سرانهٔ تازه"),
        none=(
            translate("Places", "هنوز سرانه‌ای نوشته نشده است"),
            translate("Places", "مقدار هر خدمت برای هر نفر را با سال و منبع بنویسید؛ کمبود از استاندارد شمرده می‌شود."),
        ),
        filters=[codes_filter("service_level", "kind", translate("Places", "همهٔ خدمت‌ها"))],
        droppable=("unit", "standard_value", "gap"),
    )


def _harms() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="harm_observation",
        icon="triangle-alert",
        search=translate("Places", "نقطه یا زمینه…"),
        unit=translate("Places", "مشاهده"),
        new=translate("Places", "مشاهدهٔ تازه"),
        none=(
            translate("Places", "هنوز مشاهده‌ای نوشته نشده است"),
            translate("Places", "آنچه در یک نقطهٔ همگانی دیده شده است؛ هرگز دربارهٔ یک فرد یا خانه."),
        ),
        filters=[states_filter("harm_observation", list(SEVERITIES))],
        tones={"severity": SEVERITIES},
        droppable=("evidence", "observed_on"),
    )
