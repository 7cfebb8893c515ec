"""Needs that the answers of a registration suggest, offered at once and never noted unasked (domain §6.5, 1 and 4)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from desktop.domain.person import SCHOOL_AGES, age_of
from desktop.domain.record import Row

WITHOUT_PAPERS = frozenset({"none", "vaccination_card", "court_letter"})
"""Papers of somebody who has no birth certificate: none at all, or what hospitals and courts gave instead."""
OF_THIS_COUNTRY = frozenset({"iranian", "undetermined", None})
"""Nationalities of whom a national ID and a birth certificate may be expected."""


@dataclass(frozen=True)
class Offer:
    """A need that can be noted for a person: why (a code), and what stands in it."""

    person: Row
    reason: str  # "dropped_out" | "no_papers"

    @property
    def need(self) -> dict[str, object]:
        return {"scope": "person", "person_id": self.person["id"], "source": "residents", **_NEEDS[self.reason]}


_NEEDS: dict[str, dict[str, str]] = {
    "dropped_out": {"field": "education", "subject": "بازگشت به تحصیل", "urgency": "normal"},
    "no_papers": {"field": "identity_documents", "subject": "دریافت شناسنامه", "urgency": "second"},
}


def offers_for(person: Row, paper_types: Collection[str], on: date) -> Iterator[Offer]:
    """What to offer for one person, who has papers of these types."""
    if person["school_status"] == "dropped_out" and (age_of(person, on) or 0) in SCHOOL_AGES:
        yield Offer(person, "dropped_out")
    asked_and_none = bool(paper_types) and set(paper_types) <= WITHOUT_PAPERS
    if asked_and_none and person["nationality_group"] in OF_THIS_COUNTRY:
        yield Offer(person, "no_papers")
