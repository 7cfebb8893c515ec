"""The fictional office's partners and money: meetings, memoranda, credits, donors, plans of NGOs, who oversees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from desktop.domain.ngo_plan import deadline_from
from desktop.domain.persian.calendar import add_months, from_gregorian, jalali_month, to_gregorian
from desktop.domain.persian.money import read_money
from desktop.services.demo.drafts import Made
from desktop.services.demo.office import COUNTY, Founded

_MEETINGS = (  # days back, type, subject, field, attendees by agency, resolutions with their days ahead
    (
        78,
        "agency",
        "روشنایی و آسفالت گلستان‌آباد",
        "urban_services",
        ("municipality", "power"),
        ((20, True), (45, True)),
    ),
    (
        46,
        "coordination",
        "هماهنگی دفترهای کرمان",
        "social",
        ("governorate", "province_social"),
        ((30, True), (40, False)),
    ),
    (26, "trustees", "گفت‌وگو با معتمدان چشمه‌سار", "social", (), ((20, True), (35, False))),
    (9, "working_group", "کارگروه سلامت محله", "health", ("health_center",), ((21, False), (60, False))),
)
_DECIDED = ("تعویض چراغ‌های معبر اصلی", "فهرست نیازهای مشترک محله‌ها", "غربالگری در مسجد", "کلاس تقویتی عصرها")
_CREDITS = (  # title, source, purpose, as it was typed, days back when it came; None: it has not come
    ("راه‌اندازی دفتر", "ministry", "establish", "۲ میلیارد تومان", 150),
    ("فعالیت جاری", "social_org", "operate", "۱۸۰۰ میلیون ریال", 110),
    ("تجهیز کتابخانهٔ دبستان نور", "municipality", "equip", "۲۴۰ میلیون ریال", 60),
    ("طرح‌های سمن", "province", "ngo_plans", "۲۳۰ میلیون تومان", None),
    ("کمک سمن‌ها", "ngo", "project", "۵۰ میلیون تومان", 75),
)
_EXPENSES = (  # credit, days back, category, as it was typed
    (0, 140, "equipment", "۳۲۰ میلیون تومان"),
    (0, 96, "rent", "۹۰ میلیون تومان"),
    (1, 80, "personnel", "۴۵۰ میلیون ریال"),
    (1, 40, "workshop", "۶۲ میلیون ریال"),
    (1, 18, "event", "۲۵ میلیون ریال"),
    (1, 10, "transport", "۸ میلیون ریال"),
    (2, 30, "equipment", "۱۸۰ میلیون ریال"),
    (4, 22, "building", "۲۰ میلیون تومان"),
)
_OFFERS = (  # donor, kind, description, as it was typed, purpose, what became of it, days back
    (None, "cash", "کمک نقدی برای امور جاری", "۴۰ میلیون ریال", "running_costs", "received", 33),
    ("شرکت نان سپید", "goods", "۱۲۰ بستهٔ آرد", "۹۰ میلیون ریال", "residents", "used", 52),
    (None, "service", "دو روز تعمیر کلاس", None, "workshop", "accepted", 12),
    ("نشانی ناشناخته", "goods", "پوشاک دست دوم بی‌بسته‌بندی", None, "residents", "refused", 19),
    (None, "goods", "کتاب کودک", "۱۵ میلیون ریال", "project", "offered", 3),
)
_PLANS = (  # title, area, approved so many days back (None: not yet), state
    ("ورزش عصرگاهی دختران", "sport", 74, "running"),
    ("کتاب‌خوانی در بوستان", "culture", 120, "evaluated"),
    ("همیاران سلامت محله", "health", None, "proposed"),
)


def make_partners(made: Made, founded: Founded) -> None:
    """Modest amounts of everything that an office keeps beside its people and their needs."""
    _oversight(made, founded)
    _meetings(made, founded)
    _memoranda(made, founded)
    given = _money(made)
    _projects(made, founded, given)
    _donations(made)
    _plans(made, founded)


def _oversight(made: Made, founded: Founded) -> None:
    start = max(made.words.first_day - timedelta(days=400), to_gregorian(1396, 12, 1))
    operator = made.add("organization", {"name_fa": "جهاد دانشگاهی کرمان", "kind": "operator", "county_id": COUNTY})
    contract = {"operator_org_id": operator["id"], "contract_no": "۹۷/۱۱۲", "start_date": start}
    made.add(
        "office_contract",
        {**contract, "end_date": add_months(made.words.last_day, 5), **_typed("۶ میلیارد ریال", "amount_rial")},
    )
    issued = {"date": _day(made, 160), "issuer_org_id": founded.agencies["province_social"]}
    made.add("directive", {"title": "شرح خدمات دفترهای تسهیلگری", "number": "۴۲/۷۱۰", **issued})
    hall = next(row for row in made.of("facility") if row["type"] == "sports_field")
    findings = [
        {"item": "نظافت", "result": "ok", "note": None},
        {"item": "روشنایی", "result": "not_ok", "note": "دو چراغ"},
    ]
    done = _day(made, 34)
    visit = {
        "policy_document": "sport",
        "place_type": "sports_field",
        "facility_id": hall["id"],
        "place_text": hall["name"],
    }
    made.add(
        "inspection",
        {
            **visit,
            "planned_month": jalali_month(done),
            "inspector_org_id": founded.agencies["governorate"],
            "done_on": done,
            "findings": findings,
            "deadline": done + timedelta(days=20),
        },
    )


def _meetings(made: Made, founded: Founded) -> None:
    groups = made.of("local_group")
    needs = [need for need in made.of("need") if need["scope"] == "neighborhood"]
    for place, (back, kind, subject, field, agencies, decided) in enumerate(_MEETINGS):
        on = _day(made, back)
        nameless = {"name": None, "office_id": None, "signed": True}
        people = [{**nameless, "post": "نماینده", "org_id": founded.agencies[a]} for a in agencies]
        people += [{**nameless, "post": "معتمد محله", "org_id": None}] * 2
        told = {"type": kind, "subject": subject, "field": field, "date": on, "place": "خانهٔ محله", "attendees": people}
        group = groups[0]["id"] if kind == "working_group" and groups else None
        meeting = made.add(
            "meeting",
            {
                **told,
                "agenda": f"{subject}\nپیگیری مصوبه‌های پیشین",
                "chair": "مدیر دفتر",
                "summary": "گزارش کار خوانده شد و دربارهٔ گام‌های بعدی هم‌اندیشی شد.",
                "neighborhood_id": founded.neighborhoods[place % len(founded.neighborhoods)],
                "local_group_id": group,
            },
        )
        for no, (ahead, is_done) in enumerate(decided, 1):
            due = on + timedelta(days=ahead)
            owner = (
                {"owner_org_id": founded.agencies[agencies[0]]}
                if agencies
                else {"owner_staff_id": founded.staff["hamid"]}
            )
            done = {
                "status": "done",
                "done_on": min(due, made.words.last_day),
                "status_on": min(due, made.words.last_day),
            }
            values = {
                "meeting_id": meeting["id"],
                "no": no,
                "text": _DECIDED[(place + no) % len(_DECIDED)],
                "due_on": due,
            }
            need = {"need_id": needs[place]["id"]} if no == 1 and len(needs) > place else {}
            made.add("resolution", {**values, **owner, **need, **(done if is_done else {})})


def _memoranda(made: Made, founded: Founded) -> None:
    centre, own = founded.agencies["tvto"], {"org_id": None, "name": "دفتر مهرآوران", "signer_post": "مدیر دفتر"}
    signed = _day(made, 100)
    in_force = {"signed_on": signed, "start": signed, "end": add_months(made.words.last_day, 3), "status": "active"}
    mou = made.add(
        "mou",
        {
            "title": "دو دورهٔ خیاطی با آموزش فنی و حرفه‌ای",
            "parties": [own, {"org_id": centre, "name": None, "signer_post": "رئیس مرکز"}],
            "subject_fields": ["economic", "education"],
            "status_on": signed,
            **in_force,
        },
    )
    promises: tuple[tuple[str, str | None, int, bool], ...] = (
        ("مکان و میز کار", None, 60, True), ("مربی و آزمون", centre, 110, False), ("ابزار دورهٔ دوم", centre, 85, False),
    )  # fmt: skip
    for text, party, ahead, is_done in promises:
        due = signed + timedelta(days=ahead)
        done = {"status": "done", "done_on": due, "status_on": due} if is_done and due <= made.words.last_day else {}
        made.add("mou_commitment", {"mou_id": mou["id"], "text": text, "party_org_id": party, "due_on": due, **done})


def _money(made: Made) -> list[str]:
    year, ids = from_gregorian(made.words.last_day).year, []
    for title, source, purpose, typed, back in _CREDITS:
        asked = _day(made, (back or 30) + 25)
        came = None if back is None else _day(made, back)
        told = {"title": title, "source": source, "purpose": purpose, "fiscal_year": year, "requested_on": asked}
        amount = _typed(typed, "amount_rial")
        approved = {"requested_rial": amount["amount_rial"], "approved_on": asked}
        state: dict[str, Any] = {"status": "approved", "status_on": asked, **approved}
        if came:
            state = {
                **approved,
                "allocated_on": asked,
                "status": "received",
                "status_on": came,
                "received_on": came,
                "received_rial": amount["amount_rial"],
            }
        ids.append(str(made.add("credit", {**told, **amount, **state})["id"]))
    for place, (credit, back, category, typed) in enumerate(_EXPENSES, 1):
        spent = {"credit_id": ids[credit], "date": _day(made, back), "category": category, "document_no": str(place)}
        made.add("expense", {**spent, **_typed(typed, "amount_rial")})
    wanted = {"purpose": "operate", "title": "فعالیت جاری نیمهٔ دوم سال", "requested_on": _day(made, 14)}
    made.add("credit_request", {**wanted, **_typed("۱۲۰۰ میلیون ریال", "amount_rial")})
    return ids


def _projects(made: Made, founded: Founded, given: list[str]) -> None:
    school = next(row for row in made.of("facility") if row["type"] == "school")
    place = founded.neighborhoods[0]
    told = {
        "title": "تجهیز کتابخانهٔ دبستان نور",
        "kind": "equip",
        "neighborhood_id": place,
        "facility_id": school["id"],
    }
    cost = {**_typed("۱۸۰ میلیون ریال", "cost_rial"), "area_m2": 60.0}
    going = {"progress": 80, "status": "running", "start": _day(made, 58), "beneficiaries": 320}
    project = made.add("project", {**told, **cost, **going, "executor_org_id": founded.agencies["education"]})
    made.add("project_credit", {"project_id": project["id"], "credit_id": given[2]})
    collective = [need for need in made.of("need") if need["scope"] == "neighborhood" and need["field"] == "education"]
    for need in collective[:1]:
        made.add("project_need", {"project_id": project["id"], "need_id": need["id"]})
    paving = {"title": "آسفالت کوچه‌های چشمه‌سار", "kind": "build", "neighborhood_id": founded.neighborhoods[1]}
    built = {"progress": 100, "status": "done", "start": _day(made, 120), "end": _day(made, 24), "beneficiaries": 900}
    money = {**_typed("۲۰ میلیون تومان", "cost_rial"), "jobs_created": 6, "good_practice": True}
    built_by = founded.agencies["municipality"]
    road = made.add("project", {**paving, **built, **money, "executor_org_id": built_by})
    made.add("project_credit", {"project_id": road["id"], "credit_id": given[4]})


def _donations(made: Made) -> None:
    manager, receipts = made.of("staff_member")[0]["id"], 0
    for name, kind, description, typed, purpose, status, back in _OFFERS:
        on = _day(made, back)
        giver = {
            "name": name or "نیکوکار",
            "kind": "organization" if name else "person",
            "wants_anonymity": name is None,
        }
        donor = made.add("donor", giver)
        told = {"donor_id": donor["id"], "offered_on": on, "kind": kind, "description": description, "purpose": purpose}
        worth = _typed(typed, "value_rial") if typed else {}
        judged: dict[str, Any] = {}
        if status != "offered":
            judged = {"screened_by": manager, "screened_on": on, "status_on": on}
        if status in ("received", "used"):
            receipts += 1
            judged |= {"received_on": on, "receipt_no": str(receipts)}
        if status == "used":
            judged["given_to"] = "خانوارهای محله، بی‌نام"
        if status == "refused":
            judged["refusal_reason"] = "unclear_source"
        made.add("donation", {**told, **worth, **judged, "status": status})


def _plans(made: Made, founded: Founded) -> None:
    licence = {"license_no": "۸۸/۲۱۰", "license_expiry": add_months(made.words.last_day, 8)}
    ngo = made.add("organization", {"name_fa": "انجمن آوای مهر", "kind": "ngo", "county_id": COUNTY, **licence})
    offered = made.add("ngo_plan_catalogue", {"title": "ورزش همگانی محله", "area": "sport"})
    above = {
        "supervisor_org_id": founded.agencies["governorate"],
        "chief_supervisor_org_id": founded.agencies["province_social"],
    }
    for title, area, back, state in _PLANS:
        told: dict[str, Any] = {"title": title, "area": area, "ngo_org_id": ngo["id"], "county_id": COUNTY, **above}
        told |= _typed("۱۲ میلیون تومان", "requested_rial")
        if area == "sport":
            told["catalogue_id"] = offered["id"]
        told["proposed_on"] = made.words.last_day - timedelta(days=(back or 0) + 14)
        if back is not None:
            on = made.words.last_day - timedelta(days=back)
            told |= {"approved_on": on, "approval_no": "۳۱۸", "approved_rial": 100_000_000, "started_on": on}
            told["deadline_date"] = deadline_from(on, "3_months")
        if state == "evaluated":
            told |= {"score_county": 82, "score_province": 78, "score": 80.0, "result_positive": True}
            told["evaluated_on"] = told["deadline_date"]
        made.add("ngo_plan", {**told, "status": state, "status_on": told.get("approved_on")})


def _typed(text: str, field: str) -> Mapping[str, Any]:
    """An amount as an office types it, with its words kept."""
    money = read_money(text)
    return {field: money.rial, "entered_amount": money.entered_amount, "entered_unit": money.entered_unit}


def _day(made: Made, back: int) -> date:
    """A day so many days before the last one, but never before the first."""
    return max(made.words.last_day - timedelta(days=back), made.words.first_day)
