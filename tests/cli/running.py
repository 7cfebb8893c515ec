"""The real program as an administrator runs it: in a process of its own, or quicker in this one."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from tests.factories import PASSWORD, USER

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "desktop")


@dataclass(frozen=True)
class Said:
    """What one run answered."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def line(self) -> dict[str, Any]:
        assert len(self.lines) == 1, self.out + self.err
        return self.lines[0]

    @property
    def codes(self) -> set[tuple[str, str]]:
        """Field and code of every problem line."""
        return {(line["field"], line["code"]) for line in self.lines}


def environment(data: Path, user: str | None, password: str | None, **more: str) -> dict[str, str]:
    memory = os.environ["TASHILGAR_MEMORY"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TASHILGAR_", "LC_", "LANG"))}
    given = {"TASHILGAR_USER": user, "TASHILGAR_PASSWORD": password}
    named = {name: value for name, value in given.items() if value is not None}
    return {**kept, "LC_ALL": "C", "TASHILGAR_DATA": str(data), "TASHILGAR_MEMORY": memory, **named, **more}


def tashilgar(
    data: Path,
    *words: str,
    user: str | None = USER,
    password: str | None = PASSWORD,
    stdin: str | bytes = "",
    **more: str,
) -> Said:
    """Run the words on an office, under a locale that knows no Persian."""
    given = stdin if isinstance(stdin, bytes) else stdin.encode()
    done = subprocess.run(
        [*PROGRAM, *words],
        cwd=ROOT,
        env=environment(data, user, password, **more),
        input=given,
        capture_output=True,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def tashilgar_here(
    data: Path,
    *words: str,
    user: str | None = USER,
    password: str | None = PASSWORD,
    stdin: str | bytes = "",
    **more: str,
) -> Said:
    """The same words in this process, where it is not the process that is tested: ten times as quick."""
    from desktop.cli.app import run

    given = stdin if isinstance(stdin, bytes) else stdin.encode()
    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    with mock.patch.dict(os.environ, environment(data, user, password, **more), clear=True):
        sys.stdin = io.TextIOWrapper(io.BytesIO(given))
        try:
            with redirect_stdout(out), redirect_stderr(err):
                code = run(list(words))
        finally:
            sys.stdin = before
    return Said(code, out.getvalue(), err.getvalue())


def json_lines(*records: dict[str, Any]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
