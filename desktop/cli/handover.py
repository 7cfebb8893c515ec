"""The word about the end of an operator's contract: a package for the next one, and opening it there."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli.session import folder_of, opened, password_of, second_manager, secret, username_of
from desktop.system.terminal import emit, say


def handover(words: Namespace) -> int:
    """The office in a sealed package, whose code is told once; with --open the other way round, into a new folder."""
    from desktop.services.handover import hand_over, take_over

    package = Path(words.file)
    if words.open:
        code = secret("TASHILGAR_RECOVERY_CODE", "کد بازیابی بسته")
        given = {"username": username_of(words), "full_name": words.full_name or username_of(words)}
        office = take_over(folder_of(words), package, code, given, password_of())
        about = {"office_id": office.identity.office_id, "device_id": office.identity.device_id}
        emit({"ok": True, **about, "recovery_code": office.next_code})
        office.close()
        return 0
    with opened(words) as office:
        made = hand_over(office, package, second_manager())
    emit({"file": str(made.path), "sha256": made.sha256, "recovery_code": made.code, "counts": dict(made.counts)})
    say("کد را جدا از بسته نگه دارید؛ بسته بی آن باز نمی‌شود و کد دیگر گفته نمی‌شود.")
    return 0
