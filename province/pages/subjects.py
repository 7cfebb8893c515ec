"""The kinds of record that the province works with on its pages, each declared in one row.

Pages of a list, of a record, of its form and of its steps follow from the row and from the declarations of the domain;
what a role may write there is asked once more by the rules of the domain (`province.deeds`).
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.kinds import KINDS
from desktop.domain.record import Kind
from province.access import Permission


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One kind on the pages. `everywhere`: the same record, under one id, in all offices, as code lists are."""

    name: str
    path: str
    sees: Permission
    writes: Permission | None = None  # who adds a record, or changes one
    steps: Permission | None = None  # who moves one on through its life
    everywhere: bool = False
    icon: str = "list-checks"
    says: str = ""  # under the heading
    not_asked: tuple[str, ...] = ()  # fields that no form of a page asks

    @property
    def kind(self) -> Kind:
        return KINDS[self.name]


CREDITS = Subject(
    name="credit",
    path="/credits",
    sees=Permission.MONEY,
    writes=Permission.ALLOCATE,
    steps=Permission.ALLOCATE,
    icon="wallet",
    says="تصویب و تخصیص استان در هم‌رسانی بعدی به دفتر می‌رسد.",
)
PLANS = Subject(
    name="ngo_plan",
    path="/plans",
    sees=Permission.PLANS,
    steps=Permission.APPROVE_PLANS,
    icon="handshake",
    says="تصویب، تمدید، امتیاز و حمایت؛ دفتر پاسخ را در هم‌رسانی بعدی می‌گیرد.",
)
INSPECTIONS = Subject(
    name="inspection",
    path="/inspections",
    sees=Permission.INSPECTIONS,
    writes=Permission.INSPECTIONS,
    icon="search-check",
    says="بازدیدی که انجام نشده به دفتر نشان داده نمی‌شود. نام هیچ مددجویی در آن نمی‌آید.",
)
DIRECTIVES = Subject(
    name="directive",
    path="/directives",
    sees=Permission.DIRECTIVES,
    writes=Permission.WRITE_DIRECTIVES,
    everywhere=True,
    icon="scroll-text",
    says="هر دستورالعمل با همان شناسه در همهٔ دفترها می‌نشیند.",
)
_LISTS = (
    ("province", "divisions/provinces"), ("county", "divisions/counties"), ("harm_type", "harm-types"),
    ("priority_harm", "priority-harms"), ("service_standard", "standards"), ("program", "programmes"),
    ("ngo_plan_catalogue", "plan-catalogue"),
)  # fmt: skip
LISTS = tuple(
    Subject(
        name=name, path=f"/lists/{word}", sees=Permission.LISTS, writes=Permission.WRITE_LISTS, everywhere=True,
        says="با تاریخ آغاز و پایان؛ آنچه پایان یافته در پرونده‌های پیشین می‌ماند و دیگر برگزیده نمی‌شود.",
    )
    for name, word in _LISTS
)  # fmt: skip
SUBJECTS = (CREDITS, PLANS, INSPECTIONS, DIRECTIVES, *LISTS)
