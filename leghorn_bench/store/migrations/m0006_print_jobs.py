"""Papers on their way to a printer wait in the store."""

from peewee import *


class Plain(Model):
    class Meta:
        legacy_table_names = False


class PaperTable(Plain):
    class Meta:
        table_name = "paper"


class PrintJobTable(Plain):
    version = IntegerField(default=1)
    kind = TextField()
    label = TextField(default="")
    paper = ForeignKeyField(PaperTable, null=True)
    station = TextField()
    way = TextField()
    printer = TextField(default="")
    tray = TextField(default="")
    copies = IntegerField(default=1)
    file_name = TextField(default="")
    sent = IntegerField(default=0)
    state = TextField()
    reason = TextField(default="")
    queued_at = TextField()
    queued_by = TextField()
    ended_at = TextField(null=True)
    payload = BlobField(null=True)

    class Meta:
        table_name = "print_job"
        indexes = ((("station", "state"), False),)


def up(migrator, db):
    PrintJobTable._meta.strict_tables = isinstance(db, SqliteDatabase)
    with db.bind_ctx([PaperTable, PrintJobTable]):
        db.create_tables([PrintJobTable], safe=False)
