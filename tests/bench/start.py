"""From the start of the process to the word that the login is painted, against a bare Qt window.

The clock stops at that word on both sides: how long a process then takes to go is another figure.
"""

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
        office = Path(folder, "office")
        office.mkdir()
        (office / "office.db").touch()
        (office / "office.keys").write_text('{"slots": [{"id": "a", "kind": "password", "user": "hamid"}]}', "utf-8")
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TASHILGAR_START_PROBE": "1", "TMPDIR": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once

        def until_painted(*words: str) -> None:
            command = [sys.executable, *words]
            with subprocess.Popen(
                command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            ) as process:
                said = process.stdout.readline() if process.stdout else b""
                process.kill()
            assert said.strip() == b"first paint", said

        ours = ("-c", "from desktop.__main__ import main; main()", "--data", str(office))
        return interleaved(
            "start first paint", lambda: until_painted(*ours), lambda: until_painted("-c", _BARE), rounds=25
        )
