"""What can be done about consents, papers and sensitive data of the resident who is marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.attachment import PHOTO_SCOPE
from desktop.domain.consent import BASIC, REFUSED, SENSITIVE_TOPICS
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.consent_cover import photos_showing, photos_under
from desktop.services.consents import withdraw_consent
from desktop.services.erasure import keep_the_count, may_keep_the_count
from desktop.services.printing import printables_of_records
from desktop.services.privacy_view import Topic, look_at_papers, look_at_sensitive
from desktop.services.viewing import SENSITIVE_SCOPE
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Parts
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.record_editor import RecordEditor
from desktop.ui.saving import Saved, saving
from desktop.ui.screens.residents.consent_editor import ConsentEditor
from desktop.ui.screens.residents.erasing import open_erasure
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import grouped, label_of

_SHEET = "consent_sheet"


def scope_words(scope: str) -> str:
    """What a consent is about; of a sensitive matter that is not for whoever sits here, only that it is one."""
    if scope == SENSITIVE_SCOPE:
        return QCoreApplication.translate("Privacy", "موضوعی حساس")
    return label_of("consent_scope", scope)


class PrivacyDeeds(QObject):
    """Knows of whom it is, and what is shown openly of them for the moment."""

    opened = Signal()  # something is shown now that was not
    record_wanted = Signal(str, str)

    def __init__(self, parent: QWidget, parts: Parts) -> None:
        super().__init__(parent)
        self._widget, self._parts = parent, parts
        self._context, self._operations, self._asker = parts
        self.person_id = ""
        self.papers_shown = self.sensitive_shown = False

    def turn_to(self, person_id: str) -> None:
        """Another resident is marked: whatever was opened is closed again."""
        if person_id != self.person_id:
            self.person_id = person_id
            self.papers_shown = self.sensitive_shown = False

    def give_consent(self) -> None:
        """Asks what somebody agrees to."""
        person_id = self.person_id

        def done(consent: Row) -> None:
            if (consent["scope"], consent["method"]) == (BASIC, REFUSED):
                self._offer_the_count(person_id)

        ConsentEditor(self._widget.window(), self._parts, person_id, done=done).open()

    def withdraw(self, consent: Mapping[str, Any]) -> None:
        """Takes a consent back, after saying what goes with it."""
        scope = scope_words(consent["scope"])
        told = self.tr("داده‌های حساسی که تنها با این رضایت نگه داشته می‌شد همین دم و برای همیشه پاک می‌شود.")
        if consent["scope"] == BASIC:
            told = self.tr("همهٔ رضایت‌های دیگر این فرد نیز پایان می‌یابد و داده‌های حساس او پاک می‌شود.")
        title = self.tr("«{scope}» پس گرفته شود؟").format(scope=scope)
        with self._context.office.read() as rows:
            photos = photos_under(rows, consent)
        if consent["scope"] == PHOTO_SCOPE:
            told = "" if photos else self.tr("هیچ عکسی این فرد را نشان نمی‌دهد.")
        if photos:
            many = self.tr("{n} عکسی که این فرد در آن پیداست نیز همین دم و برای همیشه پاک می‌شود.")
            told = "\n".join(filter(None, (told, many.format(n=grouped(photos)))))
        if not self._asker.confirm(self._widget, title, told, self.tr("پس‌گرفتن"), danger=True):
            return

        def done(_saved: Saved[list[Row]]) -> None:
            toast(self._widget.window(), self.tr("رضایت پس گرفته شد."))
            if consent["scope"] == BASIC:
                self._offer_the_count(consent["person_id"])

        self._change(lambda work: withdraw_consent(work, consent["id"]), done)

    def keep_the_count(self) -> None:
        """Of somebody who said no, only what is counted stays."""
        self._offer_the_count(self.person_id)

    def _offer_the_count(self, person_id: str) -> None:
        """Asked as soon as somebody says no: what was told before is in the file still."""
        office = self._context.office
        with office.read() as rows:
            person = rows.get("person", person_id)
            if person is None or not may_keep_the_count(rows, person):
                return
            photos = photos_showing(rows, [person_id])
        title = self.tr("پرونده به شمارش کاسته شود؟")
        told = self.tr(
            "این فرد رضایت نداده است. نام، تماس، تاریخ تولد، مدارک و دیگر پاسخ‌های او برای همیشه پاک می‌شود؛ "
            "تنها نسبت، جنس، گروه سنی و شمارهٔ پرونده می‌ماند و با همین شماره خدمت می‌گیرد. این کار بازگشت ندارد."
        )
        if photos:
            told += "\n" + self.tr("{n} عکسی که این فرد در آن پیداست نیز پاک می‌شود.").format(n=grouped(photos))
        if self._asker.confirm(self._widget, title, told, self.tr("کاستن به شمارش"), danger=True):
            self._operations.change(
                lambda _progress: keep_the_count(office, person_id),
                lambda _kept: toast(self._widget.window(), self.tr("تنها شمارش این فرد ماند.")),
                title=self.tr("در حال پاک کردن…"),
            )

    def prints_sheet(self) -> bool:
        return _SHEET in printables_of_records()

    def print_sheet(self) -> None:
        """The sheet that is read aloud and signed."""
        title = self.tr("برگهٔ رضایت آگاهانه")
        paper = office_paper(self._context.office, _SHEET, title, "consent.pdf", record_id=self.person_id)
        show_paper(self._widget, self._operations, paper)

    def add_paper(self) -> None:
        """Asks for an identity paper."""
        RecordEditor(
            self._widget.window(), self._parts, "person_identifier", preset={"person_id": self.person_id}
        ).open()

    def edit_paper(self, paper: Row) -> None:
        """Opens an identity paper whose number is shown already."""
        preset = {"person_id": self.person_id}
        RecordEditor(self._widget.window(), self._parts, "person_identifier", record=paper, preset=preset).open()

    def show_papers(self) -> None:
        """First the lines in the audit log, then the numbers."""
        self._look(look_at_papers, "papers_shown")

    def show_sensitive(self) -> None:
        """First the lines in the audit log, then the values."""
        self._look(look_at_sensitive, "sensitive_shown")

    def edit_topic(self, topic: Topic) -> None:
        """Writes one sensitive subject down, or changes it; no other field is asked."""
        asked = (
            {f for f, of in SENSITIVE_TOPICS.items() if of == topic.code} if topic.kind != "household" else {topic.code}
        )
        others = {name: None for name in KINDS[topic.kind].fields if name not in asked}
        preset = {**others, "person_id": self.person_id} if topic.kind != "household" else others
        RecordEditor(self._widget.window(), self._parts, topic.kind, record=topic.record, preset=preset).open()

    def show_audit(self) -> None:
        """All that the audit log tells of this person."""
        self.record_wanted.emit("audit", self.person_id)

    def erase(self) -> None:
        """Asks the manager for the last time."""
        open_erasure(self._widget, self._parts, self.person_id)

    def _look(self, note: Callable[[UnitOfWork, str, str], None], shown: str) -> None:
        reason = self._reason()
        if not reason:
            return
        person_id = self.person_id

        def written(_saved: Saved[None]) -> None:
            if person_id == self.person_id:
                setattr(self, shown, True)
                self.opened.emit()

        self._change(lambda work: note(work, person_id, reason), written)

    def _reason(self) -> str:
        """Why one looks: asked once a sitting (G-11)."""
        sitting = self._context.sitting
        if not sitting.reason:
            title = self.tr("چرا این داده را می‌بینید؟")
            told = self.tr("دلیل، یک بار در هر نشست پرسیده می‌شود و با نام شما، فرد و خانهٔ دیده‌شده ثبت می‌شود.")
            sitting.reason = self._asker.ask_text(self._widget, title, told, self.tr("دلیل")) or ""
        return sitting.reason

    def _change(self, act: Callable[[UnitOfWork], Any], done: Callable[[Saved[Any]], object]) -> None:
        office = self._context.office
        self._operations.change(saving(office, act), done)
