"""Rows of what is known of places, as the monthly report and the profile of a neighbourhood print them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.codes import CODE_LISTS, label_of
from desktop.domain.harm import holds_on
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.viewing import as_read
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.profile_rows import CapacityRow, HarmRow, ProjectRow, ServiceLevelRow


def service_levels(found: Iterable[Row], until: int | None = None) -> Iterator[ServiceLevelRow]:
    """Each service's newest year up to `until`, beside the year before it that was measured in the same unit."""
    from desktop.reports.profile_rows import ServiceLevelRow

    by_kind: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sorted(found, key=lambda row: -row["year"]):
        if until is None or row["year"] <= until:
            by_kind[row["kind"], row["unit"]].append(row)
    for kind, label in CODE_LISTS["service_level_kind"].items():
        for (of, unit), (now, *earlier) in by_kind.items():
            if of == kind:
                before = earlier[0] if earlier else None
                yield ServiceLevelRow(
                    kind=label,
                    unit=label_of("service_unit", unit),
                    year=now["year"],
                    value=now["value"],
                    standard=now["standard_value"],
                    source=now["source"],
                    before_year=before["year"] if before else None,
                    before=before["value"] if before else None,
                )


def capacities(rows: Rows, found: list[Row]) -> Iterator[CapacityRow]:
    """What the place has, with who owns it and what it could be used for."""
    from desktop.reports.profile_rows import CapacityRow

    titles = rows.titles([row["owner_org_id"] or "" for row in found])
    for row in found:
        yield CapacityRow(
            title=row["title"],
            kind=label_of("capacity_kind", row["kind"]),
            owner=titles.get(row["owner_org_id"] or "", ""),
            uses=tuple(row["proposed_uses"]),
            status=label_of("capacity_use", row["use_status"]),
        )


def projects(rows: Rows, found: Iterable[Row]) -> Iterator[ProjectRow]:
    """What is built, equipped, repaired or served."""
    from desktop.reports.profile_rows import ProjectRow

    for row in as_read(rows, KINDS["project"], list(found)):
        yield ProjectRow(
            title=row["title"],
            kind=label_of("project_kind", row["kind"]),
            status=label_of("project_status", row["status"]),
            progress=row["progress"],
            cost=row["cost_rial"],
            beneficiaries=row["beneficiaries"],
            jobs=row["jobs_created"],
        )


def harm_rows(rows: Rows, found: Iterable[Row], on: date) -> Iterator[HarmRow]:
    """Observations counted by harm and colour, what had priority on a day first."""
    from desktop.reports.profile_rows import HarmRow

    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in found:
        counts[row["harm_type"]][row["severity"]] += 1
    order = [*_priority_codes(rows, on), *CODE_LISTS["harm_type"], *sorted(counts)]
    for code in dict.fromkeys(order):
        if code in counts:
            of = counts[code]
            yield HarmRow(_harm(rows, code), of["green"], of["yellow"], of["red"])


def priorities(rows: Rows) -> Iterator[str]:
    """The names of the harms that come first today."""
    return (_harm(rows, code) for code in _priority_codes(rows, rows.today))


def _priority_codes(rows: Rows, on: date) -> list[str]:
    holding = [row for row in rows.find("priority_harm") if holds_on(row, on)]
    return [row["harm_type"] for row in sorted(holding, key=lambda row: row["rank"] or len(holding))]


def _harm(rows: Rows, code: str) -> str:
    known = rows.get("harm_type", code)
    return str(known["label_fa"]) if known else label_of("harm_type", code)
