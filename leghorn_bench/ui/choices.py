"""What the page of settings may change of this bench: whoever put the window together does it."""

from typing import Literal, Protocol

from leghorn_bench.settings.values import BenchSettings


class Choices(Protocol):
    """The choices of the person at this computer."""

    @property
    def settings(self) -> BenchSettings:
        """The choices as they are."""
        ...

    def keep(self, settings: BenchSettings) -> None:
        """Keep other choices, and let them hold at once."""
        ...

    def speak(self, language: Literal["it", "en"]) -> None:
        """Rebuild the window in another language."""
        ...

    def wear(self, theme: Literal["system", "light", "dark"]) -> None:
        """Change the look."""
        ...
