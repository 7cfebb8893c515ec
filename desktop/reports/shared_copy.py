"""The two copies of a paper: the one that stays in the office, and the one that leaves with small counts covered."""

from __future__ import annotations

from typing import Final

from desktop.domain.covered import FEW, HIDDEN, NOTE, Covered, cover_text

__all__ = ["COPIES", "FEW", "HIDDEN", "INTERNAL", "NOTE", "SHARED", "Covered", "cover_text"]

INTERNAL: Final = "internal"
SHARED: Final = "shared"
COPIES: Final = {INTERNAL: "داخلی، در دفتر می‌ماند", SHARED: "بیرونی، شمارهای کم پوشیده"}
