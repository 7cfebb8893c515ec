"""The second factor: codes of a telephone (RFC 6238), and ten recovery codes for when it is lost.

The secret lies wrapped in the database by a key that follows from `province.keys`: a copy of the database alone makes
no code. A code is taken once, and a recovery code is struck off.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
from datetime import datetime
from secrets import choice
from typing import NamedTuple

import pyotp
import segno
from markupsafe import Markup
from nacl import secret
from nacl.exceptions import CryptoError
from sqlalchemy import Connection, delete, insert, select, update

from desktop.domain.persian.digits import to_ascii
from desktop.domain.problems import UnavailableError
from province.keys import ServerKeys
from province.store.tables import ACCOUNT, RECOVERY_CODE

STEP = 30  # seconds that a code lives
RECOVERY_CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read as another
_RECOVERY_LENGTH = 12


class Enrolment(NamedTuple):
    """What a telephone is told once."""

    secret: str
    address: str  # otpauth://…


def new_enrolment(username: str, title: str) -> Enrolment:
    made = pyotp.random_base32(32)
    return enrolment_of(made, username, title)


def enrolment_of(secret_text: str, username: str, title: str) -> Enrolment:
    address = pyotp.TOTP(secret_text, interval=STEP).provisioning_uri(name=username, issuer_name=title)
    return Enrolment(secret_text, address)


def qr_of(enrolment: Enrolment) -> Markup:
    """The picture to photograph, as SVG without a script or a style."""
    drawn = io.BytesIO()
    segno.make(enrolment.address, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4, dark="#000", light="#fff", nl=False
    )
    return Markup(drawn.getvalue().decode())  # noqa: S704  drawn here


def wrap(keys: ServerKeys, secret_text: str) -> bytes:
    return bytes(_box(keys).encrypt(secret_text.encode()))


def unwrap(keys: ServerKeys, wrapped: bytes) -> str:
    """UnavailableError where the keys are not those that wrapped it."""
    try:
        return _box(keys).decrypt(bytes(wrapped)).decode()
    except CryptoError as error:
        raise UnavailableError("keys_unreadable") from error


def step_of(secret_text: str, given: str, at: datetime) -> int | None:
    """The half minute to which a code belongs: this one or a neighbour, as telephones' clocks go; None for no code."""
    code = to_ascii(given).replace(" ", "")
    if len(code) != 6 or not code.isascii() or not code.isdigit():
        return None
    now, made = int(at.timestamp()) // STEP, pyotp.TOTP(secret_text, interval=STEP)
    steps = [step for step in (now, now - 1, now + 1) if hmac.compare_digest(made.generate_otp(step), code)]
    return steps[0] if steps else None


def is_enrolled(connection: Connection, account_id: str) -> bool:
    return _row(connection, account_id)[0] is not None


def enrol(connection: Connection, keys: ServerKeys, account_id: str, wrapped: bytes, step: int) -> list[str]:
    """From now on this telephone is asked. Answers with the recovery codes, which are told once."""
    values = {"totp_secret": wrapped, "totp_step": step}
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(**values))
    return new_recovery_codes(connection, keys, account_id)


def new_recovery_codes(connection: Connection, keys: ServerKeys, account_id: str) -> list[str]:
    """Ten codes in the place of all that there were."""
    connection.execute(delete(RECOVERY_CODE).where(RECOVERY_CODE.c.account_id == account_id))
    made = ["".join(choice(_LETTERS) for _ in range(_RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)]
    rows = [{"account_id": account_id, "hash": _hash(keys, account_id, code)} for code in made]
    connection.execute(insert(RECOVERY_CODE), rows)
    return [f"{code[:4]}-{code[4:8]}-{code[8:]}" for code in made]


def reset(connection: Connection, account_id: str) -> None:
    """A lost telephone and lost codes: the next sign-in sets up another factor."""
    values = {"totp_secret": None, "totp_step": None}
    connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(**values))
    connection.execute(delete(RECOVERY_CODE).where(RECOVERY_CODE.c.account_id == account_id))


def prove(connection: Connection, keys: ServerKeys, account_id: str, given: str, at: datetime) -> bool:
    """Whether a code opens the account now; the same code does not a second time."""
    wrapped, last = _row(connection, account_id)
    if wrapped is None:
        return False
    step = step_of(unwrap(keys, wrapped), given, at)
    if step is None:
        return _use_recovery_code(connection, keys, account_id, given, at)
    newer = (ACCOUNT.c.totp_step.is_(None)) | (ACCOUNT.c.totp_step < step)
    taken = update(ACCOUNT).where(ACCOUNT.c.id == account_id, newer).values(totp_step=step)
    return (last is None or step > last) and connection.execute(taken).rowcount == 1


def recovery_codes_left(connection: Connection, account_id: str) -> int:
    wanted = select(RECOVERY_CODE.c.hash).where(
        RECOVERY_CODE.c.account_id == account_id, RECOVERY_CODE.c.used_at.is_(None)
    )
    return len(connection.execute(wanted).all())


def _use_recovery_code(connection: Connection, keys: ServerKeys, account_id: str, given: str, at: datetime) -> bool:
    code = to_ascii(given).strip().lower().replace("-", "").replace(" ", "")
    if len(code) != _RECOVERY_LENGTH:
        return False
    one = (RECOVERY_CODE.c.account_id == account_id) & (RECOVERY_CODE.c.hash == _hash(keys, account_id, code))
    struck = update(RECOVERY_CODE).where(one, RECOVERY_CODE.c.used_at.is_(None)).values(used_at=at)
    return connection.execute(struck).rowcount == 1


def _row(connection: Connection, account_id: str) -> tuple[bytes | None, int | None]:
    wanted = select(ACCOUNT.c.totp_secret, ACCOUNT.c.totp_step).where(ACCOUNT.c.id == account_id)
    row = connection.execute(wanted).first()
    return (row[0], row[1]) if row else (None, None)


def _hash(keys: ServerKeys, account_id: str, code: str) -> str:
    told = f"{account_id}:{code}".encode()
    return base64.b64encode(hmac.new(keys.derived("recovery codes"), told, hashlib.sha256).digest()).decode()


def _box(keys: ServerKeys) -> secret.SecretBox:
    return secret.SecretBox(keys.derived("second factor"))
