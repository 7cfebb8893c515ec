"""Signed reports of made offices, laid down in the province's tables as ingest would lay them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import insert

from desktop.domain.indicators import DEFINITIONS, OF_PEOPLE, Indicator, median, rate
from desktop.domain.persian.calendar import to_gregorian
from desktop.domain.signed_content import digest_of
from desktop.reports.credit_statement import CreditRow
from desktop.reports.monthly_copy import covers_of
from desktop.reports.monthly_partner_rows import (
    HarmPlace,
    HarmRows,
    InspectionRows,
    MoneyRows,
    NgoRows,
    PartnerRows,
    PlanRow,
)
from desktop.reports.monthly_rows import (
    AgencyRow,
    CoverageRow,
    IndicatorRow,
    MonthlyReport,
    NeedFieldRow,
    QualityRow,
    WorkshopRow,
)
from desktop.reports.profile_rows import HarmRow
from desktop.services.indicators.referrals import Answers
from desktop.services.report_snapshot import freeze
from province.setup import Province
from province.store.offices import Office, add_office
from province.store.published import PUBLISHED
from tests.province.made import AT

MONTH = "1404-06"


def day(month: int, number: int) -> date:
    """A day of 1404."""
    return to_gregorian(1404, month, number)


@dataclass
class Written:
    """What one office tells in its report. `rates` are numerator and denominator, `answers` the days of each agency."""

    office: Office
    county: tuple[str, str]
    counts: Mapping[str, float] = field(default_factory=dict)
    rates: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    needs: Mapping[str, int] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], tuple[Sequence[int], Sequence[int], int]] = field(default_factory=dict)
    places: Sequence[tuple[str, int, int | None]] = ()
    workshops: Sequence[WorkshopRow] = ()
    credits: Sequence[CreditRow] = ()
    donated: int = 0
    refused: Sequence[tuple[str, int]] = ()
    scores: Sequence[float] = ()
    inspections: Sequence[tuple[str, int]] = ()
    harms: Sequence[HarmRow] = ()

    @property
    def days(self) -> Counter[int]:
        return Counter(one for days, _, _ in self.answers.values() for one in days)

    @property
    def ages(self) -> Counter[int]:
        return Counter(one for _, ages, _ in self.answers.values() for one in ages)

    def indicators(self) -> dict[str, Indicator]:
        """Every figure of §4.2; those that nobody asked for are zero or have nothing to divide by."""
        made = {}
        for code, definition in DEFINITIONS.items():
            beside: dict[str, float | None] = {one.name: 0 for one in definition.beside}
            value = self.counts.get(code, 0 if definition.unit not in ("percent", "days") else None)
            over, under = self.rates.get(code, (None, None))
            if over is not None and under is not None:
                value = rate(over, under)
            made[code] = Indicator(code, value, over, under, beside=beside)
        days, ages = self.days, self.ages
        beside = {"n": days.total(), "unanswered": ages.total()}
        beside |= {"unanswered_median_age": median(ages), "unanswered_oldest_age": max(ages, default=None)}
        made["I-13"] = Indicator("I-13", median(days), None, days.total(), ages.total(), beside=beside)
        return made

    def snapshot(self) -> dict[str, Any]:
        """What a signature would freeze, with the covers that its copy for others has."""
        found = self.indicators()
        report = self._report(found)
        report = replace(report, covers=covers_of(report, None))
        agencies = [
            {"code": code, "days": sorted(days), "ages": sorted(ages)}
            for (code, _), (days, ages, _) in self.answers.items()
        ]
        code, name = self.county
        carried = {"office": self.office.code, "county": {"code": code, "name": name}, "agencies": agencies}
        return freeze(report, found, Answers(days=self.days, ages=self.ages), carried)

    def _report(self, found: Mapping[str, Indicator]) -> MonthlyReport:
        rows = [self._agency(name, days, ages, earlier) for (_, name), (days, ages, earlier) in self.answers.items()]
        return MonthlyReport(
            office_title=self.office.title, month=MONTH, report_no="1", date=day(7, 2), letterhead=(),
            prepared_by="", manager="", status_label="", fictional=False,
            indicators=tuple(line for one in found.values() for line in _indicator_rows(one)),
            coverage=tuple(
                CoverageRow(name, 0, 0, 0, persons, people, 1400, "خانهٔ بهداشت", None)
                for name, persons, people in self.places
            ),
            visits=(), working_days=26, needs=tuple(_needs(label, count) for label, count in self.needs.items()),
            agencies=tuple(rows), answers=self._together(rows), workshops=tuple(self.workshops), events=(), trend=(),
            narrative=(), version=1, content_hash="", partners=self._partners(), quality=QualityRow(0),
        )  # fmt: skip

    @staticmethod
    def _agency(name: str, days: Sequence[int], ages: Sequence[int], earlier: int) -> AgencyRow:
        """`earlier` is how many of those that owed an answer had been sent before the month."""
        owed = len(days) + len(ages)
        return AgencyRow(
            name, owed - earlier, owed, len(days), rate(len(days), owed), None, median(Counter(days)), len(ages),
            max(ages, default=None), answers=len(days),
        )  # fmt: skip

    def _together(self, rows: Sequence[AgencyRow]) -> AgencyRow:
        sums = {name: sum(getattr(row, name) for row in rows) for name in ("sent", "outstanding", "answered")}
        return AgencyRow(
            "جمع دستگاه‌ها", sums["sent"], sums["outstanding"], sums["answered"], None, None, median(self.days),
            self.ages.total(), None, answers=self.days.total(),
        )  # fmt: skip

    def _partners(self) -> PartnerRows:
        plans = tuple(PlanRow(f"طرح {at}", "سمن", "ارزیابی‌شده", None, None, n) for at, n in enumerate(self.scores))
        places = (HarmPlace("محله", tuple(self.harms)),) if self.harms else ()
        return PartnerRows(
            money=MoneyRows(
                1404, tuple(self.credits), bool(self.donated), self.donated, refused=tuple(self.refused)
            ),
            ngos=NgoRows(plans=plans, evaluated=len(plans)),
            inspections=InspectionRows(by_document=tuple(self.inspections)),
            harms=HarmRows(places=places),
        )  # fmt: skip


def _needs(label: str, count: int) -> NeedFieldRow:
    return NeedFieldRow(label, 0, count, 0, 0, 0, 0, count)


def _indicator_rows(one: Indicator) -> Sequence[IndicatorRow]:
    of = one.definition
    row = IndicatorRow(
        of.code, of.title, of.text, of.unit, one.value, one.numerator, one.denominator, missing=one.missing,
        of_people=of.code in OF_PEOPLE,
    )  # fmt: skip
    beside = [
        IndicatorRow(
            of.code, more.title, "", more.unit, one.beside[more.name], beside=True,
            of_people=(of.code, more.name) in {("I-13", "n"), ("I-13", "unanswered")}, name=more.name,
        )
        for more in of.beside
    ]  # fmt: skip
    return [row, *beside]


@dataclass(frozen=True)
class Sent:
    """How a report stands at the province."""

    version: int
    status: str
    sent_on: date
    decided_on: date | None = None
    content_hash: str | None = None


def lay_down(province: Province, written: Written, *sent: Sent, month: str = MONTH) -> None:
    """An office that is published, with these versions of its report, all of the same content."""
    office, (code, name) = written.office, written.county
    snapshot = written.snapshot()
    with province.database.writing() as connection:
        if office.id != "office-1":
            add_office(connection, office, AT)
        own = {"office_id": office.id, "id": office.id, "code": office.code, "title_fa": office.title}
        known = {"county_id": code, "status": "active", "opening_date": date(2024, 1, 1)}
        connection.execute(insert(PUBLISHED["office"]).values(**own, **known))
        connection.execute(insert(PUBLISHED["county"]).values(office_id=office.id, id=code, code=code, name_fa=name))
        for one in sent:
            connection.execute(
                insert(PUBLISHED["monthly_report"]).values(
                    office_id=office.id, id=f"{office.id}-{month}-{one.version}", jmonth=month, version=one.version,
                    status=one.status, signed_at=_at(one.sent_on), sent_at=_at(one.sent_on),
                    decision_at=_at(one.decided_on) if one.decided_on else None, snapshot_json=snapshot,
                    content_hash=one.content_hash or digest_of(snapshot),
                )
            )  # fmt: skip


def _at(on: date) -> str:
    return datetime.combine(on, time(8)).isoformat(sep=" ", timespec="microseconds")
