"""Contracts of operators, and the package that goes to the next one when a contract ends (G-32)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop.services.handover import ENDING, hand_over
from desktop.services.two_managers import who_may_agree
from desktop.store.package import Package
from desktop.ui.operations import Progress
from desktop.ui.secret_dialog import SECOND, SECOND_PASSWORD, SecretDialog, Words, second_manager
from desktop.ui.subject_screen import SubjectScreen
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.wording import grouped

_MANAGER = "office_manager"


class ContractsScreen(SubjectScreen):
    """The manager makes the package; its code is told once, in a window of its own."""

    def more_deeds(self) -> Sequence[QPushButton]:
        if self.deeds.role != _MANAGER:
            return ()
        return (button(self.tr("ساختن بستهٔ تحویل…"), self.hand_over, icon_name="lock"),)

    def hand_over(self) -> None:
        """Asks where the package is to lie, and makes it there."""
        hint = self.tr("همهٔ دفتر در یک بستهٔ مهرشده نوشته می‌شود که تنها با کد آن باز می‌شود.")
        if not self._asker.confirm(self, self.tr("بستهٔ تحویل ساخته شود؟"), hint, self.tr("برگزیدن جا…")):
            return
        name, sort = self.tr("تحویل-دفتر"), self.tr("بستهٔ تحویل (*{ending})").format(ending=ENDING)
        chosen, _filter = QFileDialog.getSaveFileName(self, self.tr("بستهٔ تحویل"), f"{name}{ENDING}", sort)
        if chosen:
            self.write_to(Path(chosen if chosen.endswith(ENDING) else f"{chosen}{ENDING}"))

    def write_to(self, path: Path) -> None:
        """Makes the package in a file that does not exist yet; where there is another manager, once that one agrees."""
        others = sorted(who_may_agree(self._office))
        if others:
            self._with_both(path, others)
            return

        def work(_progress: Progress) -> Package:
            return hand_over(self._office, path)

        self._parts[1].run(work, self._tell, title=self.tr("ساختن بستهٔ تحویل"))

    def _with_both(self, path: Path, others: Sequence[str]) -> None:
        """The key of the office leaves the house with two managers where there are two."""

        def act(typed: Mapping[str, str]) -> Package:
            return hand_over(self._office, path, (typed[SECOND], typed[SECOND_PASSWORD]))

        hint = self.tr("بسته کلید دفتر را بیرون می‌برد؛ دفتری که دو مدیر دارد آن را با موافقت هر دو می‌سازد.")
        words = Words(self.tr("موافقت مدیر دوم"), hint, self.tr("ساختن بسته"))
        SecretDialog(self.window(), self._parts[1], words, second_manager(others), act, self._tell).open()

    def _tell(self, made: object) -> None:
        if not isinstance(made, Package):
            return
        self.reload()
        told = self.tr(
            "کد: {code}\n\nاین کد دیگر گفته نمی‌شود؛ آن را جدا از بسته نگه دارید.\n{many} پرونده در بسته است."
        )
        many = grouped(sum(made.counts.values()))
        self._asker.tell(self, self.tr("بستهٔ تحویل آماده است"), told.format(code=f"\u200e{made.code}\u200e", many=many))
