"""The pages in a real browser: by keyboard, on a wide screen and on a phone, light and dark."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pyotp
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from devtools.machine import browser
from province.app import make_app
from province.keys import CERTIFICATE, CERTIFICATE_KEY
from tests.province.pages.made import PASSWORD, filled_province

WIDE, PHONE = ViewportSize(width=1366, height=768), ViewportSize(width=390, height=844)
PATHS = (
    "/", "/offices", "/offices/1203", "/reports", "/reports/1203/1405-05", "/plans", "/plans/1203/plan-1203",
    "/credits/1203/credit-1203", "/inspections/1203/inspection-1203/edit", "/directives/new", "/lists",
    "/lists/divisions/counties", "/candidates", "/audit", "/account", "/needs", "/agencies", "/workshops", "/overlap",
    "/rollup",
)  # fmt: skip


class Place(NamedTuple):
    """A server that listens, and the state of a browser in which an officer is signed in."""

    url: str
    chromium: Browser
    state: Any


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("browser")
    program = browser()
    assert program is not None, "Chromium is needed: python3 dev.py test installs it (Debian package chromium)"
    province = filled_province(folder)
    config = uvicorn.Config(
        make_app(province, lambda: datetime.now(UTC)), port=0, log_config=None, lifespan="off",
        ssl_certfile=folder / CERTIFICATE, ssl_keyfile=folder / CERTIFICATE_KEY,
    )  # fmt: skip
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    url = f"https://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    try:
        with sync_playwright() as driver:
            chromium = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
            yield Place(url, chromium, sign_in_by_keyboard(chromium, url))
            chromium.close()
    finally:
        server.should_exit = True
        thread.join()
        province.close()


def sign_in_by_keyboard(chromium: Browser, url: str) -> Any:
    """All the way in without a mouse; the cookies of who is in then."""
    context = chromium.new_context(ignore_https_errors=True, viewport=WIDE)
    page = context.new_page()
    page.goto(f"{url}/")
    assert page.evaluate("document.activeElement.id") == "username", "one can type at once"
    page.keyboard.type("officer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".qr svg")
    page.keyboard.type(pyotp.TOTP(page.inner_text(".secret")).now())
    page.keyboard.press("Enter")
    page.wait_for_selector(".codes")
    tab_to(page, "a.button.primary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".figures")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip", "the first stop leads past the rail"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    state = context.storage_state()
    context.close()
    return state


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide", "phone"])
def test_pages_fit_their_screen_and_obey_their_own_policy(place: Place, size: ViewportSize, scheme: Any) -> None:
    context = place.chromium.new_context(
        ignore_https_errors=True, viewport=size, color_scheme=scheme, storage_state=place.state
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    wrong = []
    for path in PATHS:
        answer = page.goto(f"{place.url}{path}", wait_until="load")
        assert answer is not None
        if answer.status != 200 or page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            wrong.append((path, answer.status, page.evaluate("document.documentElement.scrollWidth")))
        unlabelled = page.evaluate(
            "[...document.querySelectorAll('input:not([type=hidden]),select,textarea')]"
            ".filter(e => !e.labels.length).map(e => e.name)"
        )
        assert unlabelled == [], path
    assert wrong == []
    assert said == []
    dark = page.evaluate("getComputedStyle(document.body).color") != "rgb(23, 33, 47)"
    assert dark == (scheme == "dark")
    assert page.evaluate("document.fonts.check('14px Vazirmatn')")
    context.close()


def test_on_a_phone_the_rail_opens_and_a_table_becomes_cards(place: Place) -> None:
    context = place.chromium.new_context(ignore_https_errors=True, viewport=PHONE, storage_state=place.state)
    page = context.new_page()
    page.goto(f"{place.url}/offices")
    assert not page.is_visible(".places")
    page.click(".menu summary")
    assert page.is_visible(".places a[href='/reports']")
    assert page.evaluate("getComputedStyle(document.querySelector('.cards tr')).display") == "block"
    assert "شهرستان" in page.evaluate(
        "getComputedStyle(document.querySelector('.cards td[data-label=شهرستان]'), '::before').content"
    )
    context.close()


def test_a_filter_renews_the_list_in_its_place_and_a_look_is_chosen(place: Place) -> None:
    context = place.chromium.new_context(ignore_https_errors=True, viewport=WIDE, storage_state=place.state)
    page = context.new_page()
    page.goto(f"{place.url}/offices")
    page.evaluate("window.stayed = true")
    page.select_option("#county", "0505")
    page.wait_for_selector("#list tbody tr:nth-child(2)", state="detached")
    assert "county=0505" in page.url
    assert page.evaluate("window.stayed"), "the page itself was not loaded anew"
    page.click(".look button")
    page.wait_for_selector("html[data-look=dark]")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--bg').trim()") == "#0f171c"
    context.close()
