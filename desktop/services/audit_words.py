"""What a line of the audit log is about and what it adds, in the words of the domain."""

from __future__ import annotations

import re

from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.reports.catalogue import PRINTABLES
from desktop.services.audit_trail import AuditLine

_REPORT = re.compile(r"\d{4}-\d\d v(?P<version>\d+) (?P<hash>\w+)$")
"""How a step of a monthly report is noted: its month, version and the beginning of its content's hash."""
_NUMBERS = {"sync": "sync", "serve": "port"}
"""Deeds whose lines add a number → what it counts."""


def about_words(line: AuditLine) -> tuple[str, str]:
    """What sort of thing the line is about, and what that one is called, for who may know it."""
    if line.entity == "user_account":
        return "", line.title
    if line.entity in PRINTABLES:
        return PRINTABLES[line.entity], line.title
    kind = KINDS.get(line.entity)
    return (kind.label if kind else CODE_LISTS["audit_entity"].get(line.entity, "")), line.title


def detail_words(line: AuditLine) -> tuple[str, str]:
    """A word of the domain, and what somebody wrote: the field that was looked at and why, the copy of a paper."""
    if line.action == "view_sensitive":
        code, _, reason = line.detail.partition(": ")
        return field_words(code), reason
    if line.action == "settle_conflict":
        kind = KINDS.get(line.entity)
        return (kind.fields[line.detail].label if kind and line.detail in kind.fields else ""), ""
    if line.action in _NUMBERS:
        return CODE_LISTS["audit_detail"][_NUMBERS[line.action]], line.detail
    if line.action in ("courier_write", "courier_read"):
        return CODE_LISTS["audit_detail"]["courier"], " ".join(line.detail.split(" ")[1:2])
    report = _REPORT.match(line.detail)
    if report:  # the month stands in its title
        return CODE_LISTS["audit_detail"]["version"], f"{report['version']} · {report['hash']}"
    known = CODE_LISTS["audit_detail"].get(line.detail)
    return (known, "") if known else ("", line.detail)


def field_words(code: str) -> str:
    """What a sensitive field is called: «نوع معلولیت», «کد ملی»."""
    for kind in ("person_sensitive", "household", "outcome_followup", "person"):
        if code in KINDS[kind].fields:
            return KINDS[kind].fields[code].label
    return CODE_LISTS["identifier_type"].get(code, code)
