"""The laws of sync over real files: whatever befalls three laptops, they agree in the end, and nothing is lost."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.sync.world import NAMES, World

LAPTOPS = st.sampled_from(NAMES)
NUMBERS = st.integers(0, 40)


class Machine(RuleBasedStateMachine):
    """Draws what people write and what befalls their files; the laws are asked at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()

    @rule(name=LAPTOPS, what=NUMBERS)
    def new(self, name: str, what: int) -> None:
        self.world.new(name, what)

    @rule(name=LAPTOPS, which=NUMBERS, what=NUMBERS, value=NUMBERS)
    def edit(self, name: str, which: int, what: int, value: int) -> None:
        self.world.edit(name, which, what, value)

    @rule(name=LAPTOPS, which=NUMBERS, value=NUMBERS)
    def edit_much(self, name: str, which: int, value: int) -> None:
        self.world.edit_much(name, which, value)

    @rule(name=LAPTOPS, which=NUMBERS)
    def delete(self, name: str, which: int) -> None:
        self.world.delete(name, which)

    @rule(name=LAPTOPS, which=NUMBERS)
    def restore(self, name: str, which: int) -> None:
        self.world.restore(name, which)

    @rule(name=LAPTOPS, which=NUMBERS)
    def forget(self, name: str, which: int) -> None:
        self.world.forget(name, which)

    @rule(name=LAPTOPS, which=NUMBERS)
    def erase(self, name: str, which: int) -> None:
        self.world.erase(name, which)

    @rule(name=LAPTOPS, days=st.sampled_from((-9000, -400, -2, 2, 400, 9000)))
    def jump(self, name: str, days: int) -> None:
        self.world.jump(name, days)

    @rule(name=LAPTOPS)
    def measure(self, name: str) -> None:
        self.world.measure(name)

    @rule(name=LAPTOPS)
    def back_up(self, name: str) -> None:
        self.world.back_up(name)

    @rule(name=LAPTOPS, which=NUMBERS)
    def go_back(self, name: str, which: int) -> None:
        self.world.go_back(name, which)

    @rule(name=LAPTOPS, which=NUMBERS, other=LAPTOPS)
    def fork(self, name: str, which: int, other: str) -> None:
        self.world.fork(name, which, other)

    @rule(name=LAPTOPS, other=LAPTOPS)
    def revoke(self, name: str, other: str) -> None:
        self.world.revoke(name, other)

    @rule(name=LAPTOPS)
    def age(self, name: str) -> None:
        self.world.age(name)

    @rule(name=LAPTOPS)
    def renew(self, name: str) -> None:
        self.world.renew(name)

    @rule(name=LAPTOPS)
    def seal(self, name: str) -> None:
        self.world.seal(name)

    @rule(name=LAPTOPS, other=LAPTOPS)
    def read(self, name: str, other: str) -> None:
        self.world.read(name, other)

    @rule(name=LAPTOPS, other=LAPTOPS, which=NUMBERS, times=st.integers(1, 2))
    def deliver(self, name: str, other: str, which: int, times: int) -> None:
        self.world.deliver(name, other, which, times)

    @rule(name=LAPTOPS, other=LAPTOPS, which=NUMBERS, at=st.integers(0, 5000), cut=st.booleans())
    def damage(self, name: str, other: str, which: int, at: int, cut: bool) -> None:
        self.world.damage(name, other, which, at, cut)

    @rule(name=LAPTOPS, other=LAPTOPS, which=NUMBERS, at=st.integers(0, 40))
    def crash(self, name: str, other: str, which: int, at: int) -> None:
        self.world.crash(name, other, which, at)

    def teardown(self) -> None:
        try:
            self.world.judge()
        finally:
            self.world.end()


TestMachine = Machine.TestCase
TestMachine.settings = settings(  # a schedule is seconds: what breaks is made short by `long_run`, not here
    max_examples=6,
    stateful_step_count=20,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
