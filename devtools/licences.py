"""Licence texts of everything that travels inside the frozen program: `python -m devtools.licences FOLDER`.

The texts are taken from the installed packages themselves, so that they always belong to the version that is shipped.
What a wheel does not carry (LGPL, SQLCipher) and the table of components are kept in `resources/licences`.
"""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


def shipped() -> list[Distribution]:
    """Every package that the program needs while it runs, in alphabetical order."""
    found: dict[str, Distribution] = {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [_key(Requirement(need).name) for need in project["dependencies"]]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = distribution(name)
        waiting += [_key(need.name) for need in map(Requirement, found[name].requires or ()) if _applies(need)]
    return [found[name] for name in sorted(found)]


def collect(folder: Path) -> int:
    """Copy the texts into one folder per package; returns how many packages carry at least one."""
    shutil.rmtree(folder, ignore_errors=True)
    packages = 0
    for package in shipped():
        texts = [file for file in package.files or () if LICENCE.search(str(file)) and ".dist-info" in str(file)]
        target = folder / f"{_key(package.metadata['Name'])}-{package.version}"
        for text in texts:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(package.locate_file(text)), target / text.name)
        packages += bool(texts)
    return packages


def _applies(need: Requirement) -> bool:
    return need.marker is None or need.marker.evaluate({"extra": ""})


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    count = collect(Path(sys.argv[1]))
    print(f"licences of {count} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
