"""What all tables have in common: a name of their own, and a version where rows change."""

from peewee import IntegerField, Model


class BenchTable(Model):
    """A table as it is now; the migrations make it."""

    class Meta:
        legacy_table_names = False


class VersionedTable(BenchTable):
    """A table whose rows change; the version is compared before every save."""

    version = IntegerField(default=1)
