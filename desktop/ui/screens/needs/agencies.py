"""The agencies of a need in its pane: each with its own state, what it promised, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.need_detail import NeedDetail, Reference
from desktop.ui.screens.needs.looks import referral_tone
from desktop.ui.screens.needs.steps import is_open
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import badge, label, small
from desktop.ui.widgets.wording import dashed, digits, grouped, label_of, short


@dataclass(frozen=True)
class ReferralDeeds:
    """What the pane can ask the screen to do with one referral."""

    answer: Callable[[Reference], object]
    elsewhere: Callable[[Reference], object]
    withdraw: Callable[[Reference], object]
    letter: Callable[[str], object]


def agency_part(reference: Reference, detail: NeedDetail, today: date, deeds: ReferralDeeds) -> QWidget:
    """One agency: its name and state, the days that matter, and its deeds."""
    box = QWidget()
    inside = QVBoxLayout(box)
    inside.setContentsMargins(0, 4, 0, 6)
    inside.setSpacing(4)
    referral = reference.referral
    head = QHBoxLayout()
    head.setSpacing(6)
    head.addWidget(label(reference.agency, "strong", wrap=True), 1)
    late = is_open(detail) and _is_late(reference, today)
    state = QCoreApplication.translate("Needs", "بی‌پاسخ") if late else label_of("referral_status", referral["status"])
    head.addWidget(badge(state, "danger" if late else referral_tone(referral["status"])))
    name = QCoreApplication.translate("Needs", "چاپ نامهٔ ارجاع به {agency}").format(agency=reference.agency)
    head.addWidget(icon_button("printer", name, lambda: deeds.letter(referral["id"])))
    inside.addLayout(head)
    for told in _lines(reference, today, going_on=is_open(detail)):
        inside.addWidget(small(told, wrap=True))
    if is_open(detail) and reference.is_live:
        inside.addWidget(_deeds(reference, deeds))
    return box


def _lines(reference: Reference, today: date, *, going_on: bool) -> list[str]:
    referral = reference.referral
    lines = [dashed((short(referral["sent_on"]), label_of("referral_mode", referral["mode"])))]
    if reference.letter is not None and reference.letter["number"]:
        lines.append(
            QCoreApplication.translate("Needs", "نامهٔ {number}").format(
                number="\u2068" + digits(reference.letter["number"]) + "\u2069"
            )
        )
    if referral["status"] == "withdrawn":
        day = short(referral["withdrawn_on"]) if referral["withdrawn_on"] else ""
        return [*lines, dashed((day, referral["withdraw_reason"] or ""))]
    if going_on and not referral["first_response_on"] and referral["answer_due_on"]:
        waited = QCoreApplication.translate("Needs", "{days} روز در انتظار").format(
            days=grouped((today - referral["sent_on"]).days)
        )
        lines.append(
            dashed(
                (
                    QCoreApplication.translate("Needs", "مهلت پاسخ {day}").format(day=short(referral["answer_due_on"])),
                    waited,
                )
            )
        )
    if referral["reminder_count"]:
        lines.append(
            QCoreApplication.translate("Needs", "{many} یادآوری").format(many=grouped(referral["reminder_count"]))
        )
    if reference.promised_on:
        passed = going_on and reference.promised_on < today
        told = (
            QCoreApplication.translate("Needs", "وعده: {day} — گذشته است")
            if passed
            else QCoreApplication.translate("Needs", "وعده: {day}")
        )
        lines.append(told.format(day=short(reference.promised_on)))
    return lines


def _deeds(reference: Reference, deeds: ReferralDeeds) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, 4)
    for text, deed in (
        (QCoreApplication.translate("Needs", "ثبت پاسخ"), deeds.answer),
        (QCoreApplication.translate("Needs", "ارجاع به دستگاه دیگر"), deeds.elsewhere),
        (QCoreApplication.translate("Needs", "پس‌گرفتن ارجاع"), deeds.withdraw),
    ):
        made = button(text, partial(deed, reference), look="link")
        made.setAccessibleName(f"{text}: {reference.agency}")
        flow.addWidget(made)
    return holder


def _is_late(reference: Reference, today: date) -> bool:
    referral = reference.referral
    waits = reference.is_live and not referral["first_response_on"]
    return bool(waits and referral["answer_due_on"] and referral["answer_due_on"] < today)
