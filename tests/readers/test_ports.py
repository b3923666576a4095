from leghorn_bench.readers.ports import PortSeen, UsbIdentity, port_of, ports_seen

SCANNER = UsbIdentity(0x05E0, 0x1701, "S123", "1-1")
ADAPTER = UsbIdentity(0x1A86, 0x7523, None, "1-2")


def seen(device: str, usb: UsbIdentity | None) -> PortSeen:
    return PortSeen(device, usb=usb)


def test_every_port_has_a_name() -> None:
    assert all(port.device for port in ports_seen())


def test_a_reader_is_found_under_another_port_name() -> None:
    ports = [seen("COM3", None), seen("COM9", SCANNER)]
    assert port_of(SCANNER, ports) == ports[1]


def test_a_reader_with_a_serial_number_is_found_in_another_socket() -> None:
    moved = UsbIdentity(0x05E0, 0x1701, "S123", "2-4")
    twin = UsbIdentity(0x05E0, 0x1701, "S124", "1-1")
    assert port_of(SCANNER, [seen("COM3", twin), seen("COM4", moved)]) == seen("COM4", moved)


def test_adapters_without_serial_number_are_told_apart_by_their_socket() -> None:
    twin = UsbIdentity(0x1A86, 0x7523, None, "1-3")
    ports = [seen("COM3", twin), seen("COM4", ADAPTER)]
    assert port_of(ADAPTER, ports) == ports[1]


def test_the_only_adapter_of_its_kind_is_found_in_any_socket() -> None:
    moved = UsbIdentity(0x1A86, 0x7523, None, "1-9")
    assert port_of(ADAPTER, [seen("COM3", moved)]) == seen("COM3", moved)


def test_two_strangers_of_the_same_kind_are_not_taken_for_a_known_reader() -> None:
    strangers = [
        seen(f"COM{number}", UsbIdentity(0x1A86, 0x7523, None, f"1-{number}")) for number in (3, 4)
    ]
    assert port_of(ADAPTER, strangers) is None
