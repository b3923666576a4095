"""The word of each coded thing (coverage, origin, outcome, state, step ...), in any language."""

from enum import StrEnum

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.coverage import Compared, Coverage, Doubt
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.policy import Outcome, Payer
from leghorn_bench.domain.printer_trouble import PrinterTrouble
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.records.printing import JobState
from leghorn_bench.domain.states import CaseState, CaseStep, DeviceState, DeviceStep
from leghorn_bench.domain.tariff import TariffItem
from leghorn_bench.domain.vat import VatRegime
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.screen import N_

_PAIRS: tuple[tuple[StrEnum, str], ...] = (
    (Coverage.COVERED, N_("In warranty")),
    (Coverage.EXPIRED, N_("Warranty expired")),
    (Coverage.NOT_STARTED, N_("Warranty not started")),
    (Coverage.UNSOLD, N_("Not sold")),
    (Coverage.REPLACED, N_("Already replaced")),
    (Coverage.UNKNOWN, N_("Unknown")),
    (Coverage.AMBIGUOUS, N_("Ambiguous identifier")),
    (Compared.REPORTED, N_("day of the report")),
    (Compared.RECEIVED, N_("day of receipt")),
    (Compared.TODAY, N_("today")),
    (Compared.GIVEN, N_("day asked for")),
    (Doubt.EXTENSION_LATE, N_("The extension was ordered after the product: it is not counted")),
    (Doubt.EXTENSION_ACCEPTED, N_("The extension was ordered late and accepted")),
    (Doubt.SEVERAL_SALES, N_("Several sales are on file for this unit: the latest one counts")),
    (Doubt.INHERITED, N_("It replaced another unit and takes over its warranty")),
    (Doubt.CLOCK, N_("The clock of this computer looks wrong: check the date")),
    (Origin.MANUFACTURING, N_("Manufacturing defect")),
    (Origin.MISUSE, N_("Misuse")),
    (Origin.TRANSPORT, N_("Transport damage")),
    (Origin.NO_FAULT, N_("No fault found")),
    (Origin.UNDETERMINED, N_("Cannot be determined")),
    (Outcome.REPAIR_FREE, N_("Free repair")),
    (Outcome.REPLACE_FREE, N_("Free replacement")),
    (Outcome.QUOTE, N_("Quote")),
    (Outcome.HOLD, N_("On hold")),
    (Payer.COMPANY, N_("at our expense")),
    (Payer.CUSTOMER, N_("at the customer's expense")),
    (CaseState.REPORTED, N_("Reported")),
    (CaseState.AUTHORISED, N_("Authorised")),
    (CaseState.OPEN, N_("Open")),
    (CaseState.CLOSED, N_("Closed")),
    (CaseState.REJECTED, N_("Rejected")),
    (CaseStep.AUTHORISE, N_("Authorise")),
    (CaseStep.REJECT, N_("Reject")),
    (CaseStep.OPEN, N_("Open the case")),
    (CaseStep.CLOSE, N_("Close the case")),
    (CaseStep.REOPEN, N_("Reopen the case")),
    (DeviceState.EXPECTED, N_("Expected")),
    (DeviceState.RECEIVED, N_("Received")),
    (DeviceState.MISSING, N_("Missing")),
    (DeviceState.ASSESSED, N_("Assessed")),
    (DeviceState.ON_HOLD, N_("On hold")),
    (DeviceState.QUOTED, N_("Quoted")),
    (DeviceState.ACCEPTED, N_("Quote accepted")),
    (DeviceState.REFUSED, N_("Quote refused")),
    (DeviceState.IN_REPAIR, N_("In repair")),
    (DeviceState.TO_REPLACE, N_("To be replaced")),
    (DeviceState.AS_IT_CAME, N_("Back as it came")),
    (DeviceState.READY, N_("Ready to ship")),
    (DeviceState.SHIPPED, N_("Shipped")),
    (DeviceState.WRITTEN_OFF, N_("Written off")),
    (DeviceStep.RECEIVE, N_("Receive")),
    (DeviceStep.MISS, N_("Note as missing")),
    (DeviceStep.ASSESS, N_("Assess")),
    (DeviceStep.REPAIR_FREE, N_("Repair free of charge")),
    (DeviceStep.REPLACE_FREE, N_("Replace free of charge")),
    (DeviceStep.HOLD, N_("Put on hold")),
    (DeviceStep.IDENTIFY, N_("Identify")),
    (DeviceStep.QUOTE, N_("Make a quote")),
    (DeviceStep.RETURN_AS_IT_CAME, N_("Return as it came")),
    (DeviceStep.ACCEPT, N_("Quote accepted by the customer")),
    (DeviceStep.REFUSE, N_("Quote refused by the customer")),
    (DeviceStep.EXPIRE, N_("Declare the quote expired")),
    (DeviceStep.START_REPAIR, N_("Start the repair")),
    (DeviceStep.PASS_TEST, N_("Final test passed")),
    (DeviceStep.GIVE_UP_FREE, N_("Give up the repair and replace")),
    (DeviceStep.GIVE_UP_CHARGED, N_("Give up the repair and revise the quote")),
    (DeviceStep.SCAN_REPLACEMENT, N_("Scan the replacing unit")),
    (DeviceStep.PREPARE_RETURN, N_("Prepare the return")),
    (DeviceStep.CHECK_INTAKE, N_("Check against the intake")),
    (DeviceStep.SHIP, N_("Ship")),
    (DeviceStep.WRITE_OFF, N_("Write off")),
    (TariffItem.SENIOR_HOUR, N_("Senior technician, hour")),
    (TariffItem.HALF_DAY, N_("Consulting, half day")),
    (TariffItem.DAY, N_("Consulting, day")),
    (TariffItem.ONSITE_DAY, N_("On-site test, day")),
    (TariffItem.KM, N_("Travel, kilometre")),
    (TariffItem.OVERNIGHT, N_("Allowance with overnight stay, day")),
    (TariffItem.DAY_TRIP, N_("Allowance without overnight stay, day")),
    (ClaimKind.INBOUND_REIMBURSEMENT, N_("Reimbursement of the inbound shipment")),
    (ClaimKind.RETURN_TRANSPORT, N_("Return transport")),
    (ClaimKind.ACCEPTED_QUOTE, N_("Work of the accepted quote")),
    (ClaimKind.ACCEPTED_ESTIMATE, N_("Support as estimated and accepted")),
    (ClaimKind.DIAGNOSIS, N_("Diagnosis")),
    (BatteryState.SOUND, N_("Battery sound")),
    (BatteryState.SUSPECT, N_("Battery suspect")),
    (BatteryState.DAMAGED, N_("Battery damaged")),
    (BatteryState.REMOVED, N_("Battery removed")),
    (Answer.OPEN, N_("Waiting for the answer")),
    (Answer.ACCEPTED, N_("Accepted")),
    (Answer.REFUSED, N_("Refused")),
    (Answer.EXPIRED, N_("Expired")),
    (ActKind.REPORTED, N_("Report put on file")),
    (ActKind.AUTHORISED, N_("Authorised by the sales representative")),
    (ActKind.REJECTED, N_("Rejected by the sales representative")),
    (ActKind.OPENED, N_("Case opened")),
    (ActKind.CONTACTED, N_("Customer contacted")),
    (ActKind.CLOSED, N_("Case closed")),
    (ActKind.REOPENED, N_("Case reopened")),
    (ActKind.EXPECTED, N_("Devices announced")),
    (ActKind.RECEIVED, N_("Device received")),
    (ActKind.MISSED, N_("Device missing")),
    (ActKind.ASSESSED, N_("Device assessed")),
    (ActKind.GOODWILL, N_("Granted as goodwill")),
    (ActKind.STEPPED, N_("Step taken")),
    (ActKind.QUOTE_DRAFTED, N_("Quote drafted")),
    (ActKind.ANSWERED, N_("Answer received")),
    (ActKind.REPLACED, N_("Device replaced")),
    (ActKind.REPAIRED, N_("Work on the device")),
    (ActKind.SHIPPED, N_("Parcel shipped")),
    (ActKind.PAPER_ISSUED, N_("Paper issued")),
    (ActKind.PAPER_ANNULLED, N_("Paper annulled")),
    (ActKind.NOTED, N_("Note")),
    (ActKind.ATTACHED, N_("File attached")),
    (ActKind.EDITED, N_("Data corrected")),
    (ActKind.TIMED, N_("Support time")),
    (ActKind.SETTLED, N_("Settled by administration")),
    (ActKind.UNSETTLED, N_("Settlement taken back")),
    (ActKind.MOVED, N_("Device moved")),
    (ActKind.PARCEL_BEGUN, N_("Parcel begun")),
    (ActKind.PARCEL_CLOSED, N_("Parcel closed")),
    (ActKind.LABELLED, N_("Label stuck on")),
    (ActKind.PACKED, N_("Device packed")),
    (ActKind.SIGNED, N_("Second signature")),
    (ActKind.SENT, N_("Offer sent to the sales rep")),
    (ActKind.FORWARDED, N_("Offer forwarded to the customer")),
    (ActKind.REMINDED, N_("Reminder sent")),
    (ActKind.UNDONE, N_("Taken back")),
    (PaperKind.INTAKE_RECEIPT, N_("Intake receipt")),
    (PaperKind.DEVICE_LABEL, N_("Device labels")),
    (PaperKind.TECHNICAL_REPORT, N_("Technical report")),
    (PaperKind.QUOTE, N_("Repair quote")),
    (PaperKind.TIME_ESTIMATE, N_("Time estimate")),
    (PaperKind.REPLACEMENT_SLIP, N_("Replacement slip")),
    (PaperKind.DDT, N_("Transport document")),
    (PaperKind.PARCEL_LABEL, N_("Parcel label")),
    (PaperKind.PROFORMA, N_("Proforma invoice")),
    (PaperKind.REIMBURSEMENT_NOTE, N_("Reimbursement note")),
    (PaperKind.CHARGE_NOTE, N_("Charge note")),
    (PaperKind.CASE_SUMMARY, N_("Case summary")),
    (PaperKind.EU_REGISTER, N_("Register of goods moved within the EU")),
    (PaperKind.AS_IT_CAME_SLIP, N_("Returned as it came")),
    (VatRegime.IT22, N_("Italy, 22 %")),
    (VatRegime.IT22_SP, N_("Italy, 22 %, split payment")),
    (VatRegime.EU_RC, N_("European Union, reverse charge")),
    (VatRegime.XEU, N_("outside the European Union, not subject")),
    (VatRegime.NI9, N_("Italy, goods for export, not taxable")),
    (VatRegime.GAR, N_("warranty work, outside VAT")),
    (JobState.WAITING, N_("Waits for its printer")),
    (JobState.PRINTING, N_("Printing")),
    (JobState.HANDED_OVER, N_("With the printer")),
    (JobState.PRINTED, N_("Printed")),
    (JobState.FAILED, N_("Not printed")),
    (JobState.PUT_ASIDE, N_("No longer wanted")),
    (PrinterTrouble.PAPER_OUT, N_("out of paper")),
    (PrinterTrouble.JAM, N_("paper jam")),
    (PrinterTrouble.OPEN, N_("a door is open")),
    (PrinterTrouble.OFFLINE, N_("switched off or not connected")),
    (PrinterTrouble.INK_OUT, N_("out of ink or toner")),
    (PrinterTrouble.PAUSED, N_("paused")),
    (PrinterTrouble.RIBBON_OUT, N_("out of ribbon")),
    (PrinterTrouble.TOO_HOT, N_("its head is too hot")),
    (PrinterTrouble.TOO_COLD, N_("its head is too cold")),
)
WORDS = {(type(code), code.value): english for code, english in _PAIRS}
"""English word by (enumeration, value), the key of the catalogue.

Members of two enumerations may have the same value and would be equal as keys.
"""


_LANGUAGES = {
    "it": N_("Italian"),
    "en": N_("English"),
    "fr": N_("French"),
    "de": N_("German"),
    "es": N_("Spanish"),
}


def language_word(code: str, language: str) -> str:
    """The name of the papers' language ``code`` (ISO 639-1), in ``language``."""
    return catalogue(language).gettext(_LANGUAGES[code])


def word(code: StrEnum, language: str) -> str:
    """The word for ``code`` in ``language`` (ISO 639-1)."""
    return catalogue(language).gettext(WORDS[type(code), code.value])
