# ruff: noqa: S608 - statements are made of constants of ours; every value is bound
"""Whether agencies answer, and after how long (I-11 … I-13), of the office and of each agency."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.domain.indicators import ANSWER_WINDOW, Indicator, median, rate
from desktop.services.indicators.snapshot import FIRST_ANSWER, SENT, WITHDRAWN, Snapshot

_DAYS = ANSWER_WINDOW.days
# `outstanding`: waiting in the month, even if withdrawn later. `ripe` and `immature`: sent in the month before.
JUDGED = f"""
WITH sent AS MATERIALIZED (
  SELECT r.id, r.agency_id, r.sent_on, {FIRST_ANSWER} AS answered_on, {WITHDRAWN} AS withdrawn_on
  FROM referral r WHERE {SENT}
), judged AS (
  SELECT id, sent_on, agency_id, sent_on >= :first AS sent, answered_on IS NOT NULL AS answered,
    withdrawn_on > :last AS kept,
    withdrawn_on >= :first AND ifnull(answered_on >= :first, 1) AS outstanding,
    sent_on >= :before AND sent_on < :first AND withdrawn_on > :last AS before,
    date(sent_on, '+{_DAYS} days') <= :last AS ripe, ifnull(answered_on >= :first, 0) AS answered_now,
    CAST(julianday(ifnull(answered_on, :last)) - julianday(sent_on) AS INTEGER) AS days
  FROM sent
)
"""
_SENT = f"""{JUDGED}
SELECT agency_id, sent, outstanding, outstanding AND answered AS answered, before AND ripe AS ripe,
  before AND ripe AND answered AND days <= {_DAYS} AS in_time, before AND NOT ripe AS immature,
  answered_now, kept AND NOT answered AS waiting, days, count(*) AS referrals
FROM judged WHERE sent OR outstanding OR before OR answered_now OR NOT answered GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
"""
_COUNTED = ("sent", "outstanding", "answered", "ripe", "in_time", "immature")


@dataclass
class Answers:
    """How referrals of one agency, or of all, were answered."""

    sent: int = 0
    outstanding: int = 0
    answered: int = 0
    ripe: int = 0
    in_time: int = 0
    immature: int = 0
    days: Counter[int] = field(default_factory=Counter)  # until a first answer of the month → how many
    ages: Counter[int] = field(default_factory=Counter)  # of those without any → how many

    @property
    def counts_for_something(self) -> bool:
        """Whether the month has anything to tell of it."""
        return bool(self.sent or self.outstanding or self.ripe or self.immature or self.days or self.ages)

    @property
    def oldest(self) -> int | None:
        """Days for which the oldest of the unanswered has waited."""
        return max(self.ages, default=None)


class Referrals:
    """The referrals of one month, asked once."""

    def __init__(self, month: Snapshot) -> None:
        self.by_agency: Mapping[str, Answers] = _of_agencies(month)

    def indicators(self) -> Iterator[Indicator]:
        """I-11 … I-13."""
        whole = together(self.by_agency.values())
        yield Indicator("I-11", rate(whole.answered, whole.outstanding), whole.answered, whole.outstanding)
        immature = {"immature": whole.immature}
        yield Indicator("I-12", rate(whole.in_time, whole.ripe), whole.in_time, whole.ripe, beside=immature)
        answers, unanswered = whole.days.total(), whole.ages.total()
        beside = {
            "n": answers,
            "unanswered": unanswered,
            "unanswered_median_age": median(whole.ages),
            "unanswered_oldest_age": whole.oldest,
        }
        yield Indicator("I-13", median(whole.days), denominator=answers, missing=unanswered, beside=beside)


def _of_agencies(month: Snapshot) -> dict[str, Answers]:
    found: defaultdict[str, Answers] = defaultdict(Answers)
    for row in month.query(_SENT):
        agency, referrals = found[row["agency_id"]], row["referrals"]
        for name in _COUNTED:
            setattr(agency, name, getattr(agency, name) + row[name] * referrals)
        if row["answered_now"]:
            agency.days[row["days"]] += referrals
        if row["waiting"]:
            agency.ages[row["days"]] += referrals
    return dict(found)


def together(all_of_them: Iterable[Answers]) -> Answers:
    """Those of several agencies as if they were one; medians follow from all days, not from medians."""
    whole = Answers()
    for one in all_of_them:
        for name in _COUNTED:
            setattr(whole, name, getattr(whole, name) + getattr(one, name))
        whole.days += one.days
        whole.ages += one.ages
    return whole
