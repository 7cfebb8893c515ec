"""The office file as somebody with its key sees it: every table, and every byte of every page."""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop.store.office_file import OfficeFile

_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16


def tables_holding(office: OfficeFile, *words: str) -> set[str]:
    """Tables of which any value, as text, contains any of these words; full-text words count as a table."""
    found = set()
    with office.connection() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        for name in names:
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):  # noqa: S608  names of ours
                text = "\x00".join(v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in row)
                if any(word in text for word in words):
                    found.add(name)
    return found


def pages(office: OfficeFile) -> bytes:
    """The whole file decrypted page by page, free space and all (AES-256-CBC, the IV at the end of each page)."""
    office.checkpoint()
    sealed = office.folder.database.read_bytes()
    plain = bytearray()
    for start in range(0, len(sealed), _PAGE):
        page = sealed[start : start + _PAGE]
        body = page[_SALT if start == 0 else 0 : _PAGE - _RESERVED]
        iv = page[_PAGE - _RESERVED : _PAGE - _RESERVED + _IV]
        reader = Cipher(algorithms.AES(office.data_key), modes.CBC(iv)).decryptor()
        plain += reader.update(body) + reader.finalize()
    return bytes(plain)
