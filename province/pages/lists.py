"""The code lists and divisions together, and the neighbourhoods that wait for an office."""

from __future__ import annotations

from sqlalchemy import func, select

from desktop.domain.persian.text import name_key
from province.access import Permission
from province.pages.declared import Answer, Page, Shown
from province.pages.subjects import LISTS
from province.pages.visiting import Visit
from province.store.office_places import county_names
from province.store.published import DELETED, PUBLISHED


def show_lists(visit: Visit) -> Answer:
    with visit.reading() as connection:
        told = []
        for one in LISTS:
            table = PUBLISHED[one.name]
            many = select(func.count(table.c.id.distinct())).where(table.c[DELETED].is_(None))
            told.append((one, connection.execute(many).scalar_one()))
    return Shown("lists.html", {"lists": told})


def show_candidates(visit: Visit) -> Answer:
    """Neighbourhoods that no office serves, each once by its name in its city, with its newest population."""
    place, people = PUBLISHED["neighborhood"], PUBLISHED["neighborhood_population"]
    waiting = select(place).where(
        place.c[DELETED].is_(None), place.c.coverage_status != "under_office", visit.within(place.c.office_id)
    )
    counted = select(people).where(people.c[DELETED].is_(None), visit.within(people.c.office_id))
    offices = {one.id: one for one in visit.offices}
    with visit.reading() as connection:
        names = county_names(connection)
        newest = {
            (row["office_id"], row["neighborhood_id"]): (row["population"], row["year"])
            for row in connection.execute(counted.order_by(people.c.year)).mappings()
        }
        found = {}
        for row in connection.execute(waiting.order_by(place.c.need_score)).mappings():
            office = offices.get(row["office_id"])
            if office is None:
                continue
            population, year = newest.get((row["office_id"], row["id"]), (None, None))
            found[name_key(row["name"] or ""), name_key(row["city_name"] or "")] = {
                "name": row["name"] or "—", "city": row["city_name"], "status": row["coverage_status"],
                "county": names.get(row["county_id"] or "", office.county), "score": row["need_score"],
                "population": population, "year": year, "office": office.title,
            }  # fmt: skip
    rows = sorted(found.values(), key=lambda one: (-(one["score"] or -1), -(one["population"] or 0)))
    return Shown("candidates.html", {"rows": rows})


PAGES = (
    Page(path="/lists", needs=Permission.LISTS, answer=show_lists, title="فهرست‌ها و تقسیمات"),
    Page(path="/candidates", needs=Permission.FIGURES, answer=show_candidates, title="محله‌های نامزد"),
)
