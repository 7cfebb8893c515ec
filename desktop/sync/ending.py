"""A device that no longer belongs to the office: shut out after its last operation, with a new key for the rest."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.keys import EpochKey, wrapped
from desktop.sync.bundle.registry import FORMER, Member
from desktop.sync.devices import PROVINCE, known_registry, state, statements, statements_of
from desktop.sync.laptop import version_vector


def shut_out(office: OfficeFile, device: str) -> int:
    """Nothing counts that this device wrote after what has arrived here; the number of its last operation that does.

    From now on the office seals under a key that the device does not have, under none of the names that its file had.
    """
    with office.merge() as connection:
        last = version_vector(connection).get(device, 0)
        end = {"device": device, "last": last, "stands": statements_of(connection, device)}
        number = connection.exec_driver_sql("SELECT ifnull(max(number), 0) FROM sync_epoch").scalar_one()
        members = known_registry(connection).members.values()
        epoch = EpochKey.generate(int(number) + 1)
        gone = _names_of(connection, device, {one.device for one in members if one.status == "closed"})
        wraps = {
            one.device: _wrapped(epoch, one) for one in members if one.status == "active" and one.device not in gone
        }
        begin = {"epoch": epoch.id, "number": epoch.number, "wraps": wraps}
        state(connection, office, [("revoke", end), ("epoch", begin)])
        return last


def _names_of(connection: Connection, device: str, copied: Collection[str]) -> set[str]:
    """The names under which the file of a device ever went on; two copies of one go apart where it was closed."""
    told = [one.content for one in statements(connection) if one.purpose == "enrol" and FORMER in one.content]
    steps = [(one["device"], one[FORMER]) for one in told if one[FORMER] not in copied]
    found, before = {device}, set[str]()
    while found != before:
        before = set(found)
        found |= {name for step in steps if found.intersection(step) for name in step}
    return found


def _wrapped(epoch: EpochKey, member: Member) -> str:
    return wrapped(epoch.for_province() if member.kind == PROVINCE else epoch, [member.recipient])
