"""The log of what was done at the server: who signed in, decided, wrote, exported (G-28).

It tells accounts by id, offices by id and things by code; no name of anybody. Lines are only added, and each is sealed
with the server's key onto the one before: who changes one, or takes one out, breaks the seals of all that follow.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, text

from province.keys import ServerKeys
from province.store.tables import AUDIT

_LOCK = 7_482_932
WRITTEN = "record_put"
DEEDS: Mapping[str, str] = {
    "signed_in": "ورود",
    "sign_in_failed": "ورود ناموفق",
    "account_locked": "بسته‌شدن حساب برای پانزده دقیقه",
    "signed_out": "خروج",
    "signed_out_everywhere": "خروج از همه‌جا",
    "password_changed": "تغییر گذرواژه",
    "second_factor_set": "راه‌اندازی عامل دوم",
    "second_factor_reset": "برداشتن عامل دوم",
    "recovery_codes_made": "ساختن کدهای بازیابی",
    "account_added": "حساب تازه",
    "account_changed": "تغییر حساب",
    "account_disabled": "بستن حساب",
    "account_enabled": "گشودن حساب",
    "password_reset": "گذرواژهٔ تازه برای حساب",
    "device_approved": "پذیرش رایانه",
    "device_revoked": "بستن رایانه",
    "office_changed": "تغییر شهرستان دفتر",
    "report_accepted": "پذیرش گزارش",
    "report_returned": "برگشت گزارش",
    WRITTEN: "نوشتن در پروندهٔ دفتر",
    "record_stepped": "گام تازهٔ پروندهٔ دفتر",
    "exported": "خروجی گرفتن",
}
"""Deed → what it is called; nothing else is written."""


class Line(NamedTuple):
    seq: int
    at: datetime
    account_id: str | None
    deed: str
    office_id: str | None
    target: str
    seal: str


class Deed(NamedTuple):
    """What is to be told. `target` is a code, a month or an id."""

    name: str
    account_id: str | None = None
    office_id: str | None = None
    target: str = ""


def note(connection: Connection, keys: ServerKeys, deed: Deed, at: datetime) -> None:
    """Add a line, in the transaction of the deed itself: neither is without the other."""
    if deed.name not in DEEDS:
        raise ValueError(deed.name)
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    last = connection.execute(select(AUDIT.c.seq, AUDIT.c.seal).order_by(AUDIT.c.seq.desc()).limit(1)).first()
    bare = Line(
        (last.seq if last else 0) + 1, at, deed.account_id, deed.name, deed.office_id, deed.target[:_LONGEST], ""
    )
    sealed = bare._replace(seal=_seal(keys, bare, last.seal if last else ""))
    connection.execute(insert(AUDIT).values(**sealed._asdict()))


def first_broken(connection: Connection, keys: ServerKeys) -> int | None:
    """The number of the first line that does not follow from the one before; None when all do."""
    before = ""
    for number, line in enumerate(_lines(connection), 1):
        if line.seq != number or not hmac.compare_digest(line.seal, _seal(keys, line, before)):
            return number
        before = line.seal
    return None


def lines(connection: Connection, before: int | None = None, most: int = 50, deed: str = "") -> list[Line]:
    """The newest lines first; those before a number."""
    wanted = _ALL
    if before is not None:
        wanted = wanted.where(AUDIT.c.seq < before)
    if deed:
        wanted = wanted.where(AUDIT.c.deed == deed)
    return [Line(*row) for row in connection.execute(wanted.order_by(AUDIT.c.seq.desc()).limit(most))]


def _lines(connection: Connection) -> Iterator[Line]:
    after = 0
    while page := connection.execute(_ALL.where(AUDIT.c.seq > after).order_by(AUDIT.c.seq).limit(1000)).all():
        for row in page:
            yield Line(*row)
        after = page[-1].seq


def _seal(keys: ServerKeys, line: Line, before: str) -> str:
    told = [
        before, str(line.seq), line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        line.account_id or "", line.deed, line.office_id or "", line.target,
    ]  # fmt: skip
    framed = "".join(f"{len(part)}:{part}" for part in told)
    return hmac.new(keys.derived("audit"), framed.encode(), hashlib.sha256).hexdigest()


_LONGEST = 120
_ALL = select(*(AUDIT.c[name] for name in Line._fields))
