"""Letters without a window: numbered when they are put, printed by themselves, by a referral or by an agency."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.domain.clock import now, today_in_iran
from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.persian.digits import to_persian
from tests.cli.running import json_lines
from tests.cli.running import tashilgar_here as tashilgar
from tests.reports.pdf_reading import page_texts


def _put(data: Path, kind: str, **values: Any) -> str:
    return str(tashilgar(data, "put", kind, stdin=json_lines(values)).line["id"])


def test_letters_that_are_put_get_the_next_numbers_of_the_year(office_dir: Path) -> None:
    agency = tashilgar(office_dir, "list", "organization", "--where", "agency_code=power").line["id"]
    letter = {"to_org_id": agency, "subject": "هماهنگی", "body": "خواهشمند است اقدام شود."}
    lines = [letter, {**letter, "number": "۱"}, {**letter, "kind": "سپاس"}, {**letter, "direction": "in"}]
    answers = tashilgar(office_dir, "put", "letter", stdin=json_lines(*lines)).lines
    assert [one["ok"] for one in answers] == [True, False, True, True]
    assert answers[1]["problems"][0]["code"] == "read_only"
    numbers = [tashilgar(office_dir, "get", "letter", one["id"]).line["number"] for one in answers if one["ok"]]
    year = to_persian(str(from_gregorian(today_in_iran(now())).year))
    assert numbers == [f"کر-۰۳/{year}/ع/۰۰۰۱", f"کر-۰۳/{year}/س/۰۰۰۲", f"کر-۰۳/{year}/و/۰۰۰۳"]


def test_a_reminder_is_printed_for_a_referral_and_counted_once(office_dir: Path, tmp_path: Path) -> None:
    agency = tashilgar(office_dir, "list", "organization", "--where", "agency_code=education").line["id"]
    need = tashilgar(office_dir, "list", "need").line["id"]
    referral = _put(office_dir, "referral", need_id=need, agency_id=agency)
    for name, record in (("referral_letter", need), ("reminder", referral), ("reminder", agency)):
        file = tmp_path / f"{name}.pdf"
        assert tashilgar(office_dir, "print", name, "--id", record, "--out", str(file)).code == 0
    text = "\n".join(page_texts(file.read_bytes()))
    assert "پیرو نامه شماره" in text
    assert "رنجبری" not in text
    assert tashilgar(office_dir, "get", "referral", referral).line["reminder_count"] == 1
    kinds = [one["kind"] for one in tashilgar(office_dir, "list", "letter").lines]
    assert sorted(kinds) == ["referral", "reminder"]
    assert tashilgar(office_dir, "print", "letter", "--id", need, "--out", str(file)).codes == {
        ("id", "unknown_record")
    }
