"""What follows from a saved record for others, in the same commit: names shown elsewhere, places, roles, states."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.consent import BASIC, REFUSED, consent_state, is_live
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import in_order
from desktop.domain.need_life import OPEN_STATES
from desktop.domain.record import Row
from desktop.domain.referral import EXPIRED, answer_state, has_ended
from desktop.domain.workshop_clashes import TAKES_PART
from desktop.domain.workshop_life import WORKSHOP_LIFE
from desktop.domain.workshop_seats import OPEN_STATES as OPEN_WORKSHOPS
from desktop.services.consent_cover import forget_uncovered
from desktop.services.history import remember_step
from desktop.services.waiting_list import promote
from desktop.store.unit_of_work import UnitOfWork

LEFT = frozenset({"moved", "deceased", "erased"})
NO_MORE = frozenset({"deceased", "erased"})


def after_save(work: UnitOfWork, kind_name: str, row: Row, old: Row | None) -> None:
    """Bring the records that show something of this one up to date, in the same commit."""
    echo = _ECHOES.get(kind_name)
    if echo is not None:
        echo(work, row, old)


def after_delete(work: UnitOfWork, kind_name: str, old: Row) -> None:
    """Bring the records that showed something of a deleted one up to date."""
    headed = kind_name == "person" and (old["relation_to_head"], old["status"]) == ("head", "active")
    if headed and work.get("household", old["household_id"]):
        work.change("household", old["household_id"], {"head_name": None})
    if kind_name == "local_trustee":
        _after_trustee(work, old, None)
    if kind_name == "letter":
        _untie_letter(work, old)
    if kind_name == "letter_referral":
        _count_reminders(work, old, None)
    if kind_name == "workshop_enrollment":
        promote(work, old["workshop_id"])
    shown_on = {"person_identifier": "person", "consent": "person", "agency_response": "referral"}.get(kind_name)
    if shown_on and work.get(shown_on, old[f"{shown_on}_id"]):
        _ECHOES[kind_name](work, old, None)


def _after_person(work: UnitOfWork, row: Row, old: Row | None) -> None:
    _name_household(work, row, old)
    _keep_trustee(work, row, old)
    if old is None:
        return
    if (row["first_name"], row["last_name"]) != (old["first_name"], old["last_name"]):
        _rename_roles(work, row)
    if row["household_id"] != old["household_id"]:
        _take_needs_along(work, row)
    for other in {row["merged_into_id"], old["merged_into_id"]} - {None}:
        work.reindex("person", other)  # it is found by the number of the file that went into it
    if old["status"] == "active" and row["status"] in LEFT:
        _give_up_places(work, row["id"])
    if old["status"] == "active" and row["status"] in NO_MORE:
        _end_roles(work, row)


def _name_household(work: UnitOfWork, row: Row, old: Row | None) -> None:
    """A household is called by its head; one that has gone keeps the name it was known by."""
    headed = old is not None and (old["relation_to_head"], old["status"]) == ("head", "active")
    leaves = old is not None and (old["household_id"], "head") != (row["household_id"], row["relation_to_head"])
    if old is not None and headed and leaves and work.find("person", household_id=old["household_id"], status="active"):
        work.change("household", old["household_id"], {"head_name": None})
    if row["relation_to_head"] == "head" and row["status"] == "active":
        work.change("household", row["household_id"], {"head_name": _full_name(row)})


def _keep_trustee(work: UnitOfWork, row: Row, old: Row | None) -> None:
    """Somebody marked as a trusted local stands in the list of trustees, and somebody unmarked no longer does."""
    was = bool(old["is_trustee"]) if old is not None else False
    if bool(row["is_trustee"]) == was:
        return
    mine = work.find("local_trustee", person_id=row["id"])
    if row["is_trustee"] and not any(trustee["active"] for trustee in mine):
        draft = dict.fromkeys(KINDS["local_trustee"].fields)
        given = {"person_id": row["id"], "full_name": _full_name(row), "neighborhood_id": row["neighborhood_id"]}
        work.add("local_trustee", {**draft, **given, "role": "other", "active": True})
    elif not row["is_trustee"]:
        for trustee in mine:
            work.change("local_trustee", trustee["id"], {"active": False})


def _rename_roles(work: UnitOfWork, row: Row) -> None:
    """Trustees and members of groups who have a file are named as in it."""
    for kind in ("local_trustee", "local_group_member"):
        for role in work.find(kind, person_id=row["id"]):
            work.change(kind, role["id"], {"full_name": _full_name(row)})


def _take_needs_along(work: UnitOfWork, row: Row) -> None:
    """Open needs of a person are followed where the person lives; what is finished stays where it was counted."""
    for need in work.find("need", person_id=row["id"], scope="person"):
        if need["status"] in OPEN_STATES:
            place = {"household_id": row["household_id"], "neighborhood_id": row["neighborhood_id"]}
            work.change("need", need["id"], place)


def _give_up_places(work: UnitOfWork, person_id: str) -> None:
    """Who has gone or died holds no place in a workshop that is not over; the next in the waiting list gets it."""
    for enrollment in work.find("workshop_enrollment", person_id=person_id):
        workshop = work.get("workshop", enrollment["workshop_id"])
        if enrollment["status"] in TAKES_PART and workshop and workshop["status"] in OPEN_WORKSHOPS:
            left = {"status": "withdrawn", "withdrawn_on": work.today}
            row = work.change("workshop_enrollment", enrollment["id"], left)
            _after_enrollment(work, row, enrollment)


def _end_roles(work: UnitOfWork, row: Row) -> None:
    """A trustee who died is one no longer, and leaves the groups on that day."""
    for trustee in work.find("local_trustee", person_id=row["id"], active=True):
        work.change("local_trustee", trustee["id"], {"active": False})
    for member in work.find("local_group_member", person_id=row["id"], left_on=None):
        work.change("local_group_member", member["id"], {"left_on": row["status_date"] or work.today})
    work.change("person", row["id"], {"is_trustee": False})


def _full_name(row: Row) -> str:
    return f"{row['first_name']} {row['last_name']}"


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


def _after_consent(work: UnitOfWork, row: Row, old: Row | None) -> None:
    """A no ends what was agreed to before; with the record itself goes all that stands on it."""
    if old is None and row["method"] == REFUSED:
        for consent in work.find("consent", person_id=row["person_id"]):
            if is_live(consent, work.today) and row["scope"] in (consent["scope"], BASIC):
                ended = max(row["given_on"] or work.today, consent["given_on"] or work.today)
                work.change("consent", consent["id"], {"withdrawn_on": ended})
    state = consent_state(work.find("consent", person_id=row["person_id"]), work.today)
    work.change("person", row["person_id"], {"consent_state": state})
    forget_uncovered(work, row["person_id"])


def _after_response(work: UnitOfWork, row: Row, old: Row | None) -> None:
    """A referral knows its first real answer, also the one that an answer was wrongly written to."""
    for referral_id in {row["referral_id"], old["referral_id"] if old is not None else row["referral_id"]}:
        referral = work.get("referral", referral_id)
        if referral is not None:
            answers = work.find("agency_response", referral_id=referral_id)
            ended = has_ended(work.get("need", referral["need_id"]))
            work.change("referral", referral_id, answer_state(referral, answers, ended=ended))


def _after_referral(work: UnitOfWork, row: Row, _old: Row | None) -> None:
    """A referral that was taken back, or is sent again, stands as its answers say."""
    answers = work.find("agency_response", referral_id=row["id"])
    ended = has_ended(work.get("need", row["need_id"]))
    work.change("referral", row["id"], answer_state(row, answers, ended=ended))


def _after_need(work: UnitOfWork, row: Row, old: Row | None) -> None:
    """Noted on another day, it began on that day; ended or opened again, it waits for agencies no longer or anew."""
    if old is not None and has_ended(row) != has_ended(old):
        _stop_waiting(work, row)
    if old is not None and row["noted_on"] != old["noted_on"]:
        for event in in_order(work.find("need_event", need_id=row["id"]))[:1]:
            work.change("need_event", event["id"], {"on": row["noted_on"]})


def _stop_waiting(work: UnitOfWork, need: Row) -> None:
    """Of a need that has ended no answer is waited for any more; of one that is open again it is."""
    ended = has_ended(need)
    for referral in work.find("referral", need_id=need["id"]):
        if ended or referral["status"] == EXPIRED:
            answers = work.find("agency_response", referral_id=referral["id"])
            again = referral if ended else {**referral, "status": "sent"}
            work.change("referral", referral["id"], answer_state(again, answers, ended=ended))


def _count_reminders(work: UnitOfWork, row: Row, _old: Row | None) -> None:
    """A referral was reminded of as often as reminders name it."""
    if work.get("referral", row["referral_id"]):
        many = len(work.find("letter_referral", referral_id=row["referral_id"]))
        work.change("referral", row["referral_id"], {"reminder_count": many})


def _untie_letter(work: UnitOfWork, old: Row) -> None:
    """A letter that is deleted was written for no referral, reminded of none and brought no answer."""
    for kind in ("referral", "agency_response"):
        for one in work.find(kind, letter_id=old["id"]):
            work.change(kind, one["id"], {"letter_id": None})
    for named in work.find("letter_referral", letter_id=old["id"]):
        work.delete("letter_referral", named["id"])
        _count_reminders(work, named, None)


def _after_trustee(work: UnitOfWork, row: Row, old: Row | None) -> None:
    """A resident is a trusted local while one of the roles is active."""
    for person_id in {row["person_id"], old["person_id"] if old is not None else None} - {None}:
        if work.get("person", person_id):
            active = bool(work.find("local_trustee", person_id=person_id, active=True))
            work.change("person", person_id, {"is_trustee": active})


def _after_enrollment(work: UnitOfWork, row: Row, old: Row | None) -> None:
    """A place that becomes free goes to the first in the waiting list; a certificate needs a completed workshop."""
    if old is None:
        return
    if row["status"] == "withdrawn" != old["status"]:
        promote(work, row["workshop_id"])
    if old["status"] == "completed" != row["status"]:
        mine = {"workshop_id": row["workshop_id"], "person_id": row["person_id"]}
        for certificate in work.find("certificate", **mine):
            work.delete("certificate", certificate["id"])


def _after_session(work: UnitOfWork, row: Row, _old: Row | None) -> None:
    """A workshop begins with the first session that is held."""
    workshop = work.get("workshop", row["workshop_id"])
    if not row["held"] or workshop is None or workshop["status"] != "open":
        return
    on = max(row["date"], workshop["status_on"] or row["date"])
    moved = work.change("workshop", workshop["id"], {"status": "running", "status_on": on})
    remember_step(work, WORKSHOP_LIFE, moved, ("open", "running"), on, None)


def _after_workshop(work: UnitOfWork, row: Row, old: Row | None) -> None:
    """More places are given to those who wait; a workshop that was planned on another day began on that day."""
    if old is None:
        return
    if row["capacity"] > old["capacity"]:
        promote(work, row["id"])
    if row["planned_on"] != old["planned_on"]:
        for event in in_order(work.find("workshop_event", workshop_id=row["id"]))[:1]:
            work.change("workshop_event", event["id"], {"on": row["planned_on"]})


_ECHOES: dict[str, Callable[[UnitOfWork, Row, Row | None], None]] = {
    "person": _after_person,
    "household": _after_household,
    "person_identifier": _after_identifier,
    "consent": _after_consent,
    "agency_response": _after_response,
    "letter_referral": _count_reminders,
    "need": _after_need,
    "referral": _after_referral,
    "local_trustee": _after_trustee,
    "workshop": _after_workshop,
    "workshop_session": _after_session,
    "workshop_enrollment": _after_enrollment,
}
