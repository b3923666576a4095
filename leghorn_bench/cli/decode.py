"""``decode``: what a reader's bytes say, one JSON object a line, as they come."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from leghorn_bench.cli.output import print_json
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers.decode import bytes_from_hex, decoded
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import _

PIECE = 65_536


class FileUnreadable(BenchError):
    """A file that was named cannot be read."""

    sentence = "The file {path} cannot be read ({reason}). Check its name and that it may be read."


def arguments(parser: ArgumentParser) -> None:
    """The dialect, the file, and how the bytes are written."""
    parser.add_argument(
        "--dialect", required=True, metavar=_("NAME"),
        help=_("how the reader speaks: {names}").format(names=" ".join(NAMES)),
    )  # fmt: skip
    parser.add_argument("file", nargs="?", metavar="FILE", help=_("standard input without it"))
    parser.add_argument(
        "--hex", action="store_true", help=_("the bytes are written as hexadecimal text")
    )


def run(options: Namespace, _settings: BenchSettings) -> None:
    """Print every event as soon as its bytes are there."""
    dialect(options.dialect)  # refused before the first byte is waited for
    with _opened(options.file) as stream:
        wire = _pieces(stream, options.file)
        if options.hex:
            wire = bytes_from_hex(piece.decode("ascii", "backslashreplace") for piece in wire)
        for event in decoded(options.dialect, wire):
            print_json(event)


def _opened(path: str | None) -> AbstractContextManager[BinaryIO]:
    if path is None:
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(path).open("rb")
    except OSError as refusal:
        raise FileUnreadable(path=path, reason=refusal.strerror) from refusal


def _pieces(stream: BinaryIO, path: str | None) -> Iterator[bytes]:
    """Whatever is there, without waiting for a full piece: a live reader may be behind a pipe."""
    read = getattr(stream, "read1", stream.read)
    try:
        while piece := read(PIECE):
            yield piece
    except OSError as refusal:
        raise FileUnreadable(path=path or "stdin", reason=refusal.strerror) from refusal
