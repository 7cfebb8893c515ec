"""What is done once a workshop is under way or over: forms, evaluation, certificates, follow-ups, papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.evaluation import BEST_SCORE, EvaluationCriterionDraft, weighted_total
from desktop.domain.fields import abouts
from desktop.domain.persian.calendar import jalali_month
from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Row
from desktop.services.certificate_check import Checked, check_certificate
from desktop.services.workshop_after import (
    add_pile,
    first_evaluation,
    issue_certificates,
    note_outcome,
)
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Parts
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.record_deeds import usual_criteria
from desktop.ui.record_editor import RecordEditor
from desktop.ui.record_pane import paper_title
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.screens.workshops.detail import DetailPage
from desktop.ui.screens.workshops.followups import FollowUps, outcome_text
from desktop.ui.widgets.wording import decimal, digits, grouped, month_title

Failed = Callable[[list[Problem]], object]
_WIDE, _MORE = 700, 120  # pixels, for the criteria


class AfterDeeds(QObject):
    """Connects the later tabs of the page with the services."""

    def __init__(self, parts: Parts, widget: QWidget, page: DetailPage, due: FollowUps) -> None:
        super().__init__(widget)
        self._parts, self._widget, self._page = parts, widget, page
        self._context, self._operations, _asker = parts
        self._office = self._context.office
        page.satisfaction.pile_wanted.connect(self._add_pile)
        page.satisfaction.evaluate_wanted.connect(self.evaluate)
        page.satisfaction.edit_evaluation_wanted.connect(self.evaluate)
        page.certificates.issue_wanted.connect(self._issue)
        page.certificates.print_wanted.connect(self._print_certificates)
        page.certificates.verify_wanted.connect(self._verify)
        for one in (page.followups, due):
            one.noted.connect(partial(self._note, one))

    def evaluate(self, row: Row | None = None) -> None:
        """The form of an evaluation, with its total while it is typed."""
        workshop = self._workshop()
        with self._office.read() as rows:
            period = month_title(jalali_month(rows.today))
            begin = first_evaluation(rows, self._office.actor.staff_id or "", period)
        begin["criteria"] = usual_criteria("workshop")
        preset = {"target_type": "workshop", "target_id": workshop["id"]}
        editor = RecordEditor(self._widget.window(), self._parts, "evaluation", record=row, preset=preset).offer(begin)
        editor.form.changed.connect(lambda: self._show_total(editor))
        editor.open()
        editor.resize(_WIDE, editor.height() + _MORE)
        self._show_total(editor)

    def _show_total(self, editor: RecordEditor) -> None:
        total = _total(editor.form.values().get("criteria"))
        shown = decimal(total, 2) if total is not None else "—"
        text = self.tr("امتیاز کل تا اینجا: {total} از {best}")
        editor.frame.hint.setText(text.format(total=shown, best=digits(str(BEST_SCORE))))

    def _add_pile(self, scores: list[int]) -> None:
        owner = {"workshop_id": str(self._workshop()["id"])}
        told = self.tr("{many} برگه ثبت شد.")
        tab = self._page.satisfaction
        self._do(
            lambda work: add_pile(work, owner, scores),
            lambda many: told.format(many=grouped(many)),
            tab.show_problems,
            tab.forget,
        )

    def _issue(self) -> None:
        workshop_id, tab = self._workshop()["id"], self._page.certificates

        def told(made: Sequence[Row]) -> str:
            return self.tr("{many} گواهی صادر شد.").format(many=grouped(len(made)))

        self._do(lambda work: issue_certificates(work, workshop_id), told, tab.show_problems, lambda: None)

    def _print_certificates(self, certificate_ids: list[str]) -> None:
        self._print("certificate", certificate_ids[0])

    def _verify(self, number: str) -> None:
        def work(_progress: object) -> Checked | None:
            with self._office.read() as rows:
                return check_certificate(rows, number)

        self._operations.run(work, self._page.certificates.show_answer)

    def _note(self, shown: FollowUps, followup_id: str, outcome: str) -> None:
        told = self.tr("«{outcome}» نوشته شد.").format(outcome=outcome_text(outcome)) if outcome else ""
        taken_back = self.tr("پاسخ برداشته شد.")
        self._do(
            lambda work: note_outcome(work, followup_id, outcome),
            lambda _row: told or taken_back,
            shown.show_problems,
            lambda: None,
        )

    def _print(self, name: str, record_id: str) -> None:
        title = paper_title(name)
        file_name = f"{title}-{self._workshop()['code']}.pdf".replace(" ", "-")
        paper = office_paper(self._office, name, title, file_name, record_id=record_id)
        show_paper(self._widget, self._operations, paper)

    def _workshop(self) -> Mapping[str, Any]:
        if self._page.detail is None:
            raise LookupError("no workshop is shown")
        return self._page.detail.workshop

    def _do(
        self, act: Callable[[UnitOfWork], Any], told: Callable[[Any], str], failed: Failed, done: Callable[[], object]
    ) -> None:
        def finished(saved: Saved[Any]) -> None:
            done()
            tell_saved(self._widget, self._operations, self._office, told(saved.value), saved.changes)

        self._operations.change(saving(self._office, act), finished, failed)


def _total(criteria: object) -> float | None:
    """The weighted mean of the rows that have both numbers; None while none has."""
    about, whole = abouts(EvaluationCriterionDraft), []
    for row in criteria if isinstance(criteria, list) else []:
        try:
            read = {name: about[name].read(row.get(name)) for name in ("weight", "score")}
        except (RefusedError, ValueError):
            continue
        if None not in read.values():
            whole.append(read)
    return weighted_total(whole)
