"""The plain rows of papers about a workshop that name people: what is signed, whom to phone, whom to ask later."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.attendance import ATTENDANCE
from desktop.domain.codes import CODE_LISTS
from desktop.domain.consent import live_scopes
from desktop.domain.outcome_followup import FOLLOW_UP_DAYS, end_of
from desktop.domain.persian.calendar import long
from desktop.domain.persian.digits import to_persian
from desktop.domain.persian.times import short_time
from desktop.domain.person import ADULT_OF_CENSUS, age_of
from desktop.domain.record import Row
from desktop.domain.workshop_seats import SEATED
from desktop.services.access import require_reader
from desktop.services.asked_paper import Asked, printed_by, wanted
from desktop.services.disputed_papers import reached_otherwise
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.attendance_sheet import Attendee
    from desktop.reports.calling import Called

_LEAVE = "phone_contact"


def attendance_sheet(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«برگهٔ حضور و غیاب» of a session, or of the next session of a workshop that is still to be held."""
    from desktop.reports.attendance_sheet import AttendanceSheet, build

    require_reader(office.actor.role, ATTENDANCE)
    session = _session(rows, asked.record_id)
    workshop = wanted(rows, "workshop", session["workshop_id"])
    instructor = rows.get("instructor", workshop["instructor_id"])
    about = rows.find("office")[0]
    sheet = AttendanceSheet(
        office_title=about["title_fa"],
        workshop_code=workshop["code"],
        workshop_title=workshop["title"],
        session_no=session["no"],
        date=session["date"],
        time=clock(session),
        place=workshop["place"],
        instructor=instructor["full_name"] if instructor else "",
        attendees=tuple(_attendees(_people(rows, _in(rows, workshop, SEATED)), session["date"])),
        fictional=about["fictional"],
    )
    return build(sheet)


def _session(rows: Rows, record_id: str) -> Row:
    """The session of that id; of a workshop the first one that is not settled yet, else its last."""
    sessions = sorted(rows.find("workshop_session", workshop_id=record_id), key=lambda s: s["no"]) if record_id else []
    if not sessions:
        return wanted(rows, "workshop_session", record_id)
    return next((session for session in sessions if session["held"] is None), sessions[-1])


def clock(times: Row) -> str:
    """Its hours as people say them: «۹ تا ۱۱:۳۰», «۱۶:۳۰», or nothing."""
    said = [short_time(times[name]).removesuffix(":۰۰").removeprefix("۰") for name in ("start", "end") if times[name]]
    return " تا ".join(said)


def _in(rows: Rows, workshop: Row, statuses: Iterable[str]) -> list[str]:
    places = rows.find("workshop_enrollment", workshop_id=workshop["id"])
    return [place["person_id"] for place in places if place["status"] in set(statuses)]


def _people(rows: Rows, person_ids: Iterable[str]) -> list[Row]:
    """Persons in Persian order of their names."""
    ids = json.dumps(sorted(set(person_ids)))
    sql = (
        "SELECT record_id FROM search_entry WHERE record_id IN (SELECT value FROM json_each(:ids)) "
        "ORDER BY order_key, entry"
    )
    found = (rows.get("person", row["record_id"]) for row in rows.query(sql, ids=ids))
    return [person for person in found if person is not None]


def _is_child(person: Row, on: date) -> bool:
    age = age_of(person, on)
    return age is not None and age < ADULT_OF_CENSUS


def name_on_paper(person: Row, on: date) -> str:
    """A name for a list that others see; children are named by first name and initial only (G-08)."""
    if _is_child(person, on):
        return f"{person['first_name']} {person['last_name'][0]}."
    return f"{person['first_name']} {person['last_name']}"


def _attendees(people: list[Row], on: date) -> Iterable[Attendee]:
    """Lines of a sheet that is hung up; the end of the file's number only where two could not be told apart."""
    from desktop.reports.attendance_sheet import Attendee

    named = [(name_on_paper(p, on), "" if _is_child(p, on) else p["father_name"] or "") for p in people]
    namesakes = Counter(named)
    for person, (name, father) in zip(people, named, strict=True):
        digits = f"شمارهٔ …{to_persian(person['resident_no'][-2:])}" if namesakes[name, father] > 1 else ""
        yield Attendee(name, "، ".join(part for part in (father, digits) if part))


def call_list(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«فهرست تماس»: everybody of a cancelled workshop, else those who have just got a place, else all who come next."""
    from desktop.reports.call_list import CallList, build

    require_reader(office.actor.role, ATTENDANCE)
    workshop, about = wanted(rows, "workshop", asked.record_id), rows.find("office")[0]
    places = rows.find("workshop_enrollment", workshop_id=workshop["id"])
    waiting = {place["person_id"]: place["waiting_rank"] for place in places if place["status"] == "waiting"}
    promoted = [p for p in places if p["status"] == "enrolled" and p["promoted_on"] and not p["told_on"]]
    seated = [place["person_id"] for place in places if place["status"] in SEATED]
    if workshop["status"] == "cancelled":
        occasion, script, people = "لغو کارگاه", _cancelled(workshop), [*seated, *waiting]
    elif promoted:
        occasion, script = "گرفتن جا از نوبت", _got_a_place(rows, workshop)
        people = [place["person_id"] for place in promoted]
    else:
        occasion, script, people = "یادآوری جلسهٔ بعد", _next_session(rows, workshop), seated
    called = _called(rows, people, dict.fromkeys(waiting, "در نوبت"))
    paper = CallList(
        office_title=about["title_fa"],
        workshop_code=workshop["code"],
        workshop_title=workshop["title"],
        occasion=occasion,
        script=(f"سلام؛ از {about['title_fa']} زنگ می‌زنیم.", *script),
        people=called,
        printed_on=rows.today,
        printed_by=printed_by(rows, office),
        fictional=about["fictional"],
    )
    return build(paper)


def _cancelled(workshop: Row) -> tuple[str, ...]:
    return (
        f"کارگاه «{workshop['title']}» که قرار بود از {long(workshop['planned_start'])} برگزار شود، برگزار نمی‌شود.",
        f"دلیل: {workshop['cancel_reason']}",
        "اگر بخواهید، نام شما را برای دورهٔ بعد یادداشت می‌کنیم.",
    )


def _got_a_place(rows: Rows, workshop: Row) -> tuple[str, ...]:
    return (
        f"در کارگاه «{workshop['title']}» برای شما جا باز شده است.",
        _coming(rows, workshop),
        "اگر نمی‌توانید بیایید بگویید تا جا به نفر بعد برسد؛ هیچ اشکالی ندارد.",
    )


def _next_session(rows: Rows, workshop: Row) -> tuple[str, ...]:
    return (f"برای کارگاه «{workshop['title']}» زنگ می‌زنیم.", _coming(rows, workshop))


def _coming(rows: Rows, workshop: Row) -> str:
    """When and where the next session is, in a sentence to read out."""
    sessions = rows.find("workshop_session", workshop_id=workshop["id"])
    ahead = sorted((s for s in sessions if s["held"] is None and s["date"] >= rows.today), key=lambda s: s["date"])
    if not ahead:
        return "زمان جلسهٔ بعد را دوباره خبر می‌دهیم."
    time = f" ساعت {clock(ahead[0])}" if clock(ahead[0]) else ""
    return f"جلسهٔ بعد {long(ahead[0]['date'])}{time} در {workshop['place']} است."


def _called(rows: Rows, person_ids: Iterable[str], notes: dict[str, str]) -> tuple[Called, ...]:
    from desktop.reports.calling import Called

    people = _people(rows, person_ids)
    barred = _who_said_no(rows, [person["id"] for person in people])
    silent = barred | reached_otherwise(rows, [person["id"] for person in people])
    return tuple(
        Called(
            name=name_on_paper(person, rows.today),
            mobile=person["mobile"] or "" if person["id"] not in silent else "",
            mobile_owner=person["mobile_owner"] or "",
            note=notes.get(person["id"], ""),
            may_call=person["id"] not in barred,
        )
        for person in people
    )


def _who_said_no(rows: Rows, person_ids: list[str]) -> set[str]:
    """Those who were asked whether they may be phoned and did not agree, or no longer do."""
    barred = set()
    for person_id in person_ids:
        answers = rows.find("consent", person_id=person_id, scope=_LEAVE)
        if answers and _LEAVE not in live_scopes(answers, rows.today):
            barred.add(person_id)
    return barred


def outcome_sheet(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«برگهٔ پیامد» of a workshop, or of the workshop of one follow-up: who had a place and was not reached yet."""
    from desktop.reports.outcome_sheet import OutcomeSheet, build

    require_reader(office.actor.role, ATTENDANCE)
    followup = rows.get("outcome_followup", asked.record_id) if asked.record_id else None
    workshop = wanted(rows, "workshop", followup["workshop_id"] if followup else asked.record_id)
    followups = rows.find("outcome_followup", workshop_id=workshop["id"])
    reached = {one["person_id"] for one in followups if one["reached"]}
    people = {*_in(rows, workshop, SEATED), *(one["person_id"] for one in followups)} - reached
    ended_on = end_of(workshop, rows)
    due = [one["due_on"] for one in followups if one["due_on"]]
    about = rows.find("office")[0]
    sheet = OutcomeSheet(
        office_title=about["title_fa"],
        workshop_code=workshop["code"],
        workshop_title=workshop["title"],
        ended_on=ended_on,
        due_on=min(due, default=ended_on + timedelta(days=FOLLOW_UP_DAYS)),
        outcomes=tuple(CODE_LISTS["outcome_kind"].values()),
        people=_called(rows, people, {}),
        printed_on=rows.today,
        printed_by=printed_by(rows, office),
        fictional=about["fictional"],
    )
    return build(sheet)
