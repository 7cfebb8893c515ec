"""The virtual environment: made from the lock, checked in a moment when nothing changed. Standard library only."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from devtools import machine
from devtools.say import say, stop

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "tashilgar-stamp"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")


def tool(name: str) -> str:
    """Path of a command that the lock installed."""
    return str(BIN / (f"{name}.exe" if sys.platform == "win32" else name))


def environment(**more: str) -> dict[str, str]:
    """Environment of child processes: Persian output in UTF-8 and modules found in this tree."""
    return os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)} | more


def run(words: list[str], **more: str) -> int:
    """Run in the repository's folder; returns the exit code."""
    return subprocess.run(words, cwd=ROOT, env=environment(**more), check=False).returncode


def ready() -> None:
    """Make or refresh `.venv` so that it holds exactly what the lock says, and the system what Qt needs."""
    machine.require_libraries()
    version = _python_version()
    if version and STAMP.exists() and STAMP.read_text(encoding="utf-8") == _stamp(version):
        return
    if not version:
        _create()
        version = _python_version()
    _install()
    STAMP.write_text(_stamp(version), encoding="utf-8")


def _stamp(version: str) -> str:
    content = LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return f"{version} {hashlib.sha256(content).hexdigest()}"


def _python_version() -> str:
    """Version of the Python in `.venv`; empty where there is none that starts and is supported."""
    if not PYTHON.exists():
        return ""
    question = [str(PYTHON), "-c", "import sys, pip; print(*sys.version_info[:3])"]
    answer = subprocess.run(question, capture_output=True, text=True, check=False)
    numbers = tuple(map(int, answer.stdout.split())) if answer.returncode == 0 else ()
    fit = machine.OLDEST <= numbers[:2] <= machine.NEWEST
    return ".".join(map(str, numbers)) if fit else ""


def _create() -> None:
    machine.require_venv_module()
    say("ساختن محیط پایتون در .venv", "making the Python environment in .venv")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
        stop("محیط پایتون ساخته نشد.", "could not make .venv")


def _install() -> None:
    say("نصب کتابخانه‌های قفل‌شده؛ بار نخست چند دقیقه", "installing the locked libraries; minutes the first time")
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", *quiet]
    if run([*pip, "--require-hashes", "-r", str(LOCK)]):
        stop("کتابخانه‌ها نصب نشدند؛ آیا شبکه هست؟", "the libraries could not be installed; is there a network?")
    if run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)]):
        stop("خود برنامه نصب نشد.", "the program itself could not be installed")
