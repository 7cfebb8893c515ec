"""The developer's door: what it says without words, and how it speaks when the machine lacks something."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from devtools import machine, venv

ROOT = Path(__file__).parents[2]


def dev(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "dev.py", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )


def test_without_words_every_verb_has_one_line() -> None:
    done = dev()
    verbs = [line.split()[0] for line in done.stdout.splitlines()]
    assert verbs == ["demo", "test", "run", "check", "shots", "bench", "i18n", "migration", "build"]
    assert done.returncode == 0


def test_an_unknown_verb_is_a_wrong_word() -> None:
    assert dev("fly").returncode == 2


def test_needs_nothing_but_the_standard_library() -> None:
    """Isolated from every installed package, as on a new machine."""
    done = subprocess.run(
        [sys.executable, "-S", "-s", "dev.py"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_user_who_may_not_install_reads_the_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as end:
        machine._require({"libegl1", "libgl1"})
    assert end.value.code == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert line.count("libegl1 libgl1") == 2


def test_the_stamp_follows_the_lock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    monkeypatch.setattr(venv, "LOCK", lock)
    lock.write_text("a==1", encoding="utf-8")
    first = venv._stamp("3.11.2")
    lock.write_text("a==2", encoding="utf-8")
    assert len({first, venv._stamp("3.11.2"), venv._stamp("3.12.0")}) == 3
