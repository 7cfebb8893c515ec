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
