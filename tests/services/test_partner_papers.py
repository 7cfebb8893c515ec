"""Papers of place, partners, money and oversight as they come out of an office: scenarios 12 to 17 of the domain."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.photos import add_photo
from desktop.services.printing import make_document
from desktop.services.records import add_record, change_record, step_record
from desktop.services.registration import register_household
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import PASSWORD, USER, add_need, add_person, agency, make_office, neighborhood, person_values
from tests.fakes import FakeClock
from tests.reports.pdf_reading import page_texts
from tests.services.test_photos import agreeing, picture

NOW = datetime(2025, 9, 25, 6, 30, tzinfo=UTC)  # 3 Mehr 1404
SHAHRIVAR = "1404-06"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    make_office(tmp_path / "office", FakeClock(NOW)).close()
    made = open_office(OfficeFolder(tmp_path / "office"), USER, PASSWORD, clock=FakeClock(NOW))
    yield made
    made.close()


@contextmanager
def acting_as(office: OfficeFile, role: str) -> Iterator[OfficeFile]:
    """The same office in the hands of somebody of another role."""
    manager = office.actor
    office.actor = replace(manager, role=role)
    yield office
    office.actor = manager


def text_of(office: OfficeFile, name: str, record_id: str = "", **asked: str) -> str:
    return " ".join("\n".join(page_texts(make_document(office, name, record_id=record_id, **asked))).split())


def ngo(work: UnitOfWork) -> str:
    values = {"name_fa": "آوای آبگرم", "kind": "ngo", "license_no": "۱۱۸", "license_expiry": "1405/02/31"}
    return str(add_record(work, "organization", values)["id"])


def resident(office: OfficeFile) -> Row:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1, "registered_on": "1404/05/01"}
        return register_household(work, home, [person_values()]).persons[0]


def work_of(work: UnitOfWork, household: str, status: str, **more: str) -> None:
    """Somebody of a household, with what they do."""
    person = add_person(work, work.get("household", household), relation_to_head="sibling", birth_date="1360")
    change_record(work, "person", person["id"], {"activity_status": status, **more})


def test_the_profile_has_before_and_after_the_gap_and_the_colours_without_anybody(office: OfficeFile) -> None:
    fatemeh = resident(office)
    with office.write() as work:
        place = neighborhood(work)
        at = {"neighborhood_id": place}
        change_record(work, "neighborhood", place, {"boundary_text": "از شمال به مسیل", "area_hectare": 62.5})
        add_record(work, "neighborhood_population", {**at, "year": 1400, "population": 9850, "source": "health_house"})
        for year, value in ((1402, 2.9), (1404, 3.25)):
            level = {"kind": "green_space", "year": year, "value": value, "standard_value": 8, "source": "شهرداری"}
            add_record(work, "service_level", {**at, **level})
        for day in range(1, 4):
            seen = {"harm_type": "addiction", "severity": "yellow", "evidence": "field_observation"}
            add_record(work, "harm_observation", {**at, **seen, "observed_on": f"1404/06/0{day}"})
        service = {"service": "سوییت همراهان بیماران", "capacity": 3, "unit": "سوییت"}
        add_record(
            work,
            "facility",
            {**at, "name": "خیریهٔ مهر", "type": "charity_center", "services": [service], "jobs_count": 8},
        )
        for subject in ("عینک", "بازگشت به مدرسه", "بیمه"):
            add_need(work, fatemeh, subject=subject, field="health", noted_on="1404/06/02")
        change_record(work, "neighborhood", place, {"city_name": "کرمان"})
        city = {"city_name": "کرمان", "year": 1395, "population": 537718}
        add_record(work, "city_population", city)
        survey = {"year": 1403, "respondents": 82, "quality_of_life": 2.9, "trust": 3.4}
        add_record(work, "neighborhood_survey", {**at, **survey})
        for _ in range(6):
            work_of(work, fatemeh["household_id"], "unemployed_not_seeking", not_seeking_reason="no_childcare")
        work_of(work, fatemeh["household_id"], "employed")
        owner = {"owner_kind": "neighborhood", "owner_id": place}
        agreed: dict[str, object] = {"people": [agreeing(work)], "has_faces": True, "faces_agreed": True}
        faces = {"kind": "people_photo", **agreed}
        add_photo(work, owner, picture((90, 60)), {"kind": "place_photo", "has_faces": False, "caption": "مسیل شمالی"})
        add_photo(work, owner, picture((70, 70)), {**faces, "caption": "اهالی در مسجد"})
        centre = {"owner_kind": "facility", "owner_id": work.find("facility")[0]["id"]}
        add_photo(work, centre, picture((80, 50)), {"kind": "place_photo", "has_faces": False})
    pdf = make_document(office, "neighborhood_profile", record_id=place)
    printed = [image.image for page in PdfReader(BytesIO(pdf)).pages for image in page.images]
    assert {one.size for one in printed if one} == {(90, 60), (80, 50)}
    text = text_of(office, "neighborhood_profile", place)
    for words in (
        "۱٫۸٪", "۵۳۷٬۷۱۸ نفر شهر کرمان", "بیکار غیرجویا", "کمتر از ۵", "کیفیت زندگی", "۲٫۹", "۸۲",
        "مسیل شمالی",
    ):  # fmt: skip
        assert words in text, words
    assert "اهالی در مسجد" not in text
    for words in (
        "گلستان‌آباد", "از شمال به مسیل", "۹٬۸۵۰", "خانه بهداشت", "۲٫۹ (۱۴۰۲)", "۳٫۲۵ (۱۴۰۴)", "۴٫۷۵", "اعتیاد",
        "کمتر از ۱۰",
        "سوییت همراهان بیماران (۳ سوییت)", "بهداشت و درمان", "پوشیده",
    ):  # fmt: skip
        assert words in text, words
    assert fatemeh["last_name"] not in text


def test_minutes_name_attendees_only_inside_and_never_a_resident_outside(office: OfficeFile) -> None:
    fatemeh = resident(office)
    name = f"{fatemeh['first_name']} {fatemeh['last_name']}"
    with office.write() as work:
        need = add_need(work, fatemeh, subject="خاموشی چراغ‌های معبر", noted_on="1404/06/10")
        meeting = add_record(
            work,
            "meeting",
            {
                "type": "coordination", "subject": "روشنایی معابر", "date": "1404/06/22", "start": "09:00",
                "end": "11:30",
                "place": "فرمانداری کرمان", "agenda": "چراغ‌های معبر\nبازماندگان از تحصیل", "chair": "کارشناس استانداری",
                "summary": f"دربارهٔ خانهٔ {name} گفت‌وگو شد.",
                "attendees": [
                    {"name": "لیلا شفیعی", "post": "کارشناس استانداری"}, {"post": "نماینده", "org_id": agency(work)},
                ],
            },
        )  # fmt: skip
        promise = {
            "meeting_id": meeting["id"],
            "text": "روشن‌شدن چراغ‌ها",
            "owner_org_id": agency(work),
            "need_id": need["id"],
        }
        add_record(work, "resolution", {**promise, "due_on": "1404/07/05"})
        add_record(work, "resolution", {**promise, "text": "گزارش کار", "due_on": "1404/07/01", "need_id": None})
        told = {"text": "پیگیری شفیعی، لیلا از استانداری", "due_on": "1404/07/09", "need_id": None}
        add_record(work, "resolution", {**promise, **told})
    inside = text_of(office, "meeting_minutes", meeting["id"])
    outside = text_of(office, "meeting_minutes", meeting["id"], copy="shared")
    for words in ("لیلا شفیعی", "شفیعی، لیلا", "حمید یزدان‌پناه", name):
        assert words in inside, words
        assert words not in outside, words
    for words in ("۰۹:۰۰ تا ۱۱:۳۰", "بازماندگان از تحصیل", "آموزش و پرورش", "۱۴۰۴/۰۷/۰۵", "گذشته از مهلت", "نماینده"):
        assert words in inside, words
        assert words in outside, words


def test_a_memorandum_counts_its_days_and_what_was_promised(office: OfficeFile) -> None:
    with office.write() as work:
        centre = agency(work, "tvto")
        sides = [{"name": "دفتر مهرآوران"}, {"org_id": centre}]
        values = {
            "title": "آموزش خیاطی",
            "parties": sides,
            "signed_on": "1404/05/10",
            "start": "1404/05/10",
            "end": "1404/12/29",
        }
        mou = add_record(work, "mou", {**values, "subject_fields": ["education"]})
        step_record(work, "mou", mou["id"], "active", {})
        add_record(work, "mou_commitment", {"mou_id": mou["id"], "text": "مکان دوره", "due_on": "1404/06/25"})
        teach = {"text": "مربی و آزمون", "party_org_id": centre, "quantity": 2, "quantity_unit": "دوره"}
        add_record(work, "mou_commitment", {"mou_id": mou["id"], **teach})
    text = text_of(office, "mou_follow_up", mou["id"])
    for words in ("آموزش خیاطی", "جاری", "مربی و آزمون", "۲ دوره", "۹ روز گذشته", "۱۴۰۴/۱۲/۲۹", "۱۷۶ روز"):
        assert words in text, words


def test_credits_in_three_units_are_one_sum_in_the_money_of_the_office(office: OfficeFile) -> None:
    with office.write() as work:
        for amount, source in (
            ("۲ میلیارد تومان", "ministry"),
            ("۵۳ میلیارد ریال", "province"),
            ("۱٬۲۰۰٬۰۰۰ ریال جدید", "province"),
        ):
            credit = add_record(
                work, "credit", {"title": "اعتبار", "source": source, "purpose": "establish", "amount_rial": amount}
            )
            step_record(work, "credit", credit["id"], "approved", {})
        step_record(work, "credit", credit["id"], "allocated", {})
        step_record(work, "credit", credit["id"], "received", {})
        spent = {"credit_id": credit["id"], "date": "1404/07/01", "amount_rial": "۲۵ میلیون ریال", "category": "event"}
        add_record(work, "expense", spent)
    text = text_of(office, "credit_statement")
    for words in ("۸۵٬۰۰۰", "دریافت‌شده (میلیون ریال)", "وزارت کشور", "۱۱٬۹۷۵", "رویداد"):
        assert words in text, words
    with office.write() as work:
        own = work.find("office")[0]["id"]
        change_record(work, "office", own, {"display_currency": "rial_new"})
    text = text_of(office, "credit_statement")
    for words in ("۸٬۵۰۰٬۰۰۰", "دریافت‌شده (ریال جدید)", "۱٬۱۹۷٬۵۰۰"):
        assert words in text, words
    assert "میلیون" not in text


def test_a_statement_of_a_past_month_knows_nothing_of_later_days(office: OfficeFile) -> None:
    with office.write() as work:
        values = {"title": "اعتبار", "source": "ministry", "purpose": "operate", "amount_rial": "۹۰ میلیون ریال"}
        credit = add_record(work, "credit", {**values, "requested_on": "1404/02/01"})
        for state in ("approved", "allocated", "received"):
            step_record(work, "credit", credit["id"], state, {"on": "1404/02/10"})
        for day, amount in (("1404/03/01", "۳۰ میلیون ریال"), ("1404/07/02", "۲۰ میلیون ریال")):
            add_record(
                work, "expense", {"credit_id": credit["id"], "date": day, "amount_rial": amount, "category": "rent"}
            )
    then, now = text_of(office, "credit_statement", month="1404-04"), text_of(office, "credit_statement")
    assert "۶۰" in then.split()
    assert "۱۴۰۴/۰۷/۰۲" not in then
    assert "۴۰" in now.split()


def test_a_receipt_is_for_what_was_received_and_hides_who_wants_it(office: OfficeFile) -> None:
    with office.write() as work:
        donor = add_record(work, "donor", {"name": "رضا مهربان"})
        values = {"donor_id": donor["id"], "kind": "cash", "description": "اجارهٔ دفتر", "purpose": "running_costs"}
        donation = add_record(work, "donation", {**values, "value_rial": "۴۰ میلیون ریال"})
    with pytest.raises(RefusedError) as refused:
        make_document(office, "donation_receipt", record_id=donation["id"])
    assert refused.value.problems[0].code == "donation_not_received"
    with office.write() as work:
        step_record(work, "donation", donation["id"], "accepted", {})
        step_record(work, "donation", donation["id"], "received", {})
        step_record(work, "donation", donation["id"], "used", {"given_to": "خانوارهای کوچهٔ شقایق"})
    text = text_of(office, "donation_receipt", donation["id"])
    for words in (
        "نیکوکار",
        "۴۰٬۰۰۰٬۰۰۰ ریال",
        "چهار میلیون تومان",
        "بدون هیچ‌گونه شرط سیاسی و انتخاباتی",
        "امور جاری دفتر",
    ):
        assert words in text, words
    for hidden in ("رضا مهربان", "کوچهٔ شقایق"):
        assert hidden not in text, hidden
    with office.write() as work:
        change_record(work, "donor", donor["id"], {"wants_anonymity": False})
    assert "رضا مهربان" in text_of(office, "donation_receipt", donation["id"])


def test_the_sheet_of_a_plan_has_its_deadline_and_every_extension(office: OfficeFile) -> None:
    with office.write() as work:
        supervisor, chief = agency(work, "governorate"), agency(work, "province_social")
        values = {"title": "ورزش همگانی", "ngo_org_id": ngo(work), "area": "sport", "requested_rial": "۱۲۰ میلیون ریال"}
        plan = add_record(
            work, "ngo_plan", {**values, "supervisor_org_id": supervisor, "chief_supervisor_org_id": chief}
        )
        approved = {"approved_on": "1404/05/10", "approved_rial": "۱۰۰ میلیون ریال", "approval_no": "۱۴۰۴/۷۷"}
        step_record(work, "ngo_plan", plan["id"], "approved", approved)
        step_record(work, "ngo_plan", plan["id"], "running", {"started_on": "1404/05/15"})
    text = text_of(office, "ngo_plan_sheet", plan["id"])
    for words in ("آوای آبگرم", "۱۴۰۵/۰۲/۳۱", "۱۴۰۴/۰۸/۱۰", "۳۷", "روز مانده است", "تمدید نشده است"):
        assert words in text, words
    with acting_as(office, "province_officer"), office.write() as work:
        given = {"deadline_date": "1404/09/01", "extension_reason": "تعمیر سالن ورزشی", "on": "1404/07/03"}
        step_record(work, "ngo_plan", plan["id"], "running", given)
    text = text_of(office, "ngo_plan_sheet", plan["id"])
    for words in ("۱۴۰۴/۰۹/۰۱", "تعمیر سالن ورزشی"):
        assert words in text, words
    assert text.count("۱۴۰۴/۰۷/۰۳") >= 2  # the day of printing, and the day of the extension


def test_a_surprise_inspection_is_no_paper_before_it_was_made(office: OfficeFile) -> None:
    with acting_as(office, "province_officer"):
        with office.write() as work:
            values = {"planned_month": "1404-07", "policy_document": "health", "place_type": "care_elderly"}
            visit = add_record(
                work,
                "inspection",
                {**values, "place_text": "مرکز چشمه‌سار", "inspector_org_id": agency(work, "governorate")},
            )
        with pytest.raises(RefusedError) as early:
            make_document(office, "inspection_report", record_id=visit["id"])
    with pytest.raises(RefusedError) as unseen:
        make_document(office, "inspection_report", record_id=visit["id"])
    assert early.value.problems[0].code == "inspection_not_done"
    assert unseen.value.problems[0].code == "unknown_record"
    with acting_as(office, "province_officer"), office.write() as work:
        found = [
            {"item": "کپسول آتش‌نشانی", "result": "not_ok", "note": "گذشته از تاریخ"},
            {"item": "آشپزخانه", "result": "ok"},
        ]
        change_record(
            work, "inspection", visit["id"], {"done_on": "1404/07/02", "findings": found, "deadline": "1404/07/20"}
        )
    text = text_of(office, "inspection_report", visit["id"])
    for words in ("مرکز چشمه‌سار", "سند سلامت", "گذشته از تاریخ", "نیازمند اصلاح", "مهر ۱۴۰۴"):
        assert words in text, words


def test_who_may_not_read_a_record_gets_no_paper_of_it(office: OfficeFile) -> None:
    with office.write() as work:
        operator = add_record(work, "organization", {"name_fa": "جهاد دانشگاهی", "kind": "operator"})
        values = {"contract_no": "۱۱۸", "start_date": "1402/01/01", "end_date": "1404/06/31"}
        contract = add_record(work, "office_contract", {**values, "operator_org_id": operator["id"]})
    with acting_as(office, "facilitator"):
        for name, record in (("handover_cover", contract["id"]), ("credit_statement", "")):
            with pytest.raises(RefusedError) as refused:
                make_document(office, name, record_id=record)
            assert refused.value.problems[0].code == "not_allowed"


def test_the_handover_has_a_cover_with_counts_and_a_certificate(office: OfficeFile) -> None:
    with office.write() as work:
        operator = add_record(work, "organization", {"name_fa": "جهاد دانشگاهی", "kind": "operator"})
        values = {
            "operator_org_id": operator["id"],
            "contract_no": "۱۱۸",
            "start_date": "1402/01/01",
            "end_date": "1404/06/31",
        }
        contract = add_record(work, "office_contract", values)
    with acting_as(office, "county_supervisor"), office.write() as work:
        visit = {"planned_month": "1404-07", "policy_document": "food_security", "place_type": "سالن ورزشی"}
        add_record(
            work, "inspection", {**visit, "place_text": "سالن محله", "inspector_org_id": agency(work, "governorate")}
        )
    cover = text_of(office, "handover_cover", contract["id"])
    for words in ("جهاد دانشگاهی", "محله‌ها", "هنوز ساخته نشده"):
        assert words in cover, words
    assert "بازدیدهای سرزده" not in cover  # one that is planned is not to be known of
    assert "گواهی می‌شود جهاد دانشگاهی" in text_of(office, "destruction_certificate", contract["id"])


def test_the_monthly_report_tells_the_month_of_the_partners(office: OfficeFile) -> None:
    with office.write() as work:
        group = add_record(
            work, "local_group", {"name": "کارگروه سبز", "neighborhood_id": neighborhood(work), "kind": "working_group"}
        )
        for day, kind, more in (
            ("1404/06/05", "trustees", {"local_group_id": group["id"]}),
            ("1404/06/22", "agency", {}),
        ):
            who = [{"post": "نماینده", "org_id": agency(work)}]
            values = {
                "type": kind,
                "subject": f"جلسهٔ {day[-2:]}",
                "date": day,
                "place": "دفتر",
                "agenda": "یک",
                "attendees": who,
            }
            meeting = add_record(work, "meeting", {**values, **more})
        for text, due in (("الف", "1404/06/25"), ("ب", "1404/06/28"), ("پ", "1404/07/05")):
            values = {"meeting_id": meeting["id"], "text": text, "owner_org_id": agency(work), "due_on": due}
            made = add_record(work, "resolution", values)
            if text == "الف":
                step_record(work, "resolution", made["id"], "done", {"done_on": "1404/06/24"})
        donor = add_record(work, "donor", {"name": "ستاد نامزد"})
        offer = {"donor_id": donor["id"], "kind": "goods", "description": "۵۰۰ بستهٔ خوراکی", "purpose": "residents"}
        donation = add_record(
            work, "donation", {**offer, "offered_on": "1404/06/18", "condition_text": "نصب بنر انتخاباتی"}
        )
        step_record(work, "donation", donation["id"], "refused", {"refusal_reason": "political", "on": "1404/06/18"})
    text = text_of(office, "monthly_report", month=SHAHRIVAR)
    for words in ("۵۰٫۰٪ اجراشده", "از ۱ گروه", "معتمدان", "پیشنهاد ردشده: ۱ (جنبهٔ سیاسی)", "آموزش و پرورش"):
        assert words in text, words


def test_good_practices_go_to_others_without_anybody_named(office: OfficeFile) -> None:
    first_name, last_name = "مریم", "صبوری"
    with office.write() as work:
        at = {"neighborhood_id": neighborhood(work)}
        day = {"date_from": "1404/06/20", "place": "مسجد", "guests": ["فرماندار"], "winners": "تیم کوی مهرگان"}
        harm = {"targeted_harm": "اعتیاد"}
        for title in ("مسابقهٔ زو", f"جشن {first_name} {last_name}"):  # nobody's name as yet
            event = {"type": "sport", "title": title, "athletes": 64, "spectators": 300, "good_practice": True}
            add_record(work, "event", {**at, **day, **harm, **event})
        add_record(work, "project", {**at, "title": "نیمکت", "beneficiaries": 3, "good_practice": True})
        need = add_need(
            work, add_person(work, first_name=first_name, last_name=last_name), subject="کتاب", noted_on="1404/06/02"
        )
        change_record(work, "need", need["id"], {"solution_note": "کتاب‌های اهدایی و قفسهٔ شهرداری"})
    text = text_of(office, "good_practices")
    for words in ("مسابقهٔ زو", "۳۶۴ نفر", "نیمکت", "کتاب‌های اهدایی"):
        assert words in text, words
    assert last_name not in text
    assert "۳ نفر" not in text
