"""The laptops of an office: inviting, joining, new keys, shutting out, and what one owes before it is given away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.domain.clock import Now, now
from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.access import require_manager
from desktop.services.two_managers import Second, require_second
from desktop.store.durable import write_durably
from desktop.store.key_slots import SHORTEST_PASSWORD, Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import create_office, unmake_office
from desktop.store.unit_of_work import Actor, UnitOfWork
from desktop.sync import invitations
from desktop.sync.bundle.errors import KeysError
from desktop.sync.bundle.keys import new_code
from desktop.sync.device_views import DeviceView, Lost, Owed, lost_report, owed, views
from desktop.sync.ending import shut_out
from desktop.sync.invitations import Invitation, opened_invitation, sealed_invitation, settle


@dataclass(frozen=True)
class Invited:
    """What is told of an invitation once."""

    path: Path
    code: str
    device_id: str
    block: int
    expires: datetime


@dataclass(frozen=True)
class Joined:
    """A new laptop, open for who joined with it; its recovery code is told once."""

    office: OfficeFile
    recovery_code: str
    fingerprint: str


def invite_device(office: OfficeFile, title: str, path: Path, username: str = "") -> Invited:
    """An invitation for one more laptop in `path`, for a colleague with an account or the manager who invites."""
    title = " ".join(title.split())
    if not title or len(title) > 60:
        raise RefusedError.of("name", "device_name")
    if path.exists():
        raise UnavailableError("file_exists")
    with office.write() as work:
        require_manager(work)
        account = _account(work, username or office.actor.username)
    write_durably(path, b"")  # a stick that takes nothing is found before somebody is enrolled
    code = new_code()
    try:
        invitation = invitations.invite(office, title, account)
        write_durably(path, sealed_invitation(invitation, code))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    device = invitation.identity.device_id
    _audit(office, "device_invite", device, title)
    return Invited(path, code, device, invitation.identity.block, invitation.expires)


def _account(work: UnitOfWork, username: str) -> Mapping[str, Any]:
    found = work.find("user_account", username=username.lower(), active=True)
    if not found:
        raise RefusedError.of("for", "no_such_user")
    return {name: found[0][name] for name in ("id", "staff_id", "username", "role", "can_see_sensitive")}


def join_office(
    folder: OfficeFolder,
    path: Path,
    code: str,
    password: str,
    *,
    cost: Cost | None = None,
    clock: Now = now,
) -> Joined:
    """Become the invited laptop, in an empty folder. The invitation's account opens it with this password."""
    if folder.exists():
        raise UnavailableError("office_exists")
    if len(password) < SHORTEST_PASSWORD:
        raise RefusedError.of("password", "password_short")
    invitation = _opened(path, code, clock())
    account = invitation.account
    office, recovery = create_office(
        folder, invitation.identity.office_code, account["username"], password,
        cost=cost or Cost(), clock=clock, identity=invitation.identity,
    )  # fmt: skip
    try:
        office.actor = Actor(
            account["id"], account["staff_id"], account["username"], account["role"], bool(account["can_see_sensitive"])
        )
        office.awaiting = True
        settle(office, invitation)
        fingerprint = next(view.fingerprint for view in device_list(office) if view.own)
    except BaseException:
        office.close()
        unmake_office(folder)
        raise
    _delete_used(path)
    return Joined(office, recovery, fingerprint)


def _opened(path: Path, code: str, at: datetime) -> Invitation:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    try:
        invitation = opened_invitation(content, code)
    except KeysError as error:
        field = "code" if error.code == "wrong_code" else "file"
        raise RefusedError.of(field, f"invitation_{error.code}") from error
    if invitation.expires < at:
        raise RefusedError.of("file", "invitation_expired")
    return invitation


def _delete_used(path: Path) -> None:
    """It would make a second laptop of the same name, and it holds the office's keys."""
    try:
        path.unlink()
    except OSError:
        return  # a stick that cannot be written; the week ends by itself


def device_list(office: OfficeFile) -> list[DeviceView]:
    """Every device of the office that this laptop knows of."""
    with office.connection() as connection:
        return views(connection)


def rotate_keys(office: OfficeFile) -> str:
    """New keys for this laptop; their fingerprint."""
    with office.write() as work:
        require_manager(work)
        work.audit("device_rotate", "device", work.identity.device_id)
    return invitations.rotate(office)


def revoke_device(office: OfficeFile, given: str, second: Second | None = None) -> int:
    """Shut a laptop out; the number of its last operation that counts.

    Where another manager has a password on this laptop, he must agree: `second` is his user name and password.
    """
    device = device_named(office, given)
    with office.write() as work:
        require_manager(work)
    if device.own:
        raise RefusedError.of("device", "device_is_this")
    if device.status == "revoked":
        raise RefusedError.of("device", "device_decided")
    agreeing = require_second(office, second)
    last = shut_out(office, device.id)
    agreed = f" + {agreeing}" if agreeing else ""
    _audit(office, "device_revoke", device.id, f"{device.name} @{last}{agreed}")
    return last


def hand_over_check(office: OfficeFile) -> Owed:
    """Whether this laptop may be given away: what of it nobody else has acknowledged yet."""
    found = owed(office)
    _audit(office, "device_handover", office.identity.device_id, "" if found.proven else str(found.operations))
    return found


def report_lost(office: OfficeFile, given: str) -> Lost:
    """Whose data lie on a laptop that is gone, since when, and what of its own never came here."""
    device = device_named(office, given)
    with office.write() as work:
        require_manager(work)
        work.audit("device_lost", "device", device.id, device.name)
    return lost_report(office, device)


def device_named(office: OfficeFile, given: str) -> DeviceView:
    """The device with this id, or whose id or name alone begins so."""
    known = device_list(office)
    found = [one for one in known if one.id == given] or [
        one for one in known if given and (one.id.startswith(given) or one.name == given)
    ]
    if len(found) != 1:
        raise RefusedError.of("device", "no_such_device", given=given)
    return found[0]


def as_json(found: DeviceView | Owed | Lost) -> dict[str, Any]:
    return asdict(found)


def _audit(office: OfficeFile, action: str, device: str, detail: str) -> None:
    with office.write() as work:
        work.audit(action, "device", device, detail)
