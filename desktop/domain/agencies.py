"""What an office knows of every agency before anybody tells it: how to address it, what people bring along, what is asked of it (domain §2.4).

The directory of an office is seeded from here; from then on its records are the office's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Agency:
    """An agency as it is found in every county. `name` and `title` have a place for the county's name."""

    name: str
    title: str
    referrals: tuple[str, ...] = ()  # what people are usually sent for
    documents: tuple[str, ...] = ()  # what people bring along
    full_id: bool = False  # without the whole national ID it cannot find the person
    manager_only: bool = False  # a person is referred only with the manager's approval
    own_request: bool = False  # a person is referred only on their own request, by a letter in their own hand
    no_case: bool = False  # nothing of a case is recorded; people are told whom to call


_IDENTITY = "کارت ملی و شناسنامه"
_HOME = "مدرک محل زندگی"
_PHOTOS = "دو قطعه عکس"

AGENCIES: Mapping[str, Agency] = {
    "imam_relief": Agency(
        "کمیتهٔ امداد امام خمینی (ره) {county}",
        "ریاست محترم کمیتهٔ امداد امام خمینی (ره) شهرستان {county}",
        ("کمک معیشت", "وام خوداشتغالی", "ودیعهٔ مسکن", "جهیزیه"),
        ("کارت ملی و شناسنامهٔ اعضای خانوار", _HOME),
        full_id=True,
    ),
    "welfare_org": Agency(
        "بهزیستی {county}",
        "ریاست محترم ادارهٔ بهزیستی شهرستان {county}",
        ("پروندهٔ توان‌بخشی", "زنان سرپرست خانوار", "مراجعه به خدمات مشاوره", "حمایت از کودک"),
        (_IDENTITY, _HOME, "مدارک پزشکی، اگر هست", "گواهی نداشتن پوشش حمایتی دیگر"),
        full_id=True,
    ),
    "social_emergency_123": Agency(
        "اورژانس اجتماعی (۱۲۳) {county}",
        "ریاست محترم مرکز اورژانس اجتماعی شهرستان {county}",
        no_case=True,
    ),
    "municipality": Agency(
        "شهرداری {county}",
        "شهردار محترم {county}",
        ("آسفالت", "روشنایی معبر", "پسماند", "بوستان", "آب‌های سطحی", "سگ‌های بی‌صاحب"),
    ),
    "health_center": Agency(
        "مرکز بهداشت {county}",
        "ریاست محترم مرکز بهداشت شهرستان {county}",
        ("واکسن", "مراقبت مادر و کودک", "غربالگری", "تغذیه"),
        ("کارت واکسن، اگر هست", "دفترچه یا کد بیمه، اگر هست"),
    ),
    "tvto": Agency(
        "آموزش فنی و حرفه‌ای {county}",
        "ریاست محترم مرکز آموزش فنی و حرفه‌ای شهرستان {county}",
        ("دورهٔ مهارتی", "گواهی مهارت", "کارگاه سیار"),
        (_IDENTITY, _PHOTOS),
    ),
    "education": Agency(
        "آموزش و پرورش {county}",
        "مدیر محترم آموزش و پرورش شهرستان {county}",
        ("بازگشت به تحصیل", "ثبت‌نام", "ثبت‌نام دانش‌آموز بدون مدرک"),
        ("مدرک هویتی دانش‌آموز، هرچه هست", "آخرین کارنامه، اگر هست", _PHOTOS),
    ),
    "literacy_movement": Agency(
        "نهضت سوادآموزی {county}",
        "مسئول محترم نهضت سوادآموزی شهرستان {county}",
        ("کلاس سوادآموزی (۱۰ تا ۴۹ سال)",),
        ("کارت ملی", "یک قطعه عکس"),
    ),
    "civil_registry": Agency(
        "ثبت احوال {county}",
        "ریاست محترم ادارهٔ ثبت احوال شهرستان {county}",
        ("دریافت شناسنامه", "کارت ملی", "کمیسیون فاقدان شناسنامه"),
        ("کارت واکسن یا گواهی ولادت", "شناسنامه و کارت ملی پدر یا مادر", "دو شاهد با مدرک هویتی", _PHOTOS),
        full_id=True,
    ),
    "foreigners_office": Agency(
        "امور اتباع و مهاجرین خارجی {county}",
        "مدیرکل محترم امور اتباع و مهاجرین خارجی",
        ("مدارک هویتی اتباع",),
        ("هر مدرک هویتی که هست", _PHOTOS),
        own_request=True,
    ),
    "health_insurance": Agency(
        "بیمهٔ سلامت {county}",
        "ریاست محترم ادارهٔ بیمهٔ سلامت شهرستان {county}",
        ("پوشش بیمه",),
        (_IDENTITY, "نتیجهٔ استحقاق‌سنجی، اگر هست"),
        full_id=True,
    ),
    "social_security": Agency(
        "تأمین اجتماعی {county}",
        "ریاست محترم شعبهٔ تأمین اجتماعی {county}",
        ("بیمه", "بازنشستگی"),
        (_IDENTITY, "سابقهٔ بیمه، اگر هست"),
        full_id=True,
    ),
    "labour_welfare": Agency(
        "تعاون، کار و رفاه اجتماعی {county}",
        "ریاست محترم ادارهٔ تعاون، کار و رفاه اجتماعی شهرستان {county}",
        ("کاریابی", "مجوز شغل خانگی", "اعتراض به دهک"),
        (_IDENTITY, "گواهی مهارت، اگر هست"),
        full_id=True,
    ),
    "sports_youth": Agency(
        "ورزش و جوانان {county}", "ریاست محترم ادارهٔ ورزش و جوانان شهرستان {county}", ("سالن ورزشی", "مسابقه")
    ),
    "culture": Agency(
        "فرهنگ و ارشاد اسلامی {county}",
        "ریاست محترم ادارهٔ فرهنگ و ارشاد اسلامی شهرستان {county}",
        ("کتابخانه", "برنامهٔ هنری"),
    ),
    "kanoon": Agency(
        "کانون پرورش فکری {county}",
        "مسئول محترم کانون پرورش فکری کودکان و نوجوانان {county}",
        ("مرکز کودکان", "کتابخانهٔ سیار"),
    ),
    "heritage_crafts": Agency(
        "میراث فرهنگی، گردشگری و صنایع دستی {county}",
        "ریاست محترم ادارهٔ میراث فرهنگی، گردشگری و صنایع دستی شهرستان {county}",
        ("مجوز صنایع دستی", "بازارچه"),
        (_IDENTITY, "نمونهٔ کار"),
    ),
    "water": Agency("آب و فاضلاب {county}", "مدیر محترم امور آب و فاضلاب شهرستان {county}", ("انشعاب", "قطع آب")),
    "power": Agency(
        "توزیع برق {county}", "مدیر محترم توزیع نیروی برق شهرستان {county}", ("انشعاب", "روشنایی معبر", "قطع برق")
    ),
    "gas": Agency("گاز {county}", "ریاست محترم ادارهٔ گاز شهرستان {county}", ("انشعاب",)),
    "telecom": Agency("مخابرات {county}", "ریاست محترم ادارهٔ مخابرات شهرستان {county}", ("تلفن", "اینترنت")),
    "roads_housing": Agency(
        "راه و شهرسازی {county}",
        "ریاست محترم ادارهٔ راه و شهرسازی شهرستان {county}",
        ("سند", "وام مسکن", "نوسازی"),
        (_IDENTITY, "قولنامه یا سند، هرچه هست"),
    ),
    "police_prevention": Agency(
        "پلیس پیشگیری {county}", "فرمانده محترم انتظامی شهرستان {county}", ("روشنایی و ایمنی معبر",), manager_only=True
    ),
    "judiciary_prevention": Agency(
        "پیشگیری دادگستری {county}",
        "معاون محترم اجتماعی و پیشگیری از وقوع جرم دادگستری",
        ("میانجی‌گری", "مشاورهٔ حقوقی"),
        ("مدارک پرونده، اگر هست",),
    ),
    "red_crescent": Agency(
        "هلال احمر {county}",
        "ریاست محترم جمعیت هلال احمر شهرستان {county}",
        ("دورهٔ کمک‌های نخستین", "آمادگی در برابر سانحه", "وسایل توان‌بخشی"),
    ),
    "environment": Agency("محیط زیست {county}", "ریاست محترم ادارهٔ حفاظت محیط زیست شهرستان {county}", ("آلودگی",)),
    "governorate": Agency("فرمانداری {county}", "فرماندار محترم شهرستان {county}", ("پیگیری ارجاع‌های بی‌پاسخ",)),
    "province_social": Agency(
        "دفتر امور اجتماعی و فرهنگی استانداری",
        "مدیرکل محترم دفتر امور اجتماعی و فرهنگی استانداری",
        ("گزارش ماهانه", "اعتبار"),
    ),
    "mosque_base": Agency("مسجد و پایگاه فرهنگی محله", "امام جماعت محترم", ("مکان برنامه", "همیاران")),
}
"""Agency code → what is known of it. NGOs, charities, companies and universities are added one by one."""


def named_in(agency: Agency, county: str) -> tuple[str, str]:
    """Name and letter title of an agency in a county; without a county, without its place."""

    def placed(text: str) -> str:
        if county:
            return text.format(county=county)
        return text.replace(" شهرستان {county}", "").replace(" {county}", "")

    return placed(agency.name), placed(agency.title)
