"""What laptops disagree about, on two real laptops: who wrote what, and how it is settled for all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.services.conflicts import Dispute, disputes, open_points
from desktop.services.records import add_record, delete_record
from desktop.services.registration import register_household
from desktop.services.report_life import make_report
from desktop.services.settling import settle, settle_as
from desktop.services.span_checks import SPAN
from desktop.services.sync_status import sync_light, sync_status
from desktop.services.undo import undo
from desktop.services.worklist import worklist
from desktop.services.worklist_page import tasks
from desktop.services.workshop_views import add_session
from desktop.services.workshops import enroll
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import Actor, UnitOfWork
from desktop.sync.laptop import version_vector
from desktop.sync.opening import write_lines
from desktop.sync.sealing import seal
from desktop.sync.taking import take
from tests.cli.running import tashilgar_here
from tests.factories import add_workshop
from tests.sync.laptops import Clock, differences, first_laptop, introduce, meet, next_laptop, segments_for

Laptops = tuple[OfficeFile, OfficeFile]


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[Laptops]:
    """Two laptops that both know one household and one meeting."""
    clock = Clock()
    first = first_laptop(tmp_path / "a", clock)
    second = next_laptop(first, tmp_path / "b", clock, 1)
    introduce(first, second)
    with first.write() as work:
        place = work.find("neighborhood")[0]["id"]
        head = {
            "first_name": "مریم", "last_name": "احمدی", "father_name": "حسین", "relation_to_head": "head",
            "sex": "female", "birth_date": "1360", "mobile": "09151110000",
        }  # fmt: skip
        register_household(work, {"neighborhood_id": place, "declared_size": 1, "registered_on": "1404/06/12"}, [head])
        add_record(work, "local_group", {"name": "صندوق خرد زنان", "neighborhood_id": place, "kind": "other"})
    meet(first, second)
    yield first, second
    first.close()
    second.close()


def _person(work: UnitOfWork) -> str:
    return str(work.find("person")[0]["id"])


def _change(office: OfficeFile, **values: object) -> None:
    with office.write() as work:
        work.change("person", _person(work), values)


def _disputes(office: OfficeFile) -> list[Dispute]:
    with office.read() as rows:
        found = disputes(rows, open_points(rows, office.actor))
    return [one for one in found if one is not None]


def _sound(*laptops: OfficeFile) -> None:
    assert differences(laptops[0], laptops[1]) == {}
    for office in laptops:
        assert [result.check for result in check_office(office) if not result.ok] == []


def _disputed(laptops: Laptops) -> Dispute:
    first, second = laptops
    _change(first, mobile="09151110001", occupation_text="خیاط")
    _change(second, mobile="09151110002")
    meet(first, second)
    return _disputes(first)[0]


def test_a_dispute_tells_both_values_who_wrote_them_where_and_what_else_changed_then(laptops: Laptops) -> None:
    dispute = _disputed(laptops)
    assert (dispute.title, dispute.point.kind, dispute.point.field) == ("مریم احمدی", "person", "mobile")
    theirs, mine = dispute.versions
    assert (mine.values, theirs.values) == ({"mobile": "09151110001"}, {"mobile": "09151110002"})
    assert (mine.own, theirs.own, theirs.shown) == (True, False, True)
    assert mine.by == "حمید یزدان‌پناه"
    assert mine.at is not None
    assert theirs.at is not None
    assert mine.at < theirs.at
    assert [(one.what, one.fields) for one in mine.beside] == [("change", ("occupation_text",))]
    assert theirs.beside == ()


def test_what_was_only_told_again_did_not_change_with_it(laptops: Laptops) -> None:
    first, second = laptops
    _change(first, last_name="کریمی")
    again = json.dumps({"last_name": ["احمدی", "احمدی"], "father_name": ["حسین", "حسین"]}, ensure_ascii=False)
    with second.read() as rows:
        person = str(rows.find("person")[0]["id"])
    with second.merge() as connection:
        write_lines(connection, second.identity.device_id, second.clock(), [("change", "person", person, again)])
    meet(first, second)
    for office in laptops:
        (dispute,) = _disputes(office)
        told = next(one for one in dispute.versions if one.values["last_name"] == "احمدی")
        assert (told.by, told.beside) == ("", ()), "the program told the standing values to the province"


@pytest.mark.parametrize("keep", ["mine", "theirs", "0915 111 0003"])
def test_what_is_chosen_stands_on_all_laptops_and_nothing_is_disputed(laptops: Laptops, keep: str) -> None:
    first, second = laptops
    point = _disputed(laptops).point
    with first.write() as work:
        settle_as(work, point.record_id, point.field, keep)
    assert _disputes(first) == []
    meet(first, second)
    wanted = {"mine": "09151110001", "theirs": "09151110002"}.get(keep, "09151110003")
    for office in laptops:
        assert _disputes(office) == []
        with office.read() as rows:
            assert rows.find("person")[0]["mobile"] == wanted
        with office.connection() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM record_conflict").scalar_one() == 0
    _sound(first, second)


@pytest.mark.parametrize("keep", ["mine", "theirs"])
def test_taking_a_settlement_back_lets_the_values_compete_again(laptops: Laptops, keep: str) -> None:
    first, second = laptops
    point = _disputed(laptops).point
    with first.write() as work:
        settle_as(work, point.record_id, point.field, keep)
        tx = work.tx
    with first.write() as work:
        undo(work, tx)
    for office in laptops:
        dispute = _disputes(office)[0]
        assert [one.told for one in dispute.versions] == ["09151110002", "09151110001"]
        meet(first, second)
    _sound(first, second)


def test_an_edit_in_the_form_settles_what_was_in_sight(laptops: Laptops) -> None:
    first, second = laptops
    _disputed(laptops)
    _change(first, mobile="09151110009")
    assert _disputes(first) == []
    meet(first, second)
    assert _disputes(second) == []
    _sound(first, second)


def test_a_value_that_breaks_a_rule_is_refused_and_the_dispute_stays(laptops: Laptops) -> None:
    point = _disputed(laptops).point
    with pytest.raises(RefusedError) as refused, laptops[0].write() as work:
        settle_as(work, point.record_id, point.field, "12")
    assert refused.value.problems[0].field == "mobile"
    assert len(_disputes(laptops[0])) == 1


def test_whoever_reads_only_the_end_of_a_number_is_not_shown_two_whole_ones(laptops: Laptops) -> None:
    first, second = laptops
    with first.write() as work:
        paper = {"person_id": _person(work), "type": "national_id", "value": "0012345679"}
        paper_id = add_record(work, "person_identifier", paper)["id"]
    meet(first, second)
    for office, number in ((first, "0453289971"), (second, "1234567891")):
        with office.write() as work:
            work.change("person_identifier", paper_id, {"value": number})
    meet(first, second)
    assert "value" in [one.point.field for one in _disputes(first)]
    first.actor = replace(first.actor, role="facilitator")
    assert "value" not in [one.point.field for one in _disputes(first)]


def test_only_who_may_write_a_kind_settles_it_and_nobody_twice(laptops: Laptops) -> None:
    first, _ = laptops
    point, manager = _disputed(laptops).point, first.actor
    first.actor = Actor(manager.user_id, manager.staff_id, "x", "system_admin")
    assert _disputes(first) == []
    first.actor = manager
    with first.write() as work:
        settle_as(work, point.record_id, point.field, "mine")
    with pytest.raises(RefusedError) as refused, first.write() as work:
        settle_as(work, point.record_id, point.field, "mine")
    assert refused.value.problems[0].code == "no_such_conflict"


@pytest.mark.parametrize("gone", [True, False])
def test_deleted_here_and_changed_there_is_settled_either_way(laptops: Laptops, gone: bool) -> None:
    first, second = laptops
    with first.write() as work:
        group = str(work.find("local_group")[0]["id"])
        delete_record(work, "local_group", group)
    with second.write() as work:
        work.change("local_group", group, {"name": "صندوق بانوان"})
    meet(first, second)
    dispute = _disputes(first)[0]
    assert [(one.told, one.own, one.shown) for one in dispute.versions] == [(False, False, True), (True, True, False)]
    with first.write() as work:
        settle(work, group, "deleted_at", {"deleted_at": gone})
        tx = work.tx
    assert _disputes(first) == []
    with first.write() as work:
        undo(work, tx)
    meet(first, second)
    assert len(_disputes(first)) == len(_disputes(second)) == 1
    _sound(first, second)
    with second.write() as work:
        settle(work, group, "deleted_at", {"deleted_at": gone})
    meet(first, second)
    for office in laptops:
        assert _disputes(office) == []
        with office.read() as rows:
            assert (rows.get("local_group", group) is None) is gone
    _sound(first, second)


def test_a_clock_that_was_found_wrong_is_told_and_taken_off(laptops: Laptops) -> None:
    first, _ = laptops
    before = _disputed(laptops).versions[0]
    with first.merge() as connection:
        row = (before.dot.device, before.dot.seq, before.dot.seq, 3 * 86_400_000)
        connection.exec_driver_sql("INSERT INTO clock_offset VALUES (?, ?, ?, ?)", row)
    after = next(one for one in _disputes(first)[0].versions if one.dot == before.dot)
    assert after.clock_ms == 3 * 86_400_000
    assert after.at is not None
    assert before.at is not None
    assert (before.at - after.at).days == 3


def test_the_command_line_lists_and_settles(laptops: Laptops) -> None:
    first, _ = laptops
    point, folder = _disputed(laptops).point, first.folder.path
    first.close()
    said = tashilgar_here(folder, "conflicts", user="hamid", password="گذرواژه-بلند").line
    assert (said["id"], said["label"]) == (point.id, "همراه")
    assert [(one["value"], one["mine"], one["shown"]) for one in said["values"]] == [
        ("09151110002", False, True), ("09151110001", True, False),
    ]  # fmt: skip
    words = ("conflicts", "resolve", point.id, "--keep", "mine")
    assert tashilgar_here(folder, *words, user="hamid", password="گذرواژه-بلند").line == {"ok": True, "id": point.id}
    assert tashilgar_here(folder, *words, user="hamid", password="گذرواژه-بلند").codes == {("id", "no_such_conflict")}
    assert tashilgar_here(folder, "conflicts", user="hamid", password="گذرواژه-بلند").out == ""


def test_what_waits_is_told_for_each_laptop_until_it_has_signed_for_it(laptops: Laptops) -> None:
    first, second = laptops
    with first.read() as rows:
        before = sync_status(rows, first.actor)
    assert (before.light.light, before.came) == ("waits", None)
    assert before.peers[0].waits == before.light.waits > 0
    with second.connection() as connection:
        vector = version_vector(connection)
    with first.merge() as connection:
        told = (second.identity.device_id, json.dumps(vector), first.clock().isoformat())
        connection.exec_driver_sql(
            "INSERT INTO sync_peer (id, incarnation, acknowledged, contact_at, contact_by) "
            "VALUES (?1, ?1, ?2, ?3, 'network')",
            told,
        )
    with first.read() as rows:
        assert sync_light(rows, first.actor).light == "ok"
    _change(first, mobile="09151110001")
    _change(second, mobile="09151110002")
    meet(first, second)
    with first.read() as rows:
        after = sync_status(rows, first.actor)
    assert (after.light.light, after.light.conflicts, after.peers[0].contact_by) == ("trouble", 1, "network")
    assert after.came is not None
    assert after.came.kinds == {"person": 1}


def test_packets_that_came_before_their_like_are_told(laptops: Laptops) -> None:
    first, second = laptops
    for name in ("خیاط", "بافنده"):
        _change(second, occupation_text=name)
        seal(second)
    take(first, segments_for(second, first)[1])
    with first.read() as rows:
        status = sync_status(rows, first.actor)
    assert [(one.reason, one.changes) for one in status.asides] == [("waiting", 1)]
    assert status.light.light == "waits"


def test_rules_over_several_records_that_meeting_has_broken_are_things_to_do(laptops: Laptops) -> None:
    first, second = laptops
    for office in laptops:
        with office.write() as work:
            group, person = work.find("local_group")[0]["id"], _person(work)
            add_record(work, "local_group_member", {"group_id": group, "person_id": person})
    assert _broken(first) == []
    meet(first, second)
    for office in laptops:
        assert _broken(office) == [("two_memberships", "local_group", group, "مریم احمدی")]
    with first.write() as work:
        home = work.find("person")[0]["household_id"]
        other = work.add("person", {**work.find("person")[0], "id": ""})["id"]  # as a copy of the folder gives it
    broken = [one[:3] for one in _broken(first)]
    assert ("two_heads", "household", home) in broken
    assert ("same_resident_no", "person", other) in broken
    with first.write() as work:
        for head in (other, _person(work)):
            work.change("person", head, {"relation_to_head": "child"})
    assert ("no_head", "household", home) in [one[:3] for one in _broken(first)]


def test_each_rule_that_spans_records_is_looked_for_and_leads_to_where_it_is_mended(laptops: Laptops) -> None:
    """What two laptops may each have written by the rules, put side by side as a merge does, past them."""
    first, second = laptops
    _change(second, mobile="09151110001")
    meet(first, second)
    with first.write() as work:
        person, workshop = _person(work), add_workshop(work, capacity=1)["id"]
        enroll(work, workshop, [person])
        place = work.find("workshop_enrollment")[0]
        work.add("workshop_enrollment", {**place, "id": ""})
        sessions = work.find("workshop_session", workshop_id=workshop)
        session = sessions[0] if sessions else add_session(work, workshop, {"no": 1, "date": work.today})
        mark = {**dict.fromkeys(KINDS["attendance"].fields), "session_id": session["id"], "person_id": person}
        for state in ("present", "absent"):
            work.add("attendance", {**mark, "state": state})
        report = make_report(work, "1404-06")
        work.add("monthly_report", {**report, "id": ""})
    found = {(sort, opens, one) for sort, opens, one, _title in _broken(first)}
    assert {
        ("two_enrollments", "workshop", workshop),
        ("two_attendances", "workshop", workshop),
        ("over_capacity", "workshop", workshop),
    } <= found
    assert ("two_reports", "monthly_report") in {one[:2] for one in found}


def _broken(office: OfficeFile) -> list[tuple[str, str, str, str]]:
    with office.read() as rows:
        items = worklist(rows, office.actor).chosen(SPAN, everybody=True)
        return [(one.item.sort, one.opens, one.open_id, one.title) for one in tasks(rows, items) if one is not None]
