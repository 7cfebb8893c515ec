"""How another laptop comes into an office: a file under a code that is said another way.

The file holds the office's keys, so it is as precious as a laptop: it opens with the code alone, for a week, and is
deleted when it was used. Who invited knows the keys of the new laptop in it, so the laptop makes its own at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from desktop.domain.problems import UnavailableError
from desktop.store.office_file import INVITED_ACCOUNT, OfficeFile
from desktop.store.unit_of_work import LAPTOPS, Identity, new_id
from desktop.sync.bundle.canonical import canonical, parsed
from desktop.sync.bundle.errors import KeysError
from desktop.sync.bundle.keys import DeviceCard, DeviceKeys, EpochKey, Signed, opened_with_code, sealed_under_code
from desktop.sync.bundle.registry import Root
from desktop.sync.devices import keep_root, known_registry, learn, roots, state, statements
from desktop.sync.laptop import FORMER_IDENTITIES, set_meta, this_laptop
from desktop.sync.sealing import SEALED_UPTO

FORMAT = 1
LASTS = timedelta(days=7)


class Invitation(NamedTuple):
    """What a new laptop must know to be one of the office."""

    identity: Identity
    title: str  # of the laptop
    account: Mapping[str, Any]  # of who will work with it: id, staff_id, username, role, can_see_sensitive
    keys: DeviceKeys  # provisional
    epochs: tuple[EpochKey, ...]
    roots: tuple[Root, ...]
    statements: tuple[Signed, ...]
    expires: datetime


def invite(office: OfficeFile, title: str, account: Mapping[str, Any]) -> Invitation:
    """Enrol a laptop that does not exist yet; whoever gets the invitation becomes it."""
    with office.merge() as connection:
        at = office.clock()
        laptop = this_laptop(connection, at)
        keys, device = DeviceKeys.generate(), new_id()
        block = _free_block(connection, office.identity.block)
        card = keys.card(device).to_json()
        content = {**card, "title": title, "block": block, "at": at.isoformat(timespec="seconds")}
        state(connection, office, [("enrol", content)])
        numbers = connection.exec_driver_sql("SELECT id, number FROM sync_epoch ORDER BY number, id").all()
        return Invitation(
            Identity(office.identity.office_id, office.identity.office_code, device, block),
            title,
            account,
            keys,
            tuple(EpochKey.of_office(epoch, number, laptop.epochs[epoch]) for epoch, number in numbers),
            tuple(roots(connection)),
            tuple(statements(connection)),
            at + LASTS,
        )


def _free_block(connection: Connection, own: int) -> int:
    """A block of numbers for one more laptop. Laptops that invite without knowing of each other begin far apart."""
    taken = set(connection.exec_driver_sql("SELECT block FROM device").scalars())
    start = 1 if own == 0 else 10 + 9 * (own % 10)
    free = [block for turn in range(1, LAPTOPS) if (block := 1 + (start - 1 + turn - 1) % (LAPTOPS - 1)) not in taken]
    if not free:
        raise UnavailableError("too_many_laptops")
    return free[0]


def sealed_invitation(invitation: Invitation, code: str) -> bytes:
    told = {
        "format": FORMAT,
        "identity": invitation.identity.__dict__,
        "title": invitation.title,
        "account": dict(invitation.account),
        "keys": invitation.keys.secret(),
        "epochs": [epoch.secret() for epoch in invitation.epochs],
        "roots": [{"block": root.block, "card": root.card.to_json(), "title": root.title} for root in invitation.roots],
        "statements": [statement.to_json() for statement in invitation.statements],
        "expires": invitation.expires.isoformat(),
    }
    return sealed_under_code(code, canonical(told))


def opened_invitation(content: bytes, code: str) -> Invitation:
    """KeysError: "wrong_code", "truncated", "newer_format", or "tampered" for what is no invitation."""
    try:
        told = parsed(opened_with_code(code, content))
        if told["format"] > FORMAT:
            raise KeysError("newer_format")
        return Invitation(
            Identity(**told["identity"]),
            told["title"],
            told["account"],
            DeviceKeys.from_secret(told["keys"]),
            tuple(map(EpochKey.from_secret, told["epochs"])),
            tuple(Root(DeviceCard.from_json(one["card"]), one["title"], one.get("block", -1)) for one in told["roots"]),
            tuple(map(Signed.from_json, told["statements"])),
            datetime.fromisoformat(told["expires"]),
        )
    except (ValueError, TypeError, LookupError) as error:
        raise KeysError("tampered", "invitation") from error


def settle(office: OfficeFile, invitation: Invitation) -> None:
    """Make a new file this laptop of the office; its own keys are made and told at once."""
    with office.merge() as connection:
        at = office.clock()
        head = connection.exec_driver_sql("SELECT ifnull(max(seq), 0) FROM change_log").scalar_one()
        set_meta(connection, SEALED_UPTO, str(head))  # the lists that every office knows are nobody's writing
        set_meta(connection, INVITED_ACCOUNT, json.dumps(dict(invitation.account), ensure_ascii=False))
        _keep_own(connection, invitation, at)
        for epoch in invitation.epochs:
            connection.exec_driver_sql(
                "INSERT INTO sync_epoch (id, number, office_key) VALUES (?, ?, ?)",
                (epoch.id, epoch.number, epoch.office_key),
            )
        for root in invitation.roots:
            keep_root(connection, root)
            _keep_card(connection, root, at)
        learn(connection, invitation.statements, at)
        rotate_in(connection, office)


def _keep_own(connection: Connection, invitation: Invitation, at: datetime) -> None:
    device, keys = invitation.identity.device_id, invitation.keys
    connection.exec_driver_sql(
        "INSERT INTO sync_secret (device_id, sign_seed, identity) VALUES (?, ?, ?)",
        (device, bytes(keys.signing_key), keys.identity),
    )
    _keep_card(connection, Root(keys.card(device), invitation.title), at, own=True)
    connection.exec_driver_sql("UPDATE device SET name = ? WHERE id = ?", (invitation.title, device))


def _keep_card(connection: Connection, root: Root, at: datetime, *, own: bool = False) -> None:
    card = root.card
    connection.exec_driver_sql(
        "INSERT INTO sync_device (id, role, name, sign_key, recipient, own, status, enrolled_at) "
        "VALUES (?, ?, ?, ?, ?, ?, 'active', ?)",
        (card.device, card.kind, root.title, card.signature_key, card.recipient, int(own), at.isoformat()),
    )


def rotate(office: OfficeFile) -> str:
    """New keys for this laptop, told to the others with the old one; the fingerprint of the new ones."""
    with office.merge() as connection:
        return rotate_in(connection, office)


def rotate_in(connection: Connection, office: OfficeFile) -> str:
    """The same within a commit that goes on. What tells the change is still sealed with the old key."""
    at = office.clock()
    laptop = this_laptop(connection, at)
    keys = DeviceKeys.generate()
    number = len(known_registry(connection).members[laptop.device_id].keys)
    card = keys.card(laptop.device_id)
    told = {"device": card.device, "number": number, "verify_key": card.verify_key, "recipient": card.recipient}
    state(connection, office, [("rotate", told)])
    connection.exec_driver_sql(
        "UPDATE sync_secret SET sign_seed = ?, identity = ? WHERE device_id = ?",
        (bytes(keys.signing_key), keys.identity, laptop.device_id),
    )
    set_meta(connection, FORMER_IDENTITIES, " ".join(laptop.identities))
    return card.fingerprint
