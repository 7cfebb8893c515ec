"""Tables of the file beside the records: log, search, numbers, audit, and what this laptop is."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text
from sqlmodel import SQLModel

import desktop.domain.kinds  # noqa: F401  declares the record tables in the same metadata

METADATA = SQLModel.metadata

META = Table("meta", METADATA, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

KEY_SLOT_COPY = Table(
    "key_slot_copy", METADATA, Column("one", Integer, primary_key=True), Column("text", Text, nullable=False)
)

DEVICE = Table(
    "device",
    METADATA,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("block", Integer, nullable=False, unique=True),  # which numbers this laptop gives, 0 for the first
    Column("enrolled_at", String, nullable=False),
)

NUMBER = Table("number", METADATA, Column("kind", String, primary_key=True), Column("given", Integer, nullable=False))

# One row: who writes now. The log's triggers read it and refuse to run while it is closed.
WRITE_CONTEXT = Table(
    "write_context",
    METADATA,
    Column("one", Integer, primary_key=True),
    Column("open", Integer, nullable=False),
    Column("stamp", BigInteger, nullable=False),
    Column("tx", String, nullable=False),
    Column("user_id", String, nullable=False),
    Column("device_id", String, nullable=False),
    Column("base", Integer, nullable=False),
)

# `fields` is {"name": [old, new]}; `base` the last seq that the writer had seen; `chain` SHA-256 over all before.
# `erased` is the SHA-256 of fields that were emptied because a person asked for it: the chain still holds without them.
CHANGE_LOG = Table(
    "change_log",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("stamp", BigInteger, nullable=False),
    Column("tx", String, nullable=False),
    Column("user_id", String, nullable=False),
    Column("device_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("record_id", String, nullable=False),
    Column("action", String, nullable=False),
    Column("fields", Text, nullable=False),
    Column("base", Integer, nullable=False),
    Column("schema_version", String, nullable=False),
    Column("chain", LargeBinary),
    Column("erased", String),
    sqlite_autoincrement=True,
)
Index("ix_change_log_record", CHANGE_LOG.c.record_id)
Index("ix_change_log_tx", CHANGE_LOG.c.tx)

SEARCH_ENTRY = Table(
    "search_entry",
    METADATA,
    Column("entry", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("record_id", String, nullable=False, unique=True),
    Column("state", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("order_key", LargeBinary, nullable=False),
    Column("names", Text, nullable=False),
    Column("numbers", Text, nullable=False),
    Column("words", Text, nullable=False),
)
Index("ix_search_entry_order", SEARCH_ENTRY.c.kind, SEARCH_ENTRY.c.order_key, SEARCH_ENTRY.c.entry)
Index(
    "ix_search_entry_state", SEARCH_ENTRY.c.kind, SEARCH_ENTRY.c.state, SEARCH_ENTRY.c.order_key, SEARCH_ENTRY.c.entry
)

# What attachments hold, once for equal ones. The records and their log name it by its SHA-256.
ATTACHMENT_CONTENT = Table(
    "attachment_content",
    METADATA,
    Column("sha256", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# What came of a content so far, sealed, when the line died before its end. `name` is the one under which it travels.
CONTENT_PART = Table(
    "content_part",
    METADATA,
    Column("name", String, primary_key=True),
    Column("at", Integer, primary_key=True),
    Column("mark", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

MATCH_KEY = Table(
    "match_key",
    METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
Index("ix_match_key_entry", MATCH_KEY.c.entry)

AUDIT_LOG = Table(
    "audit_log",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("user_id", String, nullable=False),
    Column("action", String, nullable=False),
    Column("entity", String, nullable=False),
    Column("entity_id", String, nullable=False),
    Column("detail", Text, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_audit_log_entity", AUDIT_LOG.c.entity_id)
Index("ix_audit_log_at", AUDIT_LOG.c.at)


# What this laptop knows of the others, and of itself (`own`: also the devices it was before a copy or a restoration).
SYNC_DEVICE = Table(
    "sync_device",
    METADATA,
    Column("id", String, primary_key=True),
    Column("role", String, nullable=False),  # laptop | province
    Column("name", Text, nullable=False),
    Column("sign_key", LargeBinary, nullable=False),  # Ed25519, public
    Column("recipient", Text, nullable=False),  # age, public
    Column("own", Integer, nullable=False),
    Column("status", String, nullable=False),  # active | revoked | closed
    Column("last_seq", Integer),  # of a device that is revoked or closed: operations after this one are void
    Column("enrolled_at", String, nullable=False),
)

SYNC_SECRET = Table(
    "sync_secret",
    METADATA,
    Column("device_id", String, primary_key=True),
    Column("sign_seed", LargeBinary, nullable=False),
    Column("identity", Text, nullable=False),  # age
)

SYNC_EPOCH = Table(
    "sync_epoch",
    METADATA,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("office_key", LargeBinary, nullable=False),
)

# Operations as they travel, sealed and signed. `log_first` is where they begin in the change log of this laptop: the
# operations of a segment stand there in a row, so `(device_id, first)` and a place in the log tell each other.
SEGMENT = Table(
    "segment",
    METADATA,
    Column("arrival", Integer, primary_key=True),
    Column("device_id", String, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("segment_id", String, nullable=False),
    Column("log_first", Integer, nullable=False),
    Column("redaction", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
Index("ix_segment_device", SEGMENT.c.device_id, SEGMENT.c.first, unique=True)
Index("ix_segment_log", SEGMENT.c.log_first)

# What cannot be taken yet (an earlier file is missing) or ever: kept, shown and told by its reason.
SEGMENT_ASIDE = Table(
    "segment_aside",
    METADATA,
    Column("segment_id", String, primary_key=True),
    Column("device_id", String, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("reason", String, nullable=False),  # waiting | revoked | fork | newer_format
    Column("came_at", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# Which operations a record's shown values come from (`desktop.sync.merge.State`), and the values that lost so far.
RECORD_STATE = Table(
    "record_state",
    METADATA,
    Column("record_id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("state", Text, nullable=False),
    sqlite_with_rowid=False,
)
RECORD_CONFLICT = Table(
    "record_conflict",
    METADATA,
    Column("record_id", String, primary_key=True),
    Column("field", String, primary_key=True),
    Column("kind", String, nullable=False),
    sqlite_with_rowid=False,
)

# Operations of a newer program: known, passed on, and applied after this one's upgrade.
PARKED_RECORD = Table(
    "parked_record",
    METADATA,
    Column("record_id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("schema_version", String, nullable=False),
    sqlite_with_rowid=False,
)

CLOCK_OFFSET = Table(
    "clock_offset",
    METADATA,
    Column("device_id", String, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("last", Integer, primary_key=True),
    Column("offset_ms", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# Who has what, as they signed it; it only grows within one `incarnation` of theirs.
SYNC_PEER = Table(
    "sync_peer",
    METADATA,
    Column("id", String, primary_key=True),
    Column("incarnation", String, nullable=False),
    Column("acknowledged", Text, nullable=False),  # {device: seq}
    Column("contact_at", String),
    Column("contact_by", String, nullable=False),  # network | courier | ""
)

# Signed statements that travel in every bundle: revocations, closures, device cards, wrapped keys.
SYNC_STATEMENT = Table(
    "sync_statement",
    METADATA,
    Column("id", String, primary_key=True),
    Column("sort", String, nullable=False),
    Column("content", Text, nullable=False),
)
