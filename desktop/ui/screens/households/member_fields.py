"""Which fields a member is asked, in the order of a talk, and how a typed value is read before it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.fields import About, Input, asked
from desktop.domain.identity import read_identifier
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Refusal
from desktop.domain.registration_order import MEMBER_FIRST as FIRST
from desktop.store.sketches import COMPARED

MORE = (
    *(name for name in asked(KINDS["person"].fields) if name not in (*FIRST, "household_id")),
    "consent_witness_staff_id",
)
MATCHED = frozenset({*COMPARED, "identifier_value"})
"""Fields by which likely doubles are found."""


def member_fields(identifier_type: Callable[[], str]) -> dict[str, About]:
    """The declarations of a member: the person's, and those of the identifier and the consent saved with it."""
    translate = QCoreApplication.translate
    identifier, consent = KINDS["person_identifier"].fields, KINDS["consent"].fields
    own = {
        "identifier_type": replace(identifier["type"], required=False),
        "identifier_value": replace(
            identifier["value"],
            label=translate("Member", "شمارهٔ مدرک"),
            reader=lambda text: _read(identifier_type(), text),
        ),
        "consent_method": replace(
            consent["method"],
            label=translate("Member", "رضایت پایه"),
            required=False,
            help=translate("Member", "خالی: هنوز پرسیده نشده"),
        ),
        "consent_witness_staff_id": replace(consent["witness_staff_id"], label=translate("Member", "شاهد رضایت")),
    }
    short = {
        "birth_date": translate("Member", "سال کافی است: ۱۳۶۲"),
        "age_estimated": translate("Member", "اگر تاریخ تولد روشن نیست"),
    }
    fields = {**KINDS["person"].fields, **own}
    fields["birth_precision"] = KINDS["person"].fields["birth_precision"]
    return {name: replace(fields[name], help=short.get(name, fields[name].help)) for name in (*FIRST, *MORE)}


def _read(kind: str, text: str) -> str:
    return read_identifier(kind, text) if kind not in ("", "none") else text


def as_stored(fields: Mapping[str, About], values: Mapping[str, object]) -> dict[str, Any]:
    """What can be read of the values typed so far; the rest is None."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        about = fields.get(name)
        if about is None:
            found[name] = value
            continue
        try:
            found[name] = about.read(value) if value not in (None, "") else None
        except Refusal:
            found[name] = None
    return found


def padded(about: About, value: object) -> str | None:
    """The whole national ID that a number without its leading zeros most likely is."""
    if not value or about.input is not Input.DIGITS:
        return None
    try:
        about.read(value)
    except Refusal as refusal:
        return str(refusal.facts["padded"]) if refusal.code == "national_id_pad" else None
    return None
