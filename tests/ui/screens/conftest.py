"""What the tests of single screens share: a bare window, its operations, and answers to its questions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from tests.ui.conftest import FixedAsker


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker()


@pytest.fixture
def window(qapp: object) -> QWidget:
    made = QWidget()
    made.resize(1150, 708)
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    return made


@pytest.fixture
def operations(qapp: object, asker: FixedAsker, window: QWidget, office: OfficeFile) -> Iterator[Operations]:
    made = Operations(asker, lambda: window)
    yield made
    made.wait(10_000)
