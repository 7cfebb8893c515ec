"""The stream of each office: numbered segments as they came, what waits before them, and what was refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, delete, func, insert, or_, select, update

from province.store.offices import count_one
from province.store.tables import ACK, REFUSED_SEGMENT, SEGMENT, VECTOR, WAITING_SEGMENT

_AT_ONCE = 32  # rows of bytes looked at in one go while a page is filled


class Arrival(NamedTuple):
    """A segment on its way in."""

    office_id: str
    device_id: str
    first: int
    last: int
    id: str
    redaction: int
    content: bytes
    received_at: datetime


class Reached(NamedTuple):
    """How far a device's operations are known, and the segment that ends there."""

    seq: int
    segment_id: str


class Waiting(NamedTuple):
    device_id: str
    first: int
    id: str
    reason: str
    content: bytes


def append(connection: Connection, arrival: Arrival) -> int:
    """The segment as the next of its locked office; answers its number there."""
    number = count_one(connection, arrival.office_id)
    connection.execute(insert(SEGMENT).values(**arrival._asdict(), office_seq=number))
    reached = {"seq": arrival.last, "segment_id": arrival.id}
    key = (VECTOR.c.office_id == arrival.office_id) & (VECTOR.c.device_id == arrival.device_id)
    if connection.execute(update(VECTOR).where(key).values(**reached)).rowcount == 0:
        of = {"office_id": arrival.office_id, "device_id": arrival.device_id}
        connection.execute(insert(VECTOR).values(**of, **reached))
    return number


def reached_by(connection: Connection, office_id: str, device_id: str) -> Reached:
    """How far one device is known; nothing yet is (0, "")."""
    wanted = select(VECTOR.c.seq, VECTOR.c.segment_id).where(
        VECTOR.c.office_id == office_id, VECTOR.c.device_id == device_id
    )
    row = connection.execute(wanted).first()
    return Reached(*row) if row else Reached(0, "")


def vector_of(connection: Connection, office_id: str) -> dict[str, int]:
    """How far each device of an office is known."""
    rows = connection.execute(select(VECTOR.c.device_id, VECTOR.c.seq).where(VECTOR.c.office_id == office_id))
    return {row.device_id: row.seq for row in rows}


def id_at(connection: Connection, office_id: str, device_id: str, first: int) -> str | None:
    """The id of the known segment that begins with this operation."""
    wanted = select(SEGMENT.c.id).where(
        SEGMENT.c.office_id == office_id, SEGMENT.c.device_id == device_id, SEGMENT.c.first == first
    )
    return connection.execute(wanted).scalar()


def lacking(connection: Connection, office_id: str, vector: Mapping[str, int], most: int) -> Iterator[bytes]:
    """What somebody who has `vector` lacks, in the order of the office, until `most` bytes; at least one segment."""
    known = [and_(SEGMENT.c.device_id == device, SEGMENT.c.last > seq) for device, seq in vector.items()]
    wanted = or_(SEGMENT.c.device_id.not_in(list(vector)), *known)
    after, size = 0, 0
    while size < most:
        page = connection.execute(_page(office_id, after, wanted)).all()
        for number, content in page:
            if size and size + len(content) > most:
                return
            after, size = number, size + len(content)
            yield bytes(content)
        if len(page) < _AT_ONCE:
            return


def whole_stream(connection: Connection, office_id: str, after: int = 0) -> Iterator[tuple[int, bytes]]:
    """All segments of an office in their order with their numbers, however many they are; those after a number."""
    while page := connection.execute(_page(office_id, after, SEGMENT.c.office_seq > after)).all():
        for number, content in page:
            after = number
            yield number, bytes(content)


def last_number(connection: Connection, office_id: str) -> int:
    return int(
        connection.execute(select(func.max(SEGMENT.c.office_seq)).where(SEGMENT.c.office_id == office_id)).scalar() or 0
    )


def find(connection: Connection, office_id: str, segment_id: str) -> tuple[int, bytes] | None:
    """The number and the bytes of a known segment."""
    wanted = select(SEGMENT.c.office_seq, SEGMENT.c.content)
    row = connection.execute(wanted.where(SEGMENT.c.office_id == office_id, SEGMENT.c.id == segment_id)).first()
    return (row.office_seq, bytes(row.content)) if row else None


def replace(connection: Connection, office_id: str, number: int, content: bytes, redaction: int) -> None:
    """The same segment with less in it."""
    one = (SEGMENT.c.office_id == office_id) & (SEGMENT.c.office_seq == number)
    connection.execute(update(SEGMENT).where(one).values(content=content, redaction=redaction))


def wait(connection: Connection, arrival: Arrival, reason: str) -> None:
    """Keep a segment until what it waits for has come."""
    key = _aside(WAITING_SEGMENT, arrival)
    if connection.execute(update(WAITING_SEGMENT).where(key).values(reason=reason)).rowcount == 0:
        values = arrival._asdict() | {"reason": reason}
        values.pop("redaction")
        connection.execute(insert(WAITING_SEGMENT).values(**values))


def stop_waiting(connection: Connection, arrival: Arrival) -> None:
    connection.execute(delete(WAITING_SEGMENT).where(_aside(WAITING_SEGMENT, arrival)))


def waiting(connection: Connection, office_id: str) -> list[Waiting]:
    """What waits in an office, in an order in which each can follow the one before."""
    columns = [WAITING_SEGMENT.c[name] for name in Waiting._fields]
    wanted = select(*columns).where(WAITING_SEGMENT.c.office_id == office_id)
    rows = connection.execute(wanted.order_by(WAITING_SEGMENT.c.device_id, WAITING_SEGMENT.c.first))
    return [Waiting(*row) for row in rows]


def keep_refused(connection: Connection, arrival: Arrival, code: str, *, content: bool) -> None:
    """Remember that a segment was refused and why; with its bytes where they may hold what nobody else has."""
    key = _aside(REFUSED_SEGMENT, arrival)
    if connection.execute(select(REFUSED_SEGMENT.c.code).where(key)).first() is None:
        named = {name: getattr(arrival, name) for name in ("office_id", "device_id", "first", "id", "received_at")}
        kept = arrival.content if content else None
        connection.execute(insert(REFUSED_SEGMENT).values(**named, code=code, content=kept))


def keep_ack(
    connection: Connection,
    office_id: str,
    peer: str,
    incarnation: str,
    vector: Mapping[str, int],
    statement: str,
    at: datetime,
) -> None:
    """What a peer said that it has. Within one incarnation of it a statement that takes something back is not kept."""
    key = (ACK.c.office_id == office_id) & (ACK.c.peer == peer) & (ACK.c.incarnation == incarnation)
    before = acknowledged(connection, office_id, peer, incarnation)
    if any(vector.get(device, 0) < seq for device, seq in before.items()):
        return
    values = {"vector": json.dumps(dict(vector), sort_keys=True), "statement": statement, "at": at}
    if connection.execute(update(ACK).where(key).values(**values)).rowcount == 0:
        named = {"office_id": office_id, "peer": peer, "incarnation": incarnation}
        connection.execute(insert(ACK).values(**named, **values))


def acknowledgements(connection: Connection, office_id: str) -> list[str]:
    """The signed statements of an office's laptops on what they have, to be passed on."""
    wanted = select(ACK.c.statement).where(ACK.c.office_id == office_id).order_by(ACK.c.peer, ACK.c.incarnation)
    return list(connection.execute(wanted).scalars())


def newest_acknowledged(connection: Connection, office_id: str) -> dict[str, dict[str, int]]:
    """What each laptop of an office said last that it has: what it said before a restored backup counts no more."""
    wanted = select(ACK.c.peer, ACK.c.vector).where(ACK.c.office_id == office_id).order_by(ACK.c.at)
    return {row.peer: dict(json.loads(row.vector)) for row in connection.execute(wanted)}


def acknowledged(connection: Connection, office_id: str, peer: str, incarnation: str) -> dict[str, int]:
    """What a peer is known to have."""
    wanted = select(ACK.c.vector).where(
        ACK.c.office_id == office_id, ACK.c.peer == peer, ACK.c.incarnation == incarnation
    )
    found = connection.execute(wanted).scalar()
    return {} if found is None else dict(json.loads(found))


def _page(office_id: str, after: int, wanted: ColumnElement[bool]) -> Select[Any]:
    told = select(SEGMENT.c.office_seq, SEGMENT.c.content).where(SEGMENT.c.office_id == office_id)
    return told.where(SEGMENT.c.office_seq > after, wanted).order_by(SEGMENT.c.office_seq).limit(_AT_ONCE)


def _aside(table: Table, arrival: Arrival) -> ColumnElement[bool]:
    return and_(
        table.c.office_id == arrival.office_id,
        table.c.device_id == arrival.device_id,
        table.c.first == arrival.first,
        table.c.id == arrival.id,
    )
