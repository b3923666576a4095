"""What is wrong with what somebody wants to record on a case."""

from leghorn_bench.domain.errors import BenchError


class DayInFuture(BenchError):
    """Something that has happened is dated after today."""

    sentence = "The day {day} lies in the future; today is {today}. Correct the day."


class TextMissing(BenchError):
    """A field that must say something is empty."""

    sentence = "'{what}' is empty: it has to be filled in before this can be recorded."


class LessThanNothing(BenchError):
    """A cost, a price or a number of pieces below zero."""

    sentence = "{found} is less than nothing: a cost, a price or a number of pieces is 0 or more."


class ReasonMissing(BenchError):
    """An exception, a refusal or a reversal is recorded without a reason."""

    sentence = "A reason is needed: write why, then record it again."


class DeviceInAnotherCase(BenchError):
    """A unit can be in one open case only."""

    sentence = (
        "{serial} is already in case {case}, which is not closed. Open that case, or close it"
        " first."
    )


class DeviceInUnopenedCase(DeviceInAnotherCase):
    """The case that holds it has no number yet: its ticket was not opened."""

    sentence = (
        "{serial} is already in a case without a number yet (state: {state}). Go on with that"
        " case, or reject it first."
    )


class CaseNotOpen(BenchError):
    """Support is worked and estimated on an open ticket."""

    sentence = (
        "Support time belongs to an open case; this one is {state}. Open it, or reopen it, first."
    )


class TooManyAnnounced(BenchError):
    """One announcement holds so many devices."""

    sentence = (
        "The list names {count} devices, one announcement takes {most}: nothing was recorded."
        " Announce them in several lists."
    )


class AnnouncedFileRefused(BenchError):
    """A list of devices cannot be read from a file."""


class AnnouncedFileUnreadable(AnnouncedFileRefused):
    """The system refuses the file."""

    sentence = "{path} could not be read: {reason}."


class AnnouncedFileTooLarge(AnnouncedFileRefused):
    """No list of devices is as long as this."""

    sentence = (
        "{path} is larger than {most} MB: that is no list of devices. Choose the list itself, a"
        " text or CSV file."
    )


class AnnouncedFileNoText(AnnouncedFileRefused):
    """A workbook, a PDF, a picture."""

    sentence = (
        "{path} is no text: expected was a list with one device a line. Save the workbook as CSV"
        " and choose that file, or copy its column and paste it here."
    )


class AnnouncedFileNoColumn(AnnouncedFileRefused):
    """A table in which nothing tells where the devices are."""

    sentence = (
        "{path} has {columns} columns: expected was one headed 'serial' or 'matricola', or one with"
        " numbers on file, and there is none. Head the column so, or copy it and paste it here."
    )


class QuoteEmpty(BenchError):
    """A quote needs at least one line."""

    sentence = "The quote has no lines. Add labour, parts or transport before it is issued."


class QuoteNotOpen(BenchError):
    """Only an issued quote that waits for its answer can be answered or revised."""

    sentence = (
        "Revision {number} of this offer is '{state}': only one that waits for its answer can be"
        " changed. Look at the newest revision."
    )


class OfferStillValid(BenchError):
    """An offer is declared expired while it still binds us."""

    sentence = (
        "The offer is valid through {day}: until then it can be accepted or refused,"
        " from the next day on it can be declared expired."
    )


class AnswersIncomplete(BenchError):
    """At least one device of a quote is accepted or refused."""

    sentence = (
        "Say for each device that was answered for whether it was accepted or refused;"
        " {missing} waiting."
    )


class AnswerDayWrong(BenchError):
    """An answer is dated before the offer, or after today."""

    sentence = (
        "The answer cannot be of {day}: the offer was issued on {issued}, and today is {today}."
        " Enter a day between the two."
    )


class ClockWrong(BenchError):
    """A paper would be dated before what is already on file."""

    sentence = (
        "The clock of this computer says {today}, but the last entry on file is of {last}. Set the"
        " clock right before a paper is issued."
    )


class ParcelClosed(BenchError):
    """The parcel was reconciled; nothing more goes into it."""

    sentence = "Parcel {waybill} was already closed. Begin a new parcel for what came later."


class NotADevice(BenchError):
    """A label of something else was scanned where a device is wanted."""

    sentence = "{text} is no device ({kind}). Scan the device itself."


class LabelOfAnother(BenchError):
    """The label that was scanned belongs to no device of the parcel."""

    sentence = "{text} is the label of no device in this parcel. Stick the right label on it."


class TimerRunning(BenchError):
    """The timer of a case was started twice."""

    sentence = "The timer of this case is already running."


class TimerStopped(BenchError):
    """The timer of a case was stopped twice."""

    sentence = "The timer of this case is not running."


class CaseIsOver(BenchError):
    """Something would be recorded, or reversed, on a case that is closed or rejected."""

    sentence = (
        "Case {case} is over: nothing more is recorded on it, and nothing taken back. Reopen it"
        " with a reason first; a rejected one stays so, and a new case is begun instead."
    )


class AlreadyAnnulled(BenchError):
    """A paper is annulled twice."""

    sentence = "{paper} was already annulled on {day}: {reason}. Nothing was changed."


class StillOpen(BenchError):
    """A case cannot be closed yet."""

    sentence = "The case cannot be closed yet: {left}."


class NotReady(BenchError):
    """A device that is not ready was scanned for shipping."""

    sentence = (
        "{serial} is not ready to be shipped, it is '{state}'. Finish its work, or take it out of"
        " the parcel."
    )


class OtherRecipient(BenchError):
    """A parcel goes to one customer."""

    sentence = "{serial} belongs to {owner}, the parcel goes to {recipient}. Use another parcel."


class BatteryMayNotFly(BenchError):
    """A suspect battery is forbidden in the air (SP A154)."""

    sentence = (
        "The battery of {serial} is {battery}: it must not go by air, not even back to its maker."
        " Send it by road, or take the battery out."
    )


class BatteryNotLookedAt(BenchError):
    """What cannot be diagnosed before carriage counts as damaged (PAPERS §5)."""

    sentence = (
        "Nobody has looked at the battery of {serials}: until then it counts as damaged and must"
        " not go by air. Look at it and record how it was found, or send the parcel by road."
    )


class ParcelEmpty(BenchError):
    """Nothing was put into the parcel."""

    sentence = "The parcel is empty: scan at least one device that is ready to be shipped."


class TransportCostMissing(BenchError):
    """The customer pays a shipment of which nobody wrote the cost (POLICY P14, P15)."""

    sentence = (
        "The customer pays the shipment of parcel {parcel}, and its cost is not written. Write"
        " what it costs, 0 when there is nothing to charge; then let it leave."
    )


class AlreadySettled(BenchError):
    """A claim is ticked twice."""

    sentence = "This was already settled on {day} by {who}. Nothing was changed."


class NoteMissing(BenchError):
    """A claim is ticked before it stands on a note (POLICY §5)."""

    sentence = (
        "This is on no note yet, and what is charged or reimbursed is settled on paper. Issue its"
        " note first, then tick it."
    )


class NotSettled(BenchError):
    """A claim that is not settled is unticked."""

    sentence = "This is not settled: there is nothing to take back."


class PartsShort(BenchError):
    """The stock does not hold as many."""

    sentence = (
        "{wanted} of {part} are wanted, {found} are in stock. Correct the stock or the number."
    )


class FinalTestNotPassed(BenchError):
    """A device is released only with a passed final test."""

    sentence = "The final test is not recorded as passed: test the device, then release it."


class SameSigner(BenchError):
    """A second signature is that of a second person."""

    sentence = "{who} made this judgement: somebody else has to sign it."


class NothingAssessed(BenchError):
    """A report is wanted on devices that nobody has judged."""

    sentence = "No device of this case was judged yet: assess one, then print the report."


class NotAPlace(BenchError):
    """Something else was scanned where a shelf or a person is wanted."""

    sentence = "{text} is no place ({kind}). Scan the label of a shelf, or a person's badge."


class NotHere(BenchError):
    """A device that is not in the house cannot be put anywhere."""

    sentence = (
        "{serial} is not here to be put anywhere, it is '{state}'. Receive it first, or take it"
        " out of its parcel."
    )


class BadgeTaken(BenchError):
    """A badge belongs to one person."""

    sentence = "The badge {badge} is already that of {name}. Use another badge, or take it away."


class LastAdministrator(BenchError):
    """Somebody has to be able to manage operators."""

    sentence = (
        "{name} is the last administrator: make somebody else one first, so that operators and"
        " tariffs can still be managed."
    )


class SignatureLacks(BenchError):
    """The house asks for a second signature under a judgement of misuse."""

    sentence = (
        "The judgement of misuse on {serial} waits for its second signature: somebody else has to"
        " sign it before it can be quoted."
    )


class SerialsReversed(BenchError):
    """A range of serials that ends before it begins: no unit would ever be found in it."""

    sentence = (
        "No unit lies between {first} and {last}: the first serial comes after the last one."
        " Exchange the two."
    )
