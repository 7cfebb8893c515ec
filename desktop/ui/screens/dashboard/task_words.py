"""What a thing to do says in its line: what it is, whom it concerns, how late it is, and why it was put off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.span_checks import ABOUT as BROKEN
from desktop.services.span_checks import (
    NO_HEAD,
    OVER_CAPACITY,
    SAME_HOUSEHOLD_NO,
    SAME_LETTER_NO,
    SAME_RESIDENT_NO,
    SAME_USERNAME,
    TWO_ATTENDANCES,
    TWO_ENROLLMENTS,
    TWO_HEADS,
    TWO_MEMBERSHIPS,
    TWO_REPORTS,
)
from desktop.services.worklist import DUE, FOLLOW_UP, NEXT_ACTION, OVERDUE, PROMISE, SESSION, UNANSWERED, UNOWNED
from desktop.services.worklist_page import Task
from desktop.services.worklist_partners import ABOUT as WITH_PARTNERS
from desktop.services.worklist_partners import (
    COMMITMENT,
    CONTRACT,
    EVALUATION,
    INSPECTION,
    LICENCE,
    MEETING,
    MENDING,
    PLAN,
    RESOLUTION,
    SCREENING,
)
from desktop.ui.lines import Line
from desktop.ui.titles import entry_title
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, grouped, label_of, listed, month_title, short

_ICONS: dict[str, tuple[str, Tone]] = {
    OVERDUE: ("hand-helping", "danger"),
    DUE: ("hand-helping", "warn"),
    UNOWNED: ("user-plus", "warn"),
    UNANSWERED: ("message-square", "info"),
    PROMISE: ("handshake", "warn"),
    NEXT_ACTION: ("calendar-check", "primary"),
    FOLLOW_UP: ("calendar-check", "info"),
    SESSION: ("presentation", "primary"),
    MEETING: ("clipboard-list", "primary"),
    RESOLUTION: ("clipboard-list", "warn"),
    COMMITMENT: ("handshake", "warn"),
    PLAN: ("users-round", "warn"),
    SCREENING: ("gift", "info"),
    INSPECTION: ("search", "info"),
    MENDING: ("search", "warn"),
    LICENCE: ("users-round", "warn"),
    CONTRACT: ("file-text", "warn"),
    EVALUATION: ("clipboard-list", "info"),
    TWO_HEADS: ("house", "warn"),
    NO_HEAD: ("house", "warn"),
    TWO_ENROLLMENTS: ("copy", "warn"),
    TWO_ATTENDANCES: ("copy", "warn"),
    OVER_CAPACITY: ("presentation", "warn"),
    TWO_REPORTS: ("chart-column", "warn"),
    TWO_MEMBERSHIPS: ("copy", "warn"),
    SAME_USERNAME: ("user", "danger"),
    SAME_RESIDENT_NO: ("copy", "warn"),
    SAME_HOUSEHOLD_NO: ("copy", "warn"),
    SAME_LETTER_NO: ("copy", "warn"),
}


def line_of(task: Task, me: str = "") -> Line:
    """The line of one thing to do; who follows it is not told to whoever does (`me`)."""
    translate = QCoreApplication.translate
    icon_name, tone = _ICONS[task.item.sort]
    if task.item.put_off:
        return Line("clock", "muted", _title(task), listed((task.reason, *_details(task, me))), _until(task))
    returned = translate("Worklist", "بازگشته: {reason}").format(reason=task.reason) if task.reason else ""
    end, end_tone = _end(task)
    return Line(icon_name, tone, _title(task), listed((returned, *_details(task, me))), end, end_tone)


def _title(task: Task) -> str:
    if task.item.sort in WITH_PARTNERS:
        return _partner_title(task.item.sort).format(title=task.title)
    if task.item.sort in BROKEN:
        return _broken_title(task)
    return _own_title(task)


def _own_title(task: Task) -> str:
    """Of what residents, agencies and workshops ask for."""
    translate = QCoreApplication.translate
    sort = task.item.sort
    if sort == SESSION:
        told = translate("Worklist", "کارگاه «{title}»، جلسهٔ {no}")
        return told.format(title=task.title, no=digits(str(task.number)))
    if sort == UNANSWERED:
        return translate("Worklist", "بی‌پاسخ از {agency}").format(agency=task.agency)
    if sort == PROMISE:
        return translate("Worklist", "وعدهٔ گذشتهٔ {agency}").format(agency=task.agency)
    if sort == NEXT_ACTION:
        about = task.title or label_of("need_field", task.field)
        return translate("Worklist", "اقدام بعدی: {about}").format(about=about)
    if sort == FOLLOW_UP:
        return translate("Worklist", "پیگیری پیامد: {whom}").format(whom=entry_title(task.whom))
    return task.title


def _partner_title(sort: str) -> str:
    translate = QCoreApplication.translate
    told = {
        MEETING: translate("Worklist", "جلسهٔ امروز: {title}"),
        RESOLUTION: translate("Worklist", "مصوبه: {title}"),
        COMMITMENT: translate("Worklist", "تعهد تفاهم‌نامه: {title}"),
        PLAN: translate("Worklist", "مهلت طرح سمن: {title}"),
        SCREENING: translate("Worklist", "بررسی کمک: {title}"),
        INSPECTION: translate("Worklist", "بازدید سرزدهٔ این ماه: {title}"),
        MENDING: translate("Worklist", "بازدید دوم: {title}"),
        LICENCE: translate("Worklist", "پایان پروانهٔ سمن: {title}"),
        CONTRACT: translate("Worklist", "پایان قرارداد مجری: {title}"),
        EVALUATION: translate("Worklist", "ارزیابی فصلی: {title}"),
    }
    return told[sort]


def _broken_title(task: Task) -> str:
    """A rule over several records that does not hold since laptops met."""
    translate = QCoreApplication.translate
    told = {
        TWO_HEADS: translate("Worklist", "دو سرپرست در یک خانوار: {title}"),
        NO_HEAD: translate("Worklist", "خانوار بی‌سرپرست: {title}"),
        TWO_ENROLLMENTS: translate("Worklist", "دو ثبت‌نام در یک کارگاه: {title}"),
        TWO_ATTENDANCES: translate("Worklist", "دو حضور در یک جلسه: {title}"),
        OVER_CAPACITY: translate("Worklist", "بیش از ظرفیت کارگاه: {title}"),
        TWO_REPORTS: translate("Worklist", "دو گزارش برای {title}"),
        TWO_MEMBERSHIPS: translate("Worklist", "دو عضویت در یک گروه: {title}"),
        SAME_USERNAME: translate("Worklist", "نام کاربری یکسان برای دو نفر: {title}"),
        SAME_RESIDENT_NO: translate("Worklist", "شمارهٔ پروندهٔ یکسان برای دو نفر: {title}"),
        SAME_HOUSEHOLD_NO: translate("Worklist", "شمارهٔ یکسان برای دو خانوار: {title}"),
        SAME_LETTER_NO: translate("Worklist", "شمارهٔ یکسان برای دو نامه: {title}"),
    }[task.item.sort]
    title = month_title(task.title) if task.item.sort == TWO_REPORTS else entry_title(task.title)
    return told.format(title=title)


def _partner_end(task: Task) -> tuple[str, Tone | None]:
    """How late it is, or how many days are left."""
    translate = QCoreApplication.translate
    if task.item.sort == MEETING:
        return (translate("Worklist", "ساعت {at}").format(at=digits(task.at)) if task.at else ""), None
    if task.item.sort in (SCREENING, EVALUATION, INSPECTION) or task.day is None:
        return (short(task.day) if task.day else ""), None
    if task.days < 0:
        return translate("Worklist", "{n} روز مانده").format(n=grouped(-task.days)), None
    if not task.days:
        return translate("Worklist", "سررسید امروز"), "warn"
    return translate("Worklist", "{n} روز دیرکرد").format(n=grouped(task.days)), "danger"


def _details(task: Task, me: str) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    sort, whom = task.item.sort, entry_title(task.whom)
    if sort in BROKEN:
        return whom, translate("Worklist", "پس از همگام‌سازی")
    if sort in WITH_PARTNERS:
        place = label_of("policy_document", task.whom) if sort in (INSPECTION, MENDING) else whom
        return place, entry_title(task.agency), task.owner if task.item.owner != me else ""
    if sort == SESSION:
        return (translate("Worklist", "ساعت {at}").format(at=digits(task.at)) if task.at else "", whom)
    if sort == FOLLOW_UP:
        return (translate("Worklist", "کارگاه «{title}»").format(title=task.title),)
    pressing = label_of("need_urgency", task.urgency) if task.urgency in ("first", "second") else ""
    about = task.title if sort in (UNANSWERED, PROMISE) else ""
    made = label_of("visit_type", task.visit_type)
    sent = translate("Worklist", "{n} روز از ارسال").format(n=grouped(task.age)) if sort == UNANSWERED else ""
    return pressing, about, whom, made, sent, _follower(task, me)


def _follower(task: Task, me: str) -> str:
    translate = QCoreApplication.translate
    if task.item.owner and task.item.owner == me:
        return ""
    return task.owner or translate("Worklist", "بی‌مسئول")


def _end(task: Task) -> tuple[str, Tone | None]:
    translate = QCoreApplication.translate
    sort = task.item.sort
    if sort in BROKEN:
        return "", None
    if sort in WITH_PARTNERS:
        return _partner_end(task)
    if sort == SESSION:
        return translate("Worklist", "{n} نفر").format(n=grouped(task.people)), None
    if sort == UNOWNED:
        return (translate("Worklist", "مهلت {day}").format(day=short(task.day)) if task.day else ""), None
    if not task.days:
        return (translate("Worklist", "سررسید امروز") if sort == DUE else translate("Worklist", "امروز")), "warn"
    late = translate("Worklist", "{n} روز دیرکرد").format(n=grouped(task.days))
    return late, "danger" if sort == OVERDUE else "warn"


def _until(task: Task) -> str:
    translate = QCoreApplication.translate
    return translate("Worklist", "تا {day}").format(day=short(task.until)) if task.until else ""
