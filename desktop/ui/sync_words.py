"""What is said of laptops and of how this one stands with them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.clock import IRAN, today_in_iran
from desktop.services.sync_status import Aside, Peer, SyncLight
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, grouped, long, short_time

TONES: dict[str, Tone] = {"alone": "muted", "ok": "ok", "waits": "warn", "trouble": "danger"}
ICONS = {"alone": "cloud-off", "ok": "cloud-check", "waits": "cloud-off", "trouble": "circle-alert"}
"""The light as it stands at the foot of the rail, in «امروز» and on its page."""
_DAY, _HOUR, _MINUTE = 86_400_000, 3_600_000, 60_000  # milliseconds


def device_name(name: str, number: int, role: str = "laptop") -> str:
    """A laptop by its name, or by its place among the office's; the province by itself."""
    translate = QCoreApplication.translate
    if name:
        return digits(name)
    if role == "province":
        return translate("Sync", "استان")
    return translate("Sync", "رایانهٔ {no} دفتر").format(no=grouped(number))


def light_words(light: SyncLight) -> str:
    """The light, in a sentence."""
    translate = QCoreApplication.translate
    if light.refused:
        return translate("Sync", "چیزی که رسیده پذیرفته نشده است؛ صفحهٔ همگام‌سازی دلیلش را می‌گوید.")
    if light.conflicts:
        told = translate("Sync", "{n} تعارض در انتظار تصمیم شماست.")
        return told.format(n=grouped(light.conflicts))
    if light.light == "alone":
        told = translate("Sync", "هنوز رایانهٔ دیگر یا استانی نیست؛ {n} دگرگونی تنها در همین رایانه است.")
        return told.format(n=grouped(light.waits))
    if light.waits:
        told = translate("Sync", "{n} دگرگونی هنوز به همه نرسیده است.")
        return told.format(n=grouped(light.waits))
    return translate("Sync", "همه چیز به همه رسیده است.")


def contact_words(peer: Peer) -> str:
    """When a device was last met, and by which road."""
    translate = QCoreApplication.translate
    if peer.status == "revoked":
        return translate("Sync", "کنار گذاشته شده؛ نوشته‌هایش دیگر پذیرفته نمی‌شود")
    if peer.status == "closed":
        return translate("Sync", "بسته شده؛ با شناسهٔ تازه‌ای کار می‌کند")
    if peer.contact_at is None and peer.written:
        return translate("Sync", "خودش دیده نشده؛ {n} دگرگونی‌اش از راه دیگری رسیده است").format(n=grouped(peer.written))
    if peer.contact_at is None:
        return translate("Sync", "هنوز تماسی نبوده است")
    hour = short_time(peer.contact_at.astimezone(IRAN).time().replace(second=0, microsecond=0))
    told = {
        "network": translate("Sync", "آخرین تماس با شبکه: {day}، ساعت {hour}"),
        "courier": translate("Sync", "آخرین تماس با پروندهٔ همراه: {day}، ساعت {hour}"),
    }.get(peer.contact_by, translate("Sync", "آخرین تماس: {day}، ساعت {hour}"))
    return told.format(day=long(today_in_iran(peer.contact_at)), hour=hour)


def waits_words(peer: Peer) -> tuple[str, Tone | None]:
    """How much a device lacks, as far as it is known."""
    translate = QCoreApplication.translate
    if peer.status != "active":
        return "", None
    if not peer.waits:
        return translate("Sync", "همه رسیده"), "ok"
    return translate("Sync", "{n} دگرگونی در انتظار").format(n=grouped(peer.waits)), "warn"


def aside_words(aside: Aside) -> str:
    """Why packets of a device could not be taken, and what helps."""
    translate = QCoreApplication.translate
    told = {
        "waiting": translate("Sync", "{n} دگرگونی از {who} منتظر پرونده‌ای پیش از خود است؛ پروندهٔ پیشین را هم بخوانید."),
        "revoked": translate("Sync", "{n} دگرگونی از {who} پذیرفته نشد، چون آن رایانه کنار گذاشته شده است."),
        "fork": translate(
            "Sync", "{n} دگرگونی از {who} پذیرفته نشد: از پوشهٔ آن رایانه رونوشتی در کار است یا پشتیبانی بازگردانده شده."
        ),
        "unknown_device": translate(
            "Sync", "{n} دگرگونی از رایانه‌ای است که این رایانه هنوز نمی‌شناسد؛ با خواندن پروندهٔ دیگران شناخته می‌شود."
        ),
        "newer_format": translate(
            "Sync", "{n} دگرگونی از {who} با نسخهٔ تازه‌تر برنامه نوشته شده است؛ برنامهٔ این رایانه را به‌روز کنید."
        ),
    }.get(aside.reason, translate("Sync", "{n} دگرگونی از {who} خوانده نشد."))
    return told.format(n=grouped(aside.changes), who=device_name(aside.name, aside.number))


def clock_words(ahead_ms: int) -> str:
    """How wrong this laptop's clock was found to be, and what that harms."""
    translate = QCoreApplication.translate
    span = abs(ahead_ms)
    if span >= 2 * _DAY:
        told = translate("Sync", "{n} روز").format(n=grouped(span // _DAY))
    elif span >= 2 * _HOUR:
        told = translate("Sync", "{n} ساعت").format(n=grouped(span // _HOUR))
    else:
        told = translate("Sync", "{n} دقیقه").format(n=grouped(span // _MINUTE))
    ahead, behind = (
        translate("Sync", "ساعت این رایانه {span} جلوتر است؛ ساعت ویندوز را درست کنید. چیزی از دست نرفته است."),
        translate("Sync", "ساعت این رایانه {span} عقب‌تر است؛ ساعت ویندوز را درست کنید. چیزی از دست نرفته است."),
    )
    return (ahead if ahead_ms > 0 else behind).format(span=told)
