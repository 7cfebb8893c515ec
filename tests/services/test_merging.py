"""Two files of one person become one and are parted again; nothing of either is lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.erasure import erase_person
from desktop.services.merging import merge, merge_choices, merges_of, unmerge
from desktop.services.records import add_record, change_record
from desktop.services.undo import undo
from desktop.services.workshops import enroll
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.search import search
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_household, add_identifier, add_need, add_person, add_workshop, make_office, national_id
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OfficeFile]:
    office = make_office(tmp_path / "office", clock)
    yield office
    office.close()


def _ali(work: UnitOfWork, home: Row | None = None, **changes: Any) -> Row:
    given = {"first_name": "علی", "last_name": "اکبری", "sex": "male", "father_name": None, **changes}
    return add_person(work, home, **given)


def _row(rows: Rows, kind: str, record_id: str) -> Row:
    found = rows.get(kind, record_id)
    assert found is not None
    return found


def _sound(office: OfficeFile) -> list[str]:
    return [f"{result.check}: {result.detail}" for result in check_office(office) if not result.ok]


def test_a_file_that_was_merged_into_another_takes_nothing_more(office: OfficeFile) -> None:
    with office.write() as work:
        keep, gone = _ali(work), _ali(work)
        merge(work, keep["id"], gone["id"], {"reason": "دو بار ثبت شده"})
    acts: tuple[Callable[[UnitOfWork], object], ...] = (
        lambda work: change_record(work, "person", gone["id"], {"mobile": "09000000019"}),
        lambda work: add_need(work, gone),
        lambda work: add_record(work, "consent", {"person_id": gone["id"], "scope": "photo", "method": "signature"}),
    )
    for act in acts:
        with office.write() as work, pytest.raises(RefusedError) as refused:
            act(work)
        assert refused.value.problems[0].code == "file_is_closed"


def test_everything_of_both_files_is_with_the_one_that_stays(office: OfficeFile) -> None:
    with office.write() as work:
        keep, gone = _ali(work), _ali(work)
        workshop = add_workshop(work)
        session = add_record(work, "workshop_session", {"workshop_id": workshop["id"], "no": 1, "date": "1404/06/01"})
        add_record(work, "workshop_enrollment", {"workshop_id": workshop["id"], "person_id": gone["id"]})
        need = add_need(work, gone)
        paper = add_identifier(work, gone, national_id(1))
        consent = add_record(work, "consent", {"person_id": gone["id"], "scope": "photo", "method": "signature"})
    with office.write() as work:
        record = merge(work, keep["id"], gone["id"], {"reason": "دو بار ثبت شده"})
    with office.read() as rows:
        assert [row["person_id"] for row in rows.find("workshop_enrollment")] == [keep["id"]]
        assert _row(rows, "need", need["id"])["person_id"] == keep["id"]
        assert _row(rows, "person_identifier", paper["id"])["person_id"] == keep["id"]
        assert _row(rows, "consent", consent["id"])["person_id"] == keep["id"]
        closed, stays = _row(rows, "person", gone["id"]), _row(rows, "person", keep["id"])
        assert (closed["status"], closed["merged_into_id"], closed["national_id"]) == ("merged", keep["id"], None)
        assert (stays["status"], stays["national_id"]) == ("active", national_id(1))
        home = _row(rows, "household", gone["household_id"])
        assert (home["status"], home["merged_into_id"]) == ("merged", keep["household_id"])
        assert [m["id"] for m in merges_of(rows, keep["id"])] == [record["id"]]
        assert session["workshop_id"] == workshop["id"]
    assert _sound(office) == []


def test_the_number_of_the_file_that_went_finds_the_one_that_stays(office: OfficeFile) -> None:
    with office.write() as work:
        keep, gone = _ali(work), _ali(work, first_name="علی‌رضا")
        merge(work, keep["id"], gone["id"], {})
    with office.connection() as connection:
        assert [hit.record_id for hit in search(connection, gone["resident_no"])] == [keep["id"]]
        assert [hit.record_id for hit in search(connection, "علیرضا") if hit.kind == "person"] == []


def test_a_field_is_taken_from_the_file_that_says_something_unless_chosen_otherwise(office: OfficeFile) -> None:
    with office.write() as work:
        keep = _ali(work, mobile="09000000011", occupation_text=None, birth_date="1362")
        gone = _ali(work, mobile="09000000022", occupation_text="نجار", birth_date="1363/05/03")
        offered = {choice.field: choice.chosen for choice in merge_choices(keep, gone)}
        assert offered == {"mobile": "keep", "occupation_text": "gone", "birth_date": "keep"}
        merge(work, keep["id"], gone["id"], {"choices": {"birth_date": "gone"}})
        now = _row(work, "person", keep["id"])
    assert (now["mobile"], now["occupation_text"]) == ("09000000011", "نجار")
    assert (str(now["birth_date"]), now["birth_precision"]) == ("1984-07-25", "day")


def test_of_the_same_thing_twice_the_stronger_stays_once(office: OfficeFile) -> None:
    with office.write() as work:
        keep, gone = _ali(work), _ali(work)
        workshop = add_workshop(work)
        session = add_record(
            work, "workshop_session", {"workshop_id": workshop["id"], "no": 1, "date": "1404/06/01", "held": True}
        )
        for person, state in ((keep, "absent"), (gone, "present")):
            enroll(work, workshop["id"], [person["id"]])
            add_record(work, "attendance", {"session_id": session["id"], "person_id": person["id"], "state": state})
        record = merge(work, keep["id"], gone["id"], {})
        attended = work.find("attendance")
        assert [(row["person_id"], row["state"]) for row in attended] == [(keep["id"], "present")]
        assert len(work.find("workshop_enrollment")) == 1
        unmerge(work, record["id"])
        parted = {row["person_id"]: row["state"] for row in work.find("attendance")}
        assert parted == {keep["id"]: "absent", gone["id"]: "present"}
        assert len(work.find("workshop_enrollment")) == 2
    assert _sound(office) == []


def test_parting_two_files_again_keeps_what_came_after(office: OfficeFile) -> None:
    with office.write() as work:
        keep, gone = _ali(work), _ali(work, occupation_text="نجار")
        need = add_need(work, gone)
        record = merge(work, keep["id"], gone["id"], {})
    with office.write() as work:
        later = add_need(work, keep, subject="دریافت وام")
        change_record(work, "need", need["id"], {"description": "شرحی که پس از ادغام آمد"})
        change_record(work, "person", keep["id"], {"mobile": "09000000033"})
    with office.write() as work:
        unmerge(work, record["id"])
        assert (_row(work, "need", need["id"])["person_id"], _row(work, "need", later["id"])["person_id"]) == (
            gone["id"],
            keep["id"],
        )
        assert _row(work, "need", need["id"])["description"] == "شرحی که پس از ادغام آمد"
        now = _row(work, "person", keep["id"])
        assert (now["mobile"], now["occupation_text"]) == ("09000000033", None)
        back = _row(work, "person", gone["id"])
        assert (back["status"], back["merged_into_id"], back["occupation_text"]) == ("active", None, "نجار")
        assert _row(work, "household", gone["household_id"])["status"] == "active"
        assert _row(work, "merge_record", record["id"])["undone_on"] == work.today
    assert _sound(office) == []


def test_a_head_who_goes_into_another_household_needs_a_successor(office: OfficeFile) -> None:
    with office.write() as work:
        home = add_household(work)
        gone = _ali(work, home)
        child = _ali(work, home, first_name="حسن", relation_to_head="child", birth_date="1389")
        keep = _ali(work)
    with pytest.raises(RefusedError) as refused, office.write() as work:
        merge(work, keep["id"], gone["id"], {})
    assert [(p.field, p.code) for p in refused.value.problems] == [("successor_id", "no_head")]
    with office.write() as work:
        record = merge(work, keep["id"], gone["id"], {"successor_id": child["id"]})
        assert _row(work, "person", child["id"])["relation_to_head"] == "head"
        unmerge(work, record["id"])
        relations = {m["id"]: m["relation_to_head"] for m in work.find("person", household_id=home["id"])}
    assert relations == {gone["id"]: "head", child["id"]: "child"}
    assert _sound(office) == []


def test_of_two_files_in_one_household_the_one_that_stays_is_head_after_the_other(office: OfficeFile) -> None:
    with office.write() as work:
        home = add_household(work)
        gone = _ali(work, home)
        keep = _ali(work, home, relation_to_head="other_relative")
        merge(work, keep["id"], gone["id"], {})
        assert _row(work, "person", keep["id"])["relation_to_head"] == "head"
        assert _row(work, "household", home["id"])["head_name"] == "علی اکبری"


def test_after_ninety_days_a_merge_stays(office: OfficeFile, clock: FakeClock) -> None:
    with office.write() as work:
        keep, gone = _ali(work), _ali(work)
        record = merge(work, keep["id"], gone["id"], {})
    clock.pass_time(days=91)
    with pytest.raises(RefusedError) as refused, office.write() as work:
        unmerge(work, record["id"])
    assert refused.value.problems[0].code == "merge_too_old"


def test_merges_one_upon_another_are_taken_back_in_their_order(office: OfficeFile) -> None:
    with office.write() as work:
        one, two, three = _ali(work), _ali(work), _ali(work)
        first = merge(work, two["id"], one["id"], {})
        second = merge(work, three["id"], two["id"], {})
    with office.connection() as connection:
        assert [hit.record_id for hit in search(connection, one["resident_no"])] == [three["id"]]
    with pytest.raises(RefusedError) as refused, office.write() as work:
        unmerge(work, first["id"])
    assert refused.value.problems[0].code == "merged_again"
    with office.write() as work:
        unmerge(work, second["id"])
        unmerge(work, first["id"])
        assert {_row(work, "person", each["id"])["status"] for each in (one, two, three)} == {"active"}
    assert _sound(office) == []


@pytest.mark.parametrize("wrong", ["itself", "unknown", "closed", "inactive"])
def test_what_cannot_be_merged_is_refused_and_changes_nothing(office: OfficeFile, wrong: str) -> None:
    with office.write() as work:
        keep, gone, third = _ali(work), _ali(work), _ali(work)
        merge(work, keep["id"], third["id"], {})
        away = _ali(work)
        change_record(work, "person", away["id"], {"status": "moved", "status_date": "1404/06/01"})
    pairs = {
        "itself": (keep["id"], keep["id"]),
        "unknown": (keep["id"], "nobody"),
        "closed": (gone["id"], third["id"]),
        "inactive": (away["id"], gone["id"]),
    }
    with pytest.raises(RefusedError), office.write() as work:
        merge(work, *pairs[wrong], {})
    with office.read() as rows:
        assert len(rows.find("merge_record")) == 1
    assert _sound(office) == []


def test_a_merge_is_undone_like_any_other_deed(office: OfficeFile) -> None:
    with office.write() as work:
        keep, gone = _ali(work), _ali(work)
        add_need(work, gone)
    with office.write() as work:
        merge(work, keep["id"], gone["id"], {})
        tx = work.tx
    with office.write() as work:
        undo(work, tx)
        assert _row(work, "person", gone["id"])["status"] == "active"
        assert work.find("merge_record") == []
    assert _sound(office) == []


_NUMBERS = st.sampled_from([None, "09000000011", "09000000022"])


@settings(max_examples=14, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    mobiles=st.tuples(_NUMBERS, _NUMBERS),
    needs=st.tuples(st.integers(0, 2), st.integers(0, 2)),
    papers=st.tuples(st.booleans(), st.booleans()),
    together=st.booleans(),
    later=st.lists(st.sampled_from(["mobile", "need", "skills", "father_name"]), max_size=3),
    choose=st.sampled_from(["keep", "gone"]),
)
def test_merging_and_parting_leaves_both_as_they_were_but_for_what_came_after(
    office: OfficeFile,
    mobiles: tuple[str | None, str | None],
    needs: tuple[int, int],
    papers: tuple[bool, bool],
    together: bool,
    later: list[str],
    choose: str,
) -> None:
    with office.write() as work:
        home = add_household(work)
        keep = _ali(work, home, mobile=mobiles[0])
        gone = _ali(
            work,
            home if together else None,
            mobile=mobiles[1],
            relation_to_head="sibling" if together else "head",
            occupation_text="نجار",
        )
        for person, count, paper in zip((keep, gone), needs, papers, strict=True):
            for _ in range(count):
                add_need(work, person)
            if paper:
                add_identifier(work, person, "A1234567", "passport")
        before = _all_of(work, keep["id"], gone["id"])
        differing = {choice.field: choose for choice in merge_choices(keep, gone)}
        record = merge(work, keep["id"], gone["id"], {"choices": differing})
        owned = work.find("need", person_id=keep["id"])
        assert len(owned) == sum(needs)
    changed = _live_on(office, keep["id"], later)
    with office.write() as work:
        unmerge(work, record["id"])
        after = _all_of(work, keep["id"], gone["id"])
    for key, row in before.items():
        now = {name: value for name, value in after[key].items() if name not in changed.get(key, ())}
        assert now == {name: value for name, value in row.items() if name not in changed.get(key, ())}
    assert len(after) - len(before) == later.count("need")
    assert _sound(office) == []


_BOOKKEEPING = {"updated_at", "updated_by", "row_version"}


def _all_of(work: UnitOfWork, *ids: str) -> dict[str, dict[str, Any]]:
    """Everything these people have, without who touched it last."""
    found = [_row(work, "person", each) for each in ids]
    found += [_row(work, "household", person["household_id"]) for person in found]
    for kind in ("need", "person_identifier", "consent"):
        found += [row for each in ids for row in work.find(kind, person_id=each)]
    return {row["id"]: {n: v for n, v in row.items() if n not in _BOOKKEEPING} for row in found}


def _live_on(office: OfficeFile, keep_id: str, later: list[str]) -> dict[str, set[str]]:
    """What happens after the merge; returns the fields that rightly differ then."""
    values: dict[str, Any] = {"mobile": "09000000099", "skills": ["جوشکاری"], "father_name": "رضا"}
    changed: set[str] = set()
    with office.write() as work:
        keep = _row(work, "person", keep_id)
        for what in later:
            if what == "need":
                add_need(work, keep, subject="پس از ادغام")
            else:
                change_record(work, "person", keep_id, {what: values[what]})
                changed.add(what)
    return {keep_id: changed}


def test_who_is_erased_after_a_merge_leaves_nothing_in_the_record_of_it(office: OfficeFile) -> None:
    with office.write() as work:
        keep, gone = _ali(work), _ali(work, last_name="اکبری‌نژاد")
        merge(work, keep["id"], gone["id"], {"reason": "دو بار ثبت شده"})
    erase_person(office, keep["id"], "به درخواست خودش")
    with office.connection() as connection:
        texts = [*connection.exec_driver_sql("SELECT fields FROM change_log").scalars()]
        texts += connection.exec_driver_sql("SELECT moved || fields_chosen FROM merge_record").scalars()
    assert not any("اکبری" in text for text in texts)
    assert _sound(office) == []
