"""The pages of an encrypted office file one by one: which are whole, which can be mended, and which are lost.

SQLCipher 4 seals each page of 4,096 bytes with AES-256-CBC and an HMAC-SHA512 over its bytes and its number. So damage
is known page by page; and where one bit turned, trying each bit finds the right one, proved by the same HMAC. No byte
of a page whose HMAC does not hold is ever believed.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop.domain.problems import UnavailableError

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24
USABLE = PAGE - RESERVED
_TRIED_AT_MOST = 40  # pages in which the bit is not found; a file with more has not rotted but is torn
_MAC_MASK, _MAC_ROUNDS = 0x3A, 2
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True)
class Pages:
    """The readable pages of a file, decrypted, by their numbers from 1."""

    plain: dict[int, bytes]
    count: int
    mended: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    content: bytes = b""  # the file as it should be, with its mended pages and what only its page log held


def read_pages(database: Path, key: bytes) -> Pages:
    """UnavailableError when not one page opens with this key."""
    try:
        content = bytearray(database.read_bytes())
        log = database.with_name(f"{database.name}-wal")
        frames = log.read_bytes() if log.exists() else b""
    except OSError as error:
        raise UnavailableError("cannot_read_file") from error
    _lay_over(content, frames)
    count = -(-len(content) // PAGE)
    salt, turned = _salt(bytes(content[: 6 * PAGE]), key)
    content[:SALT] = salt
    seal = _Seal(key, salt)
    plain, mended, lost = dict[int, bytes](), list[int](), list[int]()
    for number in range(1, count + 1):
        page = bytes(content[(number - 1) * PAGE : number * PAGE])
        whole = seal.is_whole(number, page)
        if not whole and len(page) == PAGE and len(lost) < _TRIED_AT_MOST:
            found = seal.mended(number, page)
            if found is not None:
                page, whole = found, True
                mended.append(number)
                content[(number - 1) * PAGE : number * PAGE] = page
        if whole:
            plain[number] = seal.opened(number, page)
        else:
            lost.append(number)
    if not plain:
        raise UnavailableError("not_an_office_file")
    if turned and 1 in plain and 1 not in mended:
        mended.insert(0, 1)
    return Pages(plain, count, tuple(mended), tuple(lost), bytes(content))


def broken_pages(database: Path, key: bytes) -> list[int]:
    """The numbers of the pages whose seal does not hold, where the file itself cannot be opened to ask it."""
    content = database.read_bytes()
    salt, turned = _salt(content[: 6 * PAGE], key)
    seal, numbers = _Seal(key, salt), range(1, -(-len(content) // PAGE) + 1)
    broken = [one for one in numbers if not seal.is_whole(one, content[(one - 1) * PAGE : one * PAGE])]
    return sorted({*broken, 1}) if turned else broken


def _lay_over(content: bytearray, frames: bytes) -> None:
    """Pages that a killed program had committed and not yet brought into the file, up to the last commit.

    SQLite stops at the first frame whose checksum is wrong; here each page is asked for its seal later on.
    """
    salts, waiting = frames[16:24], dict[int, bytes]()
    for at in range(_LOG_HEAD, len(frames) - _FRAME_HEAD - PAGE + 1, _FRAME_HEAD + PAGE):
        number, size = (int.from_bytes(frames[at + skip : at + skip + 4], "big") for skip in (0, 4))
        if frames[at + 8 : at + 16] != salts or not 0 < number <= len(content) // PAGE + len(frames) // PAGE:
            break
        waiting[number] = frames[at + _FRAME_HEAD : at + _FRAME_HEAD + PAGE]
        if size:
            for place, page in waiting.items():
                content.extend(bytes(max(0, place * PAGE - len(content))))
                content[(place - 1) * PAGE : place * PAGE] = page
            waiting.clear()


def _salt(content: bytes, key: bytes) -> tuple[bytes, bool]:
    """The salt of the file, mended where one of its own bits turned: without it no page could be proved."""
    salt = content[:SALT]
    sample = [(number, content[(number - 1) * PAGE : number * PAGE]) for number in range(2, 6)]
    sample = [(number, page) for number, page in sample if len(page) == PAGE]
    for tried in (salt, *_turned(salt)):
        seal = _Seal(key, tried)
        if any(seal.is_whole(number, page) for number, page in sample):
            return tried, tried != salt
    return salt, False


def _turned(data: bytes) -> Iterator[bytes]:
    for place in range(len(data) * 8):
        changed = bytearray(data)
        changed[place // 8] ^= 1 << (place % 8)
        yield bytes(changed)


class _Seal:
    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        masked = bytes(byte ^ _MAC_MASK for byte in salt)
        mac_key = hashlib.pbkdf2_hmac("sha512", key, masked, _MAC_ROUNDS, 32)
        self._mac = hmac.new(mac_key, digestmod=hashlib.sha512)

    def is_whole(self, number: int, page: bytes) -> bool:
        return len(page) == PAGE and hmac.compare_digest(self._of(number, _body(number, page)), page[USABLE + IV :])

    def mended(self, number: int, page: bytes) -> bytes | None:
        """The page with the one bit turned back that makes its seal hold; None where more than one is wrong."""
        body, told = bytearray(_body(number, page)), page[USABLE + IV :]
        if _bits_apart(self._of(number, bytes(body)), told) == 1:  # the bit turned in the seal itself
            start = page[: len(page) - len(told)]
            return start + self._of(number, bytes(body))
        end = number.to_bytes(4, "little")
        before = self._mac.copy()
        for place in range(len(body)):
            original = body[place]
            rest = bytes(body[place + 1 :]) + end
            for bit in range(8):
                turned = before.copy()
                turned.update(bytes((original ^ (1 << bit),)))
                turned.update(rest)
                if turned.digest() == told:
                    body[place] = original ^ (1 << bit)
                    return (page[:SALT] if number == 1 else b"") + bytes(body) + told
            before.update(bytes((original,)))
        return None

    def opened(self, number: int, page: bytes) -> bytes:
        body = page[SALT if number == 1 else 0 : USABLE]
        reader = Cipher(algorithms.AES(self._key), modes.CBC(page[USABLE : USABLE + IV])).decryptor()
        plain = reader.update(body) + reader.finalize()
        return _MAGIC + plain if number == 1 else plain

    def _of(self, number: int, body: bytes) -> bytes:
        mac = self._mac.copy()
        mac.update(body)
        mac.update(number.to_bytes(4, "little"))
        return mac.digest()


def _body(number: int, page: bytes) -> bytes:
    """What the seal covers: all before it, without the salt of the first page."""
    return page[SALT if number == 1 else 0 : USABLE + IV]


def _bits_apart(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()
