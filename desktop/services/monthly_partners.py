"""The monthly report's sections about place, partners, money and oversight, as of the end of a month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.evaluation import judged_on
from desktop.domain.persian.calendar import from_gregorian, jalali_month, month_bounds, shift_month
from desktop.domain.persian.regime import Regime
from desktop.domain.record import Row
from desktop.reports.monthly_partner_rows import (
    AgencyMeetingRow,
    BuiltRows,
    CoordinationRows,
    EvaluationRow,
    HarmPlace,
    HarmRows,
    InspectionRows,
    LevelRow,
    MoneyRows,
    MouRow,
    NgoRows,
    OfficeRows,
    ParticipationRows,
    PartnerRows,
    PlaceRow,
    PlanRow,
    StaffRow,
)
from desktop.services.indicators.partners import PLANS
from desktop.services.indicators.people import coverage_rows
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.money_papers import credit_rows
from desktop.services.partner_papers import parties_of
from desktop.services.place_rows import capacities, harm_rows, projects, service_levels
from desktop.store.naming import residents_named
from desktop.store.rows import Rows

_WITH_AGENCIES = frozenset({"coordination", "agency"})
_TAKEN = ("accepted", "received", "used")
_NEARLY = 7
# The workshops of the month, and those that an NGO shared in (F3-13).
_WITH_NGOS = """
SELECT count(DISTINCT w.id) AS workshops, count(DISTINCT CASE WHEN o.kind = 'ngo' THEN w.id END) AS with_ngos
FROM workshop w JOIN workshop_session s ON s.workshop_id = w.id AND s.deleted_at IS NULL AND s.held
LEFT JOIN organization o ON o.id = w.co_org_id
WHERE w.deleted_at IS NULL AND s.date BETWEEN :first AND :last
"""
_MONTHS_BACK = 12


def partner_rows(month: Snapshot) -> PartnerRows:
    """Everything these sections print."""
    return _Month(month).all()


class _Month:
    """One month of the office: its records, its first and its last day."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot, self.rows, self.month = snapshot, snapshot.rows, snapshot.month
        self.first, self.last = month_bounds(snapshot.month)
        self.year = from_gregorian(self.last).year

    def all(self) -> PartnerRows:
        return PartnerRows(
            regime=Regime(self.rows.find("office")[0]["display_currency"]),
            office=self.office(),
            participation=self.participation(),
            coordination=CoordinationRows(tuple(self.agency_meetings()), tuple(self.mous())),
            built=self.built(),
            harms=self.harms(),
            money=self.money(),
            ngos=self.ngos(),
            inspections=self.inspections(),
            evaluations=tuple(self.evaluations()),
        )

    def within(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def office(self) -> OfficeRows:
        found = [one for one in self.rows.find("office_contract") if one["start_date"] <= self.last]
        contract = max(found, key=lambda one: one["start_date"], default=None)
        titles = self.rows.titles([contract["operator_org_id"]] if contract else [])
        educations, staff = self.staff()
        return OfficeRows(
            operator=titles.get(contract["operator_org_id"], "") if contract else "",
            contract_end=contract["end_date"] if contract else None,
            educations=educations,
            staff=staff,
            places=tuple(self.places()),
        )

    def staff(self) -> tuple[tuple[str, ...], tuple[StaffRow, ...]]:
        """The educations that occur, and for each specialty how many colleagues have each."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for one in self.rows.find("staff_member"):
            if one["start_date"] <= self.last and (one["end_date"] is None or one["end_date"] >= self.last):
                counts[one["specialty"]][one["education_level"]] += 1
        levels = [level for level in CODE_LISTS["education_level"] if any(of[level] for of in counts.values())]
        made = tuple(
            StaffRow(label, tuple(counts[code][level] for level in levels))
            for code, label in CODE_LISTS["staff_specialty"].items()
            if code in counts
        )
        return tuple(label_of("education_level", level) for level in levels), made

    def places(self) -> Iterator[PlaceRow]:
        types = {one["name"]: one["area_type"] for one in self.rows.find("neighborhood")}
        for row in coverage_rows(self.snapshot):
            kind = label_of("area_type", types[row.neighborhood]) if row.neighborhood in types else ""
            yield PlaceRow(row.neighborhood, kind, row.population, row.population_year, row.population_source)

    def participation(self) -> ParticipationRows:
        meetings = [one for one in self.rows.find("meeting", jalali_month=self.month) if one["date"] <= self.rows.today]
        of_type = Counter(one["type"] for one in meetings)
        due = [one for one in self.rows.find("resolution") if self.within(one["due_on"]) and not self.is_dropped(one)]
        groups = [
            one for one in self.rows.find("local_group", active=True) if _by(one["since"], self.last, unknown=True)
        ]
        return ParticipationRows(
            trustees=sum(
                _by(one["since"], self.last, unknown=True) for one in self.rows.find("local_trustee", active=True)
            ),
            volunteers=len(self.rows.find("person", is_volunteer=True, status="active")),
            groups=len(groups),
            groups_met=len({one["local_group_id"] for one in meetings if one["local_group_id"]}),
            meetings=tuple(
                (label, of_type[code]) for code, label in CODE_LISTS["meeting_type"].items() if of_type[code]
            ),
            resolutions_due=len(due),
            resolutions_done=sum(self.is_done(one) for one in due),
        )

    def is_done(self, promise: Row) -> bool:
        return promise["status"] == "done" and _by(promise["done_on"], self.last)

    def is_dropped(self, promise: Row) -> bool:
        return promise["status"] == "cancelled" and _by(promise["status_on"], self.last, unknown=True)

    def agency_meetings(self) -> Iterator[AgencyMeetingRow]:
        for one in sorted(self.rows.find("meeting", jalali_month=self.month), key=lambda one: one["date"]):
            agencies = dict.fromkeys(who.get("org_id") for who in one["attendees"] if who.get("org_id"))
            if not agencies and one["type"] not in _WITH_AGENCIES:
                continue
            titles = self.rows.titles(agencies)
            yield AgencyMeetingRow(
                on=one["date"],
                kind=label_of("meeting_type", one["type"]),
                subject=_nameless(self.rows, one["subject"]) or "—",
                agencies=tuple(titles[agency] for agency in agencies if agency in titles),
                resolutions=len(self.rows.find("resolution", meeting_id=one["id"])),
            )

    def mous(self) -> Iterator[MouRow]:
        for mou in self.rows.find("mou"):
            if not self.in_force(mou):
                continue
            promised = [one for one in self.rows.find("mou_commitment", mou_id=mou["id"]) if not self.is_dropped(one)]
            done = [one for one in promised if self.is_done(one)]
            late = [one for one in promised if one not in done and one["due_on"] and one["due_on"] < self.last]
            yield MouRow(mou["title"], parties_of(self.rows, mou), mou["end"], len(promised), len(done), len(late))

    def in_force(self, mou: Row) -> bool:
        """Whether a memorandum was signed by the month's end and had neither ended nor been broken off."""
        broken_off = mou["status"] == "terminated" and _by(mou["status_on"], self.last, unknown=True)
        signed = mou["status"] != "draft" and mou["signed_on"] is not None and mou["signed_on"] <= self.last
        return signed and self.last <= (mou["end"] or self.last) and not broken_off

    def built(self) -> BuiltRows:
        found = [one for one in self.rows.find("neighborhood_capacity") if self.within(one["identified_on"])]
        levels: defaultdict[str, list[Row]] = defaultdict(list)
        for one in self.rows.find("service_level"):
            levels[one["neighborhood_id"]].append(one)
        names = self.rows.titles(levels)
        return BuiltRows(
            capacities=tuple(capacities(self.rows, found)),
            projects=tuple(projects(self.rows, filter(self.is_going_on, self.rows.find("project")))),
            levels=tuple(
                LevelRow(names.get(place, "—"), level)
                for place, several in levels.items()
                for level in service_levels(several, self.year)
                if level.year == self.year
            ),
        )

    def is_going_on(self, project: Row) -> bool:
        """Whether a project had begun and had not ended before the month."""
        begun = _by(project["start"], self.last, unknown=True) and project["status"] in ("approved", "running", "done")
        return begun and (project["end"] is None or project["end"] >= self.first or project["status"] != "done")

    def harms(self) -> HarmRows:
        found = self.rows.find("harm_observation", jalali_month=self.month)
        by_place: defaultdict[str, list[Row]] = defaultdict(list)
        for one in found:
            by_place[one["neighborhood_id"]].append(one)
        names = self.rows.titles(by_place)
        grounds = dict.fromkeys(_nameless(self.rows, one["ground"] or "") for one in found)
        return HarmRows(
            places=tuple(
                HarmPlace(names.get(at, "—"), tuple(harm_rows(self.rows, of, self.last))) for at, of in by_place.items()
            ),
            grounds=tuple(ground for ground in grounds if ground),
        )

    def money(self) -> MoneyRows:
        screened = [one for one in self.rows.find("donation") if self.within(one["screened_on"])]
        taken = [one for one in screened if one["status"] in _TAKEN]
        reasons = Counter(one["refusal_reason"] for one in screened if one["status"] == "refused")
        return MoneyRows(
            year=self.year,
            credits=tuple(credit_rows(self.rows, self.year, self.last)),
            donations=len(taken),
            donated=sum(one["value_rial"] or 0 for one in taken),
            unvalued=sum(one["value_rial"] is None for one in taken),
            refused=tuple(
                (label, reasons[code]) for code, label in CODE_LISTS["refusal_reason"].items() if reasons[code]
            ),
        )

    def ngos(self) -> NgoRows:
        plans = [(one["state"], self.plan(one)) for one in self.snapshot.query(PLANS)]
        counts = Counter(state for state, _row in plans)
        left = [row.days_left for _state, row in plans if row.days_left is not None]
        shown = [row for state, row in plans if state not in ("closed", "funded") or self.within(row.settled_on)]
        (shared,) = self.snapshot.query(_WITH_NGOS)
        return NgoRows(
            workshops=shared["workshops"],
            with_ngos=shared["with_ngos"],
            plans=tuple(shown),
            running=counts["running"],
            nearly_due=sum(0 <= days <= _NEARLY for days in left),
            overdue=counts["overdue"],
            evaluated=counts["evaluated"],
            funded=counts["funded"],
        )

    def plan(self, plan: Row) -> PlanRow:
        """A plan as it stood at the month's end."""
        counted = plan["state"] in ("approved", "running", "overdue")
        return PlanRow(
            title=plan["title"],
            ngo=self.rows.titles([plan["ngo_org_id"]]).get(plan["ngo_org_id"], "—"),
            status=label_of("ngo_plan_status", plan["state"]),
            deadline=_day(plan["deadline_date"]),
            days_left=plan["days_left"] if counted else None,
            score=plan["score"],
            settled_on=_day(plan["settled_on"]),
        )

    def inspections(self) -> InspectionRows:
        done = [one for one in self.rows.find("inspection") if _by(one["done_on"], self.last)]
        documents = Counter(one["policy_document"] for one in done if self.within(one["done_on"]))
        year = {shift_month(self.month, -back) for back in range(_MONTHS_BACK)}
        with_one = {jalali_month(one["done_on"]) for one in done}
        return InspectionRows(
            by_document=tuple(
                (label, documents[code]) for code, label in CODE_LISTS["policy_document"].items() if documents[code]
            ),
            silent=len(year - with_one),
        )

    def evaluations(self) -> Iterator[EvaluationRow]:
        for one in self.rows.find("evaluation"):
            if not self.within(judged_on(one)):
                continue
            target = self.rows.titles([one["target_id"]]).get(one["target_id"], "")
            yield EvaluationRow(
                target=" ".join(part for part in (label_of("evaluation_target", one["target_type"]), target) if part),
                period=one["period"],
                score=one["total"],
                next_actions=_nameless(self.rows, one["recommendations"] or ""),
            )


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _by(day: date | None, last: date, *, unknown: bool = False) -> bool:
    """Whether something had happened by a day; of a day that nobody wrote down `unknown` is the answer."""
    return unknown if day is None else day <= last


def _nameless(rows: Rows, text: str) -> str:
    """A text of the report, left out when it names anybody who is registered."""
    return "" if residents_named(rows.connection, text) else text
