"""The facts of the five articles (domain §1) as they would be typed; amounts in the unit of the article.

Where an article counts without naming, the names are ours: «محلهٔ ۱» is no place's name.
"""

from __future__ import annotations

from typing import Any

Given = dict[str, Any]

# S0, Kermanshah: nine offices are active, six of them in thirteen neighbourhoods of the city (F0-01, F0-17).
OFFICES_OF_KERMANSHAH = {
    "0502": ["محلهٔ ۱", "محلهٔ ۲", "محلهٔ ۳"],
    "0512": ["محلهٔ ۴", "محلهٔ ۵"],
    "0522": ["محلهٔ ۶", "محلهٔ ۷"],
    "0532": ["محلهٔ ۸", "محلهٔ ۹"],
    "0542": ["محلهٔ ۱۰", "محلهٔ ۱۱"],
    "0552": ["محلهٔ ۱۲", "محلهٔ ۱۳"],
}
OFFICES_ELSEWHERE = {"0501": "اسلام‌آبادغرب", "0591": "اسلام‌آبادغرب", "0511": "هرسین"}
CREDIT_OF_1400: Given = {  # F0-18
    "title": "اعتبار سال ۱۴۰۰", "fiscal_year": 1400, "source": "province", "purpose": "operate",
    "amount_rial": "۵۳ میلیارد ریال", "is_estimate": True, "requested_on": "1400/01/20",
}  # fmt: skip

# S1, Kerman, written with Arabic ي and ك as in the article (F1-23), and the people who live there (F1-24).
NEIGHBORHOODS_OF_KERMAN = (
    "قلعه محمود و ميدان قلعه", "قلاع دختر و اردشير", "پامنار", "سرآسياب", "شهرك پدر", "شهرك صنعتي", "شهرك بني هاشم",
    "انتهاي فيروزآباد", "شهيد رجايي", "شهيد صياد شيرازي", "شرف آباد",
)  # fmt: skip
PEOPLE_OF_KERMAN = 101_132
STAFF_OF_KERMAN, OFFICES_OF_KERMAN = 60, 10  # F1-16, F1-20

# S2, Kashan: a charity centre in Sarpolleh (F2-17 … F2-22).
SARPOLLEH: Given = {"name": "سرپله", "county_id": "کاشان", "city_name": "کاشان", "area_type": "worn_out"}
CHARITY_CENTRE: Given = {
    "name": "مرکز خیریهٔ سرپله", "type": "charity_center", "floor_area_m2": 250, "cost_rial": "۱۲ میلیارد ریال",
    "jobs_count": 8, "services": [
        {"service": "اسکان همراهان بیماران", "capacity": 3, "unit": "سوییت"},
        {"service": "کارگاه قالی‌بافی", "capacity": 8, "unit": "نفر"},
        {"service": "پرستاری و فیزیوتراپی", "eligible_group": "افراد زیر پوشش خیریه"},
    ],
}  # fmt: skip

# S3, Avaj: the caravanserai and what it could be (F3-06, F3-07); more than one town (F3-25).
AVAJ: Given = {"name": "آوج", "county_id": "آوج", "city_name": "آوج", "area_type": "less_developed"}
CARAVANSERAI: Given = {
    "kind": "historic", "title": "کاروانسرای آوج",
    "proposed_uses": ["دفتر تسهیلگری", "بازارچهٔ صنایع دستی", "جذب گردشگر"],
}  # fmt: skip

# S4, Kerman: credit to set the offices up, and for the NGOs of twenty-three counties (F4-01, F4-16).
CREDIT_TO_FOUND: Given = {
    "title": "راه‌اندازی دفاتر", "source": "ministry", "purpose": "establish", "amount_rial": "۲ میلیارد تومان",
    "fiscal_year": 1396, "requested_on": "1396/10/01",
}  # fmt: skip
CREDIT_OF_NGOS: Given = {
    "title": "سمن‌های شهرستان", "source": "province", "purpose": "ngo_plans", "amount_rial": "۱۰ میلیون تومان",
    "fiscal_year": 1396, "requested_on": "1396/10/01",
}  # fmt: skip
COUNTIES_OF_KERMAN_THEN = tuple(f"08{number:02}" for number in range(1, 24))
