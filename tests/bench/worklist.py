"""«کارهای امروز» of an office with 12,000 needs and 8,000 referrals, against one raw query of the same rows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from desktop.domain.need import OPEN_STATES
from desktop.services.worklist import worklist
from desktop.services.worklist_page import tasks
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork, new_id
from tests.bench._town import drawn_town, founded, register, whole
from tests.bench.figure import Figure, interleaved

NEEDS, REFERRALS, VISITS = 12_000, 8_000, 25_000
_PEOPLE = 3_000
_DAYS = 5 * 365
_PAGE = 128
_FINISHED = ("met", "rejected", "closed")
_OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)
_RAW = f"""
SELECT 'need' AS about, n.id, n.urgency, n.noted_on, n.owner_staff_id FROM need n
WHERE n.deleted_at IS NULL AND n.status IN ({_OPEN}) AND n.due_on <= :today
UNION ALL
SELECT 'referral', r.id, n.urgency, n.noted_on, n.owner_staff_id FROM referral r JOIN need n ON n.id = r.need_id
WHERE r.deleted_at IS NULL AND r.status IN ('sent', 'acknowledged') AND r.first_response_on IS NULL
AND r.answer_due_on < :today AND n.deleted_at IS NULL AND n.status IN ({_OPEN})
UNION ALL
SELECT 'agency_response', p.id, n.urgency, n.noted_on, n.owner_staff_id
FROM agency_response p JOIN referral r ON r.id = p.referral_id JOIN need n ON n.id = r.need_id
WHERE p.deleted_at IS NULL AND p.promised_on < :today AND n.deleted_at IS NULL AND n.status IN ({_OPEN})
UNION ALL
SELECT 'visit', v.id, 'normal', v.date, v.staff_id FROM visit v
WHERE v.deleted_at IS NULL AND v.next_action_on <= :today AND v.next_action_done_on IS NULL
ORDER BY 3, 4
"""


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        office = founded(Path(folder) / "office")
        try:
            with office.write() as work:
                _fill(work)
            return list(_figures(office))
        finally:
            office.close()


def _figures(office: OfficeFile) -> Iterator[Figure]:
    with office.read() as rows:
        raw: Any = rows.connection.connection.driver_connection
        asked = {"today": rows.today.isoformat()}

        def ask() -> list[Any]:
            found: list[Any] = raw.execute(_RAW, asked).fetchall()
            return found

        same = {(item.about, item.record_id) for item in worklist(rows, office.actor).chosen(everybody=True)}
        if same != {(row[0], row[1]) for row in ask()}:
            raise LookupError("the raw query finds other rows")
        yield interleaved(f"worklist of {len(same)}", lambda: _open(rows, office), ask)


def _open(rows: Rows, office: OfficeFile) -> None:
    """What the dashboard does before it is painted: the whole list, its chips, and what its first page says."""
    found = worklist(rows, office.actor)
    found.counts(everybody=True)
    found.counts(everybody=False)
    tasks(rows, found.chosen(everybody=True)[:_PAGE])


def _fill(work: UnitOfWork) -> None:
    people, random = drawn_town(_PEOPLE, 1404)
    persons = list(register(work, people))
    agencies = [row["id"] for row in work.find("organization")]
    homes = {row["id"]: row["household_id"] for row in work.find("person")}
    account = work.find("user_account")[0]["staff_id"]
    needs = [_need(random, work.today, random.choice(persons), homes, account) for _ in range(NEEDS)]
    referrals = [_referral(random, need, random.choice(agencies)) for need in random.sample(needs, REFERRALS)]
    answers = [_answer(random, one) for one in referrals if one["status"] == "answered"]
    visits = [_visit(random, work.today, random.choice(persons), homes, account) for _ in range(VISITS)]
    for kind, rows in (("need", needs), ("referral", referrals), ("agency_response", answers), ("visit", visits)):
        for start in range(0, len(rows), 5_000):
            work.add_many(kind, rows[start : start + 5_000])


def _need(random: Random, today: date, person: str, homes: dict[str, str], owner: str) -> dict[str, Any]:
    """Two in five are still open, most of them late: a heavy office."""
    noted = today - timedelta(days=random.randrange(_DAYS))
    status = random.choice(OPEN_STATES) if random.random() < 0.4 else random.choice(_FINISHED)
    return whole(
        "need",
        {
            "id": new_id(),
            "scope": "person",
            "person_id": person,
            "household_id": homes[person],
            "field": random.choice(("health", "education", "economic", "legal", "civil_physical")),
            "subject": random.choice(("بیمهٔ درمان", "بازگشت به مدرسه", "وام اشتغال", "مشاورهٔ حقوقی", "روشنایی معبر")),
            "urgency": random.choices(("first", "second", "normal"), (12, 33, 55))[0],
            "noted_on": noted,
            "due_on": noted + timedelta(days=30),
            "owner_staff_id": owner,
            "status": status,
            "status_on": noted,
        },
    )


def _referral(random: Random, need: dict[str, Any], agency: str) -> dict[str, Any]:
    sent = need["noted_on"]
    answered = random.random() < 0.7
    return whole(
        "referral",
        {
            "id": new_id(),
            "need_id": need["id"],
            "agency_id": agency,
            "sent_on": sent,
            "answer_due_on": sent + timedelta(days=15),
            "status": "answered" if answered else "sent",
            "first_response_on": sent + timedelta(days=9) if answered else None,
        },
    )


def _answer(random: Random, referral: dict[str, Any]) -> dict[str, Any]:
    came = referral["first_response_on"]
    promised = came + timedelta(days=20) if random.random() < 0.5 else None
    told = {"id": new_id(), "referral_id": referral["id"], "received_on": came, "type": "accepted"}
    return whole("agency_response", {**told, "promised_on": promised})


def _visit(random: Random, today: date, person: str, homes: dict[str, str], staff: str) -> dict[str, Any]:
    on = today - timedelta(days=random.randrange(_DAYS))
    further = on + timedelta(days=7) if random.random() < 0.3 else None
    done = further if further and random.random() < 0.97 else None
    return whole(
        "visit",
        {
            "id": new_id(),
            "date": on,
            "person_id": person,
            "household_id": homes[person],
            "staff_id": staff,
            "summary": "راهنمایی دربارهٔ مدارک و قرار بعدی",
            "next_action_on": further,
            "next_action_done_on": done,
        },
    )
