"""What the reader tests share: a listener that waits without sleeping, and a link that runs."""

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from leghorn_bench.readers.antenna import Sighting
from leghorn_bench.readers.ends import End
from leghorn_bench.readers.events import Event, LineRead, TagRead
from leghorn_bench.readers.heard import Condition, Heard, LinkState
from leghorn_bench.readers.link import Link

DEADLINE_S = 30.0


class Listener:
    """Keeps all that a link tells, and waits for what is expected."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self._news = threading.Condition()

    def __call__(self, heard: Heard) -> None:
        with self._news:
            self.heard.append(heard)
            self._news.notify_all()

    @property
    def events(self) -> list[Event]:
        return [one.what for one in self.heard if not isinstance(one.what, LinkState | Sighting)]

    @property
    def states(self) -> list[LinkState]:
        return [one.what for one in self.heard if isinstance(one.what, LinkState)]

    @property
    def conditions(self) -> list[Condition]:
        return [state.condition for state in self.states]

    @property
    def sightings(self) -> list[Sighting]:
        return [one.what for one in self.heard if isinstance(one.what, Sighting)]

    @property
    def texts(self) -> list[str]:
        return [event.text for event in self.events if isinstance(event, LineRead)]

    @property
    def epcs(self) -> list[str]:
        tags = [event for event in self.events if isinstance(event, TagRead)]
        return [tag.epc.hex().upper() for tag in tags if tag.epc is not None]

    def until(self, met: Callable[["Listener"], bool], within_s: float = DEADLINE_S) -> None:
        with self._news:
            assert self._news.wait_for(lambda: met(self), within_s), self.heard[-20:]

    def until_condition(self, condition: Condition, times: int = 1) -> None:
        self.until(lambda self: self.conditions.count(condition) >= times)


@contextmanager
def running(link: Link) -> Iterator[Listener]:
    """The link on a thread of its own, stopped and joined at the end."""
    listener = Listener()
    thread = threading.Thread(target=link.run, args=(listener,))
    thread.start()
    try:
        yield listener
    finally:
        link.stop()
        thread.join(DEADLINE_S)
        assert not thread.is_alive()


@contextmanager
def playing(end: End, noise: bool) -> Iterator[str]:
    """A port where somebody babbles, or where nobody says a word."""
    stopping = threading.Event()
    dice = random.Random(7)

    def babble() -> None:
        while not stopping.is_set():
            end.read(0.01)
            if noise:
                end.write(dice.randbytes(40))

    thread = threading.Thread(target=babble)
    thread.start()
    try:
        yield end.name
    finally:
        stopping.set()
        thread.join()
        end.close()
