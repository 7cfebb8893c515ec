"""What the registration has to say while one types: likely doubles with their reasons, offers, things left open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.likeness import AGAINST, REASONS
from desktop.store.duplicates import Candidate
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import Pane
from desktop.ui.widgets.labels import Avatar, badge, h2, icon_tile, label, muted, small
from desktop.ui.widgets.wording import digits, listed, said

WIDTH = 292


class SidePanel(Pane):
    """Cards of hints beside the page."""

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.doubles: list[QWidget] = []
        self.show_hints(None, (), (), lambda _candidate: None, lambda _candidate: None)

    def show_hints(
        self,
        offer: tuple[str, Callable[[], object]] | None,
        candidates: Sequence[Candidate],
        notes: Sequence[str],
        same: Callable[[Candidate], object],
        other: Callable[[Candidate], object],
    ) -> None:
        """`offer`: a national ID and what taking it does. `notes`: sentences about what is left open."""
        self.empty()
        self.doubles = [self._double(candidate, same, other) for candidate in candidates]
        if self.doubles:
            title = h2(self.tr("شاید پیش‌تر ثبت شده باشد"))
            title.setContentsMargins(4, 4, 4, 4)
            self.add(title, *self.doubles)
        if offer:
            self.add(self._offer(*offer))
        for note in notes:
            self.add(_note(note))
        if not (self.doubles or offer or notes):
            self.add(self._quiet())
        self.column.addStretch(1)

    def _double(
        self, candidate: Candidate, same: Callable[[Candidate], object], other: Callable[[Candidate], object]
    ) -> QWidget:
        person = candidate.person
        frame, inside = _box("warn")
        name = f"{person['first_name']} {person['last_name']}"
        row = QHBoxLayout()
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(name, "strong"))
        words.addWidget(small(self.tr("پروندهٔ {no}").format(no="\u200e" + digits(person["resident_no"]))))
        row.addWidget(Avatar(name, 38))
        row.addLayout(words, 1)
        inside.addLayout(row)
        for reason in candidate.reasons:
            inside.addWidget(badge(said(REASONS[reason]), "warn"), 0, start())
        if candidate.against:
            against = listed(said(AGAINST[code]) for code in candidate.against)
            inside.addWidget(small(self.tr("اما: {what}").format(what=against), wrap=True))
        yes = button(self.tr("همان فرد است"), lambda: same(candidate), look="primary")
        yes.setToolTip(tip(self.tr("پروندهٔ دومی ساخته نمی‌شود"), "F9"))
        no = button(self.tr("فرد دیگری است"), lambda: other(candidate))
        no.setToolTip(tip(self.tr("ثبت ادامه می‌یابد"), "Shift+F9"))
        inside.addSpacing(4)
        inside.addWidget(yes)
        inside.addWidget(no)
        frame.setAccessibleName(name)
        return frame

    def _offer(self, number: str, take: Callable[[], object]) -> QWidget:
        frame, inside = _box("info")
        inside.addWidget(label(self.tr("کد ملی ده رقم دارد"), "strong"))
        inside.addWidget(muted(self.tr("آیا {number} منظورتان است؟").format(number=f"\u200e{number}\u200e"), wrap=True))
        yes = button(self.tr("همین است"), take, look="primary")
        yes.setToolTip(tip(self.tr("پذیرفتن این کد ملی"), "F8"))
        inside.addWidget(yes)
        return frame

    def _quiet(self) -> QWidget:
        frame, inside = _box("ok")
        row = QHBoxLayout()
        row.setSpacing(10)
        words = QVBoxLayout()
        words.addWidget(label(self.tr("همتایی پیدا نشده است"), "strong"))
        hint = self.tr("هنگام نوشتن نام‌ها، پرونده‌های همانند در اینجا با دلیل نشان داده می‌شوند.")
        words.addWidget(small(hint, wrap=True))
        row.addWidget(icon_tile("circle-check", "ok", 36), 0, start())
        row.addLayout(words, 1)
        inside.addLayout(row)
        return frame


def _box(_tone: str) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(4, 6, 4, 10)
    inside.setSpacing(6)
    return frame, inside


def _note(text: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(4, 6, 4, 6)
    row.setSpacing(10)
    row.addWidget(icon_tile("info", "info", 32), 0, start())
    row.addWidget(muted(text, wrap=True), 1)
    return box
