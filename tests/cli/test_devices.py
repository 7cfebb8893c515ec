"""An office of two laptops and a province that never meet but through files, as an administrator runs them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.running import Said, json_lines
from tests.cli.running import tashilgar_here as tashilgar
from tests.factories import PASSWORD
from tests.province.test_setup import said as province

SAMIRA = {"user": "samira", "password": PASSWORD}


def _people(office: Path) -> list[dict[str, Any]]:
    found = tashilgar(office, "list", "person")
    return sorted(({**line, "row": 0} for line in found.lines), key=lambda line: str(line["id"]))


def _joined(office: Path, folder: Path) -> Path:
    file = folder / "دعوت"
    invited = tashilgar(office, "device", "invite", "--name", "رایانهٔ پذیرش", "--out", str(file))
    assert len(invited.line["code"].replace("-", "")) == 26
    assert "کد" in invited.err
    other = folder / "other"
    wrong = invited.line["code"][:-1] + ("A" if invited.line["code"][-1] != "A" else "B")
    assert tashilgar(other, "device", "join", str(file), "--code", wrong).codes == {("code", "invitation_wrong_code")}
    told = tashilgar(other, "device", "join", str(file), "--code", invited.line["code"].lower()).line
    assert (told["device_id"], told["user"], told["block"]) == (invited.line["device_id"], "hamid", 1)
    assert told["recovery_code"]
    return other


def test_two_laptops_and_a_province_pass_sticks_until_all_of_them_have_all(office_dir: Path, tmp_path: Path) -> None:
    other, server, stick = _joined(office_dir, tmp_path), tmp_path / "province", tmp_path / "stick"
    stick.mkdir()

    def carried(source: Path, target: Path, *words: str) -> Said:
        path = str(stick / "a.tashil")
        assert tashilgar(source, "courier", "write", path, *words).code == 0
        return tashilgar(target, "courier", "read", path)

    home = tashilgar(office_dir, "list", "household").lines[0]
    early = tashilgar(other, "put", "person", stdin=json_lines({"first_name": "زود"}))
    assert (early.code, "هنوز داده‌های دفتر" in early.err) == (3, True)
    came = carried(office_dir, other)
    assert "برای رایانه‌های دفتر، از" in came.err
    assert (came.line["complete"], came.line["problem"]) == (True, "")
    assert _people(other) == _people(office_dir)
    added = {"household_id": home["id"], "first_name": "نازنین", "last_name": "رئیسی", "sex": "female"}
    added |= {"birth_date": "1395", "relation_to_head": "child"}
    assert tashilgar(other, "put", "person", stdin=json_lines(added)).code == 0
    assert tashilgar(other, "device", "handover").code == 1
    carried(other, office_dir)
    carried(office_dir, other)
    assert tashilgar(other, "device", "handover").code == 0
    assert _people(other) == _people(office_dir)

    assert province(server, "init", TASHILGAR_PROVINCE_PASSWORD="a-long-enough-word")[0] == 0
    card = tmp_path / "card"
    _, (told,), _ = province(server, "office", "add", "0803", "دفتر نمونه", "--card", str(card))
    assert tashilgar(office_dir, "courier", "write", str(stick / "p.tashil"), "--to", "province").codes == {
        ("to", "no_province_yet")
    }
    assert (
        tashilgar(office_dir, "province", "join", str(card), "--code", str(told["join_code"])).line["title"]
        == "استانداری"
    )
    carried(office_dir, other)
    for office in (office_dir, other):
        path = str(stick / "p.tashil")
        tashilgar(office, "courier", "write", path, "--to", "province")
        assert tashilgar(office, "courier", "read", path).codes == {("file", "stick_for_province")}
        assert province(server, "courier", "read", path)[1][0]["complete"]
        back = str(stick / "back.tashil")
        province(server, "courier", "write", "--office", "0803", back)
        assert tashilgar(office, "courier", "read", back).line["complete"]
    assert tashilgar(other, "device", "handover").line["received_by"]

    names = [word.encode() for word in ("نازنین", "رئیسی", "فاطمه", "دفتر", "پذیرش", "hamid")]
    assert [one.name for one in stick.iterdir() if any(name in one.read_bytes() for name in names)] == []

    assert tashilgar(office_dir, "device", "lost", "رایانهٔ پذیرش").line["residents"] == len(_people(office_dir))
    assert tashilgar(office_dir, "device", "revoke", "رایانهٔ پذیرش").line["ok"]
    listed = {line["name"]: line["status"] for line in tashilgar(office_dir, "device", "list").lines}
    assert listed["رایانهٔ پذیرش"] == "revoked"
    assert tashilgar(office_dir, "courier", "write", str(stick / "a.tashil")).codes == {("to", "no_other_laptop")}
    assert tashilgar(office_dir, "device", "rotate", **SAMIRA).codes == {("", "not_allowed")}
    *lines, chain = tashilgar(office_dir, "audit").lines
    acts = {line["action"] for line in lines}
    assert acts >= {"device_invite", "courier_write", "courier_read", "device_lost", "device_revoke", "province_join"}
    assert chain["ok"]
