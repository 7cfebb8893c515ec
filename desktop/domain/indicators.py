"""Indicators of the monthly report: their exact definitions and arithmetic (domain §4.2), free of any storage.

What is printed beside a number comes from the same table that names the computation. A month is a snapshot: what is
dated after its last day does not exist for it, whenever it was entered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

COUNT, PERCENT, PERSON_HOURS, DAYS, PER_HEAD = "count", "percent", "person_hours", "days", "per_head"
MILLION_RIAL, SCORE = "million_rial", "score"
FEWEST_SCORES = 10  # of fewer people's satisfaction no mean is told
SOCIAL_MISSION = ("social", "cultural", "education", "health", "identity_documents", "legal")  # F4-07
ANSWER_WINDOW = timedelta(days=30)


@dataclass(frozen=True)
class Beside:
    """A number that is told with an indicator because the indicator alone would flatter or hide."""

    name: str
    title: str
    unit: str


@dataclass(frozen=True)
class Definition:
    """What an indicator counts, in one printed line."""

    code: str
    title: str
    text: str
    unit: str
    headline: bool = False  # among the figures that stand first in the report
    beside: tuple[Beside, ...] = ()


_IDENTIFIED = (Beside("identified", "دارای شناسهٔ هویتی", PERCENT),)
_OPEN_AGE = (Beside("median_age", "میانهٔ عمر نیازهای باز", DAYS),)
_IMMATURE = (Beside("immature", "نارس (۳۰ روزشان نرسیده)", COUNT),)
_SILENT = (
    Beside("n", "نخستین پاسخ‌های ماه", COUNT),
    Beside("unanswered", "ارجاع بی‌پاسخ", COUNT),
    Beside("unanswered_median_age", "میانهٔ عمر بی‌پاسخ‌ها", DAYS),
    Beside("unanswered_oldest_age", "قدیمی‌ترین بی‌پاسخ", DAYS),
)

_MONEY = (
    Beside("spent", "هزینهٔ ماه", MILLION_RIAL),
    Beside("remaining", "مانده در پایان ماه", MILLION_RIAL),
    Beside("year_received", "دریافتی سال مالی از همهٔ منبع‌ها", MILLION_RIAL),
    Beside("ngo_share", "سهم سمن‌ها از دریافتی سال", PERCENT),
)
_OFFERED = (
    Beside("accepted", "کمک پذیرفته", COUNT),
    Beside("unvalued", "پذیرفتهٔ بی‌ارزش‌گذاری", COUNT),
    Beside("refused", "پیشنهاد ردشده", COUNT),
)
_PLANNED = (
    Beside("nearly_due", "هفت روز یا کمتر مانده", COUNT),
    Beside("overdue", "گذشته از مهلت", COUNT),
    Beside("evaluated", "ارزیابی‌شدهٔ ماه", COUNT),
    Beside("funded", "حمایت‌شدهٔ ماه", COUNT),
)
_SILENT_MONTHS = (Beside("silent_months", "ماه بی‌بازدید در دوازده ماه", COUNT),)
_ASKED = (Beside("n", "شمار پاسخ‌ها", COUNT),)
_LEVELS = (
    Beside("measured", "سرانهٔ سنجیده‌شده", COUNT),
    Beside("better", "بهترشده از سال پیش", COUNT),
)
_UNREACHED = (
    Beside("not_reached", "در دسترس نبودند", COUNT),
    Beside("not_asked", "هنوز پیگیری نشده", COUNT),
)
_TOOK_PART = (
    Beside("volunteers", "ساکنان همیار", COUNT),
    Beside("groups_met", "گروه‌های دارای جلسه", COUNT),
)

DEFINITIONS: dict[str, Definition] = {
    d.code: d
    for d in (
        Definition("I-01", "خانوار ثبت‌شدهٔ ماه", "شمار خانوارهایی که تاریخ ثبتشان در ماه است.", COUNT, headline=True),
        Definition("I-02", "جمعیت ثبت‌شدهٔ فعال", "شمار ساکنانی که در پایان ماه فعال‌اند.", COUNT),
        Definition("I-03", "نرخ پوشش", "ساکنان فعال پایان ماه بخش بر تازه‌ترین جمعیت محله‌ها تا سال گزارش؛ محلهٔ بی‌آمار جمعیت به حساب نمی‌آید.", PERCENT, headline=True),
        Definition("I-04", "کیفیت ثبت", "از ساکنان فعال پایان ماه، سهم کسانی که جنس، تاریخ تولد یا سن، نسبت، محله و رضایت ثبت پایه‌شان نوشته شده؛ کسی که داده‌هایش محو شده به حساب نمی‌آید.", PERCENT, beside=_IDENTIFIED),
        Definition("I-05", "مراجعات و بازدیدها", "شمار مراجعه‌ها و بازدیدهای ماه، از هر نوع.", COUNT),
        Definition("I-06", "نیازهای تازه", "شمار نیازهایی که تاریخ ثبتشان در ماه است.", COUNT, headline=True),
        Definition("I-07", "نیازهای باز پایان ماه", "شمار نیازهایی که در پایان ماه ثبت‌شده، ارجاع‌شده، پاسخ‌گرفته یا در دست اقدام‌اند.", COUNT),
        Definition("I-08", "نیازهای برآورده‌شده", "شمار نیازهایی که در ماه به «برآورده» رسیده‌اند؛ هر نیاز یک بار.", COUNT),
        Definition("I-09", "نرخ برآورده‌شدن", "نیازهای برآوردهٔ ماه بخش بر نیازهای برآورده، ردشده و مختومهٔ ماه؛ هر نیاز در هر دسته یک بار.", PERCENT, headline=True),
        Definition("I-10", "نیازهای معطل‌مانده", "نیازهای باز پایان ماه که مهلتشان پیش از آخرین روز ماه بوده است؛ عمر نیاز از تاریخ ثبت تا پایان ماه شمرده می‌شود.", COUNT, beside=_OPEN_AGE),
        Definition("I-11", "نرخ پاسخ درون‌ماه", "از ارجاع‌های فرستاده تا پایان ماه که پیش از ماه پس گرفته یا پاسخ داده نشده بودند، سهم پاسخ‌گرفته‌ها تا پایان ماه؛ ثبت در دبیرخانه پاسخ نیست.", PERCENT, headline=True),
        Definition("I-12", "نرخ پاسخ ۳۰ روزه (ماه پیش)", "از ارجاع‌های ماه پیش که پس گرفته نشده و تا پایان این ماه ۳۰ روزشان گذشته، سهم آن‌ها که تا ۳۰ روز پاسخ گرفته‌اند.", PERCENT, beside=_IMMATURE),
        Definition("I-13", "میانهٔ روز تا نخستین پاسخ", "میانهٔ روزهای میان ارسال و نخستین پاسخ، در ارجاع‌هایی که نخستین پاسخشان در ماه رسیده؛ پاسخ همان روز صفر است.", DAYS, headline=True, beside=_SILENT),
        Definition("I-14", "نفر-ساعت آموزش", "جمع حاضران و باتأخیرها × ساعت جلسه، در جلسه‌های برگزارشدهٔ ماه؛ اگر دقیقه ثبت شده، جمع دقیقه‌ها بخش بر ۶۰.", PERSON_HOURS, headline=True),
        Definition("I-15", "شرکت‌کنندهٔ یکتا", "شمار افراد جدا که دست‌کم در یک جلسهٔ ماه حاضر بوده‌اند؛ شرکت‌کنندهٔ بدون پرونده و رویدادها به حساب نمی‌آیند.", COUNT),
        Definition("I-16", "سهم زنان سرپرست خانوار", "از شرکت‌کنندگان یکتای ماه که وضعشان روشن است، سهم زنان سرپرست خانوار؛ زنی که سرپرست است و سنش نوشته نشده «نامشخص» است.", PERCENT, headline=True),
        Definition("I-17", "مشارکت تکراری", "از شرکت‌کنندگان یکتای ماه، سهم کسانی که در کارگاه دیگری هم، در ماه یا در ۳۶۵ روز پیش از آن، حاضر بوده‌اند.", PERCENT),
        Definition("I-18", "نرخ تکمیل دوره", "در کارگاه‌هایی که در ماه گزارش شده‌اند، تکمیل‌کردگان بخش بر ثبت‌نام‌شدگان؛ کسی که پیش از نخستین جلسه انصراف داده یا در نوبت مانده به حساب نمی‌آید.", PERCENT),
        Definition("I-19", "پیامد ۹۰ روزه", "از پیگیری‌هایی که سررسیدشان در ماه است و تا پایان ماه انجام شده، سهم پیامدهای مثبت.", PERCENT, beside=_UNREACHED),
        Definition("I-20", "سهم مأموریت اجتماعی", "فعالیت‌های حوزه‌های اجتماعی، فرهنگی، آموزش، بهداشت، هویت و حقوقی بخش بر همهٔ فعالیت‌های ماه: مراجعه و بازدید، جلسهٔ برگزارشده، نشست، رویداد، ارجاع. هدف ۶۶٫۷٪.", PERCENT),
        Definition("I-20b", "سهم مأموریت اجتماعی (به دقیقه)", "همان سهم از دقیقه‌های کار؛ فعالیتی که دقیقه‌اش نوشته نشده «بی‌داده» است.", PERCENT),
        Definition("I-21", "مصوبات اجراشده", "از مصوبه‌هایی که مهلتشان در ماه است و تا پایان ماه لغو نشده‌اند، سهم آن‌ها که تا پایان ماه اجرا شده‌اند.", PERCENT),
        Definition("I-22", "مشارکت", "معتمدان فعال پایان ماه؛ در کنارش ساکنان همیار و گروه‌هایی که در ماه جلسه داشته‌اند.", COUNT, beside=_TOOK_PART),
        Definition("I-23", "اعتبار دریافتی ماه", "آنچه در ماه از اعتبارها دریافت شده است؛ مانده، دریافتی منهای برگشتی و هزینه تا پایان ماه است.", MILLION_RIAL, beside=_MONEY),
        Definition("I-24", "کمک‌های مردمی پذیرفته", "ارزش کمک‌هایی که بررسی‌شان در ماه به پذیرش رسیده است؛ پیشنهادهای ردشده با دلیل شمرده می‌شوند.", MILLION_RIAL, beside=_OFFERED),
        Definition("I-25", "طرح‌های سمن در حال اجرا", "طرح‌هایی که در پایان ماه آغاز شده و هنوز ارزیابی یا مختومه نشده‌اند؛ گذشته از مهلت‌ها نیز در همین شمارند.", COUNT, beside=_PLANNED),
        Definition("I-26", "بازدید سرزدهٔ ماه", "بازدیدهای سرزده‌ای که در ماه انجام شده‌اند، به تفکیک سند.", COUNT, beside=_SILENT_MONTHS),
        Definition("I-27", "رضایت", "میانگین رضایت (۱ تا ۵) در نیازهایی که در ماه پایان یافته‌اند و برگه‌های کارگاه‌های ماه؛ با کمتر از ۱۰ پاسخ گفته نمی‌شود.", SCORE, beside=_ASKED),
        Definition("I-28", "سرانه‌های زیر استاندارد", "از تازه‌ترین سرانهٔ هر خدمت در هر محله تا سال گزارش که استانداردی دارد، شمار آن‌ها که به استاندارد نرسیده‌اند.", COUNT, beside=_LEVELS),
        Definition("I-30", "فعالیت هر همکار", "فعالیت‌های ماه (مراجعه و بازدید، جلسهٔ برگزارشده، نشست، رویداد، ارجاع) بخش بر همکاران مشغول در پایان ماه.", PER_HEAD),
        Definition("I-30b", "کار باز هر تسهیلگر", "کارهای پایان ماه (نیاز سررسیده، ارجاع بی‌پاسخِ گذشته از مهلت، وعدهٔ گذشته، اقدام بعدی، پیگیری پیامد، جلسهٔ روز) بخش بر تسهیلگران مشغول در پایان ماه.", PER_HEAD),
    )
}  # fmt: skip

OF_PEOPLE = frozenset({"I-01", "I-02", "I-03", "I-04", "I-05", "I-06", "I-07", "I-08", "I-09", "I-10", "I-11", "I-12", "I-13", "I-15", "I-16", "I-17", "I-18", "I-19", "I-22"})
"""Indicators that count people, households, or what is of single ones: small counts of them do not leave the office (G-20)."""
OF_PEOPLE_BESIDE = frozenset({("I-04", "identified"), ("I-12", "immature"), ("I-13", "n"), ("I-13", "unanswered"), ("I-19", "not_reached"), ("I-19", "not_asked"), ("I-22", "volunteers")})
"""The numbers told beside an indicator that do so too."""
MIDDLE_OF: Mapping[tuple[str, str], tuple[str, str]] = {
    ("I-13", ""): ("I-13", "n"),
    ("I-13", "unanswered_median_age"): ("I-13", "unanswered"),
    ("I-13", "unanswered_oldest_age"): ("I-13", "unanswered"),
    ("I-10", "median_age"): ("I-07", ""),
    ("I-14", ""): ("I-15", ""),
}
MONEY_FIGURES = frozenset(code for code, one in DEFINITIONS.items() if one.unit == MILLION_RIAL)
"""Indicators that are an amount; what is told beside them goes with them."""
"""Medians, ages and hours → the count of those they are of (indicator, and the name beside it if any)."""


@dataclass(frozen=True)
class Indicator:
    """One number of one month with what it stands on. `value` None prints «—» (nothing to divide by)."""

    code: str
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    missing: int = 0
    suppressed: bool = False
    previous: float | None = None
    parts: Mapping[str, Mapping[str, float | None]] = field(default_factory=dict)  # breakdown name → code → number
    beside: Mapping[str, float | None] = field(default_factory=dict)  # the numbers that its definition names

    @property
    def definition(self) -> Definition:
        return DEFINITIONS[self.code]

    def as_json(self) -> dict[str, object]:
        made: dict[str, object] = {
            "numerator": _whole(self.numerator),
            "denominator": _whole(self.denominator),
            "value": _whole(self.value),
            "unit": self.definition.unit,
            "missing": self.missing,
            "suppressed": self.suppressed,
            "previous": _whole(self.previous),
            **{beside.name: _whole(self.beside[beside.name]) for beside in self.definition.beside},
        }
        parts = {name: {code: _whole(n) for code, n in part.items()} for name, part in self.parts.items()}
        return {**made, "by": parts} if parts else made


def rate(numerator: float, denominator: float) -> float | None:
    """A percentage with one decimal, half up; None when there is nothing to divide by."""
    return None if not denominator else _tenths(numerator * 100, denominator)


def mean(total: float, count: int) -> float | None:
    """A mean with two decimals, half up; None of nothing."""
    return None if not count else int(total * 100 / count + 0.5) / 100


def per_head(count: float, heads: int) -> float | None:
    """How much falls to each, with one decimal; None when there is nobody."""
    return None if not heads else _tenths(count, heads)


def _tenths(numerator: float, denominator: float) -> float:
    return int(numerator * 10 / denominator + 0.5) / 10


def median(days: Mapping[int, int]) -> float | None:
    """The middle of day → how many times, the mean of the two middle ones of an even number; None of nothing."""
    total = sum(days.values())
    if not total:
        return None
    return (_at(days, (total - 1) // 2) + _at(days, total // 2)) / 2


def _at(days: Mapping[int, int], place: int) -> int:
    """The day that stands at a place when all are laid out in order."""
    for day in sorted(days):
        place -= days[day]
        if place < 0:
            return day
    raise IndexError(place)


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and float(number).is_integer() else number


@dataclass
class Stock:
    """Needs at the start of a period, what came and went, and what was left; `holds` is the stock identity."""

    open_start: int = 0
    new: int = 0
    reopened: int = 0
    met: int = 0
    rejected: int = 0
    closed: int = 0
    open_end: int = 0

    @property
    def holds(self) -> bool:
        came = self.open_start + self.new + self.reopened
        return self.open_end == came - self.met - self.rejected - self.closed
