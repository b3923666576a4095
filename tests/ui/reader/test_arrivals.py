"""A sound for a tag that has come, none for one that lies there; and the log stays bounded."""

from leghorn_bench.readers.antenna import Outcome, Sighting
from leghorn_bench.readers.events import Noise, Status, TagRead
from leghorn_bench.readers.heard import Direction, Heard
from leghorn_bench.ui.pages.reader.log_model import LogModel
from leghorn_bench.ui.reading.arrivals import MOST_KNOWN, Arrivals
from leghorn_bench.ui.reading.wire_log import MOST_LINES, WireLog


def sighting(outcome: Outcome, number: int = 1) -> Sighting:
    return Sighting(TagRead(epc=number.to_bytes(12, "big")), outcome, 1)


def test_a_tag_that_lies_there_is_told_once() -> None:
    arrivals = Arrivals()
    assert arrivals.is_news(sighting(Outcome.ACCEPTED), 0.0)
    lying = [arrivals.is_news(sighting(Outcome.REPEATED), 0.2 * step) for step in range(1, 50)]
    assert lying == [False] * 49


def test_a_tag_that_is_held_there_again_is_told_as_repeated() -> None:
    arrivals = Arrivals()
    arrivals.is_news(sighting(Outcome.ACCEPTED), 0.0)
    assert arrivals.is_news(sighting(Outcome.REPEATED), 1.5)


def test_the_shelf_is_refused_once_however_often_it_shines_through() -> None:
    arrivals = Arrivals()
    told = [arrivals.is_news(sighting(Outcome.TOO_WEAK), 2.0 * step) for step in range(20)]
    assert told == [True] + [False] * 19


def test_memory_stays_flat_whatever_passes_by() -> None:
    arrivals = Arrivals()
    for number in range(3 * MOST_KNOWN):
        assert arrivals.is_news(sighting(Outcome.ACCEPTED, number), float(number))
    assert len(arrivals._seen) == MOST_KNOWN


def test_the_log_keeps_the_last_lines_in_order_and_counts_all() -> None:
    log = WireLog()
    for number in range(MOST_LINES + 10):
        log.piece(float(number), "m100", Direction.RECEIVED, b"\x01\x02")
    lines = log.since(0)
    assert [line.number for line in lines] == list(range(10, MOST_LINES + 10))
    assert [line.number for line in log.since(MOST_LINES + 8)] == [MOST_LINES + 8, MOST_LINES + 9]
    assert log.since(MOST_LINES + 10) == []
    assert log.counts.received == 2 * (MOST_LINES + 10)


def test_the_log_counts_what_it_heard() -> None:
    log = WireLog()
    for what in (TagRead(epc=b"\1\2"), Noise(b"abc"), Status("error"), Status("info")):
        log.hear("m100", Heard(0.0, what))
    counts = log.counts
    assert (counts.frames, counts.tags, counts.noise, counts.errors) == (3, 1, 3, 1)


def test_the_table_of_the_log_stays_bounded() -> None:
    log = WireLog()
    model = LogModel(log)
    for _round in range(3):
        for number in range(MOST_LINES - 100):
            log.piece(float(number), "m100", Direction.SENT, b"\x01")
        assert model.take_new()
    assert model.rowCount() == MOST_LINES
    assert not model.take_new()
