"""Sealing: what was written here since the last time becomes segments, which never change and may travel."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import Connection

from desktop.domain.clock import today_in_iran
from desktop.store.office_file import OfficeFile
from desktop.store.upgrade import head_revision
from desktop.sync.bundle.cutting import Cut, cut
from desktop.sync.bundle.segment import (
    SegmentFacts,
    emptied_count,
    read_all,
    read_header,
    redact,
    seal_segment,
    segment_id,
)
from desktop.sync.clocks import follow_clocks
from desktop.sync.kept_states import read_states
from desktop.sync.laptop import Laptop, meta, set_meta, this_laptop, version_vector
from desktop.sync.merge import Operation
from desktop.sync.open_numbers import OpenNumbers
from desktop.sync.opening import has_turned, tell_turns
from desktop.sync.own_log import OwnLog, Told
from desktop.sync.refilled import refilled
from desktop.sync.rewriting import rewrite
from desktop.sync.uncollected import uncollected
from desktop.sync.voiding import void_due

SEALED_UPTO = "sealed_upto"
"""Key in `meta`: the last line of the log that is sealed."""

Tell = Callable[[float], None]

_UNSEALED = (
    "seq > ? AND device_id IN "
    "(SELECT value FROM meta WHERE key = 'device_id' UNION SELECT id FROM sync_device WHERE own = 1)"
)


def seal(office: OfficeFile, tell: Tell | None = None) -> int:
    """Seal all that waits; how many operations that were. Nothing is sealed when nothing waits."""
    with office.connection() as connection:
        waits = _waits(connection) or has_turned(connection, today_in_iran(office.clock()))
    done = 0
    if waits:
        with uncollected(), office.merge() as connection:
            done = seal_in(connection, office, tell)
    office.remember()  # what is sealed may leave from now on
    return done


def unsealed(connection: Connection) -> int:
    """How many operations of this laptop are not sealed yet."""
    sql = f"SELECT count(*) FROM change_log WHERE {_UNSEALED}"
    return int(connection.exec_driver_sql(sql, (int(meta(connection, SEALED_UPTO) or 0),)).scalar_one())


def _waits(connection: Connection) -> bool:
    """Whether there are any: after a bulk load counting them would read the whole log."""
    sql = f"SELECT 1 FROM change_log WHERE {_UNSEALED} LIMIT 1"
    return connection.exec_driver_sql(sql, (int(meta(connection, SEALED_UPTO) or 0),)).first() is not None


def seal_in(connection: Connection, office: OfficeFile, tell: Tell | None = None, laptop: Laptop | None = None) -> int:
    """The same within a commit that goes on; `laptop` is this one, for whoever knows it already."""
    at = office.clock()
    laptop = laptop or this_laptop(connection, at)
    upto = int(meta(connection, SEALED_UPTO) or 0)
    agreed = tell_turns(connection, laptop, at, today_in_iran(at), upto)
    vector = version_vector(connection)
    last = vector.get(laptop.device_id, 0)
    total = unsealed(connection) if tell else 0
    log = OwnLog(connection, laptop, upto, last, vector, agreed)
    writer = _Segments(connection, laptop, vector)
    told: dict[int, Told] = {}
    done = 0

    def operations() -> Iterator[Operation]:
        for one in log.told():
            told[one.operation.dot.seq] = one
            yield one.operation

    for group in cut(operations()):
        writer.write(group, [told.pop(operation.dot.seq) for operation in group.operations])
        done += len(group.operations)
        if tell:
            tell(done / max(total, 1))
    if log.unlike:
        states = read_states(connection, log.unlike)
        rewrite(connection, states, log.unlike, at, log.told_last.values())
    head = connection.exec_driver_sql("SELECT ifnull(max(seq), 0) FROM change_log").scalar_one()
    set_meta(connection, SEALED_UPTO, str(head))
    if log.forgets:
        empty_forgotten(connection, laptop, upto)
    follow_clocks(connection, at)
    void_due(connection, laptop, at)
    return done


class _Segments:
    """Writes segments one after the other, each chained to the one before."""

    def __init__(self, connection: Connection, laptop: Laptop, vector: dict[str, int]) -> None:
        self._connection, self._laptop = connection, laptop
        self._deps = {**vector, laptop.device_id: vector.get(laptop.device_id, 0)}
        sql = "SELECT segment_id FROM segment WHERE device_id = ? ORDER BY first DESC LIMIT 1"
        self._previous = connection.exec_driver_sql(sql, (laptop.device_id,)).scalar() or ""
        self._keys, self._numbers = laptop.current_keys(), OpenNumbers(connection, laptop)

    def write(self, group: Cut, told: list[Told]) -> None:
        facts = SegmentFacts(
            self._laptop.office_id, self._laptop.device_id, self._laptop.epoch, head_revision(), self._deps,
            self._previous, group.part, group.more,
        )  # fmt: skip
        content = seal_segment(
            group.operations, [one.opened for one in told], facts, self._keys, self._laptop.signing_key,
            self._numbers.known,
        )  # fmt: skip
        self._previous = segment_id(content)
        first, last = group.operations[0].dot.seq, group.operations[-1].dot.seq
        keep(self._connection, (self._laptop.device_id, first, last), self._previous, told[0].log_seq, content)


def keep(
    connection: Connection,
    dots: tuple[str, int, int],
    identifier: str,
    log_first: int,
    content: bytes,
    emptied: int = 0,
) -> None:
    """Keep a segment: `dots` are its device, its first operation and its last."""
    connection.exec_driver_sql(
        "INSERT INTO segment (device_id, first, last, segment_id, log_first, redaction, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*dots, identifier, log_first, emptied, content),
    )


def empty_forgotten(connection: Connection, laptop: Laptop, after: int, seen: Mapping[str, int] | None = None) -> None:
    """Take out of the sealed segments what has been emptied in the log since its line `after`.

    `seen`: what the device knew that forgot something. Who forgets a field tells anew what is left of the record as
    far as he knows it; operations that he did not know stay in their segments, where they also tell other fields.
    """
    sql = (
        "SELECT s.arrival, s.device_id, s.first + l.seq - s.log_first AS seq, s.content, EXISTS (SELECT 1 FROM "
        "change_log e WHERE e.record_id = l.record_id AND e.seq > ?1 AND e.action = 'erase') AS whole "
        "FROM change_log l JOIN segment s "
        "ON s.log_first = (SELECT max(log_first) FROM segment WHERE log_first <= l.seq) "
        "WHERE l.erased IS NOT NULL AND l.seq <= s.log_first + s.last - s.first AND l.record_id IN "
        "(SELECT record_id FROM change_log WHERE seq > ?1 AND action IN ('erase', 'retell', 'forget')) "
        "ORDER BY s.arrival"
    )
    found: dict[int, tuple[bytes, set[int]]] = {}
    for arrival, device, seq, content, whole in connection.exec_driver_sql(sql, (after,)):
        if whole or seen is None or seq <= seen.get(device, 0):
            found.setdefault(arrival, (bytes(content), set()))[1].add(seq)
    for arrival, content in refilled(connection).items():
        if seqs := _told_of(connection, laptop, content, after, seen):
            found.setdefault(arrival, (content, set()))[1].update(seqs)
    for arrival, (content, seqs) in found.items():
        keep_redacted(connection, laptop, arrival, content, seqs)


def _told_of(
    connection: Connection, laptop: Laptop, content: bytes, after: int, seen: Mapping[str, int] | None
) -> set[int]:
    """The operations of such a segment that tell of what was forgotten in the log since its line `after`."""
    sql = (
        "SELECT record_id, max(action = 'erase') FROM change_log WHERE seq > ? "
        "AND action IN ('erase', 'retell', 'forget') GROUP BY record_id"
    )
    forgotten = {record: bool(whole) for record, whole in connection.exec_driver_sql(sql, (after,))}
    header = read_header(content)
    known = header.last if seen is None else seen.get(header.device, 0)
    told = read_all(content, laptop.epochs[header.epoch]) if forgotten else []
    return {
        one.dot.seq
        for one in told
        if isinstance(one, Operation) and one.record in forgotten and (forgotten[one.record] or one.dot.seq <= known)
    }


def keep_redacted(connection: Connection, laptop: Laptop, arrival: int, content: bytes, seqs: set[int]) -> None:
    """The segment without what these operations said."""
    keys = laptop.keys(read_header(content).epoch)
    if keys is None:
        return
    keep_content(connection, arrival, redact(content, keys, seqs))


def keep_content(connection: Connection, arrival: int, content: bytes) -> None:
    """Another form of a segment that is kept."""
    connection.exec_driver_sql(
        "UPDATE segment SET content = ?, redaction = ? WHERE arrival = ?", (content, emptied_count(content), arrival)
    )
