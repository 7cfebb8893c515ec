"""A province on a real PostgreSQL that grows: made offices with people, needs, answers and reports."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import insert

from desktop.domain import places
from desktop.domain.signed_content import digest_of
from desktop.reports.credit_statement import CreditRow
from desktop.reports.monthly_rows import WorkshopRow
from desktop.sync.joining import opened_card
from province.certificate import make_certificate
from province.joining import invite, join
from province.keys import make_keys, save_keys
from province.settings import Settings
from province.setup import Province
from province.store import offices
from province.store.database import Database
from province.store.offices import Office, Server
from province.store.published import PUBLISHED
from province.store.tables import OFFICE
from province.store.upgrade import upgrade
from tests.province.cluster import USER, cluster, connect
from tests.province.made import AT, Laptop
from tests.province.made_reports import Written

MONTH = "1405-05"
COUNTIES = [(code, name) for code, name in places.COUNTIES.items() if code.startswith("10")][:25]
FIELDS = ("social", "economic", "civil_physical", "health", "education", "urban_services", "environment")
_STATE = json.dumps({"heads": {name: [["laptop", 17, 123456789012345]] for name in ("field", "status", "noted_on")}})
_FILL = (
    """INSERT INTO published_person (office_id, id, resident_no, sex, birth_date, education_level, status)
    SELECT o, o || '-p' || n, 'R' || n, CASE n %% 2 WHEN 0 THEN 'female' ELSE 'male' END,
      date '1970-01-01' + n %% 15000, 'primary', 'active'
    FROM unnest(%(ids)s::text[]) o, generate_series(1, %(people)s) n""",
    """INSERT INTO published_need (office_id, id, need_no, scope, neighborhood_id, field, subject, urgency, noted_on,
      source, supporters_count, main_agency_id, status, status_on, solution_note)
    SELECT o, o || '-n' || n, 'N' || n, CASE n %% 3 WHEN 0 THEN 'neighborhood' ELSE 'person' END, o || '-place',
      (%(fields)s::text[])[1 + n %% 7], CASE n %% 3 WHEN 0 THEN 'نیاز ' || n %% 40 END, 'normal',
      date '2025-01-01' + n %% 500, 'residents', 12, o || '-city',
      CASE WHEN n %% 10 = 0 THEN 'referred' ELSE 'met' END, date '2025-03-01' + n %% 500,
      CASE WHEN n %% 50 = 1 THEN 'راه‌حل ' || n %% 9 END
    FROM unnest(%(ids)s::text[]) o, generate_series(1, %(people)s / 3) n""",
    """INSERT INTO published_need_event (office_id, id, need_id, from_status, to_status, "on")
    SELECT o, o || '-e' || n, o || '-n' || n / 2, 'noted', 'referred', date '2025-01-05' + n %% 500
    FROM unnest(%(ids)s::text[]) o, generate_series(1, %(people)s * 2 / 3) n""",
    """INSERT INTO published_referral (office_id, id, need_id, agency_id, mode, sent_on, status)
    SELECT o, o || '-r' || n, o || '-n' || n, o || '-city', 'letter', date '2025-01-06' + n %% 500, 'sent'
    FROM unnest(%(ids)s::text[]) o, generate_series(1, %(people)s / 3) n""",
    """INSERT INTO record_state (office_id, kind, record_id, state, disputed)
    SELECT o, 'need', o || '-n' || n, %(state)s, false
    FROM unnest(%(ids)s::text[]) o, generate_series(1, %(people)s / 3) n""",
)  # fmt: skip


class Town:
    """The province, and how many offices it has by now. `people` are published of each office."""

    def __init__(self, folder: Path, address: str, people: int) -> None:
        self.folder, self.address, self.people = folder, address, people
        self.count = 0
        keys = make_keys()
        save_keys(folder, keys)
        make_certificate(folder, "https://localhost", AT)
        database = Database(address)
        upgrade(database)
        server = Server("province-1", "استان بزرگ", "incarnation-1")
        with database.writing() as connection:
            offices.add_server(connection, server, AT)
        self.province = Province(Settings(folder=folder, database=address), keys, database, server)
        self.watch = psycopg.connect(address.replace("postgresql+psycopg", "postgresql"))
        self._snapshots = [_written(number).snapshot() for number in range(25)]

    @contextmanager
    def raw(self) -> Iterator[psycopg.Connection[Any]]:
        """The bare driver, for floors and for filling."""
        with psycopg.connect(self.address.replace("postgresql+psycopg", "postgresql")) as connection:
            connection.prepare_threshold = None  # tables beside come and go
            yield connection

    def spent(self) -> float:
        """Milliseconds of the processor, of this process and of the database's own: a busy machine does not count."""
        asked = b"SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        backends = [row[0] for row in self.watch.execute(asked).fetchall()]
        self.watch.rollback()
        return 1000 * time.process_time() + sum(map(_of_backend, backends))

    def grow(self, count: int) -> None:
        """More offices with all that is theirs; the tables are analysed as a server's are."""
        ids = [f"office-{number:04}" for number in range(self.count, count)]
        with self.province.database.writing() as connection:
            rows = [{"id": one, "code": one[-4:], "title": f"دفتر {one[-4:]}", "next": 0, "made_at": AT} for one in ids]
            connection.execute(insert(OFFICE), rows)
            connection.execute(insert(PUBLISHED["office"]), [_office(one) for one in ids])
            connection.execute(insert(PUBLISHED["neighborhood"]), [_place(one) for one in ids])
            connection.execute(insert(PUBLISHED["organization"]), [_city(one) for one in ids])
            connection.execute(insert(PUBLISHED["monthly_report"]), [self._report(one) for one in ids])
        with self.raw() as connection:
            for statement in _FILL:
                given = {"ids": ids, "people": self.people, "fields": list(FIELDS), "state": _STATE}
                connection.execute(statement.encode(), given)
            connection.commit()
            connection.autocommit = True
            connection.execute("VACUUM ANALYZE")
        self.count = count

    def laptop(self, office: str) -> Laptop:
        """A laptop of an office that has joined."""
        made = Laptop(f"laptop-{office}", office=office)
        known = Office(office, office[-4:], f"دفتر {office[-4:]}")
        with self.province.database.writing() as connection:
            content, code = invite(connection, self.province, known, AT, timedelta(days=1))
        made.card = opened_card(content, code)
        join(self.province, made.joining(made.card, code), AT)
        return made

    def _report(self, office: str) -> dict[str, Any]:
        snapshot = self._snapshots[int(office[-4:]) % 25]
        at = "2026-08-25 08:00:00.000000"
        return {
            "office_id": office, "id": f"{office}-report", "jmonth": MONTH, "version": 1, "status": "accepted",
            "signed_at": at, "sent_at": at, "decision_at": at, "snapshot_json": snapshot,
            "content_hash": digest_of(snapshot),
        }  # fmt: skip


def _of_backend(pid: int) -> float:
    """Milliseconds that a process of the database has worked; 0 of one that has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _county(office: str) -> tuple[str, str]:
    return COUNTIES[int(office[-4:]) % 25]


def _office(office: str) -> dict[str, Any]:
    return {
        "office_id": office, "id": office, "code": office[-4:], "title_fa": office, "county_id": _county(office)[0],
        "status": "active",
    }  # fmt: skip


def _place(office: str) -> dict[str, Any]:
    return {
        "office_id": office, "id": f"{office}-place", "name": f"محلهٔ {office[-4:]}", "city_name": "شهر",
        "county_id": _county(office)[0], "coverage_status": "under_office",
    }  # fmt: skip


def _city(office: str) -> dict[str, Any]:
    known = {"name_fa": "شهرداری", "kind": "agency", "agency_code": "municipality"}
    return {"office_id": office, "id": f"{office}-city", **known}


def _written(number: int) -> Written:
    """One of 25 reports that differ; a few of their counts are small."""
    agency = {("municipality", "شهرداری"): ([1 + number % 9] * (6 + number), [9] * (1 + number % 8), 3)}
    needs = {"اجتماعی": 20 + number, "عمرانی و کالبدی": 2 + number, "بهداشت و درمان": 9 + number % 5}
    return Written(
        Office(f"o{number}", f"{number:04}", "دفتر"), COUNTIES[number % len(COUNTIES)],
        counts={
            "I-01": 2 + 3 * number, "I-06": 60 + number, "I-07": sum(needs.values()), "I-14": 200.0,
            "I-15": 40 + number,
        },
        rates={
            "I-03": (400 + number, 9_800), "I-09": (20 + number, 60), "I-11": (6 + number, 7 + number + number % 8),
            "I-12": (9, 20), "I-16": (10 + number, 40 + number), "I-20": (60, 100),
        },
        needs=needs, answers=agency, places=[("محله", 400, 9_800)],
        workshops=[WorkshopRow("کارگاه", "مهارت‌های زندگی", 4, 8, 20, 20, 132)] * 4,
        credits=[CreditRow("وزارت کشور", "فعالیت جاری", 0, 10**9, 10**9, 10**8)] * 2, scores=[80 - number],
        inspections=[("سند امنیت غذایی", 1)],
    )  # fmt: skip


@contextmanager
def town(folder: Path, people: int) -> Iterator[Town]:
    """A cluster with one database, ended with everything in it."""
    with cluster(folder) as socket:
        with connect(socket) as control:
            control.execute(b"CREATE DATABASE bench")
        made = Town(folder, f"postgresql+psycopg://{USER}:no-password-is-asked@/bench?host={socket}", people)
        try:
            yield made
        finally:
            made.watch.close()
            made.province.close()
