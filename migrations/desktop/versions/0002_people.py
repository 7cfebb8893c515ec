"""people

Revision: 0002, after 0001
"""

import hashlib
import json

import sqlalchemy as sa
import sqlmodel
from alembic import op

from desktop.domain.problems import UnavailableError

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _prove_chain(op.get_bind())
    op.create_table('local_group',
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('office_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('created_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('updated_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('device_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('deleted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('sync_state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('name', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('neighborhood_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('members', sa.Integer(), nullable=True),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('since_precision', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['neighborhood_id'], ['neighborhood.id'], name='fk_local_group_neighborhood_id'),
    sa.PrimaryKeyConstraint('row'),
    sa.UniqueConstraint('id')
    )
    with op.batch_alter_table('local_group', schema=None) as batch_op:
        batch_op.create_index('ix_local_group_neighborhood_id', ['neighborhood_id'], unique=False)

    op.create_table('double_verdict',
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('office_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('created_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('updated_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('device_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('deleted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('sync_state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_a_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_b_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('verdict', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.ForeignKeyConstraint(['person_a_id'], ['person.id'], name='fk_double_verdict_person_a_id'),
    sa.ForeignKeyConstraint(['person_b_id'], ['person.id'], name='fk_double_verdict_person_b_id'),
    sa.PrimaryKeyConstraint('row'),
    sa.UniqueConstraint('id')
    )
    with op.batch_alter_table('double_verdict', schema=None) as batch_op:
        batch_op.create_index('ix_double_verdict_person_a_id', ['person_a_id'], unique=False)
        batch_op.create_index('ix_double_verdict_person_b_id', ['person_b_id'], unique=False)

    op.create_table('local_group_member',
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('office_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('created_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('updated_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('device_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('deleted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('sync_state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('group_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('full_name', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('post', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('left_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['group_id'], ['local_group.id'], name='fk_local_group_member_group_id'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_local_group_member_person_id'),
    sa.PrimaryKeyConstraint('row'),
    sa.UniqueConstraint('id')
    )
    with op.batch_alter_table('local_group_member', schema=None) as batch_op:
        batch_op.create_index('ix_local_group_member_group_id', ['group_id'], unique=False)
        batch_op.create_index('ix_local_group_member_person_id', ['person_id'], unique=False)

    op.create_table('local_trustee',
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('office_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('created_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('updated_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('device_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('deleted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('sync_state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('full_name', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('neighborhood_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('role', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('since', sa.Date(), nullable=True),
    sa.Column('since_precision', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['neighborhood_id'], ['neighborhood.id'], name='fk_local_trustee_neighborhood_id'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_local_trustee_person_id'),
    sa.PrimaryKeyConstraint('row'),
    sa.UniqueConstraint('id')
    )
    with op.batch_alter_table('local_trustee', schema=None) as batch_op:
        batch_op.create_index('ix_local_trustee_neighborhood_id', ['neighborhood_id'], unique=False)
        batch_op.create_index('ix_local_trustee_person_id', ['person_id'], unique=False)

    op.create_table('merge_record',
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('office_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('created_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('updated_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('device_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('deleted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('sync_state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('kept_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('merged_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('reason', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('fields_chosen', sa.JSON(), nullable=False),
    sa.Column('moved', sa.JSON(), nullable=False),
    sa.Column('merged_on', sa.Date(), nullable=True),
    sa.Column('undone_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['kept_id'], ['person.id'], name='fk_merge_record_kept_id'),
    sa.ForeignKeyConstraint(['merged_id'], ['person.id'], name='fk_merge_record_merged_id'),
    sa.PrimaryKeyConstraint('row'),
    sa.UniqueConstraint('id')
    )
    with op.batch_alter_table('merge_record', schema=None) as batch_op:
        batch_op.create_index('ix_merge_record_kept_id', ['kept_id'], unique=False)
        batch_op.create_index('ix_merge_record_merged_id', ['merged_id'], unique=False)

    op.create_table('person_sensitive',
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('office_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('created_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('created_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('updated_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('updated_by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('row_version', sa.Integer(), nullable=False),
    sa.Column('device_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('deleted_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
    sa.Column('sync_state', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('person_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('disability_type', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('disability_severity', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('chronic_illness_note', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('women_head_reason', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('pregnancy_due_month', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('consent_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['consent_id'], ['consent.id'], name='fk_person_sensitive_consent_id'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_person_sensitive_person_id'),
    sa.PrimaryKeyConstraint('row'),
    sa.UniqueConstraint('id')
    )
    with op.batch_alter_table('person_sensitive', schema=None) as batch_op:
        batch_op.create_index('ix_person_sensitive_consent_id', ['consent_id'], unique=False)
        batch_op.create_index('ix_person_sensitive_person_id', ['person_id'], unique=False)
        batch_op.create_index('ix_person_sensitive_pregnancy_due_month', ['pregnancy_due_month'], unique=False)

    with op.batch_alter_table('change_log', schema=None) as batch_op:
        batch_op.add_column(sa.Column('erased', sa.String(), nullable=True))

    with op.batch_alter_table('consent', schema=None) as batch_op:
        batch_op.add_column(sa.Column('expires_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('guardian_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_index('ix_consent_guardian_id', ['guardian_id'], unique=False)
        batch_op.create_foreign_key('fk_consent_guardian_id', 'person', ['guardian_id'], ['id'])

    with op.batch_alter_table('household', schema=None) as batch_op:
        batch_op.add_column(sa.Column('merged_into_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_index('ix_household_merged_into_id', ['merged_into_id'], unique=False)
        batch_op.create_foreign_key('fk_household_merged_into_id', 'household', ['merged_into_id'], ['id'])

    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.add_column(sa.Column('merged_into_id', sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.create_index('ix_person_merged_into_id', ['merged_into_id'], unique=False)
        batch_op.create_foreign_key('fk_person_merged_into_id', 'person', ['merged_into_id'], ['id'])

    _chain_anew(op.get_bind())


def downgrade() -> None:
    raise RuntimeError("an office file never goes back; restore the backup made before the upgrade")


_TOLD = "seq, stamp, tx, user_id, device_id, kind, record_id, action, fields, base, schema_version"


def _prove_chain(connection):
    """The log is chained anew below; that must not hide a link that was broken before."""
    chain = bytes(32)
    for *row, kept in connection.exec_driver_sql(f"SELECT {_TOLD}, chain FROM change_log ORDER BY seq"):
        chain = hashlib.sha256(chain + json.dumps(list(row), ensure_ascii=True).encode()).digest()
        if kept != chain:
            raise UnavailableError("damaged")


def _chain_anew(connection):
    """From now on a link covers the SHA-256 of the fields, so that fields can be erased without breaking it."""
    chain, chained = bytes(32), []
    for *before, fields, base, version in connection.exec_driver_sql(f"SELECT {_TOLD} FROM change_log ORDER BY seq").all():
        told = json.dumps([*before, hashlib.sha256(fields.encode()).hexdigest(), base, version], ensure_ascii=True)
        chain = hashlib.sha256(chain + told.encode()).digest()
        chained.append((chain, before[0]))
    if chained:
        connection.exec_driver_sql("UPDATE change_log SET chain = ? WHERE seq = ?", chained)
