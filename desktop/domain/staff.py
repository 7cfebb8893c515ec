"""The office's staff and their accounts (domain §3.2)."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from desktop.domain.fields import About, Access, Draft, Input, Search, Sensitivity
from desktop.domain.persian.identifiers import read_mobile, read_national_id
from desktop.domain.persian.names import read_name
from desktop.domain.problems import Problem, Refusal
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL
MANAGER = frozenset({"office_manager"})


class StaffMemberDraft(Draft):
    """کارشناس یا تسهیلگر دفتر"""

    full_name: Annotated[str, About(label="نام و نام خانوادگی", required=True, reader=read_name, longest=120, sensitivity=PERSONAL, search=Search.NAMES, column=1)]
    national_id: Annotated[str | None, About(access=Access.IDENTIFIER, label="کد ملی", input=Input.DIGITS, reader=read_national_id, sensitivity=PERSONAL)] = None
    specialty: Annotated[str, About(label="تخصص", input=Input.CODE, codes="staff_specialty", required=True, column=2)] = "social"
    education_level: Annotated[str, About(label="تحصیلات", input=Input.CODE, codes="education_level", required=True)] = "bachelor"
    field_of_study: Annotated[str | None, About(label="رشته", longest=80)] = None
    position: Annotated[str, About(label="سمت", input=Input.CODE, codes="staff_position", required=True, column=3)] = "facilitator"
    start_date: Annotated[date, About(label="آغاز کار", input=Input.DATE, required=True, column=4)]
    end_date: Annotated[date | None, About(label="پایان کار", input=Input.DATE)] = None
    mobile: Annotated[str | None, About(label="همراه", input=Input.DIGITS, reader=read_mobile, sensitivity=PERSONAL)] = None


class StaffMember(StaffMemberDraft, Record, table=True):
    __tablename__ = "staff_member"


def staff_rules(values: Row, _facts: Facts) -> Iterable[Problem]:
    if values["end_date"] and values["end_date"] < values["start_date"]:
        yield Problem("end_date", "before_start")


def read_username(text: str) -> str:
    """Three to forty letters or digits of any script, with dot, dash or underline; no spaces."""
    if not 3 <= len(text) <= 40 or not all(c.isalnum() or c in "._-" for c in text):
        raise Refusal("username")
    return text.lower()


class UserAccountDraft(Draft):
    """حساب کاربری؛ گذرواژه هرگز در این جدول نیست: تنها بستهٔ کلید هر کاربر را می‌گشاید"""

    staff_id: Annotated[str, About(label="همکار", input=Input.LINK, links="staff_member", required=True, column=2)]
    username: Annotated[str, About(label="نام کاربری", required=True, reader=read_username, search=Search.WORDS, column=1)]
    role: Annotated[str, About(label="نقش", input=Input.CODE, codes="user_role", required=True, column=3)]
    can_see_sensitive: Annotated[bool, About(label="دیدن دادهٔ حساس", input=Input.YES_NO)] = False
    active: Annotated[bool, About(label="فعال", input=Input.YES_NO, column=4)] = True
    must_change: Annotated[bool, About(label="تغییر گذرواژه در ورود بعد", input=Input.YES_NO)] = False


class UserAccount(UserAccountDraft, Record, table=True):
    __tablename__ = "user_account"


def account_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    twins = facts.find("user_account", username=values["username"])
    if any(twin["id"] != values.get("id") for twin in twins):
        yield Problem("username", "username_taken")


STAFF_MEMBER = Kind(name="staff_member", label="همکار", plural="همکاران", draft=StaffMemberDraft, table=StaffMember, title=("full_name",), detail=("position",), rules=staff_rules, writers=MANAGER)
USER_ACCOUNT = Kind(name="user_account", label="حساب کاربری", plural="حساب‌های کاربری", draft=UserAccountDraft, table=UserAccount, title=("username",), detail=("role",), rules=account_rules, writers=MANAGER, readers=MANAGER | {"system_admin"})
