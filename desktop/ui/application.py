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
_NAMES = {"fa": "فارسی", "ckb": "کوردی", "ar": "العربية", "en": "English"}
PERSIAN = "fa"
LANGUAGE = "زبان / Language"
"""What the choice of a language is called: in both scripts, so that everybody finds the way back."""
FONT = "Vazirmatn"


def make_application(argv: Sequence[str], *, dark: bool | None, language: str = PERSIAN) -> QApplication:
    """The application, ready for its first window. `dark` None follows the desktop's own choice."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        app = running
        app.setStyle("Fusion")
    else:
        # As a word rather than by setStyle, whose answer would load the large wrapper of QStyle before the first paint.
        app = QApplication([*(argv or ["tashilgar"]), "-style", "Fusion"])
    app.setApplicationName("tashilgar")
    speak(app, language)
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont(FONT)
    font.setPixelSize(14)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    theme.apply(app, dark)
    return app


def languages() -> dict[str, str]:
    """The languages that windows can be shown in, each by its own name."""
    folder = translations()
    return {
        code: name for code, name in _NAMES.items() if code == PERSIAN or (folder / f"tashilgar_{code}.qm").exists()
    }


def speak(app: QApplication, language: str) -> None:
    """The language of every window made from now on: its words, digits and direction. Unknown ones are Persian."""
    if language not in languages():
        language = PERSIAN
    if app.property("language"):  # the first time there is nothing to look for: the look would load QStyle's wrapper
        for former in app.findChildren(QTranslator):
            app.removeTranslator(former)
            former.setParent(None)
    locale = QLocale(_LOCALES[language])
    QLocale.setDefault(locale)
    app.setProperty("language", language)
    app.setProperty("layoutDirection", LEFT_TO_RIGHT if language == "en" else RIGHT_TO_LEFT)
    _translate(app, locale, language)


def language_spoken() -> str:
    """The language of the windows made now."""
    app = QApplication.instance()
    return str(app.property("language")) if app is not None else PERSIAN


def _translate(app: QApplication, locale: QLocale, language: str) -> None:
    """Qt's own words, then ours. Qt ships no Kurdish: Persian stands in for it."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    qt_words = QTranslator(app)
    if language != "en" and (
        qt_words.load(locale, "qtbase", "_", folder) or qt_words.load(QLocale("fa_IR"), "qtbase", "_", folder)
    ):
        app.installTranslator(qt_words)
    own_words = QTranslator(app)
    if language != PERSIAN and own_words.load(locale, "tashilgar", "_", str(translations())):
        app.installTranslator(own_words)
