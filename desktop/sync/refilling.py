"""What was emptied for no reason is got back from who has it whole.

Who erases somebody empties the segments that tell of him, and passes them on so. When the erasure turns out to be void,
or when such segments come by a stolen laptop whose erasures never counted, they are asked for once more, of each of the
others twice: most were emptied for good, and nobody has them whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection

from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.errors import SegmentError
from desktop.sync.bundle.segment import Header, emptied_count, redact
from desktop.sync.kept_states import read_states
from desktop.sync.laptop import Laptop, meta, set_meta
from desktop.sync.merge import Operation, State, tells_forgotten
from desktop.sync.open_numbers import read_told
from desktop.sync.refilled import note_refilled
from desktop.sync.sealing import keep_content
from desktop.sync.voiding import build_anew

_WANTED = "to_refill"


def want_emptied(connection: Connection, segment_id: str = "") -> None:
    """Ask for this segment once more, or for all of which something was emptied."""
    sql = "SELECT segment_id FROM segment WHERE redaction > 0 AND ? IN ('', segment_id)"
    found = connection.exec_driver_sql(sql, (segment_id,)).scalars().all()
    if found:
        _set_wanted(connection, {**_wanted(connection), **dict.fromkeys(found, 0)})


def somebody_is_shut_out(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM sync_device WHERE status = 'revoked'").first() is not None


def compare(connection: Connection, laptop: Laptop, header: Header, segment: bytes, at: datetime) -> frozenset[str]:
    """A segment that is here came in another form: keep what is forgotten in neither; the kinds that changed by it."""
    keys, asked = laptop.keys(header.epoch), _wanted(connection)
    if keys is None or keys.office_key is None or not (emptied_count(segment) or header.id in asked):
        return frozenset()
    sql = "SELECT arrival, content FROM segment WHERE segment_id = ?"
    arrival, content = connection.exec_driver_sql(sql, (header.id,)).one()
    try:
        ours, theirs = (read_told(connection, laptop, bytes(form), keys.office_key) for form in (content, segment))
    except SegmentError:
        return frozenset()
    empty, empty_there = _emptied(ours), _emptied(theirs)
    back = _not_forgotten(connection, theirs, empty) if empty_there <= empty else {}
    gone = empty_there - empty - _not_forgotten(connection, ours, empty_there).keys()
    if back or gone:
        form = segment if back else bytes(content)
        keep_content(connection, arrival, redact(form, keys, (empty - back.keys()) | gone))
    if header.id in asked:
        _count(connection, asked, header.id, found=bool(back))
    if not back:
        return frozenset()
    note_refilled(connection, header.id, back.values())
    return build_anew(connection, laptop, {one.record: one.kind for one in back.values()}, at)


def _emptied(told: Sequence[Operation | Emptied]) -> set[int]:
    return {one.dot.seq for one in told if isinstance(one, Emptied)}


def _not_forgotten(connection: Connection, told: Sequence[Operation | Emptied], seqs: set[int]) -> dict[int, Operation]:
    """Those of these operations of which nothing is forgotten here."""
    chosen = [one for one in told if isinstance(one, Operation) and one.dot.seq in seqs]
    states = read_states(connection, {one.record for one in chosen})
    return {one.dot.seq: one for one in chosen if not tells_forgotten(states.get(one.record, State(one.kind)), one)}


def _wanted(connection: Connection) -> dict[str, int]:
    return dict(json.loads(meta(connection, _WANTED) or "{}"))


def _set_wanted(connection: Connection, asked: Mapping[str, int]) -> None:
    set_meta(connection, _WANTED, json.dumps(dict(asked), sort_keys=True))


def _count(connection: Connection, asked: dict[str, int], segment_id: str, *, found: bool) -> None:
    sql = "SELECT count(*) FROM sync_device WHERE role = 'laptop' AND own = 0 AND last_seq IS NULL"
    most = 2 * connection.exec_driver_sql(sql).scalar_one()
    asked[segment_id] += 1
    if found or asked[segment_id] >= most:
        del asked[segment_id]
    _set_wanted(connection, asked)


def wanted_from(connection: Connection) -> dict[str, int]:
    """Device → the last of its operations before what is asked for once more."""
    asked = _wanted(connection)
    if not asked:
        return {}
    sql = (
        "SELECT device_id, min(first) - 1 FROM segment "
        f"WHERE segment_id IN ({', '.join('?' * len(asked))}) GROUP BY device_id"
    )
    return {device: last for device, last in connection.exec_driver_sql(sql, tuple(asked))}  # noqa: C416 - no pairs
