"""The word about what laptops disagree about: the list of it, and what is to stand."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from desktop.cli.session import opened
from desktop.domain.kinds import KINDS
from desktop.services.conflicts import Dispute, Version, disputes, looks_at, open_points
from desktop.services.settling import settle_as
from desktop.services.viewing import note_looks
from desktop.sync.merge import DELETED
from desktop.system.terminal import emit


def conflicts(words: Namespace) -> int:
    """Lists, or with `resolve` settles."""
    return _resolve(words) if words.act == "resolve" else _list(words)


def _list(words: Namespace) -> int:
    with opened(words) as office:
        with office.read() as rows:
            points = open_points(rows, office.actor)
            found = disputes(rows, points)
            seen = [look for point in points for look in looks_at(rows, point)]
        if seen:
            with office.write() as work:
                note_looks(work, seen)
        for dispute in found:
            if dispute is not None:
                emit(_told(dispute))
    return 0


def _resolve(words: Namespace) -> int:
    """All of them or none."""
    with opened(words) as office:
        with office.write() as work:
            for one in words.id:
                record_id, _, name = one.rpartition(".")
                settle_as(work, record_id, name, words.keep)
        for one in words.id:
            emit({"ok": True, "id": one})
    return 0


def _told(dispute: Dispute) -> Mapping[str, Any]:
    point = dispute.point
    about = KINDS[point.kind].fields.get(point.field)
    return {
        "id": point.id,
        "kind": point.kind,
        "record": point.record_id,
        "field": point.field,
        "label": about.label if about is not None else "حذف",
        "title": dispute.title,
        "values": [_version(point.field, one) for one in dispute.versions],
    }


def _version(name: str, one: Version) -> Mapping[str, Any]:
    value = ("deleted" if one.told else "kept") if name == DELETED else one.told
    return {
        "value": value,
        "shown": one.shown,
        "mine": one.own,
        "by": one.by,
        "device": one.dot.device,
        "device_name": one.device,
        "at": one.at,
        "clock_ahead_seconds": one.clock_ms // 1000,
        "with": [
            {"kind": other.kind, "id": other.record_id, "title": other.title, "did": other.what, "fields": other.fields}
            for other in one.beside
        ],
    }
