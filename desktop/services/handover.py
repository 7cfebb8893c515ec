"""The end of an operator's contract: everything of the office in one sealed package for the next one (G-14, G-32)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.domain.clock import Now, now
from desktop.domain.problems import RefusedError, UnavailableError
from desktop.domain.record import Row
from desktop.services.accounts import add_user
from desktop.services.records import add_record, step_record
from desktop.services.two_managers import Second, require_second
from desktop.store.key_slots import Cost, KeySlots
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import recover_office, save_slots
from desktop.store.package import Package, one_time_password, unpack, write_package
from desktop.store.rows import Rows

ENDING = ".tashil-handover"


def current_contract(rows: Rows) -> Row | None:
    """The contract under which the office is run today, else the last one."""
    found = sorted(rows.find("office_contract"), key=lambda row: row["start_date"])
    begun = [row for row in found if row["start_date"] <= rows.today]
    return begun[-1] if begun else None


def hand_over(office: OfficeFile, target: Path, second: Second | None = None, *, cost: Cost | None = None) -> Package:
    """A package of the whole office in `target`; its code is told once. The contract keeps the fingerprint.

    Only the manager hands over, and where there are two, both: `second` is the other one. Nothing of the office itself
    changes but that.
    """
    if office.actor.role != "office_manager":
        raise RefusedError.of("", "not_allowed")
    if target.suffix != ENDING:
        raise RefusedError.of("file", "package_name", ending=ENDING)
    if target.exists():
        raise UnavailableError("file_exists")
    agreed = require_second(office, second)
    package = write_package(office, target, office.clock(), cost or Cost())
    with office.write() as work:
        contract = current_contract(work)
        if contract is not None:
            work.change("office_contract", contract["id"], {"package_hash": package.sha256})
            if contract["handover_status"] == "none":
                step_record(work, "office_contract", contract["id"], "prepared", {})
        work.audit("handover", "office", work.identity.office_id, f"{package.sha256} {agreed}".strip())
    return package


def take_over(
    folder: OfficeFolder,
    package: Path,
    code: str,
    given: Mapping[str, Any],
    password: str,
    *,
    cost: Cost | None = None,
    clock: Now = now,
) -> OfficeFile:
    """The office of a package in a new folder, open for the next operator's manager; all former accounts are closed.

    The code of the package is used up; `next_code` is the office's own recovery code.

    `given` holds the manager's `username` and `full_name`, and may name the next `operator` (an organization's fields).
    """
    former = unpack(package, folder, code)
    office = recover_office(folder, code, former, one_time_password(), cost=cost or Cost(), clock=clock)
    try:
        account = {"username": given["username"], "full_name": given["full_name"], "role": "office_manager"}
        made = add_user(office, account, password, cost=cost)
        slots = KeySlots.load(folder.keys)
        with office.write() as work:
            for other in work.find("user_account", active=True):
                if other["id"] != made["id"]:
                    work.change("user_account", other["id"], {"active": False})
                    slots = slots.without(other["username"])
            work.change("user_account", made["id"], {"can_see_sensitive": True})
            if given.get("operator"):
                add_record(work, "organization", {"kind": "operator", **given["operator"]})
            work.audit("take_over", "office", work.identity.office_id)
        save_slots(office, slots)
    except BaseException:
        office.close()
        raise
    return office
