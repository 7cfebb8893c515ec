"""The audit log: who looked, printed, decided and signed in; append-only with a chained hash (G-28)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection

RESTORED = "office_restored"
WENT_BACK = (RESTORED, "office_behind", "office_copied")
"""Deeds of the program: what it noticed of the file when it was opened."""
TOLD = "audit"
"""Record of the lines of the log of changes that tell how far the audit log had come, and sort of those heard again."""
_OF_THIS_LAPTOP = "(SELECT value FROM meta WHERE key = 'device_id' UNION SELECT id FROM sync_device WHERE own = 1)"
_GENESIS = bytes(32)


def _link(previous: bytes, row: tuple[Any, ...]) -> bytes:
    return hashlib.sha256(previous + json.dumps(row, ensure_ascii=True).encode()).digest()


def record(
    connection: Connection, at: str, user_id: str, action: str, entity: str, entity_id: str, detail: str
) -> None:
    """Add one line. `detail` names fields and reasons, never a resident's values."""
    record_many(connection, [(at, user_id, action, entity, entity_id, detail)])


def record_many(connection: Connection, rows: Iterable[tuple[str, str, str, str, str, str]]) -> None:
    """Add lines: moment, user, action, entity, its id and the detail of each."""
    chain = connection.exec_driver_sql("SELECT chain FROM audit_log ORDER BY seq DESC LIMIT 1").scalar() or _GENESIS
    chained = []
    for row in rows:
        chain = _link(chain, row)
        chained.append((*row, chain))
    if chained:
        connection.exec_driver_sql(
            "INSERT INTO audit_log (at, user_id, action, entity, entity_id, detail, chain) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            chained,
        )


def chain_anew(connection: Connection) -> None:
    """Chain what is left of a log of which lines were lost; what was lost is told by whoever asks for this."""
    chain = _GENESIS
    sql = "SELECT seq, at, user_id, action, entity, entity_id, detail FROM audit_log ORDER BY seq"
    for seq, *row in connection.exec_driver_sql(sql).all():
        chain = _link(chain, tuple(row))
        connection.exec_driver_sql("UPDATE audit_log SET chain = ? WHERE seq = ?", (chain, seq))


def lines(connection: Connection, since: str = "") -> list[dict[str, Any]]:
    rows = connection.exec_driver_sql(
        "SELECT seq, at, user_id, action, entity, entity_id, detail FROM audit_log WHERE at >= ? ORDER BY seq", (since,)
    )
    return [dict(row) for row in rows.mappings()]


class Anchor(NamedTuple):
    """How far the log had come once, as it is told outside it: its last line, the chain value there, and when."""

    seq: int
    chain: str  # hex
    at: str


class Finding(NamedTuple):
    """What is wrong with the log. Of `gone` and `other` an anchor tells, from `at`."""

    sort: Literal["changed", "missing", "gone", "other"]
    seq: int
    upto: int = 0
    at: str = ""


def head(connection: Connection) -> tuple[int, str]:
    """The last line and its chain value in hex; (0, "") for an empty log."""
    row = connection.exec_driver_sql("SELECT seq, chain FROM audit_log ORDER BY seq DESC LIMIT 1").first()
    return (row[0], bytes(row[1]).hex()) if row else (0, "")


def told_anchors(connection: Connection) -> list[Anchor]:
    """What this laptop has told of it: in its log of changes, and what came back from others, who keep it too."""
    sql = (
        "SELECT json_extract(fields, '$.seq[1]'), json_extract(fields, '$.chain[1]'), json_extract(fields, '$.at[1]') "
        f"FROM change_log WHERE record_id = ?1 AND device_id IN {_OF_THIS_LAPTOP} AND erased IS NULL "
        "AND fields <> '{}' UNION SELECT json_extract(content, '$.seq'), json_extract(content, '$.chain'), "
        "json_extract(content, '$.at') FROM sync_statement WHERE sort = ?1 "
        f"AND json_extract(content, '$.device') IN {_OF_THIS_LAPTOP} ORDER BY 1"
    )
    return [Anchor(int(seq or 0), str(chain), str(at)) for seq, chain, at in connection.exec_driver_sql(sql, (TOLD,))]


def findings(
    connection: Connection, anchors: Iterable[Anchor] = (), explained: Collection[str] = (RESTORED,)
) -> list[Finding]:
    """All that shows that a line was changed, taken out, or cut off at the end; none in a log that holds.

    `changed`: the chain breaks at a line. `missing`: numbers between two lines. `gone`: lines after the last one, up
    to one that an anchor knows. `other`: at a line that an anchor knows stands another than once. What was lost when
    the file went back stands in the log itself, as one of the deeds `explained`, and is not told again.
    """
    return [*_within(connection), *_against(connection, [*told_anchors(connection), *anchors], explained)]


def stands(connection: Connection, anchor: Anchor) -> bool:
    """Whether the log still is what an anchor knows of it."""
    kept = connection.exec_driver_sql("SELECT chain FROM audit_log WHERE seq = ?", (anchor.seq,)).scalar()
    return not anchor.seq or (bytes(kept).hex() if kept else "") == anchor.chain


def _within(connection: Connection) -> Iterator[Finding]:
    last = 0
    broken = set(broken_links(connection))
    for (seq,) in connection.exec_driver_sql("SELECT seq FROM audit_log ORDER BY seq"):
        if seq != last + 1:
            yield Finding("missing", last + 1, seq - 1)
        if seq in broken:
            yield Finding("changed", seq)
        last = seq
    given = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'").scalar() or 0
    if given > last:
        yield Finding("missing", last + 1, int(given))


def _against(connection: Connection, anchors: Iterable[Anchor], explained: Collection[str]) -> Iterator[Finding]:
    last, _ = head(connection)
    marks = ", ".join("?" * len(explained))
    before = "(SELECT ifnull(max(b.seq), 0) FROM audit_log b WHERE b.seq < a.seq AND b.action NOT LIKE 'login%')"
    sql = f"SELECT {before}, at FROM audit_log a WHERE action IN ({marks})"
    back = connection.exec_driver_sql(sql, tuple(explained)).all()
    lost = [
        anchor
        for anchor in sorted(set(anchors))
        if not stands(connection, anchor)
        and not any(anchor.seq > seq and moment(anchor.at) <= moment(at) for seq, at in back)
    ]
    beyond = [anchor for anchor in lost if anchor.seq > last]
    within = [anchor for anchor in lost if anchor.seq <= last]
    if beyond:
        yield Finding("gone", last + 1, beyond[-1].seq, beyond[-1].at)
    if within:  # whatever follows hangs on the first
        yield Finding("other", within[0].seq, within[0].seq, within[0].at)


def moment(text: str) -> datetime:
    """A moment as the log writes it."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def broken_links(connection: Connection) -> Iterator[int]:
    """Sequence numbers at which the chain does not hold."""
    chain = _GENESIS
    rows = connection.exec_driver_sql(
        "SELECT seq, at, user_id, action, entity, entity_id, detail, chain FROM audit_log ORDER BY seq"
    )
    for seq, *row, kept in rows:
        chain = _link(chain, tuple(row))
        if kept != chain:
            yield seq
            chain = kept
