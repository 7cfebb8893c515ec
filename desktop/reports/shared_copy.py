"""How counts stand in a copy that leaves the office, where small ones would tell of single people (G-20)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop.domain.persian import digits
from desktop.domain.suppression import LEAST, is_small, may_be_called_few, share_is_safe, told
from desktop.reports.office_page import number_text

INTERNAL: Final = "internal"
SHARED: Final = "shared"
COPIES: Final = {INTERNAL: "داخلی، در دفتر می‌ماند", SHARED: "بیرونی، شمارهای کم پوشیده"}
FEW: Final = f"کمتر از {digits.to_persian(str(LEAST))}"
HIDDEN: Final = "پوشیده"
NOTE: Final = (
    f"«{FEW}» و «{HIDDEN}»: شمار چنان کم است، یا از جمع چنان به دست می‌آید، که برای حفظ حریم ساکنان چاپ نمی‌شود."
)


def count_text(count: int, copy: str) -> str:
    """One count by itself."""
    return FEW if copy == SHARED and is_small(count) else number_text(count)


def part_text(part: int, whole: int, copy: str) -> str:
    """A part of a whole that is printed with it: «۹ از ۲۷»; the part is hidden too when the rest would be small."""
    if not whole:
        return "—"
    if copy == SHARED and is_small(part):
        return FEW
    if copy == SHARED and is_small(whole - part):
        return HIDDEN
    return f"{number_text(part)} از {number_text(whole)}"


def share_text(part: int, whole: int, copy: str) -> str:
    """A share in hundredths, or nothing where it cannot or must not be told."""
    if not whole or (copy == SHARED and not share_is_safe(part, whole)):
        return ""
    return digits.percent(part / whole * 100)


def counts_text(counts: Sequence[int], copy: str) -> tuple[list[str], str]:
    """Counts of a column and their total, with small ones and what would give them away hidden."""
    if copy != SHARED:
        return [number_text(count) for count in counts], number_text(sum(counts))
    line, few = told(counts), may_be_called_few(counts)
    texts = [
        number_text(shown) if shown is not None else FEW if few and is_small(count) else HIDDEN
        for count, shown in zip(counts, line.counts, strict=True)
    ]
    return texts, HIDDEN if line.total is None else number_text(line.total)
