"""The repair quote: why it costs, what it costs, until when, and where to sign."""

from leghorn_bench.documents.measures import CONTENT, fact_rows
from leghorn_bench.documents.pieces import device_facts, notes, signatures, small_print
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, heading, kept, text_block
from leghorn_bench.documents.sums import line_table, totals_block
from leghorn_bench.documents.text import STRONG
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.quote import QuotePaper

_CONDITION_LABEL = 130.0


def render(content: QuotePaper) -> bytes:
    """The quote as a PDF in the customer's language."""
    words = Words(content.head.language)
    strips = [
        *_devices(content, words),
        *heading(words("What it costs"), CONTENT),
        *line_table(content.lines, words, CONTENT),
        *totals_block(content.totals, content.vat_phrase, words, CONTENT),
        *_conditions(content, words),
        *notes(content.notes, words, CONTENT),
        *_acceptance(content, words),
        *small_print(content.small_print, CONTENT),
    ]
    facts = _facts(content, words)
    title = "Repair quote"
    return sheets(Paper(PaperKind.QUOTE, content.head, words, title, facts, strips, content))


def _facts(content: QuotePaper, words: Words) -> list[tuple[str, str]]:
    head = content.head
    revision = str(content.revision) if content.revision > 1 else ""
    return [
        (words("Date"), words.day(head.issued_on)),
        (words("Case"), head.case_number),
        (words("Revision"), revision),
        (words("Valid until"), words.day(content.valid_until)),
        (words("Sales representative"), head.sales_rep),
        (words("Contact person"), head.party.contact),
        (words("Customer VAT no."), head.party.vat_number),
    ]


def _devices(content: QuotePaper, words: Words) -> list[Strip]:
    if not content.devices:
        return []
    strips = heading(words.counted("Device", "Devices", len(content.devices)), CONTENT)
    for quoted in content.devices:
        facts = [(words("Reported fault"), quoted.reported), (words("Fault found"), quoted.found)]
        strips += device_facts(quoted.device, facts, CONTENT)
    return strips


def _conditions(content: QuotePaper, words: Words) -> list[Strip]:
    company = content.head.company
    bank = " · ".join(part for part in (company.bank, company.iban, company.bic) if part)
    facts = [
        (words("Delivery"), content.delivery),
        (words("Payment"), content.payment),
        (words("Bank"), bank),
        (words("Warranty on the repair"), content.repair_warranty),
        (words("If refused"), words("The device returns as it came; transport is charged.")),
    ]
    return [*heading(words("Conditions"), CONTENT), *fact_rows(facts, CONTENT, _CONDITION_LABEL)]


def _acceptance(content: QuotePaper, words: Words) -> list[Strip]:
    """Where to sign, under what is accepted: the boxes may stand on a sheet of their own."""
    accepted = words(
        "Quote {number} of {day}, total {total}",
        number=content.head.number or "–",
        day=words.day(content.head.issued_on),
        total=words.money(content.totals.gross),
    )
    asked = words(
        "To accept, sign and send this quote back to your sales representative by the last day of"
        " its validity; lines can be accepted device by device."
    )
    boxes = (words("Date"), words("Name and position"), words("Stamp and signature"))
    return kept([
        *heading(words("Acceptance"), CONTENT),
        text_block(accepted, CONTENT, STRONG),
        text_block(asked, CONTENT),
        *signatures(boxes, CONTENT),
    ])  # fmt: skip
