"""What strangers are told: strict headers, forms of our own only, nothing for garbage, and no name in a log."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.sync import wire
from desktop.sync.bundle.keys import DeviceKeys
from desktop.sync.wire import Caller
from province.app import make_app
from province.logs import LOG, JsonLines
from province.pages.headers import HEADERS, POLICY
from province.pages.routing import PAGES
from province.setup import Province
from tests.fakes import FakeClock
from tests.province.made import AT
from tests.province.pages.made import PASSWORD, filled_province
from tests.province.pages.visitor import Visitor

Browser = Callable[[], Visitor]
POSTS = sorted(page.path for page in PAGES if page.method == "POST")


@pytest.fixture(scope="module")
def officer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """Somebody who may do much, in a province that has much."""
    province = filled_province(tmp_path_factory.mktemp("safety"))
    clock = FakeClock(AT)
    visitor = Visitor(make_app(province, clock), clock)
    visitor.sign_in("officer")
    visitor.get("/account")
    yield visitor
    province.close()


def test_every_answer_has_the_strict_headers(officer: Visitor) -> None:
    for path in ("/", "/sign-in", "/nowhere", "/reports/1203/1405-05", "/health", "/openapi.json", "/static/x/y"):
        seen = officer.get(path, follow=False)
        assert {name: seen.headers.get(name) for name in HEADERS} == dict(HEADERS), path
    assert "unsafe" not in POLICY
    assert "*" not in POLICY


def test_no_page_has_a_script_a_style_or_a_handler_in_it(officer: Visitor) -> None:
    for path in ("/", "/sign-in", "/reports", "/reports/1203/1405-05", "/plans/1203/plan-1203", "/audit", "/account"):
        text = officer.get(path).text
        assert re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", text) is None, path
        outside = re.findall(r'(?:src|href|action)="(https?:|//)', text)
        assert outside == [], path


@pytest.mark.parametrize("path", POSTS)
def test_a_form_without_our_token_does_nothing(officer: Visitor, path: str) -> None:
    here = path.format(code="1203", month="1405-05", device="laptop-a", id="plan-1203", account="u-auditor")
    for token in ("", "0" * 64):
        assert officer.post(here, csrf=token, follow=False).status in (403, 303)
    before = officer.cookies.copy()
    body = f"csrf={officer.csrf}".encode()
    headers = {
        "content-type": "application/x-www-form-urlencoded", "content-length": str(len(body)),
        "sec-fetch-site": "cross-site",
    }  # fmt: skip
    assert officer.ask("POST", here, body, headers).status in (403, 303), "from another site"
    officer.cookies = before


def test_a_token_of_one_visitor_is_nothing_to_another(browser: Browser) -> None:
    one, other = browser(), browser()
    one.get("/sign-in")
    other.get("/sign-in")
    assert one.post("/sign-in", csrf=other.csrf, username="officer", password=PASSWORD).status == 403


def test_forms_that_are_too_long_of_no_length_or_of_another_kind_are_not_read(officer: Visitor) -> None:
    plain = "application/x-www-form-urlencoded"
    for headers, status in (
        ({"content-type": plain}, 411),
        ({"content-type": plain, "content-length": "99999999"}, 413),
        ({"content-type": plain, "content-length": "²"}, 411),
        ({"content-type": "application/json", "content-length": "2"}, 415),
        ({"content-type": "multipart/form-data; boundary=x", "content-length": "2"}, 415),
    ):
        assert officer.ask("POST", "/look", b"{}", dict(headers)).status == status
    many = {"content-type": plain, "content-length": "2000"}
    assert officer.ask("POST", "/look", b"a=1&" * 500, many).status == 400


_GARBAGE = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    [
        "'; DROP TABLE audit; --",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "%00",
        "\0",
        "1405-13",
        "-1",
        "9" * 40,
        "۱۴۰۵/۱۳",
    ]
)
_SIGNED = wire.sign_request(DeviceKeys.generate().signing_key, Caller("office-1", "laptop-a"), "POST", "/", b"", "")
_OPEN_FIELDS = ["title", "kind", "target", "on", "amount_rial", "section.needs", "findings.0.item"]
_GETS = sorted((page for page in PAGES if page.method == "GET"), key=lambda page: page.path)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(at=st.integers(0, len(_GETS) - 1), given=st.lists(_GARBAGE, min_size=6, max_size=6))
def test_no_address_and_no_query_breaks_a_page(officer: Visitor, at: int, given: list[str]) -> None:
    page = _GETS[at]
    path = re.sub(r"\{(\w+)\}", lambda _found: quote(given[0] or "x", safe=""), page.path)
    query = "&".join(f"{one.name}={quote(value)}" for one, value in zip(page.of("query"), given[1:], strict=False))
    seen = officer.get(f"{path}?{query}", follow=False)
    assert seen.status < 500, (path, query)
    assert "<script>alert" not in seen.text
    if page.needs != "half":
        assert seen.status in (200, 303, 403, 404, 422)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    at=st.integers(0, len(POSTS) - 1), values=st.lists(_GARBAGE, min_size=8, max_size=8),
    more=st.dictionaries(st.sampled_from(_OPEN_FIELDS), _GARBAGE),
)  # fmt: skip
def test_no_form_breaks_a_page(officer: Visitor, at: int, values: list[str], more: dict[str, str]) -> None:
    page = next(one for one in PAGES if (one.method, one.path) == ("POST", POSTS[at]))
    if page.path in ("/sign-out", "/account/sign-out-everywhere", "/account/password", "/sign-in"):
        return
    here = page.path.format(code="1203", month="1405-05", device="laptop-a", id="plan-1203", account="u-auditor")
    form: dict[str, Any] = dict(zip((one.name for one in page.of("form")), values, strict=False)) | more
    seen = officer.post(here, follow=False, **form)
    assert seen.status < 500, (here, form, seen.told[-300:])
    officer.get("/account")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    path=st.sampled_from([wire.HELLO, wire.SEGMENTS, wire.PULL, wire.JOIN]), body=st.binary(max_size=200),
    headers=st.dictionaries(st.sampled_from(sorted(_SIGNED)), st.text(st.characters(codec="ascii"), max_size=60)),
)  # fmt: skip
def test_no_bytes_break_a_route_of_laptops(officer: Visitor, path: str, body: bytes, headers: dict[str, str]) -> None:
    told = {name: re.sub(r"[^ -~]", "", value) for name, value in headers.items()}
    seen = Visitor(officer.app, officer.clock).ask("POST", path, body, told)
    assert 400 <= seen.status < 500
    assert json.loads(seen.body)["code"] in wire.STATUS


def test_what_people_typed_is_shown_as_text_and_never_as_a_tag(browser: Browser) -> None:
    visitor = browser()
    visitor.get("/sign-in")
    seen = visitor.post("/sign-in", username='"><img src=x onerror=alert(1)>', password="x")
    assert "<img src=x" not in seen.text
    assert "&#34;&gt;&lt;img" in seen.text or "خوانده نشد" in seen.told


def test_a_secret_stands_in_no_address_and_no_log(browser: Browser, province: Province) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    try:
        visitor = browser()
        visitor.sign_in("officer")
        visitor.get("/reports")
        visitor.get("/accounts")
    finally:
        LOG.removeHandler(handler)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(lines) > 4
    told = stream.getvalue()
    for secret in (PASSWORD, visitor.secret, visitor.csrf, visitor.cookies["__Host-tashilgar"], "officer", "192.0.2.1"):
        assert secret not in told
    assert all("?" not in line.get("route", "") for line in lines)


def test_the_description_tells_every_route_with_its_permission(officer: Visitor) -> None:
    told = json.loads(officer.get("/openapi.json").body)
    known = {(method.upper(), path) for path, methods in told["paths"].items() for method in methods}
    assert {(page.method, page.path) for page in PAGES} <= known
    assert ("POST", "/sync/v1/hello") in known
    page = told["paths"]["/reports/{code}/{month}/return"]["post"]
    assert (page["x-permission"], page["x-roles"]) == ("decide_reports", ["province_director", "province_officer"])
    assert "csrf" in page["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]["required"]


def test_static_files_are_kept_for_good_and_others_are_none(officer: Visitor) -> None:
    (path,) = set(re.findall(r'href="(/static/[^"]+/pages\.css)"', officer.get("/").text))
    seen = officer.ask("GET", path)
    assert (seen.status, "immutable" in seen.headers["cache-control"]) == (200, True)
    zipped = officer.ask("GET", path, headers={"accept-encoding": "gzip"})
    assert (zipped.headers["content-encoding"], len(zipped.body) < len(seen.body)) == ("gzip", True)
    for wrong in ("/static/0/pages.css", path + ".map", "/static/x/../../settings.py", "/static/x/province.toml"):
        assert officer.ask("GET", wrong).status == 404
