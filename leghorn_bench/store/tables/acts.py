"""Table of what people did, as the timeline shows it."""

from peewee import BigIntegerField, BooleanField, ForeignKeyField, TextField

from leghorn_bench.store.fields import MomentField
from leghorn_bench.store.tables.base import VersionedTable
from leghorn_bench.store.tables.cases import CaseDeviceTable, CaseTable


class ActTable(VersionedTable):
    """Rows of ``records.acts.Act``."""

    what = TextField()
    who = TextField()
    at = MomentField(index=True)
    case = ForeignKeyField(CaseTable, null=True)
    case_device = ForeignKeyField(CaseDeviceTable, null=True)
    note = TextField(default="")
    first_event = BigIntegerField()
    last_event = BigIntegerField()
    undone = BooleanField(default=False)

    class Meta:
        table_name = "act"
