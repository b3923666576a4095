"""``readers`` lists ports, and finds by itself what speaks on them."""

import json

import pytest

from leghorn_bench.readers.ends import PtyEnd
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from tests.process import Bench
from tests.readers.listening import playing

ABSENT = "The reader should be on /dev/no-such-port, but there is no such port."


def test_the_ports_of_this_computer_are_a_list(bench: Bench) -> None:
    done = bench("readers", "--json")
    assert done.returncode == 0, done.stderr
    assert isinstance(json.loads(done.stdout), list)


def test_a_reader_is_found_by_its_answer(bench: Bench) -> None:
    with Simulator(dialect("m100")) as reader:
        done = bench("readers", "--detect", "--port", reader.port, "--json")
    (found,) = json.loads(done.stdout)
    assert (found["port"], found["dialect"], found["baud"]) == (reader.port, "m100", 115_200)


def test_a_reader_that_only_pushes_is_found_among_silent_and_noisy_ports(bench: Bench) -> None:
    with (
        Simulator(dialect("rdm6300")) as reader,
        playing(PtyEnd(), noise=False) as silent,
        playing(PtyEnd(), noise=False) as dead,
        playing(PtyEnd(), noise=True) as noisy,
    ):
        reader.lay("0500207B32")
        ports = [silent, reader.port, dead, noisy]
        named = [part for port in ports for part in ("--port", port)]
        done = bench("readers", "--detect", "--listen", "1", *named, "--json")
    found = json.loads(done.stdout)
    assert [one["port"] for one in found] == ports
    assert [one["dialect"] for one in found] == [None, "rdm6300", None, None]
    assert [one["noisy"] for one in found] == [False, False, False, True]
    assert (found[1]["pushes"], found[1]["baud"], found[1]["stop_bits"]) == (True, 9600, 1)


def test_whoever_is_there_is_asked_to_scan_something(bench: Bench) -> None:
    with playing(PtyEnd(), noise=False) as silent:
        done = bench("readers", "--detect", "--port", silent, "--listen", "0.1")
    assert done.returncode == 0
    assert f"Nobody answers on {silent}: scan something now." in done.stderr.decode()


def test_in_words_each_port_tells_what_was_found_there(bench: Bench) -> None:
    with (
        Simulator(dialect("m100")) as reader,
        playing(PtyEnd(), noise=False) as silent,
        playing(PtyEnd(), noise=True) as noisy,
    ):
        ports = [reader.port, silent, noisy, "/dev/no-such-port"]
        named = [part for port in ports for part in ("--port", port)]
        done = bench("readers", "--detect", "--listen", "0", *named)
    assert [line.split("\t")[1:] for line in done.stdout.decode().splitlines()] == [
        ["m100", "M100 V1.00", "V2.3.1", "115200 8N1"],
        ["no reader"],
        ["something speaks here that the bench does not understand"],
        [f"{ABSENT} Plug the reader in."],
    ]


@pytest.mark.parametrize("seconds", ["soon", "-1", "nan", "9e9"])
def test_a_time_that_is_none_is_refused(bench: Bench, seconds: str) -> None:
    done = bench("readers", "--detect", "--listen", seconds)
    assert done.returncode == 2
    assert f"expected seconds from 0 to 3600, found {seconds}" in done.stderr.decode()


def test_a_port_that_is_not_there_is_told_in_its_line(bench: Bench) -> None:
    done = bench("readers", "--detect", "--port", "/dev/no-such-port", "--json")
    (found,) = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["dialect"] is None
    assert "/dev/no-such-port" in found["trouble"]
