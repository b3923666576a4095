import json
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from leghorn_bench.documents.stamp import Mark, stamped
from leghorn_bench.texts.catalogue import catalogue
from tests.documents.catalogue import PAPERS, Key, name_of, picture_names, resolution
from tests.documents.likeness import TOLERANCE, difference, sheet_pictures
from tests.documents.messages import error_sentences, papers_messages
from tests.documents.pages import APPROVED, codes, sheet_count, text_of
from tests.documents.test_stamp import WORDS as MARKS

SAME_IN_OTHER_LANGUAGES = {
    "Bank", "Code", "Conditions", "Date", "Document", "E-mail", "EPC", "Expected", "Exporter",
    "MRN", "Revision", "Support", "Test", "Total", "Transport", "Volume", "h", "km",
    "No.", "S/N {numbers}", "{minutes} minutes", "Name: {name}",
}  # fmt: skip
MAIN_LANGUAGE = {"ddt": "it", "proforma": "en"}
every_paper = pytest.mark.parametrize(
    ("key", "render"), PAPERS.items(), ids=["-".join(key) for key in PAPERS]
)


OF_A_CASE = {
    key: render
    for key, render in PAPERS.items()
    if "label" not in key[0] and key[0] != "eu_register"
}
of_a_case = pytest.mark.parametrize(
    ("key", "render"), OF_A_CASE.items(), ids=["-".join(key) for key in OF_A_CASE]
)


@every_paper
def test_a_paper_says_what_was_approved(key: Key, render: Callable[[], bytes]) -> None:
    approved = APPROVED / f"{name_of(key)}.txt"
    assert text_of(render()) == approved.read_text("utf-8")


@every_paper
def test_every_sheet_of_a_paper_looks_as_it_was_approved(
    key: Key, render: Callable[[], bytes]
) -> None:
    sheets = sheet_pictures(render(), resolution(key))
    for name, shown in zip(picture_names(key, len(sheets)), sheets, strict=True):
        with Image.open(APPROVED / name) as approved:
            assert difference(shown, approved) < TOLERANCE, name


def test_nothing_else_is_kept_as_approved() -> None:
    wanted = {f"{name_of(key)}.txt" for key in PAPERS}
    for key, render in PAPERS.items():
        wanted |= set(picture_names(key, sheet_count(render())))
    assert {file.name for file in APPROVED.iterdir()} == wanted


@every_paper
def test_the_same_data_give_the_same_bytes(key: Key, render: Callable[[], bytes]) -> None:
    assert render() == render()


@every_paper
def test_a_paper_is_a_sound_file(key: Key, render: Callable[[], bytes], tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(render())
    with pikepdf.open(file) as document:
        assert document.check_pdf_syntax() == []
        assert str(document.Root.Lang) == MAIN_LANGUAGE.get(key[0], key[1])
        assert document.docinfo["/Title"]


@of_a_case
def test_every_sheet_of_a_paper_of_a_case_opens_the_case_when_scanned(
    key: Key, render: Callable[[], bytes]
) -> None:
    paper = render()
    found = codes(paper)
    assert found == [("Code128", "LB:C:2026-00412")] * sheet_count(paper)


@of_a_case
def test_a_paper_carries_its_content_its_outline_and_its_fonts(
    key: Key, render: Callable[[], bytes]
) -> None:
    with pikepdf.open(BytesIO(render())) as document:
        told = json.loads(document.attachments["content.json"].get_file().read_bytes())
        assert told["kind"] == key[0]
        assert told["content"]["head"]["case_number"] == "2026-00412"
        with document.open_outline() as outline:
            assert outline.root
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


@of_a_case
def test_a_marked_paper_is_the_issued_one_with_its_marks(
    key: Key, render: Callable[[], bytes]
) -> None:
    issued = render()
    marked = stamped(issued, [Mark.COPY, Mark.ANNULLED])
    assert marked.startswith(issued)
    with pikepdf.open(BytesIO(marked)) as document:
        assert document.check_pdf_syntax() == []
    first = MARKS[MAIN_LANGUAGE.get(key[0], key[1])]
    for sheet in text_of(marked).split("\f"):
        assert first[0] in sheet
        assert first[1] in sheet


@pytest.mark.parametrize("language", ["it", "fr", "de", "es"])
def test_every_sentence_of_the_papers_is_translated(language: str) -> None:
    words = catalogue(language)
    # Before Python 3.11.5, gettext does not know the singular of a counted sentence; ngettext does.
    plain = {
        said
        for said in papers_messages()
        if words.gettext(said) == said == words.ngettext(said, said, 1)
    }
    assert plain <= SAME_IN_OTHER_LANGUAGES


def test_every_refusal_is_worded_in_italian() -> None:
    words = catalogue("it")
    assert {said for said in error_sentences() if words.gettext(said) == said} == set()


def test_another_process_in_another_time_zone_makes_the_same_bytes() -> None:
    asked = (
        "from hashlib import sha256; from tests.documents.catalogue import PAPERS;"
        " print([sha256(render()).hexdigest() for render in PAPERS.values()])"
    )
    elsewhere = os.environ | {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    told = subprocess.run(
        [sys.executable, "-c", asked], env=elsewhere, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == str([sha256(render()).hexdigest() for render in PAPERS.values()])
