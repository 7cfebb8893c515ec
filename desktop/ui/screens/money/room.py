"""«پول»: credits from their request on, what was spent of them, projects, requests, and the sums."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.access import may_read
from desktop.services.money_views import CreditStanding, credit_standing
from desktop.store.rows import Rows
from desktop.ui.list_filters import codes_filter, states_filter
from desktop.ui.operations import Operations
from desktop.ui.screens.money.credit import CreditPane
from desktop.ui.screens.money.sums import SumsPage
from desktop.ui.subject_room import subject_room
from desktop.ui.subject_screen import Child, Subject
from desktop.ui.tabbed_room import Tab
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.theme import Tone

CREDITS: dict[str, Tone] = {
    "requested": "muted", "approved": "info", "allocated": "warn", "received": "ok", "returned": "muted",
}  # fmt: skip
PROJECTS: dict[str, Tone] = {
    "proposed": "muted", "approved": "info", "running": "warn", "done": "ok", "stopped": "danger",
}  # fmt: skip
ANSWERS: dict[str, Tone] = {"waiting": "warn", "accepted": "ok", "partly": "info", "rejected": "danger"}


def make_room(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    parts = (context, operations, asker)
    translate = QCoreApplication.translate
    sums = Tab(translate("Money", "جمع‌ها"), lambda room: SumsPage(parts, room))
    subjects = [_credits(), _expenses(), _projects(), _requests()]
    titles = {"credit_request": translate("Money", "درخواست‌ها")}
    pages = {"sums": sums} if may_read(context.office.actor.role, KINDS["credit"]) else {}
    name = translate("Screens", "اعتبار و هزینه")
    return subject_room(parts, name, subjects, parent, titles=titles, pages=pages)


def _standing(rows: Rows, row: Row) -> CreditStanding | None:
    return credit_standing(rows, row["id"])


def _credits() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="credit",
        icon="wallet",
        search=translate("Money", "عنوان یا شمارهٔ نامه…"),
        unit=translate("Money", "اعتبار"),
        new=translate("Money", "اعتبار تازه"),
        none=(
            translate("Money", "هنوز اعتباری ثبت نشده است"),
            translate("Money", "اعتبار را با مبلغ و یکای آن بنویسید: «۲ میلیارد تومان» یا «۵۳ میلیارد ریال»."),
        ),
        filters=[codes_filter("credit", "source", translate("Money", "همهٔ منبع‌ها"))],
        tones={"status": CREDITS},
        droppable=("purpose", "source", "fiscal_year"),
        children=[
            Child(
                kind="expense", owner="credit_id", icon="banknote", none=translate("Money", "هنوز هزینه‌ای نشده است."),
            ),
            Child(
                kind="project_credit", owner="credit_id", icon="award",
                none=translate("Money", "این اعتبار به پروژه‌ای نپیوسته است."),
            ),
        ],
        more=_standing,
        pane=CreditPane,
    )  # fmt: skip


def _expenses() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="expense",
        icon="banknote",
        search=translate("Money", "شرح یا شمارهٔ سند…"),
        unit=translate("Money", "هزینه"),
        new=translate("Money", "هزینهٔ تازه"),
        none=(
            translate("Money", "هنوز هزینه‌ای ثبت نشده است"),
            translate("Money", "هر هزینه از یک اعتبار است و از دریافتی آن بیشتر نمی‌شود."),
        ),
        filters=[codes_filter("expense", "category", translate("Money", "همهٔ گونه‌ها"))],
        droppable=("document_no", "credit_id"),
    )


def _projects() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="project",
        icon="award",
        search=translate("Money", "عنوان پروژه…"),
        unit=translate("Money", "پروژه"),
        new=translate("Money", "پروژهٔ تازه"),
        none=(
            translate("Money", "هنوز پروژه‌ای ثبت نشده است"),
            translate("Money", "ساخت، تجهیز یا تعمیری که به نیازی پاسخ می‌دهد، با اعتبار و پیشرفت آن."),
        ),
        filters=[states_filter("project", list(PROJECTS))],
        tones={"status": PROJECTS},
        droppable=("executor_org_id", "kind", "progress"),
        children=[
            Child(
                kind="project_need", owner="project_id", icon="hand-helping",
                none=translate("Money", "نیازی به این پروژه نپیوسته است."),
            ),
            Child(
                kind="need", owner="project_id", icon="hand-helping", elsewhere=True, none="",
                title=translate("Money", "نیازهایی که این پروژه را نام برده‌اند"),
            ),
            Child(
                kind="project_credit", owner="project_id", icon="wallet",
                none=translate("Money", "اعتباری به این پروژه نپیوسته است."),
            ),
            Child(
                kind="expense", owner="project_id", icon="banknote", elsewhere=True,
                none=translate("Money", "هزینه‌ای برای این پروژه نوشته نشده است."),
            ),
            Child(
                kind="evaluation", owner="target_id", icon="scale", evaluated=True,
                none=translate("Money", "هنوز ارزیابی نشده است."),
            ),
        ],
    )  # fmt: skip


def _requests() -> Subject:
    translate = QCoreApplication.translate
    return Subject(
        kind="credit_request",
        icon="send",
        search=translate("Money", "عنوان یا شمارهٔ نامه…"),
        unit=translate("Money", "درخواست"),
        new=translate("Money", "درخواست تازه"),
        none=(
            translate("Money", "هنوز درخواستی نیست"),
            translate("Money", "درخواست اعتبار با دلیل آن و پاسخ دستگاه نوشته می‌شود."),
        ),
        filters=[states_filter("credit_request", list(ANSWERS))],
        tones={"answer": ANSWERS},
        droppable=("to_org_id", "purpose"),
    )
