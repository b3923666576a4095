"""The charge note: what administration is to invoice, and on what it rests."""

from leghorn_bench.documents.measures import CONTENT
from leghorn_bench.documents.pieces import notes, signatures, small_print
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import heading
from leghorn_bench.documents.sums import line_table, totals_block
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.charges import ChargeNote
from leghorn_bench.domain.papers.kinds import PaperKind


def render(content: ChargeNote) -> bytes:
    """The note as a PDF."""
    words = Words(content.head.language)
    strips = [
        *heading(words("To be charged"), CONTENT),
        *line_table(content.lines, words, CONTENT),
        *totals_block(content.totals, content.vat_phrase, words, CONTENT),
        *notes(content.notes, words, CONTENT),
        *signatures((words("Issued by"), words("Invoice no. and date")), CONTENT),
        *small_print(content.small_print, CONTENT),
    ]
    party = content.head.party
    facts = [
        (words("Date"), words.day(content.head.issued_on)),
        (words("Case"), content.head.case_number),
        (words("Reason"), content.reason),
        (words("Rests on"), "\n".join(content.references)),
        (words("Customer code"), party.code),
        (words("Customer VAT no."), party.vat_number or party.tax_code),
        (words("Sales representative"), content.head.sales_rep),
    ]
    title = "Charge note"
    return sheets(Paper(PaperKind.CHARGE_NOTE, content.head, words, title, facts, strips, content))
