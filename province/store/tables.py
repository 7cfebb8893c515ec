"""The tables of the province that hold no office's records: offices, laptops, segments, and what is known of whom.

Every row that belongs to an office begins with `office_id`, so that one database can be divided by office when it
grows too large (docs/adr). Bytes of segments are kept as they came: the office's blind copy outside its walls.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    false,
)

METADATA = MetaData()
_OFFICE, _ACCOUNT = "office.id", "account.id"


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, PostgreSQL answers in its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


SERVER = Table(
    "server",
    METADATA,
    Column("province_id", String, primary_key=True),  # also the device under which the province writes
    Column("title", String, nullable=False),
    Column("incarnation", String, nullable=False),  # another one after a restore: acknowledgements begin anew
    Column("stamp", BigInteger, nullable=False, default=0),  # the last one given to an operation of the province
    Column("made_at", Moment, nullable=False),
    Column(
        "restored_at", Moment
    ),  # brought back from a copy then: an office is written to once it has been heard since
)

ACCOUNT = Table(
    "account",
    METADATA,
    Column("id", String, primary_key=True),
    Column("username", String, nullable=False, unique=True),
    Column("full_name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("password_hash", String, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("disabled_at", Moment),
    Column("must_change", Boolean, nullable=False, server_default=false()),  # the password is somebody else's making
    Column("totp_secret", LargeBinary),  # wrapped by the server's key; empty before the second factor is set up
    Column("totp_step", BigInteger),  # the half minute of the last code that was taken: none is taken twice
)

# Of which counties a county's supervisor is.
ACCOUNT_COUNTY = Table(
    "account_county",
    METADATA,
    Column("account_id", ForeignKey(_ACCOUNT), primary_key=True),
    Column("county_id", String, primary_key=True),
)

# What opens an account whose telephone is lost, each once. They are random, so a plain keyed hash is enough.
RECOVERY_CODE = Table(
    "recovery_code",
    METADATA,
    Column("account_id", ForeignKey(_ACCOUNT), primary_key=True),
    Column("hash", String, primary_key=True),
    Column("used_at", Moment),
)

# Who is at the pages now. The cookie holds the id, this only its hash: a stolen copy of the database opens nothing.
WEB_SESSION = Table(
    "web_session",
    METADATA,
    Column("hash", String, primary_key=True),
    Column("account_id", ForeignKey(_ACCOUNT), nullable=False, index=True),
    Column("stage", String, nullable=False),  # password | full
    Column("made_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("pending_secret", LargeBinary),  # wrapped, of a second factor that is being set up
)

# Wrong passwords and codes, by the keyed hash of a username or an address.
ATTEMPT = Table(
    "attempt",
    METADATA,
    Column("key", String, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    Column("locked_until", Moment),
)

# What was done at the server. Lines are only ever added (triggers of the migration), each sealed onto the one before.
AUDIT = Table(
    "audit",
    METADATA,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False, index=True),
    Column("account_id", String),
    Column("deed", String, nullable=False),
    Column("office_id", String),
    Column("target", String, nullable=False),  # a code, a month or an id; never a name
    Column("seal", String, nullable=False),
)

# `next` counts the segments of an office. Its row is locked first by whoever takes one, so numbers are given in the
# order of the commits and without holes: a reader who has seen n misses nothing that is below it.
OFFICE = Table(
    "office",
    METADATA,
    Column("id", String, primary_key=True),
    Column("code", String, nullable=False, unique=True),
    Column("title", String, nullable=False),
    Column("next", BigInteger, nullable=False, default=0),
    Column("made_at", Moment, nullable=False),
    Column("county_id", String),  # where the province says it is; otherwise what the office tells of itself counts
)

# The card by which the first laptop of an office joins; `proof_key` follows from the code that came another way.
INVITATION = Table(
    "invitation",
    METADATA,
    Column("id", String, primary_key=True),
    Column("office_id", ForeignKey(_OFFICE), nullable=False, index=True),
    Column("proof_key", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_by", String),  # the device that joined with it
)

DEVICE = Table(
    "device",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("id", String, primary_key=True),
    Column("sign_key", LargeBinary, nullable=False),
    Column("former_keys", Text, nullable=False),  # hex, those it signed with before; its older segments are theirs
    Column("recipient", String, nullable=False),
    Column("title", String, nullable=False),
    Column("status", String, nullable=False),  # pending | approved | revoked
    Column("vouched_by", String),  # the device whose operation spoke for it
    Column("last_seq", BigInteger),  # of a revoked one: what came after it is void
    Column("made_at", Moment, nullable=False),
    Column("decided_at", Moment),
    Column("seen_at", Moment),
    Column("offset_ms", BigInteger),  # its clock minus the server's at the last contact
)

# The key of an epoch as the office wrapped it for the province; the one with the greatest number is sealed under now.
EPOCH = Table(
    "epoch",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("wrapped", Text, nullable=False),
)

SEGMENT = Table(
    "segment",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("office_seq", BigInteger, primary_key=True, autoincrement=False),
    Column("device_id", String, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("id", String, nullable=False),  # hash of its header
    Column("redaction", Integer, nullable=False, default=0),
    Column("content", LargeBinary, nullable=False),
    Column("received_at", Moment, nullable=False),
)
Index("ix_segment_device", SEGMENT.c.office_id, SEGMENT.c.device_id, SEGMENT.c.first, unique=True)

VECTOR = Table(
    "vector",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("device_id", String, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("segment_id", String, nullable=False),  # the one that ends with `seq`; the next names it
)

# Segments that cannot act yet: an earlier one is missing, or the laptop is not approved.
WAITING_SEGMENT = Table(
    "waiting_segment",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("device_id", String, primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("id", String, primary_key=True),
    Column("last", BigInteger, nullable=False),
    Column("reason", String, nullable=False),  # gap | deps | device | key
    Column("content", LargeBinary, nullable=False),
    Column("received_at", Moment, nullable=False),
)

# What was not taken, and why; of a fork the bytes are kept, so that nothing of a copied laptop is lost.
REFUSED_SEGMENT = Table(
    "refused_segment",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("device_id", String, primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("id", String, primary_key=True),
    Column("code", String, nullable=False),
    Column("content", LargeBinary),
    Column("received_at", Moment, nullable=False),
)

# What attachments of an office hold, sealed under its key: the blind copy outside its walls. `got` is how many bytes
# came until now, in pieces; `mark` tells one sealing from another.
CONTENT = Table(
    "content",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("name", String, primary_key=True),
    Column("mark", String, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("got", BigInteger, nullable=False),
    Column("received_at", Moment, nullable=False),
)
CONTENT_PIECE = Table(
    "content_piece",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("name", String, primary_key=True),
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)

# What others said that they have; it only grows within one incarnation of the peer.
ACK = Table(
    "ack",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("peer", String, primary_key=True),
    Column("incarnation", String, primary_key=True),
    Column("vector", Text, nullable=False),
    Column("statement", Text, nullable=False),  # signed
    Column("at", Moment, nullable=False),
)

# What laptops and the province said of who belongs to an office and who is shut out; signed, and passed on as it came.
STATEMENT = Table(
    "statement",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("id", String, primary_key=True),
    Column("purpose", String, nullable=False),
    Column("content", Text, nullable=False),
)

# Where the merge of one record stands: the heads of its fields, and whether it was erased.
RECORD_STATE = Table(
    "record_state",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("record_id", String, primary_key=True),
    Column("state", Text, nullable=False),
    Column("disputed", Boolean, nullable=False, default=False),  # a field has several heads that differ
)

# Open operations that this version cannot lay down: an unknown kind or field, a value that is none.
PARKED = Table(
    "parked",
    METADATA,
    Column("office_id", ForeignKey(_OFFICE), primary_key=True),
    Column("device_id", String, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("record_id", String, nullable=False),
    Column("fields", Text, nullable=False),
)

# What the province's sums of a month came to, by section, and what they were made of; made anew when that changes.
ROLLUP = Table(
    "rollup",
    METADATA,
    Column("month", String, primary_key=True),
    Column("section", String, primary_key=True),
    Column("basis", String, nullable=False),
    Column("content", Text, nullable=False),
)

# What has changed of a month since: a row for each office, "" for all months; triggers stamp it, and stamps only grow.
ROLLUP_CHANGE = Table(
    "rollup_change",
    METADATA,
    Column("month", String, primary_key=True),
    Column("office_id", String, primary_key=True),
    Column("stamp", BigInteger, nullable=False),
)
