"""The keys under which an identifier that is put on file will be found, however it is scanned."""

from leghorn_bench.domain.identifiers.epc_readings import keys_of_memory, read_epc_uri
from leghorn_bench.domain.identifiers.errors import NotHexadecimal, shown
from leghorn_bench.domain.identifiers.interpret import read_serial
from leghorn_bench.domain.identifiers.reading import Key, Kind
from leghorn_bench.domain.identifiers.scan import scanned
from leghorn_bench.domain.identifiers.tags import interpret_tag


def keys_on_file(kind: Kind, text: str) -> tuple[Key, ...]:
    """The keys of ``text`` as a register or a person gives it; the first is its normal form.

    ``kind`` is ``serial``, ``epc`` (hexadecimal or ``urn:epc:tag:…``), ``tid`` or ``uid`` (also the
    five bytes of a 125 kHz card). An EPC is found by its GTIN and serial too, a card by the
    numbers printed on it; a TID without a serial number of its own finds nothing and has no key.

    >>> keys_on_file(Kind.UID, "b1 02 4f 95 50 01 04 e0")
    (('uid', 'E0040150954F02B1'),)

    Raises:
        IdentifierRefused: unreadable, or no hexadecimal where it must be.
    """
    scan = scanned(text)
    if kind is Kind.SERIAL:
        return read_serial(scan).keys
    if kind is Kind.EPC and scan.text[:4].lower() == "urn:":
        return read_epc_uri(scan).keys
    if scan.hexadecimal is None:
        raise NotHexadecimal(found=shown(scan.text))
    if kind is Kind.EPC:
        return keys_of_memory(scan.hexadecimal)
    number = bytes.fromhex(scan.hexadecimal)
    meant = interpret_tag(tid=number) if kind is Kind.TID else interpret_tag(uid=number)
    return meant.keys
