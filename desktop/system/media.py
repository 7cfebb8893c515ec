"""What a folder lies on: a disk of this computer, or a stick that somebody carries away."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

_WINDOWS_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW


def is_removable(folder: Path, system: Path = Path("/sys")) -> bool:
    """Whether the folder lies on a medium made to be taken out; False where the system does not tell."""
    try:
        if sys.platform == "win32":
            return _drive_type(folder) == _WINDOWS_REMOVABLE
        number = folder.stat().st_dev
    except OSError:
        return False
    return _of_block(system / "dev" / "block" / f"{os.major(number)}:{os.minor(number)}")


def _of_block(device: Path) -> bool:
    """A partition stands in the folder of its disk, which tells."""
    disk = device.resolve()
    for place in (disk, disk.parent):
        try:
            return (place / "removable").read_text("ascii").strip() == "1"
        except OSError:
            continue
    return False


def _drive_type(folder: Path) -> int:
    import ctypes

    root = os.path.splitdrive(folder.resolve())[0] + "\\"
    kernel: Any = getattr(ctypes, "windll").kernel32  # only Windows has it  # noqa: B009
    return int(kernel.GetDriveTypeW(root))
