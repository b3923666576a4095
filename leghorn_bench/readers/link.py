"""The read loop of one reader, plain Python for a thread to carry: opens, reads, comes back."""

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from leghorn_bench.readers.antenna import Antenna, AntennaSettings
from leghorn_bench.readers.conversation import Conversation, Count, Forget, Order
from leghorn_bench.readers.dialect import Dialect
from leghorn_bench.readers.heard import Condition, Emit, Heard, LinkState, Wiretap
from leghorn_bench.readers.talk import TalkSettings
from leghorn_bench.readers.troubles import (
    PluggedInNowhere,
    PortAbsent,
    PortDenied,
    PortDeniedToAll,
    PortLost,
    PortTaken,
    PortTrouble,
)
from leghorn_bench.readers.wire import Wire, open_wire

Locate = Callable[[], str | None]
"""Gives the port's name now; None while the reader is plugged in nowhere."""

CONDITIONS: tuple[tuple[type[PortTrouble], Condition], ...] = (
    (PortAbsent, Condition.ABSENT),
    (PortLost, Condition.LOST),
    (PortDenied, Condition.DENIED),
    (PortDeniedToAll, Condition.DENIED),
    (PortTaken, Condition.TAKEN),
)


@dataclass(frozen=True, slots=True)
class Retry:
    """How long to wait between tries to open a port, in seconds: doubled from first to longest."""

    first_s: float = 0.25
    longest_s: float = 2.0


class Link:
    """One reader on one port. ``run`` belongs to its thread; all else may be called by any."""

    def __init__(
        self,
        where: str | Locate,
        dialect: Dialect,
        settings: TalkSettings | None = None,
        *,
        antenna: Antenna | None = None,
        wiretap: Wiretap | None = None,
        retry: Retry | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._locate: Locate = (lambda: where) if isinstance(where, str) else where
        self._dialect = dialect
        self._settings = settings or TalkSettings()
        self._antenna, self._wiretap = antenna, wiretap
        self._retry, self._clock = retry or Retry(), clock
        self._orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._inventory = self._settings.inventory
        self._wire: Wire | None = None

    def run(self, emit: Emit) -> None:
        """Read until ``stop``; a port that goes away is waited for, and reading goes on."""
        delay, there, told = self._retry.first_s, self._locate(), ""
        port = there or ""
        self._say(emit, LinkState(Condition.CONNECTING, port))
        while not self._stopping.is_set():
            try:
                self._converse(self._found(there, port), emit)
            except PortTrouble as trouble:
                if isinstance(trouble, PortLost):  # it had been open: try again soon
                    delay, told = self._retry.first_s, ""
                if str(trouble) != told:  # the same trouble at every try is told once
                    told = str(trouble)
                    self._say(emit, LinkState(condition_of(trouble), port, trouble))
                self._stopping.wait(delay)
                delay = min(delay * 2, self._retry.longest_s)
                there = self._locate()
                port = there or port
        self._say(emit, LinkState(Condition.STOPPED, port))

    def stop(self) -> None:
        """Let ``run`` end soon; the reader is told to stop its inventory."""
        self._stopping.set()
        self._wake()

    def set_inventory(self, wanted: bool) -> None:
        """Start or stop reading, now and after every reconnection."""
        self._inventory = wanted
        self._order(wanted)

    def send(self, data: bytes) -> None:
        """Send bytes of one's own; dropped while the port is not open."""
        self._order(data)

    def clear_antenna(self, count: Count = Count.ANEW) -> None:
        """Begin a new parcel."""
        self._order(count)

    def forget(self, text: str) -> None:
        """What was accepted as ``text`` was not kept: it may be read anew once it has gone."""
        self._order(Forget(text))

    def choose(self, settings: AntennaSettings) -> None:
        """Choose otherwise among the tags on the antenna from now on."""
        self._order(settings)

    def _order(self, order: Order) -> None:
        if self._wire is not None or isinstance(order, Count | AntennaSettings | Forget):
            self._orders.put(order)
            self._wake()

    def _wake(self) -> None:
        if (wire := self._wire) is not None:
            wire.wake()

    @staticmethod
    def _found(there: str | None, last: str) -> str:
        """Where the reader is; under its ``last`` name may be another by now."""
        if there:
            return there
        raise PortAbsent(port=last) if last else PluggedInNowhere(port=last)

    def _converse(self, port: str, emit: Emit) -> None:
        line = self._settings.line or self._dialect.lines[0]
        wire = open_wire(port, line)
        self._wire = wire
        try:
            Conversation(
                wire,
                port,
                self._dialect,
                self._settings,
                emit=emit,
                orders=self._orders,
                inventory=self._inventory,
                antenna=self._antenna,
                wiretap=self._wiretap,
                clock=self._clock,
            ).run(self._stopping)
        finally:
            self._wire = None
            wire.close()

    def _say(self, emit: Emit, state: LinkState) -> None:
        emit(Heard(self._clock(), state))


def condition_of(trouble: PortTrouble) -> Condition:
    """The state of a line that has ``trouble``."""
    return next((word for kind, word in CONDITIONS if isinstance(trouble, kind)), Condition.REFUSED)
