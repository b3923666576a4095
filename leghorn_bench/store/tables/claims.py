"""Tables of money that follows from cases, and of notices on serials and lots."""

from peewee import BigIntegerField, ForeignKeyField, TextField

from leghorn_bench.store.fields import DayField, MomentField
from leghorn_bench.store.tables.base import VersionedTable
from leghorn_bench.store.tables.cases import CaseTable, ParcelTable
from leghorn_bench.store.tables.charges import PaperTable, QuoteTable
from leghorn_bench.store.tables.goods import ProductTable
from leghorn_bench.store.tables.parties import CustomerTable


class ClaimTable(VersionedTable):
    """Rows of ``records.claims.Claim``."""

    kind = TextField()
    case = ForeignKeyField(CaseTable)
    customer = ForeignKeyField(CustomerTable)
    cents = BigIntegerField()
    reason = TextField()
    parcel = ForeignKeyField(ParcelTable, null=True)
    quote = ForeignKeyField(QuoteTable, null=True)
    paper = ForeignKeyField(PaperTable, null=True)
    arisen_at = MomentField()
    settled_at = MomentField(null=True, index=True)
    settled_by = TextField(default="")

    class Meta:
        table_name = "claim"


class NoticeTable(VersionedTable):
    """Rows of ``records.notices.Notice``."""

    text = TextField()
    product = ForeignKeyField(ProductTable, null=True)
    lot = TextField(default="")
    first_serial = TextField(default="")
    last_serial = TextField(default="")
    first_day = DayField()
    last_day = DayField(null=True)

    class Meta:
        table_name = "notice"
