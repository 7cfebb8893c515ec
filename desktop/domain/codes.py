"""Code lists (domain §2.5): English code → Persian label. Codes never change; labels may.

Codes travel in the file, the log and to the province; labels are what people read and may type.
"""

from __future__ import annotations

from functools import cache

from desktop.domain.audit_codes import AUDIT_LISTS
from desktop.domain.need_codes import NEED_LISTS
from desktop.domain.partner_codes import PARTNER_LISTS
from desktop.domain.people_codes import PEOPLE_LISTS
from desktop.domain.persian.text import search_key
from desktop.domain.place_codes import PLACE_LISTS
from desktop.domain.places import COUNTIES, PROVINCES
from desktop.domain.problems import Refusal
from desktop.domain.report_codes import REPORT_LISTS
from desktop.domain.workshop_codes import WORKSHOP_LISTS

CODE_LISTS: dict[str, dict[str, str]] = {
    "staff_specialty": {
        "social": "علوم اجتماعی",
        "social_work": "مددکاری",
        "psychology": "روانشناسی",
        "economics": "اقتصاد",
        "urban_planning": "شهرسازی",
        "legal": "حقوق",
        "management": "مدیریت",
        "other": "سایر",
    },
    "yes_no_unknown": {
        "yes": "دارد",
        "no": "ندارد",
        "unknown": "نامشخص",
    },
    "area_type": {
        "vulnerable": "آسیب‌پذیر",
        "marginal": "حاشیه‌نشین",
        "less_developed": "کمتر توسعه‌یافته",
        "worn_out": "بافت فرسوده",
        "informal_settlement": "سکونتگاه غیررسمی",
        "attached_village": "روستای متصل",
    },
    "coverage_status": {
        "under_office": "زیر پوشش دفتر",
        "announced_waiting_credit": "اعلام‌شده، در انتظار اعتبار",
        "not_covered": "بدون پوشش",
    },
    "population_source": {
        "census": "سرشماری",
        "health_house": "خانه بهداشت",
        "office_estimate": "برآورد دفتر",
        "municipality": "شهرداری",
    },
    "office_status": {
        "proposed": "پیشنهادشده",
        "licensed": "دارای مجوز",
        "active": "فعال",
        "suspended": "تعلیق‌شده",
        "closed": "بسته‌شده",
    },
    "staff_position": {
        "manager": "مدیر دفتر",
        "expert": "کارشناس",
        "facilitator": "تسهیلگر",
        "social_worker": "مددکار",
        "data_entry": "ورود داده",
        "volunteer": "همیار",
    },
    "user_role": {
        "facilitator": "تسهیلگر",
        "social_worker": "مددکار",
        "office_manager": "مدیر دفتر",
        "county_supervisor": "ناظر فرمانداری",
        "province_officer": "کارشناس استانداری",
        "province_director": "مدیرکل استانداری",
        "auditor": "حسابرس",
        "system_admin": "مدیر سامانه",
    },
    "project_kind": {
        "build": "ساخت",
        "equip": "تجهیز",
        "repair": "تعمیر",
        "service": "خدمات",
    },
    "project_status": {
        "proposed": "پیشنهاد",
        "approved": "مصوب",
        "running": "در حال اجرا",
        "done": "پایان‌یافته",
        "stopped": "متوقف",
    },
    "attachment_owner": {
        "office": "دفتر",
        "workshop": "کارگاه",
        "workshop_session": "جلسهٔ کارگاه",
        "event": "رویداد",
        "need": "نیاز",
        "visit": "مراجعه یا بازدید",
        "letter": "نامه",
        "meeting": "جلسه",
        "mou": "تفاهم‌نامه",
        "project": "پروژه",
        "neighborhood": "محله",
        "neighborhood_capacity": "ظرفیت محله",
        "facility": "مکان خدماتی",
        "directive": "دستورالعمل",
    },
    "attachment_kind": {
        "place_photo": "عکس جا",
        "people_photo": "عکس افراد",
        "paper": "برگه یا سند",
        "logo": "نشان دفتر",
    },
    "harm_type": {
        "addiction": "اعتیاد",
        "divorce": "طلاق",
        "informal_settlement": "حاشیه‌نشینی",
        "moral_corruption": "مفاسد اخلاقی",
        "acute_area": "مناطق حاد و بحرانی",
        "unemployment": "بیکاری",
        "poverty": "فقر",
        "child_labour": "کار کودک",
        "school_dropout": "بازماندگی از تحصیل",
        "domestic_violence": "خشونت خانگی",
        "begging": "تکدی‌گری",
        "suicide_risk": "خودکشی",
        "theft": "سرقت",
        "cyber": "آسیب‌های فضای مجازی",
        "statelessness": "بی‌شناسنامگی",
        "elder_neglect": "رهاشدگی سالمند",
    },
    "province": PROVINCES,
    "county": COUNTIES,
    **PEOPLE_LISTS,
    **NEED_LISTS,
    **WORKSHOP_LISTS,
    **PLACE_LISTS,
    **PARTNER_LISTS,
    **REPORT_LISTS,
    **AUDIT_LISTS,
}
CODE_LISTS["consent_scope"] = {
    "basic_record": "ثبت پایه",
    "phone_contact": "تماس تلفنی",
    "photo": "عکس",
    "sync_to_province": "فرستادن به استان",
    **{f"sensitive:{code}": f"دادهٔ حساس: {label}" for code, label in CODE_LISTS["sensitive_topic"].items()},
    **{f"referral:{code}": f"ارجاع به {label}" for code, label in CODE_LISTS["agency_code"].items()},
}


@cache
def _codes_by_label(list_name: str) -> dict[str, str]:
    return {search_key(label): code for code, label in CODE_LISTS[list_name].items()}


_ALSO = {("donor_kind", "org"): "organization"}
"""Codes that are also written otherwise."""


def code_of(list_name: str, given: object) -> str:
    """The code that `given` (a code, or its Persian label in any spelling) means; Refusal `unknown_code`."""
    text = str(given).strip()
    text = _ALSO.get((list_name, text), text)
    if text in CODE_LISTS[list_name]:
        return text
    code = _codes_by_label(list_name).get(search_key(text))
    if code is None:
        raise Refusal("unknown_code", given=text)
    return code


def label_of(list_name: str, code: str | None) -> str:
    """The Persian label of a code; the code itself when a newer laptop sent one that is unknown here."""
    if not code:
        return ""
    return CODE_LISTS[list_name].get(code, code)
