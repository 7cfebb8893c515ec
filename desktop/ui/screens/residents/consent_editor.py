"""Asking for a consent: the text is there to be read aloud, and only what the answer needs is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.consent import ADULT
from desktop.domain.consent_texts import CONSENT_TEXTS, CURRENT_TEXT
from desktop.domain.person import age_of
from desktop.domain.record import Row
from desktop.ui.form_work import Parts
from desktop.ui.record_editor import RecordEditor
from desktop.ui.widgets.wording import said


class ConsentEditor(RecordEditor):
    """A guardian is asked for a child, a witness for a spoken answer, an end for sensitive data."""

    def __init__(
        self, parent: QWidget, parts: Parts, person_id: str, done: Callable[[Row], object] | None = None
    ) -> None:
        with parts[0].office.read() as rows:
            person = rows.get("person", person_id)
            self._child = person is not None and (age_of(person, rows.today) or ADULT) < ADULT
            self._today: date = rows.today
        preset = {"person_id": person_id, "text_version": CURRENT_TEXT, "withdrawn_on": None}
        super().__init__(parent, parts, "consent", preset=preset, done=done)
        self.form.changed.connect(self._follow)

    def open(self, *, resumed: bool = False) -> None:
        super().open(resumed=resumed)
        self._follow()

    def _follow(self) -> None:
        form, known = self.form, self.form.stored()  # half a word typed is no scope yet
        scope, method = str(known["scope"] or ""), known["method"]
        agreed = bool(method) and method != "refused"
        form.show_field("witness_staff_id", method == "oral_with_witness")
        form.show_field("guardian_id", self._child and method != "refused")
        form.show_field("expires_on", agreed)
        text = CONSENT_TEXTS[CURRENT_TEXT]
        read = QCoreApplication.translate("ConsentEditor", "بخوانید: {sentence}")
        words = [said(text.sentence(scope)) if scope else "", said(text.refusing)]
        self.frame.hint.setText(read.format(sentence=" ".join(word for word in words if word)))
        self.frame.hint.setFixedHeight(self.frame.hint.heightForWidth(self.frame.hint.width()))
        self.fit()
