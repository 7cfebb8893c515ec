"""Every page and dialog opens in every language and speaks that language alone, but for the office's own data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.store.office_file import OfficeFile, OfficeFolder, open_office
from desktop.system.settings import Settings
from desktop.ui.application import LANGUAGE, PERSIAN, languages, speak
from desktop.ui.operations import Operations
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.tour import CODE, TYPED, first_pages, office_pages
from desktop.ui.widgets.wording import digits
from tests.ui.conftest import FixedAsker
from tests.ui.program import PASSWORD
from tests.ui.reading import texts_of
from tests.ui.screens.made_office import add_needs, make_office, running_workshop

PAUSE = 60  # ms that searches and panes wait before they ask
LETTERS = {PERSIAN: re.compile("[A-Za-z]+"), "en": re.compile("[\u0621-\u064a\u0671-\u06d3][\u0600-\u06ff\u200c ]*")}
"""Of the other script: a run that should not stand in a window of this language."""
KEYS = re.compile(
    r"\b(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|Enter|Esc|Tab|Home|End|Down|PgUp|PgDown)\b|\b(?:Ctrl|Alt)\+\w+\b"
)
OURS = (LANGUAGE, *TYPED, "ا … ی", "ت", CODE, *CODE.split("-"), "hamid", "X" * 5, "X" * 4, "JSON", "PDF")
"""Names that are the same in every language."""


class Reader:
    """Reads what stands on every page instead of taking its picture."""

    def __init__(self, qtbot: QtBot, painted: list[str]) -> None:
        self._qtbot, self._painted = qtbot, painted
        self.read: set[tuple[str, str, str]] = set()
        self.pages: list[str] = []

    def rest(self, operations: Operations | None = None) -> None:
        self._qtbot.wait(PAUSE)
        if operations is not None:
            operations.finish()
        QApplication.processEvents()

    def see(self, shown: QWidget, name: str) -> None:
        self.pages.append(name)
        self._painted.clear()
        shown.grab()
        one_screen = isinstance(shown, MainWindow) and "-" in name  # the others are read on their own pages
        root = shown.screen_shown() or shown if one_screen else shown  # type: ignore[attr-defined]
        self.read |= {(name, where, text) for where, text in texts_of(root) if text}
        self.read |= {(name, "painted", text) for text in self._painted}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("every") / "office"
    office = make_office(made, 24)
    with office.write() as work:
        running_workshop(work)
        add_needs(work)
    office.close()
    return made


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copytree(made, tmp_path / "office")


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that our own code paints."""
    found: list[str] = []
    draw = QPainter.drawText

    def spy(painter: QPainter, *given: Any) -> Any:
        found.extend(part for part in given if isinstance(part, str))
        return draw(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", spy)
    return found


def _data(office: OfficeFile) -> Iterator[str]:
    """Every text of the records, as a window shows it."""
    with office.read() as rows:
        for kind in KINDS:
            for row in rows.find(kind):
                for value in row.values():
                    yield from (str(part) for part in (value if isinstance(value, list) else [value]))


@pytest.fixture
def office(folder: Path) -> Iterator[OfficeFile]:
    opened = open_office(OfficeFolder(folder), "hamid", PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def window(qapp: QApplication, office: OfficeFile, folder: Path, language: str) -> Iterator[MainWindow]:
    made = MainWindow(AppContext(office), Settings(folder.parent), FixedAsker())
    made.let_go()  # the office is closed by its own fixture
    made.resize(1366, 768)
    made.show()
    yield made
    made.operations.finish()
    made.close()
    made.deleteLater()


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication, compiled: None) -> Iterator[str]:
    assert request.param in languages()
    speak(qapp, request.param)
    yield request.param
    speak(qapp, PERSIAN)


@pytest.mark.parametrize("language", ["fa", "en"], indirect=True)
def test_every_page_speaks_one_language(
    qtbot: QtBot, language: str, folder: Path, painted: list[str], window: MainWindow
) -> None:
    reader = Reader(qtbot, painted)
    first_pages(reader, folder, folder.parent / "nowhere")
    office_pages(reader, window)
    data = sorted({str(folder.parent / "nowhere"), *map(digits, _data(window.context.office))}, key=len, reverse=True)
    known = re.compile("|".join(re.escape(text) for text in [*data, *OURS] if LETTERS[language].search(text)))
    foreign = [one for one in sorted(reader.read) if _foreign(one, language, known, data)]
    assert not foreign, "\n".join(map(str, foreign))
    assert len(reader.pages) > 40


def _foreign(read: tuple[str, str, str], language: str, known: re.Pattern[str], data: list[str]) -> bool:
    """Whether a text has words of the other script that are no data; painted names may be cut short."""
    _page, where, text = read
    left = known.sub(" ", KEYS.sub(" ", text.replace("\u2068", "").replace("\u2069", "")))
    runs = [run.group().strip() for run in LETTERS[language].finditer(left)]
    return any(not (where == "painted" and any(run in value for value in data)) for run in runs)
