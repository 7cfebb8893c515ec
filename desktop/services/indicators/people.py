# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""Households, residents and how much of the population they are, and how well they are known (I-01 … I-04)."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.codes import label_of
from desktop.domain.indicators import Indicator, rate
from desktop.domain.persian.calendar import from_gregorian, month_bounds
from desktop.domain.record import Row
from desktop.reports.monthly_rows import CoverageRow
from desktop.services.indicators.snapshot import Snapshot
from desktop.store.rows import Rows

# Of several sources for one year the more official one is taken.
_SOURCES = ("census", "health_house", "municipality", "office_estimate")


def indicators(month: Snapshot) -> Iterator[Indicator]:
    """I-01 … I-04."""
    coverage = coverage_rows(month)
    counted = [row for row in coverage if row.population]
    persons, people = sum(r.persons_total for r in counted), sum(r.population or 0 for r in counted)
    new, total = sum(r.households_new for r in coverage), sum(r.persons_total for r in coverage)
    yield Indicator("I-01", new, numerator=new)
    yield Indicator("I-02", total, numerator=total)
    yield Indicator("I-03", rate(persons, people), persons, people, missing=len(coverage) - len(counted))
    yield _quality(month)


def _quality(month: Snapshot) -> Indicator:
    found = month.query(
        f"{WELL_KNOWN} SELECT count(*) AS n, ifnull(sum(whole), 0) AS whole, "
        "ifnull(sum(identified), 0) AS identified FROM known"
    )[0]
    beside = {"identified": rate(found["identified"], found["n"])}
    return Indicator("I-04", rate(found["whole"], found["n"]), found["whole"], found["n"], beside=beside)


def coverage_rows(month: Snapshot) -> tuple[CoverageRow, ...]:
    """Per neighbourhood: households and residents of the month and in all, with population, year and source."""
    _, last = month_bounds(month.month)
    latest = _latest_populations(month.rows, from_gregorian(last).year)
    made = []
    for row in month.query(_COVERAGE):
        population = latest.get(row["id"])
        people = population["population"] if population else None
        made.append(
            CoverageRow(
                neighborhood=row["name"],
                households_new=row["households_new"],
                households_total=row["households_total"],
                persons_new=row["persons_new"],
                persons_total=row["persons_total"],
                population=people,
                population_year=population["year"] if population else None,
                population_source=label_of("population_source", population["source"]) if population else "",
                rate=rate(row["persons_total"], people) if people else None,
            )
        )
    return tuple(made)


# Active at a day: registered by then, born by then, and not yet moved, deceased, merged, erased or deleted.
ACTIVE = """
WITH h AS (
  SELECT id, neighborhood_id, registered_on FROM household
  WHERE registered_on <= :last AND (deleted_at IS NULL OR date(deleted_at) > :last)
), p AS (
  SELECT person.id, h.neighborhood_id AS place, h.registered_on FROM person JOIN h ON h.id = person.household_id
  WHERE (person.status = 'active' OR person.status_date > :last)
    AND (person.birth_date IS NULL OR person.birth_date <= :last)
    AND (person.status <> 'erased' OR person.age_reference_date <= :last)
    AND (person.deleted_at IS NULL OR date(person.deleted_at) > :last)
)
"""
# What is written of everybody who is active, but of those whose data were erased there is nothing to be written.
WELL_KNOWN = f"""{ACTIVE}, agreed AS (
  SELECT DISTINCT person_id FROM consent WHERE deleted_at IS NULL AND scope = 'basic_record' AND method <> 'refused'
    AND ifnull(given_on, '') <= :last AND ifnull(withdrawn_on > :last, 1) AND ifnull(expires_on >= :last, 1)
), papers AS (
  SELECT DISTINCT person_id FROM person_identifier WHERE deleted_at IS NULL AND value IS NOT NULL
), known AS (
  SELECT x.id, p.registered_on, x.id IN (SELECT person_id FROM papers) AS identified,
    x.sex IS NOT NULL AND x.relation_to_head IS NOT NULL
      AND (x.birth_date IS NOT NULL OR x.age_estimated IS NOT NULL)
      AND x.id IN (SELECT person_id FROM agreed) AS whole
  FROM p JOIN person x ON x.id = p.id JOIN neighborhood n ON n.id = p.place AND n.deleted_at IS NULL
  WHERE x.status <> 'erased'
)
"""
_COVERAGE = f"""{ACTIVE}
SELECT n.id, n.name,
  (SELECT count(*) FROM h WHERE h.neighborhood_id = n.id AND h.registered_on >= :first) AS households_new,
  (SELECT count(*) FROM h WHERE h.neighborhood_id = n.id) AS households_total,
  (SELECT count(*) FROM p WHERE p.place = n.id AND p.registered_on >= :first) AS persons_new,
  (SELECT count(*) FROM p WHERE p.place = n.id) AS persons_total
FROM neighborhood n JOIN search_entry e ON e.record_id = n.id
WHERE n.deleted_at IS NULL ORDER BY e.order_key, n.id
"""


def _latest_populations(rows: Rows, year: int) -> dict[str, Row]:
    known = [p for p in rows.find("neighborhood_population") if p["year"] <= year]
    ranked = sorted(known, key=lambda p: (p["year"], -_SOURCES.index(p["source"])))
    return {p["neighborhood_id"]: p for p in ranked}
