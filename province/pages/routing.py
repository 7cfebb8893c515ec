"""The table of all pages, and how a declared page becomes a route of the application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from http import HTTPStatus
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.routing import Match

from desktop.domain.problems import RefusedError, UnavailableError
from province.access import Permission
from province.logs import tell
from province.pages import (
    account,
    accounts,
    audit,
    figures,
    lists,
    offices,
    overlap,
    overview,
    plans,
    records,
    reports,
    sign_in,
)
from province.pages.admission import COOKIE, LOOK, TOLD, Admission, TurnedAwayError, Unguarded
from province.pages.assets import assets, version
from province.pages.declared import Answer, Moved, Page, Sent, Shown
from province.pages.description import describe
from province.pages.headers import KEPT
from province.pages.rendering import render
from province.pages.visiting import NotThereError, Visit
from province.setup import Province

PAGES: tuple[Page, ...] = (
    *sign_in.PAGES,
    *account.PAGES,
    *overview.PAGES,
    *offices.PAGES,
    *reports.PAGES,
    *figures.PAGES,
    *overlap.PAGES,
    *plans.PAGES,
    *records.PAGES,
    *lists.PAGES,
    *accounts.PAGES,
    *audit.PAGES,
)
"""Every page of the province, by subject."""
_OF_LAPTOPS = "/sync/"
_YEAR = 365 * 86_400
_GONE = {"path": "/", "secure": True, "httponly": True, "samesite": "strict"}


def add_pages(app: FastAPI, province: Province, clock: Callable[[], datetime], pages: Iterable[Page] = PAGES) -> None:
    """All pages, and what browsers need beside them."""
    known = frozenset(page.path for page in pages)
    for page in pages:
        door = Admission(page, province, clock, known)
        app.add_api_route(
            page.path, _endpoint(door), methods=[page.method], name=f"{page.method} {page.path}",
            summary=page.title, openapi_extra=describe(page), response_class=HTMLResponse,
        )  # fmt: skip
    app.add_api_route(
        "/static/{version}/{name}", _asset, methods=["GET"], include_in_schema=False,
        dependencies=[Depends(Unguarded(Permission.ANYONE))],
    )  # fmt: skip
    astray = Page(path="", needs=Permission.ANYONE, answer=lambda _visit: failed(404), title="")
    app.add_exception_handler(TurnedAwayError, _turned_away)
    app.add_exception_handler(HTTPException, _strayed(app, Admission(astray, province, clock, known)))


def require_declared(app: FastAPI) -> None:
    """No route stands without a permission that it declared; LookupError names one that does. Asked at every start."""
    for route in app.routes:
        calls = [one.call for one in route.dependant.dependencies] if isinstance(route, APIRoute) else []
        if not any(isinstance(call, Admission | Unguarded) for call in calls):
            raise LookupError(f"{route} declares no permission")


def _endpoint(door: Admission) -> Callable[..., Awaitable[Response]]:
    before: Any = Depends(door)  # a name of the module's would be looked up from the annotation, and this is none

    async def endpoint(visit: Visit = before) -> Response:
        return await run_in_threadpool(_answered, visit)

    return endpoint


def _answered(visit: Visit) -> Response:
    """The page's answer; what was refused is shown beside its field, what is not there is not there."""
    if visit.problems:
        return _refused(visit)
    try:
        return _respond(visit, visit.page.answer(visit))
    except NotThereError:
        return _respond(visit, failed(404))
    except RefusedError as error:
        visit.problems = error.problems
        return _refused(visit)
    except UnavailableError as error:
        tell("unavailable", code=error.problem.code, route=visit.page.path)
        visit.problems = [error.problem]
        return _respond(visit, failed(503))


def _refused(visit: Visit) -> Response:
    """The form once more with its problems; nothing was written."""
    try:
        answer = visit.page.again(visit) if visit.page.again else failed(422)
    except NotThereError:
        answer = failed(404)
    if isinstance(answer, Shown) and answer.status == 200:
        answer = Shown(answer.template, answer.context, 422)
    return _respond(visit, answer)


def failed(status: int) -> Shown:
    """A page that says what went wrong, in a sentence."""
    return Shown("failed.html", {"status": status, "sentence": _SENTENCES.get(status, _SENTENCES[500])}, status)


def _respond(visit: Visit, answer: Answer) -> Response:
    response: Response
    if isinstance(answer, Moved):
        response = RedirectResponse(answer.to, 303)
        if answer.told:
            response.set_cookie(TOLD, answer.told, max_age=60, **_GONE)  # type: ignore[arg-type]
    elif isinstance(answer, Sent):
        response = Response(answer.content, media_type=answer.media)
        response.headers["content-disposition"] = f'attachment; filename="{answer.name}"'
    else:
        response = HTMLResponse(render(visit, answer), answer.status)
        if visit.told and not visit.tells_again:
            response.delete_cookie(TOLD, **_GONE)  # type: ignore[arg-type]
    if visit.new_cookie is not None:
        response.set_cookie(COOKIE, visit.new_cookie, **_GONE)  # type: ignore[arg-type]
    if visit.new_look is not None:
        response.set_cookie(LOOK, visit.new_look, max_age=_YEAR, **_GONE)  # type: ignore[arg-type]
    return response


async def _turned_away(request: Request, error: Exception) -> Response:
    """Somebody was not let in. A program that asks for no page is told so; a person is brought to where to sign in."""
    if not isinstance(error, TurnedAwayError):
        raise error
    if error.moved is not None and request.headers.get("hx-request"):
        return Response(status_code=204, headers={"hx-redirect": error.moved.to})
    if error.moved is not None and "text/html" not in request.headers.get("accept", "text/html"):
        return JSONResponse({"error": "sign in"}, 401, {"www-authenticate": f'Cookie form-action="{error.moved.to}"'})
    return await run_in_threadpool(_respond, error.visit, error.moved or failed(error.status))


def _strayed(app: FastAPI, door: Admission) -> Callable[[Request, Exception], Awaitable[Response]]:
    """An address that is none, or not in this way: then which ways there are."""

    async def strayed(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if request.url.path.startswith(_OF_LAPTOPS):
            response: Response = JSONResponse({"error": HTTPStatus(status).phrase}, status)
        else:
            response = await run_in_threadpool(_respond, await door(request), failed(status))
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            response.headers["allow"] = ", ".join(_ways(app, request))
        return response

    return strayed


def _ways(app: FastAPI, request: Request) -> list[str]:
    """The methods of an address; a page and its form are two routes."""
    here = [one for one in app.routes if isinstance(one, APIRoute) and one.matches(request.scope)[0] is not Match.NONE]
    return sorted({method for one in here for method in one.methods or ()})


async def _asset(request: Request) -> Response:
    """A style, a script, a font: for good where its address has this version."""
    found = assets().get(request.path_params["name"])
    if found is None or request.path_params["version"] != version():
        return Response(status_code=404)
    if "gzip" in request.headers.get("accept-encoding", ""):
        more = {"content-encoding": "gzip", "vary": "accept-encoding", "cache-control": KEPT}
        return Response(found.zipped, media_type=found.media, headers=more)
    return Response(found.content, media_type=found.media, headers={"vary": "accept-encoding", "cache-control": KEPT})


_SENTENCES = {
    400: "آنچه فرستادید خوانده نشد.",
    403: "نقش شما این صفحه یا این کار را ندارد؛ یا برگه‌ای که فرستادید دیگر نو نیست. صفحه را دوباره باز کنید.",
    404: "چنین صفحه‌ای نیست، یا برای شما نیست.",
    405: "این نشانی را این‌گونه نمی‌توان خواست.",
    411: "اندازهٔ برگه گفته نشده است.",
    413: "آنچه فرستادید بزرگ‌تر از اندازه است.",
    415: "تنها برگه‌های همین سامانه خوانده می‌شوند.",
    422: "آنچه نوشته شد خوانده نشد.",
    500: "این صفحه ساخته نشد. نوبت بعد دوباره بیایید؛ چیزی گم نشده است.",
    503: "پایگاه داده پاسخ نمی‌دهد؛ کمی بعد دوباره بیایید.",
}
