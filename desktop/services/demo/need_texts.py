"""What fictional residents ask for, and which agency answers."""

from __future__ import annotations

from typing import NamedTuple


class NeedText(NamedTuple):
    """One kind of request: field, subject, agency, and who asks."""

    field: str
    subject: str
    agency: str
    scope: str = "person"


NEEDS = (
    NeedText("identity_documents", "دریافت شناسنامه برای فرزند", "civil_registry"),
    NeedText("identity_documents", "تعویض کارت ملی فرسوده", "civil_registry"),
    NeedText("identity_documents", "پیگیری مدارک اقامت خانواده", "foreigners_office", "household"),
    NeedText("education", "بازگشت دانش‌آموز بازمانده به مدرسه", "education"),
    NeedText("education", "لوازم نوشت‌افزار و لباس مدرسه", "imam_relief"),
    NeedText("education", "ثبت‌نام در کلاس سوادآموزی", "literacy_movement"),
    NeedText("education", "کلاس جبرانی ریاضی برای پایهٔ نهم", "education"),
    NeedText("health", "بیمهٔ سلامت برای خانوار", "health_insurance", "household"),
    NeedText("health", "عینک و معاینهٔ چشم سالمند", "welfare_org"),
    NeedText("health", "ویلچر برای مادر سالمند", "welfare_org"),
    NeedText("health", "واکسن عقب‌افتادهٔ کودک", "health_center"),
    NeedText("health", "مراجعه به خدمات مشاوره", "welfare_org"),
    NeedText("economic", "چرخ خیاطی برای شغل خانگی", "imam_relief"),
    NeedText("economic", "وام خرد برای کارگاه پته‌دوزی", "labour_welfare"),
    NeedText("economic", "معرفی به کار فصلی باغ پسته", "labour_welfare"),
    NeedText("economic", "گواهی مهارت جوشکاری", "tvto"),
    NeedText("economic", "غرفه در بازارچهٔ محلی", "municipality"),
    NeedText("social", "مستمری زن سرپرست خانوار", "imam_relief"),
    NeedText("social", "پذیرش در مرکز روزانهٔ سالمندان", "welfare_org"),
    NeedText("social", "مهد کودک برای مادر شاغل", "welfare_org"),
    NeedText("legal", "مشاورهٔ حقوقی دربارهٔ اجاره‌نامه", "judiciary_prevention"),
    NeedText("legal", "سند خانهٔ قولنامه‌ای", "roads_housing", "household"),
    NeedText("urban_services", "انشعاب جداگانهٔ آب", "water", "household"),
    NeedText("urban_services", "وصل گاز خانه", "gas", "household"),
    NeedText("urban_services", "جمع‌آوری به‌هنگام زباله", "municipality", "neighborhood"),
    NeedText("urban_services", "ایستگاه اتوبوس در ورودی محله", "municipality", "neighborhood"),
    NeedText("civil_physical", "خاموشی چراغ‌های معبر", "power", "neighborhood"),
    NeedText("civil_physical", "آسفالت کوچهٔ مدرسه", "municipality", "neighborhood"),
    NeedText("civil_physical", "ایمن‌سازی جوی روباز", "municipality", "neighborhood"),
    NeedText("civil_physical", "مقاوم‌سازی سقف خانه", "roads_housing", "household"),
    NeedText("environment", "پاک‌سازی زمین رهاشده", "municipality", "neighborhood"),
    NeedText("environment", "آب‌گرفتگی هنگام باران", "municipality", "neighborhood"),
    NeedText("sport", "زمین بازی برای نوجوانان", "sports_youth", "neighborhood"),
    NeedText("sport", "ساعت ورزش بانوان در سالن", "sports_youth", "group"),
    NeedText("cultural", "کتابخانهٔ کوچک در خانهٔ محله", "kanoon", "neighborhood"),
    NeedText("cultural", "گروه قصه‌گویی مادران", "culture", "group"),
)
REFUSALS = ("not_eligible", "withdrawn", "moved_away", "unreachable", "solved_by_resident", "no_budget")
NOTES = (
    "پیگیری تلفنی انجام شد.",
    "مدارک از متقاضی گرفته شد.",
    "بازدید از محل انجام شد.",
    "با کارشناس دستگاه گفت‌وگو شد.",
    "متقاضی از روند کار آگاه شد.",
)

SOLUTIONS = {
    "دریافت شناسنامه برای فرزند": "برگهٔ بهداشت و گواهی دو شاهد به جای مدرک گم‌شدهٔ پدر پذیرفته شد و نوبت را دفتر گرفت.",
    "بازگشت دانش‌آموز بازمانده به مدرسه": "مدرسه پذیرفت آزمون جبرانی در خانهٔ محله گرفته شود و شهریه را انجمن اولیا داد.",
    "کلاس جبرانی ریاضی برای پایهٔ نهم": "دانشجویان داوطلب هفته‌ای دو روز در خانهٔ محله درس دادند.",
    "بیمهٔ سلامت برای خانوار": "با معرفی‌نامهٔ دفتر، پروندهٔ بیمهٔ همگانی همان روز و بی نوبت ساخته شد.",
    "چرخ خیاطی برای شغل خانگی": "چرخ امانی از کارگاه محله تا رسیدن وام؛ سفارش نخست از خود همسایه‌ها.",
    "خاموشی چراغ‌های معبر": "نقشهٔ تیرهای خاموش را اهالی کشیدند و شهرداری همه را یک‌جا درست کرد.",
    "مستمری زن سرپرست خانوار": "نامه به دست خود متقاضی داده شد و مددکار همراه او رفت.",
}
"""What has helped with some of them: notes that other offices may read, without anybody's name."""
