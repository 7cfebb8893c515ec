"""The door of every page: who comes, whether they may, whether the form is ours, and what was given.

One dependency stands before each route. It alone reads the cookie, asks `access`, checks the token of a form and reads
the declared parameters; a page behind it can rely on all of that.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable
from datetime import datetime
from http.cookies import SimpleCookie

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from desktop.domain.problems import Problem, Refusal
from province.access import SUPERVISOR, UNROLED, Permission, may, scope_of
from province.logs import tell
from province.pages.declared import Moved, Page, Param
from province.pages.visiting import Visit, csrf_token
from province.setup import Province
from province.store import sessions
from province.store.accounts import counties_of
from province.store.office_places import has_fictional
from province.store.sessions import FULL

COOKIE, LOOK, TOLD = "__Host-tashilgar", "__Host-look", "__Host-told"
LARGEST_FORM = 64 * 1024
_MOST_FIELDS = 400
_FORM = "application/x-www-form-urlencoded"


class TurnedAwayError(Exception):
    """Somebody was not let in: sent elsewhere, or told why not."""

    def __init__(self, visit: Visit, status: int, moved: Moved | None = None) -> None:
        super().__init__(status)
        self.visit, self.status, self.moved = visit, status, moved


class Admission:
    """What stands before one route; its `needs` is what the route declared."""

    def __init__(
        self, page: Page, province: Province, clock: Callable[[], datetime], known_paths: frozenset[str]
    ) -> None:
        self.page, self.needs = page, page.needs
        self._province, self._clock, self._known = province, clock, known_paths

    async def __call__(self, request: Request) -> Visit:
        """The visit, or TurnedAwayError."""
        visit = self._arrived(request)
        await run_in_threadpool(_recognise, visit)
        _require(visit)
        if self.page.method == "POST":
            await _read_form(request, visit)
        _read_declared(request, visit)
        return visit

    def _arrived(self, request: Request) -> Visit:
        cookies = _cookies(request)
        known = cookies.get(COOKIE, "")
        visit = Visit(
            province=self._province,
            page=self.page,
            known_paths=self._known,
            at=self._clock(),
            address=request.client.host if request.client else "",
            cookie=known if 20 <= len(known) <= 100 else "",
            look=cookies.get(LOOK, "") if cookies.get(LOOK, "") in ("light", "dark") else "",
            told=cookies.get(TOLD, "")[:40],
        )
        if not visit.cookie:
            visit.cookie = visit.new_cookie = sessions.new_id()
        return visit


class Unguarded:
    """What stands before a route that asks nobody who they are: static files, health, and the routes of laptops,
    whose requests prove themselves by signature (`serving`). It only says so."""

    def __init__(self, needs: Permission) -> None:
        self.needs = needs

    async def __call__(self) -> None:
        """Nothing is asked here."""


def _cookies(request: Request) -> dict[str, str]:
    read: SimpleCookie = SimpleCookie()
    try:
        read.load(request.headers.get("cookie", ""))
    except Exception:  # noqa: BLE001  the library raises several things for garbage, and garbage is nobody's cookie
        return {}
    return {name: one.value for name, one in read.items()}


def _recognise(visit: Visit) -> None:
    """Who the cookie belongs to, if its session lives and its account is open."""
    with visit.reading() as connection:
        found = sessions.visitor_of(connection, visit.cookie, visit.at)
        if found is None or found[1].disabled_at is not None:
            return
        visit.session, visit.account = session, account = found
        own = counties_of(connection, account.id) if account.role == SUPERVISOR else frozenset[str]()
        visit.scope = scope_of(account.role, own)
        visit.fictional = session.stage == FULL and has_fictional(connection)
    if sessions.must_touch(session, visit.at):
        with visit.writing() as connection:
            sessions.touch(connection, session, visit.at)


def _require(visit: Visit) -> None:
    needs = visit.page.needs
    if needs is Permission.ANYONE:
        return
    if visit.session is None or visit.account is None:
        raise TurnedAwayError(visit, 303, Moved("/sign-in"))
    if needs is Permission.HALF:
        if visit.session.stage == FULL:
            raise TurnedAwayError(visit, 303, Moved("/"))
        return
    if visit.session.stage != FULL:
        raise TurnedAwayError(visit, 303, Moved("/second-factor"))
    if visit.account.must_change and visit.page.path not in _BEFORE_A_NEW_PASSWORD:
        raise TurnedAwayError(visit, 303, Moved("/account/password"))
    if needs in UNROLED or not may(visit.account.role, needs):
        tell("refused", code=str(needs), method=visit.page.method, route=visit.page.path)
        raise TurnedAwayError(visit, 403)


async def _read_form(request: Request, visit: Visit) -> None:
    """The fields of a form, if it is one of ours and not too long."""
    length = request.headers.get("content-length", "")
    if not length.isascii() or not length.isdigit():
        raise TurnedAwayError(visit, 411)
    if len(length) > 9 or int(length) > LARGEST_FORM:
        raise TurnedAwayError(visit, 413)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise TurnedAwayError(visit, 415)
    form = await request.form(max_fields=_MOST_FIELDS, max_files=0)
    for name, value in form.multi_items():
        if isinstance(value, str):
            visit.form = {**visit.form, name: [*visit.form.get(name, []), value]}
    token = next(iter(visit.form.get("csrf", [])), "")
    theirs = request.headers.get("sec-fetch-site", "same-origin") in ("cross-site", "same-site")
    if theirs or not hmac.compare_digest(token.encode(), csrf_token(visit.province, visit.cookie).encode()):
        tell("refused", code="csrf", method="POST", route=visit.page.path)
        raise TurnedAwayError(visit, 403)


def _read_declared(request: Request, visit: Visit) -> None:
    """What the page takes: an unreadable address is none, anything else is a problem beside its field."""
    visit.given = {one.name: _read(one, _raw(one, request, visit), visit) for one in visit.page.takes}
    wrong = {problem.field for problem in visit.problems}
    if any(one.name in wrong for one in visit.page.of("path")):
        raise TurnedAwayError(visit, 404)
    if any(one.name in wrong for one in visit.page.of("query")):
        raise TurnedAwayError(visit, 422)


def _raw(one: Param, request: Request, visit: Visit) -> list[str]:
    if one.where == "path":
        return [str(request.path_params.get(one.name, ""))]
    return request.query_params.getlist(one.name) if one.where == "query" else visit.form.get(one.name, [])


def _read(one: Param, raw: Iterable[str], visit: Visit) -> object:
    values = [value for value in raw if value.strip()]
    read = []
    for value in values if one.many else values[:1]:
        try:
            read.append(one.read(value))
        except Refusal as refusal:
            visit.problems.append(Problem(one.name, refusal.code, refusal.facts))
    if one.required and not values:
        visit.problems.append(Problem(one.name, "required"))
    return read if one.many else next(iter(read), None)


_BEFORE_A_NEW_PASSWORD = frozenset({"/account/password", "/sign-out", "/look"})
