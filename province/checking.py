"""Proof that the database is whole: numbers without holes, chains without breaks, and every signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, func, select, text

from desktop.sync.bundle.errors import BundleError
from desktop.sync.bundle.segment import Header, read_header, verify
from province.auditing import first_broken
from province.setup import Province
from province.store import devices, segments
from province.store.offices import Office, offices
from province.store.tables import OFFICE, SEGMENT


class Result(NamedTuple):
    """One thing that must hold; `office` is the code of the one that it is about, "" for all."""

    check: str
    ok: bool
    office: str = ""


def check_province(province: Province) -> Iterator[Result]:
    """Each thing that must hold, as soon as it is known."""
    with province.database.reading() as connection:
        if province.database.embedded:
            yield Result("file", connection.execute(text("PRAGMA integrity_check")).scalar() == "ok")
        yield Result("log", first_broken(connection, province.keys) is None)
        for office in offices(connection):
            yield Result("numbers", _is_dense(connection, office), office.code)
            yield Result("segments", _are_sound(connection, province, office), office.code)


def _is_dense(connection: Connection, office: Office) -> bool:
    """The numbers of an office are one to n, and n is its counter."""
    of_office = SEGMENT.c.office_id == office.id
    many, last = connection.execute(
        select(func.count(), func.coalesce(func.max(SEGMENT.c.office_seq), 0)).where(of_office)
    ).one()
    counted = connection.execute(select(OFFICE.c.next).where(OFFICE.c.id == office.id)).scalar_one()
    return bool(many == last == counted)


def _are_sound(connection: Connection, province: Province, office: Office) -> bool:
    """Each segment is signed by its device and follows the one before, and the vector says where they end."""
    keys = {one.id: one.keys for one in devices.devices(connection, office.id)}
    keys[province.server.province_id] = (province.keys.sign_key,)
    ends: dict[str, Header] = {}
    for _, content in segments.whole_stream(connection, office.id):
        try:
            header = read_header(content)
        except BundleError:
            return False
        before = ends.get(header.device)
        follows = (header.first, header.prev) == ((before.last + 1, before.id) if before else (1, ""))
        if not follows or not _is_signed(content, keys.get(header.device, ())):
            return False
        ends[header.device] = header
    return segments.vector_of(connection, office.id) == {device: header.last for device, header in ends.items()}


def _is_signed(content: bytes, keys: tuple[bytes, ...]) -> bool:
    for key in keys:
        try:
            verify(content, key)
        except BundleError:
            continue
        return True
    return False
