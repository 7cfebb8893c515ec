"""The certificate of somebody who completed a workshop, numbered so that laptops do not collide (domain §3.1, §3.5)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.letter import letter_prefix
from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.persian.digits import to_persian
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Numbering, Record, Row
from desktop.domain.workshop_session import session_hours

PERSONAL = Sensitivity.PERSONAL
SORT = "گو"  # what tells the number of a certificate from that of a letter
_SEQUENCE_DIGITS = 4


class CertificateDraft(Draft):
    """گواهی شرکت در کارگاه؛ تنها برای کسی که آن را تکمیل کرده است"""

    number: Annotated[str, About(label="شمارهٔ گواهی", by_program=True, sensitivity=PERSONAL, search=Search.NUMBERS, column=1)] = ""
    person_id: Annotated[str, About(label="فرد", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL, column=2)]
    workshop_id: Annotated[str, About(label="کارگاه", input=Input.LINK, links="workshop", required=True, sensitivity=PERSONAL, column=3)]
    hours: Annotated[float | None, About(label="ساعت", input=Input.DECIMAL, low=0.5, high=480, sensitivity=PERSONAL, column=4, help="اگر خالی بماند، جمع ساعت جلسه‌های برگزارشده")] = None
    issued_on: Annotated[date | None, About(label="تاریخ صدور", input=Input.DATE, not_future=True, sensitivity=PERSONAL, column=5, help="اگر خالی بماند، امروز")] = None
    printed_count: Annotated[int, About(label="شمار چاپ", input=Input.INTEGER, low=0, by_program=True, sensitivity=PERSONAL, column=6)] = 0
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class Certificate(CertificateDraft, Record, table=True):
    __tablename__ = "certificate"


def certificate_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    mine = {"workshop_id": values["workshop_id"], "person_id": values["person_id"]}
    if any(twin["id"] != values.get("id") for twin in facts.find("certificate", **mine)):
        yield Problem("person_id", "certificate_twin")
    if not any(place["status"] == "completed" for place in facts.find("workshop_enrollment", **mine)):
        yield Problem("person_id", "not_completed")
    old = facts.get("certificate", values.get("id"))
    if old is not None:
        told = ("person_id", "workshop_id", "hours", "issued_on")
        yield from (Problem(name, "certificate_issued") for name in told if values[name] != old[name])
    elif values["issued_on"] is None or values["hours"] is None:
        yield Problem("hours", "no_session_held")


def held_hours(workshop_id: str, facts: Facts) -> float:
    """The hours of a workshop that took place."""
    workshop = facts.get("workshop", workshop_id)
    held = [s for s in facts.find("workshop_session", workshop_id=workshop_id) if s["held"]]
    return round(sum(session_hours(session, workshop) for session in held), 2) if workshop else 0.0


def fill_certificate(values: Row, facts: Facts) -> Mapping[str, Any]:
    hours = values["hours"] or held_hours(values["workshop_id"], facts) or None
    return {"hours": hours, "issued_on": values["issued_on"] or facts.today}


def _sequence(values: Row) -> str:
    return f"certificate:{from_gregorian(values['issued_on']).year}"


def certificate_number(values: Row, office: Row, sequence: int) -> str:
    """A number such as «کر-۰۳/۱۴۰۴/گو/۰۰۱۲»: office, Jalali year, sort, sequence of the laptop's block in that year."""
    year, place = str(from_gregorian(values["issued_on"]).year), str(sequence).zfill(_SEQUENCE_DIGITS)
    return f"{letter_prefix(office)}/{to_persian(year)}/{SORT}/{to_persian(place)}"


CERTIFICATE = Kind(
    name="certificate", label="گواهی", plural="گواهی‌ها", draft=CertificateDraft, table=Certificate, title=("number",), detail=("issued_on",), title_prefix="گواهی",
    order=("issued_on", "number"), descending=True, number="number", dated_by="issued_on", rules=certificate_rules, fill=fill_certificate,
    numbering=Numbering(_sequence, certificate_number),
)
