"""The life of a monthly report: scenario 18 of the domain, and the report's part of scenario 20."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.erasure import erase_person
from desktop.services.indicators.month import indicators
from desktop.services.late_entries import corrections
from desktop.services.printing import make_document
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.registration import register_household
from desktop.services.report_checks import blockers
from desktop.services.report_life import make_report, report_of, write_note, write_text
from desktop.services.report_snapshot import verify
from desktop.services.undo import undo
from desktop.services.workshops import record_attendance
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import PASSWORD, USER, add_need, add_workshop, make_office, neighborhood, person_values
from tests.fakes import FakeClock
from tests.reports.pdf_reading import page_texts

SHAHRIVAR, MEHR, ABAN = "1404-06", "1404-07", "1404-08"
SECOND_OF_MEHR = datetime(2025, 9, 24, 6, 30, tzinfo=UTC)
EIGHTH_OF_MEHR = datetime(2025, 9, 30, 6, 30, tzinfo=UTC)
SECOND_OF_ABAN = datetime(2025, 10, 24, 6, 30, tzinfo=UTC)
NUMBERS_DIFFER = "تعداد نشست‌ها با صورتجلسه‌ها هم‌خوان نیست"


class Closing:
    """The office of scenario 18 on the second of Mehr: one woman with a need, one workshop with one session."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock(SECOND_OF_MEHR)
        self.office: OfficeFile = open_office(OfficeFolder(folder), USER, PASSWORD, clock=self.clock)
        with self.office.read() as rows:
            self.fatemeh, self.need, self.workshop, self.session = (
                rows.find(kind)[0] for kind in ("person", "need", "workshop", "workshop_session")
            )

    def mark(self) -> None:
        with self.office.write() as work:
            record_attendance(work, self.session["id"], {self.fatemeh["id"]: "present"})

    def sign(self, month: str = SHAHRIVAR) -> Row:
        with self.office.write() as work:
            return step_record(work, "monthly_report", make_report(work, month)["id"], "signed", {})

    def step(self, report: Row, state: str, **told: object) -> Row:
        with self.office.write() as work:
            return step_record(work, "monthly_report", report["id"], state, told)

    def text(self, name: str = "monthly_report", **asked: str) -> str:
        return " ".join("\n".join(page_texts(make_document(self.office, name, **asked))).split())

    @contextmanager
    def acting_as(self, role: str) -> Iterator[None]:
        manager = self.office.actor
        self.office.actor = replace(manager, role=role)
        yield
        self.office.actor = manager


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("closing") / "office"
    office = make_office(folder, FakeClock(SECOND_OF_MEHR))
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1, "registered_on": "1404/06/03"}
        fatemeh = register_household(work, home, [person_values()]).persons[0]
        add_need(work, fatemeh, noted_on="1404/06/10")
        session = {"workshop_id": add_workshop(work)["id"], "no": 1, "date": "1404/06/29"}
        add_record(work, "workshop_session", session)
    office.close()
    return folder


@pytest.fixture
def closing(made_once: Path, tmp_path: Path) -> Iterator[Closing]:
    made = Closing(Path(shutil.copytree(made_once, tmp_path / "office")))
    yield made
    made.office.close()


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def test_a_month_with_an_unmarked_session_and_a_torn_need_is_not_signed_and_each_is_named(closing: Closing) -> None:
    closing.mark()
    with closing.office.write() as work:
        held = {"workshop_id": closing.workshop["id"], "no": 2, "date": "1404/06/30", "held": True}
        unmarked = add_record(work, "workshop_session", held)
        unsettled = add_record(work, "workshop_session", {**held, "no": 3, "date": "1404/06/31", "held": None})
        imported = {**work.get("need", closing.need["id"]), "id": None, "status": "met"}  # type: ignore[dict-item]
        torn = work.add_many("need", [{**imported, "need_no": ""}])[0]
        work.add("expense", _expense_over(work))
    with closing.office.read() as rows:
        standing = [(one.problem.code, one.kind, one.record_id) for one in blockers(rows, SHAHRIVAR)]
    assert standing[:3] == [
        ("session_unmarked", "workshop_session", unmarked["id"]),
        ("session_unsettled", "workshop_session", unsettled["id"]),
        ("need_history_torn", "need", torn["id"]),
    ]
    assert [(code, kind) for code, kind, _ in standing[3:]] == [("credit_overspent", "credit")]
    with pytest.raises(RefusedError) as refused:
        closing.sign()
    assert sorted(codes(refused)) == sorted(code for code, _, _ in standing)
    with closing.office.write() as work:
        delete_record(work, "need", torn["id"])
        change_record(work, "workshop_session", unsettled["id"], {"held": False})
        record_attendance(work, unmarked["id"], {closing.fatemeh["id"]: "present"})
        for expense in work.find("expense"):
            delete_record(work, "expense", expense["id"])
    assert closing.sign()["status"] == "signed"


def test_the_next_report_tells_the_sums_that_were_signed_and_how_they_changed(closing: Closing) -> None:
    closing.mark()
    closing.sign()
    closing.clock.at = SECOND_OF_ABAN
    with closing.office.write() as work:
        for day in ("10", "11"):
            add_need(work, closing.fatemeh, noted_on=f"1404/07/{day}")
    text = closing.text(month=MEHR)
    needs = text[text.index("گردش نیازها") : text.index("موازنه")]
    assert "جمع ۱ ۲ ۰ ۰ ۰ ۰ ۳" in needs
    assert "ماه پیش ۰ ۱ ۰ ۰ ۰ ۰ ۱" in needs
    assert "+۲" in needs
    outside = closing.text(month=MEHR, copy="shared")
    needs = outside[outside.index("گردش نیازها") : outside.index("موازنه")]
    assert "جمع پوشیده کمتر از ۵ ۰ ۰ ۰ ۰ کمتر از ۵" in needs
    assert "ماه پیش ۰ کمتر از ۵ ۰ ۰ ۰ ۰ کمتر از ۵" in needs
    assert "+" not in needs


def test_months_beside_each_other_are_told_as_signed_whatever_came_later_and_no_more_than_their_copies_tell(
    closing: Closing,
) -> None:
    closing.mark()
    closing.sign()
    with closing.office.write() as work:
        add_need(work, closing.fatemeh, noted_on="1404/06/20")  # too late for what was signed
    closing.clock.at = SECOND_OF_ABAN
    with closing.office.write() as work:
        for day in ("10", "11"):
            add_need(work, closing.fatemeh, noted_on=f"1404/07/{day}")
    text = closing.text("month_comparison", month=MEHR)
    assert "شهریور ۱۴۰۴ (امضاشده) و مهر ۱۴۰۴ (پیش‌نویس)" in text
    assert "نیازهای تازه شمار ۱ — ۲ — +۱ +۱۰۰٫۰٪" in text
    assert closing.text("month_comparison", month=SHAHRIVAR, against=MEHR) == text
    outside = closing.text("month_comparison", month=MEHR, copy="shared")
    assert "نیازهای تازه شمار کمتر از ۵ — کمتر از ۵ — — —" in outside
    year = closing.text("year_trend", month=MEHR)
    assert "شهریور ۱۴۰۴ امضاشده" in year
    assert "مهر ۱۴۰۴ بی‌گزارش —" in year
    assert "آبان ۱۴۰۴ پایان نیافته —" in year
    assert "دوازده ماه، از آبان ۱۴۰۳ تا مهر ۱۴۰۴" in closing.text("year_trend")
    with pytest.raises(RefusedError) as refused:
        closing.text("month_comparison", month=MEHR, against=MEHR)
    assert codes(refused) == ["same_month"]
    with closing.acting_as("instructor"), pytest.raises(RefusedError):
        closing.text("year_trend")


def _expense_over(work: UnitOfWork) -> dict[str, object]:
    given = {"title": "جاری", "source": "province", "purpose": "operate", "amount_rial": 10_000_000}
    credit = add_record(work, "credit", {**given, "fiscal_year": 1404, "requested_on": "1404/05/01"})
    expense = dict.fromkeys(KINDS["expense"].fields)
    return {**expense, "credit_id": credit["id"], "date": date(2025, 9, 10), "amount_rial": 5, "category": "other"}


def test_a_month_is_closed_returned_and_closed_again_and_late_entries_come_in_the_next(closing: Closing) -> None:
    """Scenario 18."""
    closing.mark()
    first = closing.sign()
    printed = closing.text(month=SHAHRIVAR)
    assert "امضاشده" in printed
    assert closing.step(first, "sent", sent_via="usb")["sent_at"] == SECOND_OF_MEHR
    with closing.acting_as("province_officer"):
        reason = {"section": "participation", "reason": "دو نشست، سه صورتجلسه"}
        back = closing.step(first, "returned", return_reason=NUMBERS_DIFFER, return_reasons=[reason])
    assert (back["return_reason"], back["return_reasons"], back["decision_by"]) == (
        NUMBERS_DIFFER,
        [reason],
        "حمید یزدان‌پناه",
    )

    closing.clock.pass_time(days=4)
    second = closing.sign()
    assert (second["version"], second["jmonth"]) == (2, SHAHRIVAR)
    closing.step(second, "sent", sent_via="network")
    closing.clock.pass_time(days=1)
    closing.step(second, "accepted", decision_no="۱۲/۳۴۵")
    with closing.office.read() as rows:
        kept = report_of(rows, SHAHRIVAR, version=1)
        assert kept is not None
        assert kept["content_hash"] == first["content_hash"]
    assert closing.text(record_id=first["id"]) == printed

    closing.clock.at = EIGHTH_OF_MEHR
    accepted = closing.text(month=SHAHRIVAR)
    with closing.office.write() as work:
        late = add_need(work, closing.fatemeh, noted_on="1404/06/30", subject="کلاس جبرانی")
        made = make_report(work, MEHR)
    assert closing.text(month=SHAHRIVAR) == accepted
    with closing.office.read() as rows:
        assert indicators(rows, MEHR)["I-06"].previous == 1
        assert indicators(rows, SHAHRIVAR)["I-06"].value == 2
    closing.clock.at = SECOND_OF_ABAN
    signed = closing.sign(MEHR)
    assert signed["id"] == made["id"]
    told = signed["snapshot_json"]["report"]["corrections"]
    assert {(row["month"], row["what"], row["added"]) for row in told["late"]} == {(SHAHRIVAR, "نیازها", 1)}
    changed = {row["code"]: (row["told"], row["now"]) for row in told["revised"]}
    assert changed["I-06"] == (1, 2)
    assert late["id"] not in json.dumps(signed["snapshot_json"])
    with closing.office.write() as work:
        again = make_report(work, ABAN)
    with closing.office.read() as rows:
        assert corrections(rows, again["jmonth"]) == corrections(rows, "1404-05")  # told once


def test_a_signed_report_prints_the_same_and_verifies_after_renames_and_an_erasure(closing: Closing) -> None:
    """The report's part of scenario 20."""
    closing.mark()
    with closing.office.write() as work:
        draft = make_report(work, SHAHRIVAR)
        write_text(
            work, draft["id"], "summary", "ثبت خانوارها با همراهی معتمدان پیش رفت.\nنشستی با آب و فاضلاب برگزار شد."
        )
        write_note(work, draft["id"], "I-14", "یک جلسه به ماه بعد افتاد.")
    report = closing.sign()
    printed = closing.text(month=SHAHRIVAR)
    closing.clock.pass_time(days=3)
    with closing.office.write() as work:
        change_record(work, "neighborhood", neighborhood(work), {"name": "گلستان نو"})
        change_record(work, "office", work.find("office")[0]["id"], {"title_fa": "دفتر دیگر"})
        change_record(work, "workshop", closing.workshop["id"], {"title": "کارگاهی دیگر"})
    with closing.office.read() as rows:
        before = counted(rows)
    erase_person(closing.office, closing.fatemeh["id"], "درخواست خودش")
    assert closing.text(month=SHAHRIVAR) == printed
    with closing.office.read() as rows:
        kept = rows.get("monthly_report", report["id"])
        assert kept is not None
        assert [(proof.check, proof.ok) for proof in verify(rows, kept)] == [
            ("content", True), ("indicators", True), ("log", True),
        ]  # fmt: skip
        assert counted(rows) == before


def counted(rows: Rows) -> dict[str, float | None]:
    """The figures of the month as it is counted now, but for how well its people are known."""
    return {code: one.value for code, one in indicators(rows, SHAHRIVAR).items() if code != "I-04"}


def test_whatever_of_a_signed_report_is_altered_no_longer_verifies(closing: Closing) -> None:
    closing.mark()
    report = closing.sign()
    with closing.office.write() as work:
        snapshot = json.loads(json.dumps(report["snapshot_json"]))
        snapshot["indicators"]["I-14"]["value"] = 99
        value = work.find("indicator_value", report_id=report["id"], code="I-14")[0]
        work.change("indicator_value", value["id"], {"value": 99})
        work.change("monthly_report", report["id"], {"snapshot_json": snapshot})
    with closing.office.read() as rows:
        kept = rows.get("monthly_report", report["id"])
        assert kept is not None
        assert [proof.ok for proof in verify(rows, kept)] == [False, True, True]


def test_a_signature_is_not_undone_nor_the_report_changed_or_taken_away(closing: Closing) -> None:
    closing.mark()
    report = closing.sign()
    signature = _last_tx(closing.office)
    for deed, code in (
        (lambda work: undo(work, signature), "undo_settled"),
        (lambda work: delete_record(work, "monthly_report", report["id"]), "record_stays"),
        (lambda work: write_text(work, report["id"], "summary", "دیگر"), "report_signed"),
        (lambda work: write_note(work, report["id"], "I-01", "دیگر"), "report_signed"),
        (lambda work: add_record(work, "monthly_report", {"jmonth": SHAHRIVAR}), "report_exists"),
        (lambda work: change_record(work, "monthly_report", report["id"], {"content_hash": "0"}), "read_only"),
    ):
        with pytest.raises(RefusedError) as refused, closing.office.write() as work:
            deed(work)
        assert codes(refused) == [code]


def _last_tx(office: OfficeFile) -> str:
    with office.read() as rows:
        return str(rows.query("SELECT tx FROM change_log ORDER BY seq DESC LIMIT 1")[0]["tx"])


def test_each_step_is_taken_only_by_who_may(closing: Closing) -> None:
    closing.mark()
    with closing.acting_as("facilitator"):
        with closing.office.write() as work:
            write_text(work, make_report(work, SHAHRIVAR)["id"], "requests", "نشستی با ادارهٔ برق لازم است.")
        with pytest.raises(RefusedError) as refused:
            closing.sign()
        assert codes(refused) == ["manager_only"]
    report = closing.sign()
    closing.step(report, "sent", sent_via="usb")
    with pytest.raises(RefusedError) as refused:
        closing.step(report, "accepted")
    assert codes(refused) == ["decision_no_needed"]
    with closing.acting_as("county_supervisor"), pytest.raises(RefusedError) as refused:
        closing.step(report, "accepted")
    assert codes(refused) == ["not_allowed"]


def test_nothing_is_signed_before_the_month_is_over_and_no_resident_is_named(closing: Closing) -> None:
    closing.mark()
    with pytest.raises(RefusedError) as refused:
        closing.sign(MEHR)
    assert codes(refused) == ["month_not_over"]
    with closing.office.write() as work:
        draft = make_report(work, SHAHRIVAR)
    for text, code in (("خانم فاطمه رنجبری آمد.", "resident_named"), ("تماس با 09000000011", "number_named")):
        with pytest.raises(RefusedError) as refused, closing.office.write() as work:
            write_text(work, draft["id"], "summary", text)
        assert codes(refused) == [code]
    with pytest.raises(RefusedError) as refused, closing.office.write() as work:
        write_note(work, draft["id"], "I-99", "چیزی")
    assert codes(refused) == ["unknown_figure"]
    with closing.office.write() as work:
        write_text(work, draft["id"], "summary", "خانم مینا صبوری راهنما بود.")
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
        register_household(work, home, [person_values(first_name="مینا", last_name="صبوری")])
    with pytest.raises(RefusedError) as refused:
        closing.sign()
    assert codes(refused) == ["resident_named"], "registered after the text was written"
