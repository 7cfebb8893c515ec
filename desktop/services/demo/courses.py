"""What is taught in the fictional neighbourhoods, by whom, in which rooms and at which hours."""

from __future__ import annotations

from datetime import time
from typing import NamedTuple


class Course(NamedTuple):
    """One kind of workshop."""

    type: str
    title: str
    field: str
    sessions: int
    hours: float
    women: bool
    ages: tuple[int, int]
    targets: tuple[str, ...]
    teacher: str
    programme: str


_MIND, _CRAFT, _TECHNIQUE, _HEALTH = "الهام توکلی", "ژیلا کهن‌دل", "بهنام سرچشمه", "ثریا میربلوچ"
_MEDIA, _LETTERS, _LAW = "کیوان دل‌آرام", "مهین عرب‌پور", "فرهاد نوری‌زاده"
INSTRUCTORS = {
    _MIND: "روانشناسی",
    _CRAFT: "خیاطی و پته‌دوزی",
    _TECHNIQUE: "برق و تأسیسات",
    _HEALTH: "بهداشت",
    _MEDIA: "سواد رسانه",
    _LETTERS: "آموزش بزرگسالان",
    _LAW: "حقوق",
}
COURSES = (
    Course(
        "life_skills", "مهارت‌های زندگی، گروه مادران", "social", 4, 2, True, (20, 60), ("mothers",), _MIND,
        "گفت‌وگو در خانه، مدیریت خشم، نه گفتن، تصمیم‌گیری",
    ),
    Course(
        "home_jobs", "خیاطی خانگی", "economic", 6, 3, True, (18, 60), ("women_heads", "job_seekers"), _CRAFT,
        "الگو و برش، دوخت دامن و پیراهن، قیمت‌گذاری",
    ),
    Course(
        "parenting", "فرزندپروری", "social", 4, 1.5, True, (20, 50), ("mothers",), _MIND,
        "نیازهای هر سن، قانون‌های خانه، بازی و گفت‌وگو",
    ),
    Course(
        "handicraft", "پته‌دوزی", "economic", 5, 2.5, True, (16, 60), ("women_heads",), _CRAFT,
        "شناخت نقش‌ها، دوخت ساقه و برگ، پرداخت کار",
    ),
    Course(
        "resilience", "تاب‌آوری خانواده", "social", 3, 2, False, (18, 70), ("all",), _MIND,
        "شناخت فشار روانی، آرام‌سازی، کمک گرفتن",
    ),
    Course(
        "digital", "سواد رسانه برای نوجوانان", "education", 4, 2, False, (12, 18), ("youth",), _MEDIA,
        "شناخت خبر نادرست، حریم خصوصی، جست‌وجوی درست",
    ),
    Course(
        "health_edu", "تغذیهٔ مادر و کودک", "health", 3, 2, True, (18, 50), ("mothers",), _HEALTH,
        "خوراک نوزاد، کم‌خونی، سفرهٔ ارزان و سالم",
    ),
    Course(
        "vocational", "برق ساختمان", "economic", 6, 3, False, (18, 45), ("job_seekers",), _TECHNIQUE,
        "ایمنی، نقشه‌خوانی، سیم‌کشی، کلید و پریز",
    ),
    Course(
        "literacy", "سوادآموزی بزرگسالان", "education", 6, 2, False, (25, 75), ("all",), _LETTERS,
        "خواندن و نوشتن، حساب روزمره، پر کردن فرم",
    ),
    Course(
        "legal_edu", "حقوق اجاره‌نشینان", "legal", 2, 2, False, (20, 70), ("all",), _LAW,
        "قرارداد اجاره، ودیعه، شورای حل اختلاف",
    ),
    Course(
        "first_aid", "کمک‌های نخستین", "health", 3, 2, False, (15, 60), ("youth", "all"), _HEALTH,
        "خون‌ریزی، سوختگی، احیای قلبی",
    ),
    Course(
        "entrepreneurship", "از هنر تا درآمد", "economic", 4, 2, True, (18, 55), ("women_heads",), _CRAFT,
        "شناخت مشتری، بسته‌بندی، فروش در بازارچه",
    ),
)  # fmt: skip
PLACES = ("خانهٔ محله", "نمازخانهٔ مدرسهٔ ایثار", "سالن دفتر", "مسجد امام‌رضا", "کتابخانهٔ محله")
HOURS = (time(9), time(10, 30), time(15), time(16, 30))
WEEKDAYS = ((0,), (2,), (4,), (0, 2), (1, 3))  # counted from شنبه
