"""Who belongs to an office, as signed statements tell it: from the same statements everybody concludes the same.

    enrol     {"device", "kind", "verify_key", "recipient", "title", "block", "at"}   by a device that belongs already
    rotate    {"device", "number", "verify_key", "recipient"}   by the device, with the key it had until then
    revoke    {"device", "last", "stands"}   nothing counts after its operation `last`, and of its own statements only
    close     those in `stands`; without that member all do. A revoked device is shut out, a closed one was copied.
    epoch     {"epoch", "number", "wraps": {device: text}}   a new key, wrapped for each device that remains
    clock     {"device", "first", "last", "ahead_ms"}   by the device: so far ahead was its clock while it made these

Each also names its `office`. A statement counts once its author belongs and one of his keys signed it, in whatever
order they came. It begins with the roots: devices that a laptop knew before any statement, its own above all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from typing import Any, Final, Literal, NamedTuple

from desktop.sync.bundle.canonical import canonical
from desktop.sync.bundle.errors import KeysError
from desktop.sync.bundle.keys import DeviceCard, Signed, checked

PURPOSES: Final = ("enrol", "rotate", "revoke", "close", "epoch", "clock")
FORMER: Final = "former"
"""Member of an `enrol`: the device that goes on under this name, since its file was brought back or copied."""
LOGGED: Final = frozenset({"clock"})
"""Purposes of statements that the log alone carries and no manifest: they are many, and nobody waits for them."""

Status = Literal["active", "revoked", "closed"]
_ROUNDS = 4  # who is shut out follows from who belongs, and the other way round


class Root(NamedTuple):
    """A device that is believed without a statement."""

    card: DeviceCard
    title: str
    block: int = -1  # of the numbers it gives, where that is known


class Member(NamedTuple):
    """A device as the statements tell it."""

    device: str
    kind: str  # "laptop" | "province"
    keys: tuple[str, ...]  # those it signed with one after the other, in hex; the last is today's
    recipient: str
    title: str
    block: int  # of the numbers it gives; -1 where no statement tells it
    at: str  # when it was enrolled, ISO 8601; "" for a root
    status: Status = "active"
    last: int | None = None

    @property
    def card(self) -> DeviceCard:
        return DeviceCard(self.device, self.kind, self.keys[-1], self.recipient)


class Registry(NamedTuple):
    """What follows from a set of statements."""

    members: Mapping[str, Member]
    believed: frozenset[str]  # ids of the statements that count
    epochs: tuple[Signed, ...]
    clocks: tuple[Signed, ...] = ()


def statement_id(statement: Signed) -> str:
    return blake2b(canonical(statement.to_json()), digest_size=16).hexdigest()


def registry(office: str, roots: Iterable[Root], statements: Iterable[Signed]) -> Registry:
    """Who belongs to the office and who does not any more."""
    rooted = {root.card.device: _rooted(root) for root in roots}
    told = {statement_id(one): one for one in statements if one.purpose in PURPOSES and _is_sound(office, one)}
    ordered = sorted(told.items(), key=lambda item: (PURPOSES.index(item[1].purpose), item[0]))
    brought_in: dict[str, list[tuple[str, str]]] = {}
    for identifier, one in ordered:
        if one.purpose == "enrol":
            brought_in.setdefault(one.content["device"], []).append((identifier, one.by))
    ends: dict[str, list[Signed]] = {}
    for _ in range(_ROUNDS):
        found = _concluded(rooted, ordered, {device: _kept(some, brought_in) for device, some in ends.items()})
        known = {device for one in found.believed if (device := _ended(told[one]))}
        now = {device: [told[one] for one in sorted(found.believed) if _ended(told[one]) == device] for device in known}
        if now == ends:
            break
        ends = now
    return found


def _kept(ends: Iterable[Signed], brought_in: Mapping[str, list[tuple[str, str]]]) -> frozenset[str] | None:
    """Which statements of a device that was shut out count all the same; None for all of them.

    Those by which who shut it out belongs to the office are among them, whether he knew them or not.
    """
    told = [(end.by, end.content["stands"]) for end in ends if isinstance(end.content.get("stands"), list)]
    if not told:
        return None
    kept = {identifier for _, ids in told for identifier in ids}
    authors, seen = [author for author, _ in told], set[str]()
    while authors:
        author = authors.pop()
        if author not in seen:
            seen.add(author)
            kept |= {identifier for identifier, _ in brought_in.get(author, ())}
            authors += [by for _, by in brought_in.get(author, ())]
    return frozenset(kept)


def _rooted(root: Root) -> Member:
    card = root.card
    return Member(card.device, card.kind, (card.verify_key,), card.recipient, root.title, root.block, "")


def _is_sound(office: str, statement: Signed) -> bool:
    told = statement.content
    ended, counted = ("last",), ("number",)
    numbers = {"rotate": counted, "revoke": ended, "close": ended, "epoch": counted, "clock": ("first", "last")}
    texts = {"enrol": ("device", "kind", "title", "at"), "epoch": ("epoch",)}.get(statement.purpose, ("device",))
    return (
        told.get("office") == office
        and all(type(told.get(name)) is str for name in texts)
        and all(type(told.get(name)) is int and told[name] >= 0 for name in numbers.get(statement.purpose, ()))
        and (statement.purpose != "epoch" or type(told.get("wraps")) is dict)
        and (statement.purpose != "clock" or type(told.get("ahead_ms")) is int)
        and (statement.purpose not in ("enrol", "rotate") or _card(told) is not None)
    )


def _card(told: Mapping[str, Any]) -> DeviceCard | None:
    try:
        return DeviceCard.from_json({"kind": "laptop", **told})
    except KeysError:
        return None


def _ended(statement: Signed) -> str:
    return str(statement.content["device"]) if statement.purpose in ("revoke", "close") else ""


def _concluded(
    rooted: Mapping[str, Member], ordered: Collection[tuple[str, Signed]], kept: Mapping[str, frozenset[str] | None]
) -> Registry:
    """One round: what is believed when these devices are known to be shut out."""
    members, believed = dict(rooted), set[str]()
    going = True
    while going:
        going = False
        for identifier, one in ordered:
            author = members.get(one.by)
            if identifier in believed or author is None or not _stands(identifier, one, kept.get(one.by)):
                continue
            if _signed_by(one, author) and _applied(members, one):
                believed.add(identifier)
                going = True
    epochs, clocks = (
        tuple(one for identifier, one in ordered if identifier in believed and one.purpose == purpose)
        for purpose in ("epoch", "clock")
    )
    return Registry(members, frozenset(believed), epochs, clocks)


def _stands(identifier: str, statement: Signed, kept: frozenset[str] | None) -> bool:
    """Whether a statement of a device counts although the device is shut out; that others are shut out always does."""
    return bool(_ended(statement)) or kept is None or identifier in kept


def _signed_by(statement: Signed, author: Member) -> bool:
    keys = author.keys[-1:] if statement.purpose == "rotate" else author.keys
    for key in keys:
        try:
            checked(statement, statement.purpose, author.card._replace(verify_key=key))
        except KeysError:
            continue
        return True
    return False


def _applied(members: dict[str, Member], statement: Signed) -> bool:
    """Whether a statement of a device that belongs can stand where the others have led to."""
    if statement.purpose in ("epoch", "clock"):
        return statement.purpose == "epoch" or statement.by == statement.content["device"]
    member = members.get(statement.content["device"])
    made = _enrolled(statement) if member is None else _changed(member, statement)
    if made is not None:
        members[made.device] = made
    return made is not None


def _enrolled(statement: Signed) -> Member | None:
    told = statement.content
    if statement.purpose != "enrol":
        return None
    card, block = DeviceCard.from_json(told), told.get("block")
    known = block if type(block) is int else -1
    return Member(card.device, card.kind, (card.verify_key,), card.recipient, told["title"], known, told["at"])


def _changed(member: Member, statement: Signed) -> Member | None:
    told = statement.content
    if statement.purpose == "enrol":
        return None
    if statement.purpose == "rotate":
        follows = statement.by == member.device and told["number"] == len(member.keys)
        keys = (*member.keys, told["verify_key"])
        return member._replace(keys=keys, recipient=told["recipient"]) if follows else None
    status: Status = "revoked" if "revoked" in (member.status, f"{statement.purpose}d") else "closed"
    last = told["last"] if member.last is None else min(member.last, told["last"])
    return member._replace(status=status, last=last)
