"""The letter that comes first in a bundle."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.sync.bundle.errors import ManifestError
from desktop.sync.bundle.keys import DeviceKeys, EpochKey, sign, wrapped
from desktop.sync.bundle.manifest import Manifest, read_manifest, signed_manifest, verify_manifest

KEYS = DeviceKeys.generate()
CARD = KEYS.card("laptop-1")
EPOCH = EpochKey.generate()
MANIFEST = Manifest(
    office="office-0803",
    sender="laptop-1",
    sender_kind="laptop",
    addressee="province-21",
    addressee_kind="province",
    incarnation="first",
    vv={"laptop-1": 12, "laptop-2": 3},
    made_at="2026-11-30T15:00:00Z",
    app="0.2.0",
    schema="0019",
    acks=(sign("ack", {"vv": {"laptop-2": 3}}, "laptop-1", KEYS.signing_key),),
    revocations=(sign("revoke", {"device": "laptop-3", "last": 7}, "laptop-1", KEYS.signing_key),),
    cards=(CARD,),
    wraps=({"epoch": EPOCH.id, "number": 1, "key": wrapped(EPOCH, [CARD.recipient])},),
)
DATA = signed_manifest(MANIFEST, KEYS.signing_key)


def code_of(deed: Any, *given_: Any) -> str:
    with pytest.raises(ManifestError) as caught:
        deed(*given_)
    return caught.value.code


def test_a_manifest_says_what_was_said() -> None:
    assert read_manifest(DATA) == verify_manifest(DATA, CARD.signature_key) == MANIFEST
    assert code_of(verify_manifest, DATA, DeviceKeys.generate().card("x").signature_key) == "bad_signature"


def test_what_a_newer_program_adds_is_kept_and_a_newer_format_is_called_so() -> None:
    newer = replace(MANIFEST, minor=4, unknown={"weather": ["rain"]})
    data = signed_manifest(newer, KEYS.signing_key)
    assert verify_manifest(data, CARD.signature_key) == newer
    assert signed_manifest(read_manifest(data), KEYS.signing_key) == data
    assert code_of(read_manifest, DATA.replace(b"MANIFEST 1", b"MANIFEST 2")) == "newer_format"


def test_no_byte_may_be_missing_or_another() -> None:
    for end in range(0, len(DATA) - 1, 7):
        assert code_of(verify_manifest, DATA[:end], CARD.signature_key) == "truncated"
    for at in range(0, len(DATA), 11):
        flipped = DATA[:at] + bytes([DATA[at] ^ 4]) + DATA[at + 1 :]
        assert code_of(verify_manifest, flipped, CARD.signature_key) in {"tampered", "bad_signature", "truncated"}


_members: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from([*json.loads(DATA.split(b"\n")[1])]),
    st.sampled_from([None, 1, -1, 1e99, "x", "\ud800", [], [[]], [{}], [{"purpose": 1}], {}, {"a": "b"}, {"a": -1}]),
    min_size=1,
    max_size=2,
)


@settings(max_examples=80, deadline=None)
@given(_members)
def test_a_manifest_of_nonsense_is_refused_and_nothing_else_happens(changes: dict[str, Any]) -> None:
    magic, told, signature = DATA.split(b"\n")
    data = b"\n".join([magic, json.dumps({**json.loads(told), **changes}).encode(), signature])
    try:
        manifest = read_manifest(data)
    except ManifestError as error:
        assert error.code == "tampered"  # noqa: PT017
        return
    assert all(type(seq) is int and seq >= 0 for seq in manifest.vv.values())
