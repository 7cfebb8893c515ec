# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""What the items of «کارهای امروز» say, read for those that stand on the screen."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop.services.access import READS_PERSONS
from desktop.services.worklist import ABOUT, Item
from desktop.store.rows import Rows

_TITLE = "(SELECT title FROM search_entry e WHERE e.record_id = {id})"
_WHOM = _TITLE.format(id="coalesce(n.person_id, n.household_id, n.neighborhood_id)")
_PLACE = _TITLE.format(id="n.neighborhood_id")
_AGENCY = _TITLE.format(id="r.agency_id")
_AMONG = "IN (SELECT value FROM json_each(:ids))"
_WHERE = f"{_WHOM} AS whom, {_PLACE} AS place, coalesce(n.person_id, n.household_id) AS of_people"
_NEED = f"n.subject, n.urgency, n.field, {_WHERE}"


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to do as people read it. `opens` and `open_id` are the record it leads to."""

    item: Item
    opens: str
    open_id: str
    title: str
    whom: str = ""
    agency: str = ""
    owner: str = ""
    urgency: str = ""
    day: date | None = None  # the day that has come or passed
    days: int = 0  # since that day
    age: int = 0  # days since the letter left or the visit was made
    at: str = ""
    number: int = 0  # which session
    people: int = 0
    field: str = ""
    visit_type: str = ""
    reason: str = ""  # why it was put off the last time
    until: date | None = None


Facts = Mapping[str, Any]


def tasks(rows: Rows, items: Sequence[Item]) -> list[Task | None]:
    """One task for each item, in their order; None for one whose record has gone meanwhile."""
    found: dict[str, Task] = {}
    for about in dict.fromkeys(ABOUT.values()):
        mine = {item.record_id: item for item in items if item.about == about}
        if mine:
            sql, told = _ABOUT[about]
            for row in rows.query(sql, ids=json.dumps(list(mine))):
                found[row["id"]] = told(mine[row["id"]], row, rows)
    owners = rows.titles(item.owner for item in items)
    words = _last_words(rows, found)
    return [_completed(found.get(item.record_id), owners, words) for item in items]


def _completed(task: Task | None, owners: Mapping[str, str], words: Mapping[str, Facts]) -> Task | None:
    if task is None:
        return None
    said = words.get(task.item.record_id, {"reason": "", "until": None})
    return replace(task, owner=owners.get(task.item.owner, ""), reason=said["reason"], until=_day(said["until"]))


def _last_words(rows: Rows, found: Mapping[str, Task]) -> Mapping[str, Facts]:
    """Why and until when each was put off the last time."""
    sql = (
        f"SELECT about_id, until, reason FROM postponement WHERE deleted_at IS NULL AND about_id {_AMONG} "
        "ORDER BY created_at, row"
    )
    return {row["about_id"]: row for row in rows.query(sql, ids=json.dumps(list(found)))}


def _of_need(item: Item, row: Facts, rows: Rows) -> Task:
    return Task(
        item=item,
        opens="need",
        open_id=row["id"],
        title=row["subject"],
        whom=_whom(row, rows),
        urgency=row["urgency"],
        field=row["field"],
        **_since(row["day"], rows),
    )


def _of_referral(item: Item, row: Facts, rows: Rows) -> Task:
    return Task(
        item=item,
        opens="need",
        open_id=item.need_id,
        title=row["subject"],
        whom=_whom(row, rows),
        agency=row["agency"] or "",
        urgency=row["urgency"],
        field=row["field"],
        age=(rows.today - date.fromisoformat(row["began"])).days,
        **_since(row["day"], rows),
    )


def _of_visit(item: Item, row: Facts, rows: Rows) -> Task:
    return Task(
        item=item,
        opens="visit",
        open_id=row["id"],
        title=row["subject"] or "",
        whom=_whom(row, rows),
        urgency=row["urgency"] or "",
        age=(rows.today - date.fromisoformat(row["began"])).days,
        visit_type=row["type"],
        field=row["field"],
        **_since(row["day"], rows),
    )


def _of_session(item: Item, row: Facts, _rows: Rows) -> Task:
    return Task(
        item=item,
        opens="workshop",
        open_id=row["workshop_id"],
        title=row["title"],
        whom=row["place"],
        at=(row["start"] or "")[:5],
        number=row["no"],
        people=row["people"],
    )


def _of_outcome(item: Item, row: Facts, rows: Rows) -> Task:
    return Task(
        item=item,
        opens="workshop",
        open_id=row["workshop_id"],
        title=row["title"],
        whom=row["whom"] if rows.role in READS_PERSONS else "",
        **_since(row["day"], rows),
    )


def _of_partner(item: Item, row: Facts, rows: Rows) -> Task:
    """`whom` is the partner or the place, `agency` whoever is to do it."""
    return Task(
        item=item,
        opens=row["opens"],
        open_id=row["open_id"],
        title=row["title"] or "",
        whom=row["whom"] or "",
        agency=row["agency"] or "",
        at=(row["at"] or "")[:5],
        **_since(row["day"], rows),
    )


def _whom(row: Facts, rows: Rows) -> str:
    """Whom or where it concerns; the place alone for who may not read people's files, and of who was forgotten."""
    hidden = row["of_people"] and rows.role not in READS_PERSONS
    return (None if hidden else row["whom"]) or row["place"] or ""


def _since(day: str | None, rows: Rows) -> dict[str, Any]:
    on = _day(day)
    return {"day": on, "days": (rows.today - on).days if on else 0}


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


# Kind → which record its item opens, its title, whom it concerns, who is to do it, its day and its hour.
_PARTNERS: Mapping[str, tuple[str, str, str, str, str, str, str]] = {
    "meeting": ("meeting", "n.id", "n.subject", "n.place", "''", "n.date", "n.start"),
    "resolution": (
        "meeting", "n.meeting_id", "n.text", _TITLE.format(id="n.meeting_id"), _TITLE.format(id="n.owner_org_id"),
        "n.due_on", "''",
    ),
    "mou_commitment": (
        "mou", "n.mou_id", "n.text", _TITLE.format(id="n.mou_id"), _TITLE.format(id="n.party_org_id"), "n.due_on", "''",
    ),
    "ngo_plan": ("ngo_plan", "n.id", "n.title", _TITLE.format(id="n.ngo_org_id"), "''", "n.deadline_date", "''"),
    "donation": ("donation", "n.id", "n.description", "''", "''", "n.offered_on", "''"),
    "inspection": (
        "inspection", "n.id", "n.place_text", "n.policy_document", "''", "coalesce(n.second_visit_on, n.deadline)",
        "''",
    ),
    "organization": ("organization", "n.id", "n.name_fa", "''", "''", "n.license_expiry", "''"),
    "office_contract": (
        "office_contract", "n.id", "n.contract_no", _TITLE.format(id="n.operator_org_id"), "''", "n.end_date", "''",
    ),
    "office": ("evaluation", "''", "n.title_fa", "''", "''", "NULL", "''"),
}  # fmt: skip


def _partner_query(kind: str) -> str:
    opens, open_id, title, whom, agency, day, at = _PARTNERS[kind]
    return (
        f"SELECT n.id, '{opens}' AS opens, {open_id} AS open_id, {title} AS title, {whom} AS whom, "
        f"{agency} AS agency, {day} AS day, {at} AS at FROM {kind} n WHERE n.deleted_at IS NULL AND n.id {_AMONG}"
    )


# Kind → which record its item opens, its title and whom it concerns.
_BROKEN: Mapping[str, tuple[str, str, str, str]] = {
    **{
        kind: (kind, "n.id", _TITLE.format(id="n.id"), "''") for kind in ("household", "person", "letter")
    },
    "workshop_enrollment": (
        "workshop", "n.workshop_id", _TITLE.format(id="n.person_id"), _TITLE.format(id="n.workshop_id"),
    ),
    "attendance": (
        "workshop", "(SELECT s.workshop_id FROM workshop_session s WHERE s.id = n.session_id)",
        _TITLE.format(id="n.person_id"),
        "(SELECT w.title FROM workshop_session s JOIN workshop w ON w.id = s.workshop_id WHERE s.id = n.session_id)",
    ),
    "workshop": ("workshop", "n.id", "n.title", "''"),
    "monthly_report": ("monthly_report", "n.id", "n.jmonth", "''"),
    "local_group_member": ("local_group", "n.group_id", "n.full_name", _TITLE.format(id="n.group_id")),
    "user_account": (
        "staff_member", "n.staff_id", "n.username", "(SELECT s.full_name FROM staff_member s WHERE s.id = n.staff_id)",
    ),
}  # fmt: skip


def _broken_query(kind: str) -> str:
    opens, open_id, title, whom = _BROKEN[kind]
    return (
        f"SELECT n.id, '{opens}' AS opens, {open_id} AS open_id, {title} AS title, {whom} AS whom, '' AS agency, "
        f"NULL AS day, '' AS at FROM {kind} n WHERE n.deleted_at IS NULL AND n.id {_AMONG}"
    )


_ABOUT: Mapping[str, tuple[str, Callable[[Item, Facts, Rows], Task]]] = {
    **{kind: (_partner_query(kind), _of_partner) for kind in _PARTNERS},
    **{kind: (_broken_query(kind), _of_partner) for kind in _BROKEN},
    "need": (
        f"SELECT n.id, n.due_on AS day, {_NEED} FROM need n WHERE n.deleted_at IS NULL AND n.id {_AMONG}",
        _of_need,
    ),
    "referral": (
        (
            f"SELECT r.id, r.sent_on AS began, r.answer_due_on AS day, {_AGENCY} AS agency, {_NEED} FROM referral r "
            f"JOIN need n ON n.id = r.need_id WHERE r.deleted_at IS NULL AND r.id {_AMONG}"
        ),
        _of_referral,
    ),
    "agency_response": (
        (
            f"SELECT p.id, p.received_on AS began, p.promised_on AS day, {_AGENCY} AS agency, {_NEED} "
            "FROM agency_response p JOIN referral r ON r.id = p.referral_id JOIN need n ON n.id = r.need_id "
            f"WHERE p.deleted_at IS NULL AND p.id {_AMONG}"
        ),
        _of_referral,
    ),
    "visit": (
        (
            "SELECT n.id, n.date AS began, n.next_action_on AS day, n.type, n.subject AS field, d.subject, d.urgency, "
            f"{_WHOM} AS whom, {_PLACE} AS place, coalesce(n.person_id, n.household_id) AS of_people "
            f"FROM visit n LEFT JOIN need d ON d.id = n.need_id WHERE n.deleted_at IS NULL AND n.id {_AMONG}"
        ),
        _of_visit,
    ),
    "outcome_followup": (
        (
            f"SELECT f.id, f.workshop_id, f.due_on AS day, w.title, {_TITLE.format(id='f.person_id')} AS whom "
            "FROM outcome_followup f JOIN workshop w ON w.id = f.workshop_id "
            f"WHERE f.deleted_at IS NULL AND f.id {_AMONG}"
        ),
        _of_outcome,
    ),
    "workshop_session": (
        (
            "SELECT s.id, s.workshop_id, s.no, s.start, w.title, w.place, (SELECT count(*) FROM workshop_enrollment x "
            "WHERE x.workshop_id = w.id AND x.status = 'enrolled' AND x.deleted_at IS NULL) AS people "
            "FROM workshop_session s JOIN workshop w ON w.id = s.workshop_id "
            f"WHERE s.deleted_at IS NULL AND s.id {_AMONG}"
        ),
        _of_session,
    ),
}
