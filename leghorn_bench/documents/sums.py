"""Lines that charge and what they come to, as quotes, estimates and charge notes show them."""

from collections.abc import Sequence
from decimal import Decimal
from types import MappingProxyType

from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.documents.strips import Strip, baseline, hairline, right_aligned, space
from leghorn_bench.documents.table import GAP, Cell, Column, table, widths
from leghorn_bench.documents.text import (
    ACCENT,
    BODY,
    LABEL,
    MONO,
    SMALL,
    STRONG,
    Style,
    draw_line,
    one_line,
    width_of,
    wrapped,
)
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.quote import LineKind, QuoteLine, Totals
from leghorn_bench.texts.screen import N_

KINDS = MappingProxyType({
    LineKind.LABOUR: N_("Labour"),
    LineKind.PART: N_("Spare parts"),
    LineKind.TARIFF: N_("Support"),
    LineKind.TRANSPORT: N_("Transport"),
    LineKind.DIAGNOSIS: N_("Diagnosis"),
    LineKind.REPLACEMENT: N_("Replacement"),
})  # fmt: skip
_SHOW_CODE = frozenset({LineKind.PART, LineKind.REPLACEMENT})
"""The codes of other lines are the tariff's own names, which tell a customer nothing."""
TOTAL = Style(STRONG.face, size=14, leading=22, colour=ACCENT)
_TOTALS_WIDTH = 210.0
_LABEL_MONO = Style(MONO.face, size=7.5, leading=10.5, colour=LABEL.colour)


def line_table(lines: Sequence[QuoteLine], words: Words, width: float) -> list[Strip]:
    """The table of charges; the device and the item code stand small under each description."""
    discounted = any(line.discount for line in lines)
    fixed = [46.0, 44.0, 66.0, *([38.0] if discounted else []), 72.0]
    columns = [
        Column(words("Description"), widths(width, *fixed)),
        Column(words("Quantity"), 46.0, right=True),
        Column(words("Unit"), 44.0),
        Column(words("Price €"), 66.0, right=True),
        *([Column(words("Discount"), 38.0, right=True)] if discounted else []),
        Column(words("Amount €"), 72.0, right=True),
    ]
    return table(columns, [_row(line, words, discounted=discounted) for line in lines])


def _row(line: QuoteLine, words: Words, *, discounted: bool) -> list[Cell]:
    code = line.code if line.kind in _SHOW_CODE else ""
    beneath = " · ".join(
        part for part in (words(KINDS[line.kind]), code, line.serial or "") if part
    )
    described: list[tuple[str, Style]] = [(line.description, BODY), (beneath, LABEL)]
    if line.goodwill:
        described.append((words("Free of charge as a commercial courtesy"), SMALL))
    discount = [words.percent(line.discount) if line.discount else ""] if discounted else []
    return [
        described,
        words.number(line.quantity),
        unit_word(line.unit, line.quantity, words),
        words.price(line.unit_price),
        *discount,
        words.figure(line.net),
    ]


def unit_word(unit: str, quantity: Decimal, words: Words) -> str:
    """The word of a unit (``domain.quote``) beside its quantity; an unknown unit as it is."""
    count = 1 if quantity == 1 else 2
    match unit:
        case "pc":
            return words.counted("pc", "pcs", count)
        case "day":
            return words.counted("day", "days", count)
        case "half_day":
            return words.counted("half day", "half days", count)
        case "h":
            return words("h")
        case "km":
            return words("km")
        case _:
            return unit


def totals_block(totals: Totals, vat_phrase: str, words: Words, width: float) -> list[Strip]:
    """Net, tax and total at the right, the total large; the VAT wording at its left."""
    rows = [(words("Net"), words.money(totals.net), False)]
    rows += [
        (words("VAT {rate}", rate=words.percent(tax.rate)), words.money(tax.vat), False)
        for tax in totals.vat
    ]
    rows.append((words("Total"), words.money(totals.gross), True))
    taxes = {label.replace("\xa0", " ") for label, *_ in rows}
    phrase = "" if vat_phrase in taxes else vat_phrase  # "IVA 22 %" is said once
    return sum_block(rows, phrase, width)


def sum_block(rows: Sequence[tuple[str, str, bool]], phrase: str, width: float) -> list[Strip]:
    """Amounts with their labels at the right, those marked large; a phrase at their left."""
    styled = [(label, amount, TOTAL if large else BODY) for label, amount, large in rows]
    right = max(_TOTALS_WIDTH, *(_needed(label, amount, style) for label, amount, style in styled))
    left = width - right
    lines = wrapped(phrase, SMALL, left - 2 * GAP)
    height = max(
        sum(style.leading + (4 if style is TOTAL else 0) for *_, style in styled),
        len(lines) * SMALL.leading,
    )

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for place, line in enumerate(lines):
            draw_line(canvas, line, SMALL, x, top - place * SMALL.leading - baseline(SMALL))
        y = top
        for label, amount, style in styled:
            if style is TOTAL:
                hairline(canvas, x + left, y - 2, right, 0.9)
                y -= 4
            named = STRONG if style is TOTAL else style
            foot = y - baseline(style)
            draw_line(canvas, one_line(label, named.face), named, x + left, foot)
            right_aligned(canvas, one_line(amount, style.face), style, x + width, foot)
            y -= style.leading

    return [space(8), Strip(height, draw)]


def _needed(label: str, amount: str, style: Style) -> float:
    """The width of a label and its amount with air between them."""
    named = STRONG if style is TOTAL else style
    label_width = width_of(one_line(label, named.face), named)
    return label_width + 2 * GAP + width_of(one_line(amount, style.face), style)
