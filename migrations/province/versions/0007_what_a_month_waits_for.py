"""What has changed since a month's roll-up was kept: marked by the database itself, so that no way of writing is forgotten.

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

REPORT, OFFICE_RECORD, OFFICE = 'published_monthly_report', 'published_office', 'office'
WATCHED = (
    ('report', REPORT, ('jmonth', 'version', 'status', 'sent_at', 'decision_at', 'content_hash', 'snapshot_json', 'deleted_at'), '{row}.jmonth', '{row}.office_id'),
    ('told_office', OFFICE_RECORD, ('code', 'county_id', 'status', 'status_on', 'opening_date', 'deleted_at'), "''", '{row}.office_id'),
    ('office', OFFICE, ('code', 'title', 'county_id'), "''", '{row}.id'),
)
ACTS = (('insert', ('NEW',)), ('update', ('OLD', 'NEW')), ('delete', ('OLD',)))


def upgrade() -> None:
    op.create_table('rollup_change',
    sa.Column('month', sa.String(), nullable=False),
    sa.Column('office_id', sa.String(), nullable=False),
    sa.Column('stamp', sa.BigInteger(), nullable=False),
    sa.PrimaryKeyConstraint('month', 'office_id')
    )
    on_sqlite = op.get_bind().dialect.name == 'sqlite'
    for name, table, columns, month, office in WATCHED:
        for act, rows in ACTS:
            told = f'UPDATE OF {", ".join(columns)}' if act == 'update' else act.upper()
            marks = ' '.join(marked(month.format(row=row), office.format(row=row)) for row in rows)
            trigger = f'rollup_{name}_{act}'
            if on_sqlite:
                op.execute(f'CREATE TRIGGER {trigger} AFTER {told} ON {table} BEGIN {marks} END')
            else:
                op.execute(f'CREATE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {marks} RETURN NULL; END $$')
                op.execute(f'CREATE TRIGGER {trigger} AFTER {told} ON {table} FOR EACH ROW EXECUTE FUNCTION {trigger}()')


def marked(month: str, office: str) -> str:
    """Stamps only grow and no row ever goes: their sum tells whether a month is the one that was added up."""
    return (
        f"INSERT INTO rollup_change (month, office_id, stamp) SELECT {month}, {office}, 1 WHERE {month} IS NOT NULL "
        'ON CONFLICT (month, office_id) DO UPDATE SET stamp = rollup_change.stamp + 1;'
    )


def downgrade() -> None:
    raise RuntimeError("the database never goes back; restore the backup made before the upgrade")
