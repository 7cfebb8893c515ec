"""`put`: the rules of the forms hold for JSON lines too, and every answer is durable."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from desktop.store.check import check_office
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from tests.cli.running import PROGRAM, ROOT, environment, json_lines, tashilgar, tashilgar_here
from tests.factories import PASSWORD, USER


def _household(place: str, *members: dict[str, Any]) -> dict[str, Any]:
    return {"neighborhood_id": place, "declared_size": max(1, len(members)), "members": list(members)}


def _woman(**changes: Any) -> dict[str, Any]:
    return {"first_name": "زهره", "last_name": "سیرجانی", "sex": "زن", "relation_to_head": "سرپرست", **changes}


def _child(name: str, sex: str, birth_date: str, **changes: Any) -> dict[str, Any]:
    born = {"first_name": name, "last_name": "سیرجانی", "sex": sex, "birth_date": birth_date}
    return {**born, "relation_to_head": "فرزند", **changes}


def test_scenario_1_a_household_with_a_woman_head(office_dir: Path, place: str) -> None:
    head = _woman(
        father_name="غلامرضا", birth_date="۱۳۶۲", national_id="۹۹۳۱۰۰۰۲۳۶", mobile="+98 900 000 0011",
        marital_status="بی‌همسر بر اثر فوت", activity_status="خانه‌دار", insurance_type="بدون بیمه",
        consent_method="امضا",
    )  # fmt: skip
    son = _child("مهدی", "مرد", "1389", school_status="بازمانده از تحصیل")
    girl = _child("ستایش", "زن", "1393/02/30")
    home = {
        **_household(place, head, son, girl),
        "housing_tenure": "اجاری",
        "rooms": "۲",
        "registered_on": "1404/06/15",
    }
    answer = tashilgar_here(office_dir, "put", "household", stdin=json_lines(home)).line
    assert answer["ok"], answer
    assert len(answer["persons"]) == 3
    woman = tashilgar_here(office_dir, "get", "person", answer["persons"][0]).line
    assert woman["mobile"] == "09000000011"
    assert woman["is_women_head"] is True
    assert woman["consent_state"] == "basic"
    assert woman["national_id"] == "9931000236"
    home_as_kept = tashilgar_here(office_dir, "get", "household", answer["id"]).line
    assert (home_as_kept["head_name"], home_as_kept["registered_on"]) == ("زهره سیرجانی", "2025-09-06")


def test_scenario_2_wrong_numbers_are_told_apart(office_dir: Path, place: str) -> None:
    numbers = ("9931000210", "1111111111", "993100021", "9931000201")
    given = [_household(place, _woman(national_id=number)) for number in numbers]
    said = tashilgar_here(office_dir, "put", "household", stdin=json_lines(*given))
    assert said.code == 1
    *wrong, known = said.lines
    problems = [[(p["field"], p["code"]) for p in line["problems"]] for line in wrong]
    field = "members.0.national_id"
    assert problems == [
        [(field, "national_id_check")],
        [(field, "national_id_equal")],
        [(field, "national_id_check")],
    ]
    assert known["ok"]  # somebody else's number: a sign of a double, never a refusal
    assert len(tashilgar_here(office_dir, "list", "household").lines) == 2


def test_scenario_2_the_double_is_shown_with_its_reasons(office_dir: Path, place: str) -> None:
    home = tashilgar_here(office_dir, "put", "household", stdin=json_lines(_household(place))).line
    double = {
        "household_id": home["id"], "first_name": "فاطمه", "last_name": "رنجبري", "father_name": "غلامرضا",
        "sex": "female", "birth_date": "1362", "relation_to_head": "head",
    }  # fmt: skip
    answer = tashilgar_here(office_dir, "put", "person", stdin=json_lines(double)).line
    pair = tashilgar_here(office_dir, "duplicates", answer["id"]).line
    assert {"name", "father"} <= set(pair["reasons"])
    assert pair["other_title"] == "فاطمه رنجبری"


def test_scenario_4_a_person_without_papers(office_dir: Path, place: str) -> None:
    girl = _woman(
        first_name="بی‌بی‌گل",
        last_name="ناروئی",
        age_estimated="۱۷",
        identifier_type="کارت واکسن",
        identifier_value="12-7",
    )
    answer = tashilgar_here(office_dir, "put", "household", stdin=json_lines(_household(place, girl))).line
    person = tashilgar_here(office_dir, "get", "person", answer["persons"][0]).line
    assert person["national_id"] is None
    assert (person["age_estimated"], person["birth_date"]) == (17, None)
    assert person["age_reference_date"] is not None
    need = {
        "person_id": person["id"], "field": "هویت و مدارک", "subject": "دریافت شناسنامه", "urgency": "فوریت دوم",
        "noted_on": "1404/06/15",
    }  # fmt: skip
    noted = tashilgar_here(office_dir, "put", "need", stdin=json_lines(need)).line
    kept = tashilgar_here(office_dir, "get", "need", noted["id"]).line
    owner = tashilgar_here(office_dir, "get", "staff_member", kept["owner_staff_id"]).line
    assert owner["position"] == "social_worker"
    assert (kept["noted_on"], kept["due_on"]) == ("2025-09-06", "2025-10-06")


def test_lines_that_are_no_records_are_refused_and_the_rest_go_on(office_dir: Path, place: str) -> None:
    good = json.dumps({"neighborhood_id": place, "declared_size": "۴"})
    given = f"\ufeff{good}\n\nnot json\n[1]\n".encode() + b"\xff\xfe\n" + b'{"a":' * 3000 + b"\n" + good.encode()
    said = tashilgar(office_dir, "put", "household", stdin=given)
    assert said.code == 1
    assert [(line["line"], line["ok"]) for line in said.lines] == [
        (1, True),
        (3, False),
        (4, False),
        (5, False),
        (6, False),
        (7, True),
    ]
    assert {p["code"] for line in said.lines if not line["ok"] for p in line["problems"]} == {"bad_json"}


def test_a_line_with_an_id_changes_just_the_given_fields(office_dir: Path) -> None:
    person = tashilgar_here(office_dir, "list", "person").line
    change = {"id": person["id"], "mobile": "۰۹۰۰ ۰۰۰ ۰۰۲۲", "national_id": "9931000309"}
    assert tashilgar_here(office_dir, "put", "person", stdin=json_lines(change)).line["ok"]
    fresh = tashilgar_here(office_dir, "get", "person", person["id"]).line
    assert (fresh["mobile"], fresh["national_id"], fresh["first_name"]) == ("09000000022", "9931000309", "فاطمه")
    assert len(tashilgar_here(office_dir, "list", "person_identifier").lines) == 1
    wrong = [
        {"id": person["id"], "resident_no": "1"},
        {"id": person["id"], "sex": ""},
        {"id": "x", "mobile": None},
        {"id": 5},
    ]
    said = tashilgar_here(office_dir, "put", "person", stdin=json_lines(*wrong))
    codes = [[(p["field"], p["code"]) for p in line["problems"]] for line in said.lines]
    assert codes == [
        [("resident_no", "read_only")],
        [("sex", "required")],
        [("id", "unknown_record")],
        [("id", "unknown_record")],
    ]


def test_a_national_id_given_as_null_is_taken_back(office_dir: Path) -> None:
    person = tashilgar_here(office_dir, "list", "person").line
    change = {"id": person["id"], "national_id": None}
    assert tashilgar_here(office_dir, "put", "person", stdin=json_lines(change)).line["ok"]
    assert tashilgar_here(office_dir, "get", "person", person["id"]).line["national_id"] is None
    assert tashilgar_here(office_dir, "list", "person_identifier").lines == []
    assert tashilgar_here(office_dir, "search", person["national_id"]).lines == []


def test_a_year_of_birth_may_be_a_number(office_dir: Path, place: str) -> None:
    said = tashilgar_here(office_dir, "put", "household", stdin=json_lines(_household(place, _woman(birth_date=1362))))
    kept = tashilgar_here(office_dir, "get", "person", said.line["persons"][0]).line
    assert (kept["birth_date"], kept["birth_precision"]) == ("1983-03-21", "year")


def test_accounts_and_second_offices_do_not_come_by_put(office_dir: Path) -> None:
    for kind in ("user_account", "office", "need_event"):
        assert tashilgar_here(office_dir, "put", kind, stdin="{}").line["problems"][0]["code"] == "not_allowed"


def test_what_was_acknowledged_survives_kill_9_and_nothing_else_does(office_dir: Path, place: str) -> None:
    chance, acknowledged = random.Random(7), set()  # noqa: S311  the moment of a kill is no secret
    sent = json_lines(*(_household(place, _woman(first_name="ژاله")) for _ in range(4000)))
    for _ in range(6):
        acknowledged |= _killed_put(office_dir, sent, after=chance.uniform(0.05, 0.6))
    assert acknowledged
    office = open_office(OfficeFolder(office_dir), USER, PASSWORD)
    try:
        with office.read() as rows:
            homes = {row["id"] for row in rows.find("household")}
            people = rows.find("person", first_name="ژاله")
        assert acknowledged <= homes
        assert len(people) == len(homes) - 1, "a household without its member: a commit was seen half"
        assert all(result.ok for result in check_office(office))
    finally:
        office.close()


def _killed_put(data: Path, sent: str, after: float) -> set[str]:
    """Ids that `put` acknowledged before it was killed, a while after its first answer."""
    running = subprocess.Popen(
        [*PROGRAM, "put", "household"],
        cwd=ROOT,
        env=environment(data, USER, PASSWORD),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert running.stdin is not None
    assert running.stdout is not None
    os.set_blocking(running.stdin.fileno(), False)
    os.write(running.stdin.fileno(), sent.encode()[:60_000])
    first = running.stdout.readline()
    time.sleep(after)
    running.send_signal(signal.SIGKILL)
    answers = [first, *running.stdout.read().splitlines()]
    running.wait()
    running.stdin.close()
    running.stdout.close()
    whole = [json.loads(line) for line in answers if line.rstrip().endswith(b"}")]
    return {answer["id"] for answer in whole if answer["ok"]}
