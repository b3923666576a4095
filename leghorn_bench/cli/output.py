"""What a verb prints: one JSON object for programs, or text for people; always UTF-8."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace


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
            print(line)


def print_json(facts: Mapping[str, object] | Sequence[object]) -> None:
    """Print one JSON object (or list) on a line of its own, at once."""
    import json  # noqa: PLC0415 - the start of the window has no use for it

    print(json.dumps(facts, ensure_ascii=False), flush=True)


def complain(sentence: str) -> None:
    """Print one line on standard error."""
    print(" ".join(sentence.split()), file=sys.stderr)


def drop_output() -> None:
    """Nobody listens any more (``| head``): let the exit flush into nothing."""
    if isinstance(sys.stdout, TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
