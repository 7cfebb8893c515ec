"""What a signature freezes, and whether a signed report still says what was signed (domain §3.6.3, G-31).

A snapshot is plain JSON: every indicator with its breakdowns, every row that the sections print, the definitions as
they were, who signed and when. Its SHA-256 stands beside it and, shortened, in the foot of every page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop import __version__
from desktop.domain.indicators import DEFINITIONS, Indicator
from desktop.domain.problems import UnavailableError
from desktop.domain.record import Row
from desktop.domain.signed_content import SNAPSHOT_SCHEMA, digest_of, short_hash
from desktop.reports.frozen_rows import frozen, thawed
from desktop.reports.monthly_rows import MonthlyReport
from desktop.services.indicators.referrals import Answers
from desktop.store.changes import history
from desktop.store.rows import Rows

# An older snapshot is brought to the present form before it is read.
_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
_DIGITS_OF_DEFINITIONS = 8

Snapshot = Mapping[str, Any]


@dataclass(frozen=True)
class Proof:
    """One thing that was proved of a signed report, or found wrong."""

    check: str
    ok: bool


def freeze(
    report: MonthlyReport, found: Mapping[str, Indicator], answers: Answers, for_province: Mapping[str, Any]
) -> dict[str, Any]:
    """The snapshot of a report that is signed now. `answers` are the days that referrals took or wait, of nobody;
    `for_province` is what the sums of a province need and no page of the report prints.
    """
    return {
        "schema": SNAPSHOT_SCHEMA,
        "program": __version__,
        "definitions": report.definitions_version,
        "indicators": {code: indicator.as_json() for code, indicator in found.items()},
        "days": {name: sorted(getattr(answers, name).elements()) for name in ("days", "ages")},
        "province": dict(for_province),
        "report": frozen(replace(report, content_hash="")),
    }


def signed_report(record: Row) -> MonthlyReport:
    """The report as it was signed. UnavailableError when a newer program signed it."""
    snapshot: dict[str, Any] = dict(record["snapshot_json"])
    if snapshot["schema"] > SNAPSHOT_SCHEMA:
        raise UnavailableError("newer_report")
    while snapshot["schema"] < SNAPSHOT_SCHEMA:
        snapshot = _UPGRADES[snapshot["schema"]](snapshot)
    report = thawed(MonthlyReport, snapshot["report"])
    return replace(report, content_hash=short_hash(record["content_hash"]))


def signed_indicators(record: Row) -> dict[str, Indicator]:
    """The figures as they were signed; those that this program does not know any more are left out."""
    made = {}
    for code, told in record["snapshot_json"]["indicators"].items():
        if code in DEFINITIONS:
            of = DEFINITIONS[code]
            made[code] = Indicator(
                code,
                told["value"],
                told["numerator"],
                told["denominator"],
                told["missing"],
                told["suppressed"],
                told["previous"],
                beside={one.name: told[one.name] for one in of.beside if one.name in told},
            )
    return made


def definitions_version() -> str:
    """Eight digits that name all definitions as this program computes them: another as soon as one of them changes."""
    told = [(d.code, d.title, d.text, d.unit, [b.title for b in d.beside]) for d in DEFINITIONS.values()]
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=True).encode()).hexdigest()
    return short_hash(digest)[-_DIGITS_OF_DEFINITIONS:]


def verify(rows: Rows, record: Row) -> list[Proof]:
    """Whether the snapshot is what was signed: by its hash, by the figures kept beside it, and by the chained log."""
    snapshot = record["snapshot_json"] or {}
    kept = {row["code"]: row for row in rows.find("indicator_value", report_id=record["id"])}
    told = snapshot.get("indicators", {})
    logged = [line["fields"].get("content_hash") for line in history(rows.connection, record["id"])]
    hashes = [pair[1] for pair in logged if pair]
    return [
        Proof("content", digest_of(snapshot) == record["content_hash"]),
        Proof("indicators", kept.keys() == told.keys() and all(_agrees(kept[code], told[code]) for code in kept)),
        Proof("log", hashes == [record["content_hash"]]),
    ]


def _agrees(kept: Row, told: Mapping[str, Any]) -> bool:
    names = {"value": "value", "numerator": "numerator", "denominator": "denominator", "missing": "n_missing"}
    return all(told[name] == kept[column] for name, column in {**names, "previous": "previous_value"}.items())
