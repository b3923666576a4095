from dataclasses import replace

from leghorn_bench.readers.dialect import Identity, LineSettings
from leghorn_bench.readers.ends import PtyEnd
from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.known import Dress, KnownReader
from leghorn_bench.readers.ports import PortSeen, UsbIdentity
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.remembered import link_to
from leghorn_bench.readers.simulator import Simulator
from tests.readers.listening import running

EPC = "303400000000000000000001"
USB = UsbIdentity(0x1A86, 0x7523, None, "1-2")


def test_a_scanner_and_a_pad_are_heard_at_once_each_by_its_own_link() -> None:
    with Simulator(dialect("ascii")) as scanner, Simulator(dialect("m100")) as pad:
        yesterday = PortSeen("/dev/ttyUSB0", usb=USB)
        known_pad = KnownReader.of(yesterday, Identity("m100"), LineSettings(115200))
        known_scanner = KnownReader.of(
            PortSeen(scanner.port), Identity("ascii"), LineSettings(9600), pushes=True
        )
        today = [PortSeen("/dev/ttyS0"), PortSeen(pad.port, usb=USB)]
        with (
            running(link_to(known_scanner)) as barcodes,
            running(link_to(known_pad, ports=lambda: today)) as tags,
        ):
            barcodes.until_condition(Condition.READY)
            tags.until_condition(Condition.READY)
            scanner.show("LB:C:2026-17")
            pad.show(EPC)
            barcodes.until(lambda it: it.texts == ["LB:C:2026-17"])
            tags.until(lambda it: it.epcs == [EPC])


def test_a_remembered_reader_that_is_not_plugged_in_is_absent() -> None:
    reader = KnownReader.of(PortSeen("COM3", usb=USB), Identity("m100"), LineSettings(115200))
    with running(link_to(reader, ports=list)) as heard:
        heard.until_condition(Condition.ABSENT)


def test_a_scanner_is_read_as_it_was_programmed_to_dress_its_lines() -> None:
    end = PtyEnd()
    known = KnownReader.of(PortSeen(end.name), Identity("ascii"), LineSettings(9600), pushes=True)
    dress = Dress("~", "#\\r\\n", datalogic=True, acknowledge=True)
    with running(link_to(replace(known, dress=dress))) as heard:
        heard.until_condition(Condition.READY)
        end.write(b"~B5901234123457#\r\n")
        heard.until(lambda it: it.texts == ["]E05901234123457"])
        assert end.read(5) == b"\x06"
        end.write(b"B5901234123457#\r\n")
        assert end.read(5) == b"\x15"
    end.close()
