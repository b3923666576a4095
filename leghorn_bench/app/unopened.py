"""What is asked when the database cannot be opened: try again, or go on with a backup."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.services.opening import backups_beside, go_on_with
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.database import DatabaseDialog
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow


def ask_how_to_go_on(
    error: BenchError,
    url: str,
    window: BenchWindow,
    clock: Callable[[], datetime],
    retry: Callable[[], None],
) -> None:
    """Tell ``error`` and what can be done; ``retry`` opens the database at ``url`` anew."""

    def go_on(backup: Path) -> None:
        try:
            aside = go_on_with(url, backup, now=clock())
        except BenchError as another:
            ask_how_to_go_on(another, url, window, clock, retry)
            return
        kept = _("The file that could not be opened is kept as {path}.")
        window.say(Said(kept.format(path=aside), tone=Tone.PAY))
        retry()

    sentence = told(error, spoken())
    window.say(Said(sentence, tone=Tone.STOP))
    dialog = DatabaseDialog(sentence, backups_beside(url), window)
    dialog.backup_chosen.connect(go_on)
    dialog.retried.connect(retry)
    dialog.open()
