"""Three laptops and a province, driven by the words of their command lines: `python -m tests.sync.by_hand SEED N`.

Each step is a word that somebody says at one of the laptops, a stick that is carried, a contact by network, or what
befalls a laptop, in random order. In the end all meet, and then every record of every kind that a word lists must be
the same on all of them, the province must show what is published of it, and of all else no byte.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import select

from desktop.store.office_file import OfficeFile
from desktop.sync.bundle import segment as segment_module
from desktop.sync.bundle.segment import open_key_of, read_header
from desktop.sync.laptop import this_laptop
from desktop.sync.publish import open_now, person_of, published_fields
from desktop.sync.row_writing import stored_moment
from desktop.sync.rows import agreed_persons
from province.setup import Province
from province.store import segments
from province.store.published import PUBLISHED
from tests.schema import SchemaOnce
from tests.sync.by_hand_deeds import DEEDS
from tests.sync.by_hand_office import Hand, founded
from tests.sync.laptops import differences

LISTED = (
    "household", "person", "person_identifier", "consent", "organization", "need", "need_event", "neighborhood",
    "attachment", "workshop", "workshop_enrollment", "visit", "merge_record", "monthly_report", "user_account",
)  # fmt: skip
_OWN = frozenset({"row", "mine"})  # what differs from laptop to laptop and may


def differing(hand: Hand) -> Iterator[str]:
    """Where the laptops tell different things."""
    for words in (*(("list", kind) for kind in LISTED), ("conflicts",), ("report", "list"), ("user", "list")):
        told = [
            {str(line.get("id") or line.get("username")): line for line in hand.say(name, *words).lines}
            for name in hand.staying
        ]
        for one in sorted(set().union(*told)):
            lines = [_without_own(found.get(one, {})) for found in told]
            if lines.count(lines[0]) != len(lines):
                names = sorted({k for line in lines for k in line if len({str(x.get(k)) for x in lines}) > 1})
                yield f"{' '.join(words)} {one}: " + "; ".join(f"{n}={[line.get(n) for line in lines]}" for n in names)


def seen_differently(hand: Hand) -> Iterator[str]:
    """The same of every row, list entry and dispute, and of where each value comes from."""
    with ExitStack() as open_ones:
        first, *others = (
            open_ones.enter_context(hand.scene.laptop(name, hand.machines[name].password)) for name in hand.staying
        )
        for other in others:
            yield from (f"{key}: {what}" for key, what in differences(first, other).items())


def _without_own(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _without_own(value) for name, value in told.items() if name not in _OWN}
    return [_without_own(one) for one in told] if isinstance(told, list) else told


def unsound(hand: Hand) -> Iterator[str]:
    """What the laptops' own proofs find."""
    for name in hand.staying:
        for line in hand.say(name, "check").lines:
            known = hand.machines[name].replaced and line.get("check") == "audit_log_chain"
            if not line.get("ok", True) and not known:
                yield f"{name} check: {line}"
    yield from (f"province check: {line}" for line in hand.say_province("check").lines if not line.get("ok", True))


def published(hand: Hand, office: OfficeFile, province: Province) -> Iterator[str]:
    """Where the province shows something else than is published of what a laptop shows."""
    with office.read() as rows, province.database.reading() as connection:
        agreed = agreed_persons(rows.connection, office.clock().date())
        disputed = set(rows.connection.exec_driver_sql("SELECT record_id FROM record_conflict").scalars())
        for kind, table in PUBLISHED.items():
            here = {row["id"]: row for row in connection.execute(select(table)).mappings()}
            for row in rows.find_even_deleted(kind):
                if row["id"] in disputed:
                    continue
                concerns = person_of(kind)
                opened = open_now(kind, row, consented=concerns is not None and row[concerns] in agreed)
                shown = here.get(row["id"])
                if shown is None:
                    if opened and row["deleted_at"] is None:
                        yield f"province lacks {kind} {row['id']}: {sorted(opened)}"
                    continue
                for name in published_fields(kind):
                    wanted = _stored(row[name]) if name in opened else None
                    if _stored(shown[name]) != wanted and row["deleted_at"] is None:
                        yield f"province {kind} {row['id']}.{name}: {shown[name]!r}, here {wanted!r}"


def _stored(value: Any) -> Any:
    return stored_moment(value) if hasattr(value, "hour") and hasattr(value, "year") else value


def leaked(hand: Hand, office: OfficeFile, province: Province) -> Iterator[str]:
    """Words that lie at the province, in whatever file or open body, and are not published."""
    found = b"".join(path.read_bytes() for path in sorted(hand.scene.settings.folder.rglob("*")) if path.is_file())
    with office.merge() as connection:
        keys = this_laptop(connection, office.clock()).epochs
    with province.database.reading() as connection:
        for content in segments.lacking(connection, office.identity.office_id, {}, 10**9):
            header, pieces = read_header(content), segment_module._pieces(content)
            if header.open_root:
                found += segment_module._plain(pieces, 0, open_key_of(keys[header.epoch]))
        told = [value for table in PUBLISHED.values() for row in connection.execute(select(table)) for value in row]
    text = "\n".join(str(one) for one in told)
    secret = {word for word in hand.written if word not in text}
    with office.connection() as connection:
        secret |= set(connection.exec_driver_sql("SELECT DISTINCT tx FROM change_log WHERE user_id <> ''").scalars())
        secret |= set(connection.exec_driver_sql("SELECT id FROM user_account").scalars())
        secret |= set(connection.exec_driver_sql("SELECT username FROM user_account").scalars()) - {""}
        secret |= set(connection.exec_driver_sql("SELECT mobile FROM person WHERE mobile <> ''").scalars())
    yield from (f"the province holds {word}" for word in sorted(secret) if word.encode() in found)


def carried(hand: Hand) -> Iterator[str]:
    """Words that somebody who finds a stick can read on it."""
    for path in hand.sticks:
        content = path.read_bytes()
        yield from (f"{path.name} tells {word}" for word in sorted(hand.written) if word.encode() in content)


def main(seed: int, many: int) -> int:
    random = Random(seed)  # noqa: S311 - a script is no secret
    with TemporaryDirectory(prefix="by-hand-") as folder, pytest.MonkeyPatch.context() as patch:
        place = Path(folder)
        patch.setattr("desktop.store.office_opening.upgrade", SchemaOnce(place))
        patch.setitem(os.environ, "TASHILGAR_MEMORY", str(place / "memory"))
        with founded(place, random) as hand:
            done = random.choices(list(DEEDS), weights=list(DEEDS.values()), k=many)
            for deed in done:
                deed(hand, random.choice(hand.staying))
            for machine in hand.machines.values():
                machine.ahead = timedelta(0)
            for name in hand.staying * 4:  # what each tells again of itself goes round once more
                hand.wire(name)
            found = [*differing(hand), *seen_differently(hand), *unsound(hand), *carried(hand)]
            first = hand.machines[hand.staying[0]]
            with hand.scene.laptop(first.name, first.password) as office, hand.scene.province() as province:
                found += [*published(hand, office, province), *leaked(hand, office, province)]
            if len(sys.argv) > 3:
                _keep(place, Path(sys.argv[3]))
        broken = [one for one in hand.history if one.said.code not in (0, 1, 3) or "Traceback" in one.said.err]
        unavailable = [one for one in hand.history if one.said.code == 3]
        refused = sum(one.said.code == 1 for one in hand.history)
    for one in (*broken, *unavailable):
        sys.stdout.write(
            f"  {one.laptop} {' '.join(one.words)}: {one.said.code} {one.said.out} {one.said.err.strip()}\n"
        )
    for line in found:
        sys.stdout.write(f"{line}\n")
    drawn = ", ".join(f"{deed.__name__} {count}" for deed, count in Counter(done).items())
    sys.stdout.write(
        f"seed {seed}: {many} deeds ({drawn}), {len(hand.history)} words, {refused} refused, {len(unavailable)} "
        f"unavailable; {len(found)} findings, {len(broken)} words broke\n"
    )
    return int(bool(found or broken))


def _keep(place: Path, kept: Path) -> None:
    from shutil import copytree

    copytree(place, kept, dirs_exist_ok=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
