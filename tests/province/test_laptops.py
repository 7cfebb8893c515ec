"""Real laptops meet through the province: it relays what it cannot read, and who has another certificate is nobody."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.problems import UnavailableError
from desktop.sync.client import remember_line, sync_with
from province.certificate import make_certificate
from province.keys import CERTIFICATE
from province.store import segments
from province.store.database import Database
from tests.province.lines import join_province, served
from tests.province.made import made_province
from tests.sync.laptops import Clock, differences, first_laptop, introduce, next_laptop


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
        (tmp_path / "other").mkdir()
        make_certificate(tmp_path / "other", url, datetime.now(UTC))
        remember_line(first, url, (tmp_path / "other" / CERTIFICATE).read_text("ascii"))
        with pytest.raises(UnavailableError) as refused:
            sync_with(first, url, sleep=lambda _seconds: None)
        assert refused.value.problem.code == "other_certificate"
    first.close()
    second.close()
