"""Resolutions, money, plans, inspections and satisfaction of §4.2 once more, in plain Python over plain rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from desktop.domain.persian.calendar import from_gregorian, jalali_month

Row = Mapping[str, Any]
MILLION = 1_000_000


def in_month(on: date | None, month: str) -> bool:
    return on is not None and jalali_month(on) == month


def by_end(on: date | None, month: str) -> bool:
    return on is not None and jalali_month(on) <= month


def resolutions(rows: Sequence[Row], month: str) -> tuple[int, int]:
    """Done and due."""
    due = [r for r in rows if in_month(r["due_on"], month)]
    due = [r for r in due if not (r["status"] == "cancelled" and by_end(r["status_on"], month))]
    return sum(by_end(r["done_on"], month) for r in due), len(due)


def money(rows: Sequence[Row], expenses: Sequence[Row], month: str) -> dict[str, Fraction]:
    """Million rial that came, was spent and is left; what came in the year of the month, and of NGOs."""
    year = int(month[:4])
    came = sum(r["received_rial"] for r in rows if in_month(r["received_on"], month))
    held = sum(r["received_rial"] for r in rows if by_end(r["received_on"], month))
    back = sum(r["returned_rial"] for r in rows if by_end(r["returned_on"], month))
    spent = sum(e["amount_rial"] for e in expenses if by_end(e["date"], month))
    now = sum(e["amount_rial"] for e in expenses if in_month(e["date"], month))
    of_year = [r for r in rows if r["fiscal_year"] == year and by_end(r["received_on"], month)]
    whole = sum(r["received_rial"] for r in of_year)
    ngos = sum(r["received_rial"] for r in of_year if r["source"] == "ngo")
    told = {"received": came, "spent": now, "remaining": held - back - spent, "year_received": whole, "ngos": ngos}
    return {name: Fraction(rial, MILLION) for name, rial in told.items()}


def donations(rows: Sequence[Row], month: str) -> tuple[Fraction, int, dict[str, int]]:
    """Million rial accepted, how many, and offers refused by their reason."""
    judged = [r for r in rows if in_month(r["screened_on"], month)]
    taken = [r for r in judged if not r["refusal_reason"]]
    refused = Counter(r["refusal_reason"] for r in judged if r["refusal_reason"])
    return Fraction(sum(r["value_rial"] or 0 for r in taken), MILLION), len(taken), dict(refused)


def plans(rows: Sequence[Row], extensions: Sequence[Row], month: str, last: date) -> dict[str, int]:
    """Running, nearly due and overdue at the end; evaluated and funded in the month."""
    ended = ("evaluated_on", "closed_on", "funded_on")
    going = [p for p in rows if by_end(p["started_on"], month) and not any(by_end(p[name], month) for name in ended)]
    left = [(_deadline(p, extensions, last) - last).days for p in going]
    return {
        "running": len(going),
        "nearly_due": sum(0 <= days <= 7 for days in left),
        "overdue": sum(days < 0 for days in left),
        "evaluated": sum(in_month(p["evaluated_on"], month) for p in rows),
        "funded": sum(in_month(p["funded_on"], month) for p in rows),
    }


def _deadline(plan: Row, extensions: Sequence[Row], last: date) -> Any:
    """The last day as it was then: what the first extension after that day found."""
    later = [x for x in extensions if x["ngo_plan_id"] == plan["id"] and x["on"] > last]
    first = min(later, key=lambda x: (x["on"], x["id"]), default=None)
    return first["old_deadline"] if first else plan["deadline_date"]


def silent_months(done: Sequence[date], month: str) -> int:
    """Of the twelve months that end with this one, those without a visit."""
    year, number = int(month[:4]), int(month[5:])
    asked = [divmod(year * 12 + number - 1 - back, 12) for back in range(12)]
    seen = {(from_gregorian(on).year, from_gregorian(on).month - 1) for on in done}
    return sum(one not in seen for one in asked)
