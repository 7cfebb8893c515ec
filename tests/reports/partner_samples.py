"""Fictional papers about place, partners, money and oversight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop.reports import (
    audit_sheet,
    blank_papers,
    courier_receipt,
    credit_statement,
    donation_receipt,
    good_practices,
    handover_papers,
    inspection_report,
    meeting_minutes,
    mou_follow_up,
    neighborhood_profile,
    ngo_plan_sheet,
)
from desktop.reports.audit_sheet import AuditSheet, Chosen, Told
from desktop.reports.blank_papers import BlankPaper
from desktop.reports.courier_receipt import CarriedRow, CourierReceipt
from desktop.reports.credit_statement import CreditRow, CreditStatement, ExpenseRow
from desktop.reports.donation_receipt import DonationReceipt
from desktop.reports.good_practices import GoodPractices, PracticeRow, SolutionRow
from desktop.reports.handover_papers import Contract, Destruction, HandoverCover, PackageRow
from desktop.reports.inspection_report import FindingRow, Inspection
from desktop.reports.layout.questions import Question
from desktop.reports.meeting_minutes import AttendeeRow, Minutes, ResolutionRow
from desktop.reports.monthly_partner_rows import (
    AgencyMeetingRow,
    BuiltRows,
    CoordinationRows,
    EvaluationRow,
    HarmPlace,
    HarmRows,
    InspectionRows,
    LevelRow,
    MoneyRows,
    MouRow,
    NgoRows,
    OfficeRows,
    ParticipationRows,
    PartnerRows,
    PlaceRow,
    PlanRow,
    StaffRow,
)
from desktop.reports.mou_follow_up import CommitmentRow, MouFollowUp
from desktop.reports.ngo_plan_sheet import ExtensionRow, NgoPlan
from desktop.reports.office_paper import Imprint
from desktop.reports.profile_rows import (
    CapacityRow,
    FacilityRow,
    GroupRow,
    HarmRow,
    NeedsRow,
    PopulationRow,
    Profile,
    ProjectRow,
    ServiceLevelRow,
)

IMPRINT = Imprint("دفتر تسهیلگری و توسعهٔ محلی مهرآوران", date(2025, 9, 25), "سمیرا دادخواه", fictional=True)
MANAGER = "حمید یزدان‌پناه"
LONG = "توانمندسازی زنان سرپرست خانوار با کارگاه‌های خیاطی و بازارچهٔ هفتگی محله و پیگیریِ ماهانه"
MILLION = 1_000_000

SERVICES = (
    ServiceLevelRow("فضای سبز", "م² برای هر نفر", 1404, 3.25, 8, "شهرداری", 1402, 2.9),
    ServiceLevelRow("آموزشی", "م² برای هر نفر", 1404, 2.1, 2.5, "آموزش و پرورش", 1401, 2.1),
    ServiceLevelRow("ورزشی", "م² برای هر نفر", 1404, 0.4, 0.75, "برآورد دفتر"),
    ServiceLevelRow("معابر آسفالت", "درصد", 1404, 92, 90, "شهرداری", 1402, 61),
    ServiceLevelRow("ایستگاه اتوبوس", "برای هر هزار نفر", 1403, 0.3, None, "برآورد دفتر"),
)


def profile(**changes: object) -> Profile:
    """What is known of an invented neighbourhood."""
    values: dict[str, object] = {
        "imprint": IMPRINT,
        "name": "گلستان‌آباد",
        "city": "کرمان",
        "county": "کرمان",
        "area_type": "سکونتگاه غیررسمی",
        "coverage": "زیر پوشش دفتر",
        "aliases": ("کوی گلستان", "انتهای گلستان"),
        "parent": "سرآسیاب",
        "hectare": 62.5,
        "boundaries": "از شمال به بلوار خلیج فارس، از جنوب به مسیل، از شرق به "
        "خیابان شقایق و از غرب به زمین‌های کشاورزی.",
        "formation_year": 1352,
        "formation": "کارگران کوره‌های آجرپزی نخستین خانه‌ها را ساختند؛ از ۱۳۶۵ با آمدن خانوارهای عشایر گسترش یافت.",
        "populations": (
            PopulationRow(1395, 7_120, 1_902, "سرشماری"),
            PopulationRow(1400, 9_850, 2_610, "خانه بهداشت"),
            PopulationRow(1403, 11_000, None, "برآورد دفتر", estimated=True, low=10_000, high=12_500),
        ),
        "services": SERVICES,
        "facilities": (
            FacilityRow(
                "مرکز خیریهٔ مهر",
                "مرکز خیریه",
                "خیریهٔ مهر",
                "فعال",
                ("سوییت همراهان بیماران (۳ سوییت)", "قالیبافی (۸ نفر)", "فیزیوتراپی — افراد زیر پوشش"),
                250,
                date(2024, 6, 2),
                8,
            ),
            FacilityRow("دبستان شهید باهنر", "مدرسه", "آموزش و پرورش", "فعال", (), 1_420, None, 31),
            FacilityRow("زمین ورزشی فاز ۲", "زمین ورزشی", "", "نیمه‌کاره"),
        ),
        "capacities": (
            CapacityRow(
                "کاروانسرای گلستان", "بنای تاریخی", "میراث فرهنگی", ("بازارچهٔ صنایع دستی", "دفتر تسهیلگری"), "در گفت‌وگو"
            ),
            CapacityRow("هفت استادکار قالیباف", "نیروی انسانی/مهارت", "", ("کارگاه آموزش",), "شناسایی‌شده"),
        ),
        "groups": (
            GroupRow("کارگروه محیط زیست گلستان‌آباد", "کارگروه محله", 14, "۱۴۰۲"),
            GroupRow("همیاران بازارچه", "گروه همیار", None),
        ),
        "trustees": ("هیئت امنای مسجد", "بهورز", "شورایار"),
        "needs": (
            NeedsRow("عمرانی و کالبدی", 41, 12),
            NeedsRow("آموزش و تحصیل", 20, 3),
            NeedsRow("هویت و مدارک", 3, 0),
        ),
        "projects": (
            ProjectRow("تجهیز کتابخانهٔ مدرسه", "تجهیز", "پایان‌یافته", 100, 1_200 * MILLION, 420, 0),
            ProjectRow("ساخت سالن ورزشی", "ساخت", "در حال اجرا", 35, 12_000 * MILLION, None, 6),
        ),
        "harms": (
            HarmRow("اعتیاد", 0, 7, 12),
            HarmRow("بازماندگی از تحصیل", 2, 23, 0),
            HarmRow("مناطق حاد و بحرانی", 0, 0, 1),
        ),
        "harm_list": "اعتیاد، طلاق، حاشیه‌نشینی",
    }
    return Profile(**(values | changes))  # type: ignore[arg-type]


CREDITS = (
    CreditRow("وزارت کشور", "تأسیس", 20_000 * MILLION, 20_000 * MILLION, 20_000 * MILLION, 18_250 * MILLION),
    CreditRow(
        "استانداری",
        "فعالیت جاری",
        60_000 * MILLION,
        53_000 * MILLION,
        30_000 * MILLION,
        31_500 * MILLION,
        estimated=True,
    ),
    CreditRow(
        "استانداری", "طرح‌های سمن", 12_000 * MILLION, 12_000 * MILLION, 12_000 * MILLION, 2_300 * MILLION + 500_000
    ),
)

SECTIONS = PartnerRows(
    office=OfficeRows(
        "جهاد دانشگاهی استان کرمان",
        date(2026, 3, 20),
        ("کارشناسی", "کارشناسی ارشد", "دکترا"),
        (StaffRow("مددکاری", (1, 2, 0)), StaffRow("شهرسازی", (0, 1, 1)), StaffRow("روانشناسی", (1, 0, 0))),
        (
            PlaceRow("گلستان‌آباد", "سکونتگاه غیررسمی", 11_000, 1403, "برآورد دفتر", estimated=True),
            PlaceRow("چشمه‌سار", "حاشیه‌نشین", None, None, ""),
        ),
    ),
    participation=ParticipationRows(14, 23, 6, 4, (("معتمدان", 2), ("کارگروه محله", 3), ("هماهنگی دفاتر", 1)), 3, 2),
    coordination=CoordinationRows(
        (
            AgencyMeetingRow(
                date(2025, 9, 13), "هماهنگی دفاتر", "روشنایی معابر و بازماندگان از تحصیل",
                ("شهرداری منطقهٔ ۲", "مرکز بهداشت", "آموزش و پرورش", "کمیتهٔ امداد"), 3,
            ),
        ),
        (MouRow("آموزش خیاطی", ("دفتر مهرآوران", "مرکز آموزش فنی و حرفه‌ای"), date(2026, 3, 20), 2, 0, 1),),
    ),
    built=BuiltRows(
        (CapacityRow("کاروانسرای گلستان", "بنای تاریخی", "میراث فرهنگی", ("بازارچه",), "در گفت‌وگو"),),
        (ProjectRow("ساخت سالن ورزشی", "ساخت", "در حال اجرا", 35, 12_000 * MILLION, None, 6),),
        (LevelRow("گلستان‌آباد", SERVICES[0]), LevelRow("چشمه‌سار", SERVICES[3])),
    ),
    harms=HarmRows(
        (HarmPlace("گلستان‌آباد", (HarmRow("اعتیاد", 0, 7, 12),)), HarmPlace("چشمه‌سار", (HarmRow("طلاق", 0, 1, 0),))),
        ("نبود فضای ورزشی شبانه", "تاریکی معابر پشت بازار"),
    ),
    money=MoneyRows(1404, CREDITS, 2, 52 * MILLION, 1, (("جنبهٔ سیاسی", 1),)),
    ngos=NgoRows(
        (
            PlanRow("ورزش همگانی", "آوای آبگرم", "در حال اجرا", date(2025, 11, 1), 40, None),
            PlanRow("پویش سلامت", "همیاران سبز", "گذشته از مهلت", date(2025, 9, 18), -4, None),
            PlanRow("کتابخانهٔ سیار", "یاران کتاب", "ارزیابی‌شده", date(2025, 6, 1), None, 80.5),
        ),
        1, 0, 1, 1, 0,
    ),
    inspections=InspectionRows((("سند سلامت", 1), ("سند ورزش", 2)), 3),
    evaluations=(EvaluationRow("کارگاه خیاطی خانگی", "شهریور ۱۴۰۴", 4.25, "زمان کارگاه با ساعت مدرسه جابه‌جا شود."),),
)  # fmt: skip


def minutes(**changes: object) -> Minutes:
    """The minutes of an invented coordination meeting."""
    values: dict[str, object] = {
        "imprint": IMPRINT,
        "kind": "هماهنگی دفاتر",
        "subject": "روشنایی معابر و بازماندگان از تحصیل",
        "date": date(2025, 9, 13),
        "time": "۹ تا ۱۱:۳۰",
        "place": "سالن فرمانداری کرمان",
        "chair": "لیلا شفیعی",
        "agenda": ("خاموشی چراغ‌های معبر در چشمه‌سار", "بازماندگان از تحصیل گلستان‌آباد", "زمان‌بندی بازارچهٔ مهرماه"),
        "summary": "نمایندهٔ شهرداری از آماده‌بودن پایه‌های چراغ گفت و مرکز بهداشت خواست خانهٔ بهداشت محله دو روز "
        "دیگر در هفته باز باشد. دستگاه‌ها پذیرفتند پاسخ نامه‌های بی‌پاسخ را تا پایان ماه بفرستند.",
        "attendees": (
            AttendeeRow("لیلا شفیعی", "کارشناس امور اجتماعی", "استانداری"),
            AttendeeRow("کاوه رستمی", "تسهیلگر", "دفتر مهرآوران", signed=True),
            AttendeeRow("", "نمایندهٔ شهرداری منطقهٔ ۲", "شهرداری"),
            AttendeeRow("نرگس بامری", "مددکار", "دفتر مهرآوران"),
            AttendeeRow("", "نمایندهٔ کمیتهٔ امداد", "کمیتهٔ امداد"),
        ),
        "resolutions": (
            ResolutionRow(1, "روشن‌شدن چراغ‌های کوچهٔ شهید کریمی", "شهرداری منطقهٔ ۲", date(2025, 9, 27), "باز", need="۴۱"),
            ResolutionRow(
                2, "ثبت‌نام ۱۲ دانش‌آموز بازمانده در دبستان شهید باهنر", "آموزش و پرورش", date(2025, 10, 7), "باز"
            ),
            ResolutionRow(
                3, "فرستادن فهرست غرفه‌های بازارچه", "دفتر مهرآوران", date(2025, 9, 20), "گذشته از مهلت", overdue=True
            ),
        ),
    }
    return Minutes(**(values | changes))  # type: ignore[arg-type]


def receipt(**changes: object) -> DonationReceipt:
    """A receipt for who does not want to be named."""
    values: dict[str, object] = {
        "imprint": IMPRINT,
        "letterhead": ("استانداری کرمان", "دفتر امور اجتماعی و فرهنگی"),
        "number": "0803-1404-0007",
        "received_on": date(2025, 9, 10),
        "donor": "",
        "kind": "نقدی",
        "description": "کمک نقدی برای اجارهٔ دفتر",
        "value_rial": 40 * MILLION,
        "purpose": "هزینه‌های جاری دفتر",
        "manager": MANAGER,
    }
    return DonationReceipt(**(values | changes))  # type: ignore[arg-type]


def inspection(**changes: object) -> Inspection:
    """A visit to an invented home for the elderly."""
    values: dict[str, object] = {
        "imprint": IMPRINT,
        "document": "سند سلامت",
        "place_type": "مرکز نگهداری سالمندان",
        "place": "مرکز نگهداری سالمندان چشمه‌سار",
        "inspector": "فرمانداری کرمان",
        "planned_month": "1404-07",
        "done_on": date(2025, 10, 6),
        "findings": (
            FindingRow("پاکیزگی آشپزخانه", ok=True),
            FindingRow("کپسول آتش‌نشانی با تاریخ معتبر", ok=False, note="دو کپسول گذشته از تاریخ است"),
            FindingRow("راه خروج اضطراری باز", ok=True, note="کلید کنار در است"),
            FindingRow("پزشک در دسترس", ok=False),
        ),
        "deadline": date(2025, 10, 22),
    }
    return Inspection(**(values | changes))  # type: ignore[arg-type]


def mou(**changes: object) -> MouFollowUp:
    """The memorandum of the scenario with the training centre."""
    values: dict[str, object] = {
        "imprint": IMPRINT,
        "title": "تفاهم‌نامهٔ آموزش خیاطی",
        "parties": ("دفتر مهرآوران", "مرکز آموزش فنی و حرفه‌ای کرمان"),
        "fields": ("آموزش و تحصیل", "اقتصادی و اشتغال"),
        "signed_on": date(2025, 8, 1),
        "start": date(2025, 8, 1),
        "end": date(2026, 3, 20),
        "status": "جاری",
        "commitments": (
            CommitmentRow("دفتر مهرآوران", "مکان دو دوره", "۲ دوره", date(2025, 9, 1), "انجام‌شده", done=True),
            CommitmentRow(
                "مرکز آموزش فنی و حرفه‌ای کرمان", "مربی و آزمون دورهٔ نخست", "۱ دوره", date(2025, 9, 16), "باز"
            ),
            CommitmentRow("مرکز آموزش فنی و حرفه‌ای کرمان", "مربی و آزمون دورهٔ دوم", "۱ دوره", date(2026, 2, 19), "باز"),
            CommitmentRow("دفتر مهرآوران", "معرفی هنرجویان", "", None, "لغوشده", cancelled=True),
        ),
        "manager": MANAGER,
    }
    return MouFollowUp(**(values | changes))  # type: ignore[arg-type]


EXPENSES = (
    ExpenseRow(date(2025, 6, 1), "اجارهٔ ساختمان", "وزارت کشور، تأسیس", "ح-1207", 900 * MILLION),
    ExpenseRow(date(2025, 9, 22), "مسابقهٔ محلی «زو»", "استانداری، فعالیت جاری", "", 25 * MILLION),
)


def statement(**changes: object) -> CreditStatement:
    """The money of an invented office."""
    values: dict[str, object] = {
        "imprint": IMPRINT,
        "year": 1404,
        "until": IMPRINT.printed_on,
        "credits": CREDITS,
        "expenses": EXPENSES,
        "manager": MANAGER,
    }
    return CreditStatement(**(values | changes))  # type: ignore[arg-type]


def plan(**changes: object) -> NgoPlan:
    """The plan of the scenario, extended once."""
    values: dict[str, object] = {
        "imprint": IMPRINT,
        "title": "ورزش همگانی در آبگرم",
        "ngo": "سمن آوای آبگرم",
        "license_expiry": date(2026, 5, 21),
        "area": "ورزش",
        "county": "آوج",
        "status": "در حال اجرا",
        "goal": "راه‌اندازی سه گروه ورزش صبحگاهی برای زنان محله",
        "target_group": "زنان محله",
        "indicator": "شمار شرکت‌کنندگان پیوسته؛ هدف: ۶۰ نفر",
        "supervisor": "فرمانداری آوج",
        "chief_supervisor": "استانداری قزوین",
        "requested": 120 * MILLION,
        "approved": 100 * MILLION,
        "approved_on": date(2025, 8, 1),
        "deadline": date(2025, 11, 1),
        "extensions": (ExtensionRow(date(2025, 9, 20), date(2025, 11, 1), "تعمیر سالن ورزشی دو هفته به درازا کشید"),),
    }
    return NgoPlan(**(values | changes))  # type: ignore[arg-type]


CONTRACT = Contract(
    "جهاد دانشگاهی استان کرمان",
    "۱۴۰۲/ق/۱۱۸",
    date(2023, 3, 21),
    date(2025, 9, 22),
    "مؤسسهٔ همیاران آینده",
    date(2025, 9, 22),
    "3F9A 72C1 0B5E",
)


def destruction(destroyed_on: date | None = date(2025, 9, 24)) -> Destruction:
    """What an invented operator certifies."""
    return Destruction(IMPRINT, CONTRACT, destroyed_on)


def cover(count: int = 5) -> HandoverCover:
    """The cover of an invented package."""
    kinds = ("ساکنان", "خانوارها", "نیازها", "ارجاع‌ها", "کارگاه‌ها")
    rows = tuple(PackageRow(kinds[place % 5], 1_204 - 37 * place) for place in range(count))
    return HandoverCover(IMPRINT, CONTRACT, rows)


def carried() -> CourierReceipt:
    """The receipt of an invented file."""
    rows = (CarriedRow("ساکنان", 14), CarriedRow("نیازها", 23), CarriedRow("کارگاه‌ها", 2))
    return CourierReceipt(IMPRINT, "office", date(2025, 9, 25), 61, 118, 3, "E5B0 1C72 A9F3", rows)


def blank_need() -> BlankPaper:
    """The form of a need with a question of every sort."""
    questions = (
        Question("سطح", ("فردی", "خانوار", "گروهی", "محله‌ای")),
        Question("نام متقاضی یا شمارهٔ پرونده"),
        Question("محله"),
        Question("حوزه", ("اجتماعی", "فرهنگی", "اقتصادی و اشتغال", "عمرانی و کالبدی", "بهداشت و درمان", "ورزش")),
        Question("عنوان", lines=2),
        Question("شرح", lines=6),
        Question("فوریت", ("فوریت اول", "فوریت دوم", "عادی")),
        Question("شمار خانوارهای حامی", boxes=(4,)),
        Question("نتیجهٔ خواسته‌شده", lines=2),
        Question("تاریخ", boxes=(4, 2, 2)),
        Question("گیرنده"),
    )
    return BlankPaper(IMPRINT, questions)


def blank_attendance() -> BlankPaper:
    """The sheet of a session to be written by hand."""
    questions = (
        Question("کارگاه"), Question("کد کارگاه"), Question("تاریخ", boxes=(4, 2, 2)), Question("جلسه", boxes=(2,)),
        Question("ساعت"), Question("مکان"),
    )  # fmt: skip
    return BlankPaper(IMPRINT, questions)


def practices() -> GoodPractices:
    """What an office passes on."""
    done = PracticeRow("پروژه", "تجهیز کتابخانهٔ مدرسهٔ باغ‌سرا", "حاشیه‌نشین", "شهریور ۱۴۰۴", 320, 2)
    helped = SolutionRow("آموزش و تحصیل", "بافت فرسوده", "استفاده از کتاب‌های اهدایی و قفسهٔ شهرداری")
    return GoodPractices(IMPRINT, (done,), (helped,))


def audited() -> AuditSheet:
    """A morning in the audit log of an invented office."""
    lines = (
        Told("۱۴۰۴/۰۷/۰۲", "۰۸:۰۱", "حمید یزدان‌پناه", "ورود", "", ""),
        Told("۱۴۰۴/۰۷/۰۲", "۰۸:۰۰", "—", "گذرواژهٔ نادرست", "", ""),
        Told("۱۴۰۴/۰۷/۰۱", "۱۳:۲۰", "نرگس بامری", "دیدن", "ساکن فاطمه رنجبری", "نوع معلولیت، پیگیری پرونده"),
        Told("۱۴۰۴/۰۷/۰۱", "۱۱:۰۵", "سمیرا دادخواه", "چاپ", "نامهٔ ارجاع کر-۰۳/۱۴۰۴/ن/۰۰۴۱", "نسخهٔ داخلی"),
    )
    return AuditSheet(IMPRINT, Chosen(date(2025, 9, 23)), (), lines, 4)


MAKERS: dict[str, Callable[[], bytes]] = {
    "neighborhood_profile": lambda: neighborhood_profile.build(profile()),
    "good_practices": lambda: good_practices.build(practices()),
    "meeting_minutes": lambda: meeting_minutes.build(minutes()),
    "donation_receipt": lambda: donation_receipt.build(receipt()),
    "inspection_report": lambda: inspection_report.build(inspection()),
    "mou_follow_up": lambda: mou_follow_up.build(mou()),
    "credit_statement": lambda: credit_statement.build(statement()),
    "ngo_plan_sheet": lambda: ngo_plan_sheet.build(plan()),
    "destruction_certificate": lambda: handover_papers.build_certificate(destruction()),
    "blank_need": lambda: blank_papers.build_need(blank_need()),
    "blank_attendance": lambda: blank_papers.build_attendance(blank_attendance()),
    "handover_cover": lambda: handover_papers.build_cover(cover()),
    "courier_receipt": lambda: courier_receipt.build(carried()),
    "audit_sheet": lambda: audit_sheet.build(audited()),
}
