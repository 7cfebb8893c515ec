"""What an office writes in an ordinary week: six hundred operations, each deed a commit of its own."""

from __future__ import annotations

from typing import Any

from desktop.domain.codes import CODE_LISTS
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import new_id
from tests.bench._town import TODAY, drawn_town, values_of, whole

PERSONS, NEEDS, VISITS, EDITS = 100, 150, 200, 150
_SUBJECTS = ("وام اشتغال خانگی", "بیمهٔ زنان سرپرست", "دفترچهٔ درمان", "آموزش خیاطی", "تعمیر سقف خانه", "شناسنامهٔ فرزند")
_DONE = ("با او دیدار شد و قرار بعدی گذاشته شد", "پرونده به بهزیستی فرستاده شد", "در خانه نبود؛ همسایه خبر می‌دهد")


def week(office: OfficeFile, seed: int) -> int:
    """Write it; how many operations that were."""
    people, random = drawn_town(PERSONS, 7000 + seed)
    with office.read() as rows:
        place, staff = rows.find("neighborhood")[0]["id"], rows.find("staff_member")[0]["id"]
        home = rows.find("household")[0]["id"]
    known = _persons(office)
    for human in people:
        _write(office, "person", {**values_of(human), "household_id": home})
    about = {"household_id": home, "neighborhood_id": place}
    fields = tuple(CODE_LISTS["need_field"])
    for n in range(NEEDS):
        about_it: dict[str, Any] = {
            "subject": random.choice(_SUBJECTS),
            "field": random.choice(fields),
            "urgency": "second",
        }
        given = {
            **about,
            **about_it,
            "person_id": known[n],
            "owner_staff_id": staff,
            "noted_on": TODAY,
            "due_on": TODAY,
        }
        _write(office, "need", {**given, "status": "noted", "status_on": TODAY})
    types = tuple(CODE_LISTS["visit_type"])
    for _ in range(VISITS):
        what: dict[str, Any] = {
            "type": random.choice(types),
            "subject": random.choice(fields),
            "date": TODAY,
            "staff_id": staff,
        }
        more = {"minutes": random.choice((None, 10, 20, 45)), "summary": random.choice(_DONE)}
        _write(office, "visit", {**about, **what, **more, "person_id": random.choice(known)})
    for person in known[:EDITS]:
        with office.write() as work:
            work.change("person", person, {"mobile": f"09{random.randrange(10**9):09}"})
    return PERSONS + NEEDS + VISITS + EDITS


def _persons(office: OfficeFile) -> list[str]:
    with office.connection() as connection:
        sql = "SELECT id FROM person ORDER BY row LIMIT 400"
        return list(connection.exec_driver_sql(sql).scalars())


def _write(office: OfficeFile, kind: str, values: dict[str, Any]) -> None:
    with office.write() as work:
        work.add_many(kind, [whole(kind, {**values, "id": new_id()})])
