"""A published table is attacked by somebody who can do sums, and remembers what was published before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.publication import Few, Hidden, Publication
from desktop.domain.suppression import is_small
from tests.domain.attacker import attack


def table(cells: list[list[int]]) -> Publication:
    """Rows, columns, the sums of both, and the sum of all."""
    made, rows, columns = Publication(), range(len(cells)), range(len(cells[0]))
    for row in rows:
        made.counts |= {(row, column): cells[row][column] for column in columns}
        made.counts[row, "all"] = sum(cells[row])
        made.total((row, "all"), [(row, column) for column in columns])
    for column in (*columns, "all"):
        made.counts["all", column] = sum(made.counts[row, column] for row in rows)
        made.total(("all", column), [(row, column) for row in rows])
    made.total(("all", "all"), [("all", column) for column in columns])
    return made


FEWER = st.one_of(st.integers(0, 6), st.integers(0, 60))


@settings(max_examples=20)
@given(st.data(), st.integers(1, 6), st.integers(1, 5))
def test_no_small_count_of_a_table_with_both_sums_can_be_worked_out(data: st.DataObject, rows: int, wide: int) -> None:
    row = st.lists(FEWER, min_size=wide, max_size=wide)
    attack(table(data.draw(st.lists(row, min_size=rows, max_size=rows))))


@settings(max_examples=10)
@given(st.lists(st.tuples(*[FEWER] * 4), min_size=1, max_size=5))
def test_no_small_flow_can_be_worked_out_from_two_stocks(fields: list[tuple[int, int, int, int]]) -> None:
    made = Publication()
    names = ("start", "new", "met", "closed", "end")
    for at, (start, new, met, closed) in enumerate(fields):
        gone = min(met, start + new)
        rest = min(closed, start + new - gone)
        flows = (start, new, gone, rest, start + new - gone - rest)
        made.counts |= {(at, name): flow for name, flow in zip(names, flows, strict=True)}
        made.stock((at, "end"), [(at, "start"), (at, "new")], [(at, "met"), (at, "closed")])
    for name in names:
        made.counts["all", name] = sum(made.counts[at, name] for at in range(len(fields)))
        made.total(("all", name), [(at, name) for at in range(len(fields))])
    made.stock(("all", "end"), [("all", "start"), ("all", "new")], [("all", "met"), ("all", "closed")])
    attack(made)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(-9, 9)), min_size=1, max_size=6))
def test_what_moved_by_few_since_last_month_cannot_be_worked_out(pairs: list[tuple[int, int]]) -> None:
    made = Publication()
    for at, (before, moved) in enumerate(pairs):
        made.counts[at] = max(0, before + moved)
        made.before[at] = before
    made.counts["all"], made.before["all"] = sum(made.counts.values()), sum(made.before.values())
    made.total("all", range(len(pairs)))
    covers = attack(made)
    for cell, before in made.before.items():
        assert cell in covers or not made.counts[cell] or not is_small(abs(made.counts[cell] - before))


def test_the_example_of_the_domain_hides_a_pair_and_keeps_the_sum() -> None:
    covers = attack(table([[23, 12, 3, 0]]))
    assert covers[0, 2] == Few()
    assert covers[0, 1] == Hidden()
    assert (0, 3) not in covers
    assert (0, "all") not in covers


def test_what_was_told_before_is_no_hiding_place() -> None:
    made = Publication(counts={"a": 3, "b": 9, "c": 20, "all": 32}, told={"b"})
    made.total("all", ["a", "b", "c"])
    assert set(attack(made)) == {"a", "c"}


def test_what_was_hidden_before_stays_hidden() -> None:
    made = Publication(counts={"a": 9, "b": 7, "c": 20, "all": 36}, withheld={"a"})
    made.total("all", ["a", "b", "c"])
    assert made.covers()["a"] == Hidden()


def test_what_is_no_more_than_another_number_does_not_tell_of_it() -> None:
    made = Publication(counts={"all": 11, "first": 11, "second": 4, "came": 15})
    made.total("came", ["first", "second"])
    for session in ("first", "second"):
        made.at_most(session, "all")
    attack(made)  # of 15 who came twice at most 11 came first


def test_of_what_stands_beneath_a_hidden_number_not_even_zeros_are_told() -> None:
    made = Publication(counts={"all": 7, "a": 7, "b": 0}, withheld={"all"}, beneath={"a", "b"})
    made.total("all", ["a", "b"])
    assert made.covers() == dict.fromkeys(("all", "a", "b"), Hidden())


def test_a_province_of_three_offices_hides_a_small_cell_with_its_partner_and_a_missing_office_is_no_zero() -> None:
    reported = {"کرمان": (23, 41), "بم": (3, 16), "زرند": (12, 30)}  # a fourth office has sent nothing: it has no cells
    made = Publication()
    for office, counts in reported.items():
        made.counts |= {(office, at): count for at, count in enumerate(counts)}
        made.counts[office, "all"] = sum(counts)
        made.told.add((office, "all"))  # as its own report tells it
        made.total((office, "all"), [(office, at) for at in range(len(counts))])
    for at in (0, 1, "all"):
        made.counts["province", at] = sum(made.counts[office, at] for office in reported)
        made.total(("province", at), [(office, at) for office in reported])
    made.total(("province", "all"), [("province", 0), ("province", 1)])
    covers = attack(made)
    assert set(covers) == {("بم", 0), ("بم", 1), ("زرند", 0), ("زرند", 1)}
    assert made.counts["province", 0] == 38


def test_counts_that_do_not_add_up_are_never_published() -> None:
    made = Publication(counts={"a": 3, "all": 4})
    made.total("all", ["a"])
    with pytest.raises(ArithmeticError, match="do not add up"):
        made.covers()
