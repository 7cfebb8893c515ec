"""What the frozen program is made of, for machines: `python -m devtools.sbom FILE` writes a CycloneDX 1.6 list.

Packages and versions are those that are installed; what no package manager knows (fonts, icons, SQLCipher, Python) is
read from the table that people read, `resources/licences/README.md`. Said twice, the same bytes come out.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import uuid
from pathlib import Path
from typing import Any

from devtools.licences import ROOT, shipped

TABLE = ROOT / "resources" / "licences" / "README.md"
_CELLS = ("name", "version", "licence", "purpose")
_ROW = re.compile(r"^\| " + r" \| ".join(rf"(?P<{cell}>[^|]+)" for cell in _CELLS) + r" \|$", re.MULTILINE)
_SPACE = uuid.UUID("5e0f6f0c-5a1d-5f4e-9a75-6f2b1c5d7e10")


def bill_of_materials() -> dict[str, Any]:
    """The list of components with versions, licences and, for packages of Python, their address (purl)."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    addresses = {_key(package.metadata["Name"]): package.version for package in shipped()}
    components = [_component(row, addresses) for row in _rows()]
    main = {"type": "application", "bom-ref": project["name"], "name": project["name"], "version": project["version"]}
    identity = uuid.uuid5(_SPACE, json.dumps(components, sort_keys=True, ensure_ascii=False))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{identity}",
        "version": 1,
        "metadata": {"component": main},
        "components": components,
        "dependencies": [{"ref": project["name"], "dependsOn": [one["bom-ref"] for one in components]}],
    }


def _rows() -> list[dict[str, str]]:
    rows = [found.groupdict() for found in _ROW.finditer(TABLE.read_text(encoding="utf-8"))]
    return [row for row in rows if not set(row["version"]) <= set("-: ") and row["version"] != "version"]


def _component(row: dict[str, str], addresses: dict[str, str]) -> dict[str, Any]:
    key = _key(row["name"])
    version = addresses.get(key, row["version"])
    reference = f"pkg:pypi/{key}@{version}" if key in addresses else f"{key}@{version}"
    told: dict[str, Any] = {"type": "library", "bom-ref": reference, "name": row["name"], "version": version}
    told["licenses"] = [{"license": {"name": row["licence"]}}]
    told["description"] = row["purpose"]
    return told | ({"purl": reference} if key in addresses else {})


def _key(name: str) -> str:
    return re.sub(r"[-_. ]+", "-", name).lower()


def main() -> int:
    target = Path(sys.argv[1])
    bill = bill_of_materials()
    target.write_text(json.dumps(bill, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(bill['components'])} components")
    return 0


if __name__ == "__main__":
    sys.exit(main())
