"""The sessions of a workshop: when, how long, and whether they took place (domain §3.5)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from desktop.domain.attendance import CAME
from desktop.domain.fields import About, Draft, Input
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row
from desktop.domain.workshop_clashes import session_doubts
from desktop.domain.workshop_seats import reported_locks


class WorkshopSessionDraft(Draft):
    """جلسهٔ کارگاه"""

    workshop_id: Annotated[str, About(label="کارگاه", input=Input.LINK, links="workshop", required=True, column=1)]
    no: Annotated[int, About(label="شمارهٔ جلسه", input=Input.INTEGER, required=True, low=1, high=60, column=2)]
    date: Annotated[dt.date, About(label="تاریخ", input=Input.DATE, required=True, column=3)]
    start: Annotated[dt.time | None, About(label="آغاز", input=Input.TIME, column=4)] = None
    end: Annotated[dt.time | None, About(label="پایان", input=Input.TIME, column=5)] = None
    held: Annotated[bool | None, About(label="برگزار شد", input=Input.YES_NO, column=6)] = None
    topic: Annotated[str | None, About(label="موضوع", longest=160)] = None
    note: Annotated[str | None, About(label="یادداشت", input=Input.LINES, longest=500, guarded=True)] = None
    walk_ins: Annotated[int, About(label="شرکت‌کننده بدون پرونده", input=Input.INTEGER, low=0, high=200)] = 0
    jalali_month: Annotated[str | None, About(label="ماه", input=Input.MONTH, by_program=True, in_form=False, logged=False)] = None


class WorkshopSession(WorkshopSessionDraft, Record, table=True):
    __tablename__ = "workshop_session"


def session_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if values["start"] and values["end"] and values["end"] <= values["start"]:
        yield Problem("end", "end_before_start")
    if values["held"] and values["date"] > facts.today:
        yield Problem("held", "in_future")
    old = facts.get("workshop_session", values.get("id"))
    if values["held"] is False and old is not None and old["held"] is not False:
        marks = facts.find("attendance", session_id=old["id"])
        if any(mark["state"] in CAME for mark in marks):
            yield Problem("held", "somebody_came")
    twins = facts.find("workshop_session", workshop_id=values["workshop_id"], no=values["no"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("no", "session_twin")


def fill_session(values: Row, facts: Facts) -> Mapping[str, Any]:
    """A session that begins at an hour lasts as long as the workshop plans, where nobody says how long."""
    workshop = facts.get("workshop", values["workshop_id"])
    if workshop is None or values["end"] or not values["start"]:
        return {}
    end = dt.datetime.combine(values["date"], values["start"]) + dt.timedelta(hours=workshop["hours_per_session"])
    return {"end": end.time()} if end.date() == values["date"] else {}


def session_hours(session: Row, workshop: Row) -> float:
    """Hours of one session: its own clock times, else the workshop's plan."""
    if session["start"] and session["end"]:
        start, end = session["start"], session["end"]
        return float((end.hour * 60 + end.minute) - (start.hour * 60 + start.minute)) / 60
    return float(workshop["hours_per_session"])


WORKSHOP_SESSION = Kind(name="workshop_session", label="جلسهٔ کارگاه", plural="جلسه‌های کارگاه", draft=WorkshopSessionDraft, table=WorkshopSession, title=("workshop_id", "no"), detail=("date",), order=("date", "no"), dated_by="date", rules=session_rules, doubts=session_doubts, locks=reported_locks, fill=fill_session)
