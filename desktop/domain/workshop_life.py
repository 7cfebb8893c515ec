"""The life of a workshop as one table: from, to, who may, what it takes and what it does (domain §3.6.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import ceil
from typing import Any

from desktop.domain.attendance import CAME
from desktop.domain.lifecycle import MANAGER, Asked, LifeCycle, Outcome, Transition, Written
from desktop.domain.outcome_followup import FOLLOWED_TYPES
from desktop.domain.problems import Problem
from desktop.domain.record import Facts
from desktop.domain.workshop_seats import OPEN_STATES, SEATED

Row = Mapping[str, Any]
_HAS_DATES_AND_ROOM = ("planned_start", "planned_end", "place", "capacity")
_NOBODY_TO_ASK = frozenset({"erased", "merged", "deceased"})
_ROUNDING = 1e-9  # three quarters of four sessions are three, whatever the machine makes of 0.75


def completes(came: int, held: int, share: float) -> bool:
    """Whether somebody who came to so many of the sessions held has completed the workshop."""
    return held > 0 and came >= ceil(share * held - _ROUNDING)


def held_sessions(workshop_id: str, asked: Facts) -> list[Row]:
    return [s for s in asked.find("workshop_session", workshop_id=workshop_id) if s["held"]]


def times_came(sessions: Iterable[Row], asked: Facts) -> Counter[str]:
    """Person → to how many of these sessions they came; 0 for who was marked and never came."""
    times: Counter[str] = Counter()
    for session in sessions:
        for mark in asked.find("attendance", session_id=session["id"]):
            times[mark["person_id"]] += mark["state"] in CAME
    return times


def _seated(workshop_id: str, asked: Asked) -> list[Row]:
    return [e for e in asked.find("workshop_enrollment", workshop_id=workshop_id) if e["status"] in SEATED]


def _first_day(values: Row, asked: Asked) -> date | None:
    start: date = values["planned_start"]
    return min(start, asked.today)


def _first_held_day(values: Row, asked: Asked) -> date | None:
    return min((s["date"] for s in held_sessions(values["id"], asked)), default=None)


def _last_session_day(values: Row, asked: Asked) -> date | None:
    days = [s["date"] for s in asked.find("workshop_session", workshop_id=values["id"])]
    return min(max(days), asked.today) if days else None


def _has_dates_and_room(values: Row, _asked: Asked) -> Iterable[Problem]:
    yield from (Problem(name, "required") for name in _HAS_DATES_AND_ROOM if not values[name])


def _first_session_held(values: Row, asked: Asked) -> Iterable[Problem]:
    if not held_sessions(values["id"], asked):
        yield Problem("status", "no_session_held")


def _all_sessions_settled(values: Row, asked: Asked) -> Iterable[Problem]:
    sessions = asked.find("workshop_session", workshop_id=values["id"])
    if not sessions or any(s["held"] is None for s in sessions):
        yield Problem("status", "sessions_unsettled")


def _may_be_reported(values: Row, asked: Asked) -> Iterable[Problem]:
    """Everybody who has a place is marked in every session held, and somebody has said how it was."""
    seated = {e["person_id"] for e in _seated(values["id"], asked)}
    for session in held_sessions(values["id"], asked):
        marked = {a["person_id"] for a in asked.find("attendance", session_id=session["id"])}
        if not seated <= marked:
            yield Problem("status", "attendance_missing", {"no": session["no"]})
    if not asked.find("evaluation", target_type="workshop", target_id=values["id"]):
        yield Problem("status", "evaluation_missing")


def _follow_up(old: Row, _told: Row, asked: Asked) -> Outcome:
    return Outcome(records=tuple(_new_follow_ups(old, asked)))


def _new_follow_ups(workshop: Row, asked: Asked) -> Iterator[Written]:
    """One for everybody with a place who came, or of whom nobody yet knows, where such a workshop is asked about."""
    if workshop["type"] not in FOLLOWED_TYPES:
        return
    came = times_came(held_sessions(workshop["id"], asked), asked)
    known = {f["person_id"] for f in asked.find("outcome_followup", workshop_id=workshop["id"])}
    for place in _seated(workshop["id"], asked):
        person = asked.get("person", place["person_id"])
        stayed_away = place["person_id"] in came and not came[place["person_id"]]
        if person and person["status"] not in _NOBODY_TO_ASK and person["id"] not in known and not stayed_away:
            yield Written("outcome_followup", {"workshop_id": workshop["id"], "person_id": person["id"]})


def _settle(old: Row, _told: Row, asked: Asked) -> Outcome:
    """Who came often enough has completed the workshop; of the others it is said that they have not."""
    held = held_sessions(old["id"], asked)
    came = times_came(held, asked)
    settled = []
    for place in _seated(old["id"], asked):
        done = completes(came[place["person_id"]], len(held), old["min_attend_share"])
        settled.append(Written("workshop_enrollment", {"status": "completed" if done else "failed"}, place["id"]))
    return Outcome(records=(*settled, *_new_follow_ups(old, asked)))


def _steps() -> Iterable[Transition]:
    yield Transition(
        source="planned",
        target="open",
        label="گشودن ثبت‌نام",
        day=_first_day,
        guard=_has_dates_and_room,
        tells=("تاریخ‌ها، مکان و ظرفیت می‌خواهد.",),
    )
    yield Transition(
        source="open",
        target="running",
        label="آغاز کارگاه",
        day=_first_held_day,
        by_itself=True,
        guard=_first_session_held,
        tells=("با برگزاری نخستین جلسه، برنامه خودش این گام را برمی‌دارد.",),
    )
    yield Transition(
        source="running",
        target="held",
        label="پایان کارگاه",
        day=_last_session_day,
        guard=_all_sessions_settled,
        effect=_follow_up,
        tells=(
            "همهٔ جلسه‌ها برگزار شده یا «برگزار نشد» نوشته شده‌اند.",
            "در کارگاه‌های شغل و مهارت برای هر شرکت‌کننده پیگیری پیامد با سررسید نود روز پس از آخرین جلسه نوشته می‌شود.",
        ),
    )
    yield Transition(
        source="held",
        target="reported",
        label="گزارش کارگاه",
        asks=("on",),
        guard=_may_be_reported,
        effect=_settle,
        tells=(
            "حضور و غیاب همهٔ جلسه‌های برگزارشده کامل است و برگهٔ ارزیابی نوشته شده است.",
            "هر کس در کمینهٔ جلسه‌ها حاضر بوده «تکمیل‌کرده» می‌شود و دیگران «ناتمام».",
            "از این پس جلسه‌ها، ثبت‌نام و حضور و غیاب بسته‌اند.",
        ),
    )
    yield Transition(
        source="reported",
        target="held",
        label="بازگشایی",
        roles=MANAGER,
        needs=("note",),
        tells=("با دلیل؛ تا گزارش دوباره، حضور و غیاب باز است. گواهی کسی که دیگر تکمیل نکرده باشد باطل می‌شود.",),
    )
    for source in OPEN_STATES:
        yield Transition(
            source=source,
            target="cancelled",
            label="لغو کارگاه",
            needs=("cancel_reason",),
            tells=("دلیل می‌خواهد؛ فهرست تماس ثبت‌نام‌شدگان چاپ می‌شود.",),
        )


WORKSHOP_LIFE = LifeCycle(
    "status", "planned", tuple(_steps()), going_on=OPEN_STATES, history="workshop_event", link="workshop_id", begun="planned_on",
    dated="status_on",
)  # fmt: skip
