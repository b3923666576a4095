"""Photos show a parcel before and after it was opened, not only a device."""

from peewee import *


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("evidence", "parcel_id", BigIntegerField(null=True, index=True)),
    )
