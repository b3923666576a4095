"""What carries a case on: authorised or rejected, opened, contacted, closed, reopened."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.case_file import DeviceInCase
from leghorn_bench.services.cases import (
    Authorisation,
    authorise,
    open_ticket,
    record_contact,
    reject,
)
from leghorn_bench.services.closing import close_case, reopen_case
from leghorn_bench.services.repairing import write_off
from leghorn_bench.services.stepping import take_step
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.cases.case_dialogs import AuthoriseDialog
from leghorn_bench.ui.pages.cases.devices_card import DevicesCard
from leghorn_bench.ui.pages.cases.new_case import AnnounceDialog
from leghorn_bench.ui.pages.cases.on_page import CaseOnPage
from leghorn_bench.ui.pages.cases.reason import WordsWanted

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


class CaseSteps(QObject):
    """The steps of the case that is open, and of its devices."""

    device_wanted = Signal(str)
    """A device to be put on the bench."""
    ends_wanted = Signal()
    """The case cannot be closed: what is left to do shall be told."""

    def __init__(self, on_page: CaseOnPage, devices: DevicesCard) -> None:
        super().__init__(on_page)
        self._case = on_page
        devices.device_wanted.connect(self.device_wanted)
        devices.step_wanted.connect(self.take)
        devices.announce_wanted.connect(self.announce)

    def authorise(self) -> None:
        """Ask who authorised it, and open the ticket."""
        case = self._case

        def record(given: Authorisation) -> object:
            with case.bench.store.transaction():
                authorise(case.bench, case.id, given)
                return open_ticket(case.bench, case.id)

        dialog = AuthoriseDialog(case.rep, case.bench.today(), record, case.window)
        dialog.recorded.connect(self._tell_open)
        dialog.open()

    def open_ticket(self) -> None:
        """Give the case its number and start the clock."""
        case = self._case
        case.do(lambda: open_ticket(case.bench, case.id), _("The case is open."))

    def reject(self) -> None:
        """Ask for the reason of the rep's refusal."""
        case = self._case
        case.ask(
            WordsWanted(
                title=_("Reject the request"),
                help=_(
                    "The sales rep's checks refuse the request. The reason is kept with the case."
                ),
                field=_("Reason"),
                verb=_("Reject"),
                icon="ban",
            ),
            lambda reason: reject(case.bench, case.id, reason),
            self._rejected(),
        )

    def _rejected(self) -> str:
        """What came before is not ours: it must not lie forgotten."""
        here = [one for one in self._case.file.devices if one.device.received_on is not None]
        if not here:
            return _("The request is rejected.")
        told = ngettext(
            "The request is rejected; {n} device is here: send it back as it came.",
            "The request is rejected; {n} devices are here: send them back as they came.",
            len(here),
        )
        return told.format(n=len(here))

    def contact(self) -> None:
        """Note that the customer was contacted."""
        case = self._case
        case.ask(
            WordsWanted(
                title=_("Contact with the customer"),
                help=self._contact_help(),
                field=_("What was said"),
                verb=_("Record the contact"),
                icon="phone",
            ),
            lambda note: record_contact(case.bench, case.id, note),
            _("The contact is recorded."),
        )

    def _contact_help(self) -> str:
        """What the contact does to the clock, which starts with the ticket."""
        if self._case.file.case.opened_at is None:
            return _(
                "How the customer was reached, and what was said. The clock starts when the case"
                " is opened; the first contact after that stops it."
            )
        return _("How the customer was reached, and what was said; the first one stops the clock.")

    def close(self) -> None:
        """Close the case, or tell what is left to do."""
        case = self._case
        if case.file.left_open:
            self.ends_wanted.emit()
            return
        case.do(lambda: close_case(case.bench, case.id), _("The case is closed."))

    def reopen(self) -> None:
        """Ask why a closed case is opened again."""
        case = self._case
        case.ask(
            WordsWanted(
                title=_("Reopen the case"),
                help=_("The case can be worked on again; what is on file of it stays."),
                field=_("Reason"),
                verb=_("Reopen the case"),
                icon="folder",
            ),
            lambda reason: reopen_case(case.bench, case.id, reason),
            _("The case is open again."),
        )

    def announce(self) -> None:
        """Add devices that the customer announces."""
        case = self._case
        dialog = AnnounceDialog(case.bench, case.id, case.window)
        dialog.recorded.connect(partial(case.tell, _("The devices are announced.")))
        dialog.open()

    def take(self, one: DeviceInCase, step: DeviceStep) -> None:
        """Take a step of a device here, or open it on the bench where it needs more."""
        case = self._case
        if step is DeviceStep.WRITE_OFF:
            self._write_off(one)
        elif step in _HERE:
            told = _("Done: {step}.").format(step=word(step, spoken()).lower())
            case.do(lambda: take_step(case.bench, one.device.id, step), told)
        else:
            self.device_wanted.emit(one.serial)

    def _write_off(self, one: DeviceInCase) -> None:
        case = self._case
        case.ask(
            WordsWanted(
                title=_("Write off {serial}").format(serial=one.serial),
                help=_("The device is the customer's property: write who consented, and when."),
                field=_("Who consented, and when"),
                verb=word(DeviceStep.WRITE_OFF, spoken()),
                icon="trash",
            ),
            lambda consent: write_off(case.bench, one.device.id, consent),
            _("The device is written off."),
        )

    def _tell_open(self) -> None:
        self._case.refresh()
        number = self._case.file.case.number
        self._case.tell(_("Case {number} is open.").format(number=number))
