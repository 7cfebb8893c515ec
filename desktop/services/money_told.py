"""Reports as somebody reads them who sees no money: everything but what was received, given and spent (domain §3.7).

A colleague drafts the month's report and reads what was signed; its amounts are the manager's and the supervisors'.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from desktop.domain.indicators import MONEY_FIGURES
from desktop.domain.lifecycle import MONEY_READERS
from desktop.reports.monthly_partner_rows import MoneyRows
from desktop.reports.monthly_rows import CorrectionRows, MonthlyReport

MONEY_SECTION = "money"

_Told = TypeVar("_Told")


def reads_money(role: str) -> bool:
    """Whether amounts are told to this role."""
    return role in MONEY_READERS


def told_figures(role: str, found: Mapping[str, _Told]) -> dict[str, _Told]:
    """Indicator code → what is known of it, as far as this role reads it."""
    return {code: one for code, one in found.items() if reads_money(role) or code not in MONEY_FIGURES}


def told_corrections(role: str, found: CorrectionRows) -> CorrectionRows:
    """What came too late for signed months, without amounts for who reads none."""
    if reads_money(role):
        return found
    return replace(found, revised=tuple(row for row in found.revised if row.code not in MONEY_FIGURES))


def told_report(role: str, report: MonthlyReport) -> MonthlyReport:
    """A month's report, signed or counted now, as this role reads it."""
    if reads_money(role):
        return report
    built = replace(
        report.partners.built, projects=tuple(replace(one, cost=None) for one in report.partners.built.projects)
    )
    return replace(
        report,
        indicators=tuple(row for row in report.indicators if row.code not in MONEY_FIGURES),
        notes=tuple(note for note in report.notes if note.code not in {*MONEY_FIGURES, MONEY_SECTION}),
        narrative=tuple(text for text in report.narrative if text.section != MONEY_SECTION),
        corrections=told_corrections(role, report.corrections),
        partners=replace(report.partners, money=MoneyRows(), built=built),
    )


def withheld_sections(role: str) -> Collection[str]:
    """Sections of the paper in whose place a sentence says that others read them."""
    return () if reads_money(role) else (MONEY_SECTION,)
