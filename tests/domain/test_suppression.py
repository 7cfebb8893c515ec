"""What may be told of small counts, attacked by somebody who has the printed table."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.suppression import band, is_small, may_be_called_few, share_is_safe, told

COUNTS = st.lists(st.integers(0, 40), min_size=1, max_size=8)


@given(COUNTS)
def test_no_small_count_is_shown_and_every_zero_is(counts: list[int]) -> None:
    for count, shown in zip(counts, told(counts).counts, strict=True):
        assert shown in (None, count)
        assert not 0 < count < 5 or shown is None
        assert count or shown == 0


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4))
def test_the_sum_leaves_every_small_count_open(counts: list[int]) -> None:
    table = told(counts)
    hidden = [place for place, shown in enumerate(table.counts) if shown is None]
    if table.total is None or not hidden:
        return
    rest = table.total - sum(shown for shown in table.counts if shown is not None)
    worlds = [world for world in product(range(1, rest + 1), repeat=len(hidden)) if sum(world) == rest]
    for at, place in enumerate(hidden):
        if counts[place] < 5:
            assert {world[at] for world in worlds} >= {1, 2, 3, 4}


def test_the_example_of_the_domain_hides_a_pair_and_never_one_alone() -> None:
    assert told([23, 12, 3, 0]).counts == (23, None, None, 0)
    assert told([23, 12, 3, 0]).total == 38


def test_when_all_must_go_the_sum_goes_too() -> None:
    assert told([3]).total is None
    assert told([1, 1]).total is None
    assert told([0, 0]).total == 0


@pytest.mark.parametrize(
    ("count", "text"), [(0, "—"), (1, "کمتر از ۱۰"), (9, "کمتر از ۱۰"), (10, "۱۰ تا ۱۹"), (123, "۱۲۰ تا ۱۲۹")]
)
def test_harms_are_told_in_bands_of_ten(count: int, text: str) -> None:
    assert band(count) == text


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4))
def test_the_name_of_few_gives_no_small_count_away(counts: list[int]) -> None:
    table = told(counts)
    hidden = [count for count, shown in zip(counts, table.counts, strict=True) if shown is None]
    if table.total is None or not hidden or not may_be_called_few(counts):
        return
    worlds = [
        world
        for world in product(range(1, sum(hidden) + 1), repeat=len(hidden))
        if sum(world) == sum(hidden)
        and all(is_small(one) == is_small(real) for one, real in zip(world, hidden, strict=True))
    ]
    for at, count in enumerate(hidden):
        assert not is_small(count) or len({world[at] for world in worlds}) > 1


def test_a_share_is_told_only_of_enough_people() -> None:
    assert share_is_safe(9, 27)
    assert not share_is_safe(3, 27)
    assert not share_is_safe(24, 27)
    assert not share_is_safe(5, 9)
