"""Every page and dialog opens in every language and speaks that language alone, but for the office's own data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.domain.agencies import AGENCIES
from desktop.domain.consent_texts import CONSENT_TEXTS, CURRENT_TEXT
from desktop.domain.donation import RECEIPT_STATEMENT
from desktop.domain.evaluation import USUAL_CRITERIA
from desktop.domain.kinds import KINDS
from desktop.domain.letter_words import FIRST_WORDS, item_texts
from desktop.services.demo.second_laptop import NAME, THEIRS
from desktop.services.letters import suggested_referral_letter
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.system.settings import Settings
from desktop.ui.application import LANGUAGE, PERSIAN, languages, speak
from desktop.ui.operations import Operations
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.tour import CODE, TYPED, first_pages, office_pages
from desktop.ui.widgets.wording import digits
from devtools.texts import domain_texts
from tests.ui.conftest import FixedAsker
from tests.ui.program import PASSWORD
from tests.ui.reading import texts_of
from tests.ui.screens.made_office import add_events, add_needs, add_partners, make_office, running_workshop

PAUSE = 60  # ms that searches and panes wait before they ask
LETTERS = {PERSIAN: re.compile("[A-Za-z]+"), "en": re.compile("[\u0621-\u064a\u0671-\u06d3][\u0600-\u06ff\u200c ]*")}
"""Of the other script: a run that should not stand in a window of this language."""
KEYS = re.compile(
    r"\b(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|Enter|Esc|Tab|Home|End|Down|Space|PgUp|PgDown)\b|\b(?:Ctrl|Alt)\+(?:\w+\b|[←→])"
)
CELLS = {"QLabel", "QLabel name", "QComboBox name", "QTableWidget", "LazyTable", "FittingTable"}
FORMATS = ("xlsx", "xls", "ods", "csv")
OURS = (
    LANGUAGE,
    *TYPED,
    "کر-۰۳",
    "ا … ی",
    "ت",
    CODE,
    *CODE.split("-"),
    "hamid",
    "X" * 5,
    "X" * 4,
    "JSON",
    "PDF",
    *FORMATS,
)
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
        others = [one for one in _screens(shown) if not one.isVisible()]  # they are read on their own pages
        self.read |= {(name, where, text) for where, text in texts_of(shown, others) if text}
        self.read |= {(name, "painted", text) for text in self._painted}


def _screens(shown: QWidget) -> list[QWidget]:
    stack = shown.screens if isinstance(shown, MainWindow) else None
    return [one for place in range(stack.count()) if (one := stack.widget(place))] if stack else []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("every") / "office"
    office = make_office(made, 24)
    with office.write() as work:
        running_workshop(work)
        add_needs(work)
        add_partners(work)
        add_events(work)
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
                    yield from _texts_within(value)


def _texts_within(value: object) -> Iterator[str]:
    """The texts of a value, those of lists and of the rows of lists one by one."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _texts_within(part)
    else:
        yield str(value)


def _paper(office: OfficeFile) -> Iterator[str]:
    """What letters will say on paper, which is Persian: their first words, and what may be ticked of people."""
    yield RECEIPT_STATEMENT
    yield from (name for criteria in USUAL_CRITERIA.values() for name, _weight in criteria)
    yield from (text for words in FIRST_WORDS.values() for text in words if text)
    yield from (text for agency in AGENCIES.values() for text in agency.referrals)
    with office.read() as rows:
        yield from (str(suggested_referral_letter(rows, one["id"])["body"]) for one in rows.find("referral"))
        for person in rows.find("person"):
            papers = rows.find("person_identifier", person_id=person["id"])
            home = rows.get("household", person["household_id"])
            told = item_texts(person, papers, home["address_text"] if home else None, rows.today)
            yield from (text for text in told.values() if text)


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
    paper = set(_paper(window.context.office))
    disputed = {NAME, *(text for one in THEIRS for text in one.values())}
    ours = {
        str(folder.parent / "nowhere"),
        *disputed,
        *map(digits, _data(window.context.office)),
        *paper,
        *map(digits, paper),
    }
    data = sorted(ours, key=len, reverse=True)
    spoken = CONSENT_TEXTS[CURRENT_TEXT].spoken("basic_record", window.desk.office_title)
    known = _any_of([*map(digits, spoken), *spoken, *data, *OURS], language)
    sheet = _any_of([*data, *OURS, KINDS["person"].plural], language)
    # A table that came in has headings and cells of its own, as the office's other tables have: in Persian.
    table = _any_of(sorted({*domain_texts(), *data, *OURS, "بله", "خیر"}, key=len, reverse=True), language)
    foreign = [
        one
        for one in sorted(reader.read)
        if _foreign(one, language, (table if one[1] in CELLS else sheet) if _of_table(one) else known, data)
    ]
    assert not foreign, "\n".join(map(str, foreign))
    assert len(reader.pages) > 40


def _of_table(one: tuple[str, str, str]) -> bool:
    return one[0].startswith("spreadsheets-")


def _any_of(texts: Sequence[str], language: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(text) for text in texts if LETTERS[language].search(text)))


def _foreign(read: tuple[str, str, str], language: str, known: re.Pattern[str], data: list[str]) -> bool:
    """Whether a text has words of the other script that are no data; painted names may be cut short."""
    _page, where, text = read
    plain = text.replace("\u2068", "").replace("\u2069", "")
    if where == "painted" and any(plain.strip().rstrip("…\u200d") in value for value in data):
        return False  # a line of a text that is too long for one, or its beginning
    left = known.sub(" ", KEYS.sub(" ", plain))
    runs = [run.group().strip() for run in LETTERS[language].finditer(left)]
    return any(not (where == "painted" and any(run in value for value in data)) for run in runs)
