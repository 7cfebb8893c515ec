"""A certificate on paper against the office's own list, without the Internet: what its QR code says, whether it holds.

The code is made of what is certified and of the record's id, which stands on no paper and which nobody can guess.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from desktop.domain.persian.calendar import short
from desktop.domain.persian.digits import to_ascii, to_persian
from desktop.domain.persian.text import clean
from desktop.domain.record import Row
from desktop.store.rows import Rows

_CODE_DIGITS = 8
_CODE = re.compile(r"(?<![\d/])(\d{4})-?(\d{4})(?![\d/])")
NUMBER = re.compile(r"[^\s/]+(?:/[^\s/]+){3}")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the list says of a certificate; `holds` is whether the code on the paper is the one that belongs to it."""

    certificate: Row
    name: str
    course: str
    holds: bool


def code_of(certificate: Row) -> str:
    """Eight digits such as "4729-1183" that change with whatever is certified, but not when files are merged."""
    told = [str(certificate[name]) for name in ("id", "number", "workshop_id", "issued_on")]
    digest = hashlib.sha256("|".join([*told, f"{certificate['hours']:g}"]).encode()).digest()
    digits = f"{int.from_bytes(digest) % 10**_CODE_DIGITS:0{_CODE_DIGITS}d}"
    return f"{digits[:4]}-{digits[4:]}"


def text_of(certificate: Row, course: str, office_title: str) -> str:
    """What any telephone shows of the QR code: number, course, hours, day, office and code; it names nobody."""
    hours = to_persian(f"{certificate['hours']:g}")
    return "\n".join(
        (
            f"گواهی {certificate['number']}",
            f"{course}، {hours} ساعت، {short(certificate['issued_on'])}",
            office_title,
            f"کد {to_persian(code_of(certificate))}",
        )
    )


def check_certificate(rows: Rows, scanned: str) -> Checked | None:
    """What the office's list knows of a certificate whose QR text, or number and code, were read or typed.

    None when there is no such number.
    """
    typed = clean(scanned)
    found = NUMBER.search(typed)
    known = rows.find("certificate", number=to_persian(found.group())) if found else []
    if not known:
        return None
    one, code = known[0], _CODE.search(to_ascii(typed.replace(found.group() if found else "", " ")))
    person, workshop = rows.get("person", one["person_id"]), rows.get("workshop", one["workshop_id"])
    return Checked(
        certificate=one,
        name=f"{person['first_name']} {person['last_name']}" if person else "",
        course=workshop["title"] if workshop else "",
        holds=code is not None and f"{code[1]}-{code[2]}" == code_of(one),
    )
