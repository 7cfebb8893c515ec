"""«کاربران»: who may open the office, one's own password, the recovery code, and what was kept long enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.problems import Problem
from desktop.domain.retention import KEEPINGS
from desktop.services.accounts import (
    add_user,
    disable_user,
    enable_user,
    let_see_sensitive,
    renew_recovery,
    set_password,
)
from desktop.services.printing import note_recovery_sheet, recovery_sheet
from desktop.services.retention import Due, due, forget_due
from desktop.services.two_managers import who_may_agree
from desktop.services.user_views import Account, Accounts, accounts_of
from desktop.ui.account_words import shared_words
from desktop.ui.lines import LineButton
from desktop.ui.operations import Operations, Progress
from desktop.ui.paper import PAPER_SCALE, Paper, PaperDialog
from desktop.ui.secret_dialog import AGAIN, NEW, SECOND, SECOND_PASSWORD, Asked, SecretDialog, Words, second_manager
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.facts import clear
from desktop.ui.widgets.labels import Avatar, card, h2, label, muted, small
from desktop.ui.widgets.page import page_head, scrolled_page
from desktop.ui.widgets.pdf_pages import rendered
from desktop.ui.widgets.questions import Answer, Asker
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import dashed, grouped, label_of, labels_of, said
from desktop.ui.widgets.wording import told as told_problem

_MANAGER = "office_manager"
_ROLES_HERE = ("facilitator", "social_worker", "office_manager", "system_admin")


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> UsersScreen:
    return UsersScreen(context, operations, asker, parent)


class UsersScreen(QWidget):
    """F7 changes one's own password; the manager adds with Ctrl+N."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._operations, self._asker = context.office, operations, asker
        self._manages = context.office.actor.role == _MANAGER
        self.found: Accounts | None = None
        self.due: Due | None = None
        self.lines: list[LineButton] = []
        self.setProperty("look", "page")
        self.add = button(
            self.tr("حساب تازه…"), self.new_record, icon_name="user-plus", look="primary", shortcut="Ctrl+N"
        )
        self.own = button(self.tr("تغییر گذرواژه…"), self.change_own, icon_name="key-round", shortcut="F7")
        self.code = button(self.tr("کد بازیابی تازه…"), self.renew_code, icon_name="printer")
        self.forget = button(self.tr("فراموش کن…"), self.forget_now, icon_name="trash-2", look="danger")
        self._lay_out()

    def new_record(self) -> None:
        """A new account, with a password for its first login."""
        if not self._manages:
            return
        lines = (
            Asked("full_name", self.tr("نام و نام خانوادگی")),
            Asked("username", self.tr("نام کاربری"), latin=True),
            Asked("role", self.tr("نقش"), choices=[(code, labels_of("user_role")[code]) for code in _ROLES_HERE]),
            Asked(NEW, self.tr("گذرواژه برای نخستین ورود (دست‌کم هشت نویسه)"), secret=True),
            Asked(AGAIN, self.tr("تکرار گذرواژه"), secret=True),
        )

        def act(typed: Mapping[str, str]) -> object:
            given = {name: typed[name] for name in ("full_name", "username", "role")}
            return add_user(self._office, {**given, "must_change": True}, typed[NEW])

        hint = self.tr("هر همکار حساب خودش را دارد. این گذرواژه را به خود او بگویید؛ در نخستین ورود آن را عوض می‌کند.")
        words = Words(self.tr("حساب تازه"), hint, self.tr("ساختن حساب"))
        self._ask(words, lines, act, self.tr("حساب ساخته شد."))

    def change_own(self) -> None:
        """One's own password, by who knows the one until now."""
        lines = (
            Asked("former", self.tr("گذرواژهٔ کنونی"), secret=True),
            Asked(NEW, self.tr("گذرواژهٔ تازه (دست‌کم هشت نویسه)"), secret=True),
            Asked(AGAIN, self.tr("تکرار گذرواژهٔ تازه"), secret=True),
        )

        def act(typed: Mapping[str, str]) -> None:
            set_password(self._office, self._office.actor.username, typed[NEW], former=typed["former"])

        hint = self.tr("تنها گذرواژهٔ این رایانه عوض می‌شود. گذرواژه‌ای برگزینید که جای دیگری به کار نمی‌برید.")
        words = Words(self.tr("تغییر گذرواژه"), hint, self.tr("تغییر"))
        self._ask(words, lines, act, self.tr("گذرواژه عوض شد."))

    def renew_code(self) -> None:
        """A new recovery code; where there is a second manager, with his password."""
        others = sorted(who_may_agree(self._office))
        lines = [Asked("former", self.tr("گذرواژهٔ خودتان"), secret=True)]
        if others:
            lines += second_manager(others)

        def act(typed: Mapping[str, str]) -> str:
            second = (typed[SECOND], typed[SECOND_PASSWORD]) if others else None
            return renew_recovery(self._office, second, former=typed["former"])

        hint = self.tr(
            "هر که این کد را داشته باشد دفتر را می‌گشاید. کد پیشین دیگر به کار نمی‌آید؛ برگهٔ آن را نابود کنید."
        )
        words = Words(self.tr("کد بازیابی تازه"), hint, self.tr("ساختن کد"))
        SecretDialog(self.window(), self._operations, words, lines, act, lambda code: self._show_code(str(code))).open()

    def forget_now(self) -> None:
        """Everything that is past its time, after it was shown how much."""
        if self.due is None or not self.due.many:
            return
        lines = [f"{said(KEEPINGS[name].what)}: {grouped(len(ids))}" for name, ids in self.due.records.items()]
        text = "\n".join([*lines, self.tr("این کار بازگشتی ندارد؛ گزارش‌های امضاشده همان می‌مانند.")])
        if not self._asker.confirm(self, self.tr("فراموش شود؟"), text, self.tr("فراموش کن"), danger=True):
            return

        def done(found: Due) -> None:
            toast(self, self.tr("{n} مورد برای همیشه فراموش شد.").format(n=grouped(found.many)))
            self.reload()

        self._operations.change(lambda _progress: forget_due(self._office), done, title=self.tr("در حال فراموش‌کردن…"))

    def reload(self) -> None:
        """Reads all of it again."""
        if not self._manages:
            return

        def read(_progress: Progress) -> tuple[Accounts, Due]:
            with self._office.read() as rows:
                found = due(rows)
            return accounts_of(self._office), found

        self._operations.run(read, self._show, title=None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def _show(self, read: tuple[Accounts, Due]) -> None:
        self.found, self.due = read
        clear(self._accounts)
        self.lines = [self._line(one) for one in self.found.accounts]
        for line in self.lines:
            self._accounts.addWidget(line)
        clear(self._hints)
        for sign in self.found.shared:
            self._hints.addWidget(LineButton("circle-alert", "warn", shared_words(sign), sign.username))
        clear(self._due)
        for name, ids in self.due.records.items():
            self._due.addWidget(
                LineButton("hourglass", "warn", said(KEEPINGS[name].what), said(KEEPINGS[name].then), grouped(len(ids)))
            )
        if not self.due.many:
            self._due.addWidget(muted(self.tr("چیزی نیست که مدت نگهداری‌اش گذشته باشد."), wrap=True))
        self.forget.setVisible(bool(self.due.many))

    def _line(self, one: Account) -> LineButton:
        facts = [one.username, label_of("user_role", one.role)]
        if one.active and one.must_change:
            facts.append(self.tr("گذرواژه را در ورود بعد عوض می‌کند"))
        elif one.active and not one.here:
            facts.append(self.tr("در این رایانه گذرواژه ندارد"))
        end = self.tr("فعال") if one.active else self.tr("بسته")
        tone: Tone = "ok" if one.active else "muted"
        return LineButton(
            "", "primary" if one.active else "muted", one.full_name or one.username, dashed(facts), end,
            partial(self._open, one), end_tone=tone,
        )  # fmt: skip

    def _open(self, one: Account) -> None:
        """What can be done with an account."""
        own = one.username == self._office.actor.username
        choices = [Answer("own" if own else "reset", self.tr("گذرواژهٔ تازه…"), "primary")]
        if one.active and one.role in ("social_worker", _MANAGER) and not own:
            text = self.tr("دادهٔ حساس را نبیند") if one.sees_sensitive else self.tr("دادهٔ حساس را ببیند")
            choices.append(Answer("sensitive", text))
        if one.active and not own:
            choices.append(Answer("disable", self.tr("بستن حساب"), "danger"))
        choices.append(Answer("leave", self.tr("انصراف")))
        about = dashed((one.username, label_of("user_role", one.role)))
        answer = self._asker.ask(self, one.full_name or one.username, about, choices)
        deeds: dict[str, Callable[[], object]] = {
            "own": self.change_own,
            "reset": partial(self._reset, one),
            "sensitive": partial(
                self._do, partial(let_see_sensitive, self._office, one.username, sees=not one.sees_sensitive)
            ),
            "disable": partial(self._do, partial(disable_user, self._office, one.username)),
        }
        if answer in deeds:
            deeds[answer]()

    def _reset(self, one: Account) -> None:
        lines = (
            Asked(NEW, self.tr("گذرواژه برای ورود بعد (دست‌کم هشت نویسه)"), secret=True),
            Asked(AGAIN, self.tr("تکرار گذرواژه"), secret=True),
        )

        def act(typed: Mapping[str, str]) -> None:
            (set_password if one.active else enable_user)(self._office, one.username, typed[NEW])

        hint = self.tr("این گذرواژه را به خود او بگویید؛ در ورود بعد آن را با گذرواژه‌ای عوض می‌کند که تنها خودش می‌داند.")
        title = self.tr("گذرواژهٔ تازه برای {name}").format(name=one.full_name or one.username)
        self._ask(Words(title, hint, self.tr("ثبت")), lines, act, self.tr("گذرواژهٔ تازه نوشته شد."))

    def _do(self, act: Callable[[], object]) -> None:
        self._operations.run(lambda _progress: act(), lambda _none: self.reload(), self._refused)

    def _refused(self, problems: list[Problem]) -> None:
        self._asker.tell(self, self.tr("انجام نشد"), told_problem(problems[0]))

    def _ask(
        self,
        words: Words,
        lines: tuple[Asked, ...],
        act: Callable[[Mapping[str, str]], object],
        afterwards: str,
    ) -> None:
        def done(_answer: object) -> None:
            toast(self, afterwards)
            self.reload()

        SecretDialog(self.window(), self._operations, words, lines, act, done).open()

    def _show_code(self, code: str) -> None:
        """Once, on the sheet that is printed."""
        pdf = recovery_sheet(self._office, code)
        pages = rendered(pdf, PAPER_SCALE, self.devicePixelRatioF())
        title = self.tr("برگهٔ بازیابی")
        paper = Paper(title, "recovery.pdf", lambda: pdf, lambda: note_recovery_sheet(self._office))
        PaperDialog(self.window(), self._operations, paper, pages).open()

    def _lay_out(self) -> None:
        inside = scrolled_page(self)
        again = icon_button("refresh-cw", tip(self.tr("نگاه دوباره"), "F5"), self.reload)
        inside.addLayout(page_head(self.tr("کاربران"), *((self.add, again) if self._manages else ())))
        both = QHBoxLayout()
        both.setSpacing(14)
        people, accounts = card(6)
        accounts.addWidget(h2(self.tr("حساب‌های دفتر")))
        self._hints, self._accounts = QVBoxLayout(), QVBoxLayout()
        for held in (self._hints, self._accounts):
            held.setSpacing(4)
            accounts.addLayout(held)
        people.setVisible(self._manages)
        first = QVBoxLayout()
        first.addWidget(people)
        first.addStretch(1)
        beside = QVBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self._mine())
        if self._manages:
            beside.addWidget(self._recovery())
            beside.addWidget(self._retention())
        beside.addStretch(1)
        columns = [(first, 3), (beside, 2)] if self._manages else [(beside, 2), (first, 3)]
        for column, share in columns:
            both.addLayout(column, share)
        inside.addLayout(both, 1)
        self.setFocusProxy(self.add if self._manages else self.own)

    def _mine(self) -> QFrame:
        actor = self._office.actor
        with self._office.read() as rows:
            staff = rows.get("staff_member", actor.staff_id)
        name = str(staff["full_name"]) if staff else actor.username
        frame, column = card(8)
        column.addWidget(h2(self.tr("حساب من")))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Avatar(name, 40, "primary"))
        words = QVBoxLayout()
        words.addWidget(label(name, "strong"))
        words.addWidget(small(dashed((actor.username, label_of("user_role", actor.role)))))
        row.addLayout(words, 1)
        row.addWidget(self.own)
        column.addLayout(row)
        return frame

    def _recovery(self) -> QFrame:
        frame, column = card(8)
        column.addWidget(h2(self.tr("کد بازیابی")))
        sentence = self.tr(
            "اگر برگهٔ بازیابی گم شده یا کسی آن را دیده است، کد تازه‌ای بسازید؛ کد پیشین دیگر چیزی را نمی‌گشاید."
        )
        column.addWidget(muted(sentence, wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.code)
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _retention(self) -> QFrame:
        frame, column = card(8)
        column.addWidget(h2(self.tr("نگهداری داده‌ها")))
        sentence = self.tr("آنچه مدت نگهداری‌اش گذشته است، با یک کلید و برای همیشه می‌رود؛ شمارش‌ها می‌ماند.")
        column.addWidget(muted(sentence, wrap=True))
        self._due = QVBoxLayout()
        self._due.setSpacing(4)
        column.addLayout(self._due)
        row = QHBoxLayout()
        row.addWidget(self.forget)
        row.addStretch(1)
        column.addLayout(row)
        self.forget.hide()
        return frame
