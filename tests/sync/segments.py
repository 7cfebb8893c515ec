"""Operations and segments as hypothesis makes them, and the keys they are sealed under."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from hypothesis import strategies as st
from nacl.signing import SigningKey

from desktop.sync.bundle.dividing import Known
from desktop.sync.bundle.segment import BodyKeys, SegmentFacts, seal_segment
from desktop.sync.merge import Dot, Operation

DEVICE, OTHER = "0197-laptop-1", "0197-laptop-2"
OFFICE_KEY = bytes(range(32))
KEYS = BodyKeys.of_office(OFFICE_KEY)
SIGNER = SigningKey(bytes(32))
PUBLIC = bytes(SIGNER.verify_key)
FACTS = SegmentFacts("office-0803", DEVICE, "epoch-1", "0019", {DEVICE: 4, OTHER: 17})

_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | _texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=4,
)
_dots = st.lists(st.builds(Dot, st.sampled_from([DEVICE, OTHER, "0197-laptop-3"]), st.integers(1, 9999)), max_size=3)
_names = st.sampled_from(["first_name", "phone", "نشانی", "note", "deleted_at", "count"])


@st.composite
def operations(draw: st.DrawFn, most: int = 6) -> list[Operation]:
    """Operations of one device that follow each other; deeds of one or several, with all that a base may be."""
    first = draw(st.integers(1, 10_000))
    made: list[Operation] = []
    for seq in range(first, first + draw(st.integers(1, most))):
        fields = draw(st.dictionaries(_names, _values, max_size=4))
        names = [*fields, *(["*"] if "deleted_at" in fields else [])]
        base = {name: tuple(dots) for name in names if (dots := draw(_dots))}
        if draw(st.booleans()) and base:
            base = dict.fromkeys(names, next(iter(base.values())))
        same = bool(made) and draw(st.booleans())
        tx, user, stamp = (
            (made[-1].tx, made[-1].user, made[-1].stamp)
            if same
            else (f"tx-{seq}", draw(st.sampled_from(["حمید", "سمیرا"])), draw(st.integers(0, 2**62)))
        )
        kind, action = draw(st.sampled_from(["person", "need"])), draw(st.sampled_from(["add", "change", "reveal"]))
        record = draw(st.sampled_from(["r-1", "r-2", "r-3"]))
        made.append(Operation(Dot(DEVICE, seq), stamp, tx, user, kind, record, action, fields, base, FACTS.deps))
    return made


openings = st.frozensets(st.sampled_from(["first_name", "phone", "deleted_at", "count"]), max_size=3) | st.just(
    frozenset({"*"})
)


@st.composite
def with_openings(draw: st.DrawFn, most: int = 6) -> tuple[list[Operation], list[frozenset[str]]]:
    made = draw(operations(most))
    return made, [draw(openings) for _ in made]


def seal(
    made: Sequence[Operation],
    opened: Sequence[Collection[str]] | None = None,
    known: Known = Dot._make,
    **changes: Any,
) -> bytes:
    return seal_segment(made, opened or [()] * len(made), FACTS._replace(**changes), KEYS, SIGNER, known)


def change(seq: int, fields: dict[str, Any], tx: str = "", record: str = "r-1", **base: tuple[Dot, ...]) -> Operation:
    return Operation(
        Dot(DEVICE, seq), 1000 + seq, tx or f"tx-{seq}", "user-1", "person", record, "change", fields, base, FACTS.deps
    )
