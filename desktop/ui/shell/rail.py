"""The dark rail at the starting side: the rooms under their headings, the theme and the lock at its foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.system.settings import Settings
from desktop.ui.application import LANGUAGE, languages
from desktop.ui.shell.brand import mark
from desktop.ui.shell.language_menu import show_languages
from desktop.ui.shell.screens import GROUPS, group_title, key_of, rooms_of, screen_title
from desktop.ui.widgets.buttons import tip
from desktop.ui.widgets.facts import Elided
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.theme import is_dark

WIDTH = 208
_FOLDED = "rail-folded"
_LOW_WINDOW = 900  # pixels of the rail's height under which its lines move closer together
_ROOM, _CLOSE_ROOM, _HEADING, _CLOSE_HEADING = 38, 30, 26, 20


class Rail(QFrame):
    """Emits the name of the screen that is wanted. Arrows walk from room to room; a heading folds its group."""

    wanted = Signal(str)

    def __init__(
        self,
        office_title: str,
        settings: Settings,
        lock: Callable[[], object],
        turn_theme: Callable[[], object],
        turn_language: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._settings = settings
        self.setProperty("look", "rail")
        self.setFixedWidth(WIDTH)
        self.buttons: dict[str, QToolButton] = {}
        self.headings: dict[str, QToolButton] = {}
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 14, 0, 8)
        inside.setSpacing(8)
        inside.addLayout(_head(self.tr("تسهیلگر"), office_title))
        inside.addWidget(self._rooms(), 1)
        inside.addLayout(self._foot(lock, turn_theme, turn_language))
        self._fold_as_kept()
        self._set_heights()
        self.show_theme()

    def add_to_foot(self, made: QWidget) -> None:
        """One more thing at the foot, at its far end."""
        self._foot_row.addWidget(made)

    def show_screen(self, name: str) -> None:
        """Marks the screen shown now, and brings its line into sight."""
        made = self.buttons[name]
        made.setChecked(True)
        group = next((group for group in GROUPS if any(entry.name == name for entry in rooms_of(group))), "")
        if group and not self.headings[group].isChecked():
            self._unfold(group, True)
        self.area.ensureWidgetVisible(made, 0, 12)

    def show_theme(self) -> None:
        """Names the theme one can turn to."""
        text = self.tr("پوستهٔ روشن") if is_dark() else self.tr("پوستهٔ تیره")
        _name(self.theme, text)
        self.theme.setIcon(icon("sun" if is_dark() else "moon", "rail_t"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_heights()

    def _rooms(self) -> QWidget:
        body = QWidget()
        body.setProperty("look", "scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(1)
        for group in GROUPS:
            entries = rooms_of(group)
            if group and entries:
                self.headings[group] = heading = _heading(group_title(group))
                heading.toggled.connect(lambda shown, group=group: self._unfold(group, shown))
                column.addWidget(heading)
            for entry in entries:
                title = screen_title(entry.name)
                made = _room(title, entry.icon)
                made.setToolTip(tip(title, key_of(entry.name)))
                made.clicked.connect(lambda _checked=False, name=entry.name: self.wanted.emit(name))
                column.addWidget(made)
                self.buttons[entry.name] = made
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(body)
        return self.area

    def _foot(
        self, lock: Callable[[], object], turn_theme: Callable[[], object], turn_language: Callable[[str], object]
    ) -> QHBoxLayout:
        self.theme = _small_button("", "moon")
        self.theme.clicked.connect(lambda _checked=False: turn_theme())
        self.lock = _small_button(self.tr("قفل"), "lock")
        self.lock.setToolTip(tip(self.tr("قفل‌کردن برنامه"), "Ctrl+L"))
        self.lock.clicked.connect(lambda _checked=False: lock())
        self.language = _small_button(LANGUAGE, "languages")
        self.language.clicked.connect(lambda _checked=False: show_languages(self.language, turn_language))
        self.language.setVisible(len(languages()) > 1)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(2)
        for made in (self.lock, self.theme, self.language):
            row.addWidget(made)
        row.addStretch(1)
        self._foot_row = row
        return row

    def _unfold(self, group: str, shown: bool) -> None:
        """Shows or hides the rooms of a group, from now on; the room that is open stays in sight."""
        heading = self.headings[group]
        was = heading.blockSignals(True)
        heading.setChecked(shown)
        heading.blockSignals(was)
        heading.setIcon(icon("chevron-down" if shown else "chevron-left", "rail_t"))
        for entry in rooms_of(group):
            made = self.buttons[entry.name]
            made.setVisible(shown or made.isChecked())
        folded = [name for name, one in self.headings.items() if not one.isChecked()]
        self._settings.keep(**{_FOLDED: " ".join(folded)})

    def _fold_as_kept(self) -> None:
        for group in self._settings.text(_FOLDED).split():
            if group in self.headings:
                self._unfold(group, False)

    def _set_heights(self) -> None:
        """A low window has the rooms closer together, so that most of them are seen at once."""
        close = self.height() < _LOW_WINDOW
        for made in self.buttons.values():
            made.setFixedHeight(_CLOSE_ROOM if close else _ROOM)
        for heading in self.headings.values():
            heading.setFixedHeight(_CLOSE_HEADING if close else _HEADING)


def _head(title: str, office_title: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 0, 12, 0)
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


def _name(made: QToolButton, text: str) -> None:
    made.setText(f"  {text}")
    made.setAccessibleName(text)
    made.setToolTip(text)


def _button(text: str) -> QToolButton:
    made = QToolButton()
    _name(made, text)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def _room(text: str, icon_name: str) -> QToolButton:
    made = _button(text)
    made.setIcon(icon(icon_name, "rail_t", on="#ffffff"))
    made.setIconSize(QSize(18, 18))
    made.setCheckable(True)
    made.setAutoExclusive(True)
    return made


def _heading(text: str) -> QToolButton:
    made = _button(text)
    made.setText(text)
    made.setProperty("look", "heading")
    made.setIcon(icon("chevron-down", "rail_t"))
    made.setIconSize(QSize(12, 12))
    made.setCheckable(True)
    made.setChecked(True)
    return made


def _small_button(text: str, icon_name: str) -> QToolButton:
    """One of the foot, of which there is room for five."""
    made = _button(text)
    made.setProperty("look", "foot")
    made.setIcon(icon(icon_name, "rail_t", on="#ffffff"))
    made.setIconSize(QSize(18, 18))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setFixedSize(36, 34)
    return made
