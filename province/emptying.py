"""What was forgotten goes out of the province's copies too: the open parts of operations that told it are emptied.

The signatures of the segments hold without them, and laptops read the same in the sealed part, which is theirs. All
segments of the office are looked through, some milliseconds each; people are forgotten rarely.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection

from desktop.sync.bundle.body import Emptied
from desktop.sync.bundle.segment import BodyKeys, emptied_count, read_header, read_open, redact
from desktop.sync.merge import State, is_too_late
from province.logs import tell
from province.records import FORGETTING, Key
from province.setup import Province
from province.store import segments
from province.store.database import leave_nothing
from province.wraps import key_of


def empty_forgotten(
    connection: Connection, province: Province, office_id: str, states: Mapping[Key, State], late: Collection[int]
) -> None:
    """Empty what lies in the segments of a locked office of records in which something was just forgotten.

    `late` are operations of its last segment that told, too late, what had been forgotten before.
    """
    if not states and not late:
        return
    last = segments.last_number(connection, office_id)
    stream = segments.whole_stream(connection, office_id, 0 if states else last - 1)
    emptied = 0
    for number, content in stream:
        more = late if number == last else ()
        emptied += _empty(connection, province, office_id, (number, content), states, more)
    leave_nothing(connection)
    tell("emptied", office=office_id, count=emptied)


def keep_both_emptied(connection: Connection, province: Province, office_id: str, content: bytes) -> None:
    """A known segment came in a form in which something was emptied: what either form has emptied stays so."""
    header = read_header(content)
    known = segments.find(connection, office_id, header.id)
    epoch = key_of(connection, province, office_id, header.epoch)
    if known is None or not emptied_count(content):
        return
    number, ours = known
    more, less = (content, ours) if emptied_count(content) > emptied_count(ours) else (ours, content)
    if epoch is not None:
        gone = {one.dot.seq for one in read_open(less, epoch.open_key) if isinstance(one, Emptied)}
        more = redact(more, BodyKeys(epoch.open_key), gone)
    if more != ours:
        segments.replace(connection, office_id, number, more, emptied_count(more))


def _empty(
    connection: Connection,
    province: Province,
    office_id: str,
    segment: tuple[int, bytes],
    states: Mapping[Key, State],
    late: Collection[int],
) -> int:
    number, content = segment
    header = read_header(content)
    epoch = key_of(connection, province, office_id, header.epoch) if header.open_root else None
    if epoch is None:
        return 0
    seqs = set(late)
    for one in read_open(content, epoch.open_key):
        if isinstance(one, Emptied) or one.action in FORGETTING:
            continue
        state = states.get((one.kind, one.record))
        if state is not None and is_too_late(state, one):
            seqs.add(one.dot.seq)
    if seqs:
        less = redact(content, BodyKeys(epoch.open_key), seqs)
        segments.replace(connection, office_id, number, less, emptied_count(less))
    return len(seqs)
