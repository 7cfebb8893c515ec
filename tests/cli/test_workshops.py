"""Workshops and events by words alone: scenarios 9, 10 and 11 of the domain."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop.domain.clock import now
from desktop.domain.codes import CODE_LISTS
from desktop.services.certificate_check import code_of
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from tests.cli.running import Said, json_lines
from tests.cli.running import tashilgar_here as tashilgar
from tests.factories import PASSWORD, USER, make_office

SATURDAYS = ("1404/06/01", "1404/06/08", "1404/06/15", "1404/06/22")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshops") / "office"
    make_office(folder, now).close()
    return folder


def _put(data: Path, kind: str, *records: dict[str, Any]) -> list[dict[str, Any]]:
    said = tashilgar(data, "put", kind, stdin=json_lines(*records))
    assert said.code == 0, said.out + said.err
    return said.lines


def _list(data: Path, kind: str, **where: str) -> list[dict[str, Any]]:
    return tashilgar(data, "list", kind, *(w for n, v in where.items() for w in ("--where", f"{n}={v}"))).lines


def _step(data: Path, kind: str, record: str, state: str, **given: str) -> Said:
    return tashilgar(data, "step", kind, record, state, *(f"{n}={v}" for n, v in given.items()))


def _women(data: Path, count: int) -> list[str]:
    place = _list(data, "neighborhood")[0]["id"]
    woman = {
        "first_name": "زهرا",
        "last_name": "کاظمی",
        "sex": "زن",
        "birth_date": "1365",
        "relation_to_head": "سرپرست",
    }
    homes = [
        {
            "neighborhood_id": place,
            "declared_size": 1,
            "members": [{**woman, "father_name": f"پدر{'اآبپتثجچحخدذرزسشصضطظعغفق'[n]}"}],
        }
        for n in range(count)
    ]
    _put(data, "household", *homes)
    return [person["id"] for person in _list(data, "person")][-count:]


def _workshop(data: Path, **given: Any) -> str:
    plan = {
        "title": "مهارت‌های زندگی، گروه مادران", "type": "مهارت‌های زندگی", "place": "خانهٔ محله",
        "planned_start": SATURDAYS[0], "planned_end": SATURDAYS[-1], "sessions_planned": 4,
        "hours_per_session": 2, "capacity": 20,
    }  # fmt: skip
    return str(_put(data, "workshop", {**plan, **given})[0]["id"])


def _sessions(data: Path, workshop: str, days: tuple[str, ...]) -> list[str]:
    given = [
        {"workshop_id": workshop, "no": no, "date": day, "start": "۹", "end": "۱۱"} for no, day in enumerate(days, 1)
    ]
    return [line["id"] for line in _put(data, "workshop_session", *given)]


def _ruled(data: Path, workshop: str, *words: str) -> list[dict[str, Any]]:
    said = tashilgar(data, "sessions", workshop, "start=9", "end=11", *words)
    assert said.code == 0, said.out + said.err
    return said.lines


def _mark(data: Path, session: str, people: list[str], state: str = "حاضر", walk_ins: int = 0) -> None:
    _put(data, "workshop_session", {"id": session, "held": True, "walk_ins": walk_ins})
    _put(data, "attendance", *({"session_id": session, "person_id": p, "state": state} for p in people))


def test_scenario_9_a_workshop_from_plan_to_report_and_certificate(made: Path) -> None:
    people = _women(made, 22)
    workshop = _workshop(made)
    planned = _ruled(made, workshop, "--dry-run")
    assert not _list(made, "workshop_session", workshop_id=workshop)
    written = _ruled(made, workshop)
    assert [{**line, "id": ""} for line in written] == [{**line, "id": ""} for line in planned]
    sessions = [line["id"] for line in written]
    assert [line["date"] for line in written] == ["2025-08-23", "2025-08-30", "2025-09-06", "2025-09-13"]
    assert tashilgar(made, "sessions", workshop, "count=0").codes == {("count", "too_small")}
    _put(made, "workshop_enrollment", *({"workshop_id": workshop, "person_id": p} for p in people))
    places = _list(made, "workshop_enrollment", workshop_id=workshop)
    assert [(p["status"], p["waiting_rank"]) for p in places[20:]] == [("waiting", 1), ("waiting", 2)]
    assert _step(made, "workshop_enrollment", places[4]["id"], "انصراف").line["status"] == "withdrawn"
    places = _list(made, "workshop_enrollment", workshop_id=workshop)
    assert [(p["status"], p["waiting_rank"]) for p in places[20:]] == [("enrolled", None), ("waiting", 1)]
    assert places[20]["promoted_on"]
    assert _step(made, "workshop", workshop, "open").code == 0
    assert _step(made, "workshop", workshop, "running").codes == {("status", "no_session_held")}
    seated = [p["person_id"] for p in places if p["status"] == "enrolled"]
    for place, session in enumerate(sessions[:3]):
        came = seated if place else seated[2:]
        _mark(made, session, came, walk_ins=1)
        if not place:
            _put(made, "attendance", *({"session_id": session, "person_id": p, "state": "غایب"} for p in seated[:1]))
    assert _list(made, "workshop", id=workshop)[0]["status"] == "running"
    assert _step(made, "workshop_enrollment", places[0]["id"], "completed").codes == {("status", "settled_by_report")}
    undone = tashilgar(made, "put", "workshop_session", stdin=json_lines({"id": sessions[0], "held": False}))
    assert [p["code"] for p in undone.line["problems"]] == ["somebody_came"]
    _put(made, "workshop_session", {"id": sessions[3], "held": False})
    assert _step(made, "workshop", workshop, "running").code == 0
    assert _step(made, "workshop", workshop, "held").code == 0
    assert _step(made, "workshop", workshop, "reported").codes == {
        ("status", "attendance_missing"),
        ("status", "evaluation_missing"),
    }
    _put(made, "attendance", {"session_id": sessions[0], "person_id": seated[1], "state": "absent"})
    form = {"target_type": "کارگاه", "target_id": workshop, "period": "شهریور ۱۴۰۴", "evaluator": "نرگس بامری"}
    criteria = [{"name": "رسیدن به هدف", "weight": 2, "score": 4}, {"name": "مدرس", "weight": 1, "score": "۲٫۵"}]
    evaluation = _put(made, "evaluation", {**form, "criteria": criteria})[0]["id"]
    assert _list(made, "evaluation", id=evaluation)[0]["total"] == 3.5
    assert tashilgar(made, "certificate", "issue", workshop).codes == {("", "nobody_to_certify")}
    assert _step(made, "workshop", workshop, "reported", on="1404/06/31").code == 0
    states = {p["person_id"]: p["status"] for p in _list(made, "workshop_enrollment", workshop_id=workshop)}
    assert [states[p] for p in seated[:3]] == ["failed", "failed", "completed"]
    locked = tashilgar(
        made,
        "put",
        "attendance",
        stdin=json_lines({"session_id": sessions[0], "person_id": people[4], "state": "present"}),
    )
    assert ("session_id", "workshop_reported") in {(p["field"], p["code"]) for p in locked.line["problems"]}
    issued = tashilgar(made, "certificate", "issue", workshop).lines
    assert len(issued) == 18
    refused = tashilgar(made, "put", "certificate", stdin=json_lines({"workshop_id": workshop, "person_id": seated[0]}))
    assert [p["code"] for p in refused.line["problems"]] == ["not_completed"]
    _verify(made, issued[0])
    told = json.loads(tashilgar(made, "indicators", "--month", "1404-06").out)
    assert (told["I-15"]["value"], told["I-14"]["value"]) == (20, (18 + 20 + 20) * 2)
    assert (told["I-18"]["numerator"], told["I-18"]["denominator"]) == (18, 20)


def _verify(made: Path, issued: dict[str, Any]) -> None:

    office = open_office(OfficeFolder(made), USER, PASSWORD)
    with office.read() as rows:
        one = rows.get("certificate", issued["id"])
    office.close()
    assert one is not None
    true = tashilgar(made, "certificate", "verify", f"گواهی {issued['number']} کد {code_of(one)}")
    assert (true.code, true.line["state"], true.line["hours"]) == (0, "genuine", 6)
    altered = tashilgar(made, "certificate", "verify", f"{issued['number']} 0000-0000")
    assert (altered.code, altered.line["state"]) == (1, "altered")
    other = issued["number"][:-4] + "۹۹۹۹"
    assert tashilgar(made, "certificate", "verify", f"{other} 0000-0000").line["state"] == "unknown"


def test_scenario_10_home_jobs_and_the_market(made: Path) -> None:
    women = _women(made, 13)
    workshop = _workshop(made, title="خیاطی خانگی", type="مشاغل خانگی", hours_per_session=3, planned_end="1404/06/26")
    sessions = _sessions(made, workshop, ("1404/06/12", "1404/06/19", "1404/06/26"))
    _put(made, "workshop_enrollment", *({"workshop_id": workshop, "person_id": p} for p in women))
    _step(made, "workshop", workshop, "open")
    for session in sessions:
        _mark(made, session, women)
    assert _step(made, "workshop", workshop, "held").code == 0
    due = _list(made, "outcome_followup", workshop_id=workshop)
    assert (len(due), {one["due_on"] for one in due}) == (13, {"2025-12-16"})  # 1404/09/25
    told = [{"id": one["id"], "kind": "شروع شغل خانگی"} for one in due[:5]]
    told += [{"id": one["id"], "reached": False} for one in due[5:7]]
    told += [{"id": one["id"], "kind": "عدم تغییر"} for one in due[7:]]
    _put(made, "outcome_followup", *told)
    outcome = json.loads(tashilgar(made, "indicators", "--month", "1404-09").out)["I-19"]
    assert (outcome["numerator"], outcome["denominator"], outcome["value"]) == (5, 11, 45.5)
    assert (outcome["not_reached"], outcome["not_asked"]) == (2, 0)
    band = tashilgar(
        made, "put", "outcome_followup", stdin=json_lines({"id": due[0]["id"], "monthly_income_band": "band_2"})
    )
    assert [p["code"] for p in band.line["problems"]] == ["consent_missing"]

    place = _list(made, "neighborhood")[0]["id"]
    before = json.loads(tashilgar(made, "indicators", "--month", "1404-07").out)
    market = {
        "title": "بازارچهٔ صنایع دستی کاروانسرا", "type": "بازارچه صنایع دستی", "place": "کاروانسرای آوج",
        "neighborhood_id": place, "date_from": "1404/07/03", "headcount_women": 210,
        "headcount_men": 140, "headcount_children": 90,
    }  # fmt: skip
    event = str(_put(made, "event", market)[0]["id"])
    for woman, sold in ((women[0], 6_500_000), (women[1], 180_000_000)):
        _put(made, "market_stall", {"event_id": event, "person_id": woman, "product": "پته‌دوزی", "sales_rial": sold})
    assert _step(made, "event", event, "held").code == 0
    assert _step(made, "event", event, "reported", stalls_count="12").code == 0
    row = _list(made, "event", id=event)[0]
    assert (row["status"], row["stalls_count"], row["sales_rial"], row["field"]) == (
        "reported",
        12,
        186_500_000,
        "economic",
    )
    after = json.loads(tashilgar(made, "indicators", "--month", "1404-07").out)
    assert after["I-15"]["value"] == before["I-15"]["value"] == 0
    assert after["I-20"]["by"]["source"]["event"] == 1


def test_scenario_11_a_match_is_counted_and_nobody_is_named(made: Path) -> None:
    place = _list(made, "neighborhood")[0]["id"]
    match = {
        "title": "مسابقهٔ محلی زو",
        "type": "local_games",
        "place": "زمین دره‌سبز",
        "neighborhood_id": place,
        "date_from": "1404/06/20",
    }
    event = str(_put(made, "event", match)[0]["id"])
    assert _step(made, "event", event, "reported").codes == {("state", "no_such_step")}
    assert _step(made, "event", event, "held", teams="۸").code == 0
    assert _step(made, "event", event, "reported").codes == {("headcount_women", "headcount_missing")}
    _put(
        made, "event", {"id": event, "athletes": 64, "spectators": 300, "volunteers": 6, "cost_rial": "۲۵ میلیون ریال"}
    )
    stalls = tashilgar(made, "put", "event", stdin=json_lines({"id": event, "stalls_count": 3}))
    assert [p["code"] for p in stalls.line["problems"]] == ["market_only"]
    assert _step(made, "event", event, "reported").code == 0
    row = _list(made, "event", id=event)[0]
    assert (row["teams"], row["athletes"], row["cost_rial"], row["field"]) == (8, 64, 25_000_000, "sport")
    changed = tashilgar(made, "put", "event", stdin=json_lines({"id": event, "athletes": 70}))
    assert [p["code"] for p in changed.line["problems"]] == ["event_reported"]
    assert _step(made, "event", event, "held").code == 0
    _photos(made, event)


def _photos(made: Path, event: str) -> None:
    """The photo of the ground loses its place, a face asks for a name and a consent, and goes with that consent."""
    taken = made.parent / "ground.jpg"
    exif = Image.Exif()
    exif[0x010F] = "CAMERA-OF-SOMEBODY"
    Image.new("RGB", (60, 40)).save(taken, exif=exif)
    add = ("attachment", "add", "event", event, str(taken))
    ground = tashilgar(made, *add, "caption=زمین بازی").line
    assert (ground["kind"], ground["has_faces"], ground["file_name"]) == ("place_photo", False, "photo-1.jpg")
    assert tashilgar(made, *add, "has_faces=yes", "faces_agreed=yes").codes == {("people", "faces_without_people")}
    person = _list(made, "person")[0]["id"]
    faces = ("kind=people_photo", "faces_agreed=yes", "--person", person)
    assert tashilgar(made, *add, *faces).codes == {("people", "photo_consent_of")}
    assert tashilgar(made, "consent", "give", person, "photo", "--method", "signature").code == 0
    team = tashilgar(made, *add, *faces).line
    listed = tashilgar(made, "attachment", "list", "event", event).lines
    assert [[one["id"] for one in line["people"]] for line in listed] == [[], [person]]
    changed = tashilgar(made, "attachment", "change", team["id"], "--nobody", "kind=place_photo", "caption=داوران")
    assert changed.line["has_faces"] is False
    assert tashilgar(made, "attachment", "change", team["id"], *faces).line["has_faces"] is True
    assert tashilgar(made, "attachment", "add", "person", person, str(taken)).codes == {("kind", "nothing_attached")}
    assert tashilgar(made, *add[:-1], str(made / "nowhere.jpg")).code == 3
    assert tashilgar(made, "erase", person, "--preview").line["erased"]["attachment"] == 2  # one picture, kept once
    assert tashilgar(made, "consent", "withdraw", person, "photo").line["photos_erased"] == 2
    assert tashilgar(made, "attachment", "list", "event", event).lines == []


def test_satisfaction_is_told_without_anybody_and_of_one_thing(made: Path) -> None:
    workshop = _workshop(made, title="سواد رسانه", type="digital")
    _put(made, "satisfaction_form", *({"workshop_id": workshop, "score": score} for score in (5, 4, "۳")))
    both = tashilgar(made, "put", "satisfaction_form", stdin=json_lines({"score": 3}))
    assert [p["code"] for p in both.line["problems"]] == ["workshop_or_event"]
    row = _list(made, "satisfaction_form", workshop_id=workshop)[0]
    assert "person_id" not in row
    for kind in ("event", "workshop", "satisfaction_form", "evaluation", "instructor"):
        assert tashilgar(made, "list", kind).code == 0
    assert set(CODE_LISTS["event_type"]) >= {"sport", "handicraft_market"}
