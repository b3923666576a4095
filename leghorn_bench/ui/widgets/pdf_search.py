"""Where a text stands in a paper: page and boxes, for a field that finds as one types."""

from dataclasses import dataclass
from typing import Any

_MOST = 500
"""Places; a single letter in a long report is nobody's question."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place."""

    page: int
    """From 0."""
    boxes: tuple[tuple[float, float, float, float], ...]
    """Left, bottom, right and top in points; several where the text goes over lines."""


def places(document: Any, text: str) -> list[Place]:
    """Every place of ``text`` in a document of pypdfium2, capitals or not."""
    found: list[Place] = []
    if not text.strip():
        return found
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        search = words.search(text)
        while len(found) < _MOST and (at := search.get_next()) is not None:
            count = words.count_rects(*at)
            found.append(Place(number, tuple(words.get_rect(box) for box in range(count))))
        search.close()
        words.close()
        page.close()
    return found
