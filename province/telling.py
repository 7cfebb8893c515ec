"""Around every request: its safe headers, one line and one count; where it broke, and an answer all the same.

Written for ASGI itself: a middleware of functions makes two tasks and two streams for each request.
"""

from __future__ import annotations

import logging
import time
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desktop.sync import wire
from province.logs import tell
from province.metrics import Metrics
from province.pages.headers import HEADERS

HUNG_UP = 499
"""What is counted where the caller was gone before the answer; no caller ever sees it."""


class Telling:
    """The outermost of the application."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Whatever is not HTTP goes on as it came."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.monotonic(), 0
        request = Request(scope)

        async def safely(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, safely)
        except ClientDisconnect:
            status = status or HUNG_UP
        except Exception:  # noqa: BLE001  the last net of a request: its caller is told to come again
            tell("request broke", level=logging.ERROR, failed=True, method=request.method, route=request.url.path)
            if not status:
                await broken(request.url.path)(scope, receive, safely)
        took = time.monotonic() - begun
        self._metrics.count(request.method, getattr(scope.get("route"), "path", ""), status, took)
        event = "hung up" if status == HUNG_UP else "request"
        tell(event, method=request.method, route=request.url.path, status=status, ms=round(took * 1000))


def broken(path: str) -> Response:
    """What broke, told to a laptop as a code and to a person as a sentence; no template is asked any more."""
    if path.startswith("/sync/"):
        return Response(wire.error_message("busy"), HTTPStatus.INTERNAL_SERVER_ERROR, media_type="application/json")
    told = "این صفحه ساخته نشد. کمی بعد دوباره بیایید؛ چیزی گم نشده است."
    page = f'<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>تسهیلگر استان</title><p>{told}</p>'
    return HTMLResponse(page, HTTPStatus.INTERNAL_SERVER_ERROR)
