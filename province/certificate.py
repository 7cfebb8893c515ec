"""The server's own TLS certificate: signed by itself and pinned by laptops through the card they join with.

No authority outside the province is asked, and a laptop whose clock is off by years still knows the server.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from province.keys import CERTIFICATE, CERTIFICATE_KEY, write_private

YEARS = 20


def make_certificate(folder: Path, address: str, at: datetime, passphrase: str = "") -> None:
    """`tls.crt` and `tls.key` for the host of an address, and for this machine itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    host = urlsplit(address).hostname or "localhost"
    names = dict.fromkeys((host, "localhost", "127.0.0.1"))
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host[:64])])
    public = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=365 * YEARS))
        .add_extension(x509.SubjectAlternativeName([_name(one) for one in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(), critical=True)
        .add_extension(public, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(public), critical=False)
        .sign(key, hashes.SHA256())
    )
    wrapped = serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else serialization.NoEncryption()
    encoded = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, wrapped)
    write_private(folder / CERTIFICATE_KEY, encoded)
    write_private(folder / CERTIFICATE, made.public_bytes(serialization.Encoding.PEM))


def read_certificate(folder: Path) -> str:
    """The certificate as PEM, as it stands on the cards."""
    return (folder / CERTIFICATE).read_text("ascii")


def _name(given: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(given))
    except ValueError:
        return x509.DNSName(given)


def _usage() -> x509.KeyUsage:
    unused = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only"), False
    )
    return x509.KeyUsage(digital_signature=True, key_cert_sign=True, crl_sign=False, decipher_only=False, **unused)
