"""Which offices owe a report of a month, how each stands, and the newest report of each that was accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, func, select

from desktop.domain.clock import today_in_iran
from desktop.domain.monthly_report import ACCEPTED, MONTHLY_REPORT, RETURNED, newest
from desktop.domain.persian.calendar import month_bounds, shift_month
from desktop.domain.signed_content import digest_of
from province.rollup.told import Told
from province.store.office_places import county_names
from province.store.published import PUBLISHED
from province.store.tables import OFFICE
from province.store.writers import told_by_offices

DUE_DAY: Final = 5
"""The day of the next month by which a report is there (domain §6.2)."""
_REPORT, _OFFICE_RECORD = PUBLISHED[MONTHLY_REPORT.name], PUBLISHED["office"]
_LISTED = ("id", "office_id", "version", "status", "signed_at", "sent_at", "decision_at")
UNKNOWN_COUNTY: Final = "شهرستان نامعلوم"
_NOT_YET, _AT_WORK = ("proposed", "licensed"), ("active", "suspended")


class Standing(StrEnum):
    """How an office stands in a month."""

    ACCEPTED = "accepted"
    WAITING = "waiting"
    RETURNED = "returned"
    MISSING = "missing"
    ALTERED = "altered"  # what came is not what was signed
    NEWER = "newer"  # a newer program signed it


STANDINGS: Final[Mapping[Standing, str]] = {
    Standing.ACCEPTED: "پذیرفته",
    Standing.WAITING: "در انتظار بررسی استان",
    Standing.RETURNED: "برگشت‌خورده",
    Standing.MISSING: "گزارش نرسیده",
    Standing.ALTERED: "محتوا با امضا نمی‌خواند",
    Standing.NEWER: "امضاشده با برنامه‌ای تازه‌تر",
}


class County(NamedTuple):
    code: str
    name: str


@dataclass(frozen=True)
class OfficeMonth:
    """One office in one month. `late` is by how many days its report came after the due day."""

    id: str
    code: str
    title: str
    county: County
    standing: Standing
    version: int | None = None
    sent_on: date | None = None
    accepted_on: date | None = None
    late: int = 0
    told: Told | None = None
    own_word: bool = False  # that it was accepted is what the office wrote down, with the number of a letter

    @property
    def report(self) -> Told:
        """The report that counts; LookupError where none does."""
        if self.told is None:
            raise LookupError(self.id)
        return self.told


@dataclass(frozen=True)
class Collected:
    """A month of the province. `offices` are all that owe a report, by county and code."""

    month: str
    offices: Sequence[OfficeMonth]

    @property
    def told(self) -> Sequence[OfficeMonth]:
        """Those whose report counts."""
        return [one for one in self.offices if one.told is not None]

    @property
    def missing(self) -> Sequence[OfficeMonth]:
        """Those that the sums lack: never zeros."""
        return [one for one in self.offices if one.told is None]

    @property
    def counties(self) -> Sequence[County]:
        """Those of the offices that count, in the order of the offices."""
        return list(dict.fromkeys(one.county for one in self.told))


def due_on(month: str) -> date:
    """By when the report of a month is to be there."""
    return month_bounds(shift_month(month, 1))[0] + timedelta(days=DUE_DAY - 1)


def collect(connection: Connection, month: str) -> Collected:
    """Everything of a month; a few statements, whatever the number of offices."""
    by_office = _reports(connection, month)
    chosen = {office: _counting(reports) for office, reports in by_office.items()}
    counting = [row["id"] for row in chosen.values() if row]
    snapshots = _snapshots(connection, month, counting)
    own_words = told_by_offices(connection, MONTHLY_REPORT.name, "status", counting)
    made, names = [], county_names(connection)
    for office in map(dict, connection.execute(_OFFICES).mappings()):
        reports = by_office.get(office["id"], ())
        if reports or _owes(office, month):
            counted = chosen.get(office["id"])
            one = _office_month(office, month, reports, counted, snapshots, names)
            made.append(replace(one, own_word=bool(counted and counted["id"] in own_words)))
    return Collected(month, sorted(made, key=lambda one: (one.county.code, one.code)))


_OFFICES = (
    select(
        OFFICE.c.id, OFFICE.c.code, OFFICE.c.title, OFFICE.c.made_at,
        func.coalesce(OFFICE.c.county_id, _OFFICE_RECORD.c.county_id).label("county_id"),
        _OFFICE_RECORD.c.status, _OFFICE_RECORD.c.status_on, _OFFICE_RECORD.c.opening_date,
    )
    .select_from(OFFICE)
    .outerjoin(
        _OFFICE_RECORD,
        (_OFFICE_RECORD.c.office_id == OFFICE.c.id) & (_OFFICE_RECORD.c.code == OFFICE.c.code)
        & _OFFICE_RECORD.c.deleted_at.is_(None),
    )
)  # fmt: skip


def _owes(office: Mapping[str, Any], month: str) -> bool:
    """Whether an office of which nothing came owes the report: it had begun, and had not ended before the month."""
    first, last = month_bounds(month)
    if office["status"] is None:  # nothing is published of it yet
        return today_in_iran(office["made_at"]) <= last
    opened = office["opening_date"] is None or office["opening_date"] <= last
    ended = office["status"] not in _AT_WORK and (office["status_on"] is None or office["status_on"] < first)
    return opened and office["status"] not in _NOT_YET and not ended


def _reports(connection: Connection, month: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    columns = [_REPORT.c[name] for name in _LISTED]
    wanted = select(*columns).where(_REPORT.c.jmonth == month, _REPORT.c.deleted_at.is_(None))
    found = defaultdict[str, list[Mapping[str, Any]]](list)
    for row in connection.execute(wanted).mappings():
        found[row["office_id"]].append(dict(row))
    return found


def _counting(reports: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The newest accepted version; what it replaced and what was not accepted counts nowhere."""
    return newest([row for row in reports if row["status"] == ACCEPTED])


def _snapshots(connection: Connection, month: str, wanted: Sequence[str]) -> Mapping[str, tuple[Any, str]]:
    """Report → its snapshot and the hash that its signature gave it."""
    columns = (_REPORT.c.id, _REPORT.c.snapshot_json, _REPORT.c.content_hash)
    asked = select(*columns).where(_REPORT.c.jmonth == month, _REPORT.c.status == ACCEPTED)
    ids = set(wanted)
    rows = connection.execute(asked) if ids else ()
    return {row.id: (row.snapshot_json, row.content_hash) for row in rows if row.id in ids}


def _office_month(
    office: Mapping[str, Any],
    month: str,
    reports: Sequence[Mapping[str, Any]],
    counting: Mapping[str, Any] | None,
    snapshots: Mapping[str, tuple[Any, str]],
    names: Mapping[str, str],
) -> OfficeMonth:
    told, standing = _read(counting, snapshots)
    shown = counting or newest(reports)
    if shown is not None and counting is None:
        standing = Standing.RETURNED if shown["status"] == RETURNED else Standing.WAITING
    sent = _day(shown["sent_at"] or shown["signed_at"]) if shown else None
    return OfficeMonth(
        id=office["id"],
        code=office["code"],
        title=office["title"],
        county=_county(office, told, names),
        standing=standing,
        version=shown["version"] if shown else None,
        sent_on=sent,
        accepted_on=_day(counting["decision_at"]) if counting else None,
        late=max(0, (sent - due_on(month)).days) if sent else 0,
        told=told,
    )


def _read(counting: Mapping[str, Any] | None, snapshots: Mapping[str, tuple[Any, str]]) -> tuple[Told | None, Standing]:
    """A report counts only as it was signed: another content under its hash is told, and not added up."""
    if counting is None:
        return None, Standing.MISSING
    snapshot, content_hash = snapshots[counting["id"]]
    if not snapshot or digest_of(snapshot) != content_hash:
        return None, Standing.ALTERED
    told = Told(snapshot)
    return (told, Standing.ACCEPTED) if told.is_readable else (None, Standing.NEWER)


def _county(office: Mapping[str, Any], told: Told | None, names: Mapping[str, str]) -> County:
    """As the report was signed, otherwise as the office is today."""
    code, name = told.county if told else ("", "")
    if code:
        return County(code, name)
    code = office["county_id"] or ""
    return County(code, names.get(code, UNKNOWN_COUNTY))


def _day(moment: str | None) -> date | None:
    """The day in Iran of a moment, which the tables of records keep as text in UTC without a zone."""
    return today_in_iran(datetime.fromisoformat(moment).replace(tzinfo=UTC)) if moment else None
