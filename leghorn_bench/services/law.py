"""The phrases that a law asks for and the choices of a transport document, from resources/law."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from leghorn_bench.domain.vat import LegalText, legal_text
from leghorn_bench.resources import resource_path
from leghorn_bench.services.shipped import CodedWord, Row, by_code, read_tables
from leghorn_bench.texts.catalogue import PAPER_LANGUAGES

TEXT_FILES = ("vat.toml", "papers.toml", "batteries.toml")
CARRIAGE, TRANSPORTED_BY, APPEARANCE = CHOICES = ("carriage", "transported_by", "appearance")
"""The lists of a transport document beside its reason (PAPERS §1.3)."""


@dataclass(frozen=True, slots=True)
class TransportReason:
    """Why goods move [causale del trasporto], and what follows from it (PAPERS §1.4)."""

    name: CodedWord
    """Its code is what happened to the device, e.g. ``replace_free`` or ``as_it_came``."""
    export: str
    """The reason for export on a proforma invoice; English, as customs expect it."""
    title_passes: bool
    """Whether the property changes hands."""
    carriage: str
    """Code of the carriage that the policy proposes."""
    vat: str
    """Key of the legal text on the VAT of the goods; empty when there is nothing to say."""


@dataclass(frozen=True, slots=True)
class TransportWords:
    """All that a transport document offers to choose from."""

    reasons: Mapping[str, TransportReason]
    choices: Mapping[str, tuple[CodedWord, ...]]
    """A name of ``CHOICES`` to its entries, in the order in which they are offered."""

    def choice(self, of: str, code: str) -> CodedWord:
        """The entry ``code`` of the list ``of``.

        Raises:
            KeyError: there is none.
        """
        for entry in self.choices[of]:
            if entry.code == code:
                return entry
        raise KeyError(code)


def read_legal_texts(folder: Path) -> tuple[LegalText, ...]:
    """The legal texts of the files in ``folder``, in every language of the papers.

    Raises:
        ShippedFileDamaged: a file is not as vat.toml describes it.
    """
    rows = (row for name in TEXT_FILES for row in read_tables(folder / name, "text")["text"])
    return tuple(text for row in rows for text in _texts(row))


def _texts(row: Row) -> Iterator[LegalText]:
    key, first_day = row.take("key", str), row.take("first_day", date)
    for language, text in row.words(PAPER_LANGUAGES).items():
        yield LegalText(key, language, first_day, text)


def read_transport(folder: Path) -> TransportWords:
    """The reasons and lists of ``transport.toml`` in ``folder``.

    Raises:
        ShippedFileDamaged: the file is not as its head describes it.
    """
    rows = read_tables(folder / "transport.toml", "reason", *CHOICES)
    return TransportWords(
        reasons=by_code(rows.pop("reason"), _reason),
        choices={name: tuple(by_code(entries, _choice).values()) for name, entries in rows.items()},
    )


def _choice(row: Row) -> tuple[str, CodedWord]:
    entry = CodedWord(row.take("code", str), row.words(PAPER_LANGUAGES))
    return entry.code, entry


def _reason(row: Row) -> tuple[str, TransportReason]:
    code, name = _choice(row)
    return code, TransportReason(
        name,
        export=row.take("export", str),
        title_passes=row.take("title", bool),
        carriage=row.take("carriage", str),
        vat=row.take("vat", str),
    )


@cache
def legal_texts() -> tuple[LegalText, ...]:
    """The legal texts that the program ships, read once."""
    return read_legal_texts(resource_path("law"))


@cache
def transport_words() -> TransportWords:
    """The choices of a transport document that the program ships, read once."""
    return read_transport(resource_path("law"))


def law_text(key: str, language: str, day: date) -> str:
    """The shipped phrase ``key`` in force on the ``day`` of the document.

    >>> law_text("XEU", "it", date(2027, 1, 1))
    'Operazione non soggetta ad IVA, art. 17 D.Lgs. 10/2026'

    Raises:
        KeyError: no such phrase on that day.
    """
    return legal_text(legal_texts(), key, language, day)
