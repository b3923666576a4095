"""The rest of a case's life: time, repairs, parts, return checks, money and notices."""

from peewee import *


class Plain(Model):
    class Meta:
        legacy_table_names = False


class Versioned(Plain):
    version = IntegerField(default=1)


class CaseTable(Plain):
    class Meta:
        table_name = "repair_case"


class CaseDeviceTable(Plain):
    class Meta:
        table_name = "case_device"


class AssessmentTable(Plain):
    class Meta:
        table_name = "assessment"


class ParcelTable(Plain):
    class Meta:
        table_name = "parcel"


class PaperTable(Plain):
    class Meta:
        table_name = "paper"


class QuoteTable(Plain):
    class Meta:
        table_name = "quote"


class ProductTable(Plain):
    class Meta:
        table_name = "product"


class CustomerTable(Plain):
    class Meta:
        table_name = "customer"


class WorkSpanTable(Versioned):
    case = ForeignKeyField(CaseTable)
    who = TextField()
    started_at = TextField()
    stopped_at = TextField(null=True)
    seconds = IntegerField(default=0)
    note = TextField(default="")
    corrected = TextField(default="")

    class Meta:
        table_name = "work_span"


class RepairWorkTable(Plain):
    case_device = ForeignKeyField(CaseDeviceTable)
    done = TextField()
    done_code = TextField(default="")
    minutes = IntegerField(default=0)
    passed = BooleanField(default=False)
    test = TextField(default="")
    measurements = TextField(default="[]")
    worked_at = TextField()
    worked_by = TextField()

    class Meta:
        table_name = "repair_work"


class PartTable(Versioned):
    code = TextField(unique=True)
    name = TextField()
    price_cents = BigIntegerField(default=0)
    quantity = IntegerField(default=0)
    shelf = TextField(default="")

    class Meta:
        table_name = "part"


class PartUseTable(Plain):
    case_device = ForeignKeyField(CaseDeviceTable)
    part = ForeignKeyField(PartTable)
    quantity = IntegerField()
    used_at = TextField()
    used_by = TextField()

    class Meta:
        table_name = "part_use"


class SignatureTable(Plain):
    assessment = ForeignKeyField(AssessmentTable)
    who = TextField()
    signed_at = TextField()

    class Meta:
        table_name = "signature"


class ReturnCheckTable(Plain):
    case_device = ForeignKeyField(CaseDeviceTable)
    accessories = TextField(default="[]")
    differences = TextField(default="")
    checked_at = TextField()
    checked_by = TextField()

    class Meta:
        table_name = "return_check"


class ClaimTable(Versioned):
    kind = TextField()
    case = ForeignKeyField(CaseTable)
    customer = ForeignKeyField(CustomerTable)
    cents = BigIntegerField()
    reason = TextField()
    parcel = ForeignKeyField(ParcelTable, null=True)
    quote = ForeignKeyField(QuoteTable, null=True)
    paper = ForeignKeyField(PaperTable, null=True)
    arisen_at = TextField()
    settled_at = TextField(null=True, index=True)
    settled_by = TextField(default="")

    class Meta:
        table_name = "claim"


class NoticeTable(Versioned):
    text = TextField()
    product = ForeignKeyField(ProductTable, null=True)
    lot = TextField(default="")
    first_serial = TextField(default="")
    last_serial = TextField(default="")
    first_day = TextField()
    last_day = TextField(null=True)

    class Meta:
        table_name = "notice"


TABLES = [
    WorkSpanTable,
    RepairWorkTable,
    PartTable,
    PartUseTable,
    SignatureTable,
    ReturnCheckTable,
    ClaimTable,
    NoticeTable,
]
OLDER = [
    CaseTable,
    CaseDeviceTable,
    AssessmentTable,
    ParcelTable,
    PaperTable,
    QuoteTable,
    ProductTable,
    CustomerTable,
]


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("case_device", "battery", TextField(default="")),
        migrator.add_column("case_device", "consent", TextField(default="")),
        migrator.add_column("case_device", "holder", TextField(default="")),
        migrator.add_column("parcel", "by_air", BooleanField(default=False)),
        migrator.add_column("parcel", "payer", TextField(default="")),
    )
    for table in TABLES:
        table._meta.strict_tables = isinstance(db, SqliteDatabase)
    with db.bind_ctx([*OLDER, *TABLES]):
        db.create_tables(TABLES, safe=False)
