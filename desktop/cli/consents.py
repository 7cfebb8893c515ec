"""The word about what people agreed to: consent give, withdraw, list."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.cli.session import opened
from desktop.domain.consent_texts import CONSENT_TEXTS, CURRENT_TEXT
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import read_date
from desktop.domain.problems import Refusal, RefusedError
from desktop.domain.record import Row
from desktop.services import access, consents, erasure
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows
from desktop.system.terminal import emit


def consent(words: Namespace) -> int:
    """What somebody agreed to."""
    with opened(words) as office:
        access.require_reader(office.actor.role, KINDS["consent"])
        _ACTS[words.act](office, words)
    return 0


def _give(office: OfficeFile, words: Namespace) -> None:
    given = {
        "method": words.method,
        "guardian_id": words.guardian,
        "given_on": words.on,
        "expires_on": words.until,
        "paper_ref": words.paper,
    }
    with office.write() as work:
        if words.witness:
            given["witness_staff_id"] = consents.witness_named(work, words.witness)
        row = consents.give_consent(work, words.person, words.scope, given)
        state = _state(work.get("person", row["person_id"]))
        told = _told_too_much(work, row["person_id"])
    emit({"ok": True, "id": row["id"], "expires_on": row["expires_on"], "consent_state": state} | told)


def _withdraw(office: OfficeFile, words: Namespace) -> None:
    try:
        on = read_date(words.on) if words.on else None
    except Refusal as refusal:
        raise RefusedError.of("on", refusal.code, **refusal.facts) from refusal
    with office.write() as work:
        before = len(work.find("attachment"))
        if words.scope:
            ended = consents.withdraw_scope(work, words.id, words.scope, on)
        else:
            ended = consents.withdraw_consent(work, words.id, on)
        state = _state(work.get("person", ended[0]["person_id"]))
        told = _told_too_much(work, ended[0]["person_id"])
        photos = before - len(work.find("attachment"))
    done = {"withdrawn": [row["id"] for row in ended], "photos_erased": photos, "consent_state": state}
    emit({"ok": True} | done | told)


def _reduce(office: OfficeFile, words: Namespace) -> None:
    """Of somebody who said no, only the count stays."""
    kept = erasure.keep_the_count(office, words.person).person
    emit({"ok": True, "id": kept["id"], "resident_no": kept["resident_no"], "age_estimated": kept["age_estimated"]})


def _told_too_much(rows: Rows, person_id: str) -> dict[str, Any]:
    """Says that the file of somebody who said no still holds more than a count, and so may be reduced."""
    person = rows.get("person", person_id)
    return {"reducible": True} if person and erasure.may_keep_the_count(rows, person) else {}


def _list(office: OfficeFile, words: Namespace) -> None:
    with office.read() as rows:
        if rows.get("person", words.person) is None:
            raise RefusedError.of("person_id", "unknown_record")
        found = consents.consents_of(rows, office.actor, words.person)
    for row in found:
        emit({name: row[name] for name in _SHOWN})


def _text(office: OfficeFile, words: Namespace) -> None:
    """What is read aloud for a scope."""
    with office.read() as rows:
        title = rows.find("office")[0]["title_fa"]
    spoken = CONSENT_TEXTS[CURRENT_TEXT].spoken(consents.read_scope(words.scope), title)
    emit({"version": CURRENT_TEXT, "text": list(spoken)})


def _state(person: Row | None) -> Any:
    return person["consent_state"] if person else None


_ACTS = {"give": _give, "withdraw": _withdraw, "reduce": _reduce, "list": _list, "text": _text}
_SHOWN = (
    "id", "scope", "label", "live", "given_on", "method", "witness_staff_id", "guardian_id", "text_version",
    "expires_on", "withdrawn_on", "paper_ref",
)  # fmt: skip
