"""What a scanned text, a tag or a card identifies, and under which keys the store knows it."""

from leghorn_bench.domain.identifiers.errors import IdentifierRefused
from leghorn_bench.domain.identifiers.interpret import interpret
from leghorn_bench.domain.identifiers.labels import label_text
from leghorn_bench.domain.identifiers.near import near_matches, neighbours, skeleton
from leghorn_bench.domain.identifiers.on_file import keys_on_file
from leghorn_bench.domain.identifiers.reading import (
    Doubt,
    Failure,
    Form,
    Interpretation,
    Key,
    Kind,
    Reading,
)
from leghorn_bench.domain.identifiers.tags import interpret_tag

__all__ = [
    "Doubt",
    "Failure",
    "Form",
    "IdentifierRefused",
    "Interpretation",
    "Key",
    "Kind",
    "Reading",
    "interpret",
    "interpret_tag",
    "keys_on_file",
    "label_text",
    "near_matches",
    "neighbours",
    "skeleton",
]
