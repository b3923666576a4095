import pytest

from leghorn_bench.readers.events import LineRead, TagRead
from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.link import Link
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.readers.simulated import UnshowableTag
from leghorn_bench.readers.simulator import Simulator
from tests.readers.listening import Listener, running

SHOWABLE = (
    "303400000000000000000001",
    "E004010203040506",
    "04010203",
    "0102030405",
    "038412DBFAE7D5",
)


def shown_to(reader: Simulator, *, lays: bool = False) -> str:
    """The first identifier that this kind of reader can see, shown, or laid on it."""
    show = reader.lay if lays else reader.show
    for identifier in SHOWABLE:
        try:
            show(identifier)
        except UnshowableTag:
            continue
        return identifier
    raise AssertionError("a reader that sees nothing")


def times_read(listener: Listener, identifier: str) -> int:
    return sum(
        event.text == identifier
        if isinstance(event, LineRead)
        else isinstance(event, TagRead)
        and bytes.fromhex(identifier) in (event.epc, event.uid, event.tid)
        for event in listener.events
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_simulated_reader_of_each_dialect_is_read_over_a_pty(name: str) -> None:
    speaks = dialect(name)
    with Simulator(speaks) as reader, running(Link(reader.port, speaks)) as heard:
        heard.until_condition(Condition.READY)
        identifier = shown_to(reader)
        heard.until(lambda it: times_read(it, identifier) == 1)
    assert Condition.SILENT not in heard.conditions
    assert Condition.WRONG_SPEED not in heard.conditions


@pytest.mark.parametrize("name", NAMES)
def test_what_lies_on_the_antenna_is_read_again_until_it_is_lifted(name: str) -> None:
    speaks = dialect(name)
    with (
        Simulator(speaks, reread_s=0.01) as reader,
        running(Link(reader.port, speaks)) as heard,
    ):
        heard.until_condition(Condition.READY)
        identifier = shown_to(reader)
        reader.lay(identifier)
        heard.until(lambda it: times_read(it, identifier) > 3)
        reader.lay()


def test_a_simulated_reader_may_be_unplugged_twice() -> None:
    reader = Simulator(dialect("m100"))
    reader.start()
    reader.close()
    reader.close()
