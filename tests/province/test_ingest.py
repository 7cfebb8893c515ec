"""Segments on their way into the province: taken, known, waiting, refused; and what follows for the records."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.keys import EpochKey, Signed
from desktop.sync.bundle.segment import read_open, redact
from desktop.sync.joining import wrap_of
from desktop.sync.merge import Dot, Operation
from desktop.sync.wire import Verdict
from province.ingest import release, take
from province.registry import approve, learn, revoke
from province.setup import Province
from province.store import devices, segments
from province.store.database import Database
from province.store.published import PUBLISHED
from province.store.tables import PARKED, RECORD_STATE
from province.wraps import keep_wraps
from tests.province.made import AT, OFFICE, Laptop, made_province

NEW, DOUBLE = Verdict("new"), Verdict("double")


def taken(province: Province, content: bytes) -> Verdict:
    return take(province, OFFICE.id, content, AT)


def row(province: Province, kind: str, record: str) -> dict[str, Any]:
    table = PUBLISHED[kind]
    with province.database.reading() as connection:
        found = connection.execute(select(table).where(table.c.id == record)).mappings().one()
        return {name: value for name, value in found.items() if value is not None}


def vector(province: Province) -> dict[str, int]:
    with province.database.reading() as connection:
        return segments.vector_of(connection, OFFICE.id)


def test_a_segment_is_new_once_and_double_ever_after(province: Province, laptop: Laptop) -> None:
    first, second = laptop.written(), laptop.written()
    assert [taken(province, one) for one in (first, second, first, second)] == [NEW, NEW, DOUBLE, DOUBLE]
    assert vector(province) == {"laptop-a": 6}


def test_segments_that_come_by_several_lines_at_once_are_new_once(province: Province, laptop: Laptop) -> None:
    contents = [laptop.written() for _ in range(4)]
    with ThreadPoolExecutor(8) as lines:
        verdicts = list(lines.map(lambda content: taken(province, content), contents * 4))
    assert verdicts.count(NEW) + sum(one.outcome == "waiting" for one in verdicts) >= 4
    assert {one.outcome for one in verdicts} <= {"new", "double", "waiting"}
    assert vector(province) == {"laptop-a": 12}
    with province.database.reading() as connection:
        assert len(list(segments.lacking(connection, OFFICE.id, {}, 10**6))) == 4
        assert segments.waiting(connection, OFFICE.id) == []


def test_what_comes_too_early_waits_and_is_taken_when_the_missing_comes(province: Province, laptop: Laptop) -> None:
    one, two, three = (laptop.written() for _ in range(3))
    assert taken(province, three) == Verdict("waiting", "gap")
    assert taken(province, two) == Verdict("waiting", "gap")
    assert vector(province) == {}
    assert taken(province, one) == NEW
    assert vector(province) == {"laptop-a": 9}
    with province.database.reading() as connection:
        assert segments.waiting(connection, OFFICE.id) == []


def test_a_segment_waits_for_what_its_laptop_had_read(province: Province, laptop: Laptop) -> None:
    other = Laptop("laptop-b", epoch=laptop.epoch)
    other.join(province)
    first = laptop.written()
    answer = other.seal(other.operation("n", subject="برق"), deps={"laptop-a": 3})
    assert taken(province, answer) == Verdict("waiting", "deps")
    assert taken(province, first) == NEW
    assert vector(province) == {"laptop-a": 3, "laptop-b": 1}


def test_nobody_waits_for_what_is_void(province: Province, laptop: Laptop) -> None:
    other = Laptop("laptop-b", epoch=laptop.epoch)
    other.join(province)
    taken(province, laptop.written())
    answer = other.seal(other.operation("n", subject="برق"), deps={"laptop-a": 6})  # it had read more in the office
    assert taken(province, answer) == Verdict("waiting", "deps")
    with province.database.writing() as connection:
        assert learn(connection, province, OFFICE.id, [other.ends(laptop, 3)], AT)
    assert release(province, OFFICE.id, AT) == 1
    assert vector(province) == {"laptop-a": 3, "laptop-b": 1}


def test_two_contents_of_one_number_are_a_fork_and_both_are_kept(province: Province, laptop: Laptop) -> None:
    copy = Laptop("laptop-a", keys=laptop.keys, epoch=laptop.epoch)
    common = laptop.written()
    copy.last, copy.previous = laptop.last, laptop.previous
    mine, other = laptop.written(1), copy.written(1)
    assert [taken(province, one) for one in (common, mine, other)] == [NEW, NEW, Verdict("fork")]
    assert vector(province) == {"laptop-a": 4}
    assert taken(province, copy.written()) == Verdict("fork")  # it follows what nobody has


def test_strangers_and_damage_are_refused_and_change_nothing(province: Province, laptop: Laptop) -> None:
    good = laptop.written()
    damaged = bytearray(good)
    damaged[8 + int.from_bytes(good[4:8], "big") + 64 + 8 + 40] ^= 1  # in the open body
    imposter = Laptop("laptop-a", epoch=laptop.epoch)
    foreign = Laptop("laptop-a", office="office-2", keys=laptop.keys, epoch=laptop.epoch)
    for content, code in (
        (bytes(damaged), "tampered"),
        (good[:-9], "truncated"),
        (imposter.written(), "bad_signature"),
        (foreign.written(), "not_for_us"),
        (b"no segment", "tampered"),
    ):
        verdict = taken(province, content)
        assert verdict.outcome == "refused"
        assert verdict.code in {code, "wrong_key"}
    assert vector(province) == {}
    assert taken(province, good) == NEW


def learned(province: Province, *statements: Signed) -> bool:
    with province.database.writing() as connection:
        more = learn(connection, province, OFFICE.id, statements, AT)
    if more:
        release(province, OFFICE.id, AT)
    return more


def test_a_laptop_that_nobody_approved_waits_whole(database: Database, tmp_path: Path) -> None:
    province = made_province(database, tmp_path, vouching=False)
    first, second = Laptop("laptop-a"), Laptop("laptop-b")
    first.join(province)
    second.epoch = first.epoch
    early = second.written()
    assert taken(province, early) == Verdict("waiting", "device")
    assert learned(province, first.enrols(second))
    assert taken(province, early) == Verdict("waiting", "device")
    with province.database.writing() as connection:
        (pending,) = devices.devices(connection, OFFICE.id, devices.PENDING)
        assert pending.vouched_by == "laptop-a"
        approve(connection, pending, AT)
    assert release(province, OFFICE.id, AT) == 1
    assert vector(province) == {"laptop-b": 3}


def test_a_laptop_for_which_an_approved_one_speaks_is_approved_and_may_change_its_keys(
    province: Province, laptop: Laptop
) -> None:
    other, stranger = Laptop("laptop-b", epoch=laptop.epoch), Laptop("laptop-x")
    early = other.written()
    assert taken(province, early) == Verdict("waiting", "device")
    assert not learned(province, stranger.enrols(other))
    assert vector(province) == {}
    enrolment = laptop.enrols(other)
    assert learned(province, enrolment)
    assert vector(province) == {"laptop-b": 3}
    old = Laptop("laptop-b", keys=other.keys, epoch=laptop.epoch, last=other.last, previous=other.previous)
    learned(province, enrolment, other.rotates())
    assert taken(province, old.written()) == NEW  # it was written before the key changed, and came late
    other.last, other.previous = old.last, old.previous
    assert taken(province, other.written()) == NEW
    with province.database.reading() as connection:
        assert len(devices.statements(connection, OFFICE.id)) == 2
        (found,) = [one for one in devices.devices(connection) if one.id == "laptop-b"]
    assert found.sign_key == bytes(other.keys.signing_key.verify_key)


def test_what_is_said_of_laptops_also_comes_in_the_log_and_is_no_record(province: Province, laptop: Laptop) -> None:
    other = Laptop("laptop-b", epoch=laptop.epoch)
    statement = laptop.enrols(other).to_json()
    telling = laptop.operation("laptop-b", kind="device", action="device", act="enrol", statement=statement)
    nothing = laptop.operation("laptop-b", kind="device", action="device", act="enrol", statement=7)
    assert taken(province, other.written()) == Verdict("waiting", "device")
    assert taken(province, laptop.seal(telling, nothing)) == NEW
    assert vector(province) == {"laptop-a": 2, "laptop-b": 3}
    with province.database.writing() as connection:
        (found,) = [one for one in devices.devices(connection) if one.id == "laptop-b"]
        revoke(connection, province, found, AT)
        assert connection.execute(select(PARKED)).all() == []
    (told,) = [one for one in stream(province, laptop) if one.dot.device == "province-1"]
    assert isinstance(told, Operation)
    assert (told.record, told.fields["act"], told.fields["last"]) == ("laptop-b", "revoke", 3)


def test_what_a_laptop_wrote_after_its_end_counts_no_more_also_where_it_had_been_taken(
    province: Province, laptop: Laptop
) -> None:
    lost = Laptop("laptop-b", epoch=laptop.epoch)
    learned(province, laptop.enrols(lost))
    made = lost.operation("n1", subject="آب")
    taken(province, lost.seal(made))
    changed = lost.operation("n1", {"subject": (made.dot,)}, action="change", subject="چیز دیگر")
    taken(province, lost.seal(changed, lost.operation("n2", subject="از دزد")))
    assert row(province, "need", "n1")["subject"] == "چیز دیگر"
    learned(province, laptop.ends(lost, 1))
    assert row(province, "need", "n1")["subject"] == "آب"
    with province.database.reading() as connection:
        assert connection.execute(select(PUBLISHED["need"].c.id)).scalars().all() == ["n1"]
    assert taken(province, lost.written()) == Verdict("refused", "revoked")
    assert vector(province) == {"laptop-b": 3}


def test_what_a_revoked_laptop_wrote_after_its_last_accepted_operation_is_refused(
    province: Province, laptop: Laptop
) -> None:
    assert taken(province, laptop.written()) == NEW
    with province.database.writing() as connection:
        (device,) = devices.devices(connection, OFFICE.id)
        assert revoke(connection, province, device, AT) == 3
    assert taken(province, laptop.written()) == Verdict("refused", "revoked")
    assert vector(province) == {"laptop-a": 3, "province-1": 1}


def test_the_key_of_an_epoch_may_come_after_what_is_sealed_under_it(province: Province, laptop: Laptop) -> None:
    laptop.epoch = EpochKey.generate(2)
    sealed = laptop.written()
    assert taken(province, sealed) == Verdict("waiting", "key")
    wrap = wrap_of(laptop.epoch.for_province(), province.keys.recipient)
    with province.database.writing() as connection:
        assert keep_wraps(connection, province, OFFICE.id, (wrap,))
        assert not keep_wraps(connection, province, OFFICE.id, (wrap,))
    assert release(province, OFFICE.id, AT) == 1


def test_what_has_no_open_part_is_relayed_unread(province: Province, laptop: Laptop) -> None:
    secret = laptop.seal(laptop.operation("n1", subject="راز"), opened=[()])
    assert taken(province, secret) == NEW
    with province.database.reading() as connection:
        assert list(segments.lacking(connection, OFFICE.id, {}, 10**6)) == [secret]
        assert connection.execute(select(PUBLISHED["need"])).all() == []


def test_open_fields_become_typed_rows_and_follow_every_change(province: Province, laptop: Laptop) -> None:
    made = laptop.operation("n1", subject="آب", noted_on="2026-03-21", urgency="high")
    changed = laptop.operation("n1", {"subject": (made.dot,)}, action="change", subject="آب آشامیدنی")
    assert taken(province, laptop.seal(made, opened=[{"subject", "noted_on"}])) == NEW
    assert taken(province, laptop.seal(changed)) == NEW
    found = row(province, "need", "n1")
    assert (found["subject"], found["noted_on"]) == ("آب آشامیدنی", date(2026, 3, 21))
    assert "urgency" not in found


def test_edits_that_did_not_know_each_other_are_a_conflict_and_the_later_is_shown(
    province: Province, laptop: Laptop
) -> None:
    other = Laptop("laptop-b", epoch=laptop.epoch)
    other.join(province)
    made = laptop.operation("n1", subject="آب")
    base = {"subject": (made.dot,)}
    taken(province, laptop.seal(made))
    taken(province, laptop.seal(laptop.operation("n1", base, action="change", subject="گاز", stamp=900 << 16)))
    late = other.operation("n1", base, action="change", subject="برق", stamp=800 << 16)
    assert taken(province, other.seal(late, deps={"laptop-a": 1})) == NEW
    assert row(province, "need", "n1")["subject"] == "گاز"
    with province.database.reading() as connection:
        assert connection.execute(select(RECORD_STATE.c.disputed)).scalar_one()
    settled = {"subject": (Dot("laptop-a", 2), Dot("laptop-b", 1))}
    both = {"laptop-a": 2, "laptop-b": 1}
    taken(province, laptop.seal(laptop.operation("n1", settled, action="change", subject="برق"), deps=both))
    with province.database.reading() as connection:
        assert not connection.execute(select(RECORD_STATE.c.disputed)).scalar_one()
    assert row(province, "need", "n1")["subject"] == "برق"


def test_what_is_hidden_again_is_forgotten_and_what_is_revealed_comes_back(province: Province, laptop: Laptop) -> None:
    made = laptop.operation("p1", kind="person", first_name="نام", birth_date="1990-01-01")
    taken(province, laptop.seal(made))
    assert "first_name" in row(province, "person", "p1")
    hiding = laptop.operation("p1", kind="person", action="hide", first_name=None, birth_date=None)
    taken(province, laptop.seal(hiding))
    assert "first_name" not in row(province, "person", "p1")
    taken(province, laptop.seal(laptop.operation("p1", kind="person", action="reveal", first_name="نام")))
    assert row(province, "person", "p1")["first_name"] == "نام"


def test_what_this_program_does_not_know_is_parked_and_the_rest_is_laid_down(
    province: Province, laptop: Laptop
) -> None:
    strange = (
        laptop.operation("n1", subject="آب", colour_of_next_year="blue"),
        laptop.operation("x1", kind="kind_of_next_year", title="چیزی"),
        laptop.operation("n2", subject="a\0b"),
    )
    assert taken(province, laptop.seal(*strange)) == NEW
    assert row(province, "need", "n1")["subject"] == "آب"
    with province.database.reading() as connection:
        rows = connection.execute(select(PARKED.c.seq, PARKED.c.record_id).order_by(PARKED.c.seq)).all()
    assert [tuple(one) for one in rows] == [(1, "n1"), (2, "x1"), (3, "n2")]


def stream(province: Province, laptop: Laptop) -> list[Operation | Emptied]:
    """The open operations that the province keeps, and those that it emptied."""
    with province.database.reading() as connection:
        contents = list(segments.lacking(connection, OFFICE.id, {}, 10**9))
    return [one for content in contents for one in read_open(content, laptop.epoch.open_key)]


def emptied(province: Province, laptop: Laptop) -> list[Dot]:
    return [one.dot for one in stream(province, laptop) if isinstance(one, Emptied)]


def test_what_either_form_of_a_segment_has_emptied_stays_emptied(province: Province, laptop: Laptop) -> None:
    whole = laptop.written()
    forms = [redact(whole, laptop.epoch.body_keys, [seq]) for seq in (2, 3)]
    assert [taken(province, one) for one in (whole, *forms, whole)] == [NEW, DOUBLE, DOUBLE, DOUBLE]
    assert emptied(province, laptop) == [("laptop-a", 2), ("laptop-a", 3)]


def test_what_is_forgotten_goes_out_of_the_province_s_copies_too(province: Province, laptop: Laptop) -> None:
    other = Laptop("laptop-b", epoch=laptop.epoch)
    other.join(province)
    names = {"kind": "person", "first_name": "نام"}
    taken(province, laptop.seal(laptop.operation("p1", **names), laptop.operation("p2", **names)))
    taken(province, laptop.seal(laptop.operation("p1", kind="person", action="change", sex="female")))
    hiding = laptop.operation("p1", kind="person", action="hide", first_name=None)
    again = laptop.operation("p1", kind="person", action="change", first_name="نام دیگر")
    taken(province, laptop.seal(hiding, again))
    assert emptied(province, laptop) == [("laptop-a", 1)]
    late = other.operation("p1", kind="person", action="change", first_name="دیر رسید")
    taken(province, other.seal(late, deps={"laptop-a": 2}))
    assert emptied(province, laptop) == [("laptop-a", 1), ("laptop-b", 1)]
    found = row(province, "person", "p1")
    assert (found["first_name"], found["sex"]) == ("نام دیگر", "female")
    both = {"laptop-b": 1}
    taken(province, laptop.seal(laptop.operation("p1", kind="person", action="erase"), deps=both))
    assert emptied(province, laptop) == [("laptop-a", 1), ("laptop-a", 3), ("laptop-a", 5), ("laptop-b", 1)]
    assert row(province, "person", "p1").keys() == {"office_id", "id"}
    assert row(province, "person", "p2")["first_name"] == "نام"
