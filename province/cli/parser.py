"""The words of the province's command line, declared once; nothing heavy is loaded to read them."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, _SubParsersAction
from typing import TypeAlias

from desktop import __version__
from desktop.system.words import Formatter, Parser

Words: TypeAlias = "_SubParsersAction[Parser]"  # the class cannot be subscripted at run time


def build_parser() -> Parser:
    """All words with their Persian help."""
    parser = Parser(
        prog="tashilgar-province", description="کارساز استانی تسهیلگر", formatter_class=Formatter, allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=__version__, help="نسخهٔ برنامه")
    _add_global(parser)
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True, title="واژه‌ها")
    _server_words(words)
    _office_words(words)
    _device_words(words)
    _report_words(words)
    _rollup_words(words)
    _deed_words(words)
    _courier_words(words)
    _account_words(words)
    return parser


def _add_global(parser: ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", default=SUPPRESS, help="پوشهٔ کارساز (یا TASHILGAR_PROVINCE_DATA)")
    parser.add_argument("--database", metavar="URL", default=SUPPRESS, help="پایگاه داده؛ پیش‌فرض پرونده‌ای SQLite")


def _word(words: Words, name: str, text: str) -> Parser:
    made = words.add_parser(name, help=text, description=text, formatter_class=Formatter, allow_abbrev=False)
    _add_global(made)
    return made


def _server_words(words: Words) -> None:
    init = _word(words, "init", "کارسازی تازه: کلیدها، گواهی TLS، پایگاه داده و نخستین مدیر سامانه")
    init.add_argument("--title", metavar="TEXT", default="استانداری", help="نام استان، چنان‌که دفترها می‌بینند")
    init.add_argument("--url", metavar="URL", help="نشانی کارساز برای دفترها، برای نمونه https://sync.example.ir:8743")
    init.add_argument("--user", metavar="NAME", default="administrator", help="نام کاربری نخستین مدیر سامانه")
    init.add_argument("--full-name", metavar="N", default="مدیر سامانه", help="نام و نام خانوادگی او")
    serve = _word(words, "serve", "پاسخ به دفترها")
    serve.add_argument("--host", metavar="ADDRESS", help="نشانی شنیدن؛ پیش‌فرض 127.0.0.1")
    serve.add_argument("--port", type=int, metavar="N", help="درگاه؛ پیش‌فرض 8743")
    serve.add_argument("--workers", type=int, default=1, metavar="N", help="شمار فرایندها")
    serve.add_argument("--plain", action="store_true", help="بی TLS، تنها پشت کارسازی که خود TLS دارد")
    _word(words, "check", "درستی پایگاه داده و کلیدها، شماره‌ها، زنجیره‌ها و امضاها")
    backup = _word(words, "backup", "رونوشتی از پایگاه داده در یک پرونده؛ کلیدها در آن نیست و جدا نگه داشته می‌شود")
    backup.add_argument("file", metavar="FILE")
    restore = _word(words, "restore", "بازآوردن پایگاه داده از رونوشت، در جای خالی؛ کلیدها باید پیش‌تر در پوشه باشند")
    restore.add_argument("file", metavar="FILE")


def _office_words(words: Words) -> None:
    office = _word(words, "office", "دفترهای استان")
    acts = office.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    add = _word(acts, "add", "دفتری تازه، یا کارتی تازه برای دفتری که هست؛ کد آن تنها یک بار نوشته می‌شود")
    add.add_argument("code", metavar="CODE", help="کد چهاررقمی دفتر")
    add.add_argument("title", metavar="TITLE", help="نام دفتر")
    add.add_argument("--card", metavar="FILE", required=True, help="پروندهٔ کارتی که رایانهٔ دفتر با آن می‌پیوندد")
    add.add_argument("--days", type=int, default=30, metavar="N", help="کارت تا چند روز به کار می‌آید")
    _word(acts, "list", "دفترها و آخرین تماس هر یک")


def _device_words(words: Words) -> None:
    device = _word(words, "device", "رایانه‌های دفترها")
    acts = device.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    listing = _word(acts, "list", "رایانه‌ها، وضعیت و آخرین تماس هر یک")
    listing.add_argument("--office", metavar="CODE", help="تنها رایانه‌های این دفتر")
    approve = _word(acts, "approve", "پذیرفتن رایانه‌ای که در انتظار است؛ آنچه فرستاده بود خوانده می‌شود")
    revoke = _word(acts, "revoke", "بستن یک رایانه؛ آنچه پس از این بنویسد در هیچ‌جا به حساب نمی‌آید")
    for act in (approve, revoke):
        act.add_argument("device", metavar="DEVICE", help="شناسهٔ رایانه، یا آغاز آن")


def _report_words(words: Words) -> None:
    report = _word(words, "report", "گزارش‌های ماهانهٔ دفترها و پاسخ استان")
    acts = report.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    listing = _word(acts, "list", "گزارش‌هایی که رسیده‌اند")
    listing.add_argument("--office", metavar="CODE", help="تنها گزارش‌های این دفتر")
    listing.add_argument("--month", metavar="1404-06")
    listing.add_argument("--status", choices=("signed", "sent", "accepted", "returned"))
    accept = _word(acts, "accept", "پذیرفتن گزارش؛ پاسخ از هر دو راه به دفتر می‌رسد")
    back = _word(acts, "return", "برگرداندن گزارش با دلیل")
    back.add_argument("--reason", metavar="TEXT", help="دلیل برگشت")
    back.add_argument("--section", action="append", default=[], metavar="SECTION=REASON", help="ایراد یک بخش")
    for act in (accept, back):
        act.add_argument("--office", required=True, metavar="CODE")
        act.add_argument("--month", required=True, metavar="1404-06")
        act.add_argument("--no", metavar="TEXT", help="شمارهٔ پاسخ")
        act.add_argument(
            "--user", required=True, metavar="NAME", help="که پاسخ می‌دهد؛ گذرواژه‌اش از TASHILGAR_PROVINCE_PASSWORD"
        )


def _rollup_words(words: Words) -> None:
    rollup = _word(words, "rollup", "گزارش تجمیعی استان: همهٔ دفترهای یک ماه با هم، تنها نسخه‌های پذیرفته")
    rollup.add_argument("month", metavar="1404-06")
    rollup.add_argument("--pdf", metavar="FILE", help="همان گزارش برای چاپ")
    rollup.add_argument("--file", metavar="FILE", help="جدول‌ها برای وزارت کشور: ‎.csv یا ‎.xlsx یا ‎.json")
    printing = _word(words, "print", "کاغذهای استان")
    printing.add_argument("name", metavar="NAME", nargs="?", choices=("rollup", "support", "agency_letter"))
    printing.add_argument("--list", action="store_true", help="نام کاغذها")
    printing.add_argument("--month", metavar="1404-06")
    printing.add_argument("--out", metavar="FILE")
    printing.add_argument("--agency", metavar="CODE", help="دستگاهی که نامه به آن است، برای نمونه municipality")


def _deed_words(words: Words) -> None:
    put = _word(words, "put", "سطرهای JSON را در پرونده‌های دفتر می‌نویسد: بخشنامه، فهرست‌ها، اعتبار؛ به دفتر بازمی‌گردند")
    where = put.add_mutually_exclusive_group(required=True)
    where.add_argument("--office", metavar="CODE")
    where.add_argument("--all", action="store_true", help="در همهٔ دفترها، با همان شناسه")
    step = _word(words, "step", "بردن یک رکورد دفتر به وضعیت دیگر، برای نمونه تصویب طرح سمن")
    step.add_argument("--office", required=True, metavar="CODE")
    for act in (put, step):
        act.add_argument("kind", metavar="KIND", help="نام پرونده، برای نمونه directive")
        act.add_argument(
            "--user", required=True, metavar="NAME", help="که می‌نویسد؛ گذرواژه‌اش از TASHILGAR_PROVINCE_PASSWORD"
        )
    step.add_argument("id", metavar="ID")
    step.add_argument("state", metavar="STATE")
    step.add_argument("fields", nargs="*", metavar="FIELD=VALUE")


def _courier_words(words: Words) -> None:
    courier = _word(words, "courier", "پروندهٔ مهرشده روی حافظهٔ همراه، هر دو سو")
    acts = courier.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    reading = _word(acts, "read", "خواندن پرونده‌ای که از دفتری آمده است؛ دوباره خواندنش چیزی را عوض نمی‌کند")
    writing = _word(acts, "write", "پرونده‌ای برای یک دفتر، با همهٔ آنچه هنوز دریافتش را نگفته است")
    writing.add_argument("--office", required=True, metavar="CODE")
    for act in (reading, writing):
        act.add_argument("file", metavar="FILE.tashil")


def _account_words(words: Words) -> None:
    user = _word(words, "user", "حساب‌های کارساز")
    acts = user.add_subparsers(dest="act", metavar="ACT", required=True, title="کارها")
    add = _word(acts, "add", "حساب تازه؛ گذرواژه‌اش از TASHILGAR_PROVINCE_NEW_PASSWORD")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True, metavar="R", help="نقش، برای نمونه province_officer")
    add.add_argument("--full-name", required=True, metavar="N", help="نام و نام خانوادگی")
    add.add_argument("--county", action="append", default=[], metavar="CODE", help="شهرستان ناظر؛ چند بار گفته می‌شود")
    _word(acts, "list", "حساب‌ها")
