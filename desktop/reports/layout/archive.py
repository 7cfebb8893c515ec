"""What an archive asks of a file (PDF/A-2u): what it is, in words of its own, and what its colours mean."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from html import escape
from typing import Final

from desktop.reports.layout.packing import stream
from desktop.reports.layout.structure import text_string

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
{subject}<dc:language><rdf:Bag><rdf:li>fa-IR</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool><pdf:Producer>{maker}</pdf:Producer>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_SUBJECT: Final = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'
MAKER: Final = "Tashilgar"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a reader program shows about the file. `created` is given, never read from the clock.

    What is `archival` is written as PDF/A-2u: it says itself all that is needed to show it in many years.
    """

    title: str
    created: datetime
    author: str = "تسهیلگر"
    subject: str = ""
    archival: bool = False


def packet(metadata: Metadata) -> bytes:
    """The body of the metadata object: what the information dictionary says, in XML."""
    words = _PACKET.format(
        title=escape(metadata.title, quote=False),
        author=escape(metadata.author, quote=False),
        subject=_SUBJECT.format(escape(metadata.subject, quote=False)) if metadata.subject else "",
        maker=MAKER,
        moment=metadata.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00"),
    )
    return stream("/Type/Metadata/Subtype/XML", words.encode())


def information(metadata: Metadata) -> bytes:
    """The body of the information dictionary."""
    moment = metadata.created.astimezone(UTC).strftime("(D:%Y%m%d%H%M%S+00'00')")
    words = {"Title": metadata.title, "Author": metadata.author, "Subject": metadata.subject}
    parts = "".join(f"/{key}{text_string(text)}" for key, text in words.items() if text)
    return f"<<{parts}/Creator({MAKER})/Producer({MAKER})/CreationDate{moment}/ModDate{moment}>>".encode()


def profile_object() -> bytes:
    """The body of the colour profile's object."""
    return stream("/N 3/Filter/FlateDecode", zlib.compress(colour_profile(), 9))


def intent(profile: int) -> bytes:
    """The body of the output intent: colours are those of a screen (sRGB), described by the profile's object."""
    name = "(sRGB IEC61966-2.1)"
    return (
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}/DestOutputProfile {profile} 0 R>>"
    ).encode()


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, values))


def _words(text: str) -> bytes:
    body = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">IIHHII", 1, 12, 0x656E, 0x5553, len(body), 28) + body


@lru_cache(1)
def colour_profile() -> bytes:
    """An ICC profile (version 4) of sRGB, made from the standard's own numbers (IEC 61966-2-1, adapted to D50)."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0)
    curve += b"".join(map(_fixed, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    adaptation = (1.047882, 0.022919, -0.050201, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678)
    tags = {
        b"desc": _words("sRGB IEC61966-2.1"),
        b"cprt": _words("No copyright, use freely"),
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"chad": b"sf32\0\0\0\0" + b"".join(map(_fixed, adaptation)),
        b"rXYZ": _xyz(0.436066, 0.222488, 0.013916),
        b"gXYZ": _xyz(0.385147, 0.716873, 0.097076),
        b"bXYZ": _xyz(0.143066, 0.060608, 0.714096),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        table += name + struct.pack(">II", start + len(data), len(body))
        data += body + b"\0" * (-len(body) % 4)
    head = struct.pack(
        ">I4sI4s4s4s6H4sIIIIQI", start + len(data), b"\0" * 4, 0x04200000, b"mntr", b"RGB ", b"XYZ ",
        2000, 1, 1, 0, 0, 0, b"acsp", 0, 0, 0, 0, 0, 0,
    )  # fmt: skip
    head += _fixed(0.9642) + _fixed(1.0) + _fixed(0.8249)
    return head.ljust(128, b"\0") + table + data
