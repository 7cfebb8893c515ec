"""A file that says where the program broke, and nothing of what the office wrote.

An exception's own words may carry a resident's name (a failed statement carries its values), so only types,
files, functions and line numbers are kept.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from desktop import __version__


def write_crash_report(error: BaseException, *, doing: str, folder: Path | None = None) -> Path | None:
    """The path of the report; None when no folder can be written."""
    at = datetime.now(UTC)
    text = "\n".join(_lines(error, doing, at))
    for place in _places(folder):
        try:
            place.mkdir(parents=True, exist_ok=True)
            path = place / f"crash-{at:%Y%m%dT%H%M%S%f}.txt"
            path.write_text(text, "utf-8")
            return path
        except OSError:
            continue
    return None


def _places(folder: Path | None) -> list[Path]:
    if folder is not None:
        return [folder]
    from platformdirs import user_log_path

    return [user_log_path("Tashilgar", appauthor=False), Path(tempfile.gettempdir())]


def _lines(error: BaseException, doing: str, at: datetime) -> list[str]:
    lines = [
        f"tashilgar {__version__}",
        f"at {at.isoformat()}",
        f"doing {doing}",
        f"python {platform.python_version()} on {platform.platform()}, frozen {bool(getattr(sys, 'frozen', False))}",
    ]
    for link in _chain(error):
        lines += ["", f"{type(link).__module__}.{type(link).__qualname__}"]
        lines += [f"  {_own(f.filename)}:{f.lineno} {f.name}" for f in traceback.extract_tb(link.__traceback__)]
    return [*lines, ""]


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    return chain


def _own(filename: str) -> str:
    """The last three parts of a path: a home folder names a person too."""
    return "/".join(Path(filename).parts[-3:])
