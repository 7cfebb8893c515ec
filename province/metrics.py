"""What watchers read at /metrics: how many requests, how long, and how the province stands. Counts only, no names.

Requests are counted by each process for itself, under the declared route and never under the address that was asked;
figures of the province come from the database when they are asked for, and so are the same from every process.
"""

from __future__ import annotations

import hmac
import ipaddress
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import ColumnElement, Table, func, select

from province.setup import Province
from province.store import devices
from province.store.published import DELETED, PUBLISHED
from province.store.tables import DEVICE, OFFICE, REFUSED_SEGMENT, SEGMENT, WAITING_SEGMENT, WEB_SESSION

MEDIA = "text/plain; version=0.0.4; charset=utf-8"
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1.0, 3.0, 10.0)


class Metrics:
    """The counters of one process."""

    def __init__(self, province: Province) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "tashilgar_requests", "Answers by route and status", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "tashilgar_request_seconds", "Time to an answer", ("route",), buckets=_BOUNDS, registry=self._registry
        )
        self._registry.register(_Standing(province))

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """One answer. `route` is the declared one; "" for an address that is none."""
        self._requests.labels(method, route or "none", str(status)).inc()
        self._seconds.labels(route or "none").observe(seconds)

    def told(self) -> bytes:
        """Everything, in the form that Prometheus reads."""
        return generate_latest(self._registry)


class _Standing(Collector):
    """The province now."""

    def __init__(self, province: Province) -> None:
        self._province = province

    def describe(self) -> list[GaugeMetricFamily]:
        """Nothing is asked of the database before somebody reads."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        reports = PUBLISHED["monthly_report"]
        sent = reports.c[DELETED].is_(None) & (reports.c.status == "sent")
        pending = DEVICE.c.status == devices.PENDING
        counted: tuple[tuple[str, str, Table, ColumnElement[bool] | None], ...] = (
            ("offices", "Offices", OFFICE, None),
            ("devices_pending", "Laptops that wait for an approval", DEVICE, pending),
            ("segments", "Segments taken", SEGMENT, None),
            ("segments_waiting", "Segments that cannot act yet", WAITING_SEGMENT, None),
            ("segments_refused", "Segments refused", REFUSED_SEGMENT, None),
            ("reports_sent", "Reports that wait for an answer", reports, sent),
            ("sessions", "Sessions at the pages", WEB_SESSION, None),
        )
        with self._province.database.reading() as connection:
            for name, text, table, where in counted:
                wanted = select(func.count()).select_from(table)
                many = connection.execute(wanted if where is None else wanted.where(where)).scalar_one()
                yield GaugeMetricFamily(f"tashilgar_{name}", text, value=many)


def may_read(address: str, authorization: str, token: str) -> bool:
    """Whoever has the token; where none is set, this machine alone."""
    if token:
        return hmac.compare_digest(authorization.encode(), f"Bearer {token}".encode())
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
