"""Tables of products, devices, identifiers and sales."""

from peewee import SQL, BigIntegerField, ForeignKeyField, IntegerField, TextField

from leghorn_bench.store.fields import DayField, MomentField
from leghorn_bench.store.tables.base import BenchTable, VersionedTable
from leghorn_bench.store.tables.parties import CustomerTable, SalesRepTable


class ProductTable(VersionedTable):
    """Rows of ``records.goods.Product``."""

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


class DeviceTable(VersionedTable):
    """Rows of ``records.goods.Device``."""

    product = ForeignKeyField(ProductTable, index=False)
    serial = TextField(index=True)
    lot = TextField(default="")
    note = TextField(default="")
    shelf = TextField(default="")

    class Meta:
        table_name = "device"
        indexes = ((("product", "serial"), True),)


class IdentifierTable(BenchTable):
    """Rows of ``records.goods.DeviceIdentifier``; one value on two devices is a clone, and kept."""

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


class SaleTable(VersionedTable):
    """Rows of ``records.goods.Sale``; a second document for a unit is kept beside the first."""

    device = ForeignKeyField(DeviceTable, index=False)
    customer = ForeignKeyField(CustomerTable, null=True)
    rep = ForeignKeyField(SalesRepTable, null=True, index=False)
    sold_on = DayField()
    document = TextField(default="")
    months = IntegerField(default=12)
    extension_ordered_on = DayField(null=True)
    extension_accepted_by = TextField(null=True)
    extension_accepted_at = MomentField(null=True)

    class Meta:
        table_name = "sale"
        indexes = ((("device", "document"), True),)
