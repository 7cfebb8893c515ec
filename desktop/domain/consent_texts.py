"""What is read aloud before somebody agrees, in versions: a consent row keeps the version that was read (domain §5).

A new wording is a new version; an old one stays as long as a consent row names it. Each text is plain Persian that
can be understood by ear. `{office}` is the office's title.
"""

from dataclasses import dataclass

from desktop.domain.codes import CODE_LISTS


@dataclass(frozen=True)
class ConsentText:
    """One version of the sheet: who asks, what each scope allows, and the rights of who answers."""

    version: str
    who_we_are: str
    scopes: dict[str, str]  # a scope, or its prefix ending in «:», to the sentence read for it
    rights: tuple[str, ...]
    refusing: str

    def sentence(self, scope: str) -> str:
        """What is read for one scope."""
        kind, colon, rest = scope.partition(":")
        if not colon:
            return self.scopes[scope]
        label = CODE_LISTS["agency_code" if kind == "referral" else "sensitive_topic"][rest]
        return self.scopes[f"{kind}:"].format(what=label)

    def spoken(self, scope: str, office: str) -> tuple[str, ...]:
        """Everything that is read for one scope, paragraph by paragraph."""
        return (self.who_we_are.format(office=office), self.sentence(scope), *self.rights, self.refusing)


_FIRST = ConsentText(
    version="1",
    who_we_are=(
        "ما همکاران {office} هستیم و برای برآوردن نیازهای اهالی محله کار می‌کنیم. "
        "دفتر دربارهٔ حق کسی تصمیم نمی‌گیرد؛ کار آن پیگیری و معرفی به دستگاه‌هاست."
    ),
    scopes={
        "basic_record": (
            "اجازه می‌دهید نام، نسبت، سال تولد، محله و راه تماس شما و پاسخ‌هایی که خودتان می‌دهید در پروندهٔ دفتر نوشته شود، "
            "تا نیازها و کارگاه‌های شما پیگیری شود؟"
        ),
        "photo": "اجازه می‌دهید عکسی که شما در آن دیده می‌شوید نگه داشته و در گزارش دفتر به کار رود؟",
        "sync_to_province": "اجازه می‌دهید پروندهٔ شما با نام به استانداری فرستاده شود؟ بی این اجازه تنها شمارش بی‌نام می‌رود.",
        "phone_contact": "اجازه می‌دهید برای نیازها و کارگاه‌ها به شما زنگ بزنیم یا پیام بدهیم؟",
        "sensitive:": (
            "اجازه می‌دهید «{what}» شما در پرونده نوشته شود؟ این دادهٔ حساس است: تنها مددکار پرونده و مدیر دفتر آن را می‌بینند، "
            "هر بار دیدن ثبت می‌شود، از دفتر بیرون نمی‌رود و پس از ۲۴ ماه پاک می‌شود."
        ),
        "referral:": (
            "اجازه می‌دهید برای پیگیری این نیاز، نام و نام پدر شما به «{what}» نوشته شود؟ دلیل نیاز و نام دیگر اعضای خانواده "
            "نوشته نمی‌شود. می‌توانید نامه را خودتان ببرید."
        ),
    },
    rights=(
        "هر زمان بخواهید می‌توانید پروندهٔ خود را ببینید، درست کنید یا اجازه‌ای را که داده‌اید پس بگیرید.",
        "اگر بخواهید، نام و نشانی و مدارک شما پاک می‌شود و تنها یک شمارش بی‌نام می‌ماند.",
    ),
    refusing="اگر اجازه ندهید هیچ خدمتی از شما دریغ نمی‌شود.",
)

CONSENT_TEXTS: dict[str, ConsentText] = {text.version: text for text in (_FIRST,)}
CURRENT_TEXT = _FIRST.version
