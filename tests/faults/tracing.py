"""What a program asks of the disk, seen from outside: its system calls, as `strace` tells them.

strace(1) follows every thread; `-y` gives the path of each descriptor, `-xx` every byte.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
_WATCHED = "openat,close,write,writev,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,unlink,unlinkat,mkdir,rmdir"
_UNKNOWN = "pwritev,pwritev2,renameat,renameat2,fallocate,copy_file_range,sendfile,truncate"  # would be missed: refused
_CALL = re.compile(r"^(?P<pid>\d+) +(?P<name>\w+)\((?P<words>.*)\) += (?P<result>-?\d+)")
_HALF = re.compile(r"^(?P<pid>\d+) +(?P<begun>.*) <unfinished \.\.\.>$")
_REST = re.compile(r"^(?P<pid>\d+) +<\.\.\. \w+ resumed>(?P<rest>.*)$")
_FILE = re.compile(r"^(?P<fd>\d+)<(?P<path>[^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Call(NamedTuple):
    """One call that changed something: `data` of a write, `other` of a renaming, `at` an offset or a size."""

    name: str
    path: str
    at: int = 0
    data: bytes = b""
    other: str = ""


def strace(options: Sequence[str], module: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run a module of the tests under strace; nothing but its own work is written."""
    command = ["strace", "-f", "--seccomp-bpf", *options, sys.executable, "-m", module, *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)


def record(trace: Path, module: str, *words: str) -> Iterator[Call]:
    """The calls of a run in their order, told words (`writev` to the standard output) among them."""
    watched = f"trace={_WATCHED},{_UNKNOWN}"
    ran = strace(["-y", "-xx", "-s", "16777216", "-e", watched, "-o", str(trace)], module, *words)
    if ran.returncode:
        raise RuntimeError(ran.stderr.decode())
    return calls_of(trace)


def calls_of(trace: Path) -> Iterator[Call]:
    """Read a trace. RuntimeError for a call that changes files in a way this reader does not know."""
    places: dict[str, int] = {}  # of descriptors, for writes that go on where the last one ended
    halves: dict[str, str] = {}
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            half, rest = _HALF.match(line), _REST.match(line)
            if half:
                halves[half["pid"]] = half["begun"]
                continue
            whole = f"{rest['pid']} {halves.pop(rest['pid'])}{rest['rest']}" if rest else line
            found = _CALL.match(whole)
            if found and int(found["result"]) >= 0:
                yield from _call(found["name"], found["words"], int(found["result"]), places)


def _call(name: str, words: str, result: int, places: dict[str, int]) -> Iterator[Call]:
    if name in _UNKNOWN.split(","):
        raise RuntimeError(f"{name} is not known to this reader: {words[:200]}")
    file = _FILE.match(words)
    fd, path = (file["fd"], _plain(file["path"])) if file else ("", "")
    texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(words)]
    if name == "openat":
        places[str(result)] = 0
    elif name == "lseek":
        places[fd] = result
    elif name == "write":
        yield Call("write", path, places.get(fd, 0), texts[0][:result])
        places[fd] = places.get(fd, 0) + result
    elif name == "writev" and fd == "1":
        yield Call("told", path, data=b"".join(texts))
    yield from _change(name, path, words, texts)


def _change(name: str, path: str, words: str, texts: Sequence[bytes]) -> Iterator[Call]:
    """What needs no memory of where the last write ended."""
    if name == "openat" and ("O_CREAT" in words or "O_TRUNC" in words):
        yield Call("open", os.fsdecode(texts[0]), at=0 if "O_TRUNC" in words else -1)
    elif name in {"pwrite64", "ftruncate"}:
        number = int(words.rsplit(", ", 1)[1])
        yield Call("truncate", path, number) if name == "ftruncate" else Call("write", path, number, texts[0])
    elif name in {"fsync", "fdatasync"}:
        yield Call("sync", path)
    elif name == "rename":
        yield Call("rename", os.fsdecode(texts[0]), other=os.fsdecode(texts[1]))
    elif name in {"unlink", "unlinkat"}:
        yield Call("unlink", os.fsdecode(texts[0]))


def _plain(path: str) -> str:
    return os.fsdecode(bytes.fromhex(path.replace("\\x", ""))) if path.startswith("\\x") else path
