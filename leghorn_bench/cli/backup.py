"""``backup``: keep a copy of the data while the bench goes on."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from leghorn_bench.cli.opened import opened
from leghorn_bench.cli.output import answer
from leghorn_bench.services.care import back_up
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import _


def arguments(parser: ArgumentParser) -> None:
    """Where to."""
    parser.add_argument(
        "file", metavar=_("FILE"), type=Path, nargs="?",
        help=_("where the copy goes; without it, into 'backups' beside the data"),
    )  # fmt: skip


def run(options: Namespace, settings: BenchSettings) -> None:
    """Print where the copy lies."""
    with opened(options, settings, create=False) as store:
        path = back_up(store, now=datetime.now(UTC), target=options.file)
    answer(options, {"path": str(path)}, [_("Copied to {path}").format(path=path)])
