"""The papers that the bench issues (POLICY §8)."""

from enum import StrEnum


class PaperKind(StrEnum):
    """A kind of paper; each numbered kind has its own series a year."""

    INTAKE_RECEIPT = "intake_receipt"
    DEVICE_LABEL = "device_label"
    TECHNICAL_REPORT = "technical_report"
    QUOTE = "quote"
    TIME_ESTIMATE = "time_estimate"
    REPLACEMENT_SLIP = "replacement_slip"
    DDT = "ddt"
    PARCEL_LABEL = "parcel_label"
    SHELF_LABEL = "shelf_label"
    BADGE_LABEL = "badge_label"
    PROFORMA = "proforma"
    REIMBURSEMENT_NOTE = "reimbursement_note"
    CHARGE_NOTE = "charge_note"
    CASE_SUMMARY = "case_summary"
    EU_REGISTER = "eu_register"
    """Goods moved within the EU without a transfer (art. 50 c. 5 DL 331/93)."""
    AS_IT_CAME_SLIP = "as_it_came_slip"
    """A device returned unrepaired, checked against its intake."""


UNNUMBERED = frozenset(
    {
        PaperKind.DEVICE_LABEL,
        PaperKind.PARCEL_LABEL,
        PaperKind.SHELF_LABEL,
        PaperKind.BADGE_LABEL,
        PaperKind.EU_REGISTER,
    }
)
"""Labels and lists: they carry other things' numbers and need no series."""
