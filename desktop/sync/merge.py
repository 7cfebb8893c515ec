"""Merging what several laptops wrote: a pure function of the set of operations, whatever their road and order.

Of every field the *heads* are the operations that nobody replaced. One head, or several that say the same: no conflict.
Several that say different things: the one that was made last, as far as its clock could be known, is shown, and the
others stay in sight until a person settles it, by an operation that names them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Dot(NamedTuple):
    """Which operation: the `seq`-th of a device."""

    device: str
    seq: int


class Operation(NamedTuple):
    """One change of one record, as its device logged it."""

    dot: Dot
    stamp: int  # hybrid clock: ms << 16 | counter
    tx: str  # operations of one deed of one user carry the same
    user: str
    kind: str
    record: str
    action: str  # "add" | "change" | "forget" | "erase", and of the program's own: "device" | "reveal" | "hide"
    fields: Mapping[str, Any]  # what the fields became, as the log keeps it; "deleted_at" deletes
    base: Mapping[str, tuple[Dot, ...]]  # of each field the heads it replaced; under "*" all that a deletion saw
    seen: Mapping[str, int]  # the version vector of its segment: what its device had read before
