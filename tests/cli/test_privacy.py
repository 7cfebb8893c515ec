"""Consent, sensitive data, wording and forgetting, as an administrator meets them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from tests.cli.running import Said, json_lines
from tests.cli.running import tashilgar_here as tashilgar
from tests.factories import PASSWORD, USER, add_colleague

NARGES = {"user": "narges", "password": PASSWORD}
SAMIRA = {"user": "samira", "password": PASSWORD}


def _put(office: Path, kind: str, /, who: dict[str, str] | None = None, **record: Any) -> dict[str, Any]:
    return tashilgar(office, "put", kind, stdin=json_lines(record), **(who or {})).line


def _audited(office: Path) -> list[tuple[str, str]]:
    *lines, _chain = tashilgar(office, "audit").lines
    return [(line["entity_id"], line["detail"]) for line in lines if line["action"] == "view_sensitive"]


def _person(office: Path) -> str:
    found = tashilgar(office, "list", "person", **SAMIRA).line
    return str(found["id"])


def test_consent_is_given_listed_and_withdrawn_with_what_stood_on_it(office_dir: Path) -> None:
    person = _person(office_dir)

    def consent(*words: str) -> Said:
        return tashilgar(office_dir, "consent", *words)

    assert consent("give", person, "everything", "--method", "signature").codes == {("scope", "unknown_code")}
    assert consent("give", person, "photo", "--method", "oral_with_witness").codes == {("witness_staff_id", "required")}
    spoken = ("--method", "شفاهی با شاهد", "--witness", "نرگس بامری")
    given = consent("give", person, "sensitive:disability_type", *spoken).line
    assert (given["ok"], given["consent_state"]) == (True, "sensitive")
    kept = _put(office_dir, "person_sensitive", person_id=person, disability_type="بینایی")
    assert kept["ok"], kept
    shown = consent("list", person).line
    assert (shown["label"], shown["live"], shown["method"]) == ("دادهٔ حساس: نوع معلولیت", True, "oral_with_witness")
    assert "نوع معلولیت" in " ".join(consent("text", "sensitive:disability_type").line["text"])
    ended = consent("withdraw", person, "sensitive:disability_type").line
    assert (ended["withdrawn"], ended["consent_state"]) == ([given["id"]], "none")
    assert tashilgar(office_dir, "list", "person_sensitive").out == ""
    assert tashilgar(office_dir, "get", "person_sensitive", kept["id"]).codes == {("id", "unknown_record")}
    assert consent("withdraw", given["id"]).codes == {("scope", "no_live_consent")}
    assert all(line["ok"] for line in tashilgar(office_dir, "check").lines)


def test_who_may_look_leaves_a_line_for_each_person_and_field(office_dir: Path) -> None:
    office = open_office(OfficeFolder(office_dir), USER, PASSWORD)
    add_colleague(office, "narges", "social_worker", "نرگس مرادی")
    office.close()
    person, before = _person(office_dir), _audited(office_dir)
    assert tashilgar(office_dir, "list", "person_identifier", **SAMIRA).line["value"] == "******0201"
    assert _audited(office_dir) == before
    read = tashilgar(office_dir, "list", "person_identifier", "--reason", "ثبت احوال", **NARGES)
    assert read.line["value"] == "9931000201"
    tashilgar(office_dir, "consent", "give", person, "sensitive:disability_type", "--method", "signature", **NARGES)
    assert (
        _put(office_dir, "person_sensitive", SAMIRA, person_id=person, disability_type="visual")["problems"][0]["code"]
        == "not_allowed"
    )
    made = _put(
        office_dir, "person_sensitive", NARGES, person_id=person, disability_type="visual", disability_severity="mild"
    )
    for who, codes in ((SAMIRA, {("", "not_allowed")}), (NARGES, None)):
        said = tashilgar(office_dir, "get", "person_sensitive", made["id"], **who)
        assert said.line["disability_type"] == "visual" if codes is None else said.codes == codes
    assert _audited(office_dir)[len(before) :] == [
        (person, "national_id: ثبت احوال"),
        (person, "disability_type"),
        (person, "disability_severity"),
    ]
    assert tashilgar(office_dir, "search", "visual", **NARGES).out == ""
    assert tashilgar(office_dir, "user", "sensitive", "narges", "no").line["can_see_sensitive"] is False
    assert tashilgar(office_dir, "list", "person_sensitive", **NARGES).out == ""


def test_a_label_in_a_need_is_refused_with_what_to_write_instead(office_dir: Path) -> None:
    need: dict[str, Any] = {"person_id": _person(office_dir), "field": "social", "subject": "مراجعه به خدمات مشاوره"}
    (problem,) = _put(office_dir, "need", **need, description="برادرش معتاد است")["problems"]
    assert (problem["field"], problem["code"]) == ("description", "wording_guided")
    assert "فرد دارای نیاز درمانی" in problem["message"]
    assert "۱۲۳" in problem["message"]
    assert _put(office_dir, "need", **need)["ok"]
    assert "معتاد" not in json.dumps(tashilgar(office_dir, "audit").lines, ensure_ascii=False)


def test_who_asks_to_be_forgotten_is_and_the_months_stay(office_dir: Path) -> None:
    person = _person(office_dir)
    before = tashilgar(office_dir, "indicators", "--month", "1404-06").line
    assert tashilgar(office_dir, "erase", person, "--reason", "خواست", **SAMIRA).codes == {("", "not_allowed")}
    assert tashilgar(office_dir, "erase", person).codes == {("reason", "required")}
    told = tashilgar(office_dir, "erase", person, "--preview").line
    assert (told["preview"], told["erased"]["person_identifier"]) == (True, 1)
    assert tashilgar(office_dir, "get", "person", person).line["first_name"] == "فاطمه"
    done = tashilgar(office_dir, "erase", person, "--reason", "خواست خود او").line
    assert (done["ok"], done["kept_as_counts"], done["household_erased"]) == (True, {"need": 1}, True)
    left = tashilgar(office_dir, "get", "person", person).line
    assert (left["status"], left["first_name"], left["sex"], left["national_id"]) == ("erased", "ساکن", "female", None)
    assert tashilgar(office_dir, "search", "رنجبری").out == tashilgar(office_dir, "search", "9931000201").out == ""
    assert tashilgar(office_dir, "indicators", "--month", "1404-06").line == before
    assert all(line["ok"] for line in tashilgar(office_dir, "check").lines)
