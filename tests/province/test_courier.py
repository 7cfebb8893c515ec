"""The stick: the same segments and the same manifest as by line, cut, doubled, late and foreign."""

from __future__ import annotations

import io
from pathlib import Path
from secrets import token_hex

import pytest

from desktop.domain.problems import RefusedError
from desktop.sync.bundle.container import CourierReader, SegmentFrame
from desktop.sync.joining import opened_card
from province.courier import Read, read_file, write_file
from province.ingest import take
from province.setup import Province
from province.store import devices, offices, segments
from province.store.offices import Office
from tests.province.made import AT, OFFICE, Laptop, invited


def read(province: Province, content: bytes) -> Read:
    return read_file(province, io.BytesIO(content), AT)


def vector(province: Province) -> dict[str, int]:
    with province.database.reading() as connection:
        return segments.vector_of(connection, OFFICE.id)


def code_of(province: Province, content: bytes) -> str:
    with pytest.raises(RefusedError) as told:
        read(province, content)
    return told.value.problems[0].code


def test_a_file_that_is_read_twice_is_read_once(province: Province, laptop: Laptop) -> None:
    file = laptop.courier(province, laptop.written(), laptop.written())
    first, second = read(province, file), read(province, file)
    assert (dict(first.outcomes), first.complete, first.fault) == ({"new": 2}, True, "")
    assert dict(second.outcomes) == {"double": 2}
    assert vector(province) == {"laptop-a": 6}
    with province.database.reading() as connection:
        (device,) = devices.devices(connection)
    assert device.seen_at == AT


def test_files_in_the_wrong_order_wait_for_each_other(province: Province, laptop: Laptop) -> None:
    early, late = laptop.written(), laptop.written()
    assert dict(read(province, laptop.courier(province, late)).outcomes) == {"waiting": 1}
    assert dict(read(province, laptop.courier(province, early)).outcomes) == {"new": 1}
    assert vector(province) == {"laptop-a": 6}


def test_what_stands_before_a_cut_is_taken_and_the_rest_comes_with_the_next_file(
    province: Province, laptop: Laptop
) -> None:
    contents = [
        laptop.seal(*(laptop.operation(token_hex(), subject=token_hex(2000)) for _ in range(4))) for _ in range(20)
    ]
    file = laptop.courier(province, *contents)
    came = read(province, file[: len(file) * 2 // 3])
    assert (came.complete, came.fault) == (False, "truncated")
    assert 0 < came.outcomes["new"] < 20
    assert dict(read(province, file).outcomes) == {"double": came.outcomes["new"], "new": 20 - came.outcomes["new"]}


def test_files_that_are_not_for_us_are_told_apart(province: Province, laptop: Laptop, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    good = laptop.courier(province, laptop.written())
    assert code_of(province, b"PK no courier file") == "courier_not_a_courier_file"
    stranger = Laptop("laptop-x", office="office-9")
    assert code_of(province, stranger.courier(province, stranger.written())) == "courier_other_office"
    assert code_of(province, good.replace(b"province-1", b"province-2", 1)) == "courier_other_province"
    assert vector(province) == {}
    assert read(province, good).complete


def test_a_laptop_joins_by_its_first_file(province: Province) -> None:
    content, code = invited(province)
    laptop = Laptop("laptop-a")
    message = laptop.joining(opened_card(content, code), code)
    assert dict(read(province, laptop.courier(province, laptop.written())).outcomes) == {"waiting": 1}
    came = read(province, laptop.courier(province, laptop.written(), joining=message))
    assert (dict(came.outcomes), came.complete) == ({"new": 1}, True)
    assert vector(province) == {"laptop-a": 6}
    other = Laptop("laptop-b")
    late = other.joining(opened_card(content, code), code)
    assert code_of(province, other.courier(province, joining=late)) == "courier_not_joined"


def test_an_office_keeps_the_id_that_it_gave_itself_before_any_province_knew_it(province: Province) -> None:
    content, code = invited(province)
    later, second_code = invited(province)
    own = Laptop("laptop-a", office="as-it-calls-itself")
    message = own.joining(opened_card(content, code), code)
    assert read(province, own.courier(province, own.written(), joining=message)).outcomes == {"new": 1}
    second = Laptop("laptop-b", office=own.office, epoch=own.epoch)
    told = second.joining(opened_card(later, second_code), second_code)
    assert read(province, second.courier(province, joining=told)).complete
    other = Laptop("laptop-c", office="another-id")
    third, third_code = invited(province, Office(own.office, OFFICE.code, OFFICE.title))
    claimed = other.joining(opened_card(third, third_code), third_code)
    assert code_of(province, other.courier(province, joining=claimed)) == "courier_not_joined"
    with province.database.reading() as connection:
        assert [(one.id, one.code) for one in offices.offices(connection)] == [(own.office, OFFICE.code)]


def test_a_file_for_an_office_holds_what_a_laptop_has_not_acknowledged(
    province: Province, laptop: Laptop, tmp_path: Path
) -> None:
    other = Laptop("laptop-b", epoch=laptop.epoch)
    other.join(province)
    contents = [laptop.written() for _ in range(4)]
    for content in contents:
        take(province, OFFICE.id, content, AT)
    path = tmp_path / "answer.tashil"
    assert write_file(province, OFFICE, path, AT) == 4
    with path.open("rb") as file, CourierReader(file, [other.keys.identity], lambda _: province.keys.sign_key) as found:
        frames = list(found)
        assert found.complete
    assert [frame.segment for frame in frames if isinstance(frame, SegmentFrame)] == contents
    for one, reached in ((laptop, 12), (other, 6)):
        greeting = one.courier(province, acks=(one.ack({"laptop-a": reached}),))
        assert read(province, greeting).complete
    assert write_file(province, OFFICE, path, AT) == 2
