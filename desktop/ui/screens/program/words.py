"""What is said of versions: which one it is and of when, what a package brings, what going back costs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.services.updates import Offer, WayBack
from desktop.system.update.place import Release
from desktop.ui.backup_words import moment_words
from desktop.ui.widgets.direction import is_rtl
from desktop.ui.widgets.wording import digits, grouped, long

_MEGABYTE = 1 << 20
_MOST_LINES = 10  # of what is new, in a question; all of it stands on the page afterwards


def version_words(version: str) -> str:
    """«۱.۲.۰», in its order among words of any direction."""
    return f"\u2068{digits(version)}\u2069"


def date_words(release: Release) -> str:
    """Of which day a version is."""
    return long(date.fromisoformat(release.released))


def news_words(release: Release) -> str:
    """What is new in it, in the language of the window as far as it was written."""
    first, other = ("fa", "en") if is_rtl() else ("en", "fa")
    return release.notes.get(first) or release.notes.get(other, "")


def offer_words(offer: Offer) -> str:
    """What people must know before they install it."""
    translate, release = QCoreApplication.translate, offer.contents.release
    lines = [
        translate("Update", "نسخهٔ {version}، {day}").format(
            version=version_words(release.version), day=date_words(release)
        ),
        translate("Update", "امضای «{who}» درست است.").format(who=offer.signer),
        translate("Update", "روی دیسک {n} مگابایت جا می‌گیرد.").format(n=grouped(-(-offer.contents.size // _MEGABYTE))),
    ]
    if offer.upgrades_office:
        lines.append(
            translate("Update", "هنگام نخستین باز شدن، دفتر روزآمد می‌شود؛ پیش از آن خودبه‌خود پشتیبان گرفته می‌شود.")
        )
    news = news_words(release)
    if news:
        told = news.splitlines()
        lines += ["", translate("Update", "تازه‌ها:"), *told[:_MOST_LINES], *(["…"] if told[_MOST_LINES:] else [])]
    return "\n".join(lines)


def way_back_words(way: WayBack) -> str:
    """What going back means, before it is done."""
    translate, version = QCoreApplication.translate, version_words(way.previous.release.version)
    lines = [translate("Update", "از اجرای بعد، نسخهٔ {version} باز می‌شود.").format(version=version)]
    if way.reads_office:
        lines.append(translate("Update", "دفتر همان است که هست و چیزی از آن کم نمی‌شود."))
    elif way.backup is not None and way.backup.manifest is not None:
        when = moment_words(way.backup.manifest.moment)
        opens = translate("Update", "آن نسخه دفتر را چنان که امروز است باز نمی‌کند. پشتیبانی که باز می‌کند: {when}.")
        then = translate("Update", "پس از بازگشت، در صفحهٔ ورود «بازگرداندن از پشتیبان…» را بزنید و همین را برگزینید.")
        lines += [opens.format(when=when), _lost(way.lacks), then]
    return "\n".join(lines)


def _lost(lacks: int | None) -> str:
    translate = QCoreApplication.translate
    if lacks is None:
        return translate("Update", "آنچه پس از آن نوشته شده است در آن نیست؛ دفتر امروز در میان پشتیبان‌ها می‌ماند.")
    told = translate("Update", "{n} دگرگونیِ پس از آن در آن نیست؛ دفتر امروز در میان پشتیبان‌ها می‌ماند.")
    return told.format(n=grouped(lacks))
