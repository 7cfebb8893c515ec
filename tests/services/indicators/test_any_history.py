"""Any history, written in any order: what SQL tells of it is what plain Python tells, and the stock adds up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from desktop.domain.indicators import rate
from desktop.domain.persian.calendar import month_bounds, shift_month
from desktop.services.indicators.month import indicators
from desktop.services.indicators.needs import Needs
from desktop.services.indicators.referrals import Referrals
from desktop.services.indicators.snapshot import Snapshot
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork, new_id
from tests.bench._town import whole
from tests.factories import add_person
from tests.services.indicators import oracle
from tests.services.indicators.conftest import taken_back
from tests.services.indicators.oracle import Answer, Sent, Step, Told

MONTHS = ("1403-12", "1404-01", "1404-06", "1404-12")  # a long اسفند, a new year, 31 days, a short اسفند
FIELDS = ("education", "health", "legal")
STATES = ("noted", "referred", "answered", "in_progress", "met", "rejected", "closed")
ANSWERS = ("acknowledged", "accepted", "done", "rejected")


def _days(first: date) -> st.SearchStrategy[date]:
    """Days around a month, the edges of months most of all."""
    edges = st.sampled_from([-31, -30, -1, 0, 1, 28, 29, 30, 31])
    return st.one_of(edges, st.integers(-70, 60)).map(lambda n: first + timedelta(days=n))


@st.composite
def _sent(draw: DrawFn, first: date) -> Sent:
    on = draw(_days(first))
    later = st.integers(0, 70).map(lambda n: on + timedelta(days=n))
    answers = draw(st.lists(st.builds(Answer, later, st.sampled_from(ANSWERS)), max_size=3))
    withdrawn_on = draw(st.one_of(st.none(), st.none(), later))
    deleted = draw(st.integers(0, 5)) == 0
    return Sent(on, draw(st.integers(0, 1)), withdrawn_on, deleted, tuple(answers))


@st.composite
def _told(draw: DrawFn, first: date) -> Told:
    """A need whose steps obey no table: what two laptops tell of it may contradict itself."""
    days = _days(first)
    steps = draw(st.lists(st.tuples(days, st.sampled_from(STATES)), max_size=6))
    return Told(
        field=draw(st.sampled_from(FIELDS)),
        noted_on=draw(days),
        due_on=draw(days),
        deleted=draw(st.integers(0, 5)) == 0,
        steps=tuple(Step(on, new_id(), state) for on, state in steps),
        sent=tuple(draw(st.lists(_sent(first), max_size=3))),
    )


@st.composite
def _histories(draw: DrawFn) -> tuple[str, list[Told]]:
    month = draw(st.sampled_from(MONTHS))
    return month, draw(st.lists(_told(month_bounds(month)[0]), max_size=8))


@settings(max_examples=20)
@given(_histories(), st.randoms(use_true_random=False))
def test_what_sql_tells_is_what_plain_python_tells(
    office: OfficeFile, told: tuple[str, list[Told]], chance: Any
) -> None:
    month, needs = told
    with taken_back(office) as work:
        _write(work, needs, chance.shuffle)
        first, last = month_bounds(month)
        expected = oracle.figures(needs, month_bounds(shift_month(month, -1))[0], first, last)
        _compare(work, month, expected)
        _compare_agencies(work, month, needs)


def _compare(work: UnitOfWork, month: str, expected: oracle.Figures) -> None:
    made = indicators(work, month)
    stocks = Needs(Snapshot(work, month)).stocks()
    assert all(stock.holds for stock in stocks.values())
    assert _busy({code: vars(stock) for code, stock in stocks.items()}) == _busy(expected.stocks)
    assert (made["I-06"].value, made["I-08"].value) == (expected.new, expected.met)
    assert made["I-07"].parts["field"] == expected.standing
    assert (made["I-09"].numerator, made["I-09"].denominator) == (expected.met, expected.ended)
    assert (made["I-10"].value, made["I-10"].beside["median_age"]) == (expected.overdue, expected.age)
    assert (made["I-11"].numerator, made["I-11"].denominator) == (expected.answered, expected.outstanding)
    assert (made["I-12"].numerator, made["I-12"].denominator) == (expected.in_time, expected.ripe)
    assert made["I-12"].beside == {"immature": expected.immature}
    assert made["I-12"].value == rate(expected.in_time, expected.ripe)
    assert made["I-13"].value == expected.median
    assert list(made["I-13"].beside.values()) == [
        expected.n, expected.waiting, expected.waiting_median, expected.oldest,
    ]  # fmt: skip
    assert made["I-20"].numerator == expected.sent  # all these fields are of the social mission


def _busy(stocks: dict[str, Any]) -> dict[str, Any]:
    return {code: stock for code, stock in stocks.items() if any(stock.values())}


def _compare_agencies(work: UnitOfWork, month: str, needs: Sequence[Told]) -> None:
    """Each agency alone is what the whole would be if there were no other."""
    first, last = month_bounds(month)
    found = Referrals(Snapshot(work, month)).by_agency
    for place, agency in enumerate(_agencies(work)):
        alone = [
            Told(n.field, n.noted_on, n.due_on, n.deleted, n.steps, tuple(s for s in n.sent if s.agency == place))
            for n in needs
        ]
        expected = oracle.figures(alone, month_bounds(shift_month(month, -1))[0], first, last)
        if agency not in found:
            assert (expected.sent, expected.outstanding, expected.n, expected.waiting) == (0, 0, 0, 0)
            continue
        one = found[agency]
        counts = (one.sent, one.outstanding, one.answered, one.ripe, one.in_time, one.immature)
        wanted = (expected.sent, expected.outstanding, expected.answered, expected.ripe, expected.in_time)
        assert counts == (*wanted, expected.immature)
        assert (one.days.total(), one.ages.total(), one.oldest) == (expected.n, expected.waiting, expected.oldest)


def _agencies(work: UnitOfWork) -> list[str]:
    return [row["id"] for row in work.find("organization")[:2]]


def _write(work: UnitOfWork, needs: Sequence[Told], shuffle: Any) -> None:
    """All records of each kind in an order that has nothing to do with what happened."""
    person = add_person(work)
    about = {"person_id": person["id"], "household_id": person["household_id"], "subject": "نیاز"}
    place = {"neighborhood_id": person["neighborhood_id"], "owner_staff_id": work.find("staff_member")[0]["id"]}
    agencies, deleted = _agencies(work), []
    written: dict[str, list[dict[str, Any]]] = {"need": [], "need_event": [], "referral": [], "agency_response": []}
    for need in needs:
        values = {"field": need.field, "noted_on": need.noted_on, "due_on": need.due_on}
        need_id = _put(written, "need", {**about, **place, **values})
        deleted += [("need", need_id)] if need.deleted else []
        _put(written, "need_event", {"need_id": need_id, "to_status": "noted", "on": need.noted_on})
        for step in need.steps:
            event = {"need_id": need_id, "from_status": "noted", "to_status": step.state, "on": step.on}
            _put(written, "need_event", {**event, "id": step.id})
        for sent in need.sent:
            given = {"need_id": need_id, "agency_id": agencies[sent.agency], "sent_on": sent.on}
            referral = _put(written, "referral", {**given, "withdrawn_on": sent.withdrawn_on})
            deleted += [("referral", referral)] if sent.deleted else []
            for answer in sent.answers:
                values = {"referral_id": referral, "received_on": answer.on, "type": answer.type}
                _put(written, "agency_response", values)
    with work.loading():
        for kind, rows in written.items():
            shuffle(rows)
            work.add_many(kind, rows)
    for kind, record_id in deleted:
        work.delete(kind, record_id)


def _put(written: dict[str, list[dict[str, Any]]], kind: str, values: dict[str, Any]) -> str:
    row = whole(kind, {"id": new_id(), **values})
    written[kind].append(row)
    return str(row["id"])
