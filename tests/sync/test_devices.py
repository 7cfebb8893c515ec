"""Laptops come into an office by invitation and go out of it, and the others know without ever meeting."""

from __future__ import annotations

from pathlib import Path
from shutil import copy, copytree

import pytest

from desktop.domain.problems import RefusedError, UnavailableError
from desktop.services.accounts import add_user
from desktop.services.devices import (
    device_list,
    device_named,
    hand_over_check,
    invite_device,
    join_office,
    report_lost,
    revoke_device,
    rotate_keys,
)
from desktop.services.records import add_record
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.sync.devices import learn, statements
from desktop.sync.invitations import LASTS
from desktop.sync.taking import take
from tests.factories import add_person, neighborhood
from tests.sync.laptops import COST, Clock, differences, first_laptop, meet, pass_on

OWN = "گذرواژه-همین-رایانه"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("founded") / "office"
    first_laptop(folder, Clock()).close()
    return folder


@pytest.fixture
def first(founded: Path, tmp_path: Path, clock: Clock) -> OfficeFile:
    folder = copytree(founded, tmp_path / "first")
    return open_office(OfficeFolder(folder), "hamid", "گذرواژه-بلند", clock=clock)


def meet_person(office: OfficeFile) -> str:
    with office.write() as work:
        home = add_record(work, "household", {"neighborhood_id": neighborhood(work, "چشمه‌سار"), "declared_size": 3})
        return str(add_person(work, home)["resident_no"])


def joined(host: OfficeFile, folder: Path, name: str) -> OfficeFile:
    """Another laptop, with an invitation as people do it."""
    invited = invite_device(host, name, folder.with_suffix(".invitation"))
    clock = host.clock
    return join_office(OfficeFolder(folder), invited.path, invited.code, OWN, cost=COST, clock=clock).office


def statuses(office: OfficeFile) -> dict[str, tuple[str, int]]:
    return {one.name: (one.status, one.last_seq) for one in device_list(office)}


def verdicts(office: OfficeFile, other: OfficeFile) -> set[str]:
    return {taken.verdict for taken in pass_on(office, other)}


def test_an_invited_laptop_becomes_one_of_the_office_and_writes_when_the_office_has_arrived(
    first: OfficeFile, tmp_path: Path
) -> None:
    second = joined(first, tmp_path / "second", "رایانهٔ پذیرش")
    assert not (tmp_path / "second.invitation").exists(), "an invitation that was used would make a second one like it"
    assert second.identity.office_id == first.identity.office_id
    assert second.identity.block == 1
    with pytest.raises(UnavailableError, match="nothing_received"), second.write() as work:
        work.audit("too early")
    second.close()
    second = open_office(OfficeFolder(tmp_path / "second"), "hamid", OWN, clock=first.clock)
    assert verdicts(first, second) == {"new"}
    assert meet_person(second) != meet_person(first), "each gives numbers of its own"
    meet(first, second)
    assert differences(first, second) == {}
    assert all(result.ok for office in (first, second) for result in check_office(office))


def test_a_laptop_that_another_one_invited_is_believed_by_who_never_met_it(first: OfficeFile, tmp_path: Path) -> None:
    second = joined(first, tmp_path / "second", "دوم")
    meet(first, second)
    third = joined(second, tmp_path / "third", "سوم")
    assert verdicts(third, first) == {"unknown_device"}
    assert verdicts(second, first) == {"new"}
    assert verdicts(third, first) == set(), "what had come before its writer was known counts by now"
    meet(first, second, third)
    assert differences(first, third) == {}
    assert len({device_named(first, name).block for name in ("دوم", "سوم")}) == 2


def test_what_a_laptop_wrote_that_nobody_has_told_of_is_kept_and_counts_once_it_is_known(
    first: OfficeFile, tmp_path: Path
) -> None:
    second = joined(first, tmp_path / "second", "دوم")
    meet(first, second)
    third = joined(second, tmp_path / "third", "سوم")
    pass_on(second, third)
    number = meet_person(third)
    pass_on(third, second)
    with third.connection() as connection:
        sql = "SELECT content FROM segment WHERE device_id = ? ORDER BY first"
        wrote = [bytes(one) for one in connection.exec_driver_sql(sql, (third.identity.device_id,)).scalars()]
    assert {take(first, segment).verdict for segment in wrote} == {"unknown_device"}
    with first.read() as rows:
        assert not rows.find("person", resident_no=number)
    with second.connection() as connection:
        sql = "SELECT content FROM segment WHERE device_id = ? ORDER BY first"
        told = [bytes(one) for one in connection.exec_driver_sql(sql, (second.identity.device_id,)).scalars()]
    for segment in told:
        take(first, segment)
    with first.read() as rows:
        assert rows.find("person", resident_no=number)
    with first.connection() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM segment_aside").scalar_one() == 0
    assert [view.block for view in device_list(third) if view.id == first.identity.device_id] == [0]


def test_two_laptops_that_shut_each_other_out_are_both_out_for_everybody_and_nothing_of_both_is_lost(
    first: OfficeFile, tmp_path: Path
) -> None:
    second = joined(first, tmp_path / "second", "دوم")
    third = joined(first, tmp_path / "third", "سوم")
    meet(first, second, third)
    numbers = [meet_person(first), meet_person(second)]
    meet(first, second, third)
    revoke_device(first, second.identity.device_id)
    revoke_device(second, first.identity.device_id)
    pass_on(second, third)
    with first.connection() as connection:
        told = statements(connection)
    with third.merge() as connection:  # as every letter of the first one tells it
        learn(connection, told, third.clock())
    both = {first.identity.device_id, second.identity.device_id}
    assert {view.id for view in device_list(third) if view.status == "revoked"} == both
    with third.read() as rows:
        assert all(rows.find("person", resident_no=number) for number in numbers)
    again = joined(third, tmp_path / "again", "اول، دوباره")
    meet(third, again)
    assert differences(third, again) == {}


def test_an_invitation_opens_with_its_code_for_a_week_and_in_an_empty_folder(
    first: OfficeFile, tmp_path: Path, clock: Clock
) -> None:
    file, folder = tmp_path / "invitation", OfficeFolder(tmp_path / "second")
    invited = invite_device(first, "دوم", file)
    assert invited.path.read_bytes().find("دوم".encode()) < 0
    other = invite_device(first, "سوم", tmp_path / "other")
    with pytest.raises(RefusedError, match="code:invitation_wrong_code"):
        join_office(folder, file, other.code, OWN, cost=COST, clock=clock)
    (tmp_path / "cut").write_bytes(file.read_bytes()[:40])
    with pytest.raises(RefusedError, match="file:invitation_truncated"):
        join_office(folder, tmp_path / "cut", invited.code, OWN, cost=COST, clock=clock)
    with pytest.raises(UnavailableError, match="office_exists"):
        join_office(first.folder, file, invited.code, OWN, cost=COST, clock=clock)
    clock.at += LASTS
    with pytest.raises(RefusedError, match="file:invitation_expired"):
        join_office(folder, file, invited.code, OWN, cost=COST, clock=clock)
    assert not folder.exists()
    assert file.exists()


def test_what_was_sealed_with_former_keys_is_believed_and_read_by_whoever_comes_later(
    first: OfficeFile, tmp_path: Path
) -> None:
    second = joined(first, tmp_path / "second", "دوم")
    meet(first, second)
    before = {one.id: one.fingerprint for one in device_list(first)}
    told = rotate_keys(first)
    meet_person(first)
    rotate_keys(second)
    meet(first, second)
    assert device_named(second, first.identity.device_id).fingerprint == told
    assert not before.items() & {one.id: one.fingerprint for one in device_list(second)}.items()
    third = joined(first, tmp_path / "third", "سوم")
    assert verdicts(first, third) == {"new"}
    meet(first, second, third)
    assert differences(second, third) == {}


def test_a_laptop_that_is_shut_out_changes_nothing_any_more_and_reads_nothing_new(
    first: OfficeFile, tmp_path: Path
) -> None:
    second, third = joined(first, tmp_path / "second", "دوم"), joined(first, tmp_path / "third", "سوم")
    meet(first, second, third)
    had = device_named(first, "سوم").last_seq
    meet_person(third)
    assert revoke_device(first, "سوم") == had
    meet_person(first)
    assert verdicts(first, second) == {"new"}
    assert statuses(second)["سوم"] == ("revoked", had)
    assert verdicts(third, second) == {"revoked"}
    assert verdicts(first, third) == {"new", "no_key"}, "it reads that it was shut out, and nothing after"
    meet(first, second)
    assert differences(first, second) == {}
    with pytest.raises(RefusedError, match="device:device_decided"):
        revoke_device(first, "سوم")
    with pytest.raises(RefusedError, match="device:device_is_this"):
        revoke_device(first, first.identity.device_id)


def test_what_a_stolen_laptop_states_after_it_was_shut_out_is_not_believed(first: OfficeFile, tmp_path: Path) -> None:
    second, third = joined(first, tmp_path / "second", "دوم"), joined(first, tmp_path / "third", "سوم")
    meet(first, second, third)
    revoke_device(first, "سوم")
    invite_device(third, "رایانهٔ دزد", tmp_path / "thief")
    pass_on(first, second)
    pass_on(third, second)
    assert "رایانهٔ دزد" not in statuses(second)


def test_two_managers_shut_a_laptop_out_together(first: OfficeFile, tmp_path: Path) -> None:
    add_user(
        first, {"username": "zahra", "role": "office_manager", "full_name": "زهرا رضایی"}, "گذرواژه-زهرا", cost=COST
    )
    joined(first, tmp_path / "second", "دوم").close()
    with pytest.raises(RefusedError, match="second:second_manager"):
        revoke_device(first, "دوم")
    with pytest.raises(UnavailableError, match="wrong_password"):
        revoke_device(first, "دوم", ("zahra", "گذرواژهٔ نادرست"))
    assert statuses(first)["دوم"][0] == "active"
    revoke_device(first, "دوم", ("zahra", "گذرواژه-زهرا"))
    assert statuses(first)["دوم"][0] == "revoked"


def test_only_a_manager_touches_the_devices(first: OfficeFile, tmp_path: Path) -> None:
    add_user(
        first, {"username": "samira", "role": "facilitator", "full_name": "سمیرا دادخواه"}, "گذرواژه-سمیرا", cost=COST
    )
    device = rotate_keys(first) and first.identity.device_id
    first.close()
    office = open_office(first.folder, "samira", "گذرواژه-سمیرا", clock=first.clock)
    for act in (
        lambda: invite_device(office, "دوم", tmp_path / "invitation"),
        lambda: rotate_keys(office),
        lambda: revoke_device(office, device),
        lambda: report_lost(office, device),
    ):
        with pytest.raises(RefusedError, match="not_allowed"):
            act()
    assert not (tmp_path / "invitation").exists()


def test_a_copied_invitation_makes_no_second_laptop_unseen(first: OfficeFile, tmp_path: Path, clock: Clock) -> None:
    invited = invite_device(first, "دوم", tmp_path / "invitation")
    copy(invited.path, tmp_path / "copy")
    one, other = (
        join_office(OfficeFolder(tmp_path / name), tmp_path / file, invited.code, OWN, cost=COST, clock=clock).office
        for name, file in (("one", "invitation"), ("two", "copy"))
    )
    assert verdicts(one, first) == {"new"}
    with other.connection() as connection:
        segment = connection.exec_driver_sql("SELECT content FROM segment WHERE device_id = ?", (invited.device_id,))
        assert take(first, bytes(segment.scalar_one())).verdict == "fork"


def test_nothing_proves_that_a_laptop_may_go_before_another_one_has_said_so(first: OfficeFile) -> None:
    found = hand_over_check(first)
    assert (found.proven, found.is_known_to_others) == (False, False)
    assert found.kinds["staff_member"] == 2


def test_of_a_lost_laptop_that_never_told_what_it_had_everything_is_counted(first: OfficeFile, tmp_path: Path) -> None:
    meet_person(first)
    second = joined(first, tmp_path / "second", "دوم")
    meet(first, second)
    found = report_lost(first, "دوم")
    assert (found.has_all, found.residents, found.received, found.missing) == (True, 1, 1, None)
