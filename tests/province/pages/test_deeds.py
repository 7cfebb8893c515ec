"""What is done on the pages: reports answered, records written and moved on, laptops decided on, accounts kept."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from province import auditing
from province.pages import spreading
from province.rollup.collect import collect
from province.setup import Province
from province.store import devices
from province.store.devices import Device
from province.store.offices import lock_office
from province.store.published import PUBLISHED
from province.store.segments import vector_of
from tests.province.made import AT, OFFICE, Laptop
from tests.province.pages.made import OTHER, fill
from tests.province.pages.visitor import Visitor

Browser = Callable[[], Visitor]
REPORT = "/reports/1203/1405-05"
NO_MONEY: dict[str, Any] = {"section.money": "اعتبارها نیامده"}


@pytest.fixture
def laptops(province: Province) -> tuple[Laptop, Laptop]:
    return fill(province)


def rows(province: Province, kind: str) -> dict[str, dict[str, object]]:
    with province.database.reading() as connection:
        return {
            f"{row['office_id']}/{row['id']}": dict(row)
            for row in connection.execute(select(PUBLISHED[kind])).mappings()
        }


def deeds(province: Province) -> list[tuple[str, str | None, str]]:
    """The log without sign-ins, oldest first; whole."""
    with province.database.reading() as connection:
        assert auditing.first_broken(connection, province.keys) is None
        lines = auditing.lines(connection, most=500)
    return [
        (one.deed, one.office_id, one.target)
        for one in reversed(lines)
        if "sign" not in one.deed and "factor" not in one.deed
    ]


def signed_in(browser: Browser, who: str) -> Visitor:
    visitor = browser()
    visitor.sign_in(who)
    visitor.get("/account")
    return visitor


def test_a_report_is_read_beside_the_month_before_and_accepted(
    browser: Browser, province: Province, laptops: tuple[Laptop, Laptop]
) -> None:
    officer = signed_in(browser, "officer")
    told = officer.get(REPORT).told
    for piece in (
        "گزارش مرداد ۱۴۰۵",
        "جمعیت ثبت‌شدهٔ فعال",
        "۴۸۰",
        "۳۰۰",
        "+۱۸۰",
        "ماه پرکاری بود.",
        "شهرداری",
        "کمتر از ۵",
    ):
        assert piece in told, piece
    seen = officer.post(f"{REPORT}/accept", decision_no="۱۲/۳")
    assert (seen.status, "گزارش پذیرفته شد" in seen.told, "۱۲/۳" in seen.told) == (200, True, True)
    assert rows(province, "monthly_report")["office-1/report-1203-1405-05"]["status"] == "accepted"
    assert "به نوشتهٔ خود دفتر" not in seen.told
    assert "به نوشتهٔ خود دفتر" in officer.get(REPORT.replace("1405-05", "1405-04")).told, "accepted by nobody here"
    assert deeds(province)[-1] == ("report_accepted", "office-1", "1405-05")
    with province.database.reading() as connection:
        assert vector_of(connection, OFFICE.id)["province-1"] == 1, "it travels back as an operation of the province"
        claimed = [[one.own_word for one in collect(connection, month).told] for month in ("1405-04", "1405-05")]
        assert claimed == [[True, True], [False]], "the roll-up tells whose word an acceptance is"


def test_a_report_is_returned_by_section_with_reasons_that_are_asked_for(
    browser: Browser, province: Province, laptops: tuple[Laptop, Laptop]
) -> None:
    officer = signed_in(browser, "officer")
    officer.get(REPORT)
    empty = officer.post(f"{REPORT}/return", **NO_MONEY)
    assert (empty.status, "اعتبارها نیامده" in empty.text) == (422, True), "what was typed is kept"
    assert rows(province, "monthly_report")["office-1/report-1203-1405-05"]["status"] == "sent"
    officer.post(f"{REPORT}/return", return_reason="کامل نیست", **NO_MONEY)
    row = rows(province, "monthly_report")["office-1/report-1203-1405-05"]
    assert (row["status"], row["return_reasons"]) == ("returned", [{"section": "money", "reason": "اعتبارها نیامده"}])
    again = officer.post(f"{REPORT}/accept")
    assert (again.status, "برگشت‌خورده" in again.told) == (422, True)


def test_a_plan_is_scored_by_both_sides_and_moved_on(
    browser: Browser, province: Province, laptops: tuple[Laptop, Laptop]
) -> None:
    plan = "/plans/1203/plan-1203"
    supervisor, officer = signed_in(browser, "supervisor"), signed_in(browser, "officer")
    supervisor.get(plan)
    assert supervisor.post(f"{plan}/score", score="۸۰").status == 200
    assert supervisor.post(f"{plan}/score", score="101").status == 422
    row = rows(province, "ngo_plan")["office-1/plan-1203"]
    assert (row["score_county"], row["score_province"]) == (80, None)
    officer.get(plan)
    told: dict[str, Any] = {"target": "evaluated", "score_county": "80", "score_province": "90", "result_positive": "1"}
    assert officer.post(f"{plan}/step", **told).status == 200
    assert rows(province, "ngo_plan")["office-1/plan-1203"]["status"] == "evaluated"
    assert "آموزش مهارت" in officer.get("/plans/support").told
    assert officer.post(f"{plan}/step", target="nowhere").status == 422
    assert officer.post(f"{plan}/step", target="funded").status == 200
    assert "آموزش مهارت" not in officer.get("/plans/support").told


def test_a_plan_is_given_more_time_with_a_reason_alone(
    browser: Browser, province: Province, laptops: tuple[Laptop, Laptop]
) -> None:
    officer = signed_in(browser, "officer")
    officer.get("/plans/1203/plan-1203")
    refused = officer.post("/plans/1203/plan-1203/step", target="running", deadline_date="1405/07/10")
    assert (refused.status, "۱۴۰۵/۰۷/۱۰" in refused.text or "1405/07/10" in refused.text) == (422, True)
    done = officer.post(
        "/plans/1203/plan-1203/step", target="running", deadline_date="1405/07/10", extension_reason="سیل"
    )
    assert done.status == 200
    (extension,) = rows(province, "ngo_plan_extension").values()
    assert extension["reason"] == "سیل"


def test_a_credit_is_approved_allocated_and_asked_anew(
    browser: Browser, province: Province, laptops: tuple[Laptop, Laptop]
) -> None:
    officer, credit = signed_in(browser, "officer"), "/credits/1203/credit-1203"
    officer.get(credit)
    assert (
        officer.post(f"{credit}/step", target="approved", amount_rial="۱٫۵ میلیارد ریال", on="1405/06/10").status == 200
    )
    assert officer.post(f"{credit}/step", target="allocated", letter_no="۱۲").status == 200
    row = rows(province, "credit")["office-1/credit-1203"]
    assert (row["status"], row["amount_rial"], row["requested_rial"]) == ("allocated", 1_500_000_000, 2_000_000_000)
    new: dict[str, Any] = {"title": "تجهیز", "source": "province", "purpose": "equip", "amount_rial": "۱۰۰ میلیون ریال"}
    officer.get("/credits/new?office=1204")
    assert officer.post("/credits/new?office=1204", **{**new, "amount_rial": "زیاد"}).status == 422
    assert officer.post("/credits/new?office=1204", **new).status == 200
    assert [row["title"] for key, row in rows(province, "credit").items() if key.startswith("office-2/")].count(
        "تجهیز"
    ) == 1


def test_a_directive_and_a_code_list_are_one_record_in_all_offices_that_have_joined(
    browser: Browser, province: Province, laptops: tuple[Laptop, Laptop], monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = signed_in(browser, "officer")
    officer.get("/directives/new")
    assert officer.post("/directives/new", title="", kind="directive").status == 422
    seen = officer.post("/directives/new", title="شیوه‌نامهٔ کارگاه‌ها", kind="directive", number="۷")
    assert (seen.status, "در ۲ دفتر" in seen.told) == (200, True)
    ids = {key.partition("/")[2] for key in rows(province, "directive")}
    assert len(ids) == 1
    (made,) = ids
    officer.get(f"/directives/all/{made}/edit")
    officer.post(f"/directives/all/{made}/edit", title="شیوه‌نامهٔ تازه", kind="directive", number="۷")
    assert {row["title"] for row in rows(province, "directive").values()} == {"شیوه‌نامهٔ تازه"}
    with monkeypatch.context() as many:  # so many offices that the first one takes all the time there is
        many.setattr(spreading, "PATIENCE", 0.0)
        officer.get(f"/directives/all/{made}/edit")
        seen = officer.post(f"/directives/all/{made}/edit", title="برای همه", kind="directive", number="۷")
        assert "نوشته می‌شود" in seen.told
        for thread in threading.enumerate():
            if thread.name == "spreading":
                thread.join()
    assert {row["title"] for row in rows(province, "directive").values()} == {"برای همه"}
    officer.get("/lists/divisions/counties/new")
    county: dict[str, Any] = {"code": "05+9", "name_fa": "شهرستان نو", "province_id": "05"}
    assert officer.post("/lists/divisions/counties/new", **county).status == 200
    assert officer.post("/lists/divisions/counties/new", **county).status == 422, "there is one with this code"
    officer.get("/lists/divisions/counties/all/05+9/edit")
    ended = officer.post("/lists/divisions/counties/all/05+9/edit", **county, valid_to="1405/06/01")
    assert (ended.status, "۱۴۰۵/۰۶/۰۱" in ended.told) == (200, True)


def test_a_laptop_is_approved_and_revoked_by_an_administrator(
    browser: Browser, province: Province, laptops: tuple[Laptop, Laptop]
) -> None:
    keys = Laptop("laptop-c").keys.card("laptop-c")
    waiting = Device(OTHER.id, "laptop-c", keys.signature_key, keys.recipient, "رایانهٔ سه", devices.PENDING)
    with province.database.writing() as connection:
        lock_office(connection, OTHER.id)
        devices.add_device(connection, waiting, AT)
    admin = signed_in(browser, "administrator")
    assert "رایانهٔ سه" in admin.get("/offices/1204").told
    assert "در انتظار" in admin.get("/offices?show=pending").told
    assert "پذیرفته شد" in admin.post("/offices/1204/devices/laptop-c/approve").told
    assert "بسته شد" in admin.post("/offices/1204/devices/laptop-c/revoke").told
    assert admin.post("/offices/1204/devices/laptop-c/revoke").status == 422
    assert admin.post("/offices/1203/devices/laptop-c/revoke").status == 404
    assert [one[0] for one in deeds(province)[-2:]] == ["device_approved", "device_revoked"]


def test_the_province_says_where_an_office_is_and_its_supervisor_follows(
    browser: Browser, laptops: tuple[Laptop, Laptop]
) -> None:
    admin, supervisor = signed_in(browser, "administrator"), signed_in(browser, "supervisor")
    assert supervisor.get("/offices/1204").status == 404
    admin.get("/offices/1204")
    assert admin.post("/offices/1204/county", county="0502").status == 200
    assert supervisor.get("/offices/1204").status == 200
    assert admin.post("/offices/1204/county", county="9999").status == 404


def test_accounts_are_added_shut_opened_and_given_another_password(browser: Browser, province: Province) -> None:
    admin = signed_in(browser, "administrator")
    admin.get("/accounts")
    cases: tuple[tuple[dict[str, Any], str], ...] = (
        ({"username": "x", "role": "auditor"}, "نام کاربری"),
        ({"username": "officer", "role": "auditor"}, "گرفته شده"),
        ({"username": "new.one", "role": "county_supervisor"}, "خالی"),
        ({"username": "new.one", "role": "king"}, "خوانده نشد"),
    )
    for wrong, problem in cases:
        seen = admin.post("/accounts", full_name="تازه", **wrong)
        assert (seen.status, problem in seen.told) == (422, True), (problem, seen.told[-600:])
    seen = admin.post("/accounts", username="new.one", full_name="ناظر تازه", role="county_supervisor", counties="0505")
    found = re.search(r"new\.one / (\S+)<", seen.text)
    assert found is not None
    other = browser()
    other.sign_in("new.one", found[1])
    assert other.get("/").path == "/account/password"
    (one,) = set(re.findall(r'href="(/accounts/[0-9a-f-]{36})"', admin.get("/accounts").text))
    admin.get(one)
    admin.post(f"{one}/disable")
    assert other.get("/").path == "/sign-in"
    assert "گشوده" in admin.post(f"{one}/enable").told
    assert admin.post(f"{one}/reset-second-factor").status == 200
    assert "new.one / " in admin.post(f"{one}/reset-password").text
    refused = admin.post("/accounts/u-administrator/disable")
    assert (refused.status, "دست‌کم یک حساب" in refused.told) == (422, True)
    assert [deed for deed, _, _ in deeds(province)] == [
        "account_added", "account_disabled", "account_enabled", "password_reset",
    ]  # fmt: skip


def test_the_log_cannot_be_changed_and_its_page_finds_a_line_that_was(browser: Browser, province: Province) -> None:
    admin = signed_in(browser, "administrator")
    assert "زنجیره درست است" in admin.get("/audit?check=1").told
    with pytest.raises(Exception, match="only grows"), province.database.writing() as connection:
        connection.exec_driver_sql("UPDATE audit SET deed = 'exported'")
    with province.database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET deed = 'exported' WHERE seq = 1")
    assert "شکسته است" in admin.get("/audit?check=1").told
