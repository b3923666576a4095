"""Single entries of the register, by hand: a unit that no file brought, a late extension."""

from collections.abc import Mapping
from dataclasses import replace

from leghorn_bench.domain.identifiers import Kind, skeleton
from leghorn_bench.domain.identifiers.on_file import keys_on_file
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Sale
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import add, read, save


def enter_unit(
    bench: Bench, product_id: int, serial: str, numbers: Mapping[Kind, str] | None = None
) -> Device:
    """Put a unit on file, under its serial and the ``numbers`` of its tags and chips.

    Raises:
        IdentifierRefused: the serial or a number is none.
        RecordExists: the product has a unit of that serial.
    """
    ((_, value), *_) = keys_on_file(Kind.SERIAL, serial)
    keys = {(Kind.SERIAL.value, value)}
    for kind, number in (numbers or {}).items():
        keys |= {key for key in keys_on_file(kind, number) if key[0] != Kind.SERIAL}
    stamp = bench.stamp()
    with bench.store.transaction():
        device = add(bench.store, Device(product_id=product_id, serial=value), stamp)
        for kind_word, known in sorted(keys):
            identifier = DeviceIdentifier(
                device_id=device.id,
                kind=kind_word,
                value=known,
                skeleton=skeleton(known) if kind_word == Kind.SERIAL else None,
            )
            add(bench.store, identifier, stamp)
    return device


def accept_extension(bench: Bench, sale_id: int) -> Sale:
    """Let a warranty extension count that was ordered after the product (POLICY §3).

    Raises:
        NotAllowed: the operator is no administrator.
        RecordMissing, RecordChanged: the sale is not there, or was changed meanwhile.
    """
    bench.require(Right.ACCEPT_LATE_EXTENSION)
    stamp = bench.stamp()
    with bench.store.transaction():
        sale = read(bench.store, Sale, sale_id)
        if sale.extension_accepted_at is not None:
            return sale
        accepted = replace(sale, extension_accepted_by=stamp.who, extension_accepted_at=stamp.at)
        return save(bench.store, accepted, stamp, "extension accepted")
