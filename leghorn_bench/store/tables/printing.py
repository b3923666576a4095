"""The table of papers on their way to a printer."""

from peewee import BlobField, ForeignKeyField, IntegerField, TextField

from leghorn_bench.store.fields import JsonField, MomentField
from leghorn_bench.store.tables.base import VersionedTable
from leghorn_bench.store.tables.charges import PaperTable


class PrintJobTable(VersionedTable):
    """Rows of ``records.printing.PrintJob``, with the bytes of those that have no issued paper."""

    kind = TextField()
    label = TextField(default="")
    paper = ForeignKeyField(PaperTable, null=True)
    station = TextField()
    way = TextField()
    printer = TextField(default="")
    tray = TextField(default="")
    copies = IntegerField(default=1)
    file_name = TextField(default="")
    subjects = JsonField(default=())
    stock = TextField(default="")
    skip = IntegerField(default=0)
    total = IntegerField(default=0)
    sent = IntegerField(default=0)
    spooled = TextField(default="")
    state = TextField()
    reason = TextField(default="")
    queued_at = MomentField()
    queued_by = TextField()
    ended_at = MomentField(null=True)
    payload = BlobField(null=True)

    class Meta:
        table_name = "print_job"
        indexes = ((("station", "state"), False),)
