"""The case summary: everything about a case on paper, for the file."""

from leghorn_bench.documents.measures import CONTENT, fact_grid
from leghorn_bench.documents.pieces import device_table_cell, notes
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, heading, paragraph
from leghorn_bench.documents.table import Column, table, widths
from leghorn_bench.documents.text import BODY
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.papers.summary import CaseSummary, DeviceOutcome
from leghorn_bench.texts.screen import N_

_FACT_LABEL = 130.0
_SWAPPED = {
    None: N_("Replaced by {serial}."),
    OldUnit.KEPT: N_("Replaced by {serial}; the replaced unit is kept by us for analysis."),
    OldUnit.RETURNED: N_("Replaced by {serial}; the replaced unit is returned to the customer."),
    OldUnit.SCRAPPED: N_(
        "Replaced by {serial}; the replaced unit is scrapped with the customer's consent."
    ),
}
_CONSENTED = N_("Replaced by {serial}; the replaced unit is scrapped. Consented: {consent}.")


def render(content: CaseSummary) -> bytes:
    """The summary as a PDF."""
    words = Words(content.head.language)
    strips = [
        *heading(words("Customer's report"), CONTENT),
        *paragraph(content.report, BODY, CONTENT),
        *_devices(content, words),
        *_papers(content, words),
        *_sums(content, words),
        *_events(content, words),
        *notes(content.notes, words, CONTENT),
    ]
    authorised = " · ".join(
        part for part in (words.day(content.authorised_on), content.authorised_by) if part
    )
    facts = [
        (words("Case"), content.head.case_number),
        (words("Reported on"), words.day(content.reported_on)),
        (words("Authorised by"), authorised),
        (words("Opened on"), words.moment(content.opened_at)),
        (words("First contact"), words.moment(content.first_contact_at)),
        (words("Closed on"), words.moment(content.closed_at)),
        (words("Sales representative"), content.head.sales_rep),
    ]
    title = "Case summary"
    return sheets(Paper(PaperKind.CASE_SUMMARY, content.head, words, title, facts, strips, content))


def _devices(content: CaseSummary, words: Words) -> list[Strip]:
    if not content.devices:
        return []
    fixed = (130.0, 100.0, 100.0)
    columns = (
        Column(words.counted("Device", "Devices", 1), fixed[0]),
        Column(words("Warranty"), fixed[1]),
        Column(words("Origin of the fault"), fixed[2]),
        Column(words("Outcome"), widths(CONTENT, *fixed)),
    )
    rows = [
        (
            device_table_cell(outcome.device, ""),
            outcome.coverage,
            outcome.origin,
            "\n".join(
                part
                for part in (
                    outcome.outcome,
                    _swapped(outcome, words),
                    outcome.document,
                    words.day(outcome.shipped_on),
                )
                if part
            ),
        )
        for outcome in content.devices
    ]
    title = words.counted("Device", "Devices", len(rows))
    return [*heading(title, CONTENT), *table(columns, rows)]


def _swapped(outcome: DeviceOutcome, words: Words) -> str:
    """What took the place of a device, and what became of the device itself."""
    if not outcome.replaced_by:
        return ""
    sentence = _SWAPPED[outcome.old_unit]
    if outcome.old_unit is OldUnit.SCRAPPED and outcome.consent:
        sentence = _CONSENTED
    consent = outcome.consent.rstrip(" .")
    return words(sentence, serial=outcome.replaced_by, consent=consent)


def _papers(content: CaseSummary, words: Words) -> list[Strip]:
    if not content.papers:
        return []
    columns = (
        Column(words("Document"), widths(CONTENT, 140.0, 100.0)),
        Column(words("Number"), 140.0),
        Column(words("Date"), 100.0),
    )
    rows = [(kind, number, words.day(day)) for kind, number, day in content.papers]
    return [*heading(words("Documents issued"), CONTENT), *table(columns, rows)]


def _sums(content: CaseSummary, words: Words) -> list[Strip]:
    facts = [
        (words("Support time logged"), words("{minutes} minutes", minutes=content.logged_minutes)),
        (words("Charged"), words.money(content.charged) if content.charged is not None else ""),
        (
            words("Reimbursed"),
            words.money(content.reimbursed) if content.reimbursed is not None else "",
        ),
    ]
    return [
        *heading(words("Time and money"), CONTENT),
        fact_grid(facts, CONTENT, _FACT_LABEL),
    ]


def _events(content: CaseSummary, words: Words) -> list[Strip]:
    if not content.events:
        return []
    columns = (
        Column(words("When"), 100.0),
        Column(words("What happened"), widths(CONTENT, 100.0, 110.0)),
        Column(words("Who"), 110.0),
    )
    rows = [(words.moment(event.at), event.what, event.who) for event in content.events]
    return [*heading(words("History"), CONTENT), *table(columns, rows)]
