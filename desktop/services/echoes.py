"""Values that follow from a saved record and are shown on others: head's name, neighbourhood, consent, national ID."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.consent import consent_state
from desktop.domain.record import Row
from desktop.store.unit_of_work import UnitOfWork


def after_save(work: UnitOfWork, kind_name: str, row: Row, old: Row | None) -> None:
    """Bring the records that show something of this one up to date, in the same commit."""
    echo = _ECHOES.get(kind_name)
    if echo is not None:
        echo(work, row, old)


def after_delete(work: UnitOfWork, kind_name: str, old: Row) -> None:
    """Bring the records that showed something of a deleted one up to date."""
    if kind_name == "person" and old["relation_to_head"] == "head" and work.get("household", old["household_id"]):
        work.change("household", old["household_id"], {"head_name": None})
    shown_on = {"person_identifier": "person", "consent": "person", "agency_response": "referral"}.get(kind_name)
    if shown_on and work.get(shown_on, old[f"{shown_on}_id"]):
        _ECHOES[kind_name](work, old, None)


def _after_person(work: UnitOfWork, row: Row, old: Row | None) -> None:
    if row["relation_to_head"] == "head" and row["status"] == "active":
        work.change("household", row["household_id"], {"head_name": f"{row['first_name']} {row['last_name']}"})
    elif old is not None and old["relation_to_head"] == "head":
        work.change("household", row["household_id"], {"head_name": None})
    if old is not None and old["household_id"] != row["household_id"] and old["relation_to_head"] == "head":
        work.change("household", old["household_id"], {"head_name": None})


def _after_household(work: UnitOfWork, row: Row, old: Row | None) -> None:
    if old is None or old["neighborhood_id"] == row["neighborhood_id"]:
        return
    for person in work.find("person", household_id=row["id"]):
        work.change("person", person["id"], {"neighborhood_id": row["neighborhood_id"]})
    for need in work.find("need", household_id=row["id"]):
        work.change("need", need["id"], {"neighborhood_id": row["neighborhood_id"]})


def _after_identifier(work: UnitOfWork, row: Row, _old: Row | None) -> None:
    known = work.find("person_identifier", person_id=row["person_id"], type="national_id")
    work.change("person", row["person_id"], {"national_id": known[-1]["value"] if known else None})
    work.reindex("person", row["person_id"])


def _after_consent(work: UnitOfWork, row: Row, _old: Row | None) -> None:
    state = consent_state(work.find("consent", person_id=row["person_id"]), work.today)
    work.change("person", row["person_id"], {"consent_state": state})


def _after_response(work: UnitOfWork, row: Row, _old: Row | None) -> None:
    answers = [a for a in work.find("agency_response", referral_id=row["referral_id"]) if a["type"] != "acknowledged"]
    first = min((a["received_on"] for a in answers), default=None)
    rest = "acknowledged" if work.find("agency_response", referral_id=row["referral_id"]) else "sent"
    work.change("referral", row["referral_id"], {"first_response_on": first, "status": "answered" if first else rest})


def _after_enrollment(work: UnitOfWork, row: Row, old: Row | None) -> None:
    """A place that becomes free goes to the first in the waiting list."""
    if old is None or old["status"] != "enrolled" or row["status"] != "withdrawn":
        return
    waiting = [e for e in work.find("workshop_enrollment", workshop_id=row["workshop_id"]) if e["status"] == "waiting"]
    if waiting:
        first = min(waiting, key=lambda e: e["waiting_rank"] or 0)
        work.change("workshop_enrollment", first["id"], {"status": "enrolled", "waiting_rank": None})


_ECHOES: dict[str, Callable[[UnitOfWork, Row, Row | None], None]] = {
    "person": _after_person,
    "household": _after_household,
    "person_identifier": _after_identifier,
    "consent": _after_consent,
    "agency_response": _after_response,
    "workshop_enrollment": _after_enrollment,
}
