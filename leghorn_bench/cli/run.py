"""Run one command line: settings, language, verb or window, and the exit code."""

import sys
from collections.abc import Callable, Sequence

from leghorn_bench.cli.output import complain, drop_output, speak_utf8
from leghorn_bench.cli.wish import Wish
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.file import read_settings
from leghorn_bench.settings.places import home, screen_language
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import speak, spoken

DONE, REFUSED, INTERRUPTED = 0, 2, 130


OpenWindow = Callable[[Wish, BenchSettings, BenchError | None], int]
"""Given what was asked for, the settings, and what was wrong with the settings file."""


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what ``arguments`` say; gives the exit code.

    0: the work is done; 2: it could not be, and one sentence on standard error says why;
    130: stopped by Ctrl-C. Anything else that goes wrong is our bug, and is raised.
    """
    speak_utf8()
    speak(screen_language(BenchSettings()))
    try:
        code = _run(arguments, open_window)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BenchError as error:
        from leghorn_bench.texts.errors import told  # noqa: PLC0415 - knows all words: 10 ms

        complain(told(error, spoken()))
        return REFUSED
    except BrokenPipeError:
        drop_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    settings, trouble = BenchSettings(), None
    try:
        settings = read_settings(home().settings_file)
    except BenchError as error:
        trouble = error
    speak(screen_language(settings))
    if not arguments:
        return open_window(Wish(), settings, trouble)
    from leghorn_bench.cli.parser import parse  # noqa: PLC0415 - argparse: 10 ms of each start

    options = parse(arguments)
    if options.verb is None:
        return open_window(Wish(options.demo, options.database), settings, trouble)
    if trouble is not None:
        raise trouble  # other settings may mean another database: a night job must not go on
    options.run(options, settings)
    return DONE
