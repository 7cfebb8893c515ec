"""The plain rows of papers about money: what was given to the office, and where a year's money came from and went."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import from_gregorian, month_bounds
from desktop.domain.persian.digits import to_persian
from desktop.domain.persian.regime import Regime
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.access import require_reader
from desktop.services.asked_paper import Asked, wanted
from desktop.services.imprint import imprint_of, manager_of, office_logo
from desktop.services.money_views import money_lines
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

if TYPE_CHECKING:
    from desktop.reports.credit_statement import CreditRow, ExpenseRow


def donation_receipt(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«رسید کمک» of a donation that was received. Of who was helped it says nothing but the project (G-27)."""
    from desktop.reports.donation_receipt import DonationReceipt, build

    donation = wanted(rows, "donation", asked.record_id)
    if not donation["receipt_no"]:
        raise RefusedError.of("id", "donation_not_received")
    donor, about = rows.get("donor", donation["donor_id"]), rows.find("office")[0]
    named = donor is not None and not donor["wants_anonymity"]
    receipt = DonationReceipt(
        imprint=imprint_of(rows, office),
        letterhead=tuple(about[f"letterhead_line{n}"] for n in (1, 2, 3) if about[f"letterhead_line{n}"]),
        logo=office_logo(rows),
        number=to_persian(donation["receipt_no"]),
        received_on=donation["received_on"],
        donor=donor["name"] if named and donor else "",
        kind=label_of("donation_kind", donation["kind"]),
        description=donation["description"],
        value_rial=donation["value_rial"],
        purpose=label_of("donation_purpose", donation["purpose"]),
        used_for=_used_for(rows, donation),
        manager=manager_of(rows),
        regime=Regime(about["display_currency"]),
    )
    return build(receipt)


def _used_for(rows: Rows, donation: Row) -> str:
    """The project or workshop that it went to; a group of people is not named to a donor."""
    ids = [donation["project_id"] or "", donation["workshop_id"] or ""]
    titles = rows.titles(ids)
    return "، ".join(titles[one] for one in ids if one in titles)


def credit_statement(rows: Rows, office: OfficeFile, asked: Asked) -> bytes:
    """«صورت اعتبار و هزینه» of the fiscal year of a month, until that month's end; of this year until today."""
    from desktop.reports.credit_statement import CreditStatement, build

    require_reader(office.actor.role, KINDS["credit"])
    until = min(month_bounds(asked.month)[1], rows.today) if asked.month else rows.today
    year, about = from_gregorian(until).year, rows.find("office")[0]
    statement = CreditStatement(
        imprint=imprint_of(rows, office),
        year=year,
        until=until,
        credits=tuple(credit_rows(rows, year, until)),
        expenses=tuple(_expenses(rows, year, until)),
        regime=Regime(about["display_currency"]),
        manager=manager_of(rows),
    )
    return build(statement)


def credit_rows(rows: Rows, year: int, until: date) -> Iterator[CreditRow]:
    """A year's credits by source and purpose, as they stood at the end of a day."""
    from desktop.reports.credit_statement import CreditRow

    for line in money_lines(rows, year=year, until=until):
        yield CreditRow(
            source=label_of("credit_source", line.source),
            purpose=label_of("credit_purpose", line.purpose),
            requested=line.requested,
            approved=line.approved,
            received=line.received - line.returned,
            spent=line.spent,
            estimated=line.estimated,
        )


def _expenses(rows: Rows, year: int, until: date) -> Iterator[ExpenseRow]:
    from desktop.reports.credit_statement import ExpenseRow

    credits_of_year = {one["id"]: one for one in rows.find("credit", fiscal_year=year)}
    found = [one for one in rows.find("expense") if one["credit_id"] in credits_of_year and one["date"] <= until]
    for one in sorted(found, key=lambda one: one["date"]):
        category = label_of("expense_category", one["category"])
        yield ExpenseRow(
            on=one["date"],
            category=f"{category}، {one['note']}" if one["note"] else category,
            credit=credits_of_year[one["credit_id"]]["title"],
            document=one["document_no"] or "",
            amount=one["amount_rial"],
        )
