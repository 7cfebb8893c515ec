"""Meeting others from the window, by network or with a carried file: progress, a way to stop, the outcome in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.clock import IRAN, today_in_iran
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Problem
from desktop.services import network
from desktop.services.courier import describe_courier, read_courier, write_courier
from desktop.services.sync_status import Peer
from desktop.sync.client import Summary, remember_line
from desktop.sync.courier import ENDING, Addressee, Head, Received, Written
from desktop.ui.form_work import Parts
from desktop.ui.operations import Progress
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.record_pane import paper_title
from desktop.ui.widgets.questions import Answer
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import digits, grouped, listed, long, said, short_time
from desktop.ui.widgets.wording import told as told_problem

_REFUSED = ("fork", "revoked", "unknown_device", "no_key", "newer_format", "damaged", "other_office")
_KINDS_AT_MOST = 6
_RECEIPT = "courier_receipt"
T = TypeVar("T")


@dataclass(frozen=True)
class _Did(Generic[T]):
    """What was done, and which kinds of records the screens have to read again."""

    value: T
    kinds: frozenset[str] = frozenset()


class SyncDeeds:
    """What the page of sync does."""

    def __init__(self, parts: Parts, widget: QWidget) -> None:
        self._context, self._operations, self._asker = parts
        self._widget = widget

    def ask_address(self, done: Callable[[], object]) -> None:
        """Asks where another laptop or the province answers, and keeps it."""
        translate = QCoreApplication.translate
        title = translate("Sync", "نشانی شبکه")
        text = translate("Sync", "نشانی کارساز استان یا رایانهٔ دیگر دفتر را بنویسید، همان‌گونه که به شما داده‌اند.")
        url = self._asker.ask_text(self._widget, title, text, translate("Sync", "نشانی"))
        if url:
            office = self._context.office
            self._operations.run(lambda _progress: remember_line(office, url.strip()), lambda _none: done())

    def by_network(self, url: str, done: Callable[[], object]) -> None:
        """Meets whoever answers there; what was passed on until it is stopped stays."""
        office = self._context.office

        def met(found: _Did[Summary]) -> None:
            toast(self._widget, summary_words(found.value))
            done()

        def meet(progress: Progress) -> _Did[Summary]:
            summary = network.meet(office, url, progress.tell)
            return _Did(summary, frozenset(summary.kinds))

        self._operations.change(
            meet,
            met,
            title=QCoreApplication.translate("Sync", "در حال همگام‌سازی با شبکه…"),
            stopped=done,
        )

    def write(self, peers: Sequence[Peer], done: Callable[[], object]) -> None:
        """Writes what others lack into a file that somebody carries; for whom is asked where that is not clear."""
        translate = QCoreApplication.translate
        to = self._to_whom(peers)
        if to is None:
            return
        office = self._context.office
        name = f"tashilgar-{office.identity.office_code}-{today_in_iran(office.clock()):%Y%m%d}{ENDING}"
        title, sort = translate("Sync", "نوشتن پروندهٔ همراه"), translate("Sync", "پروندهٔ همراه")
        chosen, _filter = QFileDialog.getSaveFileName(self._widget, title, name, f"{sort} (*{ENDING})")
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(ENDING) else f"{chosen}{ENDING}")

        def written(found: _Did[Written]) -> None:
            choices = [
                Answer("receipt", translate("Sync", "چاپ رسید حامل"), "primary"),
                Answer("ok", translate("Sync", "دانستم")),
            ]
            told = translate("Sync", "پروندهٔ همراه نوشته شد")
            if self._asker.ask(self._widget, told, written_words(found.value), choices) == "receipt":
                receipt = office_paper(office, _RECEIPT, paper_title(_RECEIPT), f"{path.stem}.pdf")
                show_paper(self._widget, self._operations, receipt)
            done()

        self._operations.change(
            lambda progress: _Did(write_courier(office, path, to, progress.tell)),
            written,
            title=translate("Sync", "در حال نوشتن پروندهٔ همراه…"),
            stopped=done,
        )

    def read(self, done: Callable[[], object]) -> None:
        """Tells what a file says it is, and takes what it brings if that is wished."""
        translate = QCoreApplication.translate
        office = self._context.office
        title, sort = translate("Sync", "خواندن پروندهٔ همراه"), translate("Sync", "پروندهٔ همراه")
        chosen, _filter = QFileDialog.getOpenFileName(self._widget, title, "", f"{sort} (*{ENDING});;*")
        if not chosen:
            return
        path = Path(chosen)

        def shown(head: Head) -> None:
            if self._asker.confirm(self._widget, title, head_words(head), translate("Sync", "خوانده شود")):
                self._take(path, done)

        self._operations.run(lambda _progress: describe_courier(office, path), shown)

    def _take(self, path: Path, done: Callable[[], object]) -> None:
        translate = QCoreApplication.translate
        office = self._context.office

        def taken(found: _Did[Received]) -> None:
            self._asker.tell(self._widget, translate("Sync", "پروندهٔ همراه خوانده شد"), received_words(found.value))
            done()

        def take(progress: Progress) -> _Did[Received]:
            received = read_courier(office, path, progress.tell)
            return _Did(received, frozenset(received.kinds))

        self._operations.change(take, taken, title=translate("Sync", "در حال خواندن پروندهٔ همراه…"), stopped=done)

    def _to_whom(self, peers: Sequence[Peer]) -> Addressee | None:
        roles = {peer.role for peer in peers if peer.status == "active"}
        if "province" not in roles:
            return "office"
        if roles == {"province"}:
            return "province"
        translate = QCoreApplication.translate
        choices = [
            Answer("office", translate("Sync", "رایانه‌های دفتر"), "primary"),
            Answer("province", translate("Sync", "استان")),
        ]
        title = translate("Sync", "نوشتن پروندهٔ همراه")
        found = self._asker.ask(self._widget, title, translate("Sync", "این پرونده برای کیست؟"), choices)
        return {"office": "office", "province": "province"}.get(found or "")  # type: ignore[return-value]


def summary_words(summary: Summary) -> str:
    """What a contact did."""
    translate = QCoreApplication.translate
    contents = summary.contents_sent or summary.contents_received or summary.contents_missing
    if not (summary.sent or summary.received or contents or summary.waiting or summary.refused):
        return translate("Sync", "چیز تازه‌ای نبود؛ هر دو همه چیز را دارند.")
    parts = [
        _counted(translate("Sync", "{n} دگرگونی فرستاده شد"), summary.sent),
        _counted(translate("Sync", "{n} دگرگونی رسید"), summary.received),
        _counted(translate("Sync", "{n} پیوست فرستاده شد"), summary.contents_sent),
        _counted(translate("Sync", "{n} پیوست رسید"), summary.contents_received),
        _counted(translate("Sync", "{n} پیوست هنوز نرسیده است"), summary.contents_missing),
        _counted(translate("Sync", "{n} بسته منتظر بستهٔ پیشین است"), summary.waiting),
    ]
    refused = sum(summary.refused.values())
    if refused:
        parts.append(translate("Sync", "{n} بسته پذیرفته نشد").format(n=grouped(refused)))
    return listed(parts)


def _counted(text: str, many: int) -> str:
    return text.format(n=grouped(many)) if many else ""


def written_words(written: Written) -> str:
    """What lies in the file now."""
    translate = QCoreApplication.translate
    if not written.operations and not written.attachments:
        return translate("Sync", "چیزی در انتظار نبود؛ پرونده تنها می‌گوید این رایانه چه دارد.")
    papers = translate("Sync", "{n} پیوست").format(n=grouped(written.attachments)) if written.attachments else ""
    told = translate("Sync", "{n} دگرگونی").format(n=grouped(written.operations))
    kept = translate("Sync", "تا پاسخ نرسیده، چیزی رسیده شمرده نمی‌شود؛ اگر پرونده گم شود همه چیز در پروندهٔ بعدی هست.")
    return "\n".join((listed((told, papers)), _kinds(written.kinds), kept))


def head_words(head: Head) -> str:
    """What a file says it is."""
    translate = QCoreApplication.translate
    sender = digits(head.sender_name) or translate("Sync", "رایانه‌ای بی‌نام")
    if head.from_kind == "province":
        sender = translate("Sync", "استان")
    told = translate("Sync", "این پرونده را {who} نوشته است، {when}.").format(who=sender, when=_moment(head.made_at))
    own = translate("Sync", "همین رایانه آن را نوشته است؛ چیز تازه‌ای برای خودش ندارد.") if head.own else ""
    safe = translate("Sync", "خواندن دوباره زیانی ندارد و چیزی از این رایانه پاک نمی‌شود.")
    return "\n".join(filter(None, (told, own, safe)))


def received_words(received: Received) -> str:
    """What became of a file."""
    translate = QCoreApplication.translate
    counts = (
        (received.operations, translate("Sync", "{n} دگرگونی رسید")),
        (received.attachments, translate("Sync", "{n} پیوست رسید")),
        (received.segments.get("waiting", 0), translate("Sync", "{n} بسته منتظر بستهٔ پیشین است")),
        (sum(received.segments.get(one, 0) for one in _REFUSED), translate("Sync", "{n} بسته پذیرفته نشد")),
    )
    told = listed(text.format(n=grouped(many)) for many, text in counts if many)
    why = told_problem(Problem("", received.problem)) if received.problem else ""
    nothing = translate("Sync", "چیز تازه‌ای در آن نبود.") if not told and not why else ""
    return "\n".join(filter(None, (told, nothing, why)))


def _kinds(kinds: Mapping[str, int]) -> str:
    """«۱۲ ساکنان، ۳ نیازها»: the records that the changes are about, the most first."""
    told = QCoreApplication.translate("Sync", "{kind}: {n}")
    most = sorted(kinds.items(), key=lambda one: -one[1])[:_KINDS_AT_MOST]
    return listed(told.format(kind=said(KINDS[kind].plural), n=grouped(many)) for kind, many in most if kind in KINDS)


def _moment(told: str) -> str:
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        return told
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    hour = short_time(at.astimezone(IRAN).time().replace(second=0, microsecond=0))
    return QCoreApplication.translate("Sync", "{day}، ساعت {hour}").format(day=long(today_in_iran(at)), hour=hour)
