"""Whether the tests bite: `python -m tests.sync.mutations` breaks the merge on purpose, one fault at a time.

Each fault is a replaced text in a copy of the program; the tests named beside it must fail on that copy.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import copy, copytree
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Fault(NamedTuple):
    """A file of `desktop/sync`, what stands there, what is put in its place, and which tests must notice."""

    file: str
    stands: str
    instead: str
    tests: str = "test_merge.py"


FAULTS = (
    Fault("merge.py", "heads.pop(replaced, None)", "pass"),
    Fault("merge.py", "heads[operation.dot] = Head(", "heads = dict[Dot, Head]()\n    heads[operation.dot] = Head("),
    Fault("merge.py", "first = max(heads,", "first = min(heads,"),
    Fault("merge.py", "(effective(dot, heads[dot].stamp), dot)) if len", "effective(dot, heads[dot].stamp)) if len"),
    Fault("merge.py", "state.others[name] = heads", "state.others.pop(name, None)"),
    Fault("merge.py", "state.others.pop(name, None)\n    return", "pass\n    return"),
    Fault("merge.py", "state.deletions.pop(replaced, None)", "pass"),
    Fault("merge.py", "frozenset(operation.base.get(ALL, ())) | {operation.dot}", "frozenset({operation.dot})"),
    Fault("merge.py", "if self._all_seen() else None", ""),
    Fault("merge.py", "state.deletions[dot] = deletion._replace(saw=deletion.saw | {operation.dot})", "pass"),
    Fault("merge.py", "return forgotten is not None and not _has_seen(operation, forgotten.dot)", "return False"),
    Fault("merge.py", "return before is not None and before > _knowing(operation)", "return False"),
    Fault("merge.py", "state.forgotten = {ALL: _knowing(operation)}", "state.forgotten = {}"),
    Fault("merge.py", "state.forgotten[name] = _knowing(operation)", "pass"),
    Fault("merge.py", "Knowing(sum(known.values()),", "Knowing(operation.stamp,"),
    Fault("merge.py", "seen.get(dot.device, 0) >= dot.seq", "seen.get(dot.device, 0) > dot.seq"),
    Fault("states.py", 'told["x"] = {', 'told["y"] = {'),
    Fault("taking.py", 'return "double" if kept == header.id else "fork"', 'return "double"', "test_becoming.py"),
    Fault("taking.py", 'return "revoked" if known.last_seq', 'return None if known.last_seq', "test_voiding.py"),
    Fault("voiding.py", "return build_anew(connection, laptop, touched, at)", "return frozenset()", "test_voiding.py"),
    Fault("showing.py", 'if unmade and operation.action == "add":', "if False:", "test_becoming.py"),
    Fault("own_log.py", "if self._arrived(dot) > screen", "if False", "test_late_words.py"),
    Fault("rewriting.py", "changes.append_lines(connection, lines)", "pass", "test_late_words.py"),
    Fault("clocks.py", "recompute(state, rows[record], now) if record in rows else {}", "{}", "test_clocks.py"),
    Fault("voiding.py", "unlearn_clocks(connection, void)", "pass", "test_clocks.py"),
    Fault("merge.py", "min(state.whole, Mark(dot, stamp))", "state.whole"),
    Fault("lacking.py", "told.get(one, end) != end", "False", "test_becoming.py"),
    Fault("laptop.py", "*before)", ")", "test_becoming.py"),
    Fault("showing.py", "write_rows(connection, [", "list([", "test_replicas.py"),
    Fault("refilling.py", "if header.id in asked:\n        _count", "if False:\n        _count", "test_voiding.py"),
    Fault("refilling.py", "note_refilled(connection, header.id, back.values())", "pass", "test_voiding.py"),
    Fault("refilling.py", "if not tells_forgotten(", "if tells_forgotten(", "test_voiding.py"),
    Fault("lacking.py", "min(seq, again.get(device, seq))", "seq", "test_voiding.py"),
    Fault("devices.py", "want_emptied(connection)  #", "pass  #", "test_voiding.py"),
    Fault("taking.py", "want_emptied(connection, header.id)", "pass", "test_voiding.py"),
    Fault("sealing.py", "if seqs := _told_of(", "if False and _told_of(", "test_voiding.py"),
    Fault("showing.py", "connection.exec_driver_sql(SWEEP)", "pass", "test_voiding.py"),
    Fault("sealing.py", "if log.forgets:", "if False:", "test_voiding.py"),
    Fault("taking.py", "if any(one.action in FORGETTING for", "if any(False for", "test_voiding.py"),
    Fault("ordinary.py", "(mark[0], mark[1]) not in base.get(name, ())", "False", "test_machine.py"),
    Fault("becoming.py", "return header.first <= version", "return header.first > version", "test_becoming.py"),
    Fault("parking.py", "return kinds", "return frozenset()", "test_late_words.py"),
)  # fmt: skip


def noticed(fault: Fault, folder: Path) -> bool:
    """Whether the tests fail where this fault stands."""
    file = folder / "desktop" / "sync" / fault.file
    sound = file.read_text("utf-8")
    if fault.stands not in sound:
        raise ValueError(f"{fault.file} has no «{fault.stands}»")
    file.write_text(sound.replace(fault.stands, fault.instead, 1), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider", f"tests/sync/{fault.tests}"]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "CI": "1"},
            capture_output=True,
            check=False,
        )
    finally:
        file.write_text(sound, "utf-8")
    return done.returncode == 1


def main(first: int = 0) -> int:
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("desktop", "tests", "migrations", "resources", "i18n"):
            copytree(ROOT / part, folder / part)
        copy(ROOT / "pyproject.toml", folder)
        for fault in FAULTS[first:]:
            found = noticed(fault, folder)
            missed += not found
            sys.stdout.write(f"{'noticed' if found else 'MISSED '}  {fault.file:12} {fault.instead}\n")
            sys.stdout.flush()
    return missed


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
