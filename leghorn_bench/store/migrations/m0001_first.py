"""The first shape of the file: all tables, the search index, and the tariff of 2020."""

from peewee import *


class Versioned(Model):
    version = IntegerField(default=1)

    class Meta:
        legacy_table_names = False


class Plain(Model):
    class Meta:
        legacy_table_names = False


class SalesRepTable(Versioned):
    name = TextField(unique=True)
    email = TextField(default="")
    phone = TextField(default="")
    language = TextField(default="it")
    active = BooleanField(default=True)

    class Meta:
        table_name = "sales_rep"


class CustomerTable(Versioned):
    code = TextField(unique=True)
    name = TextField(index=True)
    vat_number = TextField(default="")
    tax_code = TextField(default="")
    address = TextField(default="")
    postcode = TextField(default="")
    city = TextField(default="")
    province = TextField(default="")
    country = TextField(default="IT")
    language = TextField(default="it")
    vat_regime = TextField(default="")
    email = TextField(default="")
    phone = TextField(default="")
    contact = TextField(default="")
    consumer = BooleanField(default=False)
    rep = ForeignKeyField(SalesRepTable, null=True)

    class Meta:
        table_name = "customer"


class OperatorTable(Versioned):
    login = TextField(unique=True)
    name = TextField()
    roles = TextField()
    badge = TextField(default="", index=True)
    language = TextField(default="it")
    active = BooleanField(default=True)

    class Meta:
        table_name = "operator"


class ProductTable(Versioned):
    code = TextField(unique=True)
    name = TextField()
    name_en = TextField(default="")
    battery_kind = TextField(default="")
    battery_mwh = IntegerField(default=0)
    lithium_mg = IntegerField(default=0)
    hs_code = TextField(default="")
    origin_country = TextField(default="")
    value_cents = BigIntegerField(default=0)
    weight_g = IntegerField(default=0)

    class Meta:
        table_name = "product"


class DeviceTable(Versioned):
    product = ForeignKeyField(ProductTable, index=False)
    serial = TextField(index=True)
    lot = TextField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "device"
        indexes = ((("product", "serial"), True),)


class IdentifierTable(Plain):
    device = ForeignKeyField(DeviceTable, index=False)
    kind = TextField()
    value = TextField(index=True)
    skeleton = TextField(null=True)

    class Meta:
        table_name = "identifier"
        indexes = ((("device", "kind", "value"), True),)


IdentifierTable.add_index(
    IdentifierTable.skeleton,
    name="identifier_skeleton",
    where=SQL("skeleton IS NOT NULL"),
)


class SaleTable(Versioned):
    device = ForeignKeyField(DeviceTable, index=False)
    customer = ForeignKeyField(CustomerTable, null=True)
    rep = ForeignKeyField(SalesRepTable, null=True, index=False)
    sold_on = TextField()
    document = TextField(default="")
    months = IntegerField(default=12)
    extension_ordered_on = TextField(null=True)
    extension_accepted_by = TextField(null=True)
    extension_accepted_at = TextField(null=True)

    class Meta:
        table_name = "sale"
        indexes = ((("device", "document"), True),)


class CaseTable(Versioned):
    customer = ForeignKeyField(CustomerTable, null=True)
    rep = ForeignKeyField(SalesRepTable, null=True)
    number = TextField(null=True, unique=True)
    state = TextField(index=True)
    report = TextField(default="")
    reported_on = TextField(null=True)
    authorised_on = TextField(null=True)
    authorised_by = TextField(default="")
    authorisation = TextField(default="")
    rejected_reason = TextField(default="")
    opened_at = TextField(null=True)
    first_contact_at = TextField(null=True)
    closed_at = TextField(null=True)
    note = TextField(default="")

    class Meta:
        table_name = "repair_case"


class ParcelTable(Versioned):
    direction = TextField()
    customer = ForeignKeyField(CustomerTable, null=True)
    sender = TextField(default="")
    carrier = TextField(default="")
    waybill = TextField(default="", index=True)
    cost_cents = BigIntegerField(null=True)
    paid_by = TextField(default="")
    moved_at = TextField(null=True)
    weight_g = IntegerField(default=0)
    packages = IntegerField(default=1)
    note = TextField(default="")

    class Meta:
        table_name = "parcel"


class CaseDeviceTable(Versioned):
    case = ForeignKeyField(CaseTable)
    device = ForeignKeyField(DeviceTable, null=True)
    scanned = TextField(default="")
    state = TextField(index=True)
    received_on = TextField(null=True)
    parcel_in = ForeignKeyField(ParcelTable, null=True, backref="brought")
    parcel_out = ForeignKeyField(ParcelTable, null=True, backref="taken")
    symptom = TextField(default="")
    accessories = TextField()
    condition = TextField(default="")
    shelf = TextField(default="")
    coverage = TextField(null=True)
    compared_day = TextField(null=True)
    compared = TextField(null=True)
    outcome = TextField(null=True)
    goodwill_by = TextField(null=True)
    goodwill_reason = TextField(default="")

    class Meta:
        table_name = "case_device"


class AssessmentTable(Plain):
    case_device = ForeignKeyField(CaseDeviceTable, index=False)
    revision = IntegerField()
    assessed_at = TextField()
    assessed_by = TextField()
    found_code = TextField(default="")
    found = TextField(default="")
    origin = TextField()
    coverage = TextField()
    outcome = TextField(default="")
    note = TextField(default="")
    measurements = TextField()

    class Meta:
        table_name = "assessment"
        indexes = ((("case_device", "revision"), True),)


class EvidenceTable(Versioned):
    sha256 = TextField(index=True)
    filename = TextField()
    media_type = TextField()
    size_bytes = BigIntegerField()
    kind = TextField()
    case = ForeignKeyField(CaseTable, null=True)
    case_device = ForeignKeyField(CaseDeviceTable, null=True)
    assessment = ForeignKeyField(AssessmentTable, null=True)
    added_at = TextField()
    added_by = TextField()
    note = TextField(default="")
    withdrawn_at = TextField(null=True)

    class Meta:
        table_name = "evidence"


class ReplacementTable(Versioned):
    old = ForeignKeyField(DeviceTable, unique=True, backref="replaced_by")
    new = ForeignKeyField(DeviceTable, unique=True, backref="replaces")
    replaced_on = TextField(null=True)
    case = ForeignKeyField(CaseTable, null=True)
    rule = TextField(default="remainder")

    class Meta:
        table_name = "replacement"


class TariffTable(Versioned):
    name = TextField(unique=True)
    first_day = TextField()
    last_day = TextField()
    prices = TextField()
    note = TextField(default="")

    class Meta:
        table_name = "tariff"


class PaperTable(Versioned):
    kind = TextField()
    series = TextField(default="")
    year = IntegerField()
    number = IntegerField()
    label = TextField(index=True)
    issued_on = TextField(index=True)
    issued_at = TextField()
    issued_by = TextField()
    language = TextField()
    case = ForeignKeyField(CaseTable, null=True)
    content = TextField()
    pdf = BlobField()
    sha256 = TextField()
    copies = IntegerField(default=0)
    annulled_at = TextField(null=True)
    annulled_by = TextField(null=True)
    annulled_reason = TextField(default="")

    class Meta:
        table_name = "paper"
        indexes = ((("kind", "series", "year", "number"), True),)


class QuoteTable(Versioned):
    case = ForeignKeyField(CaseTable, index=False)
    kind = TextField()
    revision = IntegerField()
    state = TextField(index=True)
    tariff = ForeignKeyField(TariffTable, null=True, index=False)
    issued_on = TextField(null=True)
    valid_through = TextField(null=True)
    language = TextField()
    vat_regime = TextField(default="")
    net_cents = BigIntegerField(default=0)
    vat_cents = BigIntegerField(default=0)
    note = TextField(default="")
    paper = ForeignKeyField(PaperTable, null=True)

    class Meta:
        table_name = "quote"
        indexes = ((("case", "kind", "revision"), True),)


class QuoteLineTable(Versioned):
    quote = ForeignKeyField(QuoteTable)
    position = IntegerField()
    kind = TextField()
    description = TextField()
    quantity = TextField()
    unit = TextField(default="")
    unit_price = TextField()
    discount = TextField()
    code = TextField(default="")
    goodwill = BooleanField(default=False)
    goodwill_reason = TextField(default="")
    case_device = ForeignKeyField(CaseDeviceTable, null=True)
    answer = TextField(default="open")
    answered_at = TextField(null=True)
    answered_by = TextField(default="")

    class Meta:
        table_name = "quote_line"


class NumberSeriesTable(Plain):
    kind = TextField()
    series = TextField()
    year = IntegerField()
    last = BigIntegerField()

    class Meta:
        table_name = "number_series"
        primary_key = CompositeKey("kind", "series", "year")


class AuditEventTable(Plain):
    number = BigAutoField()
    at = TextField(index=True)
    who = TextField()
    what = TextField()
    subject = TextField()
    subject_id = BigIntegerField()
    before = TextField(null=True)
    after = TextField(null=True)
    previous_hash = TextField()
    hash = TextField()

    class Meta:
        table_name = "audit_event"
        indexes = ((("subject", "subject_id"), False),)


class SettingTable(Versioned):
    key = TextField(unique=True)
    value = TextField()

    class Meta:
        table_name = "setting"


class EvidenceBytesTable(Plain):
    sha256 = TextField(primary_key=True)
    content = BlobField()

    class Meta:
        table_name = "evidence_bytes"


TABLES = [
    SalesRepTable,
    CustomerTable,
    OperatorTable,
    ProductTable,
    DeviceTable,
    IdentifierTable,
    SaleTable,
    CaseTable,
    ParcelTable,
    CaseDeviceTable,
    AssessmentTable,
    EvidenceTable,
    ReplacementTable,
    TariffTable,
    PaperTable,
    QuoteTable,
    QuoteLineTable,
    NumberSeriesTable,
    AuditEventTable,
    SettingTable,
    EvidenceBytesTable,
]

SQLITE_SEARCH = (
    """CREATE VIRTUAL TABLE device_search USING fts5(
        serial, content='device', content_rowid='id', tokenize='trigram', detail='none')""",
    """CREATE TRIGGER device_search_added AFTER INSERT ON device BEGIN
        INSERT INTO device_search (rowid, serial) VALUES (new.id, new.serial);
    END""",
    """CREATE TRIGGER device_search_changed AFTER UPDATE OF serial ON device BEGIN
        INSERT INTO device_search (device_search, rowid, serial)
            VALUES ('delete', old.id, old.serial);
        INSERT INTO device_search (rowid, serial) VALUES (new.id, new.serial);
    END""",
)

POSTGRESQL_PREFIX = "CREATE INDEX identifier_value_prefix ON identifier (value text_pattern_ops)"

POSTGRESQL_SEARCH = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX device_serial_trigrams ON device USING gin (serial gin_trgm_ops)",
)

PRICES = (
    '{"day":40000,"day_trip":5000,"half_day":25000,"km":40,'
    '"onsite_day":55000,"overnight":15000,"senior_hour":5200}'
)


def up(migrator, db):
    for table in TABLES:
        # SQLite then refuses a value of the wrong type instead of keeping it.
        table._meta.strict_tables = isinstance(db, SqliteDatabase)
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES, safe=False)
        TariffTable.insert(
            name="2020",
            first_day="2020-01-01",
            last_day="2020-12-31",
            prices=PRICES,
            note="POLICY P7",
        ).execute()
    if isinstance(db, SqliteDatabase):
        for statement in SQLITE_SEARCH:
            db.execute_sql(statement)
        return
    db.execute_sql(POSTGRESQL_PREFIX)
    try:
        with db.atomic():
            for statement in POSTGRESQL_SEARCH:
                db.execute_sql(statement)
    except (ProgrammingError, NotSupportedError, OperationalError, InternalError):
        # Without the right to add the extension search works too, only slower.
        pass
