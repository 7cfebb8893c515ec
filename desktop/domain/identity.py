"""Identity papers: typed, optional, any number for a person (domain §2.6, §3.3)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.fields import About, Access, Draft, Input, Sensitivity
from desktop.domain.persian import identifiers
from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.text import clean
from desktop.domain.problems import Problem, Refusal
from desktop.domain.record import Facts, Kind, Record, Row

SENSITIVE = Sensitivity.SENSITIVE

_IDENTIFIER_READERS = {
    "national_id": identifiers.read_national_id,
    "foreigner_unique_code": identifiers.read_foreigner_code,
    "foreigner_inclusive_code": identifiers.read_foreigner_code,
    "passport": identifiers.read_passport,
}


class PersonIdentifierDraft(Draft):
    """مدرک هویتی یک فرد؛ هیچ مدرکی اجباری نیست"""

    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=SENSITIVE, column=1)]
    type: Annotated[str, About(label="نوع مدرک", input=Input.CODE, codes="identifier_type", required=True, sensitivity=SENSITIVE, column=2)]
    value: Annotated[str | None, About(access=Access.IDENTIFIER, label="شماره", input=Input.DIGITS, longest=40, sensitivity=SENSITIVE)] = None
    last4: Annotated[str, About(label="چهار رقم پایانی", input=Input.DIGITS, by_program=True, sensitivity=SENSITIVE, column=3, logged=False)] = ""
    verified: Annotated[bool, About(label="اصل مدرک دیده شد", input=Input.YES_NO, sensitivity=SENSITIVE, column=4)] = False
    seen_on: Annotated[date | None, About(label="تاریخ دیدن", input=Input.DATE, not_future=True, sensitivity=SENSITIVE)] = None


class PersonIdentifier(PersonIdentifierDraft, Record, table=True):
    __tablename__ = "person_identifier"


def read_identifier(kind: str, value: str) -> str:
    """The canonical number of an identity paper of that type; Refusal when it cannot be one.

    Papers without a shape of their own may hold letters too; their digits are one number in whatever script they were typed.
    """
    reader = _IDENTIFIER_READERS.get(kind)
    return reader(value) if reader else to_ascii(clean(value))


def identifier_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["type"] == "none":
        canonical = None
    elif not values["value"]:
        yield Problem("value", "required")
        return
    else:
        try:
            canonical = read_identifier(values["type"], values["value"])
        except Refusal as refusal:
            yield Problem("value", refusal.code, refusal.facts)
            return
    own = facts.find("person_identifier", person_id=values["person_id"], type=values["type"], value=canonical)
    if any(paper["id"] != values.get("id") for paper in own):
        yield Problem("value", "identifier_twice")


def identifier_doubts(values: Row, facts: Facts) -> Iterable[Problem]:
    """A number of unusual length, and one that somebody else has: a sign of a double, never a reason to refuse."""
    kind, value = values["type"], values["value"]
    if not kind or not value or kind == "none":
        return
    if identifiers.foreigner_code_doubtful(kind, value):
        yield Problem("value", "foreigner_code_doubtful")
    for paper in facts.find("person_identifier", type=kind, value=value):
        owner = facts.get("person", paper["person_id"])
        if owner and owner["id"] != values.get("person_id") and owner["status"] == "active":
            yield Problem("value", "identifier_known", {"resident_no": owner["resident_no"]})


def fill_identifier(values: Row, _facts: Facts) -> Mapping[str, Any]:
    if values["type"] == "none":
        return {"value": None, "last4": "", "verified": False, "seen_on": None}
    if not values["value"]:
        return {}
    canonical = read_identifier(values["type"], values["value"])
    return {"value": canonical, "last4": canonical[-4:]}


PERSON_IDENTIFIER = Kind(name="person_identifier", label="مدرک هویتی", plural="مدارک هویتی", draft=PersonIdentifierDraft, table=PersonIdentifier, title=("type",), detail=("last4",), rules=identifier_rules, doubts=identifier_doubts, fill=fill_identifier)
