"""The audit log shows what was done to it: a line changed, taken out or cut off, and a file that went back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from desktop.domain.problems import UnavailableError
from desktop.services.session import note_lock, unlock
from desktop.store import audit
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFile
from desktop.store.office_opening import open_office
from desktop.sync.audit_trail import tell_audit
from tests.factories import PASSWORD, USER, make_office
from tests.sync.laptops import pass_on
from tests.sync.world import World

_COLUMNS = "seq, at, user_id, action, entity, entity_id, detail"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    for number in range(3):
        made.note("print", "letter", f"l{number}", "internal")
    made.anchor_audit()
    yield made
    made.engine.dispose()
    made.lock.release()


def tamper(office: OfficeFile, deed: Callable[[Connection], object]) -> None:
    """What somebody can do who has the key and knows the file."""
    with office.engine.connect() as connection, connection.begin():
        for name in ("keep_audit_log", "hold_audit_log"):
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        deed(connection)


def run(sql: str) -> Callable[[Connection], object]:
    return lambda connection: connection.exec_driver_sql(sql)


def cut(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM audit_log WHERE seq = (SELECT max(seq) FROM audit_log)")
    connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'audit_log'")


def rewrite(connection: Connection) -> None:
    """Another story that chains as well as the true one."""
    sql = f"SELECT {_COLUMNS} FROM audit_log ORDER BY seq"  # noqa: S608
    lines = connection.exec_driver_sql(sql).all()
    connection.exec_driver_sql("DELETE FROM audit_log")
    connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'audit_log'")
    told = [(*line[1:6], "shared" if line.entity_id == "l1" else line.detail) for line in lines]
    audit.record_many(connection, told)


def test_a_log_that_nobody_touched_holds(office: OfficeFile) -> None:
    assert office.audit_findings() == []


def test_a_line_is_not_rewritten_by_mistake(office: OfficeFile) -> None:
    with pytest.raises(IntegrityError), office.engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE audit_log SET detail = 'x'")


@pytest.mark.parametrize(
    ("deed", "sort"),
    [
        (run("UPDATE audit_log SET detail = 'x' WHERE entity_id = 'l1'"), "changed"),
        (run("DELETE FROM audit_log WHERE entity_id = 'l1'"), "missing"),
        (run("DELETE FROM audit_log WHERE entity_id = 'l2'"), "missing"),
        (cut, "gone"),
        (rewrite, "other"),
    ],
)
def test_whatever_is_done_to_it_is_shown(office: OfficeFile, deed: Callable[[Connection], object], sort: str) -> None:
    tamper(office, deed)
    assert sort in {one.sort for one in office.audit_findings()}


def test_an_older_file_in_the_place_of_this_one_is_shown(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    office = make_office(folder)
    office.close()
    copytree(folder, tmp_path / "older")
    office = open_office(office.folder, USER, PASSWORD)
    office.note("export", "person", "", "xlsx")
    office.close()
    for name in ("office.db", "office.mark"):
        (folder / name).write_bytes((tmp_path / "older" / name).read_bytes())
    office = open_office(office.folder, USER, PASSWORD)
    try:
        for _ in range(3):  # whatever is written over what was lost
            office.note("print", "letter", "l", "")
        assert [one.sort for one in office.audit_findings()] == ["other"]
    finally:
        office.close()
    assert [one.sort for one in open_and_close(folder)] == ["other"]


def open_and_close(folder: Path) -> list[audit.Finding]:
    from desktop.store.office_file import OfficeFolder

    office = open_office(OfficeFolder(folder), USER, PASSWORD)
    try:
        return office.audit_findings()
    finally:
        office.close()


def test_what_is_lost_when_a_backup_is_brought_back_stands_in_the_log_and_is_not_told_again(office: OfficeFile) -> None:
    tamper(office, cut)
    office.note(audit.RESTORED, "office", office.identity.office_id, "lacks 1")
    assert office.audit_findings() == []


def test_others_witness_how_far_it_had_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    try:
        a, b = (world.laptops[name].office for name in "ab")
        folder = a.folder.path
        a.checkpoint()
        copytree(folder, tmp_path / "older")
        a.note("export", "person", "", "xlsx")
        world.new("a", 1)
        tell_audit(a)
        pass_on(a, b)
        a.engine.dispose()
        rmtree(folder)
        copytree(tmp_path / "older", folder)  # all of it, with whatever lay beside
        assert [one.sort for one in a.audit_findings()] == ["gone"]
        monkeypatch.setenv("TASHILGAR_MEMORY", str(tmp_path / "nothing is remembered here"))
        assert a.audit_findings() == []
        pass_on(b, a)
        assert [one.sort for one in a.audit_findings()] == ["gone"]
    finally:
        world.end()


def test_it_is_told_with_what_goes_to_others_and_is_worth_no_contact_by_itself() -> None:
    world = World()
    try:
        office = world.laptops["a"].office
        for many in (0, 1, 1):
            office.note("export", "person", "", "xlsx")
            tell_audit(office)
            with office.connection() as connection:
                assert len(audit.told_anchors(connection)) == many
            world.seal("a")
            if not many:
                world.new("a", 1)
    finally:
        world.end()


def test_wrong_passwords_before_the_file_was_open_stand_in_it_afterwards(tmp_path: Path) -> None:
    office = make_office(tmp_path / "office")
    office.close()
    for user, password in ((USER, "نادرست-۱۲۳"), ("گذرواژه-در-جای-نام", "x")):
        with pytest.raises(UnavailableError):
            open_office(office.folder, user, password)
    assert "گذرواژه-در-جای-نام" not in office.folder.keys.read_text("utf-8")
    office = open_office(office.folder, USER, PASSWORD)
    assert unlock(office, "نادرست-۱۲۳") is not None
    note_lock(office, "idle")
    assert unlock(office, PASSWORD) is None
    with office.connection() as connection:
        lines = [(line["action"], line["detail"]) for line in audit.lines(connection)]
        who = {line["user_id"] for line in audit.lines(connection) if line["action"] == "login_failed"}
    failed = ("login_failed", "")
    wanted = [("logout", ""), failed, failed, ("login", ""), failed, ("lock", "idle"), ("unlock", "")]
    assert lines[-7:] == wanted
    assert who == {office.actor.user_id, ""}
    assert KeySlots.load(office.folder.keys).failures == ()
    office.close()
