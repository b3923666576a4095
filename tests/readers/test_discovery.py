import threading
import time
from collections.abc import Sequence

import pytest

from leghorn_bench.readers.dialect import Identity, LineSettings
from leghorn_bench.readers.discovery import (
    Asking,
    Discovery,
    Found,
    Listening,
    NothingFound,
    Pace,
    Progress,
    ScanSomething,
    Unusable,
    listening_lines,
    plan,
)
from leghorn_bench.readers.ends import PtyEnd
from leghorn_bench.readers.known import KnownReader, Role
from leghorn_bench.readers.ports import PortSeen
from leghorn_bench.readers.probe import Ears
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.readers.wire import open_wire
from tests.readers.listening import playing
from tests.readers.test_every_dialect_on_a_port import shown_to

ALL = [dialect(name) for name in NAMES]
SCANNED = {"ascii": "8012345678901", "fdxb": "038412DBFAE7D5"}
CARD = "0102030405"
"""What a person holds before a reader that only pushes: one of ``SCANNED``, or this."""
QUICK = Pace(listen_s=0.02, answer_s=0.1, scan_s=0)


def discovered(ports: list[str], pace: Pace = QUICK) -> tuple[list[KnownReader], list[Progress]]:
    told: list[Progress] = []
    found = Discovery([PortSeen(port) for port in ports], ALL, pace).run(told.append)
    return found, told


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_reader_is_found_among_two_silent_ports_and_a_noisy_one(name: str) -> None:
    pushes = not dialect(name).question
    with (
        Simulator(dialect(name)) as reader,
        playing(PtyEnd(), noise=False) as silent,
        playing(PtyEnd(), noise=False) as dead,
        playing(PtyEnd(), noise=True) as noisy,
    ):
        if pushes:  # it speaks when it reads something, and only then
            reader.lay(SCANNED.get(name, CARD))
        pace = Pace(listen_s=0.02, answer_s=0.1, scan_s=1, turn_s=0.3)
        found, told = discovered([silent, reader.port, dead, noisy], pace)
    assert [(one.address, one.dialect, one.pushes) for one in found] == [
        (reader.port, name, pushes)
    ]
    assert found[0].line in dialect(name).lines
    assert found[0].role is (Role.BARCODE if name == "ascii" else Role.RFID)
    assert NothingFound(silent, noisy=False) in told
    assert NothingFound(noisy, noisy=True) in told
    assert Found(found[0]) in told


@pytest.mark.parametrize("name", [one.name for one in ALL if not one.question])
def test_a_reader_that_only_pushes_is_known_by_what_is_scanned_now(name: str) -> None:
    scanned = SCANNED.get(name, CARD)
    told: list[Progress] = []
    pushing = [one for one in ALL if not one.question]
    with Simulator(dialect(name)) as reader:

        def tell(progress: Progress) -> None:
            told.append(progress)
            if isinstance(progress, ScanSomething):
                reader.show(scanned)

        pace = Pace(listen_s=0.01, answer_s=0.01, scan_s=20)
        found = Discovery([PortSeen(reader.port)], pushing, pace).run(tell)
    assert [(one.dialect, one.pushes) for one in found] == [(name, True)]


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("7941", bytes.fromhex("02 0A 02 2E 00 B6 D7 B5 F2 03")),
        ("rdm6300", b"\x0201C8F0080031\x03"),
        ("fdxb", bytes.fromhex("AA 0F 08 00 03 84 12 DB FA E7 D5 81 BB")),
        ("ascii", b"8012345678901\r\n"),
    ],
)
def test_a_reader_that_speaks_by_itself_is_known_by_that_and_never_asked(
    name: str, wire: bytes
) -> None:
    end = PtyEnd()

    def tell(progress: Progress) -> None:
        if isinstance(progress, Listening) and progress.line == LineSettings(9600):
            end.write(wire)

    pace = Pace(listen_s=0.3, answer_s=0.01, scan_s=0)
    found = Discovery([PortSeen(end.name)], ALL, pace).run(tell)
    end.close()
    assert [(one.dialect, one.pushes, one.line.baud) for one in found] == [(name, True, 9600)]


class Hesitating:
    """A reader that says its next piece whenever the bench has waited for one in vain."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._end, self._pieces = PtyEnd(), iter(pieces)
        self._wire = open_wire(self._end.name, LineSettings(9600))
        self._end.write(next(self._pieces))

    def read(self, within_s: float) -> bytes:
        data = self._wire.read(within_s)
        if not data:
            self._end.write(next(self._pieces, b""))
        return data

    def write(self, data: bytes) -> None:
        self._wire.write(data)

    def wake(self) -> None:
        self._wire.wake()

    def close(self) -> None:
        self._wire.close()
        self._end.close()


def test_a_card_that_was_being_said_as_the_search_began_spoils_no_later_one() -> None:
    digits = b"4500C5D1E9B8"
    wire = Hesitating([digits[5:], digits])
    ears = Ears([dialect("ascii"), dialect("em18")])
    ears.listen(wire, time.monotonic() + 10, threading.Event())
    wire.close()
    assert ears.recognised() == Identity("em18")


@pytest.mark.slow
@pytest.mark.parametrize("name", [one.name for one in ALL if one.question])
def test_a_reader_that_is_asked_is_known_though_a_tag_lies_on_it(name: str) -> None:
    with Simulator(dialect(name), reread_s=0.02) as reader:
        shown_to(reader, lays=True)
        pace = Pace(listen_s=0.1, answer_s=0.1, scan_s=0)
        found, _ = discovered([reader.port], pace)
    assert [(one.dialect, one.pushes) for one in found] == [(name, name == "7941")]


def test_a_search_for_something_scanned_ends_when_nobody_scans() -> None:
    with playing(PtyEnd(), noise=False) as silent:
        pace = Pace(listen_s=0, answer_s=0.001, scan_s=0.1, turn_s=0.02)
        found, told = discovered([silent], pace)
    assert found == []
    assert len({one.line for one in told if isinstance(one, ScanSomething)}) > 1


def test_a_port_that_is_not_there_is_told() -> None:
    found, told = discovered(["/dev/ttyNOTHERE0"])
    assert found == []
    assert isinstance(told[-1], Unusable)


def test_a_search_that_is_cancelled_ends_with_what_was_found() -> None:
    with playing(PtyEnd(), noise=False) as silent:
        discovery = Discovery([PortSeen(silent)], ALL, Pace(scan_s=3600))
        assert discovery.run(lambda _progress: discovery.cancel()) == []


def test_a_module_that_only_looks_like_an_m100_is_not_taken_for_one() -> None:
    """Phychips modules start with BB too, but append a CRC-16 behind the 7E."""
    end = PtyEnd()
    stopping = threading.Event()

    def answer() -> None:
        while not stopping.is_set():
            if end.read(0.01):
                end.write(bytes.fromhex("BB 01 03 00 05 50 52 39 32 30 7E 12 34"))

    thread = threading.Thread(target=answer)
    thread.start()
    found, told = discovered([end.name])
    stopping.set()
    thread.join()
    end.close()
    assert found == []
    assert told[-1] == NothingFound(end.name, noisy=True)


def test_the_likeliest_settings_are_tried_first_and_each_dialect_is_asked_at_all_of_its() -> None:
    steps = plan(ALL)
    assert steps[0][0] == LineSettings(115200)
    asked = {(line, one.name) for line, dialects in steps for one in dialects}
    assert asked == {(line, one.name) for one in ALL if one.question for line in one.lines}


def test_whoever_pushes_is_listened_to_at_its_usual_speeds() -> None:
    assert listening_lines(ALL)[0] == LineSettings(9600)
    assert LineSettings(115200) in listening_lines(ALL)
    assert listening_lines([]) == []


def test_the_person_sees_what_is_asked() -> None:
    with playing(PtyEnd(), noise=False) as silent:
        _, told = discovered([silent])
    asked = {one.dialect for one in told if isinstance(one, Asking)}
    assert asked == {one.name for one in ALL if one.question}
