"""Alembic's door to the province's database; the connection is handed in by `province.store.upgrade`."""

from alembic import context

from province.store.schema import METADATA
from province.store.tables import Moment


def _in_plain_types(kind, item, _context):
    """A moment of ours is a column with a time zone: steps of long ago must not need the program's own types."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
    compare_type=True,
    render_item=_in_plain_types,
)
with context.begin_transaction():
    context.run_migrations()
