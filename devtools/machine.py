"""What the operating system must bring: a fit Python and the few shared libraries of Qt. Standard library only."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from devtools.say import say, stop

OLDEST, NEWEST = (3, 11), (3, 13)

# Shared library -> Debian package. The first set is what PySide6 needs to paint without a screen.
PAINTING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
PACKAGING = {"objdump": "binutils", "objcopy": "binutils"}


def has_display() -> bool:
    """Whether a window can be shown here."""
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def require_python() -> None:
    """Go on under a supported Python; another one on the PATH takes over, and without one we stop."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other:
            raise SystemExit(subprocess.call([other, *sys.argv]))
    span = f"{OLDEST[0]}.{OLDEST[1]}–{NEWEST[0]}.{NEWEST[1]}"
    stop(f"پایتون {span} لازم است و این {sys.version.split()[0]} است.", f"Python {span} is needed.")


def require_libraries() -> None:
    """Everything Qt loads from the system; on other systems than Linux its wheel brings it all."""
    if not sys.platform.startswith("linux"):
        return
    wanted = PAINTING | (X11 if os.environ.get("DISPLAY") else {})
    _require({package for library, package in wanted.items() if not _loads(library)})


def require_venv_module() -> None:
    """Debian ships `venv` without the part that installs pip."""
    if importlib.util.find_spec("ensurepip") is None:
        _require({f"python3.{sys.version_info.minor}-venv"})


def require_packaging_tools() -> None:
    """PyInstaller reads shared libraries with binutils on Linux, and packs those of X11 only where they are."""
    if sys.platform.startswith("linux"):
        tools = {package for name, package in PACKAGING.items() if shutil.which(name) is None}
        _require(tools | {package for library, package in X11.items() if not _loads(library)})


def require_postgresql() -> None:
    """The province's tests run on a real PostgreSQL, which they start and end themselves."""
    if postgresql() is not None:
        return
    if not sys.platform.startswith("linux"):
        stop("برای آزمون‌های استان PostgreSQL لازم است.", "PostgreSQL 15 or newer is needed, with initdb on the PATH.")
    _require({"postgresql"})
    if postgresql() is None:
        stop("PostgreSQL نصب شد ولی initdb پیدا نشد.", "initdb of PostgreSQL was not found.")


def postgresql() -> Path | None:
    """The folder of PostgreSQL's programs; Debian keeps them off the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if on_path:
        found.append(Path(on_path).resolve())
    return found[-1].parent if found else None


def require_tracer() -> None:
    """Full and dying disks are tried by strace, which Linux alone has; elsewhere those tests are left out."""
    if sys.platform.startswith("linux") and shutil.which("strace") is None:
        _require({"strace"})


def require_browser() -> None:
    """The province's pages are tested in a real browser: Debian's, since nothing is fetched from elsewhere."""
    if browser() is not None:
        return
    if not sys.platform.startswith("linux"):
        stop("برای آزمون صفحه‌های استان Chromium لازم است.", "Chromium is needed on the PATH.")
    _require({"chromium"})
    if browser() is None:
        stop("Chromium نصب شد ولی پیدا نشد.", "chromium was not found after it was installed.")


def browser() -> Path | None:
    """Chromium's program, under whichever of its names it is there."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return Path(found) if found else None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _require(packages: set[str]) -> None:
    if not packages:
        return
    names = " ".join(sorted(packages))
    may_install = Path("/etc/debian_version").exists() and shutil.which("apt-get") and os.geteuid() == 0
    if not may_install:
        stop(f"این بسته‌های سیستم نصب نیستند: {names}", f"missing system packages (Debian names): {names}")
    say(f"نصب بسته‌های سیستم: {names}", "installing system packages")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *sorted(packages)]):
        done = subprocess.run(["apt-get", *words], env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            stop(f"نصب نشد: {names}", f"apt-get {words[0]} failed; needed: {names}")
