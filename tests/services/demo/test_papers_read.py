"""Every paper that the demo issued is read as whoever gets it would: no codes, its own case."""

import re
from hashlib import sha256

import pypdfium2
import pytest
import zxingcpp

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import issued_bytes
from leghorn_bench.store.records import read, select

CODE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b|\brev\. \d")
"""Words of the program, which no customer should meet."""
SCALE = 3


def papers(bench: Bench) -> list[StoredPaper]:
    return select(bench.store, StoredPaper, "ORDER BY id")


def words_of(pdf: bytes) -> str:
    sheets = pypdfium2.PdfDocument(pdf)
    return "\n".join(sheet.get_textpage().get_text_range() for sheet in sheets)


def test_no_paper_shows_a_word_of_the_program(bench: Bench) -> None:
    found = {
        (paper.kind, paper.label): CODE.findall(words_of(issued_bytes(bench, paper.id)))
        for paper in papers(bench)
    }
    assert found
    assert {name: codes for name, codes in found.items() if codes} == {}


def test_every_sheet_of_every_paper_opens_its_case(bench: Bench) -> None:
    for paper in papers(bench):
        assert paper.case_id is not None
        number = read(bench.store, Case, paper.case_id).number
        for sheet in pypdfium2.PdfDocument(issued_bytes(bench, paper.id)):
            codes = {code.text for code in zxingcpp.read_barcodes(sheet.render(SCALE).to_pil())}
            assert f"LB:C:{number}" in codes, (paper.kind, paper.label)


def test_what_is_kept_is_what_was_issued(bench: Bench) -> None:
    for paper in papers(bench):
        assert sha256(issued_bytes(bench, paper.id)).hexdigest() == paper.sha256


def test_a_transport_document_abroad_is_read_by_the_italian_carrier_too(bench: Bench) -> None:
    abroad = [one for one in papers(bench) if one.kind == "ddt" and one.language != "it"]
    assert abroad
    for paper in abroad:
        said = " ".join(words_of(issued_bytes(bench, paper.id)).split())
        assert "Documento di trasporto ai sensi dell’art. 1 c. 3 D.P.R. 14 agosto 1996" in said
        assert "472 of 14 August 1996" in said or "472 de 14 de agosto de 1996" in said


def test_a_charge_note_names_what_is_charged_and_the_paper_it_rests_on(bench: Bench) -> None:
    (note,) = [one for one in papers(bench) if one.kind == "charge_note"]
    (estimate,) = [
        one for one in papers(bench) if one.kind == "time_estimate" and one.case_id == note.case_id
    ]
    said = words_of(issued_bytes(bench, note.id))
    assert "Supporto come da stima accettata" in said
    assert estimate.label in said


@pytest.mark.parametrize("language", ["it", "en", "de", "es"])
def test_the_demo_speaks_the_languages_of_its_customers(bench: Bench, language: str) -> None:
    assert language in {paper.language for paper in papers(bench)}
