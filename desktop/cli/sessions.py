"""The word that makes the sessions of a workshop by a rule: sessions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from desktop.cli.session import opened, pairs
from desktop.domain.persian.calendar import weekday
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.domain.session_rule import read_rule, usual_rule
from desktop.services.session_planning import SessionPlan, preview_sessions, write_sessions
from desktop.store.rows import Rows
from desktop.system.terminal import emit


def sessions(words: Namespace) -> int:
    """A line for each session and each holiday that is left out; with --dry-run nothing is written."""
    given = pairs(words.fields)
    made: Sequence[Row] = ()
    with opened(words) as office:
        if words.dry_run:
            with office.read() as rows:
                plan = _plan(rows, words.workshop, given)
        else:
            with office.write() as work:
                plan = _plan(work, words.workshop, given)
                made = write_sessions(work, words.workshop, plan.sessions)
    _emit(plan, made)
    return 0


def _plan(rows: Rows, workshop_id: str, given: dict[str, str]) -> SessionPlan:
    workshop = rows.get("workshop", workshop_id)
    if workshop is None:
        raise RefusedError.of("workshop_id", "unknown_record")
    rule = read_rule({**usual_rule(workshop), **given})
    if "first" in given and "weekdays" not in given:
        rule = replace(rule, weekdays=frozenset({weekday(rule.first)}))
    return preview_sessions(rows, workshop_id, rule)


def _emit(plan: SessionPlan, made: Sequence[Row]) -> None:
    ids = {row["no"]: {"id": row["id"]} for row in made}
    for one in plan.sessions:
        times = {"no": one.no, "date": one.on, "start": one.start, "end": one.end}
        emit({"ok": True, **ids.get(one.no, {}), **times, "doubts": [doubt.as_json() for doubt in one.doubts]})
    for day in plan.left_out:
        emit({"left_out": day.on, "reason": day.left_out})
