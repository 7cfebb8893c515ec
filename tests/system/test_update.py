"""A newer program from a stick: what is taken, what is not, and what stands whenever the power goes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desktop.system.update import installing, launcher
from desktop.system.update.errors import UpdateError
from desktop.system.update.installing import LOCK, install, tidy, undo, works
from desktop.system.update.package import MAGIC, Package
from desktop.system.update.place import PROGRAM, Place, Pointer, own_place, this_platform
from desktop.system.update.trust import ReleaseKey, shipped_keys
from devtools.release import new_key, pack, read_key
from tests.system.releases import (
    KEY,
    LATER_KEY,
    STRANGER,
    TRUSTED,
    crafted,
    in_a_child,
    installed,
    packed,
    release,
    tree,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the small programs are shell scripts")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return installed(tmp_path / "برنامه من", "1.0.0")


def _said(place: Place) -> str:
    """What the version that starts says of itself."""
    current = place.current()
    assert current is not None
    return subprocess.check_output([place.program(current.folder)], text=True).strip()


def _tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _code(act: Callable[[], object]) -> str:
    with pytest.raises(UpdateError) as refused:
        act()
    return refused.value.code


def _refused(place: Place, path: Path, keys: list[ReleaseKey] | None = None) -> str:
    """Why a package is not taken, and that nothing was changed by it."""

    def act() -> None:
        with Package(path, TRUSTED if keys is None else keys) as package:
            install(place, package)

    before = _tree(place.root)
    code = _code(act)
    after = _tree(place.root)
    after.pop(LOCK, None)
    before.pop(LOCK, None)
    assert after == before
    return code


def _take(place: Place, path: Path, keys: list[ReleaseKey] = TRUSTED, tell: Callable[[float], object] = float) -> None:
    with Package(path, keys) as package:
        install(place, package, tell)


def test_a_newer_version_starts_next_and_the_one_before_is_the_way_back(place: Place, tmp_path: Path) -> None:
    shares: list[float] = []
    _take(place, packed(tmp_path, "1.1.0"), tell=shares.append)
    assert _said(place) == "1.1.0"
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1
    folder = place.folder("1.1.0")
    assert (folder / "lib" / "متن.txt").read_text("utf-8") == "«تسهیلگر»"
    assert (folder / "lib/deep/again.so").read_bytes() == b"1.1.0" * 300
    assert not (folder / "lib/deep/again.so").is_symlink()
    assert undo(place).release.version == "1.0.0"
    assert _said(place) == "1.0.0"
    assert undo(place).release.version == "1.1.0"
    _take(place, packed(tmp_path, "1.2.0"))
    _take(place, packed(tmp_path, "1.10.0"))
    assert sorted(path.name for path in place.versions.iterdir()) == ["1.0.0", "1.10.0", "1.2.0"]  # 1.0.0 runs
    place.running = ""
    place.clear()
    assert sorted(path.name for path in place.versions.iterdir()) == ["1.10.0", "1.2.0"]


def test_halves_of_an_interrupted_update_go_and_nothing_else(place: Place, tmp_path: Path) -> None:
    _take(place, packed(tmp_path, "1.1.0"))
    tree(place.folder("1.2.0"), "1.2.0")
    (place.versions / ".gone-1.3.0").mkdir()
    tidy(place)
    assert sorted(path.name for path in place.versions.iterdir()) == ["1.0.0", "1.1.0"]


def test_after_going_back_the_same_package_is_taken_again(place: Place, tmp_path: Path) -> None:
    path = packed(tmp_path, "1.1.0")
    _take(place, path)
    undo(place)
    _take(place, path)
    current = place.current()
    assert current is not None
    assert (current.folder, _said(place)) == ("1.1.0-2", "1.1.0")
    assert [path.name for path in sorted(place.versions.iterdir())] == ["1.0.0", "1.1.0-2"]


def test_a_package_that_was_touched_anywhere_or_cut_anywhere_is_not_taken(place: Place, tmp_path: Path) -> None:
    whole = packed(tmp_path, "1.1.0").read_bytes()
    other = tmp_path / "other.tashil-update"

    def taken() -> str:
        try:
            with Package(other, TRUSTED) as package:
                package.prove()
        except UpdateError as refused:
            return refused.code
        return ""

    codes = set()
    for at in range(0, len(whole), 3):
        other.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        codes.add(taken())
    assert codes >= {"update_damaged", "update_foreign", "not_an_update"}
    assert "" not in codes
    cut = set()
    for at in range(0, len(whole), 9):
        other.write_bytes(whole[:at])
        cut.add(taken())
    assert cut == {"update_cut", "not_an_update"}
    other.write_bytes(whole + b"\n")
    assert _refused(place, other) == "update_damaged"
    other.write_bytes(whole[:-20] + bytes(20))
    assert _refused(place, other) == "update_damaged"
    other.write_bytes(whole.replace(MAGIC + b"1", MAGIC + b"2"))
    assert _refused(place, other) == "newer_update"
    other.write_bytes(b"PK\3\4 something else")
    assert _refused(place, other) == "not_an_update"
    assert _refused(place, tmp_path / "nowhere") == "update_unreadable"


def test_whose_signature_is_believed(place: Place, tmp_path: Path) -> None:
    first, second = TRUSTED[0], ReleaseKey(bytes(LATER_KEY.verify_key).hex(), "ناشر بعدی")
    retired = ReleaseKey(first.public, first.name, "2026-11-01")
    assert _refused(place, packed(tmp_path, "1.1.0", [STRANGER])) == "update_foreign"
    assert _refused(place, packed(tmp_path, "1.1.1", [])) == "update_foreign"
    assert _refused(place, packed(tmp_path, "1.1.2", [LATER_KEY])) == "update_foreign"
    assert _refused(place, packed(tmp_path, "1.1.3"), []) == "update_no_keys"
    assert _refused(place, packed(tmp_path, "1.1.4"), [retired, second]) == "update_key_retired"
    both = packed(tmp_path, "1.2.0", [KEY, LATER_KEY])
    for keys, name in (([first], first.name), ([retired, second], second.name)):
        with Package(both, keys) as package:
            assert package.signer.name == name
    _take(place, both)
    _take(place, packed(tmp_path, "1.3.0", [LATER_KEY]), [retired, second])
    assert _said(place) == "1.3.0"


@pytest.mark.parametrize(
    ("version", "other", "why"),
    [
        ("1.0.0", {}, "update_same"),
        ("0.9.9", {}, "update_older"),
        ("1.1.0", {"platform": "windows-x86_64"}, "update_other_platform"),
        ("2.0.0", {"oldest": "1.5.0"}, "update_too_far"),
    ],
)
def test_what_is_not_for_this_laptop_is_not_taken(
    place: Place, tmp_path: Path, version: str, other: dict[str, str], why: str
) -> None:
    assert _refused(place, packed(tmp_path, version, **other)) == why  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/x",
        "a/../../x",
        "C:x",
        "a\\b",
        "a//b",
        "a/.",
        "con",
        "lib/NUL.txt",
        "x.",
        " x",
        "a\nb",
        "",
        "release.json",
    ],
)
def test_no_name_in_a_package_leads_out_of_its_folder(place: Place, tmp_path: Path, name: str) -> None:
    assert _refused(place, crafted(tmp_path / "p", {PROGRAM: b"#!/bin/sh\n", name: b"x"})) == "update_damaged"


def test_a_name_that_is_there_twice_or_is_file_and_folder_is_not_taken(place: Place, tmp_path: Path) -> None:
    for names in (("a/b", "A/b"), ("a", "a b", "a/b")):
        assert _refused(place, crafted(tmp_path / "p", dict.fromkeys(names, b"x"))) == "update_damaged"


def test_no_package_is_made_of_what_leads_out_of_its_folder(tmp_path: Path) -> None:
    for target in ("/etc/hostname", "."):
        link = tree(tmp_path / f"to{len(target)}", "1.1.0") / "lib" / "link"
        link.symlink_to(target)
        with pytest.raises(ValueError, match="link"):
            pack(link.parents[1], tmp_path, release("1.1.0"), "1.0.0", [KEY], level=1)


def test_a_version_that_does_not_work_here_is_not_started(place: Place, tmp_path: Path) -> None:
    assert _refused(place, packed(tmp_path, "1.1.0", code=1)) == "update_does_not_work"
    assert _refused(place, crafted(tmp_path / "p", {"other": b"no program"})) == "update_does_not_work"
    assert not works(tmp_path / "nowhere", lambda: None)


def test_who_stops_it_leaves_the_old_version_alone(place: Place, tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.5:
            raise StoppedError

    before = _tree(place.root)
    with pytest.raises(StoppedError):
        _take(place, packed(tmp_path, "1.1.0"), tell=stop)
    after = _tree(place.root)
    after.pop(LOCK, None)
    assert after == before
    assert not list(place.versions.glob(".*"))


def test_killed_at_any_step_a_whole_program_starts_and_the_next_try_succeeds(place: Place, tmp_path: Path) -> None:
    """Each try finds what the one before has left, and is killed one step later."""
    path, started, step = packed(tmp_path, "1.1.0"), set(), 0
    while in_a_child(partial(_die_at, step, place, path)):
        started.add(_said(place))
        current = place.current()
        assert current is not None
        files = _tree(place.folder(current.folder)).keys()
        assert files == {PROGRAM, "lib/one.so", "lib/deep/again.so", "lib/متن.txt", "release.json"}
        place.point(Pointer("1.0.0", ""))
        step += 1
    assert step > 20
    assert (started, _said(place)) == ({"1.0.0", "1.1.0"}, "1.1.0")
    assert sorted(found.name for found in place.versions.iterdir()) == ["1.0.0", "1.1.0"]


def _die_at(step: int, place: Place, path: Path) -> int:
    """Installs, and is gone without a word before its so many-th file, folder, name or program."""
    left = step

    def watched(event: str, given: tuple[object, ...]) -> None:
        nonlocal left
        writes = event == "open" and given[1] != "r"
        if writes or event in ("os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "subprocess.Popen"):
            if left == 0:
                os._exit(9)
            left -= 1

    sys.addaudithook(watched)
    _take(place, path)
    return 0


def test_a_disk_that_is_full_before_or_during_the_work_changes_nothing(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path, "1.1.0")

    def full() -> int:
        import resource  # no other system than Unix has it

        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        return 0 if _refused(place, path) == "update_disk_full" else 1

    assert in_a_child(full) == 0
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1 << 20))
    assert _refused(place, path) == "update_no_room"


def test_a_folder_of_somebody_else_is_told_and_left_alone(place: Place, tmp_path: Path) -> None:
    path = packed(tmp_path, "1.1.0")
    (place.root / LOCK).mkdir()  # no lock can be taken there, as in a folder that is not ours
    assert _refused(place, path) == "update_cannot_write"


def test_two_at_once_are_one(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "WAIT", 0.01)
    path = packed(tmp_path, "1.1.0")
    told: list[str] = []

    def again(_share: float) -> None:
        if not told:
            told.append("")
            told[0] = _code(lambda: _take(place, path))

    _take(place, path, tell=again)
    assert told == ["update_busy"]


def test_the_launcher_starts_what_the_pointer_names_and_finds_a_way_without_it(place: Place, tmp_path: Path) -> None:
    def started(*words: str) -> str:
        def act() -> int:
            out = os.open(tmp_path / "out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(out, 1)
            os.dup2(out, 2)
            sys.executable, sys.argv = str(place.root / PROGRAM), [PROGRAM, *words]
            sys.stderr = os.fdopen(2, "w")
            code = launcher.main()
            sys.stderr.flush()
            return code

        code = in_a_child(act)
        return f"{code} {(tmp_path / 'out').read_text('utf-8').strip()}"

    assert started("list", "person") == "0 1.0.0 list person"
    assert started("--previous").startswith("3 نسخه‌ای")
    _take(place, packed(tmp_path, "1.1.0"))
    assert started() == "0 1.1.0"
    assert started("--previous", "check") == "0 1.0.0 check"
    place.program("1.0.0").chmod(0o644)
    assert started("--previous").startswith("3 این نسخه")
    (place.folder("1.3.0")).mkdir()  # half a one is none
    for broken in ('{"current": "1.9.0", "previous": ""}', "{", '{"current": "../..", "previous": ""}', "[" * 9999):
        (place.root / "current").write_text(broken, "utf-8")
        assert started() == "0 1.1.0"
    shutil.rmtree(place.versions)
    assert started().startswith("3 نسخه‌ای")


def test_only_an_installed_program_knows_its_place(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_place() is None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_place() is None
    monkeypatch.setattr(sys, "executable", str(place.program("1.0.0")))
    found = own_place()
    assert found is not None
    assert (found.root, found.running) == (place.root, "1.0.0")
    (place.root / "current").unlink()
    assert own_place() is None


def test_a_new_key_is_private_and_its_public_half_is_trusted(tmp_path: Path) -> None:
    listed = tmp_path / "release_keys.json"
    listed.write_text('{"keys": []}', "utf-8")
    name = new_key(tmp_path / "key", "دفتر فنی", listed)
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    key = read_key(tmp_path / "key")
    assert bytes(key).hex() not in listed.read_text("utf-8")
    assert (name, bytes(key.verify_key).hex()) == (
        ReleaseKey(bytes(key.verify_key).hex(), "").id,
        listed.read_text("utf-8").split('"public": "')[1][:64],
    )
    with pytest.raises(SystemExit):
        new_key(Path(__file__).with_name("key"), "دفتر فنی", listed)
    with pytest.raises(FileExistsError):
        new_key(tmp_path / "key", "دفتر فنی", listed)
    assert all(len(bytes.fromhex(one.public)) == 32 for one in shipped_keys())
    assert this_platform().count("-") == 1
