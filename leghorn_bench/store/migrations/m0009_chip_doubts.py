"""A tag in a parcel whose chip is not the expected one is kept beside its device."""

from peewee import *


class ChipDoubtTable(Model):
    parcel_id = BigIntegerField(index=True)
    case_device_id = BigIntegerField(index=True)
    epc = TextField()
    tid = TextField()
    suspicion = TextField(default="")
    differing = TextField(default="[]")
    before = BooleanField(default=False)
    others = TextField(default="[]")
    seen_at = TextField()

    class Meta:
        legacy_table_names = False
        table_name = "chip_doubt"


def up(migrator, db):
    ChipDoubtTable._meta.strict_tables = isinstance(db, SqliteDatabase)
    with db.bind_ctx([ChipDoubtTable]):
        db.create_tables([ChipDoubtTable], safe=False)
