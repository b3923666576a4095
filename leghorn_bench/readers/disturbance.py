"""A bad line: noise, loss and delay in a simulated reader, the same for the same seed."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Disturbance:
    """How bad a line is. The chances are per byte, 0 to 1."""

    noise: float = 0.0
    """Chance that a wrong byte comes in before a byte."""
    loss: float = 0.0
    """Chance that a byte is lost."""
    delay_s: float = 0.0
    """How much later than sent everything arrives."""
    seed: int | None = None
    """Same seed, same mishaps; None: another every time."""

    def __post_init__(self) -> None:
        """Refuse what is no chance and no time."""
        if not (0 <= self.noise <= 1 and 0 <= self.loss <= 1 and self.delay_s >= 0):
            raise ValueError(f"chances are 0 to 1 and a delay is not negative: {self}")


class BadLine:
    """Does to bytes what a disturbance says."""

    def __init__(self, disturbance: Disturbance) -> None:
        self._disturbance = disturbance
        self._dice = random.Random(disturbance.seed)  # noqa: S311 - mishaps, no secrets

    def carry(self, data: bytes) -> bytes:
        """What arrives of ``data``."""
        if not self._disturbance.noise and not self._disturbance.loss:
            return data
        arrived = bytearray()
        for byte in data:
            if self._dice.random() < self._disturbance.noise:
                arrived.append(self._dice.randrange(256))
            if self._dice.random() >= self._disturbance.loss:
                arrived.append(byte)
        return bytes(arrived)
