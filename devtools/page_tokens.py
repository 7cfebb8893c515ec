"""Colours and sizes of the province's pages, those of the window. `python -m devtools.page_tokens` writes them anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from desktop.ui.widgets.style_sheet import TEMPLATE
from desktop.ui.widgets.theme import DARK, LIGHT, Colors

FILE = Path(__file__).resolve().parents[1] / "province" / "pages" / "static" / "tokens.css"
_BEFORE = "/* Written from the window's colours by `python -m devtools.page_tokens`; a test holds both equal. */\n"
_SIZES = {
    "radius-card": ('QFrame[look="card"]', "border-radius"),
    "radius-field": ('QFrame[look="field"]', "border-radius"),
    "radius-badge": ('QLabel[look="badge"]', "border-radius"),
    "radius-mark": ('QLabel[look="mark"]', "border-radius"),
    "text-h1": ('QLabel[look="h1"]', "font-size"),
    "text-h2": ('QLabel[look="h2"]', "font-size"),
    "text-small": ('QLabel[look="small"]', "font-size"),
    "text-kpi": ('QLabel[look="kpi"]', "font-size"),
}
"""Name of a size → the rule and property of the window's style sheet that it is taken from."""


def tokens() -> str:
    """The whole file: light, dark where the system or the reader wants it."""
    light, dark = "".join(_colors(LIGHT)), "".join(_colors(DARK))
    sizes = "".join(f"  --{name}: {_size(*place)};\n" for name, place in _SIZES.items())
    return (
        f"{_BEFORE}:root {{\n  color-scheme: light;\n{light}{sizes}}}\n"
        f"@media (prefers-color-scheme: dark) {{\n:root {{\n  color-scheme: dark;\n{dark}}}\n}}\n"
        f':root[data-look="light"] {{\n  color-scheme: light;\n{light}}}\n'
        f':root[data-look="dark"] {{\n  color-scheme: dark;\n{dark}}}\n'
    )


def _colors(table: Colors) -> Iterator[str]:
    for name, value in table._asdict().items():
        yield f"  --{name.replace('_', '-')}: {value};\n"


def _size(selector: str, name: str) -> str:
    rule = re.search(re.escape(selector) + r" \{([^}]*)\}", TEMPLATE)
    found = re.search(rf"\b{name}: ([^;]+);", rule[1]) if rule else None
    if found is None:
        raise LookupError(f"{selector} tells no {name}")
    return found[1]


if __name__ == "__main__":
    FILE.write_text(tokens(), "utf-8")
