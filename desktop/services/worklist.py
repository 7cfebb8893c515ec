# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""«کارهای امروز»: what the records ask for today, whose it is, and what was put off.

The order looks at nothing but the urgency and the age of the need (G-29); nobody is scored. A thing to do belongs to
the colleague who follows it; one that nobody at work follows belongs to its specialty and to the manager, so that
nothing is without an owner. A colleague is at work who has not left and has an account to see the list with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from desktop.domain.lifecycle import SUPERVISORS
from desktop.domain.need import OPEN_STATES, SPECIALTY_BY_FIELD
from desktop.services import span_checks, worklist_partners
from desktop.services.span_checks import SPAN, broken_rules
from desktop.services.worklist_partners import PARTNERS, due_with_partners
from desktop.store.rows import Rows
from desktop.store.search import cursor_of
from desktop.store.unit_of_work import Actor

SESSION, OVERDUE, DUE = "session", "overdue", "due"
UNANSWERED, PROMISE, NEXT_ACTION, UNOWNED = "unanswered", "promise", "next_action", "unowned"
FOLLOW_UP = "follow_up"
PUT_OFF = "put_off"
SORTS = (OVERDUE, DUE, UNANSWERED, PROMISE, NEXT_ACTION, FOLLOW_UP, SESSION, PARTNERS, SPAN)
"""What can be asked for by itself, besides what is unowned and what was put off."""
ABOUT = {
    OVERDUE: "need",
    DUE: "need",
    UNOWNED: "need",
    UNANSWERED: "referral",
    PROMISE: "agency_response",
    NEXT_ACTION: "visit",
    FOLLOW_UP: "outcome_followup",
    SESSION: "workshop_session",
    **worklist_partners.ABOUT,
    **span_checks.ABOUT,
}
"""The kind of record that each sort of thing to do is about."""
MANAGER = "office_manager"
_NOBODYS = frozenset({SESSION, FOLLOW_UP})  # they have no owner and need none

_RANKS = {"first": 0, "second": 1, "normal": 2}
_AT_FIXED_HOURS = -1  # sessions stand above all: they begin by themselves
_OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)
_LIVE = "r.deleted_at IS NULL AND r.withdrawn_on IS NULL AND r.status <> 'withdrawn'"
AT_WORK = (
    "s.deleted_at IS NULL AND (s.end_date IS NULL OR s.end_date >= :today) AND EXISTS (SELECT 1 FROM user_account a "
    "WHERE a.staff_id = s.id AND a.active AND a.deleted_at IS NULL)"
)
_NEEDS = (
    "SELECT id, urgency, noted_on, due_on, owner_staff_id, field FROM need "
    f"WHERE deleted_at IS NULL AND status IN ({_OPEN})"
)
_SILENT = (
    f"SELECT r.id, r.need_id FROM referral r WHERE {_LIVE} AND r.first_response_on IS NULL AND r.answer_due_on < :today"
)
# A promise holds until the agency says something else; a stamp of its secretariat says nothing.
_PROMISES = (
    "SELECT p.id, r.need_id FROM agency_response p JOIN referral r ON r.id = p.referral_id "
    f"WHERE p.deleted_at IS NULL AND p.promised_on < :today AND {_LIVE} AND NOT EXISTS ("
    "SELECT 1 FROM agency_response l WHERE l.referral_id = p.referral_id AND l.deleted_at IS NULL "
    "AND l.type <> 'acknowledged' AND (l.received_on, l.created_at, l.id) > (p.received_on, p.created_at, p.id))"
)
_ACTIONS = (
    "SELECT id, need_id, staff_id, subject, date FROM visit "
    "WHERE deleted_at IS NULL AND next_action_on <= :today AND next_action_done_on IS NULL"
)
_SESSIONS = (
    "SELECT s.id, coalesce(s.start, ''), w.field FROM workshop_session s JOIN workshop w ON w.id = s.workshop_id "
    "WHERE s.date = :today AND s.deleted_at IS NULL AND w.deleted_at IS NULL AND w.status <> 'cancelled' "
    "AND s.held IS NOT 0"
)
_OUTCOMES = (
    "SELECT f.id, f.due_on, w.field FROM outcome_followup f JOIN workshop w ON w.id = f.workshop_id "
    "WHERE f.due_on <= :today AND f.checked_on IS NULL AND f.deleted_at IS NULL AND w.deleted_at IS NULL"
)
_LAST_WORD = 'SELECT about_id, until, "by" FROM postponement WHERE deleted_at IS NULL ORDER BY created_at, row'


class Item(NamedTuple):
    """One thing to do, as light as a list of thousands needs it; what it says is read when it is looked at."""

    sort: str
    record_id: str
    urgency: int
    since: str  # the day from which the age of its need counts; the hour of a session
    need_id: str
    owner: str  # the colleague at work who follows it, "" for nobody
    mine: bool
    put_off: str  # the day until which it was put off, "" when it was not

    @property
    def about(self) -> str:
        """The kind of its record."""
        return ABOUT[self.sort]


@dataclass(frozen=True)
class Worklist:
    """Everything to do in the office as one user sees it, in order."""

    items: tuple[Item, ...]

    def chosen(self, sort: str = "", *, everybody: bool) -> Sequence[Item]:
        """The items of one sort ("" for all), the user's own or everybody's."""
        found = self._everybodys if everybody else self._own
        return found.get(sort, ())

    def counts(self, *, everybody: bool) -> Mapping[str, int]:
        """Sort → how many; "" counts all that are to be done today."""
        return {sort: len(items) for sort, items in (self._everybodys if everybody else self._own).items()}

    @cached_property
    def _everybodys(self) -> Mapping[str, Sequence[Item]]:
        return _by_sort(self.items)

    @cached_property
    def _own(self) -> Mapping[str, Sequence[Item]]:
        return _by_sort(item for item in self.items if item.mine)


def worklist(rows: Rows, actor: Actor) -> Worklist:
    """What is to be done today, as this user sees it."""
    found = _Search(rows, actor)
    items = [*found.needs(), *found.of_needs(UNANSWERED, _SILENT), *found.of_needs(PROMISE, _PROMISES)]
    items += [*found.actions(), *found.outcomes(), *found.sessions(), *found.with_partners()]
    items += found.after_merging()
    items.sort(key=attrgetter("urgency", "since", "record_id"))
    return Worklist(tuple(items))


class _Search:
    """One look through the records; whose something is, is settled once for each owner and field."""

    def __init__(self, rows: Rows, actor: Actor) -> None:
        self._rows, self._today = rows, rows.today.isoformat()
        self._me, self._manages = actor.staff_id, actor.role == MANAGER
        self._at_work = dict(self._told(f"SELECT s.id, s.specialty FROM staff_member s WHERE {AT_WORK}"))
        self._put_off = {about: (until, by) for about, until, by in self._told(_LAST_WORD)}
        self._open: dict[str, tuple[int, str, str | None, str]] = {}  # need → urgency, noted on, owner, field
        self._routes: dict[tuple[str | None, str | None], tuple[str, bool]] = {}

    def needs(self) -> Iterator[Item]:
        """Needs whose day has come or passed, and for the manager those that nobody follows, whatever their day."""
        today = self._today
        for need_id, urgency, noted_on, due_on, owner, field in self._told(_NEEDS):
            rank = _RANKS[urgency]
            self._open[need_id] = (rank, noted_on, owner, field)
            follower, mine = self._route(owner, field)
            if due_on and due_on <= today:
                sort = DUE if due_on == today else OVERDUE
            elif follower or not self._manages:
                continue
            else:
                sort = UNOWNED
            yield Item(sort, need_id, rank, noted_on, need_id, follower, mine, self._until(need_id))

    def of_needs(self, sort: str, sql: str) -> Iterator[Item]:
        """What an agency owes to needs that are still open."""
        for record_id, need_id in self._told(sql):
            if need_id in self._open:
                rank, since, owner, field = self._open[need_id]
                follower, mine = self._route(owner, field)
                yield Item(sort, record_id, rank, since, need_id, follower, mine, self._until(record_id))

    def actions(self) -> Iterator[Item]:
        """What was promised in visits; whoever follows the need takes over from a visitor who has left."""
        for record_id, need_id, visitor, subject, on in self._told(_ACTIONS):
            rank, since, owner, field = self._open.get(need_id, (_RANKS["normal"], on, None, subject))
            follower, mine = self._route(visitor if visitor in self._at_work else owner, field)
            yield Item(NEXT_ACTION, record_id, rank, since, need_id or "", follower, mine, self._until(record_id))

    def outcomes(self) -> Iterator[Item]:
        """People to be asked what a workshop has changed, ninety days after; whoever knows its field asks them."""
        for record_id, due_on, field in self._told(_OUTCOMES):
            _, mine = self._route(None, field)
            yield Item(FOLLOW_UP, record_id, _RANKS["normal"], due_on, "", "", mine, self._until(record_id))

    def sessions(self) -> Iterator[Item]:
        """Today's sessions have no owner: they are of whoever knows their field, or everybody's when they have none."""
        for record_id, start, field in self._told(_SESSIONS):
            mine = field is None or self._is_my_subject(field) or (self._manages and not self._is_known(field))
            yield Item(SESSION, record_id, _AT_FIXED_HOURS, start, "", "", mine, "")

    def with_partners(self) -> Iterator[Item]:
        """What partners, money and oversight ask for: the manager's, but for what a colleague at work carries out."""
        for due in due_with_partners(self._told, self._rows.today, self._rows.role, self._rows.user_id):
            owner = due.owner if due.owner in self._at_work else ""
            mine = owner == self._me if owner else self._manages or self._rows.role in SUPERVISORS
            yield Item(due.sort, due.record_id, due.rank, due.day, "", owner or "", mine, self._until(due.record_id))

    def after_merging(self) -> Iterator[Item]:
        """Rules over several records that what came from other laptops has broken: the manager's."""
        today = self._rows.today.isoformat()
        for broken in broken_rules(self._told):
            yield Item(broken.sort, broken.record_id, _RANKS["second"], today, "", "", self._manages, "")

    def _route(self, owner: str | None, field: str | None) -> tuple[str, bool]:
        """Who at work follows it, and whether the user is to do it."""
        found = self._routes.get((owner, field))
        if found is None:
            if owner in self._at_work:
                found = str(owner), owner == self._me
            else:
                found = "", self._manages or self._is_my_subject(field)
            self._routes[owner, field] = found
        return found

    def _is_my_subject(self, field: str | None) -> bool:
        return field is not None and self._at_work.get(self._me) == SPECIALTY_BY_FIELD[field]

    def _is_known(self, field: str) -> bool:
        return SPECIALTY_BY_FIELD[field] in self._at_work.values()

    def _until(self, record_id: str) -> str:
        """The day until which it is away: somebody who has left keeps nothing from whoever comes after."""
        until, by = self._put_off.get(record_id, ("", None))
        return until if until > self._today and (by is None or by in self._at_work) else ""

    def _told(self, sql: str, **values: str) -> Sequence[tuple[Any, ...]]:
        """Bare rows straight from the driver: thousands of them stand between the user and the list."""
        cursor = cursor_of(self._rows.connection)
        try:
            known = {"today": self._today, **values}
            cursor.execute(sql, {name: value for name, value in known.items() if f":{name}" in sql})
            return cursor.fetchall()  # type: ignore[no-any-return]
        finally:
            cursor.close()


def _by_sort(items: Iterable[Item]) -> Mapping[str, Sequence[Item]]:
    """The items under each chip; one that was put off stands under its own chip alone."""
    found: dict[str, list[Item]] = {sort: [] for sort in ("", *SORTS, UNOWNED, PUT_OFF)}
    for item in items:
        if item.put_off:
            found[PUT_OFF].append(item)
            continue
        found[""].append(item)
        of_partners = item.sort in worklist_partners.ABOUT
        of_rules = item.sort in span_checks.ABOUT
        if item.sort != UNOWNED:
            found[PARTNERS if of_partners else SPAN if of_rules else item.sort].append(item)
        if not item.owner and item.sort not in _NOBODYS and not of_partners and not of_rules:
            found[UNOWNED].append(item)
    return found
