"""What the buttons of the bench do with the device on the desk, each one use case."""

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import NewFile, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    BenchCase,
    authorise,
    open_case_at_bench,
    open_ticket,
)
from leghorn_bench.services.device_photos import add_device_photo
from leghorn_bench.services.on_bench import (
    WorkOnBench,
    identify_on_bench,
    join_case,
    receive_on_bench,
)
from leghorn_bench.services.signing import sign
from leghorn_bench.services.stepping import take_step
from leghorn_bench.services.urgency import mark_urgent
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.bench.doing import Doer
from leghorn_bench.ui.pages.bench.side import Side
from leghorn_bench.ui.pages.bench.subject import told_opened
from leghorn_bench.ui.widgets.photo_file import Photo


class Acts:
    """Takes what is written on the side, and carries it out; what was done is told at the foot."""

    def __init__(self, bench: Bench, doer: Doer, side: Side) -> None:
        self._bench, self._doer, self._side = bench, doer, side

    def open_case(self, device: Announced) -> None:
        """Open a case for the device."""
        form = self._side.case_form
        wanted = BenchCase(report=form.report, authorisation=form.authorisation, device=device)
        self._doer.do(
            lambda: open_case_at_bench(self._bench, wanted)[0],
            lambda case: (told_opened(case), case.id),
        )

    def join(self, case_id: int, device: Announced) -> None:
        """Receive the device into a case that is under way."""
        self._doer.do(
            lambda: join_case(self._bench, case_id, device),
            lambda added: (_("The device was added to the case."), added.case_id),
        )

    def authorise(self, work: WorkOnBench) -> None:
        """Note the rep's authorisation, and open the ticket."""
        given = self._side.authorisation.authorisation
        if given is None:
            self._doer.refuse(_("Write who authorised it."))
            return

        def act() -> Case:
            authorise(self._bench, work.case.id, given)
            return open_ticket(self._bench, work.case.id)

        self._doer.do(act, lambda case: (told_opened(case), case.id))

    def open_ticket(self, work: WorkOnBench) -> None:
        """Open the ticket of an authorised case."""
        self._doer.do(
            lambda: open_ticket(self._bench, work.case.id),
            lambda case: (told_opened(case), case.id),
        )

    def mark_urgent(self, work: WorkOnBench, *, urgent: bool) -> None:
        """Let the case go before the others, or no longer."""
        told = _("The case is urgent: its devices stand first.")
        if not urgent:
            told = _("The case is no longer urgent.")
        self._doer.do(
            lambda: mark_urgent(self._bench, work.case.id, urgent=urgent),
            lambda case: (told, case.id),
        )

    def receive(self, work: WorkOnBench) -> None:
        """Receive an announced device on the bench."""
        self._doer.do(
            lambda: receive_on_bench(self._bench, work.device.id),
            lambda found: (_("The device is received."), found.case_id),
        )

    def record(self, work: WorkOnBench) -> None:
        """Record the judgement that is written."""
        judgement = self._side.assessment.judgement
        self._doer.do(
            lambda: assess(self._bench, work.device.id, judgement),
            lambda found: (_("The assessment is recorded."), found.device.case_id),
        )

    def sign(self, work: WorkOnBench) -> None:
        """Stand by the judgement as the second person."""
        self._doer.do(
            lambda: sign(self._bench, work.device.id),
            lambda _signature: (_("The judgement is signed."), work.case.id),
        )

    def identify(self, work: WorkOnBench, device_id: int) -> bool:
        """Say which unit the device on hold is."""
        return self._doer.do(
            lambda: identify_on_bench(self._bench, work.device.id, device_id),
            lambda _device: (_("The device is identified."), work.case.id),
        )

    def keep_marked(self, work: WorkOnBench, photo: Photo) -> None:
        """File a marked copy beside the photo that it was drawn on."""
        file = NewFile(filename=photo.name, content=photo.content, note=photo.note)
        self._doer.do(
            lambda: add_device_photo(self._bench, work.device.id, file),
            lambda _kept: (
                _("The marked copy is on file; the photo stays as it was."),
                work.case.id,
            ),
        )

    def step(self, work: WorkOnBench, step: DeviceStep) -> None:
        """Take a step that needs nothing but itself."""
        told = _("Done: {step}.").format(step=word(step, spoken()).lower())
        self._doer.do(
            lambda: take_step(self._bench, work.device.id, step),
            lambda device: (told, device.case_id),
        )
