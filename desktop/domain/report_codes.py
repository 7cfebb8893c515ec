"""Code lists of the monthly report: where it stands, how it goes to the province, and its nineteen sections (§4.1)."""

REPORT_SECTIONS = {
    "summary": "خلاصهٔ مدیریتی",
    "office": "مشخصات دفتر و محله‌ها",
    "coverage": "ثبت و پوشش",
    "visits": "مراجعات، بازدیدها و مشاوره‌ها",
    "needs": "نیازها و مطالبات",
    "agencies": "پاسخگویی دستگاه‌ها",
    "training": "آموزش و توانمندسازی",
    "events": "رویدادها",
    "participation": "مشارکت مردم و نهادسازی",
    "coordination": "هماهنگی و تفاهم‌نامه‌ها",
    "built": "ظرفیت‌ها، پروژه‌ها و سرانه‌ها",
    "harms": "آسیب‌ها و زمینه‌های بروز",
    "money": "اعتبارات و کمک‌های مردمی",
    "ngos": "سمن‌ها و طرح‌ها",
    "inspections": "بازدیدهای سرزده",
    "evaluations": "ارزیابی‌ها و بهبود",
    "corrections": "اصلاحات ماه‌های پیش",
    "annex": "پیوست",
    "signatures": "امضا",
}
REQUESTS = "requests"
"""What the manager asks of the province stands in the summary, as a text of its own (F1-02)."""

REPORT_LISTS: dict[str, dict[str, str]] = {
    "report_status": {
        "draft": "پیش‌نویس",
        "signed": "امضاشده",
        "sent": "فرستاده",
        "accepted": "پذیرفته",
        "returned": "برگشت‌خورده",
    },
    "report_channel": {
        "network": "شبکه",
        "usb": "حافظهٔ همراه",
    },
    "report_part": REPORT_SECTIONS,
    "report_text": {**REPORT_SECTIONS, REQUESTS: "درخواست‌ها از استان"},
}
