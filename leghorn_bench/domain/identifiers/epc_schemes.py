"""The binary layouts of the GS1 EPC schemes (EPC Tag Data Standard 1.x, READERS §10)."""

from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType


class Content(Enum):
    """How the bits of a field become text."""

    PADDED = auto()
    """A decimal number with leading zeros to its width."""
    NUMBER = auto()
    """A decimal number without leading zeros."""
    TEXT = auto()
    """Seven-bit characters, the rest zero."""
    RESERVED = auto()
    """Zero, and no part of the identity."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a scheme."""

    bits: int
    content: Content
    digits: int = 0
    """Width of a padded number."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One EPC scheme: its header, and its fields for each length of the company prefix."""

    name: str
    """As in tag URIs: ``sgtin-96``."""
    header: int
    bits: int
    layouts: tuple[tuple[Field, ...], ...]
    """By partition value; a scheme without partition has one."""
    partitioned: bool = True
    """False: neither a filter nor a partition (GID-96)."""

    @property
    def family(self) -> str:
        """As in pure identity URIs: ``sgtin``."""
        return self.name.partition("-")[0]

    @property
    def hex_digits(self) -> int:
        """Digits in the tag's memory, which holds whole words of 16 bits."""
        return -(-self.bits // 16) * 4


COMPANY_BITS = ((12, 40), (11, 37), (10, 34), (9, 30), (8, 27), (7, 24), (6, 20))
"""Digits and bits of the company prefix by partition value."""

_SGTIN = (4, 7, 10, 14, 17, 20, 24)
_SSCC = (18, 21, 24, 28, 31, 34, 38)
_SGLN = (1, 4, 7, 11, 14, 17, 21)
_SERIAL_96 = Field(38, Content.NUMBER)


def _layouts(
    item_bits: tuple[int, ...], shortest: int, tail: Field
) -> tuple[tuple[Field, ...], ...]:
    """Company, item (``shortest`` digits beside a 12-digit company) and ``tail``."""
    return tuple(
        (
            Field(bits, Content.PADDED, digits),
            Field(item, Content.PADDED, shortest + 12 - digits),
            tail,
        )
        for (digits, bits), item in zip(COMPANY_BITS, item_bits, strict=True)
    )


def _asset_layouts(content: Content, bits_in_all: int) -> tuple[tuple[Field, ...], ...]:
    """Company and a reference that fills the rest (GIAI)."""
    return tuple(
        (Field(bits, Content.PADDED, digits), Field(bits_in_all - bits, content))
        for digits, bits in COMPANY_BITS
    )


SCHEMES = (
    Scheme("sgtin-96", 0x30, 96, _layouts(_SGTIN, 1, _SERIAL_96)),
    Scheme("sgtin-198", 0x36, 198, _layouts(_SGTIN, 1, Field(140, Content.TEXT))),
    Scheme("sscc-96", 0x31, 96, _layouts(_SSCC, 5, Field(24, Content.RESERVED))),
    Scheme("sgln-96", 0x32, 96, _layouts(_SGLN, 0, Field(41, Content.NUMBER))),
    Scheme("sgln-195", 0x39, 195, _layouts(_SGLN, 0, Field(140, Content.TEXT))),
    Scheme("grai-96", 0x33, 96, _layouts(_SGTIN, 0, _SERIAL_96)),
    Scheme("grai-170", 0x37, 170, _layouts(_SGTIN, 0, Field(112, Content.TEXT))),
    Scheme("giai-96", 0x34, 96, _asset_layouts(Content.NUMBER, 82)),
    Scheme("giai-202", 0x38, 202, _asset_layouts(Content.TEXT, 188)),
    Scheme("gsrn-96", 0x2D, 96, _layouts(_SSCC, 5, Field(24, Content.RESERVED))),
    Scheme("gsrnp-96", 0x2E, 96, _layouts(_SSCC, 5, Field(24, Content.RESERVED))),
    Scheme("gdti-96", 0x2C, 96, _layouts(_SGLN, 0, Field(41, Content.NUMBER))),
    Scheme("gdti-174", 0x3E, 174, _layouts(_SGLN, 0, Field(119, Content.TEXT))),
    Scheme(
        "gid-96",
        0x35,
        96,
        ((Field(28, Content.NUMBER), Field(24, Content.NUMBER), Field(36, Content.NUMBER)),),
        partitioned=False,
    ),
)

BY_HEADER = MappingProxyType({scheme.header: scheme for scheme in SCHEMES})
BY_NAME = MappingProxyType({scheme.name: scheme for scheme in SCHEMES})
