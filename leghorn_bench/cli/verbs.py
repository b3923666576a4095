"""Which verbs there are; each is a module that is loaded when it is called, and not before."""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import N_


class VerbModule(Protocol):
    """What a module in ``cli/`` offers to be a verb."""

    def arguments(self, parser: ArgumentParser) -> None:
        """Declare what the verb takes beside ``--database`` and ``--json``."""
        ...

    def run(self, options: Namespace, settings: BenchSettings) -> None:
        """Do the work and print the answer; a ``BenchError`` says why it could not."""
        ...


@dataclass(frozen=True, slots=True)
class Verb:
    """A word after ``main.py``."""

    name: str
    summary: str
    """English key of one line for people."""
    module: str

    def load(self) -> VerbModule:
        """The module that does it."""
        return cast("VerbModule", import_module(f"leghorn_bench.cli.{self.module}"))


VERBS: tuple[Verb, ...] = (
    Verb("import-sales", N_("take a file of sales into the register"), "import_sales"),
    Verb("verdict", N_("whether a device is in warranty, and why"), "verdict"),
    Verb("check", N_("whether the data file is whole"), "check"),
    Verb("backup", N_("keep a copy of the data"), "backup"),
    Verb("outcome", N_("what follows from a coverage and an origin"), "outcome"),
    Verb("identify", N_("what a scanned text or a tag's number is"), "identify"),
    Verb("decode", N_("what a reader's bytes say, one JSON object a line"), "decode"),
    Verb("readers", N_("the ports of this computer, and the readers on them"), "readers"),
    Verb("simulate", N_("a reader without hardware, for training and tests"), "simulate"),
)
"""In the order of ``--help``."""
