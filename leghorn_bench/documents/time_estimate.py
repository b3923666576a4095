"""The time estimate: what support beyond the free minutes will cost, for the sales rep."""

from leghorn_bench.documents.measures import CONTENT
from leghorn_bench.documents.pieces import notes, signatures, small_print
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import heading, paragraph, space, text_block
from leghorn_bench.documents.sums import line_table, totals_block
from leghorn_bench.documents.text import BODY
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.charges import TimeEstimate
from leghorn_bench.domain.papers.kinds import PaperKind


def render(content: TimeEstimate) -> bytes:
    """The estimate as a PDF."""
    words = Words(content.head.language)
    promise = words(
        "The first {free} minutes of support are free. Once accepted, this estimate is what is"
        " charged; the time logged so far, {logged} minutes, is only for comparison.",
        free=content.free_minutes,
        logged=content.logged_minutes,
    )
    strips = [
        *heading(words("Work to be done"), CONTENT),
        *paragraph(content.subject, BODY, CONTENT),
        *heading(words("What it costs"), CONTENT),
        *line_table(content.lines, words, CONTENT),
        *totals_block(content.totals, content.vat_phrase, words, CONTENT),
        space(10),
        text_block(promise, CONTENT),
        *notes(content.notes, words, CONTENT),
        *signatures((words("Date"), words("Accepted for the customer by")), CONTENT),
        *small_print(content.small_print, CONTENT),
    ]
    facts = [
        (words("Date"), words.day(content.head.issued_on)),
        (words("Case"), content.head.case_number),
        (words("Valid until"), words.day(content.valid_until)),
        (words("Customer"), content.head.party.address.name),
        (words("Customer VAT no."), content.head.party.vat_number),
        (words("Sales representative"), content.head.sales_rep),
        (words("Technician"), content.technician),
        (words("Tariff"), content.tariff),
    ]
    title = "Time estimate"
    return sheets(
        Paper(PaperKind.TIME_ESTIMATE, content.head, words, title, facts, strips, content)
    )
