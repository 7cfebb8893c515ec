"""What is said at the top of a page after a deed: by code, so that no sentence travels in a cookie."""

from __future__ import annotations

NOTICES = {
    "signed_out": "از سامانه بیرون آمدید.",
    "password_changed": "گذرواژه تغییر کرد و نشست‌های دیگر شما بسته شد.",
    "saved": "نوشته شد.",
    "sent_back": "گزارش برگشت خورد؛ پاسخ در هم‌رسانی بعدی به دفتر می‌رسد.",
    "accepted": "گزارش پذیرفته شد؛ پاسخ در هم‌رسانی بعدی به دفتر می‌رسد.",
    "written": "نوشته شد و در هم‌رسانی بعدی به دفتر می‌رسد.",
    "being_written": "نوشته می‌شود؛ چون دفترها بسیارند اندکی زمان می‌برد و شما می‌توانید کار دیگری بکنید.",
    "device_approved": "رایانه پذیرفته شد؛ آنچه فرستاده بود خوانده شد.",
    "device_revoked": "رایانه بسته شد؛ آنچه پس از این بنویسد به حساب نمی‌آید.",
    "account_changed": "حساب تغییر کرد.",
}
