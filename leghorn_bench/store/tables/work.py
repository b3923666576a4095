"""Tables of time, repairs, parts, second signatures and return checks."""

from peewee import BigIntegerField, BooleanField, ForeignKeyField, IntegerField, TextField

from leghorn_bench.store.fields import JsonField, MeasurementsField, MomentField
from leghorn_bench.store.tables.base import BenchTable, VersionedTable
from leghorn_bench.store.tables.cases import AssessmentTable, CaseDeviceTable, CaseTable


class WorkSpanTable(VersionedTable):
    """Rows of ``records.work.WorkSpan``."""

    case = ForeignKeyField(CaseTable)
    who = TextField()
    started_at = MomentField()
    stopped_at = MomentField(null=True)
    seconds = IntegerField(default=0)
    note = TextField(default="")
    corrected = TextField(default="")

    class Meta:
        table_name = "work_span"


class RepairWorkTable(BenchTable):
    """Rows of ``records.work.RepairWork``."""

    case_device = ForeignKeyField(CaseDeviceTable)
    done = TextField()
    done_code = TextField(default="")
    minutes = IntegerField(default=0)
    passed = BooleanField(default=False)
    test = TextField(default="")
    measurements = MeasurementsField(default=())
    worked_at = MomentField()
    worked_by = TextField()

    class Meta:
        table_name = "repair_work"


class PartTable(VersionedTable):
    """Rows of ``records.work.Part``."""

    code = TextField(unique=True)
    name = TextField()
    price_cents = BigIntegerField(default=0)
    quantity = IntegerField(default=0)
    shelf = TextField(default="")

    class Meta:
        table_name = "part"


class PartUseTable(BenchTable):
    """Rows of ``records.work.PartUse``."""

    case_device = ForeignKeyField(CaseDeviceTable)
    part = ForeignKeyField(PartTable)
    quantity = IntegerField()
    used_at = MomentField()
    used_by = TextField()

    class Meta:
        table_name = "part_use"


class SignatureTable(BenchTable):
    """Rows of ``records.work.Signature``."""

    assessment = ForeignKeyField(AssessmentTable)
    who = TextField()
    signed_at = MomentField()

    class Meta:
        table_name = "signature"


class ReturnCheckTable(BenchTable):
    """Rows of ``records.work.ReturnCheck``."""

    case_device = ForeignKeyField(CaseDeviceTable)
    accessories = JsonField(default=())
    differences = TextField(default="")
    checked_at = MomentField()
    checked_by = TextField()

    class Meta:
        table_name = "return_check"
