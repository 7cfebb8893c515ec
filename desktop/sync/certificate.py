"""The certificate a laptop serves behind: made anew each time, believed because its signed manifest names it."""

from __future__ import annotations

import ssl
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

_LASTS = timedelta(days=3650)


def serving_context(at: datetime) -> tuple[ssl.SSLContext, str]:
    """TLS for a server, and the SHA-256 of its certificate in hex. The key leaves the memory for an instant only."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "tashilgar")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - _LASTS)
        .not_valid_after(at + _LASTS)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with TemporaryDirectory() as folder:  # the library reads keys from files alone
        path = Path(folder) / "serving.pem"
        path.touch(0o600)
        path.write_bytes(private + made.public_bytes(pem))
        context.load_cert_chain(path)
    return context, sha256(made.public_bytes(serialization.Encoding.DER)).hexdigest()
