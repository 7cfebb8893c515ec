"""Households that move, part and join, told from a terminal."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import json_lines
from tests.cli.running import tashilgar_here as tashilgar
from tests.factories import person_values


def test_a_household_parts_joins_and_moves_by_words(office_dir: Path, place: str) -> None:
    members = [
        person_values(first_name="حسین", sex="male"),
        person_values(first_name="زهرا", relation_to_head="spouse"),
        person_values(first_name="مهدی", sex="male", relation_to_head="child", birth_date="1380"),
    ]
    home = {"neighborhood_id": place, "declared_size": 3, "members": members}
    made = tashilgar(office_dir, "put", "household", stdin=json_lines(home)).line
    head, wife, son = made["persons"]

    dead = {"id": head, "status": "فوت‌شده", "status_date": "1404/06/15"}
    said = tashilgar(office_dir, "put", "person", stdin=json_lines(dead, {**dead, "successor_id": wife}))
    assert [line["ok"] for line in said.lines] == [False, True]
    assert [(p["field"], p["code"]) for p in said.lines[0]["problems"]] == [("successor_id", "no_head")]
    assert "سرپرست" in said.lines[0]["problems"][0]["message"]

    parted = tashilgar(office_dir, "household", "split", made["id"], "--member", son, "--head", son).line
    assert parted["persons"] == [son]
    assert tashilgar(office_dir, "get", "household", parted["id"]).line["head_name"] == "مهدی رنجبری"

    words = ("household", "join", parted["id"], "--member", son, "--into", made["id"], "--relation", f"{son}=فرزند")
    assert tashilgar(office_dir, *words).line["id"] == made["id"]
    assert tashilgar(office_dir, "get", "household", parted["id"]).line["status"] == "merged"
    assert tashilgar(office_dir, "household", "head", made["id"], son).code == 0
    assert tashilgar(office_dir, "get", "person", wife).line["relation_to_head"] == "parent"

    assert tashilgar(office_dir, "step", "household", made["id"], "جابه‌جا شده", "moved_to=زاهدان").code == 0
    people = tashilgar(office_dir, "list", "person", "--where", f"household_id={made['id']}").lines
    assert {person["status"] for person in people} == {"moved", "deceased"}
    gone = tashilgar(office_dir, "household", "head", made["id"], son)
    assert (gone.code, gone.codes) == (1, {("", "household_inactive")})


def test_a_lone_visitor_needs_no_household(office_dir: Path, place: str) -> None:
    alone = person_values(first_name="نورمحمد", last_name="حیدری", sex="male", neighborhood_id=place)
    made = tashilgar(office_dir, "put", "person", stdin=json_lines(alone)).line
    home = tashilgar(office_dir, "get", "household", made["household_id"]).line
    assert (home["head_name"], home["declared_size"]) == ("نورمحمد حیدری", 1)
