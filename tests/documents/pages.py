"""What a paper's reader sees: its text, its picture, its barcodes."""

from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

APPROVED = Path(__file__).resolve().parents[1] / "data" / "papers"


def text_of(paper: bytes) -> str:
    """The text of every sheet, one under the other."""
    with pypdfium2.PdfDocument(paper) as document:
        pages = []
        for page in document:
            words = page.get_textpage()
            pages.append(words.get_text_bounded().replace("\r\n", "\n").strip())
            words.close()
            page.close()
    return "\n\f\n".join(pages) + "\n"


def one_line(paper: bytes) -> str:
    """The text with every space and line break made one space."""
    return " ".join(text_of(paper).split())


def pictures(paper: bytes, dots_per_inch: float) -> list[Image.Image]:
    """Every sheet as a grey picture."""
    with pypdfium2.PdfDocument(paper) as document:
        shown = []
        for page in document:
            shown.append(page.render(scale=dots_per_inch / 72, grayscale=True).to_pil().copy())
            page.close()
    return shown


def sheet_count(paper: bytes) -> int:
    """How many sheets it has."""
    with pypdfium2.PdfDocument(paper) as document:
        return len(document)


def codes(paper: bytes, dots_per_inch: float = 203) -> list[tuple[str, str]]:
    """The format and text of every barcode of every sheet, decoded from the rendered picture.

    The picture is black and white, as a print head makes it.
    """
    return [
        (code.format.name, code.text)
        for picture in pictures(paper, dots_per_inch)
        for code in zxingcpp.read_barcodes(picture.point(lambda grey: 255 * (grey > 127)))
    ]
