"""The proforma invoice: what leaves the customs area, what it is worth, and why nothing is paid."""

from leghorn_bench.documents.measures import CONTENT, fact_grid, fact_rows
from leghorn_bench.documents.pieces import batteries, notes, said_twice, signatures
from leghorn_bench.documents.sheet import Paper, sheets
from leghorn_bench.documents.strips import Strip, beside, heading, kept, paragraph, space
from leghorn_bench.documents.sums import sum_block
from leghorn_bench.documents.table import Cell, Column, table, widths
from leghorn_bench.documents.text import BODY, LABEL, MONO, SMALL, STRONG, Style
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.proforma import CustomsGoods, Proforma
from leghorn_bench.domain.party import Address

_HALF = CONTENT / 2 - 8
_FACT_LABEL = 118.0
_SERIALS = Style(MONO.face, size=8, leading=11)


def render(content: Proforma) -> bytes:
    """The invoice as a PDF: English, and the destination's language when it is one of ours.

    Raises:
        CompanyDataMissing: the exporter is not fully named.
        ProformaIncomplete: one of its kinds, naming what lacks.
    """
    content.require()
    language = content.head.language
    words = Words("en", second=language if language not in {"en", "it"} else "")
    strips = [
        *_parties(content, words),
        *heading(words("Goods"), CONTENT),
        *_goods(content, words),
        *_value(content, words),
        *_shipment(content, words),
        *batteries(content.batteries, words, CONTENT),
        *notes(content.notes, words, CONTENT),
        *_declaration(content, words),
    ]
    facts = [
        (words("Date"), words.day(content.head.issued_on)),
        (words("Case"), content.head.case_number),
        (words("Delivery terms"), f"{content.incoterm} {content.place}"),
        (words("Waybill"), content.waybill),
        (words("Contact person"), content.head.party.contact),
    ]
    title = "Proforma invoice"
    return sheets(
        Paper(
            PaperKind.PROFORMA, content.head, words, title, facts, strips, content, window=False
        )
    )  # fmt: skip


def _parties(content: Proforma, words: Words) -> list[Strip]:
    company, party = content.head.company, content.head.party
    exporter = _party(
        words("Exporter"), company.address, words,
        (company.vat_number, company.eori, company.phone, company.email),
    )  # fmt: skip
    consignee = _party(
        words("Consignee"), content.consignee or party.address, words,
        (party.vat_number, party.eori, party.phone, party.email),
    )  # fmt: skip
    return [
        *paragraph(words("Reason for export"), LABEL, CONTENT),
        *paragraph(content.reason, _REASON, CONTENT),
        space(8),
        beside([(0, exporter), (_HALF + 16, consignee)]),
    ]


def _party(
    title: str, address: Address, words: Words, numbers: tuple[str, str, str, str]
) -> list[Strip]:
    name, *lines = words.address(address, home="") or [""]
    labels = (words("VAT"), "EORI", words("Phone"), words("E-mail"))
    said = [f"{label} {number}" for label, number in zip(labels, numbers, strict=True) if number]
    return [
        *paragraph(title, LABEL, _HALF),
        *paragraph(name, STRONG, _HALF),
        *paragraph("\n".join(lines), BODY, _HALF),
        *paragraph("\n".join(said), SMALL, _HALF),
    ]


def _goods(content: Proforma, words: Words) -> list[Strip]:
    fixed = (62.0, 72.0, 34.0, 66.0, 72.0)
    columns = (
        Column(words("Description, model and serial numbers"), widths(CONTENT, *fixed)),
        Column(words("HS code"), fixed[0], style=MONO),
        Column(words("Origin"), fixed[1]),
        Column(words("Qty"), fixed[2], right=True),
        Column(words("Unit value EUR"), fixed[3], right=True),
        Column(words("Value EUR"), fixed[4], right=True),
    )
    return table(columns, [_line(goods, words) for goods in content.goods])


def _line(goods: CustomsGoods, words: Words) -> list[Cell]:
    described: list[tuple[str, Style]] = [(goods.description, BODY)]
    if goods.model:
        described.append((goods.model, LABEL))
    if goods.serials:
        described.append((words.alone("S/N {numbers}", numbers=", ".join(goods.serials)), _SERIALS))
    return [
        described,
        goods.hs_code,
        words.country(goods.origin),
        words.number(goods.quantity),
        words.figure(goods.unit_value),
        words.figure(goods.value),
    ]


def _value(content: Proforma, words: Words) -> list[Strip]:
    rows = [(words("Total value EUR"), words.money(content.total), True)]
    return sum_block(rows, str(content.statement), CONTENT)


def _shipment(content: Proforma, words: Words) -> list[Strip]:
    left = [
        (words("Packages"), words.number(content.packages)),
        (words("Gross weight"), words.weight(content.gross_weight_g)),
        (words("Net weight"), words.weight(content.net_weight_g)),
    ]
    right = [(words("Carrier"), content.carrier), (words("MRN"), content.mrn)]
    repair = content.repair_value
    below = [
        (words("Value of the repair"), words.money(repair) if repair is not None else ""),
        (words("Customs procedure"), content.procedure),
    ]
    return [
        *heading(words("Shipment"), CONTENT),
        beside([
            (0, [fact_grid(left, _HALF, _FACT_LABEL)]),
            (_HALF + 16, [fact_grid(right, _HALF, _FACT_LABEL)]),
        ]),
        *fact_rows(below, CONTENT, _FACT_LABEL),
    ]  # fmt: skip


def _declaration(content: Proforma, words: Words) -> list[Strip]:
    signer = words.alone("Name: {name}", name=content.signer)
    return kept([
        *heading(words("Declaration"), CONTENT),
        *said_twice([content.declaration], BODY, CONTENT),
        *signatures((words("Place and date"), signer, words("Stamp and signature")), CONTENT),
    ])  # fmt: skip


_REASON = Style(STRONG.face, size=12, leading=17)
