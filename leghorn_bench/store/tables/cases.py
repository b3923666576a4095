"""Tables of cases, devices in cases, parcels, assessments and evidence."""

from peewee import BigIntegerField, BooleanField, ForeignKeyField, IntegerField, TextField

from leghorn_bench.store.fields import DayField, JsonField, MeasurementsField, MomentField
from leghorn_bench.store.tables.base import BenchTable, VersionedTable
from leghorn_bench.store.tables.goods import DeviceTable
from leghorn_bench.store.tables.parties import CustomerTable, SalesRepTable


class CaseTable(VersionedTable):
    """Rows of ``records.cases.Case``."""

    customer = ForeignKeyField(CustomerTable, null=True)
    rep = ForeignKeyField(SalesRepTable, null=True)
    number = TextField(null=True, unique=True)
    state = TextField(index=True)
    report = TextField(default="")
    reported_on = DayField(null=True)
    authorised_on = DayField(null=True)
    authorised_by = TextField(default="")
    authorisation = TextField(default="")
    rejected_reason = TextField(default="")
    opened_at = MomentField(null=True)
    first_contact_at = MomentField(null=True)
    closed_at = MomentField(null=True)
    note = TextField(default="")
    urgent = BooleanField(default=False)

    class Meta:
        table_name = "repair_case"


class ParcelTable(VersionedTable):
    """Rows of ``records.cases.Parcel``."""

    direction = TextField()
    customer = ForeignKeyField(CustomerTable, null=True)
    sender = TextField(default="")
    carrier = TextField(default="")
    waybill = TextField(default="", index=True)
    cost_cents = BigIntegerField(null=True)
    paid_by = TextField(default="")
    moved_at = MomentField(null=True)
    weight_g = IntegerField(default=0)
    packages = IntegerField(default=1)
    document = TextField(default="")
    closed_at = MomentField(null=True)
    by_air = BooleanField(default=False)
    payer = TextField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "parcel"


class CaseDeviceTable(VersionedTable):
    """Rows of ``records.cases.CaseDevice``."""

    case = ForeignKeyField(CaseTable)
    device = ForeignKeyField(DeviceTable, null=True)
    scanned = TextField(default="")
    announced = BooleanField(default=True)
    state = TextField(index=True)
    received_on = DayField(null=True)
    parcel_in = ForeignKeyField(ParcelTable, null=True, backref="brought")
    parcel_out = ForeignKeyField(ParcelTable, null=True, backref="taken")
    symptom = TextField(default="")
    accessories = JsonField(default=())
    condition = TextField(default="")
    shelf = TextField(default="")
    labelled_at = MomentField(null=True)
    coverage = TextField(null=True)
    compared_day = DayField(null=True)
    compared = TextField(null=True)
    outcome = TextField(null=True)
    goodwill_by = TextField(null=True)
    goodwill_reason = TextField(default="")
    battery = TextField(default="")
    consent = TextField(default="")
    holder = TextField(default="")

    class Meta:
        table_name = "case_device"


class AssessmentTable(BenchTable):
    """Rows of ``records.cases.Assessment``; every revision is kept."""

    case_device = ForeignKeyField(CaseDeviceTable, index=False)
    revision = IntegerField()
    assessed_at = MomentField()
    assessed_by = TextField()
    found_code = TextField(default="")
    found = TextField(default="")
    origin = TextField()
    coverage = TextField()
    outcome = TextField(default="")
    note = TextField(default="")
    measurements = MeasurementsField(default=())
    symptom = TextField(default="")
    symptom_code = TextField(default="")
    arrival = TextField(default="")
    battery = TextField(default="")
    firmware = TextField(default="")

    class Meta:
        table_name = "assessment"
        indexes = ((("case_device", "revision"), True),)


class EvidenceTable(VersionedTable):
    """Rows of ``records.cases.Evidence``."""

    sha256 = TextField(index=True)
    filename = TextField()
    media_type = TextField()
    size_bytes = BigIntegerField()
    kind = TextField()
    case = ForeignKeyField(CaseTable, null=True)
    case_device = ForeignKeyField(CaseDeviceTable, null=True)
    assessment = ForeignKeyField(AssessmentTable, null=True)
    parcel_id = BigIntegerField(null=True, index=True)
    added_at = MomentField()
    added_by = TextField()
    note = TextField(default="")
    withdrawn_at = MomentField(null=True)

    class Meta:
        table_name = "evidence"


class ReplacementTable(VersionedTable):
    """Rows of ``records.goods.Replacement``; a unit replaces one, and is replaced by one."""

    old = ForeignKeyField(DeviceTable, unique=True, backref="replaced_by")
    new = ForeignKeyField(DeviceTable, unique=True, backref="replaces")
    replaced_on = DayField(null=True)
    case = ForeignKeyField(CaseTable, null=True)
    rule = TextField(default="remainder")

    class Meta:
        table_name = "replacement"
