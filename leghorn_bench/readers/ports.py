"""The serial ports of this computer, each with the USB device behind it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UsbIdentity:
    """What a USB device is known by, whatever port name it gets today."""

    vendor: int
    product: int
    serial: str | None = None
    """The maker's serial number; cheap adapters have none, or all the same."""
    location: str | None = None
    """The socket it is plugged into, e.g. ``1-1.4``; it tells two adapters without serial apart."""


@dataclass(frozen=True, slots=True)
class PortSeen:
    """A port that is there now."""

    device: str
    """Its name: COM3, /dev/ttyUSB0, or a URL."""
    maker: str | None = None
    product: str | None = None
    usb: UsbIdentity | None = None


def ports_seen() -> list[PortSeen]:
    """All serial ports, those of USB devices first: a reader is likelier there."""
    from serial.tools import list_ports  # noqa: PLC0415 - 16 ms that a start does not need

    ports = [
        PortSeen(
            device=port.device,
            maker=port.manufacturer,
            product=port.product or (port.description if port.description != "n/a" else None),
            usb=None
            if port.vid is None or port.pid is None
            else UsbIdentity(port.vid, port.pid, port.serial_number, port.location),
        )
        for port in list_ports.comports()
    ]
    return sorted(ports, key=lambda port: (port.usb is None, port.device))


def port_of(usb: UsbIdentity, ports: Iterable[PortSeen]) -> PortSeen | None:
    """Where the device known as ``usb`` is now; None when it is not there, or cannot be told apart.

    The serial number decides, then the socket; a device that is the only one of its kind is
    found in any socket.
    """
    kin = [port for port in ports if port.usb is not None and _is_kin(port.usb, usb)]
    same_socket = [port for port in kin if port.usb and port.usb.location == usb.location]
    if len(same_socket) == 1:
        return same_socket[0]
    return kin[0] if len(kin) == 1 else None


def _is_kin(one: UsbIdentity, other: UsbIdentity) -> bool:
    """Same product, and no serial number that speaks against it."""
    return (one.vendor, one.product, one.serial) == (other.vendor, other.product, other.serial)
