"""Tables of the house itself: numbers given, audit trail, settings, bytes of evidence."""

from peewee import BigAutoField, BigIntegerField, BlobField, CompositeKey, IntegerField, TextField

from leghorn_bench.store.fields import JsonField, MomentField
from leghorn_bench.store.tables.base import BenchTable, VersionedTable


class NumberSeriesTable(BenchTable):
    """The last number given in each series of each year."""

    kind = TextField()
    series = TextField()
    year = IntegerField()
    last = BigIntegerField()

    class Meta:
        table_name = "number_series"
        primary_key = CompositeKey("kind", "series", "year")


class AuditEventTable(BenchTable):
    """Rows of ``records.audit.AuditEvent``."""

    number = BigAutoField()
    at = MomentField(index=True)
    who = TextField()
    what = TextField()
    subject = TextField()
    subject_id = BigIntegerField()
    before = JsonField(null=True)
    after = JsonField(null=True)
    previous_hash = TextField()
    hash = TextField()

    class Meta:
        table_name = "audit_event"
        indexes = ((("subject", "subject_id"), False),)


class SettingTable(VersionedTable):
    """What all stations share: company data, rules, catalogues; a JSON value under a key."""

    key = TextField(unique=True)
    value = JsonField()

    class Meta:
        table_name = "setting"


class EvidenceBytesTable(BenchTable):
    """Bytes of evidence where there is no folder beside the database: on PostgreSQL."""

    sha256 = TextField(primary_key=True)
    content = BlobField()

    class Meta:
        table_name = "evidence_bytes"
