"""What frames every sheet: the letterhead, the window's address, the running head, the foot."""

from dataclasses import dataclass

from reportlab.lib.units import mm

from leghorn_bench.documents.barcodes import QUIET_MODULES, bars_width, draw_bars
from leghorn_bench.documents.measures import (
    BAR_HEIGHT,
    BAR_MODULE,
    FOOT,
    HEIGHT,
    LEFT,
    LOGO_HEIGHT,
    RIGHT,
    TITLE_GAP,
    TITLE_TOP,
    WINDOW_TOP,
    WINDOW_WIDTH,
)
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.documents.photos import draw_picture, picture
from leghorn_bench.documents.strips import (
    Strip,
    baseline,
    hairline,
    paragraph,
    right_aligned,
    together,
)
from leghorn_bench.documents.text import (
    ACCENT,
    BODY,
    LABEL,
    STRONG,
    Style,
    cut_short,
    draw_line,
    one_line,
    width_of,
    wrapped,
)
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.head import PaperHead

_FOOT = Style(size=7, leading=10, colour=LABEL.colour)
_MOST_REGISTERS = 4
"""Lines that the foot has for the company's registers, above the number of the sheet."""
_COMPANY = Style(STRONG.face, size=13, leading=16)
_TOP = 12 * mm
"""From the upper edge to the accent and the letterhead."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of the sheets of one paper."""

    canvas: PaperCanvas
    head: PaperHead
    words: Words
    name: str
    """The paper's title and number, as the running head and the foot say it."""
    size: tuple[float, float]
    window: bool

    def from_top(self, y: float) -> float:
        """A height measured on an upright sheet, at the same distance from this sheet's top."""
        return self.size[1] - (HEIGHT - y)

    @property
    def title_width(self) -> float:
        """The room for the title beside the letterhead."""
        return self.size[0] - RIGHT - WINDOW_WIDTH - LEFT - TITLE_GAP

    def recipient(self) -> Strip:
        """The address in the envelope's window, if the paper has one."""
        if not self.window:
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

    def first(self, title: Strip, facts: Strip, facts_top: float) -> None:
        """Draw title and facts at the left, the company and the address at the right."""
        canvas = self.canvas
        canvas.setFillColor(ACCENT)
        canvas.rect(LEFT, self.from_top(HEIGHT - _TOP), 12 * mm, 1.1 * mm, stroke=0, fill=1)
        title.draw(canvas, LEFT, self.from_top(TITLE_TOP))
        facts.draw(canvas, LEFT, self.from_top(facts_top))
        right = self.size[0] - RIGHT - WINDOW_WIDTH
        self._company(right)
        self.recipient().draw(canvas, right, self.from_top(WINDOW_TOP))

    def _company(self, left: float) -> None:
        """Logo or name, and how to reach the company; smaller where it is a lot."""
        company = self.head.company
        top = self.from_top(HEIGHT - _TOP)
        if company.logo:
            logo = picture(company.logo, "logo", most_points=WINDOW_WIDTH)
            width, height = logo.fitted(WINDOW_WIDTH, LOGO_HEIGHT)
            draw_picture(self.canvas, logo, (left, top - height), (width, height))
            top -= height + 4
        else:
            top = self._said(company.address.name, _COMPANY, left, top + 3)
        for said in self._company_lines():
            top = self._said(said, LABEL, left, top)

    def _said(self, text: str, style: Style, left: float, top: float) -> float:
        """Set a text in the letterhead's column; gives where it ends.

        It has two lines at most: the window of the envelope stays free.
        """
        first, *more = wrapped(text, style, WINDOW_WIDTH) or ((),)
        if len(more) > 1:
            more = [more[0] + one_line(" …", style.face)]
        for line in (first, *more):
            draw_line(self.canvas, line, style, left, top - baseline(style))
            top -= style.leading
        return top

    def _company_lines(self) -> list[str]:
        company, words = self.head.company, self.words
        name, *address = words.address(company.address, home=self.head.addressee.country) or [""]
        reach = " · ".join(part for part in (company.phone, company.email) if part)
        number = company.vat_number
        tax = words("VAT no. {number}", number=number) if number else ""
        where = ", ".join(address)
        first = f"{name}, {where}" if company.logo and where else where
        return [line for line in (first, reach, tax) if line]

    def later(self) -> None:
        """Draw the head of a sheet after the first."""
        y = self.from_top(HEIGHT - 17 * mm)
        width = self.size[0] - LEFT - RIGHT
        draw_line(self.canvas, cut_short(self.name, STRONG, width * 0.58), STRONG, LEFT, y)
        if self.window:
            name = cut_short(self.head.addressee.name, LABEL, width * 0.38)
            right_aligned(self.canvas, name, LABEL, LEFT + width, y)
        hairline(self.canvas, LEFT, y - 6, width)

    def foot(self, place: int, total: int) -> None:
        """Draw the company's registers, the number of the sheet and the code of the case."""
        right = self.size[0] - RIGHT
        hairline(self.canvas, LEFT, FOOT, right - LEFT)
        room = right - LEFT - self._case_code(right)
        page = self.words("Page {page} of {pages}", page=place, pages=total)
        counted = one_line(f" · {page}", _FOOT.face)
        name = cut_short(self.name, _FOOT, room - width_of(counted, _FOOT))
        registers = wrapped(" · ".join(self._registers()), _FOOT, room)[:_MOST_REGISTERS]
        y = FOOT - 4
        for line in (*registers, name + counted):
            draw_line(self.canvas, line, _FOOT, LEFT, y - baseline(_FOOT))
            y -= _FOOT.leading

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
