"""A parcel is opened and reconciled; a device in it was announced or not, and gets a label."""

from peewee import *


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("parcel", "document", TextField(default="")),
        migrator.add_column("parcel", "closed_at", TextField(null=True)),
        migrator.add_column("case_device", "announced", BooleanField(default=True)),
        migrator.add_column("case_device", "labelled_at", TextField(null=True)),
    )
