"""The dark rail at the starting side: the screens above, the theme and the lock below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout

from desktop.ui.application import LANGUAGE, languages
from desktop.ui.shell.brand import mark
from desktop.ui.shell.language_menu import show_languages
from desktop.ui.shell.screens import SCREENS, screen_key, screen_title
from desktop.ui.widgets.buttons import tip
from desktop.ui.widgets.facts import Elided
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.theme import is_dark

WIDTH = 208


class Rail(QFrame):
    """Emits the name of the screen that is wanted."""

    wanted = Signal(str)

    def __init__(
        self,
        office_title: str,
        lock: Callable[[], object],
        turn_theme: Callable[[], object],
        turn_language: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        self.setFixedWidth(WIDTH)
        self.buttons: dict[str, QToolButton] = {}
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 14, 12, 10)
        inside.setSpacing(3)
        inside.addLayout(_head(self.tr("تسهیلگر"), office_title))
        inside.addSpacing(10)
        for place, entry in enumerate(SCREENS):
            made = _rail_button(screen_title(entry.name), entry.icon)
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setToolTip(tip(screen_title(entry.name), screen_key(place)))
            made.clicked.connect(lambda _checked=False, name=entry.name: self.wanted.emit(name))
            inside.addWidget(made)
            self.buttons[entry.name] = made
        inside.addStretch(1)
        self.theme = _rail_button("", "moon")
        self.theme.clicked.connect(lambda _checked=False: turn_theme())
        self.lock = _rail_button(self.tr("قفل"), "lock")
        self.lock.setToolTip(tip(self.tr("قفل‌کردن برنامه"), "Ctrl+L"))
        self.lock.clicked.connect(lambda _checked=False: lock())
        self.language = _rail_button(LANGUAGE, "languages")
        self.language.clicked.connect(lambda _checked=False: show_languages(self.language, turn_language))
        self.language.setVisible(len(languages()) > 1)
        for made in (self.language, self.theme, self.lock):
            inside.addWidget(made)
        self.show_theme()

    def show_screen(self, name: str) -> None:
        """Marks the screen shown now."""
        self.buttons[name].setChecked(True)

    def show_theme(self) -> None:
        """Names the theme one can turn to."""
        text = self.tr("پوستهٔ روشن") if is_dark() else self.tr("پوستهٔ تیره")
        self.theme.setText(f"  {text}")
        self.theme.setAccessibleName(text)
        self.theme.setIcon(icon("sun" if is_dark() else "moon", "rail_t"))


def _head(title: str, office_title: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(mark())
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(title, "h2"))
    name = Elided(office_title, lines=2)
    name.setProperty("look", "small")
    words.addWidget(name)
    row.addLayout(words, 1)
    return row


def _rail_button(text: str, icon_name: str) -> QToolButton:
    made = QToolButton()
    made.setText(f"  {text}")
    made.setAccessibleName(text)
    made.setIcon(icon(icon_name, "rail_t", on="#ffffff"))
    made.setIconSize(QSize(20, 20))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setMinimumHeight(40)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made
