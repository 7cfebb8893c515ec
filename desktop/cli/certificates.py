"""The word about certificates: certificate issue, verify."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.session import opened
from desktop.services.certificates import GENUINE, verify_certificate
from desktop.services.workshop_after import issue_certificates
from desktop.store.office_file import OfficeFile
from desktop.system.terminal import emit


def certificate(words: Namespace) -> int:
    """Give certificates, or say whether one on paper is true: 0 only for a true one."""
    with opened(words) as office:
        return _issue(office, words) if words.act == "issue" else _verify(office, words)


def _issue(office: OfficeFile, words: Namespace) -> int:
    with office.write() as work:
        made = issue_certificates(work, words.workshop)
    for one in made:
        emit({"ok": True, "id": one["id"], "number": one["number"], "person_id": one["person_id"]})
    return 0


def _verify(office: OfficeFile, words: Namespace) -> int:
    with office.read() as rows:
        verdict = verify_certificate(rows, " ".join(words.text))
    told: dict[str, object] = {"state": verdict.state}
    if verdict.of is not None:
        one = verdict.of.certificate
        told |= {"id": one["id"], "number": one["number"], "name": verdict.of.name, "course": verdict.of.course}
        told |= {"hours": one["hours"], "issued_on": one["issued_on"].isoformat()}
    emit(told)
    return 0 if verdict.state == GENUINE else 1
