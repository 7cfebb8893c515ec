"""Fuzzing led by coverage: `python -m tests.fuzz [DOOR [RUNS]]`; every door in turn when none is named.

libFuzzer through atheris (Google). An input that breaks a door, or holds it for two seconds, is printed and kept.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

RUNS = 160_000  # of each door; two million of all


def fuzz(name: str, runs: int) -> None:
    """One door; libFuzzer ends the process itself."""
    import atheris

    with atheris.instrument_imports(include=["desktop"]):
        from tests.fuzz.targets import DOORS

    door = DOORS[name]

    def one(data: bytes) -> None:
        with suppress(*door.told):
            door.open(data)

    with tempfile.TemporaryDirectory(prefix=f"fuzz-{name}-") as corpus:
        for number, seed in enumerate(door.seeds):
            (Path(corpus) / str(number)).write_bytes(seed)
        options = [f"-runs={runs}", "-timeout=2", "-max_len=2048", "-rss_limit_mb=3000", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *options, corpus], one)
        atheris.Fuzz()


def main() -> int:
    if len(sys.argv) > 1:
        fuzz(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else RUNS)
        return 0
    from tests.fuzz.targets import DOORS

    broken = [
        name for name in DOORS if subprocess.run([sys.executable, "-m", "tests.fuzz", name], check=False).returncode
    ]
    print(f"broken: {broken}" if broken else f"{RUNS * len(DOORS)} inputs, no finding")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
