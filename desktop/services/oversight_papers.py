"""The plain rows of papers about oversight: a surprise inspection, and the handover from one operator to the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.access import may_see
from desktop.services.asked_paper import Asked, wanted
from desktop.services.imprint import imprint_of
from desktop.store.office_file import OfficeFile
from desktop.store.package import count_of
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.handover_papers import Contract, PackageRow

# What is handed over is the office's work; its accounts and its own lists of words stay behind.
_NOT_HANDED_OVER = frozenset({"user_account", "province", "county", "harm_type", "priority_harm"})
_MARK_GROUP = 4  # letters of a package's mark that are read together
_MARK_SHOWN = 16


def inspection_report(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«گزارش بازدید سرزده» of a visit that was made; before that it is nobody's who is not told of it (G-26)."""
    from desktop.reports.inspection_report import FindingRow, Inspection, build

    visit = wanted(rows, "inspection", asked.record_id)
    if not may_see(rows, KINDS["inspection"], visit):
        raise RefusedError.of("id", "unknown_record")
    if visit["done_on"] is None:
        raise RefusedError.of("id", "inspection_not_done")
    inspector = rows.titles([visit["inspector_org_id"]])
    report = Inspection(
        imprint=imprint_of(rows, office),
        document=label_of("policy_document", visit["policy_document"]),
        place_type=label_of("facility_type", visit["place_type"]),
        place=visit["place_text"],
        inspector=inspector.get(visit["inspector_org_id"], "—"),
        planned_month=visit["planned_month"],
        done_on=visit["done_on"],
        findings=tuple(
            FindingRow(one["item"], one["result"] == "ok", one.get("note") or "") for one in visit["findings"]
        ),
        deadline=visit["deadline"],
        second_visit_on=visit["second_visit_on"],
    )
    return build(report)


def destruction_certificate(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«گواهی امحا» of the operator whose contract ended; blank of a day until it is written down (G-32)."""
    from desktop.reports.handover_papers import Destruction, build_certificate

    contract = wanted(rows, "office_contract", asked.record_id)
    return build_certificate(Destruction(imprint_of(rows, office), _contract(rows, contract), contract["destroyed_on"]))


def handover_cover(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """The sheet that lies on the package for the next operator."""
    from desktop.reports.handover_papers import HandoverCover, build_cover

    contract = _contract(rows, wanted(rows, "office_contract", asked.record_id))
    return build_cover(HandoverCover(imprint_of(rows, office), contract, tuple(_package(rows))))


def _contract(rows: Rows, row: Row) -> Contract:
    from desktop.reports.handover_papers import Contract

    titles = rows.titles([row["operator_org_id"], row["handover_to_id"] or ""])
    mark = (row["package_hash"] or "")[:_MARK_SHOWN].upper()
    return Contract(
        operator=titles.get(row["operator_org_id"], "—"),
        number=row["contract_no"],
        start=row["start_date"],
        end=row["end_date"],
        successor=titles.get(row["handover_to_id"] or "", ""),
        handed_on=row["handover_date"],
        fingerprint=" ".join(mark[at : at + _MARK_GROUP] for at in range(0, len(mark), _MARK_GROUP)),
    )


def _package(rows: Rows) -> Iterator[PackageRow]:
    from desktop.reports.handover_papers import PackageRow

    for name, kind in KINDS.items():
        if name in _NOT_HANDED_OVER:
            continue
        count = rows.query(count_of(name))[0]["n"]
        if count:
            yield PackageRow(kind.plural, count)
