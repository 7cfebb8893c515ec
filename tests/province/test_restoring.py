"""A server that is brought back from its copy listens before it speaks, and uses no number twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.problems import RefusedError
from desktop.sync.bundle.manifest import verify_manifest
from province.deeds import put
from province.ingest import take
from province.manifests import heed
from province.setup import Province
from province.store import devices, segments
from province.store.accounts import Account
from province.store.database import Database
from province.store.offices import office_of
from tests.province.made import AT, Laptop
from tests.province.test_setup import said
from tests.province.test_words import joined, server

OFFICER = Account("u1", "officer", "کارشناس استان", "province_officer")
SECRET = {"TASHILGAR_PROVINCE_PASSWORD": "a-long-enough-word"}


def directive(province: Province, laptop: Laptop) -> str:
    with province.database.writing() as connection:
        office = office_of(connection, laptop.office)
        assert office is not None
        return put(connection, province, office, ("directive", {"title": "شیوه‌نامه", "kind": "directive"}), OFFICER, AT)


def vector(province: Province, laptop: Laptop) -> dict[str, int]:
    with province.database.reading() as connection:
        return segments.vector_of(connection, laptop.office)


def heard(province: Province, laptop: Laptop, known: dict[str, int], at: Any) -> None:
    """A contact: the laptop says what it has."""
    manifest = verify_manifest(laptop.manifest(acks=(laptop.ack(known),)), bytes(laptop.keys.signing_key.verify_key))
    with province.database.writing() as connection:
        device = devices.device_of(connection, laptop.office, laptop.device)
        assert device is not None
        heed(connection, province, device, manifest, at)


def test_a_restored_server_writes_to_an_office_after_it_has_got_back_what_it_had_written(tmp_path: Path) -> None:
    assert said(tmp_path, "init", **SECRET)[0] == 0
    laptop, copy = joined(tmp_path, "1203", "laptop-a"), tmp_path / "copy"
    with server(tmp_path) as province:
        directive(province, laptop)
        ours = province.server.province_id
    assert said(tmp_path, "backup", str(copy))[0] == 0
    with server(tmp_path) as province:
        directive(province, laptop)
        with province.database.reading() as connection:
            lost = list(segments.lacking(connection, laptop.office, {ours: 1}, 10**9))[-1]
    assert said(tmp_path, "restore", str(copy))[1][0]["code"] == "province_exists"
    for path in tmp_path.glob("province.db*"):
        path.unlink()
    code, (told,), err = said(tmp_path, "restore", str(copy))
    assert (code, told["province_id"]) == (0, ours), err
    with server(tmp_path) as province:
        assert vector(province, laptop)[ours] == 1
        later = AT.replace(year=2100)
        with pytest.raises(RefusedError, match="office_not_heard"):
            directive(province, laptop)
        heard(province, laptop, {ours: 2}, later)
        with pytest.raises(RefusedError, match="office_not_heard"):
            directive(province, laptop)
        assert take(province, laptop.office, lost, later).outcome == "new"
        directive(province, laptop)
        assert vector(province, laptop)[ours] == 3
    assert said(tmp_path, "check")[0] == 0


def test_a_file_that_is_no_copy_leaves_nothing_behind(tmp_path: Path) -> None:
    assert said(tmp_path, "init", **SECRET)[0] == 0
    for path in tmp_path.glob("province.db*"):
        path.unlink()
    (tmp_path / "copy").write_bytes(b"no database at all, but some bytes" * 40)
    assert said(tmp_path, "restore", str(tmp_path / "copy"))[0] == 3
    assert not list(tmp_path.glob("province.db*"))
    assert said(tmp_path, "restore", str(tmp_path / "nothing"))[0] == 3


def test_postgresql_brings_its_copy_back_itself(postgresql_address: str, tmp_path: Path) -> None:
    chosen = ("--database", postgresql_address)
    assert said(tmp_path, "init", *chosen, **SECRET)[0] == 0
    assert said(tmp_path, "backup", *chosen, str(tmp_path / "copy"))[0] == 0
    emptied = Database(postgresql_address)
    with emptied.writing() as connection:
        connection.exec_driver_sql("DROP SCHEMA IF EXISTS public, parts CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    emptied.close()
    code, (told,), err = said(tmp_path, "restore", *chosen, str(tmp_path / "copy"))
    assert (code, told["ok"]) == (0, True), err
    assert said(tmp_path, "check", *chosen)[0] == 0
    assert said(tmp_path, "user", "list", *chosen)[1][0]["username"] == "administrator"
