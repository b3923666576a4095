"""The dialects by name; a dialect's module is loaded when it is first asked for."""

from functools import cache
from importlib import import_module

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers.dialect import Dialect

_MODULES = {
    "ascii": "ascii",
    "rdm6300": "rdm6300",
    "em18": "em18",
    "7941": "gwiot7941",
    "m100": "m100",
    "r2000": "r2000",
    "chafon18": "chafon18",
    "chafon288": "chafon288",
    "mercury": "mercury",
    "pn532": "pn532",
    "cr95hf": "cr95hf",
    "twn4": "twn4",
    "metratec": "metratec",
    "feig": "feig",
    "fdxb": "fdxb",
    "134k": "animal134k",
    "3m810": "pad3m810",
}

NAMES = tuple(_MODULES)
"""Contract: the words for ``--dialect``."""


class UnknownDialect(BenchError):
    """A dialect was named that the bench does not speak."""

    sentence = "No reader dialect is called “{name}”. Known are: {known}."


@cache
def dialect(name: str) -> Dialect:
    """The dialect of this name. Raises UnknownDialect."""
    if name not in _MODULES:
        raise UnknownDialect(name=name, known=", ".join(NAMES))
    module = import_module(f"leghorn_bench.readers.dialects.{_MODULES[name]}")
    found: Dialect = module.DIALECT
    return found
