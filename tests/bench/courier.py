"""A first load by stick: sealed, written as one file, read again and taken, against the floor of the same records."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.container import ClearHeader, CourierReader, SegmentFrame, write_courier
from desktop.sync.contacts import our_manifest, peer_of
from desktop.sync.laptop import this_laptop
from desktop.sync.sealing import seal
from desktop.sync.taking import take
from tests.bench._sync_laptops import Floor, middle, processor_seconds, settle, two_laptops
from tests.bench.figure import Figure
from tests.sync.laptops import segments_for

PEOPLE, ROUNDS = 10_000, 2


def measure() -> Iterator[Figure]:
    turns = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            turns.append(_turn(Path(name)))
    ours, files, floors = (middle(told) for told in zip(*turns, strict=True))
    yield Figure("courier 10000 persons", ours, floors, "s", PEOPLE)
    yield Figure("courier, file alone", files, floors, "s", PEOPLE)


def _turn(folder: Path) -> tuple[float, float, float]:
    """Processor seconds of all, of the file alone, and of the floor before and after."""
    first, second = two_laptops(folder)
    settle(first, PEOPLE)
    floor = Floor(first, folder)
    before = processor_seconds(lambda: floor.carry(PEOPLE))
    sealing = processor_seconds(lambda: seal(first))
    segments = segments_for(first, second)
    through = processor_seconds(lambda: _through(BytesIO(), first, second, segments))
    taking = processor_seconds(lambda: [take(second, segment) for segment in segments])
    after = processor_seconds(lambda: floor.carry(PEOPLE))
    floor.close()
    first.close()
    second.close()
    return sealing + through + taking, through, (before + after) / 2


def _through(file: BytesIO, first: OfficeFile, second: OfficeFile, segments: list[bytes]) -> None:
    """Write the file for the second laptop, and read it there."""
    with first.merge() as connection:
        sender = this_laptop(connection, first.clock())
        manifest = our_manifest(connection, sender, ("", "laptop"), first.clock())
    with second.merge() as connection:
        reader = this_laptop(connection, second.clock())
        writer = peer_of(connection, sender.device_id)
    assert writer is not None
    with first.connection() as connection:
        addressee = peer_of(connection, reader.device_id)
    assert addressee is not None
    clear = ClearHeader(sender.office_id, "", "laptop", "laptop", first.clock().isoformat())
    frames = [SegmentFrame(segment) for segment in segments]
    write_courier(file, clear, manifest, frames, [addressee.recipient], sender.signing_key)
    file.seek(0)
    with CourierReader(file, [reader.identity], lambda _device: writer.sign_key) as courier:
        assert sum(isinstance(frame, SegmentFrame) for frame in courier) == len(segments)
