"""Entries of different kinds lie in ranges of their own, so that the full-text index can be asked for one kind."""

from __future__ import annotations

from itertools import pairwise

from desktop.domain.kinds import KINDS
from desktop.store.entries import entry_range


def test_the_ranges_of_two_kinds_never_meet() -> None:
    ranges = sorted(entry_range(kind) for kind in KINDS)
    assert all(above <= below for (_, above), (below, _) in pairwise(ranges))


def test_every_number_fits_a_whole_number_of_sqlite() -> None:
    assert max(above for _, above in map(entry_range, KINDS)) < 2**63
