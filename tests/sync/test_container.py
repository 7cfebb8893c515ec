"""The courier's file on a stick: whoever finds it reads nothing, and a cut one still gives what was whole."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256, shake_128
from pathlib import Path
from typing import Any

import pytest

from desktop.sync.bundle.container import (
    FOOT,
    AttachmentFrame,
    ClearHeader,
    CourierReader,
    Frame,
    SegmentFrame,
    opened_attachment,
    peek,
    peek_clear,
    sealed_attachment,
    write_courier,
)
from desktop.sync.bundle.errors import ContainerError
from desktop.sync.bundle.keys import DeviceKeys
from desktop.sync.bundle.manifest import Manifest, signed_manifest
from desktop.sync.bundle.segment import read_all
from tests.sync.segments import OFFICE_KEY, change, seal

LAPTOP, PROVINCE, STRANGER = DeviceKeys.generate(), DeviceKeys.generate(), DeviceKeys.generate()
CARD = LAPTOP.card("laptop-1")
CLEAR = ClearHeader("office-0803", "province-21", "laptop", "province", "2026-11-30T15:00:00Z")
MANIFEST = Manifest(
    office="office-0803",
    sender="laptop-1",
    sender_kind="laptop",
    addressee="province-21",
    addressee_kind="province",
    incarnation="first",
    vv={"laptop-1": 2},
    made_at="2026-11-30T15:00:00Z",
    app="0.2.0",
    schema="0019",
)
LETTER = signed_manifest(MANIFEST, LAPTOP.signing_key)
CONTENT = shake_128(b"a photo").digest(90_000)
PHOTO = sealed_attachment(sha256(CONTENT).hexdigest(), CONTENT, OFFICE_KEY)
RECORDS = [
    change(1, {"first_name": "فاطمه", "last_name": "رنجبری", "phone": "09151234567", "note": "معرفی به بهزیستی"}),
    change(2, {"username": "hamid", "full_name": "حمید یزدان‌پناه"}),
]
SEGMENTS = [seal([RECORDS[0]], [{"phone"}]), seal([RECORDS[1]])]
FRAMES: list[Frame] = [*map(SegmentFrame, SEGMENTS), PHOTO]


def written(frames: Any = FRAMES, **changes: Any) -> bytes:
    file = io.BytesIO()
    recipients = [keys.card("x").recipient for keys in (LAPTOP, PROVINCE)]
    write_courier(file, replace(CLEAR, **changes), LETTER, frames, recipients, LAPTOP.signing_key)
    return file.getvalue()


def known(device: str) -> bytes | None:
    return CARD.signature_key if device == "laptop-1" else None


def read(data: bytes, keys: DeviceKeys = PROVINCE, known: Any = known) -> tuple[list[Frame], str, bool]:
    """The frames, the code of the error if there was one, and whether all was signed."""
    found: list[Frame] = []
    try:
        with CourierReader(io.BytesIO(data), [keys.identity], known) as reader:
            assert reader.manifest == MANIFEST
            try:
                found += iter(reader)
            except ContainerError as error:
                return found, error.code, reader.complete
            return found, "", reader.complete
    except ContainerError as error:
        return found, error.code, False


WRITTEN = written()


@pytest.mark.parametrize("keys", [PROVINCE, LAPTOP])
def test_each_recipient_reads_all_that_was_written(keys: DeviceKeys) -> None:
    frames, code, complete = read(WRITTEN, keys)
    assert (frames, code, complete) == (FRAMES, "", True)
    photo = frames[-1]
    assert isinstance(photo, AttachmentFrame)
    assert opened_attachment(photo, OFFICE_KEY) == CONTENT
    with pytest.raises(ContainerError, match="wrong_key"):
        opened_attachment(photo, bytes(32))


def test_a_file_without_records_is_a_file() -> None:
    assert read(written([])) == ([], "", True)


def test_a_look_at_a_file_tells_who_wrote_it_and_needs_no_key_for_the_rest() -> None:
    assert peek(io.BytesIO(WRITTEN), [PROVINCE.identity]) == (CLEAR, MANIFEST)
    assert peek_clear(io.BytesIO(WRITTEN)) == CLEAR


def test_nobody_s_name_and_no_value_can_be_found_in_a_file() -> None:
    hidden = [str(value) for operation in RECORDS for value in operation.fields.values()]
    hidden += [*RECORDS[0].fields, *RECORDS[1].fields, *(text for operation in RECORDS for text in operation[2:7])]
    for data in (WRITTEN, *SEGMENTS):
        for text in {str(text) for text in hidden if len(str(text)) > 3}:
            for form in (text.encode(), text.encode("utf-16-le"), ascii(text)[1:-1].encode()):
                assert form not in data, text
    assert read_all(SEGMENTS[0], OFFICE_KEY) == RECORDS[:1]  # it does lie in there


def test_a_cut_file_gives_its_whole_segments_and_is_never_complete() -> None:
    many: list[Frame] = [SegmentFrame(SEGMENTS[0] + bytes(3000)) for _ in range(100)]
    data = written(many)
    got = []
    for end in [*range(0, len(data), len(data) // 30), len(data) - 1, len(data) - len(FOOT)]:
        frames, code, complete = read(data[:end])
        assert (code, complete) == ("truncated" if end else "not_a_courier_file", False)
        assert frames == many[: len(frames)]
        got.append(len(frames))
    assert got[:-2] == sorted(got[:-2])
    assert max(got) > 70


def test_a_flipped_bit_never_changes_a_segment_and_always_spoils_the_end() -> None:
    codes = set()
    for at in [*range(0, 900, 7), *range(900, len(WRITTEN), 1999), len(WRITTEN) - 1]:
        flipped = WRITTEN[:at] + bytes([WRITTEN[at] ^ (1 << at % 8)]) + WRITTEN[at + 1 :]
        frames, code, complete = read(flipped)
        assert frames == FRAMES[: len(frames)]
        assert code
        assert not complete
        codes.add(code)
    assert codes <= {"tampered", "truncated", "newer_format", "not_a_courier_file", "not_for_us"}
    assert "tampered" in codes


def test_every_reason_has_its_name() -> None:
    assert read(WRITTEN, STRANGER)[1] == "not_for_us"
    assert read(b"PK\x03\x04 some other file")[1] == "not_a_courier_file"
    assert read(WRITTEN.replace(b"COURIER 1", b"COURIER 2"))[1] == "newer_format"
    assert read(WRITTEN.replace(b"office-0803", b"office-0804", 1))[1:] == ("tampered", False)
    assert read(WRITTEN[:-1000] + bytes(1000 - len(FOOT)) + FOOT)[1] == "tampered"


def test_a_file_signed_by_somebody_else_is_not_complete() -> None:
    file = io.BytesIO()
    write_courier(file, CLEAR, LETTER, FRAMES, [PROVINCE.card("x").recipient], STRANGER.signing_key)
    assert read(file.getvalue()) == (FRAMES, "tampered", False)


def test_a_letter_signed_by_somebody_else_spoils_the_file() -> None:
    file, letter = io.BytesIO(), signed_manifest(MANIFEST, STRANGER.signing_key)
    write_courier(file, CLEAR, letter, FRAMES, [PROVINCE.card("x").recipient], LAPTOP.signing_key)
    assert read(file.getvalue()) == (FRAMES, "tampered", False)


def test_the_sender_may_become_known_by_what_the_file_holds() -> None:
    assert read(WRITTEN, known=lambda _: None) == (FRAMES, "", False)
    met: set[str] = set()
    with CourierReader(
        io.BytesIO(WRITTEN), [PROVINCE.identity], lambda device: known(device) if met else None
    ) as reader:
        for _ in reader:
            assert not reader.complete
            met.add("laptop-1")
        assert reader.complete


def test_neither_side_holds_the_whole_file(tmp_path: Path) -> None:
    path, size, asked = tmp_path / "large.tashil", 100_000, []

    def frames(file: Any) -> Iterator[Frame]:
        for _ in range(40):
            asked.append(file.tell())
            yield SegmentFrame(bytes(size))

    with path.open("wb") as file:
        write_courier(file, CLEAR, LETTER, frames(file), [PROVINCE.card("x").recipient], LAPTOP.signing_key)
    assert all(place >= (at - 3) * size for at, place in enumerate(asked))
    with path.open("rb") as stick, CourierReader(stick, [PROVINCE.identity], known) as reader:
        next(iter(reader))
        assert stick.tell() < 10 * size
    assert not reader.complete


def test_what_goes_wrong_while_writing_or_reading_is_told_as_it_is() -> None:
    def failing() -> Iterator[Frame]:
        yield FRAMES[0]
        raise LookupError("no such segment")

    with pytest.raises(LookupError, match="no such segment"):
        written(failing())

    good = 0

    class Stick(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > good:
                raise OSError(5, "stick pulled out")
            return super().read(size)

    def through(stick: Stick) -> None:
        with CourierReader(stick, [PROVINCE.identity], known) as reader:
            list(reader)

    for good in (500, 80_000):  # noqa: B007  the stick reads it
        with pytest.raises(OSError, match="pulled"):
            through(Stick(WRITTEN))
