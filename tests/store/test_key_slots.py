"""Key slots: the only ways to the data key, and what happens at the door."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.store.key_slots import KeySlots, new_data_key, new_key_slots, new_recovery_code, recovery_secret
from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office, recover_office
from tests.factories import CHEAP, PASSWORD, USER, make_office, make_office_with_code
from tests.fakes import FakeClock

KEY = new_data_key()
CODE = new_recovery_code()
SLOTS = new_key_slots().with_password(USER, PASSWORD, KEY, CHEAP).with_recovery(CODE, KEY, CHEAP)


def test_the_password_and_the_recovery_code_open_the_same_key() -> None:
    assert SLOTS.open_with_password(USER, PASSWORD) == KEY
    assert SLOTS.open_with_recovery(CODE) == KEY
    assert KeySlots.from_text(SLOTS.text()) == SLOTS


def test_a_password_is_the_same_on_every_keyboard() -> None:
    slots = new_key_slots().with_password(USER, "کتابی ۱۲۳۴", KEY, CHEAP)
    for typed in ("كتابي ۱۲۳۴", "کتابی 1234", "كتابى ١٢٣٤"):
        assert slots.open_with_password(USER, typed) == KEY


def test_a_recovery_code_forgives_case_spaces_digits_and_lookalikes() -> None:
    typed = CODE.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    persian = CODE.translate(str.maketrans("23456789", "۲۳۴۵۶۷۸۹"))
    assert SLOTS.open_with_recovery(typed) == KEY
    assert SLOTS.open_with_recovery(persian) == KEY


def test_one_wrong_letter_of_a_recovery_code_is_noticed_or_opens_nothing() -> None:
    letters = CODE.replace("-", "")
    for place in range(len(letters)):
        other = "7" if letters[place] != "7" else "8"
        with pytest.raises(UnavailableError) as refused:
            SLOTS.open_with_recovery(letters[:place] + other + letters[place + 1 :])
        assert refused.value.problem.code == "wrong_recovery_code"
    assert recovery_secret(CODE) == letters[:32].encode()


def test_a_short_password_is_refused() -> None:
    with pytest.raises(RefusedError):
        SLOTS.with_password(USER, "هفت‌نوی", KEY, CHEAP)


def test_an_unknown_user_and_a_wrong_password_are_told_alike() -> None:
    for user, password in ((USER, "نادرست-۱۲۳"), ("ghost", PASSWORD)):
        with pytest.raises(UnavailableError) as refused:
            SLOTS.open_with_password(user, password)
        assert refused.value.problem.code == "wrong_password"


@given(
    place=st.integers(0, 1),
    name=st.sampled_from(["id", "kind", "user", "salt", "nonce", "wrapped", "cost"]),
    data=st.data(),
)
def test_a_slot_that_was_touched_opens_nothing(place: int, name: str, data: st.DataObject) -> None:
    raw = json.loads(SLOTS.text())
    del raw["sum"]  # whoever touches it makes a sum too
    slot = raw["slots"][place]
    if name == "cost":
        slot["cost"] = {**slot["cost"], "memory": data.draw(st.integers(64, 900))}
    else:
        spot = data.draw(st.integers(0, max(0, len(slot[name]) - 1)))
        letter = data.draw(st.sampled_from("ABCDefgh0123"))
        slot[name] = slot[name][:spot] + letter + slot[name][spot + 1 :]
    if raw["slots"][place] == asdict(SLOTS.slots[place]):
        return
    try:
        touched = KeySlots.from_text(json.dumps(raw))
        opened = touched.open_with_password(USER, PASSWORD) if place == 0 else touched.open_with_recovery(CODE)
    except UnavailableError:
        return
    # Base64 has bits that mean nothing; the same bytes open the same key.
    assert opened == KEY
    assert name in ("salt", "nonce", "wrapped")


@given(st.binary(max_size=200))
def test_any_other_file_is_no_key_slot_file(content: bytes) -> None:
    with pytest.raises(UnavailableError) as refused:
        KeySlots.from_text(content.decode("latin-1"))
    assert refused.value.problem.code == "bad_key_slots"


def test_wherever_a_bit_of_the_file_turned_its_double_says_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "office.keys"
    SLOTS.save(path)
    sound = path.read_bytes()
    for place in range(len(sound)):
        turned = bytearray(sound)
        turned[place] ^= 1 << place % 8
        path.write_bytes(turned)
        assert KeySlots.load(path) == SLOTS
    path.unlink()
    assert KeySlots.load(path) == SLOTS


@pytest.mark.parametrize("uptime", ["-Infinity", "NaN", "-1", "1e300"])
def test_a_time_that_no_machine_has_been_on_is_no_bar(uptime: str) -> None:
    with pytest.raises(UnavailableError, match="bad_key_slots"):
        KeySlots.from_text(f'{{"file_id": "a", "slots": [], "barred_at": {{"hamid": {uptime}}}}}')


def test_five_wrong_passwords_close_the_door_for_fifteen_minutes(tmp_path: Path) -> None:
    clock = FakeClock()
    make_office(tmp_path, clock).close()
    folder = OfficeFolder(tmp_path)
    codes = [_refusal(folder, "نادرست-۱۲۳", clock) for _ in range(5)]
    assert codes == ["wrong_password"] * 5
    assert _refusal(folder, PASSWORD, clock) == "locked_out"
    clock.pass_time(minutes=14, seconds=59)
    assert _refusal(folder, PASSWORD, clock) == "locked_out"
    clock.pass_time(seconds=1)
    open_office(folder, USER, PASSWORD, clock=clock, uptime=clock.uptime).close()
    assert _refusal(folder, "نادرست-۱۲۳", clock) == "wrong_password"


@given(years=st.integers(-20, 20), restarted=st.booleans(), passed=st.integers(0, 899))
def test_neither_the_calendar_nor_a_restart_opens_the_door_earlier_or_keeps_it_closed_longer(
    years: int, restarted: bool, passed: int
) -> None:
    clock, slots = FakeClock(), SLOTS
    for _ in range(5):
        slots = KeySlots.from_text(slots.after_failure(USER, clock(), 5000.0).text())
    turned = clock() + timedelta(days=365 * years)
    up = float(passed) if restarted else 5000.0 + passed
    with pytest.raises(UnavailableError) as refused:
        slots.refuse_while_locked(USER, turned, up)
    assert refused.value.problem.code == "locked_out"
    slots.refuse_while_locked(USER, turned, 900.0 if restarted else 5900.0)


def test_a_right_password_forgets_the_wrong_ones(tmp_path: Path) -> None:
    clock = FakeClock()
    make_office(tmp_path, clock).close()
    folder = OfficeFolder(tmp_path)
    for _ in range(3):
        for _ in range(4):
            assert _refusal(folder, "نادرست-۱۲۳", clock) == "wrong_password"
        open_office(folder, USER, PASSWORD, clock=clock).close()


def test_the_lock_says_until_when_in_iran(tmp_path: Path) -> None:
    clock = FakeClock()
    slots = SLOTS
    for _ in range(5):
        slots = slots.after_failure(USER, clock(), clock.uptime())
    with pytest.raises(UnavailableError) as refused:
        slots.refuse_while_locked(USER, clock() + timedelta(minutes=1), clock.uptime() + 60)
    assert "ساعت ۱۰:۱۵ روز ۱۴۰۴/۰۶/۱۵" in refused.value.problem.message


def test_the_recovery_code_gives_the_manager_a_new_password(tmp_path: Path) -> None:
    office, code = make_office_with_code(tmp_path)
    office.close()
    folder = OfficeFolder(tmp_path)
    opened = recover_office(folder, code, USER, "گذرواژهٔ-تازه-۲", cost=CHEAP)
    opened.close()
    assert _refusal(folder, PASSWORD, FakeClock()) == "wrong_password"
    open_office(folder, USER, "گذرواژهٔ-تازه-۲").close()
    with pytest.raises(UnavailableError, match="wrong_recovery_code"):  # it was used
        recover_office(folder, code, USER, PASSWORD, cost=CHEAP)
    recover_office(folder, opened.next_code, USER, "گذرواژهٔ-تازه-۳", cost=CHEAP).close()


def _refusal(folder: OfficeFolder, password: str, clock: FakeClock) -> str:
    with pytest.raises(UnavailableError) as refused:
        open_office(folder, USER, password, clock=clock, uptime=clock.uptime)
    return refused.value.problem.code
