"""Keys, signed statements and codes, as people and other laptops meet them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.sync.bundle.errors import KeysError
from desktop.sync.bundle.keys import (
    LETTERS,
    DeviceCard,
    DeviceKeys,
    EpochKey,
    Signed,
    _check,
    _grouped,
    checked,
    new_code,
    opened_with_code,
    read_code,
    sealed_under_code,
    sign,
    unwrapped,
    wrapped,
)

KEYS, OTHERS = DeviceKeys.generate(), DeviceKeys.generate()
CARD = KEYS.card("laptop-1")
CODE = "M2B3-Z2VB-VVZ1-53D4-3V8J-E5B1-W7"  # drawn once: two workers must collect the same tests


def code_of(deed: Any, *given_: Any) -> str:
    with pytest.raises(KeysError) as caught:
        deed(*given_)
    return caught.value.code


def test_a_device_is_the_same_after_its_keys_were_kept_and_its_card_was_read() -> None:
    again = DeviceKeys.from_secret(KEYS.secret())
    assert again.card("laptop-1") == CARD == DeviceCard.from_json({**CARD.to_json(), "of_a_newer_program": 1})
    secret = "".join(KEYS.secret().values())
    assert not any(text in secret for text in (CARD.verify_key, CARD.recipient))
    assert code_of(DeviceKeys.from_secret, {"signing_seed": "00", "identity": "x"}) == "tampered"
    assert code_of(DeviceCard.from_json, {**CARD.to_json(), "verify_key": "00"}) == "tampered"


def test_a_fingerprint_is_eight_groups_of_three_digits_that_tell_keys_apart() -> None:
    groups = CARD.fingerprint.split()
    assert [len(group) for group in groups] == [3] * 8
    assert "".join(groups).isdigit()
    assert CARD.fingerprint == CARD._replace(device="another name").fingerprint
    assert len({CARD.fingerprint, OTHERS.card("laptop-1").fingerprint}) == 2
    assert CARD.fingerprint != CARD._replace(recipient=OTHERS.card("x").recipient).fingerprint


def test_a_key_is_unwrapped_by_whom_it_was_wrapped_for_only() -> None:
    epoch = EpochKey.generate(3)
    text = wrapped(epoch, [CARD.recipient])
    assert unwrapped(text, KEYS) == epoch
    assert code_of(unwrapped, text, OTHERS) == "not_for_us"
    assert code_of(unwrapped, text[:-8], KEYS) == "tampered"
    assert code_of(unwrapped, "ن", KEYS) == "tampered"


def test_the_province_gets_the_open_key_and_nothing_more() -> None:
    epoch = EpochKey.generate()
    got = unwrapped(wrapped(epoch.for_province(), [CARD.recipient]), KEYS)
    assert got == epoch._replace(office_key=None)
    assert epoch.office_key
    assert epoch.office_key.hex() not in str(got.secret())


def test_a_statement_holds_for_its_signer_and_its_purpose() -> None:
    content = {"peer": "province", "vv": {"laptop-1": 12}}
    signed = Signed.from_json(sign("ack", content, "laptop-1", KEYS.signing_key).to_json())
    assert checked(signed, "ack", CARD) == content
    assert code_of(checked, signed, "revoke", CARD) == "bad_signature"
    assert code_of(checked, signed, "ack", OTHERS.card("laptop-1")) == "bad_signature"
    assert code_of(checked, signed, "ack", CARD._replace(device="laptop-2")) == "bad_signature"
    more = signed._replace(content={**content, "vv": {"laptop-1": 13}})
    for forged in (more, signed._replace(by="laptop-2"), signed._replace(purpose="revoke")):
        assert code_of(checked, forged, forged.purpose, CARD._replace(device=forged.by)) == "bad_signature"
    assert code_of(Signed.from_json, {**signed.to_json(), "content": []}) == "tampered"


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code.lower(),
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", ""),
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: code.replace("0", "o").replace("1", "I"),
        lambda code: code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
        lambda code: " \u200c" + code.replace("-", "–") + "\n",
    ],
)
def test_a_code_is_understood_however_it_was_typed(typed: Any) -> None:
    assert read_code(typed(CODE)) == CODE
    assert opened_with_code(typed(CODE), sealed_under_code(CODE, "کلیدها".encode())) == "کلیدها".encode()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 25), st.sampled_from(LETTERS), st.integers(0, 24))
def test_a_mistyped_code_is_called_so(at: int, letter: str, swap: int) -> None:
    code = "7K3MQ2ZD8WXA5RTY0H4JCNBV"  # fixed letters: one slip in a thousand does go through
    right = code + _check(code)
    slips = [right[:at] + letter + right[at + 1 :], right[:swap] + right[swap + 1] + right[swap] + right[swap + 2 :]]
    for slip in slips:
        if slip != right:
            assert code_of(read_code, slip) == "wrong_code"
    assert read_code(right) == _grouped(right)


@pytest.mark.parametrize("typed", ["", "7K3M", CODE + "A", CODE.replace("-", "ن", 1), "ABCD" * 6 + "AB"])
def test_what_is_no_code_is_called_so(typed: str) -> None:
    assert code_of(read_code, typed) == "wrong_code"


def test_another_code_is_told_from_damage_and_from_a_cut() -> None:
    sealed = sealed_under_code(CODE, b"keys")
    assert code_of(opened_with_code, new_code(), sealed) == "wrong_code"
    assert code_of(opened_with_code, CODE, sealed[:-1] + bytes([sealed[-1] ^ 1])) == "tampered"
    assert code_of(opened_with_code, CODE, sealed[:20]) == "truncated"
    assert code_of(opened_with_code, CODE, b"X" + sealed[1:]) == "tampered"


def test_no_two_codes_are_the_same_and_none_has_letters_that_look_alike() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert not set("ILOU") & set("".join(codes))
    assert all(len(code) == 26 + 6 and read_code(code) == code for code in codes)
