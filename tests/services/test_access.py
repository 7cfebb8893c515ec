"""The access matrix of domain §3.7, walked: every role, every kind, every class of field, by each way to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.access import ROLES, access_of
from desktop.domain.fields import Access
from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Kind
from desktop.services.access import may_read, require_reader
from desktop.services.finding import found
from desktop.services.record_views import record_view
from desktop.services.records import add_record, change_record, delete_record
from desktop.services.spreadsheets.exporting import columns_for
from desktop.services.views import listed, read_record, view
from desktop.services.worklist import worklist
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.search import Spelling
from desktop.ui.list_source import KindSource, ListQuery
from tests.factories import add_need, agency, neighborhood
from tests.one_of_each import NAME, NUMBER, OPEN_RIAL, RIAL, office_of_each

OFFICE = {"facilitator", "social_worker", "office_manager"}
PROVINCE = {"province_officer", "province_director"}
READS_MONEY = {"office_manager", "county_supervisor", *PROVINCE, "auditor"}
NOT_FOR_ADMINS = {
    "household", "person", "person_identifier", "person_sensitive", "need", "harm_observation", "inspection",
    "monthly_report", "credit", "expense", "donation", "project", "ngo_plan", "workshop", "event", "visit", "letter",
}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    made = office_of_each(Path(tmp_path_factory.mktemp("access")) / "office")
    yield made
    made.close()


@pytest.fixture
def as_role(office: OfficeFile, request: pytest.FixtureRequest) -> Iterator[str]:
    mine = office.actor
    office.actor = replace(mine, role=request.param, user_id="another")
    yield request.param
    office.actor = mine


@pytest.mark.parametrize("as_role", ROLES, indirect=True)
def test_no_way_to_read_tells_a_role_more_than_the_matrix_does(office: OfficeFile, as_role: str) -> None:
    readable = [kind for kind in KINDS.values() if may_read(as_role, kind)]
    with office.read() as rows:
        for kind in readable:
            for way, told in _told(rows, office, kind):
                _judge(as_role, f"{kind.name} by {way}", told)
        hits = found(rows, NAME, 50, Spelling())
        kinds = {hit.kind for hit in hits}
        assert kinds <= {kind.name for kind in readable}
        assert (NAME in " ".join(f"{hit.title} {hit.detail}" for hit in hits)) is (as_role in OFFICE)
        assert ("need" in kinds) is (as_role in OFFICE)
    if as_role == "system_admin":
        assert not NOT_FOR_ADMINS & {kind.name for kind in readable}
    assert ("harm_observation" in {kind.name for kind in readable}) is (as_role in OFFICE)
    for kind in KINDS.values():
        if kind not in readable:
            with pytest.raises(RefusedError, match="not_allowed"):
                require_reader(as_role, kind)


def _told(rows: Rows, office: OfficeFile, kind: Kind) -> Iterator[tuple[str, str]]:
    """Each way to read a kind, with all that it tells."""

    def text(told: object) -> str:
        return json.dumps(told, ensure_ascii=False, default=str)

    shown = [] if kind.name == "person_sensitive" else listed(rows, office.actor, kind, {})
    yield "list", text([view(kind, row, rows.role) for row in shown])
    for row in rows.find(kind.name)[:2]:
        got = read_record(rows, office.actor, kind, row["id"])
        yield "get", text(view(kind, got, rows.role) if got else {})
        seen = record_view(rows, kind.name, row["id"], {}) if kind.name not in _PEOPLE else None
        yield "the window's pane", text([dict(seen.row), *seen.titles.values()] if seen else {})
    source = KindSource(kind.name, Spelling())
    if kind.name not in _PEOPLE:
        yield "the window's list", text(list(source.page(rows, source.find(rows, ListQuery()))))


_PEOPLE = frozenset({"person", "household", "person_identifier", "person_sensitive"})  # shown by views of their own


def _judge(role: str, way: str, told: str) -> None:
    assert (str(RIAL) not in told) or role in READS_MONEY, way
    assert (NUMBER not in told) or role in OFFICE - {"facilitator"}, way
    assert (NUMBER[-4:] not in told) or role in OFFICE, way
    assert (NAME not in told) or role in OFFICE, way


def test_amounts_are_told_to_the_manager_and_prices_to_everybody(office: OfficeFile) -> None:
    """What must be seen is seen: the walk above would also pass over an empty office."""
    with office.read() as rows:
        for kind in ("credit", "expense", "project", "event", "donation", "ngo_plan", "agency_response", "workshop"):
            for row in listed(rows, office.actor, KINDS[kind], {}):
                assert str(RIAL) in json.dumps(view(KINDS[kind], row, rows.role), default=str), kind
        stall = listed(rows, office.actor, KINDS["market_stall"], {})[0]
        assert view(KINDS["market_stall"], stall, "facilitator")["sales_rial"] == OPEN_RIAL
        staff = listed(rows, office.actor, KINDS["staff_member"], {})[0]
        assert view(KINDS["staff_member"], staff, "facilitator")["national_id"] == f"******{NUMBER[-4:]}"
        assert "national_id" not in view(KINDS["staff_member"], staff, "county_supervisor")


@pytest.mark.parametrize("as_role", ["facilitator"], indirect=True)
def test_an_amount_is_neither_asked_for_nor_written_nor_exported_by_a_facilitator(
    office: OfficeFile, as_role: str
) -> None:
    with office.read() as rows:
        project = rows.find("project")[0]["id"]
        with pytest.raises(RefusedError, match="not_allowed"):
            listed(rows, office.actor, KINDS["project"], {"cost_rial": f"{RIAL} ریال"})
    with office.write() as work:
        with pytest.raises(RefusedError, match="field_of_others"):
            change_record(work, "project", project, {"cost_rial": "۵ میلیون تومان"})
        given = {"title": "روشنایی", "kind": "build", "neighborhood_id": neighborhood(work)}
        with pytest.raises(RefusedError, match="field_of_others"):
            add_record(work, "project", {**given, "cost_rial": "۵ میلیون تومان"})
    for kind in ("project", "event", "donation", "ngo_plan", "facility"):
        assert not {column.field for column in columns_for(KINDS[kind], as_role)} & {
            name for name, access in access_of(KINDS[kind]).items() if access is Access.MONEY
        }


@pytest.mark.parametrize("as_role", ["county_supervisor"], indirect=True)
def test_a_need_is_told_to_the_county_without_whom_it_concerns(office: OfficeFile, as_role: str) -> None:
    office.actor = replace(office.actor, role="office_manager")
    with office.write() as work:
        person = work.find("person")[0]
        need = add_need(work, person, description="پیگیری ثبت‌نام در مدرسه")["id"]
    office.actor = replace(office.actor, role=as_role)
    with office.read() as rows:
        row = read_record(rows, office.actor, KINDS["need"], need)
        assert row is not None
        told = view(KINDS["need"], row, as_role)
        assert {"person_id", "household_id"}.isdisjoint(told)
        assert told["description"] == "پیگیری ثبت‌نام در مدرسه"
        with pytest.raises(RefusedError, match="not_allowed"):
            listed(rows, office.actor, KINDS["need"], {"person_id": person["id"]})


def test_a_planned_visit_is_known_to_the_province_and_to_whoever_planned_it_alone(office: OfficeFile) -> None:
    mine = office.actor
    office.actor = replace(mine, role="county_supervisor", user_id="planner")
    with office.write() as work:
        told = {
            "planned_month": "1404-06",
            "policy_document": "sport",
            "place_type": "park",
            "place_text": "بوستان لاله",
        }
        visit = add_record(work, "inspection", {**told, "inspector_org_id": agency(work, "governorate")})["id"]
    try:
        for role in ROLES:
            for user in ("planner", "somebody"):
                office.actor = replace(mine, role=role, user_id=user)
                knows = role in PROVINCE or (role, user) == ("county_supervisor", "planner")
                with office.read() as rows:
                    seen = may_read(role, KINDS["inspection"]) and visit in [
                        row["id"] for row in listed(rows, office.actor, KINDS["inspection"], {})
                    ]
                    assert seen is knows, (role, user)
                    assert (record_view(rows, "inspection", visit, {}) is not None) is knows
                    todo = [item.record_id for item in worklist(rows, office.actor).items]
                    assert (visit in todo) is knows
                    assert [hit for hit in found(rows, "بوستان لاله", 9, Spelling()) if hit.record_id == visit] == []
                if not knows:
                    with office.write() as work, pytest.raises(RefusedError, match=r"unknown_record|not_allowed"):
                        delete_record(work, "inspection", visit)
    finally:
        office.actor = mine
