"""What is said of an error of the world, in the language of the person who is told."""

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.catalogue import catalogue


def told(error: BenchError, language: str) -> str:
    """The sentence of ``error`` in ``language`` (ISO 639-1), with its facts filled in."""
    return catalogue(language).gettext(error.sentence).format(**error.facts)
