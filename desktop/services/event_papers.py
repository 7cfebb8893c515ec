"""The plain rows of papers about events: what a market brought, and the programme of a neighbourhood's month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING

from desktop.domain.persian.calendar import jalali_month, month_bounds
from desktop.domain.persian.regime import Regime
from desktop.domain.persian.text import name_key
from desktop.domain.record import Row
from desktop.services.asked_paper import Asked, printed_by, wanted
from desktop.services.imprint import manager_of
from desktop.services.told_reports import told_report
from desktop.services.workshop_papers import clock
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.market_summary import ProductRow
    from desktop.reports.programme_poster import Happening

_FOR_WHOM = {"women": "ویژهٔ بانوان", "men": "ویژهٔ آقایان"}
_CHILDCARE = "نگهداری کودک"


def market_summary(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«خلاصهٔ بازارچه» of an event; the shared copy hides what few stalls sold."""
    from desktop.reports.market_summary import MarketSummary, build

    event, about = wanted(rows, "event", asked.record_id), rows.find("office")[0]
    place = rows.get("neighborhood", event["neighborhood_id"])
    products = tuple(_products(rows.find("market_stall", event_id=event["id"])))
    told = [row.sales_rial for row in products if row.sales_rial is not None]
    market = MarketSummary(
        office_title=about["title_fa"],
        title=event["title"],
        place=event["place"],
        neighborhood=place["name"] if place else "",
        started_on=event["date_from"],
        ended_on=event["date_to"] or event["date_from"],
        partners=tuple(event["partners"]),
        women=event["headcount_women"],
        men=event["headcount_men"],
        children=event["headcount_children"],
        volunteers=event["volunteers"],
        stalls=event["stalls_count"] if event["stalls_count"] is not None else sum(row.stalls for row in products),
        sales_rial=event["sales_rial"] if event["sales_rial"] is not None else sum(told) if told else None,
        products=products,
        copy=asked.copy,
        regime=Regime(about["display_currency"]),
        printed_on=rows.today,
        printed_by=printed_by(rows, office),
        manager=manager_of(rows),
        fictional=about["fictional"],
        month=told_report(rows, event["jalali_month"]) if asked.copy == "shared" else None,
    )
    return build(market)


def _products(stalls: list[Row]) -> Iterator[ProductRow]:
    """Stalls of the same product together, in the order they were written down; spelling does not part them."""
    from desktop.reports.market_summary import ProductRow

    by_product: dict[str, list[Row]] = {}
    for stall in stalls:
        by_product.setdefault(name_key(stall["product"]), []).append(stall)
    for alike in by_product.values():
        told = [stall["sales_rial"] for stall in alike if stall["sales_rial"] is not None]
        yield ProductRow(alike[0]["product"], len(alike), sum(told) if told else None)


def programme_poster(rows: Rows, _office: OfficeFile, asked: Asked, *, large: bool = False) -> bytes:
    """«برنامهٔ ماه محله» of a neighbourhood, or of all that the office serves; without a month of the present one."""
    from desktop.reports.programme_poster import ProgrammePoster, build

    about, month = rows.find("office")[0], asked.month or jalali_month(rows.today)
    place = wanted(rows, "neighborhood", asked.record_id) if asked.record_id else None
    names = [row["name"] for row in rows.find("neighborhood", coverage_status="under_office")]
    poster = ProgrammePoster(
        office_title=about["title_fa"],
        neighborhood=f"محلهٔ {place['name']}" if place else "، ".join(names),
        month=month,
        happenings=tuple(_happenings(rows, month, asked.record_id)),
        phone=about["phone"] or "",
        address=about["address"] or "",
        hours=about["office_hours"] or "",
        large=large,
        fictional=about["fictional"],
    )
    return build(poster)


def _happenings(rows: Rows, month: str, neighborhood_id: str) -> list[Happening]:
    """What is not cancelled, by day and hour."""
    found = [*_sessions(rows, month, neighborhood_id), *_events(rows, month, neighborhood_id)]
    return [happening for _, happening in sorted(found, key=lambda one: one[0])]


def _sessions(rows: Rows, month: str, neighborhood_id: str) -> Iterator[tuple[tuple[date, time, str], Happening]]:
    """Sessions of workshops of the place, or of no place in particular."""
    from desktop.reports.programme_poster import Happening

    for session in rows.find("workshop_session", jalali_month=month):
        workshop = rows.get("workshop", session["workshop_id"])
        if workshop is None or workshop["status"] == "cancelled" or session["held"] is False:
            continue
        if neighborhood_id and workshop["neighborhood_id"] not in (None, neighborhood_id):
            continue
        tags = (_FOR_WHOM.get(workshop["sex_restriction"], ""), _CHILDCARE if workshop["childcare"] else "")
        told = tuple(tag for tag in tags if tag)
        yield (
            _place(session["date"], session, workshop["title"]),
            Happening(session["date"], clock(session), workshop["title"], workshop["place"], told),
        )


def _events(rows: Rows, month: str, neighborhood_id: str) -> Iterator[tuple[tuple[date, time, str], Happening]]:
    """Events of the place; of one that goes on from another month, its days in this one."""
    from desktop.reports.programme_poster import Happening

    first, last = month_bounds(month)
    for event in rows.find("event"):
        until = event["date_to"] or event["date_from"]
        if event["status"] == "cancelled" or event["date_from"] > last or until < first:
            continue
        if neighborhood_id and event["neighborhood_id"] != neighborhood_id:
            continue
        on, invitation = max(event["date_from"], first), " ".join((event["announcement"] or "").split())
        yield (
            _place(on, event, event["title"]),
            Happening(on, clock(event), event["title"], event["place"], (), until, invitation),
        )


def _place(on: date, times: Row, title: str) -> tuple[date, time, str]:
    """Where it stands among the others of its day: by its hour, what lasts all day first."""
    return on, times["start"] or time.min, name_key(title)
