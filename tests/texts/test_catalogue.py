"""Catalogues are compiled when they are needed, and kept where they can be."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from leghorn_bench.texts import catalogue as catalogues
from leghorn_bench.texts.catalogue import catalogue, compiled_file
from leghorn_bench.texts.compile import compile_language

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Seal"
msgstr "%s"
"""


@pytest.fixture
def italian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of Italian sources, which the catalogue reads in the place of the shipped one."""
    folder = tmp_path / "it"
    folder.mkdir()
    (folder / "frame.po").write_text(PO % "Sigillo", encoding="utf-8")
    monkeypatch.setattr(catalogues, "resource_path", lambda *parts: tmp_path / parts[-1])
    catalogue.cache_clear()
    yield folder
    catalogue.cache_clear()


def test_a_missing_catalogue_is_compiled_and_kept(italian: Path) -> None:
    assert catalogue("it").gettext("Seal") == "Sigillo"
    assert compiled_file(italian).exists()


def test_a_changed_source_is_compiled_again(italian: Path) -> None:
    compile_language(italian)
    (italian / "frame.po").write_text(PO % "Chiusura", encoding="utf-8")
    later = compiled_file(italian).stat().st_mtime + 10
    os.utime(italian / "frame.po", (later, later))
    assert catalogue("it").gettext("Seal") == "Chiusura"


def test_a_catalogue_without_sources_is_read_as_it_is(italian: Path) -> None:
    compile_language(italian)
    (italian / "frame.po").unlink()
    assert catalogue("it").gettext("Seal") == "Sigillo"


def test_where_nothing_can_be_written_the_words_are_in_memory(
    italian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Root writes everywhere, so the refusal of the system is played here.
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert catalogue("it").gettext("Seal") == "Sigillo"
    assert not compiled_file(italian).exists()


def test_two_files_that_disagree_are_refused(italian: Path) -> None:
    shutil.copy(italian / "frame.po", italian / "cases.po")
    (italian / "cases.po").write_text(PO % "Piombo", encoding="utf-8")
    with pytest.raises(ValueError, match="Piombo"):
        compile_language(italian)
