"""Credits and donations of the month (I-23, I-24), summed in current rial and told in millions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from desktop.domain.indicators import Indicator, rate
from desktop.services.indicators.snapshot import Snapshot

MILLION = 1_000_000
_CREDITS = """
SELECT source, purpose, fiscal_year = CAST(substr(:month, 1, 4) AS INTEGER) AS this_year,
  CASE WHEN received_on <= :last THEN received_rial ELSE 0 END AS held,
  CASE WHEN received_on BETWEEN :first AND :last THEN received_rial ELSE 0 END AS received,
  CASE WHEN returned_on <= :last THEN returned_rial ELSE 0 END AS returned,
  ifnull((SELECT sum(e.amount_rial) FROM expense e WHERE e.credit_id = c.id AND e.deleted_at IS NULL
    AND e.date <= :last), 0) AS spent,
  ifnull((SELECT sum(e.amount_rial) FROM expense e WHERE e.credit_id = c.id AND e.deleted_at IS NULL
    AND e.jalali_month = :month), 0) AS spent_now
FROM credit c WHERE c.deleted_at IS NULL
"""
_DONATIONS = """
SELECT refusal_reason, count(*) AS offers, count(value_rial) AS valued, ifnull(sum(value_rial), 0) AS value
FROM donation WHERE deleted_at IS NULL AND screened_on BETWEEN :first AND :last GROUP BY 1 ORDER BY 1
"""


def indicators(month: Snapshot) -> Iterator[Indicator]:
    """I-23 and I-24."""
    yield _credits(month)
    yield _donations(month)


def _credits(month: Snapshot) -> Indicator:
    rows = month.query(_CREDITS)
    received = {by: _sums((row[by], row["received"]) for row in rows) for by in ("source", "purpose")}
    spent = {by: _sums((row[by], row["spent_now"]) for row in rows) for by in ("source", "purpose")}
    left = _sums((row["source"], row["held"] - row["returned"] - row["spent"]) for row in rows)
    of_year = [row for row in rows if row["this_year"]]
    year, of_ngos = (sum(r["held"] for r in some) for some in (of_year, [r for r in of_year if r["source"] == "ngo"]))
    total = sum(row["received"] for row in rows)
    beside = {
        "spent": _millions(sum(row["spent_now"] for row in rows)),
        "remaining": _millions(sum(row["held"] - row["returned"] - row["spent"] for row in rows)),
        "year_received": _millions(year),
        "ngo_share": rate(of_ngos, year),
    }
    parts = {**received, "spent_by_source": spent["source"], "spent_by_purpose": spent["purpose"], "remaining": left}
    return Indicator("I-23", _millions(total), _millions(total), parts=parts, beside=beside)


def _donations(month: Snapshot) -> Indicator:
    rows = month.query(_DONATIONS)
    taken = [row for row in rows if row["refusal_reason"] is None]
    refused = {row["refusal_reason"]: row["offers"] for row in rows if row["refusal_reason"] is not None}
    value = _millions(sum(row["value"] for row in taken))
    accepted = sum(row["offers"] for row in taken)
    unvalued = accepted - sum(row["valued"] for row in taken)
    beside = {"accepted": accepted, "unvalued": unvalued, "refused": sum(refused.values())}
    return Indicator("I-24", value, value, missing=unvalued, parts={"refusal_reason": refused}, beside=beside)


def _sums(amounts: Iterable[tuple[str, int]]) -> Mapping[str, float]:
    """Code → sum, those without any left out."""
    found: Counter[str] = Counter()
    for code, rial in amounts:
        found[code] += rial
    return {code: _millions(rial) for code, rial in sorted(found.items()) if rial}


def _millions(rial: int) -> float:
    """Million rial, exact to the last rial that a float can tell."""
    return rial / MILLION
