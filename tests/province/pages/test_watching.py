"""What watchers may read: that the server is well, and counts without a name."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from starlette.types import Message

from desktop.domain.problems import RefusedError
from province.app import make_app
from province.logs import start_logging
from province.setup import Province
from tests.fakes import FakeClock
from tests.province.pages.visitor import Visitor


def test_counts_are_by_declared_route_and_tell_of_nobody(browser: Callable[[], Visitor]) -> None:
    visitor = browser()
    visitor.sign_in("officer")
    visitor.get("/offices/1203")
    visitor.get("/nowhere/secret-name")
    assert visitor.get("/metrics").status == 403, "not from elsewhere"
    visitor.address = "127.0.0.1"
    told = visitor.get("/metrics").text
    assert 'tashilgar_requests_total{method="GET",route="/offices/{code}",status="200"} 1.0' in told
    assert "tashilgar_offices 1.0" in told
    assert "tashilgar_sessions 1.0" in told
    for name in ("1203", "officer", "secret-name", "نوری"):
        assert name not in told


def test_a_token_opens_them_from_elsewhere_and_a_weak_one_stops_the_start(
    province: Province, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TASHILGAR_PROVINCE_METRICS_TOKEN", "a-token-of-watchers")
    visitor = Visitor(make_app(province, clock), clock)
    assert visitor.get("/metrics", authorization="Bearer a-token-of-watchers").status == 200
    for wrong in ("Bearer other", "a-token-of-watchers", ""):
        assert visitor.get("/metrics", authorization=wrong).status == 403
    monkeypatch.setenv("TASHILGAR_PROVINCE_METRICS_TOKEN", "changeme")
    with pytest.raises(RefusedError):
        make_app(province, clock)


def test_a_caller_who_hangs_up_breaks_nothing(province: Province, clock: FakeClock) -> None:
    stream = StringIO()
    start_logging(stream)
    app, answers = make_app(province, clock), list[Message]()
    scope: dict[str, Any] = {
        "type": "http", "method": "POST", "path": "/sync/v1/join", "query_string": b"", "headers": [],
        "client": None, "scheme": "https", "server": ("here", 443), "root_path": "", "http_version": "1.1",
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        answers.append(message)

    asyncio.run(app(scope, receive, send))
    (line,) = map(json.loads, stream.getvalue().splitlines())
    assert (line["level"], line["event"], line["status"], answers) == ("info", "hung up", 499, [])


def test_health_tells_whether_the_database_answers(browser: Callable[[], Visitor], province: Province) -> None:
    assert browser().get("/health").body == b'{"ok":true}'
