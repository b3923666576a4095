"""The page of cases: the list, and the case that one has opened from it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout

from leghorn_bench.domain.identifiers import Kind
from leghorn_bench.domain.identifiers.labels import LETTERS
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.services.case_file import case_numbered
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.pages.cases.case_list import CaseList
from leghorn_bench.ui.pages.cases.case_view import CaseView
from leghorn_bench.ui.pages.cases.case_work import CaseWork
from leghorn_bench.ui.pages.cases.new_case import NewCaseDialog, NewCaseDraft
from leghorn_bench.ui.pages.cases.next_deeds import WORDS, Deed, next_deeds
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.workplace import Workplace

Verb = tuple[str, str]
"""Words and icon of an action."""
_NONE: Verb = ("", "")
_MINUTE_MS = 60_000
_CASE = next(f"LB:{letter}:" for letter, kind in LETTERS.items() if kind is Kind.CASE)


@dataclass(frozen=True, slots=True)
class _Kept:
    case_id: int


class CasesPage(Page):
    """Enter opens a case, Esc comes back to the same row; a scanned case label opens the case."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._last_id = 0
        self._reporting: NewCaseDialog | None = None
        self.list = CaseList(workplace)
        self.view = CaseView()
        self._work = CaseWork(self, workplace, self.view)
        self._work.shown.connect(self._show_actions)
        self._work.gone.connect(self.go_back)
        self._work.steps.device_wanted.connect(lambda serial: self.asked_for.emit("bench", serial))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.view)
        self.primary = QAction(self)
        self._beside, self._third = QAction(self), QAction(self)
        self.secondary = (self._third, self._beside)
        self.primary.triggered.connect(lambda: self._do(0))
        self._beside.triggered.connect(lambda: self._do(1))
        self._third.triggered.connect(lambda: self._do(2))
        self.list.case_opened.connect(self.open_case)
        self.view.back_wanted.connect(self.go_back)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._tick)
        self._minute.start()
        workplace.bench_changed.connect(self._bench_changed)
        self._show_actions()

    @property
    def work(self) -> CaseWork:
        """The work on the case that is open."""
        return self._work

    def take_scan(self, scan: Scan) -> bool:
        """Open the case whose label was scanned."""
        text = scan.text.strip()
        if not text.upper().startswith(_CASE) or not self._workplace.is_open:
            return False
        number = text[len(_CASE) :]
        found = case_numbered(self._workplace.bench, number)
        if found is None:
            told = _("No case has the number {number}.").format(number=number)
            self.said.emit(Said(told, tone=Tone.STOP))
        else:
            self.open_case(found)
        return True

    def show_subject(self, subject: object) -> None:
        """Show the case with this id, or list what this text finds."""
        if isinstance(subject, int) and self._workplace.is_open:
            self.open_case(subject)
        elif isinstance(subject, str):
            self._leave()
            self.list.search(subject)

    def open_case(self, case_id: int) -> None:
        """Show one case; what was done with another says nothing of this one."""
        if self._last_id not in {0, case_id}:
            self.said.emit(Said(""))
        self._last_id = case_id
        self._work.open(case_id)
        self._stack.setCurrentWidget(self.view)
        self._show_actions()

    def go_back(self) -> bool:
        """Esc: from the case to its row in the list."""
        if not self._work.is_open:
            return False
        self._leave()
        self.list.refresh()
        self.list.table.view.setFocus()
        return True

    def undo_last(self) -> None:
        """Ctrl+Z without anything at the foot: the last step of the case that is open."""
        if self._work.is_open:
            self._work.undo_last()

    def came_to_front(self) -> None:
        """Read again what other pages may have changed."""
        if self._work.is_open:
            self._work.refresh()
        else:
            self.list.refresh()
            self.list.table.view.setFocus()

    def others_changed(self) -> None:
        """Read again what other stations have changed."""
        if self._work.is_open:
            self._work.refresh()
        else:
            self.list.refresh()

    def kept_work(self) -> object:
        """The case that is open."""
        return _Kept(self._work.file.case.id) if self._work.is_open else None

    def put_back(self, work: object) -> None:
        """Open it again."""
        assert isinstance(work, _Kept)
        if self._workplace.is_open:
            self.open_case(work.case_id)

    def new_case(self) -> None:
        """Put a report on file."""
        self._ask_report()

    def written(self) -> object:
        """The report of a new case that is being written."""
        return self._reporting.draft if self._reporting is not None else None

    def written_kind(self) -> type[Any]:
        """Of ``written``."""
        return NewCaseDraft

    def write_again(self, work: object) -> None:
        """Ask for the report again, with what was written of it."""
        assert isinstance(work, NewCaseDraft)
        self._ask_report().show_draft(work)

    def _ask_report(self) -> NewCaseDialog:
        dialog = NewCaseDialog(self._workplace.bench, self.window())
        dialog.reported.connect(self._reported)
        dialog.finished.connect(self._asked_report)
        self._reporting = dialog
        dialog.open()
        return dialog

    def _asked_report(self) -> None:
        self._reporting = None

    def _leave(self) -> None:
        self._work.leave()
        self._stack.setCurrentWidget(self.list)
        self._show_actions()

    def _reported(self, case: Case) -> None:
        self.open_case(case.id)
        if case.number is None:
            told = _("The report is on file; it waits for the sales rep.")
        else:
            told = _("Case {number} is open.").format(number=case.number)
        self.said.emit(Said(told, tone=Tone.OK))

    def _bench_changed(self) -> None:
        if self._work.is_open:
            self.open_case(self._work.file.case.id)
        else:
            self.list.refresh()
        self._show_actions()

    def _tick(self) -> None:
        if not self.isVisible() or not self._workplace.is_open:
            return
        if self._work.is_open:
            self._work.tick()
        else:
            self.list.refresh()

    def _show_actions(self) -> None:
        actions = (self.primary, self._beside, self._third)
        for action, (text, icon) in zip(actions, self._verbs(), strict=True):
            assert action is not None
            action.setText(text)
            action.setData(icon)
            action.setVisible(bool(text))
            action.setEnabled(bool(text) and self._workplace.is_open)

    def _verbs(self) -> tuple[Verb, ...]:
        if not self._work.is_open:
            return (_("New case…"), "plus"), _NONE, _NONE
        return tuple((_(text), icon) for text, icon in (WORDS[one] for one in self._deeds))

    @property
    def _deeds(self) -> tuple[Deed, Deed, Deed]:
        return next_deeds(self._work.file)

    def _do(self, place: int) -> None:
        """Do what the action at this place of the foot says now."""
        if self._work.is_open:
            self._work.do(self._deeds[place])
        elif place == 0:
            self.new_case()
