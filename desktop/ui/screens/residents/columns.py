"""The columns of the list of residents."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.services.overview import masked
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, label_of, mobile_text, short

_TONES: dict[str, Tone] = {"active": "ok", "moved": "info", "deceased": "muted", "merged": "muted", "erased": "muted"}
_LENGTHS = {"year": 4, "month": 7}


def residents_columns() -> list[Column]:
    """Identity numbers are masked for everybody: the pane shows them whole, and that is logged."""
    translate = QCoreApplication.translate
    return [
        Column(
            key="name",
            title=translate("Residents", "نام و نام خانوادگی"),
            text=name_text,
            width=0,
            avatar=True,
            sort_key="name",
        ),
        Column(
            key="resident_no",
            title=translate("Residents", "شمارهٔ پرونده"),
            text=lambda row: digits(row["resident_no"]),
            width=106,
            ltr=True,
            sort_key="resident_no",
        ),
        Column(
            key="national_id",
            title=translate("Residents", "کد ملی"),
            text=lambda row: digits(masked(row["national_id"])),
            width=90,
            ltr=True,
        ),
        Column(
            key="neighborhood",
            title=translate("Residents", "محله"),
            text=lambda row: row["neighborhood_id_title"] or "",
            width=92,
        ),
        Column(
            key="mobile",
            title=translate("Residents", "همراه"),
            text=lambda row: mobile_text(row["mobile"]),
            width=128,
            ltr=True,
        ),
        Column(
            key="birth_date",
            title=translate("Residents", "تاریخ تولد"),
            text=birth_text,
            width=104,
            ltr=True,
            sort_key="birth_date",
        ),
        Column(
            key="status",
            title=translate("Residents", "وضعیت"),
            text=lambda row: label_of("person_status", row["status"]),
            width=102,
            tone=status_tone,
        ),
    ]


def name_text(row: Any) -> str:
    return f"{row['first_name']} {row['last_name']}"


def birth_text(row: Any) -> str:
    """As much of the birth date as is known, else the estimated age."""
    if row["birth_date"]:
        return short(row["birth_date"])[: _LENGTHS.get(row["birth_precision"], 10)]
    if row["age_estimated"] is not None:
        told = QCoreApplication.translate("Residents", "حدود {age} سال")
        return told.format(age=digits(str(row["age_estimated"])))
    return ""


def status_tone(row: Any) -> Tone:
    return _TONES.get(row["status"], "muted")
