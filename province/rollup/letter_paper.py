"""The letter to an agency, and the list of whom the province may support in Farvardin, on paper."""

from __future__ import annotations

from typing import Final

from desktop.domain.persian import calendar
from desktop.reports.layout.blocks import Letterhead, SignatureBox
from desktop.reports.layout.edge import Flowable, Spacer
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.style import BODY, TextStyle, Weight
from desktop.reports.office_paper import EMPTY, NOTE, Edges, Imprint, paper, signed, titled
from province.rollup.agency_letters import AgencyLetter
from province.rollup.paper import ACROSS, paper_table
from province.rollup.tables import Rollup, Table

_TO: Final = TextStyle(size=12, weight=Weight.BOLD, leading=24, space_after=2)
_LETTER: Final = BODY.but(size=11, leading=22)
_SUPPORT: Final = "پیشنهاد حمایت فروردین"


def build_letter(letter: AgencyLetter) -> bytes:
    """The letter as a PDF; the same letter gives the same bytes. The secretariat's number makes it official."""
    month = calendar.month_title(letter.month)
    facts = [("شماره", ""), ("تاریخ", calendar.short(letter.on)), ("پیوست", "ندارد")]
    story: list[Flowable] = [
        Letterhead((letter.title, "دفتر امور اجتماعی و فرهنگی"), facts),
        Paragraph(f"مدیر محترم {letter.agency}", _TO),
        Paragraph([bold("موضوع: "), f"نیازهای برآورده‌نشدهٔ محله‌ها تا پایان {month}"], _LETTER),
        Paragraph("با سلام و احترام", _LETTER),
        Paragraph(
            f"از نیازهایی که دفاتر تسهیلگری و توسعه محلی استان تا پایان {month} ثبت کرده‌اند و آن دستگاه مسئول پیگیری "
            f"آن‌هاست، {letter.total} نیاز هنوز برآورده نشده است. "
            "شمار آن‌ها به تفکیک حوزه و شهرستان در جدول زیر آمده است.",
            _LETTER,
        ),
        paper_table(letter.needs),
    ]
    if letter.answers is not None:
        story += [paper_table(letter.answers), Paragraph(letter.answers.note, NOTE)]
    story += [
        Paragraph(
            "خواهشمند است دستور فرمایید نیازهای یادشده بررسی و نتیجه به این دفتر و دفاتر محلی اعلام شود. "
            "نام هیچ ساکنی در این نامه نیست و شمارهای کم برای حفظ حریم ساکنان پوشیده است.",
            _LETTER,
        ),
        Spacer(0, 10),
        signed([SignatureBox("مدیرکل امور اجتماعی و فرهنگی")], per_row=2),
    ]
    imprint = Imprint(letter.title, letter.on, fictional=letter.fictional)
    return paper(story, f"نامه به {letter.agency}", imprint, Edges("", ()))


def build_support(rollup: Rollup) -> bytes:
    """The proposal as a PDF of its own, to be signed."""
    month = calendar.month_title(rollup.month)
    story: list[Flowable] = [*titled(_SUPPORT, f"طرح‌های سمن با نتیجهٔ مثبت تا پایان {month}")]
    table = support_of(rollup)
    if table is None:
        story.append(Paragraph("تا پایان این ماه طرحی با نتیجهٔ مثبت که حمایت نشده باشد نیست.", EMPTY))
    else:
        story += [paper_table(table), Paragraph(table.note, NOTE)]
    boxes = ("کارشناس امور اجتماعی", "مدیرکل امور اجتماعی و فرهنگی", "استاندار")
    story.append(signed([SignatureBox(title) for title in boxes], per_row=3))
    imprint = Imprint(rollup.title, rollup.made_on, fictional=rollup.fictional)
    return paper(story, f"{_SUPPORT} · {month}", imprint, Edges(f"{_SUPPORT} · {month}", (), ACROSS))


def support_of(rollup: Rollup) -> Table | None:
    """The proposal's table; None where nobody is proposed."""
    return next((one for one in rollup.section("plans").tables if one.code == "support"), None)
