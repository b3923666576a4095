"""What people did becomes a table, for timeline and undo; papers know the devices they rest on."""

from peewee import *


class Bare(Model):
    class Meta:
        legacy_table_names = False


class CaseDeviceTable(Bare):
    class Meta:
        table_name = "case_device"


class ActTable(Bare):
    version = IntegerField(default=1)
    what = TextField()
    who = TextField()
    at = TextField(index=True)
    case_id = BigIntegerField(null=True, index=True)
    case_device_id = BigIntegerField(null=True)
    note = TextField(default="")
    first_event = BigIntegerField()
    last_event = BigIntegerField()
    undone = BooleanField(default=False)

    class Meta:
        table_name = "act"


class PaperTable(Bare):
    class Meta:
        table_name = "paper"


class PaperDeviceTable(Bare):
    paper = ForeignKeyField(PaperTable, index=False)
    case_device = ForeignKeyField(CaseDeviceTable)

    class Meta:
        table_name = "paper_device"
        indexes = ((("paper", "case_device"), True),)


TABLES = [ActTable, PaperDeviceTable]


def up(migrator, db):
    for table in TABLES:
        table._meta.strict_tables = isinstance(db, SqliteDatabase)
    with db.bind_ctx([CaseDeviceTable, PaperTable, *TABLES]):
        db.create_tables(TABLES, safe=False)
