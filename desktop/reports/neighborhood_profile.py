"""«شناسنامهٔ محله»: what is known of a neighbourhood, for agencies and the province. It tells of nobody, A4."""

from __future__ import annotations

from desktop.domain.persian import calendar, digits
from desktop.reports import profile_parts as parts
from desktop.reports import shared_copy
from desktop.reports.layout.blocks import Card, Cards, Facts, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.pictures import Picture, Pictures
from desktop.reports.layout.style import BODY
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY, NOTE, Edges, paper, titled
from desktop.reports.profile_copy import publication_of
from desktop.reports.profile_rows import Profile
from desktop.reports.shared_copy import Covered

_TITLE = "شناسنامهٔ محله"


def build(profile: Profile) -> bytes:
    """The profile as a PDF. Raises MissingGlyphError for a character the font lacks."""
    copy = Covered(publication_of(profile).covers())
    story = [
        *titled(_TITLE, profile.name),
        *_first_look(profile),
        *_place(profile),
        *_population(profile),
        *_work(profile, copy),
        *_surveys(profile, copy),
        *_services(profile),
        *_facilities(profile, copy),
        *_capacities(profile),
        *_groups(profile, copy),
        *_needs(profile, copy),
        *_projects(profile, copy),
        *_harms(profile),
        *_photos(profile),
    ]
    return paper(story, f"{_TITLE} · {profile.name}", profile.imprint, Edges(f"{_TITLE} · {profile.name}"))


def _first_look(profile: Profile) -> list[Flowable]:
    latest = profile.latest
    told = f"{parts.year_text(latest.year)}، {latest.source}" if latest else "هنوز نوشته نشده است"
    households = latest.households if latest else None
    dense = latest.population / profile.hectare if latest and profile.hectare else None
    cards = [
        Card("جمعیت (نفر)", number_text(latest.population) if latest else DASH, told),
        Card("خانوار", number_text(households), "از همان منبع" if households else "نوشته نشده است"),
        Card("مساحت (هکتار)", parts.measure_text(profile.hectare)),
        Card("تراکم (نفر در هکتار)", DASH if dense is None else digits.decimal(dense, 1)),
    ]
    return [Cards(cards)]


def _place(profile: Profile) -> list[Flowable]:
    facts = [
        ("شهر", profile.city),
        ("شهرستان", profile.county),
        ("نوع محدوده", profile.area_type),
        ("پوشش", profile.coverage),
        ("محلهٔ مادر", profile.parent),
        ("نام‌های دیگر", "، ".join(profile.aliases)),
        ("سال شکل‌گیری", parts.year_text(profile.formation_year)),
    ]
    story: list[Flowable] = [*heading("محدوده و پیشینه"), Facts([(label, fact) for label, fact in facts if fact])]
    for label, text in (
        ("محدوده", profile.boundaries),
        ("چگونگی شکل‌گیری", profile.formation),
        ("ساخت‌وساز غیررسمی", profile.informal),
    ):
        if text:
            story.append(Paragraph([bold(f"{label}: "), text], BODY))
    return story


def _population(profile: Profile) -> list[Flowable]:
    story = heading("جمعیت")
    if not profile.populations:
        return [*story, Paragraph("برای این محله هنوز آماری از جمعیت نوشته نشده است.", EMPTY)]
    share = parts.city_text(profile.city, profile.city_row)
    told = [Paragraph(share, NOTE)] if share else []
    return [*story, parts.population_table(profile.populations), *told, *parts.population_chart(profile.populations)]


def _work(profile: Profile, copy: Covered) -> list[Flowable]:
    """Only of many: nobody is called unwilling to work (F1-07)."""
    if not profile.work:
        return []
    note = "شمارها به دسته‌های پنج‌تایی گفته می‌شود، زیرا این برگه هر روز چاپ می‌شود."
    table = parts.work_table(profile.work, copy)
    return [*heading("کار و جویایی کار"), table, Paragraph(note, NOTE), *_hides(copy, "work/")]


def _hides(copy: Covered, of: str) -> list[Flowable]:
    """Why some numbers of a table are not told, if any is not."""
    return [Paragraph(shared_copy.NOTE, NOTE)] if copy.hides_any(of) else []


def _surveys(profile: Profile, copy: Covered) -> list[Flowable]:
    if not profile.surveys:
        return []
    note = "نظرسنجی بی‌نام است؛ تنها میانگین پاسخ‌ها، از ۱ تا ۵، نگه داشته می‌شود."
    table = parts.surveys_table(profile.surveys, profile.asked, copy)
    return [*heading("نظرسنجی سالانه"), table, Paragraph(note, NOTE)]


def _services(profile: Profile) -> list[Flowable]:
    story = heading("سرانهٔ خدمات")
    if not profile.services:
        return [*story, Paragraph("برای این محله هنوز سرانه‌ای اندازه گرفته نشده است.", EMPTY)]
    table = parts.services_table(profile.services)
    note = "استانداردها را استان گذاشته است؛ کمبود، استاندارد منهای مقدار کنونی است."
    return [*story, table, Paragraph(note, NOTE), *parts.services_picture(profile.services)]


def _facilities(profile: Profile, copy: Covered) -> list[Flowable]:
    story = heading("مکان‌های خدماتی")
    if not profile.facilities:
        return [*story, Paragraph("مکان خدماتی‌ای برای این محله نوشته نشده است.", EMPTY)]
    return [*story, parts.facilities_table(profile.facilities, copy), *_hides(copy, "facilities/")]


def _capacities(profile: Profile) -> list[Flowable]:
    story = heading("ظرفیت‌ها")
    if not profile.capacities:
        return [*story, Paragraph("هنوز ظرفیتی در این محله شناسایی نشده است.", EMPTY)]
    return [*story, parts.capacities_table(profile.capacities)]


def _groups(profile: Profile, copy: Covered) -> list[Flowable]:
    story = heading("گروه‌ها و معتمدان")
    if not profile.groups and not profile.trustees:
        return [*story, Paragraph("گروه یا معتمدی برای این محله نوشته نشده است.", EMPTY)]
    if profile.groups:
        story += [parts.groups_table(profile.groups, copy), *_hides(copy, "groups/")]
    if profile.trustees:
        story.append(Paragraph([bold("نقش معتمدان: "), "، ".join(profile.trustees)], BODY))
    return story


def _needs(profile: Profile, copy: Covered) -> list[Flowable]:
    story = heading("نیازها و مطالبات")
    if not any(row.open or row.met for row in profile.needs) and not copy.hides_any("needs/"):
        return [*story, Paragraph("نیازی برای این محله ثبت نشده است.", EMPTY)]
    at = f"نیازها در پایان {calendar.month_title(profile.month)} شمرده شده‌اند." if profile.month else ""
    when = [Paragraph(at, NOTE)] if at else []
    return [*story, parts.needs_table(profile.needs, profile.key, copy), *when, *_hides(copy, "needs/")]


def _projects(profile: Profile, copy: Covered) -> list[Flowable]:
    story = heading("پروژه‌ها و اقدام‌ها")
    if not profile.projects:
        return [*story, Paragraph("پروژه‌ای برای این محله نوشته نشده است.", EMPTY)]
    return [*story, parts.projects_table(profile.projects, profile.regime, copy), *_hides(copy, "projects/")]


def _harms(profile: Profile) -> list[Flowable]:
    story = heading("آسیب‌ها (سطح محله)")
    if not profile.harms:
        return [*story, Paragraph("مشاهده‌ای در سطح محله ثبت نشده است.", EMPTY)]
    note = (
        "شمار مشاهده‌ها در یک سال است و به دسته‌های ده‌تایی گفته می‌شود. رنگ از آن مکان است و به هیچ کس و هیچ "
        "خانواری بازنمی‌گردد."
    )
    named = [Paragraph(f"آسیب‌های اولویت‌دار: {profile.harm_list}", NOTE)] if profile.harm_list else []
    return [*story, *named, parts.harms_grid([("", profile.harms)]), Paragraph(note, NOTE)]


def _photos(profile: Profile) -> list[Flowable]:
    """Places only; a photo on which somebody can be seen never comes here."""
    if not profile.photos:
        return []
    shown = [Picture(photo.content, photo.caption, photo.caption) for photo in profile.photos]
    return [*heading("عکس‌های محله"), Pictures(shown, per_row=2, most_high=190)]
