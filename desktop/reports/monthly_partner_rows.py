"""Plain rows of the monthly report's sections about place, partners, money and oversight. They tell of no resident."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop.domain.persian.regime import Regime
from desktop.reports.credit_statement import CreditRow
from desktop.reports.profile_rows import CapacityRow, HarmRow, ProjectRow, ServiceLevelRow


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A neighbourhood that the office serves, with its newest population."""

    name: str
    area_type: str
    population: int | None
    year: int | None
    source: str
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class StaffRow:
    """How many colleagues have a specialty, by education in the order of `OfficeRows.educations`."""

    specialty: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class OfficeRows:
    """Section 2: who runs the office, with whom, and where."""

    operator: str = ""
    contract_end: date | None = None
    educations: tuple[str, ...] = ()
    staff: tuple[StaffRow, ...] = ()
    places: tuple[PlaceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipationRows:
    """Section 9. Resolutions are those whose day is in the month (I-21)."""

    trustees: int = 0
    volunteers: int = 0
    groups: int = 0
    groups_met: int = 0
    meetings: tuple[tuple[str, int], ...] = ()
    resolutions_due: int = 0
    resolutions_done: int = 0


@dataclass(frozen=True, slots=True)
class AgencyMeetingRow:
    """A meeting with agencies, and how many there were and were resolved."""

    on: date
    kind: str
    subject: str
    agencies: tuple[str, ...]
    resolutions: int


@dataclass(frozen=True, slots=True)
class MouRow:
    """A memorandum in force, and its promises until the month's end."""

    title: str
    partners: tuple[str, ...]
    end: date | None
    commitments: int
    done: int
    overdue: int


@dataclass(frozen=True, slots=True)
class CoordinationRows:
    """Section 10."""

    meetings: tuple[AgencyMeetingRow, ...] = ()
    mous: tuple[MouRow, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level of service in one neighbourhood."""

    neighborhood: str
    level: ServiceLevelRow


@dataclass(frozen=True, slots=True)
class BuiltRows:
    """Section 11: capacities found in the month, projects that run or ended in it, levels measured in its year."""

    capacities: tuple[CapacityRow, ...] = ()
    projects: tuple[ProjectRow, ...] = ()
    levels: tuple[LevelRow, ...] = ()


@dataclass(frozen=True, slots=True)
class HarmPlace:
    """A neighbourhood's harms by colour, as bands."""

    neighborhood: str
    harms: tuple[HarmRow, ...]


@dataclass(frozen=True, slots=True)
class HarmRows:
    """Section 12. `grounds` are texts that were looked through for names."""

    places: tuple[HarmPlace, ...] = ()
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyRows:
    """Section 13: credits of the fiscal year until the month's end, donations of the month, in today's rial."""

    year: int = 0
    credits: tuple[CreditRow, ...] = ()
    donations: int = 0
    donated: int = 0
    unvalued: int = 0
    refused: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan at the month's end; `days_left` None: nothing is counted down."""

    title: str
    ngo: str
    status: str
    deadline: date | None
    days_left: int | None
    score: float | None
    settled_on: date | None = None


@dataclass(frozen=True, slots=True)
class NgoRows:
    """Section 14 (I-25)."""

    plans: tuple[PlanRow, ...] = ()
    running: int = 0
    nearly_due: int = 0
    overdue: int = 0
    evaluated: int = 0
    funded: int = 0
    workshops: int = 0  # of which a session was held in the month
    with_ngos: int = 0  # of these with an NGO as partner


@dataclass(frozen=True, slots=True)
class InspectionRows:
    """Section 15: counts only. `silent` is how many of the last twelve months had none."""

    by_document: tuple[tuple[str, int], ...] = ()
    silent: int = 0


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """Section 16: what was judged, its score of five, and what is to be done next."""

    target: str
    period: str
    score: float | None
    next_actions: str = ""


@dataclass(frozen=True, slots=True)
class PartnerRows:
    """The sections together."""

    regime: Regime = Regime.RIAL
    office: OfficeRows = field(default_factory=OfficeRows)
    participation: ParticipationRows = field(default_factory=ParticipationRows)
    coordination: CoordinationRows = field(default_factory=CoordinationRows)
    built: BuiltRows = field(default_factory=BuiltRows)
    harms: HarmRows = field(default_factory=HarmRows)
    money: MoneyRows = field(default_factory=MoneyRows)
    ngos: NgoRows = field(default_factory=NgoRows)
    inspections: InspectionRows = field(default_factory=InspectionRows)
    evaluations: tuple[EvaluationRow, ...] = ()
