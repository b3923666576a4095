"""What was judged of the device, the papers that rest on it, and what else may be done."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QLayout, QPushButton, QVBoxLayout, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import Assessment, CaseDevice, Evidence
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.services.on_bench import WorkOnBench, photo_bytes
from leghorn_bench.services.parties import operator_name
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.services.signing import signature_lacks, signatures_of
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.photo_view import PhotoView
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.bench.states import device_chip
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.fact_grid import Fact, FactGrid
from leghorn_bench.ui.widgets.flow import FlowLayout
from leghorn_bench.ui.widgets.photo_file import Photo, picture_of

_SIDE = 64


class JudgedCard(Card):
    """Read only; its buttons tell what the person wants."""

    paper_wanted = Signal(object)
    """A ``StoredPaper`` to look at."""
    step_wanted = Signal(object)
    """A ``DeviceStep`` beside those in the foot."""
    goodwill_wanted = Signal()
    signature_wanted = Signal()
    """The person at the bench stands by the judgement as the second one."""
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
        self._photos = QWidget()
        self._photo_row = FlowLayout(4, self._photos)
        self._trouble = words("", tone=Tone.STOP, wrap=True)
        self._papers = _Section(_("Papers"))
        self._others = _Section(_("Devices of this case"))
        self._steps = _Section(_("Otherwise"))
        for widget in (
            self._facts,
            self._photos,
            self._trouble,
            self._papers,
            self._others,
            self._steps,
        ):
            self.add(widget)
        self.add_space()

    def show_work(self, bench: Bench, work: WorkOnBench, other_steps: Sequence[DeviceStep]) -> None:
        """Show the judgement of ``work``; ``other_steps`` are legal and not in the foot."""
        self._state.show_state(*device_chip(DeviceState(work.device.state)))
        self._facts.show_facts(
            [*self._judged(bench, work.assessment, work.device), *_signed(bench, work.assessment)]
        )
        self._show_photos(bench, work.evidence)
        papers = [self._paper(paper) for paper in work.papers]
        self._papers.show_rows([*papers, *self._report_button(work)])
        others = [one for one in work.companions if one.id != work.device.id]
        self._others.show_rows([self._companion(bench, one) for one in others])
        steps = self._step_buttons(work, other_steps)
        self._steps.show_rows([*self._signature_button(bench, work), *steps])

    def _judged(self, bench: Bench, judged: Assessment | None, device: CaseDevice) -> list[Fact]:
        if judged is None:
            return []
        fault = self._lists.faults.get(judged.found_code)
        facts: list[Fact] = []
        if fault is not None:
            facts.append((_("Fault found"), fault.name.word(spoken())))
        if judged.found and (fault is None or judged.found != fault.name.word(spoken())):
            facts.append((_("In words"), judged.found))
        facts.append((_("Origin"), word(Origin(judged.origin), spoken())))
        tests = [f"{one.name}: {one.value} {one.unit}".strip() for one in judged.measurements]
        if tests:
            facts.append((_("Tests"), "\n".join(tests)))
        when = day_text(judged.assessed_at.astimezone().date(), spoken())
        who = operator_name(bench, judged.assessed_by)
        facts.append((_("Judged"), _("by {who} on {day}").format(who=who, day=when)))
        if device.goodwill_by is not None:
            goodwill = _("granted by {who}: {reason}")
            facts.append(
                (
                    _("Goodwill"),
                    goodwill.format(who=device.goodwill_by, reason=device.goodwill_reason),
                )
            )
        return facts

    def _show_photos(self, bench: Bench, evidence: Sequence[Evidence]) -> None:
        _empty(self._photo_row)
        troubles = []
        shown = 0
        for one in evidence:
            if one.kind != "photo":
                continue
            try:
                self._photo_row.addWidget(_thumbnail(Photo(one.filename, photo_bytes(bench, one))))
                shown += 1
            except BenchError as error:
                troubles.append(f"{one.filename}: {told(error, spoken())}")
        self._photos.setVisible(bool(shown))
        self._trouble.setText("\n".join(troubles))
        self._trouble.setVisible(bool(troubles))

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

    def _step_buttons(self, work: WorkOnBench, steps: Sequence[DeviceStep]) -> list[QWidget]:
        buttons: list[QWidget] = []
        for step in steps:
            again = step is DeviceStep.ASSESS
            verb = _("Assess again") if again else word(step, spoken())
            button = IconButton("chevron-right", verb, part="link", pixels=16)
            button.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
            buttons.append(button)
        undecided = work.device.state in {DeviceState.ASSESSED, DeviceState.ON_HOLD}
        rule = work.consequence
        charged = rule is not None and len(rule.outcomes) == 1
        if undecided and charged and work.device.goodwill_by is None:
            button = IconButton("heart-handshake", _("Grant goodwill…"), "link", pixels=16)
            button.clicked.connect(self.goodwill_wanted)
            buttons.append(button)
        return buttons


def _signed(bench: Bench, judged: Assessment | None) -> list[Fact]:
    """Who stands by a judgement of misuse, or that somebody still has to."""
    if judged is None:
        return []
    by = _("by {who} on {day}")
    signed: list[Fact] = [
        (
            _("Second signature"),
            by.format(
                who=operator_name(bench, one.who),
                day=day_text(one.signed_at.astimezone().date(), spoken()),
            ),
        )
        for one in signatures_of(bench, judged.id)
    ]
    if not signed and signature_lacks(bench, judged.case_device_id):
        missing = _("missing: another person has to stand by it before the quote")
        signed.append((_("Second signature"), missing))
    return signed


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


def _thumbnail(photo: Photo) -> QPushButton:
    picture = picture_of(photo, QSize(_SIDE * 3, _SIDE * 3))
    button = mark(QPushButton(), part="icon")
    button.setIcon(QIcon(QPixmap.fromImage(picture)))
    button.setIconSize(QSize(_SIDE, _SIDE))
    button.setFixedSize(_SIDE + 8, _SIDE + 8)
    button.setAccessibleName(photo.name)
    button.setToolTip(photo.name)
    button.clicked.connect(lambda: PhotoView(photo, button.window()).open())
    return button
