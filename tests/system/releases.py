"""Small programs of several versions, installed and packed as real ones are: a script that tells its version."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from nacl.signing import SigningKey

from desktop.system.update.package import Contents, Held, head_of
from desktop.system.update.place import PROGRAM, Place, Pointer, Release, this_platform
from desktop.system.update.trust import ReleaseKey
from devtools.release import pack, signatures

KEY, LATER_KEY, STRANGER = (SigningKey(bytes([number]) * 32) for number in (1, 2, 3))
TRUSTED = [ReleaseKey(bytes(KEY.verify_key).hex(), "ناشر آزمون")]
_SCRIPT = '#!/bin/sh\nif [ "$1" = --selfcheck ]; then exit {code}; fi\n{more}echo "{version}" "$@"\n'


def release(version: str, **other: str) -> Release:
    notes = {"fa": "فهرست‌ها تندتر شد.", "en": "Lists are faster."}
    told = {"platform": this_platform(), "schema": "0012", **other}
    return Release(version, "2026-12-01", told["platform"], told["schema"], notes)


def tree(folder: Path, version: str, code: int = 0, more: str = "") -> Path:
    """A program of a script, a library that stands there twice, a link to one that was left out, and a text."""
    (folder / "lib" / "deep").mkdir(parents=True)
    (folder / PROGRAM).write_text(_SCRIPT.format(code=code, version=version, more=more), "utf-8")
    (folder / PROGRAM).chmod(0o755)
    (folder / "lib" / "one.so").write_bytes(version.encode() * 300)
    (folder / "lib" / "deep" / "again.so").symlink_to("../one.so")
    (folder / "lib" / "nothing.so").symlink_to("dropped.so")
    (folder / "lib" / "متن.txt").write_text("«تسهیلگر»", "utf-8")
    return folder


def installed(root: Path, version: str, schema: str = "0012", more: str = "") -> Place:
    """An installation that has this version alone."""
    place = Place(root, version)
    tree(place.folder(version), version, more=more)
    place.finish(version, release(version, schema=schema))
    place.point(Pointer(version, ""))
    return place


def packed(
    folder: Path, version: str, keys: Sequence[SigningKey] = (KEY,), *, code: int = 0, oldest: str = "1.0.0",
    **other: str,
) -> Path:  # fmt: skip
    """The package of a version."""
    made = tree(folder / f"tree-{version}-{len(list(folder.iterdir()))}", version, code)
    return pack(made, folder, release(version, **other), oldest, keys, level=1)


def crafted(path: Path, files: Mapping[str, bytes], key: SigningKey = KEY, version: str = "1.1.0") -> Path:
    """A package that is signed and yet names what no build of ours names."""
    import zstandard

    held = [Held(name, len(content), sha256(content).hexdigest(), False) for name, content in files.items()]
    stream = zstandard.ZstdCompressor().compress(b"".join(files.values()))
    head = head_of(Contents(release(version), "1.0.0", tuple(held), len(stream), sha256(stream).hexdigest()))
    path.write_bytes(head + signatures(head, [key]) + stream)
    return path


def in_a_child(act: Callable[[], int]) -> int:
    """The exit code of a process that does this and may be killed in it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer Pythons warn of threads, which the child has not
        child = os.fork()
    if not child:
        code = 70
        try:
            code = act()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
