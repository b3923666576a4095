"""The reimbursement note: the inbound shipping that goes back to the customer."""

from leghorn_bench.documents.measures import CONTENT, fact_grid
from leghorn_bench.documents.pieces import device_table_cell, notes, signatures, small_print
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, heading, paragraph, space
from leghorn_bench.documents.sums import TOTAL
from leghorn_bench.documents.table import Column, table
from leghorn_bench.documents.text import LABEL
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.charges import ReimbursementNote
from leghorn_bench.domain.papers.kinds import PaperKind

_FACT_LABEL = 130.0


def render(content: ReimbursementNote) -> bytes:
    """The note as a PDF."""
    words = Words(content.head.language)
    strips = [
        *_amount(content, words),
        *_devices(content, words),
        *notes(content.notes, words, CONTENT),
        *signatures((words("Approved by"), words("Paid on")), CONTENT),
        *small_print(content.small_print, CONTENT),
    ]
    party = content.head.party
    facts = [
        (words("Date"), words.day(content.head.issued_on)),
        (words("Case"), content.head.case_number),
        (words("Customer code"), party.code),
        (words("Customer VAT no."), party.vat_number or party.tax_code),
        (words("Approved by"), content.approved_by),
    ]
    title = "Reimbursement note"
    return sheets(
        Paper(PaperKind.REIMBURSEMENT_NOTE, content.head, words, title, facts, strips, content)
    )


def _amount(content: ReimbursementNote, words: Words) -> list[Strip]:
    document = " · ".join(
        part for part in (content.customer_document, words.day(content.document_date)) if part
    )
    carrier = " · ".join(part for part in (content.carrier, content.waybill) if part)
    facts = [
        (words("Reason"), content.reason),
        (words("Your document"), document),
        (words("Carrier and waybill"), carrier),
        (words("To be paid to"), content.iban),
    ]
    return [
        *heading(words("Inbound shipping to be reimbursed"), CONTENT),
        space(2),
        *paragraph(words("Amount"), LABEL, CONTENT),
        *paragraph(words.money(content.amount), TOTAL, CONTENT),
        space(6),
        fact_grid(facts, CONTENT, _FACT_LABEL),
    ]


def _devices(content: ReimbursementNote, words: Words) -> list[Strip]:
    title = words("Devices repaired or replaced under warranty")
    rows = [(device_table_cell(device, ""),) for device in content.devices]
    columns = (Column(words.counted("Device", "Devices", len(rows)), CONTENT),)
    return [*heading(title, CONTENT), *table(columns, rows)] if rows else []
