"""A device that no longer belongs to the office: shut out after its last operation, with a new key for the rest."""

from __future__ import annotations

from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.keys import EpochKey, wrapped
from desktop.sync.bundle.registry import Member
from desktop.sync.devices import PROVINCE, known_registry, state, statements_of
from desktop.sync.laptop import version_vector


def shut_out(office: OfficeFile, device: str) -> int:
    """Nothing counts that this device wrote after what has arrived here; the number of its last operation that does.

    From now on the office seals under a key that the device does not have.
    """
    with office.merge() as connection:
        last = version_vector(connection).get(device, 0)
        end = {"device": device, "last": last, "stands": statements_of(connection, device)}
        number = connection.exec_driver_sql("SELECT ifnull(max(number), 0) FROM sync_epoch").scalar_one()
        members = known_registry(connection).members.values()
        epoch = EpochKey.generate(int(number) + 1)
        wraps = {one.device: _wrapped(epoch, one) for one in members if one.status == "active" and one.device != device}
        begin = {"epoch": epoch.id, "number": epoch.number, "wraps": wraps}
        state(connection, office, [("revoke", end), ("epoch", begin)])
        return last


def _wrapped(epoch: EpochKey, member: Member) -> str:
    return wrapped(epoch.for_province() if member.kind == PROVINCE else epoch, [member.recipient])
