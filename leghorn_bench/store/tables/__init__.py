"""The tables as Peewee models; they never leave the store."""

from leghorn_bench.store.tables.acts import ActTable
from leghorn_bench.store.tables.cases import (
    AssessmentTable,
    CaseDeviceTable,
    CaseTable,
    EvidenceTable,
    ParcelTable,
    ReplacementTable,
)
from leghorn_bench.store.tables.charges import (
    PaperDeviceTable,
    PaperTable,
    QuoteLineTable,
    QuoteTable,
    TariffTable,
)
from leghorn_bench.store.tables.claims import ClaimTable, NoticeTable
from leghorn_bench.store.tables.doubts import ChipDoubtTable
from leghorn_bench.store.tables.goods import (
    DeviceTable,
    IdentifierTable,
    ProductTable,
    SaleTable,
)
from leghorn_bench.store.tables.house import (
    AuditEventTable,
    EvidenceBytesTable,
    NumberSeriesTable,
    SettingTable,
)
from leghorn_bench.store.tables.parties import CustomerTable, OperatorTable, SalesRepTable
from leghorn_bench.store.tables.printing import PrintJobTable
from leghorn_bench.store.tables.searching import SearchTextTable
from leghorn_bench.store.tables.work import (
    PartTable,
    PartUseTable,
    RepairWorkTable,
    ReturnCheckTable,
    SignatureTable,
    WorkSpanTable,
)

TABLES = (
    SalesRepTable,
    CustomerTable,
    OperatorTable,
    ProductTable,
    DeviceTable,
    IdentifierTable,
    SaleTable,
    ParcelTable,
    CaseTable,
    CaseDeviceTable,
    ReplacementTable,
    AssessmentTable,
    EvidenceTable,
    EvidenceBytesTable,
    TariffTable,
    PaperTable,
    QuoteTable,
    QuoteLineTable,
    NumberSeriesTable,
    AuditEventTable,
    SettingTable,
    ActTable,
    PaperDeviceTable,
    SearchTextTable,
    WorkSpanTable,
    RepairWorkTable,
    PartTable,
    PartUseTable,
    SignatureTable,
    ReturnCheckTable,
    ClaimTable,
    NoticeTable,
    PrintJobTable,
    ChipDoubtTable,
)
"""Every table, those pointed at before those that point."""
