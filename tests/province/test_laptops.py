"""Real laptops meet through the province: it relays what it cannot read, and who has another certificate is nobody."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.domain.problems import UnavailableError
from desktop.services.devices import hand_over_check
from desktop.store.contents import drop_content
from desktop.store.office_file import OfficeFile
from desktop.sync.client import remember_line, sync_with
from province.certificate import make_certificate
from province.keys import CERTIFICATE
from province.setup import Province
from province.store import contents, segments
from province.store.database import Database
from province.store.tables import CONTENT_PIECE
from tests.province.lines import join_province, served
from tests.province.made import made_province
from tests.sync.laptops import Clock, differences, first_laptop, introduce, next_laptop
from tests.sync.test_line import attached, held


def _passes_on_what_photos_hold(first: OfficeFile, second: OfficeFile, province: Province, url: str) -> None:
    """Blindly, in pieces, as far as there is room, and no longer than the office keeps them."""
    office = first.identity.office_id

    def kept() -> dict[str, int]:
        with province.database.reading() as connection:
            return contents.whole_contents(connection, office)

    photos = attached(first, 300, 70_000, 500_000)
    assert not hand_over_check(first).proven
    assert sync_with(first, url).contents_sent == 3
    assert hand_over_check(first).proven
    with province.database.reading() as connection:
        pieces = connection.execute(select(CONTENT_PIECE.c.name, CONTENT_PIECE.c.content)).all()
    assert not {row.name for row in pieces} & set(photos), "nobody there can tell whether a photo is among them"
    assert sync_with(second, url).contents_received == 3
    assert held(second, photos) == [True] * 3
    with second.write() as work:
        for photo in work.find("attachment", sha256=photos[0]):
            work.forget("attachment", photo["id"], {"caption": None, "sha256": ""}, gone=True)
        drop_content(work.connection, photos[0])
    sync_with(second, url)
    assert len(kept()) == 2
    sync_with(first, url)
    assert held(first, photos) == [False, True, True]
    more = attached(first, 400)
    province = replace(province, settings=replace(province.settings, contents=sum(kept().values())))
    with served(province) as narrow:
        remember_line(first, narrow, (province.settings.folder / CERTIFICATE).read_text("ascii"))
        assert sync_with(first, narrow).contents_sent == 0
        assert sync_with(first, narrow).drops == 0
    assert not hand_over_check(first).proven
    assert sync_with(first, url).contents_sent == len(more)


def test_two_laptops_agree_through_a_province_that_they_pin(embedded_address: str, tmp_path: Path) -> None:
    province = made_province(Database(embedded_address), tmp_path)
    first = first_laptop(tmp_path / "a", Clock())
    second = next_laptop(first, tmp_path / "b", Clock(), 1)
    introduce(first, second)
    with served(province) as url:
        for office in (first, second):
            join_province(office, province, url)
        sent, got = sync_with(first, url), sync_with(second, url)
        assert differences(first, second) == {}
        assert (sent.role, sent.drops, sent.refused, got.drops) == ("province", 0, {}, 0)
        assert sent.sent == got.received > 0
        assert abs(sent.ahead_ms) > 24 * 3600 * 1000  # the laptop believes it is another year
        with first.connection() as connection:
            told = connection.exec_driver_sql("SELECT acknowledged FROM sync_peer WHERE contact_by <> ''").scalar_one()
        with province.database.reading() as connection:
            vector = segments.vector_of(connection, first.identity.office_id)
        device = first.identity.device_id
        assert json.loads(told)[device] == vector[device]
        _passes_on_what_photos_hold(first, second, province, url)
        (tmp_path / "other").mkdir()
        make_certificate(tmp_path / "other", url, datetime.now(UTC))
        remember_line(first, url, (tmp_path / "other" / CERTIFICATE).read_text("ascii"))
        with pytest.raises(UnavailableError) as refused:
            sync_with(first, url, sleep=lambda _seconds: None)
        assert refused.value.problem.code == "other_certificate"
    first.close()
    second.close()
