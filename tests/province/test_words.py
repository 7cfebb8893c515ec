"""The words of the server as an administrator says them."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from desktop.sync.joining import opened_card
from desktop.sync.wire import Verdict
from province.cli.app import run
from province.cli.opening import opened
from province.cli.parser import build_parser
from province.ingest import take
from province.joining import join
from province.setup import Province
from tests.province.made import AT, Laptop
from tests.province.test_setup import said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert said(tmp_path, "init", TASHILGAR_PROVINCE_PASSWORD="a-long-enough-word")[0] == 0
    return tmp_path


def joined(folder: Path, code: str, name: str) -> Laptop:
    """A laptop that came with a card of the command line."""
    card = folder / f"{name}.card"
    _, (told,), _ = said(folder, "office", "add", code, "دفتر نمونه", "--card", str(card))
    found = opened_card(card.read_bytes(), str(told["join_code"]))
    laptop = Laptop(name, office="the office's own id")
    with server(folder) as province:
        assert join(province, laptop.joining(found, str(told["join_code"])), AT) == "approved"
    return laptop


def server(folder: Path) -> Any:
    return opened(build_parser().parse_args(["--data", str(folder), "check"]))


def sent(province: Province, laptop: Laptop) -> Verdict:
    return take(province, laptop.office, laptop.written(), AT)


def test_an_office_gets_a_card_and_another_one_when_it_asks_again(folder: Path) -> None:
    first, second = joined(folder, "۱۲۰۳", "laptop-a"), joined(folder, "1203", "laptop-b")
    assert first.office == second.office
    _, (office,), _ = said(folder, "office", "list")
    assert (office["code"], office["devices"]) == ("1203", 2)
    assert said(folder, "office", "add", "12", "دفتر", "--card", str(folder / "x"))[1][0]["code"] == "office_code"
    again = said(folder, "office", "add", "1203", "دفتر", "--card", str(folder / "laptop-a.card"))
    assert again[1][0]["code"] == "file_exists"


def test_a_revoked_laptop_stays_out_and_a_decided_one_is_not_decided_again(folder: Path) -> None:
    laptop = joined(folder, "1203", "laptop-a")
    with server(folder) as province:
        assert sent(province, laptop).outcome == "new"
    _, (told,), _ = said(folder, "device", "revoke", "laptop")
    assert (told["status"], told["last"]) == ("revoked", 3)
    with server(folder) as province:
        assert sent(province, laptop) == Verdict("refused", "revoked")
    for act in ("revoke", "approve"):
        code, lines, _ = said(folder, "device", act, "laptop-a")
        assert (code, lines[0]["code"]) == (1, "device_decided")
    assert said(folder, "device", "revoke", "nobody")[1][0]["code"] == "no_such_device"
    _, (listed,), _ = said(folder, "device", "list", "--office", "1203")
    assert (listed["status"], listed["reached"], listed["last"]) == ("revoked", 3, 3)


def test_a_port_that_is_taken_is_told_in_a_sentence(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, _, err = said(folder, "serve", "--port", str(taken.getsockname()[1]))
    assert code == 3
    assert "Traceback" not in err


def test_words_that_are_none_end_with_two_and_help_in_persian(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fly"]) == 2
    assert run(["--help"]) == 0
    assert "کارساز استانی" in capsys.readouterr().out


def test_the_check_proves_numbers_chains_and_signatures_and_finds_what_was_touched(folder: Path) -> None:
    laptop = joined(folder, "1203", "laptop-a")
    with server(folder) as province:
        for _ in range(3):
            assert sent(province, laptop).outcome == "new"
    code, lines, _ = said(folder, "check")
    assert (code, {line["check"] for line in lines if line["ok"]}) == (
        0, {"keys", "certificate", "file", "log", "numbers", "segments"},
    )  # fmt: skip
    with server(folder) as province, province.database.writing() as connection:
        connection.exec_driver_sql("UPDATE segment SET content = (SELECT content FROM segment LIMIT 1)")
    code, lines, _ = said(folder, "check")
    assert (code, {line["check"] for line in lines if not line["ok"]}) == (1, {"segments"})


def test_a_copy_is_made_of_the_working_server_and_never_over_another_file(folder: Path) -> None:
    joined(folder, "1203", "laptop-a")
    copy = folder / "copy" / "province.db"
    copy.parent.mkdir()
    code, (told,), _ = said(folder, "backup", str(copy))
    assert (code, told["ok"]) == (0, True)
    assert said(folder, "backup", str(copy))[1][0]["code"] == "file_exists"
    for name in ("province.keys", "tls.crt", "tls.key"):
        (copy.parent / name).write_bytes((folder / name).read_bytes())
    _, (office,), _ = said(copy.parent, "office", "list")
    assert office["devices"] == 1


def test_postgresql_makes_its_copy_itself(postgresql_address: str, tmp_path: Path) -> None:
    chosen = ("--database", postgresql_address)
    assert said(tmp_path, "init", *chosen, TASHILGAR_PROVINCE_PASSWORD="a-long-enough-word")[0] == 0
    code, (told,), err = said(tmp_path, "backup", *chosen, str(tmp_path / "copy"))
    assert (code, told["ok"]) == (0, True), err
    assert (tmp_path / "copy").read_bytes().startswith(b"PGDMP")
    assert said(tmp_path, "check", *chosen)[0] == 0
