"""The names of papers on the screens."""

from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.texts.screen import N_, _

PAPERS = {
    "quote": N_("Repair quote {number}"),
    "replacement_slip": N_("Replacement slip {number}"),
    "technical_report": N_("Technical report {number}"),
    "intake_receipt": N_("Intake receipt {number}"),
    "ddt": N_("Transport document {number}"),
    "time_estimate": N_("Time estimate {number}"),
    "proforma": N_("Proforma invoice {number}"),
    "reimbursement_note": N_("Reimbursement note {number}"),
    "charge_note": N_("Charge note {number}"),
    "case_summary": N_("Case summary {number}"),
    "as_it_came_slip": N_("Slip of a device returned as it came {number}"),
}
"""Names of papers with their number."""


def paper_title(paper: StoredPaper) -> str:
    """E.g. *Preventivo di riparazione 2026/00118*."""
    return _(PAPERS.get(paper.kind, "{number}")).format(number=paper.label)
