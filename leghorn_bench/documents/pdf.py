"""The canvas that every paper is drawn on: repeatable bytes, archive metadata, content attached."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.documents.archival import mend
from leghorn_bench.documents.faces import CHAINS, Face, font
from leghorn_bench.documents.imprint import CONTENT_NAME, PRODUCER, Imprint
from leghorn_bench.documents.text import cleaned
from leghorn_bench.resources import resource_path

mend()
rl_config.useA85 = 0  # streams as bytes: a quarter smaller than as printable text.


class PaperCanvas(Canvas):
    """A PDF in memory that says what it is and carries its content (PDF/A-3 as far as we can)."""

    _doc: Any
    """reportlab's document, which its own type hints leave out; so with the page's stream."""
    _code: list[str]

    def __init__(self, size: tuple[float, float], imprint: Imprint) -> None:
        self._buffer = BytesIO()
        first = CHAINS[Face.REGULAR][0]
        font(first)
        super().__init__(
            self._buffer,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=first,  # type: ignore[arg-type]  # its hint is wrong
            lang=imprint.language,
        )
        self.setTitle(cleaned(imprint.title))
        self.setAuthor(cleaned(imprint.author))
        self.setSubject(imprint.kind)
        self.setCreator(PRODUCER)
        self.setProducer(PRODUCER)
        self.setDateFormatter(lambda *_: imprint.created)
        self._archive(imprint)

    def finished(self) -> bytes:
        """The whole document."""
        self.save()
        return self._buffer.getvalue()

    def remark(self, text: str) -> None:
        """Leave a comment in the stream that is being drawn."""
        self._code.append(f"% {text}")

    def fill_cells(
        self,
        corner: tuple[float, float],
        unit: tuple[float, float],
        cells: Iterable[tuple[int, int, int, int]],
    ) -> None:
        """Fill rectangles (left, bottom, width, height in whole units) with black.

        Written straight into the stream: a barcode has more of them than the page has words.
        """
        drawn = "\n".join(f"{x} {y} {width} {height} re" for x, y, width, height in cells)
        frame = f"{unit[0]:.5f} 0 0 {unit[1]:.5f} {corner[0]:.4f} {corner[1]:.4f}"
        self._code.append(f"q {frame} cm 0 g\n{drawn} f Q")

    def embedded(self, text: str, name: str) -> tuple[str, str]:
        """Embed the letters of ``text``; gives the font's name in this file and their hex codes."""
        loaded = font(name)
        ((subset, letters),) = loaded.splitString(text, self._doc)
        return loaded.getSubsetInternalName(subset, self._doc), letters.hex()

    def _archive(self, imprint: Imprint) -> None:
        """Hang metadata, colour profile and content on the catalogue."""
        catalog = self._doc.Catalog
        catalog.Metadata = _stream(imprint.as_xmp(), Type="Metadata", Subtype="XML")
        attached = self._doc.Reference(self._attachment(imprint))
        names = pdfdoc.PDFArray([pdfdoc.PDFString(CONTENT_NAME), attached])
        catalog.Names = _dictionary(EmbeddedFiles=_dictionary(Names=names))
        catalog.AF = pdfdoc.PDFArray([attached])
        profile = _stream(_colour_profile(), N=3, packed=True)
        intent = _dictionary(
            Type="OutputIntent",
            S="GTS_PDFA1",
            OutputConditionIdentifier=pdfdoc.PDFString("sRGB"),
            DestOutputProfile=self._doc.Reference(profile),
        )
        catalog.OutputIntents = pdfdoc.PDFArray([intent])
        # reportlab writes only the entries that it knows; the two are ours.
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF", "OutputIntents"]
        catalog.__Refs__ = [name for name in catalog.__Refs__ if name != "Names"]

    def _attachment(self, imprint: Imprint) -> pdfdoc.PDFObject:
        content = imprint.as_json()
        day = pdfdoc.PDFString(imprint.created)
        file = _stream(
            content,
            packed=True,
            Type="EmbeddedFile",
            Subtype="application#2Fjson",
            Params=_dictionary(Size=len(content), ModDate=day),
        )
        return _dictionary(
            Type="Filespec",
            F=pdfdoc.PDFString(CONTENT_NAME),
            UF=pdfdoc.PDFString(CONTENT_NAME),
            AFRelationship="Source",
            EF=_dictionary(F=self._doc.Reference(file)),
        )


def _dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    named = {
        key: pdfdoc.PDFName(entry) if isinstance(entry, str) else entry
        for key, entry in entries.items()
    }
    return pdfdoc.PDFDictionary(named)


def _stream(content: bytes, *, packed: bool = False, **entries: object) -> pdfdoc.PDFStream:
    filters = [pdfdoc.PDFZCompress] if packed else []
    return pdfdoc.PDFStream(_dictionary(**entries), content, filters)


@cache
def _colour_profile() -> bytes:
    return resource_path("colour", "sRGB.icc").read_bytes()
