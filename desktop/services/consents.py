"""Consent from being given to being withdrawn, and the list of what somebody has agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.domain.codes import code_of, label_of
from desktop.domain.consent import BASIC, is_live
from desktop.domain.persian.text import search_key
from desktop.domain.problems import Refusal, RefusedError
from desktop.domain.record import Row
from desktop.services.records import add_record, change_record
from desktop.services.viewing import sees_sensitive_of, without_topic
from desktop.store.rows import Rows
from desktop.store.unit_of_work import Actor, UnitOfWork

SOMETHING_SENSITIVE = "موضوعی حساس"
"""How a consent is called to somebody who may not know what it is about."""


def give_consent(work: UnitOfWork, person_id: str, scope: str, given: Mapping[str, object]) -> Row:
    """What somebody agreed to, or (method «refused») did not. `given`: method, witness, guardian, date, paper."""
    return add_record(work, "consent", {**given, "person_id": person_id, "scope": scope})


def withdraw_consent(work: UnitOfWork, consent_id: str, on: date | None = None) -> list[Row]:
    """One consent taken back. With the consent to the record itself all others go, for they stand on it."""
    consent = work.get("consent", consent_id)
    if consent is None:
        raise RefusedError.of("id", "unknown_record")
    return _withdraw(work, consent["person_id"], [consent], on)


def withdraw_scope(work: UnitOfWork, person_id: str, scope: str, on: date | None = None) -> list[Row]:
    """Every live consent of a person for one scope taken back."""
    if work.get("person", person_id) is None:
        raise RefusedError.of("person_id", "unknown_record")
    code = read_scope(scope)
    return _withdraw(work, person_id, work.find("consent", person_id=person_id, scope=code), on)


def read_scope(given: str) -> str:
    """The code of a scope, given as code or label."""
    try:
        return code_of("consent_scope", given)
    except Refusal as refusal:
        raise RefusedError.of("scope", refusal.code, **refusal.facts) from refusal


def consents_of(rows: Rows, actor: Actor, person_id: str) -> list[dict[str, Any]]:
    """What somebody has been asked, the latest first, with its words and whether it holds today, as one may read it."""
    sees = sees_sensitive_of(rows, actor, person_id)
    return [as_told(consent, sees=sees) for consent in asked(rows, person_id)]


def as_told(consent: Mapping[str, Any], *, sees: bool) -> dict[str, Any]:
    """Without the sensitive subject, for whoever sees none of this person."""
    told = consent if sees else without_topic(consent)
    return {**told, "label": consent["label"] if told["scope"] == consent["scope"] else SOMETHING_SENSITIVE}


def asked(rows: Rows, person_id: str) -> list[dict[str, Any]]:
    """The same with every subject."""
    found = rows.find("consent", person_id=person_id)
    found.sort(key=lambda row: (row["given_on"] or rows.today, row["row"]), reverse=True)
    return [
        {**row, "label": label_of("consent_scope", row["scope"]), "live": is_live(row, rows.today)} for row in found
    ]


def witness_named(rows: Rows, given: str) -> str:
    """The id of a colleague given by id or by full name."""
    if rows.get("staff_member", given):
        return given
    named = [s["id"] for s in rows.find("staff_member") if search_key(s["full_name"]) == search_key(given)]
    if len(named) != 1:
        raise RefusedError.of("witness_staff_id", "unknown_record")
    return str(named[0])


def _withdraw(work: UnitOfWork, person_id: str, wanted: list[Row], on: date | None) -> list[Row]:
    """The sensitive values that were kept under them are emptied in the same commit, for good."""
    live = [consent for consent in wanted if is_live(consent, work.today)]
    if not live:
        raise RefusedError.of("scope", "no_live_consent")
    if any(consent["scope"] == BASIC for consent in live):
        rest = work.find("consent", person_id=person_id)
        live += [c for c in rest if is_live(c, work.today) and c["id"] not in {one["id"] for one in live}]
    day = on or work.today
    return [change_record(work, "consent", consent["id"], {"withdrawn_on": day}) for consent in live]
