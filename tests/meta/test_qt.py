"""What the pinned Qt must do, and where it must not be loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12")
def test_void_calls_keep_the_reference_count_of_none() -> None:
    """PySide6 6.12.0 dropped one reference per call and aborted the process after about 6,000."""
    before = sys.getrefcount(None)
    for _ in range(500):
        QObject().setObjectName("x")
    assert abs(sys.getrefcount(None) - before) <= 20


def test_command_line_never_loads_qt() -> None:
    """`tashilgar --help` in a process of its own, with the list of modules it ended with."""
    program = (
        "import runpy, sys\n"
        "sys.argv = ['desktop', '--help']\n"
        "try:\n"
        "    runpy.run_module('desktop', run_name='__main__')\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in {'PySide6', 'shiboken6'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == ""
