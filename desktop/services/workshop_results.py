"""The plain rows of papers about what came of a workshop: its report, and the certificates of who completed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.domain.attendance import ATTENDANCE, CAME
from desktop.domain.codes import label_of
from desktop.domain.persian.digits import codes_in_order
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.domain.workshop_session import session_hours
from desktop.services.access import require_reader
from desktop.services.asked_paper import Asked, printed_by, wanted
from desktop.services.certificate_check import code_of, text_of
from desktop.services.imprint import manager_of
from desktop.services.told_reports import told_report
from desktop.services.workshop_figures import workshop_figures
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from desktop.reports.certificate import Certificate
    from desktop.reports.monthly_rows import MonthlyReport
    from desktop.reports.workshop_report import Evaluation, SessionResult


def workshop_report(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«گزارش کارگاه»; the shared copy hides small counts."""
    from desktop.reports.workshop_report import WorkshopReport, build

    workshop, about = wanted(rows, "workshop", asked.record_id), rows.find("office")[0]
    sessions = sorted(rows.find("workshop_session", workshop_id=workshop["id"]), key=lambda s: s["no"])
    marks = {session["id"]: rows.find("attendance", session_id=session["id"]) for session in sessions}
    live = workshop_figures(rows, workshop["id"])
    if live is None:
        raise RefusedError.of("id", "unknown_record")
    places = rows.find("workshop_enrollment", workshop_id=workshop["id"])
    scores = [form["score"] for form in rows.find("satisfaction_form", workshop_id=workshop["id"])]
    titles = rows.titles(workshop[name] for name in ("neighborhood_id", "instructor_id", "co_org_id"))
    dates = [session["date"] for session in sessions]
    report = WorkshopReport(
        office_title=about["title_fa"],
        code=workshop["code"],
        title=workshop["title"],
        type=label_of("workshop_type", workshop["type"]),
        neighborhood=titles.get(workshop["neighborhood_id"], ""),
        place=workshop["place"],
        instructor=titles.get(workshop["instructor_id"], ""),
        partner=titles.get(workshop["co_org_id"], ""),
        started_on=min(dates, default=workshop["planned_start"]),
        ended_on=max(dates, default=workshop["planned_end"]),
        status=label_of("workshop_status", workshop["status"]),
        capacity=workshop["capacity"],
        sessions=tuple(_session_result(session, workshop, marks[session["id"]]) for session in sessions),
        seated=live.enrolled,
        unique=live.participants,
        women_heads=live.women_heads,
        women_heads_known=live.participants - live.unknown,
        completed=sum(place["status"] == "completed" for place in places),
        satisfaction=sum(scores) / len(scores) if scores else None,
        answers=len(scores),
        evaluations=tuple(_evaluations(rows, workshop["id"])),
        copy=asked.copy,
        printed_on=rows.today,
        printed_by=printed_by(rows, office) if asked.copy == "internal" else "",
        manager=manager_of(rows),
        fictional=about["fictional"],
        months=_told(rows, sessions) if asked.copy == "shared" else (),
    )
    return build(report)


def _told(rows: Rows, sessions: Sequence[Row]) -> tuple[MonthlyReport, ...]:
    """The reports of the months in which it was held."""
    months = sorted({session["jalali_month"] for session in sessions if session["held"]})
    return tuple(told_report(rows, month) for month in months)


def _session_result(session: Row, workshop: Row, marks: list[Row]) -> SessionResult:
    from desktop.reports.workshop_report import SessionResult

    hours, states = session_hours(session, workshop), Counter(mark["state"] for mark in marks)
    own = [mark["minutes"] for mark in marks if mark["state"] in CAME]
    return SessionResult(
        no=session["no"],
        on=session["date"],
        held=session["held"],
        topic=session["topic"] or "",
        present=states["present"],
        late=states["late"],
        absent=states["absent"],
        excused=states["excused"],
        walk_ins=session["walk_ins"],
        hours=hours,
        person_hours=round(sum(hours if minutes is None else minutes / 60 for minutes in own), 2),
    )


def _evaluations(rows: Rows, workshop_id: str) -> Iterator[Evaluation]:
    from desktop.reports.workshop_report import Criterion, Evaluation

    for form in rows.find("evaluation", target_type="workshop", target_id=workshop_id):
        yield Evaluation(
            evaluator=form["evaluator"],
            period=form["period"],
            criteria=tuple(Criterion(row["name"], row["weight"], row["score"]) for row in form["criteria"]),
            total=form["total"],
            strengths=form["strengths"] or "",
            recommendations=form["recommendations"] or "",
        )


def certificate(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """One certificate, or all those of a workshop, a page each. A page says which printing it is."""
    from desktop.reports.certificate import build

    require_reader(office.actor.role, ATTENDANCE)
    return build(*(_certificate(rows, one) for one in _certificates(rows, asked.record_id)))


def _certificates(rows: Rows, record_id: str) -> list[Row]:
    found = rows.find("certificate", workshop_id=record_id) if record_id else []
    if not found and rows.get("workshop", record_id):
        raise RefusedError.of("id", "no_certificates")
    return found or [wanted(rows, "certificate", record_id)]


def count_printing(work: UnitOfWork, record_id: str) -> None:
    """One printing more of each certificate that was put on paper."""
    for one in _certificates(work, record_id):
        work.change("certificate", one["id"], {"printed_count": one["printed_count"] + 1})


def _certificate(rows: Rows, one: Row) -> Certificate:
    from desktop.reports.certificate import Certificate

    about, workshop = rows.find("office")[0], wanted(rows, "workshop", one["workshop_id"])
    person = wanted(rows, "person", one["person_id"])
    instructor = rows.get("instructor", workshop["instructor_id"])
    held = [s["date"] for s in rows.find("workshop_session", workshop_id=workshop["id"]) if s["held"]]
    return Certificate(
        office_title=about["title_fa"],
        letterhead=tuple(about[f"letterhead_line{n}"] for n in (1, 2) if about[f"letterhead_line{n}"]),
        number=codes_in_order(one["number"]),
        issued_on=one["issued_on"],
        name=f"{person['first_name']} {person['last_name']}",
        course=workshop["title"],
        hours=one["hours"],
        started_on=min(held, default=workshop["planned_start"]),
        ended_on=max(held, default=workshop["planned_end"]),
        place=workshop["place"],
        instructor=instructor["full_name"] if instructor else "",
        manager=manager_of(rows),
        verification=text_of(one, workshop["title"], about["title_fa"]),
        code=code_of(one),
        topics=workshop["programme"] or "",
        office_phone=about["phone"] or "",
        copy_no=one["printed_count"] + 1,
        fictional=about["fictional"],
    )
