"""The register of goods moved within the EU without changing owner, as an auditor reads it."""

from leghorn_bench.documents.measures import content_width
from leghorn_bench.documents.pieces import notes
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, paragraph, space
from leghorn_bench.documents.table import Column, table, widths
from leghorn_bench.documents.text import SMALL, Style
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.summary import EuRegister, Movement

_CELL = Style(size=8, leading=11)
_WIDTH = content_width(landscape=True)


def render(content: EuRegister) -> bytes:
    """The register of a period as a PDF, the sheets lying."""
    words = Words(content.head.language)
    none: list[Strip] = []
    if not content.movements:
        none = notes(words("No goods were moved in this period."), words, _WIDTH)
    strips = [
        *paragraph(content.legend, SMALL, _WIDTH),
        *paragraph(content.retention, SMALL, _WIDTH),
        space(8),
        *_movements(content, words),
        *none,
    ]
    facts = [
        (words("First day"), words.day(content.first_day)),
        (words("Last day"), words.day(content.last_day)),
        (words("Printed on"), words.day(content.head.issued_on)),
        (words("Movements"), words.number(len(content.movements))),
    ]
    title = "Register of goods moved within the EU"
    return sheets(
        Paper(
            PaperKind.EU_REGISTER, content.head, words, title, facts, strips, content,
            landscape=True, window=False,
        )
    )  # fmt: skip


def _movements(content: EuRegister, words: Words) -> list[Strip]:
    fixed = (26.0, 54.0, 46.0, 84.0, 118.0, 92.0, 34.0, 58.0, 36.0)
    columns = (
        Column(words("No."), fixed[0], right=True, style=_CELL),
        Column(words("Date"), fixed[1], style=_CELL),
        Column(words("Direction"), fixed[2], style=_CELL),
        Column(words("Document"), fixed[3], style=_CELL),
        Column(words("Customer"), fixed[4], style=_CELL),
        Column(words("Goods"), widths(_WIDTH, *fixed), style=_CELL),
        Column(words("Reason"), fixed[5], style=_CELL),
        Column(words("Qty"), fixed[6], right=True, style=_CELL),
        Column(words("Value €"), fixed[7], right=True, style=_CELL),
        Column(words("Ends no."), fixed[8], right=True, style=_CELL),
    )
    return table(columns, [_row(movement, words) for movement in content.movements])


def _row(movement: Movement, words: Words) -> tuple[str, ...]:
    named = movement.vat_number.startswith(movement.country)
    numbers = movement.vat_number if named else f"{movement.country} {movement.vat_number}".strip()
    party = f"{movement.party}\n{numbers}"
    return (
        str(movement.number),
        words.day(movement.day),
        words("inwards") if movement.inwards else words("outwards"),
        movement.document,
        party,
        movement.goods,
        movement.reason,
        words.number(movement.quantity),
        words.figure(movement.value),
        str(movement.answers) if movement.answers is not None else "",
    )
