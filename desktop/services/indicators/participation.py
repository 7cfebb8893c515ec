# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""How people take part: trustees, volunteers and groups that met (I-22)."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.indicators import Indicator
from desktop.services.indicators.snapshot import Snapshot

_MET = "(SELECT count(DISTINCT local_group_id) FROM meeting WHERE deleted_at IS NULL AND jalali_month = :month)"
# Who was forgotten afterwards, and has no name any more, still counts in the months before (G-24).
TRUSTED = """
active AND ifnull(since, '') <= :last
  AND (deleted_at IS NULL OR (full_name IS NULL AND date(deleted_at) > :last))
"""
_COUNTS = f"""
SELECT
  (SELECT count(*) FROM local_trustee WHERE {TRUSTED}) AS trustees,
  (SELECT count(*) FROM person p JOIN household h ON h.id = p.household_id WHERE p.deleted_at IS NULL
    AND p.is_volunteer AND h.registered_on <= :last
    AND (p.status = 'active' OR (p.status IN ('moved', 'deceased', 'erased') AND p.status_date > :last))) AS volunteers,
  {_MET} AS groups_met
"""


def indicators(month: Snapshot) -> Iterator[Indicator]:
    """I-22: trustees at the end of the month, beside them volunteers and the groups that met in it."""
    found = month.query(_COUNTS)[0]
    beside = {"volunteers": found["volunteers"], "groups_met": found["groups_met"]}
    yield Indicator("I-22", found["trustees"], numerator=found["trustees"], beside=beside)
