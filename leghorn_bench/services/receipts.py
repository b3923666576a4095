"""The intake receipt: what of a case came in a parcel, and what was missing (POLICY §8)."""

from leghorn_bench.domain.case_errors import ParcelEmpty
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.intake import IntakeReceipt, ReceivedDevice
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.states import DeviceState
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.issuing import Issued, issue
from leghorn_bench.services.law import law_text
from leghorn_bench.services.noted_words import accessories_in, condition_in
from leghorn_bench.services.parcels import contents
from leghorn_bench.services.parties import paper_device
from leghorn_bench.services.quoting import customer_party
from leghorn_bench.store.records import read, select


def issue_intake_receipts(bench: Bench, parcel_id: int) -> list[Issued]:
    """The receipts of a parcel, one for each case in it, since a receipt names its case.

    Raises:
        ParcelEmpty: nothing was received in it.
        TextMissing: a case in it has no customer yet.
        CompanyDataMissing, ClockWrong: nothing can be issued yet.
    """
    parcel = read(bench.store, Parcel, parcel_id)
    received = list(reversed(contents(bench, parcel_id)))
    if not received:
        raise ParcelEmpty
    with bench.store.transaction():
        return [
            _issue(bench, parcel, read(bench.store, Case, case_id), received)
            for case_id in dict.fromkeys(device.case_id for device in received)
        ]


def receipts_of(bench: Bench, parcel_id: int) -> list[StoredPaper]:
    """The receipts that were issued of what came in a parcel and still hold, the oldest first."""
    return select(
        bench.store,
        StoredPaper,
        "WHERE kind = ? AND annulled_at IS NULL AND id IN (SELECT paper_id FROM paper_device"
        " JOIN case_device ON case_device.id = paper_device.case_device_id"
        " WHERE case_device.parcel_in_id = ?) ORDER BY id",
        (PaperKind.INTAKE_RECEIPT.value, parcel_id),
    )


def _issue(bench: Bench, parcel: Parcel, case: Case, received: list[CaseDevice]) -> Issued:
    party = customer_party(bench, case)
    devices = [device for device in received if device.case_id == case.id]
    missing = [
        device
        for device in devices_of(bench, case.id)
        if device.state in {DeviceState.EXPECTED.value, DeviceState.MISSING.value}
    ]
    told_cost = parcel.cost_cents is not None and parcel.paid_by == Payer.CUSTOMER.value

    def content(head: PaperHead) -> IntakeReceipt:
        return IntakeReceipt(
            head,
            parcel.moved_at or bench.clock(),
            bench.operator.name,
            tuple(_received(bench, device, head.language) for device in devices),
            tuple(paper_device(bench, device, head.language) for device in missing),
            parcel.carrier,
            parcel.waybill,
            parcel.document,
            parcel.packages,
            Money(parcel.cost_cents or 0) if told_cost else None,
            notes=parcel.note,
            small_print=(law_text("privacy", head.language, head.issued_on),),
        )

    with act(bench, ActKind.PAPER_ISSUED, case_id=case.id) as done:
        return issue(bench, done, PaperKind.INTAKE_RECEIPT, case, party, devices, content)


def _received(bench: Bench, device: CaseDevice, language: str) -> ReceivedDevice:
    return ReceivedDevice(
        paper_device(bench, device, language),
        accessories_in(bench, device.accessories, language),
        condition_in(bench, device.condition, language),
        device.symptom,
        device.announced,
    )
