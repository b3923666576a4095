"""Save papers as PDF files under a folder and a name pattern, never over another file."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from leghorn_bench.domain.errors import BenchError

FIELDS = ("kind", "number", "customer", "case", "date", "year")
"""What a name pattern may say between braces."""
_FIELD = re.compile(r"\{(\w+)\}")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows the dot."""
_LONGEST = 180
"""Bytes of one name in UTF-8; file systems take 255, and a number may have to be added."""
_LONGEST_FIELD = 80
_MOST_NAMESAKES = 1000


class PatternUnknown(BenchError):
    """The pattern names something that papers do not have."""

    sentence = (
        "The name pattern knows {known}, and found {found}. Correct it in the settings of printing."
    )


class FolderMissing(BenchError):
    """No folder is chosen, or the one chosen is not there."""

    sentence = (
        "The folder for papers {folder} is not there: nothing was saved. Connect the drive or"
        " choose another folder in the settings of printing; the paper waits and is saved then."
    )


class PaperNotSaved(BenchError):
    """The system refused to write the file."""

    sentence = (
        "The paper could not be saved in {folder} ({reason}): nothing was saved. Make room or"
        " choose another folder; the paper waits and is saved then."
    )


@dataclass(frozen=True, slots=True)
class PaperNamed:
    """What the name of a paper's file may say."""

    kind: str
    """In words."""
    number: str
    customer: str
    case: str
    issued_on: date

    def field(self, name: str) -> str:
        """The text of a field of the pattern."""
        match name:
            case "date":
                return self.issued_on.isoformat()
            case "year":
                return str(self.issued_on.year)
            case _:
                return str(getattr(self, name))


def require_pattern(pattern: str) -> None:
    """Refuse a pattern with unknown fields.

    Raises:
        PatternUnknown: naming the first.
    """
    unknown = [name for name in _FIELD.findall(pattern) if name not in FIELDS]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise PatternUnknown(known=known, found=f"{{{unknown[0]}}}")


def file_name(pattern: str, paper: PaperNamed) -> str:
    """The path that ``pattern`` gives ``paper``, below the folder; any name of a customer will do.

    Slashes of the pattern part folders; nothing that a field says can.

    Raises:
        PatternUnknown: the pattern names what papers do not have.
    """
    require_pattern(pattern)
    parts = []
    for part in re.split(r"[/\\]", pattern):
        filled = _FIELD.sub(lambda found: _field(paper.field(found[1])), part)
        if name := _safe(filled.removesuffix(".pdf")):
            parts.append(name)
    return str(PurePosixPath(*parts[:-1], f"{parts[-1] if parts else _safe(paper.kind)}.pdf"))


def _field(text: str) -> str:
    return _one_line(text)[:_LONGEST_FIELD]


def _one_line(text: str) -> str:
    # Control signs, and those that turn the direction of what follows, have no place in a name.
    normal = unicodedata.normalize("NFC", text)
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in normal)
    return " ".join(_FORBIDDEN.sub("-", shown).split())


def _safe(text: str) -> str:
    name = _one_line(text).encode()[:_LONGEST].decode(errors="ignore").strip(" .")
    return f"_{name}" if _RESERVED.match(name) else name


def save_paper(folder: str, name: str, pdf: bytes) -> Path:
    """Write ``pdf`` as ``name`` below ``folder``; where a file lies already, under the next name.

    A file with the very same bytes is the paper itself, saved before: it is not saved twice.

    Raises:
        FolderMissing: no folder is chosen, or it is not there.
        PaperNotSaved: the disk is full, or the system forbids it; no part of a file is left.
    """
    top = Path(folder)
    if not folder or not top.is_dir():
        raise FolderMissing(folder=folder or "-")
    target = top / name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for candidate in _namesakes(target):
            if _written(candidate, pdf):
                return candidate
    except OSError as refusal:
        raise PaperNotSaved(folder=target.parent, reason=refusal.strerror or refusal) from refusal
    raise PaperNotSaved(folder=target.parent, reason=f"{_MOST_NAMESAKES} × {target.name}")


def _namesakes(target: Path) -> Iterator[Path]:
    yield target
    for number in range(2, _MOST_NAMESAKES):
        yield target.with_name(f"{target.stem} ({number}){target.suffix}")


def _written(target: Path, pdf: bytes) -> bool:
    """Whether ``target`` now holds ``pdf``; False when another paper lies there."""
    try:
        stream = target.open("xb")
    except FileExistsError:
        return target.is_file() and target.read_bytes() == pdf
    try:
        with stream:
            stream.write(pdf)
    except OSError:
        target.unlink(missing_ok=True)
        raise
    return True
