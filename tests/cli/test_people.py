"""Scenarios of domain §6.5 about people, told by the words of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.running import Said, json_lines
from tests.cli.running import tashilgar_here as tashilgar


def _put(office: Path, kind: str, **record: Any) -> Said:
    return tashilgar(office, "put", kind, stdin=json_lines(record))


def test_scenario_3_an_afghan_household_is_registered_with_the_papers_it_has(office_dir: Path, place: str) -> None:
    members = [
        {
            "first_name": "نورمحمد", "last_name": "حیدری", "sex": "مرد", "birth_date": "۱۳۵۹",
            "relation_to_head": "سرپرست", "nationality_group": "افغانستانی",
            "identifier_type": "کد یکتای اتباع", "identifier_value": "۱۲۰۰۴۵۶۷۸۹۰۱",
        },
        {
            "first_name": "زرغونه", "last_name": "حیدری", "sex": "زن", "relation_to_head": "همسر",
            "nationality_group": "افغانستانی", "identifier_type": "none",
        },
        {
            "first_name": "احمدضیا", "last_name": "حیدری", "sex": "مرد", "birth_date": 1394,
            "relation_to_head": "فرزند",
            "nationality_group": "افغانستانی", "school_status": "در حال تحصیل",
        },
    ]  # fmt: skip
    made = _put(office_dir, "household", neighborhood_id=place, declared_size=3, members=members).line
    assert made["ok"], made
    head, wife, son = made["persons"]
    papers = tashilgar(office_dir, "list", "person_identifier").lines
    numbers = {(paper["person_id"], paper["type"]): paper["value"] for paper in papers}
    assert numbers[head, "foreigner_unique_code"] == "120045678901"
    assert numbers[wife, "none"] is None
    assert not any(owner == son for owner, _ in numbers)
    assert all(
        not member["national_id"]
        for member in tashilgar(office_dir, "list", "person", "--where", f"household_id={made['id']}").lines
    )
    assert tashilgar(office_dir, "search", "۱۲۰۰۴۵۶۷۸۹۰۱").line["id"] == head


def test_scenario_5_a_sensitive_story_leaves_no_trace(office_dir: Path) -> None:
    person = tashilgar(office_dir, "list", "person").lines[0]["id"]
    told = {"subject": "مشاوره", "field": "health", "scope": "person", "person_id": person}
    refused = _put(office_dir, "need", **told, description="برادرش معتاد است و او را می‌زند")
    assert refused.code == 1
    assert {problem["code"] for problem in refused.line["problems"]} & {"wording", "wording_guided"}
    unheard = _put(office_dir, "person", id=person, brother_story="…").line["problems"]
    assert [(problem["field"], problem["code"]) for problem in unheard] == [("brother_story", "unknown_field")]
    noted = _put(office_dir, "need", **told | {"subject": "مراجعه به خدمات مشاوره"}).line
    assert noted["ok"], noted
    assert "معتاد" not in tashilgar(office_dir, "audit").out
    assert tashilgar(office_dir, "search", "معتاد").out == ""


def test_scenario_19_two_of_one_name_are_shown_merged_with_all_attendance_and_parted(
    office_dir: Path, place: str
) -> None:
    def register(**more: Any) -> str:
        given = {
            "first_name": "علی",
            "last_name": "اکبری",
            "father_name": "حسن",
            "sex": "مرد",
            "birth_date": "1370/02/03",
        }
        return str(_put(office_dir, "person", **given | more, neighborhood_id=place).line["id"])

    one, other = register(), register(last_name="اكبري", mobile="09000000077")
    pair = tashilgar(office_dir, "duplicates", one).line
    assert other in pair.values()
    assert {"name", "father", "birth"} & set(pair["reasons"])
    sessions = _two_sessions(office_dir)
    for session, person, state in zip(sessions, (one, other), ("present", "late"), strict=True):
        assert _put(office_dir, "attendance", session_id=session, person_id=person, state=state).line["ok"]
    merged = tashilgar(office_dir, "merge", one, other).line
    assert _attendance(office_dir, one) == {sessions[0]: "present", sessions[1]: "late"}
    kept = tashilgar(office_dir, "get", "person", one).line
    assert (kept["status"], tashilgar(office_dir, "get", "person", other).line["status"]) == ("active", "merged")
    assert tashilgar(office_dir, "unmerge", merged["merge_id"]).line["restored"] == other
    assert tashilgar(office_dir, "get", "person", other).line["mobile"] == "09000000077"
    assert (_attendance(office_dir, one), _attendance(office_dir, other)) == (
        {sessions[0]: "present"},
        {sessions[1]: "late"},
    )


def _two_sessions(office: Path) -> list[str]:
    plan = {"title": "سوادآموزی", "type": "life_skills", "place": "خانهٔ محله", "capacity": 20, "sessions_planned": 2}
    days = {"planned_start": "1404/06/01", "planned_end": "1404/06/08", "hours_per_session": 2}
    workshop = _put(office, "workshop", **plan, **days).line["id"]
    hours = {"workshop_id": workshop, "start": "۹", "end": "۱۱"}
    return [
        str(_put(office, "workshop_session", **hours, no=no, date=f"1404/06/0{7 * no - 6}").line["id"]) for no in (1, 2)
    ]


def _attendance(office: Path, person: str) -> dict[str, str]:
    lines = tashilgar(office, "list", "attendance", "--where", f"person_id={person}").lines
    return {line["session_id"]: line["state"] for line in lines}


def test_who_says_no_later_is_reduced_to_a_count_by_words(office_dir: Path) -> None:
    person = tashilgar(office_dir, "list", "person").lines[0]
    asked = ("consent", "give", person["id"], "basic_record", "--method")
    assert "reducible" not in tashilgar(office_dir, *asked, "signature").line
    assert tashilgar(office_dir, "consent", "reduce", person["id"]).codes == {("id", "person_not_declined")}
    assert tashilgar(office_dir, *asked, "refused").line["reducible"]
    kept = tashilgar(office_dir, "consent", "reduce", person["id"]).line
    assert kept["resident_no"] == person["resident_no"]
    now = tashilgar(office_dir, "get", "person", person["id"]).line
    assert (now["first_name"], now["last_name"], now["mobile"]) == ("ساکن", "بی‌نام", None)
    assert all(line["ok"] for line in tashilgar(office_dir, "check").lines)
