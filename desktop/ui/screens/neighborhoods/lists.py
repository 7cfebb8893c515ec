"""The lists that the work with places rests on: standards, harms and their priorities, cities, offices, divisions.

Divisions and harms change with the years: a line ends on a day, and what was written under it before stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.ui.list_filters import states_filter
from desktop.ui.subject_screen import Child, Subject
from desktop.ui.widgets.theme import Tone

OFFICES: dict[str, Tone] = {
    "proposed": "muted", "licensed": "info", "active": "ok", "suspended": "warn", "closed": "danger",
}  # fmt: skip


def kept_lists() -> list[Subject]:
    """In the order of their tabs."""
    return [_standards(), _priorities(), _harm_types(), _cities(), _offices(), _counties(), _provinces()]


def list_titles() -> Mapping[str, str]:
    """What the tabs are called where that is not the plural of their kind."""
    translate = QCoreApplication.translate
    return {"service_standard": translate("Places", "استانداردها"), "priority_harm": translate("Places", "اولویت‌ها")}


def _standards() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="service_standard",
        icon="scale",
        search=translate("Places", "خدمت…"),
        unit=translate("Places", "استاندارد"),
        new=translate("Places", "استاندارد تازه"),
        none=(
            translate("Places", "هنوز استانداردی نهاده نشده است"),
            translate("Places", "استانداردهای سرانه را استان می‌نهد؛ مدیر دفتر می‌تواند آن‌ها را بنویسد."),
        ),
    )


def _priorities() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="priority_harm",
        icon="list-checks",
        search=translate("Places", "نام آسیب…"),
        unit=translate("Places", "آسیب"),
        new=translate("Places", "اولویت تازه"),
        none=(
            translate("Places", "هنوز اولویتی نهاده نشده است"),
            translate("Places", "آسیب‌های اولویت‌دار هر سال دیگر است؛ با تاریخ آغاز و پایان نوشته می‌شود."),
        ),
    )


def _harm_types() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="harm_type",
        icon="triangle-alert",
        search=translate("Places", "نام آسیب…"),
        unit=translate("Places", "گونه"),
        new=translate("Places", "گونهٔ تازه"),
        none=(
            translate("Places", "گونه‌ای در فهرست نیست"),
            translate("Places", "فهرست آسیب‌ها از استان است؛ آنچه دیگر در فهرست نیست با تاریخ پایان می‌ماند."),
        ),
        children=[
            Child(
                kind="priority_harm", owner="harm_type", icon="list-checks", elsewhere=True,
                title=translate("Places", "اولویت در سال‌ها"),
                none=translate("Places", "این آسیب در هیچ بازه‌ای از اولویت‌ها نبوده است."),
            )
        ],
    )  # fmt: skip


def _cities() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="city_population",
        icon="users",
        search=translate("Places", "نام شهر…"),
        unit=translate("Places", "سطر"),
        new=translate("Places", "جمعیت تازه"),
        none=(
            translate("Places", "جمعیت هیچ شهری نوشته نشده است"),
            translate(
                "Places", "جمعیت شهر را با سال و منبع بنویسید تا سهم محله‌ها از شهر گفته شود. شهر همان شهرستان نیست."
            ),
        ),
    )


def _offices() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="office",
        icon="house",
        search=translate("Places", "عنوان یا کد دفتر…"),
        unit=translate("Places", "دفتر"),
        new=translate("Places", "دفتر تازه"),
        none=(
            translate("Places", "دفتری در فهرست نیست"),
            translate("Places", "دفترهای پیشنهادی، مجوزگرفته و فعال استان را بنویسید."),
        ),
        filters=[states_filter("office", list(OFFICES))],
        tones={"status": OFFICES},
        children=[
            Child(
                kind="office_neighborhood", owner="serving_office_id", icon="map",
                title=translate("Places", "محله‌های زیر پوشش"),
                none=translate("Places", "هنوز محله‌ای زیر پوشش این دفتر نیست."),
            )
        ],
    )  # fmt: skip


def _counties() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="county",
        icon="landmark",
        search=translate("Places", "نام شهرستان…"),
        unit=translate("Places", "شهرستان"),
        new=translate("Places", "شهرستان تازه"),
        none=(
            translate("Places", "شهرستانی در فهرست نیست"),
            translate(
                "Places", "شهرستانی که جدا شده است با تاریخ آغاز نوشته می‌شود؛ دفترهای پیشین در شهرستان خود می‌مانند."
            ),
        ),
    )


def _provinces() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="province",
        icon="map",
        search=translate("Places", "نام استان…"),
        unit=translate("Places", "استان"),
        new=translate("Places", "استان تازه"),
        none=(
            translate("Places", "استانی در فهرست نیست"),
            translate("Places", "استان با کد مرکز آمار و پیش‌شمارهٔ تلفن نوشته می‌شود."),
        ),
        children=[
            Child(
                kind="county", owner="province_id", icon="landmark", elsewhere=True,
                none=translate("Places", "شهرستانی برای این استان نوشته نشده است."),
            )
        ],
    )  # fmt: skip
