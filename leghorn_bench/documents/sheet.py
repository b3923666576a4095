"""A paper laid on as many sheets as it needs, each in its frame."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from leghorn_bench.documents import stamp
from leghorn_bench.documents.imprint import Imprint
from leghorn_bench.documents.letterhead import Frame
from leghorn_bench.documents.measures import (
    BODY_TOP,
    BOTTOM,
    FACT_LABEL,
    FACT_LABEL_TWICE,
    LATER_TOP,
    LEFT,
    TITLE_TOP,
    TITLE_WIDTH,
    WINDOW_TOP,
    Fact,
    fact_grid,
)
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.documents.strips import Sheet, Strip, paged, paragraph, together
from leghorn_bench.documents.text import LABEL, NUMBER, TITLE, Style, cleaned
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import UNNUMBERED, PaperKind

_SUBTITLE = Style(size=12, leading=16, colour=LABEL.colour)


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


class _Press:
    """Draws one paper; it lives as long as the drawing."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.head = paper.head
        self.words = paper.words.alone
        self.title, self.subtitle = paper.words.twice(paper.title)
        size = landscape(A4) if paper.landscape else A4
        name = " ".join(part for part in (self.title, self.head.number) if part)
        imprint = Imprint(
            paper.kind,
            name,
            self.head.company.address.name,
            paper.words.language,
            self.head.issued_on,
            paper.content,
        )
        self.canvas = PaperCanvas(size, imprint)
        self.frame = Frame(self.canvas, self.head, self.words, name, size, paper.window)
        self.bookmarks = count(1)

    def printed(self) -> bytes:
        """Every sheet, and the bytes of the whole."""
        stamp.reserve(self.canvas, self.words.language)
        frame = self.frame
        label = FACT_LABEL_TWICE if self.paper.words.second else FACT_LABEL
        title, facts = self._title(), fact_grid(self.paper.facts, TITLE_WIDTH, label)
        facts_top = self._facts_top(title)
        first_top = self._first_top(facts_top - facts.height)
        laid = paged(self.paper.strips, (first_top, BOTTOM), frame.from_top(LATER_TOP))
        for place, sheet in enumerate(laid, start=1):
            if place == 1:
                frame.first(title, facts, facts_top)
            else:
                frame.later()
            self._lay(sheet)
            frame.foot(place, len(laid))
            stamp.lay(self.canvas)
            self.canvas.showPage()
        return self.canvas.finished()

    def _title(self) -> Strip:
        width = self.frame.title_width
        return together([
            *paragraph(self.title, TITLE, width),
            *paragraph(self.subtitle, _SUBTITLE, width),
            Strip(1),
            *paragraph(self._numbered(), NUMBER, width),
        ])  # fmt: skip

    def _numbered(self) -> str:
        """The number; a paper that bears one is a draft as long as it has none."""
        if self.head.number:
            return self.words("No. {number}", number=self.head.number)
        return "" if self.paper.kind in UNNUMBERED else self.words("Draft")

    def _facts_top(self, title: Strip) -> float:
        bottom = TITLE_TOP - title.height
        return min(WINDOW_TOP, bottom - 10) if self.paper.window else bottom - 16

    def _first_top(self, facts_bottom: float) -> float:
        """Where the text begins: under whichever of facts and recipient reaches lower."""
        if not self.paper.window:
            return self.frame.from_top(facts_bottom - 6 * mm)
        window = WINDOW_TOP - self.frame.recipient().height
        return self.frame.from_top(min(BODY_TOP, facts_bottom - 6 * mm, window - 6 * mm))

    def _lay(self, sheet: Sheet) -> None:
        for placed in sheet:
            placed.strip.draw(self.canvas, LEFT, placed.top)
            if placed.strip.outline:
                key = f"part-{next(self.bookmarks)}"
                self.canvas.bookmarkHorizontal(key, 0, placed.top)
                self.canvas.addOutlineEntry(cleaned(placed.strip.outline), key, 0)
