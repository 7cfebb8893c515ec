"""Plain rows of a neighbourhood's profile: numbers of places and of many, never of one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.persian.regime import Regime
from desktop.reports.office_paper import Imprint

if TYPE_CHECKING:
    from desktop.reports.monthly_rows import MonthlyReport


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """A figure of one year from one source; the range is of an estimate."""

    year: int
    population: int
    households: int | None
    source: str
    estimated: bool = False
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class ServiceLevelRow:
    """A service for each head, now and in an earlier year. The gap is to the standard, when the province set one."""

    kind: str
    unit: str
    year: int
    value: float
    standard: float | None
    source: str
    before_year: int | None = None
    before: float | None = None

    @property
    def gap(self) -> float | None:
        """What is missing to the standard; below zero when there is more."""
        return None if self.standard is None else self.standard - self.value

    @property
    def change(self) -> float | None:
        return None if self.before is None else self.value - self.before


@dataclass(frozen=True, slots=True)
class FacilityRow:
    """A place that serves, and what it offers: «فیزیوتراپی (۲۰ نفر در روز)»."""

    name: str
    type: str
    owner: str
    status: str
    services: tuple[str, ...] = ()
    area: float | None = None
    opened_on: date | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class CapacityRow:
    """Something the neighbourhood has and could use."""

    title: str
    kind: str
    owner: str
    uses: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A local group; None of members is not known."""

    name: str
    kind: str
    members: int | None
    since: str = ""


@dataclass(frozen=True, slots=True)
class NeedsRow:
    """Needs of one field at a month's end: open, and met within the year before. Small counts are hidden in print.

    `open_before` and `met_before` are the same a month earlier, where it is known.
    """

    field: str
    open: int
    met: int
    open_before: int | None = None
    met_before: int | None = None


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """What is built, equipped, repaired or served."""

    title: str
    kind: str
    status: str
    progress: int
    cost: int | None
    beneficiaries: int | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class HarmRow:
    """How many observations of one harm have each colour; they are printed in bands."""

    harm: str
    green: int
    yellow: int
    red: int

    @property
    def counts(self) -> tuple[int, int, int]:
        """In the order of the colours."""
        return (self.green, self.yellow, self.red)


@dataclass(frozen=True, slots=True)
class CityRow:
    """The city of the neighbourhood in its newest year, and what part of it lives here, in percent."""

    year: int
    population: int
    source: str
    share: float | None


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """The means of a nameless yearly survey, from 1 to 5; what was not asked is None."""

    year: int
    respondents: int
    means: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class PlacePhoto:
    """A photo of a place on which nobody can be seen."""

    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that stands in a neighbourhood's profile."""

    imprint: Imprint
    name: str
    city: str
    county: str
    area_type: str
    coverage: str
    regime: Regime = Regime.RIAL
    aliases: tuple[str, ...] = ()
    parent: str = ""
    hectare: float | None = None
    boundaries: str = ""
    formation_year: int | None = None
    formation: str = ""
    informal: str = ""
    city_row: CityRow | None = None
    populations: tuple[PopulationRow, ...] = ()
    surveys: tuple[SurveyRow, ...] = ()
    asked: tuple[str, ...] = ()  # what the means of a survey are of
    work: tuple[tuple[str, int], ...] = ()  # how many registered residents work, seek work, or why they do not
    photos: tuple[PlacePhoto, ...] = ()
    services: tuple[ServiceLevelRow, ...] = ()
    facilities: tuple[FacilityRow, ...] = ()
    capacities: tuple[CapacityRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    trustees: tuple[str, ...] = ()  # the roles that somebody has; nobody is named or counted (G-22)
    needs: tuple[NeedsRow, ...] = ()
    month: str = ""  # at whose end needs are counted
    key: str = "here"  # of the neighbourhood among the places of the office
    needs_elsewhere: tuple[tuple[str, tuple[NeedsRow, ...]], ...] = ()  # of the office's other places, for the sums
    report: MonthlyReport | None = None  # what the report of that month tells
    projects: tuple[ProjectRow, ...] = ()
    harms: tuple[HarmRow, ...] = ()
    harm_list: str = ""

    @property
    def latest(self) -> PopulationRow | None:
        """The population of the newest year."""
        return max(self.populations, key=lambda row: row.year, default=None)
