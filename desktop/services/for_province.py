"""What a signed report carries for the sums of a province beside its pages: days of nobody, codes instead of names.

Medians of several offices follow from the lists of days and from nothing less (domain §4.3). Agencies are called
otherwise in every office, so each row of the report's table tells its code; which office and county it is of is told
because a county may be divided after the signature, and old reports stay with the old one (§2.10).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.services.indicators.referrals import Answers
from desktop.services.monthly import busy_agencies
from desktop.store.rows import Rows


def for_province(rows: Rows, by_agency: Mapping[str, Answers]) -> dict[str, Any]:
    """Plain JSON: where the office is, and for each row of the report's agencies its code and its lists of days."""
    office = rows.find("office")[0]
    county = rows.get("county", office["county_id"]) or {"code": "", "name_fa": ""}
    return {
        "office": office["code"],
        "county": {"code": county["code"], "name": county["name_fa"]},
        "agencies": [_agency(rows, agency, by_agency[agency]) for agency in busy_agencies(rows, by_agency)],
    }


def _agency(rows: Rows, agency_id: str, answers: Answers) -> dict[str, Any]:
    record = rows.get("organization", agency_id)
    days = {name: sorted(getattr(answers, name).elements()) for name in ("days", "ages")}
    return {"code": (record["agency_code"] if record else None) or "", **days}
