"""The papers of a case: looked at, issued, annulled."""

from PySide6.QtCore import QObject

from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.claims import Claim, ClaimKind
from leghorn_bench.services.claiming import issue_charge_note, issue_reimbursement_note
from leghorn_bench.services.issuing import annul
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.cases.on_page import CaseOnPage
from leghorn_bench.ui.pages.cases.papers_card import PapersCard
from leghorn_bench.ui.pages.cases.way_words import annulment
from leghorn_bench.ui.printing.shown_papers import show_filed


class PaperWork(QObject):
    """The papers of the case that is open."""

    def __init__(self, on_page: CaseOnPage, card: PapersCard) -> None:
        super().__init__(on_page)
        self._case = on_page
        card.paper_wanted.connect(self.show_paper)
        card.annul_wanted.connect(self.annul)
        card.charge_wanted.connect(self.charge)
        card.summary_wanted.connect(self.summarise)
        card.reimbursement_wanted.connect(self.reimburse)

    def show_paper(self, paper: StoredPaper) -> None:
        """Look at a paper as it was issued; what is printed from there is a copy."""
        case, title = self._case, paper_title(paper)
        case.attempt(lambda: show_filed(case.bench, title, paper, case.window))

    def annul(self, paper: StoredPaper) -> None:
        """Annul a paper, with the reason."""
        self._case.ask(
            annulment(paper_title(paper)),
            lambda reason: annul(self._case.bench, paper.id, reason),
            _("The paper is annulled."),
        )

    def charge(self) -> None:
        """Issue the charge note of the case."""
        self._case.issue(lambda: issue_charge_note(self._case.bench, self._case.id))

    def summarise(self) -> None:
        """Issue the case summary."""
        self._case.issue(lambda: issue_case_summary(self._case.bench, self._case.id))

    def reimburse(self, claim: Claim) -> None:
        """Issue the note of a reimbursement."""
        self._case.issue(lambda: issue_reimbursement_note(self._case.bench, claim.id))

    def issue_notes(self) -> None:
        """Issue every note of money that the case still lacks."""
        owed = ClaimKind.INBOUND_REIMBURSEMENT.value
        lacking = [one for one in self._case.file.claims if one.paper_id is None]
        for claim in lacking:
            if claim.kind == owed:
                self.reimburse(claim)
        if any(claim.kind != owed for claim in lacking):
            self.charge()
