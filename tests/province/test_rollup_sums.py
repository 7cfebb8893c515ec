"""No sum of the province tells what an office's own report hides."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.publication import Band, Cover, Few, Hidden, Publication
from province.rollup.sums import ALL, Sums, of_county
from tests.domain.attacker import withstand

COUNTIES = {"a": "801", "b": "801", "c": "802", "d": "802"}


def attacked(sums: Sums) -> Mapping[Hashable, Cover]:
    """How it is told, after somebody who has all reports of the offices has tried to learn more."""
    covers = sums.covers()
    withstand(sums.publication, covers)
    return covers


def test_a_small_count_of_one_office_does_not_follow_from_the_sum_and_the_others() -> None:
    # 3 + 23 = 26 and 12 + 30 = 42, together 68: told exactly, 68 − 42 − 23 would be 3.
    sums = Sums(COUNTIES)
    sums.add("I-01", {"a": 3, "b": 23, "c": 12, "d": 30}, {"a": Few()})
    covers = attacked(sums)
    assert covers["I-01", "a"] == Few()
    assert covers["I-01", of_county("801")] == Band(25, 29)
    assert covers["I-01", ALL] == Band(65, 69)
    assert ("I-01", of_county("802")) not in covers
    assert all(("I-01", office) not in covers for office in "bcd")


def test_two_hidden_counts_of_two_counties_keep_the_sum_of_the_province() -> None:
    sums = Sums(COUNTIES)
    sums.add("I-01", {"a": 3, "b": 23, "c": 2, "d": 30}, {"a": Few(), "c": Few()})
    covers = attacked(sums)
    assert ("I-01", ALL) not in covers
    assert {("I-01", of_county("801")), ("I-01", of_county("802"))} <= covers.keys()


def test_what_a_report_hid_for_anothers_sake_stays_hidden_and_bands_stay_bands() -> None:
    sums = Sums(COUNTIES)
    sums.add("I-06", {"a": 3, "b": 40, "c": 17, "d": 30}, {"a": Few(), "b": Hidden(), "c": Band(15, 19)})
    covers = attacked(sums)
    assert (covers["I-06", "b"], covers["I-06", "c"]) == (Hidden(), Band(15, 19))


def test_a_few_letters_of_the_whole_province_are_told_where_that_tells_of_no_office() -> None:
    # Scenario 20: 5 of 8 and 4 of 5 are 9 of 13; the 4 that wait are nobody's secret, the 3 and the 1 are an office's.
    sums = Sums({"a": "801", "b": "801"})
    told: dict[str, tuple[dict[str, int], dict[str, Cover]]] = {
        "part": ({"a": 5, "b": 4}, {"a": Hidden(), "b": Few()}),
        "whole": ({"a": 8, "b": 5}, {}),
        "rest": ({"a": 3, "b": 1}, {"a": Few(), "b": Few()}),
    }
    for name, (counts, covers) in told.items():
        sums.add(name, counts, covers, letters=True)
    sums.add_up("whole", ["part", "rest"], ["a", "b", *sums.places])
    shown = attacked(sums)
    assert not [name for name in told for place in sums.places if (name, place) in shown]
    alone = Sums({"a": "801", "b": "801"})
    alone.add("part", {"a": 3, "b": 40}, {"a": Few()}, letters=True)
    assert alone.safe().count(("part", ALL), 43) == "۴۰ تا ۴۴"
    withstand(alone.publication, alone.covers())


def test_a_count_that_moved_by_few_in_one_office_is_not_told_by_the_sum() -> None:
    sums = Sums(COUNTIES)
    sums.add("I-01", {"a": 21, "b": 23}, {"a": Band(20, 24)})
    assert attacked(sums)["I-01", ALL] == Band(40, 44)


def counts() -> st.SearchStrategy[dict[str, int]]:
    return st.fixed_dictionaries(dict.fromkeys(COUNTIES, st.integers(0, 12)))


@settings(max_examples=25, deadline=None)
@given(counts(), counts(), st.sets(st.sampled_from(sorted(COUNTIES))))
def test_whatever_the_offices_count_and_hide_nobody_who_has_all_reports_learns_a_small_count(
    part: dict[str, int], rest: dict[str, int], hiding: set[str]
) -> None:
    sums, whole = Sums(COUNTIES), {office: part[office] + rest[office] for office in COUNTIES}
    covers = {office: own_covers(part[office], rest[office], hiding=office in hiding) for office in COUNTIES}
    for name, of in (("part", part), ("rest", rest), ("whole", whole)):
        sums.add(name, of, {office: covers[office][name] for office in COUNTIES if name in covers[office]})
    sums.add_up("whole", ["part", "rest"], [*COUNTIES, *sums.places])
    attacked(sums)


def own_covers(part: int, rest: int, *, hiding: bool) -> Mapping[Hashable, Cover]:
    """What an office's own report hides; `hiding`: also what it would not have to, for another table's sake."""
    own = Publication(counts={"part": part, "rest": rest, "whole": part + rest})
    own.total("whole", ["part", "rest"])
    own.withheld = {"part", "whole"} if hiding else set()
    return own.covers()
