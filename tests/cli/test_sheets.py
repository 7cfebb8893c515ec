"""`import` and `export`: one summary line, the refused beside the file, and sentences for files that are none."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import tashilgar_here as tashilgar
from tests.services.spreadsheets.sheets import cells_of, row, workbook


def test_a_sheet_goes_in_once_and_comes_out_again(office_dir: Path, place: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "اهالی.xlsx", [row(1), row(2), row(2), row(3, موبایل="12")])
    told = {"rows": 4, "added": 2, "changed": 0, "doubles": 1, "refused": 1}
    rehearsed = tashilgar(office_dir, "import", "person", str(path), "--dry-run")
    assert rehearsed.code == 0, rehearsed.err
    assert rehearsed.line.items() >= {**told, "dry_run": True, "refused_file": None}.items()
    done = tashilgar(office_dir, "import", "person", str(path), "--json").line
    assert done.items() >= {**told, "dry_run": False}.items()
    assert cells_of(Path(done["refused_file"]))[1][-1].startswith("موبایل: ")
    again = tashilgar(office_dir, "import", "person", str(path)).line
    assert (again["added"], again["doubles"]) == (0, 3)
    exported = tashilgar(office_dir, "export", "person", str(tmp_path / "out.xlsx")).line
    assert exported["rows"] == len(cells_of(tmp_path / "out.xlsx")) - 1
    assert tashilgar(office_dir, "export", "user_account", str(tmp_path / "no.xlsx")).codes == {
        ("kind", "no_sheet_of_kind")
    }


def test_a_file_that_is_no_sheet_is_refused_with_one_sentence(office_dir: Path, tmp_path: Path) -> None:
    bad = tmp_path / "a.xlsx"
    bad.write_bytes(b"%PDF-1.7")
    refused = tashilgar(office_dir, "import", "person", str(bad))
    assert (refused.code, refused.codes) == (1, {("file", "not_a_spreadsheet")})
    gone = tashilgar(office_dir, "import", "person", str(tmp_path / "nowhere.xlsx"))
    assert (gone.code, gone.out) == (3, "")
    assert "خوانده نشد" in gone.err
