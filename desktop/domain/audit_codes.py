"""What stands in the audit log (domain §3.2, G-28): the deeds it names, sorted, and who may read how much of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

GROUPS: Mapping[str, frozenset[str]] = {
    "entry": frozenset({"login", "login_failed", "logout", "lock", "unlock", "recover"}),
    "look": frozenset({"view_sensitive"}),
    "out": frozenset({"print", "export", "backup", "restore", "handover", "take_over"}),
    "sync": frozenset(
        {
            *("sync", "serve", "courier_write", "courier_read", "settle_conflict", "province_join"),
            *("device_invite", "device_rotate", "device_revoke", "device_lost", "device_handover"),
            *("office_restored", "office_behind", "office_copied"),
        }
    ),
    "records": frozenset(
        {
            *("import", "merge", "unmerge", "same_person", "erase", "keep_count", "retention", "create", "update", "delete"),
            *("household_active", "household_moved", "household_dissolved"),
            *("household_back", "household_split", "household_join", "new_head"),
            *("person_active", "person_moved", "person_deceased"),
        }
    ),
    "accounts": frozenset({"user_add", "user_password", "user_sensitive", "user_disable", "user_enable", "recovery_renew", "found", "demo"}),
    "program": frozenset({"program_update", "program_undo"}),
    "report": frozenset({"draft", "signed", "sent", "accepted", "returned"}),
}
"""Sort → its deeds. What no sort names, of a newer program, stands in the whole list alone."""

AUDIT_LISTS: dict[str, dict[str, str]] = {
    "audit_group": {
        "entry": "ورود و قفل",
        "look": "دیدن داده‌های حساس",
        "out": "چاپ و خروجی",
        "sync": "همگام‌سازی",
        "records": "پرونده‌ها",
        "accounts": "حساب‌ها",
        "program": "نسخهٔ برنامه",
        "report": "گزارش ماهانه",
    },
    "audit_entity": {"device": "رایانه", "province": "استان"},
    "audit_detail": {
        "recovery_code": "با کد بازیابی",
        "idle": "پس از چند دقیقه بی‌کاری",
        "internal": "نسخهٔ داخلی",
        "shared": "نسخهٔ بیرونی",
        "xlsx": "اکسل",
        "yes": "بله",
        "no": "خیر",
        "sync": "فرستاده/رسیده",
        "courier": "شمار دگرگونی‌ها",
        "port": "درگاه",
        "version": "نسخه",
    },
    "audit_action": {
        "login": "ورود",
        "login_failed": "گذرواژهٔ نادرست",
        "logout": "خروج",
        "lock": "قفل کردن",
        "unlock": "گشودن قفل",
        "recover": "گذرواژهٔ تازه با کد بازیابی",
        "view_sensitive": "دیدن",
        "print": "چاپ",
        "export": "خروجی",
        "backup": "پشتیبان‌گیری",
        "restore": "بازگرداندن پشتیبان",
        "handover": "ساختن بستهٔ تحویل",
        "take_over": "گشودن بستهٔ تحویل",
        "sync": "همگام‌سازی با شبکه",
        "serve": "گشودن خط برای رایانه‌های دیگر",
        "courier_write": "نوشتن پروندهٔ همراه",
        "courier_read": "خواندن پروندهٔ همراه",
        "settle_conflict": "یکسره کردن تعارض",
        "province_join": "پیوستن به استان",
        "device_invite": "دعوت رایانهٔ تازه",
        "device_rotate": "کلیدهای تازهٔ رایانه",
        "device_revoke": "کنار گذاشتن رایانه",
        "device_lost": "گزارش رایانهٔ گم‌شده",
        "device_handover": "تحویل دادن رایانه",
        "office_restored": "آغاز دوباره از پشتیبان",
        "office_behind": "پروندهٔ به‌عقب‌برگشته",
        "office_copied": "رونوشت پوشهٔ دفتر",
        "import": "ورود از پروندهٔ اکسل",
        "merge": "یکی کردن دو پرونده",
        "unmerge": "جدا کردن دو پرونده",
        "same_person": "شناختن همان فرد",
        "erase": "فراموش کردن",
        "keep_count": "کاستن به شمارش",
        "retention": "فراموشی پس از مدت نگهداری",
        "create": "افزودن پیوست",
        "update": "تغییر پیوست",
        "delete": "حذف",
        "household_active": "بازگشت خانوار",
        "household_moved": "جابه‌جایی خانوار",
        "household_dissolved": "پایان خانوار",
        "household_back": "بازگشت خانوار با اعضا",
        "household_split": "جدا شدن از خانوار",
        "household_join": "پیوستن به خانوار",
        "new_head": "سرپرست تازه",
        "person_active": "بازگشت فرد",
        "person_moved": "رفتن فرد",
        "person_deceased": "درگذشت فرد",
        "user_add": "حساب تازه",
        "user_password": "تغییر گذرواژه",
        "user_sensitive": "تغییر دسترسی به داده‌های حساس",
        "user_disable": "بستن حساب",
        "user_enable": "گشودن دوبارهٔ حساب",
        "recovery_renew": "کد بازیابی تازه",
        "program_update": "به‌روزرسانی برنامه",
        "program_undo": "بازگشت به نسخهٔ پیشین برنامه",
        "found": "بنیاد دفتر",
        "demo": "ساختن دفتر آزمایشی",
        "draft": "پیش‌نویس گزارش",
        "signed": "امضای گزارش",
        "sent": "ارسال گزارش",
        "accepted": "پذیرش گزارش",
        "returned": "برگشت گزارش",
    },
}

Reading = Literal["full", "nameless", "technical"]
READERS: Mapping[str, Reading] = {
    "office_manager": "full",
    "province_officer": "nameless",
    "province_director": "nameless",
    "auditor": "nameless",
    "system_admin": "technical",
}
"""Role → how much: all; without whom it is about; only what concerns machines and accounts (domain §3.7)."""
TECHNICAL = GROUPS["entry"] | GROUPS["sync"] | GROUPS["accounts"] | GROUPS["program"]


@cache
def group_of(action: str) -> str:
    """The sort that a deed belongs to; "" for one that is unknown here."""
    return next((group for group, actions in GROUPS.items() if action in actions), "")
