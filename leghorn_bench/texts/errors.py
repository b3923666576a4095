"""What is said of an error of the world, in the language of the person who is told."""

from datetime import date
from enum import StrEnum

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.words import WORDS, word


def told(error: BenchError, language: str) -> str:
    """The sentence of ``error`` in ``language`` (ISO 639-1), its facts worded and filled in."""
    words = catalogue(language)

    def said(fact: object) -> object:
        if isinstance(fact, StrEnum) and (type(fact), fact.value) in WORDS:
            return word(fact, language)
        if isinstance(fact, date):
            return day_text(fact, language)
        if isinstance(fact, tuple):
            return ", ".join(str(said(part)) for part in fact) or "-"
        return fact

    facts = {name: said(fact) for name, fact in error.facts.items()}
    return words.gettext(error.sentence).format(**facts)
