"""One need with everything that happened to it and all it is tied to, and what the form of a new one suggests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.kinds import KINDS
from desktop.domain.need import DAYS_BY_URGENCY, SPECIALTY_BY_FIELD, default_owner
from desktop.domain.record import Row
from desktop.services.access import may_read
from desktop.services.conflicts import disputed_among
from desktop.services.photos import Photo, photos_of
from desktop.services.viewing import as_read
from desktop.store.rows import Rows


@dataclass(frozen=True)
class Reference:
    """One referral with the name of its agency, the answers to it, its letter and the reminders that name it."""

    referral: Row
    agency: str
    answers: tuple[Row, ...]
    letter: Row | None
    reminders: tuple[Row, ...]

    @property
    def is_live(self) -> bool:
        return bool(self.referral["status"] != "withdrawn")

    @property
    def promised_on(self) -> date | None:
        """The day the agency has promised last, as long as nothing came after the promise."""
        last = max(self.answers, key=lambda answer: (answer["received_on"], answer["id"]), default=None)
        return last["promised_on"] if last else None


@dataclass(frozen=True)
class NeedDetail:
    """One need with everything that happened to it; `titles` names the records it points to."""

    need: Row
    titles: Mapping[str, str]
    events: tuple[Row, ...]
    references: tuple[Reference, ...]
    visits: tuple[Row, ...] = ()
    duplicate_of: Row | None = None
    duplicates: tuple[Row, ...] = ()  # needs that were closed as repeating this one
    projects: tuple[Row, ...] = ()  # its own first, then further ones that name this need
    credits: tuple[Row, ...] = ()  # what pays for it and for those projects, for who may read of money
    photos: tuple[Photo, ...] = ()
    resolutions: tuple[Row, ...] = ()  # of meetings in which it was spoken of, with their states as of today
    is_disputed: bool = False  # laptops tell different things of it
    seen: int | None = None  # the last line of the log as of which all this is told

    @property
    def live(self) -> tuple[Reference, ...]:
        """The referrals that were not taken back."""
        return tuple(reference for reference in self.references if reference.is_live)


def need_detail(rows: Rows, need_id: str) -> NeedDetail | None:
    """The need as of now; None when it is gone."""
    need = rows.get("need", need_id)
    if need is None:
        return None
    need = as_read(rows, KINDS["need"], [need])[0]
    events = as_read(rows, KINDS["need_event"], rows.find("need_event", need_id=need_id))
    referrals = as_read(rows, KINDS["referral"], rows.find("referral", need_id=need_id))
    visits = rows.find("visit", need_id=need_id) if may_read(rows.role, KINDS["visit"]) else []
    links = ("person_id", "household_id", "neighborhood_id", "owner_staff_id", "main_agency_id", "targeted_harm")
    wanted = [need[name] for name in links] + [one["by"] for one in events] + [one["staff_id"] for one in visits]
    titles = rows.titles([*wanted, *(referral["agency_id"] for referral in referrals)])
    projects = _projects(rows, need)
    return NeedDetail(
        need,
        titles,
        tuple(events),
        tuple(_reference(rows, referral, titles) for referral in referrals),
        tuple(visits),
        rows.get("need", need["duplicate_of_id"]),
        tuple(rows.find("need", duplicate_of_id=need_id)),
        projects,
        _credits(rows, need, projects),
        tuple(photos_of(rows, "need", need_id)),
        _resolutions(rows, need_id),
        bool(disputed_among(rows, [need_id])),
        rows.log_position(),
    )


def _projects(rows: Rows, need: Row) -> tuple[Row, ...]:
    links = rows.find("project_need", need_id=need["id"])
    named = dict.fromkeys([need["project_id"], *(link["project_id"] for link in links)])
    found = (rows.get("project", project_id) for project_id in named)
    return tuple(project for project in found if project is not None)


def _credits(rows: Rows, need: Row, projects: Iterable[Row]) -> tuple[Row, ...]:
    if not may_read(rows.role, KINDS["credit"]):
        return ()
    links = [link for project in projects for link in rows.find("project_credit", project_id=project["id"])]
    named = dict.fromkeys([need["credit_id"], *(link["credit_id"] for link in links)])
    found = (rows.get("credit", credit_id) for credit_id in named)
    return tuple(credit for credit in found if credit is not None)


def _resolutions(rows: Rows, need_id: str) -> tuple[Row, ...]:
    kind = KINDS["resolution"]
    found = sorted(rows.find(kind.name, need_id=need_id), key=lambda one: (one["due_on"], one["id"]))
    return tuple({**one, kind.state: kind.state_of(one, rows.today)} for one in found)


def _reference(rows: Rows, referral: Row, titles: Mapping[str, str]) -> Reference:
    named = [rows.get("letter", one["letter_id"]) for one in rows.find("letter_referral", referral_id=referral["id"])]
    return Reference(
        referral,
        titles.get(referral["agency_id"], ""),
        tuple(as_read(rows, KINDS["agency_response"], rows.find("agency_response", referral_id=referral["id"]))),
        rows.get("letter", referral["letter_id"]),
        tuple(letter for letter in named if letter is not None),
    )


class _Staff:
    """The part of the office's records that the choice of an owner looks at."""

    role = ""

    def __init__(self, staff: Sequence[Row], today: date) -> None:
        self.today = today
        self._staff = list(staff)

    def get(self, _kind: str, _record_id: str | None) -> Row | None:
        return None

    def find(self, kind: str, /, **_where: object) -> list[Row]:
        return self._staff if kind == "staff_member" else []


@dataclass(frozen=True)
class Suggestions:
    """What the form of a need fills in by itself: who follows it and until when."""

    staff: Sequence[Row]
    today: date

    def owner(self, need_field: object, noted_on: object) -> Row | None:
        """The staff member whose specialty takes this field."""
        if need_field not in SPECIALTY_BY_FIELD:
            return None
        on = noted_on if isinstance(noted_on, date) else self.today
        owner_id = default_owner({"field": need_field, "noted_on": on}, _Staff(self.staff, self.today))
        return next((member for member in self.staff if member["id"] == owner_id), None)

    def due(self, urgency: object, noted_on: object) -> date | None:
        """The day that the urgency leaves until."""
        days = DAYS_BY_URGENCY.get(str(urgency))
        on = noted_on if isinstance(noted_on, date) else self.today
        return on + timedelta(days=days) if days is not None else None


def suggestions(rows: Rows) -> Suggestions:
    return Suggestions(rows.find("staff_member"), rows.today)
