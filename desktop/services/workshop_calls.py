"""Whom to call about a workshop: who got a place, or everybody when it is cancelled (domain §3.6.2, §4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.codes import label_of
from desktop.domain.consent import is_live
from desktop.domain.kinds import KINDS
from desktop.domain.workshop_seats import SEATED
from desktop.services.access import require_reader
from desktop.services.disputed_papers import reached_otherwise
from desktop.services.waiting_list import in_turn
from desktop.store.rows import Rows

PROMOTED, CANCELLED, ENROLLED, WAITING = "promoted", "cancelled", "enrolled", "waiting"


@dataclass(frozen=True)
class Call:
    """One line of the call list. `why` is one of the codes above; `may_phone`: a consent for calls is there."""

    enrollment_id: str
    person_id: str
    name: str
    resident_no: str
    mobile: str
    mobile_owner: str
    why: str
    status: str
    told_on: date | None
    may_phone: bool

    @property
    def status_label(self) -> str:
        return label_of("enrollment_status", self.status)


def call_list(rows: Rows, workshop_id: str) -> tuple[Call, ...]:
    """Those with a place in Persian order, then those who wait in their turn; who withdrew is not called."""
    require_reader(rows.role, KINDS["workshop_enrollment"])
    workshop = rows.get("workshop", workshop_id)
    if workshop is None:
        return ()
    places = rows.find("workshop_enrollment", workshop_id=workshop_id)
    order = {row["record_id"]: place for place, row in enumerate(_in_order(rows, workshop_id))}
    seated = sorted((p for p in places if p["status"] in SEATED), key=lambda p: order.get(p["person_id"], 0))
    doubtful = reached_otherwise(rows, [place["person_id"] for place in places])
    calls = []
    for place in (*seated, *in_turn(places)):
        person = rows.get("person", place["person_id"])
        if person is None or person["status"] in ("erased", "deceased"):
            continue
        consents = rows.find("consent", person_id=person["id"], scope="phone_contact")
        why = WAITING if place["status"] == "waiting" else PROMOTED if place["promoted_on"] else ENROLLED
        calls.append(
            Call(
                place["id"],
                person["id"],
                f"{person['first_name']} {person['last_name']}",
                person["resident_no"],
                "" if person["id"] in doubtful else person["mobile"] or "",
                "" if person["id"] in doubtful else person["mobile_owner"] or "",
                CANCELLED if workshop["status"] == "cancelled" else why,
                place["status"],
                place["told_on"],
                any(is_live(consent, rows.today) for consent in consents),
            )
        )
    return tuple(calls)


def still_to_call(rows: Rows, workshop_id: str) -> tuple[Call, ...]:
    """Those who must hear something and have not: a place that became theirs, a workshop that is cancelled."""
    return tuple(c for c in call_list(rows, workshop_id) if c.told_on is None and c.why in (PROMOTED, CANCELLED))


def _in_order(rows: Rows, workshop_id: str) -> list[dict[str, str]]:
    sql = (
        "SELECT x.record_id FROM search_entry x JOIN workshop_enrollment e ON e.person_id = x.record_id "
        "WHERE e.workshop_id = :id AND e.deleted_at IS NULL ORDER BY x.order_key, x.entry"
    )
    return [{"record_id": row["record_id"]} for row in rows.query(sql, id=workshop_id)]
