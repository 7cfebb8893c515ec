"""The columns of the list of households."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.kinds import KINDS
from desktop.store.entries import plain
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, label_of, retold, said, short

_BY_HAND = frozenset(
    {"head_name", "household_no", "neighborhood_id", "address_text", "declared_size", "registered_on", "status"}
)
_TONES: dict[str, Tone] = {"active": "ok", "moved": "info"}


def households_columns() -> list[Column]:
    translate = QCoreApplication.translate
    return [
        Column(
            key="head",
            title=translate("Households", "سرپرست"),
            text=head_text,
            width=0,
            avatar=True,
            sort_key="head_name",
        ),
        Column(
            key="no",
            title=translate("Households", "شماره"),
            text=lambda row: digits(row["household_no"]),
            width=68,
            ltr=True,
            sort_key="household_no",
        ),
        Column(
            key="place",
            title=translate("Households", "محله"),
            text=lambda row: row["neighborhood_id_title"] or "",
            width=92,
        ),
        Column(
            key="address",
            title=translate("Households", "نشانی"),
            text=lambda row: digits(row["address_text"] or ""),
            width=202,
            muted=True,
        ),
        Column(
            key="size",
            title=translate("Households", "اعضا"),
            text=lambda row: digits(str(row["declared_size"])),
            width=56,
            ltr=True,
            sort_key="declared_size",
        ),
        Column(
            key="on",
            title=translate("Households", "تاریخ ثبت"),
            text=lambda row: short(row["registered_on"]) if row["registered_on"] else "",
            width=98,
            ltr=True,
            sort_key="registered_on",
        ),
        Column(
            key="status",
            title=translate("Households", "وضعیت"),
            text=lambda row: label_of("household_status", row["status"]),
            width=102,
            tone=status_tone,
        ),
        *_declared_since(),
    ]


def _declared_since() -> list[Column]:
    """Columns of fields that the declarations put in the list and nobody has set by hand yet."""
    return [
        Column(key=name, title=said(about.label), text=partial(_declared_text, name), width=120, muted=True)
        for name, about in KINDS["household"].fields.items()
        if about.column and name not in _BY_HAND
    ]


def _declared_text(name: str, row: Any) -> str:
    return retold(plain(KINDS["household"].fields[name], row[name]))


def head_text(row: Any) -> str:
    return row["head_name"] or QCoreApplication.translate("Households", "بی‌سرپرست")


def status_tone(row: Any) -> Tone:
    return _TONES.get(row["status"], "muted")
