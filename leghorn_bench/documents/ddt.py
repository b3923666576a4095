"""The transport document [DDT]: what travels, why, to whom and with whom."""

from leghorn_bench.documents.measures import (
    CONTENT,
    LEFT,
    WINDOW_LEFT,
    WINDOW_WIDTH,
    Fact,
    fact_grid,
    fact_rows,
)
from leghorn_bench.documents.pieces import batteries, notes, rule, signatures, small_print
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, beside, heading, paragraph, side_by_side, space
from leghorn_bench.documents.sums import unit_word
from leghorn_bench.documents.table import Cell, Column, table, widths
from leghorn_bench.documents.text import BODY, LABEL, MONO, STRONG, Style
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.ddt import Goods, TransportDocument
from leghorn_bench.domain.papers.kinds import PaperKind

_SERIALS = Style(MONO.face, size=8, leading=11)
_RIGHT = WINDOW_LEFT - LEFT
_FACT_LABEL = 132.0
_CARRIER = 204.0
"""Where the second column of what is said of the parcel begins: the first has only figures."""


def render(content: TransportDocument) -> bytes:
    """The document as a PDF: Italian, and the customer's language as well when it is another.

    Raises:
        CompanyDataMissing: the sender is not fully named.
        DdtIncomplete: one of its kinds, naming what lacks.
    """
    content.require()
    language = content.head.language
    words = Words("it", second=language if language != "it" else "")
    strips = [
        *_transport(content, words),
        *heading(words("Goods"), CONTENT),
        *_goods(content, words),
        *_parcel(content, words),
        *batteries(content.batteries, words, CONTENT),
        *notes(content.notes, words, CONTENT),
        *signatures(
            (
                words("Driver's signature"),
                words("Carrier's signature"),
                words("Recipient's signature"),
            ),
            CONTENT,
        ),
        *small_print(content.law, CONTENT),
    ]
    facts = [
        (words("Date"), words.day(content.head.issued_on)),
        (words("Shipped on"), words.day(content.shipped_on)),
        (words("Case"), content.head.case_number),
        (words("Your document"), "\n".join(content.inbound)),
        (words("Customer VAT no."), content.head.party.vat_number or content.head.party.tax_code),
    ]
    title = "Transport document"
    return sheets(Paper(PaperKind.DDT, content.head, words, title, facts, strips, content))


def _transport(content: TransportDocument, words: Words) -> list[Strip]:
    """Why and how it travels; at the right where to, when not to the recipient's seat."""
    facts: list[Fact] = [
        (words("Carriage"), str(content.carriage)),
        (words("Transport by"), str(content.transported_by)),
        (words("Appearance of the goods"), str(content.appearance)),
    ]
    alone = content.destination is None
    width, label = (CONTENT, _WIDE_LABEL) if alone else (_RIGHT - 12, _FACT_LABEL)
    left = [
        *paragraph(words("Reason for the transport"), LABEL, width),
        *paragraph(str(content.reason), _REASON, width),
        space(4),
        *fact_rows(facts, width, label),
    ]
    right: list[Strip] = []
    if content.destination is not None:
        home = content.head.company.address.country
        name, *lines = words.address(content.destination, home=home) or [""]
        right = [
            *paragraph(words("Destination of the goods"), LABEL, WINDOW_WIDTH),
            *paragraph(name, STRONG, WINDOW_WIDTH),
            *(strip for line in lines for strip in paragraph(line, BODY, WINDOW_WIDTH)),
        ]
    return side_by_side([(0, left), (_RIGHT, right)])


def _goods(content: TransportDocument, words: Words) -> list[Strip]:
    fixed = (64.0, 52.0, 52.0, 96.0)
    columns = (
        Column(words("Code"), fixed[0], style=_SERIALS),
        Column(words("Description and serial numbers"), widths(CONTENT, *fixed)),
        Column(words("Quantity"), fixed[1], right=True),
        Column(words("Unit"), fixed[2]),
        Column(words("Reference"), fixed[3]),
    )
    return table(columns, [_line(goods, words) for goods in content.goods])


def _line(goods: Goods, words: Words) -> list[Cell]:
    described: list[tuple[str, Style]] = [(goods.description, BODY)]
    if goods.serials:
        described.append((words.alone("S/N {numbers}", numbers=", ".join(goods.serials)), _SERIALS))
    return [
        goods.code,
        described,
        words.number(goods.quantity),
        unit_word(goods.unit, goods.quantity, words),
        goods.reference,
    ]


def _parcel(content: TransportDocument, words: Words) -> list[Strip]:
    carrier = content.carrier
    named = [carrier.name, carrier.address, carrier.register] if carrier is not None else []
    volume = f"{words.number(content.volume_m3)}\xa0m³" if content.volume_l else ""
    left = [
        (words("Packages"), words.number(content.packages)),
        (words("Gross weight"), words.weight(content.gross_weight_g)),
        (words("Net weight"), words.weight(content.net_weight_g)),
        (words("Volume"), volume),
    ]
    right = [
        (words("Transport begins"), words.moment(content.started_at)),
        (words("Carrier"), ", ".join(part for part in named if part)),
        (words("Waybill"), content.waybill),
    ]
    width = CONTENT - _CARRIER
    return [
        space(10),
        beside([
            (0, [fact_grid(left, _CARRIER - 16, _FACT_LABEL)]),
            (_CARRIER, [fact_grid(right, width, _FACT_LABEL)]),
        ]),
        rule(CONTENT),
    ]  # fmt: skip


_WIDE_LABEL = 190.0
_REASON = Style(STRONG.face, size=12, leading=17)
