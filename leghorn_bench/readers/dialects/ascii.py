"""Barcode scanners that send lines of text over a serial port."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, LineRead, TagRead
from leghorn_bench.readers.framing import UNFINISHED, FrameDecoder
from leghorn_bench.readers.simulated import SimulatedReader, mute

LONGEST_LINE = 8192
"""Bytes; the fullest QR code holds 7,089 digits."""

STX = 0x02

# GS and its kin stay (GS1, ISO 15434); other control characters are no barcode, but noise.
_TEXT = re.compile(rb"[\x04\x1c-\x1e\x20-\x7e\x80-\xff]+")
# ISO/IEC 15424: a letter for the symbology, then a digit of base 16 for its options.
_AIM = re.compile(rb"\][A-IJ-QRSTUVXYZac-hlmopqrstuwxz][0-9A-F]")
_GLITCH = re.compile(rb"[^\x20-\x7e]+")
_END = re.compile(rb"[\r\n\t\x03]|(?=\x02)")

DATALOGIC_IDS: Mapping[bytes, bytes] = {
    b"A": b"]E4", b"B": b"]E0", b"N": b"]I0", b"T": b"]C0", b"V": b"]A0", b"k": b"]C1",
}  # fmt: skip
"""Datalogic's own letters for a symbology, as the AIM identifier of the same (D8330 manual)."""


@dataclass(frozen=True, slots=True)
class AsciiSettings:
    """How this scanner was programmed to dress its lines."""

    prefix: bytes = b""
    """Every line starts with it; others are noise."""
    suffix: bytes = b""
    """Ends a line. Empty: CR, LF, CRLF, TAB, ETX or a pause, whichever comes."""
    vendor_ids: Mapping[bytes, bytes] = field(default_factory=dict)
    """The maker's own symbology letters, each with the AIM identifier that takes its place."""
    encoding: str = "utf-8"


class AsciiDecoder(FrameDecoder):
    """Lines of text; a line with control characters or an impossible AIM identifier is noise."""

    starts = re.compile(rb"[\x00-\xff]")

    def __init__(self, settings: AsciiSettings | None = None) -> None:
        super().__init__()
        self._settings = settings or AsciiSettings()
        suffix = self._settings.suffix
        self._end = re.compile(re.escape(suffix)) if suffix else _END
        lengths = {len(own) for own in self._settings.vendor_ids}
        self._vendor_lengths = sorted(lengths, reverse=True)
        """Of the maker's letters, the longest first: "A" must not hide "AB"."""
        self._end_before = len(suffix[1:])
        """Bytes of an end that can be there before its last one comes."""
        self._too_long = False

    def silence(self) -> Iterator[Event]:
        """A pause ends the line, be it endless."""
        events = super().silence()
        self._too_long = False
        return events

    def broken_off(self) -> Iterator[Event]:
        """No pause has ended the line: half an identifier is another one."""
        self._too_long = False
        return iter(self._give_up())

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:
        """A line with its end; without one, the pause is the end when no suffix is agreed."""
        found = self._end.search(wire, at + (wire[at] == STX))
        length = (found.end() if found else len(wire)) - at
        if self._is_too_long(found.start() - at if found else length - self._end_before):
            self._too_long = found is None
            # The first bytes of an end that is still coming stay.
            return -max(0, length - self._end_before) if found is None else -length
        if found is None and not ended:
            return UNFINISHED
        # What an STX cuts short was never ended.
        cut_short = found is not None and found.start() == found.end()
        if cut_short or (found is None and self._settings.suffix):
            return -length
        body = self._body(wire[at : at + length])
        if not body:
            # The LF of a CRLF, which stays with the line that it ended.
            return -length if self._after_noise else length
        return length if self._text(body) else -(self._glitch(body) or length)

    def _glitch(self, body: bytes) -> int:
        """Bytes before the line that a plug or a wrong speed made; 0 when the line itself is bad.

        A control character inside a line refuses all of it: half an identifier is another one.
        """
        if self._settings.prefix:
            return max(0, body.find(self._settings.prefix))
        before = _GLITCH.match(body)
        return before.end() if before else 0

    def _is_too_long(self, body: int) -> bool:
        return self._too_long or body > LONGEST_LINE

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """The line without its dress; terminators alone say nothing."""
        body = self._body(frame)
        return [LineRead(self._text(body))] if body else ()

    def _body(self, line: bytes) -> bytes:
        suffix = self._settings.suffix
        return line.removesuffix(suffix) if suffix else line.strip(b"\r\n\t\x02\x03")

    def _text(self, body: bytes) -> str:
        """The text of a line; empty when it is none."""
        prefix = self._settings.prefix
        text = body[len(prefix) :]
        if not body.startswith(prefix) or not _TEXT.fullmatch(text):
            return ""
        for length in self._vendor_lengths:
            if aim := self._settings.vendor_ids.get(text[:length]):
                text = aim + text[length:]
                break
        if text.startswith(b"]") and not _AIM.match(text):
            return ""
        try:
            return text.decode(self._settings.encoding)
        except UnicodeDecodeError:
            return ""


def lines(tags: Sequence[TagRead | str], settings: AsciiSettings | None = None) -> bytes:
    """The wire of a scanner that reads each of ``tags``; an RFID tag as its digits."""
    dress = settings or AsciiSettings()
    end = dress.suffix or b"\r\n"
    return b"".join(dress.prefix + _scanned(tag).encode(dress.encoding) + end for tag in tags)


def _scanned(tag: TagRead | str) -> str:
    if isinstance(tag, str):
        return tag
    return (tag.epc or tag.uid or tag.tid or b"").hex().upper()


def silent_of_itself(_events: Sequence[Event]) -> Identity | None:
    """A scanner answers no question; it is known by its first line."""
    return None


def ascii_dialect(settings: AsciiSettings) -> Dialect:
    """The dialect of a scanner that is programmed this way."""
    return Dialect(
        name="ascii",
        label="Barcode scanner (text lines)",
        lines=(LineSettings(9600), LineSettings(115200), LineSettings(19200), LineSettings(38400)),
        decoder=lambda: AsciiDecoder(settings),
        simulation=lambda: SimulatedReader(
            AsciiDecoder(settings), mute, lambda tags: lines(tags, settings)
        ),
        identity=silent_of_itself,
        speaks_unasked=True,
        ends_by_pause=not settings.suffix,
    )


DIALECT = ascii_dialect(AsciiSettings())
