"""The word about the sealed file that somebody carries: courier."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.session import opened
from desktop.domain.clock import IRAN
from desktop.domain.persian import calendar
from desktop.domain.persian.digits import to_persian
from desktop.domain.problems import Problem
from desktop.services import courier as service
from desktop.store.office_file import OfficeFile
from desktop.sync.courier import Head
from desktop.system.terminal import emit, say


def courier(words: Namespace) -> int:
    """Writing what others lack, reading what they sent, and looking at a file without doing anything."""
    with opened(words) as office:
        acts = {"write": _write, "read": _read, "show": _show}
        return acts[words.act](office, words)


def _write(office: OfficeFile, words: Namespace) -> int:
    written = service.write_courier(office, Path(words.file), words.to)
    emit({"ok": True, **service.as_json(written)})
    say("پرونده نوشته و بازخوانده شد؛ می‌توانید حافظه را جدا کنید. تا پاسخ نرسیده، چیزی رسیده شمرده نمی‌شود.")
    return 0


def _show(office: OfficeFile, words: Namespace) -> int:
    head = service.describe_courier(office, Path(words.file))
    say(_sentence(head))
    emit(service.as_json(head))
    return 0


def _read(office: OfficeFile, words: Namespace) -> int:
    path = Path(words.file)
    say(_sentence(service.describe_courier(office, path)))
    received = service.read_courier(office, path, salvage=words.salvage)
    emit({"ok": not received.problem, **service.as_json(received)})
    if received.problem:
        emit(Problem("file", received.problem).as_json())
        return 1
    return 0


def _sentence(head: Head) -> str:
    whom = "برای رایانه‌های دفتر" if head.to_kind == "laptop" else "برای استان"
    sender = f"«{head.sender_name}»" if head.sender_name else f"رایانهٔ {head.sender[-6:]}"
    return f"{whom}، از {sender}، {_when(head.made_at)}"


def _when(told: str) -> str:
    """The sender's moment in Iran's calendar; as it came where it is none."""
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        return told
    here = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(IRAN)
    return f"{calendar.long(here.date())}، ساعت {to_persian(f'{here:%H:%M}')}"
