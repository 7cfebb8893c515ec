"""The words about the office's laptops and its province: device, province."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli.session import folder_of, opened, second_manager, secret
from desktop.services import devices
from desktop.store.office_file import OfficeFile
from desktop.system.terminal import emit, say


def device(words: Namespace) -> int:
    """What is done with the laptops of the office."""
    if words.act == "join":
        return _join(words)
    acts = {"list": _list, "invite": _invite, "rotate": _rotate, "revoke": _revoke, "lost": _lost}
    with opened(words) as office:
        if words.act == "handover":
            return _handover(office)
        acts[words.act](office, words)
    return 0


def _join(words: Namespace) -> int:
    password = secret("TASHILGAR_PASSWORD", "گذرواژهٔ تازه برای این رایانه", twice=True)
    joined = devices.join_office(folder_of(words), Path(words.file), words.code, password)
    office = joined.office
    office.close()
    emit(
        {
            "ok": True,
            "office_id": office.identity.office_id,
            "device_id": office.identity.device_id,
            "block": office.identity.block,
            "user": office.actor.username,
            "fingerprint": joined.fingerprint,
            "recovery_code": joined.recovery_code,
        }
    )
    say("این رایانه از آن دفتر شد. داده‌ها با نخستین پروندهٔ همراه یا همگامی می‌آیند.")
    return 0


def _list(office: OfficeFile, _words: Namespace) -> None:
    for one in devices.device_list(office):
        emit(devices.as_json(one))


def _invite(office: OfficeFile, words: Namespace) -> None:
    made = devices.invite_device(office, words.name, Path(words.out), words.account or "")
    emit(
        {
            "device_id": made.device_id,
            "file": str(made.path),
            "code": made.code,
            "block": made.block,
            "expires": made.expires,
        }
    )
    say("کد را جدا از پرونده برسانید؛ دعوت بی آن باز نمی‌شود و کد دیگر گفته نمی‌شود.")


def _rotate(office: OfficeFile, _words: Namespace) -> None:
    fingerprint = devices.rotate_keys(office)
    emit({"ok": True, "device_id": office.identity.device_id, "fingerprint": fingerprint})


def _revoke(office: OfficeFile, words: Namespace) -> None:
    one = devices.device_named(office, words.device)
    last = devices.revoke_device(office, one.id, second_manager())
    emit({"ok": True, "device_id": one.id, "last_seq": last})
    say("این رایانه بسته شد. پروندهٔ همراه بعدی، یا همگامی، دیگران را آگاه می‌کند.")


def _lost(office: OfficeFile, words: Namespace) -> None:
    emit(devices.as_json(devices.report_lost(office, words.device)))


def _handover(office: OfficeFile) -> int:
    found = devices.hand_over_check(office)
    emit(devices.as_json(found))
    if found.proven:
        say("همهٔ آنچه در این رایانه نوشته شد به دیگران رسیده است؛ می‌توان آن را تحویل داد.")
        return 0
    say("هنوز چیزی هست که به دیگران نرسیده است؛ پروندهٔ همراه بنویسید، ببرید و پاسخ آن را این‌جا بخوانید.")
    return 1


def province(words: Namespace) -> int:
    """Joining the office to its province, and what is known of it."""
    from desktop.services import province_link

    with opened(words) as office:
        if words.act == "join":
            emit(province_link.as_json(province_link.join_province(office, Path(words.file), words.code)))
            say("دفتر به استان پیوست. نخستین پروندهٔ همراه یا همگامی، استان را آگاه می‌کند.")
            return 0
        known = province_link.known_province(office)
        emit({"joined": known is not None, **(province_link.as_json(known) if known else {})})
    return 0
