"""Meeting others from the window: by network now, with progress, a way to stop, and the outcome in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.sync.client import Summary, remember_line, sync_with
from desktop.ui.form_work import Parts
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import grouped, listed


@dataclass(frozen=True)
class _Met:
    """A contact as the screens hear of it."""

    summary: Summary

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(self.summary.kinds)


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

        def met(found: _Met) -> None:
            toast(self._widget, summary_words(found.summary))
            done()

        self._operations.change(
            lambda progress: _Met(sync_with(office, url, progress.tell)),
            met,
            title=QCoreApplication.translate("Sync", "در حال همگام‌سازی با شبکه…"),
            stopped=done,
        )


def summary_words(summary: Summary) -> str:
    """What a contact did."""
    translate = QCoreApplication.translate
    if not (summary.sent or summary.received or summary.waiting or summary.refused):
        return translate("Sync", "چیز تازه‌ای نبود؛ هر دو همه چیز را دارند.")
    parts = [
        translate("Sync", "{n} دگرگونی فرستاده شد").format(n=grouped(summary.sent)) if summary.sent else "",
        translate("Sync", "{n} دگرگونی رسید").format(n=grouped(summary.received)) if summary.received else "",
        translate("Sync", "{n} بسته منتظر بستهٔ پیشین است").format(n=grouped(summary.waiting))
        if summary.waiting
        else "",
    ]
    refused = sum(summary.refused.values())
    if refused:
        parts.append(translate("Sync", "{n} بسته پذیرفته نشد").format(n=grouped(refused)))
    return listed(parts)
