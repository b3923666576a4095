import json
from dataclasses import replace

import pytest

from leghorn_bench.readers.dialect import Identity, LineSettings
from leghorn_bench.readers.known import Dress, KnownReader, Role
from leghorn_bench.readers.ports import PortSeen, UsbIdentity

USB = UsbIdentity(0x1A86, 0x7523, None, "1-2")
PAD = KnownReader.of(
    PortSeen("/dev/ttyUSB0", usb=USB),
    Identity("m100", "M100 V1.00", "V2.3.1"),
    LineSettings(115200),
)
SCANNER = KnownReader.of(PortSeen("COM1"), Identity("ascii"), LineSettings(9600, "E", 2))


def test_what_is_found_has_its_role() -> None:
    assert (PAD.role, SCANNER.role) == (Role.RFID, Role.BARCODE)


DRESSED = replace(SCANNER, dress=Dress("~", "#\\r", datalogic=True, acknowledge=True))


@pytest.mark.parametrize("reader", [PAD, SCANNER, DRESSED])
def test_a_reader_is_the_same_after_the_settings_file(reader: KnownReader) -> None:
    assert KnownReader.from_facts(json.loads(json.dumps(reader.as_facts()))) == reader


def test_a_reader_of_an_older_settings_file_dresses_nothing() -> None:
    facts = SCANNER.as_facts()
    del facts["dress"]
    assert KnownReader.from_facts(facts) == SCANNER


def test_facts_that_are_no_reader_are_refused() -> None:
    with pytest.raises(KeyError):
        KnownReader.from_facts({"dialect": "ascii"})


def test_a_reader_is_looked_for_by_its_usb_device() -> None:
    assert PAD.address_now([PortSeen("/dev/ttyUSB7", usb=USB)]) == "/dev/ttyUSB7"
    assert PAD.address_now([PortSeen("/dev/ttyUSB0")]) is None


def test_a_built_in_port_keeps_its_name() -> None:
    assert SCANNER.address_now([]) == "COM1"
