"""Reading what is shown beside the window, of which only the last that was asked for is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.ui.operations import Operations

T = TypeVar("T")


class NewestRead:
    """Who walks through a list asks for one record after the other, and answers may come in another order."""

    def __init__(self, office: OfficeFile, operations: Operations) -> None:
        self._office, self._operations = office, operations
        self._asked = 0

    def ask(self, read: Callable[[Rows], T], show: Callable[[T], object]) -> None:
        """Reads in a thread and shows on the window's own, unless something else has been asked for since."""
        self.forget()
        mine = self._asked

        def read_beside(_progress: object) -> T:
            with self._office.read() as rows:
                return read(rows)

        def show_newest(found: T) -> None:
            if mine == self._asked:
                show(found)

        self._operations.run(read_beside, show_newest)

    def forget(self) -> None:
        """Whatever was asked for is wanted no longer."""
        self._asked += 1
