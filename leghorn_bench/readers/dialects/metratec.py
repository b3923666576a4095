"""metraTec readers: text lines with CR, the older three-letter words and the newer AT commands.

The antenna of an inventory is told after its tags, so that they wait for the end of the round.

Lines bear no checksum, and a line whose end was lost runs into the next. So a line of nothing but
digits is a tag only when it is as long as tags are, and a UID is found again behind the beginning
of another. An EPC behind the beginning of another cannot be told from a longer one: where the
digits are no whole words it is refused, and read in the next round.
"""

import re
from collections.abc import Iterator, Sequence

from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import tid_facts
from leghorn_bench.readers.lines import LineDecoder
from leghorn_bench.readers.simulated import AskedReader, TagsNear, identifier_of

MOST_WAITING = 256
"""Tags kept for their antenna at most."""
UID_DIGITS = 16
"""HF identifiers have eight bytes; any other number of whole words is an EPC."""

_IDENTIFIER = r"[0-9A-F]{8,124}"
_LINE = re.compile(r"E[02][0-9A-F]{14}|(?!E0)[0-9A-F]{24,124}")
"""The classes of UIDs are E0 and E2 (ISO/IEC 15963), no EPC begins with E0, and none of those that
are printed by the older readers is shorter than 96 bits: what is, has lost its beginning."""
_UID_AGAIN = re.compile(r"(?:E|E0[0-9A-F]{0,14}|IV?|AR?|(?:IVF|ARP)(?: \d{0,2})?)(E0[0-9A-F]{14})")
"""A UID behind the beginning of another one, or of the end of a round, whose own end was lost."""
_AT_TAG = re.compile(
    rf"\+C?M?INVR?: ({_IDENTIFIER})(?:,(E2[0-9A-F]{{6,62}}))?(?:,(-\d{{1,3}}))?(?:,\d+)*"
)
_READ = re.compile(rf"\+READ: ?({_IDENTIFIER}),(?:OK,((?:[0-9A-F]{{4}})+)|([^,]{{1,60}}))")
_READ_END = re.compile(r"\+READ: ?<([^<>]*)>")
_AT_END = re.compile(r"\+C?M?INVR?[:=] ?<([^<>]*)>")
_ROUND = re.compile(r"ROUND FINISHED(?:,? ANT ?=? ?(\d{1,2}))?", re.IGNORECASE)
_ANTENNA = re.compile(r"ARP (\d{1,2})")
_END = re.compile(r"IVF (\d{1,3})")
_VERSION = re.compile(r"\+(SW|HW|SER): ?(.{1,80})")
_REVISION = re.compile(r"([A-Za-z][\w-]{2,15}) +(\d{8})")
_REQUEST_DATA = re.compile(r"[0-9A-F]{6,}")

READ_TID = "AT+READ=TID,0,12"
COMMANDS = {"REV": "revision", "INV": "inventory", "ATI": "identify", "AT+INV": "inventory",
            "BRK": "stop", "AT+BINV": "stop", "CNR INV": "start", "AT+CINV": "start",
            READ_TID: "read_tid"}  # fmt: skip
WORDS = {"OK": "ack", "OK!": "ack", "HBT": "heartbeat", "NCL": "answer", "COK": "answer",
         "TDT": "answer", "TNR": "no_tag", "BRA": "ack", "SRT": "answer", "GO!": "ack",
         "UCO": "answer"}  # fmt: skip
"""UCO, unknown command, is no error: the bench speaks both languages, and one is unknown."""
ERRORS = {
    "ACE": "access error", "ARH": "antenna reflection high", "BOF": "buffer overflow",
    "CCE": "communication checksum", "CDT": "collision", "CER": "checksum of the tag",
    "CRT": "command received timeout", "DNS": "did not sleep", "EDX": "number expected",
    "EHX": "hex digits expected", "FLE": "buffer length error", "HBE": "header bit error",
    "NOR": "number out of range", "NOS": "not supported", "NRF": "no field", "RDL": "data too long",
    "RNW": "registers not written", "RXE": "reception error", "TCE": "tag error",
    "TOE": "time out", "TOR": "tag out of range", "UER": "unknown error",
    "UPA": "unknown parameter", "WDL": "wrong data length", "WMO": "wrong mode",
}  # fmt: skip


class MetratecDecoder(LineDecoder):
    """Tags of both languages, and what else is said."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[TagRead] = []
        self._request = False

    def silence(self) -> Iterator[Event]:
        """Tags whose round did not end are told without antenna."""
        events = [*super().silence(), *self._released(None)]
        self._request = False
        return iter(events)

    def meaning(self, line: str) -> Sequence[Event] | None:
        """By the words that a line begins with."""
        in_request, self._request = self._request, line == "TDT"
        if in_request and _REQUEST_DATA.fullmatch(line):
            facts = {"flags": line[:2], "data": line[2:-4], "tag_crc": line[-4:]}
            return (Status("answer", facts),)
        tag = _tag(line)
        if tag:
            self._waiting.append(tag)
            return self._released(None) if len(self._waiting) == MOST_WAITING else ()
        if antenna := _ANTENNA.fullmatch(line):
            return self._released(int(antenna[1]))
        if end := _END.fullmatch(line):
            return self._ended(int(end[1]))
        if told := _AT_END.fullmatch(line):
            return self._round(told[1])
        return (_memory(line) if line.startswith("+READ") else None) or _said(line)

    def _ended(self, count: int) -> Sequence[Event]:
        """``IVF``: how many were found in this round; the next round follows by itself."""
        facts = {"command": "INV", "found": count}
        return (*self._released(None), Status("answer" if count else "no_tag", facts))

    def _round(self, told: str) -> Sequence[Event]:
        """``<...>`` of the AT language: no tag, a round's end with its antenna, or an error."""
        if told.upper().startswith("NO TAGS"):
            return (*self._released(None), Status("no_tag", {"text": told}))
        end = _ROUND.fullmatch(told)
        antenna = int(end[1]) if end and end[1] else None
        return (*self._released(antenna), Status("answer" if end else "error", {"text": told}))

    def _released(self, antenna: int | None) -> Sequence[Event]:
        waiting, self._waiting = self._waiting, []
        return [
            TagRead(epc=tag.epc, uid=tag.uid, tid=tag.tid, rssi_dbm=tag.rssi_dbm, antenna=antenna)
            for tag in waiting
        ]


def _tag(line: str) -> TagRead | None:
    if bare := _LINE.fullmatch(line) or _UID_AGAIN.fullmatch(line):
        found, tid, rssi = bare[bare.lastindex or 0], None, None
    elif said := _AT_TAG.fullmatch(line):
        found, tid, rssi = said.groups()
    else:
        return None
    if len(found) % 4 or (tid and len(tid) % 2):
        return None
    identifier = bytes.fromhex(found)
    is_uid = len(found) == UID_DIGITS
    return TagRead(
        epc=None if is_uid else identifier,
        uid=identifier if is_uid else None,
        tid=bytes.fromhex(tid) if tid else None,
        rssi_dbm=int(rssi) if rssi else None,
    )


def _memory(line: str) -> Sequence[Event] | None:
    """A line for each tag whose memory was read, with its EPC; the bench reads only TIDs."""
    if told := _READ_END.fullmatch(line):
        return (Status("no_tag", {"text": told[1]}),)
    read = _READ.fullmatch(line)
    if read is None or len(read[1]) % 4:
        return None
    epc, words, failure = read.groups()
    if failure:
        return (Status("answer", {"epc": epc, "text": failure}),)
    tid = tid_facts(bytes.fromhex(words)).get("tid")
    if tid:
        return (TagRead(epc=bytes.fromhex(epc), tid=bytes.fromhex(f"{tid}")),)
    return (Status("answer", {"epc": epc, "data": words}),)


def _said(line: str) -> Sequence[Event] | None:
    if line in COMMANDS:
        return (Status("command", {"name": COMMANDS[line], "data": line}),)
    if line in WORDS:
        return (Status(WORDS[line], {"text": line}),)
    told = _failure(line) or _info(line)
    if told:
        return (told,)
    return None if line else ()


def _failure(line: str) -> Status | None:
    word = line[:3]
    if word in ERRORS and line[3:4] in ("", " "):
        return Status("error", {"error": word, "text": ERRORS[word]})
    return Status("error", {"text": line}) if line.startswith("ERROR") else None


def _info(line: str) -> Status | None:
    if told := _VERSION.fullmatch(line):
        return Status("info", {"about": told[1], "text": told[2]})
    if told := _REVISION.fullmatch(line):
        return Status("info", {"about": "SW", "text": f"{told[1]} {told[2][4:]}"})
    return None


def identity(events: Sequence[Event]) -> Identity | None:
    """Name and version of the firmware: ``DESKID_ISO 0218``."""
    for event in events:
        if isinstance(event, Status) and event.kind == "info" and event.facts["about"] == "SW":
            model, _, firmware = f"{event.facts['text']}".rpartition(" ")
            return Identity("metratec", model, firmware)
    return None


def _answer(said: Status, near: TagsNear) -> bytes:
    line = said.facts["data"]
    if line == READ_TID:
        told = (b"+READ: %s,OK,%s\r" % tuple(map(_digits, chip)) for chip in near.chips)
        return b"".join(told) + b"OK\r"
    if line == "REV":
        return b"DESKID_ISO      01000218\r"
    answers = {"INV": b"IVF 00\r", "CNR INV": b"", "BRK": b"BRA\r"}
    return answers.get(f"{line}", b"UCO\r")


def _digits(identifier: bytes) -> bytes:
    return identifier.hex().upper().encode()


def _frames(tags: Sequence[TagRead | str]) -> bytes:
    found = [_digits(identifier_of(tag, range(4, 63, 2))) + b"\r" for tag in tags]
    antennas = {tag.antenna for tag in tags if isinstance(tag, TagRead) and tag.antenna}
    report = b"".join(b"ARP %02d\r" % antenna for antenna in sorted(antennas)[:1])
    return b"".join(found) + report + b"IVF %02d\r" % len(found)


DIALECT = Dialect(
    name="metratec",
    label="metraTec (text)",
    lines=(LineSettings(115200),),
    decoder=MetratecDecoder,
    simulation=lambda: AskedReader(MetratecDecoder(), _answer, _frames),
    identity=identity,
    question=b"REV\rATI\r",
    # In both languages: a reader answers "unknown" to the other, once.
    start=b"CNR INV\rAT+CINV\r",
    stop=b"BRK\rAT+BINV\r",
    # The newer UHF readers tell the TIDs of all tags there, each with its EPC.
    ask_tid=lambda _epc: (READ_TID.encode() + b"\r",),
)
