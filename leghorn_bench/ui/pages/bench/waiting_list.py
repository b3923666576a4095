"""What waits on the bench, the most urgent first: the list beside the invitation to scan."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from leghorn_bench.domain.states import DeviceState
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.queue import Waits, bench_queue
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.pages.bench.states import device_chip
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.age_bar import age_tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable


class WaitingList(Card):
    """Shows the queue; a click or Enter puts the device on the desk."""

    device_wanted = Signal(int)
    """Id of the device in its case."""

    def __init__(self) -> None:
        super().__init__(_("Waiting on the bench"))
        self._queue: list[Waits] = []
        self._late = Chip("clock-x", "", Tone.STOP)
        self._late.hide()
        self.add_to_head(self._late)
        self.table: PagedTable[Waits] = PagedTable(
            self._fetch,
            _columns(),
            _("Waiting on the bench"),
            EmptyWords(
                _("Nothing waits on the bench"),
                _("Devices that were received stand here until they are ready to leave."),
            ),
            named=lambda one: one.line.device.id,
        )
        self.add(self.table, 1)
        self.table.row_opened.connect(lambda one: self.device_wanted.emit(one.line.device.id))
        self.table.view.clicked.connect(
            lambda index: self.table.row_opened.emit(self.table.model.row(index.row()))
        )

    def refresh(self, bench: Bench) -> None:
        """Read the queue again."""
        self._queue = bench_queue(bench)
        late = sum(1 for one in self._queue if one.is_late)
        told = ngettext("{count} late", "{count} late", late).format(count=late)
        self._late.show_state("clock-x", told, Tone.STOP)
        self._late.setVisible(bool(late))
        self.table.reload()

    def _fetch(self, after: Waits | None, size: int) -> Sequence[Waits]:
        start = self._queue.index(after) + 1 if after is not None else 0
        return self._queue[start : start + size]


def _columns() -> list[Column[Waits]]:
    return [
        Column(_("Serial number"), lambda one: one.line.serial, mono=True),
        Column(_("Product"), _product, stretch=True),
        Column(
            _("State"),
            lambda one: word(DeviceState(one.line.device.state), spoken()),
            icon=lambda one: device_chip(DeviceState(one.line.device.state))[0],
        ),
        Column(
            _("Waiting"),
            _waited,
            tone=lambda one: Tone.STOP if one.is_urgent else age_tone(one.share),
            icon=_wait_sign,
        ),
    ]


def _product(one: Waits) -> str:
    name = one.line.product_en or one.line.product if spoken() == "en" else one.line.product
    return name or "—"


def _wait_sign(one: Waits) -> str:
    if one.is_urgent:
        return "flag"
    return "clock-x" if one.is_late else "clock"


def _waited(one: Waits) -> str:
    days = ngettext("{count} day", "{count} days", one.days).format(count=one.days)
    waited = days if one.days > 0 else _("today")
    return _("urgent, {waited}").format(waited=waited) if one.is_urgent else waited
