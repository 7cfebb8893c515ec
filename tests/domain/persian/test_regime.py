"""Amounts on paper in the money of the office's setting."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.persian.digits import to_ascii
from desktop.domain.persian.regime import Regime

WORTH = {Regime.RIAL: 1_000_000, Regime.TOMAN: 10_000_000, Regime.NEW: 10_000}


@pytest.mark.parametrize(
    ("regime", "figure"), [(Regime.RIAL, "۸۵٬۰۰۰"), (Regime.TOMAN, "۸٬۵۰۰"), (Regime.NEW, "۸٬۵۰۰٬۰۰۰")]
)
def test_the_sum_of_the_scenario_in_every_money(regime: Regime, figure: str) -> None:
    assert regime.figure(85_000_000_000) == figure


@given(st.integers(-(10**15), 10**15), st.sampled_from(Regime))
def test_no_rial_is_lost_between_the_store_and_the_page(rial: int, regime: Regime) -> None:
    text = to_ascii(regime.figure(rial)).replace("٬", "").replace("٫", ".").replace("−", "-")
    assert Fraction(text) * WORTH[regime] == rial


def test_an_amount_is_read_aloud_in_its_own_money() -> None:
    assert Regime.RIAL.words(40_000_000) == "چهار میلیون تومان (چهل میلیون ریال)"
    assert Regime.NEW.words(40_000_000) == "چهار هزار ریال جدید"
    assert Regime.NEW.words(12_345) == "یک ریال جدید و بیست و سه قران و چهل و پنج صدم قران"
    assert Regime.NEW.words(0) == "صفر ریال جدید"
    assert Regime.NEW.words(-20_000) == "منفی دو ریال جدید"
