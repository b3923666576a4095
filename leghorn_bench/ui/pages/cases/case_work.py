"""What a person does on the page of a case, carried to the services and told at the foot."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import Evidence
from leghorn_bench.domain.records.charges import StoredPaper, StoredQuote
from leghorn_bench.domain.records.claims import Claim, ClaimKind
from leghorn_bench.domain.records.work import WorkSpan
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import NewFile
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.case_file import CaseFile, DeviceInCase, case_file
from leghorn_bench.services.cases import (
    Authorisation,
    authorise,
    open_ticket,
    record_contact,
    reject,
)
from leghorn_bench.services.claiming import issue_charge_note, issue_reimbursement_note
from leghorn_bench.services.closing import close_case, reopen_case
from leghorn_bench.services.estimating import answer_estimate
from leghorn_bench.services.issuing import Issued, annul
from leghorn_bench.services.noting import attach_file, attached_bytes, write_note
from leghorn_bench.services.repairing import write_off
from leghorn_bench.services.stepping import take_step
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.services.support_time import correct_time, log_time, pause_timer, start_timer
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.company_first import with_company
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.bench.doing import Doer
from leghorn_bench.ui.pages.bench.papers import paper_title
from leghorn_bench.ui.pages.cases.case_dialogs import (
    AuthoriseDialog,
    MinutesDialog,
    OpenEndsDialog,
)
from leghorn_bench.ui.pages.cases.case_view import CaseView
from leghorn_bench.ui.pages.cases.estimate import EstimateDialog
from leghorn_bench.ui.pages.cases.new_case import AnnounceDialog
from leghorn_bench.ui.pages.cases.next_deeds import Deed
from leghorn_bench.ui.pages.cases.reason import WordsDialog
from leghorn_bench.ui.printing.shown_papers import show_filed, show_issued
from leghorn_bench.ui.workplace import Workplace

_HERE = frozenset(
    {
        DeviceStep.MISS,
        DeviceStep.REPAIR_FREE,
        DeviceStep.REPLACE_FREE,
        DeviceStep.HOLD,
        DeviceStep.RETURN_AS_IT_CAME,
        DeviceStep.START_REPAIR,
        DeviceStep.PREPARE_RETURN,
    }
)
"""Steps that need nothing but themselves; the others are done with the device on the bench."""


class CaseWork(QObject):
    """The case that is open on the page, and everything that may be done to it."""

    device_wanted = Signal(str)
    """A device to be put on the bench."""
    shown = Signal()
    """The case was read again."""

    def __init__(self, page: Page, workplace: Workplace, view: CaseView) -> None:
        super().__init__(page)
        self._page, self._workplace, self._view = page, workplace, view
        self._file: CaseFile | None = None
        self._doer: Doer
        view.devices.device_wanted.connect(self.device_wanted)
        view.devices.step_wanted.connect(self.take)
        view.devices.announce_wanted.connect(self.announce)
        view.support.start_wanted.connect(self.start)
        view.support.pause_wanted.connect(self.pause)
        view.support.log_wanted.connect(self.log)
        view.support.correction_wanted.connect(self.correct)
        view.support.estimate_wanted.connect(self.estimate)
        view.support.answered.connect(self.answer)
        view.papers.paper_wanted.connect(self.show_paper)
        view.papers.annul_wanted.connect(self.annul)
        view.papers.charge_wanted.connect(self.charge)
        view.papers.summary_wanted.connect(self.summarise)
        view.papers.reimbursement_wanted.connect(self.reimburse)
        view.story.note_wanted.connect(self.note)
        view.story.file_wanted.connect(self.ask_file)
        view.story.attachment_wanted.connect(self.save_attachment)

    @property
    def is_open(self) -> bool:
        """Whether a case is open."""
        return self._file is not None

    @property
    def file(self) -> CaseFile:
        """The case; only while one is open."""
        assert self._file is not None
        return self._file

    def open(self, case_id: int) -> None:
        """Show this case from now on."""
        self._doer = Doer(self._page, self._bench)
        self._doer.done.connect(self.refresh)
        self._show(case_id)

    def leave(self) -> None:
        """No case is open any more."""
        self._file = None

    @property
    def _bench(self) -> Bench:
        return self._workplace.bench

    @property
    def _id(self) -> int:
        return self.file.case.id

    def _show(self, case_id: int) -> None:
        self._file = case_file(self._bench, case_id)
        self._view.show_file(self._file, self._bench.clock())
        self.shown.emit()

    def refresh(self) -> None:
        """Read the case again and show it."""
        if self._file is not None:
            self._show(self._id)

    def tick(self) -> None:
        """The clock went on."""
        self._view.show_clock(self.file, self._bench.clock())

    def do(self, deed: Deed) -> None:
        """Do what stands in the foot of the page."""
        deeds: dict[Deed, Callable[[], None]] = {
            Deed.AUTHORISE: self.authorise,
            Deed.REJECT: self.reject,
            Deed.OPEN: self.open_ticket,
            Deed.CONTACT: self.contact,
            Deed.ESTIMATE: self.estimate,
            Deed.REIMBURSE: self.issue_notes,
            Deed.CHARGE: self.issue_notes,
            Deed.ISSUE_NOTES: self.issue_notes,
            Deed.CLOSE: self.close,
            Deed.SUMMARISE: self.summarise,
            Deed.REOPEN: self.reopen,
            Deed.NOTE: self.note,
        }
        if deed in deeds:
            deeds[deed]()

    def authorise(self) -> None:
        """Ask who authorised it, and open the ticket."""
        rep = self.file.rep.name if self.file.rep is not None else ""

        def record(given: Authorisation) -> object:
            with self._bench.store.transaction():
                authorise(self._bench, self._id, given)
                return open_ticket(self._bench, self._id)

        dialog = AuthoriseDialog(rep, self._bench.today(), record, self._page.window())
        dialog.recorded.connect(self._told_open)
        dialog.open()

    def open_ticket(self) -> None:
        """Give the case its number and start the clock."""
        self._do(lambda: open_ticket(self._bench, self._id), _("The case is open."))

    def reject(self) -> None:
        """Ask for the reason of the rep's refusal."""
        self._ask(
            _("Reject the request"),
            _("The sales rep's checks refuse the request. The reason is kept with the case."),
            _("Reason"),
            _("Reject"),
            lambda reason: reject(self._bench, self._id, reason),
            _("The request is rejected."),
            "ban",
        )

    def contact(self) -> None:
        """Note that the customer was contacted."""
        self._ask(
            _("Contact with the customer"),
            _("How the customer was reached, and what was said; the first one stops the clock."),
            _("What was said"),
            _("Record the contact"),
            lambda note: record_contact(self._bench, self._id, note),
            _("The contact is recorded."),
            "phone",
        )

    def note(self) -> None:
        """Write a note into the history."""
        self._ask(
            _("Note"),
            "",
            _("Note"),
            _("Keep the note"),
            lambda text: write_note(self._bench, self._id, text),
            _("The note is kept."),
            "message",
        )

    def close(self) -> None:
        """Close the case, or tell what is left to do."""
        if self.file.left_open:
            OpenEndsDialog(self.file.left_open, self._page.window()).open()
            return
        self._do(lambda: close_case(self._bench, self._id), _("The case is closed."))

    def reopen(self) -> None:
        """Ask why a closed case is opened again."""
        self._ask(
            _("Reopen the case"),
            _("The case can be worked on again; what is on file of it stays."),
            _("Reason"),
            _("Reopen the case"),
            lambda reason: reopen_case(self._bench, self._id, reason),
            _("The case is open again."),
            "folder",
        )

    def announce(self) -> None:
        """Add devices that the customer announces."""
        dialog = AnnounceDialog(self._bench, self._id, self._page.window())
        dialog.recorded.connect(partial(self._tell, _("The devices are announced.")))
        dialog.open()

    def start(self) -> None:
        """Start the timer."""
        self._do(lambda: start_timer(self._bench, self._id), _("The timer is running."))

    def pause(self) -> None:
        """Pause the timer."""
        self._do(lambda: pause_timer(self._bench, self._id), _("The timer is paused."))

    def log(self) -> None:
        """Add minutes that were worked without the timer."""
        dialog = MinutesDialog(
            _("Add minutes of support"),
            _("What was done"),
            5,
            lambda minutes, note: log_time(self._bench, self._id, minutes, note),
            self._page.window(),
        )
        dialog.recorded.connect(partial(self._tell, _("The time is recorded.")))
        dialog.open()

    def correct(self, span: WorkSpan) -> None:
        """Correct a stretch of time, with its reason."""
        dialog = MinutesDialog(
            _("Correct this time"),
            _("Reason"),
            round(span.seconds / 60),
            lambda minutes, reason: correct_time(self._bench, span.id, minutes, reason),
            self._page.window(),
        )
        dialog.recorded.connect(partial(self._tell, _("The time is corrected.")))
        dialog.open()

    def estimate(self) -> None:
        """Write and issue an estimate."""
        with_company(self._bench, self._page.window(), self._write_estimate)

    def _write_estimate(self) -> None:
        dialog = EstimateDialog(self._bench, self._id, self._page.window())
        dialog.issued.connect(lambda issued: self._issued(issued.issued))
        dialog.open()

    def answer(self, offer: StoredQuote, answer: Answer) -> None:
        """Record who answered an estimate."""
        told = _("The answer is recorded.")
        self._ask(
            word(answer, spoken()),
            _("Once accepted, the estimate itself is what is charged."),
            _("Who answered, and how"),
            _("Record the answer"),
            lambda by: answer_estimate(self._bench, offer.id, answer, by),
            told,
            "message",
            self.file.rep.name if self.file.rep is not None else "",
        )

    def take(self, one: DeviceInCase, step: DeviceStep) -> None:
        """Take a step of a device here, or open it on the bench where it needs more."""
        if step is DeviceStep.WRITE_OFF:
            self._ask(
                _("Write off {serial}").format(serial=one.serial),
                _("The device is the customer's property: write who consented, and when."),
                _("Who consented, and when"),
                word(step, spoken()),
                lambda consent: write_off(self._bench, one.device.id, consent),
                _("The device is written off."),
                "trash",
            )
        elif step in _HERE:
            told = _("Done: {step}.").format(step=word(step, spoken()).lower())
            self._do(lambda: take_step(self._bench, one.device.id, step), told)
        else:
            self.device_wanted.emit(one.serial)

    def show_paper(self, paper: StoredPaper) -> None:
        """Look at a paper as it was issued; what is printed from there is a copy."""
        title, window = paper_title(paper), self._page.window()
        self._attempt(lambda: show_filed(self._bench, title, paper, window))

    def annul(self, paper: StoredPaper) -> None:
        """Annul a paper, with the reason."""
        self._ask(
            _("Annul {paper}").format(paper=paper_title(paper)),
            _("The paper keeps its number and stays in the archive, marked as annulled."),
            _("Reason"),
            _("Annul the paper"),
            lambda reason: annul(self._bench, paper.id, reason),
            _("The paper is annulled."),
            "circle-x",
        )

    def charge(self) -> None:
        """Issue the charge note of the case."""
        self._issue(lambda: issue_charge_note(self._bench, self._id))

    def summarise(self) -> None:
        """Issue the case summary."""
        self._issue(lambda: issue_case_summary(self._bench, self._id))

    def reimburse(self, claim: Claim) -> None:
        """Issue the note of a reimbursement."""
        self._issue(lambda: issue_reimbursement_note(self._bench, claim.id))

    def issue_notes(self) -> None:
        """Issue every note of money that the case still lacks."""
        owed = ClaimKind.INBOUND_REIMBURSEMENT.value
        lacking = [one for one in self.file.claims if one.paper_id is None]
        for claim in lacking:
            if claim.kind == owed:
                self.reimburse(claim)
        if any(claim.kind != owed for claim in lacking):
            self.charge()

    def ask_file(self) -> None:
        """Ask for a file to be kept with the case."""
        name, _kind = QFileDialog.getOpenFileName(self._page.window(), _("Add a file…"))
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Keep a file with the case."""
        try:
            content = path.read_bytes()
        except OSError as error:
            told = _("{path} could not be read: {why}.")
            self._doer.refuse(told.format(path=path, why=_(error.strerror or "")))
            return
        file = NewFile(
            filename=path.name,
            content=content,
            media_type="application/octet-stream",
            kind="document",
        )
        self._do(lambda: attach_file(self._bench, self._id, file), _("The file is added."))

    def save_attachment(self, attached: Evidence) -> None:
        """Ask where an attachment shall be saved."""
        name, _kind = QFileDialog.getSaveFileName(self._page.window(), _("Save"), attached.filename)
        if not name:
            return
        content: list[bytes] = []
        if not self._attempt(lambda: content.append(attached_bytes(self._bench, attached))):
            return
        try:
            Path(name).write_bytes(content[0])
        except OSError as error:
            told = _("{path} could not be written: {why}. Choose another folder.")
            self._doer.refuse(told.format(path=name, why=_(error.strerror or "")))
            return
        self._doer.say(_("Saved in {path}.").format(path=name), None)

    def _told_open(self) -> None:
        self.refresh()
        number = self.file.case.number
        self._doer.say(_("Case {number} is open.").format(number=number), self._id)

    def _issue(self, act: Callable[[], Issued | None]) -> None:
        with_company(self._bench, self._page.window(), lambda: self._issue_now(act))

    def _issue_now(self, act: Callable[[], Issued | None]) -> None:
        issued: list[Issued | None] = []
        if self._attempt(lambda: issued.append(act())) and issued[0] is not None:
            self._issued(issued[0])

    def _issued(self, issued: Issued) -> None:
        title = paper_title(issued.paper)
        self._tell(_("Issued: {paper}").format(paper=title))
        show_issued(self._bench, title, issued, self._page.window())

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except BenchError as error:
            self._doer.refuse(told(error, spoken()))
            return False
        return True

    def _do(self, act: Callable[[], object], told: str) -> None:
        self._doer.do(act, lambda _result: (told, self._id))

    def _tell(self, told: str) -> None:
        self.refresh()
        self._doer.say(told, self._id)

    def _ask(
        self,
        title: str,
        help_text: str,
        field: str,
        verb: str,
        record: Callable[[str], object],
        told: str,
        icon: str,
        written: str = "",
    ) -> None:
        dialog = WordsDialog(
            title, help_text, field, verb, record, self._page.window(), icon, written
        )
        dialog.recorded.connect(partial(self._tell, told))
        dialog.open()
