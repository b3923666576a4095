"""200 tags a second through a real pty for SOAK_SECONDS: none may be lost (``make soak``)."""

import os
import resource
import threading
import time
from collections import deque

from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.heard import Condition, Heard, LinkState
from leghorn_bench.readers.link import Link
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.readers.talk import TalkSettings

SECONDS = float(os.environ.get("SOAK_SECONDS", "20"))
TAGS_A_SECOND = 200
BATCH = 10
PREFIX = b"\x30\x34SOAK"
M100 = dialect("m100")


class Counter:
    """Counts tags by their number, remembers what is out of order, and how late each was."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.next = 0
        self.wrong: list[int] = []
        self.latencies: deque[float] = deque(maxlen=100_000)
        self.shown_at: dict[int, float] = {}
        self._news = threading.Condition()

    def __call__(self, heard: Heard) -> None:
        if isinstance(heard.what, LinkState) and heard.what.condition is Condition.READY:
            self.ready.set()
        if isinstance(heard.what, TagRead):
            assert heard.what.epc is not None
            number = int.from_bytes(heard.what.epc[len(PREFIX) :], "big")
            with self._news:
                if number != self.next:
                    self.wrong.append(number)
                self.next = number + 1
                self.latencies.append(time.monotonic() - self.shown_at.pop(number))
                self._news.notify_all()

    def until(self, count: int) -> bool:
        with self._news:
            return self._news.wait_for(lambda: self.next >= count, 30)


def test_no_read_is_lost_and_memory_stays_flat() -> None:
    counter = Counter()
    with Simulator(M100) as pad:
        link = Link(pad.port, M100, TalkSettings(line=LineSettings(115200)))
        thread = threading.Thread(target=link.run, args=(counter,))
        thread.start()
        assert counter.ready.wait(10)
        shown, memory = show_for(pad, counter)
        complete = counter.until(shown)
        link.stop()
        thread.join(10)
    assert not thread.is_alive()
    ordered = sorted(counter.latencies)
    print(  # noqa: T201 - the figures are what a soak is for
        f"\n{shown} tags in {SECONDS:.0f} s, {shown - counter.next} lost;"
        f" shown to decoded: median {ordered[len(ordered) // 2] * 1000:.2f} ms,"
        f" p99 {ordered[len(ordered) * 99 // 100] * 1000:.2f} ms; memory +{memory / 1024:.1f} MB"
    )
    assert complete
    assert counter.wrong == []
    assert memory < 20_000, "kB more than after the first tenth"


def show_for(pad: Simulator, counter: Counter) -> tuple[int, int]:
    """Show numbered tags at their pace; gives how many, and the kB of memory it cost."""
    pace = threading.Event()  # never set: a clock that can be waited for
    begin, shown, early = time.monotonic(), 0, 0
    while (now := time.monotonic()) < begin + SECONDS:
        tags = [
            TagRead(epc=PREFIX + number.to_bytes(12 - len(PREFIX), "big"))
            for number in range(shown, shown + BATCH)
        ]
        counter.shown_at |= dict.fromkeys(range(shown, shown + BATCH), now)
        pad.show(*tags)
        shown += BATCH
        if not early and now > begin + SECONDS / 10:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        pace.wait(max(0.0, begin + shown / TAGS_A_SECOND - time.monotonic()))
    return shown, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - early
