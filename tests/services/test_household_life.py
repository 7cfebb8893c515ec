"""What happens to households after registration, as the office's people tell it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.kinship import relations_to
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services import household_life as life
from desktop.services.intake import put_record
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.registration import register_household
from desktop.services.undo import undo
from desktop.services.workshops import enroll
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_need, add_workshop, agency, make_office, neighborhood, person_values

ON = "1404/06/14"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    """One office for all: every test registers families of its own."""
    made = make_office(tmp_path_factory.mktemp("life"))
    yield made
    assert [result.check for result in check_office(made) if not result.ok] == []
    made.close()


def family(work: UnitOfWork) -> dict[str, Row]:
    """حسین with his wife, his mother and two children; the household's number of members is right."""
    told = {
        "head": ("حسین", "male", "head", "1350"),
        "wife": ("زهرا", "female", "spouse", "1355"),
        "mother": ("بی‌بی‌گل", "female", "parent", "1325"),
        "son": ("مهدی", "male", "child", "1380"),
        "girl": ("ستایش", "female", "child", "1393"),
    }
    members = [
        person_values(first_name=name, last_name="رنجبری", sex=sex, relation_to_head=relation, birth_date=born)
        for name, sex, relation, born in told.values()
    ]
    home = {"neighborhood_id": neighborhood(work), "declared_size": 5, "registered_on": "1404/06/01"}
    done = register_household(work, home, members)
    return {"home": done.household, **dict(zip(told, done.persons, strict=True))}


def refused(office: OfficeFile, act: Any) -> set[tuple[str, str]]:
    with pytest.raises(RefusedError) as told, office.write() as work:
        act(work)
    return {(problem.field, problem.code) for problem in told.value.problems}


def state(office: OfficeFile, who: dict[str, Row], *names: str) -> dict[str, tuple[str, str]]:
    with office.read() as rows:
        found = {name: rows.get("person", who[name]["id"]) or {} for name in names or list(who)[1:]}
    return {name: (row["relation_to_head"], row["status"]) for name, row in found.items()}


def home_of(office: OfficeFile, who: dict[str, Row]) -> Row:
    with office.read() as rows:
        found = rows.get("household", who["home"]["id"])
    assert found is not None
    return found


def test_a_household_moves_with_all_its_members_and_comes_back_with_them(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
    with office.write() as work:
        life.note_death(work, who["mother"]["id"], {"on": "1404/06/10"})
    with office.write() as work:
        life.move_away(work, who["home"]["id"], {"on": ON, "moved_to": "زاهدان"})
    home = home_of(office, who)
    assert (home["status"], home["status_date"], home["moved_to"]) == ("moved", date(2025, 9, 5), "زاهدان")
    assert home["head_name"] == "حسین رنجبری"
    assert {name: told[1] for name, told in state(office, who).items()} == {
        "head": "moved", "wife": "moved", "mother": "deceased", "son": "moved", "girl": "moved",
    }  # fmt: skip
    with office.write() as work:
        life.come_back(work, who["home"]["id"], {"on": "1404/06/15"})
    assert state(office, who)["mother"] == ("parent", "deceased")
    assert state(office, who)["son"] == ("child", "active")
    assert home_of(office, who)["status"] == "active"
    assert home_of(office, who)["moved_to"] is None


def test_who_left_alone_before_does_not_come_back_with_the_household(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
        life.member_moves(work, who["son"]["id"], {"on": "1404/06/05"})
        life.move_away(work, who["home"]["id"], {"on": ON})
    with office.write() as work:
        life.come_back(work, who["home"]["id"], {"on": "1404/06/15"})
    assert state(office, who, "son", "girl") == {"son": ("child", "moved"), "girl": ("child", "active")}
    assert home_of(office, who)["declared_size"] == 4


def test_a_household_whose_head_died_elsewhere_comes_back_under_another(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
        life.move_away(work, who["home"]["id"], {"on": ON})
        change_record(work, "person", who["head"]["id"], {"status": "deceased", "status_date": "1404/06/15"})
    back = {"on": "1404/06/15"}
    assert refused(office, lambda work: life.come_back(work, who["home"]["id"], back)) == {("successor_id", "no_head")}
    with office.write() as work:
        life.come_back(work, who["home"]["id"], {**back, "successor_id": who["wife"]["id"]})
    assert state(office, who, "wife", "mother", "son") == {
        "wife": ("head", "active"), "mother": ("parent_in_law", "active"), "son": ("child", "active"),
    }  # fmt: skip
    assert home_of(office, who)["head_name"] == "زهرا رنجبری"


def test_a_head_who_dies_leaves_the_household_to_the_one_named_in_the_same_act(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
    assert refused(office, lambda work: life.note_death(work, who["head"]["id"], {"on": ON})) == {
        ("successor_id", "no_head")
    }
    with office.write() as work:
        life.note_death(work, who["head"]["id"], {"on": ON, "successor_id": who["wife"]["id"]})
        tx = work.tx
    assert state(office, who) == {
        "head": ("head", "deceased"), "wife": ("head", "active"), "mother": ("parent_in_law", "active"),
        "son": ("child", "active"), "girl": ("child", "active"),
    }  # fmt: skip
    home = home_of(office, who)
    assert (home["head_name"], home["declared_size"]) == ("زهرا رنجبری", 4)
    with office.read() as rows:
        assert (rows.get("person", who["wife"]["id"]) or {})["is_women_head"] is True
    with office.write() as work:
        undo(work, tx)
    assert state(office, who)["head"] == ("head", "active")
    assert state(office, who)["mother"] == ("parent", "active")
    assert (home_of(office, who)["head_name"], home_of(office, who)["declared_size"]) == ("حسین رنجبری", 5)


@pytest.mark.parametrize(
    ("change", "successor"),
    [
        ({"status": "deceased", "status_date": ON}, "wife"),
        ({"status": "moved", "status_date": ON}, "wife"),
        ({"relation_to_head": "همسر"}, "wife"),
    ],
)
def test_no_door_takes_the_head_away_without_a_successor(
    office: OfficeFile, change: dict[str, str], successor: str
) -> None:
    with office.write() as work:
        who = family(work)
    head = who["head"]["id"]
    assert refused(office, lambda work: change_record(work, "person", head, change)) == {("successor_id", "no_head")}
    dead = {**change, "successor_id": head}
    assert refused(office, lambda work: change_record(work, "person", head, dead)) == {("successor_id", "not_a_member")}
    with office.write() as work:
        change_record(work, "person", head, {**change, "successor_id": who[successor]["id"]})
    assert home_of(office, who)["head_name"] == "زهرا رنجبری"


def test_a_head_deleted_by_mistake_needs_a_successor_too(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
    head = who["head"]["id"]
    assert refused(office, lambda work: delete_record(work, "person", head)) == {("successor_id", "no_head")}
    assert refused(office, lambda work: delete_record(work, "household", who["home"]["id"])) == {
        ("", "household_has_members")
    }
    with office.write() as work:
        delete_record(work, "person", head, {"successor_id": who["son"]["id"]})
    assert home_of(office, who)["head_name"] == "مهدی رنجبری"
    assert state(office, who, "wife", "girl") == {"wife": ("parent", "active"), "girl": ("sibling", "active")}


def test_a_household_ends_as_its_last_member_went(office: OfficeFile) -> None:
    ends = {}
    for change in ({"status": "deceased"}, {"status": "moved"}):
        with office.write() as work:
            home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
            done = register_household(work, home, [person_values()])
            change_record(work, "person", done.persons[0]["id"], {**change, "status_date": "1404/06/15"})
            ended = work.get("household", done.household["id"]) or {}
            ends[change["status"]] = (ended["status"], ended["status_date"], ended["head_name"])
    today = date(2025, 9, 6)
    assert ends == {"deceased": ("dissolved", today, "فاطمه رنجبری"), "moved": ("moved", today, "فاطمه رنجبری")}


def test_a_split_founds_a_household_and_needs_and_places_go_with_the_people(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
        need = add_need(work, who["girl"])
        met = add_need(work, who["girl"], subject="کیف")
        step_record(work, "need", met["id"], "in_progress", {"note": "داده شد"})
        step_record(work, "need", met["id"], "met", {"resident_confirmed": True})
        workshop = add_workshop(work)
        enroll(work, workshop["id"], [who["wife"]["id"]])
    given = {
        "on": "1404/06/15", "member_ids": [who["wife"]["id"], who["girl"]["id"]], "head_id": who["wife"]["id"],
        "neighborhood_id": who["home"]["neighborhood_id"], "address_text": "کوچهٔ بهار، پلاک ۳",
    }  # fmt: skip
    with office.write() as work:
        given["neighborhood_id"] = neighborhood(work, "چشمه‌سار")
        parted = life.split(work, who["home"]["id"], given)
        tx = work.tx
    assert (parted.made["declared_size"], parted.left["declared_size"]) == (2, 3)
    assert (parted.made["head_name"], parted.left["head_name"]) == ("زهرا رنجبری", "حسین رنجبری")
    assert state(office, who, "wife", "girl") == {"wife": ("head", "active"), "girl": ("child", "active")}
    with office.read() as rows:
        seats = {n["id"]: (n["household_id"], n["neighborhood_id"]) for n in rows.find("need")}
        assert seats[need["id"]] == (parted.made["id"], given["neighborhood_id"])
        assert seats[met["id"]] == (who["home"]["id"], who["home"]["neighborhood_id"])
        assert rows.find("workshop_enrollment", workshop_id=workshop["id"])[0]["status"] == "enrolled"
    with office.write() as work:
        undo(work, tx)
    with office.read() as rows:
        assert rows.get("household", parted.made["id"]) is None
        assert len(rows.find("person", household_id=who["home"]["id"])) == 5
        back = {(n["id"], n["neighborhood_id"]) for n in rows.find("need", household_id=who["home"]["id"])}
        assert back == {(need["id"], who["home"]["neighborhood_id"]), (met["id"], who["home"]["neighborhood_id"])}
    assert home_of(office, who)["declared_size"] == 5


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"member_ids": []}, ("member_ids", "nobody_chosen")),
        ({"head_id": "head"}, ("head_id", "not_a_member")),
        ({"member_ids": ["head", "wife", "mother", "son", "girl"]}, ("member_ids", "nobody_stays")),
        ({"member_ids": ["head", "wife"]}, ("successor_id", "no_head")),
        ({"on": "1404/06/16"}, ("on", "in_future")),
        ({"on": "1404/05/01"}, ("on", "before_registration")),
        ({"relations": {"girl": "عمه"}}, ("relations", "unknown_code")),
    ],
)
def test_what_a_split_cannot_be(office: OfficeFile, changes: dict[str, Any], problem: tuple[str, str]) -> None:
    with office.write() as work:
        who = family(work)
    given: dict[str, Any] = {"on": ON, "member_ids": ["wife", "girl"], "head_id": "wife", **changes}
    given["member_ids"] = [who[name]["id"] for name in given["member_ids"]]
    given["head_id"] = who[given["head_id"]]["id"]
    given["relations"] = {who[name]["id"]: code for name, code in given.get("relations", {}).items()}
    given["neighborhood_id"] = who["home"]["neighborhood_id"]
    assert problem in refused(office, lambda work: life.split(work, who["home"]["id"], given))


def test_a_household_that_joins_another_is_merged_into_it(office: OfficeFile) -> None:
    with office.write() as work:
        who, other = family(work), family(work)
        need = add_record(
            work, "need",
            {"scope": "household", "household_id": who["home"]["id"], "field": "health", "subject": "بیمه"},
        )  # fmt: skip
    members = [who[name]["id"] for name in ("head", "wife", "mother", "son", "girl")]
    given = {
        "on": ON, "member_ids": members, "household_id": other["home"]["id"],
        "relations": {who["head"]["id"]: "برادر", who["wife"]["id"]: "sibling_in_law"},
    }  # fmt: skip
    assert refused(office, lambda work: life.join(work, who["home"]["id"], given)) == {("relations", "unknown_code")}
    given["relations"] = {who["head"]["id"]: "head"}
    wrong = (f"relations.{who['head']['id']}", "second_head")
    assert refused(office, lambda work: life.join(work, who["home"]["id"], given)) == {wrong}
    given["relations"] = {who["head"]["id"]: "sibling", who["wife"]["id"]: "sibling_in_law"}
    with office.write() as work:
        life.join(work, who["home"]["id"], given)
    home = home_of(office, who)
    assert (home["status"], home["merged_into_id"], home["head_name"]) == ("merged", other["home"]["id"], "حسین رنجبری")
    assert state(office, who, "head", "son") == {"head": ("sibling", "active"), "son": ("other_relative", "active")}
    assert home_of(office, other)["declared_size"] == 10
    with office.read() as rows:
        assert (rows.get("need", need["id"]) or {})["household_id"] == other["home"]["id"]


def test_somebody_returns_to_the_old_household_or_to_another_but_never_to_one_that_has_gone(office: OfficeFile) -> None:
    with office.write() as work:
        who, other = family(work), family(work)
        life.member_moves(work, who["son"]["id"], {"on": "1404/06/05"})
        life.move_away(work, who["home"]["id"], {"on": ON})
    back = {"on": "1404/06/15", "household_id": who["home"]["id"], "relation_to_head": "child"}
    assert refused(office, lambda work: life.member_returns(work, who["son"]["id"], back)) == {
        ("household_id", "household_inactive")
    }
    back["household_id"] = other["home"]["id"]
    with office.write() as work:
        life.member_returns(work, who["son"]["id"], {**back, "relation_to_head": "خواهر/برادر"})
    assert state(office, who, "son") == {"son": ("sibling", "active")}
    assert home_of(office, other)["declared_size"] == 6
    newcomer = person_values(household_id=who["home"]["id"], relation_to_head="child")
    assert refused(office, lambda work: add_record(work, "person", newcomer)) == {
        ("household_id", "household_inactive")
    }


def test_another_head_changes_what_everybody_is_to_the_head(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
    with office.write() as work:
        life.set_head(work, who["home"]["id"], {"successor_id": who["wife"]["id"]})
    assert state(office, who) == {
        "head": ("spouse", "active"), "wife": ("head", "active"), "mother": ("parent_in_law", "active"),
        "son": ("child", "active"), "girl": ("child", "active"),
    }  # fmt: skip


def test_what_the_steps_of_the_command_line_do_is_the_same(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
        step_record(work, "household", who["home"]["id"], "moved", {"on": ON, "moved_to": "بم"})
        assert work.find("person", household_id=who["home"]["id"], status="active") == []
        step_record(work, "household", who["home"]["id"], "active", {})
        step_record(work, "person", who["son"]["id"], "deceased", {"on": "1404/06/15"})
        step_record(work, "household", who["home"]["id"], "dissolved", {})
    assert state(office, who, "son", "girl") == {"son": ("child", "deceased"), "girl": ("child", "moved")}
    for kind, record, target, code in (
        ("household", who["home"]["id"], "moved", "no_such_step"),
        ("household", who["home"]["id"], "merged", "no_such_step"),
        ("person", who["son"]["id"], "erased", "no_such_step"),
    ):
        step = partial(step_record, kind_name=kind, record_id=record, target=target, given={})
        assert refused(office, step) == {("state", code)}
    assert refused(office, lambda work: change_record(work, "person", who["girl"]["id"], {"status": "merged"})) == {
        ("status", "set_by_act")
    }


def test_the_dead_hold_no_place_and_the_first_in_the_waiting_list_gets_it(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
        workshop = add_workshop(work, capacity=1)
        enroll(work, workshop["id"], [who["mother"]["id"], who["wife"]["id"]])
    with office.write() as work:
        life.note_death(work, who["mother"]["id"], {"on": ON})
        tx = work.tx
    with office.read() as rows:
        places = rows.find("workshop_enrollment", workshop_id=workshop["id"])
    assert [e["status"] for e in places] == ["withdrawn", "enrolled"]
    with office.write() as work:
        undo(work, tx)
        places = work.find("workshop_enrollment", workshop_id=workshop["id"])
    assert [e["status"] for e in places] == ["enrolled", "waiting"]


def test_open_needs_of_the_dead_stay_open_for_a_person_to_close(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
        need = add_need(work, who["mother"])
        step_record(work, "need", need["id"], "referred", {"main_agency_id": agency(work)})
        life.note_death(work, who["mother"]["id"], {"on": ON})
        assert (work.get("need", need["id"]) or {})["status"] == "referred"


def test_death_comes_after_birth_and_not_after_today(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
    for on, code in (("1390/01/01", "before_birth"), ("1404/06/16", "in_future")):
        given = {"on": on}
        found = refused(office, lambda work, given=given: life.note_death(work, who["girl"]["id"], given))
        assert found == {("status_date", code)}


def test_an_act_does_not_stumble_over_what_has_grown_stale(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
        stale = who["girl"]["id"]
        work.change("person", stale, {"activity_status": "employed", "marital_status": "married"})
    with office.write() as work:
        life.move_away(work, who["home"]["id"], {"on": ON})
    assert state(office, who, "girl") == {"girl": ("child", "moved")}


def test_an_undo_that_would_leave_a_household_in_disorder_is_refused(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
    with office.write() as work:
        life.member_moves(work, who["son"]["id"], {"on": "1404/06/05"})
        tx = work.tx
    with office.write() as work:
        life.move_away(work, who["home"]["id"], {"on": ON})
    assert refused(office, lambda work: undo(work, tx)) == {("", "undo_household")}


def test_a_deletion_is_not_undone_into_a_household_that_has_gone(office: OfficeFile) -> None:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
        done = register_household(work, home, [person_values()])
    with office.write() as work:
        delete_record(work, "person", done.persons[0]["id"])
        tx = work.tx
    with office.write() as work:
        life.dissolve(work, done.household["id"], {"on": "1404/06/15"})
    assert refused(office, lambda work: undo(work, tx)) == {("", "undo_household")}


def test_the_end_of_a_household_can_be_dated_anew_and_its_members_with_it(office: OfficeFile) -> None:
    with office.write() as work:
        who = family(work)
        life.move_away(work, who["home"]["id"], {"on": ON})
        change_record(work, "household", who["home"]["id"], {"status_date": "1404/06/12", "moved_to": "بم"})
        members = work.find("person", household_id=who["home"]["id"])
        assert {p["status_date"] for p in members} == {date(2025, 9, 3)}
        assert (work.get("household", who["home"]["id"]) or {})["moved_to"] == "بم"


@pytest.mark.parametrize(
    ("new_head", "told"),
    [
        ("spouse", {"head": "spouse", "child": "child", "parent": "parent_in_law", "sibling": "sibling_in_law"}),
        ("child", {"head": "parent", "spouse": "parent", "sibling": "other_relative", "non_relative": "non_relative"}),
        ("child", {"head": "parent", "child_in_law": "spouse", "grandchild": "child"}),
        ("child", {"child": "sibling", "child_in_law": "sibling_in_law", "grandchild": "other_relative"}),
        ("parent", {"head": "child", "spouse": "child_in_law", "child": "grandchild", "sibling": "child"}),
        ("non_relative", {"head": "non_relative", "child": "non_relative"}),
        ("head", {"spouse": "spouse", "child": "child"}),
    ],
)
def test_relations_are_told_anew_from_where_the_new_head_stands(new_head: str, told: dict[str, str]) -> None:
    members = {"new": new_head, **{f"a {relation}": relation for relation in told}}
    found = relations_to("new", members)
    assert found.pop("new") == "head"
    assert {name.removeprefix("a "): relation for name, relation in found.items()} == told


def test_who_comes_alone_is_a_household_of_one(office: OfficeFile) -> None:
    alone = person_values(first_name="نورمحمد", last_name="حیدری", sex="male")
    alone.pop("relation_to_head")
    with office.write() as work:
        done = put_record(
            work, "person", {**alone, "neighborhood_id": neighborhood(work), "consent_method": "signature"}
        )
        person = work.get("person", done["id"]) or {}
        home = work.get("household", done["household_id"]) or {}
    assert (person["relation_to_head"], person["consent_state"]) == ("head", "basic")
    assert (home["declared_size"], home["head_name"], home["status"]) == (1, "نورمحمد حیدری", "active")
    two = refused(office, lambda work: put_record(work, "person", {**alone, "mobile": "1"}))
    assert two == {("neighborhood_id", "required"), ("mobile", "mobile")}
    child = {**alone, "relation_to_head": "فرزند"}
    assert refused(office, lambda work: put_record(work, "person", child)) == {("household_id", "required")}


def test_an_office_of_one_neighbourhood_need_not_say_which(tmp_path: Path) -> None:
    small = make_office(tmp_path, neighborhoods=["گلستان‌آباد"])
    with small.write() as work:
        done = put_record(work, "person", person_values())
        assert (work.get("person", done["id"]) or {})["neighborhood_id"] == neighborhood(work)
    small.close()
