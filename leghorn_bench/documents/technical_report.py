"""The technical report: what was reported, found, measured and photographed."""

from leghorn_bench.documents.measures import CONTENT
from leghorn_bench.documents.photo_grid import photo_grid
from leghorn_bench.documents.pieces import grouped, labelled, notes, signatures, small_print
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, heading, paragraph, side_by_side, space
from leghorn_bench.documents.table import Column, table, widths
from leghorn_bench.documents.text import LABEL, MONO, STRONG, Style
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.report import Finding, Measured, TechnicalReport

_LEFT = 190.0
_RIGHT = CONTENT - _LEFT - 16
_VERDICT = Style(STRONG.face, size=12, leading=17)


def render(content: TechnicalReport) -> bytes:
    """The report as a PDF in the customer's language."""
    words = Words(content.head.language)
    strips = [strip for finding in content.findings for strip in _finding(finding, words)]
    strips += [
        *notes(content.notes, words, CONTENT),
        *signatures((words("Technician"), words("For the company")), CONTENT),
        *small_print(content.small_print, CONTENT),
    ]
    facts = [
        (words("Date"), words.day(content.head.issued_on)),
        (words("Case"), content.head.case_number),
        (words("Received on"), words.day(content.received_on)),
        (words("Sales representative"), content.head.sales_rep),
        (words("Contact person"), content.head.party.contact),
    ]
    title = "Technical report"
    return sheets(
        Paper(PaperKind.TECHNICAL_REPORT, content.head, words, title, facts, strips, content)
    )


def _finding(finding: Finding, words: Words) -> list[Strip]:
    found = " · ".join(part for part in (finding.found_code, finding.found) if part)
    judged = ", ".join(
        part for part in (finding.assessed_by, words.day(finding.assessed_on)) if part
    )
    device = [
        (words("Code"), finding.device.product_code),
        (words("EPC"), grouped(finding.device.epc)),
        (words("Condition on arrival"), finding.condition),
        (words("Assessed by"), judged),
    ]
    facts = [
        (words("Reported fault"), finding.reported),
        (words("Fault found"), found),
        (words("Warranty"), finding.warranty),
        (words("What follows"), finding.conclusion),
    ]
    verdict = f"{words.word(finding.coverage)} · {words.word(finding.origin)}"
    return [
        *heading(f"{finding.device.product} · {finding.device.serial}", CONTENT),
        space(4),
        *side_by_side([
            (0, labelled(device, _LEFT)),
            (_LEFT + 16, [
                *paragraph(words("Assessment"), LABEL, _RIGHT),
                *paragraph(verdict, _VERDICT, _RIGHT),
                space(4),
                *labelled(facts, _RIGHT),
            ]),
        ]),
        *_tests(finding.tests, words),
        *photo_grid(finding.photos, words, CONTENT),
        space(6),
    ]  # fmt: skip


def _tests(tests: tuple[Measured, ...], words: Words) -> list[Strip]:
    if not tests:
        return []
    fixed = (110.0, 110.0, 80.0)
    columns = (
        Column(words("Test"), widths(CONTENT, *fixed)),
        Column(words("Measured value"), fixed[0], style=MONO),
        Column(words("Expected value"), fixed[1], style=MONO),
        Column(words("Result"), fixed[2]),
    )
    rows = [
        (test.name, f"{test.value} {test.unit}".strip(), test.expected, _passed(test, words))
        for test in tests
    ]
    return [space(8), *table(columns, rows)]


def _passed(test: Measured, words: Words) -> str:
    if test.passed is None:
        return "–"
    return words("passed") if test.passed else words("not passed")
