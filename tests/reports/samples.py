"""Fictional papers for the tests of this room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.indicators import OF_PEOPLE
from desktop.domain.persian.digits import to_persian
from desktop.reports.attendance_sheet import AttendanceSheet, Attendee
from desktop.reports.blank_registration import BlankForm
from desktop.reports.case_label import CaseLabel, CaseLabels
from desktop.reports.consent_sheet import ConsentSheet
from desktop.reports.guidance_sheet import GuidanceSheet
from desktop.reports.household_card import HouseholdCard
from desktop.reports.layout.questions import Question
from desktop.reports.month_comparison import MonthComparison
from desktop.reports.monthly_copy import covers_of
from desktop.reports.monthly_rows import (
    AgencyRow,
    CoverageRow,
    EventRow,
    IndicatorRow,
    MonthlyReport,
    MonthPoint,
    NeedFieldRow,
    SignedRow,
    TextRow,
    VisitRow,
    WorkshopRow,
)
from desktop.reports.my_information import Listed, MyInformation
from desktop.reports.needs_register import NeedsRegister, RegisteredNeed
from desktop.reports.office_paper import Imprint
from desktop.reports.official_letter import OfficialLetter, Reminded
from desktop.reports.recovery_sheet import RecoverySheet
from desktop.reports.told_months import DRAFT, NO_REPORT, SIGNED, ToldMonth
from desktop.reports.year_trend import YearTrend

_INDICATORS = (
    IndicatorRow("I-01", "خانوار ثبت‌شدهٔ ماه", "خانوارهایی که در این ماه ثبت شده‌اند", "count", 47, previous=39),
    IndicatorRow("I-03", "نرخ پوشش", "نفر ثبت‌شده بر جمعیت محله", "percent", 4.2, 412, 9850, 3.9, missing=2),
    IndicatorRow("I-11", "نرخ پاسخ درون‌ماه", "ارجاع‌های پاسخ‌گرفته بر همهٔ ارجاع‌های باز", "percent", 62.5, 5, 8, 70.0),
    IndicatorRow("I-14", "نفر-ساعت آموزش", "مجموع حاضران × ساعت جلسه", "person_hours", 231, previous=0),
    IndicatorRow("I-13", "میانهٔ روز تا نخستین پاسخ", "میانهٔ فاصله تا نخستین پاسخ", "days", 14, None, 5, 19, missing=3),
    IndicatorRow("I-13", "قدیمی‌ترین بی‌پاسخ", "", "days", 44, beside=True),
    IndicatorRow("I-16", "سهم زنان سرپرست خانوار", "زنان سرپرست بر شرکت‌کنندگان", "percent", 33.3, 9, 27, None, 2),
    IndicatorRow("I-09", "نرخ برآورده‌شدن", "برآورده بر برآورده، ردشده و بسته", "percent", None, 0, 0, 50.0),
    IndicatorRow("I-30", "فعالیت هر همکار", "فعالیت‌ها بر همکاران", "per_head", 34.5, 138, 4, 30.2),
    IndicatorRow("I-08", "نیازهای ویژهٔ برآورده", "نیازهای ویژهٔ برآورده", "count", 3, previous=12, suppressed=True),
)  # fmt: skip
_FIRST = {"I-01", "I-03", "I-11", "I-14", "I-13", "I-16", "I-09", "I-30"}
INDICATORS = tuple(
    replace(row, headline=row.code in _FIRST and not row.beside, of_people=row.code in OF_PEOPLE and not row.beside)
    for row in _INDICATORS
)
VISITS = (
    VisitRow("شهرک صنعتی (فاز ۲)", (61, 12, 4, 22, 18, 3, 1)),
    VisitRow("محلهٔ قلعه‌نو و آبادی‌های پیرامونِ بلوار خلیج فارس", (34, 9, 0, 11, 16, 2, 0)),
    VisitRow("بی‌محله", (0, 0, 0, 23, 0, 0, 0)),
)
AGENCIES = (
    AgencyRow("ادارهٔ ثبت احوال شهرستان نمونه", 2, 3, 2, 66.7, 100.0, 14, 1, 44),
    AgencyRow("شهرداری منطقهٔ ۲", 2, 5, 3, 60.0, 50.0, 10.5, 2, 23),
    AgencyRow("کمیتهٔ امداد", 0, 0, 0, None, None, None, 0, None),
)
ANSWERS = AgencyRow("جمع دستگاه‌ها", 4, 8, 5, 62.5, 66.7, 14, 3, 44)
COVERAGE = (
    CoverageRow("شهرک صنعتی (فاز ۲)", 21, 204, 66, 640, 9850, 1400, "خانهٔ بهداشت", 6.5),
    CoverageRow("محلهٔ قلعه‌نو و آبادی‌های پیرامونِ بلوار خلیج فارس", 26, 208, 81, 701, 12400, 1402, "مرکز آمار", 5.7),
)
NEEDS = (
    NeedFieldRow("مدارک هویتی", 40, 12, 1, 9, 2, 1, 41),
    NeedFieldRow("معیشت و اشتغال", 88, 17, 0, 12, 3, 2, 88),
    NeedFieldRow("سلامت", 23, 6, 2, 8, 0, 1, 22),
)
WORKSHOPS = (
    WorkshopRow("مهارت‌های زندگی", "مهارتی", 4, 8, 20, 20, 132, 3, 14, 20, 4.3, 12),
    WorkshopRow("خیاطی خانگی (ویژهٔ زنان سرپرست خانوار)", "فنی و حرفه‌ای", 3, 9, 15, 13, 99, 9),
)
EVENTS = (
    EventRow(
        "بازارچهٔ صنایع دستی", "بازارچه صنایع دستی", date(2025, 9, 18), date(2025, 9, 19), "کاروانسرای آوج", 440, 6, 12,
        186_500_000,
    ),
    EventRow("مسابقهٔ محلی «زو»", "بازی‌های بومی‌محلی", date(2025, 9, 5), date(2025, 9, 5), "زمین دره‌سبز", 364, 3),
)  # fmt: skip
TREND = tuple(
    MonthPoint(month, value)
    for month, value in zip(
        ("1404-01", "1404-02", "1404-03", "1404-04", "1404-05", "1404-06"), (12, 28, 31, 0, 39, 47), strict=True
    )
)


NARRATIVE = (
    "در این ماه ثبت خانوارها با همراهی معتمدان محله پیش رفت و نرخ پوشش به ۴٫۲٪ رسید؛ بیشترین نیاز تازه "
    "در حوزهٔ معیشت و اشتغال بود. از فرمانداری خواهشمند است نشست هماهنگی با ادارهٔ ثبت احوال برگزار شود."
)


def report(**changes: object) -> MonthlyReport:
    """A month's report of an invented office."""
    values: dict[str, object] = {
        "office_title": "دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی",
        "month": "1404-06",
        "report_no": "۱۴۰۴/۰۶/۱۲",
        "date": date(2025, 9, 25),
        "letterhead": ("استانداری کرمانشاه", "دفتر امور اجتماعی و فرهنگی", "فرمانداری شهرستان نمونه"),
        "prepared_by": "مهناز رستگار",
        "manager": "سید علی‌رضا پورمحمدی",
        "status_label": "پیش‌نویس",
        "fictional": True,
        "indicators": INDICATORS,
        "coverage": COVERAGE,
        "visits": VISITS,
        "working_days": 26,
        "needs": NEEDS,
        "agencies": AGENCIES,
        "answers": ANSWERS,
        "workshops": WORKSHOPS,
        "events": EVENTS,
        "trend": TREND,
        "narrative": (TextRow("summary", NARRATIVE),),
        "version": 1,
        "content_hash": "9f2c4e7ab01d55c3",
    }
    return MonthlyReport(**(values | changes))  # type: ignore[arg-type]


def told_month(month: str = "1404-06", *, signed: bool = True, **values: float | None) -> ToldMonth:
    """A month beside others, with its covers; `values` are of indicators: `I_01=3`."""
    found = {code.replace("_", "-"): value for code, value in values.items()}
    rows = tuple(replace(row, value=found.get(row.cell, row.value)) for row in INDICATORS)
    by = SignedRow("سید علی‌رضا پورمحمدی", date(2025, 9, 25), "۱۰:۰۰") if signed else None
    made = report(month=month, indicators=rows, signed=by)
    return ToldMonth(month, SIGNED if signed else DRAFT, replace(made, covers=covers_of(made, None)))


def compared(**changes: object) -> MonthComparison:
    """A signed month and the draft of the next one."""
    values: dict[str, object] = {
        "imprint": Imprint("دفتر تسهیلگری شهرک صنعتی", date(2025, 9, 25), "مهناز رستگار", fictional=True),
        "earlier": told_month("1404-05", I_01=39, I_03=3.9, I_11=70.0, I_14=0, I_13=19),
        "later": told_month(signed=False),
    }
    return MonthComparison(**(values | changes))  # type: ignore[arg-type]


def year(*told: ToldMonth) -> YearTrend:
    """A year of which some months have a report."""
    of = {month.month: month for month in told or (compared().earlier, compared().later)}
    months = (f"1404-{number:02}" for number in range(1, 13))
    return YearTrend(compared().imprint, "سال ۱۴۰۴", tuple(of.get(one, ToldMonth(one, NO_REPORT)) for one in months))


def card(**changes: object) -> HouseholdCard:
    """A card of an invented household."""
    values: dict[str, object] = {
        "office_title": "دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی",
        "household_no": "KM-014-000231",
        "neighborhood": "شهرک صنعتی (فاز ۲)",
        "phone": "083-34567890",
        "hours": "شنبه تا چهارشنبه، ۸ تا ۱۴:۳۰",
        "resident_no": "KM-014-0000478-3",
        "issued_on": date(2025, 9, 25),
        "fictional": True,
    }
    return HouseholdCard(**(values | changes))  # type: ignore[arg-type]


def letter(**changes: object) -> OfficialLetter:
    """A letter about an invented person."""
    values: dict[str, object] = {
        "title": "نامهٔ ارجاع",
        "office_title": "دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی",
        "letterhead": ("استانداری سیستان و بلوچستان", "دفتر تسهیلگری شهرک صنعتی"),
        "number": "سب-۱۴\u200f/\u200f۱۴۰۴\u200f/\u200fن\u200f/\u200f۰۱۱۸",
        "date": date(2025, 9, 25),
        "attachments": 1,
        "speed": "فوری",
        "secrecy": "محرمانه",
        "recipient_title": "رئیس محترم ادارهٔ ثبت احوال شهرستان نمونه",
        "subject": "معرفی برای پیگیری صدور شناسنامه",
        "references": ("پیرو نامه شماره سب-۱۴\u200f/\u200f۱۴۰۴\u200f/\u200fن\u200f/\u200f۰۰۷۱ مورخ ۱۴۰۴/۰۵/۰۲",),
        "person": "بی‌بی‌گل ناروئی، فرزند چراغ، فاقد شماره ملی",
        "body": ("خواهشمند است دستور فرمایید دربارهٔ درخواست صدور شناسنامهٔ نام‌برده راهنمایی و اقدام لازم انجام شود.",),
        "answer_due": date(2025, 10, 10),
        "signer": "سید علی‌رضا پورمحمدی",
        "signer_title": "مدیر دفتر",
        "copies": ("فرمانداری شهرستان نمونه (ناظر)، برای آگاهی", "بایگانی"),
        "checklist": ("همین نامه", "گواهی ولادت یا استشهاد محلی", "دو قطعه عکس ۳×۴"),
        "fictional": True,
    }
    return OfficialLetter(**(values | changes))  # type: ignore[arg-type]


def reminder(count: int = 4) -> OfficialLetter:
    """A reminder of that many letters to an invented agency."""
    subjects = ("خاموشی چراغ‌های معبر", "آسفالت کوچه‌های شهرک صنعتی فاز ۲ و بلوار خلیج فارس", "دریافت شناسنامه")
    numbers = [f"سب-۱۴\u200f/\u200f۱۴۰۴\u200f/\u200fن\u200f/\u200f{place:04}" for place in range(1, count + 1)]
    named = tuple(
        Reminded(to_persian(number), date(2025, 8, 1 + place % 28), subjects[place % 3], 55 - place % 28)
        for place, number in enumerate(numbers)
    )
    return letter(
        title="نامهٔ یادآوری", subject="یادآوری نامه‌های بی‌پاسخ", person="", secrecy="", speed="", reminded=named,
        recipient_title="شهردار محترم نمونه", answer_due=None, checklist=(), copies=(), attachments=0,
        references=(f"پیرو نامه شماره {'، '.join(to_persian(number) for number in numbers)}",),
        body=("خواهشمند است دستور فرمایید نتیجهٔ بررسی نامه‌های زیر به این دفتر اعلام شود.",),
    )  # fmt: skip


def register() -> NeedsRegister:
    """The needs of an invented month."""
    need = RegisteredNeed(
        "۴۱", date(2025, 9, 1), "عمرانی و کالبدی", "خاموشی چراغ‌های معبر", "", "فوریت اول", "توزیع برق", "ارجاع‌شده", 8,
        overdue=True,
    )  # fmt: skip
    return NeedsRegister(
        "دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی", "1404-06", (need,), "shared", date(2025, 9, 25), fictional=True
    )


def guidance() -> GuidanceSheet:
    """A sheet that names only whom to call."""
    return GuidanceSheet(
        "دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی", "083-34567890", "۸ تا ۱۴", ("اورژانس اجتماعی ۱۲۳",), date(2025, 9, 25),
        fictional=True,
    )  # fmt: skip


def attendance(count: int = 18) -> AttendanceSheet:
    """A session with invented participants."""
    names = ("زهرا محمدی", "بی‌بی‌گل ناروئی", "سیده فاطمهٔ زهرا موسوی‌نژادِ طباطبایی", "عبدالله کریمی")
    people = tuple(Attendee(names[at % 4], ("حسن", "چراغ", "سید عبدالرحیم", "یدالله")[at % 4]) for at in range(count))
    return AttendanceSheet(
        "دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی", "W-1404-07", "خیاطی خانگی", 3, date(2025, 9, 21), "۹ تا ۱۱:۳۰",
        "خانهٔ محلهٔ فاز ۲", "مهناز رستگار", people, fictional=True,
    )  # fmt: skip


def recovery() -> RecoverySheet:
    """A sheet with an invented code."""
    groups = ("K7QD", "9XWM", "T4HC", "RB2Z", "6NVA", "Y3PE", "JF8G", "S5UK")
    return RecoverySheet("دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی", groups, date(2025, 9, 25), fictional=True)


def information(**changes: object) -> MyInformation:
    """What an invented office knows of an invented person."""
    values: dict[str, object] = {
        "office_title": "دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی",
        "name": "فاطمه رنجبری",
        "resident_no": "0803000017",
        "facts": (
            ("هویت", (("نام", "فاطمه"), ("نام خانوادگی", "رنجبری"), ("تاریخ تولد", "۱۳۶۲"))),
            ("دادهٔ حساس (با رضایت شما)", ()),
            ("خانوار", (("شمارهٔ خانوار", "۱۲"), ("نشانی", "خیابان شقایق، کوچهٔ ۱، پلاک ۲۰"))),
        ),
        "lists": (
            Listed("مدارک هویتی", ("نوع", "شماره"), (("کد ملی", "\u2066••••۰۲۰۱\u2069"),), "مدرکی نوشته نشده است."),
            Listed("نیازها", ("عنوان", "تاریخ", "وضعیت"), (("بیمهٔ درمان", "۱۴۰۴/۰۶/۱۵", "ارجاع‌شده"),), "نیازی نیست."),
            Listed("کارگاه‌ها", ("کارگاه", "وضعیت"), (), "در کارگاهی ثبت‌نام نشده است."),
        ),
        "rights": ("هر زمان بخواهید می‌توانید پروندهٔ خود را ببینید و درست کنید.",),
        "printed_on": date(2025, 9, 25),
        "printed_by": "مهناز رستگار",
        "fictional": True,
    }
    return MyInformation(**(values | changes))  # type: ignore[arg-type]


def agreement(**changes: object) -> ConsentSheet:
    """A consent sheet of an invented person."""
    values: dict[str, object] = {
        "office_title": "دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی",
        "name": "ستایش رنجبری",
        "resident_no": "0803000033",
        "guardian": "فاطمه رنجبری",
        "who_we_are": "ما همکاران دفتر تسهیلگری هستیم و برای برآوردن نیازهای اهالی محله کار می‌کنیم.",
        "questions": ("اجازه می‌دهید نام و پاسخ‌های شما نوشته شود؟", "اجازه می‌دهید به شما زنگ بزنیم؟"),
        "rights": ("هر زمان بخواهید می‌توانید اجازه را پس بگیرید.",),
        "refusing": "اگر اجازه ندهید هیچ خدمتی از شما دریغ نمی‌شود.",
        "methods": ("امضا", "اثر انگشت", "شفاهی با شاهد"),
        "text_version": "1",
        "on": date(2025, 9, 25),
        "fictional": True,
    }
    return ConsentSheet(**(values | changes))  # type: ignore[arg-type]


def blank_form() -> BlankForm:
    """A registration with a question of every sort."""
    household = (
        Question("محله"), Question("نشانی", lines=2), Question("کد پستی", boxes=(10,)),
        Question("نحوهٔ تصرف", ("ملکی", "اجاری", "رهن و اجاره", "رایگان", "سایر")),
        Question("تاریخ ثبت", boxes=(4, 2, 2)),
    )  # fmt: skip
    member = (
        Question("نسبت", ("سرپرست", "همسر", "فرزند")), Question("نام"), Question("نام خانوادگی"),
        Question("تاریخ تولد", boxes=(4, 2, 2)), Question("همراه", boxes=(11,)), Question("بیمه", ("دارد", "ندارد")),
    )  # fmt: skip
    consent = ("اجازه می‌دهید پاسخ‌های شما نوشته شود؟ ", "اگر اجازه ندهید هیچ خدمتی دریغ نمی‌شود.")
    return BlankForm("دفتر تسهیلگری شهرک صنعتی", household, member, consent, date(2025, 9, 25), fictional=True)


def labels() -> CaseLabels:
    """The labels of a household of two."""
    files = (CaseLabel("0803000017", "12"), CaseLabel("0803000025", "12"))
    return CaseLabels("دفتر تسهیلگری و توسعهٔ محلی شهرک صنعتی", files, date(2025, 9, 25), fictional=True)
