"""What laptops disagree about does not leave on an official paper as if it were settled (design §4).

Who a paper names, how they are reached, what they agreed to and how much was given: while two values of it compete the
paper is refused, with a sentence that leads to the conflicts. On working lists the number to phone is left out instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Row
from desktop.services.conflicts import disputed_fields
from desktop.store.rows import Rows

NAMES = frozenset({"first_name", "last_name"})
REACHED = frozenset({"mobile", "mobile_owner"})
PERSON = NAMES | REACHED | {"father_name", "birth_date", "birth_precision", "sex", "consent_state"}
PAPERS = frozenset({"type", "value", "last4"})
ADDRESS = frozenset({"address_text", "plate_no", "floor_unit", "postal_code", "phone"})
LETTER = frozenset(
    {"to_org_id", "to_title", "subject", "body", "person_id", "personal_items", "copies", "signed_by", "date"}
)
_OF_ITEM: Mapping[str, frozenset[str]] = {
    "name": NAMES,
    "father_name": frozenset({"father_name"}),
    "birth_year": frozenset({"birth_date", "birth_precision"}),
    "mobile": REACHED,
}
"""Personal item of a letter → the fields of the person that it is made of."""


class Named(NamedTuple):
    """A record that stands on a paper, with the fields of it that do."""

    kind: str
    row: Row
    fields: Collection[str]


def refuse_disputed(rows: Rows, name: str, record_id: str) -> None:
    """Refuses a paper of which something that matters is disputed."""
    if name in _NAMED:
        refuse_named(rows, list(_NAMED[name](rows, record_id)))


def refuse_disputed_letter(rows: Rows, letter: Row) -> None:
    """The same of a letter, of which the person is named by the items that are ticked."""
    refuse_named(rows, list(_of_letter(rows, letter)))


def refuse_named(rows: Rows, named: list[Named]) -> None:
    """RefusedError for each of these fields of which two values live."""
    disputed = disputed_fields(rows, [one.row["id"] for one in named])
    titles = rows.titles(one.row["id"] for one in named)
    problems = [
        Problem(
            "id",
            "disputed_on_paper",
            {"label": KINDS[one.kind].fields[field].label, "title": titles.get(one.row["id"]) or KINDS[one.kind].label},
        )
        for one in named
        for field in sorted(disputed.get(one.row["id"], frozenset()) & set(one.fields))
    ]
    if problems:
        raise RefusedError(problems)


def reached_otherwise(rows: Rows, person_ids: Iterable[str]) -> frozenset[str]:
    """Of these people the ones of whom two numbers to phone are told: none of them is printed."""
    return frozenset(one for one, fields in disputed_fields(rows, person_ids).items() if fields & REACHED)


def _of_letter(rows: Rows, letter: Row) -> Iterator[Named]:
    if letter.get("id"):
        yield Named("letter", letter, LETTER)
    person, items = rows.get("person", letter.get("person_id")), letter.get("personal_items") or ()
    if person is None:
        return
    yield Named("person", person, frozenset().union(*(_OF_ITEM.get(item, frozenset()) for item in items)))
    if any(item.startswith("national_id") for item in items):
        yield from (Named("person_identifier", one, PAPERS) for one in _papers(rows, person))
    home = rows.get("household", person["household_id"]) if "address" in items else None
    if home is not None:
        yield Named("household", home, ADDRESS)


def _of_person(rows: Rows, person_id: str) -> Iterator[Named]:
    person = rows.get("person", person_id)
    if person is None:
        return
    yield Named("person", person, PERSON)
    yield from (Named("person_identifier", one, PAPERS) for one in _papers(rows, person))
    yield from (Named("consent", one, ("scope", "method", "given_on", "withdrawn_on", "expires_on"))
                for one in rows.find("consent", person_id=person_id))  # fmt: skip
    home = rows.get("household", person["household_id"])
    if home is not None:
        yield Named("household", home, ADDRESS)


def _of_certificate(rows: Rows, record_id: str) -> Iterator[Named]:
    one = rows.get("certificate", record_id)
    for certificate in [one] if one else rows.find("certificate", workshop_id=record_id):
        person = rows.get("person", certificate["person_id"])
        if person is not None:
            yield Named("certificate", certificate, ("hours", "issued_on", "person_id"))
            yield Named("person", person, NAMES)


def _of_donation(rows: Rows, record_id: str) -> Iterator[Named]:
    donation = rows.get("donation", record_id)
    donor = rows.get("donor", donation["donor_id"]) if donation else None
    if donation is not None:
        yield Named("donation", donation, ("value_rial", "description", "received_on", "receipt_no", "donor_id"))
    if donor is not None:
        yield Named("donor", donor, ("name",))


def _of_credits(rows: Rows, _record_id: str) -> Iterator[Named]:
    amounts = ("amount_rial", "requested_rial", "received_rial", "returned_rial")
    yield from (Named("credit", one, amounts) for one in rows.find("credit"))
    yield from (Named("expense", one, ("amount_rial", "credit_id")) for one in rows.find("expense"))


def _of_plan(rows: Rows, record_id: str) -> Iterator[Named]:
    plan = rows.get("ngo_plan", record_id)
    if plan is not None:
        yield Named("ngo_plan", plan, ("title", "ngo_org_id", "requested_rial", "approved_rial", "funded_rial"))


def _of_meeting(rows: Rows, record_id: str) -> Iterator[Named]:
    meeting = rows.get("meeting", record_id)
    if meeting is not None:
        yield Named("meeting", meeting, ("attendees",))


def _papers(rows: Rows, person: Row) -> list[Row]:
    return rows.find("person_identifier", person_id=person["id"])


_NAMED: Mapping[str, Callable[[Rows, str], Iterator[Named]]] = {
    "my_information": _of_person,
    "consent_sheet": _of_person,
    "certificate": _of_certificate,
    "donation_receipt": _of_donation,
    "credit_statement": _of_credits,
    "ngo_plan_sheet": _of_plan,
    "meeting_minutes": _of_meeting,
}
"""Printable → what it tells of people and amounts; letters have a way of their own."""
