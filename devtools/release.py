"""The installed layout of a build, and its signed package: `python -m devtools.release assemble|pack|key …` (ADR 22).

assemble PROGRAM LAUNCHER TARGET     the folder that is carried to a new laptop
pack TARGET OUT KEYFILE…             the package of its version, signed by each key
key FILE NAME                        a new release key: the private half there, the public one in resources
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path

import zstandard
from nacl.signing import SigningKey

from desktop import __version__
from desktop.store.upgrade import head_revision
from desktop.system.paths import resource
from desktop.system.update.package import Contents, Held, each_content_once, head_of, package_name
from desktop.system.update.place import RELEASE, Place, Pointer, Release, this_platform
from desktop.system.update.trust import CONTEXT, NAME, key_id, shipped_keys
from devtools.say import say, stop, use_utf8

ROOT = Path(__file__).resolve().parent.parent
NOTES = ROOT / "docs" / "releases.json"
_KEY_MARK = "TASHILGAR RELEASE KEY 1"
_AT_ONCE = 1 << 20


def assemble(program: Path, launcher: Path, target: Path) -> Release:
    """A launcher, one version and the pointer to it, in a folder of their own."""
    release, _oldest = this_release()
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(launcher, target, symlinks=True)
    place = Place(target)
    place.versions.mkdir()
    shutil.move(program, place.folder(release.version))
    place.finish(release.version, release)
    place.point(Pointer(release.version, ""))
    return release


def this_release() -> tuple[Release, str]:
    """What is told of the version of this source tree, and the oldest from which it may be installed."""
    told = json.loads(NOTES.read_text("utf-8")).get(__version__)
    if told is None:
        stop(f"در docs/releases.json دربارهٔ نسخهٔ {__version__} چیزی نیست.", f"{__version__} has no release notes", 1)
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp()))
    day = datetime.fromtimestamp(moment, UTC).date().isoformat()
    return Release(__version__, day, this_platform(), head_revision(), told["notes"]), told["oldest"]


def pack(tree: Path, out: Path, release: Release, oldest: str, keys: Sequence[SigningKey], level: int = 15) -> Path:
    """All files of a version as its package. Links become the file they point to; ValueError where one leads out."""
    files = [_held(path, tree) for path in sorted(tree.rglob("*")) if _is_carried(path) and path != tree / RELEASE]
    target = out / package_name(release)
    with tempfile.TemporaryFile(dir=out) as stream:
        packer = zstandard.ZstdCompressor(level=level, write_checksum=True)
        with packer.stream_writer(stream, closefd=False) as packed:
            for held in each_content_once(files):
                packed.write((tree / held.path).read_bytes())
        size = stream.tell()
        stream.seek(0)
        head = head_of(Contents(release, oldest, tuple(files), size, file_digest(stream, "sha256").hexdigest()))
        stream.seek(0)
        with target.open("wb") as file:
            file.write(head + signatures(head, keys))
            shutil.copyfileobj(stream, file, _AT_ONCE)
    return target


def signatures(head: bytes, keys: Iterable[SigningKey]) -> bytes:
    """The third line of a package."""
    signed = [
        {"key": key_id(bytes(one.verify_key)), "signature": one.sign(CONTEXT + head).signature.hex()} for one in keys
    ]
    return json.dumps(signed).encode() + b"\n"


def new_key(path: Path, name: str, listed: Path) -> str:
    """A release key. `path` gets the private half and lies outside of the repository; `listed` names those trusted."""
    if path.resolve().is_relative_to(ROOT):
        stop("کلید خصوصی در مخزن نوشته نمی‌شود.", "the private key does not belong into the repository", 2)
    key = SigningKey.generate()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{_KEY_MARK}\n{name}\n{bytes(key).hex()}\n")
    told = json.loads(listed.read_text("utf-8"))
    told["keys"].append({"public": bytes(key.verify_key).hex(), "name": name, "retired": ""})
    listed.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return key_id(bytes(key.verify_key))


def read_key(path: Path) -> SigningKey:
    """The private half that `new_key` wrote."""
    try:
        mark, _name, seed = path.read_text("utf-8").splitlines()
        key = SigningKey(bytes.fromhex(seed if mark == _KEY_MARK else ""))
    except (OSError, ValueError):
        stop(f"این پرونده کلید انتشار نیست: {path}", "this is no release key", 2)
    return key


def _is_carried(path: Path) -> bool:
    """Files, and links to files; a link to nothing is nothing."""
    if path.is_symlink() and path.is_dir():
        raise ValueError(f"{path} is a link to a folder, which no package carries")
    return path.is_file()


def _held(path: Path, tree: Path) -> Held:
    if not path.resolve().is_relative_to(tree.resolve()):
        raise ValueError(f"{path} leads out of the program")
    content = path.read_bytes()
    runs = os.access(path, os.X_OK)
    return Held(path.relative_to(tree).as_posix(), len(content), sha256(content).hexdigest(), runs)


def _pack(target: Path, out: Path, files: Sequence[Path]) -> None:
    keys = [read_key(file) for file in files]
    trusted = {one.id for one in shipped_keys() if not one.retired}
    if not any(key_id(bytes(key.verify_key)) in trusted for key in keys):
        stop(f"هیچ‌یک از این کلیدها در {NAME} نیست.", f"none of these keys is trusted by {resource(NAME).name}", 1)
    current = Place(target).current()
    if current is None:
        stop("بسته‌ای در این پوشه نیست.", "no build there", 1)
    made = pack(Place(target).folder(current.folder), out, current.release, this_release()[1], keys)
    say(f"پروندهٔ به‌روزرسانی: {made}", f"the signed package, {made.stat().st_size // 1_000_000} MB")


def main() -> int:
    use_utf8()
    verb, *words = sys.argv[1:]
    if verb == "assemble":
        program, launcher, target = map(Path, words)
        assemble(program, launcher, target)
    elif verb == "pack":
        target, out, *files = map(Path, words)
        _pack(target, out, files)
    else:
        told = new_key(Path(words[0]), words[1], resource(NAME))
        say(f"کلید {told} در {words[0]}؛ آن را جای امنی نگه دارید.", f"its public half stands in resources/{NAME}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
