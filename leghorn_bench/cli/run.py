"""Run one command line: settings, language, verb or window, and the exit code."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from leghorn_bench.cli.output import complain, drop_output, speak_utf8
from leghorn_bench.cli.parser import parse
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.file import read_settings
from leghorn_bench.settings.places import home, screen_language
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import speak, spoken

DONE, REFUSED, INTERRUPTED = 0, 2, 130


OpenWindow = Callable[[Namespace, BenchSettings, BenchError | None], int]
"""Given the options, the settings, and what was wrong with the settings file."""


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
    options = parse(arguments)
    if options.verb is None:
        return open_window(options, settings, trouble)
    if trouble is not None:
        raise trouble  # other settings may mean another database: a night job must not go on
    options.run(options, settings)
    return DONE
