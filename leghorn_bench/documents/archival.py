"""What reportlab writes otherwise than PDF/A asks, mended: signs beyond U+FFFF and stream ends."""

import re
from collections.abc import Sequence

from reportlab.pdfbase import pdfdoc, ttfonts

_BEYOND_FOUR_DIGITS = re.compile("<([0-9A-F]{5,6})>")
_END = b"endstream\n"
_NO_FILTER = re.compile(rb"/Filter \[\s*\]\s*")
_reportlabs_map = ttfonts.makeToUnicodeCMap
_reportlabs_stream = pdfdoc.PDFStream.format


def _unicode_map(fontname: str, subset: Sequence[int]) -> str:
    """What each letter of a subset means, for search and copying.

    reportlab writes signs beyond U+FFFF (emoji, rare Chinese) with five digits; PDF wants UTF-16.
    """
    return _BEYOND_FOUR_DIGITS.sub(
        lambda sign: f"<{chr(int(sign[1], 16)).encode('utf-16-be').hex().upper()}>",
        _reportlabs_map(fontname, subset),
    )


def _stream(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    """A stream with an end of line before ``endstream`` and no empty filter (ISO 19005-3 6.1.7)."""
    written: bytes = _reportlabs_stream(self, document)
    head, start, content = written.removesuffix(_END).partition(b"stream\n")
    return _NO_FILTER.sub(b"", head) + start + content + b"\n" + _END


def mend() -> None:
    """Put the mended writers in reportlab's place; doing it again changes nothing."""
    ttfonts.makeToUnicodeCMap = _unicode_map
    pdfdoc.PDFStream.format = _stream  # type: ignore[method-assign]
