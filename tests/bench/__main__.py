"""`python -m tests.bench [NAME]…`: every module of this package that has `measure()` gives one or more figures."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.bench.figure import Figure, Unmeasured

NOT_FIGURES = {"__main__", "figure"}


def names() -> list[str]:
    """The figures there are, one per module."""
    found = {module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])}
    return sorted(name for name in found - NOT_FIGURES if not name.startswith("_"))


def measured(name: str) -> Iterable[Figure | Unmeasured]:
    """The figures of one module."""
    result = importlib.import_module(f"tests.bench.{name}").measure()
    return [result] if isinstance(result, Figure) else result


def main() -> int:
    known = names()
    wanted = sys.argv[1:] or known
    unknown = sorted(set(wanted) - set(known))
    if unknown:
        print(f"unknown figure: {' '.join(unknown)}; there are: {' '.join(known)}", file=sys.stderr)
        return 2
    figures: list[Figure | Unmeasured] = []
    for name in wanted:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        figures += measured(name)
    print(f"{'name':<24}{'ours':>12}{'floor':>12}{'ratio':>8}  unit   n")
    for figure in figures:
        if isinstance(figure, Unmeasured):
            print(f"{figure.name:<24}not measured: {figure.why}")
            continue
        numbers = f"{figure.ours:>12.3f}{figure.floor:>12.3f}{figure.ratio:>8.2f}"
        print(f"{figure.name:<24}{numbers}  {figure.unit:<5}{figure.n:>4}")
    for figure in figures:
        print(figure.as_json())
    return 0


if __name__ == "__main__":
    sys.exit(main())
