"""What the person chose about readers, and how a choice takes effect at once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from leghorn_bench.readers.known import KnownReader
from leghorn_bench.settings.values import AntennaChoice, BenchSettings, WedgeSettings
from leghorn_bench.ui.reading.at_work import ReadersAtWork


class Choices:
    """Reads the settings and replaces them.

    Args:
        readers: whom the choices concern.
        settings: gives the settings now.
        keep: writes them.
        type_so: tells the keyboard wedge how scanners type.
    """

    def __init__(
        self,
        readers: ReadersAtWork,
        settings: Callable[[], BenchSettings],
        keep: Callable[[BenchSettings], None],
        type_so: Callable[[WedgeSettings], None],
    ) -> None:
        self.readers = readers
        self._settings, self._keep, self._type_so = settings, keep, type_so

    @property
    def antenna(self) -> AntennaChoice:
        """How the antennas choose among the tags."""
        return self._settings().antenna

    @property
    def sounds(self) -> bool:
        """Whether reads are heard."""
        return self._settings().sounds

    @property
    def wedge(self) -> WedgeSettings:
        """How scanners that type are known."""
        return self._settings().wedge

    def choose_antenna(self, choice: AntennaChoice) -> None:
        """Choose otherwise among the tags from now on."""
        self._change(antenna=choice)
        self.readers.choose(choice)

    def choose_sounds(self, wanted: bool) -> None:
        """Hear reads or not."""
        self._change(sounds=wanted)

    def choose_wedge(self, wedge: WedgeSettings) -> None:
        """Know scanners that type by something else."""
        self._change(wedge=wedge)
        self._type_so(wedge)

    def remember(self, readers: tuple[KnownReader, ...]) -> None:
        """Keep these readers."""
        self._change(readers=tuple(reader.as_facts() for reader in readers))

    def _change(self, **changed: Any) -> None:
        settings = replace(self._settings(), **changed)
        if settings != self._settings():
            self._keep(settings)
