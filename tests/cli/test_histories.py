"""Random histories told by words in a random order, and every figure counted once more from what `list` tells."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import pytest

from tests.cli.running import json_lines
from tests.cli.running import tashilgar_here as tashilgar
from tests.factories import make_office
from tests.fakes import FakeClock

Row = dict[str, Any]
EARLIEST = date(2025, 4, 21)  # ۱۴۰۴/۰۲/۰۱
FIRST = date(2025, 3, 21)  # ۱۴۰۴/۰۱/۰۱; the first six months have 31 days
MONTHS = (3, 4, 5, 6)
FIELDS = ("social", "education", "urban_services", "economic", "legal")
SOCIAL = {"social", "cultural", "education", "health", "identity_documents", "legal"}
AGENCIES = ("education", "municipality", "power")
ANSWERS = ("acknowledged", "accepted", "in_progress", "done", "needs_info", "rejected", "redirected")
CHUNK = 8
LISTED = ("need", "need_event", "referral", "agency_response", "visit", "staff_member")
SEEDS = tuple(map(int, os.environ.get("HISTORY_SEEDS", "616").split(",")))
"""Histories of the suite; HISTORY_SEEDS=1,2,3 tells others."""
ENDS = ("met", "rejected", "closed")
NAMES = (("مریم", "احمدی"), ("زهرا", "کریمی"), ("لیلا", "مرادی"), ("پریسا", "چراغی"))


def first_of(month: int) -> date:
    return FIRST + timedelta(days=31 * (month - 1))


class Told:
    """An office to which things are told by words alone."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.data, self.by_chance = folder, Random(seed)  # noqa: S311
        clock = FakeClock()
        clock.pass_time(days=24)  # ۱۴۰۴/۰۷/۰۸
        make_office(folder, clock).close()
        self.place = self.listed("neighborhood")[0]["id"]
        found = {one["agency_code"]: one["id"] for one in self.listed("organization")}
        self.agencies = [found[code] for code in AGENCIES]
        self.people = [self.register(*name) for name in NAMES]

    def listed(self, kind: str) -> list[Row]:
        said = tashilgar(self.data, "list", kind)
        assert said.code == 0, said.err
        return said.lines

    def put(self, kind: str, *records: Row) -> list[Row]:
        return tashilgar(self.data, "put", kind, stdin=json_lines(*records)).lines

    def register(self, first: str, last: str) -> str:
        home = self.put("household", {"neighborhood_id": self.place, "declared_size": 1})[0]["id"]
        told = {"household_id": home, "first_name": first, "last_name": last, "sex": "female", "birth_date": "1360"}
        return str(self.put("person", {**told, "relation_to_head": "head"})[0]["id"])

    def day(self, since: date = EARLIEST) -> date:
        return since + timedelta(days=self.by_chance.randrange(max(1, (date(2025, 9, 29) - since).days)))

    def history(self, needs: int) -> Iterator[tuple[str, Row]]:
        """Needs, and then all that is told of them, in an order that chance decides."""
        chance = self.by_chance
        for number in range(needs):
            of_place = number % 3 == 0
            about = {"scope": "neighborhood", "neighborhood_id": self.place, "supporters_count": 4}
            somebody = {"scope": "person", "person_id": chance.choice(self.people)}
            given = about if of_place else somebody
            yield (
                "need",
                {**given, "field": chance.choice(FIELDS), "subject": f"درخواست {number}", "noted_on": str(self.day())},
            )

    def referrals(self) -> list[tuple[str, Row]]:
        chance, found = self.by_chance, []
        for need in self.listed("need"):
            since = date.fromisoformat(need["noted_on"])
            for _ in range(chance.choice((1, 1, 2))):
                sent = self.day(since)
                found.append(
                    (
                        "referral",
                        {"need_id": need["id"], "agency_id": chance.choice(self.agencies), "sent_on": str(sent)},
                    )
                )
        return found

    def rest(self) -> list[tuple[str, Row]]:
        chance, found = self.by_chance, list[tuple[str, Row]]()
        for referral in self.listed("referral"):
            sent = date.fromisoformat(referral["sent_on"])
            for _ in range(chance.choice((0, 1, 1, 2))):
                came = sent + timedelta(days=chance.choice((-1, 0, 0, 5, 29, 30, 31, 45)))  # the first is refused
                found.append(
                    (
                        "agency_response",
                        {"referral_id": referral["id"], "type": chance.choice(ANSWERS), "received_on": str(came)},
                    )
                )
            if chance.random() < 0.3:
                back = chance.choice([day for day in map(first_of, (5, 6, 7)) if day >= sent] or [sent])
                back += timedelta(days=chance.choice((-1, 0, 1)))  # about the first day of a month
                found.append(
                    (
                        "referral",
                        {"id": referral["id"], "withdrawn_on": str(max(back, sent)), "withdraw_reason": "کار انجام شد"},
                    )
                )
        for need in self.listed("need"):
            at = date.fromisoformat(need["noted_on"])
            for state in chance.choice(WAYS):
                at += timedelta(days=chance.choice((0, 0, 3, 14, 33)))
                found.append(("step", {"id": need["id"], "state": state, "on": str(at), **SAID.get(state, {})}))
        for _ in range(5):
            found.append(
                (
                    "visit",
                    {
                        "type": "consultation",
                        "subject": chance.choice(FIELDS),
                        "date": str(self.day()),
                        "person_id": chance.choice(self.people),
                    },
                )
            )
        chance.shuffle(found)
        return found

    def tell(self, acts: Sequence[tuple[str, Row]]) -> None:
        """A few at a time, each kind in one go; what is refused was never told."""
        for start in range(0, len(acts), CHUNK):
            some = acts[start : start + CHUNK]
            for kind in dict.fromkeys(kind for kind, _given in some):
                given = [one for other, one in some if other == kind]
                if kind == "step":
                    self.step(given)
                else:
                    self.put(kind, *given)

    def step(self, given: Sequence[Row]) -> None:
        for one in given:
            words = [f"{name}={value}" for name, value in one.items() if name not in ("id", "state")]
            tashilgar(self.data, "step", "need", one["id"], one["state"], *words)


WAYS = (
    ("in_progress", "met"), ("referred", "answered", "met", "in_progress", "met"), ("referred", "answered", "rejected"),
    ("closed",),
    ("referred", "met", "in_progress", "met"), ("referred", "answered", "in_progress"), ("referred", "closed"), (),
)  # fmt: skip
SAID: dict[str, Row] = {
    "in_progress": {"note": "پیگیری در دفتر"},
    "met": {"resident_confirmed": "بله"},
    "rejected": {"close_reason": "no_budget", "resident_informed_on": "1404/07/05"},
    "closed": {"close_reason": "unreachable"},
}


def counted(listed: Mapping[str, list[Row]], month: int) -> dict[str, tuple[Any, ...]]:
    """Numerator, denominator and what else is asked of each, from the definitions of the domain alone."""
    first, last, before = first_of(month), first_of(month + 1) - timedelta(days=1), first_of(month - 1)
    needs, events = listed["need"], listed["need_event"]
    referrals, answers, visits = listed["referral"], listed["agency_response"], listed["visit"]
    staff = [one for one in listed["staff_member"] if (one["start_date"] or "") <= str(last)]

    def within(day: str) -> bool:
        return str(first) <= day <= str(last)

    def course(need: Row) -> list[Row]:
        return sorted(
            (e for e in events if e["need_id"] == need["id"] and e["on"] <= str(last)), key=lambda e: (e["on"], e["id"])
        )

    noted = [one for one in needs if one["noted_on"] <= str(last)]
    still = [one for one in noted if course(one)[-1]["to_status"] in ("noted", "referred", "answered", "in_progress")]
    ended = {state: {e["need_id"] for e in events if e["to_status"] == state and within(e["on"])} for state in ENDS}
    first_answer = {
        one["id"]: min(
            (
                a["received_on"]
                for a in answers
                if a["referral_id"] == one["id"] and a["type"] != "acknowledged" and a["received_on"] <= str(last)
            ),
            default="",
        )
        for one in referrals
    }
    field_of = {one["id"]: one["field"] for one in needs}

    def took(one: Row) -> int:
        return (date.fromisoformat(first_answer[one["id"]]) - date.fromisoformat(one["sent_on"])).days

    sent = [one for one in referrals if one["sent_on"] <= str(last)]
    kept = [one for one in sent if not one["withdrawn_on"] or one["withdrawn_on"] > str(last)]
    waiting = [
        one for one in sent
        if not (one["withdrawn_on"] and one["withdrawn_on"] < str(first))
        and not (first_answer[one["id"]] and first_answer[one["id"]] < str(first))
    ]  # fmt: skip
    cohort = [one for one in kept if str(before) <= one["sent_on"] < str(first)]
    ripe = [one for one in cohort if date.fromisoformat(one["sent_on"]) + timedelta(days=30) <= last]
    answered_now = [one for one in sent if first_answer[one["id"]] and within(first_answer[one["id"]])]
    silent = [one for one in kept if not first_answer[one["id"]]]
    made = [v["subject"] for v in visits if within(v["date"])] + [
        field_of[r["need_id"]] for r in referrals if within(r["sent_on"])
    ]
    ends = {state: len(ended[state]) for state in ENDS}
    return {
        "I-05": (sum(within(v["date"]) for v in visits),),
        "I-06": (sum(within(one["noted_on"]) for one in needs),),
        "I-07": (len(still),),
        "I-08": (ends["met"],),
        "I-09": (ends["met"], sum(ends.values())),
        "I-10": (sum(bool(one["due_on"]) and one["due_on"] < str(last) for one in still),),
        "I-11": (sum(bool(first_answer[one["id"]]) for one in waiting), len(waiting)),
        "I-12": (sum(bool(first_answer[r["id"]]) and took(r) <= 30 for r in ripe), len(ripe), len(cohort) - len(ripe)),
        "I-13": (
            median(map(took, answered_now)) if answered_now else None, len(answered_now), len(silent),
            max(((last - date.fromisoformat(one["sent_on"])).days for one in silent), default=None),
        ),
        "I-20": (sum(one in SOCIAL for one in made), len(made)),
        "I-30": (len(made), len(staff)),
    }  # fmt: skip


def told_by_program(told: Told, month: int) -> dict[str, tuple[Any, ...]]:
    found = tashilgar(told.data, "indicators", "--month", f"1404-{month:02}").line
    pairs = {code: (found[code]["numerator"], found[code]["denominator"]) for code in ("I-09", "I-11", "I-20", "I-30")}
    counts = {code: (found[code]["numerator"],) for code in ("I-05", "I-06", "I-07", "I-08", "I-10")}
    twelve, thirteen = found["I-12"], found["I-13"]
    return {
        **pairs, **counts,
        "I-12": (twelve["numerator"], twelve["denominator"], twelve["immature"]),
        "I-13": (thirteen["value"], thirteen["denominator"], thirteen["missing"], thirteen["unanswered_oldest_age"]),
    }  # fmt: skip


def agree(told: Told) -> None:
    listed = {kind: told.listed(kind) for kind in LISTED}
    for month in MONTHS:
        assert told_by_program(told, month) == counted(listed, month), month


@pytest.mark.parametrize("seed", SEEDS)
def test_any_history_gives_the_figures_of_the_definitions(tmp_path: Path, seed: int) -> None:
    told = Told(tmp_path / "office", seed)
    told.tell(list(told.history(5)))
    told.tell(told.referrals())
    told.tell(told.rest())
    assert len({need["status"] for need in told.listed("need")}) > 1
    agree(told)
    keep, gone = told.people[:2]
    merged = tashilgar(told.data, "merge", keep, gone).line
    agree(told)
    assert tashilgar(told.data, "unmerge", merged["merge_id"]).code == 0
    agree(told)
    assert tashilgar(told.data, "erase", told.people[2], "--reason", "به خواست خود").code == 0
    agree(told)
