"""Settling what laptops disagree about: somebody chooses, and that word travels and replaces all that competes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desktop.domain.access import unset
from desktop.domain.fields import with_precision
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import PartialDate
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Kind, Row
from desktop.services.access import require_writer
from desktop.services.conflicts import Dispute, Version, companions, dispute_of
from desktop.services.echoes import after_save
from desktop.services.records import delete_record
from desktop.services.texts import faults_of_texts
from desktop.services.writing import refuse_unknown_links
from desktop.store.unit_of_work import UnitOfWork
from desktop.sync.merge import DELETED
from desktop.sync.rows import rows_of

MINE, THEIRS = "mine", "theirs"
_GONE, _KEPT = "deleted", "kept"


def settle(work: UnitOfWork, record_id: str, name: str, values: Mapping[str, Any]) -> None:
    """Let these values stand, of a field and of those that belong to it, as stored; under `deleted_at` yes or no.

    The word travels even when nothing changes here, and counts against all that is disputed about the field.
    """
    dispute = open_dispute(work, record_id, name)
    kind = KINDS[dispute.point.kind]
    require_writer(work, kind)
    if name in unset(work.actor.role, kind):
        raise RefusedError.of(name, "field_of_others")
    if name == DELETED:
        _settle_deletion(work, kind, record_id, gone=bool(values[DELETED]))
    else:
        _settle_values(work, kind, record_id, values)
    work.audit("settle_conflict", kind.name, record_id, name)


def open_dispute(work: UnitOfWork, record_id: str, name: str) -> Dispute:
    """RefusedError where nothing is disputed any more."""
    dispute = dispute_of(work, work.actor, record_id, name)
    if dispute is None:
        raise RefusedError.of("id", "no_such_conflict")
    return dispute


def settle_as(work: UnitOfWork, record_id: str, name: str, keep: str) -> None:
    """The same in a word: "mine", "theirs", or the value itself as people write it."""
    dispute = open_dispute(work, record_id, name)
    if keep in (MINE, THEIRS):
        settle(work, record_id, name, version_of(dispute, keep).values)
    else:
        settle(work, record_id, name, typed_values(work, dispute, keep))


def version_of(dispute: Dispute, whose: str) -> Version:
    """The latest that was written on this laptop, or on another; where this one wrote none, the shown one is ours."""
    ours = [one for one in dispute.versions if one.own] or [one for one in dispute.versions if one.shown]
    theirs = [one for one in dispute.versions if not one.own and one not in ours]
    theirs = theirs or [one for one in dispute.versions if one not in ours[:1]]
    return max(ours if whose == MINE else theirs, key=lambda one: (one.at is not None and one.at.timestamp(), one.dot))


def typed_values(work: UnitOfWork, dispute: Dispute, given: object) -> dict[str, Any]:
    """A third value, by the rules of its field. RefusedError names what is wrong with it."""
    kind, name = KINDS[dispute.point.kind], dispute.point.field
    if name == DELETED:
        word = str(given).strip().lower()
        if word not in (_GONE, _KEPT):
            raise RefusedError.of(name, "deleted_or_kept")
        return {DELETED: word == _GONE}
    about = kind.fields[name]
    if about.by_program:
        raise RefusedError.of(name, "read_only")
    asked = with_precision(kind.draft, {name: given})
    if isinstance(given, PartialDate) and about.precision_field:
        asked[about.precision_field] = given.precision.value
    try:
        values = {one: kind.fields[one].read(value) for one, value in asked.items()}
    except Refusal as refusal:
        raise RefusedError([Problem(name, refusal.code, refusal.facts)]) from refusal
    values |= dict.fromkeys(set(companions(kind, name)) - values.keys())
    _refuse_wrong(work, kind, dispute.point.record_id, name, values)
    return values


def _refuse_wrong(work: UnitOfWork, kind: Kind, record_id: str, name: str, values: Mapping[str, Any]) -> None:
    """What the rules say of this field; what is wrong elsewhere in the record is not settled here."""
    old = _live(work, kind, record_id)
    refuse_unknown_links(work, kind, {**old, name: values[name]})
    new = {**old, **values}
    problems = list(kind.locks(old, work))
    if isinstance(values[name], date) and kind.fields[name].not_future and values[name] > work.today:
        problems.append(Problem(name, "in_future"))
    known = {(one.field, one.code) for one in kind.rules(old, work)}
    problems += [one for one in kind.rules(new, work) if one.field == name and (one.field, one.code) not in known]
    problems += faults_of_texts(work, kind, new, [name])
    if problems:
        raise RefusedError(problems)


def _settle_values(work: UnitOfWork, kind: Kind, record_id: str, values: Mapping[str, Any]) -> None:
    old = _live(work, kind, record_id)
    differing = {name: value for name, value in values.items() if old[name] != value}
    if differing:
        row = work.change(kind.name, record_id, differing)
        filled = kind.fill(row, work)
        row = work.change(kind.name, record_id, {n: v for n, v in filled.items() if n in row and n not in values})
        after_save(work, kind.name, row, old)
    _say_again(work, kind, record_id, [name for name in values if name not in differing])


def _settle_deletion(work: UnitOfWork, kind: Kind, record_id: str, *, gone: bool) -> None:
    now = work.get(kind.name, record_id)
    if gone and now is not None:
        delete_record(work, kind.name, record_id)
    elif not gone and now is None:
        row = work.restore(kind.name, record_id)
        if row is not None:
            after_save(work, kind.name, row, None)
    else:
        _say_again(work, kind, record_id, [DELETED])


def _say_again(work: UnitOfWork, kind: Kind, record_id: str, names: Sequence[str]) -> None:
    if names:
        row = rows_of(work.connection, kind.name, [record_id])[record_id]
        work.tell(kind.name, record_id, {name: (row[name], row[name]) for name in names})


def _live(work: UnitOfWork, kind: Kind, record_id: str) -> Row:
    row = work.get(kind.name, record_id)
    if row is None:
        raise RefusedError.of("id", "unknown_record")
    return row
