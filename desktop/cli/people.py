"""The words about accounts and who did what: user, audit."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from desktop.cli.session import opened, second_manager, secret
from desktop.domain.codes import code_of
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import read_date
from desktop.domain.problems import Refusal, RefusedError
from desktop.services import audit_trail
from desktop.services.access import require_reader
from desktop.services.accounts import (
    add_user,
    disable_user,
    enable_user,
    let_see_sensitive,
    renew_recovery,
    set_password,
)
from desktop.store.office_file import OfficeFile
from desktop.system.terminal import emit, say

_AT_ONCE = 1000  # lines


def user(words: Namespace) -> int:
    """Accounts of the office."""
    with opened(words) as office:
        _ACTS[words.act](office, words)
    return 0


def _add(office: OfficeFile, words: Namespace) -> None:
    try:
        role = code_of("user_role", words.role)
    except Refusal as refusal:
        raise RefusedError.of("role", refusal.code, **refusal.facts) from refusal
    given: dict[str, object] = {"username": words.name, "role": role, "full_name": words.full_name}
    if words.sensitive:
        given["can_see_sensitive"] = words.sensitive == "yes"
    row = add_user(office, given, _new_password())
    emit({"ok": True, "id": row["id"], "user": row["username"], "role": row["role"]})


def _disable(office: OfficeFile, words: Namespace) -> None:
    disable_user(office, words.name.strip().lower())
    emit({"ok": True, "user": words.name.strip().lower()})


def _sensitive(office: OfficeFile, words: Namespace) -> None:
    sees = words.sees == "yes"
    let_see_sensitive(office, words.name.strip().lower(), sees=sees)
    emit({"ok": True, "user": words.name.strip().lower(), "can_see_sensitive": sees})


def _enable(office: OfficeFile, words: Namespace) -> None:
    enable_user(office, words.name.strip().lower(), _new_password())
    emit({"ok": True, "user": words.name.strip().lower()})


def _recovery(office: OfficeFile, _words: Namespace) -> None:
    """A new code in the place of the one that was printed, or lost."""
    emit({"ok": True, "recovery_code": renew_recovery(office, second_manager())})
    say("کد پیشین دیگر به کار نمی‌آید. کد تازه را چاپ کنید یا بنویسید و در جای قفل‌دار نگه دارید؛ دیگر گفته نمی‌شود.")


def _password(office: OfficeFile, words: Namespace) -> None:
    set_password(office, words.name.strip().lower(), _new_password())
    emit({"ok": True, "user": words.name.strip().lower()})


def _list(office: OfficeFile, _words: Namespace) -> None:
    require_reader(office.actor.role, KINDS["user_account"])
    with office.read() as rows:
        accounts = rows.find("user_account")
        names = {s["id"]: s["full_name"] for s in rows.find("staff_member")}
    for account in accounts:
        shown = {"user": account["username"], "role": account["role"], "full_name": names.get(account["staff_id"], "")}
        sees = account["can_see_sensitive"]
        emit({**shown, "active": account["active"], "can_see_sensitive": sees, "id": account["id"]})


def _new_password() -> str:
    return secret("TASHILGAR_NEW_PASSWORD", "گذرواژهٔ تازه", twice=True)


_ACTS = {
    "add": _add, "disable": _disable, "enable": _enable, "password": _password, "sensitive": _sensitive, "list": _list,
    "recovery": _recovery,
}  # fmt: skip


def audit(words: Namespace) -> int:
    """The audit log, for who may read it; the last line says whether it holds, by itself and against what is kept
    outside it."""
    since = _day(words.since) if words.since else None
    with opened(words) as office:
        with office.read() as rows:
            entries = audit_trail.audit_entries(rows, audit_trail.AuditQuery(since=since))
            for start in range(len(entries), 0, -_AT_ONCE):
                for line in reversed(audit_trail.audit_page(rows, entries[max(0, start - _AT_ONCE) : start])):
                    if line is not None:
                        emit(_told(line))
        found = audit_trail.audit_findings(office)
    told = " ".join(audit_trail.problem_of(one).message for one in found)
    emit({"check": "audit_log", "ok": not found, "detail": told})
    return 1 if found else 0


def _told(line: audit_trail.AuditLine) -> dict[str, object]:
    told = {"seq": line.seq, "at": line.at.isoformat(), "user_id": line.user_id, "user": line.who}
    return {**told, "action": line.action, "entity": line.entity, "entity_id": line.entity_id, "detail": line.detail}


def _day(given: str) -> date:
    try:
        return read_date(given)
    except Refusal as refusal:
        raise RefusedError.of("since", refusal.code, **refusal.facts) from refusal
