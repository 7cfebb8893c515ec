"""Sitting down at an open office: the founder at once, anybody else by password, with the bar after five failures."""

from __future__ import annotations

from contextlib import suppress

from desktop.domain.clock import Uptime, since_boot
from desktop.domain.problems import Problem, UnavailableError
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import Actor


def unlock(office: OfficeFile, password: str, uptime: Uptime = since_boot) -> Problem | None:
    """None when the password is right; otherwise why the window stays locked.

    Whose account was closed or changed meanwhile, here or on another laptop, goes on as what they are now.
    """
    path, username = office.folder.keys, office.actor.username
    try:
        slots = KeySlots.load(path)
        slots.refuse_while_locked(username, office.clock(), uptime())
        try:
            key = slots.open_with_password(username, password)
        except UnavailableError as wrong:
            slots.after_failure(username, office.clock(), uptime()).without_failures().save(path)
            _note(office, "login_failed")
            return wrong.problem
    except UnavailableError as refused:
        return refused.problem
    if username in slots.attempts:
        slots.after_success(username).save(path)
    if key != office.data_key:
        return Problem("", "wrong_password")
    with office.read() as rows:
        accounts = rows.find("user_account", id=office.actor.user_id)
    if accounts and not accounts[0]["active"]:
        return Problem("", "account_closed")
    if accounts:  # the records of a new laptop may not have come yet
        seat(office)
    _note(office, "unlock")
    return None


def note_lock(office: OfficeFile, why: str = "") -> None:
    """The window was locked, by hand or by itself; how far the audit log has come is remembered outside the file."""
    _note(office, "lock", why)
    office.anchor_audit()


def _note(office: OfficeFile, action: str, detail: str = "") -> None:
    """On a full disk the window is locked and unlocked all the same."""
    with suppress(UnavailableError):
        office.note(action, "user_account", office.actor.user_id, detail)


def seat(office: OfficeFile) -> None:
    """The founder of a new office goes on under the account that was just made, without a second login."""
    with office.read() as rows:
        account = rows.find("user_account", username=office.actor.username)[0]
    sees = bool(account["can_see_sensitive"])
    office.actor = Actor(account["id"], account["staff_id"], account["username"], account["role"], sees)
