"""The page of one case: its head, and the cards below in two columns."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.services.case_list import contact_age
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.cases.clock import age_icon, age_text, tone_of
from leghorn_bench.ui.pages.cases.devices_card import DevicesCard
from leghorn_bench.ui.pages.cases.papers_card import PapersCard
from leghorn_bench.ui.pages.cases.report_card import ReportCard
from leghorn_bench.ui.pages.cases.signs import case_chip
from leghorn_bench.ui.pages.cases.story_card import StoryCard
from leghorn_bench.ui.pages.cases.support_card import SupportCard
from leghorn_bench.ui.pages.cases.waiting_card import WaitingCard
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import scrolling
from leghorn_bench.ui.widgets.customer_edit import customer_line
from leghorn_bench.ui.widgets.one_line import OneLine


class CaseView(QWidget):
    """Shows a ``CaseFile``; the cards stay, another case repaints them."""

    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.report = ReportCard()
        self.devices = DevicesCard()
        self.support = SupportCard()
        self.papers = PapersCard()
        self.story = StoryCard()
        self.waiting = WaitingCard()
        self._number = words("", Size.TITLE)
        self._customer = OneLine(Tone.QUIET)
        self._shown_id = 0
        self._clock = Chip("clock", "", Tone.OK)
        self._state = Chip("folder", "", Tone.ACCENT)
        self._assemble()

    def _assemble(self) -> None:
        back = IconButton("arrow-left", part="icon", hint=_("Back to the list (Esc)"))
        back.clicked.connect(self.back_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 16, 0)
        head.setSpacing(12)
        head.addWidget(back)
        head.addWidget(self._number)
        head.addWidget(self._customer, 1)
        for chip in (self._clock, self._state):
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(16, 4, 16, 8)
        row.setSpacing(16)
        for stretch, cards in (
            (3, (self.report, self.devices, self.story)),
            (2, (self.support, self.papers, self.waiting)),
        ):
            column = QVBoxLayout()
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            row.addLayout(column, stretch)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(head)
        self._area = scrolling(columns)
        whole.addWidget(self._area, 1)

    def show_file(self, file: CaseFile, now: datetime) -> None:
        """Repaint everything with ``file``."""
        self._number.setText(_title(file))
        self._customer.say(customer_line(file.customer) if file.customer else "")
        if file.case.id != self._shown_id:
            self._area.verticalScrollBar().setValue(0)
            self._shown_id = file.case.id
        self._state.show_state(*case_chip(file.state))
        for card in (self.report, self.devices, self.papers, self.story, self.waiting):
            card.show_file(file)
        self.support.show_file(file, now)
        self.show_clock(file, now)

    def show_devices(self) -> None:
        """Bring the list of devices in sight, the keyboard on its first one."""
        self._area.ensureWidgetVisible(self.devices)
        self.devices.begin()

    def show_clock(self, file: CaseFile, now: datetime) -> None:
        """Show how much of the twenty-four hours is left, while they run."""
        age = contact_age(file.case, now)
        self._clock.setVisible(age is not None)
        if age is not None:
            self._clock.show_state(age_icon(age), age_text(age), tone_of(age))


def _title(file: CaseFile) -> str:
    """Its number; what was only reported has none yet, and what was rejected never gets one."""
    case = file.case
    if case.number:
        return _("Case {number}").format(number=case.number)
    if case.reported_on is None:
        return _("Case without a number")
    return _("Report of {day}").format(day=day_text(case.reported_on, spoken()))
