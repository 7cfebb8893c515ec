"""Letters to agencies and from them: for a referral, to remind, to invite, and what comes in with its answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from desktop.domain.consent import REFUSED
from desktop.domain.letter import has_agreed, referral_scope, sending_rules, takes_by_hand_only
from desktop.domain.letter_words import FIRST_WORDS, first_items, for_information, referral_body, reminder_words
from desktop.domain.need_life import OPEN_STATES
from desktop.domain.problems import RefusedError
from desktop.domain.record import Facts, Row
from desktop.services.records import add_record, change_record, step_record
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

Values = Mapping[str, Any]
NOTHING: Values = MappingProxyType({})
ANSWERS = ("referral_id", "type", "promised_on", "text", "cost_rial")
"""What is asked of an answer when the letter that brings it is registered."""


def addressed(rows: Rows, agency: Row) -> str:
    """How an agency is written to; a county's governor with the title that the record of the county tells (F2-12)."""
    title = str(agency["letter_title"] or agency["name_fa"])
    county = rows.get("county", agency["county_id"]) if agency["agency_code"] == "governorate" else None
    told = (county["governor_title"] if county else None) or ""
    first, _space, rest = title.partition(" ")
    return f"{told} {rest}" if told.startswith(first) and told not in title else title


def suggested_referral_letter(rows: Rows, referral_id: str) -> dict[str, Any]:
    """A letter for a referral as it could be written now, for whoever looks at it first."""
    referral, need, agency = _referral(rows, referral_id)
    place = rows.get("neighborhood", need["neighborhood_id"])
    return {
        "direction": "out",
        "kind": "referral",
        "to_org_id": agency["id"],
        "to_title": addressed(rows, agency),
        "date": referral["sent_on"],
        "subject": need["subject"],
        "body": referral_body(need, place["name"] if place else ""),
        "answer_due_on": referral["answer_due_on"],
        "speed": "urgent" if need["urgency"] == "first" else "ordinary",
        "copies": _copies(rows, referral) if need["scope"] in ("group", "neighborhood") else [],
        "follow_up_of": _letter_before(rows, referral),
        **_about_somebody(rows, referral, need, agency),
    }


def write_referral_letter(work: UnitOfWork, referral_id: str, given: Values = NOTHING) -> Row:
    """The letter of a referral, numbered and tied to it; `given` takes the place of what is suggested."""
    referral, _need, _agency = _referral(work, referral_id)
    if (known := work.get("letter", referral["letter_id"])) is not None:
        raise RefusedError.of("letter_id", "letter_written", number=known["number"])
    values = {**suggested_referral_letter(work, referral_id), **given}
    letter = add_record(work, "letter", values)
    sent = {} if letter["handed_to_resident"] else {"includes_personal": bool(letter["personal_items"])}
    change_record(work, "referral", referral_id, {"letter_id": letter["id"], **sent})
    return letter


def change_letter(work: UnitOfWork, letter_id: str, given: Values) -> Row:
    """Other words or ticks in a letter that nobody has printed; its referrals know whether it tells of a person."""
    letter = change_record(work, "letter", letter_id, given)
    leaves = bool(letter["personal_items"]) and not letter["handed_to_resident"]
    for referral in work.find("referral", letter_id=letter_id):
        if bool(referral["includes_personal"]) != leaves:
            change_record(work, "referral", referral["id"], {"includes_personal": leaves})
    return letter


def suggested_letter(rows: Rows, kind: str) -> dict[str, Any]:
    """How a letter of another kind begins."""
    subject, body = FIRST_WORDS.get(kind, ("", ""))
    first = {"direction": "out", "kind": kind, "date": rows.today, "speed": "ordinary"}
    return {**first, "subject": subject, "body": body}


def write_letter(work: UnitOfWork, given: Values) -> Row:
    """An invitation, thanks, a report's cover or any other letter that belongs to no referral."""
    if given.get("kind") in ("referral", "reminder"):
        raise RefusedError.of("kind", "letter_of_need")
    return add_record(work, "letter", {**given, "direction": "out"})


@dataclass(frozen=True)
class Waiting:
    """An agency that has not answered: how many referrals, how many of them past their day, the oldest in days."""

    agency_id: str
    agency: str
    referrals: int
    overdue: int
    oldest_days: int
    reminded: int


_OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)
_UNANSWERED = (
    "r.deleted_at IS NULL AND r.first_response_on IS NULL AND r.status IN ('sent', 'acknowledged') "  # noqa: S608  a constant of ours
    "AND r.sent_on <= :today "
    f"AND EXISTS (SELECT 1 FROM need n WHERE n.id = r.need_id AND n.deleted_at IS NULL AND n.status IN ({_OPEN}))"
)


def waiting_agencies(rows: Rows) -> list[Waiting]:
    """Agencies with referrals that nobody answered, those waiting longest first."""
    sql = (
        "SELECT r.agency_id, o.name_fa, count(*) AS many, sum(r.answer_due_on < :today) AS late, "  # noqa: S608  a constant of ours
        "min(r.sent_on) AS oldest, max(r.reminder_count) AS reminded "
        "FROM referral r JOIN organization o ON o.id = r.agency_id "
        f"WHERE {_UNANSWERED} GROUP BY r.agency_id ORDER BY oldest, o.name_fa"
    )
    return [
        Waiting(
            agency_id=one["agency_id"],
            agency=one["name_fa"],
            referrals=one["many"],
            overdue=one["late"] or 0,
            oldest_days=(rows.today - date.fromisoformat(one["oldest"])).days,
            reminded=one["reminded"],
        )
        for one in rows.query(sql, today=rows.today.isoformat())
    ]


def unanswered_of(rows: Rows, agency_id: str) -> list[Row]:
    """The referrals to an agency that nobody answered, the oldest first."""
    sql = f"SELECT r.id FROM referral r WHERE r.agency_id = :agency AND {_UNANSWERED} ORDER BY r.sent_on, r.row"  # noqa: S608  a constant of ours
    found = rows.query(sql, agency=agency_id, today=rows.today.isoformat())
    return [row for one in found if (row := rows.get("referral", one["id"])) is not None]


def suggested_reminder(rows: Rows, agency_id: str) -> dict[str, Any]:
    """A reminder of all that an agency has not answered."""
    referrals, agency = unanswered_of(rows, agency_id), rows.get("organization", agency_id)
    if agency is None:
        raise RefusedError.of("to_org_id", "unknown_record")
    if not referrals:
        raise RefusedError.of("to_org_id", "nothing_unanswered")
    subject, body = reminder_words(len(referrals))
    return {
        "direction": "out",
        "kind": "reminder",
        "to_org_id": agency_id,
        "to_title": addressed(rows, agency),
        "date": rows.today,
        "subject": subject,
        "body": body,
        "follow_up_of": next((r["letter_id"] for r in referrals if r["letter_id"]), None),
    }


def write_reminder(work: UnitOfWork, agency_id: str, given: Values = NOTHING) -> Row:
    """One letter that names every unanswered referral of an agency; each is counted as reminded once more."""
    values = {**suggested_reminder(work, agency_id), **given}
    letter = add_record(work, "letter", values)
    for referral in unanswered_of(work, agency_id):
        add_record(work, "letter_referral", {"letter_id": letter["id"], "referral_id": referral["id"]})
    return letter


def write_reminders(work: UnitOfWork, agencies: Iterable[str]) -> list[Row]:
    """A reminder for each of these agencies, in one commit."""
    return [write_reminder(work, agency) for agency in agencies]


def register_incoming(work: UnitOfWork, given: Values, answer: Values = NOTHING) -> tuple[Row, Row | None]:
    """A letter that came in, and with it the answer to one of our referrals, if it brings one."""
    values = {**given, "direction": "in"}
    referral = _answered(work, values, answer)
    if referral is not None and not values.get("in_reply_to"):
        values["in_reply_to"] = referral["letter_id"]
    letter = add_record(work, "letter", values)
    if referral is None:
        return letter, None
    told = {name: answer[name] for name in ANSWERS if answer.get(name) is not None}
    brought = {"received_on": letter["date"], "reply_letter_no": letter["sender_number"], "letter_id": letter["id"]}
    response = add_record(work, "agency_response", {**told, **brought, "referral_id": referral["id"]})
    _answer_need(work, referral, response)
    return letter, response


def answerable(rows: Rows, letter_id: str) -> list[Row]:
    """The referrals that an answer to one of our letters may be about."""
    own = rows.find("referral", letter_id=letter_id)
    reminded = [rows.get("referral", r["referral_id"]) for r in rows.find("letter_referral", letter_id=letter_id)]
    return [row for row in (*own, *reminded) if row is not None and row["status"] != "withdrawn"]


def _answered(rows: Rows, values: Values, answer: Values) -> Row | None:
    """The referral that is answered: named, or the only one that our letter is about."""
    referral_id = answer.get("referral_id")
    if not referral_id and answer.get("type") and values.get("in_reply_to"):
        about = answerable(rows, values["in_reply_to"])
        if len(about) != 1:
            raise RefusedError.of("referral_id", "required")
        return about[0]
    if not referral_id:
        if answer.get("type"):
            raise RefusedError.of("referral_id", "required")
        return None
    referral = rows.get("referral", referral_id)
    if referral is None:
        raise RefusedError.of("referral_id", "unknown_record")
    if referral["agency_id"] != values.get("to_org_id"):
        raise RefusedError.of("referral_id", "not_of_this_agency")
    return referral


def _answer_need(work: UnitOfWork, referral: Row, response: Row) -> None:
    """A need that waits for an answer has got one; a registry's receipt is none."""
    need = work.get("need", referral["need_id"])
    if need is None or need["status"] != "referred" or response["type"] == "acknowledged":
        return
    on = max(response["received_on"], need["status_on"])
    step_record(work, "need", need["id"], "answered", {"on": on})


def _referral(rows: Facts, referral_id: str) -> tuple[Row, Row, Row]:
    referral = rows.get("referral", referral_id)
    need = rows.get("need", referral["need_id"]) if referral else None
    agency = rows.get("organization", referral["agency_id"]) if referral else None
    if referral is None or need is None or agency is None:
        raise RefusedError.of("id", "unknown_record")
    return referral, need, agency


def _about_somebody(rows: Rows, referral: Row, need: Row, agency: Row) -> Values:
    """Whom the letter is about and what is ticked at first.

    Without consent the office sends nothing of a person: the resident carries the letter. Who was asked and said no
    is known in it by the number of the file alone (G-07).
    """
    person = _applicant(rows, need)
    carried = referral["mode"] == "handed_to_resident"
    if person is None:
        return {"handed_to_resident": carried}
    asked = rows.find("consent", person_id=person["id"], scope=referral_scope(agency))
    if asked and all(consent["method"] == REFUSED for consent in asked):
        items = ["resident_no"]
    else:
        items = first_items(person, papers_of(rows, person["id"]), agency)
    carried = carried or takes_by_hand_only(agency) or not has_agreed(rows, person["id"], agency)
    return {"person_id": person["id"], "personal_items": items, "handed_to_resident": carried}


def _applicant(rows: Facts, need: Row) -> Row | None:
    """Whom a need is about: the person, or the head of the household; never another member."""
    person = rows.get("person", need["person_id"]) if need["scope"] == "person" else None
    if need["scope"] == "household":
        heads = rows.find("person", household_id=need["household_id"], relation_to_head="head", status="active")
        person = heads[0] if heads else None
    return None if person is None or person["status"] in ("erased", "merged") else person


def papers_of(rows: Facts, person_id: str) -> Sequence[Row]:
    """A person's other identity papers with a number, as last given."""
    papers = rows.find("person_identifier", person_id=person_id)
    return [one for one in reversed(papers) if one["type"] != "national_id" and one["value"]]


def _copies(rows: Rows, referral: Row) -> list[str]:
    """The other agencies that follow the same need of a place; none is sent of what tells of a person."""
    others = [r for r in rows.find("referral", need_id=referral["need_id"]) if r["status"] != "withdrawn"]
    agencies = dict.fromkeys(r["agency_id"] for r in others if r["agency_id"] != referral["agency_id"])
    found = [agency for one in agencies if (agency := rows.get("organization", one)) is not None]
    return [for_information(agency["letter_title"] or agency["name_fa"]) for agency in found]


def _letter_before(rows: Rows, referral: Row) -> str | None:
    """The last letter about the same need to the same agency."""
    same = rows.find("referral", need_id=referral["need_id"], agency_id=referral["agency_id"])
    letters = [one["letter_id"] for one in same if one["letter_id"] and one["id"] != referral["id"]]
    return letters[-1] if letters else None


def refuse_unsendable(rows: Facts, letter: Row) -> None:
    """Asked again before the first printing: a consent may have ended since the letter was written."""
    problems = list(sending_rules(letter, rows))
    if problems:
        raise RefusedError(problems)


def reminded_referrals(rows: Rows, letter_id: str) -> list[Row]:
    """The referrals that a reminder names, in its order."""
    found = (rows.get("referral", one["referral_id"]) for one in rows.find("letter_referral", letter_id=letter_id))
    return [row for row in found if row is not None]
