"""One write from a screen: what it made, what it changed, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.undo import undo
from desktop.store.changes import ChangeSet
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.operations import Operations, Progress
from desktop.ui.widgets.toast import toast

T = TypeVar("T")


@dataclass(frozen=True)
class Saved(Generic[T]):
    """The result of one committed write."""

    value: T
    changes: ChangeSet

    @property
    def kinds(self) -> frozenset[str]:
        return self.changes.kinds


def save(office: OfficeFile, act: Callable[[UnitOfWork], T], seen: int | None = None) -> Saved[T]:
    """Does `act` in one commit. `seen`: the last line of the log when what it is about came on the screen."""
    with office.write(seen) as work:
        value = act(work)
        changes = work.finish()
    return Saved(value, changes)


def saving(
    office: OfficeFile, act: Callable[[UnitOfWork], T], seen: int | None = None
) -> Callable[[Progress], Saved[T]]:
    """The same as work to be handed over. Without `seen` it is what stands there now, on whatever its turn waits."""
    shown = office.log_position() if seen is None else seen
    return lambda _progress: save(office, act, shown)


def tell_saved(widget: QWidget, operations: Operations, office: OfficeFile, text: str, changes: ChangeSet) -> None:
    """A toast with a way back for what was just saved; the key for undoing finds it after the toast has gone."""
    window = widget.window()

    def take_back() -> None:
        undone = QCoreApplication.translate("Saving", "واگرد شد.")
        operations.change(saving(office, lambda work: undo(work, changes.tx)), lambda _saved: toast(window, undone))

    operations.remember(take_back)
    toast(window, text, operations.take_back)
