"""The office's way to its province: joining with a card, and what is known of it then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.access import require_manager
from desktop.store.office_file import OfficeFile
from desktop.sync.bundle.errors import KeysError
from desktop.sync.devices import KnownProvince, province_of
from desktop.sync.joining import ProvinceCard, opened_card
from desktop.sync.province_joining import join


def join_province(office: OfficeFile, path: Path, code: str) -> KnownProvince:
    """Believe the province of this card, and tell it so with the next file or contact."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    try:
        card = opened_card(content, code)
    except KeysError as error:
        known = "card_wrong_code" if error.code == "wrong_code" else "card_truncated"
        told = known if error.code in ("wrong_code", "truncated") else "card_tampered"
        raise RefusedError.of("code" if error.code == "wrong_code" else "file", told) from error
    _refuse_other(office, card)
    with office.write() as work:
        require_manager(work)
        work.audit("province_join", "province", card.province, card.province_title)
    return join(office, card, code)


def _refuse_other(office: OfficeFile, card: ProvinceCard) -> None:
    if card.office_code != office.identity.office_code:
        raise RefusedError.of("file", "card_other_office", given=card.office_code)
    known = known_province(office)
    if known is not None and known.id != card.province:
        raise RefusedError.of("file", "other_province", title=known.title)


def known_province(office: OfficeFile) -> KnownProvince | None:
    with office.connection() as connection:
        return province_of(connection)


def as_json(known: KnownProvince) -> dict[str, Any]:
    return {"province_id": known.id, "title": known.title, "url": known.url}
