# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""What was asked for, given, spent and left, by where it came from and what it is for. Everything is current rial."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from desktop.domain.codes import CODE_LISTS
from desktop.domain.credit import held_of, spent_of
from desktop.domain.record import Row
from desktop.store.rows import Rows

# Money of a credit as it stood when a day ended: what came later does not exist for it. Of one that was approved before
# the day of approval was kept it is only known that approval came after the request.
STANDING = """
SELECT c.id, c.source, c.purpose, c.fiscal_year, c.org_id, c.county_id, c.is_estimate AS estimated,
  ifnull(c.requested_rial, c.amount_rial) AS requested,
  CASE WHEN c.status <> 'requested' AND ifnull(c.approved_on, CASE c.status WHEN 'approved' THEN c.status_on
    ELSE c.requested_on END) <= :last THEN c.amount_rial ELSE 0 END AS approved,
  CASE WHEN c.received_on <= :last THEN c.received_rial ELSE 0 END AS received,
  CASE WHEN c.returned_on <= :last THEN c.returned_rial ELSE 0 END AS returned,
  ifnull((SELECT sum(e.amount_rial) FROM expense e WHERE e.credit_id = c.id AND e.deleted_at IS NULL
    AND e.date <= :last), 0) AS spent
FROM credit c WHERE c.deleted_at IS NULL AND ifnull(c.requested_on, '') <= :last
"""
_SUMS = (
    "sum(requested) AS requested, sum(approved) AS approved, sum(received) AS received, sum(returned) AS returned, "
    "max(estimated) AS estimated"
)


@dataclass(frozen=True)
class MoneyLine:
    """The credits of one source for one purpose, or of whatever `of` names. Sums of rial."""

    source: str
    purpose: str
    requested: int
    approved: int
    received: int
    returned: int
    spent: int
    of: str = ""  # the county or the receiver, where lines are told by it
    estimated: bool = False  # whether any of them is only estimated

    @property
    def remaining(self) -> int:
        """What came, was not given back and is not spent; below zero when more was spent than came."""
        return self.received - self.returned - self.spent


def money_lines(rows: Rows, *, year: int | None = None, until: date | None = None) -> list[MoneyLine]:
    """By source and purpose in the order of their lists; of one fiscal year, as it stood on a day."""
    found = _summed(rows, "source, purpose", year, until)
    order = {name: list(CODE_LISTS[f"credit_{name}"]) for name in ("source", "purpose")}
    found.sort(key=lambda line: (order["source"].index(line.source), order["purpose"].index(line.purpose)))
    return found


def money_by(rows: Rows, field: str, *, year: int | None = None, until: date | None = None) -> list[MoneyLine]:
    """By county (`county_id`) or by receiver (`org_id`), told by their names; what is nobody's in particular is ""."""
    if field not in ("county_id", "org_id"):
        raise KeyError(field)
    found = _summed(rows, f"'' AS source, '' AS purpose, ifnull({field}, '') AS of_id", year, until, f"{field}")
    titles = rows.titles(line.of for line in found)
    return [MoneyLine(**{**_values(line), "of": titles.get(line.of, "")}) for line in found]


def together(lines: Sequence[MoneyLine]) -> MoneyLine:
    """All lines as one."""
    numbers = [f.name for f in fields(MoneyLine) if f.name not in ("source", "purpose", "of", "estimated")]
    sums = {name: sum(getattr(line, name) for line in lines) for name in numbers}
    return MoneyLine("", "", **sums, estimated=any(line.estimated for line in lines))


@dataclass(frozen=True)
class CreditStanding:
    """One credit with its expenses: what came, what was spent and what is left, in rial."""

    credit: Row
    expenses: Sequence[Row]
    held: int
    spent: int
    projects: Sequence[Row]
    titles: Mapping[str, str]

    @property
    def left(self) -> int:
        return self.held - self.spent


def credit_standing(rows: Rows, credit_id: str) -> CreditStanding | None:
    """A credit as of now, None when it is gone."""
    credit = rows.get("credit", credit_id)
    if credit is None:
        return None
    expenses = sorted(rows.find("expense", credit_id=credit_id), key=lambda one: (one["date"], one["row"]))
    projects = rows.find("project_credit", credit_id=credit_id)
    links = ("workshop_id", "event_id", "project_id")
    named = [one[name] for one in expenses for name in links if one[name]]
    named += [one["project_id"] for one in projects] + [credit["org_id"] or "", credit["county_id"] or ""]
    return CreditStanding(credit, expenses, held_of(credit), spent_of(credit_id, rows), projects, rows.titles(named))


def overspent(rows: Rows, until: date) -> list[Row]:
    """Credits of which more was spent by a day than had come; a month does not close with them."""
    standing = rows.query(STANDING, last=until.isoformat())
    return [row for row in standing if row["spent"] > row["received"] - row["returned"]]


def _summed(rows: Rows, told: str, year: int | None, until: date | None, by: str = "") -> list[MoneyLine]:
    asked: dict[str, Any] = {"last": (until or rows.today).isoformat()}
    of_year = ""
    if year is not None:
        asked["year"], of_year = year, " WHERE fiscal_year = :year"
    sql = f"SELECT {told}, {_SUMS}, sum(spent) AS spent FROM ({STANDING}){of_year} GROUP BY {by or told}"
    made = []
    for row in rows.query(sql, **asked):
        values = dict(row)
        values["of"], values["estimated"] = values.pop("of_id", ""), bool(values["estimated"])
        made.append(MoneyLine(**values))
    return made


def _values(line: MoneyLine) -> dict[str, Any]:
    return {f.name: getattr(line, f.name) for f in fields(line)}
