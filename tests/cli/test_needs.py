"""Needs from the door to the answer by words alone: scenarios 4, 6, 7 and 8 of the domain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.clock import now
from tests.cli.running import Said, json_lines
from tests.cli.running import tashilgar_here as tashilgar
from tests.factories import add_colleague, make_office

REFERRALS = {  # of the worked example: sent, first real answer
    "R1": ("05/03", "05/10"), "R2": ("05/05", "05/25"), "R3": ("05/12", "06/02"), "R4": ("05/18", None),
    "R5": ("05/20", "06/28"), "R6": ("05/29", "06/05"), "R7": ("06/02", "06/09"), "R8": ("06/08", None),
    "R9": ("06/15", "06/29"), "R10": ("06/22", None),
}  # fmt: skip


def _office(folder: Path, code: str, county: str, *places: str) -> Path:
    given: dict[str, Any] = {"code": code, "county_id": None, "county": county, "neighborhoods": list(places)}
    office = make_office(folder, now, **given)
    add_colleague(office, "samira", "facilitator", "سمیرا دادخواه")
    office.close()
    return folder


def _put(data: Path, kind: str, /, **given: Any) -> dict[str, Any]:
    said = tashilgar(data, "put", kind, stdin=json_lines(given))
    assert said.code == 0, said.out
    return said.line


def _one(data: Path, kind: str, **where: str) -> dict[str, Any]:
    said = tashilgar(
        data, "list", kind, *(part for name, value in where.items() for part in ("--where", f"{name}={value}"))
    )
    return said.line


def _listed(data: Path, kind: str, **where: str) -> list[dict[str, Any]]:
    return tashilgar(data, "list", kind, *(w for n, v in where.items() for w in ("--where", f"{n}={v}"))).lines


def _agency(data: Path, code: str) -> str:
    return str(_one(data, "organization", agency_code=code)["id"])


def _step(data: Path, need_id: str, state: str, user: str = "hamid", **given: str) -> Said:
    return tashilgar(data, "step", "need", need_id, state, *(f"{n}={v}" for n, v in given.items()), user=user)


def _course(data: Path, need_id: str) -> list[tuple[str, str]]:
    events = _listed(data, "need_event", need_id=need_id)
    return [(e["to_status"], e["on"]) for e in sorted(events, key=lambda e: (e["on"], e["id"]))]


def test_scenario_4_a_letter_about_papers_leaves_with_leave_or_in_her_own_hands(tmp_path: Path) -> None:
    data = _office(tmp_path / "o", "1105", "زاهدان", "شهرک نخلستان")
    place = _one(data, "neighborhood", name="شهرک نخلستان")["id"]
    girl = {
        "first_name": "بی‌بی‌گل", "last_name": "ناروئی", "sex": "زن", "age_estimated": "۱۷",
        "relation_to_head": "سرپرست", "identifier_type": "کارت واکسن", "identifier_value": "12-7",
    }  # fmt: skip
    made = _put(data, "household", neighborhood_id=place, declared_size=1, members=[girl])
    offered = [offer for offer in made["offers"] if offer["reason"] == "no_papers"]
    given = {name: value for name, value in offered[0].items() if name != "reason"}
    need = _put(data, "need", **given, noted_on="1404/06/15")["id"]
    kept = tashilgar(data, "get", "need", need).line
    assert (kept["field"], kept["urgency"], kept["due_on"]) == ("identity_documents", "second", "2025-10-06")
    assert tashilgar(data, "get", "staff_member", kept["owner_staff_id"]).line["position"] == "social_worker"
    registry = _agency(data, "civil_registry")
    letter = {"main_agency_id": registry, "sent_on": "1404/06/16", "includes_personal": "بله"}
    assert _step(data, need, "referred", **letter).codes == {("includes_personal", "referral_consent")}
    assert _listed(data, "referral") == []
    leave = {"scope": "referral:civil_registry", "method": "fingerprint", "given_on": "1404/06/15"}
    alone = tashilgar(data, "put", "consent", stdin=json_lines({"person_id": made["persons"][0], **leave})).line
    assert [problem["code"] for problem in alone["problems"]] == ["guardian_needed"]  # she is seventeen, by estimate
    letter["mode"] = "به دست متقاضی"  # so the letter leaves in her own hands
    moved = _step(data, need, "ارجاع‌شده", **letter).line
    assert (moved["status"], moved["status_on"], moved["main_agency_id"]) == ("referred", "2025-09-07", registry)
    sent = _one(data, "referral", need_id=need)
    assert (sent["sent_on"], sent["answer_due_on"], sent["includes_personal"]) == ("2025-09-07", "2025-09-22", True)


def test_scenario_6_a_dark_lane_goes_to_two_agencies(office_dir: Path) -> None:
    place = _one(office_dir, "neighborhood", name="چشمه‌سار")["id"]
    given = {
        "scope": "محله‌ای", "neighborhood_id": place, "field": "خدمات شهری", "subject": "خاموشی چراغ‌های معبر",
        "source": "جلسه", "noted_on": "1404/06/10", "urgency": "فوریت اول",
    }  # fmt: skip
    lacking = tashilgar(office_dir, "put", "need", stdin=json_lines(given))
    assert lacking.line["problems"][0]["code"] == "supporters_needed"
    need = _put(office_dir, "need", **given, supporters_count="۲۳")["id"]
    kept = tashilgar(office_dir, "get", "need", need).line
    assert (kept["due_on"], kept["person_id"], kept["household_id"]) == ("2025-09-08", None, None)
    both = [_agency(office_dir, code) for code in ("power", "municipality")]
    named = {"agency_ids": ",".join(both), "sent_on": "1404/06/10"}
    personal = _step(office_dir, need, "referred", **named, includes_personal="yes")
    assert ("includes_personal", "nobody_in_particular") in personal.codes
    moved = _step(office_dir, need, "referred", **named).line
    assert (moved["status"], moved["status_on"]) == ("referred", "2025-09-01")
    assert (moved["requires_multiple_agencies"], moved["main_agency_id"]) == (True, both[0])
    sent = _listed(office_dir, "referral", need_id=need)
    assert [(r["agency_id"], r["sent_on"], r["answer_due_on"]) for r in sent] == [
        (agency, "2025-09-01", "2025-09-16") for agency in both
    ]
    assert need in [n["id"] for n in _listed(office_dir, "need", neighborhood_id=place)]
    close = {"close_reason": "انصراف"}
    assert _step(office_dir, need, "closed", user="samira", **close).codes == {("status", "manager_only")}


@pytest.mark.parametrize("backwards", [False, True])
def test_scenario_7_ten_referrals_give_the_same_figures_in_any_order(office_dir: Path, backwards: bool) -> None:
    need = _put(
        office_dir, "need", scope="group", neighborhood_id=_one(office_dir, "neighborhood", name="چشمه‌سار")["id"],
        field="urban_services", subject="ایستگاه اتوبوس", supporters_count=5, noted_on="1404/05/01",
    )["id"]  # fmt: skip
    agency = _agency(office_dir, "municipality")
    sent = json_lines(
        *({"need_id": need, "agency_id": agency, "sent_on": f"1404/{on}"} for on, _ in REFERRALS.values())
    )
    ids = [line["id"] for line in tashilgar(office_dir, "put", "referral", stdin=sent).lines]
    assert _step(office_dir, need, "referred", on="1404/05/03").code == 0
    answers = [
        {"referral_id": ids[place], "received_on": f"1404/{on}", "type": "accepted"}
        for place, (_, on) in enumerate(REFERRALS.values())
        if on
    ]
    answers.append({"referral_id": ids[3], "received_on": "1404/06/01", "type": "ثبت در دبیرخانه"})
    answers.append({"referral_id": ids[0], "received_on": "1404/05/20", "type": "done"})
    said = tashilgar(office_dir, "put", "agency_response", stdin=json_lines(*answers[:: -1 if backwards else 1]))
    assert said.code == 0
    offered = {line["offers"][0]["step"]["state"] for line in said.lines if "offers" in line}
    assert offered == {"answered"}
    kept = [tashilgar(office_dir, "get", "referral", one).line for one in ids]
    assert (kept[0]["first_response_on"], kept[0]["status"]) == ("2025-08-01", "answered")
    assert (kept[3]["first_response_on"], kept[3]["status"]) == (None, "acknowledged")
    found: dict[str, Any] = tashilgar(office_dir, "indicators", "--month", "1404-06").line
    assert (found["I-11"]["value"], found["I-12"]["value"]) == (62.5, 66.7)
    median = found["I-13"]
    assert (median["value"], median["n"], median["unanswered"]) == (14, 5, 3)
    assert (median["unanswered_median_age"], median["unanswered_oldest_age"]) == (23, 44)


def test_scenario_8_a_school_library_is_met_confirmed_and_opened_again(tmp_path: Path) -> None:
    data = _office(tmp_path / "o", "1002", "کاشان", "باغ‌سرا")
    place = _one(data, "neighborhood", name="باغ‌سرا")["id"]
    project = _put(data, "project", title="تجهیز کتابخانه", kind="تجهیز", neighborhood_id=place)["id"]
    need = _put(
        data, "need", scope="group", neighborhood_id=place, field="education", supporters_count=12,
        subject="تجهیز کتابخانه مدرسه باغ‌سرا", noted_on="1404/06/01", project_id=project,
    )["id"]  # fmt: skip
    school = _agency(data, "education")
    assert _step(data, need, "referred", main_agency_id=school, sent_on="1404/06/02").code == 0
    stamp = _step(data, need, "answered", type="ثبت در دبیرخانه", received_on="1404/06/05")
    assert stamp.codes == {("status", "need_answer_missing")}
    assert _step(data, need, "پاسخ داده‌شده", type="انجام شد", received_on="1404/06/20").code == 0
    assert _one(data, "referral", need_id=need)["first_response_on"] == "2025-09-11"
    lacking = _step(data, need, "met", on="1404/06/21", satisfaction="4")
    assert lacking.codes == {("resident_confirmed", "required")}
    note = "استفاده از کتاب‌های اهدایی + قفسه شهرداری"
    confirmed = {"on": "1404/06/21", "resident_confirmed": "بله", "satisfaction": "۴", "solution_note": note}
    met = _step(data, need, "met", user="samira", **confirmed).line
    assert (met["status"], met["close_reason"], met["satisfaction"]) == ("met", "met", 4)
    assert (met["resident_confirmed"], met["solution_note"], met["project_id"]) == (True, note, project)
    again = {"on": "1404/07/05", "note": "قفسه‌ها شکست"}
    assert _step(data, need, "in_progress", user="samira", **again).codes == {("state", "manager_only")}
    assert _step(data, need, "in_progress", on="1404/07/05").codes == {("note", "required")}
    opened = _step(data, need, "in_progress", **again).line
    assert (opened["status"], opened["close_reason"], opened["satisfaction"]) == ("in_progress", None, None)
    assert opened["solution_note"] == note
    assert _course(data, need) == [
        ("noted", "2025-08-23"), ("referred", "2025-08-24"), ("answered", "2025-09-11"), ("met", "2025-09-12"),
        ("in_progress", "2025-09-27"),
    ]  # fmt: skip
    late = _step(data, need, "in_progress", on="1404/06/15")
    assert late.codes == {("on", "step_out_of_order")}
    for month, met_in_month in (("1404-06", 1), ("1404-07", 0)):
        found = tashilgar(data, "indicators", "--month", month).line
        assert (found["I-08"]["value"], found["I-07"]["value"]) == (met_in_month, 1 - met_in_month)
