"""Which computer this is, as far as its system tells: to notice a folder that was carried to another one."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

_PLACES = ("/etc/machine-id", "/var/lib/dbus/machine-id")


@cache
def machine_id() -> str:
    """A name that stays until the system is installed anew; "" where there is none."""
    return _from_registry() if os.name == "nt" else _from_files()


def _from_files() -> str:
    for place in _PLACES:
        try:
            told = Path(place).read_text("ascii").strip()
        except (OSError, ValueError):
            continue
        if told:
            return told
    return ""


def _from_registry() -> str:
    winreg: Any = import_module("winreg")
    try:
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography", 0, access) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    except OSError:
        return ""
