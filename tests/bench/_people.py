"""A neighbourhood for the figures: families with brothers and sisters, twins, grandsons named after grandfathers,
and many true namesakes. Nobody in it is registered twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from desktop.domain.persian.calendar import month_length, to_gregorian
from tests.bench._names import Names

YEAR = 1404


@dataclass(frozen=True)
class Human:
    """What an office may know of a person; `None` for what nobody told."""

    household: int
    first_name: str
    last_name: str
    sex: str
    father_name: str | None
    born: tuple[int, int, int]
    precision: str | None = "day"  # None: the age was guessed
    age: int | None = None
    mobile: str | None = None
    numbers: tuple[str, ...] = ()
    verified: bool = False

    @property
    def birth_date(self) -> date | None:
        """As it is stored: an unknown day is the first."""
        if self.precision is None:
            return None
        year, month, day = self.born
        if self.precision == "year":
            month = day = 1
        return to_gregorian(year, month, day if self.precision == "day" else 1)


@dataclass(frozen=True)
class Papers:
    """How well the people of an office are documented, as shares."""

    national_id: float = 0.75
    mobile: float = 0.6
    father: float = 0.92
    day: float = 0.75  # of birth; the rest know the year, or an age is guessed
    year: float = 0.2


@dataclass
class Town:
    """Draws families until there are enough people."""

    names: Names
    random: Random
    papers: Papers = field(default_factory=Papers)
    people: list[Human] = field(default_factory=list)
    _serial: int = 0
    _households: int = 0

    def settle(self, size: int) -> list[Human]:
        while len(self.people) < size:
            self._family(self.names.families.one(self.random), None, self.random.randint(1325, 1380))
        del self.people[size:]
        return self.people

    def _family(self, last_name: str, grandfather: str | None, year: int) -> None:
        """A couple and its children; a married son may live next door, with the family's name."""
        household, self._households = self._households, self._households + 1
        mobile = self._mobile()
        head = self._person(household, last_name, "male", grandfather, year, mobile)
        self.people.append(head)
        if self.random.random() < 0.8:
            wife = self.names.families.one(self.random)
            self.people.append(self._person(household, wife, "female", None, year + self.random.randint(-2, 9), mobile))
        self._children(household, head, year, mobile)

    def _children(self, household: int, head: Human, year: int, mobile: str | None) -> None:
        born, used = year + self.random.randint(19, 26), {head.first_name}
        for _ in range(self.random.choices(range(7), (12, 18, 26, 20, 12, 8, 4))[0]):
            if born > YEAR:
                return
            child = self._child(household, head, born, mobile, used)
            if child.sex == "male" and born < YEAR - 26 and self.random.random() < 0.5:
                self._family(child.last_name, head.first_name, born)
                continue
            self.people.append(child)
            if self.random.random() < 0.03:
                twin = self._child(household, head, born, mobile, used)
                self.people.append(replace(twin, born=child.born, precision=child.precision, age=child.age))
            born += self.random.choices((1, 2, 3, 4, 6), (1, 3, 4, 2, 1))[0]

    def _child(self, household: int, head: Human, born: int, mobile: str | None, used: set[str]) -> Human:
        sex = self.random.choice(("male", "female"))
        child = self._person(household, head.last_name, sex, head.first_name, born, mobile)
        while child.first_name in used:
            child = replace(child, first_name=self.names.given(self.random, sex))
        used.add(child.first_name)
        return child

    def _person(
        self, household: int, last_name: str, sex: str, father: str | None, year: int, mobile: str | None
    ) -> Human:
        random, papers = self.random, self.papers
        month = random.randint(1, 12)
        born = (year, month, random.randint(1, month_length(year, month)))
        told = random.random()
        precision = "day" if told < papers.day else "year" if told < papers.day + papers.year else None
        guessed = YEAR - year + random.choice((-3, -2, -1, 0, 0, 0, 1, 2, 3)) if precision is None else None
        father = father or self.names.men.one(random)
        known = random.random() < papers.national_id
        own = mobile if random.random() < 0.5 else self._mobile()
        return Human(
            household=household,
            first_name=self.names.given(random, sex),
            last_name=last_name,
            sex=sex,
            father_name=father if random.random() < papers.father else None,
            born=born,
            precision=precision,
            age=max(0, guessed) if guessed is not None else None,
            mobile=own,
            numbers=(self._number(),) if known else (),
            verified=known and random.random() < 0.5,
        )

    def _mobile(self) -> str | None:
        return f"09{self.random.randrange(10**9):09}" if self.random.random() < self.papers.mobile else None

    def _number(self) -> str:
        """A right number of a place that does not exist; brothers and sisters often got neighbouring ones."""
        self._serial += self.random.choice((1, 1, 2, 7, 40, 150))
        return with_check_digit(f"99{self._serial:07}")


def with_check_digit(body: str) -> str:
    rest = sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True)) % 11
    return body + str(rest if rest < 2 else 11 - rest)


def namesakes(town: list[Human], names: Names, random: Random, how_many: int) -> list[Human]:
    """Other people with the name, sex and year of birth of somebody, and another father."""
    found = []
    for human in random.sample([human for human in town if human.father_name], how_many):
        year, month = human.born[0], random.randint(1, 12)
        born = (year, month, random.randint(1, month_length(year, month)))
        other = replace(human, household=-1, born=born, numbers=(), verified=False, mobile=None)
        father = names.men.one(random)
        while father == human.father_name:
            father = names.men.one(random)
        found.append(replace(other, father_name=father))
    return found


def siblings(town: list[Human], names: Names, random: Random, how_many: int) -> list[Human]:
    """Brothers and sisters of one sex with somebody of the town, two of five of them twins."""
    found = []
    for human in random.sample(town, how_many):
        year, month, day = human.born
        if random.random() >= 0.4:
            year, month = year + random.choice((-4, -3, -2, -1, 1, 2, 3, 4)), random.randint(1, 12)
            day = random.randint(1, month_length(year, month))
        name = names.given(random, human.sex)
        while name == human.first_name:
            name = names.given(random, human.sex)
        age = None if human.age is None else max(0, human.age + human.born[0] - year)
        found.append(replace(human, first_name=name, born=(year, month, day), age=age))
    return found
