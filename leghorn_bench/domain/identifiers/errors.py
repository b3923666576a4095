"""Why a scanned text is not what it seems to be, one sentence a reason."""

from leghorn_bench.domain.errors import BenchError

SHOWN = 40


def shown(text: str) -> str:
    """``text`` cut and made printable, as a sentence may quote it."""
    cut = text if len(text) <= SHOWN else text[:SHOWN] + "…"
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in cut)


class IdentifierRefused(BenchError):
    """A text or a number that cannot be taken as the identifier it was tried as."""


class NothingScanned(IdentifierRefused):
    """An empty scan."""

    sentence = "Expected an identifier, found an empty text. Scan or type it again."


class TooLong(IdentifierRefused):
    """More characters than any label carries."""

    sentence = (
        "Expected at most {limit} characters, found {length}."
        " Scan the label of the device, not another code."
    )


class UnreadableCharacter(IdentifierRefused):
    """A control character, a lone surrogate or an invisible one within the text."""

    sentence = (
        "Expected printable characters, found {found} at position {position}."
        " Scan again, or type the identifier as printed."
    )


class UnknownSymbology(IdentifierRefused):
    """The text begins with ``]`` and no known AIM identifier follows."""

    sentence = (
        "Expected a symbology identifier such as ]C1 or ]d2, found {found}."
        " Check the settings of the scanner."
    )


class EmptySymbol(IdentifierRefused):
    """A symbology identifier and nothing behind it."""

    sentence = (
        "Expected data after the symbology identifier {aim}, found none. Scan the code again."
    )


class WrongCheckDigit(IdentifierRefused):
    """A misread number: its check digit tells."""

    sentence = "Expected check digit {expected} in {found}: the code was misread. Scan it again."


class NotGtin(IdentifierRefused):
    """No number of 8, 12, 13 or 14 digits."""

    sentence = "Expected a GTIN of 8, 12, 13 or 14 digits, found {found}."


class NotElementString(IdentifierRefused):
    """GS1 knows no element that fits what stands there."""

    sentence = "Expected a GS1 element string, found {found}, which no application identifier fits."


class NoPrimaryElement(IdentifierRefused):
    """Without an AIM identifier only a text that begins with a GS1 key is taken for GS1."""

    sentence = "Expected a GS1 key such as (01) at the start, found {found}."


class NotDigitalLink(IdentifierRefused):
    """No web address, or one that carries no GS1 key."""

    sentence = "Expected a web address with a GS1 key such as /01/, found {found}."


class NotLabel(IdentifierRefused):
    """Not one of our own printed labels."""

    sentence = "Expected a label of this bench (LB:C:, LB:D: and so on), found {found}."


class NotHexadecimal(IdentifierRefused):
    """Something else than pairs of hexadecimal digits."""

    sentence = "Expected pairs of hexadecimal digits, found {found}."


class NotUid(IdentifierRefused):
    """No ISO 15693 or ISO 14443 serial number."""

    sentence = "Expected 4, 7 or 10 bytes, or 8 bytes with E0 at one end, found {found}."


class NotTid(IdentifierRefused):
    """No Gen2 tag identification."""

    sentence = "Expected a chip number of at least 4 bytes beginning with E2, found {found}."


class NotCard(IdentifierRefused):
    """No 125 kHz card number."""

    sentence = "Expected a card number of 5 bytes, or as printed on a card, found {found}."


class NotEpcUri(IdentifierRefused):
    """No ``urn:epc:id:`` or ``urn:epc:tag:`` that EPC TDS allows."""

    sentence = (
        "Expected an EPC address such as urn:epc:id:sgtin:0614141.812345.6789, found {found}."
    )


class UnknownEpcHeader(IdentifierRefused):
    """The first byte names no EPC scheme that is read here."""

    sentence = "Expected the header of a GS1 EPC, found {header}: the tag was not coded to GS1."


class UnreadEpcScheme(IdentifierRefused):
    """A scheme of GS1 for other things than those that come to this bench."""

    sentence = (
        "Expected an EPC of goods, assets or parcels, found one of {scheme}."
        " Look the device up by its serial number."
    )


class WrongEpcLength(IdentifierRefused):
    """A scheme whose tag must be longer or shorter."""

    sentence = "Expected {expected} hexadecimal digits for {scheme}, found {length}."


class NotCanonicalEpc(IdentifierRefused):
    """A header of GS1 over content that GS1 forbids."""

    sentence = (
        "Expected {scheme} data that GS1 allows, found {found} in its part {part}:"
        " the tag was coded wrongly."
    )


class NotAnEpc(IdentifierRefused):
    """The protocol-control word says that the tag follows ISO and not GS1."""

    sentence = "Expected a GS1 tag, found the ISO application family {family} in its control word."


class NotSerial(IdentifierRefused):
    """Nothing a person would call a serial number."""

    sentence = "Expected a serial number of at most {limit} printable characters, found {found}."
