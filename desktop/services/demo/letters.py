"""Fictional letters: one for each referral that went on paper, and reminders that gather what nobody answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from desktop.domain.letter import FIRST_ITEMS
from desktop.domain.letter_words import referral_body, reminder_words
from desktop.services.demo.drafts import Made

_ON_PAPER = ("letter", "handed_to_resident")
_ROUNDS = ((2, 30), (1, 1))  # reminded at least so often: days before the last one on which that reminder went out


def make_letters(made: Made, manager: str) -> None:
    """Letters in the order of their dates, as their numbers are."""
    agencies = {one["id"]: one for one in made.of("organization")}
    waiting = sorted(made.of("referral"), key=lambda one: one["sent_on"])
    written: list[tuple[dict[str, Any], dict[str, Any]]] = []
    needs = {need["id"]: need for need in made.of("need")}
    people = {person["id"]: person for person in made.of("person")}
    places = {place["id"]: place["name"] for place in made.of("neighborhood")}
    for referral in waiting:
        if referral["mode"] in _ON_PAPER:
            need, agency = needs[referral["need_id"]], agencies[referral["agency_id"]]
            letter = _of_referral(referral, need, agency, places[need["neighborhood_id"]]) | {"signed_by": manager}
            person = people.get(need["person_id"])
            if person is not None:
                letter |= _about(made, referral, person, agency)
            written.append((letter, referral))
    for letter, referral in written:
        referral["letter_id"] = made.add("letter", letter)["id"]
    for least, days in _ROUNDS:
        on = made.words.last_day - timedelta(days=days)
        _remind(made, agencies, [one for one in waiting if one["reminder_count"] >= least], on, manager)


def _of_referral(
    referral: Mapping[str, Any], need: Mapping[str, Any], agency: Mapping[str, Any], place: str
) -> dict[str, Any]:
    return {
        "kind": "referral",
        "date": referral["sent_on"],
        "to_org_id": agency["id"],
        "to_title": agency["letter_title"],
        "subject": need["subject"],
        "body": referral_body(need, place),
        "speed": "urgent" if need["urgency"] == "first" else "ordinary",
        "answer_due_on": referral["answer_due_on"],
    }


def _about(
    made: Made, referral: dict[str, Any], person: Mapping[str, Any], agency: Mapping[str, Any]
) -> dict[str, Any]:
    """What the letter tells of its person: under a consent for this agency, or carried by the person's own hand."""
    by_hand = referral["mode"] == "handed_to_resident" or person["consent_state"] in ("none", "withdrawn")
    if not by_hand:
        scope, on = f"referral:{agency['agency_code']}", referral["sent_on"]
        made.add("consent", {"person_id": person["id"], "scope": scope, "given_on": on, "method": "signature"})
        referral["includes_personal"] = True
    else:
        referral["mode"] = "handed_to_resident"
    told = {"person_id": person["id"], "personal_items": list(FIRST_ITEMS), "secrecy": "confidential"}
    return {**told, "handed_to_resident": by_hand}


def _remind(
    made: Made, agencies: Mapping[str, Mapping[str, Any]], silent: list[dict[str, Any]], on: date, manager: str
) -> None:
    """One letter to each agency, which names every referral that it left unanswered."""
    for agency_id in dict.fromkeys(one["agency_id"] for one in silent):
        mine = [one for one in silent if one["agency_id"] == agency_id]
        subject, body = reminder_words(len(mine))
        letter = made.add(
            "letter",
            {
                "kind": "reminder",
                "date": on,
                "to_org_id": agency_id,
                "to_title": agencies[agency_id]["letter_title"],
                "subject": subject,
                "body": body,
                "signed_by": manager,
                "follow_up_of": next((one["letter_id"] for one in mine if one["letter_id"]), None),
            },
        )
        for one in mine:
            made.add("letter_referral", {"letter_id": letter["id"], "referral_id": one["id"]})
