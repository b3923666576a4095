"""One file for a support mail: wires, the diagnostics as shown, and which versions were at work."""

import json
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import PySide6

from leghorn_bench import __version__
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers.recording import recording_lines
from leghorn_bench.ui.reading.reader import ReaderAtWork


class FileRefused(BenchError):
    """A file cannot be written or read; ``reason`` is the system's word."""

    sentence = (
        "The file {path} could not be reached ({reason}). Check that its folder exists and that"
        " you may write there, or choose another."
    )


def save_recording(path: Path, reader: ReaderAtWork) -> None:
    """Write what crossed the wire of ``reader``. Raises FileRefused."""
    try:
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(recording_lines(reader.recorder.recording()))
    except OSError as refusal:
        raise FileRefused(path=path, reason=refusal.strerror) from refusal


def save_for_support(
    path: Path, readers: Sequence[ReaderAtWork], diagnostics: Iterable[str]
) -> None:
    """Write all recordings, the lines of ``diagnostics`` and the versions into one zip.

    No customer is in it.

    Raises:
        FileRefused: the system refuses to write it.
    """
    about = {
        "leghorn-bench": __version__,
        "python": platform.python_version(),
        "pyside6": PySide6.__version__,
        "system": platform.platform(),
        "readers": [
            {**reader.known.as_facts(), "condition": reader.state.condition.value}
            for reader in readers
        ],
    }
    try:
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            archive.writestr("about.json", json.dumps(about, indent=2))
            archive.writestr("diagnostics.txt", "".join(f"{line}\n" for line in diagnostics))
            for number, reader in enumerate(readers, start=1):
                lines = "".join(recording_lines(reader.recorder.recording()))
                archive.writestr(f"{number}-{reader.known.dialect}.wire.txt", lines)
    except OSError as refusal:
        raise FileRefused(path=path, reason=refusal.strerror) from refusal
