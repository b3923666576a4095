"""Labels by the map of the settings: the event of each sends it to its printer, no dialog asks."""

from collections.abc import Sequence
from datetime import timedelta

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.print_orders import queue_labels
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.store.records import select


def label_choice(bench: Bench, kind: PaperKind) -> PrinterChoice | None:
    """Where labels of ``kind`` go by the settings; None where the map names no printer."""
    choice = bench.settings().printers.get(kind.value)
    return choice if choice is not None and choice.printer else None


def label_received(bench: Bench, device: CaseDevice) -> PrintJob | None:
    """The event *a device is received*: its label comes out at once where the settings say so."""
    choice = label_choice(bench, PaperKind.DEVICE_LABEL)
    if choice is None or not choice.at_once:
        return None
    return queue_labels(bench, PaperKind.DEVICE_LABEL, [device.id], choice, total=1)


def label_closed(bench: Bench, devices: Sequence[CaseDevice]) -> PrintJob | None:
    """The event *a parcel is closed*: the labels of it that were not printed before come out."""
    choice = label_choice(bench, PaperKind.DEVICE_LABEL)
    left = without_label(bench, devices)
    if choice is None or not left:
        return None
    return order_device_labels(bench, left, choice)


def order_device_labels(
    bench: Bench, devices: Sequence[CaseDevice], choice: PrinterChoice, *, skip: int = 0
) -> PrintJob:
    """Send the labels of ``devices`` to a printer, in the order of their scans."""
    subjects = sorted(device.id for device in devices)
    kind = PaperKind.DEVICE_LABEL
    return queue_labels(bench, kind, subjects, choice, total=len(subjects), skip=skip)


def label_left(bench: Bench, parcel: Parcel) -> PrintJob | None:
    """The event *a parcel leaves*: a label for each of its packages comes out."""
    choice = label_choice(bench, PaperKind.PARCEL_LABEL)
    return None if choice is None else order_parcel_labels(bench, parcel, choice)


def order_parcel_labels(
    bench: Bench, parcel: Parcel, choice: PrinterChoice, *, skip: int = 0
) -> PrintJob:
    """Send the labels of a parcel to a printer, one for each of its packages."""
    kind = PaperKind.PARCEL_LABEL
    return queue_labels(bench, kind, [parcel.id], choice, total=parcel.packages, skip=skip)


def without_label(bench: Bench, devices: Sequence[CaseDevice]) -> list[CaseDevice]:
    """Those whose label neither was confirmed nor is printed or on its way."""
    printed = _printed(bench, devices)
    return [one for one in devices if one.labelled_at is None and one.id not in printed]


def _printed(bench: Bench, devices: Sequence[CaseDevice]) -> set[int]:
    """Ids in jobs of labels; none is older than the devices, so few jobs are looked through."""
    if not devices:
        return set()
    # A day earlier: stations count days by their own time zone, the store by UTC.
    days = [one.received_on for one in devices if one.received_on is not None]
    first = min(days, default=bench.today()) - timedelta(days=1)
    jobs = select(
        bench.store,
        PrintJob,
        "WHERE kind = ? AND state <> ? AND queued_at >= ?",
        (PaperKind.DEVICE_LABEL.value, JobState.PUT_ASIDE, first.isoformat()),
    )
    return {subject for job in jobs for subject in job.subjects}
