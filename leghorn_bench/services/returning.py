"""Send a device back as it came: reassembled, and checked against what came with it (P15)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.intake import AsItCameSlip, ReturnedDevice
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import StoredQuote
from leghorn_bench.domain.records.work import ReturnCheck
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.acts import act
from leghorn_bench.services.assessing import NewFile, evidence_of
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import rests_on
from leghorn_bench.services.device_photos import GOES_BACK, keep_photo
from leghorn_bench.services.issuing import Issued, issue
from leghorn_bench.services.noted_words import accessories_in, condition_in
from leghorn_bench.services.parties import paper_device
from leghorn_bench.services.photos_on_paper import paper_photos
from leghorn_bench.services.quoting import customer_party
from leghorn_bench.services.stepping import stepped
from leghorn_bench.store.records import add, read, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the check against the intake found."""

    accessories: tuple[str, ...] = ()
    """Those that are there again."""
    differences: str = ""
    """What is not as it came, besides accessories that lack."""
    photos: tuple[NewFile, ...] = ()
    """How it looks as it goes back."""


def check_against_intake(bench: Bench, case_device_id: int, checked: Checked) -> CaseDevice:
    """Record the check; the device is ``ready``. Accessories that lack are noted as differences.

    Raises:
        IllegalStep: the device does not go back as it came.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    missing = [name for name in device.accessories if name not in checked.accessories]
    differences = "; ".join(
        part for part in (checked.differences.strip(), _listed(missing)) if part
    )
    with act(
        bench,
        ActKind.STEPPED,
        case_id=device.case_id,
        case_device_id=device.id,
        note=DeviceStep.CHECK_INTAKE.value,
    ) as done:
        check = ReturnCheck(
            case_device_id=device.id,
            accessories=checked.accessories,
            differences=differences,
            checked_at=done.stamp.at,
            checked_by=done.stamp.who,
        )
        add(bench.store, check, done.stamp)
        for photo in checked.photos:
            keep_photo(bench, done, device, replace(photo, note=GOES_BACK))
        return stepped(bench, done, device, DeviceStep.CHECK_INTAKE)


def last_check(bench: Bench, case_device_id: int) -> ReturnCheck | None:
    """The check that stands; None before the first."""
    found = select(
        bench.store,
        ReturnCheck,
        "WHERE case_device_id = ? ORDER BY id DESC LIMIT 1",
        (case_device_id,),
    )
    return found[0] if found else None


def differences_in(bench: Bench, device: CaseDevice, check: ReturnCheck, language: str) -> str:
    """What the check found, the accessories that lack in ``language``."""
    lacking = [one for one in device.accessories if one not in check.accessories]
    said = check.differences.removesuffix(_listed(lacking)).rstrip("; ")
    told = _listed(accessories_in(bench, lacking, language))
    return "; ".join(part for part in (said, told) if part)


def _listed(lacking: Iterable[str]) -> str:
    return ", ".join(f"- {one}" for one in lacking)


def _quote_of(bench: Bench, device: CaseDevice) -> StoredQuote | None:
    """The newest quote that offered work on the device: its case may hold those of others."""
    found = select(
        bench.store,
        StoredQuote,
        "WHERE id IN (SELECT quote_id FROM quote_line WHERE case_device_id = ?)"
        " ORDER BY revision DESC LIMIT 1",
        (device.id,),
    )
    return found[0] if found else None


def issue_as_it_came_slip(bench: Bench, case_device_id: int, reason: str) -> Issued:
    """The slip of a device that goes back unrepaired, with its intake photos.

    Raises:
        CompanyDataMissing, ClockWrong: nothing can be issued yet.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    case = read(bench.store, Case, device.case_id)
    party = customer_party(bench, case)
    check = last_check(bench, device.id)
    photos = paper_photos(bench, evidence_of(bench, device.id), party.language)
    quote = _quote_of(bench, device)
    with act(bench, ActKind.PAPER_ISSUED, case_id=case.id, case_device_id=device.id) as done:

        def content(head: PaperHead) -> AsItCameSlip:
            returned = ReturnedDevice(
                paper_device(bench, device, head.language),
                accessories_in(bench, device.accessories, head.language),
                condition_in(bench, device.condition, head.language),
                differences_in(bench, device, check, head.language) if check is not None else "",
                photos,
            )
            return AsItCameSlip(
                head,
                (returned,),
                reason,
                head.issued_on,
                bench.operator.name,
                quote_number=rests_on(bench, quote) if quote is not None else "",
            )

        return issue(bench, done, PaperKind.AS_IT_CAME_SLIP, case, party, [device], content)
