"""Which renderer draws which paper."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from leghorn_bench.documents import (
    as_it_came_slip,
    case_summary,
    charge_note,
    ddt,
    device_label,
    eu_register,
    intake_receipt,
    parcel_label,
    proforma,
    quote,
    reimbursement_note,
    replacement_slip,
    sign_label,
    technical_report,
    time_estimate,
)
from leghorn_bench.domain.papers.kinds import PaperKind

RENDERERS: MappingProxyType[PaperKind, Callable[[Any], bytes]] = MappingProxyType({
    PaperKind.INTAKE_RECEIPT: intake_receipt.render,
    PaperKind.DEVICE_LABEL: device_label.render,
    PaperKind.PARCEL_LABEL: parcel_label.render,
    PaperKind.SHELF_LABEL: sign_label.render,
    PaperKind.BADGE_LABEL: sign_label.render,
    PaperKind.TECHNICAL_REPORT: technical_report.render,
    PaperKind.QUOTE: quote.render,
    PaperKind.TIME_ESTIMATE: time_estimate.render,
    PaperKind.REPLACEMENT_SLIP: replacement_slip.render,
    PaperKind.DDT: ddt.render,
    PaperKind.PROFORMA: proforma.render,
    PaperKind.REIMBURSEMENT_NOTE: reimbursement_note.render,
    PaperKind.CHARGE_NOTE: charge_note.render,
    PaperKind.CASE_SUMMARY: case_summary.render,
    PaperKind.EU_REGISTER: eu_register.render,
    PaperKind.AS_IT_CAME_SLIP: as_it_came_slip.render,
})  # fmt: skip
"""Each takes the content of its kind (``domain.papers``) and gives the PDF's bytes."""


def render(kind: PaperKind, content: object) -> bytes:
    """The paper as it is issued."""
    return RENDERERS[kind](content)
