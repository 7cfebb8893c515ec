"""A fictional office made through the public command line, and what `demo`, `run` and `shots` show of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from devtools import machine, venv
from devtools.say import say, stop

DEMO = venv.ROOT / "demo-office"
SHOTS = venv.ROOT / "shots"


@dataclass(frozen=True)
class Office:
    """What the command line told of a new office: its users (the manager first) and the last month with data."""

    folder: Path
    users: list[dict[str, str]]
    month: str


def demo() -> int:
    """Office, monthly PDF and window (or pictures of it), each left where the last lines say."""
    office = make(DEMO)
    pdf = DEMO / f"monthly-report-{office.month}.pdf"
    words = ["print", "monthly_report", "--month", office.month, "--out", str(pdf)]
    if _program(DEMO, words, office.users[0]).returncode:
        stop("گزارش ماهانه ساخته نشد.", "the monthly report could not be printed", 1)
    shown = machine.has_display()
    failed = 0 if shown else shots(SHOTS, office)
    _introduce(office)
    say(f"گزارش ماهانه: {pdf}", "its monthly report")
    if failed:
        stop("تصویر صفحه‌ها گرفته نشد.", "the pictures of the screens could not be taken", 1)
    if not shown:
        say(f"تصویر صفحه‌ها: {SHOTS}", "pictures of the screens; this machine has no display")
        return 0
    say("پنجره باز می‌شود.", "opening the window")
    return _window(DEMO)


def sample() -> int:
    """The window on an office that is gone afterwards."""
    if not machine.has_display():
        stop("نمایشگری نیست؛ «dev.py demo» تصویر صفحه‌ها را می‌سازد.", "no display here; try dev.py demo")
    with tempfile.TemporaryDirectory(prefix="tashilgar-") as folder:
        office = make(Path(folder) / "office")
        _introduce(office)
        return _window(office.folder)


def make(folder: Path) -> Office:
    """A new fictional office in `folder`, replacing what is there."""
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        stop(f"پوشهٔ {folder} پاک نشد؛ آیا برنامه باز است؟", f"could not remove it; is the program open? {error}")
    say("ساختن دفتر آزمایشی", "making a fictional office")
    done = _program(folder, ["demo"])
    if done.returncode:
        stop("دفتر آزمایشی ساخته نشد.", "the fictional office could not be made", 1)
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    users = [row for row in rows if "password" in row]
    months = [row["months"] for row in rows if "months" in row]
    if not users or not months:
        stop("دفتر آزمایشی کاربر یا ماهی ندارد.", "the fictional office named no user or month", 1)
    return Office(folder, users, months[-1][-1])


def shots(folder: Path, office: Office | None = None, *, language: Sequence[str] = ()) -> int:
    """A PNG of every screen into `folder`, without a display. `language`: none or one, else Persian."""
    data = ["--data", str(office.folder)] if office else []
    return venv.run(
        [str(venv.PYTHON), "-m", "desktop.ui.shots", str(folder), *data, *(f"--language={one}" for one in language)],
        QT_QPA_PLATFORM="offscreen",
        **(_sign_in(office.users[0]) if office else {}),
    )


def _introduce(office: Office) -> None:
    say(f"دادهٔ آزمایشی: {office.folder}", "the fictional office")
    for user in office.users:
        say(f"کاربر: {user['user']}   گذرواژه: {user['password']}", "user and password")


def _window(folder: Path) -> int:
    return venv.run([str(venv.PYTHON), "-m", "desktop"], TASHILGAR_DATA=str(folder))


def _program(folder: Path, words: list[str], user: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(venv.PYTHON), "-m", "desktop", "--data", str(folder), *words],
        cwd=venv.ROOT,
        env=venv.environment(**_sign_in(user)),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _sign_in(user: dict[str, str] | None) -> dict[str, str]:
    return {"TASHILGAR_USER": user["user"], "TASHILGAR_PASSWORD": user["password"]} if user else {}
