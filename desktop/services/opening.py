"""Opening an office to work in it: a file that went back, or lies in two places, becomes another device first."""

from __future__ import annotations

from sqlalchemy import Connection

from desktop.domain.clock import Now, now
from desktop.domain.problems import UnavailableError
from desktop.store import audit, witness
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office, recover_office


def open_for_work(folder: OfficeFolder, username: str, password: str, *, clock: Now = now) -> OfficeFile:
    """The office, ready to be written in. What was noticed on the way stands in `noticed`, to be told to people."""
    return _ready(open_office(folder, username, password, clock=clock))


def recover_for_work(
    folder: OfficeFolder, code: str, username: str, password: str, *, cost: Cost | None = None, clock: Now = now
) -> OfficeFile:
    """The same with the recovery code, which gives `username` a new password and is used up: see `next_code`."""
    office = _ready(recover_office(folder, code, username, password, cost=cost or Cost(), clock=clock))
    try:
        with office.write() as work:
            if office.must_change:
                work.change("user_account", office.actor.user_id, {"must_change": False})
            work.audit("recover", "user_account", office.actor.user_id)
    except BaseException:
        office.close()
        raise
    office.must_change = False  # it has just been chosen
    return office


def _ready(office: OfficeFile) -> OfficeFile:
    setback = office.setback
    if setback is None:
        return office
    from desktop.sync.becoming import become_another

    def within(connection: Connection) -> None:
        witness.adopt(connection, office.data_key)
        told = f"lacks {setback.lacks}" if setback.lacks else ""
        at, who = office.clock().isoformat(), office.actor.user_id
        audit.record(connection, at, who, f"office_{setback.reason}", "office", office.identity.office_id, told)

    try:
        try:
            become_another(office, within)
        except UnavailableError as error:
            if error.problem.code != "too_many_laptops":
                raise
            with office.merge() as connection:  # nobody is locked out for want of a number; sync notices by itself
                within(connection)
    except BaseException:
        office.close()
        raise
    office.setback, office.noticed = None, setback
    office.remember()
    return office
