"""Each guard G-01…G-33 of domain §5 by its number: the tests that prove it, and the step that stays with people.

A number that is missing here fails, and so does a proof that is named and not there.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError

from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.services.accounts import found_office
from desktop.services.erasure import erase_person
from desktop.services.kept_drafts import FormName, keep_draft
from desktop.services.spreadsheets.exporting import export_file
from desktop.services.user_views import accounts_of
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.system.media import is_removable
from tests.factories import CHEAP, OFFICE, PASSWORD, add_person, make_office
from tests.store.decrypted import pages

TESTS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Guard:
    """Proofs as `path::name`; `people`: what no program can do, and somebody must."""

    proofs: tuple[str, ...]
    people: str = ""


_HERE = "meta/test_every_guard.py::"
_META = "meta/test_guards.py::"
GUARDS = {
    "G-01": Guard((
        _META + "test_no_record_of_people_has_a_place_for_what_must_not_be_known",
        _META + "test_no_table_column_or_list_has_a_place_for_what_must_not_be_known",
    ), "a free text is read by a colleague too: no list of words is complete"),
    "G-02": Guard((
        _META + "test_a_harm_leads_to_no_person_and_its_texts_are_searched_for_names",
        "services/test_guards.py::test_a_resident_is_known_by_name_in_a_text_of_a_place",
    )),
    "G-03": Guard((
        "services/test_guards.py::test_the_cause_stands_neither_in_a_need_nor_in_what_follows_from_it",
        "services/consents/test_refusing.py::test_scenario_5_the_story_is_not_written_down",
        "ui/screens/needs/test_needs.py::test_a_story_is_reworded_and_the_guidance_card_comes",
    ), "whoever listens tells of 123 and goes along"),
    "G-04": Guard((
        _HERE + "test_there_is_no_place_for_what_happened_to_a_child",
        "ui/screens/needs/test_needs.py::test_a_story_is_reworded_and_the_guidance_card_comes",
    ), "the duty to report is the colleague's, by telephone"),
    "G-05": Guard((
        "services/consents/test_refusing.py::test_who_says_no_is_kept_as_a_count_and_served_all_the_same",
        "services/consents/test_refusing.py::test_who_says_no_after_registration_is_asked_away_to_a_count_and_served_on",
    ), "the text is read aloud before anybody is asked to agree"),
    "G-06": Guard((
        "services/consents/test_giving.py::test_sensitive_data_need_their_own_live_consent",
        "services/consents/test_giving.py::test_when_a_consent_runs_out_the_values_vanish_from_every_reading",
        "services/test_retention.py::test_what_a_consent_covered_goes_when_it_has_run_out",
    )),
    "G-07": Guard(("services/consents/test_refusing.py::test_who_says_no_is_kept_as_a_count_and_served_all_the_same",)),
    "G-08": Guard((
        "services/consents/test_giving.py::test_a_child_answers_through_a_guardian",
        "services/test_letters.py::test_a_child_is_named_by_first_name_and_initial",
    )),
    "G-09": Guard((
        "services/test_letters.py::test_a_letter_tells_the_name_and_the_father_unless_more_is_ticked",
        "services/test_letters.py::test_the_whole_number_goes_only_where_it_is_needed_and_nothing_without_consent",
    )),
    "G-10": Guard((
        "services/test_letters.py::test_printing_leaves_its_moment_its_hash_and_a_line_and_then_the_text_stays",
        "services/test_people_papers.py::test_printing_is_logged_and_looking_is_not",
    ), "the envelope is closed and handed over by hand"),
    "G-11": Guard((
        ("services/consents/test_income_and_looks.py::"
        "test_every_look_is_written_down_by_person_and_field_with_its_reason"),
        "services/consents/test_income_and_looks.py::test_a_page_that_tells_sensitive_data_is_a_look_too",
    ), "the manager reads who looked"),
    "G-12": Guard((
        "services/test_guards.py::test_no_free_text_of_a_need_and_its_agencies_takes_a_label",
        _META + "test_every_free_text_about_people_is_guarded",
    )),
    "G-13": Guard((
        "services/test_guards.py::test_a_text_of_elections_is_the_managers_to_decide",
    ), "the manager decides about what is asked"),
    "G-14": Guard((
        "services/test_access.py::test_an_amount_is_neither_asked_for_nor_written_nor_exported_by_a_facilitator",
        "cli/test_matrix.py::test_no_word_tells_a_role_what_its_row_does_not_allow",
        _HERE + "test_a_table_of_residents_is_the_managers_and_does_not_go_on_a_stick",
        "services/test_handover.py::test_a_package_names_nobody_and_opens_only_whole_and_with_its_code",
    ), "the manager's own sheet of residents, which the office needs to correct what it imported, is logged and stays "
       "in the house"),
    "G-15": Guard((
        "sync/test_publish.py::test_nothing_sensitive_and_no_identity_paper_reaches_the_province_even_with_consent",
        "sync/test_publish.py::test_only_a_live_consent_to_sync_opens_a_file_and_only_while_it_is_somebodys",
        "sync/test_publish.py::test_needs_go_without_names_and_of_persons_without_their_place",
    )),
    "G-16": Guard((
        "ui/shell/test_main_window.py::test_ten_idle_minutes_lock_and_the_last_of_them_is_told",
        "ui/shell/test_main_window.py::test_a_machine_that_slept_wakes_locked",
        "sync/test_devices.py::test_a_laptop_that_is_shut_out_changes_nothing_any_more_and_reads_nothing_new",
        "sync/test_devices.py::test_what_a_stolen_laptop_states_after_it_was_shut_out_is_not_believed",
        _HERE + "test_no_file_of_an_office_tells_a_name_to_who_has_no_password",
    ), "the loss is told to the manager the same day"),
    "G-17": Guard((
        "store/test_key_slots.py::test_five_wrong_passwords_close_the_door_for_fifteen_minutes",
        ("store/test_key_slots.py::"
        "test_neither_the_calendar_nor_a_restart_opens_the_door_earlier_or_keeps_it_closed_longer"),
        _HERE + "test_an_account_that_is_nobodys_is_pointed_out",
    ), "who types a password that is not theirs is seen by colleagues, not by the program"),
    "G-18": Guard((
        "sync/test_courier.py::test_whoever_finds_the_stick_reads_no_name_on_it",
        _HERE + "test_a_table_of_residents_is_the_managers_and_does_not_go_on_a_stick",
    ), "printed pages that somebody saves on a stick by hand"),
    "G-19": Guard((
        "services/test_photos.py::test_place_camera_and_comment_are_gone_and_the_picture_stands_upright",
        "services/test_photos.py::test_a_face_needs_a_name_and_the_consent_of_whoever_is_shown",
    ), "whether a face can be seen is said by who adds the photo"),
    "G-20": Guard((
        "reports/test_monthly_copy.py::test_no_small_count_of_a_report_can_be_worked_out_from_all_its_tables_together",
        "domain/test_suppression.py::test_harms_are_told_in_bands_of_ten",
    )),
    "G-21": Guard((
        "reports/test_monthly_copy.py::test_nor_by_somebody_who_kept_the_report_of_the_month_before",
        "reports/test_monthly_copy.py::test_an_indicator_that_moved_by_few_is_told_in_bands_of_both_months",
    )),
    "G-22": Guard(("sync/test_publish.py::test_no_name_of_anybody_is_open_without_consent",)),
    "G-23": Guard((
        "services/test_people_papers.py::test_a_person_is_given_what_is_known_with_the_last_four_digits",
        "services/test_people_papers.py::test_printing_is_logged_and_looking_is_not",
    )),
    "G-24": Guard((
        "services/test_erasure.py::test_somebody_alone_is_forgotten_everywhere_and_still_counted",
        "services/test_report_life.py::test_a_signed_report_prints_the_same_and_verifies_after_renames_and_an_erasure",
    ), "the manager decides within thirty days; agencies are told by letter of what was sent to them"),
    "G-25": Guard((
        "services/test_retention.py::test_what_is_old_goes_without_whom_and_stays_counted",
        "services/test_retention.py::test_nothing_is_due_before_its_time",
    ), "attendance goes without a name when its person's file does; lines of the audit log name no resident and stay, "
       "for its chain would break; paper is shredded by hand"),
    "G-26": Guard((
        "services/test_access.py::test_a_planned_visit_is_known_to_the_province_and_to_whoever_planned_it_alone",
        "services/test_partner_papers.py::test_a_surprise_inspection_is_no_paper_before_it_was_made",
        "services/consents/test_refusing.py::test_what_all_may_read_names_no_resident",
    )),
    "G-27": Guard((
        _META + "test_what_a_donor_may_read_has_no_place_for_who_received",
        "services/test_partner_papers.py::test_a_receipt_is_for_what_was_received_and_hides_who_wants_it",
    )),
    "G-28": Guard((
        _HERE + "test_a_line_of_the_audit_log_is_neither_rewritten_nor_taken_out",
        "services/test_access.py::test_no_way_to_read_tells_a_role_more_than_the_matrix_does",
    )),
    "G-29": Guard((
        _HERE + "test_nobody_is_scored",
        "services/worklist/test_reasons.py::test_the_order_is_urgency_and_then_the_age_of_the_need",
    )),
    "G-30": Guard(("sync/test_publish.py::test_no_name_of_anybody_is_open_without_consent",)),
    "G-31": Guard((
        "services/test_report_life.py::test_whatever_of_a_signed_report_is_altered_no_longer_verifies",
        ("services/test_report_life.py::"
        "test_a_signature_is_not_undone_nor_the_report_changed_or_taken_away"),
    ), "a note beside a figure says what happened"),
    "G-32": Guard((
        "services/test_handover.py::test_the_next_operator_has_everything_and_the_former_accounts_open_nothing",
        "services/test_partner_papers.py::test_the_handover_has_a_cover_with_counts_and_a_certificate",
    ), "the operator deletes the folder and its backups, and signs the certificate"),
    "G-33": Guard((
        "reports/test_monthly_report.py::test_fictional_data_is_marked_on_each_page_and_real_data_on_none",
        "reports/test_printables.py::test_every_paper_embeds_only_vazirmatn_is_tagged_and_marks_fictional_data",
    ), "nobody copies a real number into a test"),
}  # fmt: skip


@cache
def _tests_of(path: str) -> frozenset[str]:
    tree = ast.parse((TESTS / path).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_guard_has_its_number_here_and_every_proof_is_there() -> None:
    assert list(GUARDS) == [f"G-{number:02}" for number in range(1, 34)]
    for number, guard in GUARDS.items():
        assert guard.proofs, number
        for proof in guard.proofs:
            path, _, name = proof.partition("::")
            assert name in _tests_of(path), f"{number}: {proof}"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    with made.write() as work:
        add_person(work, first_name="زرین‌تاج", last_name="قشقاوی", mobile="09000000011")
    yield made
    made.close()


def test_there_is_no_place_for_what_happened_to_a_child() -> None:
    words = ("abuse", "neglect", "child_risk", "at_risk", "violence", "victim", "protection")
    of_people = [
        kind for kind in KINDS.values() if {"person", "household"} & {about.links for about in kind.fields.values()}
    ]
    for kind in (*of_people, KINDS["person"], KINDS["household"]):
        names = {*kind.fields, *(code for about in kind.fields.values() for code in CODE_LISTS.get(about.codes, {}))}
        harms = {code for listed in ("harm_type",) for code in CODE_LISTS[listed]}
        strays = {name for name in names - harms for word in words if word in name}
        assert strays <= {"violence_prevention", "child_protection"}, kind.name


def test_nobody_is_scored() -> None:
    for name in ("person", "household", "need"):
        assert not {field for field in KINDS[name].fields if "score" in field or "rank" in field or "risk" in field}


def test_a_line_of_the_audit_log_is_neither_rewritten_nor_taken_out(office: OfficeFile) -> None:
    with office.write() as work:
        work.audit("print", "person", "x")
    for sql in ("UPDATE audit_log SET detail = 'y'", "DELETE FROM audit_log"):
        with office.engine.connect() as connection, connection.begin(), pytest.raises(DatabaseError, match="audit log"):
            connection.exec_driver_sql(sql)


def test_no_file_of_an_office_tells_a_name_to_who_has_no_password(office: OfficeFile) -> None:
    """Also while it is open, as a laptop is that was taken from a table: the page log, marks and keys beside it."""
    names = [word.encode(code) for word in ("زرین‌تاج", "قشقاوی", "09000000011") for code in ("utf-8", "utf-16-le")]
    files = [path for path in office.folder.path.rglob("*") if path.is_file() and path != office.folder.lock]
    assert {"office.db", "office.db-wal", "office.keys"} <= {path.name for path in files}
    assert [path.name for path in files for name in names if name in path.read_bytes()] == []


def test_a_table_of_residents_is_the_managers_and_does_not_go_on_a_stick(office: OfficeFile, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="plain_on_stick"):
        export_file(office, "person", tmp_path / "a.csv", on_stick=lambda _folder: True)
    assert not (tmp_path / "a.csv").exists()
    assert export_file(office, "organization", tmp_path / "b.csv", on_stick=lambda _folder: True).rows > 0
    number = tmp_path.stat().st_dev
    disk = tmp_path / "sys" / "devices" / "sdb"
    (disk / "sdb1").mkdir(parents=True)
    block = tmp_path / "sys" / "dev" / "block"
    block.mkdir(parents=True)
    (block / f"{number >> 8 & 0xFFF}:{number & 0xFF}").symlink_to(disk / "sdb1")
    for told, expected in (("1\n", True), ("0\n", False)):
        (disk / "removable").write_text(told)
        assert is_removable(tmp_path, tmp_path / "sys") is expected
    assert is_removable(tmp_path / "gone", tmp_path / "sys") is False


def test_an_account_that_is_nobodys_is_pointed_out(tmp_path: Path) -> None:
    made, _code = found_office(OfficeFolder(tmp_path / "other"), OFFICE, "daftar", PASSWORD, cost=CHEAP)
    signs = {one.sign for one in accounts_of(made).shared}
    made.close()
    assert signs == {"nameless", "alone"}


def test_whoever_was_forgotten_is_in_no_file_of_the_office_nor_in_a_later_backup(office: OfficeFile) -> None:
    """Read with the key: pages of the database, its page log and every sealed draft; and the copy made afterwards."""
    words = [word.encode() for word in ("زرین‌تاج", "قشقاوی", "09000000011")]
    keep_draft(office, FormName("person"), "ساکن", {"first_name": "زرین‌تاج", "last_name": "قشقاوی"})
    assert all(word in pages(office) for word in words)
    with office.read() as rows:
        person = rows.find("person")[0]["id"]
    erase_person(office, person, "درخواست خود او")
    assert not any(word in pages(office) for word in words)
    assert [path.name for path in office.folder.path.glob("draft-*.sealed")] == []
    log = office.folder.database.with_name("office.db-wal")
    assert not log.exists() or log.stat().st_size == 0  # brought into the file, whose every page was looked through
    with office.connection() as connection:
        raw = connection.exec_driver_sql("SELECT group_concat(fields) FROM change_log").scalar()
    assert "قشقاوی" not in str(raw)


def test_the_program_makes_no_temporary_file() -> None:
    """Of the office, in the clear, outside its folder: who makes one at all is named here, with what is in it."""
    known = {
        **dict.fromkeys(("ui/shots.py", "ui/tour.py"), "fictional data that is shown off"),
        **dict.fromkeys(("bootstrap.py", "selfcheck.py"), "an empty office of a build that looks at itself"),
        "ui/widgets/theme.py": "arrows and ticks in the colours of the theme",
        "system/crash_report.py": "where a report of a bug goes that finds no other place: code, no values",
        "store/durable.py": "beside the file that it becomes",
        "store/backup.py": "in the office's folder, sealed",
        "store/package.py": "in the office's folder, sealed",
        "store/upgrade.py": "an empty file, for developers who write a migration",
        "sync/certificate.py": "the key of one line's certificate, for the moment in which the socket loads it",
        "services/rescue.py": "beside the file that it becomes, sealed",
    }
    desktop = TESTS.parent / "desktop"
    makes = {
        path.relative_to(desktop).as_posix()
        for path in desktop.rglob("*.py")
        if re.search(r"\b(tempfile|QTemporary\w+|gettempdir)\b", path.read_text("utf-8"))
    }
    assert makes == set(known)
