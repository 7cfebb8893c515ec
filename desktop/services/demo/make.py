"""Making the fictional office file: everything is thought up first, then written in one commit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from random import Random
from typing import Any

from desktop.domain.clock import IRAN, Now, now
from desktop.domain.kinds import KINDS
from desktop.services.demo.closing import close_months
from desktop.services.demo.community import make_community
from desktop.services.demo.drafts import DemoWords, Made
from desktop.services.demo.events import make_events
from desktop.services.demo.letters import make_letters
from desktop.services.demo.needs import Desk, make_needs
from desktop.services.demo.office import COLLEAGUES, OFFICE_CODE, Founded, make_office
from desktop.services.demo.partners import make_partners
from desktop.services.demo.people import Ground, make_people
from desktop.services.demo.photos import attach_photos
from desktop.services.demo.places import make_places
from desktop.services.demo.results import make_results
from desktop.services.demo.visits import make_visits
from desktop.services.demo.workshops import make_workshops
from desktop.store.key_slots import Cost, KeySlots
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import create_office, save_slots, unmake_office
from desktop.store.unit_of_work import Actor

_AT_ONCE = 5000  # rows handed to the file together


@dataclass(frozen=True)
class DemoOffice:
    """What is told about a new fictional office."""

    users: tuple[dict[str, str], ...]
    summary: dict[str, Any]


def make_demo(folder: OfficeFolder, words: DemoWords, cost: Cost) -> DemoOffice:
    """A new office of fictional people; the same words give the same people, needs and workshops."""
    made, founded = invent(words)
    manager = COLLEAGUES[0]
    office, code = create_office(
        folder, OFFICE_CODE, manager.username, manager.password, cost=cost, clock=_closing_time(words)
    )
    try:
        office.actor = _actor(made, founded)
        _write(office, made)
        with office.write() as work:
            close_months(work, words)
        _let_in(office, cost)
    except BaseException:
        office.close()
        unmake_office(folder)
        raise
    office.close()
    counts = {kind: len(rows) for kind, rows in made.records.items()}
    ids = {"office_id": office.identity.office_id, "device_id": office.identity.device_id, "recovery_code": code}
    return DemoOffice(_users(), {"fictional": True, **ids, "months": words.all_months(), "counts": counts})


def invent(words: DemoWords) -> tuple[Made, Founded]:
    """All records of the office, whole and consistent, before any file exists."""
    made = Made(words, Random(words.seed))  # noqa: S311  people of a demo need no secrecy
    founded = make_office(made)
    staff = founded.staff
    make_people(made, Ground(founded.neighborhoods, (staff["samira"], staff["kaveh"]), staff["narges"]))
    make_workshops(made, founded.neighborhoods)
    by_specialty = {c.specialty: staff[c.username] for c in COLLEAGUES}
    make_needs(made, Desk(by_specialty, staff["hamid"], founded.agencies, founded.neighborhoods))
    make_letters(made, staff["hamid"])
    make_community(made, founded.neighborhoods)
    make_visits(made, [staff[name] for name in ("samira", "kaveh", "narges")], founded.neighborhoods)
    make_places(made, founded)
    make_partners(made, founded)
    make_results(made)
    make_events(made, founded.neighborhoods)
    return made, founded


def _users() -> tuple[dict[str, str], ...]:
    return tuple(
        {"user": c.username, "password": c.password, "role": c.role, "full_name": c.full_name} for c in COLLEAGUES
    )


def _closing_time(words: DemoWords) -> Now:
    """The evening of the last day: records must not come from the future of whoever looks at them."""
    evening = datetime.combine(words.last_day, time(15, 0), IRAN).astimezone(UTC)
    return lambda: min(evening, now())


def _actor(made: Made, founded: Founded) -> Actor:
    account = next(a for a in made.of("user_account") if a["username"] == COLLEAGUES[0].username)
    return Actor(
        account["id"],
        founded.staff[COLLEAGUES[0].username],
        account["username"],
        account["role"],
        can_see_sensitive=True,
    )


def _write(office: OfficeFile, made: Made) -> None:
    with office.write() as work:
        for kind in KINDS:
            for rows in _portions(made.of(kind)):
                work.add_many(kind, rows, made.numbers if kind == "person" else None)
        attach_photos(work, made)
        work.audit("demo", "office", made.of("office")[0]["id"])


def _portions(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]


def _let_in(office: OfficeFile, cost: Cost) -> None:
    slots = KeySlots.load(office.folder.keys)
    for colleague in COLLEAGUES[1:]:
        slots = slots.with_password(colleague.username, colleague.password, office.data_key, cost)
    save_slots(office, slots)
