"""What is done with the device on the desk: its stage picks the form, its verb the service."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.identifiers import Kind
from leghorn_bench.domain.identifiers.labels import label_text
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.services.aboard import leaving_unit
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.customers import Customers
from leghorn_bench.services.house_lists import catalogues_of
from leghorn_bench.services.on_bench import (
    WorkOnBench,
    reps_on_file,
    running_cases_of,
    work_on,
)
from leghorn_bench.services.register import DeviceCard
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.bench.acting import Acts
from leghorn_bench.ui.pages.bench.assessment_draft import AssessmentDraft
from leghorn_bench.ui.pages.bench.case_form import CaseDraft
from leghorn_bench.ui.pages.bench.dialogs import Dialogs
from leghorn_bench.ui.pages.bench.doing import Doer
from leghorn_bench.ui.pages.bench.next_steps import ANSWERS, next_steps
from leghorn_bench.ui.pages.bench.outcome import after_decision, outcome_tone, outcome_words
from leghorn_bench.ui.pages.bench.side import Side
from leghorn_bench.ui.pages.bench.stages import Stage, buttons, stage_of
from leghorn_bench.ui.pages.bench.subject import announced, case_device_of, draft_key
from leghorn_bench.ui.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

_DECIDED = frozenset(
    {
        DeviceState.ACCEPTED,
        DeviceState.REFUSED,
        DeviceState.AS_IT_CAME,
        DeviceState.READY,
        DeviceState.SHIPPED,
    }
)
"""States in which no quote and no free work is to be thought of any more."""
Draft = CaseDraft | AssessmentDraft


class Handling(QObject):
    """Carries the person's intents to the services; what is written is kept until it is on file."""

    device_wanted = Signal(int)
    """Id, in a case, of a device to be put on the desk."""
    packing_wanted = Signal(str)
    """The label of a device that is ready to leave."""

    def __init__(self, page: Page, bench: Bench, primary: QAction, beside: QAction) -> None:
        super().__init__(page)
        self._bench = bench
        self._primary, self._beside = primary, beside
        self._stage = Stage.NOTHING
        self._card: DeviceCard | None = None
        self._work: WorkOnBench | None = None
        self._next = next_steps(())
        self.drafts: dict[str, Draft] = {}
        """What was written and not recorded, under what it is about."""
        self._begun: Draft | None = None
        """What the form began with: nobody wrote that."""
        self.doer = Doer(page, bench)
        self.lists = catalogues_of(bench.store)
        """Faults, symptoms, checklists ... as they were when the desk was built."""
        self.dialogs = Dialogs(page, bench, self.doer, self.lists)
        self.side = Side(self.lists, Customers(bench), reps_on_file(bench), bench.today())
        self._acts = Acts(bench, self.doer, self.side)
        self._connect()

    def _connect(self) -> None:
        side = self.side
        self.doer.done.connect(self._forget_draft)
        side.case_form.changed.connect(self._show_actions)
        side.case_form.customer_changed.connect(self._show_running)
        side.case_form.joined.connect(
            lambda case_id: self._acts.join(case_id, announced(self._card))
        )
        side.assessment.changed.connect(self._assessment_changed)
        side.head.urgent_marked.connect(
            lambda urgent: self._acts.mark_urgent(self._working(), urgent=urgent)
        )
        side.judged.paper_wanted.connect(self.dialogs.show_paper)
        side.judged.step_wanted.connect(self._take)
        side.judged.goodwill_wanted.connect(lambda: self.dialogs.grant_goodwill(self._working()))
        side.judged.signature_wanted.connect(lambda: self._acts.sign(self._working()))
        side.judged.photo_marked.connect(
            lambda photo: self._acts.keep_marked(self._working(), photo)
        )
        side.judged.earlier_wanted.connect(lambda: self.dialogs.earlier_judgements(self._working()))
        side.judged.quotes_wanted.connect(lambda: self.dialogs.quote_revisions(self._working()))
        side.judged.report_wanted.connect(lambda: self.dialogs.report(self._working()))
        side.judged.device_wanted.connect(self.device_wanted)

    @property
    def work(self) -> WorkOnBench | None:
        """The device in its case; None while it is in none."""
        return self._work

    def show_card(self, card: DeviceCard) -> None:
        """Ask for what the device on the desk needs next; what was being written is kept."""
        self.keep_draft()
        self._card = card
        case_device_id = case_device_of(self._bench, card)
        self._work = work_on(self._bench, case_device_id) if case_device_id else None
        self._stage = stage_of(self._work)
        self._next = next_steps(self._work.steps if self._work is not None else ())
        if self._work is not None:
            self.side.head.show_work(self._work, self._bench.clock())
        self._show_form(card)
        self._show_actions()

    def clear(self) -> None:
        """Nothing is on the desk."""
        self.keep_draft()
        self._card, self._work, self._stage = None, None, Stage.NOTHING
        self._show_actions()

    def tick(self) -> None:
        """The clock of the case went on."""
        if self._work is not None:
            self.side.head.show_clock(self._work.case, self._bench.clock())

    def keep_draft(self) -> None:
        """Keep what is being written, so that another scan does not lose it."""
        now: Draft
        if self._stage is Stage.CASE:
            now = self.side.case_form.draft
        elif self._stage is Stage.ASSESSMENT:
            now = self.side.assessment.draft
        else:
            return
        if now == self._begun:
            self.drafts.pop(self.key, None)
        else:
            self.drafts[self.key] = now

    @property
    def key(self) -> str:
        """Under what the things written about the device on the desk are kept."""
        return draft_key(self._card, self._work)

    def identify_as(self, device_id: int) -> bool:
        """Say which unit the device on hold is; False when none is on hold here."""
        work = self._work
        if work is None or DeviceStep.IDENTIFY not in work.steps:
            return False
        return self._acts.identify(work, device_id)

    def trigger_primary(self) -> None:
        """Do the primary action of the stage."""
        acts: dict[Stage, Callable[[], None]] = {
            Stage.CASE: lambda: self._acts.open_case(announced(self._card)),
            Stage.AUTHORISATION: lambda: self._acts.authorise(self._working()),
            Stage.TICKET: lambda: self._acts.open_ticket(self._working()),
            Stage.ARRIVAL: lambda: self._acts.receive(self._working()),
            Stage.ASSESSMENT: lambda: self._acts.record(self._working()),
            Stage.NEXT: self._take_next,
        }
        if self._stage in acts:
            acts[self._stage]()

    def _take_next(self) -> None:
        if self._next.primary is not None:
            self._take(self._next.primary.step)

    def trigger_beside(self) -> None:
        """Do the alternative."""
        if self._stage is Stage.NEXT and self._next.beside is not None:
            self._take(self._next.beside.step)
        elif self._stage is Stage.ASSESSMENT:
            self.doer.done.emit()

    def _show_form(self, card: DeviceCard) -> None:
        side, work = self.side, self._work
        if work is None:
            self._begin_case(card)
        elif self._stage is Stage.AUTHORISATION:
            name = work.rep.name if work.rep is not None else ""
            side.authorisation.show_authorisation(name, self._bench.today())
            side.bring(side.authorise_card, with_head=True)
        elif self._stage is Stage.ARRIVAL:
            side.bring(side.waiting, with_head=True)
        elif self._stage is Stage.ASSESSMENT:
            self._begin_assessment(card, work)
        else:
            self._show_judged(work)

    def _begin_case(self, card: DeviceCard) -> None:
        form, sale = self.side.case_form, card.sale
        self.side.bring(form, with_head=False)
        if sale is not None:
            form.begin(sale.customer, sale.rep)
        else:
            form.begin(None, None)
        self._begun = form.draft
        draft = self.drafts.get(self.key)
        if isinstance(draft, CaseDraft):
            form.show_draft(draft)

    def _begin_assessment(self, card: DeviceCard, work: WorkOnBench) -> None:
        form = self.side.assessment
        self.side.bring(form, with_head=True)
        form.begin(
            self._product_code(),
            card.verdict.coverage,
            work.device,
            work.assessment,
            kept_photos=sum(1 for one in work.evidence if one.kind == "photo"),
            language=work.customer.language if work.customer is not None else "it",
        )
        self._begun = form.draft
        draft = self.drafts.get(self.key)
        if isinstance(draft, AssessmentDraft):
            form.show_draft(draft)

    def _show_judged(self, work: WorkOnBench) -> None:
        self.side.bring(self.side.judged, with_head=True)
        self.side.judged.show_work(self._bench, work, self._next.others)
        if work.assessment is not None and work.device.coverage is not None:
            coverage, origin = Coverage(work.device.coverage), Origin(work.assessment.origin)
            goodwill = work.device.goodwill_by is not None
            told = (
                outcome_words(coverage, origin, goodwill=goodwill),
                outcome_tone(coverage, origin, goodwill=goodwill),
            )
            if DeviceState(work.device.state) in _DECIDED:
                told = after_decision(coverage, origin, goodwill=goodwill)
            self.side.outcome.show_outcome(*told)

    def _show_actions(self) -> None:
        forms = {Stage.CASE: self.side.case_form.can_open}
        forms[Stage.ASSESSMENT] = self.side.assessment.can_record
        judged = self._work is not None and self._work.assessment is not None
        primary, beside = buttons(
            self._stage, self._next, ready=forms.get(self._stage, True), judged=judged
        )
        primary.show_on(self._primary)
        beside.show_on(self._beside)

    def _assessment_changed(self) -> None:
        if self._stage is Stage.ASSESSMENT:
            self.side.outcome.show_outcome(*self.side.assessment.outcome)
            self._show_actions()

    def _show_running(self, customer_id: int | None) -> None:
        wanted = customer_id is not None and self._stage is Stage.CASE
        cases = running_cases_of(self._bench, customer_id) if wanted and customer_id else []
        self.side.case_form.show_running(cases)

    def _take(self, step: DeviceStep) -> None:
        work = self._working()
        asks: dict[DeviceStep, Callable[[], None]] = {
            DeviceStep.ASSESS: self._assess_again,
            DeviceStep.QUOTE: lambda: self.dialogs.quote(work),
            DeviceStep.SCAN_REPLACEMENT: lambda: self.dialogs.replace(work),
            DeviceStep.IDENTIFY: lambda: self._identify(work),
            DeviceStep.PASS_TEST: lambda: self.dialogs.finish_repair(work, self._product_code()),
            DeviceStep.GIVE_UP_FREE: lambda: self.dialogs.give_up(work),
            DeviceStep.GIVE_UP_CHARGED: lambda: self.dialogs.give_up(work),
            DeviceStep.CHECK_INTAKE: lambda: self.dialogs.check_intake(work),
            DeviceStep.SHIP: lambda: self._pack(work),
        }
        if step in asks:
            asks[step]()
        elif step in ANSWERS:
            self.dialogs.answer(work)
        else:
            self._acts.step(work, step)

    def _pack(self, work: WorkOnBench) -> None:
        unit = leaving_unit(self._bench, work.device)
        serial = unit.serial if unit is not None else work.device.scanned
        self.packing_wanted.emit(label_text(Kind.DEVICE, serial))

    def _assess_again(self) -> None:
        if self._card is not None:
            self._stage = Stage.ASSESSMENT
            self._begin_assessment(self._card, self._working())
            self._show_actions()

    def _product_code(self) -> str:
        unit = self._card.unit if self._card is not None else None
        return unit.product.code if unit is not None else ""

    def _identify(self, work: WorkOnBench) -> None:
        if work.device.device_id is not None:
            self.identify_as(work.device.device_id)
        else:
            self.doer.refuse(_("Scan the right label, or choose the unit that it is."), Tone.PAY)

    def _working(self) -> WorkOnBench:
        assert self._work is not None
        return self._work

    def _forget_draft(self) -> None:
        """What was written is on file, or is not wanted."""
        self.drafts.pop(self.key, None)
        self._stage = Stage.NOTHING
