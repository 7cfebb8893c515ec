"""The colours and the style sheet: one table of tokens for each of light and dark, nothing coloured elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.system.paths import resource
from desktop.ui.widgets.style_sheet import TEMPLATE

Tone = Literal["primary", "info", "ok", "warn", "danger", "muted"]
"""The meaning of a coloured thing; each has a foreground and a soft background."""


class Colors(NamedTuple):
    """Every colour of one theme, as #rrggbb. `x_s` is the soft background on which `x` is readable (≥ 4.5)."""

    bg: str
    card: str
    line: str
    line2: str
    text: str
    muted: str
    faint: str
    primary: str
    primary_h: str
    primary_s: str
    on_primary: str
    rail: str
    rail_t: str
    rail_sel: str
    rail_ring: str
    brand: str
    on_brand: str
    warn: str
    warn_s: str
    danger: str
    danger_s: str
    info: str
    info_s: str
    ok: str
    ok_s: str
    muted_s: str
    bar: str
    bar_now: str
    field: str
    alt: str
    hover: str
    toast: str
    on_toast: str
    toast_link: str

    def of(self, tone: Tone) -> str:
        """The foreground of a tone."""
        return str(getattr(self, tone))

    def soft(self, tone: Tone) -> str:
        """The soft background of a tone."""
        return str(getattr(self, f"{tone}_s"))


LIGHT = Colors(
    bg="#f4f6f8",
    card="#ffffff",
    line="#e6e9ee",
    line2="#d3d9e1",
    text="#17212f",
    muted="#566477",
    faint="#94a3b8",
    primary="#0f766e",
    primary_h="#0c5f59",
    primary_s="#e3f4f1",
    on_primary="#ffffff",
    rail="#0d2b2e",
    rail_t="#a9c4c4",
    rail_sel="#174447",
    rail_ring="#5eead4",
    brand="#14b8a6",
    on_brand="#06302d",
    warn="#a84b07",
    warn_s="#fdf1dd",
    danger="#c92a2a",
    danger_s="#fdecec",
    info="#1f5c9e",
    info_s="#e6f0fa",
    ok="#116932",
    ok_s="#e4f5ea",
    muted_s="#e8ecf1",
    bar="#0f766e",
    bar_now="#d97706",
    field="#ffffff",
    alt="#f7f9fa",
    hover="#f1f5f6",
    toast="#17212f",
    on_toast="#ffffff",
    toast_link="#5eead4",
)
DARK = Colors(
    bg="#0f171c",
    card="#162127",
    line="#22313a",
    line2="#354955",
    text="#e6edf1",
    muted="#a3b3be",
    faint="#6f8593",
    primary="#2bb3a6",
    primary_h="#49c6ba",
    primary_s="#12352f",
    on_primary="#06302d",
    rail="#0a1216",
    rail_t="#8ba3a8",
    rail_sel="#173236",
    rail_ring="#5eead4",
    brand="#14b8a6",
    on_brand="#06302d",
    warn="#f0a94b",
    warn_s="#36270f",
    danger="#f48787",
    danger_s="#3a1b1d",
    info="#6aaef0",
    info_s="#14293d",
    ok="#54c98a",
    ok_s="#123022",
    muted_s="#283842",
    bar="#2bb3a6",
    bar_now="#f0a94b",
    field="#111b20",
    alt="#18242a",
    hover="#1d2b33",
    toast="#e6edf1",
    on_toast="#162127",
    toast_link="#0f766e",
)

_DARK = "tashilgar_dark"
_FOLLOWS = "tashilgar_follows_system"
_SCHEMES = {None: 0, False: 1, True: 2}
"""Qt.ColorScheme in numbers, for the reason told in `direction`."""
_IMAGES = ("chevron-down", "chevron-up", "check", "minus")


def is_dark() -> bool:
    """Whether the dark theme is shown now."""
    app = QGuiApplication.instance()
    return bool(app is not None and app.property(_DARK))


def colors() -> Colors:
    """The colours shown now; ask again at every painting, for the theme may change while running."""
    return DARK if is_dark() else LIGHT


def brush(color: str) -> QBrush:
    """A plain brush for #rrggbb. Out of a palette, since to make one from a colour loads all of `Qt` (`direction`)."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(color))
    return palette.window()


def apply(app: QApplication, dark: bool | None) -> None:
    """Shows the light or the dark theme; None follows the desktop, now and when it changes."""
    first = app.property(_FOLLOWS) is None
    app.setProperty(_FOLLOWS, dark is None)
    hints = app.styleHints()
    hints.setProperty("colorScheme", _SCHEMES[dark])
    if dark is None:
        # Before the first paint the desktop's own palette tells, for its colour scheme is an enum of Qt (`direction`).
        dark = app.palette().window().color().lightness() < 128 if first else _desktop_is_dark(app)
    _show(app, dark)
    if first:
        hints.colorSchemeChanged.connect(_follow)


def _follow() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.property(_FOLLOWS):
        dark = _desktop_is_dark(app)
        if dark != is_dark():
            _show(app, dark)


def _desktop_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark


def _show(app: QApplication, dark: bool) -> None:
    app.setProperty(_DARK, dark)
    table = colors()
    app.setPalette(_palette(table))
    app.setStyleSheet(style_sheet(table, _images("dark" if dark else "light", table)))


def style_sheet(table: Colors, images: str) -> str:
    """The whole style sheet in the colours of `table`; `images` is the folder of the recoloured arrows."""
    text = TEMPLATE
    for name, value in sorted(table._asdict().items(), key=lambda item: -len(item[0])):
        text = text.replace(f"@{name}@", value)
    return text.replace("@images@", images)


def _palette(table: Colors) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, value in (
        (role.Window, table.bg),
        (role.Base, table.field),
        (role.AlternateBase, table.alt),
        (role.Text, table.text),
        (role.WindowText, table.text),
        (role.ButtonText, table.text),
        (role.BrightText, table.danger),
        (role.Button, table.card),
        (role.Light, table.card),
        (role.Midlight, table.line),
        (role.Mid, table.line2),
        (role.Dark, table.faint),
        (role.Highlight, table.primary),
        (role.HighlightedText, table.on_primary),
        (role.Accent, table.primary),
        (role.PlaceholderText, table.faint),
        (role.ToolTipBase, table.toast),
        (role.ToolTipText, table.on_toast),
        (role.Link, table.info),
        (role.LinkVisited, table.info),
    ):
        palette.setColor(target, QColor(value))
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(table.faint))
    return palette


def _images(name: str, table: Colors) -> str:
    """The folder of the images that a style sheet can only take from files, in this theme's colours."""
    folder = Path(_folder().path(), name)
    if not folder.is_dir():
        folder.mkdir()
        for image in _IMAGES:
            svg = resource("icons", f"{image}.svg").read_text("utf-8")
            color = table.on_primary if image in ("check", "minus") else table.muted
            bold = svg.replace("currentColor", color).replace('stroke-width="2"', 'stroke-width="2.4"')
            (folder / f"{image}.svg").write_text(bold, encoding="utf-8")
    return folder.as_posix()


@cache
def _folder() -> QTemporaryDir:
    return QTemporaryDir()


def repolish(widget: QWidget, name: str, value: object) -> None:
    """Sets a property on which the style sheet depends, and shows its effect."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
