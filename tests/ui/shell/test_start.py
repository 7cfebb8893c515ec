"""The first window stands before anything heavy is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_HEAVY = ("sqlalchemy", "sqlmodel", "pydantic", "alembic", "reportlab", "sqlcipher3", "argon2", "PySide6.QtNetwork")
_PROBE = """
import sys
from desktop.bootstrap import run_window
code = run_window(["--data", sys.argv[1]])
print(code, ",".join(name for name in {heavy!r} if name in sys.modules))
"""


def test_the_login_is_painted_without_the_data_layer(tmp_path: Path) -> None:
    (tmp_path / "office.db").write_bytes(b"")
    (tmp_path / "office.keys").write_text('{"slots": [{"id": "a", "kind": "password", "user": "hamid"}]}')
    env = os.environ | {"TASHILGAR_START_PROBE": "1", "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", _PROBE.format(heavy=_HEAVY), str(tmp_path)]
    done = subprocess.run(words, env=env, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["first paint", "0 "]


def test_wrong_words_are_told() -> None:
    from desktop.bootstrap import run_window

    assert run_window(["--what"]) == 2
