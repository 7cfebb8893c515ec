"""The words of the command line, declared once; nothing heavy is loaded to read them."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, _SubParsersAction
from functools import cache
from typing import TypeAlias

from desktop import __version__
from desktop.system.words import Formatter, Parser


@cache
def build_parser() -> Parser:
    """All words with their Persian help; made once, for reading words changes nothing in it."""
    parser = Parser(prog="tashilgar", description="تسهیلگر بدون پنجره", formatter_class=Formatter, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=__version__, help="نسخهٔ برنامه")
    _add_global(parser)
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True, title="واژه‌ها")
    _office_words(words)
    _record_words(words)
    _household_words(words)
    _consent_words(words)
    _workshop_words(words)
    _attachment_words(words)
    _sheet_words(words)
    _report_words(words)
    _monthly_words(words)
    _account_words(words)
    _conflict_words(words)
    _sync_words(words)
    _device_words(words)
    _courier_words(words)
    _backup_words(words)
    _update_words(words)
    return parser


def _add_global(parser: ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", default=SUPPRESS, help="پوشهٔ دفتر (یا TASHILGAR_DATA)")
    parser.add_argument("--user", metavar="NAME", default=SUPPRESS, help="نام کاربری (یا TASHILGAR_USER)")


Words: TypeAlias = "_SubParsersAction[Parser]"  # the class cannot be subscripted at run time


def _word(words: Words, name: str, text: str) -> Parser:
    made = words.add_parser(name, help=text, description=text, formatter_class=Formatter, allow_abbrev=False)
    _add_global(made)
    return made


def _office_words(words: Words) -> None:
    init = _word(words, "init", "دفتری تازه و نخستین مدیرش؛ کد بازیابی تنها یک بار نوشته می‌شود")
    init.add_argument("--office", metavar="FILE.json", required=True, help="مشخصات دفتر؛ «-» از ورودی می‌خواند")
    demo = _word(words, "demo", "دفتری با دادهٔ آزمایشی؛ با همین واژه‌ها همیشه همان دفتر")
    demo.add_argument("--residents", type=int, default=600, metavar="N", help="شمار ساکنان")
    demo.add_argument("--months", type=int, default=6, metavar="M", help="شمار ماه‌ها")
    demo.add_argument("--seed", type=int, default=1404, metavar="S", help="دانهٔ تصادف")
    demo.add_argument("--until", metavar="1404-06", help="واپسین ماه؛ پیش‌فرض: ماه گذشته")
    _word(words, "check", "درستی پروندهٔ دفتر را از هر سو می‌سنجد")
    _word(words, "recover", "با کد بازیابی (TASHILGAR_RECOVERY_CODE) گذرواژهٔ تازه می‌گذارد")


def _record_words(words: Words) -> None:
    put = _word(words, "put", "سطرهای JSON را می‌خواند: بی id می‌افزاید، با id تغییر می‌دهد")
    put.add_argument("kind", metavar="KIND", help="نام پرونده، برای نمونه person")
    get = _word(words, "get", "یک رکورد")
    get.add_argument("kind", metavar="KIND")
    get.add_argument("id", metavar="ID")
    listing = _word(words, "list", "رکوردهای یک پرونده")
    listing.add_argument("kind", metavar="KIND")
    listing.add_argument(
        "--where", action="append", default=[], metavar="FIELD=VALUE", help="تنها رکوردهایی با این مقدار"
    )
    listing.add_argument("--limit", type=int, metavar="N")
    for reading in (get, listing):
        reading.add_argument("--reason", metavar="TEXT", help="چرا دادهٔ حساس دیده می‌شود؛ در رویدادنگاری می‌آید")
    step = _word(words, "step", "بردن یک رکورد به وضعیت دیگر")
    step.add_argument("kind", metavar="KIND")
    step.add_argument("id", metavar="ID")
    step.add_argument("state", metavar="STATE", help="کد یا نام فارسی وضعیت")
    step.add_argument("fields", nargs="*", metavar="FIELD=VALUE", help="خانه‌هایی که با این گام پر می‌شوند")
    search = _word(words, "search", "جست‌وجو با هر نویسه و رقمی")
    search.add_argument("text", nargs="+", metavar="TEXT")
    search.add_argument("--limit", type=int, default=20, metavar="N")
    doubles = _word(words, "duplicates", "کسانی که شاید دو بار ثبت شده‌اند، با دلیل")
    doubles.add_argument("id", nargs="?", metavar="ID", help="تنها همتاهای این فرد")
    merge = _word(words, "merge", "دو پروندهٔ یک فرد یکی می‌شود؛ تا ۹۰ روز بازگشت‌پذیر")
    merge.add_argument("keep", metavar="KEEP", help="پرونده‌ای که می‌ماند: شناسه یا شمارهٔ پرونده")
    merge.add_argument("gone", metavar="GONE", help="پرونده‌ای که در آن ادغام می‌شود")
    merge.add_argument(
        "--choose", action="append", default=[], metavar="FIELD=keep|gone", help="مقدار کدام پرونده بماند"
    )
    merge.add_argument("--reason", metavar="TEXT")
    merge.add_argument("--successor", metavar="ID", help="سرپرست خانواری که سرپرستش می‌رود")
    _word(words, "unmerge", "جدا کردن دو پرونده‌ای که ادغام شده بود").add_argument("id", metavar="MERGE_ID")


def _household_words(words: Words) -> None:
    household = _word(words, "household", "جدا کردن اعضا، پیوستن به خانوار دیگر، سرپرست تازه")
    acts = household.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    split = _word(acts, "split", "اعضایی جدا می‌شوند و خانواری تازه می‌سازند")
    split.add_argument("--head", required=True, metavar="ID", help="سرپرست خانوار تازه")
    join = _word(acts, "join", "اعضایی به خانواری دیگر می‌پیوندند؛ خانواری که خالی شود ادغام می‌شود")
    join.add_argument("--into", required=True, metavar="ID", help="خانوار دیگر")
    for act in (split, join):
        act.add_argument("id", metavar="ID", help="خانوار")
        act.add_argument("--member", action="append", required=True, metavar="ID", help="هر عضوی که می‌رود")
        act.add_argument("--successor", metavar="ID", help="سرپرست کسانی که می‌مانند، اگر سرپرست می‌رود")
        act.add_argument("--relation", action="append", default=[], metavar="ID=RELATION", help="نسبت با سرپرست تازه")
        act.add_argument("--on", metavar="D", help="تاریخ؛ پیش‌فرض: امروز")
        act.add_argument("fields", nargs="*", metavar="FIELD=VALUE", help="برای نمونه neighborhood_id=ID")
    head = _word(acts, "head", "سرپرست تازه؛ نسبت دیگران از او گفته می‌شود")
    head.add_argument("id", metavar="ID", help="خانوار")
    head.add_argument("successor", metavar="PERSON_ID", help="یکی از اعضای فعال")
    head.add_argument("--relation", action="append", default=[], metavar="ID=RELATION")


def _workshop_words(words: Words) -> None:
    sessions = _word(words, "sessions", "جلسه‌های کارگاه با قاعده: هر هفته همان روز، جز تعطیلی‌ها، مگر چیز دیگری بگویید")
    sessions.add_argument("workshop", metavar="WORKSHOP_ID")
    sessions.add_argument("--dry-run", action="store_true", help="تنها بگوید چه جلسه‌هایی می‌شود")
    sessions.add_argument(
        "fields", nargs="*", metavar="FIELD=VALUE",
        help="first=1404/06/01، count=4، weekdays=شنبه،سه‌شنبه، start=9:00، end=11:00، every_weeks=2، skips_holidays=no",
    )  # fmt: skip
    certificate = _word(words, "certificate", "گواهی‌های کارگاه: صدور، و راستی‌آزمایی بی‌اینترنت")
    acts = certificate.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    issue = _word(acts, "issue", "برای هر کس که کارگاه را تکمیل کرده و گواهی ندارد")
    issue.add_argument("workshop", metavar="WORKSHOP_ID")
    verify = _word(acts, "verify", "آیا این گواهی از این دفتر است و دست نخورده")
    verify.add_argument("text", nargs="+", metavar="TEXT", help="متن کد QR، یا شماره و کد درستی")


def _attachment_words(words: Words) -> None:
    attachment = _word(words, "attachment", "عکس یا PDF یک رکورد؛ جای گرفتن و هر نشانی دیگر پرونده پاک می‌شود")
    acts = attachment.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    add = _word(acts, "add", "پیوستن عکس یا PDF")
    change = _word(acts, "change", "شرح، تاریخ، یا این‌که چهرهٔ چه کسانی پیداست")
    listing = _word(acts, "list", "پیوست‌های یک رکورد، و کسانی که در آن‌ها پیدا هستند")
    for act in (add, listing):
        act.add_argument("kind", metavar="KIND", help="برای نمونه event، workshop، neighborhood")
        act.add_argument("id", metavar="ID")
    add.add_argument("file", metavar="FILE", help="JPEG، PNG، WEBP یا PDF")
    change.add_argument("id", metavar="ID")
    for act in (add, change):
        seen = act.add_mutually_exclusive_group()
        seen.add_argument(
            "--person", action="append", metavar="PERSON_ID", help="هر ساکنی که چهره‌اش پیداست و به عکس رضایت داده است"
        )
        seen.add_argument("--nobody", action="store_true", help="چهرهٔ کسی پیدا نیست")
        act.add_argument(
            "fields", nargs="*", metavar="FIELD=VALUE", help="kind، caption، taken_on، has_faces، faces_agreed"
        )
    _word(acts, "remove", "برداشتن یک پیوست").add_argument("id", metavar="ID")


def _consent_words(words: Words) -> None:
    consent = _word(words, "consent", "رضایت آگاهانهٔ یک فرد")
    acts = consent.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    give = _word(acts, "give", "ثبت رضایت، یا با روش refused نبود آن")
    give.add_argument("person", metavar="PERSON_ID")
    give.add_argument(
        "scope", metavar="SCOPE", help="برای نمونه basic_record، sensitive:disability_type، referral:education"
    )
    give.add_argument(
        "--method", required=True, metavar="M", help="signature، fingerprint، oral_with_witness یا refused"
    )
    give.add_argument("--witness", metavar="STAFF", help="همکار شاهد: شناسه یا نام")
    give.add_argument("--guardian", metavar="PERSON_ID", help="ولی کسی که هجده سال ندارد")
    give.add_argument("--on", metavar="D", help="تاریخ؛ پیش‌فرض امروز")
    give.add_argument("--until", metavar="D", help="پایان اعتبار")
    give.add_argument("--paper", metavar="TEXT", help="شمارهٔ برگه")
    withdraw = _word(acts, "withdraw", "پس‌گرفتن رضایت؛ دادهٔ حساسی که زیر آن بود همان دم پاک می‌شود")
    withdraw.add_argument("id", metavar="ID", help="شناسهٔ رضایت، یا با SCOPE شناسهٔ فرد")
    withdraw.add_argument("scope", nargs="?", metavar="SCOPE")
    withdraw.add_argument("--on", metavar="D", help="تاریخ؛ پیش‌فرض امروز")
    reduce = _word(acts, "reduce", "کاستن پروندهٔ کسی که رضایت نداده است به شمارش؛ بازگشتی نیست")
    reduce.add_argument("person", metavar="PERSON_ID")
    _word(acts, "list", "رضایت‌های یک فرد").add_argument("person", metavar="PERSON_ID")
    _word(acts, "text", "متنی که پیش از رضایت خوانده می‌شود").add_argument("scope", metavar="SCOPE")
    erase = _word(words, "erase", "محو داده‌های یک فرد؛ تنها شمارشی بی‌نام می‌ماند و بازگشتی نیست")
    erase.add_argument("id", metavar="PERSON_ID")
    erase.add_argument("--reason", metavar="TEXT", help="چرا؛ در رویدادنگاری می‌آید")
    erase.add_argument("--successor", metavar="PERSON_ID", help="سرپرست بعدی خانوار")
    erase.add_argument("--preview", action="store_true", help="تنها بگو چه می‌رود و چه می‌ماند")
    keeping = _word(words, "retention", "فراموش‌کردن آنچه مدت نگهداری‌اش گذشته است؛ بازگشتی نیست")
    keeping.add_argument("--preview", action="store_true", help="تنها بگو از هر چیز چه اندازه")
    keeping.add_argument("--today", metavar="DATE", help="تاریخ امروز، اگر دفتر هنوز سه روز به آن کار نکرده است")


def _sheet_words(words: Words) -> None:
    taking = _word(words, "import", "رکوردهای یک پروندهٔ صفحه‌گسترده (xlsx، xls، ods، csv)؛ یا همه ثبت می‌شوند یا هیچ")
    taking.add_argument("kind", metavar="KIND", help="نام پرونده، برای نمونه person")
    taking.add_argument("file", metavar="FILE")
    taking.add_argument("--dry-run", action="store_true", help="تنها بگوید چه می‌شود")
    taking.add_argument("--sheet", metavar="NAME", help="نام برگه، اگر چند برگه هست")
    giving = _word(words, "export", "رکوردها در یک پروندهٔ xlsx یا csv؛ همان که import می‌گیرد")
    giving.add_argument("kind", metavar="KIND")
    giving.add_argument("file", metavar="FILE")


def _report_words(words: Words) -> None:
    indicators = _word(words, "indicators", "شاخص‌های یک ماه")
    indicators.add_argument("--month", required=True, metavar="1404-06")
    printing = _word(words, "print", "چاپ یک برگه در پروندهٔ PDF")
    printing.add_argument("name", nargs="?", metavar="NAME")
    printing.add_argument("--list", action="store_true", dest="listing", help="نام چاپ‌ها")
    printing.add_argument("--out", metavar="FILE.pdf")
    printing.add_argument("--month", metavar="1404-06")
    printing.add_argument("--against", metavar="1404-05", help="ماه دیگر مقایسه؛ پیش‌فرض ماه پیش")
    printing.add_argument("--id", metavar="ID")
    printing.add_argument("--copy", choices=("internal", "shared"), default="internal", help="نسخهٔ درونی یا بیرونی")


def _monthly_words(words: Words) -> None:
    report = _word(words, "report", "گزارش ماهانه، از پیش‌نویس تا پاسخ استان")
    acts = report.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    _word(acts, "list", "گزارش‌های دفتر و وضعیت هر نسخه")
    show = _word(acts, "show", "گزارش یک ماه: رقم‌ها، متن‌ها و آنچه جلوی امضا را گرفته است")
    show.add_argument("--version", type=int, metavar="N", help="نسخه؛ پیش‌فرض آخرین نسخه")
    show.add_argument("--verify", action="store_true", help="آیا گزارش همان است که امضا شد")
    make = _word(acts, "make", "پیش‌نویس ماه، یا نسخهٔ تازه پس از برگشت")
    text = _word(acts, "text", "متن مدیر در یک بخش پیش‌نویس؛ متن خالی آن را برمی‌دارد")
    text.add_argument("section", metavar="SECTION", help="برای نمونه summary، requests یا training")
    note = _word(acts, "note", "یادداشت کنار یک رقم پیش‌نویس؛ رقم را عوض نمی‌کند")
    note.add_argument("code", metavar="CODE", help="برای نمونه I-11 یا نام بخش")
    for one in (text, note):
        one.add_argument("--text", metavar="TEXT", help="پیش‌فرض: از ورودی خوانده می‌شود")
    sign = _word(acts, "sign", "امضای مدیر؛ رقم‌ها از آن پس تغییر نمی‌پذیرند")
    send = _word(acts, "send", "گزارش امضاشده به استان فرستاده شد")
    send.add_argument("--via", choices=("usb", "network"), default="usb", help="از چه راهی؛ پیش‌فرض حافظهٔ همراه")
    accept = _word(acts, "accept", "استان گزارش را پذیرفت")
    back = _word(acts, "return", "استان گزارش را برگرداند")
    back.add_argument("--reason", metavar="TEXT", help="دلیل برگشت")
    back.add_argument("--section", action="append", default=[], metavar="SECTION=REASON", help="ایراد یک بخش")
    for one in (accept, back):
        one.add_argument("--no", metavar="TEXT", help="شمارهٔ پاسخ استان؛ مدیر دفتر باید بنویسد")
    for one in (show, make, text, note, sign, send, accept, back):
        one.add_argument("--month", required=True, metavar="1404-06")


def _conflict_words(words: Words) -> None:
    conflicts = _word(words, "conflicts", "آنچه رایانه‌های دفتر دربارهٔ آن دو روایت دارند، با نویسنده و زمان هر روایت")
    acts = conflicts.add_subparsers(dest="act", metavar="ACT", title="کارها")
    resolve = _word(acts, "resolve", "یکسره کردن: یک مقدار می‌ماند، و این سخن به رایانه‌های دیگر هم می‌رود")
    resolve.add_argument("id", nargs="+", metavar="ID", help="شناسه، همان که در فهرست آمده است: RECORD.FIELD")
    resolve.add_argument(
        "--keep", required=True, metavar="mine|theirs|VALUE",
        help="نوشتهٔ همین رایانه، تازه‌ترین نوشتهٔ دیگران، یا خود مقدار؛ برای حذف: deleted یا kept",
    )  # fmt: skip


def _account_words(words: Words) -> None:
    user = _word(words, "user", "حساب‌های کاربری")
    acts = user.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    add = _word(acts, "add", "حساب تازه؛ گذرواژه‌اش از TASHILGAR_NEW_PASSWORD")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True, metavar="R", help="نقش، برای نمونه facilitator")
    add.add_argument("--full-name", required=True, metavar="N", help="نام و نام خانوادگی")
    add.add_argument("--sensitive", choices=("yes", "no"), help="دیدن دادهٔ حساس؛ پیش‌فرض: مددکار و مدیر")
    sees = _word(acts, "sensitive", "دیدن دادهٔ حساس برای یک حساب")
    sees.add_argument("name", metavar="NAME")
    sees.add_argument("sees", choices=("yes", "no"))
    for name, text in (
        ("disable", "بستن یک حساب"),
        ("enable", "باز کردن حسابی بسته، با گذرواژه‌ای از TASHILGAR_NEW_PASSWORD که او عوض می‌کند"),
        (
            "password",
            "گذرواژهٔ تازه از TASHILGAR_NEW_PASSWORD؛ گذرواژه‌ای را که مدیر بگذارد، صاحبش در ورود بعد عوض می‌کند",
        ),
    ):
        _word(acts, name, text).add_argument("name", metavar="NAME")
    _word(acts, "recovery", "کد بازیابی تازه؛ مدیر دوم از TASHILGAR_SECOND_USER و TASHILGAR_SECOND_PASSWORD")
    _word(acts, "list", "حساب‌های دفتر")
    handover = _word(words, "handover", "بستهٔ مهرشدهٔ همهٔ دفتر برای مجری بعدی؛ کد آن تنها یک بار نوشته می‌شود")
    handover.add_argument("file", metavar="FILE.tashil-handover")
    handover.add_argument(
        "--open", action="store_true", help="گشودن بسته در پوشهٔ تازه (‎--data)، با TASHILGAR_RECOVERY_CODE"
    )
    handover.add_argument("--full-name", metavar="N", help="نام مدیر تازه، هنگام گشودن")
    audit = _word(words, "audit", "رویدادنگاری زنجیره‌ای، و این‌که زنجیره پابرجاست یا نه")
    audit.add_argument("--since", metavar="D", help="از این روز، برای نمونه 1404/06/01")


def _sync_words(words: Words) -> None:
    sync = _word(words, "sync", "هم‌رسانی از راه شبکه با استان یا با رایانهٔ دیگر دفتر؛ بی نشانی، با همان نشانی پیشین")
    sync.add_argument("--server", metavar="URL", help="نشانی آن سو، برای نمونه https://192.168.1.20:8743")
    sync.add_argument("--serve", action="store_true", help="رایانه‌های دیگر دفتر از این رایانه بگیرند؛ تا Ctrl-C")
    sync.add_argument("--port", type=int, metavar="N", help="درگاه ‎--serve؛ پیش‌فرض 8743")


def _device_words(words: Words) -> None:
    device = _word(words, "device", "رایانه‌های دفتر: دعوت، پیوستن، کلید تازه، بستن")
    acts = device.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    _word(acts, "list", "رایانه‌های دفتر و استان، وضعیت و آخرین تماس هر یک")
    invite = _word(acts, "invite", "دعوت یک رایانهٔ دیگر در پرونده‌ای؛ کد آن تنها یک بار نوشته می‌شود")
    invite.add_argument("--name", required=True, metavar="TEXT", help="نام رایانه، برای نمونه «رایانهٔ پذیرش»")
    invite.add_argument("--out", required=True, metavar="FILE", help="پروندهٔ دعوت؛ یک هفته و یک بار به کار می‌آید")
    invite.add_argument("--for", dest="account", metavar="USER", help="حساب کسی که می‌پیوندد؛ پیش‌فرض: خودتان")
    join = _word(acts, "join", "پیوستن این رایانه با دعوت، در پوشه‌ای خالی (‎--data)")
    join.add_argument("file", metavar="FILE")
    join.add_argument("--code", required=True, metavar="CODE", help="کدی که با دعوت گفته شد")
    _word(acts, "rotate", "کلیدهای تازه برای این رایانه")
    revoke = _word(acts, "revoke", "بستن یک رایانه؛ مدیر دوم از TASHILGAR_SECOND_USER و TASHILGAR_SECOND_PASSWORD")
    lost = _word(acts, "lost", "گزارش رایانهٔ گم‌شده: دادهٔ چه کسانی از کی در آن بود و چه از آن نرسید")
    for one in (revoke, lost):
        one.add_argument("device", metavar="ID", help="شناسهٔ رایانه، آغاز آن، یا نام آن")
    _word(acts, "handover", "این رایانه را تحویل بده: آیا چیزی در آن مانده که به دیگران نرسیده است")
    province = _word(words, "province", "پیوستن دفتر به استان")
    doings = province.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    joining = _word(doings, "join", "پیوستن با کارتی که استان برای این دفتر ساخته است")
    joining.add_argument("file", metavar="FILE")
    joining.add_argument("--code", required=True, metavar="CODE", help="کدی که با کارت گفته شد")
    _word(doings, "show", "استانی که این دفتر به آن پیوسته است")


def _courier_words(words: Words) -> None:
    courier = _word(words, "courier", "پروندهٔ مهرشده‌ای که کسی روی حافظهٔ همراه می‌برد")
    acts = courier.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    write = _word(acts, "write", "نوشتن آنچه دیگران هنوز ندارند")
    write.add_argument("file", metavar="FILE.tashil")
    write.add_argument("--to", choices=("office", "province"), default="office", help="برای که؛ پیش‌فرض رایانه‌های دفتر")
    read = _word(acts, "read", "خواندن پرونده‌ای که آورده‌اند")
    read.add_argument("--salvage", action="store_true", help="از پروندهٔ بریده یا آسیب‌دیده، بخش‌های سالم خوانده شود")
    show = _word(acts, "show", "این پرونده برای که و از کیست؛ چیزی خوانده نمی‌شود")
    for act in (read, show):
        act.add_argument("file", metavar="FILE.tashil")


def _backup_words(words: Words) -> None:
    backup = _word(words, "backup", "پشتیبان همهٔ دفتر، رمزشده و سنجیده؛ بی نشانی، در پوشهٔ دفتر و جای دوم آن")
    backup.add_argument("file", nargs="?", metavar="FILE", help="پروندهٔ تازه، یا پوشه‌ای که در آن نوشته شود")
    restore = _word(words, "restore", "بازگرداندن دفتر از پشتیبان، با گذرواژهٔ آن زمان یا TASHILGAR_RECOVERY_CODE")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--preview", action="store_true", help="تنها بگوید چه در آن است؛ گذرواژه نمی‌خواهد")
    backups = _word(words, "backups", "پشتیبان‌های دفتر: فهرست، سنجیدن، جای دوم")
    acts = backups.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    _word(acts, "list", "پشتیبان‌های پوشهٔ دفتر و جای دوم، تازه‌ترین نخست")
    verify = _word(acts, "verify", "گشودن و سنجیدن؛ بی نام، همهٔ پشتیبان‌های دفتر")
    verify.add_argument("file", nargs="?", metavar="FILE")
    place = _word(acts, "place", "پوشه یا حافظهٔ دومی که پشتیبان‌ها در آن هم نوشته می‌شود")
    place.add_argument("folder", nargs="?", metavar="DIR")
    place.add_argument("--none", action="store_true", help="از این پس تنها در پوشهٔ دفتر")
    rescue = _word(words, "rescue", "آنچه از پروندهٔ آسیب‌دیده خوانده شود در پوشه‌ای تازه؛ و آنچه نشد، با نام")
    rescue.add_argument("damaged", metavar="DAMAGED", help="پوشهٔ دفتر یا پروندهٔ office.db؛ تنها خوانده می‌شود")
    rescue.add_argument("new", metavar="NEW", help="پوشه‌ای خالی")
    rescue.add_argument("--backup", metavar="FILE", help="پشتیبانی که جای صفحه‌های ازدست‌رفته را پر کند")


def _update_words(words: Words) -> None:
    update = _word(words, "update", "نسخهٔ تازهٔ برنامه از پرونده‌ای امضاشده، و راه بازگشت؛ دفتر اگر هست، با گذرواژهٔ مدیر")
    update.add_argument("file", metavar="FILE|undo|show", help="پروندهٔ به‌روزرسانی؛ undo نسخهٔ پیشین؛ show آنچه هست")
    update.add_argument("--dry-run", action="store_true", help="تنها سنجیدن و گفتن؛ چیزی تغییر نمی‌کند")
    update.add_argument("--restore", action="store_true", help="با undo: دفتر نیز از پشتیبان پیش از روزآمد شدن")
    update.add_argument("--later", action="store_true", help="با undo: تنها برنامه؛ دفتر را خودتان بازمی‌گردانید")
