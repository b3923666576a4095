import grp
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import serial
import serial.rfc2217

from leghorn_bench.readers.antenna import Antenna, AntennaSettings, Mode, Outcome
from leghorn_bench.readers.conversation import Count
from leghorn_bench.readers.dialects.m100 import tag_frame
from leghorn_bench.readers.disturbance import Disturbance
from leghorn_bench.readers.ends import PtyEnd
from leghorn_bench.readers.events import Event, Noise, Status, TagRead
from leghorn_bench.readers.heard import Condition, Direction, LinkState
from leghorn_bench.readers.link import Link, Retry
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.readers.talk import TalkSettings
from leghorn_bench.readers.troubles import PortLost, PortTakenBy
from tests.readers.listening import running

ASCII = dialect("ascii")
M100 = dialect("m100")
EPCS = [f"3034{number:020X}" for number in range(5)]
AT_ONCE = Retry(first_s=0.02, longest_s=0.02)


def said_to(end: PtyEnd, expected: bytes) -> None:
    """Wait until the reader has been told so."""
    said = b""
    deadline = time.monotonic() + 10
    while expected not in said:
        assert time.monotonic() < deadline, said
        said += end.read(1)


class EndDecoder:
    """Every byte says that a round has ended."""

    def feed(self, data: bytes) -> Iterator[Event]:
        return iter([Status("end")] * len(data))

    def silence(self) -> Iterator[Event]:
        return iter(())

    def broken_off(self) -> Iterator[Event]:
        return iter(())


class RemotePort:
    """A serial port server as pySerial's own example is one; what it reads is ``port``'s echo."""

    def __init__(self, server: socket.socket) -> None:
        self.url = f"rfc2217://127.0.0.1:{server.getsockname()[1]}"
        self.port = serial.serial_for_url("loop://", timeout=0.02)
        self.stopping = threading.Event()
        self._server = server
        self._lock = threading.Lock()

    def write(self, data: bytes) -> None:
        with self._lock:
            self._connection.sendall(data)

    def serve(self) -> None:
        manager_of: Any = serial.rfc2217.PortManager  # its type hints ask for more than it uses
        self._connection, _ = self._server.accept()
        self._connection.settimeout(0.02)
        manager = manager_of(self.port, self)
        with self._connection:
            while not self.stopping.is_set():
                if data := self.port.read(1):
                    self.write(b"".join(manager.escape(data)))
                with suppress(TimeoutError):
                    b"".join(manager.filter(self._connection.recv(1024)))


@contextmanager
def a_remote_port() -> Iterator[RemotePort]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        remote = RemotePort(server)
        thread = threading.Thread(target=remote.serve)
        thread.start()
        yield remote
        remote.stopping.set()
        thread.join()


@pytest.fixture(params=["pty", "socket://127.0.0.1:0"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_lines_of_a_scanner_are_heard(kind: str) -> None:
    with Simulator(ASCII, kind) as scanner, running(Link(scanner.port, ASCII)) as heard:
        heard.until_condition(Condition.READY)
        scanner.show("LB:D:LG24-000123", "8012345678901")
        heard.until(lambda it: it.texts == ["LB:D:LG24-000123", "8012345678901"])


def test_tags_of_a_uhf_module_are_heard_once_it_said_who_it_is(kind: str) -> None:
    with Simulator(M100, kind) as pad, running(Link(pad.port, M100)) as heard:
        heard.until(lambda it: any(state.identity for state in it.states))
        pad.show(*EPCS)
        heard.until(lambda it: it.epcs == EPCS)
    identity = heard.states[-2].identity
    assert identity is not None
    assert identity.model == "M100 V1.00"


def test_a_loop_port_hears_what_is_sent() -> None:
    link = Link("loop://", ASCII)
    with running(link) as heard:
        heard.until_condition(Condition.READY)
        link.send(b"ABC\r\n")
        heard.until(lambda it: it.texts == ["ABC"])


def test_a_line_without_an_end_is_told_when_the_line_falls_quiet() -> None:
    end = PtyEnd()
    with running(Link(end.name, ASCII)) as heard:
        heard.until_condition(Condition.READY)
        end.write(b"NO TERMINATOR")
        heard.until(lambda it: it.texts == ["NO TERMINATOR"])
    end.close()


def test_a_scanner_that_waits_for_it_is_told_ack_or_nak() -> None:
    end = PtyEnd()
    link = Link(end.name, ASCII, TalkSettings(acknowledge=True))
    with running(link) as heard:
        heard.until_condition(Condition.READY)
        end.write(b"GOOD\r\n")
        assert end.read(5) == b"\x06"
        end.write(b"BA\x01D\r\n")
        assert end.read(5) == b"\x15"
    end.close()


def test_what_was_read_before_the_reader_was_pulled_out_is_not_lost() -> None:
    end = PtyEnd()
    with running(Link(end.name, ASCII, retry=AT_ONCE)) as heard:
        heard.until_condition(Condition.READY)
        end.write(b"LAST GOOD SCAN\r\n")
        heard.until(lambda it: bool(it.texts))
        end.close()
        heard.until_condition(Condition.LOST)
    assert heard.texts == ["LAST GOOD SCAN"]
    lost = next(state for state in heard.states if state.condition is Condition.LOST)
    assert isinstance(lost.trouble, PortLost)


def test_a_reader_pulled_out_in_the_middle_of_a_frame_goes_on_when_it_is_back(
    tmp_path: Path,
) -> None:
    port = tmp_path / "ttyReader"
    first, frame = PtyEnd(), tag_frame(EPCS[0])
    port.symlink_to(first.name)
    settings = TalkSettings(idle_gap_s=5)  # the cut shows by the loss, not by the pause
    with running(Link(str(port), M100, settings, retry=AT_ONCE)) as heard:
        assert first.read(5), "the port is open: the link asks who is there"
        first.write(frame + frame[:9])
        heard.until(lambda it: it.epcs == EPCS[:1])
        port.unlink()
        first.close()
        heard.until_condition(Condition.ABSENT)
        second = PtyEnd()
        port.symlink_to(second.name)
        assert second.read(5), "the link asks who is there"
        second.write(frame[9:] + tag_frame(EPCS[1]))
        heard.until(lambda it: it.epcs == EPCS[:2])
        heard.until_condition(Condition.READY, times=2)
    second.close()
    assert Noise(frame[9:]) in heard.events


def test_a_link_follows_a_reader_to_another_port_name() -> None:
    names: list[str | None] = [None]
    with running(Link(lambda: names[0], ASCII, retry=AT_ONCE)) as heard:
        heard.until_condition(Condition.ABSENT)
        with Simulator(ASCII) as scanner:
            names[0] = scanner.port
            heard.until_condition(Condition.READY)
            scanner.show("FOUND AGAIN")
            heard.until(lambda it: it.texts == ["FOUND AGAIN"])


def test_another_reader_under_the_name_of_one_that_is_gone_is_left_alone(tmp_path: Path) -> None:
    port = tmp_path / "ttyUSB0"
    first, second = PtyEnd(), PtyEnd()
    port.symlink_to(first.name)
    asked = threading.Semaphore(0)
    names: list[str | None] = [str(port)]

    def where() -> str | None:
        asked.release()
        return names[0]

    with running(Link(where, M100, retry=AT_ONCE)) as heard:
        said_to(first, M100.question)
        names[0] = None
        port.unlink()
        port.symlink_to(second.name)
        first.close()
        heard.until_condition(Condition.ABSENT)
        assert all(asked.acquire(timeout=10) for _ in range(5)), "it is looked for again and again"
    assert second.read(0) == b""
    second.close()


def test_a_reader_that_does_not_answer_is_silent_until_it_does() -> None:
    end = PtyEnd()
    settings = TalkSettings(answer_within_s=0.05)
    with running(Link(end.name, M100, settings)) as heard:
        heard.until_condition(Condition.SILENT)
        end.write(M100.simulation().hear(M100.question))
        heard.until_condition(Condition.READY)
    end.close()


def test_bytes_that_never_make_a_frame_mean_another_speed() -> None:
    end = PtyEnd()
    with running(Link(end.name, M100)) as heard:
        assert end.read(5)
        end.write(b"\xf8\x00\x80" * 100)
        heard.until_condition(Condition.WRONG_SPEED)
        end.write(tag_frame(EPCS[0]))
        heard.until_condition(Condition.READY)
    end.close()


def test_good_frames_are_read_from_a_bad_line() -> None:
    bad = Disturbance(noise=0.01, loss=0.002, delay_s=0.001, seed=1)
    with Simulator(M100, "pty", bad) as pad, running(Link(pad.port, M100)) as heard:
        heard.until_condition(Condition.READY)
        for epc in EPCS * 10:
            pad.show(epc)
        heard.until(lambda it: set(it.epcs) == set(EPCS))
    assert set(heard.epcs) == set(EPCS)


def test_a_port_that_another_program_reads_is_named_with_that_program() -> None:
    end = PtyEnd()
    code = (
        "import fcntl, sys; port = open(sys.argv[1], 'rb+', 0);"
        "fcntl.flock(port, fcntl.LOCK_EX); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, end.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        other.stdout.readline()
        with running(Link(end.name, ASCII, retry=AT_ONCE)) as heard:
            heard.until_condition(Condition.TAKEN)
            other.stdin.close()
            heard.until_condition(Condition.READY)
    end.close()
    trouble = next(state.trouble for state in heard.states if state.condition is Condition.TAKEN)
    assert isinstance(trouble, PortTakenBy)
    assert trouble.facts["process"] == other.pid


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can become nobody")
def test_a_port_that_the_user_may_not_open_names_the_group() -> None:
    end = PtyEnd()
    os.chown(end.name, 0, grp.getgrnam("dialout").gr_gid)
    Path(end.name).chmod(0o620)
    code = (
        "import os, sys; from leghorn_bench.readers.dialect import LineSettings;"
        "from leghorn_bench.readers.troubles import PortDenied;"
        "from leghorn_bench.readers.wire import open_wire\n"
        "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "try: open_wire(sys.argv[1], LineSettings(9600))\n"
        "except PortDenied as denied: print(denied)"
    )
    command = [sys.executable, "-c", code, end.name]
    environment = os.environ | {"USER": "nobody", "PYTHONPATH": str(Path(__file__).parents[2])}
    said = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout
    end.close()
    assert "sudo usermod -aG dialout nobody" in said


@pytest.mark.parametrize("port", ["nonsense://x", "socket://nowhere", "rfc2217://"])
def test_a_name_that_is_no_port_is_refused(port: str) -> None:
    with running(Link(port, ASCII)) as heard:
        heard.until_condition(Condition.REFUSED)


@pytest.mark.parametrize("port", ["/dev/ttyNOTHERE0", "socket://127.0.0.1:9"])
def test_a_port_that_is_not_there_is_absent_and_told_once(port: str) -> None:
    enough = threading.Event()
    tries = iter(range(4))

    def where() -> str:
        if next(tries, None) is None:
            enough.set()
        return port

    with running(Link(where, ASCII, retry=AT_ONCE)) as heard:
        assert enough.wait(10)
    assert heard.conditions == [Condition.CONNECTING, Condition.ABSENT, Condition.STOPPED]


def test_inventory_is_stopped_and_started_by_order() -> None:
    end = PtyEnd()
    link = Link(end.name, M100, TalkSettings(inventory=False))
    with running(link) as heard:
        said_to(end, M100.question)
        end.write(M100.simulation().hear(M100.question))
        heard.until_condition(Condition.READY)
        link.set_inventory(True)
        said_to(end, M100.start)
        link.set_inventory(False)
        said_to(end, M100.stop)
    end.close()


def test_the_antenna_says_what_became_of_each_read() -> None:
    antenna = Antenna(AntennaSettings(hold_s=0.02, repeat_s=60))
    link = Link("loop://", ASCII, antenna=antenna)
    with running(link) as heard:
        heard.until_condition(Condition.READY)
        link.send(b"A\r\nA\r\n")
        heard.until(lambda it: len(it.sightings) == 2)
        link.clear_antenna()
        link.send(b"A\r\n")
        heard.until(lambda it: len(it.sightings) == 3)
    outcomes = [sighting.outcome for sighting in heard.sightings]
    assert outcomes == [Outcome.ACCEPTED, Outcome.REPEATED, Outcome.ACCEPTED]


def test_a_parcel_counts_each_line_once_until_it_is_not_kept_or_another_begins() -> None:
    antenna = Antenna(AntennaSettings(mode=Mode.BULK, repeat_s=0))
    link = Link("loop://", ASCII, antenna=antenna)
    with running(link) as heard:
        heard.until_condition(Condition.READY)
        link.send(b"A\r\nA\r\n")
        heard.until(lambda it: len(it.sightings) == 2)
        link.forget("A")
        link.send(b"A\r\nA\r\n")
        heard.until(lambda it: len(it.sightings) == 4)
        link.clear_antenna(Count.GOES_ON)
        link.send(b"A\r\nA\r\n")
        heard.until(lambda it: len(it.sightings) == 6)
    outcomes = [sighting.outcome for sighting in heard.sightings]
    assert outcomes == [Outcome.ACCEPTED, Outcome.REPEATED] * 3


def test_a_held_tag_is_accepted_without_a_further_byte() -> None:
    link_antenna = Antenna(AntennaSettings(hold_s=0.05))
    with Simulator(M100) as pad, running(Link(pad.port, M100, antenna=link_antenna)) as heard:
        heard.until_condition(Condition.READY)
        pad.show(EPCS[0])
        heard.until(lambda it: len(it.sightings) == 1)
    assert heard.sightings[0].outcome is Outcome.ACCEPTED


def test_a_tag_that_was_still_held_when_its_reader_is_stopped_is_accepted() -> None:
    antenna = Antenna(AntennaSettings(hold_s=60))
    link = Link((pad := Simulator(M100)).port, M100, antenna=antenna)
    with pad, running(link) as heard:
        heard.until_condition(Condition.READY)
        pad.show(EPCS[0])
        heard.until(lambda it: any(isinstance(event, TagRead) for event in it.events))
        assert heard.sightings == []
    assert [sighting.outcome for sighting in heard.sightings] == [Outcome.ACCEPTED]
    assert heard.heard[-1].what == LinkState(Condition.STOPPED, pad.port)


def test_what_was_ordered_just_before_the_stop_holds_for_what_had_arrived() -> None:
    antenna = Antenna(AntennaSettings(weakest_dbm=0))
    end = PtyEnd()
    link = Link(end.name, M100, antenna=antenna)
    with running(link) as heard:
        said_to(end, M100.question)
        link.choose(AntennaSettings(mode=Mode.BULK))
        end.write(tag_frame(EPCS[0]))
        link.stop()
    end.close()
    assert [sighting.outcome for sighting in heard.sightings] == [Outcome.ACCEPTED]


@pytest.mark.parametrize("lost", [True, False])
def test_half_a_line_is_no_scan_when_the_reader_goes(lost: bool) -> None:
    """Half an identifier is another one; only a pause may stand for an end that lacks."""
    end = PtyEnd()
    link = Link(end.name, ASCII, TalkSettings(idle_gap_s=60), retry=AT_ONCE)
    with running(link) as heard:
        heard.until_condition(Condition.READY)
        end.write(b"WHOLE\r\nLGD-00")
        heard.until(lambda it: it.texts == ["WHOLE"])
        if lost:
            end.close()
            heard.until_condition(Condition.LOST)
    if not lost:
        end.close()
    assert heard.texts == ["WHOLE"]
    assert Noise(b"LGD-00") in heard.events


def test_a_tag_read_as_the_parcel_begins_is_not_lost() -> None:
    antenna = Antenna(AntennaSettings(hold_s=0.5))
    link = Link((pad := Simulator(M100)).port, M100, antenna=antenna)
    with pad, running(link) as heard:
        heard.until_condition(Condition.READY)
        pad.show(EPCS[0])
        heard.until(lambda it: any(isinstance(event, TagRead) for event in it.events))
        link.choose(AntennaSettings(mode=Mode.BULK))
        heard.until(lambda it: len(it.sightings) == 1)
    assert heard.sightings[0].outcome is Outcome.ACCEPTED


def test_the_wiretap_sees_both_directions() -> None:
    tapped: list[tuple[Direction, bytes]] = []
    seen = threading.Event()

    def wiretap(at_s: float, direction: Direction, data: bytes) -> None:
        assert at_s > 0
        tapped.append((direction, data))
        if direction is Direction.RECEIVED:
            seen.set()

    with Simulator(M100) as pad, running(Link(pad.port, M100, wiretap=wiretap)):
        assert seen.wait(10)
    assert (Direction.SENT, M100.question) in tapped


def test_an_inventory_that_ends_is_started_again() -> None:
    end = PtyEnd()
    with running(Link(end.name, replace(ASCII, start=b"start", decoder=EndDecoder))) as heard:
        assert end.read(5) == b"start"
        end.write(b"E")
        assert end.read(5) == b"start"
        heard.until(lambda it: it.events.count(Status("end")) == 1)
    end.close()


@pytest.mark.filterwarnings("ignore:set.*is deprecated:DeprecationWarning")
def test_a_port_on_the_network_is_read_by_rfc2217() -> None:
    with a_remote_port() as remote, running(Link(remote.url, ASCII, retry=AT_ONCE)) as heard:
        heard.until_condition(Condition.READY)
        remote.port.write(b"FROM AFAR\r\n")
        heard.until(lambda it: it.texts == ["FROM AFAR"])
