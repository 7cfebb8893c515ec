"""Partners, money and oversight by words alone: scenarios 12 to 17 of the domain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.clock import now
from desktop.domain.persian.regime import Regime
from tests.cli.running import Said, json_lines
from tests.cli.running import tashilgar_here as tashilgar
from tests.factories import add_colleague, make_office


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office in which also the county and the province have an account."""
    office = make_office(tmp_path / "office", now)
    add_colleague(office, "samira", "facilitator", "سمیرا دادخواه")
    add_colleague(office, "nazer", "county_supervisor", "رضا ناظری")
    add_colleague(office, "leila", "province_officer", "لیلا شفیعی")
    office.close()
    return tmp_path / "office"


def _put(data: Path, kind: str, /, by: str = "hamid", **given: Any) -> dict[str, Any]:
    said = tashilgar(data, "put", kind, stdin=json_lines(given), user=by)
    assert said.code == 0, said.out
    return said.line


def _refused(data: Path, kind: str, /, by: str = "hamid", **given: Any) -> set[tuple[str, str]]:
    said = tashilgar(data, "put", kind, stdin=json_lines(given), user=by)
    assert said.code == 1, said.out
    return {(problem["field"], problem["code"]) for problem in said.line["problems"]}


def _get(data: Path, kind: str, record_id: str, user: str = "hamid") -> dict[str, Any]:
    return tashilgar(data, "get", kind, record_id, user=user).line


def _listed(data: Path, kind: str, user: str = "hamid", **where: str) -> list[dict[str, Any]]:
    return tashilgar(
        data, "list", kind, *(w for n, v in where.items() for w in ("--where", f"{n}={v}")), user=user
    ).lines


def _step(data: Path, kind: str, record_id: str, state: str, user: str = "hamid", **given: str) -> Said:
    return tashilgar(data, "step", kind, record_id, state, *(f"{n}={v}" for n, v in given.items()), user=user)


def _agency(data: Path, code: str) -> str:
    return str(_listed(data, "organization", agency_code=code)[0]["id"])


def test_scenario_12_a_meeting_has_resolutions_with_owners_and_days(data: Path) -> None:
    people = [
        {"name": "رضا کریمی", "post": "شهردار منطقهٔ ۲", "org_id": _agency(data, "municipality"), "signed": True},
        {"post": "رئیس مرکز بهداشت", "org_id": _agency(data, "health_center"), "signed": True},
        {"post": "رئیس آموزش و پرورش", "org_id": _agency(data, "education")},
    ]
    meeting = _put(
        data, "meeting", type="هماهنگی دفاتر", subject="هماهنگی کرمان", date="1404/06/22", start="10:00", end="11:30",
        place="فرمانداری", agenda="روشنایی و بهداشت محله‌ها", attendees=people, summary="همه یاری می‌کنند.",
    )["id"]  # fmt: skip
    place = _listed(data, "neighborhood")[0]["id"]
    need = _put(
        data, "need", scope="neighborhood", neighborhood_id=place, field="urban_services",
        subject="خاموشی چراغ‌های معبر", supporters_count=23, urgency="first",
    )["id"]  # fmt: skip
    given = {"meeting_id": meeting, "owner_org_id": _agency(data, "municipality")}
    made = [
        _put(data, "resolution", text="تعویض چراغ‌ها", due_on="1404/07/05", need_id=need, **given)["id"],
        _put(data, "resolution", text="غربالگری در مسجد", due_on="1404/07/15", **given)["id"],
        _put(data, "resolution", text="کلاس تقویتی", due_on="1404/08/01", **given)["id"],
    ]
    assert [_get(data, "resolution", one)["no"] for one in made] == [1, 2, 3]
    assert _refused(data, "resolution", meeting_id=meeting, text="بی‌مسئول", due_on="1404/08/01") == {
        ("owner_org_id", "resolution_owner")
    }
    assert ("due_on", "before_start") in _refused(data, "resolution", text="دیروز", due_on="1404/06/01", **given)
    assert _step(data, "resolution", made[0], "اجراشده", done_on="1404/07/03").code == 0
    assert _get(data, "resolution", made[0])["done_on"] == "2025-09-25"
    assert [r["id"] for r in _listed(data, "resolution", status="گذشته از مهلت")] == made[1:]
    assert [r["id"] for r in _listed(data, "resolution", need_id=need)] == [made[0]]
    seen = _get(data, "meeting", meeting, "leila")["attendees"]
    assert [one["name"] for one in seen] == [None] * 3
    assert _get(data, "meeting", meeting)["attendees"][0]["name"] == "رضا کریمی"
    unknown = [{"post": "رئیس", "org_id": "nobody"}]
    assert _refused(data, "meeting", id=meeting, attendees=unknown) == {("attendees", "unknown_record")}


def test_scenario_13_a_memorandum_ends_by_itself_and_is_not_deleted(data: Path) -> None:
    centre = _agency(data, "tvto")
    own = {"name": "دفتر مهرآوران"}
    assert _refused(data, "mou", title="دوره‌های خیاطی", parties=[own]) == {("parties", "two_parties")}
    mou = _put(data, "mou", title="دوره‌های خیاطی", parties=[own, {"org_id": centre}], subject_fields=["economic"])["id"]
    assert _step(data, "mou", mou, "active").codes == {
        ("signed_on", "required"),
        ("start", "required"),
        ("end", "required"),
    }
    days = {"signed_on": "1404/06/20", "start": "1404/07/01", "end": "1404/12/29"}
    assert _step(data, "mou", mou, "active", **days).code == 0
    ours = _put(data, "mou_commitment", mou_id=mou, text="مکان", quantity=2, quantity_unit="دوره")["id"]
    theirs = _put(data, "mou_commitment", mou_id=mou, text="مربی و آزمون", party_org_id=centre, due_on="1404/11/30")[
        "id"
    ]
    assert _get(data, "mou_commitment", ours)["due_on"] == "2026-03-20"
    assert ("party_org_id", "not_a_party") in _refused(
        data, "mou_commitment", mou_id=mou, text="ساختمان", party_org_id=_agency(data, "municipality")
    )
    kept = _get(data, "mou", mou)  # today is after 1405/01/01
    assert kept["status"] == "expired"
    assert _step(data, "mou", mou, "terminated", terminate_reason="دیر").codes == {("on", "mou_ended")}
    assert [row["id"] for row in _listed(data, "mou", status="پایان‌یافته")] == [mou]
    assert _listed(data, "mou", status="active") == []
    assert {row["id"] for row in _listed(data, "mou_commitment", status="overdue")} == {ours, theirs}


def test_scenario_14_money_in_three_units_is_one_sum(data: Path) -> None:
    given = {"purpose": "establish", "source": "ministry"}
    for amount in ("۲ میلیارد تومان", "۵۳ میلیارد ریال", "۱٬۲۰۰٬۰۰۰ ریال جدید"):
        _put(data, "credit", title=f"اعتبار {amount}", amount_rial=amount, **given)
    rows = _listed(data, "credit")
    assert sorted(row["amount_rial"] for row in rows) == [12_000_000_000, 20_000_000_000, 53_000_000_000]
    assert {(row["entered_amount"], row["entered_unit"]) for row in rows} == {
        ("۲", "میلیارد تومان"), ("۵۳", "میلیارد ریال"), ("۱٬۲۰۰٬۰۰۰", "ریال جدید"),
    }  # fmt: skip
    whole = sum(row["amount_rial"] for row in rows)
    assert (Regime.RIAL.figure(whole), Regime.NEW.figure(whole)) == ("۸۵٬۰۰۰", "۸٬۵۰۰٬۰۰۰")
    assert (Regime.RIAL.unit, Regime.NEW.unit) == ("میلیون ریال", "ریال جدید")
    assert _refused(data, "credit", title="بی‌یکا", amount_rial="2000000000", **given) == {("amount_rial", "money_unit")}
    assert tashilgar(data, "list", "credit", user="samira").code == 1  # what is spent is not the facilitators' to see
    assert tashilgar(data, "list", "credit", user="nazer").code == 0


def test_a_credit_is_spent_no_further_than_it_came_unless_the_manager_says_why(data: Path) -> None:
    credit = _put(data, "credit", title="جاری", amount_rial="۱۰۰ میلیون ریال", purpose="operate", source="province")[
        "id"
    ]
    spent = {"credit_id": credit, "date": "1404/06/10", "category": "event"}
    assert _refused(data, "expense", amount_rial="۲۵ میلیون ریال", **spent) == {("amount_rial", "over_credit")}
    for state, words in (("approved", {}), ("allocated", {}), ("received", {"received_rial": "۶۰ میلیون ریال"})):
        assert _step(data, "credit", credit, state, **words).code == 0
    assert _get(data, "credit", credit)["received_rial"] == 60_000_000
    _put(data, "expense", amount_rial="۲۵ میلیون ریال", **spent)
    assert _refused(data, "expense", amount_rial="۴ میلیون تومان", **spent) == {("amount_rial", "over_credit")}
    _put(data, "expense", amount_rial="۴ میلیون تومان", over_reason="صورت‌حساب پیش از تخصیص آمد", **spent)
    assert ("returned_rial", "nothing_left") in _step(data, "credit", credit, "returned").codes
    assert _refused(data, "credit", id=credit, received_rial="۲۰۰ میلیون ریال") == {("received_rial", "more_than")}


def test_what_was_approved_keeps_its_own_words_beside_what_was_asked(data: Path) -> None:
    given = {"title": "تجهیز", "purpose": "equip", "source": "province"}
    credit = _put(data, "credit", amount_rial="۱ میلیارد ریال", **given)["id"]
    told = _step(data, "credit", credit, "approved", amount_rial="٩٠ میلیون تومان").line
    assert (told["requested_rial"], told["amount_rial"]) == (1_000_000_000, 900_000_000)
    assert (told["entered_amount"], told["entered_unit"]) == ("٩٠", "میلیون تومان")


def test_what_is_taken_but_doubtful_is_told_with_the_answer(data: Path) -> None:
    """Twelve billion rial over 250 square metres is 48 million a metre; over two, somebody mistook the unit."""
    place = _listed(data, "neighborhood")[0]["id"]
    given = {"kind": "build", "neighborhood_id": place, "cost_rial": "۱۲ میلیارد ریال"}
    doubtful = _put(data, "project", title="ساخت مدرسه", area_m2=2, **given)
    assert [(one["field"], one["code"]) for one in doubtful["doubts"]] == [("cost_rial", "cost_per_m2_doubtful")]
    assert "doubts" not in _put(data, "project", title="ساخت کانون", area_m2=250, **given)


def test_scenario_15_a_donation_for_an_election_is_refused_and_counted(data: Path) -> None:
    staff = _put(data, "donor", by="samira", name="ستاد انتخاباتی", kind="organization")["id"]
    offer = _put(
        data, "donation", by="samira", donor_id=staff, offered_on="1404/06/18", kind="goods", purpose="residents",
        description="۵۰۰ بستهٔ خوراکی", condition_text="به شرط نصب بنر انتخاباتی",
    )["id"]  # fmt: skip
    assert _step(data, "donation", offer, "accepted", "samira").codes == {("state", "manager_only")}
    assert _step(data, "donation", offer, "accepted").codes == {("status", "donation_political")}
    assert _step(data, "donation", offer, "refused", refusal_reason="عدم نیاز").codes == {
        ("refusal_reason", "reason_is_political")
    }
    assert _step(data, "donation", offer, "refused").code == 0
    kept = _get(data, "donation", offer)
    assert (kept["status"], kept["refusal_reason"], kept["receipt_no"]) == ("refused", "political", None)
    assert kept["screened_by"]
    giver = _put(data, "donor")["id"]
    assert (_get(data, "donor", giver)["name"], _get(data, "donor", giver)["wants_anonymity"]) == ("نیکوکار", True)
    given = {"donor_id": giver, "kind": "cash", "purpose": "running_costs", "description": "برای امور جاری"}
    assert _refused(data, "donation", **given) == {("value_rial", "required")}
    second = _put(data, "donation", value_rial="۴۰٬۰۰۰٬۰۰۰ ریال", offered_on="1404/06/20", **given)["id"]
    assert _step(data, "donation", second, "accepted").code == 0
    assert _step(data, "donation", second, "received", received_on="1404/06/21").code == 0
    assert _get(data, "donation", second)["receipt_no"] == "1"
    assert _step(data, "donation", second, "used").codes == {("given_to", "required")}
    assert _step(data, "donation", second, "used", given_to="اجارهٔ دفتر").code == 0


def _ngo(data: Path, name: str, expiry: str) -> str:
    made = _put(data, "organization", name_fa=name, kind="ngo", license_no="۱۲", license_expiry=expiry)
    return str(made["id"])


def test_scenario_16_a_plan_of_an_ngo_has_three_months_and_two_scores(data: Path) -> None:
    supervisors = {
        "supervisor_org_id": _agency(data, "governorate"), "chief_supervisor_org_id": _agency(data, "province_social"),
    }  # fmt: skip
    ngo = _ngo(data, "آوای آبگرم", "1405/02/31")
    plan = _put(data, "ngo_plan", title="ورزش محله", ngo_org_id=ngo, area="ورزش", **supervisors)["id"]
    approval = {"approved_on": "1404/05/10", "approved_rial": "۱۰۰ میلیون ریال"}
    assert _step(data, "ngo_plan", plan, "approved", **approval).codes == {("approval_no", "approval_no_needed")}
    assert _step(data, "ngo_plan", plan, "approved", "leila", **approval).code == 0
    assert _get(data, "ngo_plan", plan)["deadline_date"] == "2025-11-01"  # 1404/08/10
    assert _step(data, "ngo_plan", plan, "running", started_on="1404/05/12").code == 0
    assert _get(data, "ngo_plan", plan)["status"] == "overdue"
    longer = {"deadline_date": "1404/09/10", "extension_reason": "باران"}
    assert _step(data, "ngo_plan", plan, "running", **longer).codes == {("state", "step_of_others")}
    assert _refused(data, "ngo_plan", id=plan, deadline_date="1404/09/10") == {("deadline_date", "field_of_others")}
    shorter = {"deadline_date": "1404/08/01", "extension_reason": "باران"}
    assert _step(data, "ngo_plan", plan, "running", "leila", **shorter).codes == {("deadline_date", "not_longer")}
    assert _refused(data, "ngo_plan", by="leila", id=plan, deadline_date="1404/09/10") == {
        ("deadline_date", "deadline_by_step")
    }
    assert _step(data, "ngo_plan", plan, "running", "leila", **longer).code == 0
    scores = {"score_county": "۸۲", "score_province": "۷۸", "result_positive": "بله", "funding_month": "1405-01"}
    assert _step(data, "ngo_plan", plan, "evaluated", **scores).code == 0
    assert _get(data, "ngo_plan", plan)["score"] == 80
    assert _step(data, "ngo_plan", plan, "funded", funded_on="1405/01/20").code == 0
    assert _get(data, "ngo_plan", plan)["funded_rial"] == 100_000_000
    old = _ngo(data, "سمن بی‌پروانه", "1404/01/01")
    late = _put(data, "ngo_plan", title="دیگر", ngo_org_id=old, area="sport", **supervisors)["id"]
    assert _step(data, "ngo_plan", late, "approved", "leila", **approval).codes == {("ngo_org_id", "license_expired")}


def test_a_plan_may_have_ninety_days_instead_where_the_office_keeps_to_them(data: Path) -> None:
    office = _listed(data, "office")[0]["id"]
    _put(data, "office", id=office, ngo_plan_term="نود روز")
    supervisors = {
        "supervisor_org_id": _agency(data, "governorate"), "chief_supervisor_org_id": _agency(data, "province_social"),
    }  # fmt: skip
    ngo = _ngo(data, "آوای آبگرم", "1405/02/31")
    plan = _put(data, "ngo_plan", title="ورزش محله", ngo_org_id=ngo, area="ورزش", **supervisors)["id"]
    words = {"approved_on": "1404/05/10", "approved_rial": "۱۰۰ میلیون ریال", "approval_no": "۴۱"}
    assert _step(data, "ngo_plan", plan, "approved", **words).code == 0
    assert _get(data, "ngo_plan", plan)["deadline_date"] == "2025-10-30"  # 1404/08/08


def test_scenario_17_a_surprise_visit_is_unknown_to_the_visited_until_it_was_made(data: Path) -> None:
    planned = {"planned_month": "1404-07", "policy_document": "سند امنیت غذایی", "place_type": "کشتارگاه"}
    inspector = {"inspector_org_id": _agency(data, "governorate")}
    assert tashilgar(data, "put", "inspection", stdin=json_lines(planned | inspector)).code == 1  # not the visited side
    visit = _put(data, "inspection", by="nazer", place_text="کشتارگاه جادهٔ کویر", **planned, **inspector)["id"]
    for user, answer in (("hamid", ("id", "unknown_record")), ("samira", ("", "not_allowed"))):
        assert tashilgar(data, "get", "inspection", visit, user=user).codes == {answer}
        out = str(data.parent / "visit.pdf")
        said = tashilgar(data, "print", "inspection_report", "--id", visit, "--out", out, user=user)
        assert said.codes == {answer}
        listed = tashilgar(data, "list", "inspection", user=user)
        assert listed.lines == [] if user == "hamid" else listed.codes == {answer}
        assert [
            hit for hit in tashilgar(data, "search", "کشتارگاه", user=user).lines if hit["kind"] == "inspection"
        ] == []
    for user in ("nazer", "leila"):
        assert [row["id"] for row in _listed(data, "inspection", user)] == [visit]
    sheet = data.parent / "visits.csv"
    assert tashilgar(data, "export", "inspection", str(sheet)).code == 0
    assert "کویر" not in sheet.read_text("utf-8-sig")
    done = {
        "done_on": "1404/07/20",
        "findings": [{"item": "زنجیرهٔ سرد", "result": "درست نیست"}],
        "deadline": "1404/08/05",
    }
    _put(data, "inspection", by="nazer", id=visit, **done)
    assert _get(data, "inspection", visit)["done_on"] == "2025-10-12"
    assert [row["id"] for row in _listed(data, "inspection")] == [visit]
    assert [hit["id"] for hit in tashilgar(data, "search", "کویر").lines] == [visit]


def test_harms_are_of_places_and_their_texts_name_nobody(data: Path) -> None:
    place = _listed(data, "neighborhood")[0]["id"]
    person = {
        "first_name": "فاطمه",
        "last_name": "رنجبری",
        "sex": "زن",
        "birth_date": "1362",
        "relation_to_head": "head",
    }
    _put(data, "household", neighborhood_id=place, declared_size=1, members=[person])
    seen = {"neighborhood_id": place, "harm_type": "اعتیاد", "severity": "زرد", "evidence": "مشاهدهٔ میدانی"}
    made = _put(data, "harm_observation", ground="نبود فضای ورزشی شبانه", spot_text="زمین خاکی پشت بازار", **seen)["id"]
    assert _get(data, "harm_observation", made)["harm_type"] == "addiction"
    assert _refused(data, "harm_observation", ground="نزدیک خانهٔ فاطمه رنجبری", **seen) == {
        ("ground", "resident_named")
    }
    assert _refused(data, "harm_observation", spot_text="9931000201", **seen) == {("spot_text", "number_named")}
    assert _refused(data, "harm_observation", ground="معتادان", **seen) == {("ground", "wording_guided")}
    assert _refused(data, "harm_observation", person_id="x", **seen) == {("person_id", "unknown_field")}
    _put(data, "harm_type", by="leila", code="loneliness", label_fa="تنهایی سالمندان", valid_from="1404/01/01")
    assert _get(data, "harm_type", "loneliness")["set_by"] == "province"
    assert _refused(data, "harm_observation", observed_on="1403/05/05", **{**seen, "harm_type": "loneliness"}) == {
        ("harm_type", "not_in_list_then")
    }
    assert len(_listed(data, "priority_harm")) == 5
    assert _refused(data, "harm_type", id="addiction", label_fa="نام دیگر") == {("label_fa", "name_of_province")}
    _put(data, "harm_type", id="addiction", valid_to="1404/12/29")
    _put(data, "harm_type", by="leila", id="addiction", label_fa="اعتیاد و مصرف مواد")


def test_divisions_are_records_and_others_can_be_added(data: Path) -> None:
    assert len(_listed(data, "province")) == 6
    assert _get(data, "county", "0808")["name_fa"] == "کرمان"
    assert _refused(data, "county", code="0808", name_fa="کرمان دیگر", province_id="08") == {("code", "code_twin")}
    _put(data, "county", code="0824", name_fa="شهرستان تازه", province_id="08", valid_from="1404/01/01")
    place = _listed(data, "neighborhood")[0]["id"]
    _put(data, "neighborhood", id=place, county_id="0824")
    _put(data, "neighborhood", id=place, county_id="کاشان")
    assert _get(data, "neighborhood", place)["county_id"] == "1010"
    assert _refused(data, "neighborhood", id=place, county_id="ناکجا") == {("county_id", "unknown_record")}
    assert _refused(data, "neighborhood", id=place, need_score=70) == {("need_score", "field_of_others")}
    _put(data, "neighborhood", by="leila", id=place, need_score=70)
