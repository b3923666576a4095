"""What is done next with a case: the deed at the bottom right, and the two beside it."""

from enum import Enum, auto

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.services.closing import OpenEnd
from leghorn_bench.texts.screen import N_


class Deed(Enum):
    """What a person may do with a case from the foot of its page."""

    NONE = auto()
    AUTHORISE = auto()
    REJECT = auto()
    OPEN = auto()
    CONTACT = auto()
    ESTIMATE = auto()
    """More than the free minutes were worked: the rep is told what the rest takes."""
    REIMBURSE = auto()
    """All that is left is the note of what the customer gets back."""
    CHARGE = auto()
    """All that is left is the note of what the customer pays."""
    ISSUE_NOTES = auto()
    """Both are left."""
    CLOSE = auto()
    SUMMARISE = auto()
    REOPEN = auto()
    NOTE = auto()


WORDS = {
    Deed.NONE: ("", ""),
    Deed.AUTHORISE: (N_("Authorise…"), "shield-check"),
    Deed.REJECT: (N_("Reject…"), "ban"),
    Deed.OPEN: (N_("Open the case"), "ticket"),
    Deed.CONTACT: (N_("Record a contact…"), "phone"),
    Deed.ESTIMATE: (N_("Estimate…"), "file-invoice"),
    Deed.REIMBURSE: (N_("Issue the reimbursement note"), "receipt"),
    Deed.CHARGE: (N_("Issue the charge note"), "receipt"),
    Deed.ISSUE_NOTES: (N_("Issue the notes"), "receipt"),
    Deed.CLOSE: (N_("Close the case"), "archive"),
    Deed.SUMMARISE: (N_("Issue the case summary"), "file-text"),
    Deed.REOPEN: (N_("Reopen the case…"), "folder"),
    Deed.NOTE: (N_("Write a note…"), "message"),
}
"""A text key, and the icon."""


def next_deeds(file: CaseFile) -> tuple[Deed, Deed, Deed]:
    """The primary deed of a case, and those beside it."""
    match file.state:
        case CaseState.REPORTED:
            return Deed.AUTHORISE, Deed.REJECT, Deed.NOTE
        case CaseState.AUTHORISED:
            return Deed.OPEN, Deed.CONTACT, Deed.NOTE
        case CaseState.OPEN if file.case.first_contact_at is None:
            return Deed.CONTACT, Deed.CLOSE, Deed.NOTE
        case CaseState.OPEN:
            return _before_closing(file), Deed.CONTACT, Deed.NOTE
        case CaseState.CLOSED:
            return _after_closing(file), Deed.REOPEN, Deed.NOTE
        case CaseState.REJECTED:
            return Deed.NONE, Deed.NONE, Deed.NOTE


def _before_closing(file: CaseFile) -> Deed:
    """The estimate that is due; the notes of money, once nothing else is left; then the closing."""
    if any(end.what is OpenEnd.ESTIMATE for end in file.left_open):
        return Deed.ESTIMATE
    kinds = {end.detail for end in file.left_open if end.what is OpenEnd.NOTE}
    if not kinds or any(end.what is not OpenEnd.NOTE for end in file.left_open):
        return Deed.CLOSE
    owed = ClaimKind.INBOUND_REIMBURSEMENT.value
    if owed not in kinds:
        return Deed.CHARGE
    return Deed.REIMBURSE if kinds == {owed} else Deed.ISSUE_NOTES


def _after_closing(file: CaseFile) -> Deed:
    summary = PaperKind.CASE_SUMMARY.value
    issued = any(paper.kind == summary and paper.annulled_at is None for paper in file.papers)
    return Deed.NONE if issued else Deed.SUMMARISE
