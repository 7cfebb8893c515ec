"""The directory of agencies: how to address them, whom to ask for, what they ask for, how they have answered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.domain.agencies import AGENCIES
from desktop.domain.record import Row
from desktop.services.directory import AnswerRecord, answer_record
from desktop.store.rows import Rows
from desktop.ui.list_filters import codes_filter
from desktop.ui.operations import Operations
from desktop.ui.subject_screen import Child, More, Subject, SubjectScreen
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.wording import decimal, digits, listed, short


def make_screen(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    translate = QCoreApplication.translate
    contacts = Child(
        kind="organization_contact",
        owner="organization_id",
        icon="user",
        none=translate("Organizations", "رابطی نوشته نشده است."),
    )
    subject = Subject(
        kind="organization",
        icon="building-2",
        search=translate("Organizations", "نام دستگاه یا سازمان…"),
        unit=translate("Organizations", "دستگاه"),
        new=translate("Organizations", "دستگاه تازه"),
        none=(
            translate("Organizations", "هنوز دستگاهی ثبت نشده است"),
            translate("Organizations", "دستگاه‌هایی که نیازها به آن‌ها ارجاع می‌شود، سمن‌ها و خیریه‌ها."),
        ),
        filters=[codes_filter("organization", "kind", translate("Organizations", "همهٔ گونه‌ها"))],
        tones={"active": {"yes": "ok", "no": "muted"}},
        children=[contacts],
        more=_answers,
    )
    return SubjectScreen((context, operations, asker), subject, parent)


def _answers(rows: Rows, agency: Row) -> More:
    """How it has answered, and what people are usually sent there for."""
    translate = QCoreApplication.translate
    record = answer_record(rows, agency["id"])
    known = AGENCIES.get(agency["agency_code"] or "")
    lines = _record_lines(record) if record.sent else [("send", translate("Organizations", "ارجاع"), digits("0"))]
    usual = listed(known.referrals) if known else ""
    return More(
        translate("Organizations", "پاسخگویی تا امروز"),
        [*lines, ("list-checks", translate("Organizations", "معمولاً برای"), usual)],
    )


def _record_lines(record: AnswerRecord) -> list[tuple[str, str, str]]:
    translate = QCoreApplication.translate
    answered = translate("Organizations", "{answered} از {sent} ارجاع").format(
        answered=digits(str(record.answered)), sent=digits(str(record.sent))
    )
    days = translate("Organizations", "{days} روز")
    lines = [("message-square", translate("Organizations", "پاسخ داده"), answered)]
    if record.median_days is not None:
        whole = record.median_days == int(record.median_days)
        shown = digits(str(int(record.median_days))) if whole else decimal(record.median_days)
        median = days.format(days=shown)
        lines.append(("clock", translate("Organizations", "میانهٔ روز تا پاسخ"), median))
    if record.waiting:
        waiting = translate("Organizations", "{count}، کهنه‌ترین {days} روز").format(
            count=digits(str(record.waiting)), days=digits(str(record.oldest_days))
        )
        lines.append(("triangle-alert", translate("Organizations", "بی‌پاسخ"), waiting))
    if record.reminders:
        lines.append(("send", translate("Organizations", "یادآوری"), digits(str(record.reminders))))
    if record.last_answer_on is not None:
        lines.append(("calendar", translate("Organizations", "آخرین پاسخ"), short(record.last_answer_on)))
    return lines
