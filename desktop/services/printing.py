"""Every printable of the office as PDF bytes, and the line in the audit log that each printing leaves (G-10)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import jalali_month, shift_month
from desktop.domain.problems import RefusedError
from desktop.domain.record import Facts
from desktop.services import (
    audit_papers,
    blank_papers,
    courier_papers,
    event_papers,
    letter_papers,
    money_papers,
    month_papers,
    need_papers,
    oversight_papers,
    partner_papers,
    people_papers,
    place_papers,
    practice_papers,
    workshop_papers,
    workshop_results,
)
from desktop.services.access import require_reader
from desktop.services.asked_paper import Asked, printed_by, wanted
from desktop.services.disputed_papers import refuse_disputed
from desktop.services.imprint import office_logo
from desktop.services.money_told import told_report, withheld_sections
from desktop.services.privacy_view import look_at_sensitive
from desktop.services.report_life import printed_report, report_of
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows


def printables() -> dict[str, str]:
    """Name on the command line → Persian title."""
    from desktop.reports.catalogue import PRINTABLES

    return dict(PRINTABLES)


def is_in_two_copies(name: str) -> bool:
    """Whether the paper of a record has a copy that may leave the office beside the one that stays."""
    from desktop.reports.catalogue import IN_TWO_COPIES

    return name in IN_TWO_COPIES


def printables_of_records() -> dict[str, str]:
    """Those that can be printed at any time: the recovery sheet carries a code that is shown only once."""
    return {name: title for name, title in printables().items() if _is_printable(name)}


def _is_printable(name: str) -> bool:
    return name in _MAKERS or name in _BY_COPY or name in _ASKED


def make_document(
    office: OfficeFile, name: str, *, month: str = "", record_id: str = "", copy: str = "internal", against: str = ""
) -> bytes:
    """The PDF of one printable: of a Jalali month (default: the last whole one) or of the record it is about.

    `copy` is "internal" or "shared"; what leaves the office names nobody. A comparison sets the month `against` beside.
    """
    if not _is_printable(name):
        raise RefusedError.of("name", "no_such_printable", given=name)
    if name in _TELLS_SENSITIVE:  # whoever looks at the page looks at what stands on it (G-11)
        with office.write() as work:
            look_at_sensitive(work, record_id, printables()[name])
    with office.read() as rows:
        refuse_disputed(rows, name, record_id)
        if name in _ASKED:
            return _ASKED[name](rows, office, Asked(record_id, month, copy, against))
        if name in _BY_COPY:
            return _BY_COPY[name](rows, office, month or _last_month(rows), copy)
        return _MAKERS[name](rows, office, month or _last_month(rows), record_id)


def print_document(
    office: OfficeFile, name: str, *, month: str = "", record_id: str = "", copy: str = "internal", against: str = ""
) -> bytes:
    """Like `make_document`, for paper or a file that leaves the program: a line in the audit log says so.

    A letter that was not written yet gets its number first.
    """
    if name in letter_papers.LETTER_NAMES:
        return letter_papers.print_letter(office, name, record_id, copy)
    pdf = make_document(office, name, month=month, record_id=record_id, copy=copy, against=against)
    note_print(office, name, month=month, record_id=record_id, copy=copy, against=against)
    return pdf


def note_print(
    office: OfficeFile, name: str, *, month: str = "", record_id: str = "", copy: str = "internal", against: str = ""
) -> None:
    """The line in the audit log for a document that was looked at first and then printed or saved."""
    if name in letter_papers.LETTER_NAMES:
        letter_papers.print_letter(office, name, record_id, copy)
        return
    with office.write() as work:
        if name == "certificate":
            workshop_results.count_printing(work, record_id)
        about = record_id or " ".join(filter(None, (month or _last_month(work), against)))
        work.audit("print", name, about, copy)


def _last_month(rows: Facts) -> str:
    return shift_month(jalali_month(rows.today), -1)


def _monthly(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """The report of a month, or one of its versions: as it was signed, or as it is counted now."""
    from desktop.reports.monthly_report import build

    require_reader(rows.role, KINDS["monthly_report"])
    month = asked.month or _last_month(rows)
    record = wanted(rows, "monthly_report", asked.record_id) if asked.record_id else report_of(rows, month)
    report = printed_report(rows, record, record["jmonth"] if record else month, printed_by(rows, office))
    return build(told_report(rows.role, report), asked.copy, office_logo(rows), withheld_sections(rows.role))


def _household_card(rows: Rows, _office: OfficeFile, _month: str, record_id: str) -> bytes:
    from desktop.reports.household_card import HouseholdCard, build

    household = wanted(rows, "household", record_id)
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


def _letter(name: str, rows: Rows, office: OfficeFile, _month: str, record_id: str) -> bytes:
    return letter_papers.make_letter(rows, office, name, record_id)


def recovery_sheet(office: OfficeFile, code: str) -> bytes:
    """The page with the recovery code, printed once when an office is founded."""
    from desktop.reports.recovery_sheet import RecoverySheet, build

    with office.read() as rows:
        about = rows.find("office")[0]
        return build(RecoverySheet(about["title_fa"], tuple(code.split("-")), rows.today, about["fictional"]))


def note_recovery_sheet(office: OfficeFile) -> None:
    """The line in the audit log once the code is on paper or in a file; the code itself stands nowhere."""
    office.note("print", "recovery_sheet")


_TELLS_SENSITIVE = frozenset({"my_information"})
_MAKERS: dict[str, Callable[[Rows, OfficeFile, str, str], bytes]] = {
    "household_card": _household_card,
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
_ASKED: dict[str, Callable[[Rows, OfficeFile, Asked], bytes]] = {
    "monthly_report": _monthly,
    "month_comparison": month_papers.month_comparison,
    "year_trend": month_papers.year_trend,
    "attendance_sheet": workshop_papers.attendance_sheet,
    "call_list": workshop_papers.call_list,
    "outcome_sheet": workshop_papers.outcome_sheet,
    "workshop_report": workshop_results.workshop_report,
    "certificate": workshop_results.certificate,
    "market_summary": event_papers.market_summary,
    "programme_poster": event_papers.programme_poster,
    "programme_poster_a3": partial(event_papers.programme_poster, large=True),
    "good_practices": practice_papers.good_practices,
    "neighborhood_profile": place_papers.neighborhood_profile,
    "meeting_minutes": partner_papers.meeting_minutes,
    "mou_follow_up": partner_papers.mou_follow_up,
    "ngo_plan_sheet": partner_papers.ngo_plan_sheet,
    "donation_receipt": money_papers.donation_receipt,
    "credit_statement": money_papers.credit_statement,
    "inspection_report": oversight_papers.inspection_report,
    "destruction_certificate": oversight_papers.destruction_certificate,
    "handover_cover": oversight_papers.handover_cover,
    "courier_receipt": courier_papers.courier_receipt,
    "audit_sheet": audit_papers.month_of_audit,
}
"""Papers of which month, record and copy may all say something."""
_BY_COPY: dict[str, Callable[[Rows, OfficeFile, str, str], bytes]] = {"needs_register": need_papers.needs_register}
"""Papers of a month whose internal and shared copies differ."""
