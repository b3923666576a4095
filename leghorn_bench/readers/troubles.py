"""What can be wrong with a port, each trouble with its sentence."""

from typing import ClassVar

from leghorn_bench.domain.errors import BenchError


class PortTrouble(BenchError):
    """A port that cannot be used now; ``port`` is its name."""


class PortAbsent(PortTrouble):
    """Nothing is plugged in under that name."""

    sentence: ClassVar[str] = (
        "The reader should be on {port}, but there is no such port. Plug the reader in."
    )


class PluggedInNowhere(PortAbsent):
    """A reader that is known by its USB device is on no port at all."""

    sentence: ClassVar[str] = "The reader is not plugged in to this computer. Plug it in."


class PortLost(PortTrouble):
    """The port was open and broke away; ``reason`` is the system's own word."""

    sentence: ClassVar[str] = "The reader on {port} no longer answers ({reason}). Plug it in again."


class PortDenied(PortTrouble):
    """The operating system forbids the port; ``group`` may use it, ``user`` is not in it."""

    sentence: ClassVar[str] = (
        "The user {user} may not open {port}, which belongs to the group {group}. Type once: "
        "sudo usermod -aG {group} {user}, then sign out and in again."
    )


class PortDeniedToAll(PortTrouble):
    """The operating system forbids the port, and no group but the administrator's may use it."""

    sentence: ClassVar[str] = (
        "Only the administrator may open {port}. Copy the bench's udev rule "
        "packaging/linux/60-leghorn-bench.rules into /etc/udev/rules.d, "
        "then plug the reader in again."
    )


class PortTaken(PortTrouble):
    """Another program has the port open, and nobody can tell which."""

    sentence: ClassVar[str] = "Another program is using {port}. Close it."


class PortTakenBy(PortTaken):
    """Another program, ``program`` with process number ``process``, has the port open."""

    sentence: ClassVar[str] = "{program} (process {process}) is using {port}. Close it."


class PortRefused(PortTrouble):
    """The port is there and cannot be used so; ``reason`` is the system's own word."""

    sentence: ClassVar[str] = (
        "{port} cannot be used ({reason}). Expected a port such as COM3, /dev/ttyUSB0, "
        "socket://host:port or rfc2217://host:port: choose another."
    )


class EndRefused(PortTrouble):
    """A simulated or played reader cannot be given this port."""

    sentence: ClassVar[str] = (
        "A simulated reader cannot be put on {port} ({reason}). "
        "Give pty, or socket://HOST:PORT with a free port."
    )
