"""How many times faster each decoder is than a 115,200 baud wire fills it, on one core.

Good frames with a damaged one now and then, in the pieces in which a busy port gives them; and,
since a wrong speed must not stop the bench either, nothing but noise.
"""

import random
import time
from collections.abc import Iterator

from leghorn_bench.readers.registry import NAMES, dialect
from tests.benchmarks.harness import Result

WIRE = 11_520
"""Bytes a second of 115,200 baud, eight data bits, one start and one stop bit."""
LEAST = 100
LEAST_ON_NOISE = 20
BYTES = 300_000
PIECE = 512
DAMAGED = 50
"""One frame in so many has lost a byte."""
ROUNDS = 5

LENGTHS = {"rdm6300": 5, "em18": 5, "7941": 5, "pn532": 7}
HF = {"cr95hf", "twn4", "metratec", "feig", "3m810"}
ANIMALS = {"fdxb", "134k"}


def measures() -> Iterator[Result]:
    """Each decoder, on frames and on noise."""
    for name in NAMES:
        yield _result(name, _frames(name), "decode", LEAST)
    noise = random.Random(3).randbytes(BYTES)
    for name in NAMES:
        yield _result(name, noise, "noise on", LEAST_ON_NOISE)


def _frames(name: str) -> bytes:
    chance = random.Random(7)
    simulation = dialect(name).simulation()
    frames: list[bytes] = []
    size = 0
    while size < BYTES:
        frame = simulation.show([_identifier(name, chance)])
        if len(frames) % DAMAGED == 0:
            place = chance.randrange(len(frame))
            frame = frame[:place] + frame[place + 1 :]
        frames.append(frame)
        size += len(frame)
    return b"".join(frames)


def _identifier(name: str, chance: random.Random) -> str:
    if name in HF:
        return "E0" + chance.randbytes(7).hex().upper()
    if name in ANIMALS:
        return f"{chance.randrange(1000):04X}{chance.randrange(10**11):010X}"
    return chance.randbytes(LENGTHS.get(name, 12)).hex().upper()


def _result(name: str, wire: bytes, what: str, least: int) -> Result:
    seconds = min(_seconds(name, wire) for _ in range(ROUNDS))
    value = len(wire) / seconds / WIRE
    return Result(
        f"{what} {name}",
        f"{len(wire) / seconds / 1e6:.1f} MB/s = {value:.0f}x",
        f"{least}x a 115,200 baud wire",
        value,
        least,
        at_least=True,
    )


def _seconds(name: str, wire: bytes) -> float:
    decoder = dialect(name).decoder()
    start = time.process_time()
    for at in range(0, len(wire), PIECE):
        for _ in decoder.feed(wire[at : at + PIECE]):
            pass
    for _ in decoder.silence():
        pass
    return time.process_time() - start
