"""A reader that was found once, as it is remembered in the settings."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any, Self

from leghorn_bench.readers.dialect import Identity, LineSettings
from leghorn_bench.readers.ports import PortSeen, UsbIdentity, port_of


class Role(Enum):
    """What a reader is for on this bench."""

    BARCODE = "barcode"
    RFID = "rfid"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a barcode scanner was programmed to dress its lines, and what it waits for."""

    prefix: str = ""
    """Every line begins with it. In both ``\\r``, ``\\n``, ``\\t`` stand for CR, LF, Tab."""
    suffix: str = ""
    """Ends a line; empty: CR, LF, Tab, ETX or a pause, whichever comes."""
    datalogic: bool = False
    """Datalogic's own letters name the symbology, in place of AIM identifiers."""
    acknowledge: bool = False
    """It waits for ACK after each line, and sends it again after NAK."""


@dataclass(frozen=True, slots=True)
class KnownReader:
    """A remembered reader."""

    dialect: str
    address: str
    """The port's name or URL when it was last found."""
    line: LineSettings
    role: Role
    usb: UsbIdentity | None = None
    """None: a built-in port or a URL, known by its address."""
    model: str | None = None
    firmware: str | None = None
    pushes: bool = False
    """It was known by what it said unasked, and is never asked."""
    dress: Dress = Dress()
    """Of a barcode scanner."""

    @classmethod
    def of(
        cls, port: PortSeen, identity: Identity, line: LineSettings, *, pushes: bool = False
    ) -> Self:
        """A reader just found on ``port``."""
        return cls(
            identity.dialect,
            port.device,
            line,
            Role.BARCODE if identity.dialect == "ascii" else Role.RFID,
            port.usb,
            identity.model,
            identity.firmware,
            pushes,
        )

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """The reader that ``as_facts`` told of.

        Raises:
            KeyError, TypeError, ValueError: ``facts`` are not such a reader's.
        """
        usb = facts["usb"]
        return cls(
            str(facts["dialect"]),
            str(facts["address"]),
            LineSettings(**facts["line"]),
            Role(facts["role"]),
            None if usb is None else UsbIdentity(**usb),
            facts["model"],
            facts["firmware"],
            bool(facts["pushes"]),
            Dress(**facts.get("dress", {})),  # of a settings file from before there was one
        )

    def as_facts(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return asdict(self) | {"role": self.role.value}

    def address_now(self, ports: Iterable[PortSeen]) -> str | None:
        """The name of its port today; None while it is not plugged in."""
        if self.usb is None:
            return self.address
        port = port_of(self.usb, ports)
        return None if port is None else port.device
