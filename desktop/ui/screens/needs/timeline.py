"""The course of a need: its steps, its referrals and their answers, newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.domain.record import Row
from desktop.services.need_detail import NeedDetail, Reference
from desktop.ui.screens.needs.looks import ANSWER_TONES, STATUS_ICONS, STATUS_TONES
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.facts import Happening
from desktop.ui.widgets.wording import dashed, digits, label_of, short

Go = Callable[[str, str], object]
"""To a record of a kind."""


class _Dated(NamedTuple):
    on: date
    made_at: str  # ids grow with time
    widget: Happening


def happenings(detail: NeedDetail, print_letter: Callable[[str], object], go: Go) -> list[Happening]:
    """One widget for each thing that happened; `go` leads to a letter or a visit."""
    items = [_Dated(event["on"], event["id"], _event(event, detail)) for event in detail.events]
    items += [_Dated(visit["date"], visit["id"], _visit(visit, detail, go)) for visit in detail.visits]
    for reference in detail.references:
        referral = reference.referral
        items.append(_Dated(referral["sent_on"], referral["id"], _referral(reference, print_letter)))
        if referral["withdrawn_on"]:
            items.append(_Dated(referral["withdrawn_on"], referral["id"], _withdrawal(reference)))
        items += [
            _Dated(answer["received_on"], answer["id"], _answer(answer, reference)) for answer in reference.answers
        ]
        items += [_Dated(one["date"], one["id"], _reminder(one, reference, go)) for one in reference.reminders]
    items.sort(key=lambda item: (item.on, item.made_at), reverse=True)
    return [item.widget for item in items]


def _event(event: Row, detail: NeedDetail) -> Happening:
    target = event["to_status"]
    who = detail.titles.get(event["by"] or "", "")
    small = [dashed((short(event["on"]), who))]
    small += [event["note"]] if event["note"] else []
    title = label_of("need_status", target)
    return Happening(STATUS_ICONS.get(target, "info"), STATUS_TONES.get(target, "muted"), title, small)


def _referral(reference: Reference, print_letter: Callable[[str], object]) -> Happening:
    referral = reference.referral
    title = QCoreApplication.translate("Needs", "ارجاع به {agency}").format(agency=reference.agency)
    number = digits(reference.letter["number"]) if reference.letter else ""
    lines = [dashed((short(referral["sent_on"]), label_of("referral_mode", referral["mode"]), number))]
    made = Happening("building-2", "info", title, lines)
    name = QCoreApplication.translate("Needs", "چاپ نامهٔ ارجاع به {agency}").format(agency=reference.agency)
    made.add_action(icon_button("printer", name, lambda: print_letter(referral["id"])))
    return made


def _answer(answer: Row, reference: Reference) -> Happening:
    tone = ANSWER_TONES.get(answer["type"], "primary")
    title = QCoreApplication.translate("Needs", "پاسخ {agency}: {answer}")
    lines = [short(answer["received_on"])]
    if answer["reply_letter_no"]:
        lines[0] += " — " + QCoreApplication.translate("Needs", "نامهٔ {number}").format(
            number=digits(answer["reply_letter_no"])
        )
    if answer["promised_on"]:
        lines.append(QCoreApplication.translate("Needs", "وعده: {day}").format(day=short(answer["promised_on"])))
    lines += [answer["text"]] if answer["text"] else []
    named = title.format(agency=reference.agency, answer=label_of("response_type", answer["type"]))
    return Happening("message-square", tone, named, lines)


def _withdrawal(reference: Reference) -> Happening:
    referral = reference.referral
    title = QCoreApplication.translate("Needs", "پس‌گرفتن ارجاع به {agency}").format(agency=reference.agency)
    return Happening(
        "undo-2", "muted", title, [dashed((short(referral["withdrawn_on"]), referral["withdraw_reason"] or ""))]
    )


def _reminder(letter: Row, reference: Reference, go: Go) -> Happening:
    title = QCoreApplication.translate("Needs", "یادآوری به {agency}").format(agency=reference.agency)
    number = digits(letter["number"] or "")
    made = Happening("bell", "warn", title, [dashed((short(letter["date"]), number))])
    name = QCoreApplication.translate("Needs", "رفتن به نامهٔ یادآوری")
    made.add_action(icon_button("chevron-left", name, lambda: go("letter", letter["id"])))
    return made


def _visit(visit: Row, detail: NeedDetail, go: Go) -> Happening:
    who = detail.titles.get(visit["staff_id"] or "", "")
    lines = [dashed((short(visit["date"]), who))]
    lines += [visit["summary"]] if visit["summary"] else []
    made = Happening("map-pin", "info", label_of("visit_type", visit["type"]), lines)
    name = QCoreApplication.translate("Needs", "رفتن به مراجعه")
    made.add_action(icon_button("chevron-left", name, lambda: go("visit", visit["id"])))
    return made
