"""I-21 and I-23 … I-28: any rows in any order give what plain Python tells of them, and what a hand has computed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

import pytest

from desktop.domain.indicators import Indicator
from desktop.domain.persian.calendar import month_bounds, read_date
from desktop.services.indicators.month import indicators
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.monthly_partners import partner_rows
from desktop.services.records import add_record, step_record
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.bench._town import whole
from tests.factories import add_need, add_person, add_workshop, agency, neighborhood
from tests.services.indicators import oracle_partners as oracle
from tests.services.indicators.conftest import taken_back

MONTHS = ("1403-12", "1404-01", "1404-03", "1404-06", "1404-12")


class Chance:
    """Rows by chance around the year 1404, written past the rules: what two laptops tell may contradict itself."""

    def __init__(self, work: UnitOfWork, seed: int) -> None:
        self.work, self.random = work, Random(seed)  # noqa: S311  nothing is secret here
        self.org = agency(work)
        self.made: dict[str, list[dict[str, Any]]] = {}

    def day(self) -> date:
        return month_bounds("1403-06")[0] + timedelta(days=self.random.randrange(720))

    def maybe(self, share: float = 0.5) -> date | None:
        return self.day() if self.random.random() < share else None

    def rial(self) -> int:
        return self.random.randrange(1, 9_000_000_000)

    def pick(self, *among: Any) -> Any:
        return self.random.choice(among)

    def write(self, kind: str, how_many: int, /, **made: Callable[[], Any]) -> None:
        """Rows whose fields are made anew for each; a tenth are deleted, and the rest is kept in `made`."""
        for _ in range(how_many):
            row = dict(self.work.add(kind, whole(kind, {name: one() for name, one in made.items()})))
            if self.random.random() < 0.1:
                self.work.delete(kind, row["id"])
            else:
                self.made.setdefault(kind, []).append(row)

    def one(self, kind: str, /, **values: Any) -> str:
        return str(self.work.add(kind, whole(kind, values))["id"])


def _partners(chance: Chance) -> None:
    told = {"type": "agency", "subject": "نشست", "place": "دفتر", "agenda": "کارها"}
    meeting = chance.one("meeting", **told, date=chance.day())
    chance.write(
        "resolution",
        60,
        meeting_id=lambda: meeting,
        text=lambda: "کار",
        due_on=chance.day,
        done_on=chance.maybe,
        status=lambda: chance.pick("open", "done", "cancelled"),
        status_on=chance.day,
    )
    of_org = dict.fromkeys(("ngo_org_id", "supervisor_org_id", "chief_supervisor_org_id"), lambda: chance.org)
    ends = dict.fromkeys(("evaluated_on", "funded_on", "closed_on"), lambda: chance.maybe(0.2))
    days: dict[str, Callable[[], Any]] = {"started_on": chance.maybe, "deadline_date": chance.day, **ends}
    chance.write("ngo_plan", 60, title=lambda: "طرح", area=lambda: "sport", **of_org, **days)
    plans = [plan["id"] for plan in chance.made["ngo_plan"]]
    moved = dict.fromkeys(("on", "old_deadline", "new_deadline"), chance.day)
    chance.write("ngo_plan_extension", 50, ngo_plan_id=lambda: chance.pick(*plans), **moved)
    chance.write(
        "inspection",
        9,
        planned_month=lambda: "1404-01",
        policy_document=lambda: chance.pick("sport", "health"),
        done_on=chance.maybe,
        place_type=lambda: "park",
        place_text=lambda: "بوستان",
        inspector_org_id=lambda: chance.org,
    )


def _money(chance: Chance) -> None:
    chance.write(
        "credit",
        40,
        title=lambda: "اعتبار",
        amount_rial=chance.rial,
        source=lambda: chance.pick("ngo", "ministry", "county"),
        purpose=lambda: chance.pick("equip", "operate"),
        fiscal_year=lambda: chance.pick(1403, 1404),
        received_rial=chance.rial,
        received_on=lambda: chance.maybe(0.8),
        returned_rial=chance.rial,
        returned_on=lambda: chance.maybe(0.2),
    )
    ids = [credit["id"] for credit in chance.made["credit"]]
    spent: dict[str, Callable[[], Any]] = {"credit_id": lambda: chance.pick(*ids), "date": chance.day}
    chance.write("expense", 60, amount_rial=chance.rial, category=lambda: "rent", **spent)
    donor = chance.one("donor", name="نیکوکار", wants_anonymity=True)
    chance.write(
        "donation",
        50,
        donor_id=lambda: donor,
        kind=lambda: "goods",
        description=lambda: "کمک",
        purpose=lambda: "residents",
        value_rial=lambda: chance.pick(None, chance.rial()),
        screened_on=chance.maybe,
        refusal_reason=lambda: chance.pick(None, "political", "conditional", "not_needed"),
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_any_rows_give_what_plain_python_tells_of_them(office: OfficeFile, seed: int) -> None:
    with taken_back(office) as work:
        chance = Chance(work, seed)
        _partners(chance)
        _money(chance)
        made = chance.made
        for month in MONTHS:
            found = indicators(work, month)
            done, due = oracle.resolutions(made["resolution"], month)
            assert (found["I-21"].numerator, found["I-21"].denominator) == (done, due)
            plans = oracle.plans(made["ngo_plan"], made["ngo_plan_extension"], month, month_bounds(month)[1])
            assert {"running": found["I-25"].value, **found["I-25"].beside} == plans
            visits = [visit["done_on"] for visit in made["inspection"] if visit["done_on"]]
            assert found["I-26"].value == sum(oracle.in_month(on, month) for on in visits)
            assert found["I-26"].beside["silent_months"] == oracle.silent_months(visits, month)
            _compare_money(found, made, month)


def _compare_money(found: Mapping[str, Indicator], made: Mapping[str, list[dict[str, Any]]], month: str) -> None:
    money, beside = oracle.money(made["credit"], made["expense"], month), found["I-23"].beside
    assert found["I-23"].value == float(money["received"])
    assert [beside[name] for name in ("spent", "remaining", "year_received")] == [
        float(money[name]) for name in ("spent", "remaining", "year_received")
    ]
    whole_year = money["year_received"]
    share = int(money["ngos"] * 1000 / whole_year + Fraction(1, 2)) / 10 if whole_year else None
    assert beside["ngo_share"] == share
    value, accepted, refused = oracle.donations(made["donation"], month)
    assert (found["I-24"].value, found["I-24"].beside["accepted"]) == (float(value), accepted)
    assert found["I-24"].parts["refusal_reason"] == refused


def test_a_month_that_has_ended_keeps_its_numbers_whatever_comes_later(office: OfficeFile) -> None:
    """A plan is extended and judged, a credit approved for less, a memorandum broken off, the office judged: later."""
    with taken_back(office) as work:
        ngo, above = agency(work, "tvto"), agency(work, "governorate")
        work.change("organization", ngo, {"kind": "ngo"})
        of_org = {"ngo_org_id": ngo, "supervisor_org_id": above, "chief_supervisor_org_id": above}
        told = {"title": "ورزش محله", "area": "sport", "proposed_on": "1404/04/01", **of_org}
        plan = add_record(work, "ngo_plan", told)["id"]
        approval = {"approved_on": "1404/04/10", "approved_rial": 100_000_000, "approval_no": "۴۱"}
        step_record(work, "ngo_plan", plan, "approved", approval)
        step_record(work, "ngo_plan", plan, "running", {"started_on": "1404/04/12"})
        asked = {"title": "تجهیز", "source": "province", "purpose": "equip", "amount_rial": "۵۰ میلیون تومان"}
        credit = add_record(work, "credit", {**asked, "requested_on": "1404/07/02"})["id"]
        parties = [{"name": "دفتر مهرآوران"}, {"org_id": above}]
        mou = add_record(work, "mou", {"title": "دو دورهٔ خیاطی", "parties": parties})["id"]
        days = {"signed_on": "1404/05/20", "start": "1404/06/01", "end": "1404/12/29"}
        step_record(work, "mou", mou, "active", days)

        before = indicators(work, "1404-07"), partner_rows(Snapshot(work, "1404-07"))
        assert (before[0]["I-25"].value, before[0]["I-25"].beside["overdue"]) == (1, 1)

        _as_province(work)
        longer = {"on": "1404/09/05", "deadline_date": "1404/10/10", "extension_reason": "بارش"}
        step_record(work, "ngo_plan", plan, "running", longer)
        scores = {"score_county": 90, "score_province": 80, "result_positive": True}
        step_record(work, "ngo_plan", plan, "evaluated", {"on": "1404/09/20", **scores})
        step_record(work, "credit", credit, "approved", {"on": "1404/09/01", "amount_rial": "۴۰ میلیون تومان"})
        work.actor = replace(work.actor, role="office_manager")
        step_record(work, "mou", mou, "terminated", {"on": "1404/09/10", "terminate_reason": "پایان همکاری"})
        own = work.find("office")[0]["id"]
        judged = {"target_type": "office", "target_id": own, "period": "پاییز ۱۴۰۴", "evaluator": "ناظر استان"}
        scored = [{"name": "پیگیری نیازها", "weight": 30, "score": 4}]
        add_record(work, "evaluation", {**judged, "criteria": scored, "evaluated_on": "1404/09/15"})
        late = {"title": "سلامت محله", "area": "health", "proposed_on": "1404/09/18", **of_org}
        add_record(work, "ngo_plan", late)

        assert (indicators(work, "1404-07"), partner_rows(Snapshot(work, "1404-07"))) == before
        azar, rows = indicators(work, "1404-09"), partner_rows(Snapshot(work, "1404-09"))
        assert (azar["I-25"].value, azar["I-25"].beside["evaluated"], azar["I-25"].parts["state"]["proposed"]) == (
            0,
            1,
            1,
        )
        assert [(line.requested, line.approved) for line in rows.money.credits] == [(500_000_000, 400_000_000)]
        assert ([one.period for one in rows.evaluations], rows.coordination.mous) == (["پاییز ۱۴۰۴"], ())
        assert [x["old_deadline"] for x in work.find("ngo_plan_extension")] == [read_date("1404/07/10")]


def _as_province(work: UnitOfWork) -> None:
    work.actor = replace(work.actor, role="province_officer")
    work.role = "province_officer"


def test_satisfaction_of_fewer_than_ten_is_not_told(office: OfficeFile) -> None:
    """Seven needs and three forms: mean (7 × 4 + 3 × 5) ÷ 10; with one fewer nothing but their number."""
    with taken_back(office) as work:
        person, workshop = add_person(work), add_workshop(work)
        for number in range(7):
            need = add_need(work, person, noted_on="1404/06/02", subject=f"نیاز {number}")
            step_record(work, "need", need["id"], "in_progress", {"on": "1404/06/05", "note": "پیگیری"})
            met = {"on": "1404/06/20", "resident_confirmed": True, "satisfaction": 4}
            step_record(work, "need", need["id"], "met", met)
        forms = [{"workshop_id": workshop["id"], "score": 5, "filled_on": "1404/06/22"}] * 2
        for form in forms:
            add_record(work, "satisfaction_form", form)
        nine = indicators(work, "1404-06")["I-27"]
        assert (nine.value, nine.numerator, nine.suppressed, nine.beside["n"], nine.parts) == (None, None, True, 9, {})
        add_record(work, "satisfaction_form", forms[0])
        ten = indicators(work, "1404-06")["I-27"]
        assert (ten.value, ten.denominator, ten.suppressed) == (4.3, 10, False)
        assert indicators(work, "1404-05")["I-27"].suppressed is False


def test_levels_of_service_are_told_with_their_standard_and_the_year_before(office: OfficeFile) -> None:
    with taken_back(office) as work:
        add_record(work, "service_standard", {"kind": "green_space", "value": 8, "from_year": 1400})
        place, other = neighborhood(work), neighborhood(work, "چشمه‌سار")
        for year, value in ((1402, 2.0), (1403, 2.5), (1405, 9.0)):
            add_record(
                work,
                "service_level",
                {"neighborhood_id": place, "kind": "green_space", "year": year, "value": value, "source": "شهرداری"},
            )
        lamps = {"neighborhood_id": other, "kind": "lighting", "unit": "percent", "value": 70, "source": "دفتر"}
        add_record(work, "service_level", {**lamps, "year": 1404})
        found = indicators(work, "1404-06")["I-28"]
        assert (found.value, found.denominator, found.missing) == (1, 1, 1)
        assert (found.beside["measured"], found.beside["better"]) == (2, 1)
        assert indicators(work, "1405-01")["I-28"].value == 0


def test_a_meeting_is_an_activity_of_its_field_and_takes_its_minutes(office: OfficeFile) -> None:
    with taken_back(office) as work:
        given = {"type": "agency", "subject": "روشنایی", "date": "1404/06/10", "place": "دفتر", "agenda": "کارها"}
        add_record(work, "meeting", {**given, "field": "urban_services", "start": "10:00", "end": "11:30"})
        add_record(work, "meeting", {**given, "field": "social"})
        found = indicators(work, "1404-06")
        assert (found["I-20"].numerator, found["I-20"].denominator) == (1, 2)
        assert (found["I-20b"].denominator, found["I-20b"].missing) == (90, 1)
