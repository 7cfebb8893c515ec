"""The screen «نامه‌ها»: the register with its pane, writing with the page beside it, reminders, and what comes in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import from_gregorian
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.letter_views import LetterDetail, letter_detail
from desktop.services.letters import Waiting, waiting_agencies, write_reminders
from desktop.services.printing import make_document, note_print
from desktop.services.records import change_record, delete_record
from desktop.ui.form_work import Deed, FormWork, Parts, open_form
from desktop.ui.operations import Operations
from desktop.ui.paper import Paper, office_paper, show_paper
from desktop.ui.photos import PhotoDeeds
from desktop.ui.record_list import ListPage, RecordList
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.screens.letters.compose import Composed, ComposePage, compose_title, composed, written
from desktop.ui.screens.letters.incoming import (
    INCOMING,
    begun_for,
    headings,
    incoming_fields,
    incoming_sources,
    write_incoming,
)
from desktop.ui.screens.letters.listing import LetterSource, letter_listing, shown_number
from desktop.ui.screens.letters.pane import LetterPane
from desktop.ui.screens.letters.reminders import RemindersDialog
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.pdf_pages import joined
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.toast import toast


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> LettersScreen:
    return LettersScreen(context, operations, asker, parent)


class LettersScreen(QWidget):
    """F6 writes a letter, F9 prints the marked one."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = context, operations, asker
        self._parts: Parts = (context, operations, asker)
        self.setProperty("look", "page")
        with context.office.read() as rows:
            this_year = from_gregorian(rows.today).year
        self.list = RecordList(context, operations, letter_listing(self.new_record, this_year), LetterSource())
        self.pane, self.photos = LetterPane(), PhotoDeeds((context, operations, asker), self)
        self.compose = ComposePage(context, operations)
        self._form_work = FormWork(self._parts, self.compose.frame, self.compose.items)
        self.new = button(self.tr("نامهٔ تازه"), self.new_record, icon_name="plus", look="primary", shortcut="F6")
        self.remind = button(self.tr("یادآوری به دستگاه‌های بی‌پاسخ"), self.ask_reminders, icon_name="bell")
        self.incoming = button(self.tr("ثبت نامهٔ رسیده"), lambda: self.register(None), icon_name="download")
        self.stack = QStackedWidget()
        self.stack.addWidget(ListPage(self.list, self.pane, self.remind, self.incoming, self.new))
        self.stack.addWidget(self.compose)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        self.setFocusProxy(self.list.table)
        self._connect()

    def reload(self) -> None:
        """Reads register and pane again."""
        self.list.reload()

    def show_record(self, record_id: str) -> None:
        """Shows a letter; of a referral its letter, which is written now if there is none."""
        with self._context.office.read() as rows:
            referral = rows.get("referral", record_id)
            letter = rows.get("letter", referral["letter_id"] if referral else record_id)
        if referral is not None and letter is None:
            self._compose(composed(self._context, referral["id"]))
            return
        self._to_list()
        self.pane.show()
        if letter is not None:
            self.list.select_record(letter["id"])
            if referral is not None:
                self.print_letter(letter)

    def new_record(self) -> None:
        """Opens a letter that belongs to no referral."""
        self._compose(composed(self._context))

    def may_leave(self) -> bool:
        """Whether the program may close; what is typed is kept for the next time."""
        return self._form_work.may_close()

    def resume(self, name: FormName) -> None:
        """Goes on with a letter that was left unfinished."""
        with self._context.office.read() as rows:
            letter = rows.get("letter", name.record_id)
        if letter is not None and letter["direction"] == "in":
            self._change_incoming(letter)
            return
        begun = written(self._context, name.record_id) if letter else composed(self._context, name.owner_id)
        self._compose(begun, resumed=True)

    def ask_reminders(self) -> None:
        """Which agencies are reminded."""

        def read(_progress: object) -> list[Waiting]:
            with self._context.office.read() as rows:
                return waiting_agencies(rows)

        self._operations.run(read, self._open_reminders)

    def register(self, ours: Row | None) -> None:
        """Opens the form of a letter that came in, perhaps as the answer to one of ours."""
        context = self._context
        dialog = FormDialog(
            self.window(),
            self.tr("ثبت نامهٔ رسیده"),
            incoming_fields(),
            incoming_sources(context),
            self.tr("ثبت"),
            headings=headings(),
        )
        told = self.tr("نامهٔ رسیده با شمارهٔ {number} ثبت شد.")
        deed = Deed(
            write_incoming,
            lambda letter: told.format(number=shown_number(letter)),
            lambda saved: self.list.select_record(saved.value["id"]),
        )
        name = FormName("letter", ours["id"] if ours else "", "incoming")
        open_form(self._parts, dialog, name, begun_for(context, ours).values, deed)

    def print_letter(self, letter: Row) -> None:
        """Shows the pages of one of our letters, to be printed."""
        title = self.tr("نامهٔ {number}").format(number=shown_number(letter))
        paper = office_paper(self._context.office, "letter", title, _file_name([letter]), record_id=letter["id"])
        show_paper(self, self._operations, paper)

    def print_letters(self, letters: Sequence[Row]) -> None:
        """Shows the pages of several letters one after the other; each is noted once they are printed."""
        office = self._context.office

        def make() -> bytes:
            return joined([make_document(office, "letter", record_id=letter["id"]) for letter in letters])

        def printed() -> None:
            for letter in letters:
                note_print(office, "letter", record_id=letter["id"])

        show_paper(self, self._operations, Paper(self.tr("نامه‌های یادآوری"), _file_name(letters), make, printed))

    def _connect(self) -> None:
        self.list.rested.connect(self._show_marked)
        self.list.activated.connect(lambda _id: self.pane.show())
        self.pane.print_wanted.connect(self._print_marked)
        self.pane.edit_wanted.connect(self._edit)
        self.pane.remove_wanted.connect(self._remove)
        self.pane.receipt_wanted.connect(self._change_receipt)
        self.pane.answer_wanted.connect(lambda: self.register(self._marked()))
        self.pane.reply_wanted.connect(lambda: self._compose(composed(self._context, answered=self._marked())))
        self.pane.open_record.connect(self.open_record)
        self.pane.closed.connect(self.pane.hide)
        self.compose.frame.cancelled.connect(self._leave_form)
        QShortcut(QKeySequence("F9"), self).activated.connect(self._print_marked)

    def _to_list(self) -> None:
        self.stack.setCurrentIndex(0)
        self.list.table.setFocus()

    def _marked(self) -> Row | None:
        return self.pane.detail.letter if self.pane.detail else None

    def _seen(self) -> int | None:
        return self.pane.detail.seen if self.pane.detail else None

    def _show_marked(self, record_id: str | None) -> None:
        if record_id is None:
            self.pane.show_nothing()
            return

        def read(_progress: object) -> LetterDetail | None:
            with self._context.office.read() as rows:
                return letter_detail(rows, record_id)

        self._operations.run(read, self._show_detail)

    def _show_detail(self, detail: LetterDetail | None) -> None:
        if detail is not None and detail.letter["id"] == self.list.current_record():
            self.pane.show_letter(detail)
            strip = self.photos.strip("letter", detail.letter["id"], detail.photos)
            if strip is not None:
                self.pane.add_last(strip)

    def _print_marked(self) -> None:
        letter = self._marked()
        if letter is not None and letter["direction"] == "out" and not self.stack.currentIndex():
            self.print_letter(letter)

    def _compose(self, begun: Composed, *, resumed: bool = False) -> None:
        page = self.compose

        told = self.tr("نامه با شمارهٔ {number} ثبت شد.")
        deed = Deed(
            page.write,
            lambda letter: told.format(number=shown_number(letter)),
            self._letter_saved,
            begun.seen,
            changed_only=bool(begun.letter_id),
        )
        self.stack.setCurrentWidget(page)
        page.show_letter(begun)
        name = FormName("letter", begun.letter_id, owner_id=begun.referral_id)
        self._form_work.begin(name, compose_title(begun), begun.values, deed, resumed=resumed)

    def _letter_saved(self, saved: Saved[Row]) -> None:
        self._to_list()
        self.pane.show()
        self.list.select_record(saved.value["id"])
        self.print_letter(saved.value)

    def _leave_form(self) -> None:
        if self._form_work.may_leave():
            self._to_list()

    def _edit(self) -> None:
        letter = self._marked()
        if letter is not None and letter["direction"] == "out":
            self._compose(written(self._context, letter["id"]))
        elif letter is not None:
            self._change_incoming(letter)

    def _change_incoming(self, letter: Row) -> None:
        """What was written down of a letter that came in."""
        self._change(letter, self.tr("ویرایش نامهٔ رسیده"), INCOMING)

    def _change_receipt(self) -> None:
        """The number under which the receiver's secretariat has put our letter; it is known after it was sent."""
        letter = self._marked()
        if letter is not None:
            self._change(letter, self.tr("شمارهٔ ثبت نزد گیرنده"), ("secretariat_no_received",))

    def _change(self, letter: Row, title: str, names: Sequence[str]) -> None:
        """A small form over a letter with these of its fields."""
        fields = {name: KINDS["letter"].fields[name] for name in names}
        dialog = FormDialog(self.window(), title, fields, incoming_sources(self._context), self.tr("ثبت"))
        told = self.tr("نامهٔ {number} ثبت شد.")
        deed = Deed(
            lambda work, given: change_record(work, "letter", letter["id"], given),
            lambda changed: told.format(number=shown_number(changed)),
            lambda saved: self.list.select_record(saved.value["id"]),
            self._seen(),
            changed_only=True,
        )
        open_form(self._parts, dialog, FormName("letter", letter["id"], f"some:{names[0]}"), letter, deed)

    def _remove(self) -> None:
        letter, office, seen = self._marked(), self._context.office, self._seen()
        if letter is None:
            return
        asked = self.tr("نامهٔ {number} حذف شود؟").format(number=shown_number(letter))
        hint = self.tr("شمارهٔ آن به نامهٔ دیگری داده نمی‌شود.")
        if not self._asker.confirm(self, asked, hint, self.tr("حذف"), danger=True):
            return
        told = self.tr("نامه حذف شد.")
        self._operations.change(
            saving(office, lambda work: delete_record(work, "letter", letter["id"]), seen),
            lambda saved: tell_saved(self, self._operations, office, told, saved.changes),
        )

    def _open_reminders(self, waiting: list[Waiting]) -> None:
        if not waiting:
            toast(self.window(), self.tr("هیچ ارجاعی بی‌پاسخ نمانده است."))
            return
        dialog = RemindersDialog(self.window(), waiting)
        dialog.chosen.connect(self._write_reminders)
        dialog.open()

    def _write_reminders(self, agencies: list[str]) -> None:
        office = self._context.office

        def done(saved: Saved[list[Row]]) -> None:
            text = self.tr("%Ln نامهٔ یادآوری نوشته شد.", "", len(saved.value))
            tell_saved(self, self._operations, office, text, saved.changes)
            self.list.select_record(saved.value[0]["id"])
            self.print_letters(saved.value)

        self._operations.change(
            saving(office, lambda work: write_reminders(work, agencies)), done, title=self.remind.text()
        )


def _file_name(letters: Sequence[Row]) -> str:
    return f"{letters[0]['number'].replace('/', '-')}.pdf"
