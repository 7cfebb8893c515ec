"""A report of twelve pages against stock ReportLab with Latin text and against WeasyPrint; a register; size of pages.

WeasyPrint is no dependency of ours: where it cannot be imported, the figure is told as not measured.
"""

from __future__ import annotations

import importlib.util
import io
import statistics
import subprocess
import sys
from collections.abc import Iterator

import pypdf

from tests.bench import _paper, _peer
from tests.bench.figure import Figure, Unmeasured, interleaved

COLD_ROUNDS, PEER_ROUNDS = 5, 2
MOST_MEGABYTES, MOST_KILOBYTES = 130.0, 150.0
ROWS = 20_000


def measure() -> Iterator[Figure | Unmeasured]:
    yield interleaved("report, warm", _paper.ours, _paper.stock, rounds=7)
    yield _cold()
    yield _against_weasyprint()
    yield from _register()
    made = _paper.ours()
    pages = len(pypdf.PdfReader(io.BytesIO(made)).pages)
    yield Figure("ten tagged pages", len(made) / 1024 / pages * 10, MOST_KILOBYTES, "KB", pages)


def _alone(*asked: str) -> tuple[float, float]:
    """Seconds with imports, and megabytes, of one paper in a process of its own."""
    words = [sys.executable, "-m", "tests.bench._paper", *asked]
    told = subprocess.run(words, capture_output=True, check=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def _cold() -> Figure:
    times: dict[str, list[float]] = {"ours": [], "stock": []}
    for _ in range(COLD_ROUNDS):
        for name, taken in times.items():
            taken.append(1000 * _alone(name)[0])
    ours, stock = (statistics.median(taken) for taken in times.values())
    return Figure("report, cold", ours, stock, "ms", COLD_ROUNDS)


def _against_weasyprint() -> Figure | Unmeasured:
    if importlib.util.find_spec("weasyprint") is None:
        return Unmeasured("report, weasyprint", "weasyprint is not installed")
    return interleaved("report, weasyprint", _paper.ours, _peer.weasyprint, rounds=PEER_ROUNDS)


def _register() -> Iterator[Figure]:
    """Memory against its bound, and time against four times that of a quarter of the rows (1 is linear)."""
    quarter, _ = _alone("register", str(ROWS // 4))
    whole, memory = _alone("register", str(ROWS))
    yield Figure("register of 20,000", memory, MOST_MEGABYTES, "MB", 1)
    yield Figure("its time, linear", whole, 4 * quarter, "s", 1)
