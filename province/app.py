"""The server's HTTP face: laptops say hello, send segments and fetch what they lack; people open its pages.

Processes are stateless: tokens are proven by the server's secret, everything else lies in the database.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from fastapi import Depends, FastAPI, Request, Response
from nacl.bindings import crypto_sign_BYTES
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse

from desktop import __version__
from desktop.domain.problems import UnavailableError
from desktop.sync import wire
from desktop.sync.wire import WireError
from desktop.sync.wire_contents import COMPARE, DROP, GIVE, TAKE
from province import contents, serving
from province.access import Permission
from province.logs import start_logging, tell
from province.metrics import MEDIA, Metrics, may_read
from province.pages.admission import Unguarded
from province.pages.description import SECURITY, describe_laptop_route, describe_watched
from province.pages.rendering import read_templates
from province.pages.routing import add_pages, require_declared
from province.rollup.keeping import Keeping
from province.settings import load_settings, metrics_token, passphrase
from province.setup import Province, open_province
from province.telling import Telling

Clock = Callable[[], datetime]
Answer = Callable[[Province, serving.Asked, datetime], bytes]

_JSON = "application/json"
_ROUTES: tuple[tuple[str, Answer, str], ...] = (
    (wire.HELLO, serving.hello, wire.BINARY),
    (wire.SEGMENTS, serving.take_segments, _JSON),
    (wire.PULL, serving.pull, wire.BINARY),
    (wire.JOIN, serving.join_office, _JSON),
    (COMPARE, contents.compare, _JSON),
    (TAKE, contents.fetch, wire.BINARY),
    (GIVE, contents.keep, _JSON),
    (DROP, contents.drop, _JSON),
)


def make_app(province: Province, clock: Clock = lambda: datetime.now(UTC)) -> FastAPI:
    """The application of an opened server; closes it when it ends."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        keeping = Keeping(province.settings, province.database)
        keeping.begin()
        yield
        await run_in_threadpool(keeping.end)
        province.close()

    app = FastAPI(title="تسهیلگر استان", version=__version__, lifespan=lifespan, openapi_url=None)
    signed = [Depends(Unguarded(Permission.LAPTOP))]
    for path, answer, media in _ROUTES:
        app.add_api_route(
            path, _endpoint(province, clock, answer, media), methods=["POST"], dependencies=signed,
            openapi_extra=describe_laptop_route(media, signed=path != wire.JOIN), response_class=Response,
        )  # fmt: skip
    anyone = [Depends(Unguarded(Permission.ANYONE))]
    app.add_api_route(
        "/health", _health(province), methods=["GET"], dependencies=anyone, response_class=Response,
        openapi_extra=describe_watched(_JSON, "503"),
    )  # fmt: skip
    app.add_api_route("/openapi.json", _description(app), methods=["GET"], dependencies=anyone, include_in_schema=False)
    add_pages(app, province, clock)
    metrics = Metrics(province)
    watcher = [Depends(Unguarded(Permission.WATCHER))]
    app.add_api_route(
        "/metrics", _metrics(metrics), methods=["GET"], dependencies=watcher, response_class=Response,
        openapi_extra=describe_watched("text/plain", "403", "503"),
    )  # fmt: skip
    app.add_middleware(Telling, metrics=metrics)
    require_declared(app)
    return app


def from_environment() -> FastAPI:
    """For the processes of a server with several workers; the command line has set their environment."""
    start_logging()
    return warm(make_app(open_province(load_settings(), passphrase())))


def warm(app: FastAPI) -> FastAPI:
    """Templates are read before the first reader comes, and what lives as long as the process is not collected."""
    read_templates()
    gc.collect()
    gc.freeze()  # looking through the declarations again costs a fifth
    return app


def _endpoint(province: Province, clock: Clock, answer: Answer, media: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            _require_proof(request)
            body = await _body(request, province.settings.largest_body)
            asked = serving.Asked(request.method, request.url.path, dict(request.headers), body)
            content = await run_in_threadpool(answer, province, asked, clock())
        except WireError as error:
            return Response(wire.error_message(error.code), wire.STATUS[error.code], media_type=_JSON)
        except UnavailableError as error:
            tell("unavailable", level=logging.ERROR, code=error.problem.code)
            return Response(wire.error_message("busy"), wire.STATUS["busy"], media_type=_JSON)
        return Response(content, media_type=media)

    return endpoint


def _require_proof(request: Request) -> None:
    """Nothing is read of who proves nothing. A laptop that joins proves itself by its message, for nobody knows it."""
    if request.url.path == wire.JOIN:
        return
    try:
        proof = wire.read_request(request.headers).signature
    except WireError as error:
        raise WireError("bad_signature") from error
    if len(proof) != crypto_sign_BYTES:
        raise WireError("bad_signature")


def _description(app: FastAPI) -> Callable[[], Awaitable[Response]]:
    """What there is and what it takes, for programs (OpenAPI 3.1)."""

    async def description() -> Response:
        told = await run_in_threadpool(app.openapi)
        told.setdefault("components", {})["securitySchemes"] = SECURITY
        return JSONResponse(told)

    return description


def _health(province: Province) -> Callable[[], Awaitable[Response]]:
    def look() -> bool:
        with province.database.reading():
            return True

    async def health() -> Response:
        try:
            await run_in_threadpool(look)
        except UnavailableError:
            return Response(b'{"ok":false}', 503, media_type=_JSON)
        return Response(b'{"ok":true}', media_type=_JSON)

    return health


async def _body(request: Request, most: int) -> bytes:
    """The body, up to the bound; what is longer is not read to its end."""
    held = bytearray()
    async for piece in request.stream():
        held += piece
        if len(held) > most:
            raise WireError("too_large")
    return bytes(held)


def _metrics(metrics: Metrics) -> Callable[[Request], Awaitable[Response]]:
    token = metrics_token()

    async def read(request: Request) -> Response:
        address = request.client.host if request.client else ""
        if not may_read(address, request.headers.get("authorization", ""), token):
            return Response(status_code=403)
        try:
            return Response(await run_in_threadpool(metrics.told), media_type=MEDIA)
        except UnavailableError:
            return Response(status_code=503)

    return read
