"""Every role at every address: the table of `access` and nothing else decides, and a county ends at its border."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import Depends, FastAPI
from sqlalchemy import event

from province.access import GRANTED, ROLES, UNROLED, Permission, may, scope_of
from province.app import make_app
from province.pages.admission import Unguarded
from province.pages.routing import PAGES, require_declared
from province.setup import Province
from tests.fakes import FakeClock
from tests.province.made import AT
from tests.province.pages.made import ACCOUNTS, filled_province
from tests.province.pages.visitor import Seen, Visitor

GIVEN = {
    "code": "1203", "month": "1405-05", "device": "laptop-a", "id": "plan-1203", "account": "u-auditor",
}  # fmt: skip
IDS = {"/credits": "credit-1203", "/inspections": "inspection-1203", "/directives": "d-1", "/plans": "plan-1203"}


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Province, FakeClock, dict[str, Visitor]]]:
    """One province for the whole walk, with somebody of each role signed in."""
    province = filled_province(tmp_path_factory.mktemp("walk"))
    clock = FakeClock(AT)
    app = make_app(province, clock)
    visitors = {}
    for account in ACCOUNTS:
        visitors[account.role] = Visitor(app, clock)
        visitors[account.role].sign_in(account.username)
        visitors[account.role].get("/account")
    yield province, clock, visitors
    province.close()


def address(path: str) -> str:
    """A page's address with something that is there."""
    told = dict(GIVEN)
    for begin, known in IDS.items():
        if path.startswith(begin):
            told["id"] = known
    return path.format(**told) + ("?office=1203" if path in ("/inspections/new", "/credits/new") else "")


PATHS = sorted({(page.method, page.path, page.needs) for page in PAGES})


def asked(visitor: Visitor, method: str, path: str) -> Seen:
    """Whoever may is told that his form is none; whoever may not is turned away before it is looked at."""
    return visitor.get(address(path), follow=False) if method == "GET" else bare_post(visitor, address(path))


def bare_post(visitor: Visitor, path: str) -> Seen:
    """A form that is none: 415 comes after the permission and before anything is done."""
    return visitor.ask("POST", path, b"", {"content-length": "0", "content-type": "text/plain"})


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_the_table_grants_and_nothing_else(walked: Any, role: str) -> None:
    _, _, visitors = walked
    described = visitors[role].app.openapi()["paths"]
    wrong = []
    for method, path, needs in PATHS:
        if needs in (Permission.ANYONE, Permission.HALF):
            continue
        seen = asked(visitors[role], method, path)
        status, told = seen.status, described[path][method.lower()]["responses"]
        assert status == 303 or seen.headers["content-type"].partition(";")[0] in told[str(status)]["content"], path
        opened = status in ((200, 404, 422, 303) if method == "GET" else (415,))
        if opened != may(role, needs) or (status == 404 and not path.startswith(("/directives", "/lists"))):
            wrong.append((method, path, status))
    assert wrong == []


def test_nobody_who_is_not_signed_in_opens_anything(walked: Any) -> None:
    visitor = Visitor(next(iter(walked[2].values())).app, walked[1])
    for method, path, needs in PATHS:
        if needs is not Permission.ANYONE:
            seen = asked(visitor, method, path)
            assert (seen.status, seen.headers.get("location")) == (303, "/sign-in"), path
    seen = visitor.get("/offices", accept="application/json")
    assert (seen.status, seen.headers["www-authenticate"]) == (401, 'Cookie form-action="/sign-in"'), "to a program"
    seen = visitor.ask("PUT", "/account/password")
    assert (seen.status, seen.headers["allow"]) == (405, "GET, POST"), "a page and its form are one address"


def test_half_a_sign_in_opens_nothing_but_the_other_half(walked: Any) -> None:
    visitor = Visitor(next(iter(walked[2].values())).app, walked[1], address="192.0.2.9")
    visitor.get("/sign-in")
    visitor.post("/sign-in", username="officer", password="a-long-enough-word")
    for method, path, needs in PATHS:
        if needs not in (Permission.ANYONE, Permission.HALF):
            seen = asked(visitor, method, path)
            assert (seen.status, seen.headers.get("location")) == (303, "/second-factor"), path


def test_every_row_of_the_table_is_of_known_roles_and_every_permission_has_one() -> None:
    assert set(GRANTED) | UNROLED == set(Permission)
    assert set(GRANTED) & UNROLED == set()
    assert all(roles <= set(ROLES) for roles in GRANTED.values())
    assert {page.needs for page in PAGES} <= set(Permission)


def test_a_route_without_a_permission_stops_the_start(walked: Any) -> None:
    app = FastAPI()
    app.add_api_route("/open", lambda: "", dependencies=[Depends(Unguarded(Permission.ANYONE))])
    app.router.routes[:] = [route for route in app.router.routes if getattr(route, "path", "") == "/open"]
    require_declared(app)
    app.add_api_route("/forgotten", lambda: "")
    with pytest.raises(LookupError, match="forgotten"):
        require_declared(app)


def test_a_supervisor_of_one_county_sees_nothing_of_another(walked: Any) -> None:
    visitor = walked[2]["county_supervisor"]
    foreign = {**GIVEN, "code": "1204", "device": "laptop-b"}
    for method, path, needs in PATHS:
        if "{code}" not in path or not may("county_supervisor", needs):
            continue
        here = path.format(
            **{**foreign, "id": address(path).split("/")[3].replace("1203", "1204") if "{id}" in path else ""}
        )
        visitor.get("/account")
        seen = (
            visitor.get(here) if method == "GET" else visitor.post(here, score="80", decision_no="1", target="running")
        )
        assert seen.status == 404, (method, here)
    for page in ("/", "/offices", "/reports", "/plans", "/credits", "/inspections", "/plans/support", "/candidates"):
        told = visitor.get(page).told
        assert "سنقر" not in told, page
        assert "1204" not in visitor.get(page).text, page


def test_records_of_another_office_are_not_reached_under_one_s_own(walked: Any) -> None:
    for role, path in itertools.product(("county_supervisor", "province_officer"), ("plans/1203/plan-1204",)):
        assert walked[2][role].get(f"/{path}").status == 404


def test_an_inspection_that_is_not_done_is_seen_by_who_wrote_it_and_by_the_province(walked: Any) -> None:
    supervisor, officer = walked[2]["county_supervisor"], walked[2]["province_officer"]
    assert "پنهان تا انجام" in officer.get("/inspections").told
    assert "پنهان تا انجام" not in supervisor.get("/inspections").told
    assert supervisor.get("/inspections/1203/hidden-1203").status == 404
    supervisor.get("/inspections/new?office=1203")
    seen = supervisor.post(
        "/inspections/new?office=1203", planned_month="1405/06", policy_document="health", place_type="park",
        place_text="بوستان دوم", inspector_org_id="gov-1203",
    )  # fmt: skip
    assert seen.status == 200, seen.told
    assert "بوستان دوم" in supervisor.get("/inspections").told


def test_no_page_waits_for_a_second_connection_while_it_holds_one(walked: Any) -> None:
    province, _, visitors = walked
    held, most = [0], [0]

    def taken(*_: Any) -> None:
        held[0] += 1
        most[0] = max(most[0], held[0])

    def given_back(*_: Any) -> None:
        held[0] -= 1

    event.listen(province.database.engine, "checkout", taken)
    event.listen(province.database.engine, "checkin", given_back)
    twice = []
    for role in ("province_officer", "county_supervisor", "administrator"):
        for method, path, needs in PATHS:
            if method == "GET" and may(role, needs):
                most[0] = 0
                visitors[role].get(address(path), follow=False)
                twice += [path] if most[0] > 1 else []
    event.remove(province.database.engine, "checkout", taken)
    event.remove(province.database.engine, "checkin", given_back)
    assert twice == []


def test_the_scope_of_a_supervisor_without_a_county_is_empty() -> None:
    assert not scope_of("county_supervisor", frozenset()).holds("0502")
    assert not scope_of("county_supervisor", frozenset({"0502"})).holds(None)
    assert scope_of("auditor", frozenset()).holds(None)


@pytest.mark.parametrize("role", ["county_supervisor", "auditor"])
def test_the_rail_shows_only_what_opens(walked: Any, role: str) -> None:
    visitor = walked[2][role]
    rail = visitor.get("/").text.partition('class="places"')[2].partition("</nav>")[0]
    paths = [piece.partition('"')[0] for piece in rail.split('href="')[1:]]
    assert len(paths) > 5
    assert {visitor.get(path).status for path in paths} == {200}
