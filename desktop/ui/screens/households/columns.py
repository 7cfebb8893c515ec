"""The columns of the list of households."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.codes import label_of
from desktop.domain.persian.calendar import short
from desktop.domain.persian.digits import to_persian
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone

_TONES: dict[str, Tone] = {"active": "ok", "moved": "info"}


def households_columns() -> list[Column]:
    tr = QCoreApplication.translate
    return [
        Column(
            key="head", title=tr("Households", "سرپرست"), text=head_text, width=0, avatar=True, sort_key="head_name"
        ),
        Column(
            key="no",
            title=tr("Households", "شماره"),
            text=lambda row: to_persian(row["household_no"]),
            width=76,
            ltr=True,
            sort_key="household_no",
        ),
        Column(
            key="place", title=tr("Households", "محله"), text=lambda row: row["neighborhood_id_title"] or "", width=100
        ),
        Column(
            key="address",
            title=tr("Households", "نشانی"),
            text=lambda row: to_persian(row["address_text"] or ""),
            width=150,
            muted=True,
        ),
        Column(
            key="size",
            title=tr("Households", "اعضا"),
            text=lambda row: to_persian(str(row["declared_size"])),
            width=64,
            ltr=True,
            sort_key="declared_size",
        ),
        Column(
            key="on",
            title=tr("Households", "تاریخ ثبت"),
            text=lambda row: short(row["registered_on"]) if row["registered_on"] else "",
            width=106,
            ltr=True,
            sort_key="registered_on",
        ),
        Column(
            key="status",
            title=tr("Households", "وضعیت"),
            text=lambda row: label_of("household_status", row["status"]),
            width=86,
            tone=status_tone,
        ),
    ]


def head_text(row: Any) -> str:
    return row["head_name"] or QCoreApplication.translate("Households", "بی‌سرپرست")


def status_tone(row: Any) -> Tone:
    return _TONES.get(row["status"], "muted")
