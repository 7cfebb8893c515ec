"""What one signed report tells the sums of the province, read from the snapshot that its signature froze.

Snapshots are plain JSON of the program that signed them. What an older one does not carry is None or empty here, and
never zero; what a newer one carries more is left aside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from desktop.domain.codes import CODE_LISTS
from desktop.domain.covered import distinct
from desktop.domain.indicators import DEFINITIONS
from desktop.domain.publication import Band, Cover, Few, Hidden
from desktop.domain.signed_content import SNAPSHOT_SCHEMA

ANSWERS = ("sent", "outstanding", "answered", "unanswered")


class Figure(NamedTuple):
    """An indicator as it was signed. `by` are its breakdowns."""

    value: float | None
    numerator: float | None
    denominator: float | None
    missing: int
    more: Mapping[str, Any]


class AgencyTold(NamedTuple):
    """How one agency answered one office. `cell` begins the names of its counts in the report.

    `days` until the first answers of the month, `ages` of what waits; None where the report carries no lists.
    """

    code: str
    name: str
    cell: str
    counts: Mapping[str, int]
    days: Sequence[int] | None
    ages: Sequence[int] | None


class PlaceTold(NamedTuple):
    """A neighbourhood of the office, with its newest population where that is known."""

    name: str
    population: int | None


class WorkshopTold(NamedTuple):
    """A workshop of the month; `type` is a label."""

    type: str
    sessions: int
    hours: float


class MoneyTold(NamedTuple):
    """Credits of the fiscal year of one source and purpose (labels), in rial."""

    source: str
    purpose: str
    requested: int
    approved: int
    received: int
    spent: int


class HarmTold(NamedTuple):
    """Observations of one harm (a label) by colour."""

    harm: str
    green: int
    yellow: int
    red: int


@dataclass(frozen=True)
class Told:
    """One accepted report."""

    snapshot: Mapping[str, Any]

    @property
    def is_readable(self) -> bool:
        """Whether this program knows the form of the snapshot."""
        return int(self.snapshot.get("schema", 0)) in range(1, SNAPSHOT_SCHEMA + 1) and "report" in self.snapshot

    @cached_property
    def report(self) -> Mapping[str, Any]:
        """The rows that the report prints."""
        printed: Mapping[str, Any] = self.snapshot["report"]
        return printed

    @cached_property
    def county(self) -> tuple[str, str]:
        """Code and name of the county that the office was of when it signed; "" where that was not carried."""
        told = self.snapshot.get("province", {}).get("county", {})
        return str(told.get("code", "")), str(told.get("name", ""))

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Code → indicator, those that this program knows."""
        return {
            code: Figure(told["value"], told["numerator"], told["denominator"], told["missing"], told)
            for code, told in self.snapshot["indicators"].items()
            if code in DEFINITIONS
        }

    @cached_property
    def covers(self) -> Mapping[str, Cover]:
        """Cell of the report → how the copy that leaves the office tells it instead of exactly."""
        made: dict[str, Cover] = {}
        for row in self.report.get("covers", ()):
            if row["how"] == "band":
                made[row["cell"]] = Band(row["low"], row["high"])
            else:
                made[row["cell"]] = Few() if row["how"] == "few" else Hidden()
        return made

    @property
    def days(self) -> Sequence[int]:
        """Days until each first answer of the month."""
        return tuple(self.snapshot.get("days", {}).get("days", ()))

    @property
    def ages(self) -> Sequence[int]:
        """Days for which each unanswered referral has waited."""
        return tuple(self.snapshot.get("days", {}).get("ages", ()))

    @cached_property
    def needs(self) -> Mapping[str, tuple[int, str]]:
        """Field → its needs that are open at the month's end, and the name of that count in the report."""
        rows = self.report.get("needs", ())
        fields = distinct(row["field"] for row in rows)
        return {
            code_or_label("need_field", row["field"]): (row["open_end"], f"needs/{key}/open_end")
            for key, row in zip(fields, rows, strict=True)
        }

    @cached_property
    def agencies(self) -> Sequence[AgencyTold]:
        rows = self.report.get("agencies", ())
        carried = self.snapshot.get("province", {}).get("agencies") or [{}] * len(rows)
        keys = distinct(row["agency"] for row in rows)
        return [
            AgencyTold(
                code=one.get("code") or "",
                name=row["agency"],
                cell=f"agencies/{key}",
                counts={name: row[name] for name in ANSWERS},
                days=one.get("days"),
                ages=one.get("ages"),
            )
            for key, row, one in zip(keys, rows, carried, strict=True)
        ]

    @property
    def places(self) -> Sequence[PlaceTold]:
        return [PlaceTold(row["neighborhood"], row["population"]) for row in self.report.get("coverage", ())]

    @property
    def workshops(self) -> Sequence[WorkshopTold]:
        rows = self.report.get("workshops", ())
        return [WorkshopTold(row["type"], row["sessions_held"], row["hours"]) for row in rows]

    @property
    def money(self) -> Mapping[str, Any]:
        """Section 13 of the report."""
        return self._partners("money")

    @property
    def credits(self) -> Sequence[MoneyTold]:
        rows = self.money.get("credits", ())
        return [MoneyTold(*(row[name] for name in MoneyTold._fields)) for row in rows]

    @property
    def plans(self) -> Mapping[str, Any]:
        """Section 14 of the report."""
        return self._partners("ngos")

    @property
    def inspections(self) -> Mapping[str, int]:
        """Policy document → inspections of the month."""
        rows = self._partners("inspections").get("by_document", ())
        return {code_or_label("policy_document", label): count for label, count in rows}

    @property
    def silent_months(self) -> int:
        """Months of the last twelve without an inspection."""
        return int(self._partners("inspections").get("silent", 0))

    @property
    def harms(self) -> Sequence[HarmTold]:
        places = self._partners("harms").get("places", ())
        return [HarmTold(*(row[name] for name in HarmTold._fields)) for place in places for row in place["harms"]]

    @property
    def doubles(self) -> int | None:
        """Likely double registrations that waited for a decision when the report was signed."""
        quality = self.report.get("quality")
        return None if quality is None else int(quality["doubles"])

    @property
    def late_entries(self) -> int:
        """Records of earlier signed months that came or went after their signature."""
        late = self.report.get("corrections", {}).get("late", ())
        return sum(row["added"] + row["removed"] for row in late)

    @property
    def is_fictional(self) -> bool:
        return bool(self.report.get("fictional"))

    def _partners(self, section: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.report.get("partners", {}).get(section, {})
        return found


def code_or_label(code_list: str, label: str) -> str:
    """The code of a label of a list; a label that the list does not know any more stands for itself."""
    return next((code for code, known in CODE_LISTS[code_list].items() if known == label), label)


def label_or_code(code_list: str, code: str) -> str:
    """The other way round."""
    return CODE_LISTS[code_list].get(code, code)
