"""The papers of the map in groups, each with the event that sends it."""

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.texts.screen import N_

LABELS = frozenset(
    {
        PaperKind.DEVICE_LABEL,
        PaperKind.PARCEL_LABEL,
        PaperKind.SHELF_LABEL,
        PaperKind.BADGE_LABEL,
    }
)
"""What a label printer can print."""
GROUPS: tuple[tuple[str, tuple[PaperKind, ...]], ...] = (
    (N_("When goods arrive"), (PaperKind.INTAKE_RECEIPT, PaperKind.DEVICE_LABEL)),
    (
        N_("At the bench"),
        (
            PaperKind.TECHNICAL_REPORT,
            PaperKind.QUOTE,
            PaperKind.TIME_ESTIMATE,
            PaperKind.REPLACEMENT_SLIP,
        ),
    ),
    (
        N_("When goods leave"),
        (
            PaperKind.DDT,
            PaperKind.PARCEL_LABEL,
            PaperKind.PROFORMA,
            PaperKind.AS_IT_CAME_SLIP,
        ),
    ),
    (
        N_("For the office"),
        (PaperKind.CHARGE_NOTE, PaperKind.REIMBURSEMENT_NOTE, PaperKind.CASE_SUMMARY),
    ),
    (N_("For the rooms"), (PaperKind.SHELF_LABEL, PaperKind.BADGE_LABEL)),
)
"""Every paper that has a printer; the register of goods moved is asked for by an auditor."""
EVENTS = {
    PaperKind.INTAKE_RECEIPT: N_("when a parcel is closed"),
    PaperKind.DEVICE_LABEL: N_("when a parcel is closed"),
    PaperKind.TECHNICAL_REPORT: N_("when it is issued"),
    PaperKind.QUOTE: N_("when it is issued"),
    PaperKind.TIME_ESTIMATE: N_("when it is issued"),
    PaperKind.REPLACEMENT_SLIP: N_("when the new unit is scanned"),
    PaperKind.DDT: N_("when a parcel leaves"),
    PaperKind.PARCEL_LABEL: N_("when a parcel leaves"),
    PaperKind.PROFORMA: N_("when a parcel leaves the EU"),
    PaperKind.AS_IT_CAME_SLIP: N_("when a device leaves as it came"),
    PaperKind.CHARGE_NOTE: N_("when it is issued"),
    PaperKind.REIMBURSEMENT_NOTE: N_("when it is issued"),
    PaperKind.CASE_SUMMARY: N_("when it is issued"),
    PaperKind.SHELF_LABEL: N_("when it is asked for"),
    PaperKind.BADGE_LABEL: N_("when it is asked for"),
}
EACH_SCAN = N_("with each scan")
"""Of device labels, where the settings say so."""
EVERY_KIND = tuple(kind for _title, kinds in GROUPS for kind in kinds)
FIELDS = {
    "kind": N_("paper"),
    "number": N_("number"),
    "customer": N_("customer"),
    "case": N_("case"),
    "date": N_("date of issue"),
    "year": N_("year"),
}
"""What a file's name may say, by the word between the braces."""
