"""The word about the program itself: who installs, what is told before, what going back means for the office."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.cli import updates
from desktop.services.backups import back_up
from desktop.services.updates import Program
from desktop.store.engine import connect
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.upgrade import head_revision
from desktop.system.update.place import Place, Pointer
from tests.cli.running import Said
from tests.cli.running import tashilgar_here as here
from tests.factories import PASSWORD, USER
from tests.system.releases import STRANGER, TRUSTED, installed, packed, release, tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the small programs are shell scripts")
OLDER = f"{int(head_revision()) - 1:04d}"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """An installed program, which runs."""
    made = installed(tmp_path / "program", "1.0.0", head_revision())
    for name in ("installed_program", "own_program"):
        monkeypatch.setattr(updates, name, lambda: Program(made, TRUSTED))
    return made


def _facilitator(data: Path, *words: str) -> Said:
    return here(data, *words, user="samira")


def test_from_its_source_the_program_tells_its_version_and_installs_nothing(tmp_path: Path) -> None:
    shown = here(tmp_path, "update", "show")
    assert (shown.code, shown.line["installed"], shown.line["starts"]) == (0, False, None)
    for words in (("update", str(tmp_path / "x")), ("update", "undo")):
        refused = here(tmp_path, *words)
        assert (refused.code, refused.out) == (3, "")
        assert "از روی منبع" in refused.err
    assert here(tmp_path, "update", str(tmp_path / "x"), "--restore").code == 2


def test_the_manager_installs_and_goes_back_and_the_audit_log_keeps_both(
    place: Place, office_dir: Path, tmp_path: Path
) -> None:
    path = str(packed(tmp_path, "1.1.0", schema=head_revision()))
    looked = here(office_dir, "update", path, "--dry-run", password=None)
    assert (looked.code, looked.line["version"], looked.line["signer"]) == (0, "1.1.0", "ناشر آزمون")
    assert (looked.line["upgrades_office"], looked.line["notes"]["en"]) == (False, "Lists are faster.")
    assert here(office_dir, "update", path, password=None).code == 3
    assert _facilitator(office_dir, "update", path).codes == {("", "not_allowed")}
    assert here(office_dir, "update", "show").line["previous"] is None
    assert here(office_dir, "update", "undo").code == 3
    done = here(office_dir, "update", path)
    assert (done.code, done.line["ok"], done.line["folder"]) == (0, True, "1.1.0")
    assert "اجرای دوباره" in done.err
    again = here(office_dir, "update", path, "--dry-run")
    assert (again.code, again.line["ok"]) == (3, False)
    assert "همین حالا نصب است" in again.err
    assert _facilitator(office_dir, "update", "undo").codes == {("", "not_allowed")}
    assert here(office_dir, "update", "undo", "--dry-run").line["reads_office"]
    assert here(office_dir, "update", "undo").line["to"] == "1.0.0"
    shown = here(office_dir, "update", "show").line
    assert (shown["starts"]["version"], shown["previous"]["version"]) == ("1.0.0", "1.1.0")
    told = {line.get("action"): line.get("detail") for line in here(office_dir, "audit").lines}
    assert (told["program_update"], told["program_undo"]) == ("1.0.0 → 1.1.0", "1.1.0 → 1.0.0")


def test_where_there_is_no_office_yet_anybody_installs_what_is_signed(place: Place, tmp_path: Path) -> None:
    strange = here(tmp_path, "update", str(packed(tmp_path, "1.1.0", [STRANGER])), password=None)
    assert (strange.code, strange.out) == (3, "")
    assert "امضا نکرده‌اند" in strange.err
    assert here(tmp_path, "update", str(packed(tmp_path, "1.2.0")), password=None).code == 0
    assert here(tmp_path, "update", "undo", password=None).line["from"] == "1.2.0"


def test_going_back_behind_an_upgrade_tells_what_is_lost_and_brings_the_backup_back(
    place: Place, office_dir: Path, tmp_path: Path
) -> None:
    """The newer program has brought the office to its schema: the older one opens only the backup from before."""
    asked = tmp_path / "asked"
    tree(place.folder("0.9.0"), "0.9.0", more=f'echo "$TASHILGAR_USER $@" > "{asked}"; [ -z "$REFUSE" ] || exit 1\n')
    place.finish("0.9.0", release("0.9.0", schema=OLDER))
    place.point(Pointer("1.0.0", "0.9.0"))
    lost = here(office_dir, "update", "undo")
    assert (lost.code, lost.line["code"]) == (1, "undo_no_backup")
    backup = _backed_up_before(office_dir)
    told = here(office_dir, "update", "undo", "--dry-run").line
    assert (told["reads_office"], told["backup"], told["lacks"]) == (False, str(backup), 0)
    refused = here(office_dir, "update", "undo")
    assert (refused.code, refused.line["field"], backup.name in refused.line["message"]) == (1, "restore", True)
    assert here(office_dir, "update", "undo", "--restore", REFUSE="1").code == 3
    assert here(office_dir, "update", "show").line["starts"]["version"] == "1.0.0"
    assert here(office_dir, "update", "undo", "--restore").code == 0
    assert asked.read_text("utf-8").strip() == f"{USER} --data {office_dir} restore {backup}"
    assert here(office_dir, "update", "show").line["starts"]["version"] == "0.9.0"
    assert here(office_dir, "update", "undo").line["to"] == "1.0.0"
    assert here(office_dir, "update", "undo", "--later").line["to"] == "0.9.0"


def _backed_up_before(folder: Path) -> Path:
    """What the newer program keeps before it upgrades: the office in the schema of the older one."""
    office = open_office(OfficeFolder(folder), USER, PASSWORD)
    try:
        for schema in (OLDER, head_revision()):
            raw = connect(folder / "office.db", office.data_key)
            with raw:
                raw.execute("UPDATE alembic_version SET version_num = ?", (schema,))
            raw.close()
            if schema == OLDER:
                made = back_up(office, None, "upgrade").path
    finally:
        office.close()
    return made
