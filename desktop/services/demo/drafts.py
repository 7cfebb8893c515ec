"""Whole records for bulk loading: defaults from the declarations, ids and numbers that the seed decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache, cached_property
from random import Random
from typing import Any
from uuid import UUID

from pydantic_core import PydanticUndefined

from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import month_bounds, shift_month

_FOREIGN_CODES = 120_040_000_000
# Bodies 9931000xx stay free for the identities of tests and lessons.
_FIRST_BODY, _BODIES, _STRIDE = 993_101_000, 890_000, 7919


@dataclass(frozen=True)
class DemoWords:
    """What a demo office is made of; the same words make the same office."""

    residents: int = 600
    months: int = 6
    seed: int = 1404
    until: str = "1404-06"

    def all_months(self) -> list[str]:
        return [shift_month(self.until, step) for step in range(1 - self.months, 1)]

    @cached_property
    def first_day(self) -> date:
        return month_bounds(self.all_months()[0])[0]

    @cached_property
    def last_day(self) -> date:
        return month_bounds(self.until)[1]

    @cached_property
    def first_moment(self) -> int:
        """Milliseconds, as ids count time."""
        return int(datetime.combine(self.first_day, time(), UTC).timestamp() * 1000)


@dataclass
class Made:
    """Records made so far, kind by kind, before they are written."""

    words: DemoWords
    random: Random
    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    numbers: dict[str, list[str]] = field(default_factory=dict)  # person id → identity numbers
    _ids: int = 0
    _papers: int = 0
    _mobiles: int = 0

    def add(self, kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Keep a whole record; fields that are not given have their declared defaults."""
        row = {**_defaults(kind), **values, "id": self._new_id()}
        self.records.setdefault(kind, []).append(row)
        return row

    def of(self, kind: str) -> list[dict[str, Any]]:
        return self.records.get(kind, [])

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def national_id(self) -> str:
        """A number with a right check digit that no person has."""
        body = str(_FIRST_BODY + self._papers * _STRIDE % _BODIES)
        self._papers += 1
        rest = sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True)) % 11
        return body + str(rest if rest < 2 else 11 - rest)

    def foreigner_code(self) -> str:
        self._papers += 1
        return str(_FOREIGN_CODES + self._papers * _STRIDE)

    def mobile(self) -> str:
        self._mobiles += 1
        return f"0900{self._mobiles:07d}"

    def _new_id(self) -> str:
        """A UUIDv7 whose time is the first day and whose chance is the seed's."""
        self._ids += 1
        millis = self.words.first_moment + self._ids
        return str(
            UUID(
                int=millis << 80
                | 0x7 << 76
                | self.random.getrandbits(12) << 64
                | 0b10 << 62
                | self.random.getrandbits(62)
            )
        )


@cache
def _defaults(kind: str) -> dict[str, Any]:
    made = {}
    for name, info in KINDS[kind].draft.model_fields.items():
        default = info.get_default(call_default_factory=True)
        made[name] = None if default is PydanticUndefined else default
    return made
