"""What this laptop is to the others: its ids, its keys, and the keys of the office's epochs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_bytes
from typing import Any

from nacl.signing import SigningKey
from pyrage import x25519
from sqlalchemy import Connection

from desktop.store.driver import fetched
from desktop.store.unit_of_work import new_id
from desktop.sync.bundle.segment import BodyKeys

FORMER_IDENTITIES = "former_identities"
"""Key in `meta`: the age identities of this laptop before it changed its keys, one after the other."""


@dataclass(frozen=True)
class Laptop:
    """The secrets that never leave the encrypted file."""

    office_id: str
    device_id: str
    own: frozenset[str]  # its id, and those it had before its file was copied or restored
    signing_key: SigningKey
    identity: str  # age
    epochs: Mapping[str, bytes]  # id → the office's key
    epoch: str  # the one that is sealed under now
    former: tuple[str, ...] = ()  # age identities that it had before it changed its keys, or became another

    def keys(self, epoch: str) -> BodyKeys | None:
        """The keys of an epoch; None for one that this laptop was never told."""
        key = self.epochs.get(epoch)
        return BodyKeys.of_office(key) if key is not None else None

    @property
    def identities(self) -> tuple[str, ...]:
        """Whatever was sealed for this laptop opens with one of these."""
        return (self.identity, *self.former)

    def current_keys(self) -> BodyKeys:
        """The keys that are sealed under now."""
        return BodyKeys.of_office(self.epochs[self.epoch])


def meta(connection: Connection, key: str) -> str:
    found = fetched(connection, "SELECT value FROM meta WHERE key = ?", (key,))
    return str(found[0][0] or "") if found else ""


def set_meta(connection: Connection, key: str, value: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def this_laptop(connection: Connection, at: datetime) -> Laptop:
    """The laptop of this file; its keys and the office's first epoch are made when they are first needed."""
    device_id, office_id = meta(connection, "device_id"), meta(connection, "office_id")
    secrets = fetched(connection, "SELECT sign_seed, identity FROM sync_secret WHERE device_id = ?", (device_id,))
    seed, identity = secrets[0] if secrets else _make_keys(connection, device_id, at)
    epochs = fetched(connection, "SELECT id, office_key FROM sync_epoch ORDER BY number, id")
    if not epochs:
        epochs = [_make_epoch(connection)]
    own = [device for (device,) in fetched(connection, "SELECT id FROM sync_device WHERE own = 1")]
    keys = {epoch: bytes(key) for epoch, key in epochs}
    before = connection.exec_driver_sql("SELECT identity FROM sync_secret WHERE device_id <> ?", (device_id,)).scalars()
    former = (*meta(connection, FORMER_IDENTITIES).split(), *before)
    return Laptop(office_id, device_id, frozenset(own), SigningKey(bytes(seed)), identity, keys, epochs[-1][0], former)


def _make_keys(connection: Connection, device_id: str, at: datetime) -> tuple[bytes, str]:
    signing, identity = SigningKey.generate(), x25519.Identity.generate()
    connection.exec_driver_sql(
        "INSERT INTO sync_secret (device_id, sign_seed, identity) VALUES (?, ?, ?)",
        (device_id, bytes(signing), str(identity)),
    )
    connection.exec_driver_sql(
        "INSERT INTO sync_device (id, role, name, sign_key, recipient, own, status, enrolled_at) "
        "VALUES (?, 'laptop', '', ?, ?, 1, 'active', ?)",
        (device_id, bytes(signing.verify_key), str(identity.to_public()), at.isoformat()),
    )
    return bytes(signing), str(identity)


def _make_epoch(connection: Connection, number: int = 1) -> Any:
    epoch = (new_id(), token_bytes(32))
    connection.exec_driver_sql(
        "INSERT INTO sync_epoch (id, number, office_key) VALUES (?, ?, ?)", (epoch[0], number, epoch[1])
    )
    return epoch


def version_vector(connection: Connection) -> dict[str, int]:
    """Device → its last operation that this file holds sealed."""
    return dict(fetched(connection, "SELECT device_id, max(last) FROM segment GROUP BY device_id"))
