"""Offices: how each stands, its laptops, and what came of it."""

from __future__ import annotations

from sqlalchemy import func, select

from province import registry
from province.access import Permission
from province.ingest import release
from province.pages.declared import (
    Answer,
    Moved,
    Page,
    Shown,
    identifier,
    in_form,
    in_path,
    in_query,
    number,
    one_of,
    text,
)
from province.pages.visiting import NotThereError, Visit
from province.reporting import SILENCE, Asked, last_contacts, last_month, late_offices, listed_reports
from province.reports import reports
from province.store import devices
from province.store.devices import Device
from province.store.office_places import county_names, place_office
from province.store.tables import REFUSED_SEGMENT, SEGMENT, WAITING_SEGMENT

_PAGE = 50
_CHOICES = ("silent", "late", "pending")


def show_offices(visit: Visit) -> Answer:
    """All offices that this account may see, with what calls for attention."""
    start, month = (visit.given["page"] or 1) - 1, last_month(visit.today)
    with visit.reading() as connection:
        contacts = last_contacts(connection, visit.within)
        reported = listed_reports(connection, visit.within, Asked(month))
        laptops = devices.device_counts(connection)
        late = {one.office.id for one in late_offices(visit, reported)}
    waiting = {office for office, (_, pending) in laptops.items() if pending}
    silent = {one.id for one in visit.offices if (seen := contacts.get(one.id)) is None or visit.at - seen > SILENCE}
    chosen = {"silent": silent, "late": late, "pending": waiting}.get(visit.given["show"] or "")
    name, county = visit.given["name"] or "", visit.given["county"]
    shown = [
        one for one in visit.offices
        if (chosen is None or one.id in chosen)
        and (not county or one.county_id == county)
        and (not name or name in one.title or name in one.code)
    ]  # fmt: skip
    counties = sorted({(one.county_id, one.county) for one in visit.offices if one.county_id}, key=lambda c: c[1])
    return Shown(
        "offices.html",
        {
            "offices": shown[start * _PAGE : (start + 1) * _PAGE], "start": start + 1, "pages": -(-len(shown) // _PAGE),
            "contacts": contacts, "came": {row["office_id"]: row["status"] for row in reported}, "late": late,
            "silent": silent, "waiting": waiting, "laptops": laptops, "counties": counties, "month": month,
        },
    )  # fmt: skip


def show_office(visit: Visit) -> Answer:
    office = visit.office(visit.given["code"])
    with visit.reading() as connection:
        laptops = devices.devices(connection, office.id)
        sent = reports(connection, office.office) if visit.may(Permission.REPORTS) else []
        figures = {
            name: connection.execute(
                select(func.count()).select_from(table).where(table.c.office_id == office.id)
            ).scalar_one()
            for name, table in (("taken", SEGMENT), ("waiting", WAITING_SEGMENT), ("refused", REFUSED_SEGMENT))
        }
        names = county_names(connection)
    newest = {row["jmonth"]: row for row in reversed(sent)}
    return Shown(
        "office.html",
        {
            "office": office, "devices": laptops, "figures": figures,
            "reports": sorted(newest.values(), key=lambda row: row["jmonth"], reverse=True)[:12],
            "counties": sorted(names.items(), key=lambda pair: pair[1]),
        },
    )  # fmt: skip


def approve_device(visit: Visit) -> Answer:
    """The laptop may speak for its office; what it sent meanwhile is read."""
    office, device = _device(visit)
    with visit.writing() as connection:
        registry.approve(connection, device, visit.at)
        visit.note(connection, "device_approved", office, device.id)
    release(visit.province, office, visit.at)
    return Moved(f"/offices/{visit.given['code']}", "device_approved")


def revoke_device(visit: Visit) -> Answer:
    """The laptop speaks no more: the signed statement travels to the others of its office."""
    office, device = _device(visit)
    with visit.writing() as connection:
        registry.revoke(connection, visit.province, device, visit.at)
        visit.note(connection, "device_revoked", office, device.id)
    release(visit.province, office, visit.at)
    return Moved(f"/offices/{visit.given['code']}", "device_revoked")


def set_county(visit: Visit) -> Answer:
    """Where the province says that an office is; without a county the office's own word counts."""
    office, county = visit.office(visit.given["code"]), visit.given["county"]
    with visit.writing() as connection:
        if county and county not in county_names(connection):
            raise NotThereError
        place_office(connection, office.id, county)
        visit.note(connection, "office_changed", office.id, county or "")
    return Moved(f"/offices/{office.code}", "saved")


def _device(visit: Visit) -> tuple[str, Device]:
    office = visit.office(visit.given["code"])
    with visit.reading() as connection:
        found = devices.device_of(connection, office.id, visit.given["device"])
    if found is None:
        raise NotThereError
    return office.id, found


_CODE, _DEVICE = in_path("code", "کد دفتر"), in_path("device", "شناسهٔ رایانه")
PAGES = (
    Page(
        path="/offices", needs=Permission.OFFICES, answer=show_offices, title="دفترها",
        takes=(
            in_query("show", "کدام‌ها", one_of(*_CHOICES)), in_query("county", "شهرستان", identifier),
            in_query("name", "نام یا کد", text(60)), in_query("page", "صفحه", number(1, 10_000)),
        ),
    ),
    Page(path="/offices/{code}", needs=Permission.OFFICES, answer=show_office, title="دفتر", takes=(_CODE,)),
    Page(
        path="/offices/{code}/county", method="POST", needs=Permission.WRITE_OFFICES, answer=set_county,
        again=show_office, title="شهرستان دفتر", takes=(_CODE, in_form("county", "شهرستان", identifier)),
    ),
    Page(
        path="/offices/{code}/devices/{device}/approve", method="POST", needs=Permission.DEVICES, answer=approve_device,
        again=show_office, title="پذیرش رایانه", takes=(_CODE, _DEVICE),
    ),
    Page(
        path="/offices/{code}/devices/{device}/revoke", method="POST", needs=Permission.DEVICES, answer=revoke_device,
        again=show_office, title="بستن رایانه", takes=(_CODE, _DEVICE),
    ),
)  # fmt: skip
