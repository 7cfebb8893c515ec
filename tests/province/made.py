"""A province with an office, and a laptop that writes segments as a real one does."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.sync import wire
from desktop.sync.bundle.container import ClearHeader, SegmentFrame, write_courier
from desktop.sync.bundle.dividing import WHOLE
from desktop.sync.bundle.keys import DeviceKeys, EpochKey, Signed, sign
from desktop.sync.bundle.manifest import Manifest, signed_manifest
from desktop.sync.bundle.segment import SegmentFacts, seal_segment, segment_id
from desktop.sync.joining import IN_MANIFEST, ProvinceCard, joining, opened_card
from desktop.sync.merge import Dot, Operation
from desktop.sync.wire import Caller
from province.certificate import make_certificate
from province.joining import invite, join
from province.keys import make_keys
from province.manifests import ACK
from province.serving import Asked
from province.settings import Settings
from province.setup import Province
from province.store import offices
from province.store.database import Database
from province.store.offices import Office, Server

AT = datetime(2026, 9, 6, 6, 30, tzinfo=UTC)
OFFICE = Office("office-1", "1203", "دفتر نمونه")


def made_province(database: Database, folder: Path, **chosen: Any) -> Province:
    """A server in this database, with one office that has not joined yet."""
    keys, server = make_keys(), Server("province-1", "استان نمونه", "incarnation-1")
    make_certificate(folder, "https://localhost", AT)
    with database.writing() as connection:
        offices.add_server(connection, server, AT)
        offices.add_office(connection, OFFICE, AT)
    return Province(Settings(folder=folder, database="", **chosen), keys, database, server)


def invited(province: Province, office: Office = OFFICE, lasts: timedelta = timedelta(days=1)) -> tuple[bytes, str]:
    with province.database.writing() as connection:
        return invite(connection, province, office, AT, lasts)


@dataclass
class Laptop:
    """A laptop of an office: its keys, and how far it has written."""

    device: str
    office: str = OFFICE.id
    keys: DeviceKeys = field(default_factory=DeviceKeys.generate)
    epoch: EpochKey = field(default_factory=EpochKey.generate)
    last: int = 0
    previous: str = ""
    card: ProvinceCard | None = None
    token: str = ""

    def join(self, province: Province) -> str:
        content, code = invited(province)
        self.card = opened_card(content, code)
        return join(province, self.joining(self.card, code), AT)

    def joining(self, card: ProvinceCard, code: str) -> Signed:
        return joining(card, code, self.device, "رایانهٔ یک", self.keys, (self.epoch,), self.office)

    def enrols(self, other: Laptop) -> Signed:
        """It says that another one belongs to the office."""
        told = other.keys.card(other.device).to_json() | {"title": "رایانهٔ دو", "block": 1, "at": AT.isoformat()}
        return sign("enrol", told | {"office": self.office}, self.device, self.keys.signing_key)

    def rotates(self) -> Signed:
        """It says, with its old key, that it signs with another one from now on."""
        fresh = DeviceKeys.generate()
        card = fresh.card(self.device)
        told = {"device": self.device, "number": 1, "verify_key": card.verify_key, "recipient": card.recipient}
        said = sign("rotate", told | {"office": self.office}, self.device, self.keys.signing_key)
        self.keys = fresh
        return said

    def ends(self, other: Laptop, last: int, purpose: str = "revoke") -> Signed:
        """It says that nothing counts that another one wrote after an operation."""
        told = {"device": other.device, "last": last, "office": self.office}
        return sign(purpose, told, self.device, self.keys.signing_key)

    def operation(self, record: str, base: Mapping[str, tuple[Dot, ...]] | None = None, /, **told: Any) -> Operation:
        """The next change of this laptop: `kind`, `action`, and fields."""
        self.last += 1
        kind, action = told.pop("kind", "need"), told.pop("action", "add")
        stamp = told.pop("stamp", self.last << 16)
        return Operation(
            Dot(self.device, self.last), stamp, f"{self.device}-{self.last}", "u1", kind, record, action, told,
            base or {}, {},
        )  # fmt: skip

    def seal(
        self, *operations: Operation, deps: Mapping[str, int] | None = None, opened: Sequence[Any] | None = None
    ) -> bytes:
        """Operations that follow each other as a segment; all of them lie open unless told otherwise."""
        facts = SegmentFacts(self.office, self.device, self.epoch.id, "0010", dict(deps or {}), self.previous)
        shown = opened if opened is not None else [WHOLE] * len(operations)
        content = seal_segment(operations, shown, facts, self.epoch.body_keys, self.keys.signing_key)
        self.previous = segment_id(content)
        return content

    def written(self, many: int = 3) -> bytes:
        """A segment of some new needs."""
        return self.seal(*(self.operation(f"{self.device}-need-{self.last}", subject="آب") for _ in range(many)))

    def manifest(self, **more: Any) -> bytes:
        told: dict[str, Any] = {
            "office": self.office, "sender": self.device, "sender_kind": "laptop", "addressee": "province-1",
            "addressee_kind": "province", "incarnation": "i1", "vv": {}, "made_at": AT.isoformat(), "app": "1",
            "schema": "0010",
        }  # fmt: skip
        return signed_manifest(Manifest(**told | more), self.keys.signing_key)

    def courier(self, province: Province, *contents: bytes, joining: Signed | None = None, **more: Any) -> bytes:
        """A file on a stick for the province, with these segments."""
        clear = ClearHeader(self.office, province.server.province_id, "laptop", "province", AT.isoformat())
        more |= {"unknown": {IN_MANIFEST: joining.to_json()}} if joining else {}
        file = io.BytesIO()
        frames = [SegmentFrame(content) for content in contents]
        readers = [province.keys.recipient]
        write_courier(file, clear, self.manifest(**more), frames, readers, self.keys.signing_key)
        return file.getvalue()

    def ack(self, vector: Mapping[str, int], incarnation: str = "i1") -> Signed:
        told = {"office": self.office, "incarnation": incarnation, "vv": dict(vector)}
        return sign(ACK, told, self.device, self.keys.signing_key)

    def asked(self, path: str, body: bytes, token: str | None = None) -> Asked:
        """A signed request of this laptop."""
        caller, given = Caller(self.office, self.device), self.token if token is None else token
        return Asked("POST", path, wire.sign_request(self.keys.signing_key, caller, "POST", path, body, given), body)
