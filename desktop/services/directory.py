"""The office's directory of agencies: seeded once, and how each has answered so far (domain §2.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from desktop.domain.agencies import AGENCIES, named_in
from desktop.domain.codes import CODE_LISTS
from desktop.domain.record import Row
from desktop.store.rows import Rows


def first_agencies(county_id: str | None) -> Iterator[Mapping[str, Any]]:
    """What the directory of a new office holds: every known agency of its county."""
    county = CODE_LISTS["county"].get(county_id or "", "")
    for code, agency in AGENCIES.items():
        name, title = named_in(agency, county)
        yield {
            "name_fa": name,
            "kind": "agency",
            "agency_code": code,
            "county_id": county_id or None,
            "letter_title": title,
            "documents": list(agency.documents),
        }


def documents_of(agency: Row) -> tuple[str, ...]:
    """What an agency asks people to bring: the office's own list, or what is known of such agencies."""
    known = AGENCIES.get(agency["agency_code"] or "")
    return tuple(agency["documents"]) or (known.documents if known else ())


@dataclass(frozen=True)
class AnswerRecord:
    """How an agency has answered. Days are from sending to the first answer other than a registry's receipt."""

    sent: int
    answered: int
    median_days: float | None
    waiting: int
    oldest_days: int | None
    reminders: int
    last_answer_on: date | None


def answer_record(rows: Rows, agency_id: str) -> AnswerRecord:
    """The record of one agency as of today, over all that was ever sent to it and not taken back."""
    referrals = [r for r in rows.find("referral", agency_id=agency_id) if r["status"] != "withdrawn"]
    answered = [r for r in referrals if r["first_response_on"]]
    waiting = [(rows.today - r["sent_on"]).days for r in referrals if not r["first_response_on"]]
    days = [(r["first_response_on"] - r["sent_on"]).days for r in answered]
    return AnswerRecord(
        sent=len(referrals),
        answered=len(answered),
        median_days=median(days) if days else None,
        waiting=len(waiting),
        oldest_days=max(waiting, default=None),
        reminders=sum(r["reminder_count"] for r in referrals),
        last_answer_on=max((r["first_response_on"] for r in answered), default=None),
    )
