"""What is said of backups: when each was made and why, what it holds, what it lacks."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.clock import IRAN, today_in_iran
from desktop.domain.kinds import KINDS
from desktop.store.backup import Manifest
from desktop.ui.widgets.wording import digits, grouped, listed, long, said, short_time

_MEGABYTE = 1024 * 1024


def moment_words(at: datetime) -> str:
    """«۹ آذر ۱۴۰۵، ساعت ۱۴:۰۵»."""
    hour = short_time(at.astimezone(IRAN).time().replace(second=0, microsecond=0))
    return QCoreApplication.translate("Backup", "{day}، ساعت {hour}").format(day=long(today_in_iran(at)), hour=hour)


def cause_words(manifest: Manifest) -> str:
    """On what occasion it was made."""
    translate = QCoreApplication.translate
    return {
        "lock": translate("Backup", "هنگام قفل"),
        "close": translate("Backup", "هنگام بستن برنامه"),
        "asked": translate("Backup", "به خواست شما"),
        "upgrade": translate("Backup", "پیش از روزآمد شدن برنامه"),
        "restore": translate("Backup", "پیش از بازگرداندن"),
    }.get(manifest.cause, "")


def holds_words(manifest: Manifest) -> str:
    """How many of what it holds."""
    told = QCoreApplication.translate("Backup", "{kind}: {n}")
    return listed(
        told.format(kind=said(KINDS[kind].plural), n=grouped(many))
        for kind, many in manifest.counts.items()
        if kind in KINDS
    )


def size_words(manifest: Manifest) -> str:
    """Rounded up, in megabytes."""
    megabytes = max(1, -(-manifest.size // _MEGABYTE))
    return QCoreApplication.translate("Backup", "{n} مگابایت").format(n=grouped(megabytes))


def lacks_words(lacks: int | None) -> str:
    """How far it is behind today's office."""
    translate = QCoreApplication.translate
    if lacks is None:
        return translate("Backup", "از تاریخچهٔ دیگری است")
    if not lacks:
        return translate("Backup", "همه چیز را دارد")
    return translate("Backup", "{n} دگرگونیِ پس از آن را ندارد").format(n=grouped(lacks))


def preview_lines(manifest: Manifest, lacks: int | None, *, known: bool, upgrades: bool) -> list[str]:
    """What people must know before they bring it back."""
    translate = QCoreApplication.translate
    program = translate("Backup", "با برنامهٔ نسخهٔ {program}").format(program=f"\u2068{digits(manifest.program)}\u2069")
    lines = [
        translate("Backup", "نوشته‌شده در {when}، {why}، {program}").format(
            when=moment_words(manifest.moment), why=cause_words(manifest), program=program
        ),
        holds_words(manifest),
    ]
    if manifest.changed_at:
        changed = moment_words(datetime.fromisoformat(manifest.changed_at))
        lines.append(translate("Backup", "آخرین نوشته در آن: {when}").format(when=changed))
    if known:
        lines.append(lacks_words(lacks))
    if upgrades:
        lines.append(translate("Backup", "از برنامه‌ای کهنه‌تر است؛ هنگام بازگرداندن روزآمد می‌شود."))
    return lines
