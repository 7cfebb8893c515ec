"""Trusted locals and the groups of a neighbourhood (domain §3.3)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from desktop.domain.fields import About, Draft, Input, Search, Sensitivity
from desktop.domain.persian.names import read_name
from desktop.domain.problems import Problem
from desktop.domain.record import Facts, Kind, Record, Row

PERSONAL = Sensitivity.PERSONAL


class LocalTrusteeDraft(Draft):
    """معتمد محلی؛ در هر چه به اشتراک گذاشته شود تنها نقش و محله می‌آید"""

    person_id: Annotated[str | None, About(label="ساکن", input=Input.LINK, links="person", sensitivity=PERSONAL, help="اگر پرونده دارد")] = None
    full_name: Annotated[str | None, About(label="نام و نام خانوادگی", reader=read_name, longest=120, sensitivity=PERSONAL, search=Search.NAMES, column=1, help="اگر پرونده ندارد")] = None
    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, column=3)]
    role: Annotated[str, About(label="نقش", input=Input.CODE, codes="trustee_role", required=True, search=Search.WORDS, column=2)]
    since: Annotated[date | None, About(label="از تاریخ", input=Input.PARTIAL_DATE, precision_field="since_precision", not_future=True, column=4)] = None
    since_precision: Annotated[str | None, About(label="دقت تاریخ", input=Input.CODE, codes="birth_precision", in_form=False)] = None
    active: Annotated[bool, About(label="فعال", input=Input.YES_NO, column=5)] = True


class LocalTrustee(LocalTrusteeDraft, Record, table=True):
    __tablename__ = "local_trustee"


class LocalGroupDraft(Draft):
    """کارگروه محله یا گروه همیار"""

    name: Annotated[str, About(label="نام گروه", required=True, longest=80, search=Search.NAMES, column=1)]
    neighborhood_id: Annotated[str, About(label="محله", input=Input.LINK, links="neighborhood", required=True, column=3)]
    kind: Annotated[str, About(label="گونه", input=Input.CODE, codes="local_group_kind", required=True, search=Search.WORDS, column=2)]
    members: Annotated[int | None, About(label="شمار اعضا", input=Input.INTEGER, low=1, high=10_000, column=4)] = None
    since: Annotated[date | None, About(label="از تاریخ", input=Input.PARTIAL_DATE, precision_field="since_precision", not_future=True, column=5)] = None
    since_precision: Annotated[str | None, About(label="دقت تاریخ", input=Input.CODE, codes="birth_precision", in_form=False)] = None
    active: Annotated[bool, About(label="فعال", input=Input.YES_NO, column=6)] = True


class LocalGroup(LocalGroupDraft, Record, table=True):
    __tablename__ = "local_group"


class LocalGroupMemberDraft(Draft):
    """عضو یک گروه محلی"""

    group_id: Annotated[str, About(label="گروه", input=Input.LINK, links="local_group", required=True, column=2)]
    person_id: Annotated[str | None, About(label="ساکن", input=Input.LINK, links="person", sensitivity=PERSONAL)] = None
    full_name: Annotated[str | None, About(label="نام و نام خانوادگی", reader=read_name, longest=120, sensitivity=PERSONAL, column=1)] = None
    post: Annotated[str | None, About(label="سمت در گروه", longest=60, column=3)] = None
    since: Annotated[date | None, About(label="از تاریخ", input=Input.DATE, not_future=True)] = None
    left_on: Annotated[date | None, About(label="پایان عضویت", input=Input.DATE, not_future=True)] = None


class LocalGroupMember(LocalGroupMemberDraft, Record, table=True):
    __tablename__ = "local_group_member"


def _one_name(values: Row) -> Iterable[Problem]:
    if not values["person_id"] and not values["full_name"]:
        yield Problem("full_name", "person_or_name")


def trustee_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    yield from _one_name(values)
    others = facts.find("local_trustee", person_id=values["person_id"], active=True) if values["person_id"] else []
    if values["active"] and any(o["id"] != values.get("id") and o["role"] == values["role"] for o in others):
        yield Problem("person_id", "already_trustee")


def member_rules(values: Row, facts: Facts) -> Iterable[Problem]:
    yield from _one_name(values)
    if values["since"] and values["left_on"] and values["left_on"] < values["since"]:
        yield Problem("left_on", "before_start")
    if not values["person_id"] or values["left_on"]:
        return
    others = facts.find("local_group_member", group_id=values["group_id"], person_id=values["person_id"], left_on=None)
    if any(other["id"] != values.get("id") for other in others):
        yield Problem("person_id", "already_member")


def fill_name(values: Row, facts: Facts) -> Mapping[str, Any]:
    """Who has a file is named as in it."""
    person = facts.get("person", values["person_id"])
    return {"full_name": f"{person['first_name']} {person['last_name']}"} if person else {}


LOCAL_TRUSTEE = Kind(name="local_trustee", label="معتمد محلی", plural="معتمدان", draft=LocalTrusteeDraft, table=LocalTrustee, title=("full_name",), detail=("role",), rules=trustee_rules, fill=fill_name)
LOCAL_GROUP = Kind(name="local_group", label="گروه محلی", plural="گروه‌های محلی", draft=LocalGroupDraft, table=LocalGroup, title=("name",), detail=("kind",))
LOCAL_GROUP_MEMBER = Kind(name="local_group_member", label="عضو گروه", plural="اعضای گروه", draft=LocalGroupMemberDraft, table=LocalGroupMember, title=("full_name",), detail=("post",), rules=member_rules, fill=fill_name)
