"""The sentences of refused identifiers."""

import pytest

from leghorn_bench.domain.identifiers import IdentifierRefused, errors
from leghorn_bench.domain.identifiers.errors import shown
from leghorn_bench.texts.catalogue import catalogue

REFUSALS = sorted(IdentifierRefused.__subclasses__(), key=lambda refusal: refusal.__name__)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda r: str(r.__name__))
def test_every_refusal_is_told_in_italian(refusal: type[IdentifierRefused]) -> None:
    assert refusal.sentence
    assert catalogue("it").gettext(refusal.sentence) != refusal.sentence


def test_what_is_quoted_is_short_and_printable() -> None:
    assert shown("A" * 10_000) == "A" * 40 + "…"
    assert shown("A\x00\ud800") == "A<U+0000><U+D800>"


def test_a_refusal_keeps_its_facts() -> None:
    refused = errors.TooLong(limit=512, length=10_000)
    assert refused.facts == {"limit": 512, "length": 10_000}
