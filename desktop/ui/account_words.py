"""What is said of an account that several people seem to use (G-17)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.user_views import ALONE, NAMELESS, Shared


def shared_words(sign: Shared) -> str:
    """What was seen, and what to do about it."""
    translate = QCoreApplication.translate
    if sign.sign == ALONE:
        return translate("Accounts", "چند همکار در کار هستند و یک حساب: برای هر یک حسابی بسازید.")
    if sign.sign == NAMELESS:
        return translate("Accounts", "این نام کاربری نام کسی نیست: هر همکار حساب خودش را دارد.")
    return translate("Accounts", "این حساب هم‌زمان در دو رایانه به کار رفته است: شاید چند نفر با آن کار می‌کنند.")
