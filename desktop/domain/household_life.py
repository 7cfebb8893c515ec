"""What happens to a household and its members after they were registered: each act with the fields it asks (§3.6.5)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from sqlmodel import Field

from desktop.domain.fields import About, Draft, Input, Sensitivity, abouts
from desktop.domain.household import HouseholdDraft
from desktop.domain.problems import Problem
from desktop.domain.record import Row

PERSONAL = Sensitivity.PERSONAL
GONE = frozenset({"moved", "deceased", "merged", "erased"})  # a person's states in which a household no longer counts them
BY_OTHER_ACTS = frozenset({"merged", "erased"})  # a merge and an erasure set these; nobody writes them
MOST_MEMBERS = 30  # the highest size a household can declare

_ON = About(label="تاریخ", input=Input.DATE, not_future=True, required=True)
_SUCCESSOR = About(label="سرپرست تازه", input=Input.LINK, links="person", sensitivity=PERSONAL, help="کسی که از این پس سرپرست خانوار است")
_MEMBERS = About(label="اعضا", input=Input.TEXTS, required=True, sensitivity=PERSONAL)
_RELATIONS = About(label="نسبت‌ها با سرپرست تازه", input=Input.DATA, sensitivity=PERSONAL)


class MoveAwayDraft(Draft):
    """جابه‌جایی خانوار به جایی بیرون از محله‌های دفتر؛ همهٔ اعضای فعال با آن می‌روند"""

    on: Annotated[date, _ON]
    moved_to: Annotated[str | None, About(label="مقصد", longest=120, sensitivity=PERSONAL, help="برای نمونه: زاهدان")] = None


class DissolveDraft(Draft):
    """انحلال خانوار؛ کسانی که هنوز در آن‌اند «جابه‌جا شده» می‌شوند"""

    on: Annotated[date, _ON]


class ComeBackDraft(Draft):
    """بازگشت خانوار با اعضایی که بازگشته‌اند"""

    on: Annotated[date, _ON]
    member_ids: Annotated[list[str], About(label="چه کسانی بازگشتند", input=Input.TEXTS, sensitivity=PERSONAL, help="خالی: همهٔ کسانی که با آن رفتند")] = Field(default_factory=list)
    successor_id: Annotated[str | None, _SUCCESSOR] = None


class SplitDraft(Draft):
    """جدا کردن چند عضو در خانواری تازه؛ نیازها و ثبت‌نام‌ها با خود افراد می‌روند"""

    on: Annotated[date, _ON]
    member_ids: Annotated[list[str], _MEMBERS]
    head_id: Annotated[str, About(label="سرپرست خانوار تازه", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL)]
    neighborhood_id: Annotated[str, About(label="محلهٔ خانوار تازه", input=Input.LINK, links="neighborhood", required=True, sensitivity=PERSONAL)]
    address_text: Annotated[str | None, abouts(HouseholdDraft)["address_text"]] = None
    successor_id: Annotated[str | None, About(label="سرپرست خانوار پیشین", input=Input.LINK, links="person", sensitivity=PERSONAL, help="تنها اگر سرپرست می‌رود")] = None
    relations: Annotated[dict[str, str] | None, _RELATIONS] = None


class JoinDraft(Draft):
    """پیوستن اعضا به خانواری دیگر؛ خانواری که خالی شود «ادغام‌شده» می‌شود"""

    on: Annotated[date, _ON]
    member_ids: Annotated[list[str], _MEMBERS]
    household_id: Annotated[str, About(label="به خانوار", input=Input.LINK, links="household", required=True, sensitivity=PERSONAL)]
    successor_id: Annotated[str | None, About(label="سرپرست خانوار پیشین", input=Input.LINK, links="person", sensitivity=PERSONAL, help="تنها اگر سرپرست می‌رود و کسی می‌ماند")] = None
    relations: Annotated[dict[str, str] | None, _RELATIONS] = None


class DeathDraft(Draft):
    """فوت یک عضو"""

    on: Annotated[date, _ON]
    successor_id: Annotated[str | None, _SUCCESSOR] = None
    relations: Annotated[dict[str, str] | None, _RELATIONS] = None


class MemberMovesDraft(Draft):
    """رفتن یک عضو از محله‌های دفتر؛ خانوار می‌ماند"""

    on: Annotated[date, _ON]
    successor_id: Annotated[str | None, _SUCCESSOR] = None
    relations: Annotated[dict[str, str] | None, _RELATIONS] = None


class MemberReturnsDraft(Draft):
    """بازگشت یک عضو"""

    on: Annotated[date, _ON]
    household_id: Annotated[str, About(label="خانوار", input=Input.LINK, links="household", required=True, sensitivity=PERSONAL)]
    relation_to_head: Annotated[str, About(label="نسبت با سرپرست", input=Input.CODE, codes="relation_to_head", required=True, sensitivity=PERSONAL)]


class NewHeadDraft(Draft):
    """سرپرست تازه"""

    successor_id: Annotated[str, About(label="سرپرست تازه", input=Input.LINK, links="person", required=True, sensitivity=PERSONAL)]
    relations: Annotated[dict[str, str] | None, _RELATIONS] = None


def members_problems(chosen: Sequence[str], members: Sequence[Row], name: str = "member_ids") -> Iterable[Problem]:
    """Every chosen person is one of these members, and somebody is chosen."""
    known = {member["id"] for member in members}
    if not chosen:
        yield Problem(name, "nobody_chosen")
    if any(person not in known for person in chosen):
        yield Problem(name, "not_a_member")


def head_faults(household: Row, members: Iterable[Row]) -> list[str]:
    """What is wrong with a household's people: codes of sentences, none when it is in order.

    A household in which nobody is registered yet is in order; one with members has exactly one active head.
    """
    active = [member for member in members if member["status"] == "active"]
    if household["status"] != "active":
        return ["household_inactive"] if active else []
    heads = sum(member["relation_to_head"] == "head" for member in active)
    if not active or heads == 1:
        return []
    return ["no_head" if heads == 0 else "second_head"]


def without(values: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """The values but for some of them."""
    return {name: value for name, value in values.items() if name not in names}
