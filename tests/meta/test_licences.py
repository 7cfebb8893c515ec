"""Everything that travels with the program has its licence in the table and its text in the folder."""

from __future__ import annotations

from pathlib import Path

from devtools.licences import collect, shipped
from devtools.sbom import bill_of_materials

FOLDER = Path(__file__).parents[2] / "resources" / "licences"
TABLE = (FOLDER / "README.md").read_text(encoding="utf-8").lower()


def test_table_names_every_shipped_package() -> None:
    missing = [
        package.metadata["Name"] for package in shipped() if f"| {package.metadata['Name'].lower()} |" not in TABLE
    ]
    assert missing == []


def test_table_shows_the_shipped_versions() -> None:
    stale = [
        f"{package.metadata['Name']} {package.version}"
        for package in shipped()
        if f"| {package.metadata['Name'].lower()} | {package.version} |" not in TABLE
    ]
    assert stale == []


def test_texts_that_no_wheel_carries_are_kept() -> None:
    kept = {file.name for file in FOLDER.iterdir()}
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "SQLCipher.txt"} <= kept
    assert (FOLDER.parent / "fonts" / "OFL.txt").exists()
    assert (FOLDER.parent / "icons" / "LICENSE").exists()


def test_collecting_finds_the_text_of_nearly_every_package(tmp_path: Path) -> None:
    """Only Qt's wheels bring none; their texts are the kept LGPL and GPL."""
    without = [package.metadata["Name"] for package in shipped()]
    assert collect(tmp_path) == len(without) - len({"PySide6_Essentials", "shiboken6"} & set(without))


def test_bill_of_materials_holds_every_shipped_package_and_what_no_package_manager_knows() -> None:
    bill = bill_of_materials()
    names = {part["name"].lower() for part in bill["components"]}
    addresses = {part["purl"].split("@")[0] for part in bill["components"] if "purl" in part}
    assert len(addresses) == len(shipped())
    assert {"vazirmatn", "lucide", "python"} <= names
    assert all(part["licenses"][0]["license"]["name"] for part in bill["components"])


def test_bill_of_materials_is_the_same_whenever_it_is_written() -> None:
    assert bill_of_materials() == bill_of_materials()
    assert len({part["bom-ref"] for part in bill_of_materials()["components"]}) == len(
        bill_of_materials()["components"]
    )
