from io import BytesIO

import pikepdf
import pytest

from leghorn_bench.documents import quote
from leghorn_bench.documents.stamp import Mark, NotMarkable, stamped
from tests.documents import samples
from tests.documents.pages import sheet_count, text_of

WORDS = {
    "it": ("COPIA", "ANNULLATO"),
    "en": ("COPY", "ANNULLED"),
    "fr": ("COPIE", "ANNULÉ"),
    "de": ("KOPIE", "STORNIERT"),
    "es": ("COPIA", "ANULADO"),
}


@pytest.mark.parametrize("language", WORDS)
def test_a_reprint_says_copy_on_every_sheet_in_the_papers_language(language: str) -> None:
    paper = quote.render(samples.with_lines(samples.quote(language), 40))
    copy, _ = WORDS[language]
    sheets = text_of(stamped(paper, [Mark.COPY])).split("\f")
    assert len(sheets) == sheet_count(paper) > 1
    assert all(copy in sheet for sheet in sheets)


@pytest.mark.parametrize("language", WORDS)
def test_an_annulled_paper_says_so_on_every_sheet(language: str) -> None:
    paper = quote.render(samples.quote(language))
    assert all(
        WORDS[language][1] in sheet
        for sheet in text_of(stamped(paper, [Mark.ANNULLED])).split("\f")
    )


def test_a_marked_paper_begins_with_the_bytes_issued() -> None:
    paper = quote.render(samples.quote())
    assert stamped(paper, [Mark.COPY]).startswith(paper)


def test_a_paper_can_be_marked_again() -> None:
    paper = quote.render(samples.quote())
    twice = stamped(stamped(paper, [Mark.ANNULLED]), [Mark.COPY])
    assert "ANNULLATO" in text_of(twice)
    assert "COPIA" in text_of(twice)


def test_a_marked_paper_is_a_sound_file() -> None:
    paper = stamped(quote.render(samples.quote()), [Mark.COPY, Mark.ANNULLED])
    with pikepdf.open(BytesIO(paper)) as document:
        assert document.check_pdf_syntax() == []
        assert "content.json" in document.attachments


def test_no_mark_leaves_the_paper_as_it_is() -> None:
    paper = quote.render(samples.quote())
    assert stamped(paper, []) is paper


@pytest.mark.parametrize("strange", [b"", b"%PDF-1.7\n%%EOF\n", b"\x00" * 100])
def test_bytes_that_are_no_paper_of_ours_are_refused(strange: bytes) -> None:
    with pytest.raises(NotMarkable, match="mark “copy”"):
        stamped(strange, [Mark.COPY])
