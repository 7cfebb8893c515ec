"""Birth dates that a sheet keeps in three columns."""

from __future__ import annotations

from desktop.domain.problems import Problem, Refusal
from desktop.services.spreadsheets.cells import born
from desktop.services.spreadsheets.table import Table


def join_birth_columns(table: Table) -> None:
    """Year, month and day in columns of their own become one birth date."""
    years = table.values.pop("birth_year", None)
    months, days = table.values.pop("birth_month", None), table.values.pop("birth_day", None)
    if years is None:
        return
    dates = table.values.setdefault("birth_date", [None] * len(table))
    for place, year in enumerate(years):
        if year is None or dates[place] is not None:
            continue
        try:
            dates[place] = born(year, months[place] if months else None, days[place] if days else None)
        except Refusal as refusal:
            table.refuse(place, Problem("birth_year", refusal.code, refusal.facts))
