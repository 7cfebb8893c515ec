"""What a page is shown with: style, htmx, fonts and icons, all from this server, held in memory and never changing.

Their address carries a hash of all of them, so a browser keeps them for good and another version has another address.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from desktop.system.paths import resource

_STATIC = Path(__file__).parent / "static"
_FONTS = ("Vazirmatn-Regular.ttf", "Vazirmatn-Medium.ttf", "Vazirmatn-SemiBold.ttf", "Vazirmatn-Bold.ttf")
_MEDIA = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".ttf": "font/ttf",
          ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8"}  # fmt: skip
_MIRRORED = frozenset({"chevron-left", "chevron-right", "log-out", "arrow-left", "arrow-right", "undo-2", "send",
                       "trending-up", "trending-down", "list-checks"})  # fmt: skip


class Asset(NamedTuple):
    media: str
    content: bytes
    zipped: bytes


@cache
def assets() -> dict[str, Asset]:
    """Name → content."""
    found = {path.name: path for path in sorted(_STATIC.iterdir()) if path.suffix in _MEDIA}
    found |= {name: resource("fonts", name) for name in _FONTS}
    return {
        name: Asset(_MEDIA[path.suffix], content := path.read_bytes(), gzip.compress(content, mtime=0))
        for name, path in found.items()
    }


@cache
def version() -> str:
    """A hash of all of them."""
    told = hashlib.sha256()
    for name, one in sorted(assets().items()):
        told.update(name.encode() + b"\0" + one.content)
    return told.hexdigest()[:12]


def address(name: str) -> str:
    """Where a page finds one of them."""
    if name not in assets():
        raise LookupError(name)
    return f"/static/{version()}/{name}"


@cache
def icon(name: str, size: int = 20) -> Markup:
    """A Lucide icon in the colour of the text beside it; it says nothing to a screen reader."""
    drawn = resource("icons", f"{name}.svg").read_text("utf-8")
    inside = re.sub(r"<!--.*?-->", "", drawn, flags=re.DOTALL)
    inside = inside[inside.index(">", inside.index("<svg")) + 1 : inside.rindex("</svg>")].strip()
    mirrored = " flip" if name in _MIRRORED else ""
    return Markup(  # noqa: S704  the program's own file
        f'<svg class="icon{mirrored}" width="{size}" height="{size}" viewBox="0 0 24 24" fill="none" '
        f'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" '
        f'aria-hidden="true" focusable="false">{inside}</svg>'
    )
