"""One figure: what we cost, what the bare library costs, measured in turns so that a busy machine harms both alike."""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`ours` and `floor` in `unit`, over `n` measurements each; the ratio is what may be quoted."""

    name: str
    ours: float
    floor: float
    unit: str
    n: int

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else float("inf")

    def as_json(self) -> str:
        rounded = {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(self).items()}
        return json.dumps({**rounded, "ratio": round(self.ratio, 3)})


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A figure that this machine cannot tell, and why: it is said, not left out."""

    name: str
    why: str

    def as_json(self) -> str:
        nothing = {"ours": None, "floor": None, "ratio": None, "unit": "", "n": 0}
        return json.dumps({"name": self.name, **nothing, "not_measured": self.why})


def interleaved(name: str, ours: Callable[[], object], floor: Callable[[], object], rounds: int = 15) -> Figure:
    """Median milliseconds of both, one after the other in every round; the first round only warms up."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds + 1):
        for action, taken in zip((ours, floor), times, strict=True):
            gc.collect()
            begin = time.perf_counter()
            action()
            taken.append(1000 * (time.perf_counter() - begin))
    median_ours, median_floor = (statistics.median(taken[1:]) for taken in times)
    return Figure(name, median_ours, median_floor, "ms", rounds)
