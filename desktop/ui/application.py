"""The QApplication of every window, script and test: right to left, Persian, our font and our colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop.system.paths import resource, translations
from desktop.ui.widgets import theme
from desktop.ui.widgets.direction import LEFT_TO_RIGHT, RIGHT_TO_LEFT

_LOCALES = {"fa": "fa_IR", "ckb": "ckb_IR", "ar": "ar", "en": "en_US"}
FONT = "Vazirmatn"


def make_application(argv: Sequence[str], *, dark: bool | None, language: str = "fa") -> QApplication:
    """The application, ready for its first window. `dark` None follows the desktop's own choice."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        app = running
        app.setStyle("Fusion")
    else:
        # As a word rather than by setStyle, whose answer would load the large wrapper of QStyle before the first paint.
        app = QApplication([*(argv or ["tashilgar"]), "-style", "Fusion"])
    app.setApplicationName("tashilgar")
    locale = QLocale(_LOCALES.get(language, language))
    QLocale.setDefault(locale)
    _translate(app, locale, language)
    app.setProperty("layoutDirection", LEFT_TO_RIGHT if language == "en" else RIGHT_TO_LEFT)
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont(FONT)
    font.setPixelSize(14)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    theme.apply(app, dark)
    return app


def _translate(app: QApplication, locale: QLocale, language: str) -> None:
    """Qt's own words, then ours. Qt ships no Kurdish: Persian stands in for it."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    qt_words = QTranslator(app)
    if language != "en" and (
        qt_words.load(locale, "qtbase", "_", folder) or qt_words.load(QLocale("fa_IR"), "qtbase", "_", folder)
    ):
        app.installTranslator(qt_words)
    own_words = QTranslator(app)
    if language != "fa" and own_words.load(locale, "tashilgar", "_", str(translations())):
        app.installTranslator(own_words)
