"""Kept roll-ups, indexes across offices, and on PostgreSQL the great tables divided by office.

Partitions lie in a schema of their own, so that the tables that the program knows are the tables that there are.

Revision: 0005, after 0004
"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

PARTS = 8
GREAT = {
    'segment': ('office_id', 'office_seq'),
    'record_state': ('office_id', 'kind', 'record_id'),
    'published_person': ('office_id', 'id'),
    'published_need': ('office_id', 'id'),
    'published_need_event': ('office_id', 'id'),
    'published_referral': ('office_id', 'id'),
    'published_agency_response': ('office_id', 'id'),
    'published_visit': ('office_id', 'id'),
    'published_workshop_enrollment': ('office_id', 'id'),
    'published_attendance': ('office_id', 'id'),
}
OPEN = "status IN ('noted', 'referred', 'answered', 'in_progress') AND deleted_at IS NULL"
SOLVED = "status = 'met' AND solution_note IS NOT NULL"


def upgrade() -> None:
    op.create_table('rollup',
    sa.Column('month', sa.String(), nullable=False),
    sa.Column('section', sa.String(), nullable=False),
    sa.Column('basis', sa.String(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('month', 'section')
    )
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('CREATE SCHEMA IF NOT EXISTS parts')
        for table, key in GREAT.items():
            divide(table, key)
    op.create_index('ix_published_monthly_report_of_month', 'published_monthly_report', ['jmonth', 'office_id'])
    for name, columns, where in (
        ('ix_published_need_open', ['field', 'office_id', 'noted_on'], OPEN),
        ('ix_published_need_solved', ['status_on'], SOLVED),
    ):
        op.create_index(name, 'published_need', columns, postgresql_where=sa.text(where), sqlite_where=sa.text(where))


def divide(table: str, key: tuple[str, ...]) -> None:
    """The same table in parts by office, with its rows; names and indexes stay as they were."""
    indexes = sa.inspect(op.get_bind()).get_indexes(table)
    op.execute(f'ALTER TABLE {table} RENAME TO {table}_whole')
    op.execute(f'CREATE TABLE {table} (LIKE {table}_whole INCLUDING DEFAULTS) PARTITION BY HASH (office_id)')
    for number in range(PARTS):
        op.execute(
            f'CREATE TABLE parts.{table}_{number} PARTITION OF {table} '
            f'FOR VALUES WITH (MODULUS {PARTS}, REMAINDER {number})'
        )
    op.execute(f'INSERT INTO {table} SELECT * FROM {table}_whole')
    op.execute(f'DROP TABLE {table}_whole')
    op.execute(f'ALTER TABLE {table} ADD PRIMARY KEY ({", ".join(key)})')
    op.execute(f'ALTER TABLE {table} ADD FOREIGN KEY (office_id) REFERENCES office (id)')
    for one in indexes:
        op.create_index(one['name'], table, one['column_names'], unique=one['unique'])
