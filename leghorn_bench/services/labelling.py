"""Labels of devices and parcels: one job for all of them, as a PDF or for a label printer."""

from collections.abc import Callable, Sequence
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
from leghorn_bench.domain.party import Address
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.goods import DeviceIdentifier
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.services.aboard import battery_rules
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.parcels import contents
from leghorn_bench.services.parties import issuing_company, paper_device, party_of
from leghorn_bench.services.resting import standing_paper
from leghorn_bench.services.shipping import packed
from leghorn_bench.store.records import read, select

Progress = Callable[[int, int], bool]
"""Told how many labels of how many are drawn; gives False to stop."""


class LabelForm(StrEnum):
    """How labels are handed to the printer."""

    PDF = "pdf"
    ZPL = "zpl"
    """The printers' own language: sent as it is, codes crisp at any resolution."""


LANGUAGE = "it"
"""Labels of devices stay in the house."""


def stocks() -> tuple[LabelStock, ...]:
    """Every stock that the program knows, in the order in which they are offered."""
    from leghorn_bench.documents.label_stocks import label_stocks  # noqa: PLC0415 - seldom needed

    return tuple(label_stocks().values())


def device_labels(
    bench: Bench,
    parcel_id: int,
    stock: LabelStock,
    *,
    skip: int = 0,
    all_of_them: bool = True,
    form: LabelForm = LabelForm.PDF,
    most: int | None = None,
    progress: Progress | None = None,
) -> bytes:
    """The labels of the devices of an inbound parcel in one job, in the order of their scans.

    Args:
        bench: where.
        parcel_id: the parcel.
        stock: what they are printed on.
        skip: labels of the first sheet that were used before.
        all_of_them: also of devices whose label is confirmed already.
        form: a PDF, or what a label printer takes as it is.
        most: only the first ones, to look at.
        progress: may stop it; then there are no bytes.

    Raises:
        ParcelEmpty: nothing was received in it.
    """
    devices = contents(bench, parcel_id)[::-1]
    wanted = [one for one in devices if all_of_them or one.labelled_at is None] or devices
    return labels_for(bench, wanted[:most], stock, skip=skip, form=form, progress=progress)


def labels_for(
    bench: Bench,
    devices: Sequence[CaseDevice],
    stock: LabelStock,
    *,
    skip: int = 0,
    form: LabelForm = LabelForm.PDF,
    dots_per_mm: int = 8,
    progress: Progress | None = None,
) -> bytes:
    """The labels of any devices, e.g. one whose label was lost; empty when ``progress`` stops it.

    ``dots_per_mm`` is of the label printer's head; a PDF knows none.

    Raises:
        ParcelEmpty: there are none.
    """
    if not devices:
        raise ParcelEmpty
    labels = []
    for device in devices:
        labels.append(_device_label(bench, device))
        if progress is not None and not progress(0, len(devices)):
            return b""
    content = DeviceLabels(stock, tuple(labels), skip, LANGUAGE)
    if form is LabelForm.ZPL:
        from leghorn_bench.documents import zpl  # noqa: PLC0415 - loads reportlab

        return zpl.device_labels(content, dots_per_mm)
    from leghorn_bench.documents import device_label  # noqa: PLC0415 - loads reportlab

    return device_label.render(content, progress)


def _device_label(bench: Bench, device: CaseDevice) -> DeviceLabel:
    case = read(bench.store, Case, device.case_id)
    customer = (
        read(bench.store, Customer, case.customer_id).name if case.customer_id is not None else ""
    )
    return DeviceLabel(
        paper_device(bench, device, LANGUAGE),
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


def parcel_labels(
    bench: Bench,
    parcel_id: int,
    stock: LabelStock,
    *,
    skip: int = 0,
    form: LabelForm = LabelForm.PDF,
    destination: Address | None = None,
    dots_per_mm: int = 8,
) -> bytes:
    """The labels of a parcel to a customer, one for each of its packages.

    They go where its transport document says, or to ``destination`` before there is one.

    Raises:
        ParcelEmpty: nothing was packed.
        CompanyDataMissing: nobody would know who sends it.
    """
    parcel = read(bench.store, Parcel, parcel_id)
    devices = packed(bench, parcel_id)
    if not devices or parcel.customer_id is None:
        raise ParcelEmpty
    party = party_of(read(bench.store, Customer, parcel.customer_id))
    cases = {device.case_id: read(bench.store, Case, device.case_id) for device in devices}
    rules = battery_rules(bench, devices)
    document = document_of(bench, devices[0])
    recipient = _destination(bench, devices[0]) or destination or party.address
    labels = tuple(
        ParcelLabel(
            issuing_company(bench),
            recipient,
            str(parcel.id),
            f"DDT {document}" if document else "",
            next(iter(cases.values())).number or "" if len(cases) == 1 else "",
            place,
            parcel.packages,
            parcel.weight_g if parcel.packages == 1 else 0,
            parcel.carrier,
            parcel.waybill,
            " ".join(dict.fromkeys(rule.un_number for rule in rules)),
            party.language,
        )
        for place in range(1, parcel.packages + 1)
    )
    content = ParcelLabels(stock, labels, bench.today(), skip)
    if form is LabelForm.ZPL:
        from leghorn_bench.documents import zpl  # noqa: PLC0415 - loads reportlab

        return zpl.parcel_labels(content, dots_per_mm)
    from leghorn_bench.documents.registry import render  # noqa: PLC0415 - loads reportlab

    return render(PaperKind.PARCEL_LABEL, content)


def document_of(bench: Bench, device: CaseDevice) -> str:
    """Number of the transport document on which a device left; empty before."""
    found = standing_paper(bench, device.id, PaperKind.DDT)
    return found.label if found is not None else ""


def _destination(bench: Bench, device: CaseDevice) -> Address | None:
    """Where the transport document sends a device, when not to the customer's seat."""
    found = standing_paper(bench, device.id, PaperKind.DDT)
    told = found.content.get("destination") if found is not None else None
    return Address(**told) if isinstance(told, dict) else None
