"""What partners and money ask for stands in the worklist on its day, and only for whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.clock import IRAN
from desktop.domain.ngo_plan import alert_of
from desktop.domain.persian.calendar import read_date
from desktop.domain.problems import RefusedError
from desktop.services.partner_views import mou_follow_up, plan_standings, planned_inspections
from desktop.services.records import add_record, step_record
from desktop.services.worklist import worklist
from desktop.services.worklist_deeds import put_off
from desktop.services.worklist_page import tasks
from desktop.services.worklist_partners import PARTNERS
from desktop.store.office_file import OfficeFile
from tests.factories import add_colleague, agency, make_office
from tests.fakes import FakeClock


def _noon(day: str) -> datetime:
    return datetime.combine(read_date(day), time(12, 0), IRAN).astimezone(UTC)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(_noon("1404/06/01"))


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", clock)
    add_colleague(made, "nazer", "county_supervisor", "رضا ناظری")
    yield made
    made.close()


def _as(office: OfficeFile, username: str) -> None:
    with office.read() as rows:
        account = rows.find("user_account", username=username)[0]
    office.actor = replace(
        office.actor, user_id=account["id"], staff_id=account["staff_id"], username=username, role=account["role"]
    )


def _sorts(office: OfficeFile) -> list[tuple[str, str]]:
    with office.read() as rows:
        items = worklist(rows, office.actor).chosen(PARTNERS, everybody=True)
        told = tasks(rows, items)
        return [(item.sort, task.title) for item, task in zip(items, told, strict=True) if task is not None]


def _plan(office: OfficeFile) -> str:
    with office.write() as work:
        licence = {"license_no": "۱۲", "license_expiry": "1405/02/31"}
        ngo = add_record(work, "organization", {"name_fa": "آوای آبگرم", "kind": "ngo", **licence})["id"]
        above = {
            "supervisor_org_id": agency(work, "governorate"),
            "chief_supervisor_org_id": agency(work, "province_social"),
        }
        plan = add_record(work, "ngo_plan", {"title": "ورزش محله", "ngo_org_id": ngo, "area": "sport", **above})["id"]
        approval: dict[str, Any] = {"approved_on": "1404/05/10", "approved_rial": 100_000_000, "approval_no": "۴۱"}
        step_record(work, "ngo_plan", plan, "approved", approval)
        step_record(work, "ngo_plan", plan, "running", {"started_on": "1404/05/12"})
    return str(plan)


@pytest.mark.parametrize(
    ("day", "alert", "left"),
    [("07/09", None, 31), ("07/10", 30, 30), ("08/02", 30, 8), ("08/03", 7, 7), ("08/10", 0, 0), ("08/11", 0, -1)],
)
def test_a_plan_is_told_of_30_7_and_0_days_before_its_last_one(
    office: OfficeFile, clock: FakeClock, day: str, alert: int | None, left: int
) -> None:
    plan = _plan(office)
    clock.at = _noon(f"1404/{day}")
    with office.read() as rows:
        standing = plan_standings(rows)[0]
        assert (standing.plan["id"], standing.days_left, standing.alert) == (plan, left, alert)
        assert standing.state == ("overdue" if left < 0 else "running")
        assert alert_of(standing.plan, rows.today) == alert
    assert ([title for sort, title in _sorts(office) if sort == "plan"] == ["ورزش محله"]) is (alert is not None)


def test_what_was_promised_in_a_memorandum_is_told_of_a_week_before_and_it_ends_by_itself(
    office: OfficeFile, clock: FakeClock
) -> None:
    with office.write() as work:
        parties = [{"name": "دفتر مهرآوران"}, {"org_id": agency(work, "tvto")}]
        mou = add_record(work, "mou", {"title": "دو دورهٔ خیاطی", "parties": parties})["id"]
        days = {"signed_on": "1404/05/20", "start": "1404/06/01", "end": "1404/12/29"}
        step_record(work, "mou", mou, "active", days)
        add_record(work, "mou_commitment", {"mou_id": mou, "text": "مکان", "due_on": "1404/06/20"})
        theirs = {"mou_id": mou, "text": "مربی و آزمون", "party_org_id": agency(work, "tvto")}
        last = add_record(work, "mou_commitment", theirs)["id"]
    clock.at = _noon("1404/06/12")
    assert _sorts(office) == []
    clock.at = _noon("1404/06/13")
    assert _sorts(office) == [("commitment", "مکان")]
    with office.read() as rows:
        view = mou_follow_up(rows)[0]
        assert (view.state, len(view.commitments), view.count("done"), view.days_left) == ("active", 2, 0, 197)
    clock.at = _noon("1405/01/01")
    with office.read() as rows:
        view = mou_follow_up(rows)[0]
        assert (view.state, view.states[last], view.days_left) == ("expired", "overdue", None)
        assert rows.get("mou", mou) is not None


def test_a_resolution_is_its_colleagues_and_else_the_managers(office: OfficeFile, clock: FakeClock) -> None:
    add_colleague(office, "kaveh", "facilitator", "کاوه رستمی")
    with office.write() as work:
        given = {"type": "agency", "subject": "روشنایی", "date": "1404/06/01", "place": "دفتر", "agenda": "کارها"}
        meeting = add_record(work, "meeting", given)["id"]
        kaveh = work.find("staff_member", full_name="کاوه رستمی")[0]["id"]
        for text, owner in (
            ("از کاوه", {"owner_staff_id": kaveh}),
            ("از شهرداری", {"owner_org_id": agency(work, "municipality")}),
        ):
            add_record(work, "resolution", {"meeting_id": meeting, "text": text, "due_on": "1404/06/05", **owner})
    assert [sort for sort, _ in _sorts(office)] == ["meeting"]
    clock.at = _noon("1404/06/05")
    assert {title for _, title in _sorts(office)} == {"از کاوه", "از شهرداری"}
    mine = {"hamid": {"از شهرداری"}, "kaveh": {"از کاوه"}}
    for username, texts in mine.items():
        _as(office, username)
        with office.read() as rows:
            own = worklist(rows, office.actor).chosen(PARTNERS, everybody=False)
            assert {task.title for task in tasks(rows, own) if task} == texts


def test_a_surprise_visit_is_in_nobodys_list_but_the_inspectors_and_is_not_put_off(
    office: OfficeFile, clock: FakeClock
) -> None:
    _as(office, "nazer")
    with office.write() as work:
        planned = {"planned_month": "1404-06", "policy_document": "food_security", "place_type": "slaughterhouse"}
        org = {"inspector_org_id": agency(work, "governorate"), "place_text": "کشتارگاه"}
        visit = add_record(work, "inspection", {**planned, **org})["id"]
    assert _sorts(office) == [("inspection", "کشتارگاه")]
    with office.read() as rows:
        assert [row["id"] for row in planned_inspections(rows)] == [visit]
    with office.write() as work, pytest.raises(RefusedError, match="not_allowed"):
        put_off(work, "inspection", visit, {"until": date(2026, 1, 1), "reason": "باران"})
    _as(office, "hamid")
    assert _sorts(office) == []
    with office.read() as rows:
        assert planned_inspections(rows) == []
