"""Sync over a line: what two devices say to each other by HTTP, without any HTTP library.

A laptop calls the province, or another laptop of its office; the words are the same. The caller says hello with its
signed manifest and gets the other's back with a token; every request after that carries the token and a signature over
method, path, body and token. No clock but the server's own says how long a token lasts, so a laptop whose clock is off
by years is served like any other.

    POST /sync/v1/hello      signed manifest          → frames: signed manifest, {"token", "lasts"}
    POST /sync/v1/segments   frames of segments       → {"verdicts": [[outcome, code], …], "ack": signed}
    POST /sync/v1/pull       {"vector", "most"}       → frames of segments, in the order of the office
    POST /sync/v1/join       a signed joining message → {"status": "approved" | "pending"}
    POST /sync/v1/contents…  what attachments hold    (`wire_contents`)
"""

from __future__ import annotations

import hmac
import struct
from collections.abc import Iterable, Mapping
from hashlib import blake2b, sha256
from typing import Any, Final, Literal, NamedTuple, get_args

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.signing import SigningKey, VerifyKey

from desktop.sync.bundle.canonical import canonical, parsed
from desktop.sync.bundle.errors import BundleError
from desktop.sync.bundle.keys import Signed

PROTOCOL: Final = 1
PORT: Final = 8743
HELLO, SEGMENTS, PULL, JOIN = "/sync/v1/hello", "/sync/v1/segments", "/sync/v1/pull", "/sync/v1/join"
BINARY: Final = "application/octet-stream"
TOKEN_LASTS: Final = 60 * 60  # seconds
MOST_BODY: Final = 8 * 1024 * 1024  # bytes of one request
PAGE: Final = 256 * 1024  # bytes of one answer with segments
MOST_SEGMENT: Final = (1 << 26) + (1 << 21)

OFFICE_HEADER, DEVICE_HEADER = "tashilgar-office", "tashilgar-device"
TOKEN_HEADER, SIGNATURE_HEADER = "tashilgar-token", "tashilgar-signature"

_LENGTH = struct.Struct(">I")
FRAME_HEAD: Final = _LENGTH.size
_SIGNED = b"tashilgar request 1\n"
_TOKEN_PERSON = b"tashilgar token"

Outcome = Literal["new", "double", "waiting", "fork", "refused"]
"""Taken now, known already, kept until an earlier one comes, of a copied device, not taken at all."""

ErrorCode = Literal[
    "malformed",  # the message is none
    "too_large",
    "bad_signature",
    "unknown_office",
    "unknown_device",  # never joined here
    "device_pending",  # joined, and nobody has approved it yet
    "device_revoked",
    "token_expired",  # say hello again
    "protocol",  # the program on one end is too old
    "bad_code",  # of an invitation
    "card_used",
    "card_expired",
    "unknown_content",  # of an attachment: it is not here, or not any more
    "busy",  # try again later
]

STATUS: Final[Mapping[ErrorCode, int]] = {
    "malformed": 400,
    "too_large": 413,
    "bad_signature": 401,
    "unknown_office": 404,
    "unknown_device": 401,
    "device_pending": 403,
    "device_revoked": 403,
    "token_expired": 401,
    "protocol": 426,
    "bad_code": 403,
    "card_used": 409,
    "card_expired": 410,
    "unknown_content": 404,
    "busy": 503,
}
"""The HTTP status of each error; what counts is the code in the body."""


class WireError(Exception):
    """The other side cannot be served, or what it answered cannot be used; `code` says why."""

    def __init__(self, code: ErrorCode) -> None:
        super().__init__(code)
        self.code: ErrorCode = code


class Caller(NamedTuple):
    """Who says that it calls."""

    office: str
    device: str


class Request(NamedTuple):
    """The signed part of a request."""

    caller: Caller
    token: str
    signature: bytes


class Verdict(NamedTuple):
    """What became of one segment; `code` says why it was refused or waits."""

    outcome: Outcome
    code: str = ""


def sign_request(
    signing_key: SigningKey, caller: Caller, method: str, path: str, body: bytes, token: str
) -> dict[str, str]:
    """The headers of a request."""
    signature = signing_key.sign(_request_text(method, path, body, token)).signature
    return {
        OFFICE_HEADER: caller.office,
        DEVICE_HEADER: caller.device,
        TOKEN_HEADER: token,
        SIGNATURE_HEADER: signature.hex(),
    }


def read_request(headers: Mapping[str, str]) -> Request:
    """The signed part of a request, not believed yet. `headers` by lower-case names."""
    try:
        caller = Caller(headers[OFFICE_HEADER], headers[DEVICE_HEADER])
        return Request(caller, headers[TOKEN_HEADER], bytes.fromhex(headers[SIGNATURE_HEADER]))
    except (KeyError, ValueError) as error:
        raise WireError("malformed") from error


def verify_request(request: Request, verify_key: bytes, method: str, path: str, body: bytes) -> None:
    """WireError "bad_signature" unless the owner of the key made this very request."""
    try:
        VerifyKey(verify_key).verify(_request_text(method, path, body, request.token), request.signature)
    except (BadSignatureError, CryptoError, ValueError) as error:
        raise WireError("bad_signature") from error


def make_token(secret: bytes, caller: Caller, expires: int) -> str:
    """What opens the server to this caller until `expires` (seconds on the server's clock); no server remembers it."""
    return f"{expires}.{_token_mac(secret, caller, expires)}"


def check_token(secret: bytes, caller: Caller, token: str, now: float) -> None:
    """WireError "token_expired" for one that is over, of somebody else, or of another server."""
    until, _, mac = token.partition(".")
    if not until.isascii() or not until.isdigit() or len(until) > 12:
        raise WireError("token_expired")
    if not hmac.compare_digest(mac.encode(), _token_mac(secret, caller, int(until)).encode()) or int(until) < now:
        raise WireError("token_expired")


def frames(parts: Iterable[bytes]) -> bytes:
    """Several byte strings as one, each behind its length."""
    return b"".join(piece for part in parts for piece in (_LENGTH.pack(len(part)), part))


def read_frames(content: bytes) -> list[bytes]:
    """The other way round; WireError "malformed" for what is cut off."""
    found, at = [], 0
    while at < len(content):
        if at + _LENGTH.size > len(content):
            raise WireError("malformed")
        (length,) = _LENGTH.unpack_from(content, at)
        at += _LENGTH.size
        if length > MOST_SEGMENT or at + length > len(content):
            raise WireError("malformed")
        found.append(content[at : at + length])
        at += length
    return found


def frame_size(held: bytes | bytearray) -> int | None:
    """The length of the frame that begins here, as soon as it can be known; WireError for what no segment has."""
    if len(held) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack_from(held)
    if length > MOST_SEGMENT:
        raise WireError("malformed")
    return int(length)


def pull_message(vector: Mapping[str, int], most: int = PAGE) -> bytes:
    """What a caller has, and how many bytes of what it lacks it wants at once."""
    return canonical({"most": most, "vector": dict(vector)})


def read_pull(content: bytes) -> tuple[dict[str, int], int]:
    told = read_json(content)
    vector, most = told.get("vector"), told.get("most")
    if not isinstance(vector, dict) or type(most) is not int or most < 1:
        raise WireError("malformed")
    if not all(type(seq) is int and seq >= 0 for seq in vector.values()):
        raise WireError("malformed")
    return vector, most


def hello_answer(manifest: bytes, token: str) -> bytes:
    return frames((manifest, canonical({"lasts": TOKEN_LASTS, "token": token})))


def read_hello_answer(content: bytes) -> tuple[bytes, str]:
    """The other's manifest, to be verified with its key, and the token for what follows."""
    found = read_frames(content)
    if len(found) != 2:
        raise WireError("malformed")
    token = read_json(found[1]).get("token")
    if not isinstance(token, str) or not token.isascii():
        raise WireError("malformed")
    return found[0], token


def segments_answer(verdicts: Iterable[Verdict], ack: Signed) -> bytes:
    """What became of each segment, in their order, and what the server has now, signed after it was committed."""
    return canonical({"ack": ack.to_json(), "verdicts": [list(verdict) for verdict in verdicts]})


def read_segments_answer(content: bytes) -> tuple[list[Verdict], Signed]:
    told = read_json(content)
    try:
        ack = Signed.from_json(told["ack"])
        found = [Verdict(*item) for item in told["verdicts"]]
    except (TypeError, LookupError, BundleError) as error:
        raise WireError("malformed") from error
    if not all(verdict.outcome in get_args(Outcome) and isinstance(verdict.code, str) for verdict in found):
        raise WireError("malformed")
    return found, ack


def error_message(code: ErrorCode) -> bytes:
    return canonical({"code": code})


def read_error(content: bytes) -> WireError:
    """What a server said instead of an answer; something that is no message of ours counts as «try again later»."""
    try:
        code = read_json(content).get("code")
    except WireError:
        code = None
    return WireError(next((known for known in get_args(ErrorCode) if known == code), "busy"))


def read_json(content: bytes) -> dict[str, Any]:
    try:
        told = parsed(content)
    except ValueError as error:
        raise WireError("malformed") from error
    if not isinstance(told, dict):
        raise WireError("malformed")
    return told


def _request_text(method: str, path: str, body: bytes, token: str) -> bytes:
    told = f"{method.upper()}\n{path}\n{sha256(body).hexdigest()}\n{token}"
    return _SIGNED + told.encode("utf-8", errors="replace")


def _token_mac(secret: bytes, caller: Caller, expires: int) -> str:
    told = canonical([caller.office, caller.device, expires])
    return blake2b(told, key=secret, digest_size=24, person=_TOKEN_PERSON).hexdigest()
