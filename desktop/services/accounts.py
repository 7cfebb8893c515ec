"""Founding an office and keeping the accounts of the people who may open it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.domain.clock import Now, now
from desktop.domain.codes import CODE_LISTS, code_of
from desktop.domain.kinds import KINDS
from desktop.domain.office import read_office_code
from desktop.domain.problems import Problem, Refusal, RefusedError, UnavailableError
from desktop.domain.record import Row
from desktop.services.access import SEES_SENSITIVE, require_manager
from desktop.services.directory import first_agencies
from desktop.services.records import add_record, change_record
from desktop.services.two_managers import Second, require_second
from desktop.store.key_slots import SHORTEST_PASSWORD, Cost, KeySlots, fold_password, new_recovery_code
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import create_office, save_slots, unmake_office
from desktop.store.unit_of_work import UnitOfWork


def found_office(
    folder: OfficeFolder,
    given: Mapping[str, Any],
    username: str,
    password: str,
    *,
    cost: Cost | None = None,
    clock: Now = now,
    fictional: bool = False,
) -> tuple[OfficeFile, str]:
    """A new office with its first manager, neighbourhoods and agencies; also returns the recovery code, shown once.

    `given` holds the office's fields (plain or under "office"), and may hold "neighborhoods" (names or
    objects), "manager" (name or staff fields) and "staff" (list of staff fields).
    """
    fields = dict(given.get("office", given))
    manager = given.get("manager") or {}
    manager = {"full_name": manager} if isinstance(manager, str) else dict(manager)
    username = str(manager.pop("username", username)).lower()
    office_values = {name: value for name, value in fields.items() if name in KINDS["office"].fields}
    _refuse_early(office_values, password)
    office, code = create_office(
        folder, read_office_code(str(fields["code"])), username, password, cost=cost or Cost(), clock=clock
    )
    try:
        with office.write() as work:
            _fill_office(work, office_values, given, manager, username, fictional=fictional)
        return office, code
    except BaseException:
        office.close()
        unmake_office(folder)
        raise


def _refuse_early(values: Mapping[str, Any], password: str) -> None:
    problems = []
    for name in ("code", "title_fa"):
        try:
            KINDS["office"].fields[name].read(values.get(name))
        except Refusal as refusal:
            problems.append(Problem(name, refusal.code, refusal.facts))
    if len(password) < SHORTEST_PASSWORD:
        problems.append(Problem("password", "password_short"))
    if problems:
        raise RefusedError(problems)


def _fill_office(
    work: UnitOfWork,
    values: Mapping[str, Any],
    given: Mapping[str, Any],
    manager: Mapping[str, Any],
    username: str,
    *,
    fictional: bool,
) -> None:
    status = values.get("status", "active")
    row = add_record(work, "office", {name: value for name, value in values.items() if name != "status"})
    opened = {"status": code_of("office_status", status), "status_on": row["opening_date"]}
    row = work.change("office", row["id"], {"fictional": fictional, **opened})
    default: dict[str, object] = {
        "full_name": "مدیر دفتر",
        "position": "manager",
        "specialty": "management",
        "start_date": work.today,
    }
    staff = add_record(work, "staff_member", default | dict(manager))
    account = {"staff_id": staff["id"], "username": username, "role": "office_manager", "can_see_sensitive": True}
    add_record(work, "user_account", account)
    for person in given.get("staff", ()):
        add_record(work, "staff_member", {"start_date": work.today, **person})
    for item in given.get("neighborhoods", ()):
        place = {"name": item} if isinstance(item, str) else dict(item)
        population: Any = place.pop("population", None)
        made = add_record(work, "neighborhood", _place_in(row) | place)
        add_record(
            work,
            "office_neighborhood",
            {"neighborhood_id": made["id"], "from_date": values.get("opening_date") or "1397/01/01"},
        )
        if population:
            add_record(work, "neighborhood_population", {"neighborhood_id": made["id"], **population})
    work.audit("found", "office", row["id"])
    for agency in first_agencies(row["county_id"]):
        add_record(work, "organization", agency)


def _place_in(office: Row) -> dict[str, object]:
    """Where the office's neighbourhoods are unless told otherwise: its county, whose main city bears the same name."""
    county = office["county_id"]
    return {"county_id": county, "city_name": CODE_LISTS["county"].get(county)} if county else {}


def add_user(office: OfficeFile, given: Mapping[str, Any], password: str, *, cost: Cost | None = None) -> Row:
    """A new account with its own way to the data key.

    `given` holds account fields; a new colleague's `full_name` may stand for `staff_id`. With `must_change` the
    password is but for the first login.
    """
    with office.write() as work:
        require_manager(work)
        values = dict(given)
        name = values.pop("full_name", None)
        if name and not values.get("staff_id"):
            position = {"office_manager": "manager", "social_worker": "social_worker"}.get(
                str(values.get("role")), "facilitator"
            )
            staff = {
                "full_name": name,
                "position": position,
                "specialty": values.pop("specialty", "social"),
                "start_date": work.today,
            }
            values["staff_id"] = add_record(work, "staff_member", staff)["id"]
        values.setdefault("can_see_sensitive", values.get("role") in SEES_SENSITIVE)
        row = add_record(work, "user_account", values)
        slots = KeySlots.load(office.folder.keys).with_password(
            row["username"], password, office.data_key, cost or Cost()
        )
        work.audit("user_add", "user_account", row["id"])
    save_slots(office, slots)
    return row


def set_password(
    office: OfficeFile, username: str, password: str, *, former: str | None = None, cost: Cost | None = None
) -> None:
    """A new password for oneself, or by the manager for another, who then chooses one alone at the next login.

    Only the wrapping of the data key is made anew; the file itself stays as it is. Where `former` is given, it must be
    the password until now: somebody who finds a window open cannot make himself at home in it.
    """
    own = username == office.actor.username
    if former is not None:
        KeySlots.load(office.folder.keys).open_with_password(office.actor.username, former)
        if fold_password(former) == fold_password(password):
            raise RefusedError.of("password", "password_same")
    if own and office.must_change and _opens(office, password):
        raise RefusedError.of("password", "password_same")
    with office.write() as work:
        if not own:
            require_manager(work)
        account = _account(work, username)
        if not account["active"]:
            raise RefusedError.of("username", "account_closed")
        slots = KeySlots.load(office.folder.keys).with_password(username, password, office.data_key, cost or Cost())
        if account["must_change"] is own:
            work.change("user_account", account["id"], {"must_change": not own})
        work.audit("user_password", "user_account", account["id"])
    save_slots(office, slots.after_success(username))
    office.must_change = office.must_change and not own


def _opens(office: OfficeFile, password: str) -> bool:
    """Whether it is the password that stands now."""
    try:
        KeySlots.load(office.folder.keys).open_with_password(office.actor.username, password)
    except UnavailableError:
        return False
    return True


def enable_user(office: OfficeFile, username: str, password: str, *, cost: Cost | None = None) -> None:
    """Open a closed account again, with a password that its owner replaces at the next login."""
    with office.write() as work:
        require_manager(work)
        account = _account(work, username)
        change_record(work, "user_account", account["id"], {"active": True})
        work.audit("user_enable", "user_account", account["id"])
    set_password(office, username, password, cost=cost)


def renew_recovery(
    office: OfficeFile, second: Second | None = None, *, former: str | None = None, cost: Cost | None = None
) -> str:
    """A new recovery code, told once; the one before opens nothing any more, but for backups made until now.

    Whoever holds it has the key of the office: where there is a second manager, both agree. Where `former` is given, it
    must be the password of who asks.
    """
    if former is not None:
        KeySlots.load(office.folder.keys).open_with_password(office.actor.username, former)
    agreed = require_second(office, second)
    code = new_recovery_code()
    with office.write() as work:
        work.audit("recovery_renew", "office", work.identity.office_id, agreed)
    save_slots(office, KeySlots.load(office.folder.keys).with_recovery(code, office.data_key, cost or Cost()))
    return code


def let_see_sensitive(office: OfficeFile, username: str, *, sees: bool) -> None:
    """Whether an account, where its role allows it at all, sees sensitive data."""
    with office.write() as work:
        require_manager(work)
        account = _account(work, username)
        change_record(work, "user_account", account["id"], {"can_see_sensitive": sees})
        work.audit("user_sensitive", "user_account", account["id"], "yes" if sees else "no")


def disable_user(office: OfficeFile, username: str) -> None:
    """Close an account: its record stays, its way to the data key goes. The last manager cannot be closed."""
    with office.write() as work:
        require_manager(work)
        account = _account(work, username)
        managers = work.find("user_account", role="office_manager", active=True)
        if [m["username"] for m in managers] == [username]:
            raise RefusedError.of("username", "last_manager")
        change_record(work, "user_account", account["id"], {"active": False})
        work.audit("user_disable", "user_account", account["id"])
    save_slots(office, KeySlots.load(office.folder.keys).without(username))


def _account(work: UnitOfWork, username: str) -> Row:
    found = work.find("user_account", username=username)
    if not found:
        raise RefusedError.of("username", "no_such_user")
    return found[0]
