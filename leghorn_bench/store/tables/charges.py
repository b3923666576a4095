"""Tables of tariffs, quotes and numbered papers."""

from decimal import Decimal

from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from leghorn_bench.store.fields import DayField, ExactField, JsonField, MomentField
from leghorn_bench.store.tables.base import BenchTable, VersionedTable
from leghorn_bench.store.tables.cases import CaseDeviceTable, CaseTable


class TariffTable(VersionedTable):
    """Rows of ``records.charges.StoredTariff``."""

    name = TextField(unique=True)
    first_day = DayField()
    last_day = DayField()
    prices = JsonField()
    note = TextField(default="")

    class Meta:
        table_name = "tariff"


class PaperTable(VersionedTable):
    """Rows of ``records.charges.StoredPaper`` with the bytes that were issued."""

    kind = TextField()
    series = TextField(default="")
    year = IntegerField()
    number = IntegerField()
    label = TextField(index=True)
    issued_on = DayField(index=True)
    issued_at = MomentField()
    issued_by = TextField()
    language = TextField()
    case = ForeignKeyField(CaseTable, null=True)
    content = JsonField()
    pdf = BlobField()
    sha256 = TextField()
    copies = IntegerField(default=0)
    annulled_at = MomentField(null=True)
    annulled_by = TextField(null=True)
    annulled_reason = TextField(default="")

    class Meta:
        table_name = "paper"
        indexes = ((("kind", "series", "year", "number"), True),)


class PaperDeviceTable(BenchTable):
    """Rows of ``records.charges.PaperDevice``."""

    paper = ForeignKeyField(PaperTable, index=False)
    case_device = ForeignKeyField(CaseDeviceTable)

    class Meta:
        table_name = "paper_device"
        indexes = ((("paper", "case_device"), True),)


class QuoteTable(VersionedTable):
    """Rows of ``records.charges.StoredQuote``."""

    case = ForeignKeyField(CaseTable, index=False)
    kind = TextField()
    revision = IntegerField()
    state = TextField(index=True)
    tariff = ForeignKeyField(TariffTable, null=True, index=False)
    issued_on = DayField(null=True)
    valid_through = DayField(null=True)
    language = TextField()
    vat_regime = TextField(default="")
    net_cents = BigIntegerField(default=0)
    vat_cents = BigIntegerField(default=0)
    note = TextField(default="")
    paper = ForeignKeyField(PaperTable, null=True)

    class Meta:
        table_name = "quote"
        indexes = ((("case", "kind", "revision"), True),)


class QuoteLineTable(VersionedTable):
    """Rows of ``records.charges.QuoteRow``."""

    quote = ForeignKeyField(QuoteTable)
    position = IntegerField()
    kind = TextField()
    description = TextField()
    quantity = ExactField()
    unit = TextField(default="")
    unit_price = ExactField()
    discount = ExactField(default=Decimal(0))
    code = TextField(default="")
    goodwill = BooleanField(default=False)
    goodwill_reason = TextField(default="")
    case_device = ForeignKeyField(CaseDeviceTable, null=True)
    answer = TextField(default="open")
    answered_at = MomentField(null=True)
    answered_by = TextField(default="")

    class Meta:
        table_name = "quote_line"
