"""What the province's database holds of an office, byte for byte: what is published, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlalchemy import insert, select

from desktop.domain.codes import CODE_LISTS
from desktop.domain.fields import About, Input
from desktop.domain.kinds import KINDS, table_of
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from desktop.sync.bundle import segment as segment_module
from desktop.sync.bundle.segment import open_key_of
from desktop.sync.laptop import this_laptop
from desktop.sync.publish import SCOPE, held_until, is_of_place, open_now, person_of
from desktop.sync.publish.cases import COLLECTIVE
from desktop.sync.row_writing import stored_moment
from province.setup import Province
from province.store import segments
from province.store.database import Database
from province.store.published import PUBLISHED
from province.store.tables import PARKED
from tests.bench._town import whole
from tests.factories import add_need, add_person, make_office, neighborhood
from tests.fakes import FakeClock
from tests.province.made import AT, made_province
from tests.province.test_office import joined, sent

ASKED = "پرسش‌یکتا"
AGREED, SILENT, OF_PLACE = "agreed", "silent", "of_place"
"""Three records of every kind: of somebody who agreed, of somebody who did not, and of a place or still held back."""


class Made(NamedTuple):
    """A record, and whether what it tells lies open by the consent of a person."""

    kind: str
    id: str
    consented: bool


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    yield made
    made.close()


@pytest.fixture
def province(embedded_address: str, tmp_path: Path) -> Province:
    return made_province(Database(embedded_address), tmp_path)


def _one_of_each(work: UnitOfWork, group: str, today: date) -> dict[str, Made]:
    """A record of every kind with every field filled: texts with words that stand nowhere else."""
    made: dict[str, Made] = {}
    for kind in KINDS.values():
        if kind.name == "indicator_value" and group == OF_PLACE:
            continue  # figures are kept when their report is signed
        values = {name: _value(kind.name, name, about, group, made) for name, about in kind.fields.items()}
        if kind.name in COLLECTIVE:
            field, of_place = COLLECTIVE[kind.name]
            values[field] = next(
                code for code in _codes(kind.fields[field]) if (code in of_place) == (group == OF_PLACE)
            )
        if held_until(kind.name) and group == OF_PLACE:
            values[held_until(kind.name)] = None
        if kind.name == "person":
            values |= {"status": "active", "merged_into_id": None}
        if kind.name == "consent":
            asked = {AGREED: "sync_to_province", SILENT: "basic_record", OF_PLACE: "basic_record"}[group]
            values |= {
                "scope": asked,
                "method": "signature",
                "given_on": today,
                "withdrawn_on": None,
                "expires_on": None,
            }
        row = {**work._new_row(kind, values)}
        work.connection.execute(insert(table_of(kind)), [row])
        made[kind.name] = Made(kind.name, row["id"], consented=group == AGREED and person_of(kind.name) is not None)
    return made


def _value(kind: str, name: str, about: About, group: str, made: Mapping[str, Made]) -> Any:
    column = table_of(KINDS[kind]).c[name]
    number = sum(map(ord, f"{kind}{name}{group}")) + 1000
    word = f"{group}-{kind}-{name}-یکتا"
    if about.links:
        return made[about.links].id if about.links in made else None
    told: dict[Input, Any] = {
        Input.TEXTS: [word], Input.ROWS: [{"name": word}], Input.DATA: {"told": word}, Input.MONTH: "1405-06",
        Input.CODES: _codes(about)[:1], Input.CODE_MAP: {"water": word}, Input.CODE: (_codes(about) or [word])[0],
    }  # fmt: skip
    by_type = {
        "VARCHAR": word, "BOOLEAN": True, "INTEGER": number, "FLOAT": number / 8, "DATETIME": AT, "TIME": time(9, 5),
        "DATE": date(2020, 1, 1) + timedelta(number),
    }  # fmt: skip
    if about.input in told:
        return told[about.input]
    return by_type[str(column.type)]


def _codes(about: About) -> list[str]:
    return list(CODE_LISTS.get(about.codes or "", ()))


def _words(value: object) -> Iterator[str]:
    """The words of a value that stand nowhere else."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    yield from (part for part in text.split('"') if part.endswith("-یکتا"))


def _bytes_of(province: Province, office: OfficeFile) -> bytes:
    """The province's file with its journal, and what lies in its open bodies for whoever runs the province."""
    found = b"".join(path.read_bytes() for path in sorted(province.settings.folder.glob("province.db*")))
    with office.merge() as connection:
        keys = this_laptop(connection, AT).epochs
    with province.database.reading() as connection:
        for content in segments.lacking(connection, office.identity.office_id, {}, 10**9):
            header, pieces = segment_module.read_header(content), segment_module._pieces(content)
            if header.open_root:
                found += segment_module._plain(pieces, 0, open_key_of(keys[header.epoch]))
    return found


def _traces(province: Province, office: OfficeFile, words: set[str]) -> set[str]:
    told = _bytes_of(province, office)
    return {word for word in words if word.encode() in told}


def test_the_province_holds_what_is_published_and_of_all_else_no_byte(province: Province, office: OfficeFile) -> None:
    today = office.clock().date()
    with office.write() as work:
        groups = [_one_of_each(work, group, today) for group in (AGREED, SILENT, OF_PLACE)]
    made = [one for group in groups for one in group.values()]
    office_id = joined(province, office)
    assert sent(province, office, office_id) == {"new"}
    open_words, secret_words, unpublished = set[str](), set[str](), set[str]()
    with office.read() as rows, province.database.reading() as connection:
        here = {
            kind: {row["id"]: row for row in connection.execute(select(table)).mappings()}
            for kind, table in PUBLISHED.items()
        }
        for one in made:
            row = rows.get(one.kind, one.id)
            assert row is not None
            opened = open_now(one.kind, row, consented=one.consented)
            if not opened:
                unpublished.add(one.id)
            for name in KINDS[one.kind].fields:
                (open_words if name in opened else secret_words).update(_words(row[name]))
                if name in opened:
                    told = stored_moment(row[name]) if isinstance(row[name], datetime) else row[name]
                    assert here[one.kind][one.id][name] == told, (one.kind, name)
                elif one.id in here.get(one.kind, {}) and name in PUBLISHED[one.kind].c:
                    assert here[one.kind][one.id][name] is None, (one.kind, name)
        assert connection.execute(select(PARKED)).all() == []
    assert {is_of_place("need", {"scope": _scope(office, group)}) for group in groups} == {True, False}
    secret = {office.actor.user_id, office.actor.username, *unpublished, *secret_words} - open_words
    with office.connection() as own:
        secret |= set(own.exec_driver_sql("SELECT tx FROM change_log").scalars())
        secret |= set(own.exec_driver_sql("SELECT id FROM user_account").scalars())
        secret |= set(own.exec_driver_sql("SELECT username FROM user_account").scalars())
    assert len(unpublished) > 60 < len(secret_words)
    assert _traces(province, office, open_words) == open_words
    assert _traces(province, office, secret) == set()


def _scope(office: OfficeFile, group: Mapping[str, Made]) -> str:
    with office.read() as rows:
        row = rows.get("need", group["need"].id)
    return str(row["scope"]) if row else ""


def test_what_was_never_told_is_not_named_when_a_consent_ends(province: Province, office: OfficeFile) -> None:
    with office.write() as work:
        person = str(add_person(work)["id"])
        gone = _visit(work, person)
        work.delete("visit", gone)
    office_id = joined(province, office)
    sent(province, office, office_id)
    with office.write() as work:
        _agree(work, person, office.clock().date())
        told = _visit(work, person)
    sent(province, office, office_id)
    assert _traces(province, office, {told, gone}) == {told}
    with office.write() as work:
        late = _visit(work, person)
        consent = work.find("consent", person_id=person, scope=SCOPE)[0]
        work.change("consent", consent["id"], {"withdrawn_on": office.clock().date()})
    assert _traces(province, office, {ASKED}) == {ASKED}
    sent(province, office, office_id)
    assert _traces(province, office, {told, gone, late, ASKED}) == {told}, "nor in the journal of the file"
    assert _subjects(province) == {told: None}
    with office.write() as work:
        work.change("consent", consent["id"], {"expires_on": office.clock().date(), "withdrawn_on": None})
    sent(province, office, office_id)
    assert _subjects(province) == {told: ASKED, late: ASKED}
    office.clock = FakeClock(office.clock() + timedelta(days=2))  # nobody writes that a consent has run out
    sent(province, office, office_id)
    assert _subjects(province) == {told: None, late: None}


def _subjects(province: Province) -> dict[str, str | None]:
    """Of every visit that the province knows, what somebody who came asked."""
    with province.database.reading() as connection:
        return {row["id"]: row["subject"] for row in connection.execute(select(PUBLISHED["visit"])).mappings()}


def _agree(work: UnitOfWork, person: str, today: date) -> None:
    for scope in ("basic_record", SCOPE):
        given = whole("consent", {"person_id": person, "scope": scope, "method": "signature", "given_on": today})
        work.add("consent", given)


def _visit(work: UnitOfWork, person: str) -> str:
    """Somebody came; the id of the visit."""
    return str(work.add("visit", whole("visit", {"person_id": person, "type": "office", "subject": ASKED}))["id"])


def test_a_need_that_becomes_a_person_s_is_told_without_its_place_from_then_on(
    province: Province, office: OfficeFile
) -> None:
    with office.write() as work:
        person = add_person(work)
        given = {"scope": "neighborhood", "person_id": None, "subject": "چاه‌یکتا", "supporters_count": 12}
        need = add_need(work, person, **given, neighborhood_id=neighborhood(work))["id"]
    office_id = joined(province, office)
    sent(province, office, office_id)
    assert _traces(province, office, {"چاه‌یکتا"})
    with office.write() as work:
        work.change("need", need, {"scope": "person", "person_id": person["id"]})
    sent(province, office, office_id)
    with province.database.reading() as connection:
        (row,) = connection.execute(select(PUBLISHED["need"])).mappings()
        assert (row["scope"], row["subject"], row["neighborhood_id"], row["person_id"]) == ("person", None, None, None)
        assert row["urgency"]
    with office.write() as work:
        _agree(work, person["id"], office.clock().date())
    sent(province, office, office_id)
    with province.database.reading() as connection:
        assert connection.execute(select(PUBLISHED["need"].c.person_id)).scalars().all() == [person["id"]]
    with office.read() as rows:
        assert rows.find("need")[0]["subject"] == "چاه‌یکتا"
