"""Chip numbers are asked for where the reader can, and no read is lost by it."""

import pytest

from leghorn_bench.readers.antenna import Antenna, AntennaSettings, Mode, Outcome
from leghorn_bench.readers.chip_round import QUIET_S
from leghorn_bench.readers.dialect import Dialect
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.heard import Condition, Direction
from leghorn_bench.readers.link import Link
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.readers.simulator import Simulator
from tests.readers.listening import Listener, running

ASKING = [name for name in NAMES if dialect(name).ask_tid]
ASKED = [dialect(name) for name in ASKING if name != "chafon288"]
"""But for the one that tells chip numbers with each read."""
BULK = AntennaSettings(Mode.BULK)


def code(number: int) -> bytes:
    return bytes.fromhex("3034257BF7194E40") + number.to_bytes(4, "big")


def chip(number: int) -> bytes:
    return bytes.fromhex("E280117020001234") + number.to_bytes(4, "big")


def pairs(heard: Listener) -> set[tuple[bytes, bytes]]:
    return {
        (event.epc, event.tid)
        for event in heard.events
        if isinstance(event, TagRead) and event.epc and event.tid
    }


def accepted(heard: Listener) -> int:
    return sum(one.outcome is Outcome.ACCEPTED for one in heard.sightings)


def test_every_uhf_dialect_can_ask_for_chips() -> None:
    assert ASKING == ["m100", "r2000", "chafon18", "chafon288", "mercury", "metratec"]


@pytest.mark.parametrize("name", ASKING)
def test_each_tag_of_a_parcel_tells_its_own_chip_and_is_counted_once(name: str) -> None:
    speaks = dialect(name)
    parcel = [TagRead(code(n), tid=chip(n)) for n in range(5)]
    with (
        Simulator(speaks, reread_s=0.05) as reader,
        running(Link(reader.port, speaks, antenna=Antenna(BULK))) as heard,
    ):
        heard.until_condition(Condition.READY)
        reader.lay(*parcel)
        heard.until(lambda it: pairs(it) == {(code(n), chip(n)) for n in range(5)})
    assert accepted(heard) == len(parcel)


@pytest.mark.parametrize("speaks", ASKED, ids=lambda speaks: speaks.name)
def test_two_chips_under_one_code_in_a_parcel_are_both_found(speaks: Dialect) -> None:
    twins = [TagRead(code(1), tid=chip(1)), TagRead(code(1), tid=chip(2))]
    with (
        Simulator(speaks, reread_s=0.05) as reader,
        running(Link(reader.port, speaks, antenna=Antenna(BULK))) as heard,
    ):
        heard.until_condition(Condition.READY)
        reader.lay(*twins)
        heard.until(lambda it: pairs(it) == {(code(1), chip(1)), (code(1), chip(2))})


def test_no_question_is_asked_while_new_tags_come_and_none_is_lost() -> None:
    speaks = dialect("m100")
    said: list[tuple[float, bytes]] = []
    link_ready = Antenna(BULK)

    def tap(at_s: float, direction: Direction, data: bytes) -> None:
        if direction is Direction.SENT:
            said.append((at_s, data))

    with (
        Simulator(speaks) as reader,
        running(Link(reader.port, speaks, antenna=link_ready, wiretap=tap)) as heard,
    ):
        heard.until_condition(Condition.READY)
        for ten in range(0, 400, 10):
            reader.show(*(TagRead(code(n), tid=chip(n)) for n in range(ten, ten + 10)))
            heard.until(lambda it, due=ten + 10: accepted(it) == due)  # type: ignore[misc]
        heard.until(lambda it: pairs(it) != set())
    last = [one.at_s for one in heard.heard if one.what in heard.sightings][399]
    select = speaks.ask_tid(code(0))[0] if speaks.ask_tid else b""
    assert min(at for at, data in said if data == select) >= last + QUIET_S
