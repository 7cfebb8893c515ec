"""Which counts are too small to leave the office; `publication.py` says what would tell them (domain §5, G-20, G-21)."""

from __future__ import annotations

from typing import Final

from desktop.domain.persian.digits import grouped

LEAST: Final = 5
"""Counts below this could tell of somebody."""
LEAST_OF_HARMS: Final = 10
"""The wider distance that tables of harms keep."""
LEAST_WHOLE: Final = 10
"""A share of fewer than this tells of single people."""


def is_small(count: int, least: int = LEAST) -> bool:
    """Whether a count tells of so few that it is hidden."""
    return 0 < count < least


def share_is_safe(part: int, whole: int, least: int = LEAST) -> bool:
    """Whether a percentage may leave the office: neither the part nor the rest is small, nor the whole."""
    return whole >= LEAST_WHOLE and part >= least and whole - part >= least


def band(count: int, step: int = LEAST_OF_HARMS) -> str:
    """A count as a band of `step`, which stays the same when it moves a little (G-21): «کمتر از ۱۰», «۱۰ تا ۱۹».

    Of harms even a zero says something of a place, so that it is «—».
    """
    if count <= 0:
        return "—"
    low = count // step * step
    return f"{grouped(low)} تا {grouped(low + step - 1)}" if low else f"کمتر از {grouped(step)}"

