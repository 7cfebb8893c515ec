"""Keys of epochs that offices wrapped for the province, so that it reads what lies open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from desktop.sync.bundle.errors import KeysError
from desktop.sync.bundle.keys import DeviceKeys, EpochKey, unwrapped
from province.setup import Province
from province.store import devices


def keep_wraps(
    connection: Connection, province: Province, office_id: str, wraps: Iterable[Mapping[str, object]]
) -> bool:
    """Keep wrapped keys; whether one was new. KeysError for one that is none, or for somebody else."""
    new = False
    for wrap in wraps:
        text = wrap.get("key")
        if not isinstance(text, str):
            raise KeysError("tampered", "wrap")
        epoch = _open(province, text)
        new |= devices.keep_epoch(connection, office_id, epoch.id, epoch.number, text)
    return new


def key_of(connection: Connection, province: Province, office_id: str, epoch: str) -> EpochKey | None:
    """The key of an epoch; None before it has come."""
    wrapped = devices.wrapped_epoch(connection, office_id, epoch)
    return None if wrapped is None else _open(province, wrapped)


def newest_key(connection: Connection, province: Province, office_id: str) -> EpochKey | None:
    """The key that the office seals under now; None before its first laptop joined."""
    wrapped = devices.newest_epoch(connection, office_id)
    return None if wrapped is None else _open(province, wrapped)


def _open(province: Province, wrapped: str) -> EpochKey:
    return unwrapped(wrapped, DeviceKeys(province.keys.signing, province.keys.identity))
