"""The replacement slip: which unit goes for which, and the warranty that goes with it."""

from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.documents.measures import CONTENT, fact_rows
from leghorn_bench.documents.pieces import (
    device_block,
    notes,
    rule,
    signatures,
    small_print,
)
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, beside, heading, paragraph, space
from leghorn_bench.documents.text import ACCENT, LABEL, STRONG, Style, draw_line, one_line
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.replacement import OldUnit, Replacement, ReplacementSlip
from leghorn_bench.texts.screen import N_

OLD_UNIT = {
    OldUnit.KEPT: N_("kept by us for analysis"),
    OldUnit.RETURNED: N_("returned to the customer"),
    OldUnit.SCRAPPED: N_("scrapped with the customer's consent"),
}
_HALF = (CONTENT - 40) / 2
_FACT_LABEL = 130.0


def render(content: ReplacementSlip) -> bytes:
    """The slip as a PDF in the customer's language."""
    words = Words(content.head.language)
    strips: list[Strip] = []
    for replacement in content.replacements:
        strips += _replacement(replacement, words)
    strips += [
        *notes(content.notes, words, CONTENT),
        *signatures((words("Warehouse"), words("Technician"), words("Received by")), CONTENT),
        *small_print(content.small_print, CONTENT),
    ]
    facts = [
        (words("Date"), words.day(content.head.issued_on)),
        (words("Case"), content.head.case_number),
        (words("Your document"), content.customer_document),
        (words("Technician"), content.technician),
        (words("Sales representative"), content.head.sales_rep),
    ]
    title = "Replacement slip"
    return sheets(
        Paper(PaperKind.REPLACEMENT_SLIP, content.head, words, title, facts, strips, content)
    )


def _replacement(replacement: Replacement, words: Words) -> list[Strip]:
    title = (
        words("Warranty replacement") if not replacement.goodwill else words("Courtesy replacement")
    )
    units = beside([
        (0, [
            *paragraph(words("Replaced unit"), LABEL, _HALF),
            device_block(replacement.replaced, _HALF),
        ]),
        (_HALF + 8, [Strip(12), _arrow()]),
        (_HALF + 40, [
            *paragraph(words("New unit"), LABEL, _HALF),
            device_block(replacement.replacing, _HALF),
        ]),
    ])  # fmt: skip
    cover = words(
        "through {last_day}: the new unit takes over what is left of the {months} months from"
        " {sold_on}",
        last_day=words.day(replacement.covered_until),
        months=replacement.months,
        sold_on=words.day(replacement.sold_on),
    )
    facts = [
        (words("Reported fault"), replacement.reported),
        (words("Fault found"), replacement.found),
        (words("Warranty"), cover),
        (words("Granted as a courtesy"), replacement.goodwill),
        (words("The replaced unit is"), words(OLD_UNIT[replacement.old_unit])),
    ]
    return [
        *heading(title, CONTENT),
        space(4),
        units,
        space(8),
        *fact_rows(facts, CONTENT, _FACT_LABEL),
        rule(CONTENT),
    ]


def _arrow() -> Strip:
    style = Style(STRONG.face, size=15, leading=20, colour=ACCENT)
    line = one_line("→", style.face)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        draw_line(canvas, line, style, x, top - 15)

    return Strip(style.leading, draw)
