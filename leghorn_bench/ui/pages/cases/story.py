"""What each act of a case is called in its timeline."""

from collections.abc import Mapping

from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.cases.clock import moment_text
from leghorn_bench.ui.pages.cases.notes import note_words
from leghorn_bench.ui.pages.cases.way_words import with_way_back
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.timeline import Happening

ACTS: dict[str, tuple[str, str, Tone]] = {
    ActKind.REPORTED: (N_("Report put on file"), "mail", Tone.QUIET),
    ActKind.AUTHORISED: (N_("Authorised by {note}"), "shield-check", Tone.OK),
    ActKind.REJECTED: (N_("Rejected: {note}"), "ban", Tone.STOP),
    ActKind.OPENED: (N_("Case {note} opened"), "ticket", Tone.ACCENT),
    ActKind.CONTACTED: (N_("Customer contacted: {note}"), "phone", Tone.OK),
    ActKind.CLOSED: (N_("Case closed"), "archive", Tone.OK),
    ActKind.REOPENED: (N_("Case reopened: {note}"), "folder", Tone.PAY),
    ActKind.EXPECTED: (N_("Devices announced"), "hourglass", Tone.QUIET),
    ActKind.RECEIVED: (N_("Received: {note}"), "package-import", Tone.QUIET),
    ActKind.MISSED: (N_("Noted as missing: {note}"), "help-octagon", Tone.PAY),
    ActKind.ASSESSED: (N_("Judged: {note}"), "stethoscope", Tone.QUIET),
    ActKind.GOODWILL: (N_("Goodwill granted: {note}"), "heart-handshake", Tone.NOTE),
    ActKind.STEPPED: (N_("Step: {note}"), "chevron-right", Tone.QUIET),
    ActKind.QUOTE_DRAFTED: (N_("Quote drafted"), "file-invoice", Tone.QUIET),
    ActKind.ANSWERED: (N_("Answered by {note}"), "message", Tone.QUIET),
    ActKind.REPLACED: (N_("Replaced: {note}"), "replace", Tone.QUIET),
    ActKind.REPAIRED: (N_("Worked on: {note}"), "tool", Tone.QUIET),
    ActKind.SHIPPED: (N_("Shipped: {note}"), "truck-delivery", Tone.OK),
    ActKind.PAPER_ISSUED: (N_("Issued: {note}"), "file-check", Tone.QUIET),
    ActKind.PAPER_ANNULLED: (N_("Paper annulled: {note}"), "circle-x", Tone.STOP),
    ActKind.NOTED: ("{note}", "message", Tone.NOTE),
    ActKind.ATTACHED: (N_("File added: {note}"), "file-text", Tone.QUIET),
    ActKind.EDITED: (N_("Changed: {note}"), "pencil", Tone.QUIET),
    ActKind.TIMED: (N_("Support time: {note}"), "clock", Tone.QUIET),
    ActKind.SETTLED: (N_("Settled: {note}"), "coin", Tone.OK),
    ActKind.UNSETTLED: (N_("Settlement taken back: {note}"), "coin", Tone.PAY),
    ActKind.MOVED: (N_("Moved: {note}"), "map-pin", Tone.QUIET),
    ActKind.TURNED_UP: (
        N_("Scanned again in arriving parcel {note}"),
        "copy",
        Tone.STOP,
    ),
    ActKind.PARCEL_BEGUN: (N_("Parcel begun"), "package", Tone.QUIET),
    ActKind.PARCEL_CLOSED: (N_("Parcel closed"), "package", Tone.QUIET),
    ActKind.LABELLED: (N_("Label confirmed"), "tag", Tone.QUIET),
    ActKind.PACKED: (N_("Packed: {note}"), "package", Tone.QUIET),
    ActKind.SIGNED: (N_("Signed by a second person: {note}"), "pencil", Tone.QUIET),
    ActKind.SENT: (N_("Sent to the sales rep: {note}"), "send", Tone.QUIET),
    ActKind.FORWARDED: (N_("Forwarded to the customer: {note}"), "send", Tone.QUIET),
    ActKind.REMINDED: (N_("Sales rep asked for the answer: {note}"), "bell", Tone.NOTE),
    ActKind.UNDONE: (N_("Taken back: {note}"), "arrow-back-up", Tone.PAY),
}


def happenings(file: CaseFile, most: int | None = None) -> list[Happening]:
    """The timeline of a case, the newest first; only the ``most`` newest entries, or all."""
    serials = {one.device.id: one.serial for one in file.devices}
    shown = file.timeline[:most]
    told = [
        happening(done, file.names, serials.get(done.case_device_id or 0, "")) for done in shown
    ]
    if file.way_back is not None and file.way_back.done in shown:
        place = shown.index(file.way_back.done)
        told[place] = with_way_back(told[place], file.way_back)
    return told


def happening(done: Act, names: Mapping[str, str], serial: str = "") -> Happening:
    """One act in words, by the name of who did it; ``serial`` where the page shows many devices."""
    sentence, icon, tone = ACTS[done.what]
    told = _(sentence).format(note=_note(done)).rstrip(" :")
    if done.undone:
        told, tone = _("{what} (taken back)").format(what=told), Tone.QUIET
    if serial and serial not in told:
        told = f"{told}  ·  {serial}"
    who = names.get(done.who, done.who)
    return Happening(moment_text(done.at), told, icon, tone, who, struck=done.undone)


def _note(done: Act) -> str:
    """The note as a person reads it: coded words are worded."""
    kind = ActKind(done.what)
    if kind is ActKind.UNDONE and done.note in ACTS:
        told = _(ACTS[done.note][0]).replace("{note}", "").rstrip(" :")
        return told or word(ActKind(done.note), spoken())
    return note_words(kind, done.note)
