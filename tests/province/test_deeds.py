"""What the province writes into its offices: by the rules of the domain, and only what its roles may write."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desktop.domain.problems import RefusedError
from desktop.sync.wire import Verdict
from province.deeds import put, step
from province.ingest import take
from province.setup import Province
from province.store import segments
from province.store.accounts import Account
from province.store.published import PUBLISHED
from tests.province.made import AT, OFFICE, Laptop

OFFICER = Account("u1", "officer", "کارشناس استان", "province_officer")
DIRECTIVE = {"title": "شیوه‌نامهٔ کارگاه‌ها", "kind": "directive"}


def written(province: Province, kind: str, given: dict[str, Any], by: Account = OFFICER) -> str:
    with province.database.writing() as connection:
        return put(connection, province, OFFICE, (kind, given), by, AT)


def moved(province: Province, *asked: Any, by: Account = OFFICER) -> Any:
    with province.database.writing() as connection:
        return step(connection, province, OFFICE, asked, by, AT)


def codes(error: pytest.ExceptionInfo[RefusedError]) -> set[tuple[str, str]]:
    return {(problem.field, problem.code) for problem in error.value.problems}


def rows(province: Province, kind: str) -> list[Any]:
    with province.database.reading() as connection:
        return list(connection.execute(select(PUBLISHED[kind])).mappings())


def test_a_directive_is_written_changed_and_lies_in_the_stream_of_the_office(
    province: Province, laptop: Laptop
) -> None:
    made = written(province, "directive", DIRECTIVE)
    assert written(province, "directive", {"id": made, "title": "شیوه‌نامهٔ تازه"}) == made
    (row,) = rows(province, "directive")
    assert row["title"] == "شیوه‌نامهٔ تازه"
    with province.database.reading() as connection:
        assert segments.vector_of(connection, OFFICE.id) == {"province-1": 2}


def test_faults_are_told_by_field_and_nothing_is_written(province: Province, laptop: Laptop) -> None:
    cases: list[tuple[str, dict[str, Any], Account, tuple[str, str]]] = [
        ("directive", {"kind": "directive"}, OFFICER, ("title", "required")),
        ("directive", {**DIRECTIVE, "id": "nowhere"}, OFFICER, ("id", "unknown_record")),
        ("directive", {**DIRECTIVE, "colour": "blue"}, OFFICER, ("colour", "unknown_field")),
        ("person", {}, OFFICER, ("", "not_allowed")),
        ("household", {}, OFFICER, ("kind", "unknown_code")),
        ("directive", DIRECTIVE, Account("u2", "auditor", "", "auditor"), ("", "not_allowed")),
    ]
    for kind, given, by, code in cases:
        with pytest.raises(RefusedError) as told:
            written(province, kind, given, by)
        assert codes(told) == {code}
    with province.database.reading() as connection:
        assert segments.vector_of(connection, OFFICE.id) == {}


def test_nothing_is_written_to_an_office_that_has_not_joined(province: Province) -> None:
    with pytest.raises(RefusedError) as told:
        written(province, "directive", DIRECTIVE)
    assert codes(told) == {("office", "office_not_joined")}


def test_an_office_s_contract_is_accepted_by_the_step_of_its_life(province: Province, laptop: Laptop) -> None:
    made = laptop.operation(
        "c1", kind="office_contract", contract_no="12", handover_status="delivered", start_date="2025-03-21",
        end_date="2026-03-20",
    )  # fmt: skip
    assert take(province, OFFICE.id, laptop.seal(made), AT) == Verdict("new")
    with pytest.raises(RefusedError) as told:
        moved(province, "office_contract", "c1", "accepted", {}, by=Account("u2", "auditor", "", "auditor"))
    assert codes(told) == {("state", "step_of_others")}
    with pytest.raises(RefusedError) as told:
        moved(province, "office_contract", "c1", "running", {})
    assert codes(told) == {("state", "no_such_step")}
    moved(province, "office_contract", "c1", "accepted", {})
    (row,) = rows(province, "office_contract")
    assert row["handover_status"] == "accepted"
