"""What was judged of the device, the papers that rest on it, and what else may be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.rights import HOLDERS, Right
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.services.on_bench import WorkOnBench
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.services.signing import signature_lacks
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.bench.filed_photos import FiledPhotos
from leghorn_bench.ui.pages.bench.judged_facts import (
    check_facts,
    goodwill_facts,
    judged_facts,
    signature_facts,
    work_facts,
)
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.bench.states import device_chip
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.fact_grid import Fact, FactGrid


class JudgedCard(Card):
    """Read only; its buttons tell what the person wants."""

    paper_wanted = Signal(object)
    """A ``StoredPaper`` to look at."""
    step_wanted = Signal(object)
    """A ``DeviceStep`` beside those in the foot."""
    goodwill_wanted = Signal()
    signature_wanted = Signal()
    """The person at the bench stands by the judgement as the second one."""
    earlier_wanted = Signal()
    """The revisions of the judgement before this one."""
    quotes_wanted = Signal()
    """The revisions of the case's quote."""
    photo_marked = Signal(object)
    """A ``Photo``: the marked copy of one on file."""
    report_wanted = Signal()
    """A technical report on the device shall be issued."""
    device_wanted = Signal(int)
    """Id, in the case, of another device of it."""

    def __init__(self, lists: Catalogues) -> None:
        super().__init__(_("Judgement"))
        self._lists = lists
        self._state = Chip("stethoscope", "", Tone.NOTE)
        self.add_to_head(self._state)
        self._facts = FactGrid([])
        self._photos = FiledPhotos()
        self._photos.marked.connect(self.photo_marked)
        self._papers = _Section(_("Papers"))
        self._others = _Section(_("Devices of this case"))
        self._steps = _Section(_("Otherwise"))
        for widget in (
            self._facts,
            self._photos,
            self._papers,
            self._others,
            self._steps,
        ):
            self.add(widget)
        self.add_space()

    def show_work(self, bench: Bench, work: WorkOnBench, other_steps: Sequence[DeviceStep]) -> None:
        """Show the judgement of ``work``; ``other_steps`` are legal and not in the foot."""
        self._state.show_state(*device_chip(DeviceState(work.device.state)))
        self._facts.show_facts(self._facts_of(bench, work))
        self._photos.show_photos(bench, work.evidence)
        papers = [self._paper(paper) for paper in work.papers]
        self._papers.show_rows([*papers, *self._report_button(work), *self._links_to_earlier(work)])
        others = [one for one in work.companions if one.id != work.device.id]
        self._others.show_rows([self._companion(bench, one) for one in others])
        steps = [*self._step_buttons(other_steps), *self._goodwill(bench, work)]
        self._steps.show_rows([*self._signature_button(bench, work), *steps])

    def _facts_of(self, bench: Bench, work: WorkOnBench) -> list[Fact]:
        judged, device = work.assessment, work.device
        if judged is None:
            return []
        return [
            *judged_facts(bench, self._lists, judged),
            *goodwill_facts(bench, device),
            *signature_facts(bench, judged),
            *work_facts(bench, self._lists, device),
            *check_facts(bench, device),
        ]

    def _links_to_earlier(self, work: WorkOnBench) -> list[QWidget]:
        """What was judged and offered before stays readable."""
        links: list[QWidget] = []
        if work.assessment is not None and work.assessment.revision > 1:
            links.append(self._link("history", _("Earlier judgements…"), self.earlier_wanted))
        if work.quote is not None:
            links.append(self._link("history", _("Quote and its revisions…"), self.quotes_wanted))
        return links

    def _link(self, icon: str, text: str, wanted: SignalInstance) -> IconButton:
        button = IconButton(icon, text, part="link", pixels=16)
        button.setAccessibleName(text)
        button.clicked.connect(wanted)
        return button

    def _paper(self, paper: StoredPaper) -> QWidget:
        title = paper_title(paper)
        when = day_text(paper.issued_on, spoken())
        text = f"{title}  ·  {when}"
        if paper.annulled_at is not None:
            text = _("{paper}, annulled").format(paper=text)
        button = IconButton("file-text", text, part="link", pixels=16)
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self.paper_wanted.emit(paper))
        return button

    def _report_button(self, work: WorkOnBench) -> list[QWidget]:
        if work.assessment is None:
            return []
        button = IconButton("file-text", _("Issue the technical report…"), part="link", pixels=16)
        button.clicked.connect(self.report_wanted)
        return [button]

    def _signature_button(self, bench: Bench, work: WorkOnBench) -> list[QWidget]:
        """Offered to the second person only; who judged is told in the facts what is missing."""
        judged = work.assessment
        if judged is None or judged.assessed_by == bench.operator.login:
            return []
        if not signature_lacks(bench, work.device.id):
            return []
        button = IconButton("pencil", _("Sign as the second person"), part="link", pixels=16)
        button.clicked.connect(self.signature_wanted)
        return [button]

    def _companion(self, bench: Bench, device: CaseDevice) -> QWidget:
        icon, state, _tone = device_chip(DeviceState(device.state))
        button = IconButton(icon, f"{serial_of(bench, device)}  ·  {state}", part="link", pixels=16)
        button.clicked.connect(lambda: self.device_wanted.emit(device.id))
        return button

    def _step_buttons(self, steps: Sequence[DeviceStep]) -> list[QWidget]:
        buttons: list[QWidget] = []
        for step in steps:
            again = step is DeviceStep.ASSESS
            verb = _("Assess again") if again else word(step, spoken())
            button = IconButton("chevron-right", verb, part="link", pixels=16)
            button.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
            buttons.append(button)
        return buttons

    def _goodwill(self, bench: Bench, work: WorkOnBench) -> list[QWidget]:
        """Offered to those who may; the others are told whom to ask."""
        undecided = work.device.state in {DeviceState.ASSESSED, DeviceState.ON_HOLD}
        rule = work.consequence
        charged = rule is not None and len(rule.outcomes) == 1
        if not undecided or not charged or work.device.goodwill_by is not None:
            return []
        if not bench.may(Right.GRANT_GOODWILL):
            roles = ", ".join(
                word(role, spoken()) for role in sorted(HOLDERS[Right.GRANT_GOODWILL])
            )
            told = _("Goodwill is granted by somebody who is: {roles}.").format(roles=roles)
            whom = words(told, tone=Tone.QUIET, wrap=True)
            return [beside(IconLabel("heart-handshake", 16, Tone.QUIET), whom, stretch=1)]
        button = IconButton("heart-handshake", _("Grant goodwill…"), "link", pixels=16)
        button.clicked.connect(self.goodwill_wanted)
        return [button]


class _Section(QWidget):
    """A title with rows below; without rows it takes no room."""

    def __init__(self, title: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(words(title, strong=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        _empty(self._rows)
        for row in rows:
            self._rows.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(rows))


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
