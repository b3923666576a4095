"""The case that is open on the page of cases, and everything that may be done to it."""

from PySide6.QtCore import QObject, Signal

from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.case_steps import CaseSteps
from leghorn_bench.ui.pages.cases.case_view import CaseView
from leghorn_bench.ui.pages.cases.end_work import EndWork
from leghorn_bench.ui.pages.cases.next_deeds import Deed
from leghorn_bench.ui.pages.cases.on_page import CaseOnPage
from leghorn_bench.ui.pages.cases.paper_work import PaperWork
from leghorn_bench.ui.pages.cases.story_work import StoryWork
from leghorn_bench.ui.pages.cases.support_work import SupportWork
from leghorn_bench.ui.workplace import Workplace


class CaseWork(QObject):
    """Puts the case before the view, and the work before its cards."""

    shown = Signal()
    """The case was read again."""
    gone = Signal()
    """The report was taken back: there is no case any more."""

    def __init__(self, page: Page, workplace: Workplace, view: CaseView) -> None:
        super().__init__(page)
        self._workplace, self._view = workplace, view
        self._on_page = CaseOnPage(page, workplace)
        self._on_page.read_again.connect(self._show)
        self._on_page.gone.connect(self.gone)
        self.steps = CaseSteps(self._on_page, view.devices)
        self.support = SupportWork(self._on_page, view.support)
        self.papers = PaperWork(self._on_page, view.papers)
        self.story = StoryWork(self._on_page, view.story)
        self.ends = EndWork(self._on_page, self.steps, self.support, self.papers)
        self.ends.devices_wanted.connect(view.show_devices)

    @property
    def is_open(self) -> bool:
        """Whether a case is open."""
        return self._on_page.is_open

    @property
    def file(self) -> CaseFile:
        """The case; only while one is open."""
        return self._on_page.file

    def open(self, case_id: int) -> None:
        """Show this case from now on."""
        self._on_page.open(case_id)

    def leave(self) -> None:
        """No case is open any more."""
        self._on_page.leave()

    def refresh(self) -> None:
        """Read the case again and show it."""
        self._on_page.refresh()

    def undo_last(self) -> None:
        """Take the last step of the case back, or say why not."""
        self._on_page.undo_last()

    def do(self, deed: Deed) -> None:
        """Do what stands in the foot of the page."""
        deeds = {
            Deed.AUTHORISE: self.steps.authorise,
            Deed.REJECT: self.steps.reject,
            Deed.OPEN: self.steps.open_ticket,
            Deed.CONTACT: self.steps.contact,
            Deed.ESTIMATE: self.support.estimate,
            Deed.REIMBURSE: self.papers.issue_notes,
            Deed.CHARGE: self.papers.issue_notes,
            Deed.ISSUE_NOTES: self.papers.issue_notes,
            Deed.CLOSE: self.steps.close,
            Deed.SUMMARISE: self.papers.summarise,
            Deed.REOPEN: self.steps.reopen,
            Deed.NOTE: self.story.note,
        }
        if deed in deeds:
            deeds[deed]()

    def tick(self) -> None:
        """The clock went on."""
        self._view.show_clock(self.file, self._workplace.bench.clock())

    def _show(self, file: CaseFile) -> None:
        self._view.show_file(file, self._workplace.bench.clock())
        self.shown.emit()
