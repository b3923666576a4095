"""What becomes of a settings file that cannot be read: kept under another name, and told."""

from datetime import datetime

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.file import SettingsDamaged, set_aside
from leghorn_bench.settings.places import home
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken


def begin_afresh(trouble: BenchError, now: datetime) -> str:
    """Keep a damaged settings file aside, so that new choices can be kept; gives what to tell.

    A file that the system refuses to hand over stays where it is: it may be whole.
    """
    sentence = told(trouble, spoken())
    if not isinstance(trouble, SettingsDamaged):
        return sentence
    try:
        kept = set_aside(home().settings_file, now)
    except OSError:  # a folder that cannot be written: every later choice says so by itself
        return sentence
    return _(
        "The settings could not be read: {found} instead of {expected}. The file is kept as {path},"
        " and the bench begins with fresh settings. If it worked on another database than this"
        " computer's own, name that one again before you go on."
    ).format(path=kept, found=trouble.found, expected=trouble.expected)
