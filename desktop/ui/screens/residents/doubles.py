"""«موارد مشابه»: the likely doubles of the office, one after the other, and what is decided of each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.likeness import REASONS
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services import doubles
from desktop.services.double_views import SideBySide, side_by_side
from desktop.services.doubles import Pair
from desktop.services.merging import merge
from desktop.ui.form_work import Parts
from desktop.ui.operations import Progress
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.screens.residents.side_by_side import SideBySideView
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.labels import EmptyState, h1, muted
from desktop.ui.widgets.questions import Answer
from desktop.ui.widgets.wording import grouped, listed, said

_LIST_WIDTH = 300


class DoublesDialog(QDialog):
    """F9 makes one file of two, Shift+F9 says that they are two people, F6 lets the other file stay."""

    def __init__(self, parent: QWidget, parts: Parts) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = parts
        self._shown: SideBySide | None = None
        self.pairs: list[Pair] = []  # in the order of the list
        self.setWindowTitle(self.tr("موارد مشابه"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setProperty("look", "checks")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setAccessibleName(self.tr("موارد مشابه"))
        self.list.currentItemChanged.connect(lambda _now, _before: self._compare())
        self.view = SideBySideView()
        self.view.swapped.connect(self.swap)
        self.count = muted("")
        self.merge_button = button(self.tr("یکی کردن دو پرونده"), self.merge, look="primary", icon_name="users")
        self.merge_button.setToolTip(tip(self.tr("یکی کردن دو پرونده"), "F9"))
        self.apart_button = button(self.tr("دو نفرند"), self.tell_apart)
        self.apart_button.setToolTip(tip(self.tr("این دو دیگر با هم نشان داده نمی‌شوند"), "Shift+F9"))
        for keys, act in (("F9", self.merge), ("Shift+F9", self.tell_apart), ("F5", self.look), ("F6", self.swap)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._lay_out()
        self.resize(1060, 680)

    def look(self) -> None:
        """Compares everybody with everybody, beside the window."""
        office = self._context.office
        self._pages.setCurrentIndex(0)
        self._nobody.hide()  # nobody knows yet
        self.count.setText(self.tr("در حال جست‌وجو…"))
        self._enable(False)

        def work(progress: Progress) -> list[Pair]:
            with office.read() as rows:
                return sorted(doubles.pairs(rows, progress.tell), key=lambda pair: -pair.score)

        title = self.tr("در حال سنجیدن پرونده‌ها با هم…")
        self._operations.run(work, self.show_pairs, title=title, stopped=lambda: self.show_pairs([]))

    def show_pairs(self, pairs: list[Pair]) -> None:
        """The pairs, the likeliest first."""
        self.pairs = []
        self.list.clear()
        self.pairs = list(pairs)
        for pair in pairs:
            self.list.addItem(_item(pair))
        self._count()
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Pair | None:
        """The pair that is compared now."""
        row = self.list.currentRow()
        return self.pairs[row] if 0 <= row < len(self.pairs) else None

    def swap(self) -> None:
        """The other file stays."""
        if self._shown is not None:
            self._show(str(self._shown.other["id"]), str(self._shown.one["id"]))

    def merge(self, successor: str = "") -> None:
        """The second file goes into the first, with the answers that were chosen."""
        shown = self._shown
        if shown is None or not self.merge_button.isEnabled():
            return
        keep, gone = str(shown.one["id"]), str(shown.other["id"])
        given = {"choices": self.view.choices(), "successor_id": successor}
        self._enable(False)

        def done(saved: Saved[Row]) -> None:
            self._drop(gone)
            told = self.tr("دو پرونده یکی شد؛ تا ۹۰ روز می‌توان آن‌ها را جدا کرد.")
            tell_saved(self, self._operations, self._context.office, told, saved.changes)

        def failed(problems: list[Problem]) -> None:
            self._enable(True)
            if any(problem.field == "successor_id" for problem in problems) and not successor:
                self._ask_successor(shown.other)
            else:
                self._operations.tell(problems)

        self._operations.change(
            saving(self._context.office, lambda work: merge(work, keep, gone, given), shown.seen),
            done,
            failed,
            stopped=lambda: self._enable(True),
        )

    def tell_apart(self) -> None:
        """Two people; the pair is not shown again."""
        pair = self.current()
        if pair is None or not self.apart_button.isEnabled():
            return
        self._enable(False)

        def done(saved: Saved[Row]) -> None:
            self._keep_only([each for each in self.pairs if each != pair])
            tell_saved(self, self._operations, self._context.office, self.tr("نوشته شد که دو نفرند."), saved.changes)

        self._operations.change(
            saving(self._context.office, lambda work: doubles.tell_apart(work, pair.id, pair.other)),
            done,
            stopped=lambda: self._enable(True),
        )

    def _ask_successor(self, gone: Row) -> None:
        """Whoever goes headed a household whose other members stay."""
        with self._context.office.read() as rows:
            stay = rows.find("person", household_id=gone["household_id"], status="active")
        others = [person for person in stay if person["id"] != gone["id"]]
        choices = [Answer(str(person["id"]), f"{person['first_name']} {person['last_name']}") for person in others]
        title = self.tr("سرپرست تازه")
        text = self.tr("پرونده‌ای که ادغام می‌شود سرپرست خانواری است که دیگر اعضایش می‌مانند. سرپرست آن که باشد؟")
        chosen = self._asker.ask(self, title, text, choices)
        if chosen:
            self.merge(chosen)

    def _compare(self) -> None:
        pair = self.current()
        self._pages.setCurrentIndex(0 if pair is None else 1)
        self._enable(pair is not None)
        if pair is None:
            self._shown = None
            self.view.empty()
            return
        with self._context.office.read() as rows:
            people: Mapping[str, Row | None] = {each: rows.get("person", each) for each in (pair.id, pair.other)}
        ordered = sorted(people, key=lambda each: _rank(people[each]))
        self._show(ordered[0], ordered[1])

    def _show(self, keep: str, gone: str) -> None:
        pair = self.current()
        if pair is None:
            return
        with self._context.office.read() as rows:
            self._shown = side_by_side(rows, keep, gone)
        self.view.show_pair(pair, self._shown)

    def _drop(self, gone: str) -> None:
        """Every pair of the file that is no more."""
        self._keep_only([pair for pair in self.pairs if gone not in (pair.id, pair.other)])

    def _keep_only(self, pairs: list[Pair]) -> None:
        """The pairs that are still to be decided; the one that moves up is compared next."""
        for place in reversed(range(len(self.pairs))):
            if self.pairs[place] not in pairs:
                del self.pairs[place]
                self.list.takeItem(place)
        self._count()
        self._compare()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        many = self.list.count()
        self.count.setText(self.tr("{n} مورد").format(n=grouped(many)) if many else "")
        self.list.setVisible(bool(many))
        self._nobody.setVisible(not many)

    def _enable(self, on: bool) -> None:
        self.merge_button.setEnabled(on)
        self.apart_button.setEnabled(on)

    def _lay_out(self) -> None:
        self._nobody = EmptyState(
            "circle-check",
            self.tr("مورد مشابهی نیست"),
            self.tr("کسانی که شاید دو بار ثبت شده باشند در اینجا با دلیل نشان داده می‌شوند."),
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.view)
        right = QWidget()
        self._pages = QStackedLayout(right)
        self._pages.addWidget(self._nobody)
        self._pages.addWidget(area)
        head = QHBoxLayout()
        head.addWidget(h1(self.tr("موارد مشابه")))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(icon_button("refresh-cw", tip(self.tr("جست‌وجوی دوباره"), "F5"), self.look))
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self.list)
        middle.addWidget(right, 1)
        foot = QHBoxLayout()
        foot.addWidget(muted(self.tr("همهٔ نیازها، حضورها و نامه‌های هر دو با پروندهٔ ماندگار می‌ماند.")))
        foot.addStretch(1)
        for made in (self.merge_button, self.apart_button, button(self.tr("بستن"), self.close)):
            foot.addWidget(made)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addLayout(middle, 1)
        inside.addLayout(foot)


def _item(pair: Pair) -> QListWidgetItem:
    names = pair.title if pair.title == pair.other_title else f"{pair.title} / {pair.other_title}"
    why = listed(said(REASONS[reason]) for reason in pair.reasons)
    made = QListWidgetItem(f"{names}\n{why}")
    made.setToolTip(why)
    return made


def _rank(person: Row | None) -> tuple[bool, str]:
    """The file that stays unless somebody says otherwise: an active one, of two such the older."""
    return (person is None or person["status"] != "active", str(person["created_at"]) if person else "")
