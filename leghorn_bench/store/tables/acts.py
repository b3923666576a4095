"""Table of what people did, as the timeline shows it."""

from peewee import BigIntegerField, BooleanField, TextField

from leghorn_bench.store.fields import MomentField
from leghorn_bench.store.tables.base import VersionedTable


class ActTable(VersionedTable):
    """Rows of ``records.acts.Act``; no foreign keys: an act outlives a case that was taken back."""

    what = TextField()
    who = TextField()
    at = MomentField(index=True)
    case_id = BigIntegerField(null=True, index=True)
    case_device_id = BigIntegerField(null=True)
    note = TextField(default="")
    first_event = BigIntegerField()
    last_event = BigIntegerField()
    undone = BooleanField(default=False)

    class Meta:
        table_name = "act"
