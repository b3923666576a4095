"""Every paper in every language that it exists in, made of the sample contents."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from leghorn_bench.documents import quote, replacement_slip
from leghorn_bench.texts.catalogue import PAPER_LANGUAGES
from tests.documents import samples

Key = tuple[str, str]
Content = TypeVar("Content")
PAPERS: dict[Key, Callable[[], bytes]] = {}


def _exists(
    kind: str, render: Callable[[Content], bytes], sample: Callable[[str], Content]
) -> None:
    for language in PAPER_LANGUAGES:
        PAPERS[kind, language] = partial(render, sample(language))


_exists("quote", quote.render, samples.quote)
_exists("replacement_slip", replacement_slip.render, samples.replacement_slip)


def picture_paper(papers: Iterable[Key]) -> set[Key]:
    """The papers whose picture is approved: the layout is the same in every language."""
    return {(kind, language) for kind, language in papers if language == "it"}
