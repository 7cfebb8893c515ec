"""The road of the stick: a laptop's courier file is read, and one for an office is written.

Both carry the same manifest and the same segments as the line. Writing marks nothing as received; what an office lacks
is told by its last signed acknowledgements, so every file holds all since then.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sqlalchemy import Connection

from desktop.domain.problems import RefusedError
from desktop.sync.bundle.container import ClearHeader, CourierReader, SegmentFrame, write_courier
from desktop.sync.bundle.errors import BundleError, ContainerError
from desktop.sync.bundle.keys import Signed
from desktop.sync.bundle.manifest import Manifest
from desktop.sync.joining import IN_MANIFEST
from desktop.sync.wire import WireError
from province.ingest import release, take
from province.joining import join
from province.manifests import heed, our_manifest
from province.registry import LAPTOP, PROVINCE, learn
from province.setup import Province
from province.store import devices, segments
from province.store.devices import APPROVED
from province.store.offices import Office, lock_office, office_of


class Read(NamedTuple):
    """What came of a file: how many segments fared how, and whether it was whole and signed."""

    office: str
    sender: str
    outcomes: Counter[str]
    complete: bool
    fault: str  # code of what ended the reading early; "" at the end


def read_file(province: Province, file: BinaryIO, at: datetime) -> Read:
    """Take everything that can be taken. RefusedError for a file that is none of ours; a cut one is used to the cut."""
    outcomes: Counter[str] = Counter()
    try:
        keys = _Keys(province)
        with CourierReader(file, [province.keys.identity], keys) as reader:
            keys.office_id = reader.manifest.office
            manifest, fault = reader.manifest, ""
            _refuse_other_province(province, reader.clear, manifest)
            _join(province, manifest, at)
            _refuse_other_office(province, manifest)
            _learn(province, manifest, at)
            try:
                for frame in reader:
                    if isinstance(frame, SegmentFrame):
                        outcomes[take(province, manifest.office, frame.segment, at).outcome] += 1
            except ContainerError as error:
                fault = error.code
            if reader.complete:
                _heed(province, manifest, at)
    except ContainerError as error:
        raise RefusedError.of("file", f"courier_{error.code}") from error
    return Read(manifest.office, manifest.sender, outcomes, reader.complete, fault)


def write_file(province: Province, office: Office, path: Path, at: datetime) -> int:
    """A file for the laptops of an office, with all that they have not acknowledged; how many segments that are."""
    with province.database.reading() as connection:
        readers = [one.recipient for one in devices.devices(connection, office.id, APPROVED)]
        if not readers:
            raise RefusedError.of("office", "office_not_joined")
        manifest = our_manifest(connection, province, office.id, "", at)
        created = at.astimezone(UTC).isoformat(timespec="seconds")
        clear = ClearHeader(office.id, province.server.province_id, PROVINCE, LAPTOP, created)
        counted = _Counted(segments.lacking(connection, office.id, _had_by_all(connection, office.id), 1 << 62))
        part = path.with_name(path.name + ".part")
        try:
            with part.open("wb") as file:
                write_courier(file, clear, manifest, counted, readers, province.keys.signing)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return counted.many


class _Counted:
    """Segments as frames, counted while they are written."""

    def __init__(self, contents: Iterator[bytes]) -> None:
        self._contents, self.many = contents, 0

    def __iter__(self) -> Iterator[SegmentFrame]:
        for content in self._contents:
            self.many += 1
            yield SegmentFrame(content)


def _had_by_all(connection: Connection, office_id: str) -> dict[str, int]:
    """What every approved laptop of an office has acknowledged; one that never did has nothing."""
    vectors = segments.newest_acknowledged(connection, office_id)
    laptops = [one.id for one in devices.devices(connection, office_id, APPROVED)]
    told = [vectors.get(laptop, {}) for laptop in laptops]
    common = set.intersection(*(set(vector) for vector in told)) if told else set()
    return {device: min(vector[device] for vector in told) for device in common}


class _Keys:
    """The keys that laptops of the file's office sign with."""

    def __init__(self, province: Province) -> None:
        self._province, self.office_id = province, ""

    def __call__(self, device: str) -> bytes | None:
        with self._province.database.reading() as connection:
            known = devices.device_of(connection, self.office_id, device)
        return known.sign_key if known else None


def _refuse_other_province(province: Province, clear: ClearHeader, manifest: Manifest) -> None:
    if clear.province not in ("", province.server.province_id) or manifest.sender_kind != LAPTOP:
        raise RefusedError.of("file", "courier_other_province")


def _refuse_other_office(province: Province, manifest: Manifest) -> None:
    with province.database.reading() as connection:
        if office_of(connection, manifest.office) is None:
            raise RefusedError.of("file", "courier_other_office")


def _join(province: Province, manifest: Manifest, at: datetime) -> None:
    """A laptop may come for the first time by stick, with the same message as by line."""
    told = manifest.unknown.get(IN_MANIFEST)
    if told is None:
        return
    try:
        join(province, Signed.from_json(told), at)
    except (WireError, BundleError) as error:
        raise RefusedError.of("file", "courier_not_joined") from error


def _learn(province: Province, manifest: Manifest, at: datetime) -> None:
    """Who belongs to the office is proven by its own signatures; the laptop of this file may be among them."""
    with province.database.writing() as connection:
        lock_office(connection, manifest.office)
        more = learn(connection, province, manifest.office, manifest.statements, at)
    if more:
        release(province, manifest.office, at)


def _heed(province: Province, manifest: Manifest, at: datetime) -> None:
    with province.database.writing() as connection:
        device = devices.device_of(connection, manifest.office, manifest.sender)
        new_key = device is not None and heed(connection, province, device, manifest, at)
    if new_key:
        release(province, manifest.office, at)
