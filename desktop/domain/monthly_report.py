"""The monthly report as a record: a draft that lives, a signature that freezes it, and what the province says to it.

What a signed report says stands in its snapshot alone. Nothing that happens to the office's records afterwards, and no
newer program, changes a figure of it (domain §3.6.3, G-31).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any

from sqlmodel import JSON, Field

from desktop.domain.fields import About, Access, Draft, Input, Search
from desktop.domain.indicators import DEFINITIONS
from desktop.domain.lifecycle import MANAGER, PROVINCE, STAFF, SUPERVISORS, LifeCycle, Transition
from desktop.domain.persian.calendar import jalali_month
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row
from desktop.domain.report_codes import REPORT_SECTIONS

DRAFT, SIGNED, SENT, ACCEPTED, RETURNED = "draft", "signed", "sent", "accepted", "returned"
FROZEN = frozenset({SIGNED, SENT, ACCEPTED, RETURNED})
"""States in which the report says what its snapshot says, for ever."""

_WRITTEN = ("jmonth", "narrative", "notes")  # what people write into a draft; a signature closes it


class ReportTextDraft(Draft):
    """متن مدیر در یک بخش گزارش"""

    section: Annotated[str, About(label="بخش", input=Input.CODE, codes="report_text", required=True, column=1)]
    text: Annotated[str, About(label="متن", input=Input.LINES, required=True, longest=2000, column=2)]


class ReportNoteDraft(Draft):
    """یادداشت کنار یک رقم؛ رقم را عوض نمی‌کند"""

    code: Annotated[str, About(label="رقم", required=True, longest=20, column=1, help="کد شاخص، برای نمونه I-11، یا نام بخش")]
    text: Annotated[str, About(label="یادداشت", input=Input.LINES, required=True, longest=500, column=2)]


class ReturnReasonDraft(Draft):
    """ایرادی که استان به یک بخش گرفته است"""

    section: Annotated[str, About(label="بخش", input=Input.CODE, codes="report_part", required=True, column=1)]
    reason: Annotated[str, About(label="دلیل", input=Input.LINES, required=True, longest=500, column=2)]


class MonthlyReportDraft(Draft):
    """گزارش عملکرد ماهانه"""

    jmonth: Annotated[str, About(label="ماه گزارش", input=Input.MONTH, required=True, search=Search.WORDS, setters=STAFF, column=1)]
    version: Annotated[int, About(label="نسخه", input=Input.INTEGER, by_program=True, column=2)] = 0
    status: Annotated[str, About(label="وضعیت", input=Input.CODE, codes="report_status", by_program=True, column=3)] = DRAFT
    status_on: Annotated[date | None, About(label="تاریخ وضعیت", input=Input.DATE, by_program=True, column=4)] = None
    narrative: Annotated[list[dict[str, Any]], About(label="متن‌های مدیر", input=Input.ROWS, of=ReportTextDraft, guarded=True, nameless=True, setters=STAFF, in_form=False)] = Field(default_factory=list, sa_type=JSON)
    notes: Annotated[list[dict[str, Any]], About(label="یادداشت رقم‌ها", input=Input.ROWS, of=ReportNoteDraft, guarded=True, nameless=True, setters=STAFF, in_form=False, help="کنار رقم چاپ می‌شود؛ خود رقم تغییر نمی‌پذیرد.")] = Field(default_factory=list, sa_type=JSON)
    snapshot_json: Annotated[dict[str, Any] | None, About(access=Access.MONEY, label="رقم‌های امضاشده", input=Input.DATA, by_program=True, in_form=False)] = Field(default=None, sa_type=JSON)
    definitions_version: Annotated[str | None, About(label="نسخهٔ تعریف شاخص‌ها", input=Input.DIGITS, by_program=True, in_form=False)] = None
    content_hash: Annotated[str | None, About(label="اثر محتوا", input=Input.DIGITS, by_program=True, in_form=False)] = None
    signed_by: Annotated[str | None, About(label="امضاکننده", input=Input.LINK, links="staff_member", by_program=True, in_form=False)] = None
    signed_at: Annotated[datetime | None, About(label="زمان امضا", input=Input.MOMENT, by_program=True, in_form=False)] = None
    sent_at: Annotated[datetime | None, About(label="زمان ارسال", input=Input.MOMENT, by_program=True, in_form=False)] = None
    sent_via: Annotated[str | None, About(label="راه ارسال", input=Input.CODE, codes="report_channel", in_form=False)] = None
    decision_at: Annotated[datetime | None, About(label="زمان پاسخ استان", input=Input.MOMENT, by_program=True, in_form=False)] = None
    decision_by: Annotated[str | None, About(label="پاسخ‌دهندهٔ استان", longest=120, in_form=False, help="اگر خالی بماند: کاربر استان که پاسخ می‌دهد.")] = None
    decision_no: Annotated[str | None, About(label="شمارهٔ پاسخ استان", longest=40, in_form=False)] = None
    return_reason: Annotated[str | None, About(label="دلیل برگشت", input=Input.LINES, longest=1000, in_form=False, guarded=True, nameless=True)] = None
    return_reasons: Annotated[list[dict[str, Any]], About(label="ایراد بخش‌ها", input=Input.ROWS, of=ReturnReasonDraft, in_form=False, guarded=True, nameless=True)] = Field(default_factory=list, sa_type=JSON)


class MonthlyReport(MonthlyReportDraft, Record, table=True):
    __tablename__ = "monthly_report"


class IndicatorValueDraft(Draft):
    """یک رقم امضاشدهٔ گزارش"""

    report_id: Annotated[str, About(label="گزارش", input=Input.LINK, links="monthly_report", required=True)]
    code: Annotated[str, About(label="شاخص", input=Input.DIGITS, required=True, longest=10, column=1)]
    numerator: Annotated[float | None, About(label="صورت", input=Input.DECIMAL, column=2)] = None
    denominator: Annotated[float | None, About(label="مخرج", input=Input.DECIMAL, column=3)] = None
    value: Annotated[float | None, About(label="مقدار", input=Input.DECIMAL, column=4)] = None
    unit: Annotated[str, About(label="واحد", input=Input.DIGITS, required=True, longest=20, column=5)]
    n_missing: Annotated[int, About(label="بی‌داده", input=Input.INTEGER, column=6)] = 0
    previous_value: Annotated[float | None, About(label="ماه پیش", input=Input.DECIMAL, column=7)] = None
    suppressed: Annotated[bool, About(label="پوشیده", input=Input.YES_NO, column=8)] = False


class IndicatorValue(IndicatorValueDraft, Record, table=True):
    __tablename__ = "indicator_value"


def newest(reports: Iterable[Row]) -> Row | None:
    """The last version of one month's reports."""
    return max(reports, key=lambda one: (one["version"], one["id"]), default=None)


def report_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["jmonth"] > jalali_month(facts.today):
        yield Problem("jmonth", "report_ahead")
    stored = facts.get("monthly_report", values.get("id"))
    if stored is None:
        last = newest(facts.find("monthly_report", jmonth=values["jmonth"]))
        if last is not None and last["status"] != RETURNED:
            yield Problem("jmonth", "report_exists")
    elif stored["status"] in FROZEN and any(stored[name] != values[name] for name in _WRITTEN):
        yield Problem("", "report_signed")
    if any(many > 1 for many in Counter(row["section"] for row in values["narrative"]).values()):
        yield Problem("narrative", "told_twice")
    for note in values["notes"]:
        if note["code"] not in DEFINITIONS and note["code"] not in REPORT_SECTIONS:
            yield Problem("notes", "unknown_figure", {"given": note["code"]})


def fill_report(values: Row, facts: Facts) -> Mapping[str, Any]:
    """A new version counts on, and begins with what was written into the one that came back."""
    if values["version"]:
        return {}
    last = newest(facts.find("monthly_report", jmonth=values["jmonth"]))
    begun = {"version": 1, "status_on": facts.today}
    if last is None:
        return begun
    kept = {name: values[name] or last[name] for name in ("narrative", "notes")}
    return {**begun, **kept, "version": last["version"] + 1}


def _numbered_by_whom(values: Row, asked: Any) -> Iterable[Problem]:
    """The province decides; a manager writes down what it said, with the number of its letter."""
    if asked.role not in PROVINCE and not values["decision_no"]:
        yield Problem("decision_no", "decision_no_needed")


def _steps() -> Iterable[Transition]:
    yield Transition(
        source=DRAFT, target=SIGNED, label="امضا", roles=MANAGER,
        tells=("رقم‌ها، ردیف‌ها و متن‌ها برای همیشه همین می‌مانند؛ امضا بازگشتی ندارد.", "موازنهٔ نیازها برقرار است، هر جلسهٔ ماه حضور و غیاب دارد و هزینه‌ای بیش از اعتبار نیست.", "ماه گزارش پایان یافته است."),
    )  # fmt: skip
    yield Transition(source=SIGNED, target=SENT, label="ارسال به استان", roles=MANAGER, needs=("sent_via",), asks=("on",))
    answers: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
        (ACCEPTED, "پذیرش", (), ("decision_by", "decision_no", "on")),
        (RETURNED, "برگشت", ("return_reason",), ("return_reasons", "decision_by", "decision_no", "on")),
    )
    for target, label, needs, asks in answers:
        yield Transition(
            source=SENT, target=target, label=label, roles=MANAGER | PROVINCE, guard=_numbered_by_whom, needs=needs, asks=asks,
            tells=("پاسخ با استان است؛ مدیر دفتر آن را با شمارهٔ نامه ثبت می‌کند.",),
        )  # fmt: skip


REPORT_LIFE = LifeCycle("status", DRAFT, tuple(_steps()), going_on=(DRAFT, SIGNED, SENT), dated="status_on")
MONTHLY_REPORT = Kind(
    name="monthly_report", label="گزارش ماهانه", plural="گزارش‌های ماهانه", draft=MonthlyReportDraft, table=MonthlyReport, title=("jmonth",), title_prefix="گزارش", detail=("status",),
    order=("jmonth", "version"), descending=True, state="status", rules=report_rules, fill=fill_report, life=REPORT_LIFE, stays=FROZEN,
    readers=STAFF | SUPERVISORS | {"auditor"}, writers=STAFF | PROVINCE,
)
INDICATOR_VALUE = Kind(
    name="indicator_value", label="رقم گزارش", plural="رقم‌های گزارش", draft=IndicatorValueDraft, table=IndicatorValue, title=("code",), readers=STAFF | SUPERVISORS | {"auditor"}, writers=frozenset(),
)
