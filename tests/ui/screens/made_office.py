"""A small fictional office for the tests of the screens, made through the services like a real one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from desktop.context import AppContext
from desktop.services.accounts import found_office
from desktop.services.records import add_record, step_record
from desktop.services.registration import register_household
from desktop.services.session_planning import plan_sessions
from desktop.services.workshops import enroll, record_attendance
from desktop.store.key_slots import Cost
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.unit_of_work import Actor, UnitOfWork
from tests.copies import copies

NOW = datetime(2025, 9, 24, 8, 30, tzinfo=UTC)  # ۱۴۰۴/۰۷/۰۲
TODAY = date(2025, 9, 24)
FEMALE = ("مریم", "زهرا", "فاطمه", "لیلا", "ستایش", "نرگس", "پریسا", "آرزو", "سمیه", "گلنار", "شیرین", "معصومه")
LAST = ("احمدی", "رضایی", "کریمی", "حسینی", "مرادی", "محمدی", "رنجبری", "ناروئی", "یعقوبی", "چراغی", "پیری", "ژیان")
FATHERS = ("غلامرضا", "حسین", "علی", "محمد", "احمد", "کاظم")


def make_office(folder: Path, people: int = 24) -> OfficeFile:
    """An office with staff of several specialties, two neighbourhoods and some households."""
    return copies().of(("screens", people), partial(_found, people), folder, lambda: NOW)[0]


def _found(people: int, folder: Path) -> tuple[OfficeFile, str]:
    given = {
        "office": {"code": "1105", "title_fa": "دفتر تسهیلگری امید فردا", "phone": "05433200000"},
        "manager": {"full_name": "حمید یزدان‌پناه"},
        "staff": [
            {"full_name": "نرگس بامری", "position": "social_worker", "specialty": "social_work"},
            {"full_name": "کاوه رستمی", "position": "facilitator", "specialty": "urban_planning"},
        ],
        "neighborhoods": [
            {
                "name": "شهرک نخلستان",
                "population": {"year": 1400, "population": 9850, "source": "health_house"},
            },
            {"name": "چشمه‌سار"},
        ],
    }
    office, code = found_office(
        OfficeFolder(folder), given, "hamid", "گذرواژه-بلند", cost=Cost(1024, 1, 1), clock=lambda: NOW, fictional=True
    )
    with office.read() as rows:
        account = rows.find("user_account")[0]
    office.actor = Actor(account["id"], account["staff_id"], "hamid", "office_manager", True)
    with office.write() as work:
        places = work.find("neighborhood")
        for number in range(people):
            register_household(
                work,
                {
                    "neighborhood_id": places[number % 2]["id"],
                    "declared_size": 1,
                    "registered_on": date(2025, 8 + number % 2, 3),
                },
                [_member(number)],
            )
    return office, code


def _member(number: int) -> dict[str, object]:
    return {
        "first_name": FEMALE[number % 12],
        "last_name": LAST[(number * 5 + number // 12) % 12],
        "father_name": FATHERS[number % 6],
        "relation_to_head": "head",
        "sex": "female",
        "birth_date": f"{1340 + number}",
    }


def context_of(office: OfficeFile) -> AppContext:
    return AppContext(office)


def people_of(work: UnitOfWork) -> list[str]:
    return [person["id"] for person in work.find("person")]


def add_workshop(work: UnitOfWork, **more: object) -> str:
    """«مهارت‌های زندگی»: four sessions from ۱۴۰۴/۰۶/۰۱, a week apart."""
    place = work.find("neighborhood")[0]["id"]
    teacher = add_record(work, "instructor", {"full_name": "الهام توکلی"})
    given: dict[str, object] = {
        "title": "مهارت‌های زندگی، گروه مادران",
        "type": "life_skills",
        "field": "social",
        "neighborhood_id": place,
        "place": "تالار خانهٔ محله",
        "instructor_id": teacher["id"],
        "planned_start": "1404/06/01",
        "planned_end": "1404/06/22",
        "sessions_planned": 4,
        "hours_per_session": 2,
        "capacity": 20,
        **more,
    }
    return str(add_record(work, "workshop", given)["id"])


def running_workshop(work: UnitOfWork, people: int = 22) -> str:
    """A workshop with its sessions, twenty seated, two waiting, and the first session recorded."""
    workshop_id = add_workshop(work)
    plan_sessions(work, workshop_id)
    enroll(work, workshop_id, people_of(work)[:people])
    step_record(work, "workshop", workshop_id, "open", {})
    sessions = work.find("workshop_session", workshop_id=workshop_id)
    seated = [
        e["person_id"] for e in work.find("workshop_enrollment", workshop_id=workshop_id) if e["status"] == "enrolled"
    ]
    states = ("present", "present", "present", "late", "present", "absent", "present", "excused")
    marks = {person: states[place % len(states)] for place, person in enumerate(seated)}
    record_attendance(work, sessions[0]["id"], marks, 1)
    step_record(work, "workshop", workshop_id, "running", {})
    return workshop_id


def add_events(work: UnitOfWork) -> tuple[str, str]:
    """A market that was held with three stalls, and a match of three days to come."""
    place, people = work.find("neighborhood")[0]["id"], work.find("person")
    market = add_record(
        work,
        "event",
        {
            "title": "بازارچهٔ صنایع دستی", "type": "handicraft_market", "place": "کاروانسرای آوج",
            "neighborhood_id": place, "date_from": "1404/07/01", "volunteers": 6, "cost_rial": "2500000 تومان",
            "partners": ["شهرداری آوج"],
        },
    )  # fmt: skip
    for number, product in enumerate(("گلیم", "عروسک", "شیرینی")):
        stall = {"event_id": market["id"], "person_id": people[number]["id"], "product": product}
        add_record(work, "market_stall", {**stall, "sales_rial": f"{12 * (number + 1)} میلیون ریال"})
    match = add_record(
        work,
        "event",
        {
            "title": "مسابقهٔ زو", "type": "local_games", "place": "زمین خاکی دره‌سبز", "neighborhood_id": place,
            "date_from": "1404/07/05", "date_to": "1404/07/07", "start": "16:00",
        },
    )  # fmt: skip
    return str(market["id"]), str(match["id"])


def add_needs(work: UnitOfWork) -> list[str]:
    """Needs of several fields, urgencies and states; two are overdue."""
    persons = work.find("person")
    place = work.find("neighborhood")[1]["id"]
    registry = work.find("organization", agency_code="civil_registry")[0]["id"]
    told = [
        ("دریافت شناسنامه", "identity_documents", "second", "1404/06/15"),
        ("بیمهٔ درمان خانوار", "health", "normal", "1404/05/20"),
        ("ثبت‌نام دبستان", "education", "first", "1404/06/20"),
        ("وام اشتغال خانگی", "economic", "normal", "1404/04/10"),
        ("خاموشی چراغ‌های معبر کوچهٔ شهید کریمی", "civil_physical", "first", "1404/06/28"),
        ("مشاورهٔ حقوقی ارث", "legal", "second", "1404/07/01"),
    ]
    given: list[dict[str, object]] = [
        {"subject": subject, "field": need_field, "urgency": urgency, "noted_on": noted_on}
        for subject, need_field, urgency, noted_on in told
    ]
    given[4].update(scope="neighborhood", neighborhood_id=place, supporters_count=23)
    made = []
    for number, values in enumerate(given):
        subject = {} if "scope" in values else {"person_id": persons[number]["id"]}
        made.append(
            str(
                add_record(work, "need", {**values, **subject, "description": "بنا به گفتهٔ خانوار در بازدید منزل."})[
                    "id"
                ]
            )
        )
    step_record(
        work, "need", made[0], "referred", {"main_agency_id": registry, "sent_on": "1404/06/16", "on": "1404/06/16"}
    )
    referral = work.find("referral", need_id=made[0])[0]
    answer = {
        "referral_id": referral["id"],
        "received_on": "1404/06/24",
        "type": "accepted",
        "reply_letter_no": "۱۲۳۴",
        "text": "با همراه داشتن دو شاهد مراجعه شود.",
    }
    add_record(work, "agency_response", answer)
    step_record(work, "need", made[0], "answered", {"on": "1404/06/24"})
    step_record(work, "need", made[1], "in_progress", {"note": "پیگیری تلفنی"})
    return made


def add_partners(work: UnitOfWork) -> None:
    """One of everything that an office keeps of its places, its partners and its money."""
    place, office = work.find("neighborhood")[0]["id"], work.find("office")[0]["id"]
    agency, need = work.find("organization")[0]["id"], work.find("need")[4]["id"]
    here = {"neighborhood_id": place}

    def add(kind: str, /, **given: object) -> str:
        return str(add_record(work, kind, given)["id"])

    def step(kind: str, record: str, target: str, /, **told: object) -> None:
        step_record(work, kind, record, target, told)

    told = {"population": 10_400, "source": "office_estimate", "is_estimate": True, "range_low": 9_800}
    add("neighborhood_population", **here, year=1402, households=2_600, range_high=11_200, **told)
    add("service_standard", kind="green_space", value=7, from_year=1390)
    for year, value in ((1398, 1.8), (1404, 3.2)):
        add("service_level", **here, kind="green_space", year=year, value=value, source="شهرداری")
    add("facility", **here, name="کتابخانهٔ امید", type="library", services=[{"service": "امانت کتاب", "capacity": 60}])
    add("neighborhood_capacity", **here, kind="historic", title="کاروانسرا", proposed_uses=["بازارچه"])
    add("harm_observation", **here, harm_type="addiction", severity="red", evidence="field_observation", spot_text="پل")
    attendees = [{"post": "رئیس شهرداری", "org_id": agency, "name": "رضا کرمانی", "signed": True}]
    meeting = add("meeting", type="coordination", subject="هماهنگی دفاتر", date="1404/06/22", place="فرمانداری",
                  agenda="روشنایی معابر", attendees=attendees, summary="گفت‌وگو شد.")  # fmt: skip
    add("resolution", meeting_id=meeting, text="نصب چراغ", owner_org_id=agency, due_on="1404/06/30", need_id=need)
    mou = add("mou", title="دو دورهٔ خیاطی", parties=[{"name": "دفتر"}, {"org_id": agency}])
    add("mou_commitment", mou_id=mou, text="مربی و آزمون", party_org_id=agency, due_on="1404/12/29")
    step("mou", mou, "active", signed_on="1404/06/15", start="1404/06/15", end="1404/12/29")
    credit = add("credit", title="راه‌اندازی", source="province", purpose="establish", amount_rial="۲ میلیارد تومان")
    for target in ("approved", "allocated", "received"):
        step("credit", credit, target)
    add("expense", credit_id=credit, date="1404/07/01", amount_rial="۱۸ میلیارد ریال", category="equipment")
    add("credit_request", purpose="equip", title="تجهیز کارگاه", amount_rial="۳۰ میلیون تومان", to_org_id=agency)
    project = add("project", **here, title="تجهیز کتابخانه", cost_rial="۱۲ میلیارد ریال", status="running", progress=40)
    add("project_credit", project_id=project, credit_id=credit)
    add("project_need", project_id=project, need_id=need)
    donor = add("donor")
    given = add("donation", donor_id=donor, kind="cash", description="برای امور جاری", value_rial="۴۰ میلیون ریال",
                purpose="running_costs")  # fmt: skip
    step("donation", given, "accepted")
    step("donation", given, "received")
    ngo = add("organization", name_fa="آوای آبگرم", kind="ngo", license_no="12", license_expiry="1405/02/31")
    plan = add("ngo_plan", title="مسابقهٔ محلی", ngo_org_id=ngo, area="sport", supervisor_org_id=agency,
               chief_supervisor_org_id=agency)  # fmt: skip
    step("ngo_plan", plan, "approved", approved_rial="۱۰۰ میلیون ریال", approved_on="1404/05/10", approval_no="44")
    add("office_contract", operator_org_id=ngo, contract_no="12", start_date="1404/01/15", end_date="1404/12/29")
    add("directive", title="ساماندهی دفاتر", number="220", date="1403/02/10")
    criteria = [{"name": "پیگیری نیازها", "weight": 60, "score": 4}]
    add("evaluation", target_type="office", target_id=office, period="شهریور ۱۴۰۴", evaluator="فرمانداری",
        criteria=criteria)  # fmt: skip
