"""The fictional office itself: «مهرآوران» in Kerman, its neighbourhoods, staff, accounts and agencies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.domain.persian.calendar import from_gregorian, to_gregorian
from desktop.services.demo.drafts import Made
from desktop.services.directory import first_agencies

OFFICE_CODE = "0803"
COUNTY = "0808"
_OPENED = to_gregorian(1397, 2, 15)


@dataclass(frozen=True)
class Colleague:
    """One of the staff with an account."""

    username: str
    full_name: str
    role: str
    position: str
    specialty: str
    education: str

    @property
    def password(self) -> str:
        """Told on the screen: a fictional office has no secrets."""
        return f"{self.username}-demo-1404"


COLLEAGUES = (
    Colleague("hamid", "حمید یزدان‌پناه", "office_manager", "manager", "management", "master"),
    Colleague("samira", "سمیرا دادخواه", "facilitator", "facilitator", "social", "bachelor"),
    Colleague("kaveh", "کاوه رستمی", "facilitator", "facilitator", "urban_planning", "master"),
    Colleague("narges", "نرگس بامری", "social_worker", "social_worker", "social_work", "master"),
)
# Name, other spelling, kind of area, share of the people, people in 1400 as the health house counted them.
_PLACES = (
    ("گلستان‌آباد", "شهرک گلستان", "informal_settlement", 9850),
    ("چشمه‌سار", "سرچشمه", "worn_out", 6420),
    ("کوی مهرگان", "", "marginal", 4380),
    ("باغ بالا", "باغ‌بالا و قلعه", "attached_village", 3150),
)


@dataclass(frozen=True)
class Founded:
    """What the rest of the fictional office stands on."""

    neighborhoods: tuple[str, ...]
    staff: dict[str, str]  # username → staff member
    agencies: dict[str, str]  # agency code → organization


def make_office(made: Made) -> Founded:
    made.add(
        "office",
        {
            "code": OFFICE_CODE,
            "title_fa": "دفتر تسهیلگری و توسعهٔ محلی مهرآوران",
            "county_id": COUNTY,
            "address": "کرمان، گلستان‌آباد، خیابان لاله، خانهٔ محله",
            "phone": "03400000003",
            "office_hours": "شنبه تا چهارشنبه ۸ تا ۱۵",
            "opening_date": _OPENED,
            "status": "active",
            "status_on": _OPENED,
            "license_no": "۱۴۰/۵۲",
            "license_date": _OPENED,
            "letterhead_line1": "وزارت کشور",
            "letterhead_line2": "استانداری کرمان، دفتر امور اجتماعی و فرهنگی",
            "letterhead_line3": "دفتر تسهیلگری و توسعهٔ محلی مهرآوران",
            "fictional": True,
        },
    )
    places = tuple(_add_place(made, *place) for place in _PLACES)
    staff = {colleague.username: _add_colleague(made, colleague) for colleague in COLLEAGUES}
    agencies = {
        agency["agency_code"]: str(made.add("organization", dict(agency))["id"]) for agency in first_agencies(COUNTY)
    }
    return Founded(places, staff, agencies)


def _add_place(made: Made, name: str, alias: str, area: str, people: int) -> str:
    values: dict[str, Any] = {
        "name": name,
        "aliases": [alias] if alias else [],
        "area_type": area,
        "county_id": COUNTY,
        "city_name": "کرمان",
    }
    place: str = made.add("neighborhood", values)["id"]
    own = made.of("office")[0]["id"]
    made.add("office_neighborhood", {"neighborhood_id": place, "from_date": _OPENED, "serving_office_id": own})
    population = max(people, round(made.words.residents * people / 12_000))
    counted = {"neighborhood_id": place, "year": 1400, "population": population, "source": "health_house"}
    made.add("neighborhood_population", {**counted, "households": round(population / 3.6)})
    return place


def _add_colleague(made: Made, colleague: Colleague) -> str:
    start = to_gregorian(from_gregorian(made.words.first_day).year - 2, 1, 15)
    staff: str = made.add(
        "staff_member",
        {
            "full_name": colleague.full_name,
            "specialty": colleague.specialty,
            "education_level": colleague.education,
            "position": colleague.position,
            "start_date": start,
        },
    )["id"]
    sees = colleague.role in ("office_manager", "social_worker")
    made.add(
        "user_account",
        {"staff_id": staff, "username": colleague.username, "role": colleague.role, "can_see_sensitive": sees},
    )
    return staff
