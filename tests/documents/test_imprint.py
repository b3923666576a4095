import json
import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from leghorn_bench.documents import quote, technical_report
from leghorn_bench.documents.stamp import Mark, stamped
from leghorn_bench.domain.party import Address
from tests.documents import samples
from tests.documents.more_samples import technical_report as sample_report


def opened(paper: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(paper))


def test_a_paper_carries_its_content_for_machines() -> None:
    with opened(quote.render(samples.quote())) as document:
        told = json.loads(document.attachments["content.json"].get_file().read_bytes())
    assert told["kind"] == "quote"
    assert told["content"]["head"]["number"] == "2026/00118"
    assert told["content"]["totals"]["gross"] == "133.00"
    assert told["content"]["lines"][0]["quantity"] == "1.5"
    assert told["content"]["valid_until"] == "2026-12-22"


def test_photos_are_told_by_their_hash() -> None:
    with opened(technical_report.render(sample_report())) as document:
        told = json.loads(document.attachments["content.json"].get_file().read_bytes())
    photo = told["content"]["findings"][0]["photos"][1]["file"]
    assert photo["length"] == len(b"not a picture")
    assert len(photo["sha256"]) == 64


def test_a_paper_says_what_it_is_in_its_metadata() -> None:
    with opened(quote.render(samples.quote("fr"))) as document:
        assert document.docinfo["/Title"] == "Devis de réparation 2026/00118"
        assert document.docinfo["/Author"] == "Sigilli Esempio S.r.l."
        assert document.docinfo["/CreationDate"] == "D:20261122000000Z"
        with document.open_metadata() as packet:
            assert packet["dc:title"] == "Devis de réparation 2026/00118"
            assert packet["pdfaid:part"] == "3"
            assert packet["xmp:CreateDate"].startswith("2026-11-22")


def test_a_paper_has_bookmarks() -> None:
    with opened(quote.render(samples.quote())) as document, document.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles == ["Dispositivi", "Voci e importi", "Condizioni", "Accettazione"]


def test_every_font_is_embedded_and_colour_is_defined() -> None:
    with opened(quote.render(samples.quote())) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                assert "/FontFile2" in font.FontDescriptor
        (intent,) = document.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "sRGB"
        assert document.Root.AF


@pytest.mark.parametrize("name", ["A & B <C>", "\ud800 halb", "a\x00b"])
def test_odd_names_do_not_damage_the_metadata(name: str) -> None:
    sample = samples.quote()
    company = replace(sample.head.company, address=Address(name, "Via 1", "0", "Prova"))
    with opened(quote.render(replace(sample, head=replace(sample.head, company=company)))) as paper:
        with paper.open_metadata() as packet:
            assert packet["dc:creator"]
        assert json.loads(paper.attachments["content.json"].get_file().read_bytes())


def test_streams_are_written_as_archives_ask() -> None:
    paper = stamped(quote.render(samples.quote()), [Mark.COPY])
    assert not re.search(rb"[^\n]endstream", paper)
    with opened(paper) as document:
        assert "/Filter" not in document.Root.Metadata
