"""Hours of meetings and sessions."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.times import read_time, short_time
from tests.domain.persian.refusals import refused


@pytest.mark.parametrize("typed", ["10:30", "۱۰:۳۰", "١٠:٣٠", "1030", "۱۰٫۳۰", "10.30", "10 : 30", "10:30:00"])
def test_an_hour_is_read_however_it_is_typed(typed: str) -> None:
    assert read_time(typed) == dt.time(10, 30)


def test_a_bare_hour_is_the_full_hour() -> None:
    assert read_time("۹") == dt.time(9)
    assert read_time("9:05") == dt.time(9, 5)


@pytest.mark.parametrize("typed", ["", "24:00", "10:60", "10:3", "930", "10:30:15", "صبح", "-1:00"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    assert refused(read_time, typed) == "bad_time"


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_printed_hour_can_be_typed_back(hour: int, minute: int) -> None:
    assert read_time(short_time(dt.time(hour, minute))) == dt.time(hour, minute)


def test_an_hour_is_written_in_persian() -> None:
    assert short_time(dt.time(9, 5)) == "۰۹:۰۵"
