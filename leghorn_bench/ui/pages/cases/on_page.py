"""The case that is open on the page, and how each deed on it is carried out and told."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.case_file import CaseFile, case_file, has_case
from leghorn_bench.services.going_back import WayBack
from leghorn_bench.services.issuing import Issued
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.company_first import with_company
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.bench.doing import Doer
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.cases.last_step import LastStep
from leghorn_bench.ui.pages.cases.reason import WordsDialog, WordsWanted
from leghorn_bench.ui.printing.shown_papers import show_issued
from leghorn_bench.ui.workplace import Workplace


class CaseOnPage(QObject):
    """Reads the case again after each deed; tells what was done, with its undo, or the refusal."""

    read_again = Signal(object)
    """The ``CaseFile`` as it is on file now."""
    gone = Signal()
    """Its report was taken back: there is no case any more."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(page)
        self._page, self._workplace = page, workplace
        self._file: CaseFile | None = None
        self._doer: Doer

    @property
    def is_open(self) -> bool:
        """Whether a case is open."""
        return self._file is not None

    @property
    def file(self) -> CaseFile:
        """The case; only while one is open."""
        assert self._file is not None
        return self._file

    @property
    def id(self) -> int:
        """Id of the case."""
        return self.file.case.id

    @property
    def rep(self) -> str:
        """Name of its sales rep; empty without one."""
        return self.file.rep.name if self.file.rep is not None else ""

    @property
    def bench(self) -> Bench:
        """Who works on it, and where."""
        return self._workplace.bench

    @property
    def window(self) -> QWidget:
        """Over which dialogs open."""
        return self._page.window()

    def open(self, case_id: int) -> None:
        """Show this case from now on."""
        self._doer = Doer(self._page, self.bench)
        self._doer.done.connect(self._read_again)
        self._last_step = LastStep(self._page, self.bench, self._doer)
        self._read(case_id)

    def leave(self) -> None:
        """No case is open any more."""
        self._file = None

    def take_way_back(self, way: WayBack) -> None:
        """Take back the last step, or annul the paper that rests on it."""
        self._last_step.take(way)

    def undo_last(self) -> None:
        """Ctrl+Z: take the last step of the case back, or say why not."""
        self.refresh()
        self._last_step.by_key(self.file.way_back)

    def refresh(self) -> None:
        """Read the case again and show it."""
        if self._file is not None:
            self._read(self.id)

    def do(self, act: Callable[[], object], told: str) -> None:
        """Carry out ``act``, and tell it with its undo."""
        self._doer.do(act, lambda _result: (told, self.id))

    def attempt(self, act: Callable[[], object]) -> bool:
        """Carry out ``act`` without telling; False when the world refused, which is told."""
        try:
            act()
        except BenchError as error:
            self.refuse(told(error, spoken()))
            return False
        return True

    def ask(self, wanted: WordsWanted, record: Callable[[str], object], told: str) -> None:
        """Ask for the words that go with a deed, then carry it out and tell it."""
        dialog = WordsDialog(wanted, record, self.window)
        dialog.recorded.connect(partial(self.tell, told))
        dialog.open()

    def issue(self, act: Callable[[], Issued | None]) -> None:
        """Issue a paper, and show it."""
        with_company(self.bench, self.window, lambda: self._issue_now(act))

    def _issue_now(self, act: Callable[[], Issued | None]) -> None:
        issued: list[Issued | None] = []
        if self.attempt(lambda: issued.append(act())) and issued[0] is not None:
            self.show_issued(issued[0])

    def show_issued(self, issued: Issued) -> None:
        """Tell what was issued, and show it."""
        title = paper_title(issued.paper)
        self.tell(_("Issued: {paper}").format(paper=title))
        show_issued(self.bench, title, issued, self.window)

    def tell(self, told: str) -> None:
        """Tell what a dialog has done, with its undo."""
        self.refresh()
        self._doer.say(told, self.id)

    def say(self, told: str) -> None:
        """Tell something that needs no undo."""
        self._doer.say(told, None)

    def refuse(self, told: str) -> None:
        """Tell why something was not done."""
        self._doer.refuse(told)

    def _read_again(self) -> None:
        """After a deed; a report that was taken back is no case any more."""
        if self._file is None:
            return
        if not has_case(self.bench, self.id):
            self.gone.emit()
        else:
            self.refresh()

    def _read(self, case_id: int) -> None:
        self._file = case_file(self.bench, case_id)
        self.read_again.emit(self._file)
