"""Stalls of a market: whose they are, what is sold and for how much (domain §3.5)."""

from collections.abc import Iterable
from typing import Annotated

from desktop.domain.event_life import MARKETS
from desktop.domain.fields import About, Access, Draft, Input, Sensitivity
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL


class MarketStallDraft(Draft):
    """غرفهٔ بازارچه؛ از آنِ یک ساکن یا یک گروه محلی"""

    event_id: Annotated[str, About(label="بازارچه", input=Input.LINK, links="event", required=True, sensitivity=PERSONAL, column=1)]
    person_id: Annotated[str | None, About(label="فرد", input=Input.LINK, links="person", sensitivity=PERSONAL, column=2)] = None
    group_id: Annotated[str | None, About(label="گروه محلی", input=Input.LINK, links="local_group", sensitivity=PERSONAL, column=3)] = None
    product: Annotated[str, About(label="کالا", required=True, longest=80, sensitivity=PERSONAL, column=4)]
    sales_rial: Annotated[int | None, About(access=Access.OPEN, label="فروش", input=Input.MONEY, low=0, sensitivity=PERSONAL, column=5)] = None


class MarketStall(MarketStallDraft, Record, table=True):
    __tablename__ = "market_stall"


def stall_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    if bool(values["person_id"]) == bool(values["group_id"]):
        yield Problem("person_id", "person_or_group")
    event = facts.get("event", values["event_id"])
    if event is not None and event["type"] not in MARKETS:
        yield Problem("event_id", "market_only")


MARKET_STALL = Kind(name="market_stall", label="غرفه", plural="غرفه‌ها", draft=MarketStallDraft, table=MarketStall, title=("product",), rules=stall_rules)
