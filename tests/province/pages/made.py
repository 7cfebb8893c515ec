"""A province that has something to show: offices of two counties that joined, wrote and sent their reports.

`python -m tests.province.pages.made FOLDER` makes one to look at; its accounts are called as `ACCOUNTS` tells.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from desktop.domain.signed_content import digest_of
from desktop.sync.joining import opened_card
from province.ingest import take
from province.joining import join
from province.settings import load_settings
from province.setup import Province, begin, open_province
from province.store.accounts import Account, add_account, set_counties
from province.store.database import Database
from province.store.offices import Office, add_office
from province.store.segments import vector_of
from province.store.upgrade import upgrade
from tests.province.made import AT, OFFICE, Laptop, invited, made_province
from tests.province.made_reports import Written

PASSWORD = "a-long-enough-word"
MONTH, BEFORE = "1405-05", "1405-04"
NEAR, FAR = ("0502", "کرمانشاه"), ("0505", "سنقر")
OTHER = Office("office-2", "1204", "دفتر تسهیلگری سنقر")
SILENT = Office("office-3", "1205", "دفتر تسهیلگری دولت‌آباد")
ACCOUNTS = (
    Account("u-supervisor", "supervisor", "ناظر الف", "county_supervisor"),
    Account("u-officer", "officer", "شیرین نوری", "province_officer"),
    Account("u-director", "director", "مدیرکل نمونه", "province_director"),
    Account("u-auditor", "auditor", "بازرس نمونه", "auditor"),
    Account("u-administrator", "administrator", "مدیر نمونه", "administrator"),
)
_SENT = "2026-08-26 06:30:00.000000"


def add_accounts(province: Province) -> None:
    """One of each role; the supervisor is of the first office's county."""
    with province.database.writing() as connection:
        for account in ACCOUNTS:
            add_account(connection, account, PASSWORD, AT)
        set_counties(connection, ACCOUNTS[0], frozenset({NEAR[0]}))


def fill(province: Province) -> tuple[Laptop, Laptop]:
    """Two offices that joined and wrote, and one that is silent; their laptops."""
    with province.database.writing() as connection:
        for office in (OTHER, SILENT):
            add_office(connection, office, AT)
    near, far = Laptop("laptop-a"), Laptop("laptop-b", office=OTHER.id)
    assert near.join(province) == "approved"
    content, code = invited(province, OTHER)
    far.card = opened_card(content, code)
    assert join(province, far.joining(far.card, code), AT) == "approved"
    for laptop, office, county in ((near, OFFICE, NEAR), (far, OTHER, FAR)):
        tell(province, laptop, *records_of(office, county))
    return near, far


def tell(province: Province, laptop: Laptop, *records: tuple[str, str, dict[str, Any]]) -> None:
    """Records of an office as its laptop sends them: kind, id, fields."""
    with province.database.reading() as connection:
        deps = vector_of(connection, laptop.office)
    deps.pop(laptop.device, None)
    made = [laptop.operation(record, kind=kind)._replace(fields=fields) for kind, record, fields in records]
    assert take(province, laptop.office, laptop.seal(*made, deps=deps), AT).outcome == "new"


def records_of(office: Office, county: tuple[str, str]) -> list[tuple[str, str, dict[str, Any]]]:
    """Something of each subject."""
    mark = office.code
    own = {"code": mark, "title_fa": office.title, "county_id": county[0], "status": "active", "fictional": 1}
    snapshot = {month: report_of(office, county, people) for month, people in ((BEFORE, 30), (MONTH, 48))}
    made: list[tuple[str, str, dict[str, Any]]] = [
        ("office", f"o-{mark}", own | {"ngo_plan_term": "3_months", "display_currency": "rial"}),
        ("province", county[0][:2], {"code": county[0][:2], "name_fa": "کرمانشاه"}),
        ("county", county[0], {"code": county[0], "name_fa": county[1], "province_id": county[0][:2]}),
        ("neighborhood", f"n-{mark}", {
            "name": f"شهرک {county[1]}", "county_id": county[0], "city_name": county[1], "area_type": "vulnerable",
            "coverage_status": "not_covered", "need_score": 70, "aliases": [],
        }),
        ("organization", f"ngo-{mark}", {"name_fa": "سمن مهر", "kind": "ngo", "active": 1}),
        ("organization", f"gov-{mark}", {"name_fa": "فرمانداری", "kind": "governance", "active": 1}),
        ("ngo_plan", f"plan-{mark}", {
            "title": "آموزش مهارت", "ngo_org_id": f"ngo-{mark}", "area": "social", "county_id": county[0],
            "supervisor_org_id": f"gov-{mark}", "chief_supervisor_org_id": f"gov-{mark}", "status": "running",
            "proposed_on": "2026-03-25", "approved_on": "2026-04-10", "deadline_date": "2026-07-10",
            "started_on": "2026-04-12", "approved_rial": 900_000_000, "good_practice": 0,
        }),
        ("credit", f"credit-{mark}", {
            "title": "کارگاه‌های تابستان", "fiscal_year": 1405, "source": "province", "purpose": "operate",
            "amount_rial": 2_000_000_000, "status": "requested", "requested_on": "2026-06-01", "is_estimate": 0,
            "is_special": 0,
        }),
        ("inspection", f"inspection-{mark}", {
            "planned_month": MONTH, "policy_document": "other", "place_type": "park", "place_text": "بوستان محله",
            "inspector_org_id": f"gov-{mark}", "done_on": "2026-08-10",
            "findings": [{"item": "روشنایی", "result": "ok", "note": None}],
        }),
        ("inspection", f"hidden-{mark}", {
            "planned_month": MONTH, "policy_document": "other", "place_type": "park", "place_text": "پنهان تا انجام",
            "inspector_org_id": f"gov-{mark}", "findings": [],
        }),
        *(
            ("need", f"need-{mark}-{at}", {"field": field, "subject": "آب", "status": "noted", "scope": "neighborhood"})
            for at, field in enumerate(("health", "health", "education", "sport"))
        ),
    ]  # fmt: skip
    for month, told in snapshot.items():
        made.append(("monthly_report", f"report-{mark}-{month}", {
            "jmonth": month, "version": 1, "status": "accepted" if month == BEFORE else "sent", "signed_at": _SENT,
            "sent_at": _SENT, "sent_via": "network", "snapshot_json": told, "content_hash": digest_of(told),
            "narrative": [{"section": "summary", "text": "ماه پرکاری بود."}], "notes": [],
        }))  # fmt: skip
    return made


def report_of(office: Office, county: tuple[str, str], people: int) -> dict[str, Any]:
    """The snapshot of a report with some figures."""
    return Written(
        office, county, counts={"I-01": 12, "I-02": people * 10, "I-06": people, "I-07": people + 5, "I-14": 96.0},
        rates={"I-11": (20, 40)}, needs={"بهداشت و درمان": people, "آموزش و تحصیل": 7, "ورزش": 2},
        answers={("municipality", "شهرداری"): ([2, 5, 9, 12, 20], [31, 8], 3)},
        places=[("محلهٔ نمونه", people * 10, 9_850)], inspections=[("سایر", 2)],
    ).snapshot()  # fmt: skip


def filled_province(folder: Path) -> Province:
    """All of it in a new embedded file, for a browser."""
    database = Database(f"sqlite:///{folder / 'province.db'}")
    upgrade(database)
    province = made_province(database, folder)
    add_accounts(province)
    fill(province)
    return province


def begin_demo(folder: Path) -> None:
    """A server with made offices in an empty folder, to be looked at: `tashilgar-province --data FOLDER serve`."""
    settings = load_settings(folder)
    begin(settings, "استانداری نمونه", "first", "مدیر نخست", AT, password=PASSWORD, passphrase="")
    province = open_province(settings, "")
    with province.database.writing() as connection:
        add_office(connection, OFFICE, AT)
    add_accounts(province)
    fill(province)
    province.close()


if __name__ == "__main__":
    begin_demo(Path(sys.argv[1]))
