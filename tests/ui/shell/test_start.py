"""The first window stands before anything heavy is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_HEAVY = {"sqlalchemy", "sqlmodel", "pydantic", "alembic", "reportlab", "sqlcipher3", "argon2", "PySide6.QtNetwork"}
_LATER = {"dataclasses", "desktop.domain.problems", "desktop.ui.operations"} | {
    f"desktop.ui.widgets.{name}" for name in ("chips", "flow", "form_kit", "progress", "question_dialog", "wording")
}
_WRAPPERS = {"Qt", "QStyle", "QPaintDeviceWindow", "QPdfWriter", "QKeySequence", "QDialog", "QDir"}
"""What PySide builds when it is first named, or first met as the class of something; together half a bare window."""
_PROBE = """
import sys
from desktop.bootstrap import run_window
code = run_window(["--data", sys.argv[1]])
from PySide6 import QtCore, QtGui, QtWidgets
loaded = {*sys.modules, *vars(QtCore), *vars(QtGui), *vars(QtWidgets)}
print(code, "QLabel" in loaded, *sorted(%r & loaded))
"""


@pytest.mark.parametrize("page", ["login", "welcome"])
def test_the_first_window_is_painted_without_what_it_does_not_need(page: str, tmp_path: Path) -> None:
    if page == "login":
        (tmp_path / "office.db").write_bytes(b"")
        (tmp_path / "office.keys").write_text('{"slots": [{"id": "a", "kind": "password", "user": "hamid"}]}')
    env = os.environ | {"TASHILGAR_START_PROBE": "1", "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", _PROBE % (_HEAVY | _LATER | _WRAPPERS), str(tmp_path)]
    done = subprocess.run(words, env=env, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["first paint", "0 True"]


def test_wrong_words_are_told() -> None:
    from desktop.bootstrap import run_window

    assert run_window(["--what"]) == 2
