"""The keys of a province's server: what it signs with, what offices seal to it, and the certificate laptops pin.

They lie in two files of the data folder that only the server's user may read (0600): `province.keys` and, as the TLS
library wants it, `tls.key` beside `tls.crt`. Honestly said: whoever becomes that user, or root, or gets a copy of the
folder while no passphrase is set, has the keys. With TASHILGAR_PROVINCE_PASSPHRASE both files are wrapped by it
(Argon2id, then XSalsa20-Poly1305; PKCS#8 for TLS) and a stolen disk alone tells nothing, but the passphrase then lies
where the service manager keeps it. On Windows permissions come from the folder.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from pathlib import Path

from nacl import pwhash, secret, utils
from nacl.exceptions import CryptoError
from nacl.signing import SigningKey

from desktop.domain.problems import UnavailableError
from desktop.sync.bundle import age

KEYS, CERTIFICATE, CERTIFICATE_KEY = "province.keys", "tls.crt", "tls.key"
_FORMAT = 1


@dataclass(frozen=True)
class ServerKeys:
    """All secrets of one server; never logged, never in the database."""

    seed: bytes  # of the Ed25519 key that signs
    identity: str  # age identity; offices wrap keys and courier files to its recipient
    tokens: bytes  # secret of the session tokens

    @property
    def signing(self) -> SigningKey:
        return SigningKey(self.seed)

    @property
    def sign_key(self) -> bytes:
        """The public half of what it signs with."""
        return bytes(self.signing.verify_key)

    @property
    def recipient(self) -> str:
        """What offices seal to."""
        return age.recipient_of(self.identity)

    def derived(self, purpose: str) -> bytes:
        """A key of 32 bytes for one purpose alone; from one of them no other follows."""
        return hmac.new(self.tokens, f"tashilgar province: {purpose}".encode(), hashlib.sha256).digest()


def make_keys() -> ServerKeys:
    return ServerKeys(utils.random(32), age.new_identity(), utils.random(32))


def save_keys(folder: Path, keys: ServerKeys, passphrase: str = "") -> None:
    """Write the keys; refuses to write over others."""
    told = {"seed": _text(keys.seed), "identity": keys.identity, "tokens": _text(keys.tokens)}
    content: dict[str, object] = {"format": _FORMAT}
    if passphrase:
        salt = utils.random(pwhash.argon2id.SALTBYTES)
        box = secret.SecretBox(_wrapping(passphrase, salt))
        content |= {"salt": _text(salt), "wrapped": _text(box.encrypt(json.dumps(told).encode()))}
    else:
        content |= told
    write_private(folder / KEYS, json.dumps(content, indent=1).encode())


def load_keys(folder: Path, passphrase: str = "") -> ServerKeys:
    """The keys of a server. UnavailableError: none yet, a wrong passphrase, or a file that is no file of keys."""
    try:
        found = json.loads((folder / KEYS).read_text("utf-8"))
        if "wrapped" in found:
            if not passphrase:
                raise UnavailableError("no_passphrase")
            box = secret.SecretBox(_wrapping(passphrase, _bytes(found["salt"])))
            found = json.loads(box.decrypt(_bytes(found["wrapped"])))
        return ServerKeys(_bytes(found["seed"]), str(found["identity"]), _bytes(found["tokens"]))
    except FileNotFoundError as error:
        raise UnavailableError("no_province") from error
    except CryptoError as error:
        raise UnavailableError("wrong_passphrase") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnavailableError("keys_unreadable") from error


def write_private(path: Path, content: bytes) -> None:
    """A new file that only this user may read, on the disk before its name stands."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        part.unlink()
        raise UnavailableError("province_exists")
    part.replace(path)


def _wrapping(passphrase: str, salt: bytes) -> bytes:
    return pwhash.argon2id.kdf(
        secret.SecretBox.KEY_SIZE,
        passphrase.encode(),
        salt,
        opslimit=pwhash.argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=pwhash.argon2id.MEMLIMIT_INTERACTIVE,
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(content: str) -> bytes:
    return base64.b64decode(content, validate=True)
