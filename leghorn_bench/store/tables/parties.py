"""Tables of customers, sales reps and operators."""

from peewee import BooleanField, ForeignKeyField, TextField

from leghorn_bench.store.fields import JsonField
from leghorn_bench.store.tables.base import VersionedTable


class SalesRepTable(VersionedTable):
    """Rows of ``records.parties.SalesRep``."""

    name = TextField(unique=True)
    email = TextField(default="")
    phone = TextField(default="")
    language = TextField(default="it")
    active = BooleanField(default=True)

    class Meta:
        table_name = "sales_rep"


class CustomerTable(VersionedTable):
    """Rows of ``records.parties.Customer``."""

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


class OperatorTable(VersionedTable):
    """Rows of ``records.parties.Operator``."""

    login = TextField(unique=True)
    name = TextField()
    roles = JsonField(default=())
    badge = TextField(default="", index=True)
    language = TextField(default="it")
    active = BooleanField(default=True)

    class Meta:
        table_name = "operator"
