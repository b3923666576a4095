"""The words for what was scanned."""

import pytest

from leghorn_bench.domain.identifiers import Doubt, Form
from leghorn_bench.domain.identifiers.comparison import Suspicion
from leghorn_bench.texts.identifiers import scan_words


@pytest.mark.parametrize("thing", [*Form, *Doubt, *Suspicion])
def test_every_form_doubt_and_suspicion_has_its_words_in_both_languages(
    thing: Form | Doubt | Suspicion,
) -> None:
    assert scan_words(thing, "en")
    assert scan_words(thing, "it") != scan_words(thing, "en")
