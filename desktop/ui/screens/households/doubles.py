"""Looking for likely doubles of the member one is writing about, beside the window, while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.context import AppContext
from desktop.services.registration import likely_doubles
from desktop.store.duplicates import Candidate
from desktop.ui.operations import Operations, Progress
from desktop.ui.screens.households.member_block import MemberBlock

_PAUSE = 250  # ms of silence


class Doubles(QObject):
    """Keeps the candidates of each block; those that were told to be other people stay away."""

    found = Signal(object)  # MemberBlock

    def __init__(self, context: AppContext, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._operations = context, operations
        self._candidates: dict[MemberBlock, Sequence[Candidate]] = {}
        self._asked: dict[MemberBlock, dict[str, object]] = {}
        self._others: set[tuple[MemberBlock, str]] = set()
        self._waiting: MemberBlock | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)

    def of(self, block: MemberBlock) -> list[Candidate]:
        """Likely doubles of a block, best first."""
        known = self._candidates.get(block, ())
        return [candidate for candidate in known if (block, str(candidate.person["id"])) not in self._others]

    def look_for(self, block: MemberBlock) -> None:
        """Looks when the typing pauses."""
        if self._waiting is not None and self._waiting is not block:
            self._look()
        self._waiting = block
        self._pause.start()

    def tell_other(self, block: MemberBlock, candidate: Candidate) -> None:
        """The candidate is somebody else."""
        self._others.add((block, str(candidate.person["id"])))

    def told_other(self, block: MemberBlock) -> list[str]:
        """The ids of the people of whom it was said that they are not the one in this block."""
        return sorted(record for told, record in self._others if told is block)

    def forget(self, block: MemberBlock) -> None:
        """The block is gone."""
        self._candidates.pop(block, None)
        self._asked.pop(block, None)
        self._others = {(told, record) for told, record in self._others if told is not block}
        if self._waiting is block:
            self._waiting = None

    def _look(self) -> None:
        block, self._waiting = self._waiting, None
        if block is None or not block.isVisible():
            return
        asked = block.matched() | {"birth_precision": block.values().get("birth_precision")}
        if asked == self._asked.get(block):
            return
        self._asked[block] = asked
        number = block.number()
        context = self._context

        def work(_progress: Progress) -> list[Candidate]:
            with context.office.read() as rows:
                return likely_doubles(rows, asked, [number] if number else [])

        self._operations.run(work, lambda found: self._answered(block, asked, found))

    def _answered(self, block: MemberBlock, asked: dict[str, object], found: list[Candidate]) -> None:
        if isValid(self) and self._asked.get(block) == asked:  # the window may have been closed meanwhile
            self._candidates[block] = found
            self.found.emit(block)
