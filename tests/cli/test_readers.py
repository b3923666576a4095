"""``readers`` lists ports, and finds by itself what speaks on them."""

import json

from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from tests.process import Bench


def test_the_ports_of_this_computer_are_a_list(bench: Bench) -> None:
    done = bench("readers", "--json")
    assert done.returncode == 0, done.stderr
    assert isinstance(json.loads(done.stdout), list)


def test_a_reader_is_found_by_its_answer(bench: Bench) -> None:
    with Simulator(dialect("m100")) as reader:
        done = bench("readers", "--detect", "--port", reader.port, "--json")
    (found,) = json.loads(done.stdout)
    assert (found["port"], found["dialect"], found["baud"]) == (reader.port, "m100", 115_200)


def test_a_port_that_is_not_there_is_told_in_its_line(bench: Bench) -> None:
    done = bench("readers", "--detect", "--port", "/dev/no-such-port", "--json")
    (found,) = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["dialect"] is None
    assert "/dev/no-such-port" in found["trouble"]
