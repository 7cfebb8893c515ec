"""Laws of merging: whatever the road and the order, the same record and the same conflicts, and nothing lost unseen."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.sync.merge import ALL, DELETED, Dot, Operation, State, absorb, merged, recompute, replace
from desktop.sync.states import state_of, text_of

FIELDS = ("name", "place", "note")
DEVICES = ("a", "b", "c")


@dataclass
class Laptop:
    """A replica of one record in memory, which keeps all operations in the order in which it took them."""

    name: str
    hour: int = 0
    state: State = field(default_factory=lambda: State("person"))
    shown: dict[str, Any] = field(default_factory=dict)
    taken: list[Operation] = field(default_factory=list)
    vector: dict[str, int] = field(default_factory=dict)

    def write(self, action: str, fields: dict[str, Any]) -> Operation:
        self.hour += 1
        dot = Dot(self.name, self.vector.get(self.name, 0) + 1)
        base = replace(self.state, _operation(dot, self.hour, action, fields, {}, {}), self.shown)
        operation = _operation(dot, self.hour, action, fields, base, dict(self.vector))
        self.take(operation)
        return operation

    def take(self, operation: Operation) -> None:
        self.shown |= absorb(self.state, operation, self.shown)
        self.state = state_of("person", text_of(self.state))
        self.taken.append(operation)
        self.vector[operation.dot.device] = operation.dot.seq

    def lacks(self, operation: Operation) -> bool:
        return self.vector.get(operation.dot.device, 0) < operation.dot.seq

    def read(self, other: Laptop, most: int) -> None:
        """What the other has, from the beginning, up to so many operations: a stick may be cut anywhere."""
        for operation in [one for one in other.taken if self.lacks(one)][:most]:
            self.take(operation)

    def sight(self) -> Any:
        heads = {name: self.state.heads(name, self.shown) for name in (*FIELDS, DELETED)}
        values = {name: self.shown.get(name) for name in (*FIELDS, DELETED)}
        others = {name: sorted(told.items()) for name, told in self.state.others.items()}
        return heads, values, others, self.state.conflicts(self.shown), self.state.latest()


def _operation(dot: Dot, hour: int, action: str, fields: Any, base: Any, seen: Any) -> Operation:
    return Operation(dot, hour << 16, "", "", "person", "p", action, fields, base, seen)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from(DEVICES), st.sampled_from(FIELDS), st.sampled_from("xyz")),
        st.tuples(st.just("clear"), st.sampled_from(DEVICES), st.sampled_from(FIELDS), st.none()),
        st.tuples(st.just("delete"), st.sampled_from(DEVICES), st.none(), st.none()),
        st.tuples(st.just("restore"), st.sampled_from(DEVICES), st.none(), st.none()),
        st.tuples(st.just("forget"), st.sampled_from(DEVICES), st.sampled_from(FIELDS), st.none()),
        st.tuples(st.just("erase"), st.sampled_from(DEVICES), st.none(), st.none()),
        st.tuples(st.just("clock"), st.sampled_from(DEVICES), st.none(), st.integers(0, 1000)),
        st.tuples(st.just("read"), st.sampled_from(DEVICES), st.sampled_from(DEVICES), st.integers(1, 6)),
    ),
    max_size=30,
)


def _run(steps: list[tuple[str, str, Any, Any]], *, without: frozenset[str] = frozenset()) -> dict[str, Laptop]:
    laptops = {name: Laptop(name) for name in DEVICES}
    first = laptops["a"].write("add", {"name": "x", "place": "here"})
    for name in "bc":
        laptops[name].take(first)
    for number, (step, device, what, value) in enumerate(steps):
        laptop = laptops[device]
        if step == "clock":
            laptop.hour = value
        elif step == "read" and what != device:
            laptop.read(laptops[what], value)
        elif step in _WRITES and step not in without:
            text = f"{value}{number}" if number % 3 else value
            action, told = _WRITES[step](laptop, what, text, number)
            if told:
                laptop.write(action, told)
    return laptops


_WRITES: dict[str, Any] = {
    "edit": lambda _laptop, what, text, _number: ("change", {what: text}),
    "clear": lambda _laptop, what, _text, _number: ("change", {what: None}),
    "delete": lambda laptop, _what, _text, number: (
        "change",
        {} if laptop.shown.get(DELETED) else {DELETED: f"{number}"},
    ),
    "restore": lambda laptop, _what, _text, _number: ("change", {DELETED: None} if laptop.shown.get(DELETED) else {}),
    "forget": lambda _laptop, what, _text, _number: ("forget", {what: None}),
    "erase": lambda _laptop, _what, _text, _number: ("erase", {"place": "somewhere"}),
}


def _meet(laptops: dict[str, Laptop]) -> None:
    for _ in range(2):
        for one in laptops.values():
            for other in laptops.values():
                if one is not other:
                    one.read(other, 10_000)


@settings(max_examples=50)
@given(STEPS)
def test_laptops_that_have_read_each_other_show_the_same_and_dispute_the_same(steps: Any) -> None:
    laptops = _run(steps)
    _meet(laptops)
    a, b, c = (laptop.sight() for laptop in laptops.values())
    assert a == b == c


@settings(max_examples=150)
@given(STEPS)
def test_the_heads_are_the_operations_that_nobody_replaced(steps: Any) -> None:
    laptops = _run(steps, without=frozenset({"erase", "forget"}))
    for laptop in laptops.values():
        for name in (*FIELDS, DELETED):
            wrote = {one.dot: one for one in laptop.taken if name in one.fields}
            replaced = {dot for one in wrote.values() for dot in one.base.get(name, ())}
            living = {dot: wrote[dot] for dot in wrote.keys() - replaced}
            assert laptop.state.heads(name, laptop.shown) == tuple(sorted(living))
            if name != DELETED and living:
                last = max(living.values(), key=lambda one: (one.stamp, one.dot))
                assert laptop.shown.get(name) == last.fields[name]
                differ = len({one.fields[name] for one in living.values()}) > 1
                assert (name in laptop.state.conflicts(laptop.shown)) == differ


@settings(max_examples=100)
@given(STEPS)
def test_no_value_disappears_without_an_operation_that_saw_it(steps: Any) -> None:
    laptops = _run(steps, without=frozenset({"erase", "forget"}))
    _meet(laptops)
    laptop = laptops["a"]
    named = {dot for one in laptop.taken for dots in one.base.values() for dot in dots}
    for one in laptop.taken:
        for name, value in one.fields.items():
            if name == DELETED or one.dot in named:
                continue
            alive = {laptop.shown.get(name)} | {head.value for head in laptop.state.others.get(name, {}).values()}
            assert value in alive


@settings(max_examples=100)
@given(STEPS)
def test_what_was_erased_stays_erased(steps: Any) -> None:
    laptops = _run(steps, without=frozenset({"erase"}))
    erasing = laptops["a"].write("erase", {"place": "a place"})
    _meet(laptops)
    for laptop in laptops.values():
        heads = {dot for name in FIELDS for dot in laptop.state.heads(name, laptop.shown)}
        assert heads == {erasing.dot}
        assert [laptop.shown.get(name) for name in FIELDS] == [None, "a place", None]


def test_an_edit_that_a_deletion_had_not_seen_brings_the_record_back_as_a_conflict() -> None:
    laptops = _run([])
    laptops["a"].write("change", {DELETED: "today"})
    laptops["b"].write("change", {"note": "she came again"})
    _meet(laptops)
    for laptop in laptops.values():
        assert laptop.shown.get(DELETED) is None
        assert laptop.state.conflicts(laptop.shown) == {DELETED}
    laptops["c"].write("change", {DELETED: "later"})
    _meet(laptops)
    assert {laptop.shown[DELETED] for laptop in laptops.values()} == {"later"}
    assert laptops["b"].state.conflicts(laptops["b"].shown) == frozenset()


def test_of_two_erasures_the_one_that_knew_more_stands_whatever_the_clocks_say() -> None:
    steps = [("clear", "b", "name", None), ("erase", "a", None, None), ("erase", "b", None, None)]
    laptops = _run([*steps, ("clock", "b", None, 0), ("erase", "b", None, None)])
    _meet(laptops)
    a, b, c = (laptop.sight() for laptop in laptops.values())
    assert a == b == c
    assert laptops["a"].state.heads("place", laptops["a"].shown) == (Dot("b", 3),)


def test_who_has_read_an_erasure_to_its_last_word_writes_on() -> None:
    laptops = _run([("erase", "a", None, None), ("read", "b", "a", 9)])
    laptops["b"].write("change", {"note": "a new beginning"})
    _meet(laptops)
    assert {laptop.shown["note"] for laptop in laptops.values()} == {"a new beginning"}


def test_who_writes_in_a_record_that_he_knows_to_be_deleted_does_not_bring_it_back() -> None:
    laptops = _run([("delete", "a", None, None), ("read", "b", "a", 9)])
    laptops["b"].write("change", {"note": "for the file"})
    _meet(laptops)
    for laptop in laptops.values():
        assert laptop.shown[DELETED] is not None
        assert laptop.state.conflicts(laptop.shown) == frozenset()


def test_what_two_copies_of_a_folder_told_anew_comes_from_the_same_one_in_either_order() -> None:
    told = [_operation(Dot(name, 1), 1, "add", {"name": "x", "place": "here"}, {}, {}) for name in "ab"]
    one, other = merged(told), merged(reversed(told))
    assert one == other
    assert one[0] is not None
    assert one[0].heads("name", one[1]) == (Dot("a", 1), Dot("b", 1))


def test_a_deletion_names_all_that_it_saw() -> None:
    laptops = _run([("edit", "a", "note", "x")])
    operation = laptops["a"].write("change", {DELETED: "today"})
    assert operation.base == {ALL: (Dot("a", 1), Dot("a", 2))}


@settings(max_examples=100)
@given(STEPS, st.dictionaries(st.sampled_from(DEVICES), st.integers(-500, 500)))
def test_a_clock_found_out_to_be_wrong_changes_only_which_of_the_competing_values_is_shown(
    steps: Any, wrong: dict[str, int]
) -> None:
    def corrected(dot: Dot, stamp: int) -> int:
        return stamp - (wrong.get(dot.device, 0) << 16)

    laptops = _run(steps)
    _meet(laptops)
    before = [laptop.sight() for laptop in laptops.values()]
    for laptop in laptops.values():
        laptop.shown |= recompute(laptop.state, laptop.shown, corrected)
    after = [laptop.sight() for laptop in laptops.values()]
    assert after[0][:4] == after[1][:4] == after[2][:4]
    assert [(heads, conflicts) for heads, _, _, conflicts, _ in before] == [
        (heads, conflicts) for heads, _, _, conflicts, _ in after
    ]


def obeys_the_laws(steps: Any) -> None:
    """Laptops that have read each other agree, whatever befell them, and so they do when one of them was stolen."""
    laptops = _run(steps)
    _meet(laptops)
    a, b, c = (laptop.sight() for laptop in laptops.values())
    assert a == b == c
    stolen, last = DEVICES[len(steps) % 3], 1 + len(steps) % 7
    rebuilt = [_rebuilt(laptop, stolen, last) for laptop in laptops.values()]
    assert rebuilt[0] == rebuilt[1] == rebuilt[2]


def _rebuilt(laptop: Laptop, stolen: str, last: int) -> Any:
    """What a laptop shows of the record without what a device wrote after an operation."""
    left = [one for one in laptop.taken if one.dot.device != stolen or one.dot.seq <= last]
    state, shown = merged(left)
    return Laptop(laptop.name, state=state or State("person"), shown=shown).sight()


def test_two_thousand_schedules_drawn_at_random_break_no_law() -> None:
    random = Random(1404)  # noqa: S311 - a schedule is no secret
    for _ in range(2000):
        obeys_the_laws(drawn(random))


def drawn(random: Random) -> list[Any]:
    """Steps as `STEPS` draws them, at a twentieth of the cost."""
    found: list[Any] = []
    for _ in range(random.randint(4, 40)):
        device, other = random.choice(DEVICES), random.choice(DEVICES)
        step = random.choice(("edit", "edit", "clear", "delete", "restore", "forget", "erase", "clock", "read", "read"))
        what = other if step == "read" else random.choice(FIELDS)
        value: Any = random.randint(1, 6) if step == "read" else random.choice("xyz")
        found.append((step, device, what, random.randint(0, 1000) if step == "clock" else value))
    return found
