"""Plain rows of a paper as JSON and back, so that a signed report is printed years later from what was signed.

A newer program may have added fields to its rows: what an older snapshot does not tell takes the field's default, and
what it tells more is left aside.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import repeat
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

RowT = TypeVar("RowT")


def frozen(value: Any) -> Any:
    """A row, or anything in one, as JSON holds it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: frozen(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple | list):
        return [frozen(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def thawed(row: type[RowT], told: Mapping[str, Any]) -> RowT:
    """The row of this class that was told. Raises KeyError where a field without a default was not told."""
    made: RowT = _dataclass(row, told)
    return made


def _dataclass(row: Any, told: Mapping[str, Any]) -> Any:
    hints = _hints(row)
    return row(**{one.name: _value(hints[one.name], told[one.name]) for one in fields(row) if one.name in told})


@cache
def _hints(row: type[Any]) -> dict[str, Any]:
    return get_type_hints(row)


def _value(hint: Any, told: Any) -> Any:
    if told is None:
        return None
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        certain = [one for one in args if one is not type(None)]
        return _value(certain[0], told) if len(certain) == 1 else told
    if origin is tuple:
        parts = repeat(args[0], len(told)) if args[1:] == (Ellipsis,) else args
        return tuple(_value(one, part) for one, part in zip(parts, told, strict=True))
    return _dataclass(hint, told) if is_dataclass(hint) else _plain(hint, told)


def _plain(hint: Any, told: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(told)
    return date.fromisoformat(told) if hint is date else told
