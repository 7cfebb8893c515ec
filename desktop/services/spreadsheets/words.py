"""What people write in spreadsheets for our fields and codes; labels and English names are understood anyway.

Compared blind to ی/ي, spaces, half-spaces, case and punctuation. Adding a word here is all that a new spelling needs.
"""

from __future__ import annotations

# Column → other headers. A column of a household in a sheet of people begins with "household.".
HEADERS: dict[str, dict[str, tuple[str, ...]]] = {
    "person": {
        "id": ("شناسه", "شناسه یکتا", "uuid"),
        "resident_no": ("شماره پرونده", "کد پرونده", "پرونده", "file no"),
        "household.household_no": ("شماره خانوار", "کد خانوار", "خانوار", "گروه", "کد خانواده", "شماره خانواده",
                                   "household", "household number", "household id", "family id", "group"),
        "household.neighborhood_id": ("محله", "نام محله", "محل", "محدوده", "neighborhood", "neighbourhood"),
        "household.address_text": ("نشانی", "آدرس", "نشانی منزل", "آدرس منزل", "محل سکونت", "نشانی محل سکونت",
                                   "آدرس محل سکونت", "address"),
        "household.phone": ("تلفن", "تلفن ثابت", "تلفن منزل", "شماره تلفن", "شماره ثابت", "phone"),
        "household.postal_code": ("کد پستی", "کدپستی", "postal code", "zip"),
        "household.location_hint": ("نشانی محلی", "نشانه", "نزدیک"),
        "household.declared_size": ("تعداد اعضا", "شمار اعضا", "تعداد اعضای خانوار", "بعد خانوار", "تعداد خانوار",
                                    "تعداد افراد خانوار", "نفرات", "household size"),
        "household.housing_tenure": ("نحوه تصرف", "وضعیت مسکن", "نوع مالکیت", "مالکیت"),
        "household.rooms": ("شمار اتاق", "تعداد اتاق", "اتاق"),
        "household.area_m2": ("متراژ", "مساحت", "زیربنا"),
        "household.residence_since_year": ("سال سکونت", "سکونت از سال"),
        "household.registered_on": ("تاریخ ثبت", "تاریخ ثبت نام", "تاریخ مراجعه", "تاریخ تشکیل پرونده"),
        "relation_to_head": ("نسبت با سرپرست", "نسبت", "نسبت با سرپرست خانوار", "نسبت به سرپرست", "نسبت خانوادگی",
                             "relation", "relationship"),
        "first_name": ("نام", "نام کوچک", "اسم", "name", "first name", "given name"),
        "last_name": ("نام خانوادگی", "نام‌خانوادگی", "فامیل", "فامیلی", "نام فامیل", "شهرت", "surname", "family",
                      "last name", "family name"),
        "father_name": ("نام پدر", "پدر", "اسم پدر", "father", "father name", "fathers name"),
        "sex": ("جنس", "جنسیت", "gender"),
        "national_id": ("کد ملی", "کدملی", "شماره ملی", "شماره ملّی", "کدملی فرد", "ش ملی", "کد ملی ده رقمی",
                        "national id", "national code", "nid", "melli"),
        "identifier_type": ("نوع مدرک", "نوع مدرک هویتی", "نوع شناسه"),
        "identifier_value": ("شماره مدرک", "شماره مدرک هویتی", "کد یکتا", "کد فراگیر", "شماره گذرنامه", "کد اتباع",
                             "شناسه اتباع"),
        "identifier_verified": ("اصل مدرک دیده شد", "مدرک دیده شد"),
        "birth_date": ("تاریخ تولد", "تولد", "ت تولد", "تاریخ‌تولد", "متولد", "birth date", "birthdate", "birthday",
                       "date of birth", "dob"),
        "birth_year": ("سال تولد", "birth year", "year of birth"),
        "birth_month": ("ماه تولد", "birth month"),
        "birth_day": ("روز تولد", "birth day"),
        "age_estimated": ("سن تقریبی", "سن", "age"),
        "mobile": ("همراه", "تلفن همراه", "موبایل", "شماره موبایل", "شماره همراه", "شماره تلفن همراه", "تلفن موبایل",
                   "گوشی", "cell", "cellphone", "mobile number"),
        "mobile_owner": ("همراه از آن", "صاحب همراه", "صاحب موبایل"),
        "marital_status": ("وضع تأهل", "وضعیت تاهل", "تاهل", "وضعیت ازدواج", "marital status"),
        "education_level": ("تحصیلات", "میزان تحصیلات", "سطح تحصیلات", "مدرک تحصیلی", "مدرک", "سواد", "education"),
        "school_status": ("وضع تحصیل", "وضعیت تحصیل"),
        "activity_status": ("وضع فعالیت", "وضعیت اشتغال", "وضعیت شغلی", "اشتغال", "وضعیت فعالیت"),
        "occupation_text": ("شغل", "حرفه", "کار", "occupation", "job"),
        "insurance_type": ("بیمه", "نوع بیمه", "وضعیت بیمه", "insurance"),
        "nationality_group": ("تابعیت", "ملیت", "nationality"),
        "skills": ("مهارت‌ها", "مهارت", "skills"),
        "interests": ("علاقه‌مندی به کارگاه", "علاقه‌مندی", "کارگاه‌های دلخواه"),
        "consent_method": ("شیوه رضایت", "رضایت", "رضایت آگاهانه"),
        "consent_given_on": ("تاریخ رضایت",),
        "consent_witness_staff_id": ("شاهد رضایت", "شاهد"),
    },
    "household": {
        "id": ("شناسه", "uuid"),
        "household_no": ("شماره خانوار", "کد خانوار", "خانوار"),
        "neighborhood_id": ("محله", "نام محله", "محل", "neighborhood", "neighbourhood"),
        "address_text": ("نشانی", "آدرس", "نشانی منزل", "آدرس منزل", "address"),
        "phone": ("تلفن", "تلفن ثابت", "شماره تلفن", "phone"),
        "postal_code": ("کد پستی", "postal code"),
        "declared_size": ("شمار اعضا", "تعداد اعضا", "تعداد اعضای خانوار", "بعد خانوار", "نفرات", "household size"),
        "housing_tenure": ("نحوه تصرف", "وضعیت مسکن", "نوع مالکیت"),
    },
    "need": {
        "id": ("شناسه", "uuid"),
        "need_no": ("شماره نیاز", "کد نیاز"),
        "subject": ("عنوان", "عنوان نیاز", "موضوع", "نیاز", "subject", "title"),
        "description": ("شرح", "توضیحات", "شرح نیاز", "توضیح", "description"),
        "field": ("حوزه", "حوزه نیاز", "field"),
        "scope": ("سطح", "سطح نیاز"),
        "urgency": ("فوریت", "اولویت", "urgency"),
        "noted_on": ("تاریخ ثبت", "تاریخ", "تاریخ درخواست", "date"),
        "person_id": ("فرد", "متقاضی", "شماره پرونده", "کد ملی متقاضی", "person"),
        "household_id": ("خانوار", "شماره خانوار"),
        "neighborhood_id": ("محله", "نام محله", "neighborhood"),
        "supporters_count": ("شمار خانوارهای حامی", "تعداد خانوار حامی", "تعداد متقاضیان"),
        "owner_staff_id": ("مسئول پیگیری", "مسئول", "پیگیری‌کننده"),
        "main_agency_id": ("دستگاه مسئول", "دستگاه", "دستگاه اجرایی"),
        "due_on": ("مهلت", "تاریخ مهلت"),
    },
}

# Code list → code → what people write for it besides the label.
CODES: dict[str, dict[str, tuple[str, ...]]] = {
    "sex": {
        "female": ("زن", "مونث", "مؤنث", "خانم", "دختر", "بانو", "ز", "f", "woman", "girl"),
        "male": ("مرد", "مذکر", "آقا", "پسر", "م", "m", "man", "boy"),
    },
    "relation_to_head": {
        "head": ("سرپرست خانوار", "خود سرپرست", "خودم", "خود", "سرپرست خانواده", "رئیس خانوار", "householder"),
        "spouse": ("زوجه", "همسر سرپرست", "زن", "شوهر", "عیال", "همسر سرپرست خانوار", "wife", "husband"),
        "child": ("پسر", "دختر", "فرزند سرپرست", "فرزند پسر", "فرزند دختر", "اولاد", "son", "daughter"),
        "child_in_law": ("عروس", "داماد"),
        "grandchild": ("نوه", "نبیره"),
        "parent": ("پدر", "مادر", "والد", "والدین", "father", "mother"),
        "sibling": ("خواهر", "برادر", "brother", "sister"),
        "parent_in_law": ("پدر همسر", "مادر همسر", "پدرزن", "مادرزن", "پدرشوهر", "مادرشوهر"),
        "sibling_in_law": ("خواهر همسر", "برادر همسر", "خواهرزن", "برادرزن", "خواهرشوهر", "برادرشوهر"),
        "other_relative": ("سایر بستگان", "سایر", "بستگان", "خویشاوند", "فامیل"),
        "non_relative": ("غیر خویشاوند", "مستأجر", "غیربستگان"),
    },
    "marital_status": {
        "never_married": ("مجرد", "ازدواج نکرده", "هرگز ازدواج نکرده", "single"),
        "married": ("متأهل", "متاهل", "همسردار"),
        "widowed": ("بیوه", "همسر فوت شده", "همسرفوت", "بیوه بر اثر فوت"),
        "divorced": ("مطلقه", "طلاق گرفته", "جداشده", "طلاق"),
    },
    "education_level": {
        "none": ("بی سواد", "بیسواد", "فاقد سواد", "illiterate"),
        "literacy_class": ("نهضت", "سوادآموزی", "نهضت سوادآموزی", "خواندن و نوشتن"),
        "primary": ("ابتدایی", "دبستان", "پنجم", "ششم", "پنجم ابتدایی", "ششم ابتدایی"),
        "lower_secondary": ("راهنمایی", "سیکل", "متوسطه اول", "سوم راهنمایی"),
        "upper_secondary": ("متوسطه دوم", "زیر دیپلم", "دبیرستان", "متوسطه"),
        "diploma": ("دیپلم", "پیش دانشگاهی", "دیپلمه"),
        "associate": ("فوق دیپلم", "کاردانی"),
        "bachelor": ("لیسانس", "کارشناسی"),
        "master": ("فوق لیسانس", "کارشناسی ارشد", "ارشد"),
        "doctorate": ("دکتری", "دکترا", "دکترای تخصصی"),
        "seminary": ("حوزوی", "سطح حوزه"),
    },
    "activity_status": {
        "employed": ("شاغل", "کارمند", "کارگر"),
        "unemployed_seeking": ("بیکار", "جویای کار", "بیکار جویای کار"),
        "homemaker": ("خانه دار", "خانه‌دار"),
        "student": ("محصل", "دانش آموز", "دانشجو", "دانش‌آموز"),
        "retired": ("بازنشسته", "مستمری بگیر"),
    },
    "nationality_group": {
        "iranian": ("ایران", "ایرانی"),
        "afghan": ("افغانستان", "افغانستانی", "افغانی", "افغان"),
        "iraqi": ("عراق", "عراقی"),
    },
    "need_urgency": {"first": ("فوری", "خیلی فوری", "۱", "اول"), "second": ("۲", "دوم"), "normal": ("۳",)},
    "person_status": {"active": ("ساکن",), "deceased": ("متوفی", "فوت شده", "مرحوم"), "moved": ("نقل مکان",)},
}

# What stands in a cell when there is nothing to say (where it is no code of the column's own list).
NOTHING = frozenset({"-", "--", "---", "–", "—", "_", "ـ", "*", ".", "?", "؟", "null", "none", "nan", "n/a", "na", "#n/a",
                     "ندارد", "فاقد", "نامعلوم", "خالی"})  # fmt: skip

REASON_HEADER = "دلیل رد"
JOINS_HEADER = "خانوار در دفتر"  # in the file of refused rows: the household whose other members were taken
JOINS = "household.joins"
