"""What the page on security says is shown by tests that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
NAMED = re.compile(r"`((?:\.\./)?[\w/]+\.py)::(\w+)`")


def test_every_test_that_it_names_is_there() -> None:
    province = PAGE.partition("## The province's server")[2]
    assert len(NAMED.findall(province)) > 20
    missing = [
        f"{file}::{name}"
        for file, name in NAMED.findall(province)
        if f"def {name}(" not in (ROOT / "tests" / "province" / file).resolve().read_text("utf-8")
    ]
    assert missing == []


def test_the_province_s_server_has_no_client_in_it() -> None:
    """Nothing that a stranger says can make the server ask another machine."""
    clients = {
        "http.client",
        "urllib.request",
        "urllib3",
        "httpx",
        "requests",
        "socket",
        "ftplib",
        "smtplib",
        "aiohttp",
    }
    found = [
        f"{path.name}: {name}"
        for path in sorted((ROOT / "province").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _imported(node)
        if name in clients
    ]
    assert found == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [one.name for one in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
