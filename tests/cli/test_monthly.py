"""The words of the monthly report's life, as an administrator says them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from tests.cli.running import Said, tashilgar_here
from tests.factories import PASSWORD, USER, add_colleague

MONTH = "1405-08"  # a month that has ended, of an office that was founded after it


@pytest.fixture
def data(office_dir: Path) -> Path:
    office = open_office(OfficeFolder(office_dir), USER, PASSWORD)
    add_colleague(office, "leila", "province_officer", "لیلا شفیعی")
    office.close()
    return office_dir


def test_a_report_goes_from_its_draft_to_the_province_and_back_by_words(data: Path) -> None:
    def say(*words: str, user: str = USER, stdin: str = "") -> Said:
        return tashilgar_here(data, "report", *words, "--month", MONTH, user=user, stdin=stdin)

    shown = say("show").line
    assert (shown["status"], shown["blockers"]) == (None, [])
    assert shown["indicators"]["I-06"]["unit"] == "count"
    assert say("text", "خلاصهٔ مدیریتی", user="samira", stdin="ماه آرامی بود.").line["status"] == "draft"
    assert say("note", "I-06", "--text", "نیازی نیامد.").code == 0
    named = say("text", "requests", "--text", "برای فاطمه رنجبری")
    assert (named.code, named.codes) == (1, {("narrative", "resident_named")})
    refused = say("sign", user="samira")
    assert (refused.code, refused.codes) == (1, {("state", "manager_only")})
    assert say("show", "--verify").codes == {("month", "not_signed")}
    signed = say("sign").line
    assert (signed["status"], len(signed["content_hash"])) == ("signed", 64)
    beside = ("print", "month_comparison", "--month", MONTH, "--out", str(data / "beside.pdf"))
    assert tashilgar_here(data, *beside).code == 0
    assert tashilgar_here(data, *beside, "--against", MONTH).codes == {("against", "same_month")}
    proofs = say("show", "--verify")
    assert proofs.code == 0
    assert [line.get("check") for line in proofs.lines] == ["content", "indicators", "log", None]
    assert say("text", "summary", "--text", "دیگر").codes == {("jmonth", "report_exists")}
    assert say("send", "--via", "network").line["status"] == "sent"
    assert say("accept").codes == {("decision_no", "decision_no_needed")}
    back = say("return", "--reason", "هم‌خوان نیست", "--section", "visits=شمار بازدید", user="leila").line
    assert back["status"] == "returned"
    shown = say("show").line
    assert (shown["decision_by"], shown["return_reasons"]) == (
        "لیلا شفیعی",
        [{"section": "visits", "reason": "شمار بازدید"}],
    )
    assert say("make").line["version"] == 2
    assert say("show", "--version", "1").line["content_hash"] == signed["content_hash"]
    listed = tashilgar_here(data, "report", "list").lines
    assert [(line["version"], line["status"]) for line in listed] == [(1, "returned"), (2, "draft")]


def test_a_month_without_a_report_is_neither_sent_nor_proved(data: Path) -> None:
    assert tashilgar_here(data, "report", "send", "--month", MONTH).codes == {("month", "no_such_report")}
    assert tashilgar_here(data, "report", "show", "--month", "۱۴۰۵/۱۳").code == 1
    assert tashilgar_here(data, "report", "sign").code == 2
