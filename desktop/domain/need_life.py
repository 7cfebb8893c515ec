"""The life of a need as one table: from, to, who may, what is asked, what it takes and what it does (domain §3.6.1).

The days of steps, letters and answers make one order: by day, and as written down within a day. An answer stands for
the step «پاسخ داده‌شده» when it came after the need was last sent to an agency.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from desktop.domain.fields import About, Input
from desktop.domain.lifecycle import MANAGER, Asked, LifeCycle, Outcome, Transition, Written, in_order
from desktop.domain.problems import Problem

Row = Mapping[str, Any]
OPEN_STATES = ("noted", "referred", "answered", "in_progress")
REOPENING_DAYS = 90
CLOSING = (
    "close_reason", "close_note", "duplicate_of_id", "resident_informed_on", "resident_confirmed", "satisfaction",
)  # fmt: skip
"""What is told of the end of a need, and no longer holds when the need is open again."""
ENDS_WELL = ("met", "partly_met")
ACKNOWLEDGED = "acknowledged"
_NOT_TAKEN_ON = frozenset({"rejected", "redirected"})
_SENT = ("mode", "sent_on", "answer_due_on", "letter_id", "includes_personal")
_CAME = ("type", "received_on", "reply_letter_no", "promised_on", "text", "letter_id", "cost_rial")
_ELSEWHERE = "ارجاع به دستگاه دیگر"
AGENCY_IDS = About(label="دستگاه‌ها", input=Input.TEXTS, help="برای نیازی که به چند دستگاه می‌رود")


def waiting(referrals: Iterable[Row]) -> list[Row]:
    """Referrals that an answer is still awaited to."""
    return [r for r in referrals if r["status"] != "withdrawn" and r["first_response_on"] is None]


def real_answers(need_id: str, on: date, asked: Asked) -> list[Row]:
    """Answers beyond an acknowledgement that came since the need was last sent to an agency, in their order."""
    referrals = [r for r in asked.find("referral", need_id=need_id) if r["status"] != "withdrawn"]
    found = [a for r in referrals for a in asked.find("agency_response", referral_id=r["id"])]
    sent = [e for e in in_order(asked.find("need_event", need_id=need_id)) if _is_sending(e) and e["on"] <= on]
    since = (sent[-1]["on"], sent[-1]["id"]) if len(sent) > 1 else None
    real = sorted((a["received_on"], a["id"], a) for a in found if a["type"] != ACKNOWLEDGED)
    return [answer for day, answer_id, answer in real if since is None or (day, answer_id) > since]


def _is_sending(event: Row) -> bool:
    return bool(event["to_status"] == "referred")


def _refer(old: Row, told: Row, asked: Asked) -> Outcome:
    """One referral for each agency that is named; those that stay unanswered elsewhere are withdrawn."""
    again = dict.fromkeys(CLOSING) if old["status"] not in OPEN_STATES else {}
    live = [r for r in asked.find("referral", need_id=old["id"]) if r["status"] != "withdrawn"]
    named = [told.get("main_agency_id"), told.get("agency_id"), *(told.get("agency_ids") or ())]
    agencies = list(dict.fromkeys(agency for agency in named if agency))
    if not agencies:
        known = waiting(live) or live
        return Outcome({**again, "main_agency_id": known[-1]["agency_id"]} if known else again)
    letter = {name: told[name] for name in _SENT if name in told}
    awaited = [r["agency_id"] for r in waiting(live)]
    sent = [agency for agency in agencies if letter or agency not in awaited]
    records = [
        Written("referral", {"sent_on": told["on"], **letter, "need_id": old["id"], "agency_id": agency})
        for agency in sent
    ]
    several = told.get("requires_multiple_agencies", old["requires_multiple_agencies"]) or len(agencies) > 1
    if old["status"] != "noted" and not several:
        records += [_withdrawn(r, told) for r in waiting(live) if r["agency_id"] not in set(agencies) - set(sent)]
    values = {**again, "main_agency_id": agencies[0], "requires_multiple_agencies": several}
    return Outcome(values, tuple(records))


def _withdrawn(referral: Row, told: Row) -> Written:
    on = max(told["on"], referral["sent_on"])
    reason = told.get("withdraw_reason") or _ELSEWHERE
    return Written("referral", {"withdrawn_on": on, "withdraw_reason": reason}, referral["id"])


def _answer(old: Row, told: Row, asked: Asked) -> Outcome:
    """The answer that the step carries, to the referral that waits for one."""
    answer = {name: told[name] for name in (*_CAME, "referral_id") if name in told}
    if not answer:
        return Outcome()
    live = [r for r in asked.find("referral", need_id=old["id"]) if r["status"] != "withdrawn"]
    open_ones = waiting(live)
    known = open_ones[0] if len(open_ones) == 1 else live[-1] if live and not open_ones else None
    meant = {"referral_id": known["id"]} if known else {}
    return Outcome(records=(Written("agency_response", {"received_on": told["on"], **meant, **answer}),))


def _promise(old: Row, told: Row, asked: Asked) -> Outcome:
    """What the agency promised stands with its answer."""
    answers = real_answers(old["id"], told["on"], asked) if told.get("promised_on") else []
    return Outcome(
        records=tuple(Written("agency_response", {"promised_on": told["promised_on"]}, a["id"]) for a in answers[-1:])
    )


def _refuse(old: Row, told: Row, asked: Asked) -> Outcome:
    """The reason is the agency's, where it has refused."""
    refusals = [a for a in real_answers(old["id"], told["on"], asked) if a["type"] == "rejected"]
    if not refusals:
        return Outcome()
    text = refusals[-1]["text"]
    return Outcome({"close_reason": "rejected_by_agency", **({"close_note": text[:500]} if text else {})})


def _meet(_old: Row, _told: Row, _asked: Asked) -> Outcome:
    return Outcome({"close_reason": "met"})


def _reopen(_old: Row, _told: Row, _asked: Asked) -> Outcome:
    return Outcome(dict.fromkeys(CLOSING))


def _has_referral(values: Row, asked: Asked) -> Iterable[Problem]:
    if all(r["status"] == "withdrawn" for r in asked.find("referral", need_id=values["id"])):
        yield Problem("main_agency_id", "need_referral_missing")


def _has_new_referral(values: Row, asked: Asked) -> Iterable[Problem]:
    """Sent on means a letter that is still unanswered, or one that is younger than the last step."""
    last = [e for e in in_order(asked.find("need_event", need_id=values["id"])) if e["on"] <= values["on"]][-1]
    live = [r for r in asked.find("referral", need_id=values["id"]) if r["status"] != "withdrawn"]
    if not waiting(live) and not any((r["sent_on"], r["id"]) > (last["on"], last["id"]) for r in live):
        yield Problem("main_agency_id", "need_referral_missing")


def _is_taken_back(values: Row, asked: Asked) -> Iterable[Problem]:
    """No agency has it any more, since every referral was taken back."""
    if any(r["status"] != "withdrawn" for r in asked.find("referral", need_id=values["id"])):
        yield Problem("status", "need_still_referred")


def _has_answer(values: Row, asked: Asked) -> Iterable[Problem]:
    referral = asked.get("referral", values.get("referral_id"))
    if referral is not None and referral["need_id"] != values["id"]:
        yield Problem("referral_id", "unknown_record")
    if not real_answers(values["id"], values["on"], asked):
        yield Problem("status", "need_answer_missing")


def _is_taken_on(values: Row, asked: Asked) -> Iterable[Problem]:
    if all(a["type"] in _NOT_TAKEN_ON for a in real_answers(values["id"], values["on"], asked)):
        yield Problem("status", "need_not_taken_on")


def _is_met(values: Row, asked: Asked) -> Iterable[Problem]:
    """Who asked for it says so, or the agency has done it, or somebody writes what shows it."""
    if values["close_reason"] not in ENDS_WELL:
        yield Problem("close_reason", "reason_of_another_end")
    done = any(a["type"] == "done" for a in real_answers(values["id"], values["on"], asked))
    if not (values["resident_confirmed"] or done or values.get("note") or values["close_note"]):
        yield Problem("close_note", "need_evidence_missing")


def _is_refused(values: Row, _asked: Asked) -> Iterable[Problem]:
    if values["close_reason"] in (*ENDS_WELL, "duplicate"):
        yield Problem("close_reason", "reason_of_another_end")
    if values["resident_informed_on"] < values["noted_on"]:
        yield Problem("resident_informed_on", "before_start")


def _may_close(values: Row, asked: Asked) -> Iterable[Problem]:
    if values["urgency"] == "first" and asked.role not in MANAGER:
        yield Problem("status", "manager_only")
    if values["close_reason"] == "met":
        yield Problem("close_reason", "reason_of_another_end")
    if values["close_reason"] == "duplicate" and not values["duplicate_of_id"]:
        yield Problem("duplicate_of_id", "required")


def _within_reopening(values: Row, _asked: Asked) -> Iterable[Problem]:
    if values["on"] - values["status_on"] > timedelta(days=REOPENING_DAYS):
        yield Problem("status", "too_late_to_reopen")


_TO_AGENCY: dict[str, Any] = {
    "target": "referred", "needs": ("main_agency_id",), "effect": _refer, "writes": "referral", "dated_by": "sent_on",
    "words": (("agency_ids", AGENCY_IDS),),
    "asks": ("agency_ids", "mode", "sent_on", "answer_due_on", "includes_personal", "note"),
}  # fmt: skip
_SENDS = "برای هر دستگاهی که نام برده شود ارجاعی با تاریخ نوشته می‌شود؛ فرستادن دادهٔ شخصی رضایت زنده می‌خواهد."
_SENDS_ELSEWHERE = (
    "ارجاع تازه‌ای می‌خواهد؛ ارجاع‌های بی‌پاسخ پیشین با همان تاریخ پس گرفته می‌شوند، مگر نیاز چند دستگاه بخواهد."
)
_OPENS = "آنچه دربارهٔ پایان نوشته شده بود پاک می‌شود."


def _steps() -> Iterable[Transition]:
    yield Transition(
        source="noted",
        label="ارجاع به دستگاه",
        guard=_has_referral,
        **_TO_AGENCY,
        tells=("دست‌کم یک ارجاع زنده با دستگاه و تاریخ می‌خواهد.", _SENDS),
    )
    yield Transition(
        source="noted",
        target="in_progress",
        label="پیگیری در دفتر",
        needs=("note",),
        asks=("on",),
        tells=("دفتر خودش کار را می‌کند؛ آنچه می‌کند نوشته می‌شود.",),
    )
    yield Transition(
        source="referred",
        target="answered",
        label="ثبت پاسخ دستگاه",
        guard=_has_answer,
        effect=_answer,
        writes="agency_response",
        dated_by="received_on",
        asks=("referral_id", "type", "received_on", "reply_letter_no", "promised_on", "text", "note"),
        tells=("پاسخی جز ثبت در دبیرخانه می‌خواهد که پس از آخرین ارجاع رسیده باشد؛ گام می‌تواند خود پاسخ را بیاورد.",),
    )
    yield Transition(
        source="referred",
        target="in_progress",
        label="پیگیری در دفتر",
        needs=("note",),
        asks=("on",),
        guard=_is_taken_back,
        after_late=False,
        tells=("تنها وقتی همهٔ ارجاع‌ها پس گرفته شده باشد: نیاز نزد هیچ دستگاهی نیست و دفتر خودش کار را می‌کند.",),
    )
    yield Transition(
        source="answered",
        target="in_progress",
        label="در دست اقدام",
        guard=_is_taken_on,
        effect=_promise,
        writes="agency_response",
        asks=("on", "promised_on", "note"),
        tells=("پاسخی جز رد یا ارجاع به دیگری می‌خواهد؛ تاریخ وعده نزد پاسخ نوشته می‌شود.",),
    )
    for source in ("answered", "in_progress"):
        yield Transition(
            source=source,
            label="ارجاع به دستگاه دیگر",
            guard=_has_new_referral,
            **_TO_AGENCY,
            tells=(_SENDS_ELSEWHERE, _SENDS),
        )
    for source in ("answered", "in_progress", "referred"):
        yield Transition(
            source=source,
            target="met",
            label="برآورده شد",
            needs=("resident_confirmed",),
            guard=_is_met,
            effect=_meet,
            asks=("on", "satisfaction", "close_reason", "close_note", "solution_note", "note"),
            tells=(
                "از متقاضی پرسیده می‌شود؛ اگر تأیید نکند، پاسخ «انجام شد» یا توضیحی که آن را نشان دهد لازم است.",
                "دلیل پایان «برآورده شد» است، یا «تا حدی برآورده شد».",
            ),
        )
    yield Transition(
        source="answered",
        target="rejected",
        label="دستگاه رد کرد",
        needs=("close_reason", "resident_informed_on"),
        guard=_is_refused,
        effect=_refuse,
        asks=("on", "close_note", "note"),
        tells=("دلیل از پاسخ رد دستگاه می‌آید، یا نوشته می‌شود؛ تاریخ آگاه کردن متقاضی لازم است.",),
    )
    yield Transition(
        source="rejected",
        label="اعتراض یا دستگاه دیگر",
        roles=MANAGER,
        guard=_has_new_referral,
        **_TO_AGENCY,
        tells=(_SENDS_ELSEWHERE, _SENDS, _OPENS),
    )
    for source in OPEN_STATES:
        yield Transition(
            source=source,
            target="closed",
            label="مختومه کردن",
            needs=("close_reason",),
            guard=_may_close,
            asks=("on", "duplicate_of_id", "close_note"),
            tells=("فوریت اول را تنها مدیر مختومه می‌کند؛ «تکراری» نیاز دیگر را می‌خواهد.",),
        )
    yield Transition(
        source="met",
        target="in_progress",
        label="بازگشایی",
        roles=MANAGER,
        needs=("note",),
        guard=_within_reopening,
        effect=_reopen,
        asks=("on",),
        tells=("تا ۹۰ روز پس از برآورده شدن، با دلیل.", _OPENS),
    )


NEED_LIFE = LifeCycle(
    "status", "noted", tuple(_steps()), going_on=OPEN_STATES, history="need_event", link="need_id", begun="noted_on",
    dated="status_on",
)  # fmt: skip


def answering_step(need: Row | None, answer: Row) -> str | None:
    """The state that an answer just entered suggests for its need; None when it changes nothing."""
    waits = need is not None and need["status"] == "referred" and answer["type"] != ACKNOWLEDGED
    return "answered" if waits else None
