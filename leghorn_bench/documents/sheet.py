"""The sheet: its measures, letterhead and foot, and a paper laid on as many as it needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from leghorn_bench.documents import stamp
from leghorn_bench.documents.barcodes import QUIET_MODULES, bars_width, draw_bars
from leghorn_bench.documents.imprint import Imprint
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.documents.photos import draw_picture, picture
from leghorn_bench.documents.strips import (
    Sheet,
    Strip,
    baseline,
    beside,
    hairline,
    paged,
    paragraph,
    right_aligned,
    together,
)
from leghorn_bench.documents.text import (
    ACCENT,
    BODY,
    LABEL,
    NUMBER,
    STRONG,
    TITLE,
    Style,
    draw_line,
    one_line,
)
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind

WIDTH, HEIGHT = A4
LEFT = 20 * mm
RIGHT = 20 * mm
CONTENT = WIDTH - LEFT - RIGHT
"""Width of what a paper says."""
TITLE_TOP = HEIGHT - 16 * mm
TITLE_WIDTH = 88 * mm
WINDOW_LEFT = 115 * mm
"""Where the window of an Italian DL envelope shows the recipient; the letterhead begins there."""
WINDOW_TOP = HEIGHT - 52 * mm
WINDOW_WIDTH = WIDTH - RIGHT - WINDOW_LEFT
BODY_TOP = HEIGHT - 86 * mm
"""Where the text begins at the latest on a first sheet whose facts are few."""
LATER_TOP = HEIGHT - 27 * mm
FOOT = 24 * mm
"""Height of the hairline above the foot."""
BOTTOM = FOOT + 3 * mm
FACT_LABEL = 37 * mm
LOGO_HEIGHT = 14 * mm
BAR_MODULE = 0.25 * mm
BAR_HEIGHT = 7 * mm

Fact = tuple[str, str]
"""A label and what it says; a fact that says nothing is left out."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper before it is laid on sheets."""

    kind: PaperKind
    head: PaperHead
    words: Words
    title: str
    """The English sentence of its name, looked up in ``words``."""
    facts: Sequence[Fact]
    """What stands beside the recipient: day, case, references."""
    strips: Sequence[Strip]
    content: object
    """The values that it was made from; they travel in the file."""
    landscape: bool = False
    window: bool = True
    """Whether the addressee stands where an envelope's window shows it."""


def sheets(paper: Paper) -> bytes:
    """The paper as a PDF."""
    return _Press(paper).printed()


def content_width(*, landscape: bool = False) -> float:
    """The width of what a paper says, in points."""
    return HEIGHT - LEFT - RIGHT if landscape else CONTENT


def fact_grid(facts: Iterable[Fact], width: float, label_width: float = FACT_LABEL) -> Strip:
    """Labels and what they say, one under the other."""
    rows = [
        beside([
            (0, paragraph(label, _FACT, label_width - 6)),
            (label_width, paragraph(said, BODY, width - label_width)),
        ])
        for label, said in facts
        if said
    ]  # fmt: skip
    return together(rows)


_FACT = Style(size=8, leading=13, colour=LABEL.colour)


class _Press:
    """Draws one paper; it lives as long as the drawing."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.head = paper.head
        self.words = paper.words.alone
        self.title, self.subtitle = paper.words.twice(paper.title)
        size = landscape(A4) if paper.landscape else A4
        self.width, self.height = size
        name = " ".join(part for part in (self.title, self.head.number) if part)
        company = self.head.company.address.name
        self.canvas = PaperCanvas(
            size,
            Imprint(
                paper.kind, name, company, paper.words.language, self.head.issued_on, paper.content
            ),
        )
        self.name = name
        self.bookmarks = count(1)

    def printed(self) -> bytes:
        """Every sheet, and the bytes of the whole."""
        stamp.reserve(self.canvas, self.words.language)
        top = self._first_top()
        laid = paged(
            self.paper.strips,
            (top, BOTTOM),
            self.height - (HEIGHT - LATER_TOP),
        )
        for place, sheet in enumerate(laid, start=1):
            if place == 1:
                self._letterhead()
            else:
                self._running_head()
            self._lay(sheet)
            self._foot(place, len(laid))
            stamp.lay(self.canvas)
            self.canvas.showPage()
        return self.canvas.finished()

    def _from_top(self, y: float) -> float:
        """A height measured on an upright sheet, at the same distance from this sheet's top."""
        return self.height - (HEIGHT - y)

    def _title(self) -> Strip:
        parts = paragraph(self.title, TITLE, TITLE_WIDTH)
        parts += paragraph(self.subtitle, _SUBTITLE, TITLE_WIDTH)
        if self.head.number:
            parts.append(Strip(1))
            parts.extend(
                paragraph(self.words("No. {number}", number=self.head.number), NUMBER, TITLE_WIDTH)
            )
        else:
            parts.extend(paragraph(self.words("Draft"), NUMBER, TITLE_WIDTH))
        return together(parts)

    def _facts(self) -> Strip:
        return fact_grid(self.paper.facts, TITLE_WIDTH)

    def _recipient(self) -> Strip:
        if not self.paper.window:
            return Strip(0)
        address = self.words.address(self.head.addressee, home=self.head.company.address.country)
        if not address:
            return Strip(0)
        name, *lines = address
        parts = paragraph(self.words("Addressee"), LABEL, WINDOW_WIDTH)
        parts += paragraph(name, STRONG, WINDOW_WIDTH)
        for line in lines:
            parts += paragraph(line, BODY, WINDOW_WIDTH)
        return together(parts)

    def _facts_top(self) -> float:
        title_bottom = TITLE_TOP - self._title().height
        return min(WINDOW_TOP, title_bottom - 10) if self.paper.window else title_bottom - 16

    def _first_top(self) -> float:
        """Where the text begins: under whichever of facts and recipient reaches lower."""
        facts = self._facts_top() - self._facts().height
        window = WINDOW_TOP - self._recipient().height
        lowest = min(BODY_TOP, facts, window) if self.paper.window else facts
        return self._from_top(min(lowest, facts - 6 * mm, window - 6 * mm))

    def _letterhead(self) -> None:
        canvas = self.canvas
        canvas.setFillColor(ACCENT)
        canvas.rect(LEFT, self._from_top(HEIGHT - 12 * mm), 12 * mm, 1.1 * mm, stroke=0, fill=1)
        self._title().draw(canvas, LEFT, self._from_top(TITLE_TOP))
        self._facts().draw(canvas, LEFT, self._from_top(self._facts_top()))
        right = self.width - RIGHT - WINDOW_WIDTH
        self._company(right)
        self._recipient().draw(canvas, right, self._from_top(WINDOW_TOP))

    def _company(self, left: float) -> None:
        company = self.head.company
        top = self._from_top(HEIGHT - 12 * mm)
        if company.logo:
            logo = picture(company.logo, "logo", most_points=WINDOW_WIDTH)
            width, height = logo.fitted(WINDOW_WIDTH, LOGO_HEIGHT)
            draw_picture(self.canvas, logo, (left, top - height), (width, height))
            top -= height + 4
        else:
            draw_line(
                self.canvas, one_line(company.address.name, NUMBER.face),
                Style(NUMBER.face, 13, 18), left, top - baseline(NUMBER) + 4,
            )  # fmt: skip
            top -= NUMBER.leading - 2
        for said in self._company_lines():
            for strip in paragraph(said, LABEL, WINDOW_WIDTH):
                strip.draw(self.canvas, left, top)
                top -= strip.height

    def _company_lines(self) -> list[str]:
        company = self.head.company
        name, *address = self.words.address(company.address, home=self.head.addressee.country) or [
            ""
        ]
        reach = " · ".join(part for part in (company.phone, company.email) if part)
        tax = (
            self.words("VAT no. {number}", number=company.vat_number) if company.vat_number else ""
        )
        where = ", ".join(address)
        first = f"{name}, {where}" if company.logo and where else where
        return [line for line in (first, reach, tax) if line]

    def _running_head(self) -> None:
        y = self._from_top(HEIGHT - 17 * mm)
        draw_line(self.canvas, one_line(self.name, STRONG.face), STRONG, LEFT, y)
        if self.paper.window:
            addressee = one_line(self.head.addressee.name, LABEL.face)
            right_aligned(self.canvas, addressee, LABEL, self.width - RIGHT, y)
        hairline(self.canvas, LEFT, y - 6, self.width - LEFT - RIGHT)

    def _lay(self, sheet: Sheet) -> None:
        for placed in sheet:
            placed.strip.draw(self.canvas, LEFT, placed.top)
            if placed.strip.outline:
                key = f"part-{next(self.bookmarks)}"
                self.canvas.bookmarkHorizontal(key, 0, placed.top)
                self.canvas.addOutlineEntry(placed.strip.outline, key, 0)

    def _foot(self, place: int, total: int) -> None:
        right = self.width - RIGHT
        hairline(self.canvas, LEFT, FOOT, right - LEFT)
        room = right - LEFT - self._case_code(right)
        page = self.words("Page {page} of {pages}", page=place, pages=total)
        y = FOOT - 4
        for said in (" · ".join(self._registers()), f"{self.name} · {page}"):
            for strip in paragraph(said, _FOOT, room):
                strip.draw(self.canvas, LEFT, y)
                y -= strip.height

    def _registers(self) -> list[str]:
        company = self.head.company
        rea = f"REA {company.rea}" if company.rea else ""
        tax = self.words("Tax code {code}", code=company.tax_code) if company.tax_code else ""
        said = (company.address.name, rea, tax, company.certified_mail)
        return [part for part in said if part]

    def _case_code(self, right: float) -> float:
        """Draw the barcode that opens the case; gives the width that it takes."""
        code = self.head.case_code
        if not code:
            return 0
        width = bars_width(code, BAR_MODULE)
        y = FOOT - 2.5 * mm - BAR_HEIGHT
        draw_bars(self.canvas, code, (right - width, y), BAR_MODULE, BAR_HEIGHT)
        case = one_line(self.words("Case {number}", number=self.head.case_number), LABEL.face)
        draw_line(self.canvas, case, _FOOT, right - width, y - 9)
        return width + QUIET_MODULES * BAR_MODULE + 6


_FOOT = Style(size=7, leading=10, colour=LABEL.colour)
_SUBTITLE = Style(size=12, leading=16, colour=LABEL.colour)
