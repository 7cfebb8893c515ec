"""The papers this program prints."""

from __future__ import annotations

from typing import Final

PRINTABLES: Final[dict[str, str]] = {
    "monthly_report": "گزارش عملکرد ماهانه",
    "month_comparison": "مقایسهٔ دو ماه",
    "year_trend": "روند سال",
    "household_card": "کارت خانوار",
    "referral_letter": "نامهٔ ارجاع",
    "reminder": "نامهٔ یادآوری",
    "letter": "نامه",
    "needs_register": "دفتر ثبت نیازها",
    "guidance_sheet": "برگهٔ راهنما",
    "attendance_sheet": "برگهٔ حضور و غیاب",
    "certificate": "گواهی شرکت در دوره",
    "call_list": "فهرست تماس کارگاه",
    "outcome_sheet": "برگهٔ پیامد کارگاه",
    "workshop_report": "گزارش کارگاه",
    "market_summary": "خلاصهٔ بازارچه",
    "programme_poster": "برنامهٔ ماه محله",
    "programme_poster_a3": "برنامهٔ ماه محله، بزرگ (A3)",
    "my_information": "برگهٔ اطلاعات من",
    "consent_sheet": "برگهٔ رضایت آگاهانه",
    "blank_registration": "فرم شناسنامهٔ خانوار",
    "blank_need": "فرم خالی ثبت نیاز",
    "blank_attendance": "برگهٔ خالی حضور و غیاب",
    "case_label": "برچسب پرونده",
    "good_practices": "تجربه‌های خوب",
    "neighborhood_profile": "شناسنامهٔ محله",
    "meeting_minutes": "صورتجلسه",
    "mou_follow_up": "پیگیری تفاهم‌نامه",
    "donation_receipt": "رسید کمک",
    "credit_statement": "صورت اعتبار و هزینه",
    "ngo_plan_sheet": "برگهٔ طرح سمن",
    "inspection_report": "گزارش بازدید سرزده",
    "destruction_certificate": "گواهی امحا",
    "handover_cover": "برگهٔ روی بستهٔ تحویل",
    "courier_receipt": "رسید حامل",
    "audit_sheet": "دفتر رخدادها",
    "recovery_sheet": "برگهٔ بازیابی",
}
IN_TWO_COPIES: Final = frozenset(
    {
        *("meeting_minutes", "workshop_report", "market_summary", "needs_register"),
        *("monthly_report", "month_comparison", "year_trend"),
    }
)
"""Papers of which one copy stays in the office, and another, which tells less, may leave it."""
