"""The names of saved papers: any customer, any file system, never over another file."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.services.paper_files import FIELDS, PaperNamed, file_name, save_paper


def test_another_paper_of_the_same_name_is_never_written_over(tmp_path: Path) -> None:
    places = [save_paper(str(tmp_path), "a/b.pdf", pdf) for pdf in (b"1", b"2", b"1")]
    assert [place.name for place in places] == ["b.pdf", "b (2).pdf", "b.pdf"]
    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"1"


@given(st.text(), st.text(max_size=20))
def test_any_customer_gives_a_name_that_stays_in_the_folder(customer: str, case: str) -> None:
    paper = PaperNamed("Quote", "2026/00118", customer, case, date(2026, 11, 22))
    name = file_name("/".join(f"{{{one}}}" for one in FIELDS), paper)
    parts = Path(name).parts
    assert name.endswith(".pdf")
    assert not Path(name).is_absolute()
    assert all(len(part.encode()) < 255 and part not in {".", ".."} for part in parts)
    assert not set('<>:"\\|?*\n\0') & set(name)


@pytest.mark.parametrize(
    ("customer", "name"),
    [
        ("../../etc/passwd", "..-..-etc-passwd.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.txt", "_nul.txt.pdf"),
        ("Bauer & Söhne <GmbH>", "Bauer & Söhne -GmbH-.pdf"),
        ("港务\u202e公司", "港务 公司.pdf"),
        ("", "Quote.pdf"),
    ],
)
def test_names_that_file_systems_refuse_are_mended(customer: str, name: str) -> None:
    paper = PaperNamed("Quote", "1", customer, "", date(2026, 11, 22))
    assert file_name("{customer}", paper) == name.lstrip(".")
