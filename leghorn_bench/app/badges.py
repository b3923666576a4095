"""What waits on each page, counted in the background and shown in the rail."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.screen import ngettext
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow
from leghorn_bench.ui.workplace import Workplace

_EVERY_MS = 60_000


class Badges(QObject):
    """Counts once a minute, and when somebody sits down."""

    def __init__(self, workplace: Workplace, window: Callable[[], BenchWindow]) -> None:
        super().__init__(workplace)
        self._workplace, self._window = workplace, window
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.count)
        workplace.bench_changed.connect(self.begin)

    def begin(self) -> None:
        """The store is open: count now, and again every minute."""
        self._timer.start()
        self.count()

    def count(self) -> None:
        """Count on the database thread."""
        if not self._workplace.is_open:
            self._timer.stop()
            return
        # The services bring the database driver; they are there once the store is open.
        from leghorn_bench.services.case_list import Waiting, waiting_for_us  # noqa: PLC0415

        bench = self._workplace.bench

        def show(waiting: Waiting) -> None:
            told = ngettext("{count} case waits for us", "{count} cases wait for us", waiting.ours)
            tone = Tone.STOP if waiting.late else Tone.ACCENT
            hint = told.format(count=waiting.ours)
            if waiting.late:
                late = ngettext("{count} is late", "{count} are late", waiting.late)
                hint = f"{hint}, {late.format(count=waiting.late)}"
            self._window().show_waiting("cases", waiting.ours or waiting.late, tone, hint)

        self._workplace.executor.submit(self, lambda: waiting_for_us(bench), show, _leave_as_it_is)


def _leave_as_it_is(_error: BenchError) -> None:
    """The page itself tells when the store cannot be read; a badge only stays as it was."""
