"""Which counts and shares are too small to be told, and the bands of harms."""

from __future__ import annotations

import pytest

from desktop.domain.suppression import band, share_is_safe


@pytest.mark.parametrize(
    ("count", "text"), [(0, "—"), (1, "کمتر از ۱۰"), (9, "کمتر از ۱۰"), (10, "۱۰ تا ۱۹"), (123, "۱۲۰ تا ۱۲۹")]
)
def test_harms_are_told_in_bands_of_ten(count: int, text: str) -> None:
    assert band(count) == text


def test_a_share_is_told_only_of_enough_people() -> None:
    assert share_is_safe(9, 27)
    assert not share_is_safe(3, 27)
    assert not share_is_safe(24, 27)
    assert not share_is_safe(5, 9)
