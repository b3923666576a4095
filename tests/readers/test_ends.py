import socket

import pytest

from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.disturbance import BadLine, Disturbance
from leghorn_bench.readers.ends import PtyEnd, SocketEnd, open_end
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulated import UnshowableTag
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.readers.troubles import EndRefused, PortLost
from leghorn_bench.readers.wire import open_wire

ANY = LineSettings(9600)


@pytest.mark.parametrize("port", ["COM3", "socket://127.0.0.1", "socket://", "tcp://127.0.0.1:0"])
def test_a_simulated_reader_refuses_what_is_no_port_of_its_own(port: str) -> None:
    with pytest.raises(EndRefused, match="socket://HOST:PORT"):
        open_end(port)


def test_a_socket_that_is_taken_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1]
        with pytest.raises(EndRefused):
            open_end(f"socket://127.0.0.1:{number}")


def test_a_bench_that_reads_nothing_does_not_hold_up_the_reader() -> None:
    end = PtyEnd()
    end.write(bytes(200_000))
    end.close()


def test_what_is_sent_before_a_bench_has_come_is_lost_as_on_a_real_line() -> None:
    end = SocketEnd("socket://127.0.0.1:0")
    end.write(b"nobody hears this")
    assert not end.attended
    end.close()


def test_another_bench_may_come_when_the_first_has_gone() -> None:
    end = SocketEnd("socket://127.0.0.1:0")
    for turn in (b"first", b"second"):
        wire = open_wire(end.name, ANY)
        while not end.attended:
            end.read(1)
        wire.write(turn)
        assert end.read(5) == turn
        wire.close()
        assert end.read(5) == b""
        assert not end.attended
    end.close()


def test_a_reader_that_hangs_up_is_lost_to_the_bench() -> None:
    end = SocketEnd("socket://127.0.0.1:0")
    wire = open_wire(end.name, ANY)
    while not end.attended:
        end.read(1)
    end.write(b"last words")
    end.close()
    assert wire.read(5) == b"last words"
    with pytest.raises(PortLost):
        wire.read(5)
    wire.close()


def test_a_wait_is_ended_by_a_wake_up_call() -> None:
    end = PtyEnd()
    wire = open_wire(end.name, ANY)
    loop = open_wire("loop://", ANY)
    for sleeper in (end, wire, loop):
        sleeper.wake()
        sleeper.wake()
        assert sleeper.read(60) == b""
    for sleeper in (loop, wire, end):
        sleeper.close()


def test_a_bad_line_does_the_same_for_the_same_seed() -> None:
    bad = Disturbance(noise=0.3, loss=0.3, seed=5)
    once, again = BadLine(bad).carry(bytes(100)), BadLine(bad).carry(bytes(100))
    assert once == again != bytes(100)
    assert BadLine(Disturbance()).carry(b"clean") == b"clean"
    assert BadLine(Disturbance(loss=1)).carry(b"gone") == b""
    assert len(BadLine(Disturbance(noise=1)).carry(b"twice")) == 10


@pytest.mark.parametrize("bad", [{"noise": 2}, {"loss": -1}, {"delay_s": -1}])
def test_a_chance_that_is_none_is_refused(bad: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="chances"):
        Disturbance(**bad)  # type: ignore[arg-type]


def test_a_simulated_reader_refuses_what_it_cannot_see_and_goes_on() -> None:
    with Simulator(dialect("m100")) as pad:
        with pytest.raises(UnshowableTag):
            pad.show("not hexadecimal")
        with pytest.raises(UnshowableTag):
            pad.lay("ABC")
        wire = open_wire(pad.port, ANY)
        pad.set_disturbance(Disturbance(delay_s=0.01))
        pad.show("30340000")
        assert bytes.fromhex("30340000") in wire.read(5)
        wire.close()


def test_a_simulated_reader_that_never_started_can_be_closed() -> None:
    Simulator(dialect("ascii")).close()
