# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""The records behind a figure of the report, so that nobody has to believe a number that could be looked at (G-31).

Each statement has the conditions of the one that counts the indicator; tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.indicators import ANSWER_WINDOW, FEWEST_SCORES, SOCIAL_MISSION
from desktop.domain.kinds import KINDS
from desktop.services.access import may_read
from desktop.services.indicators.activities import OPEN_ITEMS, SOURCES
from desktop.services.indicators.needs import COURSE
from desktop.services.indicators.participation import TRUSTED
from desktop.services.indicators.partners import LEVELS, PLANS, SCORES
from desktop.services.indicators.people import ACTIVE, WELL_KNOWN
from desktop.services.indicators.referrals import JUDGED
from desktop.services.indicators.snapshot import IS_OPEN, Snapshot
from desktop.services.indicators.training import BEGUN, IN_BEGUN, POSITIVE_KINDS, Training
from desktop.services.table_rows import found_of, is_cell
from desktop.store.rows import Rows

Found = Iterable[Mapping[str, Any]]


@dataclass(frozen=True)
class Behind:
    """One record behind a figure. `counts`: it is in the numerator, not only in what that is divided by."""

    kind: str
    record_id: str
    title: str
    detail: str
    on: date | None
    counts: bool


@dataclass(frozen=True)
class RowsBehind:
    """All of them, and how many more there are that whoever asks may not see."""

    rows: Sequence[Behind]
    unseen: int


def rows_behind(rows: Rows, month: str, code: str, of: str = "") -> RowsBehind:
    """The records behind an indicator of a month or a cell of its tables (`code`), as they are now.

    `of` is the record of the cell's row, as the report tells it. Those that this role may not read are counted.
    """
    snapshot = Snapshot(rows, month)
    found = list(found_of(snapshot, code, of) if is_cell(code) else _STATEMENTS[code](snapshot))
    seen = [row for row in found if may_read(rows.role, KINDS[row["kind"]])]
    ids = [row["id"] for row in seen]
    titles, details = rows.titles(ids), rows.details(ids)
    told = [
        Behind(
            kind=row["kind"],
            record_id=row["id"],
            title=titles.get(row["id"]) or KINDS[row["kind"]].label,
            detail=details.get(row["id"], ""),
            on=date.fromisoformat(row["day"]) if row["day"] else None,
            counts=bool(row["counts"]),
        )
        for row in seen
    ]
    return RowsBehind(told, len(found) - len(seen))


def has_rows(code: str) -> bool:
    """Whether a figure is an indicator whose rows can be opened."""
    return code in _STATEMENTS


def _asked(sql: str) -> Callable[[Snapshot], Found]:
    return lambda month: month.query(sql)


_PLACE = "JOIN neighborhood n ON n.id = h.neighborhood_id AND n.deleted_at IS NULL"
_HOUSEHOLDS = (
    f"{ACTIVE} SELECT 'household' AS kind, h.id, h.registered_on AS day, 1 AS counts FROM h {_PLACE} "
    "WHERE h.registered_on >= :first ORDER BY 3, 2"
)
_PEOPLE = (
    f"{ACTIVE} SELECT 'person' AS kind, p.id, p.registered_on AS day, 1 AS counts FROM p "
    "JOIN neighborhood n ON n.id = p.place AND n.deleted_at IS NULL ORDER BY 3, 2"
)
_KNOWN = f"{WELL_KNOWN} SELECT 'person' AS kind, id, registered_on AS day, whole AS counts FROM known ORDER BY 4, 3, 2"
_VISITS = (
    "SELECT 'visit' AS kind, id, date AS day, 1 AS counts FROM visit "
    "WHERE deleted_at IS NULL AND jalali_month = :month ORDER BY 3, 2"
)
_NOTED = (
    "SELECT 'need' AS kind, id, noted_on AS day, 1 AS counts FROM need "
    "WHERE deleted_at IS NULL AND jalali_month = :month ORDER BY 3, 2"
)
_STANDING = f"SELECT 'need' AS kind, n.id, n.noted_on AS day, %s AS counts FROM need n WHERE {IS_OPEN} ORDER BY 3, 2"
_ENDED = (
    f"{COURSE} SELECT 'need' AS kind, need AS id, NULL AS day, change = 'met' AS counts FROM told "
    "WHERE change IN (%s) GROUP BY need, change ORDER BY 2"
)
_REFERRALS = f"{JUDGED} SELECT 'referral' AS kind, id, sent_on AS day, %s AS counts FROM judged WHERE %s ORDER BY 3, 2"
_SESSIONS = (
    "SELECT 'workshop_session' AS kind, s.id, s.date AS day, 1 AS counts FROM workshop_session s "
    "JOIN workshop w ON w.id = s.workshop_id WHERE s.deleted_at IS NULL AND w.deleted_at IS NULL AND s.held "
    "AND s.jalali_month = :month ORDER BY 3, 2"
)
_PLACES = (
    f"{BEGUN} SELECT 'workshop_enrollment' AS kind, p.id, NULL AS day, p.status = 'completed' AS counts "
    f"FROM begun b JOIN workshop_enrollment p ON {IN_BEGUN} ORDER BY 2"
)
_OUTCOMES = (
    f"SELECT 'outcome_followup' AS kind, id, due_on AS day, kind IN ({POSITIVE_KINDS}) AS counts FROM outcome_followup "
    "WHERE deleted_at IS NULL AND jalali_month = :month AND reached = 1 AND checked_on <= :last ORDER BY 3, 2"
)
_SOCIAL = ", ".join(f"'{field}'" for field in SOCIAL_MISSION)
_DONE = " UNION ALL ".join(
    f"SELECT '{kind}' AS kind, id, NULL AS day, ifnull(field IN ({_SOCIAL}), 0) AS counts FROM ({sql})"
    for kind, sql in SOURCES.items()
)
_DONE_BY_ALL = f"SELECT kind, id, day, 1 AS counts FROM ({_DONE})"
_DUE = f"SELECT n.id FROM need n WHERE {IS_OPEN} AND n.due_on <= :last"
_OPEN_WORK = " UNION ALL ".join(
    f"SELECT '{kind}' AS kind, id, NULL AS day, 1 AS counts FROM ({sql})" for kind, sql in (("need", _DUE), *OPEN_ITEMS)
)
_RESOLUTIONS = (
    "SELECT 'resolution' AS kind, id, due_on AS day, ifnull(done_on <= :last, 0) AS counts FROM resolution "
    "WHERE deleted_at IS NULL AND due_on BETWEEN :first AND :last "
    "AND NOT (status = 'cancelled' AND status_on <= :last) ORDER BY 3, 2"
)
_TRUSTEES = (
    f"SELECT 'local_trustee' AS kind, id, since AS day, 1 AS counts FROM local_trustee WHERE {TRUSTED} ORDER BY 3, 2"
)
_CREDITS = (
    "SELECT 'credit' AS kind, id, received_on AS day, 1 AS counts FROM credit "
    "WHERE deleted_at IS NULL AND received_on BETWEEN :first AND :last ORDER BY 3, 2"
)
_DONATIONS = (
    "SELECT 'donation' AS kind, id, screened_on AS day, refusal_reason IS NULL AS counts FROM donation "
    "WHERE deleted_at IS NULL AND screened_on BETWEEN :first AND :last ORDER BY 3, 2"
)
_PLANS = (
    f"SELECT 'ngo_plan' AS kind, id, deadline_date AS day, 1 AS counts FROM ({PLANS}) "
    "WHERE state IN ('running', 'overdue') ORDER BY 3, 2"
)
_INSPECTIONS = (
    "SELECT 'inspection' AS kind, id, done_on AS day, 1 AS counts FROM inspection "
    "WHERE deleted_at IS NULL AND done_on BETWEEN :first AND :last ORDER BY 3, 2"
)
_LEVELS = f"SELECT 'service_level' AS kind, id, NULL AS day, gap > 0 AS counts FROM ({LEVELS}) WHERE gap IS NOT NULL"


def _people(ids: Iterable[str], counted: Mapping[str, bool | None] | None = None) -> Found:
    """Participants of workshops; `counted` says who is in the numerator, everybody where it is left out."""
    return [
        {"kind": "person", "id": one, "day": None, "counts": True if counted is None else counted[one]}
        for one in sorted(ids)
    ]


def _participants(month: Snapshot) -> Found:
    return _people(Training(month).workshops_of)


def _women_heads(month: Snapshot) -> Found:
    """Those whose status is known."""
    heads = {person: told for person, told in Training(month).heads.items() if told is not None}
    return _people(heads, heads)


def _came_again(month: Snapshot) -> Found:
    training = Training(month)
    again = training.came_again()
    return _people(training.workshops_of, {person: person in again for person in training.workshops_of})


def _scores(month: Snapshot) -> Found:
    """Of fewer than ten people nobody's answer is shown (I-27)."""
    found = month.query(SCORES)
    kinds = {"need": "need", "workshop": "satisfaction_form"}
    if len(found) < FEWEST_SCORES:
        return []
    return [{"kind": kinds[row["source"]], "id": row["id"], "day": None, "counts": 1} for row in found]


_STATEMENTS: Mapping[str, Callable[[Snapshot], Found]] = {
    "I-01": _asked(_HOUSEHOLDS),
    "I-02": _asked(_PEOPLE),
    "I-03": _asked(_PEOPLE),
    "I-04": _asked(_KNOWN),
    "I-05": _asked(_VISITS),
    "I-06": _asked(_NOTED),
    "I-07": _asked(_STANDING % "1"),
    "I-08": _asked(_ENDED % "'met'"),
    "I-09": _asked(_ENDED % "'met', 'rejected', 'closed'"),
    "I-10": _asked(_STANDING % "ifnull(n.due_on < :last, 0)"),
    "I-11": _asked(_REFERRALS % ("answered", "outstanding")),
    "I-12": _asked(_REFERRALS % (f"answered AND days <= {ANSWER_WINDOW.days}", "before AND ripe")),
    "I-13": _asked(_REFERRALS % ("1", "answered_now")),
    "I-14": _asked(_SESSIONS),
    "I-15": _participants,
    "I-16": _women_heads,
    "I-17": _came_again,
    "I-18": _asked(_PLACES),
    "I-19": _asked(_OUTCOMES),
    "I-20": _asked(_DONE),
    "I-20b": _asked(_DONE),
    "I-21": _asked(_RESOLUTIONS),
    "I-22": _asked(_TRUSTEES),
    "I-23": _asked(_CREDITS),
    "I-24": _asked(_DONATIONS),
    "I-25": _asked(_PLANS),
    "I-26": _asked(_INSPECTIONS),
    "I-27": _scores,
    "I-28": _asked(_LEVELS),
    "I-30": _asked(_DONE_BY_ALL),
    "I-30b": _asked(_OPEN_WORK),
}
