"""The plain rows of the paper of the audit log."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.clock import IRAN, today_in_iran
from desktop.domain.codes import label_of
from desktop.domain.persian.calendar import month_bounds, short
from desktop.domain.persian.digits import to_persian
from desktop.domain.persian.times import short_time
from desktop.services.asked_paper import Asked
from desktop.services.audit_trail import (
    AuditLine,
    AuditQuery,
    audit_entries,
    audit_page,
    audit_users,
    problem_of,
    require_audit_reader,
)
from desktop.services.audit_words import about_words, detail_words
from desktop.services.imprint import imprint_of
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.audit_sheet import Told

_MOST = 1000  # lines on one paper


def month_of_audit(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """The log of a month, or of the last thirty days."""
    if asked.month:
        first, last = month_bounds(asked.month)
        return audit_sheet(rows, office, AuditQuery(since=first, until=last))
    return audit_sheet(rows, office, AuditQuery(since=rows.today - timedelta(days=30), until=rows.today))


def audit_sheet(rows: Rows, office: OfficeFile, query: AuditQuery) -> bytes:
    """What was chosen on the page."""
    from desktop.reports.audit_sheet import AuditSheet, Chosen, build

    require_audit_reader(rows.role)
    entries = audit_entries(rows, query)
    lines = [_told(line) for line in audit_page(rows, entries[:_MOST]) if line is not None]
    chosen = Chosen(
        query.since,
        query.until,
        label_of("audit_group", query.group),
        dict(audit_users(rows)).get(query.user_id, ""),
        rows.titles([query.about]).get(query.about, ""),
    )
    found = [to_persian(problem_of(one).message) for one in office.audit_findings()]
    return build(AuditSheet(imprint_of(rows, office), chosen, found, lines, len(entries)))


def _told(line: AuditLine) -> Told:
    from desktop.reports.audit_sheet import Told

    local = line.at.astimezone(IRAN)
    on: date = today_in_iran(line.at)
    deed, (sort, title), detail = label_of("audit_action", line.action), about_words(line), detail_words(line)
    return Told(
        short(on),
        short_time(local.time().replace(second=0, microsecond=0)),
        line.who or "—",
        deed,
        title if title.startswith(sort) else f"{sort} {title}".strip(),
        to_persian("، ".join(filter(None, detail))),
    )
