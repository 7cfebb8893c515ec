"""The papers this program prints."""

from __future__ import annotations

from typing import Final

PRINTABLES: Final[dict[str, str]] = {
    "monthly_report": "گزارش عملکرد ماهانه",
    "household_card": "کارت خانوار",
    "referral_letter": "نامهٔ ارجاع",
    "attendance_sheet": "برگهٔ حضور و غیاب",
    "recovery_sheet": "برگهٔ بازیابی",
}
