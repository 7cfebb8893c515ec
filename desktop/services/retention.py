"""What has been kept long enough: counted when the office is opened, shown, and then forgotten for good (G-06, G-25).

Nothing of it can be taken back, so it is the manager who does it, after seeing how much it is. Signed reports keep
their figures, and what is counted stays to be counted, without whom.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop.domain.attendance import CAME
from desktop.domain.consent import BASIC, HOUSEHOLD_TOPICS, live_scopes, tells, topic_of
from desktop.domain.outcome_followup import BAND_SCOPE, tells_band
from desktop.domain.persian import calendar
from desktop.domain.persian.calendar import add_months
from desktop.domain.problems import RefusedError
from desktop.domain.retention import ATTENDANCE, CONSENTS, KEEPINGS, LETTERS, MOVED, SENSITIVE, VISITS
from desktop.services.access import require_manager
from desktop.services.consent_cover import forget_uncovered, photos_showing
from desktop.services.erasure import FORGOTTEN, erase_within, write_anew
from desktop.services.kept_drafts import drop_drafts_about
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

MOVED_LONG_AGO = "پایان مدت نگهداری"
"""The reason of an erasure that nobody asked for, as the audit log tells it."""

TRIED_DAYS, _TRIED_WITHIN = 3, timedelta(days=90)
"""On so many different days the office was at work lately, by the same clock, before anything goes by its date."""

_WORKED = "SELECT count(DISTINCT substr(at, 1, 10)) AS days FROM audit_log WHERE at BETWEEN :since AND :until"
_ENDED = """
SELECT DISTINCT c.person_id FROM consent c WHERE c.deleted_at IS NULL AND c.method <> 'refused'
AND c.withdrawn_on IS NULL AND c.expires_on < :today AND (c.scope LIKE 'sensitive:%' OR c.scope = 'photo')
"""
_VISITS = """
SELECT id FROM visit WHERE date < :before
AND (person_id IS NOT NULL OR household_id IS NOT NULL OR need_id IS NOT NULL OR summary IS NOT NULL)
"""
_LETTERS = "SELECT id FROM letter WHERE date < :before AND person_id IS NOT NULL"
_ATTENDANCE = """
SELECT a.id FROM attendance a JOIN workshop_session s ON s.id = a.session_id
WHERE s.date < :before AND a.person_id IS NOT NULL
"""
_CONSENTS = """
SELECT id FROM consent WHERE deleted_at IS NULL AND scope <> :basic
AND coalesce(withdrawn_on, expires_on) < :before
"""
_MOVED = """
SELECT p.id FROM person p JOIN household h ON h.id = p.household_id WHERE h.status = 'moved'
AND h.status_date < :before AND p.status = 'moved' AND p.deleted_at IS NULL ORDER BY p.row
"""


@dataclass(frozen=True)
class Due:
    """What is past its time: records by what they are kept as, none of them empty."""

    records: Mapping[str, tuple[str, ...]]

    @property
    def many(self) -> int:
        return sum(map(len, self.records.values()))

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of records that look otherwise afterwards."""
        return frozenset(
            {
                *("person", "household", "visit", "letter", "consent", "person_sensitive", "need", "attachment"),
                *("attendance", "workshop_session"),
            }
        )

    def as_json(self) -> dict[str, int]:
        return {name: len(self.records.get(name, ())) for name in KEEPINGS}


def due(rows: Rows) -> Due:
    """What would go today. Of sensitive data the persons are counted, not the fields."""
    found = {
        SENSITIVE: tuple(one for one in _ids(rows, _ENDED, today=rows.today) if _keeps_uncovered(rows, one)),
        VISITS: tuple(_ids(rows, _VISITS, before=_before(rows, VISITS))),
        LETTERS: tuple(_ids(rows, _LETTERS, before=_before(rows, LETTERS))),
        ATTENDANCE: tuple(_ids(rows, _ATTENDANCE, before=_before(rows, ATTENDANCE))),
        CONSENTS: tuple(_ids(rows, _CONSENTS, before=_before(rows, CONSENTS), basic=BASIC)),
        MOVED: tuple(_ids(rows, _MOVED, before=_before(rows, MOVED))),
    }
    return Due({name: ids for name, ids in found.items() if ids})


def forget_due(office: OfficeFile, today: date | None = None) -> Due:
    """Forget all of it, in one commit: in records, log, search, drafts and the free space of the file.

    A clock that jumped years ahead would forget people before their time. So RefusedError where the office was not at
    work on several days by this clock, unless the manager says which day `today` is.
    """
    with office.write() as work:
        require_manager(work)
        done = due(work)
        if done.many:
            _refuse_untried(work, today)
        gone = [work.get("person", one) or {} for one in done.records.get(MOVED, ())]
        for name, ids in done.records.items():
            if name == ATTENDANCE:
                _count_without_whom(work, ids)
            for one in ids:
                _FORGET[name](work, one)
        if done.many:
            told = "، ".join(f"{name}: {many}" for name, many in done.as_json().items() if many)
            work.audit("retention", "office", work.identity.office_id, told)
            work.sweep_search()
    if done.many:
        drop_drafts_about(office, gone)
        write_anew(office)
    return done


def _refuse_untried(rows: Rows, told: date | None) -> None:
    if told is not None and told != rows.today:
        raise RefusedError.of("today", "today_differs", today=calendar.short(rows.today))
    since, until = rows.today - _TRIED_WITHIN, rows.today + timedelta(days=1)
    worked = rows.query(_WORKED, since=since.isoformat(), until=until.isoformat())[0]["days"]
    if told is None and worked < TRIED_DAYS:
        raise RefusedError.of("", "clock_untried", today=calendar.short(rows.today))


def _ids(rows: Rows, sql: str, **values: object) -> list[str]:
    told = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
    return [str(next(iter(row.values()))) for row in rows.query(sql, **told)]


def _before(rows: Rows, name: str) -> date:
    return add_months(rows.today, -KEEPINGS[name].months)


def _keeps_uncovered(rows: Rows, person_id: str) -> bool:
    """Whether something is still written down that only a consent allowed to keep which has run out."""
    live = live_scopes(rows.find("consent", person_id=person_id), rows.today)
    person = rows.get("person", person_id)
    home = rows.get("household", person["household_id"]) if person and person["relation_to_head"] == "head" else None
    return (
        any(f"sensitive:{topic_of(row)}" not in live for row in rows.find("person_sensitive", person_id=person_id))
        or (BAND_SCOPE not in live and any(map(tells_band, rows.find("outcome_followup", person_id=person_id))))
        or ("photo" not in live and bool(photos_showing(rows, [person_id])))
        or (home is not None and any(tells(t, home[t]) and f"sensitive:{t}" not in live for t in HOUSEHOLD_TOPICS))
    )


def _forget_visit(work: UnitOfWork, record_id: str) -> None:
    work.forget("visit", record_id, {"person_id": None, "household_id": None, "need_id": None, "summary": None})


def _forget_letter(work: UnitOfWork, record_id: str) -> None:
    left: dict[str, Any] = {"person_id": None, "subject": FORGOTTEN, "body": None, "personal_items": []}
    work.forget("letter", record_id, left)


def _count_without_whom(work: UnitOfWork, ids: Sequence[str]) -> None:
    """Who came to a session is one of those who came without a file from now on (G-07)."""
    rows = work.query(
        "SELECT session_id, state FROM attendance "
        "WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps(ids),
    )
    for session_id, came in Counter(row["session_id"] for row in rows if row["state"] in CAME).items():
        session = work.get("workshop_session", session_id)
        if session is not None:
            work.change("workshop_session", session_id, {"walk_ins": session["walk_ins"] + came})


def _forget_attendance(work: UnitOfWork, record_id: str) -> None:
    work.forget("attendance", record_id, {"person_id": None}, gone=True)


def _forget_consent(work: UnitOfWork, record_id: str) -> None:
    work.forget("consent", record_id, {"paper_ref": None, "guardian_id": None, "witness_staff_id": None}, gone=True)


def _forget_moved(work: UnitOfWork, record_id: str) -> None:
    person = work.get("person", record_id)
    if person is not None and person["status"] == "moved":
        erase_within(work, record_id, MOVED_LONG_AGO)


_FORGET = {
    SENSITIVE: forget_uncovered,
    VISITS: _forget_visit,
    LETTERS: _forget_letter,
    ATTENDANCE: _forget_attendance,
    CONSENTS: _forget_consent,
    MOVED: _forget_moved,
}
