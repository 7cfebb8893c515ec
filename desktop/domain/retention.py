"""How long what is kept of people is kept (domain G-06, G-24, G-25), as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SENSITIVE, VISITS, LETTERS, ATTENDANCE = "sensitive", "visits", "letters", "attendance"
CONSENTS, MOVED = "consents", "moved"


@dataclass(frozen=True)
class Keeping:
    """Something that is kept for so many Jalali months, since what, and what becomes of it then."""

    months: int  # 0: until the consent to it ends
    what: str
    then: str


KEEPINGS: Mapping[str, Keeping] = {
    SENSITIVE: Keeping(0, "دادهٔ حساسِ بی‌رضایت", "پس از پایان رضایت خالی می‌شود؛ عکس نیز"),
    VISITS: Keeping(60, "مراجعه‌های پیش از پنج سال", "بی‌نام و بی‌شرح می‌ماند و شمرده می‌شود"),
    LETTERS: Keeping(60, "نامه‌های پیش از پنج سال", "شماره و تاریخ می‌ماند؛ نام و متن می‌رود"),
    ATTENDANCE: Keeping(60, "حضورهای پیش از پنج سال", "بی‌نام در شمار حاضران جلسه می‌ماند"),
    CONSENTS: Keeping(12, "رضایت‌های پایان‌یافته", "یک سال پس از پایان برداشته می‌شود"),
    MOVED: Keeping(36, "ساکنانی که رفته‌اند", "سه سال پس از رفتن خانوار بی‌نام می‌شوند"),
}
"""In the order in which it is done. Who had a place, and certificates, go without a name when the file of the person does."""
