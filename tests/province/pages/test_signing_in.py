"""Who signs in: with a password and a telephone, five times wrong at the most, and out again when time is up."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from province import auditing
from province.setup import Province
from province.store.accounts import Account, add_account, change_account, set_password
from province.store.tables import ACCOUNT, WEB_SESSION
from tests.fakes import FakeClock
from tests.province.made import AT
from tests.province.pages.made import ACCOUNTS, PASSWORD
from tests.province.pages.visitor import Visitor

OFFICER = ACCOUNTS[1]
Browser = Callable[[], Visitor]


def test_the_first_time_a_telephone_is_set_up_and_then_it_is_asked(browser: Browser) -> None:
    visitor = browser()
    assert len(re.findall(r"<li>[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}</li>", visitor.sign_in("officer").text)) == 10
    assert "پیشخوان استان" in visitor.get("/").told
    visitor.post("/sign-out")
    assert visitor.get("/").path == "/sign-in"
    seen = visitor.post("/sign-in", username="OFFICER ", password=PASSWORD)
    assert "کد شش‌رقمی برنامهٔ تلفن" in seen.told
    assert visitor.get("/").path == "/second-factor", "half a sign-in opens no page"
    assert visitor.post("/second-factor", code=visitor.code()).path == "/"


def test_a_code_is_taken_once_and_a_recovery_code_too(browser: Browser, clock: FakeClock) -> None:
    visitor, other = browser(), browser()
    recovery = re.findall(r"<li>([a-z2-9-]{14})</li>", visitor.sign_in("officer").text)
    other.secret = visitor.secret
    clock.pass_time(seconds=30)
    code = visitor.code()
    for place, entered in ((visitor, "/"), (other, "/second-factor")):
        place.cookies.clear()
        place.get("/sign-in")
        place.post("/sign-in", username="officer", password=PASSWORD)
        assert place.post("/second-factor", code=code).path == entered
    assert other.post("/second-factor", code=recovery[0].upper().replace("-", " ")).path == "/"
    other.post("/sign-out")
    other.post("/sign-in", username="officer", password=PASSWORD)
    assert other.post("/second-factor", code=recovery[0]).status == 422


@pytest.mark.parametrize("username", ["officer", "nobody"])
def test_five_wrong_ones_rest_for_a_quarter_of_an_hour_whoever_it_is(
    browser: Browser, clock: FakeClock, username: str
) -> None:
    visitor = browser()
    visitor.get("/sign-in")
    for _ in range(5):
        seen = visitor.post("/sign-in", username=username, password="wrong")
        assert (seen.status, "گذرواژه درست نیست" in seen.told) == (422, True)
    locked = visitor.post("/sign-in", username=username, password=PASSWORD)
    assert (locked.status, "پانزده دقیقه" in locked.told) == (422, True)
    clock.pass_time(minutes=15)
    assert visitor.post("/sign-in", username=username, password=PASSWORD).path == (
        "/second-factor" if username == "officer" else "/sign-in"
    )


def test_wrong_codes_count_as_wrong_passwords_do(browser: Browser) -> None:
    visitor = browser()
    visitor.sign_in("officer")
    visitor.post("/sign-out")
    for _ in range(5):
        visitor.post("/sign-in", username="officer", password=PASSWORD)
        assert visitor.post("/second-factor", code="000000").status == 422
    assert "پانزده دقیقه" in visitor.post("/second-factor", code=visitor.code()).told


def test_an_address_that_tries_many_names_rests_too(browser: Browser) -> None:
    visitor, other = browser(), browser()
    other.address = "192.0.2.77"
    visitor.get("/sign-in")
    for number in range(30):
        visitor.post("/sign-in", username=f"name{number}", password="wrong")
    assert "پانزده دقیقه" in visitor.post("/sign-in", username="officer", password=PASSWORD).told
    other.get("/sign-in")
    assert other.post("/sign-in", username="officer", password=PASSWORD).path == "/second-factor"


def test_sessions_end_when_idle_when_old_and_everywhere_at_once(browser: Browser, clock: FakeClock) -> None:
    visitor, other = browser(), browser()
    visitor.sign_in("officer")
    clock.pass_time(minutes=29)
    assert visitor.get("/").path == "/"
    clock.pass_time(minutes=31)
    assert visitor.get("/").path == "/sign-in"
    visitor.sign_in("officer")
    for _ in range(12 * 3 + 1):
        clock.pass_time(minutes=20)
        last = visitor.get("/")
    assert last.path == "/sign-in"
    other.secret = visitor.secret
    visitor.sign_in("officer")
    other.sign_in("officer")
    visitor.post("/account/sign-out-everywhere")
    assert other.get("/").path == "/sign-in"


def test_ids_change_at_each_step_and_only_their_hashes_are_kept(browser: Browser, province: Province) -> None:
    visitor = browser()
    visitor.get("/sign-in")
    seen = [dict(visitor.cookies)["__Host-tashilgar"]]
    visitor.sign_in("officer")
    seen.append(visitor.cookies["__Host-tashilgar"])
    assert len(set(seen)) == 2
    with province.database.reading() as connection:
        kept = {str(value) for row in connection.execute(WEB_SESSION.select()) for value in row}
        secret = connection.execute(ACCOUNT.select().where(ACCOUNT.c.id == OFFICER.id)).one().totp_secret
    assert not kept & set(seen)
    assert visitor.secret.encode() not in secret


def test_cookies_are_for_this_server_alone(browser: Browser) -> None:
    (told,) = browser().ask("GET", "/sign-in").cookies
    assert all(part in told for part in ("__Host-tashilgar=", "HttpOnly", "Secure", "SameSite=strict", "Path=/"))


def test_a_password_of_somebody_else_s_making_is_changed_first(browser: Browser, province: Province) -> None:
    with province.database.writing() as connection:
        set_password(connection, OFFICER, PASSWORD, must_change=True)
    visitor = browser()
    visitor.sign_in("officer")
    assert visitor.get("/").path == "/account/password"
    for old, new, again, problem in (
        (PASSWORD, "another-long-word", "different", "تکرار"),
        ("wrong", "another-long-word", "another-long-word", "کنونی درست نیست"),
        (PASSWORD, "short", "short", "ضعیف"),
        (PASSWORD, PASSWORD, PASSWORD, "همان گذرواژهٔ پیشین"),
    ):
        seen = visitor.post("/account/password", old=old, password=new, again=again)
        assert (seen.status, problem in seen.told) == (422, True), problem
    seen = visitor.post("/account/password", old=PASSWORD, password="another-long-word", again="another-long-word")
    assert (seen.path, "گذرواژه تغییر کرد" in seen.told) == ("/", True)


def test_a_closed_account_is_out_at_once(browser: Browser, province: Province) -> None:
    visitor = browser()
    visitor.sign_in("officer")
    with province.database.writing() as connection:
        add_account(connection, Account("u-2", "second", "دوم", "administrator"), PASSWORD, AT)
        change_account(connection, OFFICER._replace(disabled_at=AT))
    assert visitor.get("/").path == "/sign-in"
    assert visitor.post("/sign-in", username="officer", password=PASSWORD).status == 422


def test_the_log_tells_who_came_and_no_name(browser: Browser, province: Province) -> None:
    visitor = browser()
    visitor.get("/sign-in")
    visitor.post("/sign-in", username="officer", password="wrong")
    visitor.sign_in("officer")
    with province.database.reading() as connection:
        told = auditing.lines(connection)
        assert auditing.first_broken(connection, province.keys) is None
    assert [line.deed for line in reversed(told)] == ["sign_in_failed", "second_factor_set", "signed_in"]
    assert not any("officer" in str(line) or "نوری" in str(line) for line in told if line.account_id != OFFICER.id)
