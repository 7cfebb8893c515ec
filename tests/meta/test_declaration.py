"""One declaration is enough: a field added to `household` reaches form, list, search, command line and change log."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
_AFTER = "    income_band: Annotated["
_DECLARED = (
    '    building_name: Annotated[str | None, About(label="نام ساختمان", longest=60, '
    "search=Search.WORDS, column=9)] = None\n"
)
_FORM = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from desktop.ui.application import make_application
app = make_application([], dark=False)
from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.ui.widgets.form_kit import Form, Sources
nothing = {kind: (lambda _typed: []) for kind in KINDS}
form = Form(KINDS["household"].fields, Sources(codes=CODE_LISTS, choices=nothing, titles={}))
form.set_values({"building_name": "نارون"})
assert form.values()["building_name"] == "نارون"
from desktop.ui.screens.households.columns import households_columns
assert "نام ساختمان" in [column.title for column in households_columns()]
from desktop.ui.screens.households.household_part import HouseholdPart
part = HouseholdPart(Sources(codes=CODE_LISTS, choices=nothing, titles={}))
assert "building_name" in part.more.values()
print("shown")
"""
_LOG = """
import sys
from pathlib import Path
from desktop.store.changes import history
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
office = open_office(OfficeFolder(Path(sys.argv[1])), "hamid", "password1")
with office.connection() as connection:
    print(*[change["fields"].get("building_name", [None, None])[1] for change in history(connection, sys.argv[2])])
office.close()
"""


class Copy:
    """A copy of the program in a folder of its own, and an office beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for room in ("desktop", "migrations", "resources"):
            shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(folder),
            "TASHILGAR_PASSWORD": "password1",
            "TASHILGAR_USER": "hamid",
        }

    def python(self, *words: str, given: str = "") -> str:
        done = subprocess.run(
            [sys.executable, *words], cwd=self.folder, env=self.environment, input=given,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def words(self, *words: str, given: str = "") -> list[dict[str, Any]]:
        out = self.python("-m", "desktop", "--data", str(self.folder / "office"), *words, given=given)
        return [json.loads(line) for line in out.splitlines() if line]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_one_declaration_and_one_generated_migration_bring_a_field_everywhere(copy: Copy) -> None:
    about = {"code": "0803", "title_fa": "دفتر مهرآوران", "neighborhoods": ["گلستان‌آباد"]}
    copy.words("init", "--office", "-", given=json.dumps(about))
    place = copy.words("list", "neighborhood")[0]["id"]
    old = copy.words("put", "household", given=json.dumps({"neighborhood_id": place, "declared_size": 2}))[0]["id"]

    module = copy.folder / "desktop" / "domain" / "household.py"
    source = module.read_text("utf-8")
    assert source.count(_AFTER) == 1
    module.write_text(source.replace(_AFTER, _DECLARED + _AFTER), "utf-8")
    copy.python("-m", "desktop.store.upgrade", "new", "building name")

    assert copy.words("get", "household", old)[0]["building_name"] is None
    assert list((copy.folder / "office" / "backups").iterdir())
    given = {"neighborhood_id": place, "declared_size": 1, "building_name": "مجتمع ناروَن‌زار"}
    made = copy.words("put", "household", given=json.dumps(given))[0]["id"]
    assert copy.words("get", "household", made)[0]["building_name"] == given["building_name"]
    assert [
        row["id"] for row in copy.words("list", "household", "--where", f"building_name={given['building_name']}")
    ] == [made]
    assert made in [hit["id"] for hit in copy.words("search", "نارون زار")]
    assert given["building_name"] in copy.python("-c", _LOG, str(copy.folder / "office"), made)
    assert all(result["ok"] for result in copy.words("check"))
    assert copy.python("-c", _FORM).strip() == "shown"
