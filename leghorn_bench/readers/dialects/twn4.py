"""Elatec TWN4 with the Simple Protocol: hex digits and CR, no checksum.

A command is ``api function parameters``, an answer ``error results``. With its factory firmware
the reader types identifiers instead: that is ``ascii``.
"""

import re
from collections.abc import Sequence

from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import told_of_itself
from leghorn_bench.readers.iso15693 import e0_first
from leghorn_bench.readers.lines import LineDecoder
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of

VERSION, SEARCH = "0004FF", "0500FF"
COMMANDS = {VERSION: "version", SEARCH: "search_tag"}
TYPES = {
    0x40: "EM4102", 0x45: "FDX-B", 0x80: "ISO 14443A", 0x81: "ISO 14443B", 0x82: "ISO 15693",
    0x83: "LEGIC", 0x84: "iCLASS",
}  # fmt: skip
ISO15693 = 0x82
ERRORS = {
    1: "unknown function", 2: "parameter missing", 3: "parameter left over", 4: "wrong function",
    5: "not understood",
}  # fmt: skip
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")
_TAG = re.compile(rb"(?=(0001(?:40|45|8[0-4])[0-9A-F]{6,}\Z))")
_NAME = b"TWN"
"""What every firmware's name begins with."""


class Twn4Decoder(LineDecoder):
    """Answers, and the commands of the bench."""

    def meaning(self, line: str) -> Sequence[Event] | None:
        """A line of hex digits that is exactly as long as it says."""
        if line in COMMANDS:
            return (Status("command", {"name": COMMANDS[line], "data": line}),)
        if not line:
            return ()
        return _spoken(line) if _HEX.fullmatch(line) else None

    def glitch(self, line: bytes) -> int:
        """A tag's answer says its own length, so it is found behind any garbage."""
        return _late_tag(line) or super().glitch(line)


def _spoken(line: str) -> Sequence[Event] | None:
    error, data = int(line[:2], 16), bytes.fromhex(line[2:])
    if error in ERRORS and not data:
        return (Status("error", {"error": line, "text": ERRORS[error]}),)
    if not error and data == b"\x00":
        return (Status("no_tag"),)
    if not error and (found := _found(data)):
        return found
    if _late_tag(line.encode()):
        return None
    if error:
        # An api that the bench does not use: somebody else's command.
        return (Status("command", {"name": "", "data": line}),) if data else None
    return _told(data)


def _late_tag(line: bytes) -> int:
    """Where, after the first digit, a tag's answer begins that ends the line; 0 for nowhere."""
    for late in _TAG.finditer(line, 1):
        digits = late[1].decode()
        if len(digits) % 2 == 0 and _found(bytes.fromhex(digits[2:])):
            return late.start()
    return 0


def _found(data: bytes) -> Sequence[Event] | None:
    """01, type, bits, length, identifier."""
    if len(data) < 5 or data[0] != 1 or data[3] != len(data) - 4 or data[2] > data[3] * 8:
        return None
    uid = data[4:]
    return (TagRead(uid=e0_first(uid) if data[1] == ISO15693 else uid),)


def _told(data: bytes) -> Sequence[Event]:
    """A length and the version's text, or what another command gave."""
    text = data[1:]
    if text.startswith(_NAME) and data[0] == len(text):
        return (Status("info", {"text": text.decode("ascii", "replace").rstrip("\0")}),)
    return (Status("answer" if data else "ack", {"data": data.hex().upper()}),)


def identity(events: Sequence[Event]) -> Identity | None:
    """Model and firmware stand in one text, e.g. ``TWN4/B1.08/NCF3.05/S1SC1.75``."""
    facts = told_of_itself(events)
    if facts is None:
        return None
    model, _, firmware = f"{facts['text']}".partition("/")
    return Identity("twn4", model, firmware or None)


_TOLD = b"TWN4/B1.08/CCF3.05/PRS1.04"


def _answer(said: Status) -> bytes:
    if said.facts["name"] == "version":
        return b"00%02X%s\r" % (len(_TOLD), _TOLD.hex().upper().encode())
    return b"0000\r" if said.facts["name"] == "search_tag" else b"01\r"


def _line(tag: TagRead | str) -> bytes:
    uid = identifier_of(tag, (4, 5, 7, 8, 10))
    kind = {5: 0x40, 8: ISO15693}.get(len(uid), 0x80)
    head = bytes((0, 1, kind, len(uid) * 8, len(uid)))
    return (head + uid).hex().upper().encode() + b"\r"


DIALECT = Dialect(
    name="twn4",
    label="Elatec TWN4 (Simple Protocol)",
    lines=(LineSettings(9600), LineSettings(115200)),
    decoder=Twn4Decoder,
    simulation=lambda: SimulatedReader(
        Twn4Decoder(), _answer, lambda tags: b"".join(map(_line, tags))
    ),
    identity=identity,
    question=VERSION.encode() + b"\r",
    poll=SEARCH.encode() + b"\r",
)
