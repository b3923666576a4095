"""What waits on each page, counted in the background and shown in the rail."""

from collections.abc import Callable

import shiboken6
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
        from leghorn_bench.services.queue import Counts, waiting_counts  # noqa: PLC0415

        bench = self._workplace.bench

        def show(found: tuple[Waiting, Counts]) -> None:
            if not shiboken6.isValid(self._window()):
                return  # closed while it was counted: news of another station may come last
            cases, others = found
            self._show_bench(others.bench, others.bench_late)
            self._show_cases(cases.ours, cases.late)
            self._show_others(others.quotes, others.quotes_past, others.shipping, others.receiving)

        self._workplace.executor.submit(
            self, lambda: (waiting_for_us(bench), waiting_counts(bench)), show, _leave_as_it_is
        )

    def _show_bench(self, waiting: int, late: int) -> None:
        told = ngettext(
            "{count} device waits on the bench", "{count} devices wait on the bench", waiting
        )
        tone = Tone.STOP if late else Tone.ACCENT
        self._window().show_waiting("bench", waiting, tone, told.format(count=waiting))

    def _show_cases(self, ours: int, late: int) -> None:
        hint = ngettext("{count} case waits for us", "{count} cases wait for us", ours).format(
            count=ours
        )
        if late:
            told = ngettext("{count} is late", "{count} are late", late).format(count=late)
            hint = f"{hint}, {told}"
        tone = Tone.STOP if late else Tone.ACCENT
        self._window().show_waiting("cases", ours or late, tone, hint)

    def _show_others(self, quotes: int, past: int, ready: int, begun: int) -> None:
        window = self._window()
        told = ngettext(
            "{count} quote waits for its answer", "{count} quotes wait for their answer", quotes
        )
        tone = Tone.STOP if past else Tone.ACCENT
        window.show_waiting("quotes", quotes, tone, told.format(count=quotes))
        told = ngettext(
            "{count} device is ready to leave", "{count} devices are ready to leave", ready
        )
        window.show_waiting("shipping", ready, Tone.ACCENT, told.format(count=ready))
        told = ngettext("{count} parcel is begun", "{count} parcels are begun", begun)
        window.show_waiting("receiving", begun, Tone.ACCENT, told.format(count=begun))


def _leave_as_it_is(_error: BenchError) -> None:
    """The page itself tells when the store cannot be read; a badge only stays as it was."""
