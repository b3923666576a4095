"""What a verb prints: one JSON object for programs, or text for people; always UTF-8."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

from leghorn_bench.domain.errors import BenchError

if TYPE_CHECKING:
    from argparse import Namespace


class AnswerNotWritten(BenchError):
    """Standard output is a file or a device that takes no more."""

    sentence = (
        "The answer could not be written ({reason}). Check the room on the disk and where the"
        " output goes, and call it again."
    )


def speak_utf8() -> None:
    """Make the standard streams UTF-8, whatever the locale; what has no UTF-8 is escaped."""
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, TextIOWrapper):  # None in a frozen program without a console
            stream.reconfigure(encoding="utf-8", errors=errors)


def answer(options: "Namespace", facts: Mapping[str, object], lines: Iterable[str]) -> None:
    """Print ``facts`` as one JSON object under ``--json``, else ``lines``."""
    if options.json:
        print_json(facts)
    else:
        for line in lines:
            write_line(line)


def write_line(line: str) -> None:
    """Print one line, at once.

    Raises:
        AnswerNotWritten: the disk is full, say.
        BrokenPipeError: nobody listens any more.
    """
    try:
        print(line, flush=True)
    except BrokenPipeError:
        raise
    except OSError as refusal:
        drop_output()
        raise AnswerNotWritten(reason=refusal.strerror) from refusal


def print_json(facts: Mapping[str, object] | Sequence[object]) -> None:
    """Print one JSON object (or list) on a line of its own, at once."""
    import json  # noqa: PLC0415 - the start of the window has no use for it

    write_line(json.dumps(facts, ensure_ascii=False))


def complain(sentence: str) -> None:
    """Print one line on standard error."""
    print(" ".join(sentence.split()), file=sys.stderr)


def drop_output() -> None:
    """Nobody listens any more (``| head``): let the exit flush into nothing."""
    if isinstance(sys.stdout, TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
