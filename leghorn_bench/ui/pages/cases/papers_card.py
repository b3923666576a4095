"""The papers of a case and the money that follows from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.claims import Claim, ClaimKind
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import breakable, words
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.money_edit import write_money

_UNDER_WORDS = 30
"""Pixels from the edge of a link to its words, after its icon."""


class PapersCard(Card):
    """A line a paper: open it, annul it; a line a claim: put it on its note."""

    paper_wanted = Signal(object)
    annul_wanted = Signal(object)
    charge_wanted = Signal()
    """The charge note of all that is not on one yet."""
    summary_wanted = Signal()
    """The whole case on paper, for the file."""
    reimbursement_wanted = Signal(object)
    """The ``Claim`` whose note is wanted."""

    def __init__(self) -> None:
        super().__init__(_("Papers and money"))
        self._charge = IconButton("receipt", _("Issue the charge note"), part="link", pixels=16)
        self._charge.clicked.connect(self.charge_wanted)
        self._summary = IconButton("file-text", _("Case summary"), part="link", pixels=16)
        self._summary.setToolTip(_("Issue the whole case on paper, for the file"))
        self._summary.clicked.connect(self.summary_wanted)
        self._papers = Rows(_("No paper is issued yet."), self._summary)
        self._claims = Rows("", self._summary)
        for widget in (self._papers, self._claims, beside(self._charge, self._summary)):
            self.add(widget)

    def show_file(self, file: CaseFile) -> None:
        """Show the papers and claims of a case."""
        self._papers.show_rows([self._paper(one) for one in file.papers])
        self._claims.show_rows([self._claim(one) for one in file.claims])
        self._claims.setVisible(bool(file.claims))
        reimbursed = ClaimKind.INBOUND_REIMBURSEMENT.value
        self._summary.setVisible(file.state in {CaseState.OPEN, CaseState.CLOSED})
        self._charge.setVisible(
            any(one.paper_id is None and one.kind != reimbursed for one in file.claims)
        )

    def _paper(self, paper: StoredPaper) -> QWidget:
        title = paper_title(paper)
        opener = IconButton("file-text", title, part="link", pixels=16)
        opener.clicked.connect(lambda: self.paper_wanted.emit(paper))
        day = day_text(paper.issued_on, spoken())
        if paper.annulled_at is not None:
            told = _("annulled: {reason}").format(reason=breakable(paper.annulled_reason))
            below = words(f"{day} · {told}", Size.SMALL, Tone.STOP, wrap=True)
            return _above(opener, below)
        annul = IconButton("circle-x", part="icon", hint=_("Annul this paper…"), pixels=16)
        annul.setAccessibleName(_("Annul {paper}").format(paper=title))
        annul.clicked.connect(lambda: self.annul_wanted.emit(paper))
        below = words(day, Size.SMALL, Tone.QUIET)
        return beside(_above(opener, below), annul, stretch=0)

    def _claim(self, claim: Claim) -> QWidget:
        kind = ClaimKind(claim.kind)
        amount = words(f"{write_money(claim.amount, spoken())} €", strong=True)
        about = beside(words(word(kind, spoken()), wrap=True), amount, stretch=0)
        if claim.settled_at is not None:
            below: QWidget = words(_("settled"), Size.SMALL, Tone.OK)
        elif claim.paper_id is not None:
            below = words(_("on its note"), Size.SMALL, Tone.QUIET)
        elif kind is ClaimKind.INBOUND_REIMBURSEMENT:
            issue = IconButton("receipt", _("Issue the note"), part="link", pixels=16)
            issue.clicked.connect(lambda: self.reimbursement_wanted.emit(claim))
            below = beside(issue)
        else:
            below = words(_("on no note yet"), Size.SMALL, Tone.PAY)
        return _above(about, below)


def _above(first: QWidget, second: QWidget) -> QWidget:
    """One below the other, close together: both are about one thing."""
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if isinstance(first, IconButton):
        column.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
        second.setContentsMargins(_UNDER_WORDS, 0, 0, 0)
    else:
        column.addWidget(first)
    column.addWidget(second)
    return pair
