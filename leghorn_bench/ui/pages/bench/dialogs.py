"""The dialogs of the bench: opened for the device on the desk, they tell when they are done."""

from collections.abc import Callable

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Kind
from leghorn_bench.domain.identifiers.labels import label_text
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.goods import Sale
from leghorn_bench.services.assessing import assessments_of, grant_goodwill
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.catalogues import Catalogues
from leghorn_bench.services.issuing import Issued
from leghorn_bench.services.leaving_goods import find_to_check
from leghorn_bench.services.on_bench import WorkOnBench
from leghorn_bench.services.paper_list import paper_on_file
from leghorn_bench.services.quote_history import revisions_of
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.services.registering import accept_extension
from leghorn_bench.services.repairing import give_up
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.answer import AnswerDialog
from leghorn_bench.ui.dialogs.company_first import with_company
from leghorn_bench.ui.dialogs.confirm import ConfirmDialog
from leghorn_bench.ui.dialogs.earlier_judgements import EarlierJudgements
from leghorn_bench.ui.dialogs.quote import QuoteDialog
from leghorn_bench.ui.dialogs.quote_revisions import QuoteRevisions
from leghorn_bench.ui.dialogs.reason import ReasonDialog
from leghorn_bench.ui.dialogs.repair_work import RepairWorkDialog
from leghorn_bench.ui.dialogs.replacement import ReplacementDialog
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.bench.doing import Doer
from leghorn_bench.ui.pages.bench.judged_facts import judged_facts
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.shipping.check_dialog import CheckDialog, intake_photos
from leghorn_bench.ui.printing.shown_papers import show_filed, show_issued


class Dialogs:
    """Opens them above the page."""

    def __init__(self, page: Page, bench: Bench, doer: Doer, lists: Catalogues) -> None:
        self._page, self._bench, self._doer, self._lists = page, bench, doer, lists

    def show_paper(self, paper: StoredPaper) -> None:
        """Look at a paper as it was issued; what is printed from there is a copy."""
        try:
            show_filed(self._bench, paper_title(paper), paper, self._page.window())
        except BenchError as error:
            self._doer.refuse(told(error, spoken()))

    def grant_goodwill(self, work: WorkOnBench) -> None:
        """Ask for the reason of an exception."""
        dialog = ReasonDialog(
            _("Goodwill"),
            _(
                "The work on this device becomes free although the policy charges it. Your name,"
                " the day and the reason are recorded."
            ),
            _("Grant goodwill"),
            lambda reason: grant_goodwill(self._bench, work.device.id, reason),
            self._page.window(),
        )
        dialog.recorded.connect(lambda: self._tell(_("Goodwill is granted."), work))
        dialog.open()

    def accept_extension(self, sale: Sale) -> None:
        """Ask whether an extension ordered after the product shall count."""
        dialog = ConfirmDialog(
            _("Count the extension"),
            _(
                "The warranty then lasts {months} months in all, as ordered on {day}. Your name"
                " and the day are recorded."
            ).format(months=sale.months, day=day_text(sale.extension_ordered_on, spoken())),
            _("Count it"),
            self._page.window(),
        )
        dialog.confirmed.connect(
            lambda: self._doer.do(
                lambda: accept_extension(self._bench, sale.id),
                lambda _sale: (_("The extension counts."), None),
            )
        )
        dialog.open()

    def give_up(self, work: WorkOnBench) -> None:
        """Ask why a repair is given up."""
        dialog = ReasonDialog(
            _("Give the repair up"),
            _("Free work leads to a replacement, charged work to a revised quote."),
            _("Give it up"),
            lambda reason: give_up(self._bench, work.device.id, reason),
            self._page.window(),
        )
        dialog.recorded.connect(lambda: self._tell(_("The repair is given up."), work))
        dialog.open()

    def finish_repair(self, work: WorkOnBench, product_code: str) -> None:
        """Ask what was done, and for the final test."""
        dialog = RepairWorkDialog(
            self._bench, work.device.id, product_code, self._lists, self._page.window()
        )
        dialog.finished_repair.connect(
            lambda: self._tell(_("The device is repaired, tested and ready."), work)
        )
        dialog.worked.connect(
            lambda: self._tell(_("The work is recorded; the device stays in repair."), work)
        )
        dialog.open()

    def check_intake(self, work: WorkOnBench) -> None:
        """Compare a device that goes back with what came, and how it looked then."""
        label = label_text(Kind.DEVICE, serial_of(self._bench, work.device))
        try:
            line = find_to_check(self._bench, label)
            assert line is not None, "only what goes back as it came has this step"
            photos = intake_photos(self._bench, line)
        except BenchError as error:
            self._doer.refuse(told(error, spoken()))
            return

        def record(checked: Checked) -> CaseDevice:
            return check_against_intake(self._bench, work.device.id, checked)

        dialog = CheckDialog(line, photos, record, self._page.window())
        dialog.accepted.connect(lambda: self._tell(_("The device is checked and ready."), work))
        dialog.open()

    def quote(self, work: WorkOnBench) -> None:
        """Write and issue the case's quote."""
        self._with_company(lambda: self._write_quote(work))

    def _write_quote(self, work: WorkOnBench) -> None:
        dialog = QuoteDialog(self._bench, work, self._page.window())
        dialog.issued.connect(lambda quote: self._issued(quote.issued, work))
        dialog.open()

    def report(self, work: WorkOnBench) -> None:
        """Issue the technical report on the device."""
        self._with_company(lambda: self._issue_report(work))

    def _issue_report(self, work: WorkOnBench) -> None:
        try:
            issued = issue_technical_report(self._bench, work.case.id, [work.device.id])
        except BenchError as error:
            self._doer.refuse(told(error, spoken()))
            return
        self._issued(issued, work)

    def quote_revisions(self, work: WorkOnBench) -> None:
        """Show what was offered before, and what changed."""
        dialog = QuoteRevisions(revisions_of(self._bench, work.case.id), self._page.window())
        dialog.paper_wanted.connect(
            lambda paper_id: self.show_paper(paper_on_file(self._bench, paper_id))
        )
        dialog.open()

    def earlier_judgements(self, work: WorkOnBench) -> None:
        """Show every revision of the judgement beside the one before."""
        columns = [
            (
                _("Revision {number}").format(number=one.revision),
                {label: str(value) for label, value in judged_facts(self._bench, self._lists, one)},
            )
            for one in assessments_of(self._bench, work.device.id)
        ]
        EarlierJudgements(_("Judgements of this device"), columns, self._page.window()).open()

    def answer(self, work: WorkOnBench) -> None:
        """Record the customer's answer to the quote."""
        if work.quote is None:
            return
        dialog = AnswerDialog(self._bench, work, work.quote, self._page.window())
        dialog.answered.connect(lambda: self._tell(_("The answer is recorded."), work))
        dialog.open()

    def replace(self, work: WorkOnBench) -> None:
        """Scan the unit that replaces the device."""
        self._with_company(lambda: self._scan_replacement(work))

    def _scan_replacement(self, work: WorkOnBench) -> None:
        dialog = ReplacementDialog(self._bench, work, self._page.window())
        dialog.replaced.connect(lambda done: self._issued(done.issued, work))
        dialog.open()

    def _with_company(self, go_on: Callable[[], object]) -> None:
        with_company(self._bench, self._page.window(), go_on)

    def _issued(self, issued: Issued, work: WorkOnBench) -> None:
        """Tell that a paper was issued, and show it: the original is printed from here."""
        title = paper_title(issued.paper)
        self._tell(_("Issued: {paper}.").format(paper=title), work)
        show_issued(self._bench, title, issued, self._page.window())

    def _tell(self, sentence: str, work: WorkOnBench) -> None:
        self._doer.done.emit()
        self._doer.say(sentence, work.case.id)
