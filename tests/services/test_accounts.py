"""The people who may open the office: reset, closed, changed, and the code that opens it when all is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.accounts import (
    add_user,
    disable_user,
    enable_user,
    renew_recovery,
    set_password,
)
from desktop.services.audit_trail import AuditQuery, audit_entries, audit_page
from desktop.services.audit_words import about_words, detail_words
from desktop.services.handover import hand_over
from desktop.services.network import note_line
from desktop.services.opening import recover_for_work
from desktop.services.printing import note_recovery_sheet
from desktop.services.session import unlock
from desktop.store.key_slots import KeySlots
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from tests.factories import CHEAP, PASSWORD, USER, add_colleague, make_office, make_office_with_code

OTHER, OWN = "گذرواژهٔ-مدیر-۲", "گذرواژهٔ-خودم-۳"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    add_colleague(made, "samira", "facilitator", "سمیرا دادخواه")
    yield made
    made.close()


def _seen_by(office: OfficeFile, username: str, password: str) -> OfficeFile:
    office.close()
    return open_office(OfficeFolder(office.folder.path), username, password)


def test_a_password_that_the_manager_chose_is_replaced_by_its_owner_and_the_file_stays_as_it_is(
    office: OfficeFile,
) -> None:
    key = office.data_key
    set_password(office, "samira", OTHER, cost=CHEAP)
    hers = _seen_by(office, "samira", OTHER)
    asked = [hers.must_change]
    with pytest.raises(RefusedError, match="password_same"):
        set_password(hers, "samira", OTHER, cost=CHEAP)
    set_password(hers, "samira", OWN, cost=CHEAP)
    assert [*asked, hers.must_change] == [True, False]
    again = _seen_by(hers, "samira", OWN)
    assert (again.must_change, again.data_key) == (False, key)
    again.close()
    office.lock.acquire()


def test_whoever_finds_a_window_open_does_not_make_himself_at_home(office: OfficeFile) -> None:
    with pytest.raises(UnavailableError, match="wrong_password"):
        set_password(office, USER, OWN, former="نادرست-۱۲۳۴", cost=CHEAP)
    with pytest.raises(RefusedError, match="password_same"):
        set_password(office, USER, PASSWORD, former=PASSWORD, cost=CHEAP)
    set_password(office, USER, OWN, former=PASSWORD, cost=CHEAP)
    assert unlock(office, OWN) is None


def test_a_closed_account_opens_nothing_on_any_laptop_until_it_is_opened_again(office: OfficeFile) -> None:
    slot_of_hers = KeySlots.load(office.folder.keys)
    disable_user(office, "samira")
    assert "samira" not in KeySlots.load(office.folder.keys).users()
    slot_of_hers.save(office.folder.keys)  # as on a laptop that hears of it by sync alone
    office.close()
    open_office(OfficeFolder(office.folder.path), USER, PASSWORD).close()
    assert "samira" not in KeySlots.load(office.folder.keys).users()
    office.lock.acquire()
    enable_user(office, "samira", OTHER, cost=CHEAP)
    hers = _seen_by(office, "samira", OTHER)
    assert hers.must_change
    hers.close()
    office.lock.acquire()


def test_who_was_closed_while_the_window_was_locked_stays_outside(office: OfficeFile) -> None:
    hers = _seen_by(office, "samira", PASSWORD)
    assert unlock(hers, PASSWORD) is None
    with hers.write() as work:  # what came from another laptop
        account = work.find("user_account", username="samira")[0]
        work.change("user_account", account["id"], {"active": False})
    problem = unlock(hers, PASSWORD)
    assert problem is not None
    assert problem.code == "account_closed"
    hers.close()
    office.lock.acquire()


def test_a_recovery_code_opens_once_and_tells_the_next(tmp_path: Path) -> None:
    office, code = make_office_with_code(tmp_path / "other")
    office.close()
    folder = OfficeFolder(office.folder.path)
    opened = recover_for_work(folder, code, USER, OWN, cost=CHEAP)
    with opened.connection() as connection:
        said = connection.exec_driver_sql("SELECT action FROM audit_log ORDER BY seq DESC LIMIT 1").scalar()
    assert (said, opened.next_code in ("", code), opened.must_change) == ("recover", False, False)
    opened.close()
    with pytest.raises(UnavailableError, match="wrong_recovery_code"):
        recover_for_work(folder, code, USER, OWN, cost=CHEAP)


def test_the_key_of_the_office_leaves_the_house_with_two_managers_where_there_are_two(
    office: OfficeFile, tmp_path: Path
) -> None:
    alone = renew_recovery(office, cost=CHEAP)
    add_user(office, {"username": "laila", "role": "office_manager", "full_name": "لیلا شفیعی"}, OTHER, cost=CHEAP)
    for second in (None, ("samira", PASSWORD), (USER, PASSWORD)):
        with pytest.raises(RefusedError, match="second_manager"):
            renew_recovery(office, second, cost=CHEAP)
    with pytest.raises(UnavailableError, match="wrong_password"):
        renew_recovery(office, ("laila", PASSWORD), cost=CHEAP)
    with pytest.raises(RefusedError, match="second_manager"):
        hand_over(office, tmp_path / "a.tashil-handover", cost=CHEAP)
    assert not (tmp_path / "a.tashil-handover").exists()
    code = renew_recovery(office, ("laila", OTHER), cost=CHEAP)
    slots = KeySlots.load(office.folder.keys)
    assert slots.open_with_recovery(code) == office.data_key
    with pytest.raises(UnavailableError, match="wrong_recovery_code"):
        slots.open_with_recovery(alone)
    with office.connection() as connection:
        sql = "SELECT detail FROM audit_log WHERE action = 'recovery_renew' ORDER BY seq"
        assert connection.exec_driver_sql(sql).scalars().all() == ["", "laila"]
    note_recovery_sheet(office)  # the code is on paper now
    note_line(office, 8743)  # and other laptops may call
    with office.read() as rows:
        told = audit_page(rows, audit_entries(rows, AuditQuery())[:2])
    assert [(about_words(line)[0], detail_words(line)) for line in told if line] == [
        ("رایانه", ("درگاه", "8743")),
        ("برگهٔ بازیابی", ("", "")),
    ]


def test_a_colleague_gives_nobody_a_password_and_makes_no_code(office: OfficeFile) -> None:
    hers = _seen_by(office, "samira", PASSWORD)
    for deed in (
        lambda: set_password(hers, USER, OWN, cost=CHEAP),
        lambda: renew_recovery(hers, cost=CHEAP),
        lambda: enable_user(hers, USER, OWN, cost=CHEAP),
        lambda: disable_user(hers, USER),
    ):
        with pytest.raises(RefusedError, match="not_allowed"):
            deed()
    hers.close()
    office.lock.acquire()
