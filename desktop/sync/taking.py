"""Taking a segment in: each in a commit of its own, once, after all that it builds upon, and whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from nacl.exceptions import CryptoError
from sqlalchemy import Connection

from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import Identity
from desktop.sync.audit_trail import hear_audit
from desktop.sync.becoming import Parting, go_on_as_another, parted_by, where_closed
from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.errors import SegmentError
from desktop.sync.bundle.segment import Header, emptied_count, read_all, read_header, verify
from desktop.sync.clock import received
from desktop.sync.clocks import follow_clocks
from desktop.sync.contents import drop_orphans
from desktop.sync.devices import KIND, keys_of, learn, stated
from desktop.sync.laptop import Laptop, meta, set_meta, this_laptop, version_vector
from desktop.sync.merge import Operation
from desktop.sync.open_numbers import read_told
from desktop.sync.own_log import FORGETTING
from desktop.sync.parking import unpark
from desktop.sync.refilling import compare, somebody_is_shut_out, want_emptied
from desktop.sync.sealing import SEALED_UPTO, empty_forgotten, keep, keep_redacted, seal_in
from desktop.sync.showing import show
from desktop.sync.uncollected import uncollected
from desktop.sync.voiding import void_due

Verdict = Literal[
    "new", "double", "waiting", "fork", "revoked", "other_office", "unknown_device", "no_key", "newer_format", "damaged"
]
_ASIDE = frozenset({"waiting", "fork", "revoked", "unknown_device"})
"""What is kept although it cannot be taken."""

_FOLLOWING = "reason IN ('waiting', 'unknown_device')"
_MOST_UNKNOWN = 32 * 1024 * 1024  # bytes that are kept of devices of which nobody has told yet

_BAD: dict[str, Verdict] = {"newer_format": "newer_format", "wrong_key": "no_key"}


class Taken(NamedTuple):
    """What became of a segment, and what changed on the screens."""

    verdict: Verdict
    kinds: frozenset[str] = frozenset()
    operations: int = 0


def take(office: OfficeFile, segment: bytes) -> Taken:
    """Take one segment; whatever it is, nothing is harmed, and reading it twice is reading it once.

    What was written here is sealed before. Segments that waited for this one follow it, and what this program could
    not read before its upgrade is read now.
    """
    unparked = unpark(office)
    with uncollected(), office.merge() as connection:
        laptop = this_laptop(connection, office.clock())
        seal_in(connection, office, laptop=laptop)
        parting = where_closed(connection, laptop)
        if parting:
            go_on_as_another(connection, office, parting)
            laptop = this_laptop(connection, office.clock())
        taken = _take(connection, office, laptop, segment)
        identity = _identity_now(connection, office)
    office.identity = identity
    taken = taken._replace(kinds=taken.kinds | unparked)
    if taken.verdict != "new":
        return taken
    for waiting in _that_can_follow(office):
        with office.merge() as connection:
            more = _take(connection, office, this_laptop(connection, office.clock()), waiting)
        taken = taken._replace(kinds=taken.kinds | more.kinds, operations=taken.operations + more.operations)
    return taken


def _identity_now(connection: Connection, office: OfficeFile) -> Identity:
    """Who this file is, which may have become another one."""
    device = meta(connection, "device_id")
    block = connection.exec_driver_sql("SELECT block FROM device WHERE id = ?", (device,)).scalar_one()
    return replace(office.identity, device_id=device, block=block)


def _take(connection: Connection, office: OfficeFile, laptop: Laptop, segment: bytes) -> Taken:
    try:
        header = read_header(segment)
    except SegmentError as error:
        return Taken(_BAD.get(error.code, "damaged"))
    verdict = _allowed(connection, laptop, header, segment) or _place(connection, header)
    if header.device == laptop.device_id and verdict in ("new", "waiting", "fork"):
        copied = parted_by(connection, laptop, header)
        if copied is not None:
            go_on_as_another(connection, office, Parting(header.first - 1, header.id) if copied else None)
            return _take(connection, office, this_laptop(connection, office.clock()), segment)
        verdict = "fork"
    if verdict == "damaged":
        connection.exec_driver_sql("DELETE FROM segment_aside WHERE segment_id = ?", (header.id,))
    if verdict == "double":
        return Taken(verdict, compare(connection, laptop, header, segment, office.clock()))
    if verdict in _ASIDE and _is_damaged(laptop, header, segment):
        verdict = "damaged"
    elif verdict in _ASIDE and (verdict != "unknown_device" or _has_room(connection)):
        set_aside(connection, header, segment, verdict, office.clock().isoformat())
    return _apply(connection, office, laptop, header, segment) if verdict == "new" else Taken(verdict)


def _is_damaged(laptop: Laptop, header: Header, segment: bytes) -> bool:
    """Whether its bodies cannot be what was sealed: such a one is not kept, since a sound one may still come."""
    keys = laptop.keys(header.epoch)
    if keys is None or keys.office_key is None:
        return False
    try:
        read_all(segment, keys.office_key)
    except SegmentError as error:
        return error.code != "newer_format"  # it is the key of its epoch, whatever the segment says
    return False


def _allowed(connection: Connection, laptop: Laptop, header: Header, segment: bytes) -> Verdict | None:
    """Why nothing of this segment may be believed; None when its device signed it and may write."""
    if header.office != laptop.office_id:
        return "other_office"
    known = connection.exec_driver_sql("SELECT last_seq FROM sync_device WHERE id = ?", (header.device,)).first()
    if known is None:
        return "unknown_device"
    if not any(_signed_with(key, segment) for key in keys_of(connection, header.device)):
        return "damaged"
    return "revoked" if known.last_seq is not None and header.last > known.last_seq else None


def _signed_with(key: bytes, segment: bytes) -> bool:
    try:
        verify(segment, key)
    except (SegmentError, CryptoError):
        return False
    return True


def _place(connection: Connection, header: Header) -> Verdict:
    """Where a segment stands among those of its device and those it builds upon."""
    kept = connection.exec_driver_sql(
        "SELECT segment_id FROM segment WHERE device_id = ? AND first = ?", (header.device, header.first)
    ).scalar()
    if kept is not None:
        return "double" if kept == header.id else "fork"
    vector = version_vector(connection)
    last = vector.get(header.device, 0)
    if header.first <= last:
        return "fork"
    if header.first > last + 1 or not _dominates(connection, vector, header.deps):
        return "waiting"
    sql = "SELECT segment_id FROM segment WHERE device_id = ? ORDER BY first DESC LIMIT 1"
    previous = connection.exec_driver_sql(sql, (header.device,)).scalar() or ""
    return "new" if previous == header.prev else "fork"


def _dominates(connection: Connection, vector: Mapping[str, int], deps: Mapping[str, int]) -> bool:
    """Whether all is here that the writer had read, but for what is void by now and comes to nobody any more."""
    lacking = {device: seq for device, seq in deps.items() if vector.get(device, 0) < seq}
    if not lacking:
        return True
    sql = "SELECT id, last_seq FROM sync_device WHERE last_seq IS NOT NULL"
    ends = {device: last for device, last in connection.exec_driver_sql(sql).all()}  # noqa: C416 - no pairs to mypy
    return all(device in ends and vector.get(device, 0) >= ends[device] for device in lacking)


def _apply(connection: Connection, office: OfficeFile, laptop: Laptop, header: Header, segment: bytes) -> Taken:
    keys = laptop.keys(header.epoch)
    if keys is None or keys.office_key is None:
        return Taken("no_key")
    try:
        told = read_told(connection, laptop, segment, keys.office_key)
    except SegmentError as error:
        return Taken(_BAD.get(error.code, "damaged"))
    operations = [one if isinstance(one, Operation) else _nothing(one, header) for one in told]
    done = show(connection, operations, header.schema, office.clock())
    dots = (header.device, header.first, header.last)
    keep(connection, dots, header.id, done.log_first, segment, emptied_count(segment))
    if done.too_late:
        arrival = connection.exec_driver_sql("SELECT max(arrival) FROM segment").scalar_one()
        keep_redacted(connection, laptop, arrival, segment, done.too_late)
    if emptied_count(segment) and somebody_is_shut_out(connection):
        want_emptied(connection, header.id)
    if any(one.action in FORGETTING for one in operations):
        empty_forgotten(connection, laptop, done.log_first - 1, {**header.deps, header.device: header.last})
    _hear(connection, office, max((one.stamp for one in operations), default=0))
    connection.exec_driver_sql("DELETE FROM segment_aside WHERE segment_id = ?", (header.id,))
    head = connection.exec_driver_sql("SELECT max(seq) FROM change_log").scalar_one()
    set_meta(connection, SEALED_UPTO, str(head))
    said = [one for operation in operations if operation.kind == KIND for one in stated(operation.fields)]
    if said:
        learn(connection, said, office.clock())
    hear_audit(connection, operations)
    kinds = done.kinds | follow_clocks(connection, office.clock())
    kinds |= void_due(connection, laptop, office.clock())
    if "attachment" in kinds:
        drop_orphans(connection)
    return Taken("new", kinds, len(operations))


def _nothing(emptied: Emptied, header: Header) -> Operation:
    """An operation whose content was taken out: its number is known, and that is all."""
    return Operation(emptied.dot, 0, "", "", "", "", "change", {}, {}, header.deps)


def _hear(connection: Connection, office: OfficeFile, stamp: int) -> None:
    own = connection.exec_driver_sql("SELECT stamp FROM write_context").scalar_one()
    wall_ms = int(office.clock().timestamp() * 1000)
    connection.exec_driver_sql("UPDATE write_context SET stamp = ?", (received(own, stamp, wall_ms),))


def set_aside(connection: Connection, header: Header, segment: bytes, reason: str, at: str) -> None:
    """Keep what cannot be taken, so that nothing is lost and people can be told of it."""
    connection.exec_driver_sql(
        "INSERT INTO segment_aside (segment_id, device_id, first, last, reason, came_at, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (segment_id) DO UPDATE SET reason = excluded.reason",
        (header.id, header.device, header.first, header.last, reason, at, segment),
    )


def _has_room(connection: Connection) -> bool:
    """Whether more can be kept of devices that nobody has told of yet."""
    sql = "SELECT ifnull(sum(length(content)), 0) FROM segment_aside WHERE reason = 'unknown_device'"
    return bool(connection.exec_driver_sql(sql).scalar_one() < _MOST_UNKNOWN)


def _that_can_follow(office: OfficeFile) -> Iterator[bytes]:
    """Segments that waited and need not any more, one after the other.

    Those of a device that was not known are looked at once it is: only then it can be told whether it signed them.
    """
    tried: set[str] = set()
    while True:
        with office.connection() as connection:
            waiting = connection.exec_driver_sql(
                f"SELECT segment_id, content FROM segment_aside WHERE {_FOLLOWING} "
                "AND device_id IN (SELECT id FROM sync_device) ORDER BY device_id, first"
            ).all()
            ready = next(
                (
                    (identifier, bytes(content))
                    for identifier, content in waiting
                    if identifier not in tried and _place(connection, read_header(content)) == "new"
                ),
                None,
            )
        if ready is None:
            return
        tried.add(ready[0])
        yield ready[1]
