"""The plain rows of the papers about needs: the register of a month, and the sheet that is handed to people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.codes import label_of
from desktop.domain.guard import HELP_LINES
from desktop.domain.need import OPEN_STATES
from desktop.domain.persian.calendar import month_bounds
from desktop.domain.persian.digits import to_persian
from desktop.domain.persian.text import words
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.directory import documents_of
from desktop.services.texts import tells_of_somebody
from desktop.services.told_reports import told_report
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.guidance_sheet import Destination
    from desktop.reports.needs_register import RegisteredNeed

# The state of every need at the end of the month, and the one with which the month began.
_OPEN_IN = """
WITH steps AS (
  SELECT need_id, to_status, "on" AS day, row_number() OVER (PARTITION BY need_id ORDER BY "on" DESC, id DESC) AS back
  FROM need_event WHERE deleted_at IS NULL AND "on" <= :last
), now AS (SELECT need_id, to_status, day FROM steps WHERE back = 1)
SELECT n.*, now.to_status AS state, now.day AS state_on FROM need n JOIN now ON now.need_id = n.id
WHERE n.deleted_at IS NULL AND (
  now.to_status IN ('noted', 'referred', 'answered', 'in_progress') OR now.day >= :first
) ORDER BY n.noted_on, n."row"
"""


def needs_register(rows: Rows, office: OfficeFile, month: str, copy: str) -> bytes:
    """«دفتر ثبت نیازها» of a Jalali month; only the internal copy names people."""
    from desktop.reports.needs_register import NeedsRegister, build

    about = rows.find("office")[0]
    by = rows.get("staff_member", office.actor.staff_id)
    register = NeedsRegister(
        office_title=about["title_fa"],
        month=month,
        needs=tuple(_registered(rows, month, named=copy == "internal")),
        copy=copy,
        printed_on=rows.today,
        printed_by=str(by["full_name"]) if by else "",
        fictional=about["fictional"],
        report=told_report(rows, month) if copy == "shared" else None,
    )
    return build(register)


def _registered(rows: Rows, month: str, *, named: bool) -> Iterator[RegisteredNeed]:
    from desktop.reports.needs_register import RegisteredNeed

    first, last = month_bounds(month)
    found = rows.query(_OPEN_IN, first=first.isoformat(), last=last.isoformat())
    links = ("person_id", "household_id", "neighborhood_id", "main_agency_id")
    titles = rows.titles([row[name] for row in found for name in links if row[name]])
    for row in found:
        is_open = row["state"] in OPEN_STATES
        noted_on = date.fromisoformat(row["noted_on"])
        until = last if is_open else date.fromisoformat(row["state_on"])
        whom = row["person_id"] or row["household_id"] or row["neighborhood_id"] if named else None
        yield RegisteredNeed(
            number=row["need_no"],
            noted_on=noted_on,
            field=label_of("need_field", row["field"]),
            subject=row["subject"] if named else _nameless(rows, row),
            whom=titles.get(whom, "") if whom else "",
            urgency=label_of("need_urgency", row["urgency"]),
            agency=titles.get(row["main_agency_id"], ""),
            status=label_of("need_status", row["state"]),
            days=(until - noted_on).days,
            is_open=is_open,
            overdue=is_open and bool(row["due_on"]) and row["due_on"] < last.isoformat(),
        )


def _nameless(rows: Rows, need: Row) -> str:
    """A subject by which nobody can be known: no resident, no number, and none of the household by the first name."""
    subject = str(need["subject"])
    named = tells_of_somebody(rows, subject) or not _own_names(rows, need).isdisjoint(words(subject))
    return label_of("need_field", need["field"]) if named else subject


def _own_names(rows: Rows, need: Row) -> set[str]:
    """The words of the names of whom a need is about and of those who live with them."""
    people = rows.find("person", household_id=need["household_id"]) if need["household_id"] else []
    names = (person[name] or "" for person in people for name in ("first_name", "last_name"))
    return {word for name in names for word in words(name)}


def guidance_sheet(rows: Rows, _office: OfficeFile, _month: str, record_id: str) -> bytes:
    """«برگهٔ راهنما» for a need, or the lines of help alone."""
    from desktop.reports.guidance_sheet import GuidanceSheet, build

    about = rows.find("office")[0]
    need = rows.get("need", record_id) if record_id else None
    if record_id and need is None:
        raise RefusedError.of("id", "unknown_record")
    sheet = GuidanceSheet(
        office_title=about["title_fa"],
        office_phone=to_persian(about["phone"] or ""),
        office_hours=to_persian(about["office_hours"] or ""),
        help_lines=HELP_LINES,
        printed_on=rows.today,
        subject=need["subject"] if need else "",
        destination=_destination(rows, need["main_agency_id"]) if need else None,
        fictional=about["fictional"],
    )
    return build(sheet)


def _destination(rows: Rows, agency_id: str | None) -> Destination | None:
    from desktop.reports.guidance_sheet import Destination

    agency = rows.get("organization", agency_id)
    if agency is None:
        return None
    return Destination(
        name=agency["name_fa"],
        phone=to_persian(agency["phone"] or ""),
        address=agency["address"] or "",
        documents=documents_of(agency),
    )
