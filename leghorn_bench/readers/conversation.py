"""One connection to a reader, from an open port until it is lost or stopped."""

import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from leghorn_bench.readers.antenna import Antenna, AntennaSettings, Mode, Scan, Sighting
from leghorn_bench.readers.dialect import Dialect, Identity
from leghorn_bench.readers.events import Event, LineRead, TagRead
from leghorn_bench.readers.health import Health
from leghorn_bench.readers.heard import Condition, Direction, Emit, Heard, LinkState, Wiretap
from leghorn_bench.readers.talk import Talk, TalkSettings
from leghorn_bench.readers.wire import Wire


class Count(Enum):
    """What another parcel means for the antenna."""

    ANEW = "anew"
    """All that lies there belongs to it, whether or not it was counted before."""
    GOES_ON = "goes on"
    """It began with what lies there: that has been counted, once."""


@dataclass(frozen=True, slots=True)
class Forget:
    """What was accepted as ``text`` was not kept."""

    text: str


Order = bool | bytes | AntennaSettings | Count | Forget
"""From another thread: inventory on or off, bytes to send, and what concerns the antenna."""

LONGEST_WAIT_S = 0.5
"""The loop looks up at least this often."""
LONG_ENOUGH = 50
"""Events after which a reader that has not said who it is stays nameless."""


class Conversation:
    """Reads, decodes and speaks on one open wire. Belongs to one thread."""

    def __init__(
        self,
        wire: Wire,
        port: str,
        dialect: Dialect,
        settings: TalkSettings,
        *,
        emit: Emit,
        orders: "queue.SimpleQueue[Order]",
        inventory: bool,
        antenna: Antenna | None,
        wiretap: Wiretap | None,
        clock: Callable[[], float],
    ) -> None:
        self._wire, self._port, self._dialect = wire, port, dialect
        self._emit, self._orders, self._clock = emit, orders, clock
        self._antenna, self._wiretap = antenna, wiretap
        own = settings.idle_gap_s
        self._idle_gap_s = dialect.pause_s if own is None else own
        self._decoder = dialect.decoder()
        self._talk = Talk(dialect, settings, inventory=inventory)
        self._health = Health(self._talk)
        self._state = LinkState(Condition.CONNECTING, port)
        self._identity: Identity | None = None
        self._answers: list[Event] = []
        self._unfinished_since: float | None = None

    def run(self, stopping: threading.Event) -> None:
        """Go on until ``stopping``; raises ``PortLost`` after all that was read was told."""
        try:
            self._send(self._talk.opened(self._clock()))
            while not stopping.is_set():
                self._judge()
                self._hear(self._wait())
                self._send(self._talk.time_passed(self._clock()))
            self._hear(0)  # what had arrived, and what was ordered, before the stop
            self._send(self._talk.set_inventory(False, self._clock()))
        finally:
            self._tell(self._decoder.broken_off(), self._clock(), reply=False)
            self._settle(at_once=True)

    def _hear(self, within_s: float) -> None:
        heard = self._wire.read(within_s)
        try:
            self._obey()  # what was ordered before it was heard holds for it
        finally:  # be the port gone meanwhile
            self._take(heard)
        self._settle()

    def _wait(self) -> float:
        now = self._clock()
        dues = [
            self._talk.due(),
            self._talk.late_from,
            self._antenna.due if self._antenna else None,
        ]
        if self._unfinished_since is not None:
            dues.append(self._unfinished_since + self._idle_gap_s)
        ahead = [due - now for due in dues if due is not None and due >= now]
        return min([LONGEST_WAIT_S, *ahead])

    def _take(self, data: bytes) -> None:
        now = self._clock()
        if data:
            if self._wiretap is not None:
                self._wiretap(now, Direction.RECEIVED, data)
            self._unfinished_since = now
            self._tell(self._decoder.feed(data), now)
        elif (
            self._unfinished_since is not None and now >= self._unfinished_since + self._idle_gap_s
        ):
            self._unfinished_since = None
            self._tell(self._decoder.silence(), now)

    def _tell(self, events: Iterable[Event], now: float, *, reply: bool = True) -> None:
        replies: list[bytes] = []
        for told in events:
            event = self._talk.named(told)
            self._health.hears(event)
            self._know(event)
            self._judge()
            self._emit(Heard(now, event))
            if isinstance(event, TagRead | LineRead) and not self._talk.is_answer(event):
                self._sees(event, now)
            replies += self._talk.heard(event, now)
        if reply:
            self._send(replies)

    def _know(self, event: Event) -> None:
        """Learn who the reader is from its first answers."""
        if self._identity is None and self._dialect.question and len(self._answers) < LONG_ENOUGH:
            self._answers.append(event)
            self._identity = self._dialect.identity(self._answers)

    def _judge(self) -> None:
        condition = self._health.condition(self._clock())
        state = LinkState(condition, self._port, identity=self._identity)
        if state != self._state:
            self._state = state
            self._emit(Heard(self._clock(), state))

    def _sees(self, scan: Scan, now: float) -> None:
        if self._antenna is not None:
            self._sighted(self._antenna.sees(scan, now), now)

    def _settle(self, *, at_once: bool = False) -> None:
        if self._antenna is not None and self._antenna.due is not None:
            now = max(self._clock(), self._antenna.due) if at_once else self._clock()
            self._sighted(self._antenna.settle(now), now)

    def _sighted(self, sightings: Iterable[Sighting], now: float) -> None:
        """Tell what became of reads; a tag may be asked for its chip then."""
        alone = self._antenna is not None and self._antenna.mode is Mode.SINGLE
        for sighting in sightings:
            self._emit(Heard(now, sighting))
            self._talk.sighted(sighting, now, alone=alone)

    def _obey(self) -> None:
        while True:
            try:
                order = self._orders.get_nowait()
            except queue.Empty:
                return
            match order:
                case bytes():
                    self._send([order])
                case bool():
                    self._send(self._talk.set_inventory(order, self._clock()))
                case AntennaSettings() if self._antenna is not None:
                    self._antenna.choose(order)
                    self._talk.count_anew()
                case Count() if self._antenna is not None:
                    if order is Count.ANEW:
                        self._antenna.clear()
                    else:
                        self._antenna.forget_the_gone(self._clock())
                    self._talk.count_anew()
                case Forget(text) if self._antenna is not None:
                    self._antenna.forget(text)
                case _:
                    pass

    def _send(self, sayings: list[bytes]) -> None:
        for saying in sayings:
            if self._wiretap is not None:
                self._wiretap(self._clock(), Direction.SENT, saying)
            self._wire.write(saying)
