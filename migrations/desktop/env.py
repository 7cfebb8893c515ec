"""Alembic's door to the encrypted office file; the connection is handed in by `desktop.store.upgrade`."""

from alembic import context

from desktop.store.tables import METADATA


def _is_ours(_item, name, kind, _reflected, _other):
    """The search index and its shadow tables are made by `desktop.store.triggers`, not by migrations."""
    return not (kind == "table" and name.startswith("search_index"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    include_object=_is_ours,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
