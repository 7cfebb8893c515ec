"""What the screens let run beside the window: work in a thread, answers on the window's own thread.

Refusals go back to who asked, an environment that stands in the way is told with an offer to try again,
and anything else is a bug and is raised loudly.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.problems import Problem, RefusedError, UnavailableError
from desktop.ui.widgets.questions import Answer, Asker

if TYPE_CHECKING:
    from desktop.ui.widgets.progress import ProgressCard

T = TypeVar("T")
ChangesT = TypeVar("ChangesT", bound="Changes")

SHOWN_AFTER = 300  # ms
STOPPABLE_AFTER = 2000  # ms
_READERS = 2
_REMEMBERED = 50  # deeds that can be taken back one after the other


class Changes(Protocol):
    """What a service answers: which kinds of records it changed."""

    @property
    def kinds(self) -> frozenset[str]: ...


class Cancelled(Exception):  # noqa: N818 - the user's wish, no error
    """The user stopped the work; nothing was written."""


class Progress(QObject):
    """The worker's side: tells how far it is and asks whether to stop."""

    told = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._stopped = False

    def tell(self, fraction: float | None, detail: str = "") -> None:
        """Says how far the work is (0 to 1, None: not known); stops it by `Cancelled` if the user wished so."""
        self.check()
        self.told.emit(fraction, detail)

    def check(self) -> None:
        """Raises `Cancelled` once the user wished to stop. Never call it after the commit."""
        if self._stopped:
            raise Cancelled

    def stop(self) -> None:
        """The user's wish to stop."""
        self._stopped = True


class Operations(QObject):
    """Runs work beside the window and tells all screens what was changed."""

    changed = Signal(object)  # Changes
    busy = Signal(bool)
    _came = Signal(object, object, object)  # run, result, error: from its thread to the window's

    def __init__(self, asker: Asker, host: Callable[[], QWidget | None] = QApplication.activeWindow) -> None:
        """`host` tells the window on which progress and questions are shown."""
        super().__init__()
        self._asker, self._host = asker, host
        self._readers, self._writer = QThreadPool(self), QThreadPool(self)
        self._readers.setMaxThreadCount(_READERS)
        self._writer.setMaxThreadCount(1)
        self._running: set[_Run] = set()
        self._ended = False
        self._came.connect(self._hand_over)
        self._deeds: deque[Callable[[], object]] = deque(maxlen=_REMEMBERED)

    def remember(self, take_back: Callable[[], object]) -> None:
        """What takes the latest deed back; the ones before it can be taken back after it."""
        self._deeds.append(take_back)

    def take_back(self) -> bool:
        """Takes the latest deed back; False when there is none left."""
        if not self._deeds:
            return False
        self._deeds.pop()()
        return True

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[list[Problem]], object] | None = None,
        *,
        title: str | None = "",
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Runs `work` in a thread and hands its result to `done`, its refusals to `failed`.

        `title` heads the progress card; None shows none, for what nobody waits for. Without `failed` the
        problems are told in a dialog. `stopped` is called when there is neither a result nor a refusal, so that the
        screen can be used again.
        """
        self._start(_Run(self, self._readers, work, (done, failed, stopped), title))

    def change(
        self,
        work: Callable[[Progress], ChangesT],
        done: Callable[[ChangesT], object] | None = None,
        failed: Callable[[list[Problem]], object] | None = None,
        *,
        title: str = "",
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Like `run`, for work that writes: one after the other, and its ChangeSet is broadcast before `done`."""

        def told(changes: ChangesT) -> None:
            self.changed.emit(changes)
            if done:
                done(changes)

        self._start(_Run(self, self._writer, work, (told, failed, stopped), title))

    def is_busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self._running)

    def wait(self, ms: int = -1) -> bool:
        """Waits at the end of the program until the threads are done."""
        return self._writer.waitForDone(ms) and self._readers.waitForDone(ms)

    def finish(self) -> None:
        """Waits for all that runs and hands out its answers, so that none comes to a window that is gone."""
        while self.is_busy():
            self.wait()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)

    def end(self) -> None:
        """The window is going: hands out what still runs and takes nothing more; a late timer reads no closed file."""
        self._ended = True
        self.finish()

    def host(self) -> QWidget | None:
        return self._host()

    def came(self, run: _Run, result: object, error: BaseException | None) -> None:
        """What a run's thread has to say; called there.

        Only what outlives every thread may speak for it: a run goes with its answer, its thread may not be back yet.
        """
        self._came.emit(run, result, error)

    def _hand_over(self, run: _Run, result: object, error: BaseException | None) -> None:
        run.answer(result, error)

    def _start(self, run: _Run) -> None:
        if self._ended:
            return
        self._running.add(run)
        if len(self._running) == 1:
            self.busy.emit(True)
        run.begin()

    def ended(self, run: _Run) -> None:
        """A run has come to its end (called by it)."""
        self._running.discard(run)
        if not self._running:
            self.busy.emit(False)

    def tell(self, problems: list[Problem]) -> None:
        """Tells refusals for which the screen has no place."""
        from desktop.ui.widgets.wording import told_all

        self._asker.tell(self._host(), self.tr("انجام نشد"), told_all(problems))

    def again(self, problem: Problem) -> bool:
        """Whether the user wants another try although the environment stood in the way."""
        from desktop.ui.widgets.wording import told

        choices = [Answer("again", self.tr("دوباره"), "primary"), Answer("leave", self.tr("انصراف"))]
        return self._asker.ask(self._host(), self.tr("اکنون نشد"), told(problem), choices) == "again"


class _Run(QObject):
    """One piece of work from its start to its answer."""

    def __init__(
        self,
        owner: Operations,
        pool: QThreadPool,
        work: Callable[[Progress], Any],
        then: tuple[
            Callable[[Any], object] | None, Callable[[list[Problem]], object] | None, Callable[[], object] | None
        ],
        title: str | None,
    ) -> None:
        super().__init__(owner)
        self._owner, self._pool, self._work, self._title = owner, pool, work, title
        self._done, self._failed, self._stopped = then
        self._card: ProgressCard | None = None
        self._show = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._show.timeout.connect(self._show_card)
        self._offer = QTimer(self, singleShot=True, interval=STOPPABLE_AFTER)
        self._offer.timeout.connect(self._offer_stop)

    def begin(self) -> None:
        self._progress = Progress()
        self._show.start()
        self._offer.start()
        self._pool.start(self._in_thread)

    def _in_thread(self) -> None:
        try:
            result = self._work(self._progress)
        except BaseException as error:  # noqa: BLE001 - it is handed over whole and raised on the window's thread
            self._owner.came(self, None, error)
        else:
            self._owner.came(self, result, None)

    def _show_card(self) -> None:
        host = self._owner.host()
        if host is None or self._title is None:
            return
        from desktop.ui.widgets.progress import ProgressCard

        self._card = ProgressCard(host, self._title or self.tr("در حال انجام…"))
        self._card.cancelled.connect(self._progress.stop)
        self._progress.told.connect(self._card.show_progress)
        self._card.show()
        self._card.raise_()

    def _offer_stop(self) -> None:
        if self._card is not None:
            self._card.offer_stop()

    def _hide_card(self) -> None:
        self._show.stop()
        self._offer.stop()
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None

    def answer(self, result: object, error: BaseException | None) -> None:
        self._hide_card()
        if isinstance(error, UnavailableError) and self._owner.again(error.problem):
            self.begin()
            return
        self._owner.ended(self)
        self.deleteLater()
        if error is None:
            if self._done:
                self._done(result)
        elif isinstance(error, RefusedError):
            (self._failed or self._owner.tell)(error.problems)
        else:
            if self._stopped:
                self._stopped()
            if not isinstance(error, Cancelled | UnavailableError):
                sys.excepthook(type(error), error, error.__traceback__)
