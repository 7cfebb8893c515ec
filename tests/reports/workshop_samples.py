"""Fictional papers about workshops and events, for the tests of this room."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.reports.call_list import Called, CallList
from desktop.reports.certificate import Certificate
from desktop.reports.market_summary import MarketSummary, ProductRow
from desktop.reports.outcome_sheet import OutcomeSheet
from desktop.reports.programme_poster import Happening, ProgrammePoster
from desktop.reports.workshop_report import Criterion, Evaluation, SessionResult, WorkshopReport

OFFICE = "دفتر تسهیلگری و توسعهٔ محلی گلستان‌آباد"
LONG_NAME = "سیده فاطمهٔ زهرا موسوی‌نژادِ طباطباییِ اردکانیِ یزدیِ مقیمِ کرمان فرزند سید عبدالرحیم"
CODE = "1404-012"


def certificate(**changes: object) -> Certificate:
    """A certificate of an invented person."""
    values: dict[str, object] = {
        "office_title": OFFICE,
        "letterhead": ("استانداری کرمان", "دفتر امور اجتماعی و فرهنگی"),
        "number": "کر-۰۳\u200f/\u200f۱۴۰۴\u200f/\u200fگو\u200f/\u200f۰۰۱۲",
        "issued_on": date(2025, 9, 25),
        "name": "فاطمه رنجبری",
        "course": "خیاطی خانگی",
        "hours": 9,
        "started_on": date(2025, 9, 6),
        "ended_on": date(2025, 9, 17),
        "place": "خانهٔ محلهٔ گلستان‌آباد",
        "instructor": "الهام توکلی",
        "manager": "حمید یزدان‌پناه",
        "verification": "گواهی کر-۰۳/۱۴۰۴/گو/۰۰۱۲\nخیاطی خانگی، ۹ ساعت، ۱۴۰۴/۰۷/۰۳\nدفتر گلستان‌آباد\nکد ۴۷۲۹-۱۱۸۳",
        "code": "4729-1183",
        "topics": "الگوکشی\nبرش\nدوخت لباس کودک",
        "office_phone": "034-33334444",
        "fictional": True,
    }
    return Certificate(**(values | changes))  # type: ignore[arg-type]


def people(count: int = 5) -> tuple[Called, ...]:
    """Invented people to phone: one without a number, one who did not agree to be phoned."""
    some = (
        Called("فاطمه رنجبری", "09000000011"),
        Called("بی‌بی‌گل ناروئی", "09000000012", "همسایه"),
        Called("زرغونه حیدری", ""),
        Called(LONG_NAME, "09000000013", "خواهر", "نفر اول نوبت"),
        Called("مریم دادخواه", "09000000014", may_call=False),
    )
    return tuple(some[at % 5] for at in range(count))


def call_list(**changes: object) -> CallList:
    """Whom to phone about an invented workshop that was cancelled."""
    values: dict[str, object] = {
        "office_title": OFFICE,
        "workshop_code": CODE,
        "workshop_title": "مهارت‌های زندگی، گروه مادران",
        "occasion": "لغو کارگاه",
        "script": ("سلام؛ از دفتر تسهیلگری گلستان‌آباد زنگ می‌زنیم.", "کارگاه برگزار نمی‌شود. دلیل: بیماری مدرس."),
        "people": people(),
        "printed_on": date(2025, 9, 10),
        "printed_by": "سمیرا دادخواه",
        "fictional": True,
    }
    return CallList(**(values | changes))  # type: ignore[arg-type]


def outcome_sheet(count: int = 13) -> OutcomeSheet:
    """Whom to ask ninety days after an invented workshop."""
    outcomes = ("شروع شغل خانگی", "یافتن کار", "ادامه تحصیل", "فروش در بازارچه", "عدم تغییر")
    return OutcomeSheet(
        OFFICE, CODE, "خیاطی خانگی", date(2025, 9, 17), date(2025, 12, 16), outcomes, people(count), date(2025, 12, 16),
        "سمیرا دادخواه", fictional=True,
    )  # fmt: skip


SESSIONS = (
    SessionResult(1, date(2025, 8, 23), True, "گفت‌وگو در خانواده", 17, 1, 2, 0, 1, 2, 36),
    SessionResult(2, date(2025, 8, 30), True, "مهار خشم", 16, 1, 2, 1, 0, 2, 34),
    SessionResult(3, date(2025, 9, 6), True, "", 3, 0, 14, 3, 0, 2, 6),
    SessionResult(4, date(2025, 9, 13), False),
)
EVALUATION = Evaluation(
    "سمیرا دادخواه",
    "شهریور ۱۴۰۴",
    (Criterion("محتوا و سرفصل‌ها", 30, 4), Criterion("مدرس", 20, 5), Criterion("مکان و زمان", 10, 3)),
    4.17,
    "مشارکت خوب مادران",
    "برگزاری در ساعت عصر و مهیا کردن جای کودکان",
)


def workshop_report(**changes: object) -> WorkshopReport:
    """What came of an invented workshop."""
    values: dict[str, object] = {
        "office_title": OFFICE,
        "code": CODE,
        "title": "مهارت‌های زندگی، گروه مادران",
        "type": "مهارت‌های زندگی",
        "neighborhood": "گلستان‌آباد",
        "place": "خانهٔ محله",
        "instructor": "الهام توکلی",
        "partner": "",
        "started_on": date(2025, 8, 23),
        "ended_on": date(2025, 9, 13),
        "status": "گزارش‌شده",
        "capacity": 20,
        "sessions": SESSIONS,
        "seated": 20,
        "unique": 20,
        "women_heads": 3,
        "women_heads_known": 18,
        "completed": 17,
        "satisfaction": 4.3,
        "answers": 14,
        "evaluations": (EVALUATION,),
        "copy": "internal",
        "printed_on": date(2025, 9, 25),
        "printed_by": "سمیرا دادخواه",
        "manager": "حمید یزدان‌پناه",
        "fictional": True,
    }
    return WorkshopReport(**(values | changes))  # type: ignore[arg-type]


PRODUCTS = (
    ProductRow("گلیم و جاجیم", 5, 96_000_000),
    ProductRow("پوشاک و خیاطی", 3, 50_500_000),
    ProductRow("خوراک محلی", 4, 40_000_000),
)


def market(**changes: object) -> MarketSummary:
    """An invented market."""
    values: dict[str, object] = {
        "office_title": OFFICE,
        "title": "بازارچهٔ صنایع دستی کاروانسرای آوج",
        "place": "کاروانسرای آوج",
        "neighborhood": "آوج",
        "started_on": date(2025, 9, 25),
        "ended_on": date(2025, 9, 25),
        "partners": ("میراث فرهنگی", "شهرداری آوج"),
        "women": 210,
        "men": 140,
        "children": 90,
        "volunteers": 3,
        "stalls": 12,
        "sales_rial": 186_500_000,
        "products": PRODUCTS,
        "copy": "internal",
        "printed_on": date(2025, 10, 1),
        "printed_by": "سمیرا دادخواه",
        "manager": "حمید یزدان‌پناه",
        "fictional": True,
    }
    return MarketSummary(**(values | changes))  # type: ignore[arg-type]


_WEEKLY = ("ویژهٔ بانوان", "نگهداری کودک")
HAPPENINGS = (
    *(
        Happening(date(2025, 8, 23) + timedelta(weeks=week), "۹ تا ۱۱", "مهارت‌های زندگی", "خانهٔ محله", _WEEKLY)
        for week in range(4)
    ),
    Happening(date(2025, 8, 25), "۹", "خیاطی خانگی، گروه دوم، ویژهٔ مادرانِ کودکان دبستانی", "خانهٔ محله", _WEEKLY),
    Happening(date(2025, 8, 25), "۱۷ تا ۱۹", "مسابقهٔ محلی «زو»", "زمین ورزشی دره‌سبز"),
    Happening(
        date(2025, 9, 18), "", "بازارچهٔ صنایع دستی", "کاروانسرای آوج، روبه‌روی بوستان", (), date(2025, 9, 20),
        "همهٔ اهالی با خانواده بیایند؛ غرفه برای سازندگان محله رایگان است.",
    ),
)  # fmt: skip


def poster(**changes: object) -> ProgrammePoster:
    """The programme of an invented neighbourhood."""
    values: dict[str, object] = {
        "office_title": OFFICE,
        "neighborhood": "محلهٔ گلستان‌آباد",
        "month": "1404-06",
        "happenings": HAPPENINGS,
        "phone": "034-33334444",
        "address": "خیابان شقایق، کوچهٔ ۱، پلاک ۲۰",
        "hours": "شنبه تا چهارشنبه، ۸ تا ۱۴",
        "fictional": True,
    }
    return ProgrammePoster(**(values | changes))  # type: ignore[arg-type]
