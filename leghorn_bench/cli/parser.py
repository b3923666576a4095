"""The command line: options of the window, and the verbs, each declared by its own module."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from leghorn_bench import __version__
from leghorn_bench.cli.verbs import VERBS, Verb
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.screen import _, ngettext

# argparse words its messages through these two names; so they speak the person's language.
vars(argparse).update(_=_, ngettext=ngettext)


class CommandRefused(BenchError):
    """The command line is not one that the program knows."""

    sentence = "{problem}. The command {command} --help tells what is expected."


class BenchParser(argparse.ArgumentParser):
    """An argparse parser that refuses in one sentence, and asks a verb's module when needed."""

    verb: Verb | None = None

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise CommandRefused(problem=message[:1].upper() + message[1:300], command=self.prog)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse; a verb declares its arguments only once it has been named."""
        if self.verb is not None:
            module = self.verb.load()
            module.arguments(self)
            self.set_defaults(run=module.run)
        return super().parse_known_args(args, namespace)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options that ``arguments`` (without the program's name) give.

    ``verb`` is None for the window; otherwise ``run`` is the function of the verb.

    Raises:
        CommandRefused: unknown verbs, options or values.
    """
    parser = BenchParser(
        prog="main.py", allow_abbrev=False, description=_("The repair bench for electronic seals.")
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"leghorn-bench {__version__}",
        help=_("show program's version number and exit"),
    )
    parser.add_argument(
        "--demo", action="store_true", help=_("open on made-up data with a simulated reader")
    )
    _add_common(parser, database=None, json=False)
    verbs = parser.add_subparsers(
        dest="verb", metavar=_("VERB"), title=_("verbs (without one, the window opens)")
    )
    for verb in VERBS:
        under = verbs.add_parser(
            verb.name, help=_(verb.summary), description=_(verb.summary), allow_abbrev=False
        )
        under.verb = verb
        # Suppressed, since a verb's default would overwrite what was given before the verb.
        _add_common(under, database=argparse.SUPPRESS, json=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _add_common(parser: argparse.ArgumentParser, **defaults: object) -> None:
    parser.add_argument(
        "--database", metavar="URL", default=defaults["database"],
        help=_("another database than the one in the settings"),
    )  # fmt: skip
    parser.add_argument(
        "--json", action="store_true", default=defaults["json"],
        help=_("answer with one JSON object"),
    )  # fmt: skip
