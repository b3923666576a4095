from collections.abc import Iterator, Mapping

import pypdfium2
import pytest
from PIL import Image

from leghorn_bench.documents import quote, text
from leghorn_bench.documents.faces import CHAINS, Face
from tests.documents import samples
from tests.documents.likeness import (
    DOTS_PER_INCH,
    FINER,
    TOLERANCE,
    difference,
    reduced,
    sheet_pictures,
)
from tests.documents.pages import pictures

MM = DOTS_PER_INCH * FINER / 25.4
WORDS = {
    "a small label": (19, 52, 35, 56),
    "a code in fine print": (19, 108, 65, 111.5),
    "a condition": (64, 247, 110, 250),
    "the total": (114, 214, 189, 221),
}
"""Where some words of the sample quote stand: left, top, right and bottom in millimetres."""


def place_of(word: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = WORDS[word]
    return round(left * MM), round(top * MM), round(right * MM), round(bottom * MM)


@pytest.fixture(scope="module")
def fine() -> Image.Image:
    return pictures(quote.render(samples.quote()), DOTS_PER_INCH * FINER)[0]


@pytest.fixture
def other_font(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    chains: Mapping[Face, tuple[str, ...]] = {
        **CHAINS, Face.REGULAR: ("DejaVuSans", *CHAINS[Face.REGULAR])
    }  # fmt: skip
    monkeypatch.setattr(text, "CHAINS", chains)
    monkeypatch.setattr(text, "font_for", lambda _letter, face: chains[face][0])
    remembered = (text.one_line, text.wrapped, text._logical_width)
    for function in remembered:
        function.cache_clear()
    yield
    for function in remembered:
        function.cache_clear()


@pytest.mark.parametrize(("right", "down"), [(2, 0), (-2, 0), (0, 2)])
@pytest.mark.parametrize("word", WORDS)
def test_a_word_that_moves_by_two_millimetres_is_seen(
    fine: Image.Image, word: str, right: int, down: int
) -> None:
    box = place_of(word)
    cut = fine.crop(box)
    moved = fine.copy()
    moved.paste(255, box)
    moved.paste(cut, (box[0] + round(right * MM), box[1] + round(down * MM)))
    assert difference(reduced(moved), reduced(fine)) > TOLERANCE


@pytest.mark.parametrize("word", WORDS)
def test_a_word_that_lacks_is_seen(fine: Image.Image, word: str) -> None:
    without = fine.copy()
    without.paste(255, place_of(word))
    assert difference(reduced(without), reduced(fine)) > TOLERANCE


@pytest.mark.usefixtures("other_font")
def test_another_font_is_seen(fine: Image.Image) -> None:
    shown = sheet_pictures(quote.render(samples.quote()))[0]
    assert difference(shown, reduced(fine)) > TOLERANCE


def test_letters_drawn_without_smoothing_are_still_the_same(fine: Image.Image) -> None:
    with pypdfium2.PdfDocument(quote.render(samples.quote())) as document:
        scale = DOTS_PER_INCH * FINER / 72
        hard = document[0].render(scale=scale, grayscale=True, no_smoothtext=True).to_pil()
    assert 0 < difference(reduced(hard), reduced(fine)) < TOLERANCE


def test_a_sheet_of_another_size_is_another_sheet(fine: Image.Image) -> None:
    assert difference(reduced(fine), reduced(fine.rotate(90, expand=True))) == 255
