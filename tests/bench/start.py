"""From the start of the process to the first painted window, against a bare Qt window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.figure import Figure, interleaved

_ROOT = Path(__file__).resolve().parents[2]
_BARE = """
import sys
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("first paint", flush=True)
        import os
        os._exit(0)
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1100, 720)
window.show()
app.exec()
"""


def measure() -> Figure:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TASHILGAR_START_PROBE": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once

        def run(*words: str) -> None:
            done = subprocess.run([sys.executable, *words], cwd=_ROOT, env=environment, capture_output=True, check=True)
            assert b"first paint" in done.stdout

        ours = ("-c", "from desktop.__main__ import main; main()", "--data", folder)
        return interleaved("start first paint", lambda: run(*ours), lambda: run("-c", _BARE), rounds=9)
