"""Labels of devices and parcels: one job for all of them, as a PDF or for a label printer."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from leghorn_bench.domain.case_errors import ParcelEmpty
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import (
    DeviceLabel,
    DeviceLabels,
    LabelStock,
    ParcelLabel,
    ParcelLabels,
)
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.goods import DeviceIdentifier
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.company import company_of
from leghorn_bench.services.parcels import contents
from leghorn_bench.services.parties import paper_device, party_of
from leghorn_bench.services.shipping import battery_rules, packed
from leghorn_bench.store.records import read, select


class LabelForm(StrEnum):
    """How labels are handed to the printer."""

    PDF = "pdf"
    ZPL = "zpl"
    """The printers' own language: sent as it is, codes crisp at any resolution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelJob:
    """On what labels are printed."""

    stock: str = "roll-62x29"
    """Code of a stock in resources/labels."""
    form: LabelForm = LabelForm.PDF
    skip: int = 0
    """Labels of the first sheet that were used before."""
    language: str = "it"


PARCEL_JOB = LabelJob(stock="roll-100x150")
DEVICE_JOB = LabelJob()


def stocks() -> tuple[LabelStock, ...]:
    """Every stock that the program knows, in the order in which they are offered."""
    from leghorn_bench.documents.label_stocks import label_stocks  # noqa: PLC0415 - seldom needed

    return tuple(label_stocks().values())


def _stock(code: str) -> LabelStock:
    return next(stock for stock in stocks() if stock.code == code)


def labels_of_arrival(bench: Bench, parcel_id: int, job: LabelJob = DEVICE_JOB) -> bytes:
    """The labels of all devices of an inbound parcel in one job, in the order of their scans.

    Raises:
        ParcelEmpty: nothing was received in it.
    """
    return device_labels(bench, list(reversed(contents(bench, parcel_id))), job)


def device_labels(bench: Bench, devices: Sequence[CaseDevice], job: LabelJob = DEVICE_JOB) -> bytes:
    """The labels of devices, one job.

    Raises:
        ParcelEmpty: there are none.
    """
    if not devices:
        raise ParcelEmpty
    content = DeviceLabels(
        _stock(job.stock),
        tuple(_device_label(bench, device, job.language) for device in devices),
        job.skip,
        job.language,
    )
    if job.form is LabelForm.ZPL:
        from leghorn_bench.documents import zpl  # noqa: PLC0415 - loads reportlab

        return zpl.device_labels(content)
    from leghorn_bench.documents.registry import render  # noqa: PLC0415 - loads reportlab

    return render(PaperKind.DEVICE_LABEL, content)


def _device_label(bench: Bench, device: CaseDevice, language: str) -> DeviceLabel:
    case = read(bench.store, Case, device.case_id)
    customer = (
        read(bench.store, Customer, case.customer_id).name if case.customer_id is not None else ""
    )
    return DeviceLabel(
        paper_device(bench, device, language),
        case.number or "",
        customer,
        device.received_on or bench.today(),
        _gtin(bench, device),
        device.shelf,
    )


def _gtin(bench: Bench, device: CaseDevice) -> str:
    found = select(
        bench.store,
        DeviceIdentifier,
        "WHERE device_id = ? AND kind = 'gtin_serial' ORDER BY id LIMIT 1",
        (device.device_id,),
    )
    return found[0].value.partition("|")[0] if found else ""


def parcel_labels(bench: Bench, parcel_id: int, job: LabelJob = PARCEL_JOB) -> bytes:
    """The labels of a parcel to a customer, one for each of its packages.

    Raises:
        ParcelEmpty: nothing was packed.
    """
    parcel = read(bench.store, Parcel, parcel_id)
    devices = packed(bench, parcel_id)
    if not devices or parcel.customer_id is None:
        raise ParcelEmpty
    party = party_of(read(bench.store, Customer, parcel.customer_id))
    cases = {device.case_id: read(bench.store, Case, device.case_id) for device in devices}
    rules = battery_rules(bench, devices)
    labels = tuple(
        ParcelLabel(
            company_of(bench),
            party.ship_to or party.address,
            str(parcel.id),
            document_of(bench, devices[0]),
            next(iter(cases.values())).number or "" if len(cases) == 1 else "",
            place,
            parcel.packages,
            parcel.weight_g,
            parcel.carrier,
            parcel.waybill,
            " ".join(dict.fromkeys(rule.un_number for rule in rules)),
            party.language,
        )
        for place in range(1, parcel.packages + 1)
    )
    content = ParcelLabels(_stock(job.stock), labels, bench.today(), job.skip)
    if job.form is LabelForm.ZPL:
        from leghorn_bench.documents import zpl  # noqa: PLC0415 - loads reportlab

        return zpl.parcel_labels(content)
    from leghorn_bench.documents.registry import render  # noqa: PLC0415 - loads reportlab

    return render(PaperKind.PARCEL_LABEL, content)


def document_of(bench: Bench, device: CaseDevice) -> str:
    """Number of the transport document on which a device left; empty before."""
    found = select(
        bench.store,
        StoredPaper,
        "WHERE kind = ? AND annulled_at IS NULL AND id IN"
        " (SELECT paper_id FROM paper_device WHERE case_device_id = ?) ORDER BY id DESC LIMIT 1",
        (PaperKind.DDT.value, device.id),
    )
    return found[0].label if found else ""
