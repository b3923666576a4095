"""What a paper tells machines about itself: its metadata, its language, its content as JSON."""

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any
from xml.sax.saxutils import escape

from leghorn_bench.documents.text import cleaned
from leghorn_bench.domain.money import Money

PRODUCER = "leghorn-bench"
CONTENT_NAME = "content.json"


@dataclass(frozen=True, slots=True)
class Imprint:
    """The facts of a paper that are not drawn on it."""

    kind: str
    title: str
    author: str
    language: str
    issued_on: date
    content: object
    """The dataclass that was laid out."""

    @property
    def created(self) -> str:
        """The paper's day as a PDF date: the data's, not the clock's, so that bytes repeat."""
        return f"D:{self.issued_on:%Y%m%d}000000Z"

    def as_json(self) -> bytes:
        """The content for machines."""
        text = json.dumps(
            {"kind": self.kind, "content": plain(self.content)}, ensure_ascii=False, indent=1
        )
        return text.encode("utf-8", "replace")

    def as_xmp(self) -> bytes:
        """The metadata packet that PDF/A asks for."""
        day = f"{self.issued_on.isoformat()}T00:00:00Z"
        return _XMP.format(
            title=escape(cleaned(self.title)),
            author=escape(cleaned(self.author)),
            language=self.language,
            producer=PRODUCER,
            day=day,
        ).encode()


def plain(value: Any) -> Any:
    """``value`` in the types of JSON; money as a decimal text, bytes as their hash and length."""
    if isinstance(value, Money | Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return {"sha256": sha256(value).hexdigest(), "length": len(value)} if value else None
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list | frozenset):
        return [plain(item) for item in value]
    return value


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
