"""Every printable of the office as PDF bytes, and the line in the audit log that each printing leaves (G-10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.persian.calendar import age_on, jalali_month, shift_month
from desktop.domain.persian.times import short_time
from desktop.domain.person import ADULT_OF_CENSUS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Facts, Row
from desktop.services import blank_papers, letter_papers, need_papers, people_papers
from desktop.services.monthly import monthly_report
from desktop.services.privacy_view import look_at_sensitive
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.attendance_sheet import Attendee


def printables() -> dict[str, str]:
    """Name on the command line → Persian title."""
    from desktop.reports.catalogue import PRINTABLES

    return dict(PRINTABLES)


def printables_of_records() -> dict[str, str]:
    """Those that can be printed at any time: the recovery sheet carries a code that is shown only once."""
    return {name: title for name, title in printables().items() if name in _MAKERS or name in _BY_COPY}


def make_document(
    office: OfficeFile, name: str, *, month: str = "", record_id: str = "", copy: str = "internal"
) -> bytes:
    """The PDF of one printable: of a Jalali month (default: the last whole one) or of the record it is about.

    `copy` is "internal" or "shared"; what leaves the office names nobody.
    """
    if name not in _MAKERS and name not in _BY_COPY:
        raise RefusedError.of("name", "no_such_printable", given=name)
    if name in _TELLS_SENSITIVE:  # whoever looks at the page looks at what stands on it (G-11)
        with office.write() as work:
            look_at_sensitive(work, record_id, printables()[name])
    with office.read() as rows:
        if name in _BY_COPY:
            return _BY_COPY[name](rows, office, month or _last_month(rows), copy)
        return _MAKERS[name](rows, office, month or _last_month(rows), record_id)


def print_document(
    office: OfficeFile, name: str, *, month: str = "", record_id: str = "", copy: str = "internal"
) -> bytes:
    """Like `make_document`, for paper or a file that leaves the program: a line in the audit log says so.

    A letter that was not written yet gets its number first.
    """
    if name in letter_papers.LETTER_NAMES:
        return letter_papers.print_letter(office, name, record_id, copy)
    pdf = make_document(office, name, month=month, record_id=record_id, copy=copy)
    note_print(office, name, month=month, record_id=record_id, copy=copy)
    return pdf


def note_print(office: OfficeFile, name: str, *, month: str = "", record_id: str = "", copy: str = "internal") -> None:
    """The line in the audit log for a document that was looked at first and then printed or saved."""
    if name in letter_papers.LETTER_NAMES:
        letter_papers.print_letter(office, name, record_id, copy)
        return
    with office.write() as work:
        work.audit("print", name, record_id or month or _last_month(work), copy)


def _last_month(rows: Facts) -> str:
    return shift_month(jalali_month(rows.today), -1)


def _monthly(rows: Rows, office: OfficeFile, month: str, _record_id: str) -> bytes:
    from desktop.reports.monthly_report import build

    return build(monthly_report(rows, month, _staff_name(rows, office.actor.staff_id)))


def _household_card(rows: Rows, _office: OfficeFile, _month: str, record_id: str) -> bytes:
    from desktop.reports.household_card import HouseholdCard, build

    household = _wanted(rows, "household", record_id)
    about = rows.find("office")[0]
    heads = rows.find("person", household_id=household["id"], relation_to_head="head", status="active")
    place = rows.get("neighborhood", household["neighborhood_id"])
    card = HouseholdCard(
        office_title=about["title_fa"],
        household_no=household["household_no"],
        neighborhood=place["name"] if place else "",
        phone=about["phone"] or "",
        hours=about["office_hours"] or "",
        resident_no=heads[0]["resident_no"] if heads else household["household_no"],
        issued_on=rows.today,
        fictional=about["fictional"],
    )
    return build(card)


def _attendance_sheet(rows: Rows, _office: OfficeFile, _month: str, record_id: str) -> bytes:
    from desktop.reports.attendance_sheet import AttendanceSheet, build

    session = _newest(rows, "workshop_session", record_id, workshop_id=record_id)
    workshop = _wanted(rows, "workshop", session["workshop_id"])
    instructor = rows.get("instructor", workshop["instructor_id"])
    about = rows.find("office")[0]
    sql = (
        "SELECT p.first_name, p.last_name, p.father_name, p.birth_date "
        "FROM workshop_enrollment w JOIN person p ON p.id = w.person_id "
        "JOIN search_entry e ON e.record_id = p.id "
        "WHERE w.workshop_id = :id AND w.status IN ('enrolled', 'completed', 'failed') "
        "AND w.deleted_at IS NULL ORDER BY e.order_key, e.entry"
    )
    people = rows.query(sql, id=workshop["id"])
    times = [short_time(session[name]) for name in ("start", "end") if session[name]]
    sheet = AttendanceSheet(
        office_title=about["title_fa"],
        workshop_code=workshop["code"],
        workshop_title=workshop["title"],
        session_no=session["no"],
        date=session["date"],
        time=" تا ".join(times),
        place=workshop["place"],
        instructor=instructor["full_name"] if instructor else "",
        attendees=tuple(_attendee(p, session["date"]) for p in people),
        fictional=about["fictional"],
    )
    return build(sheet)


def _attendee(person: Row, on: date) -> Attendee:
    """A line of a posted sheet; children are named by first name and initial only (G-08)."""
    from desktop.reports.attendance_sheet import Attendee

    born = person["birth_date"]
    if born and age_on(date.fromisoformat(born), on) < ADULT_OF_CENSUS:
        return Attendee(f"{person['first_name']} {person['last_name'][0]}.", "")
    return Attendee(f"{person['first_name']} {person['last_name']}", person["father_name"] or "")


def _letter(name: str, rows: Rows, office: OfficeFile, _month: str, record_id: str) -> bytes:
    return letter_papers.make_letter(rows, office, name, record_id)


def recovery_sheet(office: OfficeFile, code: str) -> bytes:
    """The page with the recovery code, printed once when an office is founded."""
    from desktop.reports.recovery_sheet import RecoverySheet, build

    with office.read() as rows:
        about = rows.find("office")[0]
        return build(RecoverySheet(about["title_fa"], tuple(code.split("-")), rows.today, about["fictional"]))


def _wanted(rows: Rows, kind: str, record_id: str) -> Row:
    if not record_id:
        raise RefusedError.of("id", "required")
    row = rows.get(kind, record_id)
    if row is None:
        raise RefusedError.of("id", "unknown_record")
    return row


def _newest(rows: Rows, kind: str, record_id: str, **owner: object) -> Row:
    """The record of that id, or the newest one of the record that owns it: the letter of a need, a workshop's sheet."""
    owned = rows.find(kind, **owner) if record_id else []
    return owned[-1] if owned else _wanted(rows, kind, record_id)


def _staff_name(rows: Rows, staff_id: str) -> str:
    staff = rows.get("staff_member", staff_id)
    return str(staff["full_name"]) if staff else ""


_TELLS_SENSITIVE = frozenset({"my_information"})
_MAKERS: dict[str, Callable[[Rows, OfficeFile, str, str], bytes]] = {
    "monthly_report": _monthly,
    "household_card": _household_card,
    "attendance_sheet": _attendance_sheet,
    "referral_letter": partial(_letter, "referral_letter"),
    "reminder": partial(_letter, "reminder"),
    "letter": partial(_letter, "letter"),
    "my_information": people_papers.my_information,
    "consent_sheet": people_papers.consent_sheet,
    "blank_registration": people_papers.blank_registration,
    "blank_need": blank_papers.blank_need,
    "blank_attendance": blank_papers.blank_attendance,
    "case_label": people_papers.case_label,
    "guidance_sheet": need_papers.guidance_sheet,
}
_BY_COPY: dict[str, Callable[[Rows, OfficeFile, str, str], bytes]] = {"needs_register": need_papers.needs_register}
"""Papers of a month whose internal and shared copies differ."""
