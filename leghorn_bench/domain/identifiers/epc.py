"""An EPC: from a tag's memory to its parts, its URIs and back (EPC Tag Data Standard 1.x)."""

from dataclasses import dataclass

from leghorn_bench.domain.identifiers.epc_fields import read_field, uri_text, written_field
from leghorn_bench.domain.identifiers.epc_plus import UNREAD_SCHEMES
from leghorn_bench.domain.identifiers.epc_schemes import (
    BY_HEADER,
    BY_NAME,
    COMPANY_BITS,
    Content,
    Field,
    Scheme,
)
from leghorn_bench.domain.identifiers.errors import (
    NotCanonicalEpc,
    UnknownEpcHeader,
    UnreadEpcScheme,
    WrongEpcLength,
)
from leghorn_bench.domain.identifiers.scan import needed_hexadecimal

HIGHEST_FILTER = 7


@dataclass(frozen=True, slots=True)
class Epc:
    """An identity in the way that one scheme writes it on a tag."""

    scheme: Scheme
    filter: int
    """What the tag is on (1 = retail unit …); 0 where the scheme has none."""
    parts: tuple[str, ...]
    """Company prefix, reference, serial, as the URI has them but unescaped."""

    @property
    def uri(self) -> str:
        """Pure identity: ``urn:epc:id:sgtin:0614141.812345.6789``."""
        return f"urn:epc:id:{self.scheme.family}:{self._dotted()}"

    @property
    def tag_uri(self) -> str:
        """With scheme and filter: ``urn:epc:tag:sgtin-96:3.0614141.812345.6789``."""
        head = f"{self.filter}." if self.scheme.partitioned else ""
        return f"urn:epc:tag:{self.scheme.name}:{head}{self._dotted()}"

    def _dotted(self) -> str:
        return ".".join(uri_text(part) for part in self.parts)

    @property
    def hexadecimal(self) -> str:
        """The memory of the tag, whole words, upper case.

        Raises:
            NotCanonicalEpc: a part does not fit the scheme.
        """
        value = self.scheme.header
        if self.scheme.partitioned:
            partition = _partition(self.scheme, self.parts[0])
            if not 0 <= self.filter <= HIGHEST_FILTER:
                raise NotCanonicalEpc(scheme=self.scheme.name, found=self.filter, part=0)
            value = value << 6 | self.filter << 3 | partition
            layout = self.scheme.layouts[partition]
        else:
            layout = self.scheme.layouts[0]
        named = [field for field in layout if field.content is not Content.RESERVED]
        if len(named) != len(self.parts):
            raise NotCanonicalEpc(scheme=self.scheme.name, found=self._dotted(), part=len(named))
        texts = iter(self.parts)
        for number, field in enumerate(layout, start=1):
            text = "" if field.content is Content.RESERVED else next(texts)
            bits = written_field(field, text)
            if bits is None:
                raise NotCanonicalEpc(scheme=self.scheme.name, found=text or "-", part=number)
            value = value << field.bits | bits
        digits = self.scheme.hex_digits
        return f"{value << digits * 4 - self.scheme.bits:0{digits}X}"


def epc_of_hex(text: str) -> Epc:
    """The EPC that a tag's memory (hexadecimal) holds.

    >>> epc_of_hex("3074257BF7194E4000001A85").tag_uri
    'urn:epc:tag:sgtin-96:3.0614141.812345.6789'

    Raises:
        NotHexadecimal: other characters.
        UnknownEpcHeader: not coded to GS1, E2… for example; or to a scheme of ``epc_plus``.
        UnreadEpcScheme: coded to a scheme that is not read.
        WrongEpcLength: not the length of its scheme.
        NotCanonicalEpc: content that the standard forbids.
    """
    digits = needed_hexadecimal(text)
    header = int(digits[:2], 16)
    scheme = BY_HEADER.get(header)
    if scheme is None:
        if header in UNREAD_SCHEMES:
            raise UnreadEpcScheme(scheme=UNREAD_SCHEMES[header])
        raise UnknownEpcHeader(header=digits[:2])
    if len(digits) != scheme.hex_digits:
        raise WrongEpcLength(scheme=scheme.name, expected=scheme.hex_digits, length=len(digits))
    value, width = int(digits, 16), len(digits) * 4 - 8
    if not scheme.partitioned:
        return Epc(scheme, 0, _parts(scheme, scheme.layouts[0], value, width))
    head = value >> width - 6 & 0x3F
    if head & 7 >= len(scheme.layouts):
        raise NotCanonicalEpc(scheme=scheme.name, found=head & 7, part=0)
    return Epc(scheme, head >> 3, _parts(scheme, scheme.layouts[head & 7], value, width - 6))


def _parts(scheme: Scheme, layout: tuple[Field, ...], value: int, width: int) -> tuple[str, ...]:
    """The fields that follow in the low ``width`` bits of ``value``."""
    parts = []
    for number, field in enumerate(layout, start=1):
        width -= field.bits
        bits = value >> width & (1 << field.bits) - 1
        text = read_field(field, bits)
        if text is None:
            raise NotCanonicalEpc(scheme=scheme.name, found=f"{bits:X}", part=number)
        if field.content is not Content.RESERVED:
            parts.append(text)
    if value & (1 << width) - 1:
        raise NotCanonicalEpc(scheme=scheme.name, found=f"{value & (1 << width) - 1:X}", part=4)
    return tuple(parts)


def _partition(scheme: Scheme, company: str) -> int:
    for partition, (digits, _) in enumerate(COMPANY_BITS):
        if len(company) == digits:
            return partition
    raise NotCanonicalEpc(scheme=scheme.name, found=company, part=1)


def sgtin_96(gtin: str, company_digits: int, serial: str, filter_value: int = 1) -> Epc:
    """The SGTIN-96 of a unit: ``gtin`` of 14 digits, a numeric ``serial`` below 2**38.

    Raises:
        IdentifierRefused: a GTIN or a serial that this scheme cannot hold.
    """
    company = gtin[1 : 1 + company_digits]
    item = gtin[0] + gtin[1 + company_digits : -1]
    epc = Epc(BY_NAME["sgtin-96"], filter_value, (company, item, serial))
    return epc_of_hex(epc.hexadecimal)


def giai_96(company: str, reference: str, filter_value: int = 0) -> Epc:
    """The GIAI-96 of an asset with a numeric ``reference``.

    Raises:
        NotCanonicalEpc: a company prefix or a reference that this scheme cannot hold.
    """
    return epc_of_hex(Epc(BY_NAME["giai-96"], filter_value, (company, reference)).hexadecimal)
