"""The worked example of the definitions (domain §4.2), entered by the services in any order."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from desktop.domain.indicators import Indicator
from desktop.domain.record import Row
from desktop.services.indicators.month import indicators
from desktop.services.indicators.referrals import Referrals
from desktop.services.indicators.snapshot import Snapshot
from desktop.services.merging import merge
from desktop.services.monthly import monthly_report
from desktop.store.office_file import OfficeFile
from tests.factories import add_household, add_person, agency
from tests.services.indicators.conftest import Desk, taken_back

MONTH = "1404-06"
REFERRALS = {  # referral → sent, first real answer
    "R1": ("05/03", "05/10"), "R2": ("05/05", "05/25"), "R3": ("05/12", "06/02"), "R4": ("05/18", None),
    "R5": ("05/20", "06/28"), "R6": ("05/29", "06/05"), "R7": ("06/02", "06/09"), "R8": ("06/08", None),
    "R9": ("06/15", "06/29"), "R10": ("06/22", None),
}  # fmt: skip
EVENTS = (
    *((name, "sent", sent) for name, (sent, _) in REFERRALS.items()),
    *((name, "accepted", answered) for name, (_, answered) in REFERRALS.items() if answered),
    ("R4", "acknowledged", "06/01"),
    ("R8", "done", "07/03"),  # after the month: it does not exist for it
    ("R1", "done", "06/20"),  # a second answer is no first one
)
Event = tuple[str, str, str]


@st.composite
def _orders(draw: DrawFn) -> Sequence[Event]:
    """The events in any order in which nobody answers what was not sent."""
    shuffled = draw(st.permutations(EVENTS))
    ordered: list[Event] = []
    for event in shuffled:
        if event[1] == "sent":
            ordered.append(event)
            ordered += [other for other in shuffled[: shuffled.index(event)] if other[0] == event[0]]
        elif any(done[0] == event[0] and done[1] == "sent" for done in ordered):
            ordered.append(event)
    return ordered


def _enter(desks: Sequence[Desk], events: Sequence[Event]) -> None:
    sent: dict[str, Row] = {}
    for place, (name, what, on) in enumerate(events):
        desk = desks[place % len(desks)]
        if what == "sent":
            sent[name] = desk.refer(on, to=("education", "welfare_org")[int(name[1:]) % 2])
        else:
            desk.answer(sent[name], on, what)


def _check(found: dict[str, Indicator]) -> None:
    in_month, in_30_days, median = (found[code].as_json() for code in ("I-11", "I-12", "I-13"))
    assert (in_month["numerator"], in_month["denominator"], in_month["value"]) == (5, 8, 62.5)
    assert (in_30_days["numerator"], in_30_days["denominator"], in_30_days["value"]) == (4, 6, 66.7)
    assert in_30_days["immature"] == 0
    assert (median["value"], median["unit"], median["n"], median["missing"]) == (14, "days", 5, 3)
    ages = (median["unanswered"], median["unanswered_median_age"], median["unanswered_oldest_age"])
    assert ages == (3, 23, 44)


def test_the_ten_referrals_give_the_printed_figures(office: OfficeFile) -> None:
    with taken_back(office) as work:
        _enter([Desk(work)], EVENTS)
        _check(indicators(work, MONTH))


@settings(max_examples=12)
@given(_orders())
def test_the_order_in_which_they_are_entered_changes_nothing(office: OfficeFile, events: Sequence[Event]) -> None:
    assert sorted(events) == sorted(EVENTS)
    with taken_back(office) as work:
        _enter([Desk(work)], events)
        _check(indicators(work, MONTH))


def test_a_stamp_of_the_secretariat_changes_nothing(office: OfficeFile) -> None:
    with taken_back(office) as work:
        _enter([Desk(work)], [event for event in EVENTS if event[1] != "acknowledged"])
        before = {code: one.as_json() for code, one in indicators(work, MONTH).items() if code < "I-20"}
    with taken_back(office) as work:
        _enter([Desk(work)], EVENTS)
        assert {code: one.as_json() for code, one in indicators(work, MONTH).items() if code < "I-20"} == before


def test_the_referrals_of_two_files_of_one_person_are_the_same_after_the_files_are_merged(office: OfficeFile) -> None:
    with taken_back(office) as work:
        home = add_household(work)
        first = add_person(work, home)
        second = add_person(work, home, relation_to_head="other_relative")
        _enter([Desk(work, first), Desk(work, second)], EVENTS)
        _check(indicators(work, MONTH))
        merge(work, first["id"], second["id"], {})
        assert len(work.find("need", person_id=first["id"])) == 10
        _check(indicators(work, MONTH))


def test_each_agency_is_told_apart_and_all_together_have_their_own_median(office: OfficeFile) -> None:
    with taken_back(office) as work:
        _enter([Desk(work)], EVENTS)
        found = Referrals(Snapshot(work, MONTH)).by_agency
        odd, even = found[agency(work, "welfare_org")], found[agency(work, "education")]
        assert (odd.sent, odd.outstanding, odd.answered, sorted(odd.days.elements())) == (2, 4, 4, [7, 14, 21, 39])
        assert (even.sent, even.outstanding, even.answered, sorted(even.days.elements())) == (2, 4, 1, [7])
        assert sorted(even.ages.elements()) == [9, 23, 44]
        report = monthly_report(work, MONTH, "")
        by_name = {row.agency: row for row in report.agencies}
        assert len(by_name) == 2
        assert sorted(row.median_days or 0 for row in by_name.values()) == [7, 17.5]
        assert (report.answers.rate, report.answers.rate_in_time, report.answers.median_days) == (62.5, 66.7, 14)
        assert (report.answers.unanswered, report.answers.oldest) == (3, 44)


def test_the_month_before_stands_beside_each_figure(office: OfficeFile) -> None:
    with taken_back(office) as work:
        _enter([Desk(work)], EVENTS)
        now, before = indicators(work, MONTH), indicators(work, "1404-05")
        assert {code: one.previous for code, one in now.items()} == {code: one.value for code, one in before.items()}
        assert before["I-11"].value == 33.3  # R1 and R2 of R1 … R6
        assert before["I-13"].value == 13.5  # the mean of 7 and 20
