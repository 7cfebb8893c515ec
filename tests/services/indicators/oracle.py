"""The definitions of §4.2 once more, in plain Python over plain lists: slow, obvious and without any SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

OPEN = {"noted", "referred", "answered", "in_progress"}
FOREVER = date.max


@dataclass(frozen=True)
class Step:
    on: date
    id: str
    state: str


@dataclass(frozen=True)
class Answer:
    on: date
    type: str


@dataclass(frozen=True)
class Sent:
    on: date
    agency: int = 0
    withdrawn_on: date | None = None
    deleted: bool = False
    answers: tuple[Answer, ...] = ()

    def first_answer(self, last: date) -> date:
        real = [answer.on for answer in self.answers if answer.type != "acknowledged" and answer.on <= last]
        return min(real, default=FOREVER)


@dataclass(frozen=True)
class Told:
    """A need with all that happened to it."""

    field: str
    noted_on: date
    due_on: date
    deleted: bool = False
    steps: tuple[Step, ...] = ()
    sent: tuple[Sent, ...] = ()

    def state(self, at: date) -> str:
        """As the day ended; "" before it was noted."""
        if self.noted_on > at:
            return ""
        steps = sorted(self.steps, key=lambda step: (step.on, step.id))
        return ([step.state for step in steps if step.on <= at] or ["noted"])[-1]

    def changes(self, first: date, last: date) -> list[str]:
        """What the need did to the stock in a month: new, reopened, or the state in which it ended."""
        if self.noted_on > last:
            return []
        found, before = (["new"] if self.noted_on >= first else []), "noted"
        for step in sorted(self.steps, key=lambda one: (one.on, one.id)):
            was_open, is_open = before in OPEN, step.state in OPEN
            before = step.state
            if was_open != is_open and first <= max(step.on, self.noted_on) <= last and step.on <= last:
                found.append("reopened" if is_open else step.state)
        return found


@dataclass
class Figures:
    stocks: dict[str, dict[str, int]] = field(default_factory=dict)
    new: int = 0
    standing: dict[str, int] = field(default_factory=dict)
    met: int = 0
    ended: int = 0
    overdue: int = 0
    age: float | None = None
    answered: int = 0
    outstanding: int = 0
    in_time: int = 0
    ripe: int = 0
    immature: int = 0
    median: float | None = None
    n: int = 0
    waiting: int = 0
    waiting_median: float | None = None
    oldest: int | None = None
    sent: int = 0


def figures(every: Sequence[Told], before: date, first: date, last: date) -> Figures:
    """The figures of the month `first` … `last`, that before it beginning at `before`."""
    needs = [need for need in every if not need.deleted]
    made = Figures()
    eve = first - timedelta(days=1)
    standing = [need for need in needs if need.state(last) in OPEN]
    for need in needs:
        stock = made.stocks.setdefault(need.field, dict.fromkeys(_STOCK, 0))
        stock["open_start"] += need.state(eve) in OPEN
        stock["open_end"] += need.state(last) in OPEN
        for change in need.changes(first, last):
            stock[change] += 1
    ends = [set(need.changes(first, last)) for need in needs]
    made.met = sum("met" in ended for ended in ends)
    made.ended = made.met + sum("rejected" in ended for ended in ends) + sum("closed" in ended for ended in ends)
    made.new = sum(first <= need.noted_on <= last for need in needs)
    made.standing = dict(Counter(need.field for need in standing))
    made.overdue = sum(need.due_on < last for need in standing)
    made.age = median((last - need.noted_on).days for need in standing) if standing else None
    sent = [one for need in needs for one in need.sent if not one.deleted and one.on <= last]
    _answers(made, sent, before, first, last)
    return made


def _answers(made: Figures, sent: Sequence[Sent], before: date, first: date, last: date) -> None:
    outstanding = [one for one in sent if (one.withdrawn_on or FOREVER) >= first and one.first_answer(last) >= first]
    made.outstanding = len(outstanding)
    made.answered = sum(one.first_answer(last) <= last for one in outstanding)
    earlier = [one for one in sent if before <= one.on < first and (one.withdrawn_on or FOREVER) > last]
    ripe = [one for one in earlier if one.on + timedelta(days=30) <= last]
    made.ripe, made.immature = len(ripe), len(earlier) - len(ripe)
    made.in_time = sum((one.first_answer(last) - one.on).days <= 30 for one in ripe)
    days = [(one.first_answer(last) - one.on).days for one in sent if first <= one.first_answer(last) <= last]
    made.n, made.median = len(days), median(days) if days else None
    ages = [
        (last - one.on).days
        for one in sent
        if one.first_answer(last) == FOREVER and (one.withdrawn_on or FOREVER) > last
    ]
    made.waiting, made.waiting_median = len(ages), median(ages) if ages else None
    made.oldest = max(ages, default=None)
    made.sent = sum(one.on >= first for one in sent)


_STOCK = ("open_start", "new", "reopened", "met", "rejected", "closed", "open_end")
