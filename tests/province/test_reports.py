"""What the province says to a report goes into the office's own stream, and only as the life of a report allows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.domain.monthly_report import ACCEPTED, RETURNED
from desktop.domain.problems import RefusedError
from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.segment import read_all, verify
from desktop.sync.merge import Operation, merged
from desktop.sync.wire import Verdict
from province.ingest import take
from province.reports import Decision, decide, reports
from province.setup import Province
from province.store import segments
from province.store.accounts import Account
from tests.province.made import AT, OFFICE, Laptop

OFFICER = Account("u1", "officer", "کارشناس استان", "province_officer")
MONTH = "1405-05"


def sent_report(province: Province, laptop: Laptop, version: int = 1) -> None:
    """A report that the office has signed and sent."""
    signed = "2026-09-01 06:30:00.000000"
    told = {"jmonth": MONTH, "version": version, "status": "sent", "signed_at": signed, "snapshot_json": {"pages": []}}
    made = laptop.operation(f"report-{version}", kind="monthly_report", **told)
    with province.database.reading() as connection:
        deps = segments.vector_of(connection, OFFICE.id)
    deps.pop(laptop.device, None)
    assert take(province, OFFICE.id, laptop.seal(made, deps=deps), AT) == Verdict("new")


def decided(province: Province, target: str, by: Account = OFFICER, **given: object) -> Any:
    with province.database.writing() as connection:
        return decide(connection, province, Decision(OFFICE, MONTH, target, given, by), AT)


def codes(error: RefusedError) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in error.problems}


def stream(province: Province, laptop: Laptop) -> list[Operation]:
    """All operations of the office as one of its laptops reads them."""
    with province.database.reading() as connection:
        contents = list(segments.lacking(connection, OFFICE.id, {}, 10**9))
    assert laptop.epoch.office_key is not None
    told = [one for content in contents for one in read_all(content, laptop.epoch.office_key)]
    for content in contents[1::2]:
        assert verify(content, province.keys.sign_key).device == "province-1"
    return [one for one in told if not isinstance(one, Emptied)]


def test_a_returned_report_tells_the_office_why_and_its_next_version_is_accepted(
    province: Province, laptop: Laptop
) -> None:
    sent_report(province, laptop)
    by_section = [{"section": "money", "reason": "اعتبار سفرها نیامده است"}]
    row = decided(province, RETURNED, return_reason="رقم‌ها کامل نیست", return_reasons=by_section, decision_no="۱۲۳")
    assert (row["status"], row["status_on"]) == (RETURNED, date(2026, 9, 6))
    sent_report(province, laptop, version=2)
    assert decided(province, ACCEPTED)["version"] == 2
    with province.database.reading() as connection:
        found = {row["version"]: row["status"] for row in reports(connection, OFFICE)}
        assert found == {1: RETURNED, 2: ACCEPTED}
        assert reports(connection, status="sent") == []
    told = [one for one in stream(province, laptop) if one.record == "report-1"]
    state, shown = merged(told)
    assert state is not None
    assert state.conflicts(shown) == frozenset()
    assert shown["return_reasons"] == by_section
    assert shown["decision_by"] == "کارشناس استان"
    assert shown["decision_at"] == "2026-09-06 06:30:00.000000"


def test_only_what_the_life_of_a_report_allows_is_done(province: Province, laptop: Laptop) -> None:
    with pytest.raises(RefusedError) as told:
        decided(province, ACCEPTED)
    assert codes(told.value) == {("month", "report_not_here")}
    sent_report(province, laptop)
    with pytest.raises(RefusedError) as told:
        decided(province, ACCEPTED, Account("u2", "auditor", "ناظر", "auditor"))
    assert codes(told.value) == {("state", "step_of_others")}
    with pytest.raises(RefusedError) as told:
        decided(province, RETURNED, return_reasons=[{"section": "nowhere", "reason": "x"}])
    assert codes(told.value) == {("return_reason", "required"), ("return_reasons", "row_wrong")}
    decided(province, ACCEPTED)
    with pytest.raises(RefusedError) as told:
        decided(province, RETURNED, return_reason="دیر شد")
    assert codes(told.value) == {("state", "no_such_step")}


def test_two_answers_at_once_follow_each_other_in_one_chain(province: Province, laptop: Laptop) -> None:
    sent_report(province, laptop)
    decided(province, ACCEPTED)
    sent_report(province, laptop, version=2)
    decided(province, RETURNED, return_reason="کامل نیست")
    with province.database.reading() as connection:
        assert segments.vector_of(connection, OFFICE.id) == {"laptop-a": 2, "province-1": 2}
    seqs = [one.dot.seq for one in stream(province, laptop) if one.dot.device == "province-1"]
    assert seqs == [1, 2]
