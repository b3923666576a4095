"""From what keeps a case open to the place where it is settled."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leghorn_bench.services.closing import OpenEnd
from leghorn_bench.ui.pages.cases.case_dialogs import OpenEndsDialog
from leghorn_bench.ui.pages.cases.case_steps import CaseSteps
from leghorn_bench.ui.pages.cases.ends import End
from leghorn_bench.ui.pages.cases.on_page import CaseOnPage
from leghorn_bench.ui.pages.cases.paper_work import PaperWork
from leghorn_bench.ui.pages.cases.support_work import SupportWork

if TYPE_CHECKING:
    from collections.abc import Callable


class EndWork(QObject):
    """Shows the open ends of the case, and goes where the person wants to settle one."""

    devices_wanted = Signal()
    """Several devices are to be seen where they are listed."""

    def __init__(
        self, on_page: CaseOnPage, steps: CaseSteps, support: SupportWork, papers: PaperWork
    ) -> None:
        super().__init__(on_page)
        self._case, self._steps, self._support, self._papers = on_page, steps, support, papers
        steps.ends_wanted.connect(self.show_ends)

    def show_ends(self) -> None:
        """Tell what is left to do, each with the way to it."""
        dialog = OpenEndsDialog(self._case.file.left_open, self._case.window)
        dialog.end_chosen.connect(self.settle)
        dialog.open()

    def settle(self, end: End) -> None:
        """Go where this end is settled."""
        places: dict[OpenEnd, Callable[[], None]] = {
            OpenEnd.DEVICE: lambda: self._show_devices(end),
            OpenEnd.CONTACT: self._steps.contact,
            OpenEnd.QUOTE: lambda: self._answer(end),
            OpenEnd.NOTE: self._papers.issue_notes,
            OpenEnd.TIMER: self._support.pause,
            OpenEnd.ESTIMATE: self._support.estimate,
        }
        places[end.what]()

    def _show_devices(self, end: End) -> None:
        if len(end.serials) == 1:
            self._steps.device_wanted.emit(end.serials[0])
        else:
            self.devices_wanted.emit()

    def _answer(self, end: End) -> None:
        file = self._case.file
        offers = (one for one in (*file.quotes, *file.estimates) if one.id == end.quote_id)
        self._support.answer(next(offers))
