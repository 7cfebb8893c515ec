"""«رضایت و ارزیابی»: a pile of anonymous forms typed in one line, and the evaluation with weighted criteria."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.evaluation import BEST_SCORE
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.workshop_after import Contentment
from desktop.ui.lines import LineButton
from desktop.ui.pile import PileEntry, contentment_note
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.facts import ShareBar, clear
from desktop.ui.widgets.labels import EmptyState, card, h2, label, muted, small
from desktop.ui.widgets.wording import dashed, decimal, digits, grouped


class SatisfactionTab(QWidget):
    """What the user wants goes out as signals; the screen does it."""

    pile_wanted = Signal(list)
    evaluate_wanted = Signal()
    edit_evaluation_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.pile, self.mean, self.note = PileEntry(), label("", "kpi"), small("", wrap=True)
        self.bars = {score: ShareBar(self.tr("امتیاز {score}").format(score=score), "primary") for score in _SCORES}
        self.counts = {score: label("", "strong") for score in _SCORES}
        self.evaluate = button(self.tr("ارزیابی تازه"), self.evaluate_wanted.emit, icon_name="plus")
        self._judged = QVBoxLayout()
        self._judged.setSpacing(4)
        self._lay_out()
        self.pile.entered.connect(self.pile_wanted)

    def show_after(self, contentment: Contentment, evaluations: Sequence[Row]) -> None:
        n, mean = contentment.n, contentment.mean
        self.mean.setText(decimal(mean, 2) if mean is not None else "—")
        self.note.setText(contentment_note(contentment))
        for score, many in contentment.many.items():
            self.counts[score].setText(grouped(many))
            self.bars[score].show_share(many, max(n, 1), "ok" if score > 3 else "warn" if score == 3 else "danger")
        self._show_evaluations(evaluations)

    def begin(self) -> None:
        """The cursor goes where scores are typed."""
        self.pile.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_dirty(self) -> bool:
        return self.pile.is_dirty()

    def forget(self) -> None:
        self.pile.forget()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.pile.show_problems(problems)

    def _show_evaluations(self, evaluations: Sequence[Row]) -> None:
        clear(self._judged)
        if not evaluations:
            hint = self.tr("معیارها با وزن آماده‌اند؛ امتیاز ۰ تا ۵ بدهید. گزارش کارگاه ارزیابی می‌خواهد.")
            self._judged.addWidget(EmptyState("list-checks", self.tr("هنوز ارزیابی نشده است"), hint))
        for row in evaluations:
            total = self.tr("{total} از {best}").format(total=decimal(row["total"] or 0, 2), best=grouped(BEST_SCORE))
            title, detail = dashed((row["period"], row["evaluator"])), self.tr("{n} معیار")
            detail = detail.format(n=grouped(len(row["criteria"])))
            edit = lambda row=row: self.edit_evaluation_wanted.emit(row)  # noqa: E731 - one for each line
            self._judged.addWidget(LineButton("list-checks", "primary", title, detail, total, edit, end_tone="ok"))
        self._judged.addStretch(1)

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 12, 0, 0)
        columns.setSpacing(14)
        frame, within = card(8)
        within.addWidget(h2(self.tr("برگه‌های رضایت‌سنجی (بی‌نام)")))
        within.addWidget(small(self.tr("امتیاز هر برگه را پشت سر هم بنویسید و Enter بزنید."), wrap=True))
        within.addWidget(self.pile)
        within.addWidget(self.mean)
        within.addWidget(self.note)
        for score in _SCORES:
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(muted(digits(str(score))))
            line.addWidget(self.bars[score], 1)
            self.counts[score].setFixedWidth(36)
            line.addWidget(self.counts[score])
            within.addLayout(line)
        within.addStretch(1)
        columns.addWidget(frame, 1)
        frame, within = card(8)
        upper = QHBoxLayout()
        upper.addWidget(h2(self.tr("ارزیابی")))
        upper.addStretch(1)
        upper.addWidget(self.evaluate)
        within.addLayout(upper)
        within.addLayout(self._judged, 1)
        columns.addWidget(frame, 1)


_SCORES = tuple(range(BEST_SCORE, 0, -1))
