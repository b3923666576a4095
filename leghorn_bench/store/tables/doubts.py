"""The table of tags whose chip was not the expected one."""

from peewee import BigIntegerField, BooleanField, TextField

from leghorn_bench.store.fields import JsonField, MomentField
from leghorn_bench.store.tables.base import BenchTable


class ChipDoubtTable(BenchTable):
    """Rows of ``records.doubts.ChipDoubt``; no foreign keys: a reception may be taken back."""

    parcel_id = BigIntegerField(index=True)
    case_device_id = BigIntegerField(index=True)
    epc = TextField()
    tid = TextField()
    suspicion = TextField(default="")
    differing = JsonField(default=())
    before = BooleanField(default=False)
    others = JsonField(default=())
    seen_at = MomentField()

    class Meta:
        table_name = "chip_doubt"
