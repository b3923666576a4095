import json

from leghorn_bench.readers.dialect import Identity, LineSettings
from leghorn_bench.readers.discovery import Pace
from leghorn_bench.readers.known import KnownReader
from leghorn_bench.readers.listing import detected, listed
from leghorn_bench.readers.ports import PortSeen, UsbIdentity
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator

PAD = PortSeen("COM7", "QinHeng", "USB Serial", UsbIdentity(0x1A86, 0x7523, None, "1-2"))


def test_a_port_is_listed_with_its_usb_device_and_the_reader_remembered_for_it() -> None:
    known = KnownReader.of(PAD, Identity("m100", "M100 V1.00"), LineSettings(115200))
    plain, pad = listed([PortSeen("COM1"), PAD], [known])
    assert plain["reader"] is None
    assert plain["usb"] is None
    assert (pad["usb"], pad["maker"], pad["location"]) == ("1A86:7523", "QinHeng", "1-2")
    assert pad["reader"]["dialect"] == "m100"


def test_a_reader_is_detected_and_told_as_json() -> None:
    with Simulator(dialect("m100")) as pad:
        port = PortSeen(pad.port)
        facts = json.loads(json.dumps(detected([port], Pace(0.01, 0.1, scan_s=0))))
    assert facts[0]["reader"] == {
        "dialect": "m100", "role": "rfid", "model": "M100 V1.00", "firmware": "V2.3.1",
        "baud": 115200, "parity": "N", "stop_bits": 1,
    }  # fmt: skip
